"""ตรวจเอกสาร: a code that is scanned or in a picture, and whether it is to be believed; and what others check by."""

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop.application import Office
from desktop.office.dates import local_date
from desktop.office.money import format_baht
from desktop.proofs.model import PaperKind, Standing, Verdict
from desktop.sheets.model import Filed
from desktop.waste.rules import first_day, month_after, month_of, month_words
from ui.kit.buttons import IconButton, PrimaryButton, SecondaryButton
from ui.kit.days import moment, month
from ui.kit.field import Field
from ui.kit.files import keep
from ui.kit.inputs import LineEdit
from ui.kit.keys import Keys
from ui.kit.language import Speaks
from ui.kit.panels import Panel, side_by_side
from ui.kit.thai_label import ThaiLabel, label
from ui.kit.tokens import L, S
from ui.notices import Notices
from ui.sheets.printing import SheetPrinting
from ui.work import Worker

_INKS = {Standing.GENUINE: "ready", Standing.REVOKED: "danger", Standing.ALTERED: "danger"}
_WIDE = 640
_REGISTER = "register"


class CheckScreen(Speaks, QWidget):
    """A scanner types the code and Enter; a picture is read in the background."""

    def __init__(
        self, office: Office, worker: Worker, notices: Notices, printing: SheetPrinting, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._office, self._worker, self._notices, self._printing = office, worker, notices, printing
        self.month = month_of(local_date(office.clock.now()))
        self.before, self.after, self.month_name = IconButton("page-prev"), IconButton("page-next"), label(strong=True)
        self.register_button = SecondaryButton(key="Ctrl+P", icon_name="printer")
        self._verdict: Verdict | None = None
        self.code = LineEdit()
        self._field = Field("", self.code)
        self.check_button = PrimaryButton(key="F9")
        self.picture, self.page, self.list = SecondaryButton(key="F3"), SecondaryButton(), SecondaryButton()
        self.result = Panel()
        self.word, self.why, self.facts = ThaiLabel(strong=True), ThaiLabel(), ThaiLabel()
        self.age = ThaiLabel(ink="soft")
        self._keys = Keys(self)
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.code)
        self.retranslate()

    def retranslate(self) -> None:
        self._field.say(self.tr("สแกนหรือวางรหัสของเอกสาร"))
        self.check_button.say(self.tr("ตรวจ"))
        self.picture.say(self.tr("อ่านจากรูปภาพ"))
        self.page.say(self.tr("บันทึกหน้าตรวจเอกสาร"))
        self.list.say(self.tr("บันทึกรายการยกเลิก"))
        self.before.say(self.tr("เดือนก่อน"))
        self.after.say(self.tr("เดือนถัดไป"))
        self.register_button.say(self.tr("พิมพ์ทะเบียนเอกสารที่ยกเลิก"))
        self._say_month()
        if self._verdict is not None:
            self.show_verdict(self._verdict)

    def check(self) -> None:
        """Judges what stands in the field; the next scan begins anew."""
        text, proofs = self.code.text(), self._office.proofs
        self.code.selectAll()
        if text.strip():
            self._worker.run(lambda: proofs.judge(text), owner=self, on_done=self.show_verdict)

    def read_picture(self, path: Path) -> None:
        """Judges the code in a picture file, the first that is one of ours."""
        proofs = self._office.proofs
        self._worker.run(lambda: proofs.judge_picture(path.read_bytes()), owner=self, on_done=self.show_verdict)

    def turn(self, months: int) -> None:
        """To another month, never past this one."""
        self.month = min(month_after(self.month, months), month_of(local_date(self._office.clock.now())))
        self._say_month()

    def print_register(self) -> None:
        """Sends the month's cancelled papers to the clerk's printer."""
        office, first = self._office, first_day(self.month)
        last = first_day(month_after(self.month)) - timedelta(days=1)
        name = f"ทะเบียนเอกสารที่ยกเลิก {month_words(self.month)}"
        self._printing.print_file(
            _REGISTER, name, None, lambda: Filed(_REGISTER, name, office.revoked_pdf(first, last))
        )

    def _say_month(self) -> None:
        self.month_name.setText(month(first_day(self.month)))
        self.after.setEnabled(self.month < month_of(local_date(self._office.clock.now())))

    def show_verdict(self, verdict: Verdict) -> None:
        self._verdict = verdict
        words, why = self._words(verdict)
        self.word.say(words)
        self.word.setProperty("ink", _INKS.get(verdict.standing, "attention"))
        self.word.style().polish(self.word)
        self.why.say(why)
        self.facts.say(self._facts(verdict))
        self.age.say(
            self.tr("รายการยกเลิก ณ {when}").format(when=_moment(verdict.list_at))
            if verdict.list_at
            else self.tr("ยังไม่มีรายการยกเลิกจากสำนักงาน")
        )
        self.result.show()

    def _words(self, verdict: Verdict) -> tuple[str, str]:
        lost = self.tr("โต๊ะที่ลงนามแจ้งหายเมื่อ {when}").format(when=_moment(verdict.lost_at)) if verdict.lost_at else ""
        said = {
            Standing.GENUINE: (self.tr("แท้"), lost or self.tr("ลายเซ็นถูกต้อง ตรงกับที่สำนักงานออก")),
            Standing.REVOKED: (
                self.tr("ถูกยกเลิกแล้ว"),
                self.tr("ยกเลิกเมื่อ {when}").format(when=_moment(verdict.revoked_at)),
            ),
            Standing.ALTERED: (self.tr("ถูกแก้ไข"), self.tr("ลายเซ็นไม่ตรงกับข้อมูล อย่ารับเอกสารนี้")),
            Standing.DOUBTFUL: (self.tr("น่าสงสัย"), lost or self.tr("ลงนามนอกช่วงที่สำนักงานรับรองโต๊ะนี้")),
            Standing.FOREIGN: (
                self.tr("ไม่ใช่ของสำนักงานนี้"),
                self.tr("อ้างว่าออกโดย {office}").format(office=verdict.office_name),
            ),
            Standing.UNREADABLE: (self.tr("ตรวจไม่ได้"), self.tr("ไม่ใช่รหัสที่ลงนาม หรืออ่านได้ไม่ครบ ลองสแกนใหม่")),
        }
        return said[verdict.standing]

    def _facts(self, verdict: Verdict) -> str:
        claim = verdict.claim
        if claim is None:
            return ""
        kinds = {
            PaperKind.RECEIPT: self.tr("ใบเสร็จรับเงิน"),
            PaperKind.CERTIFICATE: self.tr("หนังสือรับรอง"),
            PaperKind.CASE: self.tr("ใบรับเรื่อง"),
        }
        money = self.tr("{sum} บาท").format(sum=format_baht(claim.satang)) if claim.satang else ""
        parts = (f"{kinds[claim.kind]} {claim.number}", _moment(claim.at), claim.subject, money, verdict.desk)
        return " · ".join(part for part in parts if part)

    def _keep_page(self) -> None:
        from desktop.proofs.page import page

        self._keep(lambda: page(self._office.proofs.trust()), "check-papers.html", "HTML (*.html)")

    def _keep_list(self) -> None:
        from desktop.proofs.page import trust_file

        self._keep(lambda: trust_file(self._office.proofs.trust()), "revoked-papers.json", "JSON (*.json)")

    def _keep(self, make: Callable[[], bytes], name: str, kinds: str) -> None:
        chosen, _ = QFileDialog.getSaveFileName(self, self.page.text(), name, kinds)
        if chosen:
            self._worker.run(lambda: keep(make(), Path(chosen)), owner=self, on_done=self._kept)

    def _kept(self, path: Path) -> None:
        self._notices.say("ready", self.tr("บันทึกแล้ว"), path.name)

    def _choose_picture(self) -> None:
        kinds = "PNG, JPEG (*.png *.jpg *.jpeg *.webp *.bmp)"
        chosen, _ = QFileDialog.getOpenFileName(self, self.picture.text(), "", kinds)
        if chosen:
            self.read_picture(Path(chosen))

    def _connect(self) -> None:
        self.code.returnPressed.connect(self.check)
        self.check_button.clicked.connect(self.check)
        self.picture.clicked.connect(self._choose_picture)
        self.page.clicked.connect(self._keep_page)
        self.list.clicked.connect(self._keep_list)
        self.before.clicked.connect(lambda: self.turn(-1))
        self.after.clicked.connect(lambda: self.turn(1))
        self.register_button.clicked.connect(self.print_register)

        def group() -> str:
            return self.tr("ตรวจเอกสาร")

        self._keys.name("F9", lambda: self.tr("ตรวจ"), group=group)
        self._keys.name("F3", lambda: self.tr("อ่านจากรูปภาพ"), group=group)
        self._keys.name("Ctrl+P", lambda: self.tr("พิมพ์ทะเบียนเอกสารที่ยกเลิก"), group=group)

    def _lay_out(self) -> None:
        for words in (self.word, self.why, self.facts, self.age):
            self.result.body.addWidget(words)
        self.word.setProperty("scale", "large")
        self.result.hide()
        line = QHBoxLayout()
        line.setSpacing(S)
        for button in (self.picture, self.page, self.list):
            line.addWidget(button)
        line.addStretch(1)
        line.addWidget(self.check_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(L, L, L, L)
        column.setSpacing(L)
        for widget in (self._field, self.result):
            column.addWidget(widget)
        column.addLayout(line)
        column.addStretch(1)
        column.addLayout(side_by_side(self.before, self.month_name, self.after, self.register_button, None))
        self.result.setMinimumWidth(_WIDE)


def _moment(at: datetime | None) -> str:
    return moment(at) if at else ""
