"""The register books at a desk: which there are, and what stands in one of them by year, number and day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, TypeAlias

from desktop.letters.model import LetterRow
from desktop.letters.queries import LetterQueries
from desktop.office.clock import from_utc_text, utc_text
from desktop.office.dates import utc_of_local
from desktop.office.ids import Id
from desktop.office.series import register_of, unit_of
from desktop.store.reader import Reader

_NEXT = """
SELECT register, year_be FROM {} WHERE (register, year_be) > (?, ?) ORDER BY register, year_be LIMIT 1
"""
_UNITS = "SELECT lower(hex(id)), name_th, name_en FROM unit"
_OWN = """
SELECT l.number, l.id, l.received_at AS at, 0 AS further FROM letter l
WHERE l.register = :register AND l.year_be = :year
"""
_FURTHER = """
SELECT l.number, l.letter_id AS id, l.registered_at AS at, 1 AS further FROM letter_registration l
WHERE l.register = :register AND l.year_be = :year
"""
_DAY = " AND at >= :morning AND at < :night"
_ANY_FURTHER = "SELECT 1 FROM letter_registration WHERE register = ? AND year_be = ? LIMIT 1"
_DATES = "SELECT id, letter_date FROM letter WHERE office_id = (SELECT office_id FROM device) AND id IN ({})"


@dataclass(frozen=True)
class RegisterBook:
    """One register with the years that have something in it, the newest first.

    `unit_th`, `unit_en`: the division whose register it is; empty for the office's own.
    """

    register: str
    unit_th: str
    unit_en: str
    years: tuple[int, ...]


BookAnchor: TypeAlias = tuple[int, Id]
"""Number and letter with which a page begins; the highest number first."""


@dataclass(frozen=True)
class Leaf:
    """What is looked at: a register of a year, all of it or one day (in Bangkok)."""

    register: str
    year_be: int
    day: date | None = None


@dataclass(frozen=True)
class BookLine:
    """One line: the number in this register, when it was given, and the letter; `further`: its second number."""

    number: int
    at: datetime
    further: bool
    letter_date: date | None
    letter: LetterRow


class RegisterBooks:
    """Reads the store; any thread."""

    def __init__(self, reader: Reader, letters: LetterQueries) -> None:
        self._reader, self._letters = reader, letters

    def books(self, held: Iterable[str], year: int) -> tuple[RegisterBook, ...]:
        """Every register with a letter here, and those of `held` (series) that wait for the first one of `year`."""
        found: dict[str, set[int]] = {}
        for table in ("letter", "letter_registration"):
            for register, of_year in self._leaves(table):
                found.setdefault(register, set()).add(of_year)
        for series in held:
            if series.startswith("letters."):
                found.setdefault(register_of(series), set()).add(year)
        units = {id_: (th, en) for id_, th, en in self._reader.rows(_UNITS)}
        return tuple(
            RegisterBook(register, *units.get(unit_of(register) or "", ("", "")), tuple(sorted(years, reverse=True)))
            for register, years in sorted(found.items())
        )

    def count(self, leaf: Leaf) -> int:
        found = self._reader.one(f"SELECT count(*) FROM ({self._lines(leaf)})", _values(leaf))
        return int(found[0]) if found else 0

    def anchors(self, leaf: Leaf, size: int) -> list[BookAnchor]:
        """The first line of every page of `size` lines."""
        sql = f"""
        SELECT number, id FROM (
            SELECT number, id, row_number() OVER (ORDER BY number DESC, id DESC) place FROM ({self._lines(leaf)})
        )
        WHERE (place - 1) % :size = 0 ORDER BY place
        """
        return [(number, id_) for number, id_ in self._reader.rows(sql, _values(leaf) | {"size": size})]

    def page(self, leaf: Leaf, size: int, anchor: BookAnchor | None = None) -> list[BookLine]:
        """`size` lines from the anchor on; from the highest number when None."""
        values = _values(leaf) | {"size": size}
        before = ""
        if anchor:
            before = "WHERE (number, id) <= (:number, :id)"
            values |= {"number": anchor[0], "id": anchor[1]}
        order = "ORDER BY number DESC, id DESC LIMIT :size"
        sql = f"SELECT number, id, at, further FROM ({self._lines(leaf)}) {before} {order}"
        return self._whole(self._reader.rows(sql, values))

    def place(self, leaf: Leaf, number: int) -> int:
        """How many lines stand before a number, or before the place where it would stand."""
        sql = f"SELECT count(*) FROM ({self._lines(leaf)}) WHERE number > :number"
        found = self._reader.one(sql, _values(leaf) | {"number": number})
        return int(found[0]) if found else 0

    def _whole(self, found: list[tuple[Any, ...]]) -> list[BookLine]:
        ids = [id_ for _, id_, _, _ in found]
        rows = self._letters.rows(ids)
        dates = dict(self._reader.rows(_DATES.format(", ".join("?" * len(ids))), tuple(ids)))
        return [
            BookLine(number, from_utc_text(at), bool(further), _day(dates.get(id_)), rows[id_])
            for number, id_, at, further in found
            if id_ in rows
        ]

    def _lines(self, leaf: Leaf) -> str:
        """SQL of (number, id, at, further) of a leaf; further numbers are looked at only where there are some."""
        day = _DAY if leaf.day else ""
        further = self._reader.one(_ANY_FURTHER, (leaf.register, leaf.year_be)) is not None
        return f"{_OWN}{day} UNION ALL {_FURTHER}{day}" if further else f"{_OWN}{day}"

    def _leaves(self, table: str) -> Iterable[tuple[str, int]]:
        """Each register and year that a table has, by one seek for each."""
        last: tuple[str, int] = ("", 0)
        while found := self._reader.one(_NEXT.format(table), last):
            last = (found[0], found[1])
            yield last


def _values(leaf: Leaf) -> dict[str, Any]:
    values: dict[str, Any] = {"register": leaf.register, "year": leaf.year_be}
    if leaf.day:
        night = utc_of_local(leaf.day + timedelta(days=1))
        values |= {"morning": utc_text(utc_of_local(leaf.day)), "night": utc_text(night)}
    return values


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
