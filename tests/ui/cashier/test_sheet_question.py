"""ใบออกมาแล้วหรือยัง? asked quietly, answered by one key, and what waited is printed by itself."""

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.devices.printer import JobReport, JobState
from desktop.sheets.model import Answer, Outcome
from desktop.sheets.queries import PAGE
from tests.helpers.print_desk import ScriptedPrinter
from tests.helpers.screens import nameless
from tests.ui.cashier.conftest import Booth
from tests.ui.cashier.test_counter_screen import fill, is_printed, pay
from ui.cashier.counter_screen import CounterScreen
from ui.cashier.sheets_screen import SheetsScreen
from ui.sheets.frame_question import FrameQuestion

_MANY = "WITH RECURSIVE n (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < ?)"
_RUN = """
kind, document_id, 'อื่น ' || n, queue, layout, media, file, begun_at, begun_by, begun_by_name, job, doubt, settled_at
"""
_AGAIN = f"INSERT INTO print_run {_MANY} SELECT randomblob(16), {_RUN} FROM (SELECT * FROM print_run LIMIT 1), n"
_SHEET = "0, 'original', 1, 1, 0, 0, NULL, 'out', 'spooler', NULL, NULL"
_ITS_SHEET = f"""
INSERT INTO print_sheet {_MANY} SELECT randomblob(16), r.id, {_SHEET} FROM print_run r, n
WHERE r.label = 'อื่น ' || n
"""
FAILED = JobReport(JobState.FAILED)


@pytest.fixture
def printer(booth: Booth, qtbot: QtBot) -> ScriptedPrinter:
    printer = ScriptedPrinter()
    booth.printer = printer
    booth.printing.look_for_queues()
    qtbot.waitUntil(lambda: booth.printing.queue == "laser")
    return printer


@pytest.fixture
def counter(booth: Booth, printer: ScriptedPrinter, qtbot: QtBot) -> CounterScreen:
    screen = booth.counter()
    qtbot.addWidget(screen)
    screen.resize(1150, 660)
    with qtbot.waitExposed(screen):
        screen.show()
    screen.activateWindow()
    screen.picker.setFocus()
    return screen


def outcomes(booth: Booth) -> list[tuple[str, int, Outcome]]:
    lines = booth.office.sheets.queries.named("70/C1")
    runs = {line.run.id: line.run for line in reversed(lines)}.values()
    return [(sheet.wanted.role.value, sheet.wanted.time, sheet.outcome) for run in runs for sheet in run.sheets]


def asked(counter: CounterScreen, booth: Booth, printer: ScriptedPrinter, qtbot: QtBot) -> None:
    """A receipt of which the spooler says that it failed."""
    printer.reports[len(printer.given) + 1] = FAILED
    fill(counter)
    pay(counter, qtbot)
    qtbot.waitUntil(lambda: counter.question.isVisible())


def test_a_failed_printing_asks_beside_the_receipt_and_opens_no_window(
    counter: CounterScreen, booth: Booth, printer: ScriptedPrinter, qtbot: QtBot
) -> None:
    asked(counter, booth, printer, qtbot)
    assert QApplication.activeModalWidget() is None
    assert counter.done.isVisible()
    assert counter.question.hasFocus()
    qtbot.waitUntil(lambda: not counter.question.picture.pixmap().isNull())
    assert "70/C1 000451" in counter.question._which.words
    assert "ต้นฉบับ" in counter.question._which.words
    assert nameless(counter) == []


def test_one_key_says_that_it_came_out(
    counter: CounterScreen, booth: Booth, printer: ScriptedPrinter, qtbot: QtBot
) -> None:
    asked(counter, booth, printer, qtbot)
    QTest.keyClick(counter.question, Qt.Key.Key_1)
    qtbot.waitUntil(lambda: "สำเนา" in counter.question._which.words)
    QTest.keyClick(counter.question, Qt.Key.Key_1)
    qtbot.waitUntil(lambda: not counter.question.isVisible())
    assert outcomes(booth) == [("original", 0, Outcome.OUT), ("copy", 0, Outcome.OUT)]
    assert counter.done.next_button.hasFocus()


