"""Citizens' numbers: found by a keyed hash, read with the office's key, which no desk sends and the centre never has.

The key comes from the office's code (`office.key_code`).
"""

import base64
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from desktop.office import key_code
from desktop.office.ids import Id
from desktop.people.model import NumberKind

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.ciphers.aead import AESSIV


@dataclass(frozen=True)
class PeopleKey:
    """The key of one office's numbers, and what is derived of it for one purpose each."""

    secret: bytes

    @classmethod
    def of_code(cls, code: str) -> "PeopleKey | None":
        """The key of a code as people type it; None when no code looks like that."""
        secret = key_code.secret_of(code)
        return cls(secret) if secret else None

    @cached_property
    def check(self) -> str:
        """What may be known of the key, so that a code is known to be the office's."""
        return key_code.check_of(self.secret)

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
        return key_code.made_of(self.secret, purpose, of)
