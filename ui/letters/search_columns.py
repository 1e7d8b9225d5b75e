"""The columns of what was found, with the words that were looked for marked."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from desktop.letters.found import FoundLetter
from desktop.letters.marking import Span, spans
from desktop.letters.rules import padded
from desktop.letters.tags import is_provisional
from ui.kit.chips import Badge
from ui.kit.columns import Column
from ui.letters import search_words, words
from ui.letters.words import translate

Told = Callable[[FoundLetter], str]


def columns(
    today: Callable[[], date], typed: Callable[[], str], units: Callable[[], Mapping[str, str]]
) -> tuple[Column[FoundLetter], ...]:
    """`typed`: the words that were looked for; `units`: short names by hex of id.

    Where there is little room the register, the day and the sender go, in this order.
    """

    def marked(text: Told) -> Callable[[FoundLetter], tuple[Span, ...]]:
        return lambda one: spans(text(one), typed())

    def searched(title: Callable[[], str], text: Told, width: int, **more: Any) -> Column[FoundLetter]:
        """A column in which the words that were looked for are marked."""
        return Column(title, text, width, found=marked(text), **more)

    def register(one: FoundLetter) -> str:
        return search_words.register(one.row.register, units())

    def received(one: FoundLetter) -> str:
        return words.brief_moment(one.row.received_at, today())

    shown = {"stretch": True, "badges": _badges, "mixed": True, "tip": _subject}
    return (
        searched(lambda: translate("Search", "เลขทะเบียน"), _number, 92, strong=True, faint=_is_provisional),
        Column(lambda: translate("Search", "ทะเบียน"), register, 132, soft=True, yields=3),
        searched(lambda: translate("Letters", "ที่"), _book_number, 152, tip=_book_number),
        searched(lambda: translate("Letters", "เรื่อง"), _subject, 192, **shown),
        searched(lambda: translate("Letters", "จาก"), _sender, 136, soft=True, yields=1, tip=_sender),
        searched(lambda: translate("Search", "พบใน"), _elsewhere, 216, soft=True, tip=_elsewhere),
        Column(lambda: translate("Letters", "วันที่รับ"), received, 84, soft=True, yields=2),
    )


def _is_provisional(one: FoundLetter) -> bool:
    return is_provisional(one.row.number)


def _number(one: FoundLetter) -> str:
    return padded(one.row.number)


def _book_number(one: FoundLetter) -> str:
    return "" if one.row.book_number == "-" else one.row.book_number


def _subject(one: FoundLetter) -> str:
    return one.row.subject


def _sender(one: FoundLetter) -> str:
    return one.row.from_party


def _elsewhere(one: FoundLetter) -> str:
    """Where the words stand that the row does not show, and what is said there."""
    return f"{search_words.place(one.place)}: {one.said}" if one.place else ""


def _badges(one: FoundLetter) -> tuple[Badge, ...]:
    exact = Badge(translate("Search", "ตรงเลข"), "ready", bare=True) if one.exact else None
    shown = (exact, words.urgency_badge(one.row.urgency), words.secrecy_badge(one.row.secrecy))
    return tuple(badge for badge in shown if badge)
