"""A desk's signature under its acts: checked when they come, kept with the last of them, shown when somebody asks.

One signature over the last act's hash covers every act before it, because each names the hash of the one before.
"""

import logging
from dataclasses import dataclass

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from sync.server.devices import Device
from sync.server.refusal import Refusal
from sync.wire.messages import SyncRequest, WireMutation, acts_claim

log = logging.getLogger(__name__)
SIGNS_FROM = 2
"""The schema from which on desks sign."""


@dataclass(frozen=True)
class Signed:
    """What a request says of its acts as a whole. `due`: this desk's version signs."""

    last: WireMutation
    signature: bytes
    due: bool


def of(request: SyncRequest) -> Signed | None:
    """None when the request has no acts."""
    if not request.mutations:
        return None
    return Signed(request.mutations[-1], request.signature, request.schema >= SIGNS_FROM)


def check(device: Device, signed: Signed) -> None:
    """Refusal 401 `signature_bad` for a forged signature, and for none where one is due.

    A desk that has signed once signs for ever: its newer store can't be opened by a program that does not.
    """
    if not signed.signature and not (signed.due or device.signs):
        return
    if not is_good(device.public_key, device.device_id, signed.last.mseq, signed.last.hash, signed.signature):
        log.warning("acts with a bad signature device=%s mseq=%d", device.device_id.hex(), signed.last.mseq)
        raise Refusal(401, "signature_bad", "the acts are not signed by this device's key")


def is_good(public_key: bytes, device_id: bytes, mseq: int, hash_: bytes, signature: bytes) -> bool:
    """Whether the key signed this place of this device's chain."""
    try:
        Ed25519PublicKey.from_public_bytes(public_key).verify(signature, acts_claim(device_id, mseq, hash_))
    except (InvalidSignature, ValueError):
        return False
    return True


def under(act: WireMutation, signed: Signed | None) -> bytes | None:
    """The signature that is to be kept with this act."""
    return signed.signature if signed is not None and signed.signature and act.mseq == signed.last.mseq else None
