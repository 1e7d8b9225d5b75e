"""What the room of certificates calls its codes on the screen."""

from PySide6.QtCore import QCoreApplication

from desktop.certificates.model import Due, Level, Line, Origin, State, What
from desktop.certificates.rules import MANY_YEARS_UNPAID
from desktop.office.errors import OfficeError, known_codes
from ui.kit.chips import Badge
from ui.kit.counted import counted
from ui.kit.days import day, day_of_year

translate = QCoreApplication.translate


def state(which: State) -> str:
    return {
        State.IN_FORCE: translate("Certificates", "ใช้ได้"),
        State.UNPAID: translate("Certificates", "ค้างค่าธรรมเนียม"),
        State.SUSPENDED: translate("Certificates", "พักใช้"),
        State.EXPIRED: translate("Certificates", "หมดอายุ"),
        State.CLOSED: translate("Certificates", "เลิกกิจการ"),
        State.REPLACED: translate("Certificates", "มีฉบับใหม่แทน"),
        State.REVOKED: translate("Certificates", "ยกเลิก"),
    }[which]


def state_badge(which: State) -> Badge:
    tones = {
        State.IN_FORCE: Badge(state(which), "ready", "check"),
        State.UNPAID: Badge(state(which), "attention", "money"),
        State.SUSPENDED: Badge(state(which), "attention", "hourglass"),
        State.EXPIRED: Badge(state(which), "danger", "calendar"),
        State.REVOKED: Badge(state(which), "danger", "close"),
    }
    return tones.get(which, Badge(state(which), "neutral", "close"))


def origin(which: Origin) -> str:
    return {
        Origin.FIRST: translate("Certificates", "ออกครั้งแรก"),
        Origin.REPLACEMENT: translate("Certificates", "ใบแทน"),
        Origin.CORRECTION: translate("Certificates", "แก้ไข"),
    }[which]


def what(which: What) -> str:
    return {
        What.REVOKE: translate("Certificates", "ยกเลิก"),
        What.SUSPEND: translate("Certificates", "พักใช้"),
        What.RESUME: translate("Certificates", "ให้ใช้ต่อ"),
        What.CLOSE: translate("Certificates", "เลิกกิจการ"),
        What.FEE: translate("Certificates", "ชำระรายปี"),
        What.RENEW: translate("Certificates", "ต่ออายุ"),
    }[which]


def level(which: Level) -> str:
    return {
        Level.WET: translate("Certificates", "ลงลายมือชื่อบนกระดาษ (ระดับ 1)"),
        Level.ACT: translate("Certificates", "ลงนามที่เครื่องนี้ (ระดับ 2)"),
        Level.CERTIFICATE: translate("Certificates", "ลายมือชื่อดิจิทัล (ระดับ 3)"),
    }[which]


def number(line: Line) -> str:
    return translate("Certificates", "เล่ม {book} เลขที่ {number}/{year}").format(
        book=line.book_no, number=line.number, year=line.year_be
    )


def left(due: Due) -> Badge:
    """How long there is, or how late it is."""
    if due.is_late:
        late = counted(translate("Certificates", "พ้น {days} วัน"), -due.days_left).format(days=-due.days_left)
        return Badge(late, "danger", "warning")
    if due.days_left == 0:
        return Badge(translate("Certificates", "วันนี้"), "attention", "hourglass")
    return Badge(counted(translate("Certificates", "อีก {days} วัน"), due.days_left).format(days=due.days_left), "info")


def problem(code: str, language: str) -> str:
    """The title of what is wrong with a field."""
    return OfficeError(code).describe(language)[0] if code in known_codes() else code


def why(due: Due) -> tuple[str, ...]:
    """How the day and the fee of a line on the renewal list come about."""
    if due.kind == "renewal":
        said = translate("Certificates", "ออกเมื่อ {issued} ใช้ได้ถึง {ends}")
        last = translate("Certificates", "ต้องขอต่ออายุก่อนวันสิ้นอายุ")
        return said.format(issued=day(due.line.issued_on), ends=day(due.due_on)), last
    begun = translate("Certificates", "ออกเมื่อ {issued} ครบรอบปีทุกวันที่ {anniversary}")
    issued = due.line.counts_from
    lines = [begun.format(issued=day(issued), anniversary=day_of_year(issued))]
    lines.append(translate("Certificates", "งวดนี้ครบกำหนด {due}").format(due=day(due.due_on)))
    if due.is_late and len(due.codes) > 1:
        late = counted(translate("Certificates", "พ้นกำหนด {days} วัน ค่าปรับเพิ่มร้อยละ {percent}"), -due.days_left)
        lines.append(late.format(days=-due.days_left, percent=due.late_percent))
    elif due.is_late:
        lines.append(
            counted(translate("Certificates", "พ้นกำหนด {days} วัน"), -due.days_left).format(days=-due.days_left)
        )
    if due.unpaid > MANY_YEARS_UNPAID:
        many = translate("Certificates", "ค้างติดต่อกัน {count} ครั้ง เจ้าพนักงานท้องถิ่นอาจสั่งให้หยุดกิจการ")
        lines.append(many.format(count=due.unpaid))
    return tuple(lines)


def no_paper() -> tuple[str, str]:
    """What stands where no paper is."""
    return (
        translate("Certificates", "ยังไม่มีหน้ากระดาษ"),
        translate("Certificates", "เลือกหรือพิมพ์ข้อมูล แล้วหน้ากระดาษจริงจะแสดงที่นี่"),
    )
