"""The state of the card reader, and the card that was read."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.devices.id_card import CardNews, CardReader, CardState
from ui.counter import words
from ui.kit.chips import Chip
from ui.kit.language import Speaks
from ui.kit.thai_label import OneLine
from ui.kit.tokens import S


class CardBar(Speaks, QWidget):
    """The reader is watched while this is seen; `read` brings each card once, also to who comes back here.

    `numbered` brings the number of a card before all of it is read; `lost`: the rest of it never came.
    """

    read = Signal(object)
    numbered = Signal(str)
    lost = Signal()
    _told = Signal(object)

    def __init__(self, reader: CardReader, language: Callable[[], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reader, self._language = reader, language
        self.end_watch: Callable[[], None] | None = None
        self._news = CardNews(CardState.WAITING)
        self._taken: CardNews | None = None
        self.chip, self.advice = Chip(), OneLine(ink="soft", size="small")
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(S)
        line.addWidget(self.chip)
        line.addWidget(self.advice, 1)
        line.addStretch(0)  # the chip stays at the left where nothing is advised
        self._told.connect(self.show_news, Qt.ConnectionType.QueuedConnection)
        self.retranslate()

    def retranslate(self) -> None:
        badge, advice = words.card(self._news, self._language())
        self.chip.show_badge(badge)
        self.advice.setText(advice)
        self.advice.setVisible(bool(advice))

    def show_news(self, news: CardNews) -> None:
        before, self._news = self._news, news
        if not news.number:  # which is for the office alone: it says nothing new to the clerk
            self.retranslate()
        if before.number and news.card is None:
            self.lost.emit()
        if news.state is CardState.WAITING:
            self._taken = None
        elif news.is_still(self._taken):
            return
        elif news.card is not None:
            self._taken = news
            self.read.emit(news.card)
        elif news.number and self.end_watch is not None:
            self.numbered.emit(news.number)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.end_watch is None:
            self.end_watch = self._reader.watch(self._told.emit)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self.end_watch is not None:
            self.end_watch()
            self.end_watch = None
            if self._news.number:
                self.lost.emit()
