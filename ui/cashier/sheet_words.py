"""What the screens say of a sheet: which one it is, what became of it, why somebody is asked."""

from PySide6.QtCore import QCoreApplication

from desktop.sheets.model import Doubt, Outcome, Role, Run, Sheet
from ui.kit.chips import Badge

translate = QCoreApplication.translate


def paper_name(run: Run) -> str:
    kinds = {"receipt": translate("Sheets", "ใบเสร็จ"), "letter": translate("Sheets", "หนังสือ")}
    return f"{kinds.get(run.job.kind, translate('Sheets', 'เอกสาร'))} {run.job.label}"


def role(sheet: Sheet) -> str:
    """Which copy, which page of it, and the mark that it bears."""
    one = sheet.wanted
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
