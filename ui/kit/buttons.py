"""Buttons that carry their key in the label."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFont, QIcon, QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QPushButton, QToolButton, QWidget

from ui.kit.double_press import is_double_press
from ui.kit.icons import ICON, icon, paint_icon
from ui.kit.keys import cap
from ui.kit.theme import advance, colour, font
from ui.kit.tokens import BODY, CAPPED, RADIUS_SMALL, SMALL, TARGET, XS, L, S

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStyleOptionButton, QStyleOptionToolButton

_KEY_HIGH = 20


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
            _paint_key(painter, self.key, self._ink(), QPoint(left + wide + S, (self.height() - _KEY_HIGH) // 2))

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
    """A square button with a picture; its name is spoken and shown as a tip with the key.

    A key of one sign is seen beside the picture, as on other buttons.
    """

    def __init__(self, icon_name: str, name: str = "", *, key: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key = key
        self.setProperty("key", key)
        self.setIconSize(QSize(ICON, ICON))
        self._capped = len(cap(key)) == 1
        self.setProperty("capped", self._capped)
        self.setFixedSize(CAPPED if self._capped else TARGET, TARGET)
        self.show_icon(icon_name)
        self.say(name)
        if key:
            shortcut = QShortcut(QKeySequence(key), self, self._by_key)
            shortcut.setAutoRepeat(False)

    def say(self, name: str) -> None:
        self.setAccessibleName(name)
        self.setToolTip(f"{name}  {cap(self._key)}" if self._key else name)

    def show_icon(self, icon_name: str) -> None:
        self._icon_name = icon_name
        self.setIcon(icon(icon_name))

    def initStyleOption(self, option: "QStyleOptionToolButton") -> None:
        """Where a key stands beside it, we draw the picture."""
        super().initStyleOption(option)
        if self._capped:
            option.icon = QIcon()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._capped:
            return
        painter = QPainter(self)
        ink = "text_faint" if not self.isEnabled() else "accent_text" if self.isChecked() else "text_soft"
        edge = (TARGET - ICON) // 2
        paint_icon(painter, self._icon_name, ink, QRect(edge, edge, ICON, ICON))
        _paint_key(painter, self._key, ink, QPoint(edge + ICON + XS, (self.height() - _KEY_HIGH) // 2))

    def _by_key(self) -> None:
        if not is_double_press(self._key, self):
            self.click()


def _paint_key(painter: QPainter, key: str, ink: str, corner: QPoint) -> None:
    box = QRect(corner, QSize(_key_width(key), _KEY_HIGH))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    edge = colour(ink)
    edge.setAlphaF(0.45)
    painter.setPen(edge)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box.adjusted(0, 0, -1, -1), RADIUS_SMALL, RADIUS_SMALL)
    painter.setPen(colour(ink))
    painter.setFont(font(SMALL))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, cap(key))


def _key_width(key: str) -> int:
    return max(20, advance(cap(key), SMALL) + 2 * 5)
