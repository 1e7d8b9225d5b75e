"""One act decided with authority: performed under a savepoint, flagged, or refused. Nothing it does stops the queue."""

import logging
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import msgspec
from sqlalchemy import Connection, select
from sqlalchemy.exc import DBAPIError

from desktop.accounts.tables import staff
from desktop.office.ids import Id
from desktop.office.mutation import Catalogue, Context, Kind, Mutation, Refused, Rows
from desktop.office.numbers import Taken
from sync.server.database import passing, sqlstate
from sync.server.devices import Device
from sync.server.logs import trace_of
from sync.server.tables import lease
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


class Judge:
    """Decides the acts of one device within one transaction."""

    def __init__(self, connection: Connection, catalogue: Catalogue, device: Device) -> None:
        self._connection = connection
        self._catalogue = catalogue
        self._device = device
        self._people: dict[Id, bool] = {}
        self._leases: dict[Id, Any] = {}

    def decide(self, act: WireMutation) -> Verdict:
        mutation = self._catalogue.find(act.type, act.v)
        if mutation is None:
            return Verdict(REJECTED, "unknown_type", {"type": act.type, "v": act.v})
        if mutation.centre_only and not self._device.is_centre:
            return Verdict(REJECTED, "not_allowed")
        try:
            body = msgspec.msgpack.decode(act.body, type=mutation.body)
        except (msgspec.MsgspecError, RecursionError):
            return Verdict(REJECTED, "bad_body")
        if mutation.kind is Kind.INTENT and not self._knows(act.user_id):
            return Verdict(REJECTED, "user_unknown")
        return self._perform(mutation, body, act)

    def _perform(self, mutation: Mutation[Any], body: Any, act: WireMutation) -> Verdict:
        rows = Rows(self._connection, self._catalogue, self._device.office_id, authority=True)
        try:
            with self._connection.begin_nested():
                mutation.apply(rows, body, self._context(act))
                _hold_ids_whole(rows.touched)
                self._note_oddities(rows, body, act)
        except Refused as refused:
            return _no(mutation, refused.code, refused.data)
        except DBAPIError as error:
            if passing(error):
                raise
            log.error("act fell type=%s mseq=%d sqlstate=%s", act.type, act.mseq, sqlstate(error))
            return _no(mutation, "not_applied", {})
        except Exception as error:  # an act that breaks our code must not stop the acts behind it
            log.error("act broke type=%s mseq=%d error=%s", act.type, act.mseq, trace_of(error))
            return _no(mutation, "not_applied", {})
        return _performed(rows)

    def _context(self, act: WireMutation) -> Context:
        device = self._device
        return Context(device.office_id, device.device_id, act.user_id, act.mut_id, act.mseq, act.at, authority=True)

    def _note_oddities(self, rows: Rows, body: Any, act: WireMutation) -> None:
        """Flags what a fact may do but a person should know: unknown actor, number from a book of somebody else."""
        if not self._knows(act.user_id):
            rows.flag("user_unknown", user_id=act.user_id.hex())
        taken = getattr(body, "taken", None)
        if isinstance(taken, Taken) and not self._device.is_centre and not self._leased(taken):
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

    def _leased(self, taken: Taken) -> bool:
        if taken.lease_id not in self._leases:
            query = select(lease).where(lease.c.office_id == self._device.office_id, lease.c.lease_id == taken.lease_id)
            self._leases[taken.lease_id] = self._connection.execute(query).first()
        book = self._leases[taken.lease_id]
        return (
            book is not None
            and (book.device_id, book.series, book.year_be, book.epoch)
            == (self._device.device_id, taken.series, taken.year_be, taken.epoch)
            and book.lo <= taken.n <= book.hi
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
    code, data = rows.flags[0]
    others = [other for other, _ in rows.flags[1:]]
    return Verdict(FLAGGED, code, data | {"also": others} if others else data, touched)
