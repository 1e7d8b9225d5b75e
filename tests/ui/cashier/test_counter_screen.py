"""Taking money by keyboard alone: issued once, printed if it can be, and never in doubt."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.application import Office
from desktop.cashier.model import Receipt
from desktop.paper.pages import page_text
from tests.helpers.cups import Cups
from tests.helpers.screens import nameless, type_text
from tests.ui.cashier.conftest import Booth
from ui.cashier.counter_screen import CounterScreen


@pytest.fixture
def counter(booth: Booth, qtbot: QtBot) -> CounterScreen:
    with qtbot.waitSignal(booth.printing.queues_known):  # a look that goes on could tell what a test has changed since
        screen = booth.counter()
    qtbot.addWidget(screen)
    screen.resize(1150, 660)
    with qtbot.waitExposed(screen):
        screen.show()
    screen.activateWindow()
    screen.picker.setFocus()
    return screen


def fill(counter: CounterScreen, fees: str = "1", payer: str = "นายบุญมี ใจคำ", tendered: str = "200") -> None:
    """As a clerk does it: numbers, Enter, the name, Enter, Enter, the money."""
    QTest.keyClicks(counter.picker.search, fees)
    QTest.keyClick(counter.picker.search, Qt.Key.Key_Return)
    type_text(counter.form.payer.editor, payer)
    QTest.keyClick(counter.form.payer.editor, Qt.Key.Key_Return)
    QTest.keyClick(counter.form.address.editor, Qt.Key.Key_Return)
    QTest.keyClicks(counter.form.tendered.editor, tendered)


def pay(counter: CounterScreen, qtbot: QtBot) -> None:
    with qtbot.waitSignal(counter.issued):
        QTest.keyClick(counter.form.tendered.editor, Qt.Key.Key_F9)


def issued(office: Office) -> list[tuple[int, int, str]]:
    """Number, sum in satang and payer of every receipt in the store."""
    rows = office.desk.reader.rows("SELECT number, total_satang, payer_name FROM receipt ORDER BY number")
    return [(number, total, payer) for number, total, payer in rows]


def use(booth: Booth, cups: Cups, queue: str, qtbot: QtBot) -> None:
    """The clerk has chosen this queue of a real printing system."""
    cups.add_queue(queue, media="A5")
    booth.printer = cups.printer
    booth.printing.choose(queue)
    booth.printing.look_for_queues()
    qtbot.waitUntil(lambda: booth.printing.queue == queue)


def is_printed(receipt: Receipt, outcome: str, detail: object) -> bool:
    return outcome == "printed"


def test_money_is_taken_by_keyboard_alone(counter: CounterScreen, booth: Booth, qtbot: QtBot) -> None:
    fill(counter, "13")
    assert counter.form.sum.text() == "230.00"
    assert counter.form.words.words == "สองร้อยสามสิบบาทถ้วน"
    assert (counter.form._change_words.text(), counter.form.change.text()) == ("ยังขาด", "30.00")
    QTest.keyClicks(counter.form.tendered.editor, "\b0.50")
    counter.form.tendered.editor.selectAll()  # type: ignore[attr-defined]
    QTest.keyClicks(counter.form.tendered.editor, "500")
    assert (counter.form._change_words.text(), counter.form.change.text()) == ("เงินทอน", "270.00")
    pay(counter, qtbot)
    assert issued(booth.office) == [(451, 23000, "นายบุญมี ใจคำ")]
    assert counter.done.isVisible()
    assert counter.done.number.text() == "70/C1 000451"
    assert counter.done.change.text() == "270.00"


def test_a_second_press_issues_nothing_more(counter: CounterScreen, booth: Booth, qtbot: QtBot) -> None:
    fill(counter)
    with qtbot.waitSignal(counter.issued):
        for _ in range(5):
            counter.pay()
    counter.pay()
    assert len(issued(booth.office)) == 1


def test_what_is_missing_is_said_at_its_field_and_takes_no_number(counter: CounterScreen, booth: Booth) -> None:
    QTest.keyClick(counter.picker.search, Qt.Key.Key_F9)
    assert counter.form.payer.error
    QTest.keyClicks(counter.picker.search, "1")
    type_text(counter.form.payer.editor, "นายบุญมี ใจคำ")
    QTest.keyClicks(counter.form.tendered.editor, "100")
    QTest.keyClick(counter.form.tendered.editor, Qt.Key.Key_F9)
    assert counter.form.tendered.error
    assert not counter.form.payer.error
    assert issued(booth.office) == []


def test_the_next_citizen_finds_an_empty_counter(counter: CounterScreen, booth: Booth, qtbot: QtBot) -> None:
    fill(counter)
    pay(counter, qtbot)
    QTest.keyClick(counter.done.next_button, Qt.Key.Key_F2)
    assert counter.form.isVisible()
    assert not counter.presenter.touched
    assert counter.form.sum.text() == "0.00"
    assert counter.form.payer.editor.text() == ""  # type: ignore[attr-defined]
    assert counter.picker.search.hasFocus()
    fill(counter, "3", "นางคำแปง แสนสุข", "200")
    pay(counter, qtbot)
    assert [number for number, _, _ in issued(booth.office)] == [451, 452]


def test_counts_change_by_keys(counter: CounterScreen) -> None:
    QTest.keyClicks(counter.picker.search, "13")
    counter.charges.setFocus()
    counter.charges.choose(0)
    QTest.keyClicks(counter.charges, "12")
    QTest.keyClick(counter.charges, Qt.Key.Key_Plus)
    assert counter.presenter.charges[0].quantity == 13
    QTest.keyClick(counter.charges, Qt.Key.Key_Minus)
    assert counter.presenter.charges[0].quantity == 12
    QTest.keyClick(counter.charges, Qt.Key.Key_Delete)
    assert [charge.fee.code for charge in counter.presenter.charges] == ["COMM_REG"]


def test_letters_find_a_fee_and_enter_takes_it(counter: CounterScreen) -> None:
    type_text(counter.picker.search, "พาณิชย์")
    QTest.keyClick(counter.picker.search, Qt.Key.Key_Return)
    assert [charge.fee.code for charge in counter.presenter.charges] == ["COMM_REG"]
    assert counter.picker.search.value == ""
    type_text(counter.picker.search, "ไม่มีสิ่งนี้")
    assert counter.picker.nothing.isVisible()


def test_without_a_printer_the_receipt_stands_and_says_what_can_be_done(
    counter: CounterScreen, booth: Booth, qtbot: QtBot
) -> None:
    fill(counter)
    pay(counter, qtbot)
    assert "ใบเสร็จบันทึกแล้ว" in counter.done.state.words
    assert len(issued(booth.office)) == 1


def test_a_printer_that_does_not_answer_neither_blocks_nor_doubles(
    counter: CounterScreen, booth: Booth, qtbot: QtBot, cups: Cups
) -> None:
    nowhere = booth.printer
    use(booth, cups, "goes-away", qtbot)
    booth.printer = nowhere
    fill(counter)
    pay(counter, qtbot)
    qtbot.waitUntil(lambda: "พิมพ์ไม่สำเร็จ" in counter.done.state.words)
    assert len(issued(booth.office)) == 1
    QTest.keyClick(counter.done.next_button, Qt.Key.Key_F2)
    assert counter.form.isVisible()


def test_a_book_that_is_used_up_is_told_and_nothing_is_issued(
    counter: CounterScreen, booth: Booth, qtbot: QtBot
) -> None:
    booth.office.desk.settle("UPDATE lease SET next = hi + 1 WHERE series = 'receipts'", ())
    fill(counter)
    QTest.keyClick(counter.form.tendered.editor, Qt.Key.Key_F9)
    qtbot.waitUntil(lambda: bool(booth.notices.heard))
    assert "เลขที่ในเครื่องนี้หมดแล้ว" in booth.notices.heard[-1].text
    assert issued(booth.office) == []
    assert counter.form.isEnabled()
    assert counter.presenter.payer_name == "นายบุญมี ใจคำ"


def test_original_and_copy_come_out_of_the_printer_and_a_reprint_says_so(
    counter: CounterScreen, booth: Booth, qtbot: QtBot, cups: Cups
) -> None:
    use(booth, cups, "counter-receipts", qtbot)
    fill(counter)
    pay(counter, qtbot)
    qtbot.waitUntil(lambda: "พิมพ์ต้นฉบับและสำเนาแล้ว" in counter.done.state.words)
    first = cups.printed("counter-receipts")
    assert "ต้นฉบับ" in page_text(first, 0)
    assert "สำเนา" in page_text(first, 1)
    assert "พิมพ์ซ้ำ" not in page_text(first, 0)
    printed = qtbot.waitSignal(booth.printing.told, check_params_cb=is_printed)
    with printed:
        QTest.keyClick(counter.done.next_button, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert "พิมพ์ซ้ำครั้งที่ ๑" in page_text(cups.printed("counter-receipts"), 0)
    assert len(issued(booth.office)) == 1


def test_every_control_has_a_name(counter: CounterScreen, qtbot: QtBot) -> None:
    assert nameless(counter) == []
    fill(counter)
    pay(counter, qtbot)
    assert nameless(counter) == []


def test_a_book_that_runs_low_is_told_at_the_counter_with_what_to_do(
    counter: CounterScreen, booth: Booth, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: counter.stock.stock is not None)
    assert counter.stock.isHidden()
    booth.office.desk.settle("UPDATE lease SET next = hi - 15 WHERE series = 'receipts'", ())
    fill(counter)
    pay(counter, qtbot)
    qtbot.waitUntil(lambda: "เหลือ 15 เลข" in counter.stock.words.words)
    assert counter.stock.isVisible()
    assert "เล่มมือ" in counter.stock.advice.words


def test_on_a_low_screen_the_field_of_the_money_is_whole(counter: CounterScreen, qtbot: QtBot) -> None:
    """A laptop of 1366 x 768 leaves a window of 690 beside its own bars; the sum in words gives way first."""
    form = counter.form
    qtbot.waitUntil(lambda: not form.words.isHidden())
    counter.resize(1150, 586)
    qtbot.waitUntil(form.words.isHidden)
    for widget in (form.payer.editor, form.address.editor, form.tendered.editor, form.pay_button):
        assert widget.height() >= widget.minimumSizeHint().height()
    counter.resize(1150, 660)
    qtbot.waitUntil(lambda: not form.words.isHidden())
