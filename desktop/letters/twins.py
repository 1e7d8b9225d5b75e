"""The same letter registered twice: found by what stands on its paper, linked by a person, never deleted."""

import hashlib

import msgspec

from desktop.letters import tables
from desktop.office.ids import Id
from desktop.office.mutation import Context, Kind, Look, Mutation, Refused, Row, Rows
from desktop.office.thai import normalise


class LinkDuplicate(msgspec.Struct, frozen=True):
    """Two registrations of one paper; `there` and `back` are the ids of the line that each of them gets."""

    there: bytes
    back: bytes
    letter_id: bytes
    other_id: bytes
    actor_name: str


def reference(letter: Row) -> str:
    """Sender, book number, date and secrecy as one key; empty when the paper does not say enough to be known again."""
    if not letter["letter_date"] or letter["book_number_key"] in ("", "-"):
        return ""
    parts = (letter["secrecy"], letter["book_number_key"], letter["letter_date"], normalise(letter["from_party"]))
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def note(rows: Rows, letter: Row, context: Context) -> None:
    """Remembers the first letter of a reference at the centre; another one that has it is flagged."""
    known_as = reference(letter)
    if not context.authority or not known_as:
        return
    first = rows.look(tables.letter_reference, known_as)
    if first is None:
        rows.add(tables.letter_reference, reference=known_as, letter_id=letter["id"])
    elif first["letter_id"] != letter["id"]:
        other = rows.find(tables.letter, first["letter_id"])
        if other is not None and not _linked(rows, letter["id"], other["id"]):
            same = {"letter_id": letter["id"].hex(), "other_id": other["id"].hex()}
            rows.flag("letters.seems_twice", number=other["number"], year_be=other["year_be"], **same)


def _linked(rows: Rows, letter_id: Id, other_id: Id) -> bool:
    return any(link["other_id"] == other_id for link in rows.where(tables.letter_link, "letter_id", letter_id))


def link_duplicate(rows: Rows, body: LinkDuplicate, context: Context) -> None:
    """Both show each other from now on; both keep their numbers, files and routes."""
    letter, other = rows.find(tables.letter, body.letter_id), rows.find(tables.letter, body.other_id)
    if letter is None or other is None:
        raise Refused("letters.gone")
    if body.letter_id == body.other_id or letter["secrecy"] != other["secrecy"]:
        raise Refused("letters.cannot_link")
    if _linked(rows, body.letter_id, body.other_id):
        raise Refused("letters.already_linked", number=other["number"], year_be=other["year_be"])
    _show(rows, body.there, letter, other, body.actor_name, context)
    _show(rows, body.back, other, letter, body.actor_name, context)


def _show(rows: Rows, link_id: Id, letter: Row, other: Row, actor_name: str, context: Context) -> None:
    rows.insert(
        tables.letter_link,
        link_id,
        letter_id=letter["id"],
        other_id=other["id"],
        other_number=other["number"],
        other_year_be=other["year_be"],
        linked_by=context.user_id,
        linked_by_name=actor_name,
        linked_at=context.at,
    )


def _both(body: LinkDuplicate) -> tuple[Look, ...]:
    pair = (body.letter_id, body.other_id)
    return tuple(
        look for one in pair for look in (Look(tables.letter, "id", one), Look(tables.letter_link, "letter_id", one))
    )


LINK = Mutation("letters.link_duplicate", 1, Kind.INTENT, LinkDuplicate, link_duplicate, reads=_both)
