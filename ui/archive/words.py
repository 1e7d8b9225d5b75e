"""What the archive's screens call things, in the language of now."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QCoreApplication

from desktop.archive.model import Answer, DestructionList, Form, Kept, ListState, MemberRole, Retention, Verdict
from desktop.office.series import CENTRAL, SECRET
from ui.kit.chips import Badge

translate = QCoreApplication.translate


def form_name(form: Form) -> str:
    return {
        Form.REGISTER: translate("Archive", "ทะเบียนหนังสือ (แบบที่ 13, 14)"),
        Form.DISPATCH: translate("Archive", "สมุดส่งหนังสือ (แบบที่ 16)"),
        Form.SLIPS: translate("Archive", "ใบรับหนังสือ (แบบที่ 17)"),
        Form.STORAGE: translate("Archive", "บัญชีหนังสือส่งเก็บ (แบบที่ 19)"),
        Form.STORED: translate("Archive", "ทะเบียนหนังสือเก็บ (แบบที่ 20)"),
    }[form]


def register_name(register: str, unit: str = "") -> str:
    """`unit`: the short name of the division whose register it is."""
    if register.startswith(SECRET):
        return translate("Archive", "{register} (ลับ)").format(
            register=register_name(register.removeprefix(SECRET), unit)
        )
    book, _, whose = register.partition("/")
    known = {
        "incoming": translate("Archive", "หนังสือรับ"),
        "outgoing": translate("Archive", "หนังสือส่ง"),
        "circular": translate("Archive", "หนังสือเวียน (ว)"),
        "memo": translate("Archive", "บันทึกข้อความ"),
        "order": translate("Archive", "คำสั่ง"),
        "announcement": translate("Archive", "ประกาศ"),
        "evidence": translate("Archive", "หนังสือหลักฐาน"),
    }
    central = translate("Archive", "สารบรรณกลาง")
    if register == CENTRAL:
        return f"{known['incoming']} · {central}"
    where = {"": "", CENTRAL: central}.get(whose, unit)
    name = known.get(book, book)
    return f"{name} · {where}" if where else name


def register_names(registers: Iterable[str], units: Mapping[str, str]) -> list[tuple[str, str]]:
    """Registers with their names, to choose from; `units`: short names by the hex of their ids."""
    return [(key, register_name(key, units.get(key.partition("/")[2], ""))) for key in registers]


def retention_name(rule: Retention | None, code: str, language: str) -> str:
    if rule is None:
        return code
    return rule.name_en if language == "en" else rule.name_th


def kept_badge(one: Kept, last_year: int) -> Badge:
    """How a letter stands; `last_year`: the last calendar year that is over."""
    if one.destroyed_on is not None:
        return Badge(translate("Archive", "ทำลายแล้ว"), "neutral", "close", bare=True)
    if one.hold:
        return Badge(translate("Archive", "ห้ามทำลาย"), "danger", "lock")
    if one.on_list:
        return Badge(translate("Archive", "อยู่ในบัญชี"), "info", "register", bare=True)
    if one.until_be is None:
        return Badge(translate("Archive", "เก็บตลอด"), "neutral", "lock", bare=True)
    if one.until_be <= last_year:
        return Badge(translate("Archive", "ครบอายุ"), "attention", "hourglass")
    return Badge(translate("Archive", "ถึง {year}").format(year=one.until_be), "neutral", bare=True)


def rule_badge(standing: str) -> Badge:
    """How a rule of keeping stands today."""
    return {
        "now": Badge(translate("Archive", "ใช้อยู่"), "ready", "check"),
        "coming": Badge(translate("Archive", "จะใช้"), "info", "calendar"),
        "over": Badge(translate("Archive", "เลิกใช้"), "neutral", "close", bare=True),
    }[standing]


def state_badge(state: ListState) -> Badge:
    return {
        ListState.DRAFT: Badge(translate("Archive", "กำลังทำ"), "info", "endorse"),
        ListState.APPROVED: Badge(translate("Archive", "อนุมัติแล้ว รอทำลาย"), "attention", "hourglass"),
        ListState.DESTROYED: Badge(translate("Archive", "ทำลายแล้ว"), "ready", "check"),
        ListState.WITHDRAWN: Badge(translate("Archive", "ยกเลิกบัญชี"), "neutral", "close", bare=True),
    }[state]


def verdict_badge(verdict: Verdict, hold: str) -> Badge:
    if hold:
        return Badge(translate("Archive", "ห้ามทำลาย"), "danger", "lock")
    if verdict is Verdict.KEEP:
        return Badge(translate("Archive", "เก็บไว้"), "ready", "check", bare=True)
    return Badge(translate("Archive", "ทำลาย"), "neutral", bare=True)


def role_name(role: MemberRole) -> str:
    return {
        MemberRole.CHAIR: translate("Archive", "ประธานกรรมการ"),
        MemberRole.MEMBER: translate("Archive", "กรรมการ"),
    }[role]


def answer_name(answer: Answer) -> str:
    return {
        Answer.AGREED: translate("Archive", "เห็นชอบ"),
        Answer.NO_REPLY: translate("Archive", "ครบ 60 วัน ไม่ตอบ"),
        Answer.WANTS_SOME: translate("Archive", "ขอสงวนบางเรื่อง"),
    }[answer]


def next_step(found: DestructionList) -> str:
    """What is to be done with a list now."""
    if found.state is ListState.DRAFT:
        if not found.count:
            return translate("Archive", "เลือกหนังสือที่ครบอายุลงบัญชี")
        if not found.members:
            return translate("Archive", "ตั้งคณะกรรมการ")
        if any(member.signed_on is None for member in found.members):
            return translate("Archive", "กรรมการพิจารณาและลงนาม")
        return translate("Archive", "ส่งหอจดหมายเหตุแห่งชาติ แล้วบันทึกการอนุมัติ")
    if found.state is ListState.APPROVED:
        return translate("Archive", "ทำลายตามบัญชี แล้วบันทึกวันที่ทำลาย")
    return ""
