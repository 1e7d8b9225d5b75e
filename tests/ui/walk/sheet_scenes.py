"""Printed sheets: the register with its paper, the question beside a receipt, and on the lists."""

from collections.abc import Iterator

from desktop.devices.printer import JobReport, JobState
from desktop.sheets.model import Answer, Run
from tests.helpers.print_desk import ScriptedPrinter
from tests.ui.walk.furniture import Furniture
from tests.ui.walk.scene import scene
from tests.ui.walk.stage import Stage
from ui.cashier.counter_screen import CounterScreen
from ui.cashier.money_screens import RECEIPTS as RECEIPTS_PAGE
from ui.cashier.money_screens import SHEETS as SHEETS_PAGE
from ui.cashier.money_screens import MoneyScreens


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
def sheets_question(stage: Stage, furniture: Furniture) -> Iterator[None]:
    screens = _money(stage)
    run = _printed(stage, furniture, fails=True)
    screens.turn(SHEETS_PAGE)
    screens.sheets.question.show_run(run)
    stage.until(lambda: not screens.sheets.question.picture.pixmap().isNull())
    yield
    _settle(stage)
    screens.sheets.question.show_run(None)
    screens.turn(RECEIPTS_PAGE)


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
