"""No Thai mark is cut, at any size, in any control."""

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.helpers.screens import ink_rows
from ui.kit.buttons import PrimaryButton, SecondaryButton
from ui.kit.chips import Badge, Chip
from ui.kit.columns import Column
from ui.kit.inputs import CheckBox, ComboBox, LineEdit
from ui.kit.rows import RowsModel
from ui.kit.segmented import Segmented
from ui.kit.table import TableView
from ui.kit.tokens import BODY, HEAD, SMALL, SUM, TITLE

TALL = "ปี่ ฟื้น ป้ำ ที่ ผู้ ปั่น"
DEEP = "กตัญญู ฐู ฎุ ฏู ผู้"
BOTH = "ปี่ฐูป้ำฟื้ญู" * 4


@pytest.mark.parametrize("words", [TALL, DEEP])
@pytest.mark.parametrize("size", [SMALL, BODY, HEAD, TITLE, SUM])
@pytest.mark.parametrize("strong", [False, True])
def test_a_label_shows_all_its_ink(qtbot: QtBot, words: str, size: int, strong: bool) -> None:
    label = QLabel(words)
    qtbot.addWidget(label)
    label.setStyleSheet(f"font-size: {size}px; font-weight: {600 if strong else 400};")
    label.adjustSize()
    snug = _ink(label)
    label.resize(label.width(), label.height() * 3)
    assert snug == _ink(label)


def controls() -> list[tuple[str, int, bool, QWidget]]:
    return [
        ("line", BODY, False, LineEdit(BOTH)),
        ("combo", BODY, False, ComboBox((("a", BOTH),))),
        ("button", BODY, False, SecondaryButton(BOTH)),
        ("primary", BODY, True, PrimaryButton(BOTH)),
        ("check", BODY, False, CheckBox(BOTH)),
        ("segmented", BODY, True, Segmented((("a", BOTH),))),
        ("chip", SMALL, True, Chip(Badge(BOTH, "danger", solid=True))),
    ]


def test_every_control_shows_all_its_ink(qtbot: QtBot) -> None:
    """The ink in the middle of a control is as high as that of the same words with all the room they like."""
    for name, size, strong, control in controls():
        qtbot.addWidget(control)
        control.resize(control.sizeHint().width() + 40, control.sizeHint().height())
        image = control.grab().toImage()
        edge = 0 if name == "chip" else 3
        inner = image.copy(image.width() // 4, edge, image.width() // 2, image.height() - edge - 1)
        assert _span(inner) >= _free_height(size, strong) - 1, name


@pytest.mark.parametrize("compact", [False, True])
def test_every_cell_shows_all_its_ink(qtbot: QtBot, compact: bool) -> None:
    table: TableView[str] = TableView("ตาราง", compact=compact)
    qtbot.addWidget(table)
    columns = [Column[str](str, str, 300, strong=strong) for strong in (False, True)]
    model: RowsModel[str] = RowsModel(columns, str, table)
    table.show_model(model)
    model.show_rows([BOTH])
    table.resize(640, 200)
    for column, strong in enumerate((False, True)):
        place = table.visualRect(model.index(0, column))
        image = table.viewport().grab(place).toImage()
        cell = image.copy(10, 0, 150, image.height() - 1)
        assert _span(cell) >= _free_height(BODY, strong) - 1


def _ink(label: QLabel) -> int:
    return sum(ink_rows(label.grab().toImage()))


def _free_height(size: int, strong: bool) -> int:
    """Pixels from the highest to the lowest ink of the words with all the room they like."""
    free = QLabel(BOTH)
    free.setStyleSheet(f"font-size: {size}px; font-weight: {600 if strong else 400};")
    free.resize(900, 200)
    return _span(free.grab().toImage())


def _span(image: QImage) -> int:
    inked = [place for place, count in enumerate(ink_rows(image)) if count]
    return inked[-1] - inked[0] + 1 if inked else 0
