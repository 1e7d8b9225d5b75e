"""A rule of keeping as it shall be from a day on: of the class under the cursor, or of a new one."""

import re
from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.archive.model import Retention, WantedRule
from desktop.archive.rules import MOST_YEARS
from desktop.office.thai import arabic_digits
from ui.kit.buttons import PrimaryButton, SecondaryButton
from ui.kit.date_edit import ThaiDateEdit
from ui.kit.field import Field, row
from ui.kit.inputs import LineEdit
from ui.kit.language import Speaks
from ui.kit.panels import Panel
from ui.kit.thai_label import ThaiLabel
from ui.kit.tokens import S

WIDE = 420
_YEARS = re.compile(r",? (?:เก็บ [0-9]+ ปี|[0-9]+ years?)$")
"""What the name of a rule says of its years, which are about to be others."""


class RuleForm(Speaks, Panel):
    """`asked` brings a `WantedRule`. Who may not set rules reads why."""

    asked = Signal(object)

    def __init__(self, today: Callable[[], date], *, may_set: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._may_set = may_set
        self._shown: Retention | None = None
        self._code = ""
        self.setFixedWidth(WIDE)
        self.about, self.promise = ThaiLabel(strong=True), ThaiLabel(ink="soft", size="small")
        self.name, self.name_en, self.years, self.cite = LineEdit(), LineEdit(), LineEdit(), LineEdit()
        self.since = ThaiDateEdit(today=today)
        self.name_field, self.english_field = Field("", self.name, must=True), Field("", self.name_en)
        self.years_field, self.since_field = Field("", self.years), Field("", self.since, must=True)
        self.cite_field = Field("", self.cite, must=True)
        self.new_button = SecondaryButton(key="Ctrl+N", icon_name="plus")
        self.button = PrimaryButton(key="F9", icon_name="check")
        self.new_button.clicked.connect(self.begin_new)
        self.button.clicked.connect(self.ask)
        self._lay_out()
        self.setFocusProxy(self.years)
        self.retranslate()
        self.show_rule(None)

    def retranslate(self) -> None:
        self.name_field.say(self.tr("ประเภทหนังสือ"))
        self.english_field.say(self.tr("ชื่อภาษาอังกฤษ"))
        self.years_field.say(self.tr("เก็บกี่ปี"))
        self.years.setPlaceholderText(self.tr("ว่าง คือตลอดไป"))
        self.since_field.say(self.tr("ใช้ตั้งแต่วันที่"))
        self.cite_field.say(self.tr("ตามระเบียบหรือคำสั่ง"))
        self.new_button.say(self.tr("ประเภทใหม่"))
        self.button.say(self.tr("กำหนดกฎ"))
        self._say()

    def show_rule(self, rule: Retention | None) -> None:
        """The rule that would be replaced from a day on; the day is left to the clerk."""
        self._shown, self._code = rule, rule.code if rule else ""
        self._fill(rule)

    def begin_new(self) -> None:
        """A class of letters that has no rule yet."""
        self._code = ""
        self._fill(None)
        self.name.setFocus()

    def saved(self) -> None:
        self.show_rule(self._shown)

    def ask(self) -> None:
        years, day = arabic_digits(self.years.value), self.since.day()
        good = not years or (years.isdecimal() and 1 <= int(years) <= MOST_YEARS)
        for field, wrong in (
            (self.name_field, "" if self.name.value else self.tr("ใส่ประเภทหนังสือ")),
            (self.years_field, "" if good else self.tr("ใส่จำนวนปี 1-{most} หรือเว้นว่าง").format(most=MOST_YEARS)),
            (self.since_field, "" if day else self.tr("ใส่วันที่เริ่มใช้")),
            (self.cite_field, "" if self.cite.value else self.tr("ใส่ระเบียบหรือคำสั่งที่ให้ใช้")),
        ):
            field.say_error(wrong)
        bad = [one for one in (self.name_field, self.years_field, self.since_field, self.cite_field) if one.error]
        if bad:
            bad[0].setFocus()
        elif day is not None:
            kept = int(years) if years else None
            self.asked.emit(
                WantedRule(self.name.value, kept, self.cite.value, day, self.name_en.value, self._code)
            )  # fmt: skip

    def _fill(self, rule: Retention | None) -> None:
        self.name.setText(_YEARS.sub("", rule.name_th) if rule else "")
        self.name_en.setText(_YEARS.sub("", rule.name_en) if rule else "")
        self.years.setText(str(rule.years) if rule and rule.years is not None else "")
        self.cite.setText("")
        self.since.set_day(None)
        for field in (self.name_field, self.years_field, self.since_field, self.cite_field):
            field.clear_error()
        self._say()

    def _say(self) -> None:
        self.about.say(
            self.tr("เปลี่ยนกฎ: {name}").format(name=self._shown.name_th)
            if self._shown and self._code
            else self.tr("ประเภทหนังสือใหม่")
        )
        self.promise.say(
            self.tr("กฎเดิมใช้ถึงวันก่อนวันเริ่มใช้ และยังอยู่ในรายการ บัญชีขอทำลายใช้กฎของวันที่ทำบัญชี")
            if self._may_set
            else self.tr("ผู้กำหนดกฎได้คือเจ้าหน้าที่สารบรรณกลางและผู้บริหาร")
        )
        for widget in (self.name, self.name_en, self.years, self.cite, self.since, self.new_button, self.button):
            widget.setEnabled(self._may_set)

    def _lay_out(self) -> None:
        for widget in (
            self.about, self.name_field, self.english_field, row(self.years_field, self.since_field), self.cite_field,
            self.promise,
        ):  # fmt: skip
            self.body.addWidget(widget)
        foot = QHBoxLayout()
        foot.setSpacing(S)
        foot.addWidget(self.new_button)
        foot.addStretch(1)
        foot.addWidget(self.button)
        self.body.addLayout(foot)
        self.body.addStretch(1)
