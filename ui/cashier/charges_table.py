"""What the citizen pays for, with counts that change by +, - or by typing the number."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent

from desktop.cashier.formulas import explained
from desktop.cashier.model import Charge
from desktop.office.money import format_baht
from desktop.office.thai import arabic_digits
from ui.cashier.units import in_english, several
from ui.kit.columns import RIGHT, Column
from ui.kit.rows import RowsModel
from ui.kit.table import TableView

translate = QCoreApplication.translate
_STEPS = {Qt.Key.Key_Plus: 1, Qt.Key.Key_Equal: 1, Qt.Key.Key_Minus: -1}


class ChargesTable(TableView[Charge]):
    """`counted` tells place and wanted count, `dropped` the place."""

    counted = Signal(int, int)
    dropped = Signal(int)

    def __init__(self) -> None:
        super().__init__(framed=False)
        self._english = False
        self._typed = ""
        self.rows: RowsModel[Charge] = RowsModel(
            self._columns(), key=lambda charge: (charge.fee.code, charge.fee.version, charge.answers)
        )
        self.show_model(self.rows)
        self.chosen.connect(self._forget_typed)

    def speak_english(self, english: bool) -> None:
        self._english = english
        self.rows.retitle()

    def show_charges(self, charges: Sequence[Charge], current: int | None = None) -> None:
        self.rows.show_rows(charges)
        if current is not None and charges:
            self.choose(min(current, len(charges) - 1))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        charge, place = self.current(), self.currentIndex().row()
        digit = arabic_digits(event.text())
        if charge is None:
            super().keyPressEvent(event)
        elif (step := _STEPS.get(Qt.Key(event.key()))) is not None:
            self._forget_typed()
            self.counted.emit(place, charge.quantity + step)
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._forget_typed()
            self.dropped.emit(place)
        elif len(digit) == 1 and "0" <= digit <= "9":
            self._typed = (self._typed + digit).lstrip("0")[-4:]
            self.counted.emit(place, int(self._typed or 1))
        else:
            super().keyPressEvent(event)

    def _forget_typed(self, *_: object) -> None:
        self._typed = ""

    def _columns(self) -> tuple[Column[Charge], ...]:
        return (
            Column(lambda: translate("Charges", "รายการ"), self._name, stretch=True, tip=self._name),
            Column(lambda: translate("Charges", "จำนวน"), self._count, 104, RIGHT),
            Column(
                lambda: translate("Charges", "หน่วยละ"),
                lambda charge: format_baht(charge.unit_satang),
                88,
                RIGHT,
            ),
            Column(
                lambda: translate("Charges", "เป็นเงิน"),
                lambda charge: format_baht(charge.amount_satang),
                96,
                RIGHT,
                strong=True,
            ),
        )

    def _name(self, charge: Charge) -> str:
        return charge.description.en if self._english else charge.description.th

    def how(self, charge: Charge) -> str:
        """The calculation of a charge, step by step."""
        computed, count = charge.computed, self._count(charge)
        sum_of_units = f"{format_baht(charge.unit_satang)} × {count} = {format_baht(charge.amount_satang)}"
        if computed is None:
            return sum_of_units
        steps = explained(computed.steps, self._english)
        return steps if charge.quantity == 1 else f"{steps} · {sum_of_units}"

    def _count(self, charge: Charge) -> str:
        if self._english:
            return in_english(charge.quantity, charge.fee.unit_en)
        return several(charge.quantity, charge.fee.unit_th)
