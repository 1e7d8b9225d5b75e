"""A destruction list from its first letter to the fire: the verbs that travel.

Nothing here removes a row: a list takes papers off the shelf, never letters off the register. Signing and destroying
happened (facts); everything before is wanted, and refused where the list has gone further already.
"""

from datetime import date

import msgspec
from sqlalchemy import bindparam, select

from desktop.archive import tables
from desktop.archive.model import ListState, Member, MemberRole, Verdict
from desktop.archive.rules import approval_problem, committee_problems
from desktop.letters.tables import letter as letters
from desktop.office.ids import Id
from desktop.office.mutation import Context, Kind, Look, Mutation, Refused, Row, Rows
from desktop.office.secrecy import Secrecy
from desktop.office.series import unit_of

MOST_AT_ONCE = 500
"""Letters that one act names."""

_entries = tables.destruction_entry
_holds, _disposals = tables.letter_hold, tables.letter_disposal
_ON_LIST = (
    select(_entries.c.id, _entries.c.number, _entries.c.year_be)
    .where(
        _entries.c.office_id == bindparam("office_id"),
        _entries.c.list_id == bindparam("list_id"),
        _entries.c.verdict == Verdict.DESTROY.value,
    )
    .order_by(_entries.c.place)
)
_HELD = _ON_LIST.join(
    _holds, (_holds.c.office_id == _entries.c.office_id) & (_holds.c.letter_id == _entries.c.letter_id)
).where(_holds.c.released_at.is_(None))
_GONE = _ON_LIST.join(
    _disposals,
    (_disposals.c.office_id == _entries.c.office_id) & (_disposals.c.letter_id == _entries.c.letter_id),
)
"""Letters to be destroyed that are held, or are gone already."""


class OpenList(msgspec.Struct, frozen=True):
    """`unit_id` None: a list of the registers that the whole office has."""

    list_id: bytes
    year_be: int
    title: str
    actor_name: str
    unit_id: bytes | None = None


class EntryPart(msgspec.Struct, frozen=True):
    """A letter for a list: for how many `years` it is kept from the end of `since_be`, by which rule."""

    id: bytes
    letter_id: bytes
    place: int
    retention: str
    years: int
    since_be: int
    file_code: str = ""


class PutOnList(msgspec.Struct, frozen=True):
    list_id: bytes
    entries: tuple[EntryPart, ...]


class MemberPart(msgspec.Struct, frozen=True):
    id: bytes
    role: str
    name: str
    position: str


class Appoint(msgspec.Struct, frozen=True):
    """The committee of a list, instead of one that has not begun to sign."""

    list_id: bytes
    order: str
    members: tuple[MemberPart, ...]


class Judge(msgspec.Struct, frozen=True):
    """What the committee proposes for letters of a list: destroy, or keep with its reason."""

    list_id: bytes
    entry_ids: tuple[bytes, ...]
    verdict: str
    reason: str = ""


class Sign(msgspec.Struct, frozen=True):
    """A member has signed the list on paper."""

    member_id: bytes
    signed_on: str
    actor_name: str


class Approve(msgspec.Struct, frozen=True):
    """The head of the office approved the list, after the National Archives was asked."""

    list_id: bytes
    approved_by_name: str
    approved_position: str
    approved_on: str
    archives_answer: str
    archives_sent_on: str
    archives_reference: str = ""


class Withdraw(msgspec.Struct, frozen=True):
    """The list is given up before it was approved."""

    list_id: bytes
    reason: str


class DisposalPart(msgspec.Struct, frozen=True):
    id: bytes
    entry_id: bytes


class Destroyed(msgspec.Struct, frozen=True):
    """The papers of these letters of an approved list were destroyed; `last`: nothing more of the list is left."""

    list_id: bytes
    disposals: tuple[DisposalPart, ...]
    destroyed_on: str
    how: str
    actor_name: str
    last: bool = True


def open_list(rows: Rows, body: OpenList, context: Context) -> None:
    rows.insert(
        tables.destruction_list,
        body.list_id,
        unit_id=body.unit_id,
        year_be=body.year_be,
        title=body.title,
        state=ListState.DRAFT.value,
        prepared_by_name=body.actor_name,
        prepared_at=context.at,
        **dict.fromkeys(_LATER),
    )


_LATER = (
    "committee_order", "approved_by_name", "approved_position", "approved_on", "archives_answer", "archives_sent_on",
    "archives_reference", "destroyed_on", "destroyed_how",
)  # fmt: skip


