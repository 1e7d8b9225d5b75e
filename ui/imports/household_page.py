"""A town's houses out of a sheet, as an old register comes in: columns named, tried, put right, entered."""

from desktop.interchange.model import DryRun, Outcome
from ui.imports.household_presenter import HouseholdPresenter
from ui.imports.register_page import RegisterPage
from ui.kit.counted import counted
from ui.notices import Notices
from ui.work import Worker


class HouseholdPage(RegisterPage):
    """`entered` when an import ended, whole or stopped."""

    def __init__(self, presenter: HouseholdPresenter, worker: Worker, notices: Notices) -> None:
        super().__init__(presenter, worker, notices)
        for widget in (self.fields["book"], self.fields["year"], self.own):
            widget.hide()

        def group() -> str:
            return self.tr("นำบัญชีค่าขยะเข้าทั้งเมือง")

        self.keys.name("F3", lambda: self.tr("เลือกแฟ้มครัวเรือน"), group=group)
        self.keys.name("F5", lambda: self.tr("ตรวจทั้งแฟ้มโดยไม่บันทึก"), group=group)
        self.keys.name("F9", lambda: self.tr("นำเข้า"), group=group)

    def retranslate(self) -> None:
        super().retranslate()
        self.fields["name"].say(self.tr("เริ่มเก็บตั้งแต่เดือน (ถ้าในแฟ้มไม่มี)"))
        self.setAccessibleName(self.tr("นำบัญชีค่าขยะเข้าทั้งเมือง"))
        self.file_button.say(self.tr("เลือกแฟ้มครัวเรือน"))
        self.nothing.say(
            self.tr("นำบัญชีค่าขยะเข้าทั้งเมือง"),
            self.tr("เลือกแฟ้ม Excel (.xlsx) หรือ CSV ด้วย F3 ตรวจก่อนได้โดยไม่บันทึก บ้านที่มีบัญชีแล้วไม่ถูกเปิดซ้ำ"),
        )

    def _show(self) -> None:
        super()._show()
        tried = self.presenter.tried
        self.enter_button.say(
            counted(self.tr("นำเข้า {count:,} หลัง"), tried.ready).format(count=tried.ready)
            if tried
            else self.tr("นำเข้า")
        )

    def _entered(self, done: Outcome) -> None:
        self.presenter.tried = None
        self._finish()
        self._show()
        self.file_button.setFocus()
        words_ = counted(self.tr("เปิดบัญชีแล้ว {entered:,} หลัง มีอยู่ก่อน {there:,} ไม่ได้นำเข้า {wrong:,}"), done.entered)
        self._notices.say("ready", words_.format(entered=done.entered, there=done.there, wrong=done.wrong))
        self.entered.emit()

    def _sums(self, tried: DryRun | None) -> str:
        if tried is None:
            return super()._sums(tried)
        said = counted(
            self.tr("พร้อมเปิด {ready:,} หลัง · มีบัญชีแล้ว {there:,} · ข้าม {left:,} · ต้องแก้ {wrong:,}"), tried.ready
        )
        return said.format(ready=tried.ready, there=tried.there, left=tried.left_out, wrong=tried.wrong)
