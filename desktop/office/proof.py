"""Fingerprints by which both ends of the post prove that nothing is lost, doubled or altered."""

import hashlib

import msgspec

GENESIS = bytes(32)
"""The hash before a device's first mutation."""

DIGEST_MODULUS = 1 << 64


def link(prev_hash: bytes, mseq: int, mut_id: bytes, type_: str, v: int, user_id: bytes, at: str, body: bytes) -> bytes:
    """The 32-byte hash that chains a mutation to the one before it on the same device."""
    content = msgspec.msgpack.encode([mseq, mut_id, type_, v, user_id, at, body])
    return hashlib.sha256(prev_hash + content).digest()


def row_hash(entity: str, row_id: bytes, ver: int) -> int:
    """64-bit fingerprint of a row at a version; a bucket's digest is their sum modulo `DIGEST_MODULUS`."""
    content = entity.encode() + b"\0" + row_id + ver.to_bytes(8)
    return int.from_bytes(hashlib.blake2b(content, digest_size=8).digest())
