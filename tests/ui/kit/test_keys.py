"""Keys are bound once, and shown where the clerk looks for them."""

from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.helpers.house import our_files, place
from ui.kit.buttons import PrimaryButton
from ui.kit.key_help import HintBar, KeyOverlay
from ui.kit.keys import Keys, cap, keys_of


def group() -> str:
    return "หนังสือเข้า"


@pytest.fixture
def screen(qtbot: QtBot) -> QWidget:
    screen = QWidget()
    qtbot.addWidget(screen)
    column = QVBoxLayout(screen)
    column.addWidget(QLineEdit())
    column.addWidget(PrimaryButton("ลงทะเบียนรับ", key="F9"))
    screen.resize(800, 500)
    screen.show()
    screen.activateWindow()
    assert QTest.qWaitForWindowActive(screen, 60_000)
    return screen


def test_a_key_runs_once(screen: QWidget) -> None:
    pressed: list[str] = []
    keys = Keys(screen)
    keys.add("Ctrl+K", partial(str, "ค้น"), lambda: pressed.append("k"), group=group)
    QTest.keyClick(screen, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert pressed == ["k"]


def test_every_key_of_a_screen_is_listed_its_own_first(screen: QWidget) -> None:
    inner = QWidget(screen)
    inner.show()
    Keys(inner).name("PgDown", partial(str, "หน้าถัดไป"), group=partial(str, "หน้าเอกสาร"))
    Keys(screen).name("J/K", partial(str, "เลื่อน"), group=group, hint=True)
    assert [(key.cap, key.words(), key.group()) for key in keys_of(screen)] == [
        ("J/K", "เลื่อน", "หนังสือเข้า"),
        ("F9", "ลงทะเบียนรับ", "หนังสือเข้า"),
        ("PgDn", "หน้าถัดไป", "หน้าเอกสาร"),
    ]
    inner.hide()
    assert len(keys_of(screen)) == 2


def test_number_keys_are_bound_one_by_one_and_listed_as_a_range(screen: QWidget) -> None:
    pressed: list[int] = []
    keys = Keys(screen)
    keys.add_numbers(3, partial(str, "วลี"), pressed.append, group=group, held="Ctrl+")
    keys.add_numbers(0, partial(str, "ไม่มี"), pressed.append, group=group)
    for key in (Qt.Key.Key_1, Qt.Key.Key_3):
        QTest.keyClick(screen, key, Qt.KeyboardModifier.ControlModifier)
    assert pressed == [1, 3]
    assert [key.cap for key in keys] == ["Ctrl+1–3"]


def test_keys_are_bound_in_the_kit_and_nowhere_else() -> None:
    binding = [place(path) for path in our_files(".py") if "QShortcut(" in path.read_text("utf-8")]
    assert {name for name in binding if name.startswith("ui/")} == {"ui/kit/buttons.py", "ui/kit/keys.py"}


def test_the_overlay_lists_and_leaves(screen: QWidget) -> None:
    edit = screen.findChild(QLineEdit)
    assert edit is not None
    edit.setFocus()
    Keys(screen).name("R", partial(str, "ส่งต่อ"), group=group)
    overlay = KeyOverlay(screen)
    overlay.open(keys_of(screen))
    assert overlay.isVisible()
    assert "R ส่งต่อ" in overlay.accessibleDescription()
    assert overlay.geometry() == screen.rect()
    QTest.keyClick(overlay, Qt.Key.Key_Escape)
    assert not overlay.isVisible()
    assert edit.hasFocus()


def test_the_bar_speaks_its_hints(screen: QWidget, qtbot: QtBot) -> None:
    keys = Keys(screen)
    keys.name("Return", partial(str, "เปิด"), group=group, hint=True)
    keys.name("F4", partial(str, "หมุน"), group=group)
    bar = HintBar(keys)
    qtbot.addWidget(bar)
    assert bar.accessibleName() == "Enter เปิด"


@pytest.mark.parametrize(
    ("sequence", "shown"), [("Alt+Left", "Alt+←"), ("PgUp", "PgUp"), ("+", "+"), ("Ctrl++", "Ctrl++")]
)
def test_a_key_is_shown_as_on_the_keyboard(sequence: str, shown: str) -> None:
    assert cap(sequence) == shown


def test_a_long_list_of_keys_goes_on_in_the_next_column(screen: QWidget) -> None:
    keys = Keys(screen)
    for number in range(30):
        keys.name(f"Ctrl+F{number}", partial(str, f"ทำสิ่งที่ {number}"), group=group)
    overlay = KeyOverlay(screen)
    overlay.open(keys_of(screen))
    columns = overlay._columns()
    assert len(columns) > 2
    assert sum(len(part) for column in columns for _, part in column) == 31
    assert len(columns) * overlay._column_width(columns) <= overlay.width()
