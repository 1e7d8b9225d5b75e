"""Citizens, houses and what they are to each other. Numbers lie here sealed, and are found by a keyed hash."""

from typing import Any

from sqlalchemy import Column, Index

from desktop.office.tables import key, text, travelling
from desktop.people.model import HOUSE_PARTS, PERSON_PARTS


def _parts(names: tuple[str, ...]) -> tuple[Column[Any], ...]:
    return tuple(text(name) for name in names)


person = travelling(
    "person",
    *_parts(PERSON_PARTS),
    text("number_kind"),
    key("number_hash"),
    text("number_seal"),
    text("words", required=True),
    text("basis", required=True),
    key("merged_into"),
    text("recorded_at", required=True),
    key("recorded_by", required=True),
    key("device_id", required=True),
)
"""`number_hash`, `number_seal` as in `numbers`; `basis`: why the office may keep it; `words`: what is searched.

`merged_into`: the row that turned out to be the same person; this one's matters count as that one's.
"""

house = travelling(
    "house",
    *_parts(HOUSE_PARTS),
    text("words", required=True),
    key("merged_into"),
    text("recorded_at", required=True),
    key("recorded_by", required=True),
    key("device_id", required=True),
)

house_tie = travelling(
    "house_tie",
    key("person_id", required=True),
    key("house_id", required=True),
    text("tie", required=True),
    text("until"),
)
"""`until`: the day (ISO) from which it is so no longer."""

person_change = travelling(
    "person_change",
    key("person_id", required=True),
    text("field", required=True),
    text("before"),
    text("after"),
    key("actor_id", required=True),
    text("actor_name", required=True),
    text("at", required=True),
)
"""What was put right, field by field; a number only as the fact that there is another."""

number_look = travelling(
    "number_look",
    key("person_id", required=True),
    text("reason", required=True),
    key("actor_id", required=True),
    text("actor_name", required=True),
    text("at", required=True),
)
"""Who looked at a whole number, and why."""

people_key = travelling("people_key", text("check", required=True), text("made_at", required=True))
"""By which a desk knows the office's code when it is typed in; the code itself is nowhere."""

Index(None, person.c.words)
Index(None, person.c.number_hash)
Index(None, person.c.merged_into)
Index(None, house.c.words)
Index(None, house.c.merged_into)
Index(None, house_tie.c.person_id)
Index(None, house_tie.c.house_id)
Index(None, person_change.c.person_id)
Index(None, number_look.c.person_id)
