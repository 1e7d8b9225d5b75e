"""One process of the centre assembled: what each request means, without HTTP around it."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from sqlalchemy import Connection, Engine

from desktop.office.clock import Clock, SystemClock, utc_text
from desktop.office.ids import IdMaker
from desktop.office.mutation import Catalogue
from sync.server import devices, feed_reading, leases, packs, recount, sequencing, signatures
from sync.server.blobs import Blobs
from sync.server.chain import check_end
from sync.server.confining import confine
from sync.server.database import again, question, setting, snapshot, transact
from sync.server.devices import Device, DeviceKey
from sync.server.feed_reading import Page
from sync.server.identity import Identity
from sync.server.online import Online
from sync.server.packs import Packs, far_behind
from sync.server.passwords import SignIn
from sync.server.post_office import accept_all
from sync.server.refusal import Refusal
from sync.server.reports import Reports
from sync.server.rooms import CATALOGUE
from sync.server.straight import Statement
from sync.server.tokens import Tokens
from sync.server.writing import open_gate
from sync.wire.messages import MOST_ACTS, PROTO, Holding, Lease, LeaseWish, Result, SyncRequest, SyncResponse

MAX_WISHES = 20
_BIGINT = (1 << 63) - 1
_HEADS = Statement("SELECT office_id, head FROM office_head WHERE office_id = ANY(CAST(:offices AS bigint[]))")

_TOPS = Statement("""
SELECT asked.office_id, asked.bucket,
       (SELECT max(oseq) FROM change WHERE change.office_id = asked.office_id AND change.bucket = asked.bucket) AS top
