"""A form's table for other programs: XLSX with numbers and days as such, CSV that spreadsheets read and never obey."""

import csv
import io
import re
from collections.abc import Callable, Iterator
from datetime import date, datetime
from decimal import Decimal
from threading import Event
from typing import Any

from desktop.office.dates import BANGKOK, thai_date
from desktop.paper.form_pdf import Stopped
from desktop.paper.table import FormTable, GapBand, TableRow, Value, cell_words

Told = Callable[[int, int], object]
_FORMULA = re.compile(r"^[=+\-@\t\r\n](?=.)|^[=+@\t\r]", re.DOTALL)
"""How a spreadsheet knows a formula; a lone `-` is a book number that is not there."""
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_BE_DATE, _BE_MOMENT = "[$-107041E]d mmm yyyy;@", "[$-107041E]d mmm yyyy hh:mm;@"
"""Days as Excel's Thai calendar shows them; the cell holds the day itself."""
_MONEY = "#,##0.00"
_MM_A_CHARACTER = 2.1


def to_csv(table: FormTable, told: Told = lambda done, total: None, ended: Event | None = None) -> bytes:
    """UTF-8 with BOM, CRLF. A day is ISO, with a column beside it in พ.ศ.; what looks like a formula gets a quote."""
    text = io.StringIO()
    out = csv.writer(text, lineterminator="\r\n")
    dated = _dated(table)
    out.writerow(_split_heads(table, dated))
    for values in _values(table, told, ended):
        out.writerow([part for place, value in enumerate(values) for part in _csv_cells(value, place in dated)])
    return b"\xef\xbb\xbf" + text.getvalue().encode()


def to_xlsx(table: FormTable, told: Told = lambda done, total: None, ended: Event | None = None) -> bytes:
    """One sheet: the heading frozen, every text a text whatever it begins with."""
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    sheet: Any = book.create_sheet(_sheet_name(table.title))
    sheet.freeze_panes = "A2"
    for place, column in enumerate(table.columns, start=1):
        sheet.column_dimensions[_letter(place)].width = max(column.width_mm / _MM_A_CHARACTER, 12)
    sheet.append([_xlsx_cell(sheet, column.head, bold=True) for column in table.columns])
    out = io.BytesIO()
    try:
        for values in _values(table, told, ended):
            sheet.append([_xlsx_cell(sheet, value) for value in values])
    finally:
        book.save(out)  # also when it was stopped: a sheet that is not closed leaves its file behind
    return out.getvalue()


def _values(table: FormTable, told: Told, ended: Event | None) -> Iterator[tuple[Value, ...]]:
    """Each line and each gap; a gap has its numbers in the first column and its words in the last of the form."""
    last = max(place for place, column in enumerate(table.columns) if column.width_mm)
    for number, row in enumerate(table.rows, start=1):
        if ended is not None and ended.is_set():
            raise Stopped
        if isinstance(row, TableRow):
            yield row.values
        elif isinstance(row, GapBand):
            yield (row.numbers, *(row.words if place == last else None for place in range(1, len(table.columns))))
        told(number, len(table.rows))


def _dated(table: FormTable) -> frozenset[int]:
    """Columns in which a day stands somewhere."""
    rows = [row.values for row in table.rows if isinstance(row, TableRow)]
    return frozenset(
        place for place in range(len(table.columns)) if any(isinstance(values[place], date) for values in rows)
    )


def _split_heads(table: FormTable, dated: frozenset[int]) -> list[str]:
    heads: list[str] = []
    for place, column in enumerate(table.columns):
        heads += [column.head, f"{column.head} (พ.ศ.)"] if place in dated else [column.head]
    return heads


def _csv_cells(value: Value, dated: bool) -> tuple[Value, ...]:
    if not dated:
        return (_tame(value) if isinstance(value, str) else value,)
    if isinstance(value, datetime):
        local = value.astimezone(BANGKOK)
        return f"{local:%Y-%m-%d %H:%M}", cell_words(value)
    if isinstance(value, date):
        return value.isoformat(), thai_date(value, "numeric", "arabic")
    return (_tame(value) if isinstance(value, str) else value), None


def _tame(text: str) -> str:
    text = _UNPRINTABLE.sub("", text)
    return f"'{text}" if _FORMULA.match(text) else text


def _xlsx_cell(sheet: Any, value: Value, *, bold: bool = False) -> Any:
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Font

    if isinstance(value, datetime):
        value = value.astimezone(BANGKOK).replace(tzinfo=None)
    text = isinstance(value, str)
    held: Any = _UNPRINTABLE.sub("", value) if isinstance(value, str) else value
    cell = WriteOnlyCell(sheet, held)
    if text:
        cell.data_type = "s"
    elif isinstance(value, Decimal):
        cell.number_format = _MONEY
    elif isinstance(value, date):
        cell.number_format = _BE_MOMENT if isinstance(value, datetime) else _BE_DATE
    if bold:
        cell.font = Font(bold=True)
    return cell


def _letter(place: int) -> str:
    from openpyxl.utils import get_column_letter

    return str(get_column_letter(place))


def _sheet_name(title: str) -> str:
    """A name that Excel takes: 31 characters, none of []:*?/\\."""
    return re.sub(r"[\[\]:*?/\\]", " ", title)[:31]
