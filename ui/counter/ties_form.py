"""ทะเบียนบ้าน: the houses of a citizen or the people of a house, ties that begin and end, and the house itself."""

from dataclasses import fields

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.counter.model import Page
from desktop.people.model import Address, House, Tie, Tied
from ui.counter import words
from ui.kit.buttons import PrimaryButton, QuietButton, SecondaryButton
from ui.kit.chips import Badge
from ui.kit.columns import Column
from ui.kit.field import Field, row
from ui.kit.inputs import ComboBox, LineEdit
from ui.kit.language import Speaks
from ui.kit.panels import Panel
from ui.kit.rows import RowsModel
from ui.kit.table import TableView
from ui.kit.tokens import S

translate = QCoreApplication.translate
_PLACE = tuple(part.name for part in fields(Address))
_OWN = ("code", "remarks")


def _rows() -> RowsModel[Tied]:
    columns = (
        Column[Tied](lambda: translate("Citizens", "ฐานะ"), lambda one: words.tie_name(one.tie), 180),
        Column[Tied](lambda: translate("Citizens", "บ้าน"), lambda one: one.where, 160, strong=True),
        Column[Tied](lambda: translate("Citizens", "ชื่อ"), lambda one: one.who, 160, stretch=True),
        Column[Tied](lambda: translate("Citizens", "สถานะ"), _until, 150, badges=_state),
    )
    return RowsModel(columns, key=lambda one: one.id)


def _until(tied: Tied) -> str:
    return translate("Citizens", "สิ้นสุดแล้ว") if tied.until else translate("Citizens", "ปัจจุบัน")


def _state(tied: Tied) -> tuple[Badge, ...]:
    return (Badge(_until(tied), "neutral" if tied.until else "ready", "" if tied.until else "check", bare=True),)


class TiesForm(Speaks, Panel):
    """`tied` brings a house and what the citizen is to it, `ended` a tie that is over, `amended` a house put right."""

    tied = Signal(object, object)
    ended = Signal(object)
    amended = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._page: Page | None = None
        self.rows = _rows()
        self.table: TableView[Tied] = TableView()
        self.table.show_model(self.rows)
        self.tie = ComboBox()
        self._tie = Field("", self.tie)
        self.lines = {name: LineEdit() for name in (*_PLACE, *_OWN)}
        self._fields = {name: Field("", line, must=name == "house_no") for name, line in self.lines.items()}
        self.keep, self.leave = PrimaryButton(key="F9"), QuietButton(key="Esc")
        self.end = SecondaryButton(key="Ctrl+R")
        self._lay_out()
        for name, line in self.lines.items():
            line.returnPressed.connect(self._confirm)
            line.textEdited.connect(lambda _, name=name: self._fields[name].clear_error())
        self.table.chosen.connect(lambda _: self._show_end())
        self.end.clicked.connect(self._end)
        self.keep.clicked.connect(self._confirm)
        self.leave.clicked.connect(self.left)
        self.setFocusProxy(self.lines["house_no"])
        self.retranslate()

    def retranslate(self) -> None:
        of_house = self._page is not None and self._page.house is not None
        self.say(self.tr("ทะเบียนบ้าน") + (f" · {self._page.name}" if self._page else ""))
        self.table.setAccessibleName(self.tr("คนกับบ้าน"))
        self._tie.say(self.tr("ฐานะในบ้าน"))
        self.tie.offer([(which.value, words.tie_name(which)) for which in (Tie.PAYER, Tie.OWNER, Tie.RESIDENT)])
        for name, said in self._labels().items():
            self._fields[name].say(said)
        self.keep.say(self.tr("บันทึกบ้าน") if of_house else self.tr("ผูกกับบ้านนี้"))
        self.end.say(self.tr("สิ้นสุดแล้ว"))
        self.leave.say(self.tr("กลับ"))
        self.rows.retitle()

    def ask(self, page: Page) -> None:
        """The ties of a page; a citizen's begins with the town that they live in, a house with itself."""
        self._page = page
        self.rows.show_rows(page.houses)
        known = page.house or House(b"", page.citizen.entry.address if page.citizen else Address())
        for name in _PLACE:
            keeps = page.house is not None or not page.houses
            self.lines[name].setText(getattr(known.address, name) if keeps or name in _TOWN else "")
        for name in _OWN:
            self.lines[name].setText(getattr(known, name))
            self._fields[name].setVisible(page.house is not None)
        for field in self._fields.values():
            field.clear_error()
        self._tie.setVisible(page.house is None)
        if page.houses:
            self.table.choose(0)
        self._show_end()
        self.retranslate()

    def _typed(self) -> House:
        said = {name: line.value for name, line in self.lines.items()}
        known = self._page.house if self._page and self._page.house else House(b"", Address())
        place = Address(**{name: said[name] for name in _PLACE})
        return House(known.id, place, said["code"], known.lat, known.lon, said["remarks"], known.ids)

    def _confirm(self) -> None:
        house = self._typed()
        if not house.address.house_no:
            self._fields["house_no"].say_error(self.tr("ใส่บ้านเลขที่"))
            self.lines["house_no"].setFocus()
        elif self._page is not None and self._page.house is not None:
            self.amended.emit(house)
        else:
            self.tied.emit(house, Tie(self.tie.value))

    def _end(self) -> None:
        tied = self.table.current()
        if tied is not None and tied.until is None:
            self.ended.emit(tied)

    def _show_end(self) -> None:
        tied = self.table.current()
        self.end.setEnabled(tied is not None and tied.until is None)

    def _labels(self) -> dict[str, str]:
        return {
            "house_no": self.tr("บ้านเลขที่"),
            "moo": self.tr("หมู่ที่"),
            "trok": self.tr("ตรอก"),
            "soi": self.tr("ซอย"),
            "road": self.tr("ถนน"),
            "tambon": self.tr("ตำบล"),
            "amphoe": self.tr("อำเภอ"),
            "province": self.tr("จังหวัด"),
            "postcode": self.tr("รหัสไปรษณีย์"),
            "code": self.tr("รหัสประจำบ้าน"),
            "remarks": self.tr("หมายเหตุ"),
        }

    def _lay_out(self) -> None:
        part = self._fields
        foot = QHBoxLayout()
        foot.setSpacing(S)
        foot.addWidget(self.leave)
        foot.addWidget(self.end)
        foot.addStretch(1)
        foot.addWidget(self.keep)
        self.body.addWidget(self.table, 1)
        self.body.addWidget(row(self._tie, part["house_no"], part["moo"], part["trok"], part["soi"]))
        self.body.addWidget(row(part["road"], part["tambon"], part["amphoe"], part["province"], part["postcode"]))
        self.body.addWidget(row(part["code"], part["remarks"], stretch=(1, 2)))
        self.body.addLayout(foot)


_TOWN = ("tambon", "amphoe", "province", "postcode")
