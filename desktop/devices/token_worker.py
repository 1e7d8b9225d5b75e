"""The process that drives a token: `python -m desktop.devices.token_worker`, orders on standard input.

`keys` lists the certificates, `open` gives the PIN and finds the key, `sign` signs the data that comes with it. Each
order is answered once on standard output (`frames`), with an `error` where it could not be done. It ends when its input
ends, and logs out before.
"""

import asyncio
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import Any, TypeAlias

from desktop.devices.frames import Header, read_frame, write_frame
from desktop.devices.token import Pin

Token: TypeAlias = Any
Session: TypeAlias = Any
Signer: TypeAlias = Any
"""`pkcs11.Token`, `pkcs11.Session` and `pyhanko.sign.pkcs11.PKCS11Signer`."""


class Trouble(Exception):
    """What the desk is told: a code and what fills its words."""

    def __init__(self, code: str, **subject: str) -> None:
        super().__init__(code)
        self.answer: Header = {"kind": "error", "code": code, "subject": subject}


def main() -> int:
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a driver prints must not fall among the answers
    worker = Driver()
    while order := read_frame(sys.stdin.buffer):
        try:
            header, body = worker.obey(*order)
        except Trouble as trouble:
            header, body = trouble.answer, b""
        write_frame(answers, header, body)
    worker.close()
    os._exit(0)  # a driver's clean-up may hang, and all is said


class Driver:
    """One driver, and the key that was opened with it."""

    def __init__(self) -> None:
        self._session: Session = None
        self._signer: Signer = None

    def obey(self, order: Header, body: bytes) -> tuple[Header, bytes]:
        do: dict[str, Callable[[], tuple[Header, bytes]]] = {
            "keys": lambda: ({"kind": "keys", "keys": list(_keys(_tokens(order["driver"])))}, b""),
            "open": lambda: self._open(order),
            "sign": lambda: ({"kind": "signature"}, self._sign(body, order["digest"])),
        }
        return _told(do[order["do"]])

    def close(self) -> None:
        with suppress(Exception):  # a token that is gone can't be left in good order
            if self._session is not None:
                self._session.close()

    def _open(self, order: Header) -> tuple[Header, bytes]:
        here = _tokens(order["driver"])
        token = next((one for one in here if (one.label, one.serial.hex()) == (order["token"], order["serial"])), None)
        if token is None:
            raise Trouble("token.gone")
        self._session = _log_in(token, order["pin"])
        self._signer = _signer(token, self._session, order)
        return {"kind": "open"}, b""

    def _sign(self, data: bytes, digest: str) -> bytes:
        signature: bytes = asyncio.run(self._signer.async_sign_raw(data, digest))
        return signature


def _told(do: Callable[[], tuple[Header, bytes]]) -> tuple[Header, bytes]:
    """What comes of an order, with the driver's own errors in the desk's words."""
    from pkcs11 import exceptions as of

    lost = (of.DeviceRemoved, of.TokenNotPresent, of.SlotIDInvalid, of.SessionHandleInvalid, of.SessionClosed)
    try:
        return do()
    except lost as error:
        raise Trouble("token.gone", words=type(error).__name__) from error
    except of.PKCS11Error as error:
        raise Trouble("token.failed", words=f"{type(error).__name__} {error}".strip()) from error


def _tokens(driver: str) -> list[Token]:
    """The tokens that are plugged in and were set up."""
    import pkcs11
    from pkcs11.constants import TokenFlag

    try:
        slots = pkcs11.lib(driver).get_slots(token_present=True)
    except (RuntimeError, OSError) as error:
        raise Trouble("token.no_driver", driver=driver, words=str(error)) from error
    found = []
    for slot in slots:
        with suppress(pkcs11.PKCS11Error):  # pulled out just now, or a reader with trouble of its own
            found.append(slot.get_token())
    return [one for one in found if one.flags & TokenFlag.TOKEN_INITIALIZED]


