"""Services and counters as lines to type in; an empty line at the end takes one more, an emptied one is taken out."""

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from desktop.queue.model import Place, Service, Setup
from ui.kit.inputs import CheckBox, LineEdit
from ui.kit.language import Speaks
from ui.kit.thai_label import label
from ui.kit.tokens import M, S

_SHORT = 64
_EMPTY = 1


class SetupRows(Speaks, QWidget):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services, self._places = QGridLayout(), QGridLayout()
        self._heads = [label(ink="soft", size="small") for _ in range(6)]
        self.services: list[tuple[LineEdit, LineEdit, LineEdit, CheckBox]] = []
        self.places: list[tuple[LineEdit, LineEdit]] = []
        self._setup = Setup()
        self._lay_out()
        self.retranslate()

    def retranslate(self) -> None:
        names = (
            self.tr("อักษร"), self.tr("บริการ"), self.tr("ชื่ออังกฤษ"), self.tr("รับบัตร"), self.tr("ช่อง"),
            self.tr("เรียกบริการ เช่น AB"),
        )  # fmt: skip
        for head, name in zip(self._heads, names, strict=True):
            head.setText(name)
        for row in (*self.services, *self.places):
            offset = 0 if len(row) > 2 else 4
            for at, edit in enumerate(row):
                edit.setAccessibleName(names[offset + at])

    def show_setup(self, setup: Setup) -> None:
        self._setup = setup
        while len(self.services) < len(setup.services) + _EMPTY:
            self._add_service()
        while len(self.places) < len(setup.places) + _EMPTY:
            self._add_place()
        for at, service_row in enumerate(self.services):
            service = setup.services[at] if at < len(setup.services) else Service("", "", "")
            for edit, text in zip(service_row[:3], (service.letter, service.name_th, service.name_en), strict=True):
                edit.setText(text)
                edit.setCursorPosition(0)
            service_row[3].setChecked(service.open)
        for at, place_row in enumerate(self.places):
            place = setup.places[at] if at < len(setup.places) else Place("", ())
            place_row[0].setText(place.number)
            place_row[1].setText("".join(place.letters))

    def typed(self, before: Setup) -> Setup:
        """What stands in the lines, with the rules of the set-up before."""
        services = [
            Service(letter.value.upper(), thai.value, english.value, on.isChecked())
            for letter, thai, english, on in self.services
            if letter.value or thai.value
        ]
        places = [
            Place(number.value, tuple(dict.fromkeys(sign for sign in letters.value.upper() if sign.isalpha())))
            for number, letters in self.places
            if number.value
        ]
        return Setup(tuple(services), tuple(places), before.priority_run)

    def _add_service(self) -> None:
        row = (LineEdit(), LineEdit(), LineEdit(), CheckBox())
        row[0].setMaxLength(1)
        row[0].setFixedWidth(_SHORT)
        for column, edit in enumerate(row):
            self._services.addWidget(edit, len(self.services) + 1, column)
        self.services.append(row)
        row[1].textEdited.connect(lambda _: self._one_more())
        self.retranslate()

    def _add_place(self) -> None:
        row = (LineEdit(), LineEdit())
        row[0].setMaxLength(2)
        row[0].setFixedWidth(_SHORT)
        for column, edit in enumerate(row):
            self._places.addWidget(edit, len(self.places) + 1, column)
        self.places.append(row)
        row[0].textEdited.connect(lambda _: self._one_more())
        self.retranslate()

    def _one_more(self) -> None:
        if self.services[-1][1].value:
            self._add_service()
        if self.places[-1][0].value:
            self._add_place()

    def _lay_out(self) -> None:
        for at, head in enumerate(self._heads):
            grid, place = (self._services, at) if at < 4 else (self._places, at - 4)
            grid.addWidget(head, 0, place)
        self._services.setColumnStretch(1, 3)
        self._services.setColumnStretch(2, 2)
        self._places.setColumnStretch(1, 1)
        for grid in (self._services, self._places):
            grid.setSpacing(S)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, S, 0)
        column.setSpacing(M)
        column.addLayout(self._services)
        column.addLayout(self._places)
        column.addStretch(1)
