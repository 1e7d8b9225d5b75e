"""What is open nearby and may be the same: a list to choose from, empty where there is nothing."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.cases.model import CaseLine
from desktop.cases.rules import display_number
from desktop.office.ids import Id
from ui.kit.counted import counted
from ui.kit.inputs import ComboBox
from ui.kit.language import Speaks
from ui.kit.thai_label import ThaiLabel
from ui.kit.tokens import S

Near = tuple[CaseLine, int]
"""A case and how many metres away it is."""


class SameAs(Speaks, QWidget):
    """Begins with: it is another one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.near: tuple[Near, ...] = ()
        self.words, self.box = ThaiLabel(ink="attention"), ComboBox(yields=True)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(S)
        line.addWidget(self.words, 1)
        line.addWidget(self.box, 2)
        self.hide()
        self.retranslate()

    def retranslate(self) -> None:
        self.words.say(counted(self.tr("มีเรื่องใกล้กัน {count} เรื่อง"), len(self.near)).format(count=len(self.near)))
        self.box.setAccessibleName(self.tr("เป็นเรื่องเดียวกับ"))
        options = [("", self.tr("เป็นคนละเรื่อง"))]
        said = self.tr("เป็นเรื่องเดียวกับ {number} ห่าง {metres} ม. {text}")
        for line, far in self.near:
            number = display_number(line.series, line.year_be, line.number)
            options.append((line.id.hex(), said.format(number=number, metres=far, text=line.text)))
        self.box.offer(options)

    def show_near(self, near: Sequence[Near]) -> None:
        """What is near now; a choice stays while its case is still there."""
        self.near = tuple(near)
        self.retranslate()
        self.setVisible(bool(near))

    @property
    def chosen(self) -> Id | None:
        return bytes.fromhex(self.box.value) if self.box.value else None
