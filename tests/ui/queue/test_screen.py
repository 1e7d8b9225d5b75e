"""Tickets by one key, calling by F2, the board, from paper while the keeper is away: with the keyboard alone."""

import socket
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desktop.devices.printer import Media
from desktop.office.clock import ManualClock
from desktop.paper import pages, qr
from desktop.queue.model import Lane, State
from desktop.queue.settings import Own
from tests.desktop.queue.conftest import STEP
from tests.helpers.desk import person
from tests.helpers.rasters import grey
from tests.helpers.screens import type_text
from tests.ui.queue.conftest import CODE, Room
from ui.queue.board import FRESH, BoardWindow
from ui.queue.screen import QueueScreen

DAY = "2026-11-11"
SHIFT = Qt.KeyboardModifier.ShiftModifier


def press(widget: QWidget, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(QApplication.focusWidget() or widget, key, held)


def taken(room: Room, *letters: str) -> None:
    acts = room.office.queue.acts(person(room.office, "piyada"))
    for letter in letters:
        acts.take(letter)
    room.qtbot.waitUntil(lambda: room.link.standing is not None and len(room.link.standing.waiting()) >= len(letters))


def tick(room: Room) -> None:
    assert isinstance(room.clock, ManualClock)
    room.clock.advance(STEP)


def test_one_key_gives_a_ticket_and_prints_its_slip(room: Room) -> None:
    screen = room.screen("reception")
    room.qtbot.waitUntil(lambda: len(screen.reception.tiles) == 4)
    with room.qtbot.waitSignal(screen.printed):
        press(screen, Qt.Key.Key_2)
    assert screen.reception.number.text() == "B001"
    press(screen, Qt.Key.Key_0)
    assert screen.reception.priority.isChecked()
    with room.qtbot.waitSignal(screen.printed):
        press(screen, Qt.Key.Key_2)
    first, second = room.office.queue.day(DAY)
    assert (first.code, first.lane, second.code, second.lane) == ("B001", Lane.NORMAL, "B002", Lane.PRIORITY)
    assert not screen.reception.priority.isChecked(), "the next citizen is not meant"
    assert [(title, media) for _, title, media in room.tray.sheets] == [
        ("queue B001", Media.QUEUE_SLIP), ("queue B002", Media.QUEUE_SLIP),
    ]  # fmt: skip


def test_the_slip_bears_its_number_its_place_and_a_code_that_can_be_scanned(room: Room) -> None:
    screen = room.screen("reception")
    taken(room, "A", "A")
    with room.qtbot.waitSignal(screen.printed):
        screen.reception.take(1)
    pdf = room.tray.sheets[0][0]
    words = pages.page_text(pdf, 0)
    assert "A003" in words
    assert "รอก่อนหน้า 2 คิว" in words
    assert qr.texts_on(grey(pdf, dpi=203)) == [f"THESABAN-Q:{DAY}:A003"]


def test_f2_calls_the_next_and_finishes_the_one_before(room: Room) -> None:
    screen = room.screen("counter")
    taken(room, "A", "A")
    bar = screen.counter.bar
    press(screen, Qt.Key.Key_F2)
    room.qtbot.waitUntil(lambda: bar.number.text() == "A001" and not room.link.busy)
    tick(room)
    bar._show_minutes()
    assert bar.minutes.text() == "02:00"
    press(screen, Qt.Key.Key_F2, SHIFT)
    room.qtbot.waitUntil(lambda: room.link.standing is not None and room.link.standing.calls[0].again)
    room.qtbot.waitUntil(lambda: not room.link.busy)
    press(screen, Qt.Key.Key_F2)
    room.qtbot.waitUntil(lambda: bar.number.text() == "A002" and not room.link.busy)
    press(screen, Qt.Key.Key_F2)
    room.qtbot.waitUntil(lambda: bar.state.text() == "ไม่มีผู้รอแล้ว")
    assert bar.number.text() == "A002", "whoever is served stays until somebody says that it is done"
    assert [one.state for one in room.office.queue.day(DAY)] == [State.DONE, State.CALLED]


def test_the_keys_struck_in_a_hurry_call_once(room: Room) -> None:
    screen = room.screen("counter")
    taken(room, "A", "A", "A")
    for _ in range(3):
        press(screen, Qt.Key.Key_F2)
    room.qtbot.waitUntil(lambda: not room.link.busy and screen.counter.bar.number.text() == "A001")
    assert [one.state for one in room.office.queue.day(DAY)].count(State.CALLED) == 1


def test_every_key_at_the_reception_is_a_ticket_in_the_order_of_the_keys(room: Room) -> None:
    screen, printed = room.screen("reception"), list[object]()
    screen.printed.connect(printed.append)
    room.qtbot.waitUntil(lambda: len(screen.reception.tiles) == 4)
    for key in (Qt.Key.Key_2, Qt.Key.Key_1, Qt.Key.Key_0, Qt.Key.Key_2, Qt.Key.Key_1):
        press(screen, key)
    room.qtbot.waitUntil(lambda: len(printed) == 4 and not room.link.busy)
    assert [title for _, title, _ in room.tray.sheets] == ["queue B001", "queue A001", "queue B002", "queue A002"]
    lanes = {one.code: one.lane for one in room.office.queue.day(DAY)}
    assert [code for code, lane in lanes.items() if lane == Lane.PRIORITY] == ["B002"]


def test_a_key_that_comes_before_the_services_waits_for_them(room: Room) -> None:
    screen = room.early_screen("reception")
    for key in (Qt.Key.Key_1, Qt.Key.Key_9, Qt.Key.Key_2):
        press(screen, key)
    assert not room.link.busy
    room.link.begin()
    room.qtbot.waitUntil(lambda: len(room.tray.sheets) == 2)
    assert [title for _, title, _ in room.tray.sheets] == ["queue A001", "queue B001"]


def test_a_call_and_its_repeat_struck_at_once_are_both_made(room: Room) -> None:
    screen = room.screen("counter")
    taken(room, "A")
    for held in (Qt.KeyboardModifier.NoModifier, SHIFT, SHIFT):
        screen.counter.bar.call_again() if held else press(screen, Qt.Key.Key_F2)
    room.qtbot.waitUntil(lambda: not room.link.busy and screen.counter.bar.number.text() == "A001")
    room.qtbot.waitUntil(lambda: room.office.queue.day(DAY)[0].calls == 2)


def test_a_desk_without_a_queue_is_shown_how_to_set_one_up(room: Room) -> None:
    screen = QueueScreen(room.house, room.link, lambda: room.tray, lambda: None)
    room.qtbot.addWidget(screen)
    assert screen.pages.value == "reception", "nothing is known yet"
    room.link.begin()
    room.qtbot.waitUntil(lambda: screen.pages.value == "setup")


def test_out_of_order_by_a_scanned_slip_and_sent_on(room: Room) -> None:
    screen = room.screen("counter")
    taken(room, "A", "A", "A")
    bar = screen.counter.bar
    press(screen, Qt.Key.Key_F2, Qt.KeyboardModifier.ControlModifier)
    assert bar.more.number.hasFocus()
    type_text(bar.more.number, f"THESABAN-Q:{DAY}:A003")
    press(screen, Qt.Key.Key_Return)
    room.qtbot.waitUntil(lambda: bar.number.text() == "A003")
    room.qtbot.waitUntil(lambda: bar.more.isHidden())
    press(screen, Qt.Key.Key_F2, Qt.KeyboardModifier.ControlModifier)
    bar.more.target.choose("@3")
    bar.more.send.click()
    room.qtbot.waitUntil(lambda: bar.number.text() == "–")
    sent = room.office.queue.day(DAY)[2]
    assert (sent.state, sent.place) == (State.WAITING, "3")


@pytest.mark.parametrize(("button", "state"), [("done", State.DONE), ("missing", State.NO_SHOW), ("hold", State.HELD)])
def test_a_counter_becomes_free(room: Room, button: str, state: State) -> None:
    screen = room.screen("counter")
    taken(room, "A")
    bar = screen.counter.bar
    bar.next.click()
    room.qtbot.waitUntil(lambda: bar.number.text() == "A001")
    getattr(bar.more, button).click()
    room.qtbot.waitUntil(lambda: bar.number.text() == "–")
    assert room.office.queue.day(DAY)[0].state == state


def test_enter_calls_the_ticket_under_the_cursor(room: Room) -> None:
    screen = room.screen("counter")
    taken(room, "A", "B")
    screen.counter.table.choose(1)
    screen.counter.table.setFocus()
    press(screen, Qt.Key.Key_Return)
    room.qtbot.waitUntil(lambda: screen.counter.bar.number.text() == "B001")


def test_from_paper_while_the_keeper_is_away(room: Room) -> None:
    screen = room.screen("counter")
    bar = screen.counter.bar
    room.office.queue.settle(Own("guest", "127.0.0.1:9", CODE, "2"))
    room.qtbot.waitUntil(lambda: bar.typed.isVisible())
    press(screen, Qt.Key.Key_F2)
    assert bar.typed.hasFocus(), "it asks for the number"
    type_text(bar.typed, "a7")
    press(screen, Qt.Key.Key_F2)
    room.qtbot.waitUntil(lambda: bar.number.text() == "A007")
    room.office.queue.settle(Own("keeper", code=CODE, place="2", port=0))
    room.qtbot.waitUntil(lambda: not room.link.is_away and room.link.standing is not None)
    assert bar.number.text() == "A007", "whom it calls from paper is finished first"
    room.qtbot.waitUntil(lambda: not room.link.busy)
    press(screen, Qt.Key.Key_F2)
    room.qtbot.waitUntil(lambda: [one.code for one in room.office.queue.day(DAY)] == ["A007"])
    assert room.office.queue.day(DAY)[0].by_hand


def on_the_board(room: Room, number: int, board: BoardWindow) -> None:
    room.qtbot.waitUntil(lambda: [call.code for call in board.calls[:1]] == [f"A00{number}"] and not room.link.busy)


def shown_board(room: Room, screen: QueueScreen) -> BoardWindow:
    board = BoardWindow(room.link, "เทศบาล")
    room.qtbot.addWidget(board, before_close_func=lambda _: None)
    board.show()
    return board


def test_the_board_shows_the_newest_large_and_fresh(room: Room) -> None:
    screen = room.screen("counter")
    board = shown_board(room, screen)
    taken(room, "A", "A", "A", "A", "A", "A", "A")
    for number in range(1, 8):
        screen.counter.bar.call_next()
        on_the_board(room, number, board)
    assert [call.code for call in board.calls] == ["A007", "A006", "A005", "A004", "A003"]
    assert board.is_fresh
    assert isinstance(room.clock, ManualClock)
    room.clock.advance(FRESH)
    assert not board.is_fresh
    press(board, Qt.Key.Key_Escape)


def test_the_room_opens_its_board_once(room: Room) -> None:
    screen = room.screen("counter")
    board = screen.show_board()
    assert screen.show_board() is board
    board.close()
    assert screen.board is None


def test_the_day_is_shown_when_its_page_is_turned_to(room: Room) -> None:
    screen = room.screen("counter")
    taken(room, "A")
    screen.counter.bar.next.click()
    room.qtbot.waitUntil(lambda: screen.counter.bar.number.text() == "A001" and not room.link.busy)
    screen.turn("report")
    room.qtbot.waitUntil(lambda: screen.report.report is not None and screen.report.report.taken == 1)
    assert screen.report.rows.rowCount() == 1


def test_a_port_that_another_program_has_is_told_with_the_one_that_is_open(room: Room) -> None:
    with socket.create_server(("", 0)) as other:
        taken = other.getsockname()[1]
        room.office.queue.settle(Own("keeper", code=CODE, place="2", port=taken))
        room.link.begin()
        room.qtbot.waitUntil(lambda: room.link.has_begun)
    port = room.office.queue.port
    assert port
    assert port != taken
    (told,) = [notice for notice in room.notices.heard if str(taken) in notice.text]
    assert (told.level, f":{port}" in told.advice) == ("attention", True)


def test_services_are_changed_and_this_computer_takes_another_part(room: Room) -> None:
    screen = room.screen("setup")
    setup = screen.setup
    room.qtbot.waitUntil(lambda: len(setup.rows.services) == 5)
    letter, thai, english, _ = setup.rows.services[4]
    type_text(letter, "e")
    type_text(thai, "รับเรื่องทั่วไป")
    type_text(english, "Other")
    type_text(setup.rows.places[3][0], "4")
    type_text(setup.rows.places[3][1], "e,a")
    setup.arrange.click()
    room.qtbot.waitUntil(lambda: room.link.standing is not None and room.link.standing.setup.service("E") is not None)
    assert room.link.standing is not None
    place = room.link.standing.setup.place("4")
    assert place is not None
    assert place.letters == ("E", "A")
    room.qtbot.waitUntil(lambda: not room.link.busy and setup.place.findData("4") >= 0)
    setup.place.choose("4")
    setup.keep.click()
    room.qtbot.waitUntil(lambda: room.office.queue.own.place == "4" and not room.link.busy)


def test_where_no_thai_voice_is_the_program_says_what_to_do(room: Room, tmp_path: Path) -> None:
    screen = room.screen("setup")
    room.qtbot.waitUntil(lambda: "WAV" in screen.setup.heard.words)
    assert str(room.office.desk.folder / "voice") in screen.setup.heard.words
