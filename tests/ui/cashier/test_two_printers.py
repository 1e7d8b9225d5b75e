"""Receipts on one printer, all other papers on another: chosen at the desk, tried, and forgotten with the printer."""

import pytest
from pytestqt.qtbot import QtBot

from desktop.devices.printer import Media, PrintJob, Queue
from desktop.paper.pages import page_sizes_mm, page_text
from desktop.sheets.model import Filed
from tests.helpers.print_desk import ScriptedPrinter
from tests.helpers.screens import nameless
from tests.ui.cashier.conftest import Booth
from ui.cashier.sheets_screen import SheetsScreen


class TwoPrinters(ScriptedPrinter):
    """A roll printer, which is the system's own choice, and a laser; remembers where each paper went."""

    def __init__(self) -> None:
        super().__init__()
        self.there: tuple[Queue, ...] = (Queue("roll", True, True), Queue("laser", False, True))
        self.went: list[tuple[str, Media]] = []

    def queues(self) -> tuple[Queue, ...]:
        return self.there

    def submit(self, pdf: bytes, queue: str, title: str, media: Media, copies: int = 1) -> PrintJob:
        self.went.append((queue, media))
        return super().submit(pdf, queue, title, media, copies)


@pytest.fixture
def printer(booth: Booth, qtbot: QtBot) -> TwoPrinters:
    printer = booth.printer = TwoPrinters()
    booth.printing.look_for_queues()
    qtbot.waitUntil(lambda: booth.printing.queue == "roll")
    return printer


@pytest.fixture
def screen(booth: Booth, printer: TwoPrinters, qtbot: QtBot) -> SheetsScreen:
    screen = SheetsScreen(booth.office, booth.printing, booth.worker)
    qtbot.addWidget(screen)
    with qtbot.waitExposed(screen):
        screen.show()
    return screen


def printed(booth: Booth, printer: TwoPrinters, qtbot: QtBot) -> list[str]:
    """Where a receipt and a list go."""
    printer.went.clear()
    made = booth.office.register_pdf(booth.office.register_queries.account_of("receipts", 2570))

    def receipt() -> None:
        booth.printing.print(booth.issue())

    def register() -> None:
        booth.printing.print_file("register", "ทะเบียน", None, lambda: Filed("register", "ทะเบียน", made))

    for ask in (receipt, register):
        with qtbot.waitSignal(booth.printing.told, check_params_cb=lambda paper, outcome, _: outcome == "printed"):
            ask()
    return list(dict.fromkeys(queue for queue, _ in printer.went))


def test_all_goes_to_one_printer_until_another_is_chosen(
    booth: Booth, printer: TwoPrinters, screen: SheetsScreen, qtbot: QtBot
) -> None:
    assert printed(booth, printer, qtbot) == ["roll"]
    assert screen.way.a4_box.value == ""
    screen.way.a4_box.choose("laser")
    screen.way.a4_box.chosen.emit("laser")
    assert printed(booth, printer, qtbot) == ["roll", "laser"]
    assert booth.settings.now.a4_printer == "laser"
    assert nameless(screen) == []


def test_a_printer_that_is_gone_is_not_waited_for(
    booth: Booth, printer: TwoPrinters, screen: SheetsScreen, qtbot: QtBot
) -> None:
    booth.printing.choose_a4("laser")
    printer.there = printer.there[:1]
    booth.printing.look_for_queues()
    qtbot.waitUntil(lambda: len(booth.printing.queues) == 1)
    assert booth.printing.a4_queue == "roll"
    assert screen.way.a4_box.value == ""


def test_the_trial_sheet_comes_out_of_the_printer_that_is_tried(
    booth: Booth, printer: TwoPrinters, screen: SheetsScreen, qtbot: QtBot
) -> None:
    booth.printing.choose_a4("laser")
    screen.way.a4_trial.click()
    qtbot.waitUntil(lambda: printer.went == [("laser", Media.A4)])
    ((title, pdf),) = printer.given
    assert title == "printer trial"
    assert page_sizes_mm(pdf)[0] == pytest.approx((210.0, 297.0), abs=0.01)
    assert "laser" in page_text(pdf, 0)
    assert booth.office.sheets.queries.open_runs() == ()
