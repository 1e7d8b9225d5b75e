"""Putting right what was written of a letter: the same three-way merge at the desk and at the centre."""

import msgspec

from desktop.letters import paper_lines, tables, twins
from desktop.letters.book_numbers import key_of
from desktop.letters.line_tables import letter_line_amendment
from desktop.letters.merge import Change, merge, unfit
from desktop.letters.paper_lines import LineName
from desktop.office.mutation import Context, Kind, Look, Mutation, Refused, Row, Rows

LISTS = {paper_lines.ENCLOSURE: tables.letter_enclosure, paper_lines.CITATION: tables.letter_citation}
"""Where the lines are that are fields of their own (`paper_lines`)."""


class FieldPart(msgspec.Struct, frozen=True):
    """One field as the clerk saw it and as they want it; `id` of its line in the letter's history.

    `reason`: why a line of a list is taken back.
    """

    id: bytes
    field: str
    base: str | None
    new: str | None
    reason: str | None = None


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
    lines = _lines_of(rows, body)
    stands = {**letter, **lines}
    settled = changes
    if context.authority:
        merged = merge(stands, changes)
        settled = list(merged.settled)
        if merged.differing:
            # names only: the desk has both sides in its own act and rows, unless it may no longer see the letter
            names = [change.field for change in merged.differing]
            rows.flag("letters.amended_twice", letter_id=body.letter_id.hex(), fields=names)
    for change in settled:
        _note(rows, stands, wanted[change.field], body.actor_name, context)
    if settled:
        values = _columns([change for change in settled if change.field in letter])
        rows.update(tables.letter, letter, acted_at=context.at, **values)
        twins.note(rows, {**letter, **values}, context)


def _lines_of(rows: Rows, body: Amend) -> dict[str, str | None]:
    """What stands in the lines that the act names; None where there is none, or it was taken back.

    Refuses lines of another letter.
    """
    found: dict[str, str | None] = {}
    for field in (part.field for part in body.fields):
        if (name := paper_lines.line_of(field)) is not None:
            row = rows.find(LISTS[name.kind], name.id)
            if row is not None and row["letter_id"] != body.letter_id:
                raise Refused("letters.cannot_amend", fields=[field])
            found[field] = paper_lines.value_of_row(name.kind, row)
    return found


def _columns(changes: list[Change]) -> dict[str, str | None]:
    values = {change.field: change.new for change in changes}
    if values.get("book_number"):
        values["book_number_key"] = key_of(values["book_number"] or "")
    return values


def _note(rows: Rows, stands: Row, part: FieldPart, actor_name: str, context: Context) -> None:
    """Writes a line where a line is meant, and what became of the field into the letter's history."""
    line = paper_lines.line_of(part.field)
    if line is not None:
        _write(rows, stands["id"], line, part.new, context)
    rows.insert(
        tables.letter_amendment if line is None else letter_line_amendment,
        part.id,
        letter_id=stands["id"],
        field=part.field,
        before=stands[part.field],
        after=part.new,
        actor_id=context.user_id,
        actor_name=actor_name,
        at=context.at,
        **({} if line is None else {"reason": part.reason}),
    )


def _write(rows: Rows, letter_id: bytes, name: LineName, value: str | None, context: Context) -> None:
    table = LISTS[name.kind]
    row = rows.find(table, name.id)
    if value is None:
        if row is not None:
            rows.update(table, row, taken_at=context.at)
        return
    values = _line_columns(name, value) | {"taken_at": None}
    if row is not None:
        rows.update(table, row, **values)
    else:
        last = max((one["place"] for one in rows.where(table, "letter_id", letter_id)), default=-1)
        rows.insert(table, name.id, letter_id=letter_id, place=last + 1, **values)


def _line_columns(name: LineName, value: str) -> dict[str, str | int | None]:
    if name.kind == paper_lines.ENCLOSURE:
        enclosure = paper_lines.enclosure_of(value)
        return {"title": enclosure.title, "amount": enclosure.amount, "kind": enclosure.kind.value}
    citation = paper_lines.citation_of(value)
    day = citation.letter_date.isoformat() if citation.letter_date else None
    return {
        "book_number": citation.book_number,
        "book_number_key": key_of(citation.book_number),
        "letter_date": day,
    }


def _read_by(body: Amend) -> tuple[Look, ...]:
    names = {name for part in body.fields if (name := paper_lines.line_of(part.field)) is not None}
    lines = [
        look
        for name in names
        for look in (
            Look(LISTS[name.kind], "id", name.id),
            Look(LISTS[name.kind], "letter_id", body.letter_id),
        )
    ]
    return (Look(tables.letter, "id", body.letter_id), *lines)


AMEND = Mutation("letters.amend", 1, Kind.INTENT, Amend, amend, reads=_read_by)
