"""A bank's statement out of a file, XLSX or CSV in whatever encoding: the sums that came in, or which line is torn.

OfficeError those of `sheets`; `cashier.statement_columns`, `cashier.statement_empty`, `cashier.statement_torn` (line).
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from decimal import Decimal, InvalidOperation
from itertools import islice
from pathlib import Path

from desktop.cashier.statement_model import Statement, StatementLine
from desktop.interchange.days import day_of
from desktop.interchange.model import Cell, Line
from desktop.interchange.sheets import has_open_end, lines_of, look_at
from desktop.office.errors import OfficeError
from desktop.office.thai import arabic_digits, normalise

DAY, AMOUNT = "day", "amount"
_HEADINGS = {
    DAY: ("วันที่", "วันที่ทำรายการ", "วันที่รายการ", "date", "transaction date", "txn date", "value date", "posting date"),
    AMOUNT: (
        "เงินเข้า", "ฝาก", "ฝากเงิน", "จำนวนเงินเข้า", "เครดิต", "จำนวนเงิน", "credit", "deposit", "amount", "credit amount",
        "deposits", "ยอดเงิน",
    ),
}  # fmt: skip
_LOOKED_AT, _SHOWN = 30, 5
_TIME = re.compile(r"\s+(\d{1,2}:\d{2}(?::\d{2})?|\d{1,2}\.\d{2}(?=\s*น))\s*(?:น\.?)?\s*$")
"""The time of day behind a day in one cell."""


Known = Callable[[tuple[str, ...]], Mapping[str, int] | None]
"""What somebody once said of the columns under these headings: day, amount -> place."""


@dataclass(frozen=True)
class Looked:
    """A bank's file before it is read. `headings` stand in line `line` (from 1; 0: none were found).

    `columns`: where day and sum stand; None: a person must say. `sample`: the first lines below, as words.
    """

    line: int
    headings: tuple[str, ...]
    columns: Mapping[str, int] | None
    sample: tuple[tuple[str, ...], ...]


def look(path: Path, today: date, known: Known = lambda headings: None) -> Looked:
    """Finds the headings: those that somebody named before, those that are known, or the line above the first day."""
    with lines_of(replace(look_at(path), heading_line=0)) as lines:
        first = [(number, line) for number, line in islice(lines, _LOOKED_AT)]
    named = [(place, columns) for place, (_, line) in enumerate(first) if (columns := known(_words(line)))]
    found = named or [(place, columns) for place, (_, line) in enumerate(first) if (columns := _known(_words(line)))]
    if found:
        place, columns = found[0]
        return Looked(first[place][0], _words(first[place][1]), columns, _sample(first, place))
    days = (place for place, (_, line) in enumerate(first) if any(day_of(_split(cell)[0], today) for cell in line))
    place = next(days, 0) - 1
    if place < 0:
        return Looked(0, (), None, _sample(first, -1))
    return Looked(first[place][0], _words(first[place][1]), None, _sample(first, place))


def read(path: Path, today: date, looked: Looked | None = None) -> Statement:
    """All of the file or nothing: a line that has a day and no sum that can be read is told."""
    looked = looked or look(path, today)
    columns = looked.columns
    if columns is None:
        raise OfficeError("cashier.statement_columns")
    sheet = replace(look_at(path), heading_line=looked.line)
    found: list[StatementLine] = []
    last: tuple[int, Line] = (0, ())
    with lines_of(sheet) as lines:
        for place, line in lines:
            last = place, line
            if sheet.encoding is not None and len(line) <= columns[AMOUNT] and _day(line, columns, today):
                raise OfficeError("cashier.statement_torn", line=place)
            one = _line(place, line, columns, today)
            if one is not None:
                found.append(one)
    is_open = has_open_end(sheet) and _day(last[1], columns, today) is not None
    if is_open and _may_be_cut(last[1], columns, len(looked.headings)):
        raise OfficeError("cashier.statement_torn", line=last[0])
    if not found:
        raise OfficeError("cashier.statement_empty")
    return Statement(sheet.sha256, path.name, tuple(found))


def _words(line: Line) -> tuple[str, ...]:
    return tuple(_plain(cell) for cell in line)


def _sample(first: Sequence[tuple[int, Line]], place: int) -> tuple[tuple[str, ...], ...]:
    below = first[place + 1 : place + 1 + _SHOWN]
    return tuple(tuple("" if cell is None else str(cell) for cell in line) for _, line in below)


def _may_be_cut(line: Line, columns: Mapping[str, int], width: int) -> bool:
    """Of a last line without an end: cells are missing, or the sum is the last one and has not its two decimals."""
    if len(line) < width:
        return True
    return columns[AMOUNT] == len(line) - 1 and re.search(r"\.\d\d\D*$", str(_at(line, columns[AMOUNT]))) is None


def _day(line: Line, columns: Mapping[str, int], today: date) -> date | None:
    cell = _at(line, columns[DAY])
    return day_of(_split(cell)[0], today) if cell is not None else None


def _split(cell: Cell) -> tuple[Cell, str]:
    """A day and the time that stands with it in one cell, or ""."""
    if isinstance(cell, datetime):
        return cell, f"{cell:%H:%M:%S}" if cell.time() != time() else ""
    found = _TIME.search(said := arabic_digits(cell)) if isinstance(cell, str) else None
    return (said[: found.start()], found[1]) if found else (cell, "")


def _line(place: int, line: Line, columns: Mapping[str, int], today: date) -> StatementLine | None:
    """None for money that went out, for sums carried over and for words between."""
    day, amount = _day(line, columns, today), _at(line, columns[AMOUNT])
    if any("\ufffd" in str(cell) for cell in line):
        raise OfficeError("cashier.statement_torn", line=place)
    if day is None:
        return None
    satang = _satang(amount)
    if satang is None and _plain(amount) not in ("", "-"):
        raise OfficeError("cashier.statement_torn", line=place)
    if not satang or satang < 0:
        return None
    said = [str(cell) for at, cell in enumerate(line) if cell is not None and at not in columns.values()]
    said = [_split(_at(line, columns[DAY]))[1], *said]  # two alike of one day are two, also in files of their own
    return StatementLine(place, day, satang, " ".join(" ".join(said).split())[:500])


def _satang(cell: Cell) -> int | None:
    if isinstance(cell, bool) or cell is None:
        return None
    said = f"{cell:.15g}" if isinstance(cell, float) else str(cell)  # as many figures as a spreadsheet counts with
    text = re.sub(r"[\s,฿]", "", normalise(said))
    try:
        exact = Decimal(text) * 100
        return int(exact) if exact == int(exact) and abs(exact) < 10**15 else None
    except (InvalidOperation, ValueError, OverflowError):
        return None


def _known(headings: Sequence[str]) -> dict[str, int] | None:
    found: dict[str, int] = {}
    for what, names in _HEADINGS.items():
        places = [place for name in names for place, words in enumerate(headings) if words == name]
        if places:
            found[what] = places[0]
    return found if len(found) == len(_HEADINGS) else None


def _at(line: Line, place: int) -> Cell:
    return line[place] if place < len(line) else None


def _plain(cell: Cell) -> str:
    return re.sub(r"\s*\(.*\)$", "", normalise(str(cell))).strip() if cell is not None else ""
