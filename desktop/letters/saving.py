"""Searches that a unit keeps as folders, and the text of pages by which letters are found."""

import msgspec

from desktop.accounts.tables import staff
from desktop.letters import tables
from desktop.office.mutation import Context, Entity, Kind, Look, Mutation, Refused, Row, Rows
from desktop.office.secrecy import Secrecy

MOST_OF_A_PAGE = 20_000
"""Characters of one page that travel: five times a page written full."""


class SaveSearch(msgspec.Struct, frozen=True):
    """Makes a folder of the unit, or changes the one with this id; `filters` as `found.written`."""

    search_id: bytes
    unit_id: bytes
    name: str
    words: str
    filters: str
    actor_name: str


class DropSearch(msgspec.Struct, frozen=True):
    search_id: bytes


class PageText(msgspec.Struct, frozen=True):
    """`page` from 0."""

    id: bytes
    page: int
    text: str


class NotePages(msgspec.Struct, frozen=True):
    """What stands on pages of a letter's file; a later reading of the same page stands instead of the earlier."""

    letter_id: bytes
    sha256: str
    pages: tuple[PageText, ...]


def save(rows: Rows, body: SaveSearch, context: Context) -> None:
    _check_unit(rows, body.unit_id, context)
    if not body.name.strip():
        raise Refused("letters.search_nameless")
    said = {"name": body.name.strip(), "words": body.words, "filters": body.filters, "made_by_name": body.actor_name}
    known = rows.find(tables.saved_search, body.search_id)
    if known is None:
        own = {"unit_id": body.unit_id, "device_id": context.device_id, "dropped_at": None}
        rows.insert(tables.saved_search, body.search_id, made_at=context.at, **said, **own)
    else:
        _check_unit(rows, known["unit_id"], context)
        rows.update(tables.saved_search, known, made_at=context.at, dropped_at=None, **said)


def drop(rows: Rows, body: DropSearch, context: Context) -> None:
    """Who drops what is dropped already changes nothing."""
    known = rows.find(tables.saved_search, body.search_id)
    if known is None:
        raise Refused("letters.search_gone")
    _check_unit(rows, known["unit_id"], context)
    if known["dropped_at"] is None:
        rows.update(tables.saved_search, known, dropped_at=context.at)


def _check_unit(rows: Rows, unit_id: bytes, context: Context) -> None:
    """A unit's folders are its own people's."""
    who = rows.find(staff, context.user_id)
    if who is None or who["unit_id"] != unit_id:
        raise Refused("letters.search_of_others")


def note_pages(rows: Rows, body: NotePages, context: Context) -> None:
    held = {
        (row["sha256"], row["page"]): row for row in rows.where(tables.letter_page_text, "letter_id", body.letter_id)
    }
    for part in body.pages:
        known, text = held.get((body.sha256, part.page)), part.text[:MOST_OF_A_PAGE]
        if known is None:
            own = {"letter_id": body.letter_id, "sha256": body.sha256, "page": part.page}
            rows.insert(tables.letter_page_text, part.id, text=text, **own)
        elif known["text"] != text:
            rows.update(tables.letter_page_text, known, text=text)


def audience(rows: Rows, search: Row) -> frozenset[str]:
    """The unit's desks, and the one where it was made even if it has no letters of the unit."""
    places = (f"unit:{search['unit_id'].hex()}", f"counter:{search['device_id'].hex()}")
    return frozenset(f"{place}/{Secrecy.NORMAL}" for place in places)


def _of_unit(body: SaveSearch | DropSearch) -> tuple[Look, ...]:
    return (Look(tables.saved_search, "id", body.search_id),)


def _pages_of(body: NotePages) -> tuple[Look, ...]:
    return (Look(tables.letter_page_text, "letter_id", body.letter_id),)


ENTITIES = (
    Entity(tables.saved_search, buckets=audience),
    Entity(tables.letter_page_text, parent=("letter", "letter_id")),
)
SAVE_SEARCH = Mutation("letters.save_search", 1, Kind.INTENT, SaveSearch, save, reads=_of_unit)
DROP_SEARCH = Mutation("letters.drop_search", 1, Kind.INTENT, DropSearch, drop, reads=_of_unit)
NOTE_PAGES = Mutation("letters.note_pages", 1, Kind.FACT, NotePages, note_pages, reads=_pages_of)

MUTATIONS = (SAVE_SEARCH, DROP_SEARCH, NOTE_PAGES)
