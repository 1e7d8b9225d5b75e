"""The columns of the inbox."""

from collections.abc import Callable
from datetime import date

from desktop.letters.model import LetterRow
from desktop.letters.rules import is_due
from desktop.letters.tags import is_provisional
from ui.kit.chips import Badge
from ui.kit.columns import Column
from ui.letters import kind_words, words
from ui.letters.words import translate


def columns(today: Callable[[], date]) -> tuple[Column[LetterRow], ...]:
    """Where there is little room the unit, the book number, the day of receipt and the sender go, in this order."""
    urgency = Column(lambda: translate("Letters", "ความเร็ว"), _urgency_words, 108, badges=_urgency)
    book = Column(lambda: translate("Letters", "ที่"), _book_number, 152, yields=3, tip=_book_number)
    units = Column[LetterRow](lambda: translate("Letters", "หน่วยงาน"), lambda row: row.units, 92, soft=True, yields=4)
    journey = Column(
        lambda: "", _journey_words, 36, badges=lambda row: (words.journey_badge(row.mark),), tip=_journey_words
    )
    return (_number(), urgency, book, _subject(), _sender(), units, _received(today), _due(today), journey)


def _number() -> Column[LetterRow]:
    return Column(
        lambda: translate("Letters", "เลขรับ"),
        kind_words.number_in_list,
        80,
        strong=True,
        struck=lambda row: row.cancelled,
        faint=lambda row: is_provisional(row.number),
        tip=lambda row: translate("Letters", "เลขชั่วคราว") if is_provisional(row.number) else "",
    )


def _subject() -> Column[LetterRow]:
    return Column(
        lambda: translate("Letters", "เรื่อง"),
        lambda row: row.subject,
        192,
        stretch=True,
        badges=_secrecy,
        mixed=True,
        struck=lambda row: row.cancelled,
        tip=lambda row: row.subject,
    )


def _sender() -> Column[LetterRow]:
    return Column(
        lambda: translate("Letters", "จาก"),
        lambda row: row.from_party,
        144,
        soft=True,
        yields=1,
        tip=lambda row: row.from_party,
    )


def _received(today: Callable[[], date]) -> Column[LetterRow]:
    return Column(
        lambda: translate("Letters", "วันที่รับ"),
        lambda row: words.brief_moment(row.received_at, today()),
        84,
        soft=True,
        yields=2,
    )


def _due(today: Callable[[], date]) -> Column[LetterRow]:
    """With a mark before the day where it is near or past."""

    def mark(row: LetterRow) -> tuple[Badge, ...]:
        if not is_due(row.due_date, today()):
            return ()
        late = row.due_date is not None and row.due_date < today()
        said = translate("Letters", "เลยกำหนด") if late else translate("Letters", "ใกล้ครบกำหนด")
        return (Badge(said, "danger" if late else "attention", "warning", bare=True, silent=True),)

    return Column(
        lambda: translate("Letters", "ครบกำหนด"),
        lambda row: words.brief_day(row.due_date, today()),
        96,
        badges=mark,
        mixed=True,
    )


def _urgency(row: LetterRow) -> tuple[Badge, ...]:
    badge = words.urgency_badge(row.urgency)
    return (badge,) if badge else ()


def _book_number(row: LetterRow) -> str:
    return "" if row.book_number == "-" else row.book_number


def _urgency_words(row: LetterRow) -> str:
    badge = words.urgency_badge(row.urgency)
    return badge.words if badge else ""


def _secrecy(row: LetterRow) -> tuple[Badge, ...]:
    badge = words.secrecy_badge(row.secrecy)
    return (badge,) if badge else ()


def _journey_words(row: LetterRow) -> str:
    return words.journey_badge(row.mark).words
