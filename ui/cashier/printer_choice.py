"""Where receipts are printed: said quietly, changed when asked."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.devices.printer import Queue
from ui.kit.inputs import ComboBox
from ui.kit.language import Speaks
from ui.kit.panels import Glyph
from ui.kit.tokens import S
from ui.sheets.printing import SheetPrinting

_WIDE = 260


class PrinterChoice(Speaks, QWidget):
    """The queues of the system, and none at all."""

    def __init__(self, printing: SheetPrinting, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._printing = printing
        self.box = ComboBox()
        self.box.setFixedWidth(_WIDE)
        self.box.chosen.connect(printing.choose)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(S)
        line.addWidget(Glyph("printer"))
        line.addWidget(self.box)
        printing.queues_known.connect(self._show)
        self.retranslate()

    def retranslate(self) -> None:
        self.box.setAccessibleName(self.tr("เครื่องพิมพ์ใบเสร็จ"))
        self._show(self._printing.queues)

    def _show(self, queues: tuple[Queue, ...]) -> None:
        stopped = self.tr("หยุดอยู่")
        named = [(known.name, known.name if known.ready else f"{known.name} · {stopped}") for known in queues]
        self.box.offer([("", self.tr("ไม่พิมพ์ เก็บเป็น PDF")), *named])
        self.box.choose(self._printing.queue or "")
