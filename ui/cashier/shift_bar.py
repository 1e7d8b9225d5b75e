"""One line at the counter: whose drawer it is since when, or that no shift is open and how to open one."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.accounts.model import Person
from desktop.application import Office
from desktop.cashier.shift_model import Shift
from desktop.office.changes import Changes
from ui.cashier.shift_panel import time_words
from ui.kit.buttons import QuietButton
from ui.kit.language import Speaks
from ui.kit.panels import Glyph
from ui.kit.thai_label import ThaiLabel, dress
from ui.kit.tokens import S
from ui.work import Worker


class ShiftBar(Speaks, QWidget):
    """`wanted` when the clerk wants to see or open the shift; not there at a desk that is no counter."""

    wanted = Signal()

    def __init__(
        self, office: Office, who: Person, worker: Worker, language: Callable[[], str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._office, self._who, self._worker, self._language = office, who, worker, language
        self.shift: Shift | None = None
        self._mark, self.words, self.button = Glyph("money"), ThaiLabel(), QuietButton(key="Ctrl+G")
        self.button.clicked.connect(self.wanted)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(S)
        line.addWidget(self._mark)
        line.addWidget(self.words, 1)
        line.addWidget(self.button)
        self.setVisible(bool(office.desk.identity.counter))
        self.retranslate()
        self.refresh()

    def changed(self, changes: Changes) -> None:
        if changes.touches("shift", "shift_close", "shift_handover"):
            self.refresh()

    def refresh(self) -> None:
        self._worker.run(self._office.shifts.now, owner=self, on_done=self._loaded, view="shift")

    def retranslate(self) -> None:
        shift = self.shift
        mine = shift is not None and shift.cashier_id == self._who.id
        if shift is None:
            said = self.tr("ยังไม่ได้เปิดกะ เงินที่รับตอนนี้จะอยู่ในใบนำส่งของกะถัดไป")
        else:
            words = self.tr("กะเปิด {time} · {name}")
            said = words.format(time=time_words(shift.opened_at, self._language()), name=shift.cashier_name)
        self.words.say(said)
        dress(self.words, ink="soft" if mine else "attention")
        self._mark.show_icon("money" if mine else "warning", "text_soft" if mine else "attention")
        self.button.say(self.tr("เปิดกะ") if shift is None else self.tr("ดูกะ"))

    def _loaded(self, shift: Shift | None) -> None:
        self.shift = shift
        self.retranslate()
