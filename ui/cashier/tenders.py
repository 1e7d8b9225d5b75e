"""The sums that people most likely hand over, one press each."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.office.money import format_baht
from ui.kit.buttons import SecondaryButton
from ui.kit.tokens import S

_MOST = 4


class Tenders(QWidget):
    """`chosen` tells satang. The first sum is the exact one and says so."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._exact = ""
        self._sums: tuple[int, ...] = ()
        self.buttons = tuple(SecondaryButton() for _ in range(_MOST))
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(S)
        for place, button in enumerate(self.buttons):
            line.addWidget(button, 1)
            kept = button.sizePolicy()
            kept.setRetainSizeWhenHidden(True)
            button.setSizePolicy(kept)
            button.clicked.connect(lambda _=False, place=place: self.chosen.emit(self._sums[place]))
        self.offer(())

    def say(self, exact: str) -> None:
        """The word for the exact sum."""
        self._exact = exact
        self.offer(self._sums)

    def offer(self, sums: Sequence[int]) -> None:
        self._sums = tuple(sums[:_MOST])
        for place, button in enumerate(self.buttons):
            there = place < len(self._sums)
            button.setEnabled(there)
            button.setVisible(there or place == 0)
            button.say(self._words(place) if there else self._exact)

    def _words(self, place: int) -> str:
        return self._exact if place == 0 else format_baht(self._sums[place]).removesuffix(".00")
