"""The papers that a citizen must bring: ticked as they are handed over, with how a right one looks."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.cases.kind import Item, Kind
from desktop.cases.rules import holds
from ui.cases.presenter import Language
from ui.kit.inputs import CheckBox
from ui.kit.panels import clear
from ui.kit.thai_label import ThaiLabel
from ui.kit.tokens import S


class Checklist(QWidget):
    """`edited` when a box is ticked or emptied."""

    edited = Signal()

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._boxes: dict[str, tuple[Item, CheckBox, ThaiLabel]] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(S)

    def ask(self, kind: Kind) -> None:
        clear(self._column)
        self._boxes = {}
        for item in kind.checklist:
            box, sample = CheckBox(), ThaiLabel(ink="soft", size="small")
            sample.setContentsMargins(28, 0, 0, S)
            box.toggled.connect(lambda _: self.edited.emit())
            self._boxes[item.code] = (item, box, sample)
            self._column.addWidget(box)
            self._column.addWidget(sample)
        self._column.addStretch(1)
        self.speak()

    def speak(self) -> None:
        language = self._language()
        for item, box, sample in self._boxes.values():
            box.setText(item.name.in_language(language))
            box.setToolTip(item.name.in_language(language))
            sample.say(item.sample.in_language(language))

    def show_needed(self, answers: Mapping[str, str]) -> None:
        """Only the papers that this citizen needs."""
        for item, box, sample in self._boxes.values():
            needed = holds(item.when, answers)
            box.setVisible(needed)
            sample.setVisible(needed)

    def handed_in(self) -> list[str]:
        return [code for code, (_, box, _) in self._boxes.items() if box.isChecked() and not box.isHidden()]

    def hand_in(self, items: Sequence[str]) -> None:
        for code, (_, box, _) in self._boxes.items():
            box.setChecked(code in items)
