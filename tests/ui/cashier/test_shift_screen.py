"""The shift by keys alone: opened, counted without knowing, closed once, its slip read and its money taken."""

from datetime import timedelta
from typing import TypeVar

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop.cashier.bill_model import Bill, BillDraft
from desktop.cashier.fees import catalogue
from desktop.cashier.model import Charge, Method
from desktop.cashier.shift_model import Pieces
from desktop.office.dates import local_date, thai_time
from desktop.office.errors import OfficeError
from tests.helpers.desk import person
from tests.helpers.keyboard import press, write
from tests.helpers.print_desk import ScriptedPrinter
from tests.helpers.screens import nameless
from tests.ui.cashier.conftest import Booth
from ui.cashier.shift_bar import ShiftBar
from ui.cashier.shift_forms import CountForm
from ui.cashier.shift_remittances import RemittancesScreen
from ui.cashier.shift_screen import ShiftScreen

FLOAT = Pieces.of({1000_00: 2})
S = TypeVar("S", bound=QWidget)


@pytest.fixture
def screen(booth: Booth, qtbot: QtBot) -> ShiftScreen:
    screen = ShiftScreen(booth.office, booth.who, booth.worker, booth.notices, lambda: "th")
    booth.heard.heard.connect(screen.changed)
    return shown(screen, qtbot)


@pytest.fixture
def slips(booth: Booth, qtbot: QtBot) -> RemittancesScreen:
    head = person(booth.office, "wichai")
    screen = RemittancesScreen(booth.office, head, booth.worker, booth.notices, booth.printing, lambda: "th")
    booth.heard.heard.connect(screen.changed)
    return shown(screen, qtbot)


def shown(screen: S, qtbot: QtBot) -> S:
    qtbot.addWidget(screen)
    with qtbot.waitExposed(screen):
        screen.show()
    screen.activateWindow()
    return screen


def type_pieces(form: CountForm, thousands: int) -> None:
    """The notes of a thousand, then Enter over all the others."""
    form.setFocus()
    write(str(thousands))
    for edit in form.pieces.edits.values():
        edit.returnPressed.emit()


def opened(screen: ShiftScreen, booth: Booth, qtbot: QtBot) -> None:
    booth.office.shifts.acting(booth.who).open(FLOAT)
    qtbot.waitUntil(lambda: screen.shift is not None)


def waiting_bill(booth: Booth) -> Bill:
    """Somebody says that they have transferred the money."""
    lease = "INSERT INTO lease SELECT ?, 'bills', year_be, 1, 1, 1, 20, 1, NULL, holder, NULL, NULL FROM lease"
    booth.office.desk.settle(f"{lease} WHERE series = 'receipts'", (booth.office.desk.ids.new(),))
    draft = BillDraft("ร้านครัวแม่เหียะ", (Charge(catalogue()[0], 1),), local_date(booth.clock.now()))
    bill = booth.office.bills.billing(booth.who).make(draft)
    booth.office.bills.paying(booth.who).hold(bill.id)
    return bill


def known(booth: Booth, monkeypatch: pytest.MonkeyPatch, login: str = "wichai") -> None:
    """This desk can let the person in by itself."""

    def confirm(said: str, password: str) -> object:
        if (said, password) != (login, "1234"):
            raise OfficeError("accounts.wrong_password")
        return person(booth.office, login)

    monkeypatch.setattr(booth.office.accounts, "confirm", confirm)


def test_a_shift_of_the_computer_before_says_so_and_a_new_computer_says_where_it_would_come_from(
    screen: ShiftScreen, booth: Booth, qtbot: QtBot
) -> None:
    qtbot.waitUntil(screen.opening.new.isVisible)
    shift = booth.office.shifts.acting(booth.who).open(FLOAT)
    qtbot.waitUntil(lambda: screen.shift is not None)
    assert not screen.panel.inherited.isVisible()
    booth.office.desk.settle("UPDATE shift SET device_id = ?", (b"\x07" * 16,))
    screen.refresh()
    qtbot.waitUntil(screen.panel.inherited.isVisible)
    acting = booth.office.shifts.acting(booth.who)
    acting.close(shift.id, acting.count(shift.id, FLOAT).shift.counts[-1].id)
    qtbot.waitUntil(lambda: screen.shift is None)
    assert not screen.opening.new.isVisible(), "whoever closed one here knows"


def test_a_drawer_is_opened_by_keys(screen: ShiftScreen, booth: Booth, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: screen.opening.isVisible())
    type_pieces(screen.opening, 2)
    assert screen.opening.pieces.sum.text() == "2,000.00"
    press("F9")
    qtbot.waitUntil(lambda: screen.shift is not None and screen.idle.isVisible())
    now = booth.office.shifts.now()
    assert now is not None
    assert now.opening == FLOAT
    assert screen.panel.opening.text() == "2,000.00"
    assert nameless(screen) == []


