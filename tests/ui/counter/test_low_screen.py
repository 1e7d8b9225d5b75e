"""A laptop whose window is 690 high: what is asked stands whole, and so does what is done next."""

from itertools import pairwise

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QWidget

from desktop.devices.id_card import CardNews, CardState
from tests.helpers.citizens import numbered
from tests.helpers.looks import cut_off
from tests.helpers.screens import settle
from tests.ui.counter.conftest import Booth
from tests.ui.counter.test_paying import owes
from tests.ui.counter.test_putting_right import CTRL, joined, opened, record
from ui.counter.screen import CitizenScreen

ROOM = (1150, 586)
"""What a window of 1366 x 690 leaves to its room."""


def low(screen: CitizenScreen) -> None:
    """With a line about the card reader above it, which takes two more pixels of each row."""
    screen.card.show_news(CardNews(CardState.TROUBLE, code="card.other_card"))
    screen.resize(*ROOM)
    settle()


def stands_whole(widget: QWidget, screen: QWidget) -> bool:
    place = QRect(widget.mapTo(screen, QPoint()), widget.size())
    return screen.rect().contains(place) and widget.height() >= widget.sizeHint().height()


def test_the_reason_is_typed_where_the_address_stood(booth: Booth) -> None:
    citizen = record(booth, number=numbered(1))
    owes(booth, citizen)
    owes(booth, citizen, 2)
    screen, _ = opened(booth, citizen)
    low(screen)
    below = screen.page.owed.mapTo(screen, QPoint()).y()
    screen.page.who.show_number.click()
    settle()
    assert cut_off(screen) == []
    assert stands_whole(screen.page.who.reason, screen)
    assert stands_whole(screen.page.pay.pay_button, screen)
    assert screen.page.owed.mapTo(screen, QPoint()).y() == below, "nothing below moved"
    screen.page.who.show_whole_number(numbered(1))
    settle()
    assert "91/1" in screen.page.who.about.words
    assert screen.page.who.about.isVisible()


def test_two_entries_are_joined_with_those_already_joined_in_sight(booth: Booth) -> None:
    screen, hands = joined(booth, record(booth), record(booth, number=numbered(1)))
    booth.bot.waitUntil(screen.page.isVisible)
    low(screen)
    hands.press(Qt.Key.Key_J, CTRL)
    join = screen.right.join
    booth.bot.waitUntil(join.nobody.isVisible)
    settle()
    assert cut_off(screen) == []
    parts = [join.search, join.nobody, join.same, join.keep]
    places = [QRect(one.mapTo(screen, QPoint()), one.size()) for one in parts]
    assert [above.bottom() < below.top() for above, below in pairwise(places)] == [True] * 3
    assert all(stands_whole(one, screen) for one in (join.part, join.leave, join.keep))
