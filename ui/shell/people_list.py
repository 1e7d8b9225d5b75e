"""The people who have worked at this desk, to choose one by arrow or mouse."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QVBoxLayout, QWidget

from ui.kit.icons import ICON, paint_icon
from ui.kit.inputs import paint_focus
from ui.kit.language import Speaks
from ui.kit.panels import clear
from ui.kit.theme import colour, font
from ui.kit.tokens import BODY, RADIUS, SMALL, M
from ui.shell.sign_in_presenter import Person

SOMEBODY_ELSE = ""
_ROW = 56


class PeopleList(Speaks, QWidget):
    """`chosen` brings a user name, or `SOMEBODY_ELSE` for one that is typed."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, _Person] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self.retranslate()

    def show_people(self, people: Sequence[Person], chosen: str) -> None:
        clear(self._column)
        self._buttons = {person.user_name: _Person(person.name, person.unit, "user") for person in people}
        self._buttons[SOMEBODY_ELSE] = _Person(self.tr("ผู้ใช้อื่น"), "", "plus")
        for user_name, button in self._buttons.items():
            self._group.addButton(button)
            self._column.addWidget(button)
            button.clicked.connect(lambda _=False, name=user_name: self._choose(name))
        self._mark(chosen)

    @property
    def value(self) -> str:
        return next((name for name, button in self._buttons.items() if button.isChecked()), SOMEBODY_ELSE)

    def step(self, rows: int) -> None:
        """Moves the choice down, or up for a negative number; the focus stays where it is."""
        names = list(self._buttons)
        self._choose(names[max(0, min(names.index(self.value) + rows, len(names) - 1))])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        rows = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if rows is None:
            return super().keyPressEvent(event)
        self.step(rows)
        self._buttons[self.value].setFocus()

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("ผู้ใช้ของเครื่องนี้"))
        if SOMEBODY_ELSE in self._buttons:
            self._buttons[SOMEBODY_ELSE].say(self.tr("ผู้ใช้อื่น"), "")

    def _choose(self, user_name: str) -> None:
        self._mark(user_name)
        self.chosen.emit(user_name)

    def _mark(self, user_name: str) -> None:
        for name, button in self._buttons.items():
            button.setChecked(name == user_name)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if name == user_name else Qt.FocusPolicy.ClickFocus)


class _Person(QAbstractButton):
    def __init__(self, name: str, unit: str, icon: str) -> None:
        super().__init__()
        self._icon = icon
        self.setCheckable(True)
        self.say(name, unit)

    def say(self, name: str, unit: str) -> None:
        self._unit = unit
        self.setFixedHeight(_ROW if unit else 44)
        self.setText(name)
        self.setAccessibleName(f"{name} {unit}".strip())

    def sizeHint(self) -> QSize:
        return QSize(280, self.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        here = self.isChecked()
        painter.setPen(colour("accent" if here else "line"))
        painter.setBrush(colour("accent_soft" if here else "hover" if self.underMouse() else "surface"))
        painter.drawRoundedRect(self.rect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
        ink = "accent_text" if here else "text"
        paint_icon(painter, self._icon, ink, QRect(M, (self.height() - ICON) // 2, ICON, ICON))
        words = self.rect().adjusted(M + ICON + M, 0, -M - ICON, 0)
        if self._unit:
            self._write(painter, words.adjusted(0, 4, 0, -24), self.text(), ink, BODY, strong=True)
            self._write(painter, words.adjusted(0, 28, 0, -4), self._unit, "text_soft", SMALL)
        else:
            self._write(painter, words, self.text(), ink, BODY)
        if here:
            paint_icon(painter, "check", ink, QRect(self.width() - M - ICON, (self.height() - ICON) // 2, ICON, ICON))
        if self.hasFocus():
            paint_focus(painter, self.rect().adjusted(1, 1, -2, -2), RADIUS)

    def _write(self, painter: QPainter, box: QRect, words: str, ink: str, size: int, *, strong: bool = False) -> None:
        face = font(size, strong=strong)
        painter.setFont(face)
        painter.setPen(colour(ink))
        cut = QFontMetrics(face).elidedText(words, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, cut)
