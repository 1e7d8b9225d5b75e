"""One quiet line over the form: whether the pages are being read, and what came of it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.kit.buttons import QuietButton
from ui.kit.counted import counted
from ui.kit.language import Speaks
from ui.kit.thai_label import ThaiLabel
from ui.kit.tokens import S


class ReadingLine(Speaks, QWidget):
    """`stopped` when nobody wants to wait for it; `spoken` after the language changed."""

    stopped = Signal()
    spoken = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.said = ThaiLabel(ink="soft", size="small")
        self.stop_button = QuietButton()
        self.stop_button.clicked.connect(self.stopped)
        self._state, self._count = "", 0
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(S)
        line.addWidget(self.said, 1)
        line.addWidget(self.stop_button, 0, Qt.AlignmentFlag.AlignTop)
        self.retranslate()

    def retranslate(self) -> None:
        self.stop_button.say(self.tr("ไม่รอ"))
        self._say()
        self.spoken.emit()

    def show_nothing(self) -> None:
        self._show("")

    def show_reading(self) -> None:
        self._show("reading")

    def show_found(self, count: int) -> None:
        """So many fields wait to be looked at; none: nothing was found."""
        self._show("found", count)

    def show_unable(self, *, no_model: bool) -> None:
        self._show("no_model" if no_model else "failed")

    @property
    def state(self) -> str:
        return self._state

    def _show(self, state: str, count: int = 0) -> None:
        self._state, self._count = state, count
        self._say()

    def _say(self) -> None:
        found = counted(self.tr("อ่านพบ {count} ช่อง ดูภาพแล้วกด Enter รับ หรือพิมพ์ทับ"), self._count).format(count=self._count)
        said = {
            "reading": self.tr("กำลังอ่านหน้าหนังสือ พิมพ์ได้เลยไม่ต้องรอ"),
            "found": found if self._count else self.tr("อ่านแล้วไม่พบช่องที่แน่ใจ พิมพ์ตามปกติ"),
            "no_model": self.tr("เครื่องนี้ยังไม่มีส่วนอ่านภาษาไทย พิมพ์ตามปกติ"),
            "failed": self.tr("อ่านหน้านี้ไม่สำเร็จ พิมพ์ตามปกติ"),
        }.get(self._state, "")
        self.said.say(said)
        self.stop_button.setVisible(self._state == "reading")
        self.setVisible(bool(said))
