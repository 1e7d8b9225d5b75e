"""Leaving while work waits to be sent: how much, that it is safe, and that it goes on by itself."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from ui.kit.buttons import PrimaryButton, SecondaryButton
from ui.kit.counted import counted
from ui.kit.language import Speaks
from ui.kit.panels import Glyph
from ui.kit.thai_label import ThaiLabel, label
from ui.kit.tokens import XL, L, M, S


class Farewell(Speaks, QDialog):
    """Accepted when the clerk leaves."""

    def __init__(self, waiting: int, files: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._waiting, self._files = waiting, files
        self.title, self.words = label(size="head"), ThaiLabel()
        self.stay, self.leave = SecondaryButton(key="Esc"), PrimaryButton(key="F9")
        self.stay.clicked.connect(self.reject)
        self.leave.clicked.connect(self.accept)
        head = QHBoxLayout()
        head.setSpacing(M)
        head.addWidget(Glyph("hourglass", "attention", 24))
        head.addWidget(self.title, 1)
        foot = QHBoxLayout()
        foot.setSpacing(S)
        foot.addStretch(1)
        foot.addWidget(self.stay)
        foot.addWidget(self.leave)
        column = QVBoxLayout(self)
        column.setContentsMargins(XL, XL, XL, L)
        column.setSpacing(M)
        column.addLayout(head)
        column.addWidget(self.words)
        column.addSpacing(S)
        column.addLayout(foot)
        self.setMinimumWidth(480)
        self.retranslate()
        self.leave.setFocus()

    def retranslate(self) -> None:
        self.setWindowTitle(self.tr("ปิดโปรแกรม"))
        self.title.setText(self._counted())
        self.words.say(self.tr("ทุกรายการบันทึกอยู่ครบในเครื่องนี้ และจะส่งต่อเองเมื่อเปิดโปรแกรมครั้งหน้า"))
        self.stay.say(self.tr("ทำงานต่อ"))
        self.leave.say(self.tr("ปิดโปรแกรม"))

    def _counted(self) -> str:
        if not self._files:
            return counted(self.tr("ยังมี {count} รายการรอส่ง"), self._waiting).format(count=self._waiting)
        if not self._waiting:
            return counted(self.tr("ยังมี {count} ไฟล์รอส่ง"), self._files).format(count=self._files)
        words = counted(self.tr("ยังมี {count} รายการ และ {files} ไฟล์รอส่ง"), self._waiting)
        return words.format(count=self._waiting, files=self._files)
