"""The controls of a form: what they take, what they tell, and their keys."""

from datetime import date

import pytest
from PySide6.QtCore import QMimeData, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.helpers.screens import type_text
from ui.kit.buttons import IconButton, PrimaryButton, SecondaryButton
from ui.kit.date_edit import ThaiDateEdit
from ui.kit.field import Field
from ui.kit.inputs import ComboBox, LineEdit, NotesEdit, SearchBox, SecretEdit, Toggle
from ui.kit.money_edit import MoneyEdit, satang_of
from ui.kit.segmented import Segmented
from ui.kit.thai_label import ZWSP

TODAY = date(2026, 1, 14)
OFFSCREEN_POPUP = pytest.mark.qt_log_ignore("does not support (raise|grabbing the keyboard|propagateSizeHints)")
"""What the screenless platform says when a popup opens."""


@pytest.fixture
def screen(qtbot: QtBot) -> QWidget:
    screen = QWidget()
    QVBoxLayout(screen)
    qtbot.addWidget(screen)
    return screen


def put(screen: QWidget, *widgets: QWidget) -> None:
    layout = screen.layout()
    assert layout is not None
    for widget in widgets:
        layout.addWidget(widget)
    screen.show()
    screen.activateWindow()
    assert QTest.qWaitForWindowActive(screen, 60_000)


def open_month() -> tuple[QWidget, QWidget]:
    """The calendar that is open, and the part of it that takes the keys."""
    popup = QApplication.activePopupWidget()
    assert popup is not None
    days = popup.focusProxy()
    assert days is not None
    return popup, days


def test_a_button_carries_its_key(screen: QWidget, qtbot: QtBot) -> None:
    button = PrimaryButton("ลงทะเบียน", key="F9")
    put(screen, button)
    assert (button.text(), button.accessibleName()) == ("ลงทะเบียน  F9", "ลงทะเบียน")
    with qtbot.waitSignal(button.clicked):
        QTest.keyClick(screen, Qt.Key.Key_F9)


def test_the_key_of_a_hidden_screen_is_silent(screen: QWidget) -> None:
    rooms, pressed = QStackedWidget(), []
    for name in ("one", "two"):
        button = SecondaryButton(name, key="F9")
        button.clicked.connect(lambda _=False, name=name: pressed.append(name))
        rooms.addWidget(button)
    put(screen, rooms)
    rooms.setCurrentIndex(1)
    QTest.keyClick(screen, Qt.Key.Key_F9)
    assert pressed == ["two"]


def test_a_button_that_is_off_is_not_pressed_by_its_key(screen: QWidget) -> None:
    button, pressed = PrimaryButton("ลงทะเบียน", key="F9"), []
    button.clicked.connect(lambda: pressed.append(1))
    button.setEnabled(False)
    put(screen, button)
    QTest.keyClick(screen, Qt.Key.Key_F9)
    assert pressed == []


def test_an_icon_button_speaks(qtbot: QtBot) -> None:
    button = IconButton("printer", "พิมพ์ซ้ำ", key="Ctrl+P")
    qtbot.addWidget(button)
    assert (button.accessibleName(), button.toolTip()) == ("พิมพ์ซ้ำ", "พิมพ์ซ้ำ  Ctrl+P")


def test_an_icon_shows_the_letter_that_presses_it(screen: QWidget) -> None:
    """A cap of one sign finds room beside the picture; longer ones are in the tip."""
    plain, short, long = (
        IconButton("flag", "ติดตาม"),
        IconButton("flag", "ติดตาม", key="V"),
        IconButton("flag", key="Ctrl+V"),
    )
    for button in (plain, short, long):
        put(screen, button)
    assert plain.width() == long.width() == plain.height()
    assert short.width() == short.minimumWidth() == short.maximumWidth(), "a crowded line cuts no cap"
    beside = QRect(plain.width() - 6, 0, short.width() - plain.width(), short.height())
    seen = short.grab(beside).toImage()
    assert any(seen.pixel(x, y) != seen.pixel(0, 0) for x in range(seen.width()) for y in range(seen.height()))


def test_a_field_names_and_scolds_its_editor(screen: QWidget) -> None:
    field = Field("ลงวันที่", LineEdit(), must=True)
    put(screen, field)
    assert (field.label.text(), field.editor.accessibleName()) == ("ลงวันที่ *", "ลงวันที่")
    height = field.sizeHint().height()
    field.say_error("ไม่มีวันนี้ใน พ.ศ. 2569")
    assert field.editor.accessibleDescription() == "ไม่มีวันนี้ใน พ.ศ. 2569"
    assert field.editor.property("wrong") is True
    assert field.sizeHint().height() == height
    field.clear_error()
    assert (field.error, field.editor.property("wrong")) == ("", False)


def test_what_is_copied_bears_no_break_marks(screen: QWidget) -> None:
    notes = NotesEdit()
    put(screen, notes)
    notes.setPlainText(f"เพื่อ{ZWSP}โปรด{ZWSP}ทราบ ")
    notes.selectAll()
    data: QMimeData = notes.createMimeDataFromSelection()
    assert (data.text(), notes.value) == ("เพื่อโปรดทราบ ", "เพื่อโปรดทราบ")


