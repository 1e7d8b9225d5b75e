"""The way on for a desk that may not go on as it was: what happened, what is safe, and a field for a new code."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from ui.entrance import centred
from ui.kit.buttons import PrimaryButton, SecondaryButton
from ui.kit.field import Field
from ui.kit.inputs import LineEdit
from ui.kit.language import Speaks
from ui.kit.panels import Glyph
from ui.kit.thai_label import ThaiLabel
from ui.kit.tokens import L
from ui.shell.failure_line import FailureLine


class RecoveryPage(Speaks, QWidget):
    """`asked` brings the new code; `passed` when the person only wants to read and print for now."""

    asked = Signal(str)
    passed = Signal()

    def __init__(self, happened: Callable[[], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._happened = happened
        self.title, self.advice = ThaiLabel(size="title"), ThaiLabel()
        self.code = LineEdit("")
        self._field = Field("", self.code, must=True)
        self.failure = FailureLine()
        self._bar = QProgressBar()
        self._bar.setRange(0, 0)
        self._bar.setTextVisible(False)
        self.later, self.button = SecondaryButton(), PrimaryButton(key="F9")
        foot = QWidget()
        line = QHBoxLayout(foot)
        line.setContentsMargins(0, L, 0, 0)
        line.addWidget(self.later)
        line.addStretch(1)
        line.addWidget(self.button)
        mark = Glyph("warning", "attention", 48)
        centred(self, mark, self.title, self.advice, self._field, self.failure, self._bar, foot)
        self.button.clicked.connect(self._ask)
        self.code.returnPressed.connect(self._ask)
        self.later.clicked.connect(self.passed)
        self.setFocusProxy(self.code)
        self._show_busy(False)
        self.retranslate()

    def retranslate(self) -> None:
        title = self._happened()
        advice = self.tr("งานทุกรายการยังอยู่ครบในเครื่องนี้ ขอรหัสเชื่อมเครื่องใหม่จากผู้ดูแลของสำนักงาน แล้วใส่ในช่องนี้")
        self.title.say(title)
        self.advice.say(advice)
        self._field.say(self.tr("รหัสเชื่อมเครื่องใหม่"))
        self._field.hint(self.tr("งานทุกรายการในเครื่องจะไปต่อด้วยรหัสนี้"))
        self.button.say(self.tr("เชื่อมเครื่องใหม่"))
        self.later.say(self.tr("อ่านและพิมพ์งานเดิมก่อน"))
        self._bar.setAccessibleName(self.tr("กำลังเชื่อมเครื่อง"))
        self.setAccessibleName(f"{title} {advice}")

    def show_failure(self, title: str, advice: str) -> None:
        self._show_busy(False)
        self.failure.say(title, advice)
        self.code.selectAll()
        self.code.setFocus()

    def _ask(self) -> None:
        self._field.say_error("" if self.code.value else self.tr("ใส่รหัสเชื่อมเครื่อง"))
        if not self.code.value:
            self.code.setFocus()
            return
        self.failure.say("", "")
        self._show_busy(True)
        self.asked.emit(self.code.value)

    def _show_busy(self, busy: bool) -> None:
        for widget in (self.code, self.later, self.button):
            widget.setEnabled(not busy)
        self._bar.setVisible(busy)
