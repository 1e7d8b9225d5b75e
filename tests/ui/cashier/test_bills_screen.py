"""Bills at the counter: made from what is chosen, shown with their code, paid in cash, by cheque or by transfer."""

from datetime import date
from threading import Event

import pytest
import zxingcpp
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollArea
from pytestqt.qtbot import QtBot

from desktop.cashier.bill_model import Bill, BillDraft, BillPayment, BillState
from desktop.cashier.bill_queries import PAGE
from desktop.cashier.fees import catalogue
from desktop.cashier.model import Charge, Method
from desktop.cashier.thai_qr import fields_of
from desktop.office.keyboard import as_thai
from desktop.paper.pages import page_text
from tests.helpers.desk import set_biller
from tests.helpers.print_desk import ScriptedPrinter
from tests.helpers.screens import code_on, nameless, settle, type_text
from tests.ui.cashier.conftest import Booth
from tests.ui.cashier.test_counter_screen import counter, fill
from ui.cashier.bills_presenter import Deed
from ui.cashier.bills_screen import BillsScreen
from ui.cashier.counter_screen import CounterScreen

__all__ = ["counter"]
SLIP = "00350006000001010300602140000000000DEMO5102TH9104767A"


@pytest.fixture
def screen(booth: Booth, qtbot: QtBot) -> BillsScreen:
    lease = "INSERT INTO lease SELECT ?, 'bills', year_be, 1, 1, 1, 20, 1, NULL, holder, NULL, NULL FROM lease"
    booth.office.desk.settle(f"{lease} WHERE series = 'receipts'", (booth.office.desk.ids.new(),))
    set_biller(booth.office.desk)
    screen = BillsScreen(booth.office, booth.who, booth.worker, booth.notices, booth.printing)
    booth.heard.heard.connect(screen.changed)
    qtbot.addWidget(screen)
    screen.resize(1150, 690)
    with qtbot.waitExposed(screen):
        screen.show()
    screen.activateWindow()
    return screen


