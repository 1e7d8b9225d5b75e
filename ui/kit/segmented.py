"""A choice among few, all visible: one press instead of two."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QGridLayout, QSizePolicy, QWidget

from ui.kit.inputs import paint_focus
from ui.kit.theme import colour, font
from ui.kit.tokens import RADIUS_SMALL, TARGET, XS, M


class Segmented(QWidget):
    """Buttons in one frame; arrows move, `chosen` tells the key that a person chose. `abreast`: so many in a row."""

    chosen = Signal(str)

    def __init__(
        self, options: Sequence[tuple[str, str]] = (), *, abreast: int = 100, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._abreast = abreast
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(0)
        self._grid.setVerticalSpacing(XS)
        self._group = QButtonGroup(self)
        self._parts: dict[str, _Part] = {}
        self.offer(options)

    def offer(self, options: Sequence[tuple[str, str]]) -> None:
        """Sets the words; keys must stay the same once offered (a change of language only)."""
        for key, words in options:
            if key not in self._parts:
                row, column = divmod(len(self._parts), self._abreast)
                self._parts[key] = part = _Part()
                self._group.addButton(part)
                self._grid.addWidget(part, row, column)
                self._grid.setColumnStretch(column, 1)
                part.clicked.connect(lambda _=False, key=key: self.chosen.emit(key))
            self._parts[key].setText(words)
            self._parts[key].setAccessibleName(words)
        parts = list(self._parts.values())
        for place, part in enumerate(parts):
            part.first = place % self._abreast == 0
            part.last = place % self._abreast == self._abreast - 1 or part is parts[-1]
        if parts and not self.value:
            self.choose(next(iter(self._parts)))

    @property
    def value(self) -> str:
        return next((key for key, part in self._parts.items() if part.isChecked()), "")

    def choose(self, key: str) -> None:
        """Shows a choice without telling."""
        for name, part in self._parts.items():
            part.setFocusPolicy(Qt.FocusPolicy.StrongFocus if name == key else Qt.FocusPolicy.ClickFocus)
        self._parts[key].setChecked(True)

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        for part in self._parts.values():
            part.setAccessibleDescription(name)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._parts[self.value].setFocus(event.reason())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is None:
            return super().keyPressEvent(event)
        keys = list(self._parts)
        key = keys[(keys.index(self.value) + step) % len(keys)]
        self.choose(key)
        self._parts[key].setFocus()
        self.chosen.emit(key)

    def setFocus(self, *reason: Qt.FocusReason) -> None:
        self._parts[self.value].setFocus(*reason)


class _Part(QAbstractButton):
    first = last = False

    def __init__(self) -> None:
        super().__init__()
        self.setCheckable(True)
        self.toggled.connect(self._tell)

    def _tell(self, on: bool) -> None:
        policy = Qt.FocusPolicy.StrongFocus if on else Qt.FocusPolicy.ClickFocus
        self.setFocusPolicy(policy)

    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance(self.text()) + 2 * M + 4, TARGET)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on = self.isChecked()
        wide = QRect(
            0 if self.first else -8, 0, self.width() + (0 if self.first else 8) + (0 if self.last else 8), self.height()
        )
        painter.setPen(colour("accent" if on else "line_strong"))
        painter.setBrush(colour("accent_soft" if on else "hover" if self.underMouse() else "surface"))
        painter.setClipRect(self.rect())
        painter.drawRoundedRect(
            wide.adjusted(0, 0, -1, -1).toRectF().adjusted(0.5, 0.5, -0.5, -0.5), RADIUS_SMALL, RADIUS_SMALL
        )
        if not self.first:
            painter.drawLine(0, 0, 0, self.height())
        painter.setPen(colour("accent_text" if on else "text" if self.isEnabled() else "text_faint"))
        painter.setFont(font(strong=on))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
        if self.hasFocus():
            paint_focus(painter, self.rect().adjusted(2, 2, -3, -3))
