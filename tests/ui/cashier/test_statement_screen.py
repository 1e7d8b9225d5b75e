"""The bank's file at the counter: brought in, looked at, and confirmed line by line."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.cashier.bill_model import BillDraft, BillState
from desktop.cashier.fees import catalogue
from desktop.cashier.model import Charge
from desktop.cashier.statement_model import Fit
from desktop.interchange.statements import Looked
from desktop.office.dates import local_date
from tests.desktop.cashier.test_statements import line, written
from tests.helpers.keyboard import press, write
from tests.helpers.screens import nameless
from tests.ui.cashier.conftest import Booth
from tests.ui.cashier.test_bills_screen import screen as bills_screen
from ui.cashier.bills_screen import BillsScreen
from ui.cashier.statement_screen import StatementScreen
from ui.kit.language import Language

__all__ = ["bills_screen"]


@pytest.fixture
def screen(booth: Booth, bills_screen: BillsScreen, qtbot: QtBot) -> StatementScreen:
    screen = StatementScreen(booth.office, booth.who, booth.worker, booth.notices)
    booth.heard.heard.connect(screen.changed)
    qtbot.addWidget(screen)
    with qtbot.waitExposed(screen):
        screen.show()
    return screen


def test_a_file_is_brought_in_and_its_money_confirmed(
    screen: StatementScreen, booth: Booth, tmp_path: Path, qtbot: QtBot
) -> None:
    charges = (Charge(catalogue()[0], 3),)
    draft = BillDraft("นายบุญมี ใจคำ", charges, local_date(booth.clock.now()))
    bill = booth.office.bills.billing(booth.who).make(draft)
    path = written(tmp_path / "s.csv", [line("180.00", bill.reference), line("77.00", "ไม่รู้จัก")], "cp874")
    screen.bring(path)
    qtbot.waitUntil(lambda: [one.fit for one in screen.rows.rows()] == [Fit.EXACT, Fit.NONE])
    assert nameless(screen) == []
    screen.table.choose(1)
    assert not screen.confirm_button.isEnabled()
    screen.table.choose(0)
    with qtbot.waitSignal(screen.issued) as issued:
        screen.confirm_button.click()
    assert issued.args is not None
    assert issued.args[0].total_satang == 180_00
    found = booth.office.bills.queries.bill(bill.id)
    assert found is not None
    assert found.state is BillState.PAID
    screen.bring(path)
    qtbot.waitUntil(lambda: "มีอยู่แล้ว 2 รายการ" in booth.notices.heard[-1].text)


def test_what_is_wrong_with_the_columns_is_said_anew_in_another_language(
    screen: StatementScreen, qtbot: QtBot, language: Language
) -> None:
    asked = screen.columns
    asked.ask(Path("s.csv"), Looked(1, ("เวลา", "ยอด"), None, (("11/11/2569", "9.00"),)))
    asked.use_button.click()
    assert (asked._day.error, asked._amount.error) == ("เลือกคอลัมน์", "เลือกคอลัมน์")
    language.speak("en")
    qtbot.waitUntil(lambda: asked._day.error not in ("", "เลือกคอลัมน์"))
    assert asked._amount.error == asked._day.error
    asked.hide()


@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp874"])
def test_a_torn_file_is_told_and_nothing_of_it_is_taken(
    screen: StatementScreen, booth: Booth, tmp_path: Path, qtbot: QtBot, encoding: str
) -> None:
    whole = written(tmp_path / "s.csv", [line("180.00", "ไม่รู้จัก"), ("11/11/2569", "ขาด")], encoding)
    screen.bring(whole)
    qtbot.waitUntil(lambda: bool(booth.notices.heard))
    assert "บรรทัด 4" in booth.notices.heard[-1].text
    assert screen.rows.rowCount() == 0
    assert booth.office.cashier_queries.recent() == ()
    screen.bring(written(tmp_path / "s.csv", [line("180.00", "ไม่รู้จัก")], encoding))
    qtbot.waitUntil(lambda: screen.rows.rowCount() == 1)
    assert screen.isEnabled()


def test_headings_nobody_knows_are_named_once(
    screen: StatementScreen, booth: Booth, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "s.csv"
    path.write_text("ธนาคารใหม่\nเมื่อ,ใคร,เท่าไร\n11/11/2569,นาย ก,60.00\n", "cp874")
    screen.bring(path)
    qtbot.waitUntil(screen.columns.isVisible)
    assert nameless(screen) == []
    form = screen.columns
    assert [form.amount.itemText(place) for place in range(1, 4)] == [
        "เมื่อ · 11/11/2569",
        "ใคร · นาย ก",
        "เท่าไร · 60.00",
    ]
    form.day.choose("0")
    form.amount.choose("0")
    form.use_button.click()
    assert form._amount.error
    form.amount.choose("1")
    form.use_button.click()
    qtbot.waitUntil(lambda: "บรรทัด 3" in "".join(one.text for one in booth.notices.heard))
    qtbot.waitUntil(form.isVisible)
    form.amount.choose("2")
    form.use_button.click()
    qtbot.waitUntil(lambda: [one.line.satang for one in screen.rows.rows()] == [60_00])
    path.write_text("เมื่อ,ใคร,เท่าไร\n12/11/2569,นาย ข,70.00\n", "cp874")
    screen.bring(path)
    qtbot.waitUntil(lambda: len(screen.rows.rows()) == 2)
    assert not form.isVisible()


def test_a_file_that_is_not_brought_in_leaves_nothing(
    screen: StatementScreen, booth: Booth, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "s.csv"
    path.write_text("เมื่อ,ใคร,เท่าไร\n11/11/2569,นาย ก,60.00\n", "utf-8")
    screen.bring(path)
    qtbot.waitUntil(screen.columns.isVisible)
    screen.columns.keep_button.click()
    assert not screen.columns.isVisible()
    assert screen.rows.rows() == ()


def test_money_that_is_no_bills_is_put_aside_and_never_confirmed_by_the_way(
    screen: StatementScreen, booth: Booth, tmp_path: Path, qtbot: QtBot
) -> None:
    charges = (Charge(catalogue()[0], 3),)
    draft = BillDraft("นายบุญมี ใจคำ", charges, local_date(booth.clock.now()))
    bill = booth.office.bills.billing(booth.who).make(draft)
    screen.bring(written(tmp_path / "s.csv", [line("180.00", bill.reference)], "utf-8-sig"))
    qtbot.waitUntil(lambda: [one.fit for one in screen.rows.rows()] == [Fit.EXACT])
    screen.activateWindow()
    qtbot.waitUntil(screen.isActiveWindow)
    screen.table.setFocus()
    press("Del")
    assert screen.reason.isVisible()
    write("เงินมัดจำ")
    assert not screen.confirm_button.isEnabled()
    screen.reason.do_button.click()
    qtbot.waitUntil(lambda: screen.rows.rowCount() == 0)
    found = booth.office.bills.queries.bill(bill.id)
    assert found is not None
    assert found.state is BillState.OPEN
