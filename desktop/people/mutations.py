"""Entering citizens and houses, putting them right, and noting who looked at a whole number.

Ids follow from a citizen's number and from a house's address: two desks that enter the same one without a line have one
row. What stands there stays, what was empty is filled, and what differs goes before a person.
"""

from collections.abc import Iterable, Mapping
from typing import Any

import msgspec
from sqlalchemy import Table

from desktop.office import secrecy
from desktop.office.merging import Change, merge, same
from desktop.office.mutation import Context, Entity, Kind, Look, Mutation, Refused, Row, Rows
from desktop.office.secrecy import Secrecy
from desktop.people import tables
from desktop.people.model import HOUSE_PARTS, PERSON_PARTS, Tie
from desktop.people.rules import house_words, person_words, unfit

PUBLIC_TASK = "pdpa.24.4"
"""Why a citizen's particulars may be kept without consent: the law gives the office its task (PDPA, section 24 (4))."""
AUDIENCE = "citizens"
COMMON = frozenset({"common/normal"})


class Number(msgspec.Struct, frozen=True):
    """A citizen's number as `people.numbers` gives it: never in plain."""

    kind: str
    hash: bytes
    seal: str


class RecordPerson(msgspec.Struct, frozen=True):
    """`parts`: field -> words, for those that are known."""

    person_id: bytes
    parts: dict[str, str]
    number: Number | None = None


class RecordHouse(msgspec.Struct, frozen=True):
    house_id: bytes
    parts: dict[str, str]


class FieldPart(msgspec.Struct, frozen=True):
    """One field as the clerk saw it and as they want it; `id` of its line in the history."""

    id: bytes
    field: str
    base: str | None
    new: str | None


class AmendPerson(msgspec.Struct, frozen=True):
    person_id: bytes
    actor_name: str
    fields: tuple[FieldPart, ...]


class AmendHouse(msgspec.Struct, frozen=True):
    house_id: bytes
    fields: tuple[FieldPart, ...]


class GiveNumber(msgspec.Struct, frozen=True):
    """Somebody who had no number, or a wrong one."""

    change_id: bytes
    person_id: bytes
    actor_name: str
    number: Number


class Join(msgspec.Struct, frozen=True):
    """`gone_id` is the same citizen as `kept_id`; None: it is not after all."""

    change_id: bytes
    gone_id: bytes
    kept_id: bytes | None
    actor_name: str


class TieHouse(msgspec.Struct, frozen=True):
    """`until`: the day (ISO) from which it is so no longer."""

    tie_id: bytes
    person_id: bytes
    house_id: bytes
    tie: str
    until: str | None = None


class LookAtNumber(msgspec.Struct, frozen=True):
    look_id: bytes
    person_id: bytes
    reason: str
    actor_name: str


class AnnounceKey(msgspec.Struct, frozen=True):
    id: bytes
    check: str


def record_person(rows: Rows, body: RecordPerson, context: Context) -> None:
    _must_fit(unfit(body.parts, PERSON_PARTS, "given"))
    number = _columns(body.number)
    known = rows.find(tables.person, body.person_id)
    if known is None:
        parts = dict.fromkeys(PERSON_PARTS) | body.parts
        more = number | {"words": person_words(parts), "basis": PUBLIC_TASK}
        rows.insert(tables.person, body.person_id, **parts, **more, **_recorded(context))
    elif number["number_hash"] != known["number_hash"]:
        raise Refused("people.number_taken", person_id=body.person_id.hex())
    else:
        _fill(rows, tables.person, known, body.parts)
    others = rows.where(tables.person, "number_hash", number["number_hash"]) if body.number else ()
    twin = next((row for row in others if row["id"] != body.person_id and row["merged_into"] is None), None)
    if twin is not None:
        rows.flag("people.number_twice", person_id=body.person_id.hex(), other_id=twin["id"].hex())


def record_house(rows: Rows, body: RecordHouse, context: Context) -> None:
    _must_fit(unfit(body.parts, HOUSE_PARTS, "house_no"))
    known = rows.find(tables.house, body.house_id)
    if known is not None:
        _fill(rows, tables.house, known, body.parts)
        return
    parts = dict.fromkeys(HOUSE_PARTS) | body.parts
    rows.insert(
        tables.house,
        body.house_id,
        **parts,
        words=house_words(parts),
        merged_into=None,
        **_recorded(context, house=True),
    )


