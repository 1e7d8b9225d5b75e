"""A counter whose receipt numbers are used up borrows some with one key, and the lender's clerk is not disturbed."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.application import Office
from desktop.office.key_code import make_code
from desktop.office.series import RECEIPTS
from desktop.queue.settings import Own
from tests.helpers.desk import make_desk, make_office
from tests.helpers.proofs import know_each_other
from tests.helpers.screens import nameless
from tests.ui.cashier.conftest import Booth
from ui.cashier.counter_screen import CounterScreen

CODE = make_code()
PATIENCE_S = 60


@pytest.fixture
def beside(booth: Booth, tmp_path: Path) -> Iterator[Office]:
    """The counter next door, which keeps the queue."""
    office = make_office(make_desk(tmp_path / "beside", clock=booth.clock))
    know_each_other(office.desk, booth.office.desk)
    office.queue.settle(Own("keeper", code=CODE, place="2", port=0))
    booth.office.queue.settle(Own("guest", f"127.0.0.1:{office.queue.port}", CODE, "1"))
    yield office
    booth.office.queue.end()
    office.queue.end()
    office.desk.close()


@pytest.fixture
def counter(booth: Booth, qtbot: QtBot) -> CounterScreen:
    screen = booth.counter()
    booth.heard.heard.connect(screen.changed)
    qtbot.addWidget(screen)
    screen.resize(1150, 660)
    with qtbot.waitExposed(screen):
        screen.show()
    screen.activateWindow()
    return screen


def used_up(office: Office) -> None:
    office.desk.settle("UPDATE lease SET lo = 1, next = 51, hi = 50 WHERE series = ?", (RECEIPTS,))


def test_one_key_brings_numbers_from_the_counter_next_door(
    booth: Booth, beside: Office, counter: CounterScreen, qtbot: QtBot
) -> None:
    used_up(booth.office)
    counter.look_at_stock()
    qtbot.waitUntil(counter.stock.borrow_button.isVisible)
    assert counter.stock.words.words == "เลขใบเสร็จหมดแล้ว"
    assert not nameless(counter)
    QTest.keyClick(counter, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: "เหลือ 10 เลข" in counter.stock.words.words)
    assert counter.stock.lent.words == "ยืมเลขจากช่อง C1: 000491–000500"
    qtbot.waitUntil(lambda: "000491–000500" in " ".join(one.text for one in booth.notices.heard))
    assert booth.issue().number == 491
    assert beside.cashier_queries.book(booth.clock.now()).left == 40


def test_the_lender_sees_it_quietly_and_goes_on(
    booth: Booth, beside: Office, counter: CounterScreen, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: counter.stock.stock is not None)
    used_up(beside)
    beside.queue.borrow(beside.account_queries.person("piyada"), patience=PATIENCE_S)
    qtbot.waitUntil(lambda: counter.stock.lent.words == "ให้ช่อง C1 ยืมเลข 000491–000500")
    assert counter.stock.isVisible()
    assert counter.stock.borrow_button.isHidden()
    assert booth.notices.heard == []
    assert booth.issue().number == 451


def test_nobody_to_ask_leaves_the_clerk_with_the_paper_book(booth: Booth, counter: CounterScreen, qtbot: QtBot) -> None:
    used_up(booth.office)
    counter.look_at_stock()
    qtbot.waitUntil(lambda: counter.stock.words.words == "เลขใบเสร็จหมดแล้ว")
    assert counter.stock.borrow_button.isHidden()
    assert "เล่มมือ" in counter.stock.advice.words


def test_a_refusal_is_told_and_asking_is_possible_again(
    booth: Booth, beside: Office, counter: CounterScreen, qtbot: QtBot
) -> None:
    used_up(booth.office)
    counter.look_at_stock()
    qtbot.waitUntil(counter.stock.borrow_button.isVisible)
    beside.queue.end()
    QTest.keyClick(counter, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: bool(booth.notices.heard))
    assert counter.stock.borrow_button.isEnabled()
    assert counter.stock.words.words == "เลขใบเสร็จหมดแล้ว"
