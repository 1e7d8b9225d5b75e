"""The steps of the test and the state of desks, in words a person can say over the phone."""

from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication

from desktop.office.desk_report import GRAVE, DeskReport, worries
from desktop.office.line_check import Finding, Verdict
from ui.kit.chips import Badge
from ui.kit.tokens import Tone

translate = QCoreApplication.translate
ICONS: dict[Verdict, tuple[str, Tone]] = {
    Verdict.GOOD: ("ready", "ready"),
    Verdict.DOUBTFUL: ("warning", "attention"),
    Verdict.BAD: ("danger", "danger"),
    Verdict.UNTRIED: ("minus", "neutral"),
}


def step(name: str) -> str:
    return {
        "name": translate("Connection", "หาที่อยู่ของศูนย์กลาง"),
        "port": translate("Connection", "ต่อถึงเครื่องศูนย์กลาง"),
        "tls": translate("Connection", "การเข้ารหัสของสาย"),
        "health": translate("Connection", "ศูนย์กลางพร้อมทำงาน"),
        "clock": translate("Connection", "นาฬิกาของเครื่องนี้"),
        "token": translate("Connection", "ศูนย์กลางรู้จักเครื่องนี้"),
        "round_trip": translate("Connection", "เวลาไปกลับ"),
        "speed": translate("Connection", "ความเร็วรับข้อมูล"),
    }[name]


def verdict(finding: Finding) -> str:
    """What was found at a step, plainly."""
    if finding.verdict is Verdict.UNTRIED:
        return _untried(finding.step)
    if finding.verdict is Verdict.BAD:
        return _bad(finding)
    return _doubtful(finding.step) if finding.verdict is Verdict.DOUBTFUL else translate("Connection", "ปกติ")


def _untried(name: str) -> str:
    if name == "tls":
        return translate("Connection", "สายภายใน ไม่ได้ใช้")
    return translate("Connection", "ยังไม่ได้ทดสอบ")


def _doubtful(name: str) -> str:
    if name == "clock":
        return translate("Connection", "คลาดเคลื่อนเล็กน้อย ควรตั้งให้ตรง")
    if name == "health":
        return translate("Connection", "ตอบ แต่ยังไม่พร้อม รอสักครู่")
    return translate("Connection", "ช้า แต่ใช้งานได้")


def _bad(finding: Finding) -> str:
    known = {
        "name": translate("Connection", "หาไม่พบ ตรวจสายหรือสัญญาณอินเทอร์เน็ต และที่อยู่ของศูนย์กลาง"),
        "port": translate("Connection", "ต่อไม่ถึง สายขาด หรือเครื่องศูนย์กลางปิดอยู่"),
        "tls": translate("Connection", "ใบรับรองไม่ถูกต้อง อย่าใช้สายนี้ แจ้งผู้ดูแล"),
        "health": translate("Connection", "ปลายทางตอบไม่เหมือนศูนย์กลาง อาจมีหน้าเข้าใช้งาน Wi-Fi คั่นอยู่"),
        "clock": translate("Connection", "ไม่ตรงเกิน 5 นาที ตั้งวันและเวลาของเครื่องใหม่"),
        "token": translate("Connection", "ศูนย์กลางไม่ให้เครื่องนี้เข้า แจ้งผู้ดูแล"),
    }
    return known.get(finding.step, translate("Connection", "วัดไม่ได้ สายขาดระหว่างทดสอบ"))


def figure_of(finding: Finding) -> str:
    if finding.figure is None or finding.verdict is Verdict.UNTRIED:
        return ""
    if finding.step == "speed":
        return translate("Connection", "{count} KB/วินาที").format(count=f"{finding.figure:,}")
    if finding.step == "clock":
        return translate("Connection", "ต่าง {count} วินาที").format(count=f"{abs(finding.figure):,}")
    return translate("Connection", "{count} มิลลิวินาที").format(count=f"{finding.figure:,}")


def whole(worst: Verdict) -> tuple[str, Tone]:
    """The outcome of a whole test."""
    said: dict[Verdict, tuple[str, Tone]] = {
        Verdict.GOOD: (translate("Connection", "สายปกติ ส่งและรับข้อมูลได้"), "ready"),
        Verdict.DOUBTFUL: (translate("Connection", "ใช้งานได้ แต่มีบางอย่างไม่ปกติ"), "attention"),
        Verdict.BAD: (translate("Connection", "ต่อกับศูนย์กลางไม่ได้ งานในเครื่องยังอยู่ครบและทำต่อได้"), "danger"),
    }
    return said[worst]


