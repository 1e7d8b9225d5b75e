"""A bank's statement out of a file, XLSX or CSV in whatever encoding: the sums that came in, or which line is torn.

OfficeError those of `sheets`; `cashier.statement_columns`, `cashier.statement_empty`, `cashier.statement_torn` (line).
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal, InvalidOperation
from pathlib import Path

from desktop.cashier.statement_model import Statement, StatementLine
from desktop.interchange.days import day_of
from desktop.interchange.model import Cell, Line
from desktop.interchange.sheets import lines_of, look_at
from desktop.office.errors import OfficeError
from desktop.office.thai import normalise

DAY, AMOUNT = "day", "amount"
_HEADINGS = {
    DAY: ("วันที่", "วันที่ทำรายการ", "วันที่รายการ", "date", "transaction date", "txn date", "value date", "posting date"),
    AMOUNT: (
        "เงินเข้า", "ฝาก", "ฝากเงิน", "จำนวนเงินเข้า", "เครดิต", "จำนวนเงิน", "credit", "deposit", "amount", "credit amount",
        "deposits", "ยอดเงิน",
    ),
}  # fmt: skip
_LOOKED_AT = 30


def headings_of(path: Path) -> tuple[int, tuple[str, ...]]:
    """The line (from 1) over which the sums stand, and its words; (0, ()) where none is like a heading."""
    with lines_of(replace(look_at(path), heading_line=0)) as lines:
        for number, line in lines:
            if number > _LOOKED_AT:
                break
            words = tuple(_plain(cell) for cell in line)
            if _known(words):
                return number, words
    return 0, ()


def guess(headings: Sequence[str]) -> dict[str, int] | None:
    """Which columns hold the day and the money that came in, by the words over them."""
    return _known(headings)


def read(path: Path, today: date, columns: Mapping[str, int] | None = None) -> Statement:
    """All of the file or nothing: a line that has a day and no sum that can be read is told."""
    number, headings = headings_of(path)
    columns = columns or guess(headings)
    if columns is None:
        raise OfficeError("cashier.statement_columns")
    sheet = replace(look_at(path), heading_line=number)
    found: list[StatementLine] = []
    with lines_of(sheet) as lines:
        for place, line in lines:
            if sheet.encoding is not None and len(line) <= columns[AMOUNT] and _day(line, columns, today):
                raise OfficeError("cashier.statement_torn", line=place)
            one = _line(place, line, columns, today)
            if one is not None:
                found.append(one)
    if not found:
        raise OfficeError("cashier.statement_empty")
    return Statement(sheet.sha256, path.name, tuple(found))


def _day(line: Line, columns: Mapping[str, int], today: date) -> date | None:
    cell = _at(line, columns[DAY])
    return day_of(cell, today) if cell is not None else None


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
    said = (str(cell) for at, cell in enumerate(line) if cell is not None and at not in columns.values())
    return StatementLine(place, day, satang, " ".join(" ".join(said).split())[:500])


def _satang(cell: Cell) -> int | None:
    if isinstance(cell, bool) or cell is None:
        return None
    text = re.sub(r"[\s,฿]", "", normalise(str(cell)))
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
