"""The day's receipts: seen, cancelled with a reason, printed again; the number stays in its book."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from argon2 import PasswordHasher
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.cashier.bill_model import BillDraft
from desktop.cashier.fees import catalogue
from desktop.cashier.model import Charge, Original
from desktop.cashier.shift_mutations import RULE, UseCashRule
from desktop.office.clock import utc_text
from desktop.office.keyboard import as_thai
from desktop.paper.pages import page_text
from tests.helpers.desk import person, staff_id
from tests.helpers.file_dialogs import naming
from tests.helpers.proofs import vouch_for
from tests.helpers.screens import nameless, type_text
from tests.helpers.voiding import cancel
from tests.ui.cashier.conftest import Booth
from ui.cashier.receipts_screen import ReceiptsScreen

PIN = "204816"


@pytest.fixture
def screen(booth: Booth, qtbot: QtBot) -> ReceiptsScreen:
    screen = booth.receipts()
    qtbot.addWidget(screen)
    screen.resize(1150, 660)
    with qtbot.waitExposed(screen):
        screen.show()
    screen.activateWindow()
    return screen


def rows(screen: ReceiptsScreen) -> list[int]:
    return [receipt.number for receipt in screen.rows.rows()]


def test_an_empty_day_says_how_receipts_come(screen: ReceiptsScreen, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: screen.day.sum.text() == "0.00 บาท")
    assert screen._nothing.isVisible()
    assert not screen.print_button.isEnabled()
    assert not screen.void_button.isEnabled()


def test_a_receipt_that_was_just_issued_comes_by_itself(screen: ReceiptsScreen, booth: Booth, qtbot: QtBot) -> None:
    booth.issue(units=3)
    qtbot.waitUntil(lambda: rows(screen) == [451])
    booth.issue("นางคำแปง แสนสุข")
    qtbot.waitUntil(lambda: rows(screen) == [452, 451])
    assert screen.day.sum.text() == "240.00 บาท"
    current = screen.table.current()
    assert current is not None
    assert current.number == 451
    qtbot.waitUntil(lambda: screen.paper._count == 2)


def test_a_receipt_is_cancelled_with_a_reason_and_keeps_its_number(
    screen: ReceiptsScreen, booth: Booth, qtbot: QtBot
) -> None:
    vouch_for(booth.office.desk)
    booth.office.approvals.set_pin(person(booth.office, "wichai"), PIN)
    receipt = booth.issue()
    qtbot.waitUntil(lambda: rows(screen) == [451])
    QTest.keyClick(screen.table, Qt.Key.Key_Delete)
    form = screen.void_form
    assert form.isVisible()
    QTest.keyClick(screen, Qt.Key.Key_F8)
    assert [field.error for field in form._fields.values() if field.error] != []
    type_text(form.reason, "พิมพ์จำนวนผิด")
    QTest.keyClick(form.reason, Qt.Key.Key_Return)
    type_text(form.scan, as_thai(receipt.proof))
    QTest.keyClick(form.scan, Qt.Key.Key_Return)
    assert form.original.value == Original.SCANNED
    type_text(form.pin, "135790")
    QTest.keyClick(form.pin, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: [told.text for told in booth.notices.heard] == ["PIN ไม่ถูกต้อง"])
    qtbot.waitUntil(form.pin.hasFocus)
    type_text(form.pin, PIN)
    QTest.keyClick(form.pin, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: screen.day.sum.text() == "0.00 บาท")
    voided = booth.office.cashier_queries.receipt(receipt.id)
    assert voided is not None
    assert voided.void is not None
    assert (voided.void.reason, voided.void.approved_by_name) == ("พิมพ์จำนวนผิด", "นายวิชัย โยธาเทียม")
    assert voided.void.original is Original.SCANNED
    assert rows(screen) == [451]
    assert not screen.void_button.isEnabled()
    assert "ยกเลิก" in page_text(booth.office.receipt_pdf(voided), 0)


def test_the_second_person_sets_their_pin_with_their_own_password(
    screen: ReceiptsScreen, booth: Booth, qtbot: QtBot
) -> None:
    receipt = booth.issue()
    booth.office.desk.settle(
        "INSERT INTO verifier VALUES (?, ?, ?)",
        (staff_id("wichai"), PasswordHasher().hash("รหัสของวิชัย"), utc_text(booth.clock.now())),
    )
    qtbot.waitUntil(lambda: rows(screen) == [451])
    screen.ask_void()
    form = screen.void_form
    form.approver.choose("wichai")
    form._approver_chosen()
    assert form.password.isVisible()
    type_text(form.reason, "พิมพ์ผิด")
    form.original.choose(Original.NEVER_LEFT)
    type_text(form.pin, PIN)
    QTest.keyClick(form.pin, Qt.Key.Key_Return)
    assert form._fields[form.password].error
    type_text(form.password, "รหัสของวิชัย")
    QTest.keyClick(form.pin, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: screen.day.sum.text() == "0.00 บาท")
    found = booth.office.cashier_queries.receipt(receipt.id)
    assert found is not None
    assert found.void is not None
    assert found.void.approved_by_name == "นายวิชัย โยธาเทียม"
    with qtbot.waitSignal(screen.replace_wanted) as wanted:
        QTest.keyClick(screen.table, Qt.Key.Key_F7)
    assert wanted.args[0].id == receipt.id


def test_what_a_bill_asks_for_again_is_taken_at_the_bill(screen: ReceiptsScreen, booth: Booth, qtbot: QtBot) -> None:
    desk = booth.office.desk
    lease = "INSERT INTO lease SELECT ?, 'bills', year_be, 1, 1, 1, 20, 1, NULL, holder, NULL, NULL FROM lease"
    desk.settle(f"{lease} WHERE series = 'receipts'", (desk.ids.new(),))
    draft = BillDraft("นายบุญมี ใจคำ", (Charge(catalogue()[0], 1),), date(2026, 12, 11))
    bill = booth.office.bills.billing(booth.who).make(draft)
    receipt = booth.office.bills.paying(booth.who).pay(bill.id)
    cancel(booth.office, receipt.id, "ชื่อผิด")
    qtbot.waitUntil(lambda: [one.void is not None for one in screen.rows.rows()] == [True])
    qtbot.waitUntil(screen.replace_button.isEnabled)
    with qtbot.assertNotEmitted(screen.replace_wanted), qtbot.waitSignal(screen.owed) as owed:
        QTest.keyClick(screen.table, Qt.Key.Key_F7)
    assert owed.args is not None
    assert owed.args[0].id == bill.id
    assert bill.reference in booth.notices.heard[-1].text


def test_another_receipts_paper_does_not_do(screen: ReceiptsScreen, booth: Booth, qtbot: QtBot) -> None:
    vouch_for(booth.office.desk)
    booth.issue()
    other = booth.issue()
    qtbot.waitUntil(lambda: rows(screen) == [452, 451])
    screen.table.choose(1)
    screen.ask_void()
    type_text(screen.void_form.scan, other.proof)
    QTest.keyClick(screen.void_form.scan, Qt.Key.Key_Return)
    assert screen.void_form._fields[screen.void_form.scan].error
    assert screen.void_form.original.value == ""


def test_thinking_better_of_it_changes_nothing(screen: ReceiptsScreen, booth: Booth, qtbot: QtBot) -> None:
    booth.issue()
    qtbot.waitUntil(lambda: rows(screen) == [451])
    screen.ask_void()
    QTest.keyClick(screen.void_form.reason, Qt.Key.Key_Escape)
    assert not screen.void_form.isVisible()
    assert screen.table.hasFocus()
    assert booth.office.waiting() == 1


def test_a_reprint_is_noted_before_it_is_printed(screen: ReceiptsScreen, booth: Booth, qtbot: QtBot) -> None:
    receipt = booth.issue()
    qtbot.waitUntil(lambda: rows(screen) == [451])
    for _ in range(2):
        with qtbot.waitSignal(booth.printing.told):
            QTest.keyClick(screen.table, Qt.Key.Key_F9)
    printed = booth.office.cashier_queries.receipt(receipt.id)
    assert printed is not None
    assert printed.reprints == 2
    assert "พิมพ์ซ้ำครั้งที่ ๒" in page_text(booth.office.receipt_pdf(printed), 0)


def test_days_are_turned_by_keys_but_not_past_today(screen: ReceiptsScreen, booth: Booth, qtbot: QtBot) -> None:
    booth.issue()
    booth.clock.advance(timedelta(days=1))
    booth.issue()
    screen.show_receipt(booth.office.cashier_queries.recent()[0])
    qtbot.waitUntil(lambda: rows(screen) == [452])
    QTest.keyClick(screen.table, Qt.Key.Key_Left, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: rows(screen) == [451])
    assert screen.day.day.text() == "พุธ 11 พ.ย. 2569"
    QTest.keyClick(screen.table, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: rows(screen) == [452])
    assert not screen.day.after.isEnabled()


def test_a_receipt_is_kept_as_a_file_that_names_nobody(
    screen: ReceiptsScreen, booth: Booth, qtbot: QtBot, tmp_path: Path
) -> None:
    booth.issue()
    qtbot.waitUntil(lambda: rows(screen) == [451])
    with naming(tmp_path / "kept.pdf") as asked:
        QTest.keyClick(screen.table, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: bool(booth.notices.heard))
    assert asked == ["receipt-70-C1-000451.pdf"]
    assert (tmp_path / "kept.pdf").read_bytes().startswith(b"%PDF")


def test_a_folder_that_cannot_be_written_is_told(
    screen: ReceiptsScreen, booth: Booth, qtbot: QtBot, tmp_path: Path
) -> None:
    booth.issue()
    qtbot.waitUntil(lambda: rows(screen) == [451])
    with naming(tmp_path / "gone" / "kept.pdf"):
        screen.keep_button.click()
    qtbot.waitUntil(lambda: bool(booth.notices.heard))
    assert booth.notices.heard[-1].text == "บันทึกแฟ้ม kept.pdf ไม่ได้"


def test_every_control_has_a_name(screen: ReceiptsScreen, booth: Booth, qtbot: QtBot) -> None:
    booth.issue()
    qtbot.waitUntil(lambda: rows(screen) == [451])
    screen.ask_void()
    assert nameless(screen) == []


def test_where_the_office_says_so_a_cashier_cancels_alone(screen: ReceiptsScreen, booth: Booth, qtbot: QtBot) -> None:
    rule = UseCashRule(b"r" * 16, "2026-01-01", "official", 0, "optional")
    booth.office.desk.write(lambda unit: unit.perform(RULE, rule, booth.who.id))
    receipt = booth.issue()
    qtbot.waitUntil(lambda: rows(screen) == [451])
    screen.ask_void()
    form = screen.void_form
    assert form.approver.value == ""
    assert not form.pin.isVisible()
    type_text(form.reason, "พิมพ์ผิด")
    form.original.choose(Original.NEVER_LEFT)
    QTest.keyClick(screen, Qt.Key.Key_F8)
    qtbot.waitUntil(lambda: screen.day.sum.text() == "0.00 บาท")
    found = booth.office.cashier_queries.receipt(receipt.id)
    assert found is not None
    assert found.void is not None
    assert (found.void.approved_by_name, found.void.original) == ("", Original.NEVER_LEFT)


def test_the_number_of_the_accounting_system_is_noted_and_shown(
    screen: ReceiptsScreen, booth: Booth, qtbot: QtBot
) -> None:
    receipt = booth.issue()
    qtbot.waitUntil(lambda: rows(screen) == [451])
    QTest.keyClick(screen.table, Qt.Key.Key_F6)
    form = screen.elaas_form
    assert form.isVisible()
    QTest.keyClick(form.number, Qt.Key.Key_Return)
    assert form.field.error
    type_text(form.number, "RCPT-00012/70")
    QTest.keyClick(form.number, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: [one.elaas for one in screen.rows.rows()] == ["RCPT-00012/70"])
    assert not form.isVisible()
    qtbot.waitUntil(lambda: screen.elaas.text() == "e-LAAS RCPT-00012/70")
    assert booth.office.shifts.queries.elaas_number(receipt.id) == "RCPT-00012/70"
    screen.ask_elaas()
    assert form.number.text() == "RCPT-00012/70"


def test_while_a_form_asks_its_keys_are_the_only_ones(screen: ReceiptsScreen, booth: Booth, qtbot: QtBot) -> None:
    """F9 notes the number, and prints nothing again; Esc puts the form away, and the page has its keys back."""
    receipt = booth.issue()
    qtbot.waitUntil(lambda: rows(screen) == [451])
    QTest.keyClick(screen.table, Qt.Key.Key_F6)
    form = screen.elaas_form
    assert not screen.print_button.isEnabled()
    QTest.keyClick(form.number, Qt.Key.Key_Escape)
    assert form.isHidden()
    assert screen.print_button.isEnabled()
    assert screen.table.hasFocus()
    QTest.keyClick(screen.table, Qt.Key.Key_F6)
    type_text(form.number, "RCPT-00012/70")
    QTest.keyClick(form.number, Qt.Key.Key_F9)
    qtbot.waitUntil(lambda: booth.office.shifts.queries.elaas_number(receipt.id) == "RCPT-00012/70")
    qtbot.waitUntil(form.isHidden)
    assert screen.print_button.isEnabled()
