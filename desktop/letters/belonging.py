"""What belongs to one letter beside its own words, read from the desk's store: lists, further numbers, loans."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from desktop.letters.book_numbers import NONE, key_of
from desktop.letters.model import (
    Came,
    Cancellation,
    Channel,
    Citation,
    CitedLetter,
    Enclosure,
    EnclosureKind,
    FileEvent,
    FurtherNumber,
    Loan,
)
from desktop.office.clock import from_utc_text
from desktop.office.ids import Id
from desktop.office.series import unit_of
from desktop.store import search
from desktop.store.reader import Reader

_ENCLOSURES = """
SELECT title, amount, kind, id FROM letter_enclosure WHERE letter_id = ? AND taken_at IS NULL ORDER BY place, id
"""
_CITATIONS = """
SELECT book_number, book_number_key, letter_date, id FROM letter_citation
WHERE letter_id = ? AND taken_at IS NULL ORDER BY place, id
"""
_CITED = """
SELECT l.id, l.register, l.number, l.year_be, l.subject FROM letter l
WHERE {} AND l.book_number_key = ? AND l.id <> ? AND (? IS NULL OR l.letter_date IS NULL OR l.letter_date = ?)
ORDER BY l.year_be DESC, l.number DESC LIMIT 20
"""
_CITING = """
SELECT l.id, l.register, l.number, l.year_be, l.subject FROM letter l
WHERE {} AND l.id <> ? AND EXISTS (
    SELECT 1 FROM letter_citation c WHERE c.letter_id = l.id AND c.book_number_key = ? AND c.taken_at IS NULL)
ORDER BY l.year_be DESC, l.number DESC LIMIT 20
"""
_FURTHER = """
SELECT id, register, number, year_be, registered_at, registered_by_name FROM letter_registration
WHERE letter_id = ? ORDER BY registered_at, id
"""
_UNIT = "SELECT name_th FROM unit WHERE office_id = (SELECT office_id FROM device) AND id = ?"
_CANCELLATIONS = "SELECT act, reason, actor_name, at FROM letter_cancellation WHERE letter_id = ? ORDER BY at, id"
_FILED = """
SELECT name, added_by_name, added_at, withdrawn_by_name, withdrawn_at, withdraw_reason FROM letter_file
WHERE letter_id = ? AND (added_by_name IS NOT NULL OR withdrawn_at IS NOT NULL) ORDER BY added_at, id
"""
_LOANS = """
SELECT n.id, n.borrower_name, coalesce(u.name_th, ''), n.lent_at, n.lent_by_name, n.due_date, n.note, n.returned_at,
       n.returned_to_name
FROM letter_loan n LEFT JOIN unit u ON u.office_id = n.office_id AND u.id = n.unit_id
WHERE n.letter_id = ? ORDER BY n.lent_at DESC, n.id DESC
"""
_CHANNELS = "SELECT channel, came_at, noted_by_name FROM letter_channel WHERE letter_id = ? ORDER BY came_at, id"


def read(reader: Reader, letter_id: Id, own_key: str) -> dict[str, Any]:
    """The fields of a `Letter` that hang on rows of their own; `own_key`: its book number as it is compared."""
    return {
        "enclosures": _enclosures(reader, letter_id),
        "citations": _citations(reader, letter_id),
        "cited_by": _citing(reader, letter_id, own_key),
        "further": _further(reader, letter_id),
        "cancellations": tuple(
            Cancellation(act == "cancelled", reason, who, from_utc_text(at))
            for act, reason, who, at in reader.rows(_CANCELLATIONS, (letter_id,))
        ),
        "came_again": tuple(
            Came(Channel(channel), from_utc_text(at), who) for channel, at, who in reader.rows(_CHANNELS, (letter_id,))
        ),
        "loans": tuple(map(_loan, reader.rows(_LOANS, (letter_id,)))),
        "file_events": tuple(_file_events(reader, letter_id)),
    }


def _file_events(reader: Reader, letter_id: Id) -> Iterator[FileEvent]:
    for name, by, at, away_by, away_at, why in reader.rows(_FILED, (letter_id,)):
        if by is not None:
            yield FileEvent(name, by, from_utc_text(at))
        if away_at is not None:
            yield FileEvent(name, away_by, from_utc_text(away_at), why)


def _enclosures(reader: Reader, letter_id: Id) -> tuple[Enclosure, ...]:
    found = reader.rows(_ENCLOSURES, (letter_id,))
    return tuple(Enclosure(title, amount, EnclosureKind(kind), id_) for title, amount, kind, id_ in found)


def _citations(reader: Reader, letter_id: Id) -> tuple[Citation, ...]:
    return tuple(
        Citation(raw, date.fromisoformat(day) if day else None, _cited(reader, letter_id, key, day), id_)
        for raw, key, day, id_ in reader.rows(_CITATIONS, (letter_id,))
    )


def meant_by(reader: Reader, citation: Citation) -> tuple[CitedLetter, ...]:
    """The letters here that bear the number which a letter that is being registered cites."""
    day = citation.letter_date.isoformat() if citation.letter_date else None
    return _cited(reader, Id(b""), key_of(citation.book_number), day)


def _cited(reader: Reader, letter_id: Id, key: str, day: str | None) -> tuple[CitedLetter, ...]:
    if key in ("", NONE):
        return ()
    maybe, values = search.with_mark(reader, "b", key)
    found = reader.rows(_CITED.format(maybe), (*values, key, letter_id, day, day))
    return tuple(CitedLetter(*row) for row in found)


def _citing(reader: Reader, letter_id: Id, own_key: str) -> tuple[CitedLetter, ...]:
    if own_key in ("", NONE):
        return ()
    maybe, values = search.with_mark(reader, "c", own_key)
    return tuple(CitedLetter(*row) for row in reader.rows(_CITING.format(maybe), (*values, letter_id, own_key)))


def _further(reader: Reader, letter_id: Id) -> tuple[FurtherNumber, ...]:
    return tuple(
        FurtherNumber(id_, register, _unit_name(reader, register), number, year, from_utc_text(at), who)
        for id_, register, number, year, at, who in reader.rows(_FURTHER, (letter_id,))
    )


def _unit_name(reader: Reader, register: str) -> str:
    unit = unit_of(register)
    found = reader.one(_UNIT, (bytes.fromhex(unit),)) if unit else None
    return str(found[0]) if found else ""


def _loan(row: tuple[Any, ...]) -> Loan:
    id_, borrower, unit, lent_at, lent_by, due, note, returned_at, returned_to = row
    day = date.fromisoformat(due) if due else None
    back = from_utc_text(returned_at) if returned_at else None
    return Loan(id_, borrower, unit, from_utc_text(lent_at), lent_by, day, note, back, returned_to)
