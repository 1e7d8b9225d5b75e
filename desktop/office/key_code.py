"""The office's code for citizens' numbers: 20 signs (100 bits), told once, kept on paper, typed once at each desk."""

import hmac
import re
import secrets

_ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
_LENGTH = 20


def make_code() -> str:
    """A new code as people read it: five groups of four."""
    signs = "".join(secrets.choice(_ALPHABET) for _ in range(_LENGTH))
    return "-".join(signs[place : place + 4] for place in range(0, _LENGTH, 4))


def secret_of(code: str) -> bytes | None:
    """32 bytes that follow from a code as people type it; None when no code looks like that."""
    plain = re.sub(r"[\s-]", "", code).upper()
    if len(plain) != _LENGTH or not set(plain) <= set(_ALPHABET):
        return None
    return hmac.digest(b"thesaban-people/1", plain.encode("ascii"), "sha256")


def check_of(secret: bytes) -> str:
    """What may be known of the secret, so that a code is known to be the office's."""
    return made_of(secret, "check", "").hex()[:16]


def made_of(secret: bytes, purpose: str, of: str) -> bytes:
    """32 bytes for one purpose, of which nobody learns the others."""
    return hmac.digest(secret, f"{purpose}\n{of}".encode(), "sha256")