def test_tab_leaves_a_note(screen: QWidget) -> None:
    notes, line = NotesEdit(), LineEdit()
    put(screen, notes, line)
    notes.setFocus()
    QTest.keyClick(notes, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is line


def test_escape_empties_a_search(screen: QWidget) -> None:
    box = SearchBox()
    put(screen, box)
    type_text(box, "น้ำท่วม")
    assert box.value == "น้ำท่วม"
    QTest.keyClick(box, Qt.Key.Key_Escape)
    assert box.value == ""


def test_a_secret_notices_the_other_alphabet(screen: QWidget) -> None:
    secret = SecretEdit()
    put(screen, secret)
    type_text(secret, "abc")
    assert not secret.typed_thai()
    type_text(secret, "ฟ")
    assert secret.typed_thai()


def test_a_combo_keeps_its_choice_when_its_words_change(screen: QWidget) -> None:
    combo = ComboBox((("eng", "กองช่าง"), ("fin", "กองคลัง")))
    put(screen, combo)
    combo.choose("fin")
    combo.offer((("eng", "Engineering"), ("fin", "Finance")))
    assert (combo.value, combo.currentText()) == ("fin", "Finance")
    combo.offer((("eng", "Engineering"),))
    assert combo.value == "eng"


def test_a_choice_moves_by_arrows_and_tells(screen: QWidget, qtbot: QtBot) -> None:
    choice = Segmented((("all", "ทั้งหมด"), ("mine", "รอฉัน")))
    put(screen, choice)
    choice.setFocus()
    focus = QApplication.focusWidget()
    assert focus is not None
    with qtbot.waitSignal(choice.chosen) as told:
        QTest.keyClick(focus, Qt.Key.Key_Right)
    assert (told.args, choice.value) == (["mine"], "mine")
    choice.offer((("all", "All"), ("mine", "Mine")))
    assert choice.value == "mine"


def test_a_toggle_turns_by_space(screen: QWidget) -> None:
    toggle = Toggle("โหมดผู้ช่วย")
    put(screen, toggle)
    toggle.setFocus()
    QTest.keyClick(toggle, Qt.Key.Key_Space)
    assert toggle.isChecked()


@pytest.mark.parametrize(
    ("typed", "shown"), [("2/1/69", "2 ม.ค. 2569"), ("๙ ม.ค. ๒๕๖๙", "9 ม.ค. 2569"), (".", "14 ม.ค. 2569")]
)
def test_a_date_is_typed_any_usual_way(screen: QWidget, typed: str, shown: str) -> None:
    edit = ThaiDateEdit(today=lambda: TODAY)
    put(screen, edit)
    edit.setFocus()
    type_text(edit, typed)
    QTest.keyClick(edit, Qt.Key.Key_Return)
    assert (edit.text(), edit.is_wrong()) == (shown, False)


def test_no_date_is_told_and_kept_as_typed(screen: QWidget, qtbot: QtBot) -> None:
    edit = ThaiDateEdit(today=lambda: TODAY)
    put(screen, edit)
    edit.set_day(TODAY)
    edit.clear()
    with qtbot.waitSignal(edit.changed) as told:
        type_text(edit, "29/2/2569")
    assert (told.args, edit.day(), edit.is_wrong()) == ([None], None, True)
    QTest.keyClick(edit, Qt.Key.Key_Return)
    assert edit.text() == "29/2/2569"


@OFFSCREEN_POPUP
def test_arrows_step_days_and_the_month_opens(screen: QWidget, qtbot: QtBot) -> None:
    edit = ThaiDateEdit(today=lambda: TODAY)
    put(screen, edit)
    edit.set_day(date(2026, 1, 31))
    QTest.keyClick(edit, Qt.Key.Key_Down)
    assert edit.day() == date(2026, 2, 1)
    QTest.keyClick(edit, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    popup, days = open_month()
    for key in (Qt.Key.Key_PageDown, Qt.Key.Key_Right, Qt.Key.Key_Return):
        QTest.keyClick(days, key)
    assert edit.day() == date(2026, 3, 2)
    assert not popup.isVisible()


@OFFSCREEN_POPUP
def test_the_last_day_of_a_short_month(screen: QWidget) -> None:
    edit = ThaiDateEdit(today=lambda: TODAY)
    put(screen, edit)
    edit.set_day(date(2026, 1, 31))
    edit.open_month()
    _, days = open_month()
    QTest.keyClick(days, Qt.Key.Key_PageDown)
    QTest.keyClick(days, Qt.Key.Key_Return)
    assert edit.day() == date(2026, 2, 28)


@pytest.mark.parametrize(
    ("typed", "satang"), [("1200", 120000), ("๑,๒๐๐.๕", 120050), (".25", 25), ("-", None), ("", None)]
)
def test_money_is_satang(typed: str, satang: int | None) -> None:
    assert satang_of(typed) == satang


def test_money_is_tidied_when_left(screen: QWidget) -> None:
    edit = MoneyEdit()
    put(screen, edit)
    edit.setFocus()
    type_text(edit, "๑๒๐๐")
    QTest.keyClick(edit, Qt.Key.Key_Return)
    assert (edit.text(), edit.satang()) == ("1,200.00", 120000)
    edit.set_satang(None)
    assert not edit.is_wrong()
    type_text(edit, "สอง")
    assert edit.is_wrong()
