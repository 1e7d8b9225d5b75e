"""Messages of the snapshot road: a bucket as it was at one moment, cut into packs that never change."""

import msgspec

from sync.wire.feed import Digest, EntityRows


class PackRef(msgspec.Struct, frozen=True, array_like=True):
    """A pack by its address: SHA-256 (64 small hex digits) and size of the bytes as they travel.

    `rows` of `entity`, with ids from `first` to `last`.
    """

    sha256: str
    size: int
    rows: int
    entity: str
    first: bytes
    last: bytes


class SnapshotOffer(msgspec.Struct, frozen=True):
    """What a bucket held at feed position `upto`; not `ready`: it is being made, and `packs` are the first of them.

    Whoever has those asks again, after `again_after` seconds if there was nothing new. The rows of all packs together
    are `total` of the bucket then; what happened since is in the feed after `upto`.
    """

    bucket: str
    feed_epoch: bytes
    ready: bool
    upto: int = 0
    total: Digest = Digest(0, 0)
    packs: tuple[PackRef, ...] = ()
    again_after: int = 1


class Pack(msgspec.Struct, frozen=True):
    """Rows of one entity that were in the bucket at `upto`, in the order of their ids."""

    bucket: str
    upto: int
    rows: EntityRows
