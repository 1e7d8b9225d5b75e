"""Both sides of every field that differs, next to each other; one of them stands. Both are kept whatever is chosen."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.tray.model import Item, Sides
from ui.kit.icons import paint_icon
from ui.kit.inputs import paint_focus
from ui.kit.language import Speaks
from ui.kit.panels import clear
from ui.kit.thai_label import ThaiLabel, dress, label
from ui.kit.theme import colour
from ui.kit.tokens import RADIUS, XS, M, S
from ui.letters import words as letters
from ui.tray import words
from ui.tray.presenter import Choice

_RING = 18


class SidePanel(Speaks, QWidget):
    """Draws an item's sides; `chosen` when the clerk takes the other one. Left and right choose, up and down move."""

    chosen = Signal()

    def __init__(self, language: Callable[[], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._item: Item | None = None
        self._choice: Choice | None = None
        self.cards: list[tuple[SideCard, SideCard]] = []
        self._mine, self._theirs = label(ink="soft", strong=True), label(ink="soft", strong=True)
        self._kept = ThaiLabel(ink="soft", size="small")
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(M)
        self._grid.setVerticalSpacing(S)
        for place in (0, 1):
            self._grid.setColumnStretch(place, 1)
        head = QHBoxLayout()
        head.setSpacing(M)
        head.addWidget(self._mine, 1)
        head.addWidget(self._theirs, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(XS)
        column.addLayout(head)
        column.addLayout(self._grid)
        column.addWidget(self._kept)
        self.retranslate()

    def retranslate(self) -> None:
        self._mine.setText(self.tr("ของเครื่องนี้"))
        self._theirs.setText(self.tr("ที่ใช้อยู่ตอนนี้"))
        self._kept.say(self.tr("ข้อมูลทั้งสองฝั่งเก็บไว้ในประวัติ ไม่ว่าจะเลือกฝั่งใด"))
        self._build()

    def show_item(self, item: Item, choice: Choice | None) -> None:
        """`choice` None: it is settled, and only shown."""
        if (item, choice) != (self._item, self._choice):
            self._item, self._choice = item, choice
            self._build()

    def choose(self, *, mine: bool) -> None:
        """Takes a side of the field that has the keyboard, or of the first."""
        for cards in self.cards:
            if cards[0].hasFocus() or cards[1].hasFocus() or len(self.cards) == 1:
                return self._take(cards[0 if mine else 1])
        if self.cards:
            self._take(self.cards[0][0 if mine else 1])

    def _take(self, card: "SideCard") -> None:
        if self._choice is None:
            return
        (self._choice.mine.add if card.is_mine else self._choice.mine.discard)(card.side.field)
        card.setFocus()
        self._mark()
        self.chosen.emit()

    def _build(self) -> None:
        clear(self._grid)
        self.cards = []
        sides = self._item.sides if self._item else ()
        for place, side in enumerate(sides):
            self._grid.addWidget(label(self._named(side), ink="soft", size="small"), 2 * place, 0, 1, 2)
            cards = (self._card(side, mine=True), self._card(side, mine=False))
            for column, card in enumerate(cards):
                self._grid.addWidget(card, 2 * place + 1, column)
            self.cards.append(cards)
        self._mark()

    def _named(self, side: Sides) -> str:
        return words.field_of(self._item, side.field) if self._item else ""

    def _card(self, side: Sides, *, mine: bool) -> "SideCard":
        card = SideCard(side, self._about(side, mine=mine), mine=mine, closed=self._choice is None)
        card.taken.connect(lambda: self._take(card))
        card.moved.connect(lambda down, across: self._move(card, down, across))
        return card

    def _about(self, side: Sides, *, mine: bool) -> str:
        if mine:
            deed = self._item.deed if self._item else None
            return f"{words.named(deed.who, self._language())}\n{letters.moment(deed.at)}" if deed else ""
        if side.by is None or side.at is None:
            return self.tr("ตามที่ลงทะเบียนไว้")
        return f"{words.named(side.by, self._language())}\n{letters.moment(side.at)}"

    def _move(self, card: "SideCard", down: int, across: int) -> None:
        row = next(place for place, cards in enumerate(self.cards) if card in cards)
        column = self.cards[row].index(card)
        row = max(0, min(row + down, len(self.cards) - 1))
        target = self.cards[row][max(0, min(column + across, 1))]
        target.setFocus()
        if across:
            self._take(target)

    def _mark(self) -> None:
        mine = self._choice.mine if self._choice else set()
        for cards in self.cards:
            for card in cards:
                card.set_standing((card.side.field in mine) == card.is_mine)


class SideCard(QWidget):
    """One side of one field. `taken` on Space or a click; `moved` brings rows down and columns across."""

    taken = Signal()
    moved = Signal(int, int)

    def __init__(self, side: Sides, about: str, *, mine: bool, closed: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.side, self.is_mine, self._closed = side, mine, closed
        self.stands = False
        self.value = ThaiLabel(letters.field_value(side.field, side.mine if mine else side.theirs), strong=True)
        self._about = ThaiLabel(about, ink="soft", size="small")
        column = QVBoxLayout(self)
        column.setContentsMargins(M + (0 if closed else _RING + S), S, M, S)
        column.setSpacing(0)
        column.addWidget(self.value)
        column.addWidget(self._about)
        column.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus if closed else Qt.FocusPolicy.StrongFocus)
        if not closed:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._name()

    def set_standing(self, stands: bool) -> None:
        self.stands = stands
        dress(self.value, ink="" if stands or self._closed else "soft")
        self._name()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(220, super().sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {
            Qt.Key.Key_Up: (-1, 0),
            Qt.Key.Key_Down: (1, 0),
            Qt.Key.Key_Left: (0, -1),
            Qt.Key.Key_Right: (0, 1),
        }
        key = Qt.Key(event.key())
        if key in steps:
            self.moved.emit(*steps[key])
        elif key in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.taken.emit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self._closed:
            self.taken.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        stands = self.stands and not self._closed
        painter.setPen(colour("accent" if stands else "line"))
        painter.setBrush(colour("accent_soft" if stands else "surface"))
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), RADIUS, RADIUS)
        if not self._closed:
            self._paint_ring(painter)
        if self.hasFocus():
            paint_focus(painter, self.rect().adjusted(1, 1, -2, -2), RADIUS)

    def _paint_ring(self, painter: QPainter) -> None:
        ring = self.rect().adjusted(M, S + XS, 0, 0)
        ring.setSize(QSize(_RING, _RING))
        painter.setPen(colour("accent" if self.stands else "line_strong"))
        painter.setBrush(colour("accent" if self.stands else "surface"))
        painter.drawEllipse(ring)
        if self.stands:
            paint_icon(painter, "check", "on_accent", ring.adjusted(2, 2, -2, -2))

    def _name(self) -> None:
        chosen = words.translate("Tray", "เลือกไว้") if self.stands else ""
        self.setAccessibleName(" ".join(part for part in (self.value.words, self._about.words, chosen) if part))
