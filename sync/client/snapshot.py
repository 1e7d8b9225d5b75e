"""The snapshot road: a bucket that this desk is far behind in comes as packs, fetched and written side by side."""

import hashlib
import logging
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from threading import Event

from desktop.office.errors import OfficeError
from desktop.store import filling
from desktop.store.desk import Desk
from desktop.store.filling import Filling, Progress
from desktop.store.unit_of_work import UnitOfWork
from sync.client.answer import want_blobs
from sync.client.centre import Centre
from sync.client.sanity import check_rows
from sync.wire.codec import Malformed, decode
from sync.wire.messages import Pack, PackRef, SnapshotOffer

log = logging.getLogger(__name__)

AHEAD = 1
"""Packs that are fetched while one is written: fetching is faster, and each holds 8 MB of memory until then."""
_TRIES = 3
_PATIENCE = 300
"""Times that the centre is asked in a row while no pack more comes."""
_MOST_PACK = 32 << 20
_QUIET = 2.0
"""Seconds between two tellings of the screens that rows came in."""


class Spoilt(Exception):
    """The centre's packs can't be used; its pages can."""


class _Gone(Exception):
    """The centre began its snapshot anew, at another position."""


class SnapshotRoad:
    """Fills buckets of one desk, one at a time; a fill that was cut off goes on at its next pack.

    OfficeError as `Centre` and the store; `Spoilt` when a pack is not what its address says, however often it is asked.
    """

    def __init__(self, desk: Desk, centre: Centre) -> None:
        self._desk = desk
        self._centre = centre
        self._told_at = desk.clock.monotonic()

    def take(self, bucket: str, buckets: Sequence[str], told: Callable[[int, int], None]) -> None:
        """Brings the bucket to its snapshot's position. `buckets`: all that it sees; `told`: rows done, of all."""
        begun = filling.position(self._desk.reader, bucket)
        for again in (begun, *[0] * _TRIES):
            try:
                return self._fill(self._offer(bucket, again), buckets, told)
            except _Gone:
                log.info("a snapshot was begun anew")
            except OfficeError as error:
                if error.subject.get("problem") != "not_found":
                    raise
                log.info("a snapshot is gone, another will do")
        raise Spoilt

    def _fill(self, offer: SnapshotOffer, buckets: Sequence[str], told: Callable[[int, int], None]) -> None:
        desk = self._desk
        into = Filling(desk.catalogue.entities, desk.identity.office_id, offer.bucket, offer.upto)
        sizes, total = [pack.rows for pack in offer.packs], offer.total.n_rows
        progress = desk.write(lambda unit: into.begin(unit, sizes, total), pulled=True)
        rows = progress.rows_done
        told(rows, total)
        for pack in self._packs(offer, progress):
            desk.write(partial(self._write, into, pack), pulled=True)
            rows += len(pack.rows.rows)
            told(rows, total)
        desk.write(lambda unit: into.finish(unit, buckets), pulled=True)

    def _offer(self, bucket: str, upto: int) -> SnapshotOffer:
        """The snapshot of that position if it is still to be had, else the newest, once any pack of it is there."""
        for _ in range(_PATIENCE):
            offer = self._ask(bucket, upto)
            if offer.ready or offer.packs:
                return offer
            Event().wait(offer.again_after)
        raise OfficeError("post.no_line")

    def _ask(self, bucket: str, upto: int) -> SnapshotOffer:
        known = dict(self._desk.reader.rows("SELECT bucket, oseq FROM cursor")).get(bucket, 0)
        return self._centre.snapshot(bucket, upto, known)

    def _refs(self, offer: SnapshotOffer, done: int) -> Iterator[PackRef]:
        """Packs from number `done` on; of a snapshot that the centre is still making, as they come there."""
        fruitless = 0
        while fruitless < _PATIENCE:
            yield from offer.packs[done:]
            if offer.ready:
                return
            done = len(offer.packs)
            more = self._ask(offer.bucket, offer.upto)
            if (more.upto, more.packs[:done]) != (offer.upto, offer.packs):
                raise _Gone
            if more.ready or len(more.packs) > done:
                fruitless = 0
            else:
                fruitless += 1
                Event().wait(more.again_after)
            offer = more
        raise OfficeError("post.no_line")

    def _packs(self, offer: SnapshotOffer, progress: Progress) -> Iterator[Pack]:
        """The packs still missing, in order; the next ones are on their way while one is written."""
        coming: deque[Future[Pack]] = deque()
        with ThreadPoolExecutor(1, thread_name_prefix="post-packs") as lane:
            try:
                for ref in self._refs(offer, progress.packs_done):
                    coming.append(lane.submit(self._fetch, offer, ref))
                    if len(coming) > AHEAD:
                        yield coming.popleft().result()
                while coming:
                    yield coming.popleft().result()
            finally:
                for one in coming:
                    one.cancel()

    def _fetch(self, offer: SnapshotOffer, ref: PackRef) -> Pack:
        for _ in range(_TRIES):
            content = self._centre.pack(offer.bucket, offer.upto, ref.sha256)
            if hashlib.sha256(content).hexdigest() == ref.sha256:
                return _opened(content, offer, ref)
            log.warning("a pack came altered")
        raise Spoilt

    def _write(self, into: Filling, pack: Pack, unit: UnitOfWork) -> None:
        part = pack.rows
        into.take(unit, part.entity, part.columns, part.rows)
        want_blobs(self._desk, unit, (part,))
        now = self._desk.clock.monotonic()
        if now - self._told_at >= _QUIET:
            self._told_at = now
            unit.changed(part.entity, part.rows[0][part.columns.index("id")])


def _opened(content: bytes, offer: SnapshotOffer, ref: PackRef) -> Pack:
    try:
        pack = decode(content, Pack, limit=_MOST_PACK)
        check_rows(pack.rows)
    except Malformed as error:
        raise Spoilt from error
    if (pack.bucket, pack.upto, len(pack.rows.rows)) != (offer.bucket, offer.upto, ref.rows):
        raise Spoilt
    if not {"id", "ver"} <= set(pack.rows.columns):
        raise Spoilt
    return pack
