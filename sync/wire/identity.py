"""Messages by which a desk and a person show who they are."""

import hashlib

import msgspec


class EnrolRequest(msgspec.Struct, frozen=True):
    """`public_key`: 32 raw bytes of Ed25519. `former`: the device that this desk was until now."""

    code: str
    public_key: bytes
    device_name: str
    former: bytes | None = None


class Enrolled(msgspec.Struct, frozen=True):
    """`counter`: the short code of this desk on receipts (C1); `registers`: the series it may number letters in."""

    device_id: bytes
    office_id: int
    feed_epoch: bytes
    counter: str
    registers: tuple[str, ...] = ()


class Watchword(msgspec.Struct, frozen=True):
    """`held`: the last one that the centre is known to have; `tried`: said since, without an answer; `next`: from now.

    Each has 16 random bytes. `next` is among `tried`: it was written down before it was said.
    """

    held: bytes
    tried: tuple[bytes, ...]
    next: bytes


class TokenRequest(msgspec.Struct, frozen=True):
    """`signature` over `token_claim(device_id, at, watchword)`."""

    device_id: bytes
    at: str
    signature: bytes
    watchword: Watchword | None = None


class Token(msgspec.Struct, frozen=True):
    token: str
    expires_at: str


class SignInRequest(msgspec.Struct, frozen=True):
    login: str
    password: str


class SignedIn(msgspec.Struct, frozen=True):
    staff_id: bytes


def token_claim(device_id: bytes, at: str, watchword: Watchword | None = None) -> bytes:
    """The bytes that a desk signs to get a token."""
    claim = b"thesaban-token/1\n" + device_id + b"\n" + at.encode("ascii")
    if watchword is None:
        return claim
    return claim + b"\n" + hashlib.sha256(msgspec.msgpack.encode(watchword)).digest()
