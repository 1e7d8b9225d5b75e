"""Which way a paper goes, of what kind it is, and in which register it gets its number."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.letters.model import Direction, Kind, Secrecy
from ui.kit.field import Field, row
from ui.kit.inputs import ComboBox
from ui.kit.language import Speaks
from ui.kit.segmented import Segmented
from ui.letters import kind_words as words
from ui.letters.registration_presenter import RegistrationPresenter


class KindBar(Speaks, QWidget):
    """`turned` when the direction is another one, `changed` with every choice. What is no choice is not shown.

    `register_field` stands where the form wants it.
    """

    turned = Signal()
    changed = Signal()

    def __init__(self, presenter: RegistrationPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._secrecy = Secrecy.NORMAL
        self._directions = presenter.directions
        self.direction = Segmented([(one.value, words.direction(one)) for one in self._directions])
        self.kind, self.register = ComboBox(yields=True), ComboBox(yields=True)
        self._way, self._kind, self.register_field = (
            Field("", widget) for widget in (self.direction, self.kind, self.register)
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(row(self._way, self._kind, stretch=(0, 1)))
        self._way.setVisible(len(self._directions) > 1)
        self.direction.chosen.connect(lambda _: self._turn())
        self.kind.chosen.connect(lambda _: self._offer_registers())
        self.register.chosen.connect(lambda _: self.changed.emit())
        self.retranslate()

    def retranslate(self) -> None:
        self._way.say(self.tr("ทาง"))
        self._kind.say(self.tr("ชนิดหนังสือ"))
        self.register_field.say(self.tr("ลงในทะเบียน"))
        self.direction.offer([(one.value, words.direction(one)) for one in self._directions])
        _offer(self.kind, self._kinds(), words.kind)
        _offer(self.register, self._registers(), self._presenter.register_name)
        self._show_choices()

    @property
    def way(self) -> Direction:
        return Direction(self.direction.value) if self._directions else Direction.INCOMING

    @property
    def chosen_kind(self) -> Kind:
        return Kind(self.kind.value or Kind.EXTERNAL)

    @property
    def chosen_register(self) -> str | None:
        """The register that will give the number; None where this desk has none for it."""
        return self.register.value or None

    @property
    def register_by_hand(self) -> str | None:
        """The register if it is another than the fittest."""
        fittest = next(iter(self._registers()), None)
        return self.chosen_register if self.chosen_register != fittest else None

    def choose(self, way: Direction, kind: Kind, register: str | None, secrecy: Secrecy) -> None:
        """Shows a choice without telling."""
        self._secrecy = secrecy
        if way in self._directions:
            self.direction.choose(way.value)
        _offer(self.kind, self._kinds(), words.kind)
        self.kind.choose(kind.value)
        _offer(self.register, self._registers(), self._presenter.register_name)
        self.register.choose(register or self.register.itemData(0) or "")
        self._show_choices()

    def suggest(self, kind: Kind) -> None:
        """What the book number says of the kind, as long as the clerk has not said otherwise."""
        if self.chosen_kind in (Kind.EXTERNAL, Kind.CIRCULAR) and kind in self._kinds():
            self.kind.choose(kind.value)

    def classify(self, secrecy: Secrecy) -> None:
        """Secret papers stand in a register apart, where the office keeps one."""
        self._secrecy = secrecy
        self._offer_registers()

    def _turn(self) -> None:
        _offer(self.kind, self._kinds(), words.kind)
        self.kind.choose(self._kinds()[0].value)
        self._offer_registers()
        self.turned.emit()

    def _offer_registers(self) -> None:
        registers = self._registers()
        _offer(self.register, registers, self._presenter.register_name)
        self.register.choose(registers[0] if registers else "")
        self._show_choices()
        self.changed.emit()

    def _show_choices(self) -> None:
        self.register_field.setVisible(self.register.count() > 1)

    def _kinds(self) -> tuple[Kind, ...]:
        return self._presenter.kinds(self.way)

    def _registers(self) -> tuple[str, ...]:
        return self._presenter.registers(self.chosen_kind, self.way, self._secrecy)


def _offer(box: ComboBox, keys: Sequence[Kind] | Sequence[str], name: Callable[..., str]) -> None:
    box.offer([(str(key), name(key)) for key in keys])