@pytest.fixture
def bill(counter: CounterScreen, screen: BillsScreen, booth: Booth, qtbot: QtBot) -> Bill:
    """Made at the counter by keyboard alone, and looked at."""
    counter.activateWindow()
    qtbot.waitUntil(counter.isActiveWindow)
    fill(counter, "12", tendered="")
    with qtbot.waitSignal(counter.billed) as made:
        QTest.keyClick(counter.form.payer.editor, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    assert made.args is not None
    screen.activateWindow()
    screen.show_bill(made.args[0])
    qtbot.waitUntil(lambda: screen.presenter.bill is not None)
    assert isinstance(made.args[0], Bill)
    return made.args[0]


def state(booth: Booth, bill: Bill) -> BillState:
    found = booth.office.bills.queries.bill(bill.id)
    assert found is not None
    return found.state


def choose(screen: BillsScreen, way: str) -> None:
    screen.panel.ways.choose(way)
    screen.panel.ways.chosen.emit(way)


def test_cash_is_taken_and_the_receipt_is_issued(screen: BillsScreen, booth: Booth, bill: Bill, qtbot: QtBot) -> None:
    assert (bill.total_satang, screen.panel.sum.text()) == (480_00, "480.00")
    QTest.keyClicks(screen.panel.money, "500")
    assert screen.panel.change.text() == "เงินทอน 20.00"
    with qtbot.waitSignal(screen.issued) as issued:
        QTest.keyClick(screen.panel.money, Qt.Key.Key_F9)
    assert issued.args is not None
    assert (issued.args[0].total_satang, issued.args[0].tendered_satang) == (480_00, 500_00)
    assert state(booth, bill) is BillState.PAID
    qtbot.waitUntil(lambda: screen.presenter.deed is Deed.NOTHING)
    assert not screen.panel.button.isVisible()


@pytest.mark.parametrize("typed", ["ฟรี", "5OO", "479.99"])
def test_cash_that_is_no_sum_or_too_little_is_said_at_its_field(
    screen: BillsScreen, booth: Booth, bill: Bill, typed: str
) -> None:
    type_text(screen.panel.money, typed)
    QTest.keyClick(screen.panel.money, Qt.Key.Key_F9)
    assert screen.panel.tendered.error
    assert screen.panel.isEnabled(), "nothing is being written"
    assert state(booth, bill) is BillState.OPEN
    type_text(screen.panel.money, "0")
    assert not screen.panel.tendered.error


def test_the_code_on_the_screen_is_read_by_a_telephone(screen: BillsScreen, bill: Bill) -> None:
    choose(screen, "transfer")
    assert screen.panel.qr.isVisible()
    fields = fields_of(code_on(screen.panel.qr))
    account = fields_of(fields["30"])
    assert (fields["54"], account["02"], account["01"]) == ("480.00", bill.reference, "099999999999100")


def test_a_transfer_waits_with_its_slip_and_has_no_receipt_before_it_came(
    screen: BillsScreen, booth: Booth, bill: Bill, qtbot: QtBot
) -> None:
    choose(screen, "transfer")
    type_text(screen.panel.slip.editor, as_thai(SLIP))
    QTest.keyClick(screen.panel.slip.editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: screen.presenter.deed is Deed.CONFIRM)
    assert booth.office.desk.reader.one("SELECT count(*) FROM receipt") == (0,)
    assert booth.office.bills.queries.payments(bill.id)[0].slip == ("006", "0000000000DEMO")
    QTest.keyClick(screen.panel.seen.editor, Qt.Key.Key_F9)
    assert screen.panel.seen.error
    type_text(screen.panel.seen.editor, "แอปธนาคาร 13.30 น.")
    with qtbot.waitSignal(screen.issued):
        QTest.keyClick(screen.panel.seen.editor, Qt.Key.Key_Return)
    assert state(booth, bill) is BillState.PAID
    assert nameless(screen) == []


def test_what_was_read_of_a_bill_earlier_never_stands_over_what_was_read_later(
    screen: BillsScreen, booth: Booth, bill: Bill, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its transfer is waited for; a reading of before ends after that."""
    read, began, go_on = screen.presenter.waiting_for, Event(), Event()

    def slow_at_first(of: Bill) -> BillPayment | None:
        found, is_first = read(of), not began.is_set()
        began.set()
        assert not is_first or go_on.wait(60)
        return found

    monkeypatch.setattr(screen.presenter, "waiting_for", slow_at_first)
    screen.refresh()
    qtbot.waitUntil(began.is_set)
    choose(screen, "transfer")
    screen.panel.button.click()
    qtbot.waitUntil(lambda: screen.presenter.deed is Deed.CONFIRM)
    go_on.set()
    booth.worker._pools["read"].shutdown(wait=True)
    settle()
    assert screen.presenter.deed is Deed.CONFIRM


def test_cash_instead_of_a_transfer_that_was_waited_for(
    screen: BillsScreen, booth: Booth, bill: Bill, qtbot: QtBot
) -> None:
    choose(screen, "transfer")
    screen.panel.button.click()
    qtbot.waitUntil(lambda: screen.presenter.waiting is not None and screen.panel.isEnabled())
    choose(screen, "cash")
    QTest.keyClicks(screen.panel.money, "480")
    with qtbot.waitSignal(screen.issued):
        screen.panel.button.click()
    assert [one.outcome for one in booth.office.bills.queries.payments(bill.id)] == ["withdrawn", ""]


def test_a_slip_that_can_not_be_read_is_said_at_its_field(screen: BillsScreen, booth: Booth, bill: Bill) -> None:
    choose(screen, "transfer")
    type_text(screen.panel.slip.editor, SLIP[:-1] + "B")
    QTest.keyClick(screen.panel.slip.editor, Qt.Key.Key_Return)
    assert screen.panel.slip.error
    assert booth.office.bills.queries.payments(bill.id) == ()


def test_a_cheque_names_its_bank(screen: BillsScreen, booth: Booth, bill: Bill, qtbot: QtBot) -> None:
    choose(screen, "cheque")
    screen.panel.button.click()
    qtbot.waitUntil(lambda: bool(booth.notices.heard))
    assert "ข้อมูลเช็คยังไม่ครบ" in booth.notices.heard[-1].text
    qtbot.waitUntil(screen.panel.isEnabled)
    type_text(screen.panel.cheque_number.editor, "0123456")
    type_text(screen.panel.cheque_bank.editor, "ธ.กรุงไทย")
    type_text(screen.panel.cheque_day.editor, "11/11/69")
    with qtbot.waitSignal(screen.issued):
        screen.panel.button.click()
    assert state(booth, bill) is BillState.PAID


def test_a_bill_is_cancelled_with_a_reason(screen: BillsScreen, booth: Booth, bill: Bill, qtbot: QtBot) -> None:
    screen.panel.cancel_button.click()
    screen.reason.do_button.click()
    assert state(booth, bill) is BillState.OPEN
    type_text(screen.reason.reason, "ทำซ้ำ")
    QTest.keyClick(screen.reason.reason, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: state(booth, bill) is BillState.CANCELLED)


def test_a_scanned_reference_finds_its_bill_in_every_list(
    screen: BillsScreen, booth: Booth, bill: Bill, qtbot: QtBot
) -> None:
    booth.office.bills.paying(booth.who).pay(bill.id)
    screen.views.choose("open")
    screen.views.chosen.emit("open")
    screen.search.setText(as_thai(bill.reference))
    qtbot.waitUntil(lambda: [one.id for one in screen.rows.rows()] == [bill.id])


def test_the_paper_bears_both_codes_and_an_independent_reader_reads_them(booth: Booth, bill: Bill) -> None:
    import pypdfium2

    pdf = pypdfium2.PdfDocument(booth.office.bills.pdf(bill))
    found = {code.format.name: code.text for code in zxingcpp.read_barcodes(pdf[0].render(scale=3).to_pil())}
    pdf.close()
    reference = f"{bill.due_on:%Y%m%d}"
    assert found["Code128"] == f"|099999999999100\r{bill.reference}\r{reference}\r48000"
    assert fields_of(fields_of(found["QRCode"])["30"])["02"] == bill.reference


def two_bills(screen: BillsScreen, booth: Booth, qtbot: QtBot) -> list[Bill]:
    """Listed, the first one beside."""
    for name in ("นายบุญมี ใจคำ", "นางคำแปง แสนดี"):
        draft = BillDraft(name, (Charge(catalogue()[0], 1),), date(2026, 12, 11))
        booth.office.bills.billing(booth.who).make(draft)
    qtbot.waitUntil(lambda: screen.rows.rowCount() == 2)
    bills = list(screen.rows.rows())
    qtbot.waitUntil(lambda: screen.presenter.bill is not None and screen.presenter.bill.id == bills[0].id)
    return bills


def test_a_key_that_comes_before_another_bill_is_read_takes_no_money(
    screen: BillsScreen, booth: Booth, qtbot: QtBot
) -> None:
    one, other = two_bills(screen, booth, qtbot)
    screen.table.choose(1)
    screen.panel.button.click()
    assert screen.panel.isEnabled()
    qtbot.waitUntil(lambda: screen.presenter.bill is not None and screen.presenter.bill.id == other.id)
    type_text(screen.search, one.reference)
    screen.panel.button.click()
    assert screen.panel.isEnabled()
    qtbot.waitUntil(lambda: screen.presenter.bill is not None and screen.presenter.bill.id == one.id)
    with qtbot.waitSignal(screen.issued) as issued:
        screen.panel.button.click()
    assert issued.args is not None
    assert issued.args[0].payer_name == one.payer_name
    assert state(booth, other) is BillState.OPEN


def test_a_reason_that_is_typed_stays_when_news_come(screen: BillsScreen, booth: Booth, qtbot: QtBot) -> None:
    one, other = two_bills(screen, booth, qtbot)
    screen.panel.cancel_button.click()
    type_text(screen.reason.reason, "ทำ")
    booth.office.bills.paying(booth.who).pay(other.id)
    qtbot.waitUntil(lambda: screen.rows.rowCount() == 1)
    assert screen.reason.isVisible()
    type_text(screen.reason.reason, "ซ้ำ")
    QTest.keyClick(screen.reason.reason, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: state(booth, one) is BillState.CANCELLED)
    found = booth.office.bills.queries.bill(one.id)
    assert found is not None
    assert found.cancelled_for == "ทำซ้ำ"


def test_a_bill_is_printed_through_the_journal(screen: BillsScreen, booth: Booth, bill: Bill, qtbot: QtBot) -> None:
    printer = booth.printer = ScriptedPrinter()
    with qtbot.waitSignal(booth.printing.told, check_params_cb=lambda paper, outcome, _: outcome == "printed"):
        QTest.keyClick(screen, Qt.Key.Key_F7)
    (run,) = booth.office.sheets.queries.of_document(bill.id)
    title, pdf = printer.given[0]
    assert (run.job.kind, run.title) == ("bill", title)
    assert run.job.label.startswith("ใบแจ้งชำระเงิน ")
    assert bill.payer_name in page_text(pdf, 0)


def test_a_bill_that_no_printer_takes_is_told(screen: BillsScreen, booth: Booth, bill: Bill, qtbot: QtBot) -> None:
    QTest.keyClick(screen, Qt.Key.Key_F7)
    qtbot.waitUntil(lambda: bool(booth.notices.heard))
    assert screen.panel.print_button.isEnabled()


def test_a_long_list_goes_on_where_it_is_looked_at(screen: BillsScreen, booth: Booth, qtbot: QtBot) -> None:
    desk, draft = booth.office.desk, BillDraft("นายบุญมี ใจคำ", (Charge(catalogue()[0], 1),), date(2026, 12, 11))
    desk.settle("UPDATE lease SET hi = 200 WHERE series = 'bills'", ())
    for _ in range(PAGE + 5):
        booth.office.bills.billing(booth.who).make(draft)
    qtbot.waitUntil(lambda: screen.rows.rowCount() == PAGE and screen.sums.text().startswith("65 "))
    assert screen.rows.canFetchMore(QModelIndex())
    screen.table.choose(3)
    screen.table.setFocus()
    QTest.keyClick(screen.table, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: screen.rows.rowCount() == PAGE + 5)
    assert not screen.rows.canFetchMore(QModelIndex())
    current = screen.table.current()
    assert current is not None
    assert current.number == PAGE
    type_text(screen.search, "5")
    qtbot.waitUntil(lambda: screen.rows.rowCount() == 1)


def test_while_a_reason_is_asked_no_money_is_taken(screen: BillsScreen, booth: Booth, bill: Bill, qtbot: QtBot) -> None:
    """F9 rests; Esc leaves everything as it was, and F8 does what was asked about."""
    screen.panel.money.set_satang(bill.total_satang)
    screen.panel.cancel_button.click()
    reason = screen.reason.reason
    type_text(reason, "ทำซ้ำ")
    QTest.keyClick(reason, Qt.Key.Key_F9)
    assert not screen._busy
    assert not screen.panel.button.isEnabled()
    QTest.keyClick(reason, Qt.Key.Key_Escape)
    assert screen.reason.isHidden()
    assert screen.panel.button.isEnabled()
    assert screen.table.hasFocus()
    assert state(booth, bill) is BillState.OPEN
    screen.panel.cancel_button.click()
    type_text(reason, "ทำซ้ำ")
    QTest.keyClick(reason, Qt.Key.Key_F8)
    qtbot.waitUntil(lambda: state(booth, bill) is BillState.CANCELLED)


def test_the_field_under_the_code_stands_on_a_small_screen(screen: BillsScreen, bill: Bill, qtbot: QtBot) -> None:
    """What a room has on 1366 x 768, less the tabs above it."""
    screen.resize(1150, 624)
    choose(screen, Method.TRANSFER.value)
    qtbot.waitUntil(screen.panel.qr.isVisible)
    (area,) = screen.panel.findChildren(QScrollArea)
    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() == 0)
    assert screen.panel.slip.isVisible()
