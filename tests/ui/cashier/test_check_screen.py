"""A paper is checked at the desk: scanned under the Thai layout, from a picture, and after it was cancelled."""

from pathlib import Path

import pytest
import segno
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.office.keyboard import as_thai
from desktop.paper.pages import page_text
from tests.helpers.print_desk import ScriptedPrinter
from tests.helpers.proofs import vouch_for
from tests.helpers.screens import nameless, type_text
from tests.helpers.voiding import cancel
from tests.ui.cashier.conftest import Booth
from ui.cashier.check_screen import CheckScreen


@pytest.fixture
def screen(booth: Booth, qtbot: QtBot) -> CheckScreen:
    vouch_for(booth.office.desk)
    screen = CheckScreen(booth.office, booth.worker, booth.notices, booth.printing)
    qtbot.addWidget(screen)
    with qtbot.waitExposed(screen):
        screen.show()
    return screen


def scan(screen: CheckScreen, text: str) -> None:
    type_text(screen.code, text)
    QTest.keyClick(screen.code, Qt.Key.Key_Return)


def test_a_scan_tells_and_the_next_one_begins_anew(screen: CheckScreen, booth: Booth, qtbot: QtBot) -> None:
    receipt = booth.issue()
    scan(screen, as_thai(receipt.proof))
    qtbot.waitUntil(lambda: screen.word.text() == "แท้")
    assert "70/C1 000451" in screen.facts.text()
    cancel(booth.office, receipt.id, "พิมพ์ผิด")
    scan(screen, receipt.proof)
    qtbot.waitUntil(lambda: screen.word.text() == "ถูกยกเลิกแล้ว")
    scan(screen, "TDR1|1|2|3")
    qtbot.waitUntil(lambda: screen.word.text() == "ตรวจไม่ได้")
    assert nameless(screen) == []


def test_a_picture_file_is_read(screen: CheckScreen, booth: Booth, qtbot: QtBot, tmp_path: Path) -> None:
    code = segno.make_qr(booth.issue().proof, error="m", boost_error=False)
    code.save(str(tmp_path / "photo.png"), scale=4, border=5)
    screen.read_picture(tmp_path / "photo.png")
    qtbot.waitUntil(lambda: screen.word.text() == "แท้")
    (tmp_path / "no.png").write_bytes(b"no picture")
    screen.read_picture(tmp_path / "no.png")
    qtbot.waitUntil(lambda: screen.word.text() == "ตรวจไม่ได้")


def test_the_months_cancelled_papers_are_printed_with_the_date_of_their_state(
    screen: CheckScreen, booth: Booth, qtbot: QtBot
) -> None:
    printer = booth.printer = ScriptedPrinter()
    booth.issue()
    cancel(booth.office, booth.issue().id, "พิมพ์ผิด")
    for months, there in ((0, True), (-1, False)):
        screen.turn(months)
        with qtbot.waitSignal(booth.printing.told, check_params_cb=lambda paper, outcome, _: outcome == "printed"):
            QTest.keyClick(screen.code, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
        words = page_text(printer.given[-1][1], 0)
        assert ("000452" in words) is there
        assert "000451" not in words
        assert "สถานะ ณ ๑๑ พฤศจิกายน ๒๕๖๙" in words
    assert screen.month_name.text() == "ต.ค. 2569"
    screen.turn(5)
    assert screen.month_name.text() == "พ.ย. 2569"
    assert not screen.after.isEnabled()
