"""What the letters room calls kinds, registers and the numbers in them."""

from desktop.letters.model import Direction, Kind, LetterRow
from desktop.letters.rules import CENTRAL, SECRET, padded
from desktop.letters.tags import is_provisional
from ui.kit.chips import Badge
from ui.kit.register_words import register as register
from ui.letters.words import translate


def kind(which: Kind) -> str:
    return {
        Kind.EXTERNAL: translate("Letters", "หนังสือภายนอก"),
        Kind.INTERNAL: translate("Letters", "หนังสือภายใน (บันทึกข้อความ)"),
        Kind.SEALED: translate("Letters", "หนังสือประทับตรา"),
        Kind.CIRCULAR: translate("Letters", "หนังสือเวียน (ว)"),
        Kind.ORDER: translate("Letters", "คำสั่ง"),
        Kind.ANNOUNCEMENT: translate("Letters", "ประกาศ"),
        Kind.EVIDENCE: translate("Letters", "หลักฐานในราชการ"),
    }[which]


def direction(which: Direction) -> str:
    return {
        Direction.INCOMING: translate("Letters", "รับเข้า"),
        Direction.OUTGOING: translate("Letters", "ส่งออก"),
        Direction.INTERNAL: translate("Letters", "ภายใน"),
    }[which]


def number_name(register: str) -> str:
    """What a number of that register is called."""
    book = register.removeprefix(SECRET).partition("/")[0]
    return {
        CENTRAL: translate("Letters", "เลขรับ"),
        "incoming": translate("Letters", "เลขรับ"),
        "outgoing": translate("Letters", "เลขส่ง"),
        "circular": translate("Letters", "เลขเวียน"),
        "memo": translate("Letters", "เลขบันทึก"),
        "order": translate("Letters", "คำสั่งที่"),
        "announcement": translate("Letters", "ประกาศที่"),
    }.get(book, translate("Letters", "เลขทะเบียน"))


def number_in_list(row: LetterRow) -> str:
    """`00123` of the central register, `ส่ง 12` of another, a tag as it is."""
    if row.register == CENTRAL or is_provisional(row.number):
        return padded(row.number)
    book = row.register.removeprefix(SECRET).partition("/")[0]
    short = {
        "incoming": translate("Letters", "รับ"),
        "outgoing": translate("Letters", "ส่ง"),
        "circular": translate("Letters", "ว"),
        "memo": translate("Letters", "บันทึก"),
        "order": translate("Letters", "คำสั่ง"),
        "announcement": translate("Letters", "ประกาศ"),
        "evidence": translate("Letters", "หลักฐาน"),
    }.get(book, "")
    return f"{short} {row.number}".strip()


def cancelled_badge() -> Badge:
    return Badge(translate("Letters", "ยกเลิกแล้ว"), "danger", "close")


def scanned() -> str:
    return translate("Letters", "มีไฟล์")


def figures(register: str, number: int) -> str:
    """Five figures in the central register and for tags what stands for them; plain figures elsewhere."""
    return padded(number) if register == CENTRAL or is_provisional(number) else str(number)
