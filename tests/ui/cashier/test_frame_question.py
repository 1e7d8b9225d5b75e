"""The question above the room in which somebody printed: any paper, one mechanism, and the keyboard where it was."""

from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.devices.printer import JobReport, JobState
from desktop.paper import pages
from desktop.sheets.model import Answer, Filed, Outcome, Role
from tests.desktop.paper.papers import a_paper
from tests.helpers.print_desk import ScriptedPrinter
from tests.helpers.screens import nameless
from tests.ui.cashier.conftest import Booth
from ui.kit.inputs import LineEdit
from ui.kit.language import Language
from ui.kit.theme import Theme
from ui.sheets.frame_question import FrameQuestion
from ui.shell.header import Desk
from ui.shell.main_window import MainWindow
from ui.shell.room import Room

FAILED, DONE = JobReport(JobState.FAILED), JobReport(JobState.DONE)


class House:
    """A window with a room of cases and the counter, and a printer that the test decides."""

    def __init__(self, booth: Booth, qtbot: QtBot, qapp: QApplication) -> None:
        self.booth, self.qtbot, self.printer = booth, qtbot, ScriptedPrinter()
        booth.printer = self.printer
        self.edits = {name: LineEdit() for name in ("cases", "counter")}
        rooms = [Room(name, partial(str, name), "inbox", partial(self.room, name)) for name in self.edits]
        self.window = MainWindow(Desk("เทศบาล", "ปิยะดา", "คลัง"), rooms, booth.notices, Theme(qapp), Language(qapp))
        qtbot.addWidget(self.window)
        self.question = FrameQuestion(booth.printing, booth.worker)
        self.window.stand_above(self.question)
        self.window.room_opened.connect(self.question.enter)
        self.window.start()
        self.window.show()
        self.window.activateWindow()
        assert QTest.qWaitForWindowActive(self.window, 60_000)

    def room(self, name: str) -> QWidget:
        screen, edit = QWidget(), self.edits[name]
        edit.setAccessibleName(name)
        QVBoxLayout(screen).addWidget(edit)
        screen.setFocusProxy(edit)
        return screen

    def print(self, count: int = 1, role: Role = Role.PAGE) -> None:
        """A paper of a case, which comes to nothing."""
        self.printer.reports[len(self.printer.given) + 1] = FAILED
        paper = Filed("case", "ใบรับเรื่อง 17/2569", a_paper(pages=count), document=b"C" * 16, role=role, numbered=True)
        self.booth.printing.print_file(paper.kind, paper.label, paper.document, lambda: paper)
        self.qtbot.waitUntil(lambda: self.booth.printing.question is not None)

    def outcomes(self) -> list[tuple[int, Outcome]]:
        lines = self.booth.office.sheets.queries.named("ใบรับเรื่อง")
        return [(line.sheet.wanted.time, line.sheet.outcome) for line in lines]


@pytest.fixture
def house(booth: Booth, qtbot: QtBot, qapp: QApplication) -> House:
    return House(booth, qtbot, qapp)


def test_it_comes_up_above_the_room_and_takes_no_letter_from_who_types(house: House) -> None:
    house.print()
    assert house.question.isVisible()
    edit = house.edits["cases"]
    assert edit.hasFocus()
    QTest.keyClicks(edit, "12")
    assert edit.text() == "12"
    assert {outcome for _, outcome in house.outcomes()} == {Outcome.SENT}
    house.qtbot.waitUntil(lambda: not house.question.picture.pixmap().isNull())
    assert nameless(house.window) == []


def test_its_key_brings_the_keyboard_there_and_the_last_answer_takes_it_back(house: House) -> None:
    house.print()
    edit = house.edits["cases"]
    QTest.keyClick(edit, Qt.Key.Key_F12)
    assert house.question.hasFocus()
    QTest.keyClick(house.question, Qt.Key.Key_3)
    house.qtbot.waitUntil(lambda: len(house.printer.given) == 2)
    assert "พิมพ์ซ้ำครั้งที่ ๑" in pages.page_text(house.printer.given[1][1], 0)
    house.qtbot.waitUntil(lambda: not house.question.isVisible())
    assert edit.hasFocus()
    house.qtbot.waitUntil(lambda: house.outcomes() == [(1, Outcome.OUT), (0, Outcome.SPOILED)])


def test_tab_goes_from_the_header_to_the_question_and_then_into_the_room(house: House) -> None:
    house.print()
    met: list[QWidget] = []
    while (now := house.window.focusWidget()) is not None and now not in met:
        met.append(now)
        QTest.keyClick(now, Qt.Key.Key_Tab)
    places = [met.index(one) for one in (house.question, *house.question.buttons.values())]
    assert places == sorted(places)
    assert met.index(house.window.header.search) < places[0]


def test_the_counter_asks_beside_its_receipt_and_not_above(house: House) -> None:
    house.window.presenter.go("counter")
    house.print()
    assert not house.question.isVisible()
    house.window.presenter.go("cases")
    assert house.question.isVisible()


def test_of_a_pile_it_is_asked_how_many_came_out(house: House) -> None:
    house.print(30, Role.PILE)
    question = house.question
    assert not question.buttons[Answer.TWICE].isVisible()
    QTest.keyClick(house.edits["cases"], Qt.Key.Key_F12)
    QTest.keyClick(question, Qt.Key.Key_4)
    QTest.keyClick(question, Qt.Key.Key_3)
    assert question.came.hasFocus()
    for wrong in ("30", "0", "x", ""):
        question.came.setText(wrong)
        QTest.keyClick(question.came, Qt.Key.Key_Return)
    assert len(house.printer.given) == 1
    question.came.setText("๑๒")
    QTest.keyClick(question.came, Qt.Key.Key_Return)
    house.qtbot.waitUntil(lambda: len(house.printer.given) == 2)
    assert pages.page_count(house.printer.given[1][1]) == 18


def test_what_is_printed_while_it_is_asked_goes_by_itself_after_the_answer(house: House) -> None:
    house.print()
    other = Filed("bill", "ใบแจ้ง 1", a_paper())
    house.booth.printing.print_file(other.kind, other.label, None, lambda: other)
    notices = house.booth.notices
    house.qtbot.waitUntil(lambda: any(notice.text == "ใบแจ้ง 1 รอพิมพ์" for notice in notices.heard))
    assert len(house.printer.given) == 1
    house.question.answer(Answer.OUT)
    house.qtbot.waitUntil(lambda: len(house.printer.given) == 2)
