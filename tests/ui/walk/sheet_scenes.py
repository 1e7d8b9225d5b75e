"""Printed sheets: the register with its paper, the question beside a receipt, and on the lists."""

from collections.abc import Iterator

from desktop.devices.printer import JobReport, JobState
from desktop.sheets.model import Answer, Filed, Role, Run
from tests.desktop.paper.papers import a_paper
from tests.helpers.print_desk import ScriptedPrinter
from tests.ui.walk.furniture import Furniture
from tests.ui.walk.scene import scene
from tests.ui.walk.stage import Stage
from ui.cashier.counter_screen import CounterScreen
from ui.cashier.money_screens import RECEIPTS as RECEIPTS_PAGE
from ui.cashier.money_screens import SHEETS as SHEETS_PAGE
from ui.cashier.money_screens import MoneyScreens
from ui.sheets.frame_question import FrameQuestion


def _printed(stage: Stage, furniture: Furniture, *, fails: bool) -> Run:
    """The receipt of the furniture on its way to a printer that failed, or did well."""
    printer = ScriptedPrinter()
    office, who = stage.office, stage.office.account_queries.person("piyada")
    sending = office.sheets.sending(who, lambda: printer)
    receipt = office.cashier_queries.receipt(furniture.receipt)
    assert receipt is not None
    run = sending.send(office.receipt_sheets.job(receipt, "laser"))
    printer.report_now = JobReport(JobState.FAILED if fails else JobState.DONE)
    return sending.look(run)


def _pile(stage: Stage) -> Run:
    """A month's bills that stopped in the middle."""
    printer = ScriptedPrinter()
    sending = stage.office.sheets.sending(stage.office.account_queries.person("piyada"), lambda: printer)
    paper = Filed("waste", "ใบแจ้งชำระค่าธรรมเนียมขยะ พ.ย. 2569 ทุกหมู่และซอย", a_paper(pages=60), role=Role.PILE)
    run = sending.send_file(paper, "laser")
    printer.report_now = JobReport(JobState.PRINTING, held_up=True)
    return sending.look(run)


def _above(stage: Stage) -> FrameQuestion:
    (found,) = stage.house.findChildren(FrameQuestion)
    return found


def _settle(stage: Stage) -> None:
    """Nothing is left in question for the next scene."""
    office, who = stage.office, stage.office.account_queries.person("piyada")
    sending = office.sheets.sending(who, ScriptedPrinter)
    for run in sending.queries.open_runs():
        while run.unknown:
            run, _ = sending.answer(run, run.unknown[0], Answer.OUT)


def _money(stage: Stage) -> MoneyScreens:
    stage.sits("piyada")
    screens = stage.go("receipts")
    assert isinstance(screens, MoneyScreens)
    return screens


@scene
def sheets_register(stage: Stage, furniture: Furniture) -> Iterator[None]:
    screens = _money(stage)
    _printed(stage, furniture, fails=False)
    stage.office.sheets.ways.choose("receipt", "stock")
    screens.turn(SHEETS_PAGE)
    screens.sheets.way.refresh()
    screens.sheets.refresh()
    stage.until(lambda: screens.sheets.rows.rowCount() > 0)
    yield
    stage.office.sheets.ways.choose("receipt", "a5")
    screens.turn(RECEIPTS_PAGE)


@scene
def frame_question(stage: Stage, furniture: Furniture) -> Iterator[None]:
    """Above a room in which nobody prints receipts."""
    stage.sits("piyada")
    run = _printed(stage, furniture, fails=True)
    stage.go("cases")
    question = _above(stage)
    question.show_run(run)
    stage.until(lambda: not question.picture.pixmap().isNull())
    yield
    _settle(stage)
    question.show_run(None)


@scene
def frame_question_of_a_stamp(stage: Stage, furniture: Furniture) -> Iterator[None]:
    """Onto a paper that somebody laid in: nothing follows by itself, and no picture is kept."""
    stage.sits("kanda")
    printer = ScriptedPrinter()
    sending = stage.office.sheets.sending(stage.office.account_queries.person("kanda"), lambda: printer)
    run = sending.send_file(Filed("stamp", "ตรารับ 04824/2569", a_paper()), "laser")
    printer.report_now = JobReport(JobState.PRINTING, held_up=True)
    stage.go("inbox")
    question = _above(stage)
    question.show_run(sending.look(run))
    yield
    question.show_run(None)
    _settle(stage)


@scene
def frame_question_of_a_pile(stage: Stage, furniture: Furniture) -> Iterator[None]:
    stage.sits("piyada")
    stage.go("receipts").turn(SHEETS_PAGE)
    run = _pile(stage)
    question = _above(stage)
    question.show_run(run)
    question.answer(Answer.PARTLY)
    question.came.setText("7000")
    question.came.returnPressed.emit()
    stage.until(lambda: not question.picture.pixmap().isNull())
    yield
    question.show_run(None)
    _settle(stage)
    stage.go("receipts").turn(RECEIPTS_PAGE)


@scene
def counter_question(stage: Stage, furniture: Furniture) -> Iterator[None]:
    stage.sits("piyada")
    screen = stage.go("counter")
    assert isinstance(screen, CounterScreen)
    run = _printed(stage, furniture, fails=True)
    receipt = stage.office.cashier_queries.receipt(furniture.receipt)
    assert receipt is not None
    screen.done.show_receipt(receipt)
    screen.done.show_printing("doubted")
    screen._show_done(True)
    screen._printing.question = run
    screen._printing.asked.emit(run)
    stage.until(lambda: not screen.question.picture.pixmap().isNull())
    yield
    _settle(stage)
    screen._printing.question = None
    screen._printing.asked.emit(None)
    screen._show_done(False)