def ago(moment: datetime | None, now: datetime) -> str:
    """`5 นาทีก่อน`: how long ago, in the coarsest unit that still says something."""
    if moment is None:
        return translate("Connection", "ยังไม่เคย")
    minutes = max(0, int((now - moment).total_seconds() // 60))
    if minutes < 1:
        return translate("Connection", "เมื่อสักครู่")
    if minutes < 120:
        return translate("Connection", "{count} นาทีก่อน").format(count=minutes)
    if minutes < 48 * 60:
        return translate("Connection", "{count} ชั่วโมงก่อน").format(count=minutes // 60)
    return translate("Connection", "{count} วันก่อน").format(count=minutes // (24 * 60))


def desk_name(report: DeskReport) -> str:
    """Its name, and its counter's code where the name does not say it: machines are often called alike."""
    told = not report.counter or report.counter in report.name
    return report.name if told else f"{report.name} · {report.counter}"


def worry(name: str) -> str:
    return {
        "never_heard": translate("Connection", "ยังไม่เคยติดต่อ"),
        "clock_wrong": translate("Connection", "นาฬิกาผิด"),
        "disk_low": translate("Connection", "ดิสก์ใกล้เต็ม"),
        "long_silent": translate("Connection", "เงียบเกิน 1 วัน"),
        "unsent_long": translate("Connection", "ค้างส่งเกิน 4 ชม."),
        "silent": translate("Connection", "เงียบอยู่"),
        "unsent": translate("Connection", "ยังส่งไม่ครบ"),
        "attention": translate("Connection", "มีรายการต้องตรวจ"),
    }[name]


def advice(report: DeskReport, now: datetime) -> str:
    """What a supervisor should know or do about a desk, in a sentence."""
    found = worries(report, now)
    if not report.active and found:
        return translate("Connection", "เครื่องนี้ถูกยกเลิกสิทธิ์แล้ว งานที่ค้างอยู่ต้องนำเข้าด้วยมือ")
    if not found:
        return translate("Connection", "ส่งครบ ไม่มีอะไรค้าง")
    return {
        "never_heard": translate("Connection", "ลงทะเบียนแล้วแต่ยังไม่เคยส่งข้อมูล เปิดโปรแกรมที่เครื่องนี้หนึ่งครั้ง"),
        "clock_wrong": translate("Connection", "ตั้งวันและเวลาของเครื่องนี้ใหม่ งานจะส่งต่อเอง"),
        "disk_low": translate("Connection", "ย้ายหรือลบไฟล์ที่ไม่ใช้ออกจากเครื่องนี้"),
        "long_silent": translate("Connection", "ไม่มีใครรู้ว่าเครื่องนี้มีงานค้างเท่าใด เปิดเครื่องและต่ออินเทอร์เน็ต"),
        "unsent_long": translate("Connection", "ให้ผู้ใช้เครื่องนี้ทดสอบการเชื่อมต่อ แล้วแจ้งรหัส"),
        "silent": translate("Connection", "อาจปิดเครื่องหรือออฟไลน์อยู่ จำนวนที่เห็นเป็นของครั้งสุดท้ายที่ติดต่อ"),
        "unsent": translate("Connection", "กำลังส่ง หรือรอสาย"),
        "attention": translate("Connection", "ผู้ใช้เครื่องนี้ยังไม่ได้จัดการรายการต้องตรวจ"),
    }[found[0]]


def badge(report: DeskReport, now: datetime) -> Badge:
    if not report.active:
        return Badge(translate("Connection", "ยกเลิกสิทธิ์"), "neutral", "lock")
    found = worries(report, now)
    if not found:
        return Badge(translate("Connection", "ส่งครบ"), "ready", "cloud-done", bare=True)
    grave = found[0] in GRAVE
    return Badge(worry(found[0]), "danger" if grave else "attention", "danger" if grave else "warning")


def size(count: int | None) -> str:
    if count is None:
        return "-"
    if count < 1 << 20:
        return f"{count >> 10:,} kB"
    gigabytes = count / (1 << 30)
    return f"{gigabytes:,.1f} GB" if gigabytes >= 1 else f"{count >> 20:,} MB"


def off(by: timedelta) -> str:
    seconds = round(by.total_seconds())
    if abs(seconds) < 60:
        return translate("Connection", "ตรง")
    if abs(seconds) < 2 * 3600:
        return translate("Connection", "ต่าง {count} นาที").format(count=round(abs(seconds) / 60))
    return translate("Connection", "ต่าง {count} ชม.").format(count=round(abs(seconds) / 3600))
