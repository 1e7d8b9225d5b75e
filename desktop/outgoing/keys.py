"""The key of a digital signature: a certificate in a file, or one on a token; open as long as it is needed."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from desktop.office.errors import OfficeError

if TYPE_CHECKING:
    from desktop.devices.token import TokenKey


class SigningKey(Protocol):
    """A certificate with its key, opened: `subject` names its holder."""

    @property
    def subject(self) -> str: ...
    def sign(self, pdf: bytes, at: datetime) -> bytes: ...


@dataclass(frozen=True)
class KeyFile:
    """A PKCS#12 file and its password."""

    path: Path
    passphrase: str = field(repr=False)


@dataclass(frozen=True)
class KeyOnToken:
    """A key of a token and the PIN that was typed for this one time."""

    key: "TokenKey"
    pin: str = field(repr=False)


@contextmanager
def opened(key: KeyFile | KeyOnToken, driver: str | None, now: datetime) -> Iterator[SigningKey]:
    """The key, proven to sign and valid at `now` (aware); closed when the context is left.

    `driver`: path of the token's PKCS#11 module, None for the one that is where it usually is.

    OfficeError `outgoing.key_unreadable`, `outgoing.key_expired`, and those of `desktop.devices.token.Tokens`.
    """
    from desktop.devices.token import Tokens
    from desktop.paper import pades

    if isinstance(key, KeyFile):
        try:
            pkcs12 = key.path.read_bytes()
        except OSError as error:
            raise OfficeError("outgoing.key_unreadable") from error
        yield pades.open_key(pkcs12, key.passphrase, now)
        return
    pades.valid(pades.read(key.key.certificate), now)
    with Tokens(driver).open(key.key, key.pin) as token:
        yield pades.key_elsewhere(key.key.certificate, key.key.others, token.sign)
