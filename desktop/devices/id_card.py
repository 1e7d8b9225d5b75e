"""The Thai identity card in a PC/SC reader: what a desk is told of it, and what was read.

The reader's driver and the service behind it run beside a worker process that may crash or hang without harm. It reads
only what the office needs: no photo, no religion, no health, no number of the chip.
"""

import sys
import threading
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from subprocess import TimeoutExpired
from typing import Protocol

from desktop.devices.frames import Header, read_frame
from desktop.devices.worker_process import close, opened, start, surroundings

WORKER = ("-m", "desktop.devices.card_worker")
_AGAIN_S = 2.0
"""How long after its end a worker is started anew."""
_GRACE_S = 2.0


@dataclass(frozen=True)
class IdCard:
    """As it is written on the card. `born`, `expires`: ISO, 00 for what is unknown, empty where the card has none.

    `address`: บ้านเลขที่, หมู่ที่, ตรอก, ซอย, ถนน, ตำบล, อำเภอ, จังหวัด with the words that introduce them.
    """

    number: str
    title: str
    given: str
    middle: str
    family: str
    name_en: str
    born: str
    sex: str
    expires: str
    address: tuple[str, ...]


class CardState(StrEnum):
    """`waiting`: a reader is there and no card of ours; `reading`; `read`; `trouble`: `CardNews.code` says which."""

    WAITING = "waiting"
    READING = "reading"
    READ = "read"
    TROUBLE = "trouble"


@dataclass(frozen=True)
class CardNews:
    """What has just become of the reader or its card. `code`: of an OfficeError, with its own words.

    `turn` grows with every card that is put into the reader, for as long as the service behind it runs. `number`: of
    the card that is being read, as soon as that much is known; whether it can be read to its end is not.
    """

    state: CardState
    card: IdCard | None = None
    code: str = ""
    reader: str = ""
    turn: int = 0
    number: str = ""

    def is_still(self, before: "CardNews | None") -> bool:
        """The card that was read before lies in the reader as it did."""
        if before is None or before.card is None:
            return False
        same = self.card == before.card if self.card is not None else self.number == before.card.number
        return same and self.reader == before.reader and self.turn <= before.turn


class CardReader(Protocol):
    """Watches for cards until the returned call ends it; `told` is called on another thread."""

    def watch(self, told: Callable[[CardNews], None]) -> Callable[[], None]: ...


class WorkerCardReader:
    """A `CardReader` by the worker; one that crashes or is killed is started again."""

    def __init__(
        self, worker_command: Sequence[str] = (sys.executable, *WORKER), environment: Mapping[str, str] | None = None
    ) -> None:
        self._command = tuple(worker_command)
        self._environment = surroundings(environment)

    def watch(self, told: Callable[[CardNews], None]) -> Callable[[], None]:
        watch = _Watch(self._command, self._environment, told)
        return watch.end


class _Watch:
    """One worker after another, until the end."""

    def __init__(
        self, command: Sequence[str], environment: Mapping[str, str], told: Callable[[CardNews], None]
    ) -> None:
        self._command, self._environment, self._told = command, environment, told
        self._ended = threading.Event()
        self._lock = threading.Lock()
        self._end_worker: Callable[[], None] = lambda: None
        self._thread = threading.Thread(target=self._run, name="card", daemon=True)
        self._thread.start()

    def end(self) -> None:
        with self._lock:
            self._ended.set()
            self._end_worker()
        self._thread.join()

    def _run(self) -> None:
        while not self._ended.is_set():
            with suppress(OSError):  # it can't be started: told below
                self._one_worker()
            if not self._ended.is_set():
                self._told(CardNews(CardState.TROUBLE, code="card.driver_stopped"))
                self._ended.wait(_AGAIN_S)

    def _one_worker(self) -> None:
        with self._lock:
            if self._ended.is_set():
                return
            process = start(self._command, self._environment)
            self._end_worker = lambda: close(process.stdin)  # the worker ends when nobody listens any more
        answers = opened(process.stdout)
        while answer := read_frame(answers):
            if not self._ended.is_set():
                self._told(_news(answer[0]))
        close(process.stdin)
        try:
            process.wait(_GRACE_S)
        except TimeoutExpired:
            process.kill()
            process.wait()
        close(process.stdout)


def _news(header: Header) -> CardNews:
    card = header.get("card")
    known = IdCard(**{**card, "address": tuple(card["address"])}) if card else None
    said = {name: header[name] for name in ("code", "reader", "turn", "number") if name in header}
    return CardNews(CardState(header["state"]), known, **said)
