"""A line of an old register made into a letter, or what is wrong with it; pure."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from desktop.interchange.days import day_of
from desktop.interchange.model import Book, Cell, Column, Line, PastLetter, Plan, Problem
from desktop.letters.model import Urgency
from desktop.letters.past import MOST_NUMBER
from desktop.office.dates import BE_OFFSET, utc_of_local, year_be
from desktop.office.thai import arabic_digits, normalise

MOST_LETTERS_OF_TEXT = 4_000
_NUMBER = re.compile(r"\D{0,20}?(\d{1,7})(?:\s*/\s*(\d{4}|\d{2}))?")
_CONTROL = re.compile(r"[\x00-\x1f\x7f\ud800-\udfff\s]+")
_NOTHING = frozenset({"", "-", "–", "—"})
_DITTO = frozenset({'"', "''", "”", "“", "〃", "„", '""', "ๆ", "’’"})
_URGENCIES = {
    "ด่วน": Urgency.URGENT, "ด่วนมาก": Urgency.VERY_URGENT, "ด่วนที่สุด": Urgency.MOST_URGENT, "ปกติ": Urgency.NORMAL,
    "urgent": Urgency.URGENT, "normal": Urgency.NORMAL,
}  # fmt: skip
_OPEN = frozenset({"ปกติ", "ไม่ลับ", "ทั่วไป", "ไม่มี", "normal", "none"})
_CARRIED = (Column.DAY, Column.LETTER_DATE, Column.FROM_PARTY, Column.TO_PARTY)
"""What a ditto mark stands for, from the line above."""


class Wrong(Exception):
    """A line can't come in: `column`, `code`, and what stands there."""

    def __init__(self, column: Column, code: str, said: object = "") -> None:
        super().__init__(code)
        self.column, self.code, self.said = column, code, str(said)[:200]


@dataclass
class RegisterReader:
    """Reads line after line, because a register says its day once and then only ditto."""

    plan: Plan
    today: date
    _day: date | None = None
    _above: dict[Column, Cell] = field(default_factory=dict)

    def read(self, lines: Iterator[tuple[int, Line]]) -> Iterator[tuple[int, PastLetter | Problem | None]]:
        """Each line with its letter, its problem, or None when it is left out or is the heading of a day."""
        for number, line in lines:
            cells = self._cells(number, line)
            if number in self.plan.left_out or self._is_heading(line, cells):
                yield number, None
                continue
            try:
                yield number, self._letter(number, cells)
            except Wrong as wrong:
                yield number, Problem(number, wrong.column, wrong.code, wrong.said)

    def _cells(self, number: int, line: Line) -> dict[Column, Cell]:
        found = {column: line[place] if place < len(line) else None for place, column in self.plan.columns.items()}
        found |= self.plan.put_right.get(number, {})
        for column in _CARRIED:
            if str(found.get(column) or "").strip() in _DITTO:
                found[column] = self._above.get(column)
        self._above = found
        return found

    def _is_heading(self, line: Line, cells: Mapping[Column, Cell]) -> bool:
        """A line that only tells the day, or repeats the headings on a new page."""
        said = [cell for cell in line if cell is not None and str(cell).strip()]
        if len(said) <= 2 and not _text(cells.get(Column.SUBJECT)):
            day = day_of(" ".join(str(cell) for cell in said).removeprefix("ทะเบียนหนังสือรับ"), self.today)
            if day is None and len(said) == 1:
                day = day_of(said[0], self.today)
            self._day = day or self._day
            return day is not None
        headings = self.plan.sheet.headings
        return bool(headings) and tuple(str(cell or "") for cell in line) == headings

    def _letter(self, number: int, cells: Mapping[Column, Cell]) -> PastLetter:
        texts = {column: _checked(column, cells.get(column)) for column in _TEXTS}
        n, said_year = _numbered(cells.get(Column.NUMBER))
        day = self._dated(Column.DAY, cells) or self._day
        year = self._year(cells, said_year, day)
        letter_date = self._dated(Column.LETTER_DATE, cells)
        if _plain(cells.get(Column.SECRECY)) not in _NOTHING | _OPEN:
            raise Wrong(Column.SECRECY, "row.secret", cells.get(Column.SECRECY))
        if not texts[Column.SUBJECT]:
            raise Wrong(Column.SUBJECT, "row.subject_missing")
        if not texts[Column.FROM_PARTY] and self.plan.book is Book.INCOMING:
            raise Wrong(Column.FROM_PARTY, "row.sender_missing")
        shown = day or (letter_date if letter_date and year_be(letter_date) == year else date(year - BE_OFFSET, 1, 1))
        done = [texts[Column.ACTION_TAKEN], texts[Column.REMARKS]]
        return PastLetter(
            number, n, year, utc_of_local(shown), texts[Column.BOOK_NUMBER] or "-", letter_date,
            texts[Column.FROM_PARTY] or "-", texts[Column.TO_PARTY] or "-", texts[Column.SUBJECT],
            "\n".join(filter(None, done)) or None, _urgency(cells.get(Column.URGENCY)),
        )  # fmt: skip

    def _dated(self, column: Column, cells: Mapping[Column, Cell]) -> date | None:
        cell = cells.get(column)
        if cell is None or (isinstance(cell, str) and cell.strip() in _NOTHING):
            return None
        day = day_of(cell, self.today)
        if day is None:
            raise Wrong(column, "row.date_unclear", cell)
        if day > self.today:
            raise Wrong(column, "row.date_in_future", cell)
        return day

    def _year(self, cells: Mapping[Column, Cell], said: int | None, day: date | None) -> int:
        stated = _year_said(cells.get(Column.YEAR)) or said or self.plan.year_be
        found = stated or (year_be(day) if day else None)
        if found is None:
            raise Wrong(Column.DAY, "row.year_missing", cells.get(Column.DAY) or "")
        if day is not None and year_be(day) != found:
            raise Wrong(Column.DAY, "row.year_differs", cells.get(Column.DAY) or "")
        if not 2440 <= found <= year_be(self.today):
            raise Wrong(Column.YEAR, "row.year_unclear", found)
        return found


