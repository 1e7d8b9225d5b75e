"""In what capacity the person signs: their own post, or one they act for by an order; with the order it is by."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.letters.authority import Standing
from ui.kit.field import Field
from ui.kit.inputs import ComboBox
from ui.kit.language import Speaks
from ui.kit.thai_label import ThaiLabel
from ui.kit.tokens import XS
from ui.letters import words


class StandingChoice(Speaks, QWidget):
    """Hidden while there is nothing to choose. The choice stays for the next letter while its order holds."""

    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._standings: tuple[Standing, ...] = ()
        self.combo = ComboBox()
        self.field = Field("", self.combo)
        self.order = ThaiLabel(ink="soft", size="small")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(XS)
        column.addWidget(self.field)
        column.addWidget(self.order)
        self.combo.chosen.connect(lambda _: self._choose())
        self.hide()
        self.retranslate()

    def retranslate(self) -> None:
        self.field.say(self.tr("ลงนามในฐานะ"))
        self._say_order()

    def offer(self, standings: Sequence[Standing]) -> None:
        if tuple(standings) != self._standings:
            self._standings = tuple(standings)
            self.combo.offer([(one.key, one.acted_as) for one in standings])
        self.setVisible(len(self._standings) > 1)
        self._say_order()

    @property
    def value(self) -> Standing | None:
        """None: as oneself."""
        found = next((one for one in self._standings if one.key == self.combo.value), None)
        return found if found is not None and found.chain else None

    def _choose(self) -> None:
        self._say_order()
        self.chosen.emit()

    def _say_order(self) -> None:
        standing = self.value
        self.order.setHidden(standing is None)
        if standing is not None:
            self.order.say(words.orders(standing))