def test_half_a_sheet_is_printed_again_with_the_mark(
    counter: CounterScreen, booth: Booth, printer: ScriptedPrinter, qtbot: QtBot
) -> None:
    asked(counter, booth, printer, qtbot)
    QTest.keyClick(counter.question, Qt.Key.Key_3)
    qtbot.waitUntil(lambda: "สำเนา" in counter.question._which.words)
    QTest.keyClick(counter.question, Qt.Key.Key_2)
    qtbot.waitUntil(lambda: not counter.question.isVisible())
    qtbot.waitUntil(lambda: Outcome.SENT not in {outcome for _, _, outcome in outcomes(booth)})
    assert outcomes(booth) == [
        ("original", 0, Outcome.SPOILED), ("copy", 0, Outcome.NOT_OUT),
        ("original", 1, Outcome.OUT), ("copy", 0, Outcome.OUT),
    ]  # fmt: skip


def test_the_next_citizen_is_served_and_only_the_printing_waits(
    counter: CounterScreen, booth: Booth, printer: ScriptedPrinter, qtbot: QtBot
) -> None:
    asked(counter, booth, printer, qtbot)
    QTest.keyClick(counter.done.next_button, Qt.Key.Key_F2)
    assert counter.form.isVisible()
    assert not counter.question.isVisible(), "nothing comes up while somebody types"
    fill(counter, "3", "นางคำแปง แสนสุข", "200")
    pay(counter, qtbot)
    qtbot.waitUntil(lambda: counter.question.isVisible())
    qtbot.waitUntil(lambda: counter.done._printing == "held")
    assert len(printer.given) == 1
    QTest.keyClick(counter.question, Qt.Key.Key_1)
    qtbot.waitUntil(lambda: "สำเนา" in counter.question._which.words)
    QTest.keyClick(counter.question, Qt.Key.Key_1)
    qtbot.waitUntil(lambda: len(printer.given) == 2)
    qtbot.waitUntil(lambda: counter.done._printing == "printed")


def test_digits_typed_elsewhere_answer_nothing(
    counter: CounterScreen, booth: Booth, printer: ScriptedPrinter, qtbot: QtBot
) -> None:
    asked(counter, booth, printer, qtbot)
    counter.done.next_button.setFocus()
    for key in (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3):
        QTest.keyClick(counter.done.next_button, key)
    assert {outcome for _, _, outcome in outcomes(booth)} == {Outcome.SENT}


def test_a_lie_is_told_of_with_a_key(
    counter: CounterScreen, booth: Booth, printer: ScriptedPrinter, qtbot: QtBot
) -> None:
    fill(counter)
    pay(counter, qtbot)
    qtbot.waitUntil(lambda: counter.done._printing == "printed")
    held = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(counter.done, Qt.Key.Key_P, held)
    qtbot.waitUntil(lambda: counter.question.isVisible())
    QTest.keyClick(counter.question, Qt.Key.Key_2)
    qtbot.waitUntil(lambda: len(printer.given) == 2)
    assert printer.given[0][1] == printer.given[1][1], "without a mark: nobody has a sheet in hand"


def test_the_register_shows_every_sheet_finds_it_and_doubts_it(
    booth: Booth, printer: ScriptedPrinter, qtbot: QtBot
) -> None:
    for payer in ("นายบุญมี ใจคำ", "นางคำแปง แสนสุข"):
        with qtbot.waitSignal(
            booth.printing.told, check_params_cb=lambda receipt, outcome, detail: outcome == "printed"
        ):
            booth.printing.print(booth.issue(payer))
    screen = SheetsScreen(booth.office, booth.printing, booth.worker)
    booth.heard.heard.connect(screen.changed)
    qtbot.addWidget(screen)
    with qtbot.waitExposed(screen):
        screen.show()
    qtbot.waitUntil(lambda: screen.rows.rowCount() == 4)
    assert "4" in screen._sums.text()
    screen.search.setText("000452")
    qtbot.waitUntil(lambda: screen.rows.rowCount() == 2)
    screen.table.choose(0)
    question = FrameQuestion(booth.printing, booth.worker)
    qtbot.addWidget(question)
    screen.wrong_button.click()
    qtbot.waitUntil(lambda: question.isVisible())
    question.answer(Answer.OUT)
    qtbot.waitUntil(lambda: "สำเนา" in question._which.words)
    question.answer(Answer.OUT)
    qtbot.waitUntil(lambda: not question.isVisible())
    assert nameless(screen) == []