def put_on_list(rows: Rows, body: PutOnList, context: Context) -> None:
    found = _draft(rows, body.list_id)
    _unsigned(rows, body.list_id)
    owner = found["unit_id"].hex() if found["unit_id"] else None
    for part in body.entries:
        letter = rows.find(letters, part.letter_id)
        if letter is None:
            raise Refused("letters.gone")
        if letter["secrecy"] != Secrecy.NORMAL or unit_of(letter["register"]) != owner:
            raise Refused("archive.not_for_this_list", n=letter["number"], year_be=letter["year_be"])
        rows.insert(tables.destruction_entry, part.id, **_entry(body.list_id, part, letter))


def _entry(list_id: Id, part: EntryPart, letter: Row) -> dict[str, object]:
    """The letter's words as they are now, beside why it may be on the list."""
    copied = {name: letter[name] for name in ("register", "year_be", "number", "book_number", "letter_date", "subject")}
    values = msgspec.structs.asdict(part)
    del values["id"]
    return copied | values | {"list_id": list_id, "verdict": Verdict.DESTROY.value, "reason": ""}


def appoint(rows: Rows, body: Appoint, context: Context) -> None:
    found = _draft(rows, body.list_id)
    problem = committee_problems([(part.role, part.name) for part in body.members])
    if problem is not None:
        raise Refused(problem)
    for row in _unsigned(rows, body.list_id):
        rows.update(tables.destruction_member, row, replaced_at=context.at)
    for place, part in enumerate(body.members):
        values = msgspec.structs.asdict(part)
        rows.insert(
            tables.destruction_member,
            values.pop("id"),
            list_id=body.list_id,
            place=place,
            signed_on=None,
            signed_told_by=None,
            replaced_at=None,
            **values,
        )
    rows.update(tables.destruction_list, found, committee_order=body.order)


def judge(rows: Rows, body: Judge, context: Context) -> None:
    _draft(rows, body.list_id)
    _unsigned(rows, body.list_id)
    if body.verdict == Verdict.KEEP and not body.reason.strip():
        raise Refused("letters.reason_missing")
    for entry_id in body.entry_ids:
        entry = rows.find(tables.destruction_entry, entry_id)
        if entry is None or entry["list_id"] != body.list_id:
            raise Refused("archive.list_gone")
        rows.update(tables.destruction_entry, entry, verdict=Verdict(body.verdict).value, reason=body.reason)


def sign(rows: Rows, body: Sign, context: Context) -> None:
    """It stands on the paper, so it is never refused; signing again changes nothing."""
    row = rows.find(tables.destruction_member, body.member_id)
    if row is None or row["replaced_at"] is not None:
        rows.flag("archive.not_of_committee", member_id=body.member_id.hex())
    elif row["signed_on"] is None:
        rows.update(tables.destruction_member, row, signed_on=body.signed_on, signed_told_by=body.actor_name)


def approve(rows: Rows, body: Approve, context: Context) -> None:
    found = _draft(rows, body.list_id)
    members = [_member(row) for row in _members(rows, body.list_id)]
    sent_on, approved_on = date.fromisoformat(body.archives_sent_on), date.fromisoformat(body.approved_on)
    problem = approval_problem(members, body.archives_answer, sent_on, approved_on)
    if problem is not None:
        raise Refused(problem)
    held = rows.all(_HELD, list_id=body.list_id)
    if held:
        raise Refused("archive.held_on_list", count=len(held), n=held[0]["number"], year_be=held[0]["year_be"])
    values = msgspec.structs.asdict(body)
    del values["list_id"]
    rows.update(tables.destruction_list, found, state=ListState.APPROVED.value, **values)


def withdraw(rows: Rows, body: Withdraw, context: Context) -> None:
    rows.update(tables.destruction_list, _draft(rows, body.list_id), state=ListState.WITHDRAWN.value)


