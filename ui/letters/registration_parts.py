"""How the registration stands on its page, and the keys of its paper."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.capture.pane import CapturePane
from ui.kit.keys import Keys
from ui.kit.panels import Panel
from ui.kit.tokens import FORM_WIDTH, L, M, S
from ui.letters.live_stamp import LiveStamp

translate = QCoreApplication.translate
_ARROWS = (("Left", -1, 0), ("Right", 1, 0), ("Up", 0, -1), ("Down", 0, 1))


def bind_keys(keys: Keys, capture: CapturePane, stamp: LiveStamp) -> None:
    def group() -> str:
        return translate("RegistrationScreen", "ลงทะเบียน")

    def moving() -> str:
        return translate("RegistrationScreen", "เลื่อนตรารับ")

    def pasting() -> str:
        return translate("RegistrationScreen", "วางไฟล์หรือภาพ")

    def scanners() -> str:
        return translate("RegistrationScreen", "เลือกเครื่องสแกน")

    keys.add("Ctrl+V", pasting, capture.paste, group=group)
    keys.add("Shift+F2", scanners, capture.ask_scan, group=group)
    for name, x, y in _ARROWS:
        arrow = keys.add(f"Ctrl+Alt+{name}", moving, partial(stamp.move, x, y), group=group)
        arrow.setAutoRepeat(True)


def lay_out(screen: QWidget, pages: Sequence[QWidget], side: QWidget, foot: Sequence[QWidget | None]) -> None:
    """Pages (the first gets the room) beside the form, and the foot below; None: from here on at the right."""
    left = QVBoxLayout()
    left.setSpacing(M)
    for place, widget in enumerate(pages):
        left.addWidget(widget, 0 if place else 1)
    middle, line = QHBoxLayout(), QHBoxLayout()
    middle.setSpacing(L)
    middle.addLayout(left, 1)
    middle.addWidget(side)
    line.setSpacing(L)
    for one in foot:
        line.addStretch(1) if one is None else line.addWidget(one)
    column = QVBoxLayout(screen)
    column.setContentsMargins(L + S, L, L + S, M)
    column.setSpacing(M)
    column.addLayout(middle, 1)
    column.addLayout(line)


def side_of(*widgets: QWidget) -> QWidget:
    """The form's panel; the first keeps its height."""
    side = Panel(padding=M)
    side.setFixedWidth(FORM_WIDTH - 60)
    for place, widget in enumerate(widgets):
        side.body.addWidget(widget, 1 if place else 0)
    return side
