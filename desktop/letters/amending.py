"""Putting right what was written of a letter: the same three-way merge at the desk and at the centre."""

import msgspec

from desktop.letters import tables, twins
from desktop.letters.book_numbers import key_of
from desktop.letters.merge import Change, merge, unfit
from desktop.office.mutation import Context, Kind, Look, Mutation, Refused, Row, Rows


class FieldPart(msgspec.Struct, frozen=True):
    """One field as the clerk saw it and as they want it; `id` of its line in the letter's history."""

    id: bytes
    field: str
    base: str | None
    new: str | None


class Amend(msgspec.Struct, frozen=True):
    letter_id: bytes
    actor_name: str
    fields: tuple[FieldPart, ...]


def amend(rows: Rows, body: Amend, context: Context) -> None:
    """At the desk all of it shows at once; the centre keeps what came first and flags what differs."""
    letter = rows.find(tables.letter, body.letter_id)
    if letter is None:
        raise Refused("letters.gone")
    wanted = {part.field: part for part in body.fields}
    changes = [Change(part.field, part.base, part.new) for part in body.fields]
    wrong = unfit(changes)
    if wrong or not changes:
        raise Refused("letters.cannot_amend", fields=wrong)
    settled = changes
    if context.authority:
        merged = merge(letter, changes)
        settled = list(merged.settled)
        if merged.differing:
            # names only: the desk has both sides in its own act and rows, unless it may no longer see the letter
            names = [change.field for change in merged.differing]
            rows.flag("letters.amended_twice", letter_id=body.letter_id.hex(), fields=names)
    for change in settled:
        _note(rows, letter, wanted[change.field], body.actor_name, context)
    if settled:
        values = _columns(settled)
        rows.update(tables.letter, letter, acted_at=context.at, **values)
        twins.note(rows, {**letter, **values}, context)


def _columns(changes: list[Change]) -> dict[str, str | None]:
    values = {change.field: change.new for change in changes}
    if values.get("book_number"):
        values["book_number_key"] = key_of(values["book_number"] or "")
    return values


def _note(rows: Rows, letter: Row, part: FieldPart, actor_name: str, context: Context) -> None:
    rows.insert(
        tables.letter_amendment,
        part.id,
        letter_id=letter["id"],
        field=part.field,
        before=letter[part.field],
        after=part.new,
        actor_id=context.user_id,
        actor_name=actor_name,
        at=context.at,
    )


def _letter_of(body: Amend) -> tuple[Look, ...]:
    return (Look(tables.letter, "id", body.letter_id),)


AMEND = Mutation("letters.amend", 1, Kind.INTENT, Amend, amend, reads=_letter_of)
