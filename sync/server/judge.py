"""One act decided with authority: performed, flagged, or refused. Nothing it does stops the queue."""

import logging
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import msgspec
from sqlalchemy import Connection, select
from sqlalchemy.exc import DBAPIError

from desktop.accounts.tables import staff
from desktop.office.ids import Id
from desktop.office.mutation import Catalogue, Context, Kind, Look, Mutation, Refused, Row, Seal
from desktop.office.numbers import Taken
from desktop.office.rows import Rows
from desktop.office.signing import verified
from desktop.registers.tables import number_book
from sync.server.database import passing, sqlstate
from sync.server.devices import Device
from sync.server.logs import trace_of
from sync.server.slate import Unfit
from sync.server.tables import device
from sync.server.trials import Trial
from sync.wire.messages import WireMutation

log = logging.getLogger(__name__)
APPLIED, FLAGGED, REJECTED = "applied", "flagged", "rejected"


@dataclass(frozen=True)
class Verdict:
    """`touched`: (entity, id) of the rows that the act wrote; none unless it was performed."""

    status: str
    code: str | None = None
    data: dict[str, Any] | None = None
    touched: tuple[tuple[str, Id], ...] = ()


@dataclass(frozen=True)
class Understood:
    """An act with the mutation that it names and its body as that mutation reads it."""

    act: WireMutation
    mutation: Mutation[Any]
    body: Any

    @property
    def taken(self) -> Taken | None:
        taken = getattr(self.body, "taken", None)
        return taken if isinstance(taken, Taken) else None

    @property
    def places(self) -> list[tuple[str, int, int]]:
        """Series, year and number of every number event that the act will ask for."""
        if self.taken is not None:
            return [(self.taken.series, self.taken.year_be, self.taken.n)]
        return self.body.places() if hasattr(self.body, "places") else []

    def looks(self) -> Iterable[Look]:
        return self.mutation.reads(self.body)


class Judge:
    """Decides the acts of one device within one transaction."""

    def __init__(self, connection: Connection, catalogue: Catalogue, device: Device) -> None:
        self._connection = connection
        self._catalogue = catalogue
        self._device = device
        self._people: dict[Id, bool] = {}
        self._leases: dict[Id, Row | None] = {}

    def understand(self, act: WireMutation) -> Understood | Verdict:
        """The act's meaning, or why it is refused without being tried."""
        mutation = self._catalogue.find(act.type, act.v)
        if mutation is None:
            return Verdict(REJECTED, "unknown_type", {"type": act.type, "v": act.v})
        if mutation.centre_only and not self._device.is_centre:
            return Verdict(REJECTED, "not_allowed")
        try:
            return Understood(act, mutation, msgspec.msgpack.decode(act.body, type=mutation.body))
        except (msgspec.MsgspecError, RecursionError):
            return Verdict(REJECTED, "bad_body")

    def decide(self, meant: Understood, trial: Trial) -> Verdict:
        """What becomes of the act; Unfit when the trial can't tell."""
        act, mutation = meant.act, meant.mutation
        if mutation.kind is Kind.INTENT and not self._knows(act.user_id):
            return Verdict(REJECTED, "user_unknown")
        if not all(map(self._sealed, mutation.seals(meant.body))):
            return Verdict(REJECTED, "not_signed_by_both")
        try:
            return _performed(trial.run(lambda rows: self._perform(rows, meant)))
        except Refused as refused:
            return _no(mutation, refused.code, refused.data)
        except Unfit:
            raise
        except DBAPIError as error:
            if passing(error):
                raise
            log.error("act fell type=%s mseq=%d sqlstate=%s", act.type, act.mseq, sqlstate(error))
        except Exception as error:  # an act that breaks our code must not stop the acts behind it
            log.error("act broke type=%s mseq=%d error=%s", act.type, act.mseq, trace_of(error))
        return _no(mutation, "not_applied", {})

    def _perform(self, rows: Rows, meant: Understood) -> None:
        meant.mutation.apply(rows, meant.body, self._context(meant.act))
        if any(entity == number_book.name for entity, _ in rows.touched):
            self._leases.clear()
        _hold_ids_whole(rows.touched)
        self._note_oddities(rows, meant)

    def _context(self, act: WireMutation) -> Context:
        device = self._device
        return Context(device.office_id, device.device_id, act.user_id, act.mut_id, act.mseq, act.at, authority=True)

    def _sealed(self, seal: Seal) -> bool:
        """Whether a desk of the office signed this; one that ended since may have."""
        query = select(device.c.public_key).where(
            device.c.office_id == self._device.office_id, device.c.device_id == seal.device_id
        )
        key = self._connection.execute(query).scalar()
        return key is not None and verified(bytes(key), seal.content, seal.signature)

    def _note_oddities(self, rows: Rows, meant: Understood) -> None:
        """Flags what a fact may do but a person should know: unknown actor, number from a book of somebody else."""
        if not meant.mutation.unattended and not self._knows(meant.act.user_id):
            rows.flag("user_unknown", user_id=meant.act.user_id.hex())
        taken = meant.taken
        if taken is not None and not self._device.is_centre and not self._leased(rows, taken):
            rows.flag("number_not_leased", series=taken.series, year_be=taken.year_be, n=taken.n)

    def _knows(self, user_id: Id) -> bool:
        """Whether an active member of the office's staff acts; the centre acts for itself."""
        if self._device.is_centre:
            return True
        if user_id not in self._people:
            query = select(staff.c.id).where(
                staff.c.office_id == self._device.office_id, staff.c.id == user_id, staff.c.active == 1
            )
            self._people[user_id] = self._connection.execute(query).first() is not None
        return self._people[user_id]

    def _leased(self, rows: Rows, taken: Taken) -> bool:
        if taken.lease_id not in self._leases:
            self._leases[taken.lease_id] = rows.find(number_book, taken.lease_id)
        book = self._leases[taken.lease_id]
        return (
            book is not None
            and book["device_id"] in self._device.line
            and (book["series"], book["year_be"], book["epoch"]) == (taken.series, taken.year_be, taken.epoch)
            and book["lo"] <= taken.n <= book["hi"]
        )


def _hold_ids_whole(touched: Iterable[tuple[str, Id]]) -> None:
    if any(len(row_id) != 16 for _, row_id in touched):
        raise Refused("bad_body")


def _no(mutation: Mutation[Any], code: str, data: dict[str, Any]) -> Verdict:
    """A fact that can't be performed is kept and flagged, an intent is refused."""
    return Verdict(FLAGGED if mutation.kind is Kind.FACT else REJECTED, code, data or None)


def _performed(rows: Rows) -> Verdict:
    touched = tuple(rows.touched)
    if not rows.flags:
        return Verdict(APPLIED, touched=touched)
    (code, data), *others = rows.flags
    for _, told in others:
        data = told | data
    return Verdict(FLAGGED, code, data | {"also": [other for other, _ in others]} if others else data, touched)
