"""A head gives the open letters of somebody who is absent to somebody else of the unit."""

import msgspec

from desktop.accounts.tables import staff
from desktop.letters import tables
from desktop.letters.chain import may_reassign
from desktop.letters.route_model import Said
from desktop.letters.underway import is_open, note, settled
from desktop.office.mutation import Context, Kind, Look, Mutation, Refused, Row, Rows


class HeldPart(msgspec.Struct, frozen=True):
    event_id: bytes
    route_id: bytes


class Reassign(msgspec.Struct, frozen=True):
    """`reason`: why its holder can't see to it."""

    letters: tuple[HeldPart, ...]
    to_person: bytes
    to_name: str
    reason: str
    actor_name: str


def reassign(rows: Rows, body: Reassign, context: Context) -> None:
    """What was seen to meanwhile stays as it is; refused where nothing is left, or to somebody of another unit."""
    if not body.reason.strip():
        raise Refused("letters.reason_missing")
    found = [(part.event_id, rows.find(tables.routing, part.route_id)) for part in body.letters]
    open_ = [(event_id, row) for event_id, row in found if row is not None and is_open(row)]
    if not open_:
        raise settled(next((row for _, row in found), None))
    actor, to = rows.find(staff, context.user_id), rows.find(staff, body.to_person)
    for event_id, row in open_:
        _hold_right(row, actor, to)
        note(rows, event_id, row, Said.REASSIGNED, f"{body.to_name} · {body.reason}", body.actor_name, context)
        rows.update(tables.routing, row, held_by=body.to_person)


def _hold_right(row: Row, actor: Row | None, to: Row | None) -> None:
    if actor is None or not may_reassign(actor["role"], of_unit=actor["unit_id"] == row["unit_id"]):
        raise Refused("letters.may_not_reassign", letter_id=row["letter_id"].hex())
    if to is None or not to["active"] or to["unit_id"] != row["unit_id"]:
        raise Refused("letters.person_not_of_unit", letter_id=row["letter_id"].hex())


def _held(body: Reassign) -> tuple[Look, ...]:
    return (
        *(Look(tables.routing, "id", part.route_id) for part in body.letters),
        Look(staff, "id", body.to_person),
    )


REASSIGN = Mutation("letters.reassign", 1, Kind.INTENT, Reassign, reassign, reads=_held)

MUTATIONS = (REASSIGN,)
