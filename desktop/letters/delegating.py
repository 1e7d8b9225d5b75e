"""Orders of delegation as they travel: entered by the secretary, recalled by whoever may, held at every desk."""

from collections.abc import Iterable
from datetime import date

import msgspec

from desktop.accounts.model import Role
from desktop.accounts.tables import staff
from desktop.letters import tables
from desktop.letters.authority import RECALLED, Capacity, Delegation
from desktop.letters.authority_tables import delegation
from desktop.office.clock import from_utc_text
from desktop.office.ids import Id
from desktop.office.mutation import Context, Entity, Kind, Look, Mutation, Refused, Row, Rows

COMMON = frozenset({"common/normal"})
MAY_ENTER = frozenset({Role.REGISTRAR, Role.EXECUTIVE})
_MOST_TOLD = 20


class Delegate(msgspec.Struct, frozen=True):
    """An order as it stands on paper; days as ISO texts. Given to `to_id`, or to whoever holds `to_position`."""

    delegation_id: bytes
    order_no: str
    order_date: str
    capacity: str
    position_th: str
    valid_from: str
    actor_name: str
    valid_to: str | None = None
    to_id: bytes | None = None
    to_position: str | None = None
    holder_id: bytes | None = None
    kinds: tuple[str, ...] = ()
    actions: tuple[str, ...] = ()
    powers: str | None = None


class RecallDelegation(msgspec.Struct, frozen=True):
    """The order ends now, before its time."""

    delegation_id: bytes
    reason: str
    actor_name: str


def delegate(rows: Rows, body: Delegate, context: Context) -> None:
    _may_enter(rows, context, body.holder_id)
    problem = problem_of(body)
    if problem:
        raise Refused(problem)
    if rows.find(delegation, body.delegation_id) is not None:
        return
    rows.insert(
        delegation,
        body.delegation_id,
        order_no=body.order_no,
        order_date=body.order_date,
        capacity=body.capacity,
        position_th=body.position_th,
        to_id=body.to_id,
        to_position=body.to_position,
        holder_id=body.holder_id,
        valid_from=body.valid_from,
        valid_to=body.valid_to,
        kinds=" ".join(body.kinds),
        actions=" ".join(body.actions),
        powers=body.powers,
        entered_by=context.user_id,
        entered_by_name=body.actor_name,
        entered_at=context.at,
        recalled_at=None,
        recalled_by_name=None,
        recall_reason=None,
    )


def problem_of(body: Delegate) -> str | None:
    """The code of what an order lacks; None when it may be entered."""
    if not (body.order_no.strip() and body.position_th.strip() and (body.to_id or (body.to_position or "").strip())):
        return "letters.delegation_incomplete"
    if body.capacity not in {one.value for one in Capacity} - {Capacity.OWN.value}:
        return "letters.delegation_incomplete"
    try:
        first, last = date.fromisoformat(body.valid_from), date.fromisoformat(body.valid_to or body.valid_from)
        date.fromisoformat(body.order_date)
    except ValueError:
        return "letters.delegation_days"
    return "letters.delegation_days" if last < first else None


def recall(rows: Rows, body: RecallDelegation, context: Context) -> None:
    """Ends the order at the moment of the act. What was signed under it afterwards is kept and marked."""
    row = rows.find(delegation, body.delegation_id)
    if row is None:
        raise Refused("letters.delegation_unknown")
    if row["recalled_at"] is not None:
        raise Refused("letters.delegation_recalled_already", at=row["recalled_at"])
    if not body.reason.strip():
        raise Refused("letters.reason_missing")
    _may_enter(rows, context, row["holder_id"])
    said = {"recalled_by_name": body.actor_name, "recall_reason": body.reason}
    rows.update(delegation, row, recalled_at=context.at, **said)
    if context.authority:
        _mark_later(rows, body.delegation_id, context.at)


def _mark_later(rows: Rows, delegation_id: Id, at: str) -> None:
    """Endorsements that reached the centre before the recall that came before them."""
    later = [row for row in _under(rows, delegation_id) if row["at"] >= at and row["flaw"] is None]
    for row in later:
        rows.update(tables.endorsement, row, flaw=RECALLED)
    if later:
        letters = sorted({row["letter_id"].hex() for row in later})
        rows.flag("letters.endorsed_after_recall", count=len(later), letter_id=letters[0], letters=letters[:_MOST_TOLD])


def _under(rows: Rows, delegation_id: Id) -> Iterable[Row]:
    for column in ("delegation_id", "via_id"):
        yield from rows.where(tables.endorsement, column, delegation_id)


def _may_enter(rows: Rows, context: Context, holder_id: Id | None) -> None:
    if context.is_centre:
        return
    person = rows.find(staff, context.user_id)
    if person is None or (person["role"] not in MAY_ENTER and context.user_id != holder_id):
        raise Refused("letters.may_not_delegate")


def delegation_of(row: Row, names: dict[Id, str] | None = None) -> Delegation:
    """The order that a row holds; `names` of the staff, where they are wanted."""
    known = names or {}
    return Delegation(
        id=row["id"],
        order_no=row["order_no"],
        order_date=date.fromisoformat(row["order_date"]),
        capacity=Capacity(row["capacity"]),
        position_th=row["position_th"],
        valid_from=date.fromisoformat(row["valid_from"]),
        valid_to=date.fromisoformat(row["valid_to"]) if row["valid_to"] else None,
        to_id=row["to_id"],
        to_position=row["to_position"] or "",
        to_name=known.get(row["to_id"], "") if row["to_id"] else "",
        holder_id=row["holder_id"],
        holder_name=known.get(row["holder_id"], "") if row["holder_id"] else "",
        kinds=frozenset(row["kinds"].split()),
        actions=frozenset(row["actions"].split()),
        powers=row["powers"] or "",
        entered_by_name=row["entered_by_name"],
        recalled_at=from_utc_text(row["recalled_at"]) if row["recalled_at"] else None,
        recalled_by_name=row["recalled_by_name"] or "",
        recall_reason=row["recall_reason"] or "",
        here_only=row["ver"] == 0,
    )


def everyone(rows: Rows, row: Row) -> frozenset[str]:
    return COMMON


def _entering(body: Delegate) -> tuple[Look, ...]:
    return (Look(delegation, "id", body.delegation_id),)


def _recalled(body: RecallDelegation) -> tuple[Look, ...]:
    by = (Look(tables.endorsement, column, body.delegation_id) for column in ("delegation_id", "via_id"))
    return (Look(delegation, "id", body.delegation_id), *by)


ENTITIES = (Entity(delegation, everyone),)
DELEGATE = Mutation("letters.delegate", 1, Kind.INTENT, Delegate, delegate, reads=_entering)
RECALL_DELEGATION = Mutation("letters.recall_delegation", 1, Kind.INTENT, RecallDelegation, recall, reads=_recalled)
MUTATIONS = (DELEGATE, RECALL_DELEGATION)