def destroyed(rows: Rows, body: Destroyed, context: Context) -> None:
    """Never refused: what is burnt is burnt. Whatever should have stayed is told to a person."""
    found = rows.find(tables.destruction_list, body.list_id)
    if found is None or found["state"] not in (ListState.APPROVED, ListState.DESTROYED):
        rows.flag("archive.not_approved", list_id=body.list_id.hex())
    held = {row["id"] for row in rows.all(_HELD, list_id=body.list_id)}
    gone = {row["id"] for row in rows.all(_GONE, list_id=body.list_id)}
    for part in body.disposals:
        entry = rows.find(tables.destruction_entry, part.entry_id)
        if entry is None or entry["verdict"] != Verdict.DESTROY:
            rows.flag("archive.not_approved", list_id=body.list_id.hex())
        if part.entry_id in held and entry is not None:
            rows.flag("archive.destroyed_while_held", n=entry["number"], year_be=entry["year_be"])
        if entry is not None and part.entry_id not in gone:
            _dispose(rows, body, part, entry["letter_id"], found["title"] if found else "", context)
    if found is not None and body.last:
        end = {"state": ListState.DESTROYED.value, "destroyed_on": body.destroyed_on, "destroyed_how": body.how}
        rows.update(tables.destruction_list, found, **end)


def _dispose(rows: Rows, body: Destroyed, part: DisposalPart, letter_id: Id, title: str, context: Context) -> None:
    rows.insert(
        tables.letter_disposal,
        part.id,
        letter_id=letter_id,
        list_id=body.list_id,
        list_title=title,
        destroyed_on=body.destroyed_on,
        told_by_name=body.actor_name,
        at=context.at,
    )


def _draft(rows: Rows, list_id: Id) -> Row:
    found = rows.find(tables.destruction_list, list_id)
    if found is None:
        raise Refused("archive.list_gone")
    if found["state"] != ListState.DRAFT:
        raise Refused("archive.list_settled")
    return found


def _members(rows: Rows, list_id: Id) -> list[Row]:
    found = rows.where(tables.destruction_member, "list_id", list_id)
    return sorted((row for row in found if row["replaced_at"] is None), key=lambda row: row["place"])


def _unsigned(rows: Rows, list_id: Id) -> list[Row]:
    """The committee, as long as nobody has signed: what is signed is not changed under the signature."""
    found = _members(rows, list_id)
    if any(row["signed_on"] is not None for row in found):
        raise Refused("archive.list_signed")
    return found


def _member(row: Row) -> Member:
    signed = date.fromisoformat(row["signed_on"]) if row["signed_on"] else None
    return Member(row["id"], MemberRole(row["role"]), row["name"], row["position"], signed)


def _put(body: PutOnList) -> tuple[Look, ...]:
    return *_list_of(body), *(Look(letters, "id", part.letter_id) for part in body.entries)


def _list_of(body: PutOnList | Appoint | Approve | Withdraw) -> tuple[Look, ...]:
    return (
        Look(tables.destruction_list, "id", body.list_id),
        Look(tables.destruction_member, "list_id", body.list_id),
    )


def _judged(body: Judge) -> tuple[Look, ...]:
    entries = (Look(tables.destruction_entry, "id", entry_id) for entry_id in body.entry_ids)
    return Look(tables.destruction_list, "id", body.list_id), *entries


def _destroyed(body: Destroyed) -> tuple[Look, ...]:
    entries = (Look(tables.destruction_entry, "id", part.entry_id) for part in body.disposals)
    return Look(tables.destruction_list, "id", body.list_id), *entries


def _member_of(body: Sign) -> tuple[Look, ...]:
    return (Look(tables.destruction_member, "id", body.member_id),)


OPEN_LIST = Mutation("archive.open_list", 1, Kind.INTENT, OpenList, open_list)
PUT_ON_LIST = Mutation("archive.put_on_list", 1, Kind.INTENT, PutOnList, put_on_list, reads=_put)
APPOINT = Mutation("archive.appoint", 1, Kind.INTENT, Appoint, appoint, reads=_list_of)
JUDGE = Mutation("archive.judge", 1, Kind.INTENT, Judge, judge, reads=_judged)
SIGN = Mutation("archive.sign", 1, Kind.FACT, Sign, sign, reads=_member_of)
APPROVE = Mutation("archive.approve", 1, Kind.INTENT, Approve, approve, reads=_list_of)
WITHDRAW = Mutation("archive.withdraw", 1, Kind.INTENT, Withdraw, withdraw, reads=_list_of)
DESTROYED = Mutation("archive.destroyed", 1, Kind.FACT, Destroyed, destroyed, reads=_destroyed)

MUTATIONS = (OPEN_LIST, PUT_ON_LIST, APPOINT, JUDGE, SIGN, APPROVE, WITHDRAW, DESTROYED)