FROM unnest(CAST(:offices AS bigint[]), CAST(:buckets AS text[])) AS asked(office_id, bucket)
""")


@dataclass(frozen=True)
class Written:
    """What the writing half of a sync did."""

    results: tuple[Result, ...]
    leases: tuple[Lease, ...]
    notices: tuple[str, ...]


class Centre:
    """Holds nothing between requests but the way to the database: any number of them may serve one office at once."""

    def __init__(
        self, engine: Engine, blobs: Path, clock: Clock | None = None, catalogue: Catalogue = CATALOGUE
    ) -> None:
        self.engine = engine
        self.clock = clock or SystemClock()
        self._catalogue = catalogue
        self._ids = IdMaker(self.clock)
        with engine.begin() as connection:
            self.tokens = Tokens(setting(connection, "token_key"))
        self.identity = Identity(engine, self.clock, self._ids, self.tokens)
        self.sign_in = SignIn(engine, self.clock)
        self.blobs = Blobs(engine, blobs, self.clock)
        self.online = Online(engine, catalogue, self.clock)
        self.packs = Packs(engine, blobs / "packs", catalogue)
        self.reports = Reports(engine, self.clock)

    def sync(self, key: DeviceKey, request: SyncRequest) -> SyncResponse:
        """The one loop of the post: what the desk did, the numbers it needs, then what it has not seen."""
        if request.device_id != key.device_id:
            raise Refusal(403, "device_mismatch", "the token is another device's")
        if request.proto != PROTO:
            raise Refusal(426, "upgrade_required", f"this centre speaks protocol {PROTO}", proto=PROTO)
        if len(request.need_leases) > MAX_WISHES:
            raise Refusal(400, "bad_request", "too many wishes")
        written = self._write(key, request)
        answer = again(partial(self._read, key, request, written))
        self.reports.note(key, request.stats)  # only of a desk that was answered
        return answer

    def _write(self, key: DeviceKey, request: SyncRequest) -> Written:
        """Acts in transactions of their own: what a broken line cuts off is simply sent again.

        To a desk that does not know of a new feed only that is told: it must tell its books before its acts are judged.
        """
        if not (request.mutations or request.need_leases or request.held is not None):
            return Written((), (), ())
        epoch = question(self.engine, lambda connection: setting(connection, "feed_epoch"))
        if request.feed_epoch != epoch:
            return Written((), (), ())
        disputed = self._announce(key, request.held, epoch) if request.held is not None else []
        results = accept_all(
            self.engine, self._catalogue, key, request.mutations, self.clock, request.chain, signatures.of(request)
        )
        if recount.has_loans(request.mutations):
            at = utc_text(self.clock.now())
            transact(self.engine, lambda c: recount.suspend_loans(c, key.office_id, at, self._ids))
        if sequencing.is_occasion(request.mutations):
            work = partial(self._number_waiting, key.office_id)
            while transact(self.engine, work) == sequencing.AT_ONCE:
                continue
        granted, notices = self._grant(key, request.need_leases, epoch) if request.need_leases else ([], [])
        return Written(tuple(results), tuple(granted), (*disputed, *notices))

    def _number_waiting(self, office_id: int, connection: Connection) -> int:
        return sequencing.number_waiting(connection, self._catalogue, office_id, self.clock, self._ids)

    def _announce(self, key: DeviceKey, held: Sequence[Holding], epoch: bytes) -> list[str]:
        at = utc_text(self.clock.now())
        return transact(self.engine, lambda c: recount.announce(c, key, held, epoch, at, self._ids))

    def _grant(self, key: DeviceKey, wanted: Sequence[LeaseWish], epoch: bytes) -> tuple[list[Lease], list[str]]:
        def work(connection: Connection) -> tuple[list[Lease], list[str]]:
            device = devices.find(connection, key, lock=True)
            open_gate(connection, key.office_id)
            wishes, waiting = recount.allowed(connection, device, wanted, epoch)
            granted, refused = leases.grant(connection, device, wishes, self.clock.now(), self._ids)
            return granted, waiting + refused

        return transact(self.engine, work)

    def _read(self, key: DeviceKey, request: SyncRequest, written: Written) -> SyncResponse:
        with snapshot(self.engine) as connection:
            device = devices.find(connection, key)
            same_epoch = request.feed_epoch == device.epoch
            if same_epoch and not request.mutations:
                check_end(connection, device, request.chain)
            cursors = {name: min(max(request.cursors.get(name, 0), 0), _BIGINT) for name in device.buckets}
            confine(connection, key.office_id, device.buckets)
            if same_epoch:
                page, far = self._page(connection, device, cursors, packs=request.packs)
            else:
                page, far = self._digests(connection, device, cursors), frozenset[str]()
        return SyncResponse(
            results=written.results,
            buckets=device.buckets,
            entries=page.entries,
            rows=page.rows,
            upto=page.upto,
            head=page.head,
            more=page.more,
            digests=page.digests,
            leases=written.leases,
            durable_through=page.head,
            server_time=utc_text(self.clock.now()),
            feed_epoch=device.epoch,
            notices=written.notices if same_epoch else (*written.notices, "feed_epoch_changed"),
            signers=device.scope.signers,
            far=tuple(sorted(far)),
            most_acts=MOST_ACTS,
        )

    def _page(
        self, connection: Connection, device: Device, cursors: dict[str, int], *, packs: bool
    ) -> tuple[Page, frozenset[str]]:
        """The next page of all buckets but those for which packs are the road, and these."""
        far = self._far(connection, device, cursors) if packs else frozenset[str]()
        largest = feed_reading.MOST_BYTES if packs else None
        while True:
            near = {name: since for name, since in cursors.items() if name not in far}
            try:
                page = feed_reading.read(
                    connection, self._catalogue, device.office_id, near, largest=largest, now=device.head
                )
            except feed_reading.TooLarge as error:
                far |= error.buckets
            else:
                return page, far

    def _digests(self, connection: Connection, device: Device, cursors: dict[str, int]) -> Page:
        """After a restore: only digests, by which the desk finds the buckets it must read anew."""
        return Page((), (), 0, device.head, True, feed_reading.digests(connection, device.office_id, cursors))

    def _far(self, connection: Connection, device: Device, cursors: dict[str, int]) -> frozenset[str]:
        """Buckets that the desk should take as packs."""
        behind = {name: since for name, since in cursors.items() if device.head - since >= packs.MANY}
        if not behind:
            return frozenset()
        held = feed_reading.digests(connection, device.office_id, behind)
        return far_behind(connection, device.office_id, behind, {name: said.n_rows for name, said in held.items()})

    def device(self, key: DeviceKey) -> Device:
        """The desk as it is known now; a Refusal for one that may know nothing."""
        return question(self.engine, lambda connection: devices.find(connection, key))

    def heads(self, offices: Collection[int]) -> dict[int, int]:
        """The heads of these offices."""
        return dict(question(self.engine, lambda connection: _HEADS.rows(connection, offices=list(offices))))

    def tops(self, places: Collection[tuple[int, str]]) -> dict[tuple[int, str], int]:
        """The last position at which something changed in each of these buckets of offices."""
        offices, buckets = [office for office, _ in places], [bucket for _, bucket in places]
        found = question(self.engine, lambda connection: _TOPS.rows(connection, offices=offices, buckets=buckets))
        return {(office_id, bucket): top or 0 for office_id, bucket, top in found}
