"""What a line of a briefing says."""

from PySide6.QtCore import QCoreApplication

from desktop.briefing.model import Line, Part
from desktop.letters.rules import padded
from desktop.office.errors import OfficeError
from desktop.office.secrecy import Secrecy
from desktop.office.series import series_of
from ui.letters import words
from ui.registers.rows import series_name

translate = QCoreApplication.translate


def part(which: Part) -> str:
    return {
        Part.ARRIVED: translate("Briefing", "ถึงฉัน"),
        Part.DONE: translate("Briefing", "มีคนทำกับเรื่องของฉัน"),
        Part.MOVED: translate("Briefing", "กำหนดวันที่เลื่อน"),
        Part.NUMBERS: translate("Briefing", "เลขที่ใช้ไป"),
        Part.SETTLED: translate("Briefing", "เรื่องต้องตรวจที่ตอบแล้ว"),
    }[which]


def number(line: Line) -> str:
    matter = line.matter
    return f"{padded(matter.number)}/{matter.year_be % 100:02d}" if matter else ""


def happened(line: Line) -> str:
    """What was done, in a few words."""
    if line.kind == "settled":
        return OfficeError(line.text).describe(translate("Briefing", "th"))[0]
    if line.kind.startswith("amended."):
        value = words.field_value(line.kind.removeprefix("amended."), line.text) if line.text else ""
        return f"{words.event(line.kind)} {value}".strip()
    if line.kind.startswith("secrecy_"):
        return words.event(line.kind).rstrip(":")
    return {
        "arrived": translate("Briefing", "ส่งมาให้ดำเนินการ"),
        "copied": translate("Briefing", "ส่งมาเพื่อทราบ"),
        "sent_on": translate("Briefing", "ส่งต่อให้ {text}"),
        "route_received": translate("Briefing", "{text} รับเรื่องแล้ว"),
        "route_recalled": translate("Briefing", "เรียกคืนจาก {text}"),
        "endorsed": translate("Briefing", "เกษียณ: {text}"),
        "cancelled": translate("Briefing", "ยกเลิก: {text}"),
        "reinstated": translate("Briefing", "เลิกการยกเลิก: {text}"),
        "paper_handed": translate("Briefing", "ต้นฉบับกำลังส่งมาให้ {text}"),
        "paper_missing": translate("Briefing", "หาต้นฉบับไม่พบที่ {text}"),
        "due_moved": translate("Briefing", "ครบกำหนดเลื่อน"),
        "numbers": "{text}",
        "review_settled": translate("Briefing", "หัวหน้าดำเนินการให้แล้ว: {text}"),
        "review_returned": translate("Briefing", "หัวหน้าส่งคืนให้ดำเนินการ: {text}"),
    }.get(line.kind, translate("Briefing", "เปลี่ยนแปลง")).format(text=" ".join(line.text.split()))


def detail(line: Line) -> str:
    """What stands beside it: the subject, the two days, the register."""
    if line.part is Part.MOVED:
        before = words.day(line.before) if line.before else "–"
        after = words.day(line.after) if line.after else "–"
        return f"{happened(line)} {before} → {after}"
    return happened(line)


def subject(line: Line) -> str:
    if line.part is Part.NUMBERS:
        return series_name(series_of(line.who), line.year_be)
    if line.matter is None:
        return ""
    return line.matter.subject if line.matter.secrecy is Secrecy.NORMAL else words.secrecy(line.matter.secrecy)


def who(line: Line) -> str:
    return "" if line.part is Part.NUMBERS else line.who
