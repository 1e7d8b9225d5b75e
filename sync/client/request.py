"""What a desk says in one round: the acts that wait, how far it has read, the numbers it needs, and how it is."""

import shutil

from msgspec.structs import replace

from desktop.office.clock import utc_text
from desktop.office.proof import GENESIS
from desktop.office.version import VERSION
from desktop.store import outbox, versions
from desktop.store.desk import Desk
from sync.client import recovery
from sync.client.batches import batch
from sync.client.signature import sign
from sync.wire.messages import (
    MAX_MUTATIONS,
    PROTO,
    Chain,
    LeaseWish,
    Stats,
    SyncRequest,
    SyncResponse,
    WireMutation,
    acts_claim,
)

_CURSORS = "SELECT bucket, oseq FROM cursor"
_EPOCH = "SELECT feed_epoch FROM device"
LATER = frozenset({"blocked", "retry_later"})
"""Not judged yet: the act stays in the outbox and is sent again."""


def feed_epoch(desk: Desk) -> bytes:
    """The feed that this desk's cursors belong to."""
    row = desk.reader.one(_EPOCH)
    return bytes(row[0]) if row else b""


def build(desk: Desk, wishes: tuple[LeaseWish, ...], *, packs: bool = False, most: int = MAX_MUTATIONS) -> SyncRequest:
    """At most so many acts in their order, or 1 MiB (but never none because one is large); `packs` are welcome."""
    last, epoch = outbox.acknowledged(desk.reader), feed_epoch(desk)
    acts = tuple(batch(outbox.pending(desk.reader, most)))
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


def follow(desk: Desk, request: SyncRequest, answer: SyncResponse) -> SyncRequest | None:
    """What may be sent behind a request while its answer is taken in: the next acts, if all before them are judged.

    None when there are no more, and when the answer must be taken in before anything can be said.
    """
    judged = [result.mseq for result in answer.results if result.status not in LATER]
    plain = not (answer.far or answer.leases or request.held is not None) and answer.feed_epoch == request.feed_epoch
    if not plain or not judged or judged != [act.mseq for act in request.mutations]:
        return None
    last = request.mutations[-1]
    acts = tuple(batch(outbox.pending(desk.reader, most_acts(answer), after=last.mseq)))
    if not acts:
        return None
    held = _stats(desk)  # the acts just judged still wait in the store
    return replace(
        request,
        chain=Chain(last.mseq, last.hash),
        cursors={name: max(request.cursors.get(name, 0), answer.upto) for name in answer.buckets},
        mutations=acts,
        need_leases=(),
        stats=replace(held, outbox=held.outbox - len(judged), oldest=acts[0].at),
        signature=_signature(desk, acts[-1]),
    )


def most_acts(answer: SyncResponse) -> int:
    """How many acts the centre takes in one request."""
    return min(max(answer.most_acts, 1), 10 * MAX_MUTATIONS)


def _signature(desk: Desk, last: WireMutation) -> bytes:
    return sign(desk.seed, acts_claim(desk.identity.device_id, last.mseq, last.hash))


def _stats(desk: Desk) -> Stats:
    held = outbox.unsent(desk.reader)
    free = shutil.disk_usage(desk.folder).free
    return Stats(held.acts, held.oldest, free, utc_text(desk.clock.now()), held.unsent_blobs, held.attention, VERSION)
