"""The paper of a receipt that was taken on the citizen's page: asked about beside it, and by a digit."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from desktop.devices.printer import JobReport, JobState
from tests.helpers.print_desk import ScriptedPrinter
from tests.ui.counter.conftest import Booth
from tests.ui.counter.counting import Hands
from tests.ui.counter.test_paying import owes, paid, shown
from tests.ui.counter.test_screen import READ, known


def test_what_did_not_come_out_is_asked_where_the_matters_stood_and_goes_away_with_the_answer(booth: Booth) -> None:
    printer = ScriptedPrinter()
    printer.reports[1] = JobReport(JobState.FAILED)
    printing = booth.paper.printing
    printing._printer = lambda: printer
    printing.look_for_queues()
    booth.bot.waitUntil(lambda: printing.queue == "laser")
    bill = owes(booth, known(booth))
    screen, hands = booth.screen(), Hands()
    booth.reader.tell(READ)
    shown(booth, screen, bill)
    hands.press(Qt.Key.Key_F9)
    paid(booth, screen, bill)
    question = screen.taking.question
    booth.bot.waitUntil(lambda: question.isVisible() and question.hasFocus())
    assert not screen.page.owed.isVisible()
    QTest.keyClick(question, Qt.Key.Key_2)
    booth.bot.waitUntil(lambda: not question.isVisible())
    booth.bot.waitUntil(screen.page.table.isVisible)
    booth.bot.waitUntil(lambda: screen.page.owed.rows.rowCount() == 0)
    assert not screen.page.owed.isVisible(), "nothing is owed any more"
    assert len(printer.given) == 2
    booth.bot.waitUntil(lambda: screen.page.done._printing == "printed")


def test_tab_comes_to_the_question_and_to_its_answers(booth: Booth) -> None:
    printer = ScriptedPrinter()
    printer.reports[1] = JobReport(JobState.FAILED)
    printing = booth.paper.printing
    printing._printer = lambda: printer
    printing.look_for_queues()
    booth.bot.waitUntil(lambda: printing.queue == "laser")
    bill = owes(booth, known(booth))
    screen, hands = booth.screen(), Hands()
    booth.reader.tell(READ)
    shown(booth, screen, bill)
    hands.press(Qt.Key.Key_F9)
    paid(booth, screen, bill)
    question = screen.taking.question
    booth.bot.waitUntil(lambda: question.isVisible() and question.hasFocus())
    screen.page.done.next_button.setFocus()
    met: list[QWidget] = []
    while (now := screen.window().focusWidget()) is not None and now not in met:
        met.append(now)
        QTest.keyClick(now, Qt.Key.Key_Tab)
    assert question in met
    assert all(button in met for button in question.buttons.values())
