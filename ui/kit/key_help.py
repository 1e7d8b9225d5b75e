"""The keys of a screen, shown: a bar of the most used at the bottom, and all of them on F1."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.kit.keys import Key, Keys
from ui.kit.language import Speaks
from ui.kit.theme import advance, colour, font
from ui.kit.tokens import BODY, HEAD, RADIUS, RADIUS_SMALL, SMALL, XL, L, M, S

_ROW, _LEAST, _CAPS = 32, 240, 96
"""Heights and widths in the list: a line, the narrowest column, and the place of the caps in it."""


class HintBar(Speaks, QWidget):
    """The hinted keys of a screen in one line; those that find no room are left to F1."""

    def __init__(self, keys: Keys, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys = keys
        self.setFixedHeight(_ROW)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.retranslate()

    def retranslate(self) -> None:
        self.setAccessibleName(", ".join(f"{key.cap} {key.words()}" for key in self._keys.hints()))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, _ROW)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        left = 0
        for key in self._keys.hints():
            wide = _key_width(key) + S + advance(key.words(), SMALL)
            if left + wide > self.width():
                return
            _paint_key(painter, key, QRect(left, 0, wide + 2, self.height()), "text_soft")
            left += wide + L


class KeyOverlay(Speaks, QWidget):
    """Lies over a window and lists every key by group; any key or a press closes it."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._groups: dict[str, list[Key]] = {}
        self._back_to: QWidget | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        window.installEventFilter(self)
        self.retranslate()
        self.hide()

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("ปุ่มลัดของหน้านี้"))

    def open(self, keys: Iterable[Key]) -> None:
        self._groups = {}
        for key in keys:
            group = self._groups.setdefault(key.group(), [])
            if key.cap not in [known.cap for known in group]:
                group.append(key)
        self._back_to = self.window().focusWidget()
        self.setAccessibleDescription("\n".join(f"{k.cap} {k.words()}" for g in self._groups.values() for k in g))
        self.setGeometry(self._window.rect())
        self.raise_()
        self.show()
        self.setFocus()

    def close_keys(self) -> None:
        self.hide()
        if self._back_to is not None:
            self._back_to.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.close_keys()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.close_keys()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self.setGeometry(self._window.rect())
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), colour("shade"))
        columns = self._columns()
        wide = self._column_width(columns)
        high = max((sum(_group_height(group) for _, group in column) for column in columns), default=0)
        card = QRect(0, 0, len(columns) * wide + XL, high + 2 * XL + 2 * L)
        card.moveCenter(self.rect().center())
        painter.setPen(colour("line_strong"))
        painter.setBrush(colour("surface"))
        painter.drawRoundedRect(card, RADIUS, RADIUS)
        painter.setPen(colour("text"))
        painter.setFont(font(HEAD, strong=True))
        painter.drawText(card.adjusted(XL, L, -XL, 0), Qt.AlignmentFlag.AlignLeft, self.accessibleName())
        for place, column in enumerate(columns):
            left = card.left() + XL + place * wide
            self._paint_column(painter, column, QRect(left, card.top() + 2 * XL + L, wide - XL, high))

    def _columns(self) -> list[list[tuple[str, list[Key]]]]:
        """Groups laid out in columns no taller than the window; a long one goes on in the next."""
        room = self.height() - 2 * XL - 4 * L
        most = max(1, (room - M) // _ROW - 1)
        columns: list[list[tuple[str, list[Key]]]] = [[]]
        used = 0
        for title, whole in self._groups.items():
            for group in (whole[start : start + most] for start in range(0, len(whole), most)):
                if columns[-1] and used + _group_height(group) > room:
                    columns.append([])
                    used = 0
                columns[-1].append((title, group))
                used += _group_height(group)
        return columns

    def _column_width(self, columns: list[list[tuple[str, list[Key]]]]) -> int:
        """As wide as the longest line, as far as the window is."""
        face = QFontMetrics(font(BODY))
        keys = [key for group in self._groups.values() for key in group]
        longest = max(
            (max(_CAPS, _key_width(key) + S) + face.horizontalAdvance(key.words()) for key in keys), default=0
        )
        return min(max(_LEAST, longest + XL + S), (self.width() - 3 * XL) // len(columns))

    def _paint_column(self, painter: QPainter, column: list[tuple[str, list[Key]]], place: QRect) -> None:
        line = QRect(place.x(), place.y(), place.width(), _ROW)
        for title, group in column:
            painter.setFont(font(SMALL, strong=True))
            painter.setPen(colour("accent_text"))
            painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, title)
            for row, key in enumerate(group, start=1):
                _paint_key(painter, key, line.translated(0, row * _ROW), "text", column=_CAPS, size=BODY)
            line.translate(0, _group_height(group))


def _group_height(group: list[Key]) -> int:
    return (len(group) + 1) * _ROW + M


def _key_width(key: Key) -> int:
    return max(22, advance(key.cap, SMALL) + 12)


def _paint_key(painter: QPainter, key: Key, box: QRect, ink: str, *, column: int = 0, size: int = SMALL) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    cap = QRect(box.x(), box.center().y() - 11, _key_width(key), 22)
    painter.setPen(colour("line_strong"))
    painter.setBrush(colour("surface"))
    painter.drawRoundedRect(cap.toRectF().adjusted(0.5, 0.5, -0.5, -0.5), RADIUS_SMALL, RADIUS_SMALL)
    painter.setPen(colour(ink))
    painter.setFont(font(SMALL))
    painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, key.cap)
    painter.setFont(font(size))
    words = box.adjusted(max(column, cap.width() + S), 0, 0, 0)
    painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, key.words())
