"""A form as a table of values: one description from which the paper, the XLSX and the CSV are made."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import TypeAlias

from desktop.office.dates import thai_date, thai_time
from desktop.paper.form import FormBand, FormColumn, FormPaper, FormRow, Signer, Tone
from desktop.paper.ops import Align

Value: TypeAlias = str | int | Decimal | date | datetime | None


@dataclass(frozen=True)
class TableColumn:
    """`width_mm` 0: not on the paper, only in tables for other programs."""

    head: str
    width_mm: float
    align: Align = "left"
    numeral: bool = True


@dataclass(frozen=True)
class TableRow:
    """One line: a value a column. `struck`: cancelled, its last value says why."""

    values: tuple[Value, ...]
    struck: bool = False


@dataclass(frozen=True)
class DayBand:
    """From here on the lines are of this day."""

    day: date


@dataclass(frozen=True)
class GapBand:
    """Numbers between the lines that are no line themselves."""

    lo: int
    hi: int
    words: str

    @property
    def numbers(self) -> str:
        return str(self.lo) if self.lo == self.hi else f"{self.lo}-{self.hi}"


@dataclass(frozen=True)
class FormTable:
    """`under`: lines below the office's name, such as the days; `totals` below the last row.

    `mark`: what stands in red above and below each sheet (ลับ), "" for what everybody may read.
    """

    title: str
    under: tuple[str, ...]
    columns: tuple[TableColumn, ...]
    rows: Sequence[TableRow | DayBand | GapBand]
    totals: tuple[str, ...] = ()
    signers: tuple[Signer, ...] = ()
    nothing: str = "ไม่มีรายการ"
    mark: str = ""


def paper_of(table: FormTable, office_name: str, made_at: datetime) -> FormPaper:
    """The table on sheets, in Thai figures."""
    shown = [place for place, column in enumerate(table.columns) if column.width_mm]
    columns = tuple(
        FormColumn(column.head, column.width_mm, column.align, column.numeral)
        for column in (table.columns[place] for place in shown)
    )
    rows = [_row(row, shown) for row in table.rows]
    return FormPaper(
        table.title, office_name, table.under, columns, rows, made_at, table.nothing, table.totals, table.signers,
        mark=table.mark,
    )  # fmt: skip


def _row(row: TableRow | DayBand | GapBand, shown: Sequence[int]) -> FormRow | FormBand:
    if isinstance(row, DayBand):
        return FormBand(day_words(row.day), Tone.DAY)
    if isinstance(row, GapBand):
        return FormBand(f"เลข {row.numbers} {row.words}", Tone.GAP)
    return FormRow(tuple(cell_words(row.values[place]) for place in shown), row.struck)


def day_words(day: date) -> str:
    """As the form's heading has it: `วันที่ 21 เดือน พฤศจิกายน พ.ศ. 2569`."""
    number, month, year = thai_date(day, "long", "arabic").split(" ")
    return f"วันที่ {number} เดือน {month} พ.ศ. {year}"


def cell_words(value: Value) -> str:
    if isinstance(value, datetime):
        return f"{thai_date(value, 'short', 'arabic')} {thai_time(value, 'arabic')}"
    if isinstance(value, date):
        return thai_date(value, "short", "arabic")
    return "" if value is None else str(value)