def test_what_should_be_there_is_not_said_before_the_count(screen: ShiftScreen, booth: Booth, qtbot: QtBot) -> None:
    opened(screen, booth, qtbot)
    booth.issue()
    screen.panel.close_button.click()
    texts = [label.text() for label in screen.findChildren(type(screen.panel.opening)) if label.isVisible()]
    assert not any("2,060" in text for text in texts)
    screen.count.pieces.edits[1000_00].setText("2")
    screen.count.pieces.edits[20_00].setText("3")
    screen.count.button.click()
    qtbot.waitUntil(lambda: screen.close_form.isVisible())
    assert screen.close_form.expected.text() == screen.close_form.counted.text() == "2,060.00"
    with qtbot.waitSignal(screen.closed) as closed:
        screen.close_form.button.click()
    assert closed.args is not None
    assert closed.args[0].total_satang == 60_00
    qtbot.waitUntil(lambda: screen.opening.isVisible())


def test_transfers_nobody_has_seen_are_shown_at_the_close_and_claimed_the_next_day(
    screen: ShiftScreen, booth: Booth, qtbot: QtBot
) -> None:
    bill = waiting_bill(booth)
    opened(screen, booth, qtbot)
    screen.panel.close_button.click()
    screen.count.pieces.edits[1000_00].setText("2")
    screen.count.button.click()
    qtbot.waitUntil(screen.close_form.isVisible)
    words = screen.close_form.waiting.text()
    assert "รอเงินโอน 1 รายการ 60.00 บาท" in words
    assert bill.reference in words
    with qtbot.waitSignal(screen.closed) as closed:
        screen.close_form.button.click()
    assert closed.args is not None
    assert closed.args[0].total_satang == 0, "no receipt before the money is certain"
    booth.clock.advance(timedelta(days=1))
    paying = booth.office.bills.paying(booth.who)
    (payment,) = booth.office.bills.queries.payments(bill.id)
    shift = booth.office.shifts.acting(booth.who).open(FLOAT)
    assert paying.confirm(payment.id, "แอปธนาคาร 08.40 น.").total_satang == 60_00
    assert booth.office.shifts.standing(shift.id).by(Method.TRANSFER) == 60_00
    assert booth.office.bills.queries.waiting_at("C1") == ()