_TEXTS = (
    Column.BOOK_NUMBER, Column.FROM_PARTY, Column.TO_PARTY, Column.SUBJECT, Column.ACTION_TAKEN, Column.REMARKS,
)  # fmt: skip


def _text(cell: Cell) -> str:
    """One line of plain text; a whole number as it is counted."""
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    return _CONTROL.sub(" ", str(cell)).strip() if cell is not None else ""


def _checked(column: Column, cell: Cell) -> str:
    text = _text(cell)
    if len(text) > MOST_LETTERS_OF_TEXT:
        raise Wrong(column, "row.too_long", text)
    if "\ufffd" in text:
        raise Wrong(column, "row.unreadable", text)
    return text


def _plain(cell: Cell) -> str:
    return normalise(_text(cell))


def _numbered(cell: Cell) -> tuple[int, int | None]:
    """`๑๒๓`, `00123`, `รับที่ 123/2568`: the number, and the year where it is said."""
    found = _NUMBER.fullmatch(arabic_digits(_text(cell)))
    if found is None or not 1 <= int(found[1]) <= MOST_NUMBER:
        raise Wrong(Column.NUMBER, "row.number_unclear", _text(cell))
    return int(found[1]), _year_said(found[2])


def _year_said(cell: Cell) -> int | None:
    found = re.search(r"\d{4}|\d{2}", arabic_digits(_text(cell)))
    if found is None:
        return None
    year = int(found[0])
    return 2500 + year if year < 100 else year if year >= 2400 else year + BE_OFFSET


def _urgency(cell: Cell) -> str:
    plain = _plain(cell)
    if plain in _NOTHING:
        return Urgency.NORMAL.value
    found = _URGENCIES.get(plain)
    if found is None:
        raise Wrong(Column.URGENCY, "row.urgency_unclear", cell)
    return found.value
