"""A fee that is worked out: what it asks for, and the calculation as it grows, before it is charged."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.cashier.formulas import Ask, Words
from desktop.cashier.model import Charge, Fee
from desktop.office.money import format_baht
from ui.kit.buttons import PrimaryButton, QuietButton
from ui.kit.field import Field
from ui.kit.inputs import ComboBox, LineEdit
from ui.kit.language import Speaks
from ui.kit.panels import clear
from ui.kit.thai_label import ThaiLabel, label
from ui.kit.tokens import M, S

_ACROSS = 2
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class FormulaForm(Speaks, QWidget):
    """`worked_out` brings the charge; `left` when the clerk thinks better of it."""

    worked_out = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fee: Fee | None = None
        self._english = False
        self.fields: dict[str, Field] = {}
        self.name, self.law = ThaiLabel(strong=True), ThaiLabel(ink="soft", size="small")
        self.steps, self.sum = ThaiLabel(ink="soft"), label(size="title")
        self.add_button, self.back_button = PrimaryButton(key="Enter", bound=False), QuietButton(key="Esc", bound=False)
        self.add_button.clicked.connect(self._add)
        self.back_button.clicked.connect(self.left)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(M)
        self._grid.setVerticalSpacing(S)
        foot = QHBoxLayout()
        foot.addWidget(self.back_button)
        foot.addStretch(1)
        foot.addWidget(self.sum)
        foot.addSpacing(M)
        foot.addWidget(self.add_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S)
        for widget in (self.name, self.law):
            column.addWidget(widget)
        column.addLayout(self._grid)
        column.addWidget(self.steps)
        column.addStretch(1)
        column.addLayout(foot)
        self.retranslate()

    def retranslate(self) -> None:
        self.add_button.say(self.tr("ใส่รายการ"))
        self.back_button.say(self.tr("กลับ"))
        self._show()

    def speak_english(self, english: bool) -> None:
        self._english = english
        if self._fee is not None:
            self.ask(Charge(self._fee, 1, answers=tuple(self.answers().items())))

    def ask(self, charge: Charge) -> None:
        """Asks for what the fee's rule must know; the answers of the charge stand there already."""
        self._fee = charge.fee
        assert charge.fee.rule is not None
        clear(self._grid)
        said, asks = dict(charge.answers), charge.fee.rule.asks
        self.fields = {ask.name: self._field(ask, said.get(ask.name)) for ask in asks}
        for place, ask in enumerate(asks):
            self._grid.addWidget(self.fields[ask.name], place // _ACROSS, place % _ACROSS)
        self._show()
        first = next((name for name in self.fields if name not in said), asks[0].name)
        self.fields[first].setFocus()

    def answers(self) -> dict[str, int]:
        """What is said so far and can be so."""
        assert self._fee is not None
        assert self._fee.rule is not None
        found = {ask.name: _answer(ask, self.fields[ask.name].editor) for ask in self._fee.rule.asks}
        return {name: answer for name, answer in found.items() if answer is not None}

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter goes on, and adds the charge at the end; Esc goes back, though elsewhere it clears the counter."""
        if not isinstance(event, QKeyEvent) or event.key() not in (*_ENTER, Qt.Key.Key_Escape):
            return super().eventFilter(watched, event)
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
        elif event.type() == QEvent.Type.KeyPress and event.key() in _ENTER:
            self._next(watched)
        elif event.type() == QEvent.Type.KeyPress:
            self.left.emit()
        return True

    def _next(self, here: QObject) -> None:
        editors = [field.editor for field in self.fields.values()]
        after = editors[editors.index(here) + 1 :] if here in editors else []
        if after:
            after[0].setFocus()
        else:
            self._add()

    def _add(self) -> None:
        charge = self._charge()
        if charge is not None and charge.is_whole:
            self.worked_out.emit(charge)
            return
        missing = [field for name, field in self.fields.items() if name not in self.answers()]
        for field in missing:
            field.say_error(self.tr("ใส่ตัวเลข"))
        if missing:
            missing[0].setFocus()

    def _charge(self) -> Charge | None:
        return Charge(self._fee, self._fee.quantity, answers=tuple(self.answers().items())) if self._fee else None

    def _show(self) -> None:
        charge = self._charge()
        if charge is None:
            return
        fee = charge.fee
        self.name.say(fee.name_en if self._english else fee.name_th)
        self.law.say(fee.legal_basis)
        computed = charge.computed
        steps = "\n".join(self._said(step) for step in computed.steps) if computed else ""
        unusual = self.tr("มากกว่าปกติ ตรวจดูอีกครั้ง") if charge.is_unusual else ""
        self.steps.say("\n".join(filter(None, (steps or self.tr("ใส่ตัวเลขให้ครบ แล้ววิธีคิดจะแสดงที่นี่"), unusual))))
        self.sum.setText(self.tr("{sum} บาท").format(sum=format_baht(computed.satang)) if computed else "–")

    def _field(self, ask: Ask, said: int | None) -> Field:
        editor = _editor(ask, said, self._said, self._show)
        editor.installEventFilter(self)
        unit = self._said(ask.unit)
        field = Field(self._said(ask.label) + (f" ({unit})" if unit else ""), editor, must=not ask.choices)
        if isinstance(editor, LineEdit):
            editor.textEdited.connect(lambda _: field.clear_error())
        return field

    def _said(self, words: Words) -> str:
        return words.en if self._english else words.th


def _editor(ask: Ask, said: int | None, spoken: Callable[[Words], str], changed: Callable[[], None]) -> QWidget:
    if ask.choices:
        box = ComboBox([(str(place), spoken(words)) for place, words in enumerate(ask.choices)], yields=True)
        box.choose(str(said or 0))
        box.chosen.connect(lambda _: changed())
        return box
    line = LineEdit(ask.spoken(said).th.removesuffix(ask.unit.th).strip() if said is not None else "")
    line.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    line.textEdited.connect(lambda _: changed())
    return line


def _answer(ask: Ask, editor: QWidget) -> int | None:
    if isinstance(editor, ComboBox):
        return int(editor.value)
    assert isinstance(editor, LineEdit)
    return ask.read(editor.value)
