"""What a desk says in one round: the acts that wait, how far it has read, the numbers it needs, and how it is."""

import shutil

from desktop.office.clock import utc_text
from desktop.office.proof import GENESIS
from desktop.office.version import VERSION
from desktop.store import outbox, versions
from desktop.store.desk import Desk
from sync.client import recovery
from sync.client.batches import batch
from sync.client.signature import sign
from sync.wire.messages import MAX_MUTATIONS, PROTO, Chain, LeaseWish, Stats, SyncRequest, WireMutation, acts_claim

_CURSORS = "SELECT bucket, oseq FROM cursor"
_EPOCH = "SELECT feed_epoch FROM device"


def feed_epoch(desk: Desk) -> bytes:
    """The feed that this desk's cursors belong to."""
    row = desk.reader.one(_EPOCH)
    return bytes(row[0]) if row else b""


def build(desk: Desk, wishes: tuple[LeaseWish, ...], *, packs: bool = False) -> SyncRequest:
    """Acts in their order, at most 500 or 1 MiB (but never none because one is large); `packs`: those are welcome."""
    last, epoch = outbox.acknowledged(desk.reader), feed_epoch(desk)
    acts = tuple(batch(outbox.pending(desk.reader, MAX_MUTATIONS)))
    return SyncRequest(
        proto=PROTO,
        schema=int(versions.HEAD),
        device_id=desk.identity.device_id,
        feed_epoch=epoch,
        chain=Chain(*last) if last else Chain(0, GENESIS),
        cursors=dict(desk.reader.rows(_CURSORS)),
        mutations=acts,
        need_leases=wishes,
        stats=_stats(desk),
        signature=_signature(desk, acts[-1]) if acts else b"",
        packs=packs,
        held=recovery.holdings(desk.reader, desk.identity.device_id, epoch),
    )


def _signature(desk: Desk, last: WireMutation) -> bytes:
    return sign(desk.seed, acts_claim(desk.identity.device_id, last.mseq, last.hash))


def _stats(desk: Desk) -> Stats:
    held = outbox.unsent(desk.reader)
    free = shutil.disk_usage(desk.folder).free
    return Stats(held.acts, held.oldest, free, utc_text(desk.clock.now()), held.unsent_blobs, held.attention, VERSION)
