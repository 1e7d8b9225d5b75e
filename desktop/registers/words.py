"""The Thai words of the control register, on paper and in tables for other programs."""

from desktop.office.series import (
    BILLS,
    CASES,
    CENTRAL,
    CERTIFICATES,
    INCOMING,
    PAPER_BOOKS,
    RECEIPTS,
    is_fiscal,
    is_money,
    register_of,
)
from desktop.registers.model import Fate, RegisterAccount, State

FATES = {
    Fate.ISSUED: "ใช้แล้ว",
    Fate.VOID: "โมฆะ",
    Fate.CANCELLED: "ยกเลิก (ปรุ)",
    Fate.SUSPENSE: "พักไว้รอตรวจ",
    Fate.UNUSED: "ยังไม่ใช้",
    Fate.BEFORE: "ก่อนเริ่มใช้ระบบ",
    Fate.UNKNOWN: "ไม่ทราบ ต้องตรวจ",
}
STATES = {
    State.LEASED: "จ่ายแล้ว ยังไม่ใช้",
    State.OPEN: "กำลังใช้",
    State.EXHAUSTED: "ใช้หมดแล้ว",
    State.CLOSED: "ปิดแล้ว",
    State.SUSPENSE: "พักไว้รอตรวจ",
    State.RECONCILED: "ปิดปีแล้ว",
}
LETTERS = {
    CENTRAL: "ทะเบียนหนังสือรับ",
    "incoming": "ทะเบียนหนังสือรับ",
    "outgoing": "ทะเบียนหนังสือส่ง",
    "circular": "ทะเบียนหนังสือเวียน",
    "memo": "ทะเบียนบันทึกข้อความ",
    "order": "ทะเบียนคำสั่ง",
    "announcement": "ทะเบียนประกาศ",
    "evidence": "ทะเบียนหลักฐาน",
    "secret.incoming": "ทะเบียนหนังสือรับ (ลับ)",
    "secret.outgoing": "ทะเบียนหนังสือส่ง (ลับ)",
}
REASONS = {"year_end": "สิ้นปี", "returned": "คืนทะเบียน", "numbered_twice": "ออกเลขซ้ำ", "billed_twice": "เดือนนี้มีใบแจ้งแล้ว"}


def title(account: RegisterAccount) -> str:
    if account.series == BILLS:
        return "ทะเบียนคุมใบแจ้งชำระ"
    if account.series.startswith(CERTIFICATES):
        return f"ทะเบียนคุมเลขหนังสือรับรอง {account.series.removeprefix(CERTIFICATES)}"
    return "ทะเบียนคุมใบเสร็จรับเงิน" if is_money(account.series) else f"ทะเบียนคุมเลข{_letters(account.series)}"


def year(account: RegisterAccount) -> str:
    return f"ปีงบประมาณ {account.year_be}" if is_fiscal(account.series) else f"ปี พ.ศ. {account.year_be}"


def short(account: RegisterAccount) -> str:
    """A name for a list: `ใบเสร็จ 2570`."""
    if account.series == RECEIPTS:
        return f"ใบเสร็จ {account.year_be}"
    if account.series == BILLS:
        return f"ใบแจ้งชำระ {account.year_be}"
    if account.series.startswith(PAPER_BOOKS):
        return f"เล่มมือ {account.series.removeprefix(PAPER_BOOKS)}/{account.year_be}"
    if account.series.startswith(CERTIFICATES):
        return f"หนังสือรับรอง {account.series.removeprefix(CERTIFICATES)} {account.year_be}"
    if account.series == INCOMING:
        return f"เลขรับหนังสือ {account.year_be}"
    return f"{_letters(account.series)} {account.year_be}"


def _letters(series: str) -> str:
    """What a register of letters is called; a later program's by its own name."""
    if series.startswith(CASES):
        return f"เรื่อง {series.removeprefix(CASES).replace('/', ' ')}"
    book, _, whose = register_of(series).partition("/")
    named = LETTERS.get(book, book)
    return f"{named}ของกอง" if whose not in ("", "central") else named


def reason(words: str) -> str:
    return REASONS.get(words, words)