def _keys(tokens: list[Token]) -> Iterator[Header]:
    from asn1crypto import x509
    from pkcs11.constants import Attribute, ObjectClass

    for token in tokens:
        with token.open() as session:
            there = list(session.get_objects({Attribute.CLASS: ObjectClass.CERTIFICATE}))
            found = [(one[Attribute.LABEL], bytes(one[Attribute.ID]), bytes(one[Attribute.VALUE])) for one in there]
        others = [der.hex() for _, _, der in found if x509.Certificate.load(der).ca]
        about = {"token": token.label, "serial": token.serial.hex(), "pin": _pin(token).value, "others": others}
        for label, key_id, der in found:
            if der.hex() not in others:
                yield about | {"label": label, "key_id": key_id.hex(), "certificate": der.hex()}


def _pin(token: Token) -> Pin:
    from pkcs11.constants import TokenFlag

    flags = token.slot.get_token().flags
    told = ((TokenFlag.USER_PIN_LOCKED, Pin.LOCKED), (TokenFlag.USER_PIN_FINAL_TRY, Pin.LAST))
    for flag, pin in (*told, (TokenFlag.USER_PIN_COUNT_LOW, Pin.LOW)):
        if flags & flag:
            return pin
    return Pin.GOOD


def _log_in(token: Token, pin: str) -> Session:
    """The session of whoever knows the PIN; a wrong one says how the token stands now."""
    from pkcs11 import exceptions as of

    wrong = {Pin.LAST: "token.pin_last_try", Pin.LOCKED: "token.pin_locked"}
    try:
        return token.open(user_pin=pin)
    except of.PinLocked as error:
        raise Trouble("token.pin_locked") from error
    except (of.PinIncorrect, of.PinInvalid, of.PinLenRange) as error:
        raise Trouble(wrong.get(_pin(token), "token.pin_wrong")) from error
    except (of.PinExpired, of.UserPinNotInitialized) as error:
        raise Trouble("token.key_unusable", words=type(error).__name__) from error


def _signer(token: Token, session: Session, order: Header) -> Signer:
    """The certificate's own key: the one with its ID, or where it has none with its label."""
    from asn1crypto import x509
    from pkcs11.constants import Attribute, ObjectClass
    from pkcs11.mechanisms import Mechanism
    from pyhanko.sign.pkcs11 import PKCS11Signer

    key_id, label = bytes.fromhex(order["key_id"]), order["label"]
    name = {Attribute.ID: key_id} if key_id else {Attribute.LABEL: label}
    certificates = list(session.get_objects({Attribute.CLASS: ObjectClass.CERTIFICATE, Attribute.LABEL: label, **name}))
    keys = list(session.get_objects({Attribute.CLASS: ObjectClass.PRIVATE_KEY, **name}))
    if len(certificates) != 1 or len(keys) != 1:
        raise Trouble("token.key_unusable", words=f"{len(certificates)} certificates, {len(keys)} keys")
    certificate = x509.Certificate.load(certificates[0][Attribute.VALUE])
    hashing = Mechanism.SHA256_RSA_PKCS if certificate.public_key.algorithm == "rsa" else Mechanism.ECDSA_SHA256
    signer = PKCS11Signer(
        session,
        signing_cert=certificate,
        key_id=key_id or None,
        key_label=None if key_id else label,
        use_raw_mechanism=hashing not in token.slot.get_mechanisms(),
        base_sign_kwargs={"pin": order["pin"]} if _asks_each_time(keys[0]) else None,
    )
    asyncio.run(signer.ensure_objects_loaded())  # type: ignore[no-untyped-call]
    return signer


def _asks_each_time(key: Any) -> bool:
    """Whether the token wants the PIN with every signature, as those for qualified ones do."""
    from pkcs11 import PKCS11Error
    from pkcs11.constants import Attribute

    with suppress(PKCS11Error):  # a token that does not know the question does not ask
        return bool(key[Attribute.ALWAYS_AUTHENTICATE])
    return False


if __name__ == "__main__":
    sys.exit(main())
