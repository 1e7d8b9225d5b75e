"""What the room of outgoing papers calls its codes on the screen."""

from PySide6.QtCore import QCoreApplication

from desktop.outgoing.model import Level, Sending, SignedCopy, State, Template
from ui.kit.chips import Badge

translate = QCoreApplication.translate


def template(which: Template) -> str:
    return {
        Template.EXTERNAL: translate("Outgoing", "หนังสือภายนอก"),
        Template.MEMO: translate("Outgoing", "บันทึกข้อความ"),
        Template.SEALED: translate("Outgoing", "หนังสือประทับตรา"),
        Template.ORDER: translate("Outgoing", "คำสั่ง"),
        Template.ANNOUNCEMENT: translate("Outgoing", "ประกาศ"),
    }[which]


def state(which: State) -> str:
    return {
        State.WRITING: translate("Outgoing", "กำลังร่าง"),
        State.REVIEW: translate("Outgoing", "รอตรวจ"),
        State.RETURNED: translate("Outgoing", "ถูกส่งคืน"),
        State.APPROVED: translate("Outgoing", "รอลงนาม"),
        State.SIGNED: translate("Outgoing", "ลงนามแล้ว"),
        State.DROPPED: translate("Outgoing", "พับเก็บ"),
    }[which]


def state_badge(which: State) -> Badge:
    known = {
        State.WRITING: Badge(state(which), "neutral", "endorse", bare=True),
        State.REVIEW: Badge(state(which), "info", "hourglass"),
        State.RETURNED: Badge(state(which), "attention", "undo"),
        State.APPROVED: Badge(state(which), "ready", "check"),
        State.SIGNED: Badge(state(which), "ready", "seal", bare=True),
        State.DROPPED: Badge(state(which), "neutral", "close", bare=True),
    }
    return known[which]


def unsealed_badge() -> Badge:
    """Of a letter that has its number and waits for its digital signature."""
    return Badge(translate("Outgoing", "รอลงนาม"), "attention", "hourglass")


def unstamped_badge() -> Badge:
    """Of a letter whose digital signature waits for the time of an authority."""
    return Badge(translate("Outgoing", "รอประทับเวลา"), "attention", "hourglass")


def copy_badge(which: SignedCopy) -> Badge | None:
    """Where a letter's signed copy is; nothing of what was not signed here."""
    return {
        SignedCopy.ON_PAPER: Badge(translate("Outgoing", "ยังไม่แนบ"), "neutral", "scan", bare=True),
        SignedCopy.SCANNED: Badge(translate("Outgoing", "สแกนแล้ว"), "ready", "check", bare=True),
        SignedCopy.MADE: Badge(translate("Outgoing", "ในระบบ"), "ready", "seal", bare=True),
        SignedCopy.WAITING: unsealed_badge(),
        SignedCopy.UNSTAMPED: unstamped_badge(),
    }.get(which)


def act(name: str) -> str:
    """What was done with a draft, for its history."""
    return {
        "asked": translate("Outgoing", "เสนอตรวจแล้ว"),
        "returned": translate("Outgoing", "ส่งคืนแล้ว"),
        "approved": translate("Outgoing", "อนุมัติ"),
        "dropped": translate("Outgoing", "พับเก็บ"),
        "reopened": translate("Outgoing", "นำกลับมาร่างต่อ"),
    }.get(name, name)


def level(which: Level) -> str:
    return {
        Level.WET: translate("Outgoing", "ระดับ 1 ลงลายมือชื่อบนกระดาษ"),
        Level.ACT: translate("Outgoing", "ระดับ 2 ลงนามในระบบ"),
        Level.CERTIFICATE: translate("Outgoing", "ระดับ 3 ลายมือชื่อดิจิทัล"),
    }[which]


def sending(which: Sending) -> str:
    return {
        Sending.HAND: translate("Outgoing", "นำส่งเอง"),
        Sending.POST: translate("Outgoing", "ไปรษณีย์"),
        Sending.REGISTERED_POST: translate("Outgoing", "ไปรษณีย์ลงทะเบียน"),
        Sending.EMAIL: translate("Outgoing", "อีเมล"),
        Sending.E_OFFICE: translate("Outgoing", "ระบบสารบรรณ"),
    }[which]


def field(name: str) -> str:
    """What the form calls a part of a draft."""
    return {
        "template": translate("Outgoing", "แบบ"),
        "subject": translate("Outgoing", "เรื่อง"),
        "to_party": translate("Outgoing", "เรียน / ถึง"),
        "body": translate("Outgoing", "เนื้อความ"),
        "salutation": translate("Outgoing", "คำขึ้นต้น"),
        "closing": translate("Outgoing", "คำลงท้าย"),
        "urgency": translate("Outgoing", "ชั้นความเร็ว"),
        "urgent_deadline": translate("Outgoing", "ด่วนภายใน"),
        "secrecy": translate("Outgoing", "ชั้นความลับ"),
        "circular": translate("Outgoing", "หนังสือเวียน (ว)"),
        "references": translate("Outgoing", "อ้างถึง"),
        "enclosures": translate("Outgoing", "สิ่งที่ส่งมาด้วย"),
        "signer_name": translate("Outgoing", "ผู้ลงนาม"),
        "signer_lines": translate("Outgoing", "ตำแหน่ง"),
        "owner_unit": translate("Outgoing", "ส่วนราชการเจ้าของเรื่อง"),
        "phone": translate("Outgoing", "โทร."),
        "fax": translate("Outgoing", "โทรสาร"),
        "email": translate("Outgoing", "อีเมล"),
        "copies_to": translate("Outgoing", "สำเนาส่ง"),
        "address": translate("Outgoing", "ที่อยู่หน้าซอง"),
    }[name]


def problem(code: str) -> str:
    """What stops a draft, in the length of a field's note."""
    return {
        "letters.field_missing": translate("Outgoing", "ต้องกรอก"),
        "letters.enclosure_empty": translate("Outgoing", "ใส่ชื่อและจำนวน"),
        "outgoing.too_secret": translate("Outgoing", "ร่างที่นี่ไม่ได้"),
        "letters.order_over": translate("Outgoing", "คำสั่งสิ้นสุดแล้ว"),
    }[code]


def no_paper() -> tuple[str, str]:
    """What stands where no paper is."""
    return translate("Outgoing", "เลือกร่างจากรายการ"), translate("Outgoing", "หน้ากระดาษจริงจะแสดงที่นี่")
