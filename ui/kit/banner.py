"""What the clerk is told, above the room and in nobody's way: an icon, words, perhaps one thing to do."""

from collections.abc import Callable
from typing import Literal

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget
from shiboken6 import isValid

from ui.kit.buttons import IconButton, QuietButton, SecondaryButton
from ui.kit.focus import keeps_focus
from ui.kit.language import Speaks
from ui.kit.panels import Glyph, Panel
from ui.kit.speak import announce
from ui.kit.thai_label import ThaiLabel
from ui.kit.theme import colour
from ui.kit.tokens import XS, L, M, S

Level = Literal["info", "ready", "attention", "danger"]
LEVEL_ICONS: dict[Level, str] = {"info": "info", "ready": "ready", "attention": "warning", "danger": "danger"}


class Banner(Speaks, QWidget):
    """One message; `closed` when the clerk has read it. An action closes it too."""

    closed = Signal()

    def __init__(
        self,
        level: Level,
        words: str,
        advice: str = "",
        *,
        action: str = "",
        run: Callable[[], object] | None = None,
        icon_name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._level = level
        self._words, self._advice = ThaiLabel(words, strong=True), ThaiLabel(advice)
        if not advice:
            self._advice.hide()
        self._close = IconButton("close")
        self._close.clicked.connect(self.closed)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self._words)
        column.addWidget(self._advice)
        line = QHBoxLayout(self)
        line.setContentsMargins(L, XS, S, XS)
        line.setSpacing(M)
        line.addWidget(Glyph(icon_name or LEVEL_ICONS[level], level))
        line.addLayout(column, 1)
        if action and run is not None:
            line.addWidget(self._button(action, run))
        line.addWidget(self._close)
        self.setAccessibleName(f"{words} {advice}".strip())
        self.retranslate()

    def retranslate(self) -> None:
        self._close.say(self.tr("ปิดข้อความนี้"))

    def announce(self) -> None:
        """Has a screen reader speak the message."""
        announce(self, self.accessibleName())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), colour(f"{self._level}_soft"))
        painter.fillRect(QRect(0, 0, 4, self.height()), colour(self._level))
        painter.fillRect(QRect(0, self.height() - 1, self.width(), 1), colour("line"))

    def _button(self, action: str, run: Callable[[], object]) -> SecondaryButton:
        button = SecondaryButton(action)
        button.clicked.connect(lambda: run())
        button.clicked.connect(self.closed)
        return button


class ProgressPanel(Speaks, Panel):
    """Something that takes more than a second: what it is, how far it is, and a way to stop it."""

    cancelled = Signal()

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._what = ThaiLabel(title)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(title)
        self._figures = ThaiLabel(ink="soft", size="small")
        self._figures.setWordWrap(False)
        self._cancel = QuietButton()
        self._cancel.clicked.connect(self.cancelled)
        line = QHBoxLayout()
        line.setSpacing(M)
        line.addWidget(self._what, 1)
        line.addWidget(self._figures)
        line.addWidget(self._cancel)
        self.setFocusProxy(self._cancel)
        self.body.setSpacing(XS)
        self.body.addLayout(line)
        self.body.addWidget(self._bar)
        self._before: QWidget | None = None
        self.show_progress(0, 0)
        self.retranslate()

    def retranslate(self) -> None:
        self._cancel.say(self.tr("หยุด"))

    def show_progress(self, done: int, total: int) -> None:
        """A `total` of 0 means that nobody knows how long it takes; what is done is counted all the same."""
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        self._figures.say(f"{done:,} / {total:,}" if total else f"{done:,}" if done else "")

    def take_keyboard(self) -> None:
        """One key stops it; the room whose controls rest meanwhile has the keyboard again with `leave`."""
        self._before = self.window().focusWidget()
        self.show()
        self.setFocus()

    def leave(self, room: QWidget) -> None:
        """It is over, and the room's controls are awake: who had the keyboard has it again, unless it is elsewhere."""
        held, before = keeps_focus(self._cancel), self._before
        self.hide()
        self.deleteLater()
        if held and before is not None and isValid(before) and before.isVisible() and before.isEnabled():
            before.setFocus()
        elif held:
            room.setFocus()
