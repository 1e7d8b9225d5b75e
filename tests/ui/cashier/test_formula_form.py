"""A fee that is worked out at the counter, by keyboard alone, with its calculation in sight."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.helpers.screens import nameless, type_text
from tests.ui.cashier.conftest import Booth
from tests.ui.cashier.test_counter_screen import counter, issued, pay
from ui.cashier.counter_screen import CounterScreen
from ui.kit.inputs import ComboBox

__all__ = ["counter"]


def enter(widget: object) -> None:
    QTest.keyClick(widget, Qt.Key.Key_Return)  # type: ignore[call-overload]


def calculate_a_sign(counter: CounterScreen) -> None:
    """A sign of two metres by one with pictures, put up in May."""
    type_text(counter.picker.search, "ภาษีป้าย")
    enter(counter.picker.search)
    fields = counter.basket.formula.fields
    for name, choice in (("kind", "3"), ("quarter", "2")):
        box = fields[name].editor
        assert isinstance(box, ComboBox)
        box.choose(choice)
        box.chosen.emit(choice)
    for name, words in (("width", "200"), ("height", "100")):
        type_text(fields[name].editor, words)
        enter(fields[name].editor)


def test_the_calculation_grows_as_it_is_typed_and_the_receipt_bears_its_result(
    counter: CounterScreen, booth: Booth, qtbot: QtBot
) -> None:
    calculate_a_sign(counter)
    form = counter.basket.formula
    assert "1,040.00 × 75% = 780.00" in form.steps.words
    assert form.sum.text() == "780.00 บาท"
    assert nameless(counter) == []
    enter(form.fields["quarter"].editor)
    assert counter.picker.search.hasFocus()
    assert counter.form.sum.text() == "780.00"
    assert "÷ 500 = 40 หน่วย" in counter.basket.how.words
    enter(counter.picker.search)
    type_text(counter.form.payer.editor, "ร้านทดสอบ")
    pay(counter, qtbot)
    assert issued(booth.office) == [(451, 78000, "ร้านทดสอบ")]
    lines = booth.office.desk.reader.rows("SELECT description, unit_price_satang FROM receipt_line")
    assert lines == [("ภาษีป้าย ป.2 ไทยปนต่างประเทศหรือภาพ 200 × 100 ซม.", 78000)]


def test_esc_goes_back_to_the_fees_and_clears_nothing(counter: CounterScreen) -> None:
    QTest.keyClicks(counter.picker.search, "1")
    type_text(counter.picker.search, "ภาษีป้าย")
    enter(counter.picker.search)
    QTest.keyClick(counter.basket.formula.fields["width"].editor, Qt.Key.Key_Escape)
    assert counter.picker.isVisible()
    assert [charge.fee.code for charge in counter.presenter.charges] == ["WASTE_MONTHLY"]


def test_what_is_missing_is_said_at_its_field(counter: CounterScreen) -> None:
    type_text(counter.picker.search, "ภาษีป้าย")
    enter(counter.picker.search)
    counter.basket.formula.add_button.click()
    assert counter.basket.formula.fields["width"].error
    assert counter.presenter.charges == ()


def test_a_charge_is_worked_out_again(counter: CounterScreen) -> None:
    calculate_a_sign(counter)
    counter.basket.formula.add_button.click()
    counter.charges.setFocus()
    enter(counter.charges)
    width = counter.basket.formula.fields["width"].editor
    assert width.text() == "200"  # type: ignore[attr-defined]
    width.selectAll()  # type: ignore[attr-defined]
    type_text(width, "100")
    counter.basket.formula.add_button.click()
    assert [charge.amount_satang for charge in counter.presenter.charges] == [39000]


@pytest.mark.usefixtures("slow_fingers")
def test_an_absurd_sum_is_asked_about_before_it_becomes_a_receipt(
    counter: CounterScreen, booth: Booth, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    QTest.keyClicks(counter.picker.search, "2")
    counter.charges.setFocus()
    QTest.keyClicks(counter.charges, "3000")
    type_text(counter.form.payer.editor, "นางคำแปง แสนสุข")
    QTest.keyClick(counter.form.payer.editor, Qt.Key.Key_F9)
    assert "900,000.00" in counter.form.once_more.words
    assert counter.form.once_more.isVisible()
    QTest.keyClick(counter.form.payer.editor, Qt.Key.Key_F9)
    assert not counter._busy, "a double press is no answer"
    assert issued(booth.office) == []
    monkeypatch.setattr(QApplication, "doubleClickInterval", lambda: 0)
    pay(counter, qtbot)
    assert [total for _, total, _ in issued(booth.office)] == [90000000]


def test_a_sum_that_is_put_right_is_not_asked_about(counter: CounterScreen, qtbot: QtBot, booth: Booth) -> None:
    QTest.keyClicks(counter.picker.search, "2")
    counter.charges.setFocus()
    QTest.keyClicks(counter.charges, "3000")
    type_text(counter.form.payer.editor, "นางคำแปง แสนสุข")
    QTest.keyClick(counter.form.payer.editor, Qt.Key.Key_F9)
    counter.presenter.count(0, 1)
    counter.basket.changed.emit()
    assert not counter.form.once_more.isVisible()
    pay(counter, qtbot)
    assert [total for _, total, _ in issued(booth.office)] == [30000]
