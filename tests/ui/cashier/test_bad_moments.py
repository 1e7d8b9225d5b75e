"""The counter at bad moments: the disk full, the queue gone, the clock put back, the year over while somebody types."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.cashier.fees import catalogue
from desktop.cashier.rules import SERIES
from desktop.office.dates import local_date, utc_of_local
from desktop.sheets.model import Outcome
from desktop.store.desk import Desk
from tests.helpers.cups import Cups
from tests.helpers.print_desk import ScriptedPrinter
from tests.helpers.screens import type_text
from tests.helpers.voiding import cancel
from tests.ui.cashier.conftest import Booth
from tests.ui.cashier.test_counter_screen import counter, fill, is_printed, issued, pay, use
from ui.cashier.counter_screen import CounterScreen

__all__ = ["counter"]

LONG = "นายบุญมี ใจคำ " * 15 + "ทดสอบ"
_MOST_RECEIPTS = 45
"""More than fit into the pages that a new store has free."""
MIDNIGHT = utc_of_local(date(2027, 10, 1))
"""The end of fiscal year 2570."""


@pytest.fixture
def printer(booth: Booth, qtbot: QtBot) -> ScriptedPrinter:
    printer = ScriptedPrinter()
    booth.printer = printer
    booth.printing.look_for_queues()
    qtbot.waitUntil(lambda: booth.printing.queue == "laser")
    return printer


def room_for(desk: Desk, pages: int | None) -> None:
    """From now on the store can grow by so many pages; None: as much as it likes."""

    def act() -> None:
        with desk.engine.connect() as writer:
            count = int(writer.exec_driver_sql("PRAGMA page_count").scalar_one())
            writer.exec_driver_sql(f"PRAGMA max_page_count = {1 << 30 if pages is None else count + pages}")

    desk.writer.run(act)


def press_f9(counter: CounterScreen) -> None:
    QTest.keyClick(counter.form.tendered.editor, Qt.Key.Key_F9)


def next_citizen(counter: CounterScreen) -> None:
    QTest.keyClick(counter.done.next_button, Qt.Key.Key_F2)


def test_a_disk_that_is_full_takes_no_money_prints_nothing_and_keeps_what_was_typed(
    counter: CounterScreen, booth: Booth, printer: ScriptedPrinter, qtbot: QtBot
) -> None:
    room_for(booth.office.desk, 0)
    for _ in range(_MOST_RECEIPTS):
        before, sent = len(issued(booth.office)), len(printer.given)
        fill(counter, payer=LONG)
        press_f9(counter)
        qtbot.waitUntil(lambda: counter.done.isVisible() or bool(booth.notices.heard))
        if booth.notices.heard:
            break
        qtbot.waitUntil(lambda: counter.done._printing == "printed")
        next_citizen(counter)
    assert "ดิสก์เต็ม" in booth.notices.heard[-1].text
    qtbot.waitUntil(counter.form.isEnabled)
    assert (len(issued(booth.office)), len(printer.given)) == (before, sent)
    assert counter.presenter.payer_name == LONG
    room_for(booth.office.desk, None)
    pay(counter, qtbot)
    numbers = [number for number, _, _ in issued(booth.office)]
    assert numbers == list(range(451, 451 + before + 1)), "no number was lost to the full disk"


def test_a_queue_that_was_deleted_is_told_and_another_prints_the_same_receipt(
    counter: CounterScreen, booth: Booth, qtbot: QtBot, cups: Cups
) -> None:
    use(booth, cups, "soon-gone", qtbot)
    cups.run("lpadmin", "-x", "soon-gone")
    fill(counter)
    pay(counter, qtbot)
    qtbot.waitUntil(lambda: "พิมพ์ไม่สำเร็จ" in counter.done.state.words)
    assert len(issued(booth.office)) == 1
    sheets = [line.sheet.outcome for line in booth.office.sheets.queries.named("70/C1")]
    assert sheets == [Outcome.NOT_OUT, Outcome.NOT_OUT], "nothing left the program, and nobody is asked"
    assert booth.printing.question is None
    use(booth, cups, "another", qtbot)
    with qtbot.waitSignal(booth.printing.told, check_params_cb=is_printed):
        QTest.keyClick(counter.done.next_button, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert cups.printed("another")
    assert len(issued(booth.office)) == 1


def test_a_clock_put_back_a_day_dates_nothing_before_what_was_done_and_hides_nothing(
    counter: CounterScreen, booth: Booth, printer: ScriptedPrinter, qtbot: QtBot
) -> None:
    fill(counter)
    pay(counter, qtbot)
    today = local_date(booth.clock.now())
    booth.clock.advance(-timedelta(days=1))
    next_citizen(counter)
    fill(counter, payer="นางคำแปง แสนสุข")
    pay(counter, qtbot)
    first, second = sorted(booth.office.cashier_queries.recent(), key=lambda one: one.number)
    assert (first.number, second.number) == (451, 452)
    assert first.issued_at <= second.issued_at
    assert {local_date(first.issued_at), local_date(second.issued_at)} == {today}
    listed = booth.receipts()
    qtbot.addWidget(listed)
    with qtbot.waitExposed(listed):
        listed.show()
    qtbot.waitUntil(lambda: len(listed.presenter.receipts) == 2)
    assert listed.presenter.day == today
    assert booth.office.shifts.today == today


def test_the_year_that_ends_while_somebody_types_takes_the_new_year_s_number_or_says_that_there_is_none(
    counter: CounterScreen, booth: Booth, printer: ScriptedPrinter, qtbot: QtBot
) -> None:
    booth.clock.advance(MIDNIGHT - timedelta(minutes=2) - booth.clock.now())
    fill(counter)
    pay(counter, qtbot)
    next_citizen(counter)
    fill(counter, payer="นางคำแปง แสนสุข")
    booth.clock.advance(timedelta(minutes=3))
    press_f9(counter)
    qtbot.waitUntil(lambda: any("หมดแล้ว" in notice.text for notice in booth.notices.heard))
    assert len(issued(booth.office)) == 1, "the old year's book is over, and no receipt bears a wrong year"
    assert counter.presenter.payer_name == "นางคำแปง แสนสุข"
    desk = booth.office.desk
    book = (desk.ids.new(), SERIES, 2571, 7, 1, 1, 50, 1, None, desk.identity.device_id)
    desk.settle("INSERT INTO lease VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL, NULL)", book)
    qtbot.waitUntil(counter.form.isEnabled)
    pay(counter, qtbot)
    new, old = booth.office.cashier_queries.recent()
    assert [(one.fiscal_year_be, one.number) for one in (old, new)] == [(2570, 451), (2571, 1)]
    assert local_date(new.issued_at) == date(2027, 10, 1)
    assert counter.done.number.text().startswith("71/")


@pytest.mark.parametrize("tendered", ["-200", "0", "ฟรี", "99999999999999999999", "200.005"])
def test_money_that_can_not_be_is_said_at_its_field_and_takes_no_number(
    counter: CounterScreen, booth: Booth, qtbot: QtBot, tendered: str
) -> None:
    fill(counter, tendered="")
    type_text(counter.form.tendered.editor, tendered)
    press_f9(counter)
    assert counter.form.tendered.error
    assert counter.form.isEnabled(), "nothing is being written"
    assert issued(booth.office) == []


def printed(booth: Booth) -> None:
    """A receipt as it goes every day."""
    sending = booth.office.sheets.sending(booth.who, ScriptedPrinter)
    sending.send(booth.office.receipt_sheets.job(booth.issue(), "counter"))


def test_a_receipt_after_which_the_power_failed_is_told_and_no_money_is_asked_again(booth: Booth, qtbot: QtBot) -> None:
    """The number is used and the money taken; not a sheet of it was sent, so the journal knows nothing to ask."""
    printed(booth)
    receipt = booth.issue()
    booth.printer = ScriptedPrinter()
    screen = booth.counter()
    qtbot.addWidget(screen)
    qtbot.waitUntil(lambda: any("ยังไม่ได้พิมพ์" in notice.text for notice in booth.notices.heard))
    (told,) = (notice for notice in booth.notices.heard if "ยังไม่ได้พิมพ์" in notice.text)
    assert "70/C1 000452" in told.text
    assert "นายบุญมี ใจคำ" in told.advice
    assert told.action is not None
    with qtbot.waitSignal(screen.look) as looked:
        told.action.run()
    assert looked.args is not None
    assert looked.args[0].id == receipt.id


def test_a_receipt_that_was_printed_or_cancelled_or_is_of_another_day_is_not_told(booth: Booth) -> None:
    queries, now = booth.office.cashier_queries, booth.office.desk.now
    booth.issue()
    assert queries.unprinted(now()) is None, "a desk that never printed one keeps them as files"
    printed(booth)
    assert queries.unprinted(now()) is None
    first = booth.issue()
    assert queries.unprinted(now()) == first
    assert queries.unprinted(now() + timedelta(days=2)) is None
    cancel(booth.office, first.id, "ผิด")
    assert queries.unprinted(now()) is None


def test_a_rate_that_changed_at_midnight_is_shown_before_its_money_is_taken(
    counter: CounterScreen, booth: Booth, qtbot: QtBot
) -> None:
    """The counter was left with yesterday's fees: nothing typed is lost, and no number is used at the old rate."""
    today = local_date(booth.clock.now())
    fees = catalogue()
    old = [replace(fees[0], unit_price_satang=50_00, valid_to=today), *fees[1:]]
    counter.presenter.fees = tuple(old)
    counter.picker.refresh()
    fill(counter, "1", tendered="200")
    assert counter.form.sum.text() == "150.00"
    booth.clock.advance(timedelta(days=1))
    press_f9(counter)
    qtbot.waitUntil(lambda: counter.form.sum.text() == "180.00")
    assert any("ใช้กับวันนี้ไม่ได้" in notice.text for notice in booth.notices.heard)
    assert issued(booth.office) == []
    assert (counter.presenter.payer_name, counter.presenter.tendered_satang) == ("นายบุญมี ใจคำ", 200_00)
    qtbot.waitUntil(counter.form.isEnabled)
    pay(counter, qtbot)
    (receipt,) = booth.office.cashier_queries.recent()
    assert (receipt.number, receipt.total_satang) == (451, 180_00)


def test_a_count_is_never_negative_and_never_without_bound(counter: CounterScreen, qtbot: QtBot) -> None:
    QTest.keyClicks(counter.picker.search, "1")
    counter.charges.setFocus()
    counter.charges.choose(0)
    for _ in range(5):
        QTest.keyClick(counter.charges, Qt.Key.Key_Minus)
    assert [charge.quantity for charge in counter.presenter.charges] == [1]
    QTest.keyClicks(counter.charges, "99999999999")
    assert 1 <= counter.presenter.charges[0].quantity <= 9999
