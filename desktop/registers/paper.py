"""A control register as its paper says it."""

from datetime import datetime

from desktop.office.dates import thai_date
from desktop.paper.control_register import RegisterPaper, RegisterRow
from desktop.registers import words
from desktop.registers.model import BookAccount, Fate, RegisterAccount


def register_paper(account: RegisterAccount, office_name: str, now: datetime) -> RegisterPaper:
    """One row a book; below them how many numbers there are of each fate."""
    totals = (f"{words.FATES[fate]} {account.count(fate):,}" for fate in Fate if account.count(fate))
    rows = tuple(_row(one) for one in account.books)
    head = f"เลข 1 ถึง {account.top:,}:"
    return RegisterPaper(office_name, words.title(account), words.year(account), rows, (head, *totals), now)


def _row(one: BookAccount) -> RegisterRow:
    book = one.book
    counts = (one.count(fate) for fate in (Fate.ISSUED, Fate.VOID, Fate.CANCELLED, Fate.SUSPENSE, Fate.UNUSED))
    name = str(book.book_no) if book.book_no else f"ผู้ถือที่ {book.epoch}"
    given = thai_date(book.leased_at, "short", "arabic")
    range_ = f"{book.lo}-{book.hi}" if book.lo <= book.hi else "-"
    figures = tuple(f"{count:,}" if count else "-" for count in counts)
    odd = bool(one.count(Fate.SUSPENSE, Fate.UNKNOWN))
    return RegisterRow((name, range_, book.holder, given, words.STATES[one.state], *figures, remark(one)), odd)


def remark(one: BookAccount) -> str:
    """Why numbers of a book bear no paper: `452-500 สิ้นปี`."""
    gone = (run for run in one.runs if run.fate in {Fate.CANCELLED, Fate.SUSPENSE, Fate.UNKNOWN})
    return ", ".join(
        f"{run.lo}-{run.hi} {words.reason(run.reason) or words.FATES[run.fate]}"
        if run.size > 1
        else f"{run.lo} {words.reason(run.reason) or words.FATES[run.fate]}"
        for run in gone
    )
