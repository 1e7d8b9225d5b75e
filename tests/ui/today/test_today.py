"""What the landing room says is what the store holds."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.application import Office
from desktop.cashier.fees import catalogue
from desktop.cashier.model import Charge, Payment
from desktop.letters.model import Basket
from desktop.office.clock import ManualClock
from tests.helpers.desk import MORNING, arrived, make_desk, make_office, person, session
from tests.helpers.screens import nameless
from ui.heard_changes import HeardChanges
from ui.notices import Notices
from ui.today.presenter import look
from ui.today.screen import TodayScreen
from ui.work import Worker


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock(MORNING)


@pytest.fixture
def office(tmp_path: Path, clock: ManualClock) -> Iterator[Office]:
    desk = make_desk(tmp_path, clock=clock, receipts_left=12)
    yield make_office(desk)
    desk.close()


@pytest.fixture
def screen(office: Office, qtbot: QtBot) -> Iterator[TodayScreen]:
    notices = Notices()
    worker = Worker(office.desk.writer, lambda error: told(notices, error))
    heard = HeardChanges(office.desk.changes)
    screen = TodayScreen(office, session(office, "piyada"), worker, lambda: "th")
    heard.heard.connect(screen.changed)
    qtbot.addWidget(screen)
    with qtbot.waitExposed(screen):
        screen.show()
    yield screen
    heard.stop()
    worker.close()


def told(notices: Notices, error: Exception) -> None:
    notices.failed(error)


def issue(office: Office, times: int = 1) -> None:
    for _ in range(times):
        office.cashier(person(office, "piyada")).issue(Payment("นายบุญมี ใจคำ", (Charge(catalogue()[0], 1),)))


def test_only_today_s_money_counts_and_unsent_work_is_told(office: Office, clock: ManualClock) -> None:
    issue(office, 2)
    clock.advance(timedelta(days=1))
    issue(office)
    today = look(office, session(office, "piyada"))
    assert (today.receipts.valid, today.receipts.sum_satang) == (1, 6000)
    assert (today.receipts_left, today.next_receipt, today.book_runs_low) == (9, 454, True)
    assert today.unsent == 3
    arrived(office.desk)
    assert look(office, session(office, "piyada")).unsent == 0


def test_the_room_follows_what_happens(screen: TodayScreen, office: Office, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: screen.sum.text() == "0.00")
    issue(office)
    qtbot.waitUntil(lambda: screen.sum.text() == "60.00")
    assert "รอส่ง 1 รายการ" in screen.sent.words
    assert "000452" in screen.book.words


def test_a_row_leads_to_its_letters_and_buttons_to_their_rooms(screen: TodayScreen, qtbot: QtBot) -> None:
    with qtbot.waitSignal(screen.letters_wanted) as wanted:
        QTest.keyClick(screen.tasks[Basket.DUE], Qt.Key.Key_Space)
    assert wanted.args == [Basket.DUE]
    with qtbot.waitSignal(screen.wanted) as room:
        screen.counter_button.click()
    assert room.args == ["counter"]


def test_a_book_that_is_used_up_says_what_will_happen(screen: TodayScreen, office: Office, qtbot: QtBot) -> None:
    issue(office, 12)
    qtbot.waitUntil(lambda: "หมดแล้ว" in screen.book.words)


def test_every_control_has_a_name(screen: TodayScreen, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: bool(screen.sum.text()))
    assert nameless(screen) == []
