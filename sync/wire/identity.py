"""Messages by which a desk and a person show who they are."""

import msgspec


class EnrolRequest(msgspec.Struct, frozen=True):
    """`public_key`: 32 raw bytes of Ed25519."""

    code: str
    public_key: bytes
    device_name: str


class Enrolled(msgspec.Struct, frozen=True):
    """`counter`: the short code of this desk on receipts (C1); `registers`: the series it may number letters in."""

    device_id: bytes
    office_id: int
    feed_epoch: bytes
    counter: str
    registers: tuple[str, ...] = ()


class TokenRequest(msgspec.Struct, frozen=True):
    """`signature` over `token_claim(device_id, at)`."""

    device_id: bytes
    at: str
    signature: bytes


class Token(msgspec.Struct, frozen=True):
    token: str
    expires_at: str


class SignInRequest(msgspec.Struct, frozen=True):
    login: str
    password: str


class SignedIn(msgspec.Struct, frozen=True):
    staff_id: bytes


def token_claim(device_id: bytes, at: str) -> bytes:
    return b"thesaban-token/1\n" + device_id + b"\n" + at.encode("ascii")
