"""Signing tokens (smart cards, USB keys) through their PKCS#11 driver, which runs in a worker process: a driver that
crashes or hangs, and a token that is pulled out, end the worker and never the desk."""

import sys
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from queue import Empty, SimpleQueue
from subprocess import TimeoutExpired
from threading import Thread
from types import TracebackType

from desktop.devices.frames import Header, read_frame, write_frame
from desktop.devices.worker_process import close, opened, start, surroundings
from desktop.office.errors import OfficeError

WORKER = ("-m", "desktop.devices.token_worker")
USUAL_DRIVERS: Mapping[str, tuple[str, ...]] = {
    "linux": (
        "/usr/lib/libeTPkcs11.so",
        "/usr/lib/x86_64-linux-gnu/opensc-pkcs11.so",
        "/usr/lib/x86_64-linux-gnu/p11-kit-proxy.so",
    ),
    "darwin": ("/usr/local/lib/libeTPkcs11.dylib", "/Library/OpenSC/lib/opensc-pkcs11.so"),
    "win32": (
        r"C:\Windows\System32\eTPKCS11.dll",
        r"C:\Program Files\OpenSC Project\OpenSC\pkcs11\opensc-pkcs11.dll",
    ),
}
"""Where the drivers of common tokens lie on each system."""
_GRACE_S = 5.0


class Pin(StrEnum):
    """What a token says of its PIN; the standard knows no number of tries. `low`: it was wrong since it was last right.

    `last`: one more wrong one locks it.
    """

    GOOD = "good"
    LOW = "low"
    LAST = "last"
    LOCKED = "locked"


@dataclass(frozen=True)
class TokenKey:
    """A person's certificate on a token. `certificate` and `others` (its issuers, if they are there too): DER."""

    token: str
    serial: str
    label: str
    key_id: str
    certificate: bytes
    others: tuple[bytes, ...]
    pin: Pin


def usual_driver(platform: str = sys.platform, there: Callable[[str], bool] = lambda path: Path(path).exists()) -> str:
    """The first driver that is installed where it usually is; OfficeError `token.no_driver`."""
    found = next((path for path in USUAL_DRIVERS.get(platform, ()) if there(path)), None)
    if found is None:
        raise OfficeError("token.no_driver", driver="PKCS#11")
    return found


class Tokens:
    """The tokens that one driver sees. `driver`: path of its PKCS#11 module; none for `usual_driver`.

    OfficeError of all it does: `token.no_driver`, `token.failed`, `token.gone`.
    """

    def __init__(
        self,
        driver: str | None = None,
        worker_command: Sequence[str] = (sys.executable, *WORKER),
        environment: Mapping[str, str] | None = None,
        patience_s: float = 90.0,
    ) -> None:
        """A driver that is silent for `patience_s` has failed."""
        self._driver = driver or usual_driver()
        self._command = tuple(worker_command)
        self._environment = surroundings(environment)
        self._patience_s = patience_s

    def certificates(self) -> tuple[TokenKey, ...]:
        """The certificates that may sign, of all tokens; asks for no PIN. Empty where no token is plugged in."""
        with self._worker() as worker:
            header, _ = worker.ask({"do": "keys", "driver": self._driver})
        return tuple(map(_key, header["keys"]))

    def open(self, key: TokenKey, pin: str) -> "OpenToken":
        """The token with its PIN given, ready to sign with the key; the PIN is kept nowhere.

        OfficeError `token.pin_wrong`, `token.pin_last_try`, `token.pin_locked`, `token.key_unusable` too.
        """
        worker = self._worker()
        order = {"do": "open", "driver": self._driver, "pin": pin}
        try:
            worker.ask(order | {name: getattr(key, name) for name in ("token", "serial", "label", "key_id")})
        except BaseException:
            worker.close()
            raise
        return OpenToken(worker)

    def _worker(self) -> "_Worker":
        return _Worker(self._command, self._environment, self._patience_s)


class OpenToken:
    """A key behind its PIN until `close`; leaving the context closes it."""

    def __init__(self, worker: "_Worker") -> None:
        self._worker = worker

    def sign(self, data: bytes, digest: str) -> bytes:
        """The signature over the digest (`sha256`) of the data. OfficeError `token.gone`, `token.failed`."""
        return self._worker.ask({"do": "sign", "digest": digest}, data)[1]

    def close(self) -> None:
        self._worker.close()

    def __enter__(self) -> "OpenToken":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


class _Worker:
    """One process of a driver: asked, it answers once."""

    def __init__(self, command: Sequence[str], environment: Mapping[str, str], patience_s: float) -> None:
        self._patience_s = patience_s
        self._answers: SimpleQueue[tuple[Header, bytes] | None] = SimpleQueue()
        try:
            self._process = start(command, environment)
        except OSError as error:
            raise OfficeError("token.failed", words=str(error)) from error
        self._reader = Thread(target=self._read, name="token", daemon=True)
        self._reader.start()

    def __enter__(self) -> "_Worker":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def ask(self, order: Header, body: bytes = b"") -> tuple[Header, bytes]:
        with suppress(OSError):  # it died: the end of its answers tells
            write_frame(opened(self._process.stdin), order, body)
        try:
            answer = self._answers.get(timeout=self._patience_s)
        except Empty:
            self._process.kill()
            raise OfficeError("token.failed", words="no answer") from None
        if answer is None:
            raise OfficeError("token.gone" if order["do"] == "sign" else "token.failed", words="the driver stopped")
        header, signature = answer
        if header["kind"] == "error":
            raise OfficeError(header["code"], **header["subject"])
        return header, signature

    def close(self) -> None:
        """Lets the worker log out; one that does not end is killed."""
        close(self._process.stdin)
        try:
            self._process.wait(_GRACE_S)
        except TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._reader.join()
        close(self._process.stdout)

    def _read(self) -> None:
        answers = opened(self._process.stdout)
        while answer := read_frame(answers):
            self._answers.put(answer)
        self._answers.put(None)


def _key(told: Header) -> TokenKey:
    certificate, others = bytes.fromhex(told["certificate"]), tuple(map(bytes.fromhex, told["others"]))
    return TokenKey(
        told["token"], told["serial"], told["label"], told["key_id"], certificate, others, Pin(told["pin"])
    )  # fmt: skip