def test_the_paper_of_receipts_is_chosen_and_its_stock_counted(
    booth: Booth, printer: ScriptedPrinter, qtbot: QtBot
) -> None:
    screen = SheetsScreen(booth.office, booth.printing, booth.worker)
    qtbot.addWidget(screen)
    with qtbot.waitExposed(screen):
        screen.show()
    way, ways = screen.way, booth.office.sheets.ways
    assert not way.first.isVisible()
    way.layout_box.chosen.emit("stock")
    qtbot.waitUntil(lambda: ways.layout("receipt") == "stock" and way.first.isVisible())
    way.first.setText("๐๐๔๕๑๒")
    way.first.editingFinished.emit()
    qtbot.waitUntil(lambda: ways.next_serial("receipt") == 4512)
    way.right.setText("1.5")
    way.down.setText("-๒")
    way.down.editingFinished.emit()
    qtbot.waitUntil(lambda: ways.aside_mm("laser") == (1.5, -2.0))
    way.right.setText("900")
    way.right.editingFinished.emit()
    assert way._right_field.error
    way.trial_button.click()
    qtbot.waitUntil(lambda: [title for title, _ in printer.given] == ["stock trial"])
    with qtbot.waitSignal(booth.printing.told, check_params_cb=is_printed):
        booth.printing.print(booth.issue())
    qtbot.waitUntil(lambda: ways.next_serial("receipt") == 4514)


def walked(qtbot: QtBot, screen: QWidget, steps: int = 60) -> list[QWidget]:
    """Where Tab leads, from where the keyboard is now until it comes round."""
    seen: list[QWidget] = []
    for _ in range(steps):
        now = screen.window().focusWidget()
        if now is None or now in seen:
            break
        seen.append(now)
        QTest.keyClick(now, Qt.Key.Key_Tab)
    return seen


def test_tab_comes_to_the_question_and_to_each_of_its_answers(
    counter: CounterScreen, booth: Booth, printer: ScriptedPrinter, qtbot: QtBot
) -> None:
    asked(counter, booth, printer, qtbot)
    counter.done.next_button.setFocus()
    met = walked(qtbot, counter)
    assert counter.question in met
    places = [met.index(button) for button in counter.question.buttons.values()]
    assert places == sorted(places)
    assert met.index(counter.question) < places[0]


def test_a_long_register_goes_on_where_it_is_looked_at_and_sums_all_of_it(
    booth: Booth, printer: ScriptedPrinter, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(booth.printing.told, check_params_cb=lambda receipt, outcome, detail: outcome == "printed"):
        booth.printing.print(booth.issue("นายบุญมี ใจคำ"))
    for statement in (_AGAIN, _ITS_SHEET):
        booth.office.desk.settle(statement, (PAGE + 5,))
    screen = SheetsScreen(booth.office, booth.printing, booth.worker)
    qtbot.addWidget(screen)
    with qtbot.waitExposed(screen):
        screen.show()
    qtbot.waitUntil(lambda: screen.rows.rowCount() > 0)
    assert str(PAGE + 7) in screen._sums.text(), "two of the receipt, and one of each other printing"
    assert len({line.run.id for line in screen.rows.rows()}) == PAGE
    screen.table.setFocus()
    QTest.keyClick(screen.table, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: len({line.run.id for line in screen.rows.rows()}) == PAGE + 6)
    assert not screen.rows.canFetchMore(QModelIndex())
    screen.search.setText("70/C1")
    qtbot.waitUntil(lambda: screen.rows.rowCount() == 2)