def _recorded(context: Context, *, house: bool = False) -> dict[str, Any]:
    who = {"recorded_at": context.at, "recorded_by": context.user_id, "device_id": context.device_id}
    return who if house else who | {"merged_into": None}


def _columns(number: Number | None) -> dict[str, Any]:
    if number is None:
        return {"number_kind": None, "number_hash": None, "number_seal": None}
    return {"number_kind": number.kind, "number_hash": number.hash, "number_seal": number.seal}


def _fill(rows: Rows, table: Table, known: Row, parts: Mapping[str, str]) -> None:
    """Another desk entered the same one: what stands there stays, and what it lacks is taken."""
    fresh = {name: value for name, value in parts.items() if same(known[name], None) and not same(value, None)}
    if fresh:
        rows.update(table, known, **fresh, words=_words(table, {**known, **fresh}))
    differing = [name for name, value in parts.items() if name not in fresh and not same(known[name], value)]
    if differing:
        rows.flag("people.recorded_twice", fields=differing, **_told(table, known["id"]))


def amend_person(rows: Rows, body: AmendPerson, context: Context) -> None:
    """At the desk all of it shows at once; the centre keeps what came first and flags what differs."""
    person = _found(rows, tables.person, body.person_id)
    written = _amend(rows, tables.person, person, body.fields, PERSON_PARTS, "given", context)
    for part in body.fields:
        if part.field in written:
            _note(rows, part.id, person["id"], part.field, (person[part.field], part.new), body.actor_name, context)


def amend_house(rows: Rows, body: AmendHouse, context: Context) -> None:
    house = _found(rows, tables.house, body.house_id)
    _amend(rows, tables.house, house, body.fields, HOUSE_PARTS, "house_no", context)


def _amend(
    rows: Rows,
    table: Table,
    row: Row,
    fields: Iterable[FieldPart],
    allowed: tuple[str, ...],
    needed: str,
    context: Context,
) -> frozenset[str]:
    """Writes what may be written, and tells which fields that were."""
    changes = [Change(part.field, part.base, part.new) for part in fields]
    values = {change.field: change.new for change in changes}
    _must_fit(unfit(values, allowed, needed) if values and len(values) == len(changes) else ["fields"])
    if context.authority:
        merged = merge(row, changes)
        values = {change.field: change.new for change in merged.settled}
        if merged.differing:
            names = [change.field for change in merged.differing]
            rows.flag("people.amended_twice", fields=names, **_told(table, row["id"]))
    if values:
        rows.update(table, row, **values, words=_words(table, {**row, **values}))
    return frozenset(values)


def give_number(rows: Rows, body: GiveNumber, context: Context) -> None:
    person = _found(rows, tables.person, body.person_id)
    for other in rows.where(tables.person, "number_hash", body.number.hash):
        if other["id"] != body.person_id:
            raise Refused("people.number_taken", person_id=other["id"].hex())
    rows.update(tables.person, person, **_columns(body.number))
    _note(rows, body.change_id, body.person_id, "number", (None, None), body.actor_name, context)


def join(rows: Rows, body: Join, context: Context) -> None:
    """Nothing is thrown away: the row that goes stays, and points to the one that stands for both."""
    gone = _found(rows, tables.person, body.gone_id)
    if body.kept_id is not None:
        kept = _found(rows, tables.person, body.kept_id)
        if kept["id"] == gone["id"] or kept["merged_into"] is not None:
            raise Refused("people.cannot_join")
    rows.update(tables.person, gone, merged_into=body.kept_id)
    change = tuple(one.hex() if one else None for one in (gone["merged_into"], body.kept_id))
    _note(rows, body.change_id, body.gone_id, "merged_into", (change[0], change[1]), body.actor_name, context)


def tie_house(rows: Rows, body: TieHouse, context: Context) -> None:
    known = rows.find(tables.house_tie, body.tie_id)
    if known is not None:
        rows.update(tables.house_tie, known, until=body.until)
        return
    if body.tie not in frozenset(Tie):
        raise Refused("people.cannot_keep", fields=["tie"])
    rows.insert(
        tables.house_tie,
        body.tie_id,
        person_id=body.person_id,
        house_id=body.house_id,
        tie=body.tie,
        until=body.until,
    )


