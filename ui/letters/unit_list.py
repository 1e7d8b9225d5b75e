"""The units a letter may be sent to: type a part of a name, Enter ticks the first that fits."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from desktop.accounts.model import Post, Unit
from desktop.letters.deputies import Deputy
from desktop.office.ids import Id
from desktop.office.thai import normalise
from ui.kit.inputs import CheckBox, SearchBox
from ui.kit.language import Speaks
from ui.kit.panels import scrolling
from ui.kit.tokens import XS, S


@dataclass(frozen=True)
class Place:
    """Somewhere a letter may go: a unit, or a post of the chain with its holder."""

    id: Id
    name_th: str
    name_en: str
    words: str
    """What else it is found by."""


def place_of(unit: Unit) -> Place:
    return Place(unit.id, unit.name_th, unit.name_en, f"{unit.short_th} {unit.code}")


def place_of_post(post: Post, deputy: Deputy | None = None) -> Place:
    """`deputy`: who stands in for its holder, by whose name it is still found."""
    name = deputy.words if deputy is not None else post.holder_name
    holder = f" · {name}" if name else ""
    return Place(post.id, f"{post.name_th}{holder}", f"{post.name_en}{holder}", f"{post.code} {post.holder_name}")


class UnitList(Speaks, QWidget):
    """`changed` whenever the ticks changed. Places that hold the letter already are shown ticked and stay so."""

    changed = Signal()

    def __init__(self, language: Callable[[], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._units: tuple[Place, ...] = ()
        self._order: list[Id] = []
        self._held: frozenset[Id] = frozenset()
        self.boxes: dict[Id, CheckBox] = {}
        self.search = SearchBox()
        self.search.textChanged.connect(self._narrow)
        content = QWidget()
        self._list = QVBoxLayout(content)
        self._list.setContentsMargins(2, XS, S, XS)
        self._list.setSpacing(0)
        self._list.addStretch(1)
        area = scrolling(content)
        area.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        area.setMinimumHeight(64)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(XS)
        column.addWidget(self.search)
        column.addWidget(area, 1)
        self.setFocusProxy(self.search)
        self.retranslate()

    def retranslate(self) -> None:
        self.search.setAccessibleName(self.tr("ค้นชื่อหน่วยงาน"))
        self.search.setPlaceholderText(self.tr("พิมพ์ชื่อหน่วยงาน แล้วกด Enter เพื่อเลือก"))
        self._name_all()

    def offer(self, units: Sequence[Place], held: frozenset[Id]) -> None:
        """Shows the places; ticks made by hand stay while the units do."""
        if tuple(units) != self._units:
            self._units = tuple(units)
            self._rebuild()
        before, self._held = self._held, held
        for unit_id, box in self.boxes.items():
            box.setEnabled(unit_id not in held)
            box.setChecked(unit_id in held or (box.isChecked() and unit_id not in before))
        self._name_all()

    @property
    def ticked(self) -> tuple[Id, ...]:
        """The places chosen now, in the order in which they were, without those that hold the letter."""
        chosen = (one for one in self._order if one in self.boxes and self.boxes[one].isChecked())
        return tuple(one for one in chosen if one not in self._held)

    def tick(self, wanted: Sequence[Id]) -> None:
        """Chooses just these, in this order; what is not on the list can't be chosen."""
        self.clear()
        for one in wanted:
            if one in self.boxes and one not in self._held:
                self.boxes[one].setChecked(True)

    def clear(self) -> None:
        self.search.clear()
        for unit_id, box in self.boxes.items():
            box.setChecked(unit_id in self._held)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        first = self._first()
        if first is None or not self.search.hasFocus():
            super().keyPressEvent(event)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.search.value:
            first.toggle()
            self.search.selectAll()
        elif event.key() == Qt.Key.Key_Down:
            first.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().keyPressEvent(event)

    def _first(self) -> CheckBox | None:
        return next((box for box in self.boxes.values() if not box.isHidden() and box.isEnabled()), None)

    def _ticked(self, one: Id, *, on: bool) -> None:
        if one in self._order:
            self._order.remove(one)
        if on:
            self._order.append(one)
        self.changed.emit()

    def _narrow(self, typed: str) -> None:
        wanted = normalise(typed)
        for unit in self._units:
            names = normalise(f"{unit.name_th} {unit.name_en} {unit.words}")
            self.boxes[unit.id].setVisible(wanted in names)

    def _rebuild(self) -> None:
        for box in self.boxes.values():
            self._list.removeWidget(box)
            box.deleteLater()
        self.boxes = {unit.id: CheckBox() for unit in self._units}
        self._order.clear()
        for place, (one, box) in enumerate(self.boxes.items()):
            box.toggled.connect(lambda on, one=one: self._ticked(one, on=on))
            self._list.insertWidget(place, box)
        self._narrow(self.search.text())

    def _name_all(self) -> None:
        for unit in self._units:
            name = unit.name_en if self._language() == "en" else unit.name_th
            said = self.tr("{unit} · ส่งแล้ว").format(unit=name) if unit.id in self._held else name
            self.boxes[unit.id].setText(said)
            self.boxes[unit.id].updateGeometry()
