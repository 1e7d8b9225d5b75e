"""The left side of the counter: the catalogue above, what was chosen from it below."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop.cashier.model import Charge, Fee
from ui.cashier.charges_table import ChargesTable
from ui.cashier.counter_presenter import CounterPresenter
from ui.cashier.fee_picker import FeePicker
from ui.cashier.formula_form import FormulaForm
from ui.cashier.printer_choice import PrinterChoice
from ui.kit.language import Speaks
from ui.kit.panels import EmptyState, Panel
from ui.kit.thai_label import ThaiLabel
from ui.kit.tokens import S


class Basket(Speaks, QWidget):
    """`changed` after the presenter's charges changed; `leave` when the clerk is done choosing.

    `working_out`: whether a fee is being worked out, which is not yet among the charges.
    """

    changed = Signal()
    leave = Signal()
    working_out = Signal(bool)

    def __init__(self, presenter: CounterPresenter, printer: PrinterChoice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self.picker, self.charges, self.formula = FeePicker(presenter), ChargesTable(), FormulaForm()
        self.how = ThaiLabel(ink="soft", size="small")
        self._choosing, self._reworked = QStackedWidget(), -1
        self._nothing, self._chosen = EmptyState("money"), QStackedWidget()
        self._fees_panel, self._charges_panel = Panel(), Panel()
        self._lay_out()
        self.picker.chosen.connect(self._choose)
        self.picker.leave.connect(self.leave)
        self.formula.worked_out.connect(self._charge)
        self.formula.left.connect(self._back)
        self._choosing.currentChanged.connect(
            lambda _: self.working_out.emit(self._choosing.currentWidget() is self.formula)
        )
        self.charges.opened.connect(self._work_out_again)
        self.charges.chosen.connect(self._explain)
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
        self.formula.speak_english(english)
        self.charges.speak_english(english)
        self._explain(self.charges.current())

    def begin(self) -> None:
        """An empty basket and a fresh catalogue, as the presenter has them."""
        self.picker.search.clear()
        self.picker.refresh()
        self._rest()
        self._show()

    def renew(self) -> None:
        """The presenter's rates are those of another day; what was chosen stays."""
        self.picker.refresh()
        self._show()

    def set_open(self, is_open: bool) -> None:
        """Closed while the receipt that came of it is shown."""
        self._choosing.setEnabled(is_open)
        self.charges.setEnabled(is_open)

    def _choose(self, fee: Fee) -> None:
        if fee.rule is None:
            self._show(self._presenter.choose(fee))
        else:
            self._work_out(Charge(fee, fee.quantity), -1)

    def _work_out(self, charge: Charge, place: int) -> None:
        """Asks for what a calculation must know; `place` of the charge that is worked out again, or -1."""
        self._reworked = place
        self._choosing.setCurrentWidget(self.formula)
        self._charges_panel.hide()
        self.formula.ask(charge)

    def _work_out_again(self, charge: Charge) -> None:
        if charge.fee.rule is not None:
            self._work_out(charge, self.charges.currentIndex().row())

    def _charge(self, charge: Charge) -> None:
        place = self._reworked
        if place >= 0:
            self._presenter.answer(place, charge.answers)
        else:
            place = self._presenter.add(charge)
        self._back()
        self._show(place)

    def _back(self) -> None:
        self._rest()
        self.picker.setFocus()

    def _rest(self) -> None:
        """The catalogue again, and below it what was chosen."""
        self._choosing.setCurrentWidget(self.picker)
        self._charges_panel.show()

    def _explain(self, charge: Charge | None) -> None:
        words = self.tr("วิธีคิด: {steps}").format(steps=self.charges.how(charge)) if charge is not None else ""
        self.how.say(words)
        self.how.setVisible(bool(words))

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
        self._explain(self.charges.current() if self._presenter.charges else None)
        self.changed.emit()

    def _lay_out(self) -> None:
        self._choosing.addWidget(self.picker)
        self._choosing.addWidget(self.formula)
        self._fees_panel.body.addWidget(self._choosing)
        self._chosen.addWidget(self._nothing)
        self._chosen.addWidget(self.charges)
        self._charges_panel.body.addWidget(self._chosen)
        self._charges_panel.body.addWidget(self.how)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S)
        column.addWidget(self._fees_panel, 4)
        column.addWidget(self._charges_panel, 3)
