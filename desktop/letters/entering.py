"""A letter's rows as registration writes them, with its number or with a tag in the number's place."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import msgspec
from sqlalchemy import Table

from desktop.letters import tables, twins
from desktop.letters.model import Status
from desktop.office.ids import Id
from desktop.office.mutation import Context, Rows

_FRESH = {"added_by_name": None} | tables.NOT_WITHDRAWN


class FilePart(msgspec.Struct, frozen=True):
    id: bytes
    sha256: str
    name: str
    media_type: str
    size: int
    pages: int
    source: str
    original_sha256: str | None = None
    original_media_type: str | None = None


class EnclosurePart(msgspec.Struct, frozen=True):
    """สิ่งที่ส่งมาด้วย: what, how many, and of what kind (`model.EnclosureKind`)."""

    id: bytes
    title: str
    amount: int
    kind: str


class CitationPart(msgspec.Struct, frozen=True):
    """อ้างถึง: another letter's book number as it stands on this one, and its date."""

    id: bytes
    book_number: str
    book_number_key: str
    letter_date: str | None = None


class Parts(NamedTuple):
    """What comes with a letter, in the order of its paper."""

    files: Sequence[FilePart] = ()
    enclosures: Sequence[EnclosurePart] = ()
    citations: Sequence[CitationPart] = ()


def parted(body: msgspec.Struct) -> tuple[dict[str, Any], Parts]:
    """A registration's body as the letter's own values and what comes with them."""
    values = msgspec.structs.asdict(body)
    return values, Parts(*(values.pop(name) for name in Parts._fields))


def enter(
    rows: Rows, letter_id: Id, values: Mapping[str, Any], parts: "Parts", place: tuple[int, int], at: Context
) -> None:
    """Writes the letter and what belongs to it; `place` is its year and number."""
    year_be, number = place
    rows.insert(
        tables.letter,
        letter_id,
        year_be=year_be,
        number=number,
        status=Status.REGISTERED.value,
        acted_at=at.at,
        registered_by=at.user_id,
        device_id=at.device_id,
        cancelled_at=None,
        **values,
    )
    for part in parts.files:
        columns = msgspec.structs.asdict(part)
        rows.insert(tables.letter_file, columns.pop("id"), letter_id=letter_id, added_at=at.at, **_FRESH, **columns)
    _list(rows, tables.letter_enclosure, letter_id, parts.enclosures)
    _list(rows, tables.letter_citation, letter_id, parts.citations)
    twins.note(rows, {"id": letter_id, **values}, at)


def _list(rows: Rows, table: Table, letter_id: Id, parts: Sequence[msgspec.Struct]) -> None:
    for place, part in enumerate(parts):
        columns = msgspec.structs.asdict(part)
        rows.insert(table, columns.pop("id"), letter_id=letter_id, place=place, taken_at=None, **columns)
