"""Citizens' numbers: found by a keyed hash, read with the office's key, which no desk sends and the centre never has.

The key comes from the office's code: 20 signs (100 bits), made by the centre's administrator, told once, kept on paper.
"""

import base64
import hmac
import re
import secrets
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from desktop.office.ids import Id
from desktop.people.model import NumberKind

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.ciphers.aead import AESSIV

_ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
_LENGTH = 20


@dataclass(frozen=True)
class PeopleKey:
    """The key of one office's numbers, and what is derived of it for one purpose each."""

    secret: bytes

    @classmethod
    def of_code(cls, code: str) -> "PeopleKey | None":
        """The key of a code as people type it; None when no code looks like that."""
        plain = re.sub(r"[\s-]", "", code).upper()
        if len(plain) != _LENGTH or not set(plain) <= set(_ALPHABET):
            return None
        return cls(hmac.digest(b"thesaban-people/1", plain.encode("ascii"), "sha256"))

    @cached_property
    def check(self) -> str:
        """What may be known of the key, so that a code is known to be the office's."""
        return self._made("check", "").hex()[:16]

    def hash_of(self, number: str, kind: NumberKind) -> bytes:
        """16 bytes by which the same number is found again."""
        return self._made("find", f"{kind.value}:{number}")[:16]

    def person_id(self, number: str, kind: NumberKind, turn: int = 0) -> Id:
        """The id of the citizen of a number, the same at every desk; the next `turn` where a row was another's."""
        return self._made("person", f"{kind.value}:{number}:{turn}")[:16]

    def seal(self, number: str, kind: NumberKind) -> str:
        """The number for whoever has the key; the same number is sealed alike."""
        return base64.b64encode(self._cipher.encrypt(number.encode("ascii"), [kind.value.encode()])).decode("ascii")

    def open(self, sealed: str, kind: NumberKind) -> str | None:
        """The number; None when it was sealed with another key, or damaged."""
        from cryptography.exceptions import InvalidTag

        try:
            return self._cipher.decrypt(base64.b64decode(sealed), [kind.value.encode()]).decode("ascii")
        except (InvalidTag, ValueError):
            return None

    @cached_property
    def _cipher(self) -> "AESSIV":
        from cryptography.hazmat.primitives.ciphers.aead import AESSIV

        return AESSIV(self._made("seal", "1") + self._made("seal", "2"))

    def _made(self, purpose: str, of: str) -> bytes:
        return hmac.digest(self.secret, f"{purpose}\n{of}".encode(), "sha256")


def make_code() -> str:
    """A new code as people read it: five groups of four."""
    signs = "".join(secrets.choice(_ALPHABET) for _ in range(_LENGTH))
    return "-".join(signs[place : place + 4] for place in range(0, _LENGTH, 4))
