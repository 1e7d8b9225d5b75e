"""The Thai words of the archive's papers and tables, whatever language the screen speaks."""

from desktop.archive.model import Answer, Verdict
from desktop.letters.model import Urgency
from desktop.office.series import CENTRAL, SECRET
from desktop.outgoing.model import Sending
from desktop.registers.model import Fate
from desktop.registers.words import reason

_BOOKS = {
    "outgoing": "ทะเบียนหนังสือส่ง",
    "circular": "ทะเบียนหนังสือส่ง (หนังสือเวียน)",
    "memo": "ทะเบียนหนังสือส่ง (บันทึกข้อความ)",
    "order": "ทะเบียนคำสั่ง",
    "announcement": "ทะเบียนประกาศ",
    "evidence": "ทะเบียนหนังสือหลักฐาน",
}
_URGENCY = {Urgency.URGENT: "ด่วน", Urgency.VERY_URGENT: "ด่วนมาก", Urgency.MOST_URGENT: "ด่วนที่สุด"}
_SENDINGS = {
    Sending.HAND: "นำส่ง",
    Sending.POST: "ไปรษณีย์",
    Sending.REGISTERED_POST: "ลงทะเบียน",
    Sending.EMAIL: "อีเมล",
    Sending.E_OFFICE: "ระบบสารบรรณ",
}
_GAPS = {
    Fate.CANCELLED: "ยกเลิกเลข",
    Fate.VOID: "เลขโมฆะ",
    Fate.SUSPENSE: "พักไว้รอตรวจ",
    Fate.UNUSED: "ยังไม่ใช้",
    Fate.BEFORE: "ก่อนเริ่มใช้ระบบ",
    Fate.ISSUED: "ออกเลขแล้ว หนังสือไม่อยู่ในเครื่องนี้",
}
ANSWERS = {
    Answer.AGREED: "เห็นชอบ",
    Answer.NO_REPLY: "ไม่ตอบภายใน 60 วัน ถือว่าเห็นชอบ",
    Answer.WANTS_SOME: "ขอสงวนบางรายการ",
}
VERDICTS = {Verdict.DESTROY: "ทำลาย", Verdict.KEEP: "เก็บไว้"}


def is_incoming(register: str) -> bool:
    return register == CENTRAL or register.removeprefix(SECRET).startswith("incoming/")


def register_title(register: str) -> str:
    """What the register's paper is called: แบบที่ 13 for what came in, แบบที่ 14 for the others."""
    book = register.removeprefix(SECRET).split("/")[0]
    title = "ทะเบียนหนังสือรับ" if is_incoming(register) else _BOOKS.get(book, "ทะเบียนหนังสือส่ง")
    return f"{title} (ลับ)" if register.startswith(SECRET) else title


def urgency_words(urgency: str) -> str:
    return _URGENCY.get(Urgency(urgency), "")


def sending_words(sending: str) -> str:
    """How a letter left the house."""
    return _SENDINGS[Sending(sending)]


def gap_words(known: tuple[Fate, str] | None) -> str:
    """Why no letter bears a number, as far as this desk can say."""
    fate, why = known or (Fate.UNKNOWN, "")
    words = _GAPS.get(fate, "ไม่พบในเครื่องนี้ ต้องตรวจทะเบียนคุม")
    return f"{words}: {reason(why)}" if why else words
