"""The register of some days as a file: the form for the book, tables for other programs, the list for everybody."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.certificates.presenter import EXPORTS, CertificatesPresenter
from ui.kit.buttons import PrimaryButton, QuietButton
from ui.kit.date_edit import ThaiDateEdit
from ui.kit.field import Field, row
from ui.kit.inputs import ComboBox
from ui.kit.language import Speaks
from ui.kit.panels import Panel, side_by_side
from ui.kit.tokens import M


class ExportForm(Speaks, Panel):
    """`wanted` brings (how, first, last); hidden until it is asked, and `left` when it goes."""

    wanted = Signal(str, object, object)
    left = Signal()

    def __init__(self, presenter: CertificatesPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._presenter = presenter
        self.how_box = ComboBox()
        self.how = Field("", self.how_box)
        self.first, self.last = (Field("", ThaiDateEdit(today=lambda: presenter.today), must=True) for _ in range(2))
        self.keep_button, self.leave_button = PrimaryButton(key="F9", icon_name="import"), QuietButton(key="Esc")
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(M)
        column.addWidget(row(self.how, self.first, self.last, stretch=(3, 2, 2)))
        column.addLayout(side_by_side(self.leave_button, None, self.keep_button))
        self.body.addWidget(holder)
        self.keep_button.clicked.connect(self._confirm)
        self.leave_button.clicked.connect(self.left)
        self.hide()
        self.retranslate()

    def retranslate(self) -> None:
        self.say(self.tr("บันทึกทะเบียนเป็นแฟ้ม"))
        self.how.say(self.tr("อย่างไร"))
        self.first.say(self.tr("ออกตั้งแต่วันที่"))
        self.last.say(self.tr("ถึงวันที่"))
        self.keep_button.say(self.tr("บันทึกแฟ้ม"))
        self.leave_button.say(self.tr("ไม่บันทึก"))
        names = {
            "pdf": self.tr("ทะเบียน PDF"),
            "xlsx": self.tr("ตาราง XLSX"),
            "csv": self.tr("ตาราง CSV"),
            "public": self.tr("รายชื่อเปิดเผย CSV"),
        }
        self.how_box.offer([(one, names[one]) for one in EXPORTS])

    def ask(self) -> None:
        today = self._presenter.today
        for field, day in ((self.first, date(today.year, 1, 1)), (self.last, today)):
            assert isinstance(field.editor, ThaiDateEdit)
            field.editor.set_day(day)
        self.show()
        self.how.setFocus()

    def _confirm(self) -> None:
        first, last = (self._day(field) for field in (self.first, self.last))
        if first is None or last is None or last < first:
            self.last.say_error(self.tr("ตรวจวันที่"))
            return
        self.last.clear_error()
        self.wanted.emit(self.how_box.value, first, last)

    def _day(self, field: Field) -> date | None:
        assert isinstance(field.editor, ThaiDateEdit)
        return field.editor.day()
