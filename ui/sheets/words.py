"""What the screens say of a sheet: which one it is, what became of it, why somebody is asked."""

from PySide6.QtCore import QCoreApplication

from desktop.sheets.model import Doubt, Outcome, Role, Run, Sheet
from ui.kit.chips import Badge
from ui.kit.counted import counted

translate = QCoreApplication.translate


def kinds() -> dict[str, str]:
    """The papers that go through the journal, by their kind."""
    return {
        "receipt": translate("Sheets", "ใบเสร็จ"),
        "bill": translate("Sheets", "ใบแจ้งชำระ"),
        "waste": translate("Sheets", "ใบแจ้งค่าขยะ"),
        "reminder": translate("Sheets", "หนังสือเตือน"),
        "case": translate("Sheets", "ใบรับเรื่อง"),
        "notice": translate("Sheets", "ใบรับแจ้ง"),
        "crew": translate("Sheets", "ใบสั่งงาน"),
        "certificate": translate("Sheets", "หนังสือรับรอง"),
        "shift": translate("Sheets", "ใบนำส่งเงิน"),
        "register": translate("Sheets", "ทะเบียนและรายชื่อ"),
        "letter": translate("Sheets", "หนังสือออก"),
        "envelope": translate("Sheets", "ซองจดหมาย"),
        "secret": translate("Sheets", "เอกสารลับ"),
        "stamp": translate("Sheets", "ตรารับ"),
        "custody": translate("Sheets", "ใบติดตามต้นฉบับ"),
    }


def paper_name(kind: str, label: str) -> str:
    """A paper by its kind and number; but for receipts the label says all of it."""
    return translate("Sheets", "ใบเสร็จ {number}").format(number=label) if kind == "receipt" else label


def of_run(run: Run) -> str:
    return paper_name(run.job.kind, run.job.label)


def role(sheet: Sheet) -> str:
    """Which copy, which page of it, and the mark that it bears."""
    one = sheet.wanted
    if one.role is Role.PILE:
        return counted(translate("Sheets", "{count:,} แผ่น (แผ่นที่ {page:,}–{of:,})"), one.sheets).format(
            count=one.sheets, page=one.page, of=one.of
        )
    names = {
        Role.ORIGINAL: translate("Sheets", "ต้นฉบับ"),
        Role.COPY: translate("Sheets", "สำเนา"),
        Role.BOTH: translate("Sheets", "ต้นฉบับและสำเนา"),
        Role.PAGE: translate("Sheets", "เอกสาร"),
    }
    words = [names[one.role]]
    if one.of > 1:
        words.append(translate("Sheets", "แผ่นที่ {page}/{of}").format(page=one.page, of=one.of))
    if one.voided:
        words.append(translate("Sheets", "ยกเลิก"))
    if one.time:
        words.append(translate("Sheets", "พิมพ์ซ้ำครั้งที่ {time}").format(time=one.time))
    return " · ".join(words)


def why(doubt: Doubt) -> str:
    return {
        Doubt.NONE: "",
        Doubt.UNHEARD: translate("Sheets", "โปรแกรมปิดไปก่อนรู้ผลจากเครื่องพิมพ์"),
        Doubt.FAILED: translate("Sheets", "เครื่องพิมพ์แจ้งว่าพิมพ์ไม่สำเร็จ"),
        Doubt.CANCELLED: translate("Sheets", "งานพิมพ์ถูกยกเลิกที่เครื่องพิมพ์"),
        Doubt.FORGOTTEN: translate("Sheets", "ถามเครื่องพิมพ์แล้วไม่ได้คำตอบ"),
        Doubt.HELD_UP: translate("Sheets", "เครื่องพิมพ์หยุดอยู่ กระดาษหมด ติด หรือปิดเครื่อง"),
        Doubt.COUNT: translate("Sheets", "เครื่องพิมพ์นับกระดาษได้มากกว่าที่สั่ง"),
        Doubt.PERSON: translate("Sheets", "มีผู้แจ้งว่าใบที่เห็นไม่ตรงกับที่บันทึก"),
    }[doubt]


def outcome_badge(sheet: Sheet) -> Badge:
    return {
        Outcome.SENT: Badge(translate("Sheets", "ยังไม่รู้ผล"), "attention", "hourglass"),
        Outcome.OUT: Badge(translate("Sheets", "ออกแล้ว"), "ready", "check", bare=True),
        Outcome.NOT_OUT: Badge(translate("Sheets", "ไม่ออก"), "neutral", bare=True),
        Outcome.SPOILED: Badge(translate("Sheets", "เสีย"), "danger", "warning"),
        Outcome.EXTRA: Badge(translate("Sheets", "ออกเกิน"), "danger", "warning"),
    }[sheet.outcome]