def test_a_difference_is_explained_and_seen_by_another(
    screen: ShiftScreen, booth: Booth, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    known(booth, monkeypatch)
    opened(screen, booth, qtbot)
    screen.panel.close_button.click()
    screen.count.pieces.edits[1000_00].setText("1")
    screen.count.button.click()
    form = screen.close_form
    qtbot.waitUntil(lambda: form.isVisible() and not screen._busy)
    assert form.difference.text() == "-1,000.00"
    form.button.click()
    assert form.why_field.error
    form.why.setText("ธนบัตรหาย")
    form.witness.login.setText("wichai")
    form.witness.password.setText("9999")
    form.button.click()
    qtbot.waitUntil(lambda: bool(booth.notices.heard) and not screen._busy)
    assert form.witness.password.text() == ""
    form.witness.password.setText("1234")
    with qtbot.waitSignal(screen.closed) as closed:
        form.button.click()
    assert closed.args is not None
    assert closed.args[0].shift.closing.witness_name == "นายวิชัย โยธาเทียม"


def test_a_receipt_between_count_and_close_asks_for_another_count(
    screen: ShiftScreen, booth: Booth, qtbot: QtBot
) -> None:
    opened(screen, booth, qtbot)
    screen.panel.close_button.click()
    screen.count.pieces.edits[1000_00].setText("2")
    screen.count.button.click()
    qtbot.waitUntil(lambda: screen.close_form.isVisible() and not screen._busy)
    booth.issue()
    screen.close_form.button.click()
    qtbot.waitUntil(lambda: screen.count.isVisible() and not screen._busy)
    assert booth.notices.heard[-1].text
    assert booth.office.shifts.now() is not None


def test_cash_goes_out_with_its_reason_and_the_drawer_to_another(
    screen: ShiftScreen, booth: Booth, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    known(booth, monkeypatch, "kanda")
    opened(screen, booth, qtbot)
    screen.panel.move_button.click()
    screen.moving.way.choose("out")
    screen.moving.button.click()
    assert screen.moving.money_field.error
    screen.moving.money.set_satang(1000_00)
    screen.moving.reason.setText("นำไปเก็บระหว่างวัน")
    screen.moving.button.click()
    qtbot.waitUntil(lambda: "นำไปเก็บระหว่างวัน" in screen.panel.events.words)
    screen.panel.hand_button.click()
    screen.handing.pieces.edits[1000_00].setText("1")
    screen.handing.button.click()
    assert screen.handing.pieces.pieces == Pieces(), "the second does not see what the first counted"
    screen.handing.pieces.edits[1000_00].setText("1")
    screen.handing.taker.login.setText("kanda")
    screen.handing.taker.password.setText("1234")
    screen.handing.button.click()
    qtbot.waitUntil(lambda: screen.shift is not None and "กานดา" in screen.shift.cashier_name)


def test_the_bar_at_the_counter_says_whether_a_shift_is_open(booth: Booth, qtbot: QtBot) -> None:
    bar = ShiftBar(booth.office, booth.who, booth.worker, lambda: "th")
    booth.heard.heard.connect(bar.changed)
    qtbot.addWidget(bar)
    assert "ยังไม่ได้เปิดกะ" in bar.words.words
    booth.office.shifts.acting(booth.who).open(FLOAT)
    qtbot.waitUntil(lambda: "ปิยะดา" in bar.words.words)


def closed_shift(booth: Booth) -> None:
    acting = booth.office.shifts.acting(booth.who)
    shift = acting.open(FLOAT)
    booth.issue()
    acting.close(shift.id, acting.count(shift.id, Pieces.of({1000_00: 2, 20_00: 3})).shift.counts[-1].id)


@pytest.mark.usefixtures("slow_fingers")
def test_the_treasury_counts_the_money_and_closes_the_day(
    slips: RemittancesScreen, booth: Booth, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    closed_shift(booth)
    qtbot.waitUntil(lambda: slips.table.current() is not None)
    qtbot.waitUntil(lambda: slips.paper._count == 1)
    slips.receive_button.click()
    assert slips.receiving.money.text() == "", "it is counted, not copied"
    closing = booth.office.shifts.day(slips.day).slips[0].shift.closing
    assert closing is not None
    named = [one.text() for one in slips.receiving.findChildren(QLabel)]
    assert f"รับเงินตามใบนำส่งของ C1 ปิดกะ {thai_time(closing.closed_at, 'arabic')}" in named
    assert slips.receiving.what.words.startswith(f"{closing.closed_by_name} นำส่งเงินสด 60.00")
    slips.receiving.money.set_satang(60_00)
    slips.receiving.take.click()
    qtbot.waitUntil(lambda: booth.office.shifts.day(slips.day).slips[0].shift.received is not None)
    qtbot.waitUntil(lambda: slips.close_button.isEnabled() and not slips.receive_button.isEnabled())
    slips.close_button.click()
    slips.close_button.click()
    assert "1 ใบ 60.00 บาท" in slips.told.words
    assert slips.told.isVisible()
    assert not booth.office.shifts.day(slips.day).closed_by_name, "a double press is no answer"
    monkeypatch.setattr(QApplication, "doubleClickInterval", lambda: 0)
    slips.close_button.click()
    qtbot.waitUntil(lambda: bool(slips.found and slips.found.closed_by_name))
    qtbot.waitUntil(lambda: not slips.close_button.isEnabled())
    assert nameless(slips) == []


def test_on_a_low_screen_the_money_is_counted_without_scrolling(
    slips: RemittancesScreen, booth: Booth, qtbot: QtBot
) -> None:
    """In what a window of 1366 x 690 leaves below the names of the pages."""
    closed_shift(booth)
    qtbot.waitUntil(lambda: slips.table.current() is not None)
    slips.resize(1150, 536)
    slips.receive_button.click()
    form = slips.receiving
    parts: list[QWidget] = [form.what, form.money, form.words, form.leave, form.take]
    qtbot.waitUntil(lambda: all(part.visibleRegion().boundingRect() == part.rect() for part in parts))
    assert not slips.close_button.isVisible()
    form.leave.click()
    assert slips.close_button.isVisible()


def test_another_sum_needs_words(slips: RemittancesScreen, booth: Booth, qtbot: QtBot) -> None:
    closed_shift(booth)
    qtbot.waitUntil(lambda: slips.table.current() is not None)
    slips.receive_button.click()
    slips.receiving.take.click()
    assert slips.receiving.money_field.error
    slips.receiving.money.set_satang(50_00)
    slips.receiving.take.click()
    assert slips.receiving.words_field.error


def test_a_cashier_may_look_and_only_the_treasury_or_a_head_may_take(booth: Booth, qtbot: QtBot) -> None:
    clerk = person(booth.office, "kanda")
    screen = RemittancesScreen(booth.office, clerk, booth.worker, booth.notices, booth.printing, lambda: "th")
    shown(screen, qtbot)
    closed_shift(booth)
    screen.refresh()
    qtbot.waitUntil(lambda: screen.table.current() is not None)
    assert not screen.receive_button.isEnabled()
    assert not screen.close_button.isEnabled()


def test_slip_and_summary_are_printed_through_the_journal(slips: RemittancesScreen, booth: Booth, qtbot: QtBot) -> None:
    printer = booth.printer = ScriptedPrinter()
    closed_shift(booth)
    qtbot.waitUntil(lambda: slips.table.current() is not None)
    for button in (slips.print_button, slips.print_summary_button):
        with qtbot.waitSignal(booth.printing.told, check_params_cb=lambda paper, outcome, _: outcome == "printed"):
            button.click()
    day = booth.clock.now() - timedelta(hours=1), booth.clock.now() + timedelta(hours=1)
    lines = booth.office.sheets.queries.between(*day, kind="shift")
    assert {line.run.job.label.split()[0] for line in lines} == {"ใบนำส่งเงิน", "สรุปใบนำส่งเงิน"}
    assert len(printer.given) == 2
