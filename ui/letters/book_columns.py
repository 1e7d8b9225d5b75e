"""The columns of a register book, as its printed form has them (แบบที่ 13, 14), and of the files that are lent."""

from collections.abc import Callable
from datetime import date

from desktop.letters.loans import LentFile
from desktop.letters.register_books import BookLine
from desktop.letters.rules import is_overdue
from desktop.letters.tags import is_provisional
from ui.kit.chips import Badge
from ui.kit.columns import Column
from ui.letters import kind_words, words
from ui.letters.words import translate


def book_columns(today: Callable[[], date]) -> tuple[Column[BookLine], ...]:
    """Where there is little room the day of the letter, the addressee, the sender and the units go, in this order."""
    return (
        Column(
            lambda: translate("Letters", "เลขทะเบียน"),
            number,
            92,
            strong=True,
            faint=lambda line: is_provisional(line.number),
            struck=_cancelled,
            tip=lambda line: translate("Letters", "เลขชั่วคราว") if is_provisional(line.number) else "",
        ),
        Column(
            lambda: translate("Letters", "วันเวลา"), lambda line: words.brief_moment(line.at, today()), 84, soft=True
        ),
        Column(lambda: translate("Letters", "ที่"), _book_number, 152, yields=1, tip=_book_number),
        Column(
            lambda: translate("Letters", "ลงวันที่"), lambda line: words.day(line.letter_date), 104, soft=True, yields=5
        ),
        Column(lambda: translate("Letters", "จาก"), _sender, 152, yields=3, tip=_sender),
        Column(lambda: translate("Letters", "ถึง"), _addressee, 132, yields=4, tip=_addressee),
        Column(
            lambda: translate("Letters", "เรื่อง"),
            lambda line: line.letter.subject,
            208,
            stretch=True,
            badges=_marks,
            mixed=True,
            struck=_cancelled,
            tip=lambda line: line.letter.subject,
        ),
        Column(lambda: translate("Letters", "การปฏิบัติ"), lambda line: line.letter.units, 100, soft=True, yields=2),
    )


def loan_columns(today: Callable[[], date]) -> tuple[Column[LentFile], ...]:
    def due(row: LentFile) -> tuple[Badge, ...]:
        if not is_overdue(row.loan, today()):
            return ()
        return (Badge(translate("Letters", "เลยกำหนดคืน"), "danger", "warning"),)

    return (
        Column(lambda: translate("Letters", "ผู้ยืม"), _borrower, 216, strong=True, tip=_borrower),
        Column(lambda: translate("Letters", "หนังสือ"), _letter, 152, yields=1),
        Column(
            lambda: translate("Letters", "เรื่อง"),
            lambda row: row.letter.subject,
            208,
            stretch=True,
            tip=lambda row: row.letter.subject,
        ),
        Column(
            lambda: translate("Letters", "ยืมเมื่อ"), lambda row: words.moment(row.loan.lent_at), 184, soft=True, yields=2
        ),
        Column(
            lambda: translate("Letters", "กำหนดคืน"),
            lambda row: words.day(row.loan.due_date),
            232,
            badges=due,
            mixed=True,
        ),
    )


def number(line: BookLine) -> str:
    return kind_words.figures(line.letter.register if not line.further else "", line.number)


def _cancelled(line: BookLine) -> bool:
    return line.letter.cancelled


def _book_number(line: BookLine) -> str:
    return "" if line.letter.book_number == "-" else line.letter.book_number


def _sender(line: BookLine) -> str:
    return line.letter.from_party


def _addressee(line: BookLine) -> str:
    return line.letter.to_party


def _marks(line: BookLine) -> tuple[Badge, ...]:
    found = (words.secrecy_badge(line.letter.secrecy), words.urgency_badge(line.letter.urgency))
    pages = (Badge(kind_words.scanned(), "neutral", "attach", bare=True, silent=True),) if line.letter.has_pages else ()
    cancelled = (kind_words.cancelled_badge(),) if line.letter.cancelled else ()
    return (*cancelled, *(badge for badge in found if badge), *pages)


def _borrower(row: LentFile) -> str:
    return f"{row.loan.borrower_name} ({row.loan.unit_name})" if row.loan.unit_name else row.loan.borrower_name


def _letter(row: LentFile) -> str:
    one = row.letter
    return f"{kind_words.number_name(one.register)} {kind_words.figures(one.register, one.number)}/{one.year_be}"