def look_at_number(rows: Rows, body: LookAtNumber, context: Context) -> None:
    who = {"actor_id": context.user_id, "actor_name": body.actor_name, "at": context.at}
    rows.insert(tables.number_look, body.look_id, person_id=body.person_id, reason=body.reason, **who)


def announce_key(rows: Rows, body: AnnounceKey, context: Context) -> None:
    rows.insert(tables.people_key, body.id, check=body.check, made_at=context.at)


def _note(
    rows: Rows,
    change_id: bytes,
    person_id: bytes,
    field: str,
    change: tuple[str | None, str | None],
    actor_name: str,
    context: Context,
) -> None:
    who = {"actor_id": context.user_id, "actor_name": actor_name, "at": context.at}
    before, after = change
    rows.insert(tables.person_change, change_id, person_id=person_id, field=field, before=before, after=after, **who)


def _found(rows: Rows, table: Table, row_id: bytes) -> Row:
    row = rows.find(table, row_id)
    if row is None:
        raise Refused("people.gone")
    return row


def _must_fit(wrong: list[str]) -> None:
    if wrong:
        raise Refused("people.cannot_keep", fields=wrong)


def _words(table: Table, parts: Mapping[str, Any]) -> str:
    return person_words(parts) if table is tables.person else house_words(parts)


def _told(table: Table, row_id: bytes) -> dict[str, str]:
    return {f"{table.name}_id": row_id.hex()}


def audience(rows: Rows, row: Row) -> frozenset[str]:
    """Desks that serve citizens, and the one that entered the row."""
    return secrecy.buckets({AUDIENCE, f"counter:{row['device_id'].hex()}"}, Secrecy.NORMAL)


def everyone(rows: Rows, row: Row) -> frozenset[str]:
    return COMMON


def _recording(body: RecordPerson) -> tuple[Look, ...]:
    own = Look(tables.person, "id", body.person_id)
    return (own, Look(tables.person, "number_hash", body.number.hash)) if body.number else (own,)


def _numbering(body: GiveNumber) -> tuple[Look, ...]:
    return Look(tables.person, "id", body.person_id), Look(tables.person, "number_hash", body.number.hash)


def _joining(body: Join) -> tuple[Look, ...]:
    return tuple(Look(tables.person, "id", one) for one in (body.gone_id, body.kept_id) if one is not None)


ENTITIES = (
    Entity(tables.person, audience),
    Entity(tables.house, audience),
    Entity(tables.house_tie, parent=("person", "person_id")),
    Entity(tables.person_change, parent=("person", "person_id")),
    Entity(tables.number_look, parent=("person", "person_id")),
    Entity(tables.people_key, everyone),
)

RECORD = Mutation("people.record", 1, Kind.FACT, RecordPerson, record_person, reads=_recording)
RECORD_HOUSE = Mutation(
    "people.record_house", 1, Kind.FACT, RecordHouse, record_house,
    reads=lambda body: (Look(tables.house, "id", body.house_id),),
)  # fmt: skip
AMEND = Mutation(
    "people.amend", 1, Kind.INTENT, AmendPerson, amend_person,
    reads=lambda body: (Look(tables.person, "id", body.person_id),),
)  # fmt: skip
AMEND_HOUSE = Mutation(
    "people.amend_house", 1, Kind.INTENT, AmendHouse, amend_house,
    reads=lambda body: (Look(tables.house, "id", body.house_id),),
)  # fmt: skip
GIVE_NUMBER = Mutation("people.give_number", 1, Kind.INTENT, GiveNumber, give_number, reads=_numbering)
JOIN = Mutation("people.join", 1, Kind.INTENT, Join, join, reads=_joining)
TIE = Mutation(
    "people.tie", 1, Kind.FACT, TieHouse, tie_house,
    reads=lambda body: (Look(tables.house_tie, "id", body.tie_id),),
)  # fmt: skip
LOOK = Mutation("people.look_at_number", 1, Kind.FACT, LookAtNumber, look_at_number)
ANNOUNCE_KEY = Mutation("people.announce_key", 1, Kind.FACT, AnnounceKey, announce_key, centre_only=True)

MUTATIONS = (RECORD, RECORD_HOUSE, AMEND, AMEND_HOUSE, GIVE_NUMBER, JOIN, TIE, LOOK, ANNOUNCE_KEY)
