"""The phrases a person usually writes, each with its number key."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop.letters.phrases import Phrase
from ui.kit.theme import colour, font
from ui.kit.tokens import RADIUS_SMALL, SMALL, S

MOST = 9
LEAST_SEEN, MOST_SEEN = 2, 9
"""Rows that are seen at once, as there is room."""
_ROW = 32
_CAP = 22
_PHRASE = Qt.ItemDataRole.UserRole


class PhraseList(QListWidget):
    """`picked` brings the phrase of Enter, a click or a number key."""

    picked = Signal(object)

    def __init__(self, phrases: Sequence[Phrase], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setItemDelegate(_Numbered(self))
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.phrases: tuple[Phrase, ...] = ()
        self.offer(phrases)
        self.itemClicked.connect(lambda item: self.picked.emit(item.data(_PHRASE)))
        self.itemActivated.connect(lambda item: self.picked.emit(item.data(_PHRASE)))

    def offer(self, phrases: Sequence[Phrase]) -> None:
        """Shows these phrases, if they are not shown already."""
        if tuple(phrases) == self.phrases:
            return
        self.phrases = tuple(phrases)
        self.clear()
        for phrase in self.phrases:
            item = QListWidgetItem(" ".join(phrase.text.split()))
            item.setToolTip(phrase.text)
            item.setData(_PHRASE, phrase)
            self.addItem(item)
        self.setMinimumHeight(_ROW * min(self.count(), LEAST_SEEN) + 4)
        self.setMaximumHeight(_ROW * min(self.count(), MOST_SEEN) + 4)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.maximumHeight())

    def pick(self, number: int) -> bool:
        """The phrase with a number key, from 1; False when there is none."""
        row = next((row for row, phrase in enumerate(self.phrases) if number and phrase.number == number), None)
        if row is None:
            return False
        self.setCurrentRow(row)
        self.picked.emit(self.phrases[row])
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not (event.text().isdecimal() and self.pick(int(event.text()))):
            super().keyPressEvent(event)


class _Numbered(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(100, _ROW)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        place: QRect = option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen:
            painter.fillRect(place, colour("accent_soft"))
        number = index.data(_PHRASE).number
        cap = QRect(place.x() + S, place.center().y() - _CAP // 2 + 1, _CAP, _CAP)
        if number:
            painter.setPen(colour("line_strong"))
            painter.setBrush(colour("surface"))
            painter.drawRoundedRect(cap.toRectF().adjusted(0.5, 0.5, -0.5, -0.5), RADIUS_SMALL, RADIUS_SMALL)
            painter.setFont(font(SMALL))
            painter.setPen(colour("text_soft"))
            painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, str(number))
        words = place.adjusted(S + _CAP + S, 0, -S, 0)
        painter.setFont(font())
        painter.setPen(colour("text"))
        cut = QFontMetrics(font()).elidedText(index.data(), Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, cut)
        painter.restore()
