"""What the search says: kinds, registers, where something was found."""

from collections.abc import Mapping

from desktop.letters.found import Found, Place
from desktop.letters.model import Kind, Status
from desktop.office.series import CENTRAL, unit_of
from ui.kit.counted import counted
from ui.letters.words import translate


def kind(which: Kind) -> str:
    return {
        Kind.EXTERNAL: translate("Search", "หนังสือภายนอก"),
        Kind.INTERNAL: translate("Search", "หนังสือภายใน"),
        Kind.SEALED: translate("Search", "หนังสือประทับตรา"),
        Kind.CIRCULAR: translate("Search", "หนังสือเวียน (ว)"),
        Kind.ORDER: translate("Search", "คำสั่ง"),
        Kind.ANNOUNCEMENT: translate("Search", "ประกาศ"),
        Kind.EVIDENCE: translate("Search", "หนังสือหลักฐาน"),
    }[which]


def status(which: Status) -> str:
    return {
        Status.REGISTERED: translate("Search", "รอส่งต่อ"),
        Status.ROUTED: translate("Search", "ส่งแล้ว"),
        Status.CLOSED: translate("Search", "ปิดเรื่องแล้ว"),
    }[which]


def register(name: str, units: Mapping[str, str]) -> str:
    """A letter register by its name; `units`: short names by hex of id."""
    book, _, _ = name.removeprefix("secret.").partition("/")
    said = {
        CENTRAL: translate("Search", "ทะเบียนรับกลาง"),
        "incoming": translate("Search", "ทะเบียนรับ"),
        "outgoing": translate("Search", "ทะเบียนส่ง"),
        "circular": translate("Search", "ทะเบียนเวียน"),
        "memo": translate("Search", "บันทึกข้อความ"),
        "order": translate("Search", "คำสั่ง"),
        "announcement": translate("Search", "ประกาศ"),
        "evidence": translate("Search", "หลักฐาน"),
    }.get(book, name)
    owner = units.get(unit_of(name) or "", "")
    secret = translate("Search", "ลับ") if name.startswith("secret.") else ""
    return " ".join(part for part in (said, owner, secret) if part)


def place(which: Place) -> str:
    return {
        Place.ADDRESSEE: translate("Search", "เรียน"),
        Place.REMARKS: translate("Search", "หมายเหตุ"),
        Place.ENDORSEMENT: translate("Search", "เกษียณ"),
        Place.ROUTING: translate("Search", "เส้นทาง"),
        Place.ENCLOSURE: translate("Search", "สิ่งที่ส่งมาด้วย"),
        Place.CITATION: translate("Search", "อ้างถึง"),
        Place.TAG: translate("Search", "เลขชั่วคราว"),
        Place.LOAN: translate("Search", "ผู้ยืม"),
        Place.CANCELLATION: translate("Search", "เหตุที่ยกเลิก"),
        Place.PAGE: translate("Search", "ในหน้ากระดาษ"),
    }[which]


def total(count: int, *, more: bool) -> str:
    said = counted(translate("Search", "พบ {count} ฉบับ"), count).format(count=f"{count:,}{'+' if more else ''}")
    return said if count else translate("Search", "ไม่พบ")


def told(found: Found) -> str:
    """What the clerk must know of a result: other words were looked for, or not everything can be found yet."""
    said = []
    if found.read_as:
        said.append(translate("Search", "แป้นพิมพ์น่าจะอยู่ผิดภาษา จึงค้น “{words}” ให้").format(words=found.read_as))
    if found.other is not None:
        pattern = counted(translate("Search", "ถ้าตั้งใจพิมพ์ “{words}” มี {count} ฉบับ กด F7"), found.other.count)
        said.append(pattern.format(words=found.other.words, count=f"{found.other.count:,}"))
    if found.behind:
        pattern = counted(translate("Search", "กำลังทำสารบัญค้นหา เหลือ {count} รายการ ผลยังไม่ครบ"), found.behind)
        said.append(pattern.format(count=f"{found.behind:,}"))
    return "  ·  ".join(said)


def nothing(words: str) -> tuple[str, str]:
    if words.strip():
        return (
            translate("Search", "ไม่พบหนังสือที่ตรงกับคำค้น"),
            translate("Search", "ลองคำที่สั้นลง หรือลดตัวกรองด้วย F4"),
        )
    return (
        translate("Search", "ไม่มีหนังสือตามตัวกรองนี้"),
        translate("Search", "เปลี่ยนตัวกรองด้วย F4"),
    )
