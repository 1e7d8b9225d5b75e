"""A letter's rows as registration writes them, with its number or with a tag in the number's place."""

from collections.abc import Mapping, Sequence
from typing import Any

import msgspec

from desktop.letters import tables, twins
from desktop.letters.model import Status
from desktop.office.ids import Id
from desktop.office.mutation import Context, Rows


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


def enter(
    rows: Rows, letter_id: Id, values: Mapping[str, Any], files: Sequence[FilePart], place: tuple[int, int], at: Context
) -> None:
    """Writes the letter and its files; `place` is its year and number."""
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
        **values,
    )
    for part in files:
        columns = msgspec.structs.asdict(part)
        rows.insert(tables.letter_file, columns.pop("id"), letter_id=letter_id, added_at=at.at, **columns)
    twins.note(rows, {"id": letter_id, **values}, at)
