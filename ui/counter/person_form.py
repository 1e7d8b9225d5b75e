"""A citizen's particulars as a form: new, from a card, or put right."""

from dataclasses import fields, replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.people.model import Address, Entry, Kind
from desktop.people.rules import kind_of_number, problems
from ui.counter import words
from ui.kit.buttons import PrimaryButton, QuietButton
from ui.kit.field import Field, row
from ui.kit.inputs import ComboBox, LineEdit
from ui.kit.language import Speaks
from ui.kit.panels import Panel, form, scrolling
from ui.kit.thai_label import ThaiLabel
from ui.kit.tokens import S

_OWN = ("title", "given", "middle", "family", "monastic", "number", "phone", "other_phone", "remarks")
_PLACE = tuple(part.name for part in fields(Address))


class PersonForm(Speaks, Panel):
    """`confirmed` brings the entry; `left` when the clerk goes back. Enter in any field keeps it."""

    confirmed = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._entry = Entry()
        self.is_new = True
        self.kind = ComboBox()
        self._kind = Field("", self.kind)
        self.lines = {name: LineEdit() for name in (*_OWN, *_PLACE)}
        self._fields = {name: Field("", line, must=name == "given") for name, line in self.lines.items()}
        self.note = ThaiLabel(ink="soft", size="small")
        self.keep, self.leave = PrimaryButton(key="F9"), QuietButton(key="Esc")
        self._lay_out()
        for name, line in self.lines.items():
            line.returnPressed.connect(self._confirm)
            line.textEdited.connect(lambda _, name=name: self._fields[name].clear_error())
        self.keep.clicked.connect(self._confirm)
        self.leave.clicked.connect(self.left)
        self.setFocusProxy(self.lines["given"])
        self.retranslate()

    def retranslate(self) -> None:
        self.say(self.tr("ประชาชนรายใหม่") if self.is_new else self.tr("แก้ข้อมูลประชาชน"))
        self._kind.say(self.tr("ประเภท"))
        self.kind.offer([(which.value, words.kind(which)) for which in Kind])
        for name, said in self._labels().items():
            self._fields[name].say(said)
        self._fields["number"].hint(self.tr("13 หลัก ไม่ทราบเว้นว่างได้"))
        self._fields["family"].hint(self.tr("ไม่มีเว้นว่างได้"))
        self.note.say(self.tr("เก็บเท่าที่จำเป็นต่องานตามหน้าที่ (PDPA มาตรา 24 (4)) ไม่เก็บภาพถ่าย ศาสนา หมู่โลหิต"))
        self.keep.say(self.tr("บันทึก"))
        self.leave.say(self.tr("ไม่บันทึก"))

    def show_entry(self, entry: Entry, *, is_new: bool) -> None:
        """The form with these words; `is_new`: a number may be typed."""
        self._entry, self.is_new = entry, is_new
        self.kind.choose(entry.kind.value)
        for name in _OWN:
            self.lines[name].setText(getattr(entry, name))
        for name in _PLACE:
            self.lines[name].setText(getattr(entry.address, name))
        for field in self._fields.values():
            field.clear_error()
        self._fields["number"].setVisible(is_new)
        self.retranslate()
        self.show_busy(False)

    def show_busy(self, busy: bool) -> None:
        self.keep.setEnabled(not busy)

    @property
    def entry(self) -> Entry:
        """As it stands in the form."""
        own = {name: self.lines[name].value for name in _OWN}
        place = Address(**{name: self.lines[name].value for name in _PLACE})
        kind = Kind(self.kind.value)
        number_kind = kind_of_number(own["number"], kind) if self.is_new else self._entry.number_kind
        return replace(self._entry, **own, kind=kind, number_kind=number_kind, address=place)

    def _confirm(self) -> None:
        found = problems(self.entry)
        said = self._errors()
        for name in found.keys() & self._fields.keys():
            self._fields[name].say_error(said[name])
        if found:
            first = next((name for name in self.lines if name in found), "given")
            self.lines[first].setFocus()
            return
        self.show_busy(True)
        self.confirmed.emit(self.entry)

    def _errors(self) -> dict[str, str]:
        phone = self.tr("ใส่ตัวเลข 8 ถึง 15 หลัก")
        number = self.tr("เลขไม่ครบหรือหลักสุดท้ายไม่ตรง")
        return {"given": self.tr("ใส่ชื่อ"), "number": number, "phone": phone, "other_phone": phone}

    def _labels(self) -> dict[str, str]:
        return {
            "title": self.tr("คำนำหน้า"),
            "given": self.tr("ชื่อ"),
            "middle": self.tr("ชื่อกลาง"),
            "family": self.tr("นามสกุล"),
            "monastic": self.tr("ฉายา"),
            "number": self.tr("เลขประจำตัว"),
            "phone": self.tr("โทรศัพท์"),
            "other_phone": self.tr("โทรศัพท์อีกเลข"),
            "remarks": self.tr("หมายเหตุ"),
            "house_no": self.tr("บ้านเลขที่"),
            "moo": self.tr("หมู่ที่"),
            "trok": self.tr("ตรอก"),
            "soi": self.tr("ซอย"),
            "road": self.tr("ถนน"),
            "tambon": self.tr("ตำบล"),
            "amphoe": self.tr("อำเภอ"),
            "province": self.tr("จังหวัด"),
            "postcode": self.tr("รหัสไปรษณีย์"),
        }

    def _lay_out(self) -> None:
        part = self._fields
        body = form(
            row(part["title"], part["given"], part["family"], stretch=(2, 4, 4)),
            row(part["number"], part["phone"], stretch=(1, 1)),
            row(part["house_no"], part["moo"], part["trok"], part["soi"]),
            row(part["road"], part["tambon"], part["amphoe"]),
            row(part["province"], part["postcode"], stretch=(2, 1)),
            row(self._kind, part["middle"], part["monastic"]),
            row(part["other_phone"], part["remarks"], stretch=(1, 2)),
            self.note,
        )
        foot = QHBoxLayout()
        foot.setSpacing(S)
        foot.addWidget(self.leave)
        foot.addStretch(1)
        foot.addWidget(self.keep)
        column = QVBoxLayout()
        column.setSpacing(S)
        column.addWidget(scrolling(body), 1)
        column.addLayout(foot)
        self.body.addLayout(column)
