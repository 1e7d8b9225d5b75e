"""The endorsements of a letter as screens and papers see them: those that are acts, then those still kept back."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from desktop.letters.model import Endorsement, NotePlace, Reading
from desktop.office.clock import from_utc_text
from desktop.office.ids import Id
from desktop.store.reader import Reader

COLUMNS = (
    *("id", "actor_id", "actor_name", "acted_as", "action", "text", "at", "capacity", "block", "for_name"),
    *("corrects_id", "file_id", "page", "place_x", "place_y", "page_digest"),
    *("reading", "read_seconds", "read_pages", "all_pages", "flaw"),
)
_ACTS = f"SELECT {', '.join(COLUMNS)} FROM endorsement WHERE letter_id = ? ORDER BY at, id"
_HELD = "SELECT body, user_id, due FROM held_act WHERE letter_id = ? ORDER BY place"


def read(reader: Reader, letter_id: Id) -> tuple[Endorsement, ...]:
    """Oldest first."""
    acts = tuple(endorsement_of(dict(zip(COLUMNS, row, strict=True))) for row in reader.rows(_ACTS, (letter_id,)))
    known = {one.id for one in acts}
    held = (_held(*row) for row in reader.rows(_HELD, (letter_id,)))
    return (*acts, *(one for one in held if one.id not in known))


def endorsement_of(row: Mapping[str, Any]) -> Endorsement:
    """The endorsement that a row holds; columns that an older centre does not send are as if empty."""
    return Endorsement(
        id=row["id"],
        actor_name=row["actor_name"],
        acted_as=row["acted_as"],
        action=row["action"],
        text=row["text"],
        at=from_utc_text(row["at"]),
        actor_id=row.get("actor_id") or b"",
        capacity=row.get("capacity") or "own",
        block=tuple((row.get("block") or "").splitlines()),
        for_name=row.get("for_name") or "",
        corrects_id=row.get("corrects_id"),
        place=_place(row),
        reading=_reading(row),
        flaw=row.get("flaw"),
    )


def _place(row: Mapping[str, Any]) -> NotePlace | None:
    if row.get("file_id") is None or row.get("page") is None:
        return None
    x, y = (row.get(name) or 0 for name in ("place_x", "place_y"))
    return NotePlace(row["file_id"], row["page"], x / 1000, y / 1000, row.get("page_digest") or "")


def _reading(row: Mapping[str, Any]) -> Reading | None:
    if row.get("reading") is None:
        return None
    seconds, pages, every = (row.get(name) or 0 for name in ("read_seconds", "read_pages", "all_pages"))
    return Reading(row["reading"] == "read", seconds, pages, every)


def _held(body: bytes, user_id: Id, due: str) -> Endorsement:
    """As the act will write it."""
    import msgspec

    said = msgspec.msgpack.decode(body)
    place, reading = said.get("place") or {}, said.get("reading") or {}
    row = said | {"id": said["endorsement_id"], "actor_id": user_id, "at": said.get("signed_at") or due}
    row |= {"block": "\n".join(said.get("block", ())), "flaw": None}
    row |= {"file_id": place.get("file_id"), "page": place.get("page"), "page_digest": place.get("digest")}
    row |= {"place_x": place.get("x"), "place_y": place.get("y")}
    row |= {"reading": reading.get("state"), "read_seconds": reading.get("seconds")}
    row |= {"read_pages": reading.get("pages"), "all_pages": reading.get("all_pages")}
    return replace(endorsement_of(row), held=True)
