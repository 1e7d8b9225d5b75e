"""The control register as a table of every run of numbers, for other programs."""

from collections.abc import Iterator

from desktop.office.dates import local_date
from desktop.paper.table import FormTable, TableColumn, TableRow, Value
from desktop.registers import words
from desktop.registers.model import Book, RegisterAccount, Run

_COLUMNS = (
    TableColumn("ทะเบียน", 40),
    TableColumn("ปี", 16),
    TableColumn("เล่มที่", 16),
    TableColumn("ตั้งแต่เลข", 20),
    TableColumn("ถึงเลข", 20),
    TableColumn("จำนวน", 16),
    TableColumn("สถานะ", 30),
    TableColumn("ผู้ถือ", 20),
    TableColumn("วันที่จ่าย", 24),
    TableColumn("เหตุ", 40),
    TableColumn("ผู้รับรอง", 40),
)


def register_table(account: RegisterAccount) -> FormTable:
    """A line for each run of each book, and for runs outside of all books."""
    return FormTable(f"{words.title(account)} {account.year_be}", (), _COLUMNS, tuple(_rows(account)))


def _rows(account: RegisterAccount) -> Iterator[TableRow]:
    inside: set[int] = set()
    for one in account.books:
        inside |= set(range(one.book.lo, one.book.hi + 1))
        yield from (_row(account, run, one.book) for run in one.runs)
    yield from (_row(account, run, None) for run in account.runs if inside.isdisjoint(range(run.lo, run.hi + 1)))


def _row(account: RegisterAccount, run: Run, book: Book | None) -> TableRow:
    number, holder, given = (
        (book.book_no or None, book.holder, local_date(book.leased_at)) if book else (None, "", None)
    )
    numbers: tuple[Value, ...] = (number, run.lo, run.hi, run.size)
    fate: tuple[Value, ...] = (words.FATES[run.fate], holder, given, words.reason(run.reason), run.by)
    return TableRow((words.short(account), account.year_be, *numbers, *fate))
