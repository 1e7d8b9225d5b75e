"""What the centre said, written into the desk's store: one answer, one transaction."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from msgspec.structs import replace
from sqlalchemy import Connection, exc
from sqlcipher3 import dbapi2 as driver

from desktop.accounts.verifiers import forget_strangers
from desktop.office.errors import OfficeError
from desktop.store import inbound, outbox
from desktop.store.desk import Desk
from desktop.store.erasure import erase_files
from desktop.store.inbound import FeedEntry, FeedPage, Inbound
from desktop.store.reader import Reader
from desktop.store.unit_of_work import UnitOfWork
from sync.client import books, recovery
from sync.client.request import LATER
from sync.client.sanity import check
from sync.wire.messages import Digest, EntityRows, Lease, Result, SyncRequest, SyncResponse

_NO_ROWS = (exc.IntegrityError, exc.DataError, exc.InterfaceError, driver.IntegrityError, driver.InterfaceError)
"""What the store says of rows that no centre sends; large batches reach the driver directly."""

_CURSORS = "SELECT bucket, oseq, n_rows, digest, proven FROM cursor"
_UNPROVEN = "SELECT bucket FROM cursor WHERE proven = 0"
_OFFER_AGAIN = "UPDATE blob SET state = 'local', attempts = 0 WHERE state = 'stored'"
"""A centre that was restored may lack files that it had: each is offered once more, and sent only if it is wanted."""
_WANT = "INSERT OR IGNORE INTO blob VALUES (?, 0, 'wanted', 0, 0, NULL, ?)"


@dataclass(frozen=True)
class Taken:
    """What one answer brought: acts judged, feed entries, new books; whether every bucket is proven now."""

    settled: int
    entries: int
    leases: int
    proven: bool


def take(desk: Desk, request: SyncRequest, answer: SyncResponse) -> Taken:
    """Writes the answer to a request; an answer without news writes nothing at all.

    OfficeError `post.not_the_centre` when it would make this desk forget everything, and those of the store.
    """
    check(request, answer)
    if request.cursors and not answer.buckets:
        raise OfficeError("post.not_the_centre")
    leases = books.unknown(desk.reader, answer.leases)
    taken = Taken(0, 0, 0, True)
    if not _is_no_news(desk, request, answer, leases):
        try:
            taken = desk.write(lambda unit: _write(desk, unit, request, answer, leases), pulled=True)
        except _NO_ROWS as error:
            raise OfficeError("post.not_the_centre") from error
    erase_files(desk)
    forget_strangers(desk, answer.signers)
    return taken


def _is_no_news(desk: Desk, request: SyncRequest, answer: SyncResponse, leases: tuple[Lease, ...]) -> bool:
    if answer.results or answer.entries or leases or answer.more or answer.far or request.held is not None:
        return False
    if answer.feed_epoch != request.feed_epoch:
        return False
    held = {row[0]: row[1:] for row in desk.reader.rows(_CURSORS)}
    return set(held) == set(answer.buckets) and all(
        (oseq, n_rows, int(digest), proven) == (answer.upto, *_figures(answer.digests.get(bucket)), 1)
        for bucket, (oseq, n_rows, digest, proven) in held.items()
    )


def _write(
    desk: Desk, unit: UnitOfWork, request: SyncRequest, answer: SyncResponse, leases: tuple[Lease, ...]
) -> Taken:
    settled = _settle(unit, answer.results)
    books.put(unit.connection, leases)
    into = Inbound(unit, desk.catalogue.entities, desk.identity.office_id)
    digests = {bucket: (said.n_rows, said.digest) for bucket, said in answer.digests.items()}
    if answer.feed_epoch != request.feed_epoch:
        into.begin_epoch(answer.feed_epoch, answer.head, digests)
        unit.connection.exec_driver_sql(_OFFER_AGAIN)
        unit.tell_attention("post.centre_changed", {})
    else:
        if request.held is not None:
            recovery.announced(unit.connection, answer.feed_epoch, _disputed(answer))
        into.apply(_page(answer))
        want_blobs(desk, unit, answer.rows)
        if not answer.more:
            inbound.prove(unit.connection, digests)
    return Taken(settled, len(answer.entries), len(leases), _all_proven(unit.connection))


def _disputed(answer: SyncResponse) -> tuple[str, ...]:
    """The books that the centre says are somebody else's."""
    said = (notice.partition(" ") for notice in answer.notices)
    return tuple(lease_id for word, _, lease_id in said if word == "lease_disputed")


def _settle(unit: UnitOfWork, results: Sequence[Result]) -> int:
    judged = [_understood(result) for result in results if result.status not in LATER]
    odd = [one for one in judged if one.status != "applied" or one.code or one.data]
    for one in odd:
        outbox.settle(unit, one.mseq, one.status, one.eff_oseq, one.code, one.data)
    told = {one.mseq for one in odd}
    outbox.settle_applied(unit, [(one.mseq, one.eff_oseq) for one in judged if one.mseq not in told])
    return len(judged)


def _understood(result: Result) -> Result:
    """The result as the outbox knows it; a word of a newer centre becomes a flag: it has the act, a person may ask."""
    status = result.outcome or "applied" if result.status == "duplicate" else result.status
    if status in outbox.SETTLED:
        return result if status == result.status else replace(result, status=status)
    return replace(result, status="flagged", code="post.answer_unknown", data={"status": status[:40]})


def _page(answer: SyncResponse) -> FeedPage:
    known = (one for one in answer.entries if one.op in ("P", "R"))
    entries = [FeedEntry(one.bucket, one.entity, one.row_id, one.ver, one.op == "P") for one in known]
    rows: Mapping[str, Any] = {part.entity: (part.columns, part.rows) for part in answer.rows}
    covers = [bucket for bucket in answer.buckets if bucket not in answer.far]
    return FeedPage(entries, rows, answer.buckets, answer.upto, covers)


def want_blobs(desk: Desk, unit: UnitOfWork, parts: tuple[EntityRows, ...]) -> None:
    """Notes the files that new rows name, to be fetched; one that is known stays as it is."""
    wanted: dict[str, None] = {}
    for part in parts:
        entity = desk.catalogue.entities.get(part.entity)
        places = [part.columns.index(name) for name in (entity.blobs if entity else ()) if name in part.columns]
        wanted |= {row[place]: None for row in part.rows for place in places if row[place]}
    if wanted:
        unit.connection.exec_driver_sql(_WANT, [(sha256, unit.at) for sha256 in wanted])


def _figures(digest: Digest | None) -> tuple[int, int]:
    return (digest.n_rows, digest.digest) if digest else (-1, -1)


def _all_proven(connection: Connection) -> bool:
    return connection.exec_driver_sql(_UNPROVEN).first() is None


def unproven(reader: Reader) -> set[str]:
    """The buckets that do not equal the centre's."""
    return {bucket for (bucket,) in reader.rows(_UNPROVEN)}


def doubt(desk: Desk, buckets: set[str]) -> None:
    """Has the next round read these buckets from the start."""
    desk.write(lambda unit: inbound.read_anew(unit.connection, buckets), pulled=True)
