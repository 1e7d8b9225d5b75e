"""The left side of the counter: the catalogue above, what was chosen from it below."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop.cashier.model import Fee
from ui.cashier.charges_table import ChargesTable
from ui.cashier.counter_presenter import CounterPresenter
from ui.cashier.fee_picker import FeePicker
from ui.cashier.printer_choice import PrinterChoice
from ui.kit.language import Speaks
from ui.kit.panels import EmptyState, Panel
from ui.kit.tokens import S


class Basket(Speaks, QWidget):
    """`changed` after the presenter's charges changed; `leave` when the clerk is done choosing."""

    changed = Signal()
    leave = Signal()

    def __init__(self, presenter: CounterPresenter, printer: PrinterChoice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self.picker, self.charges = FeePicker(presenter), ChargesTable()
        self._nothing, self._chosen = EmptyState("money"), QStackedWidget()
        self._fees_panel, self._charges_panel = Panel(), Panel()
        self._lay_out()
        self.picker.chosen.connect(self._choose)
        self.picker.leave.connect(self.leave)
        self.charges.counted.connect(self._count)
        self.charges.dropped.connect(self._drop)
        self.setFocusProxy(self.picker)
        self.retranslate()
        self._fees_panel.head.addWidget(printer)

    def retranslate(self) -> None:
        self.charges.setAccessibleName(self.tr("รายการที่รับเงิน"))
        self._fees_panel.say(self.tr("ค่าธรรมเนียม"))
        self._charges_panel.say(self.tr("รายการที่รับเงิน"))
        self._nothing.say(self.tr("ยังไม่มีรายการ"), self.tr("กดเลขหน้าค่าธรรมเนียม หรือพิมพ์ชื่อแล้วกด Enter รายการจะมาอยู่ที่นี่"))

    def speak_english(self, english: bool) -> None:
        """Fees in their English names."""
        self.picker.speak_english(english)
        self.charges.speak_english(english)

    def begin(self) -> None:
        """An empty basket and a fresh catalogue, as the presenter has them."""
        self.picker.search.clear()
        self.picker.refresh()
        self._show()

    def set_open(self, is_open: bool) -> None:
        """Closed while the receipt that came of it is shown."""
        self.picker.setEnabled(is_open)
        self.charges.setEnabled(is_open)

    def _choose(self, fee: Fee) -> None:
        self._show(self._presenter.choose(fee))

    def _count(self, place: int, quantity: int) -> None:
        self._presenter.count(place, quantity)
        self._show(place)

    def _drop(self, place: int) -> None:
        self._presenter.drop(place)
        self._show(place)
        if not self._presenter.charges:
            self.picker.setFocus()

    def _show(self, place: int | None = None) -> None:
        self.charges.show_charges(self._presenter.charges, place)
        self._chosen.setCurrentWidget(self.charges if self._presenter.charges else self._nothing)
        self.changed.emit()

    def _lay_out(self) -> None:
        self._fees_panel.body.addWidget(self.picker)
        self._chosen.addWidget(self._nothing)
        self._chosen.addWidget(self.charges)
        self._charges_panel.body.addWidget(self._chosen)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S)
        column.addWidget(self._fees_panel, 4)
        column.addWidget(self._charges_panel, 3)
