"""Where money is taken, nothing that is slow to bring in is left for the first receipt of a day."""

import pytest
from pytestqt.qtbot import QtBot

from desktop.paper import pdf
from tests.ui.cashier.conftest import Booth
from ui.cashier import paper_actions


def test_a_counter_draws_a_receipt_of_nothing_before_the_first_one(
    booth: Booth, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: pdf.Known = {}
    monkeypatch.setattr(pdf, "_drawn", drawn)
    monkeypatch.setattr(paper_actions, "_READY_MS", 0)
    counter = booth.counter()
    qtbot.addWidget(counter)
    sheets = booth.office.receipt_sheets
    qtbot.waitUntil(lambda: bool(drawn))
    booth.worker.close()
    ready = len(drawn)
    sheets.pdf(sheets.job(booth.issue(), "laser"))
    assert len(drawn) - ready < ready / 2
