"""The messages by which a desk gets its history back, or leaves its work at a centre that has withdrawn it."""

import msgspec

from sync.wire.messages import WireMutation

PAST_ACTS = 500
"""Acts on one page of a history, at most."""


class SignedPlace(msgspec.Struct, frozen=True):
    """The device's own signature over `acts_claim` of the act at a place; it covers all acts before it."""

    mseq: int
    signature: bytes


class History(msgspec.Struct, frozen=True):
    """Acts of one device in order, as the centre holds them; `last_mseq`: where its chain ends; `more`: ask again."""

    acts: tuple[WireMutation, ...]
    last_mseq: int
    more: bool
    signatures: tuple[SignedPlace, ...] = ()


class Deposit(msgspec.Struct, frozen=True):
    """Acts of a withdrawn device. `signature` by its key over `deposit_claim`."""

    device_id: bytes
    mutations: tuple[WireMutation, ...]
    signature: bytes


class NotKept(msgspec.Struct, frozen=True):
    """`why`: after_withdrawal or not_a_fact."""

    mseq: int
    why: str


class Deposited(msgspec.Struct, frozen=True):
    """`kept`: places of the acts that now wait for a person; `refused`: the others."""

    kept: tuple[int, ...]
    refused: tuple[NotKept, ...]


def deposit_claim(device_id: bytes, mutations: tuple[WireMutation, ...]) -> bytes:
    """The bytes that are signed: the device and the hashes of its acts, which name all the rest."""
    return b"thesaban-deposit/1\n" + device_id + b"".join(act.hash for act in mutations)
