"""The rooms of the house, down the left side: name, key and what waits there."""

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.kit.icons import ICON, paint_icon
from ui.kit.inputs import paint_focus
from ui.kit.language import Speaks
from ui.kit.panels import Glyph, rule
from ui.kit.room import ROOM_KEYS, Room
from ui.kit.thai_label import ThaiLabel
from ui.kit.theme import colour, font
from ui.kit.tokens import NAV_WIDTH, RADIUS, SMALL, XS, L, M, S

_ROW, _LEAST_ROW = 36, 28
"""A room's line, and where the window is low: compact, before one of them is lost."""


class Navigation(Speaks, QFrame):
    """`picked` brings the key of the room that was chosen by mouse or arrows."""

    picked = Signal(str)

    def __init__(self, office: str, rooms: tuple[Room, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("navigation")
        self.setFixedWidth(NAV_WIDTH)
        self._buttons = {room.key: _RoomButton(room, key) for key, room in zip(ROOM_KEYS, rooms, strict=False)}
        column = QVBoxLayout(self)
        column.setContentsMargins(S, 0, S, S)
        column.setSpacing(2)
        column.addWidget(_Office(office))
        column.addWidget(rule())
        column.addSpacing(S)
        for key, button in self._buttons.items():
            column.addWidget(button)
            button.clicked.connect(lambda _=False, key=key: self.picked.emit(key))
        column.addStretch(0)
        self.retranslate()

    def show_room(self, key: str) -> None:
        for name, button in self._buttons.items():
            button.setChecked(name == key)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if name == key else Qt.FocusPolicy.ClickFocus)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if step is None:
            return super().keyPressEvent(event)
        keys = list(self._buttons)
        here = next((place for place, key in enumerate(keys) if self._buttons[key].hasFocus()), 0)
        key = keys[(here + step) % len(keys)]
        self.picked.emit(key)
        self._buttons[key].setFocus()

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("ห้องงาน"))
        for button in self._buttons.values():
            button.retitle()


class _Office(QWidget):
    def __init__(self, office: str) -> None:
        super().__init__()
        self.setFixedHeight(63)
        name = ThaiLabel(office, strong=True)
        line = QHBoxLayout(self)
        line.setContentsMargins(S, 0, 0, 0)
        line.setSpacing(S)
        line.addWidget(Glyph("seal", "accent", 32))
        line.addWidget(name, 1)


class _RoomButton(QAbstractButton):
    def __init__(self, room: Room, key: str) -> None:
        super().__init__()
        self._room, self._key = room, key
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setMinimumHeight(_LEAST_ROW)
        self.setMaximumHeight(_ROW)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        room.count_changed.connect(self.retitle)

    def retitle(self) -> None:
        count = self._room.count
        self.setText(self._room.title)
        self.setAccessibleName(f"{self._room.title} {count}" if count else self._room.title)
        self.setToolTip(f"{self._room.title}  Alt+{self._key}")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(NAV_WIDTH - 2 * S, _ROW)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        here = self.isChecked()
        if here or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("accent_soft" if here else "hover"))
            painter.drawRoundedRect(self.rect(), RADIUS, RADIUS)
        ink = "accent_text" if here else "text"
        painter.setPen(colour("text_faint" if not here else ink))
        painter.setFont(font(SMALL))
        painter.drawText(QRect(S, 0, L, self.height()), Qt.AlignmentFlag.AlignVCenter, self._key)
        icon_ink = "accent_text" if here else "text_soft"
        paint_icon(painter, self._room.icon, icon_ink, QRect(S + L, (self.height() - ICON) // 2, ICON, ICON))
        left = S + L + ICON + M - XS
        room = QRect(left, 0, self.width() - left - self._paint_count(painter, here), self.height())
        face = font(strong=here)
        painter.setFont(face)
        painter.setPen(colour(ink))
        words = QFontMetrics(face).elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, words)
        if self.hasFocus():
            paint_focus(painter, self.rect().adjusted(1, 1, -2, -2), RADIUS)

    def _paint_count(self, painter: QPainter, here: bool) -> int:
        """Returns the pixels that the number took."""
        if not self._room.count:
            return S
        face = font(SMALL, strong=True)
        words = f"{self._room.count:,}"
        wide = max(24, QFontMetrics(face).horizontalAdvance(words) + 2 * S)
        box = QRect(self.width() - S - wide, (self.height() - 22) // 2, wide, 22)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("surface"))
        painter.drawRoundedRect(box, 11, 11)
        painter.setPen(colour("accent_text" if here else "text_soft"))
        painter.setFont(face)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)
        return wide + 2 * S
