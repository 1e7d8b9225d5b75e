"""The account of a house on a form: opened, or changed from a month on."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.office.money import format_baht
from desktop.office.thai import arabic_digits
from desktop.waste.model import Account, Payer, Place, Standing
from desktop.waste.rules import charge_of, read_month
from ui.kit.buttons import PrimaryButton, QuietButton
from ui.kit.days import months
from ui.kit.field import Field, row
from ui.kit.inputs import ComboBox, LineEdit
from ui.kit.language import Speaks
from ui.kit.panels import Panel, scrolling
from ui.kit.thai_label import ThaiLabel
from ui.kit.tokens import M, S
from ui.waste import words
from ui.waste.presenter import Typed


class AccountForm(Speaks, Panel):
    """`saved` brings what was typed; `left` when it is put away. `account` None: a new one."""

    saved = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.account: Account | None = None
        self._area = Place()
        self.house_no, self.moo, self.soi, self.road = LineEdit(), LineEdit(), LineEdit(), LineEdit()
        self.payer, self.address, self.litres, self.month = LineEdit(), LineEdit(), LineEdit(), LineEdit()
        self.standing, self.reason = ComboBox(), LineEdit()
        self.fields = {
            "house_no": Field("", self.house_no, must=True), "moo": Field("", self.moo), "soi": Field("", self.soi),
            "road": Field("", self.road), "payer": Field("", self.payer, must=True), "address": Field("", self.address),
            "rate": Field("", self.litres), "from_month": Field("", self.month, must=True),
            "standing": Field("", self.standing), "reason": Field("", self.reason),
        }  # fmt: skip
        self.fee = ThaiLabel(ink="soft")
        self.save_button, self.leave_button = PrimaryButton(key="F9", icon_name="check"), QuietButton(key="Esc")
        self._lay_out()
        self.save_button.clicked.connect(self.save)
        self.leave_button.clicked.connect(self.left)
        for edit in (self.litres, self.month):
            edit.textChanged.connect(lambda _: self._say_fee())
        self.retranslate()

    def retranslate(self) -> None:
        said = {
            "house_no": self.tr("บ้านเลขที่"), "moo": self.tr("หมู่"), "soi": self.tr("ซอย"), "road": self.tr("ถนน"),
            "payer": self.tr("ผู้ชำระ"), "address": self.tr("ที่อยู่ส่งใบแจ้ง (ถ้าไม่ใช่บ้านนี้)"),
            "rate": self.tr("ลิตรต่อวัน (ว่าง = ครัวเรือน)"), "from_month": self.tr("ตั้งแต่เดือน"),
            "standing": self.tr("สถานะ"), "reason": self.tr("เหตุผล"),
        }  # fmt: skip
        for name, field in self.fields.items():
            field.say(said[name])
        self.standing.offer([(one.value, words.standing(one)) for one in Standing])
        self.save_button.say(self.tr("บันทึก"))
        self.leave_button.say(self.tr("ไม่บันทึก"))
        if typed := read_month(self.month.value):
            self.month.setText(months((typed,)))
        self._say_title()
        self._say_fee()
        if any(field.error for field in self.fields.values()):
            self._say_wrong(self.typed())

    def show_account(self, account: Account | None, month: str, area: Place) -> None:
        """A new one in `area`, or one that is there; what is settled begins in `month` unless another is typed."""
        self.account, self._area = account, area
        place, payer = (account.place, account.payer) if account else (Place(), Payer(""))
        for edit, text in (
            (self.house_no, place.house_no), (self.moo, place.moo), (self.soi, place.soi), (self.road, place.road),
            (self.payer, payer.name), (self.address, payer.address), (self.month, months((month,))),
            (self.reason, ""),
        ):  # fmt: skip
            edit.setText(text)
        rate = account.rate if account else None
        self.litres.setText(str(rate.litres) if rate and rate.litres else "")
        self.standing.choose((account.standing if account and account.standing else Standing.CHARGED).value)
        for edit in (self.house_no, self.moo, self.soi, self.road):
            edit.setReadOnly(account is not None)
        for field in self.fields.values():
            field.clear_error()
        self._say_title()
        self._say_fee()
        self.setFocusProxy(self.payer if account else self.house_no)
        self.setFocus()

    def save(self) -> None:
        """Says at its field what is missing, or brings what was typed."""
        typed = self.typed()
        if wrong := self._say_wrong(typed):
            self.fields[next(iter(wrong))].editor.setFocus()
        else:
            self.saved.emit(typed)

    def _say_wrong(self, typed: Typed) -> dict[str, str]:
        wrong = self._wrong(typed)
        for name, field in self.fields.items():
            field.say_error(wrong.get(name, ""))
        return wrong

    def typed(self) -> Typed:
        figures = arabic_digits(self.litres.value).replace(",", "")
        litres = int(figures) if figures.isdecimal() else None
        here = (arabic_digits(self.house_no.value), arabic_digits(self.moo.value), "", self.soi.value, self.road.value)
        area = self._area
        place = self.account.place if self.account else Place(*here, area.tambon, area.amphoe, area.province)
        payer = Payer(self.payer.value, self.address.value)
        month = read_month(self.month.value) or ""
        return Typed(place, payer, litres, month, Standing(self.standing.value), self.reason.value)

    def _wrong(self, typed: Typed) -> dict[str, str]:
        found: dict[str, str] = {}
        if not typed.place.house_no:
            found["house_no"] = self.tr("ใส่บ้านเลขที่")
        if not typed.payer.name:
            found["payer"] = self.tr("ใส่ชื่อผู้ชำระ")
        if not typed.month:
            found["from_month"] = self.tr("เช่น พ.ย. 2569 หรือ 11/69")
        elif charge_of(typed.rate, typed.month) is None or (self.litres.value and typed.litres is None):
            found["rate"] = self.tr("ไม่มีอัตรานี้")
        changed = self.account is None or typed.standing is not self.account.standing
        if changed and not typed.reason and (self.account is not None or typed.standing is not Standing.CHARGED):
            found["reason"] = self.tr("ใส่เหตุผล")
        return found

    def _say_title(self) -> None:
        self.say(self.tr("เปลี่ยนบัญชีค่าขยะ") if self.account else self.tr("เปิดบัญชีค่าขยะ"))

    def _say_fee(self) -> None:
        typed = self.typed()
        charge = charge_of(typed.rate, typed.month) if typed.month else None
        steps = " · ".join(step.th for step in charge.computed.steps) if charge and charge.computed else ""
        money = format_baht(charge.amount_satang) if charge else "–"
        self.fee.say(self.tr("เดือนละ {money} บาท").format(money=money) + (f"  ({steps})" if steps else ""))

    def _lay_out(self) -> None:
        fields, inside = self.fields, QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(M)
        column.addWidget(row(fields["house_no"], fields["moo"]))
        column.addWidget(row(fields["soi"], fields["road"]))
        column.addWidget(fields["payer"])
        column.addWidget(fields["address"])
        column.addWidget(row(fields["rate"], fields["from_month"]))
        column.addWidget(self.fee)
        column.addWidget(row(fields["standing"], fields["reason"]))
        column.addStretch(1)
        self.body.addWidget(scrolling(inside), 1)
        foot = QHBoxLayout()
        foot.setSpacing(S)
        foot.addWidget(self.leave_button)
        foot.addStretch(1)
        foot.addWidget(self.save_button)
        self.body.addLayout(foot)
