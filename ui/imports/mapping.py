"""What each column of a sheet holds: its heading, what stands in it, and a choice."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from desktop.interchange.model import LETTER_COLUMNS, Column, Sheet
from ui.imports import words
from ui.kit.inputs import ComboBox
from ui.kit.language import Speaks
from ui.kit.panels import clear
from ui.kit.thai_label import OneLine, label
from ui.kit.tokens import M, S

_NOTHING = "-"
_SHOWN = 3


class SheetMapping(Speaks, QWidget):
    """`mapped` brings the place of a column and the name of what it holds, or ""."""

    mapped = Signal(int, str)

    def __init__(self, columns: Sequence[Column] = LETTER_COLUMNS) -> None:
        super().__init__()
        self._columns = tuple(columns)
        self.choices: dict[int, ComboBox] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, S, 0)
        self._grid.setHorizontalSpacing(M)
        self._grid.setVerticalSpacing(S)
        self._grid.setColumnStretch(1, 1)
        self.retranslate()

    def retranslate(self) -> None:
        for choice in self.choices.values():
            choice.offer(self._offered())

    def show_sheet(self, sheet: Sheet, columns: Mapping[int, Column]) -> None:
        clear(self._grid)
        self.choices.clear()
        wide = max([len(sheet.headings), *(len(line) for line in sheet.sample)], default=0)
        for place in range(wide):
            heading = sheet.headings[place] if place < len(sheet.headings) else ""
            said = [str(line[place]) for line in sheet.sample if place < len(line) and line[place] not in (None, "")]
            if heading or said:
                self._add(place, heading, " · ".join(said[:_SHOWN]))
        self.show_columns(columns)

    def show_columns(self, columns: Mapping[int, Column]) -> None:
        for place, choice in self.choices.items():
            choice.choose(columns[place].value if place in columns else _NOTHING)

    def _add(self, place: int, heading: str, said: str) -> None:
        choice = ComboBox(self._offered())
        choice.setAccessibleName(heading or self.tr("คอลัมน์ที่ {number}").format(number=place + 1))
        choice.setAccessibleDescription(said)
        choice.setMinimumWidth(172)
        choice.chosen.connect(lambda key, place=place: self.mapped.emit(place, "" if key == _NOTHING else key))
        self.choices[place] = choice
        row = self._grid.rowCount()
        named, sample = label(strong=True), OneLine(ink="soft")
        named.setText(heading or str(place + 1))
        sample.setText(said)
        sample.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        for at, widget in enumerate((named, sample, choice)):
            self._grid.addWidget(widget, row, at)

    def _offered(self) -> list[tuple[str, str]]:
        return [(_NOTHING, self.tr("ไม่นำเข้า")), *((one.value, words.column(one)) for one in self._columns)]
