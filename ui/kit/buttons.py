"""Buttons that carry their key in the label."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QFont, QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QPushButton, QToolButton, QWidget

from ui.kit.double_press import is_double_press
from ui.kit.icons import ICON, icon, paint_icon
from ui.kit.keys import cap
from ui.kit.theme import advance, colour, font
from ui.kit.tokens import BODY, RADIUS_SMALL, SMALL, TARGET, L, S

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStyleOptionButton


class _Button(QPushButton):
    rank = "secondary"

    def __init__(
        self, words: str = "", *, key: str = "", bound: bool = True, icon_name: str = "", parent: QWidget | None = None
    ) -> None:
        """`bound`: the button takes its key; else the key is only shown, and taken by who has the keyboard."""
        super().__init__(parent)
        self.setProperty("rank", self.rank)
        self.key = key
        self.setProperty("key", key)
        self._icon_name = icon_name
        self.say(words)
        if key and bound:
            shortcut = QShortcut(QKeySequence(key), self, self._by_key)
            shortcut.setAutoRepeat(False)

    def say(self, words: str) -> None:
        """Changes the words; the key stays in the label."""
        self.words = words
        self.setText(f"{words}  {cap(self.key)}" if self.key else words)
        self.setAccessibleName(words)
        self.updateGeometry()

    def _by_key(self) -> None:
        if not is_double_press(self.key, self):
            self.click()

    def show_icon(self, icon_name: str) -> None:
        self._icon_name = icon_name
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._content() + 2 * (L if self.rank != "quiet" else S) + 2, TARGET)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def initStyleOption(self, option: "QStyleOptionButton") -> None:
        """Qt draws the button, we the words: they stand beside an icon and a key."""
        super().initStyleOption(option)
        option.text = ""

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        left = (self.width() - self._content()) // 2
        if self._icon_name:
            paint_icon(painter, self._icon_name, self._ink(), QRect(left, (self.height() - ICON) // 2, ICON, ICON))
            left += ICON + (S if self.words else 0)
        painter.setPen(colour(self._ink()))
        painter.setFont(self._face())
        wide = self._wide()
        painter.drawText(QRect(left, 0, wide + 2, self.height()), Qt.AlignmentFlag.AlignVCenter, self.words)
        if self.key:
            self._paint_key(painter, left + wide + S)

    def _paint_key(self, painter: QPainter, left: int) -> None:
        face = font(SMALL)
        box = QRect(left, (self.height() - 20) // 2, _key_width(self.key), 20)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = colour(self._ink())
        edge.setAlphaF(0.45)
        painter.setPen(edge)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box.adjusted(0, 0, -1, -1), RADIUS_SMALL, RADIUS_SMALL)
        painter.setPen(colour(self._ink()))
        painter.setFont(face)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, cap(self.key))

    def _ink(self) -> str:
        if not self.isEnabled():
            return "text_faint"
        return {"primary": "on_accent", "quiet": "accent_text", "danger": "danger"}.get(self.rank, "text")

    def _face(self) -> QFont:
        return font(BODY, strong=self.rank == "primary")

    def _wide(self) -> int:
        return advance(self.words, strong=self.rank == "primary")

    def _content(self) -> int:
        wide = self._wide()
        wide += ICON + (S if self.words else 0) if self._icon_name else 0
        return wide + (S + _key_width(self.key) if self.key else 0)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()
        super().changeEvent(event)


class PrimaryButton(_Button):
    """The one thing to do next: one a screen, bottom right."""

    rank = "primary"

    def sizeHint(self) -> QSize:
        return super().sizeHint().expandedTo(QSize(120, TARGET))


class SecondaryButton(_Button):
    """Any other thing to do."""


class QuietButton(_Button):
    """A thing to do that must not draw the eye: no frame until pointed at."""

    rank = "quiet"


class DangerButton(_Button):
    """A thing that cannot be taken back."""

    rank = "danger"


class IconButton(QToolButton):
    """A square button with a picture; its name is spoken and shown as a tip with the key."""

    def __init__(self, icon_name: str, name: str = "", *, key: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key = key
        self.setProperty("key", key)
        self.setIconSize(QSize(ICON, ICON))
        self.setFixedSize(TARGET, TARGET)
        self.show_icon(icon_name)
        self.say(name)
        if key:
            shortcut = QShortcut(QKeySequence(key), self, self._by_key)
            shortcut.setAutoRepeat(False)

    def say(self, name: str) -> None:
        self.setAccessibleName(name)
        self.setToolTip(f"{name}  {cap(self._key)}" if self._key else name)

    def show_icon(self, icon_name: str) -> None:
        self.setIcon(icon(icon_name))

    def _by_key(self) -> None:
        if not is_double_press(self._key, self):
            self.click()


def _key_width(key: str) -> int:
    return max(20, advance(cap(key), SMALL) + 2 * 5)
