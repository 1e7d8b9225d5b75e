"""What the letters room calls its codes on the screen."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from desktop.letters.authority import Capacity, Standing
from desktop.letters.model import (
    Basket,
    Channel,
    Direction,
    Kind,
    Letter,
    Loan,
    Mark,
    Order,
    Purpose,
    Secrecy,
    Urgency,
)
from desktop.letters.paper_lines import citation_of, enclosure_of
from desktop.letters.phrases import Owner
from desktop.letters.typed_lists import citation_line, enclosure_line
from desktop.office.dates import Digits
from desktop.office.secrecy import rank
from ui.kit import days, marks
from ui.kit.chips import Badge
from ui.letters import way_words

translate = QCoreApplication.translate
FIGURES: Digits = "arabic"
"""Screens count in Arabic figures, which stand in columns; papers are printed with Thai ones."""


day, brief_day, time, moment, brief_moment = days.day, days.brief_day, days.time, days.moment, days.brief_moment


def basket(which: Basket) -> str:
    plain = {
        Basket.NEW: translate("Letters", "รอส่งต่อ"),
        Basket.MINE: translate("Letters", "หน่วยงานฉัน"),
        Basket.DUE: translate("Letters", "ครบกำหนด"),
        Basket.ALL: translate("Letters", "ทั้งหมด"),
    }
    return plain[which] if which in plain else way_words.basket(which)


def order(which: Order) -> str:
    return {
        Order.NEWEST: translate("Letters", "ใหม่ก่อน"),
        Order.OLDEST: translate("Letters", "เก่าก่อน"),
        Order.DUE: translate("Letters", "ตามวันครบกำหนด"),
        Order.URGENCY: translate("Letters", "ด่วนก่อน"),
    }[which]


def nothing_in(which: Basket) -> tuple[str, str]:
    """What an empty basket says: what would be here, and how it comes."""
    plain = {
        Basket.NEW: (
            translate("Letters", "ไม่มีหนังสือรอส่งต่อ"),
            translate("Letters", "หนังสือที่ลงทะเบียนแล้วและยังไม่ได้ส่งให้หน่วยงานใด จะอยู่ที่นี่"),
        ),
        Basket.MINE: (
            translate("Letters", "ไม่มีหนังสือส่งถึงหน่วยงานของท่าน"),
            translate("Letters", "เมื่อสารบรรณกลางส่งหนังสือมาถึงหน่วยงาน หนังสือจะขึ้นที่นี่เอง"),
        ),
        Basket.DUE: (
            translate("Letters", "ไม่มีหนังสือใกล้ครบกำหนด"),
            translate("Letters", "หนังสือที่ครบกำหนดใน 3 วันหรือเลยกำหนดแล้ว จะอยู่ที่นี่"),
        ),
        Basket.ALL: (
            translate("Letters", "ยังไม่มีหนังสือเข้า"),
            translate("Letters", "ลงทะเบียนรับฉบับแรกได้ด้วย F9 หรือรอข้อมูลจากส่วนกลาง"),
        ),
    }
    return plain[which] if which in plain else way_words.nothing_in(which)


def nothing_found() -> tuple[str, str]:
    return (
        translate("Letters", "ไม่พบหนังสือที่ตรงกับคำค้น"),
        translate("Letters", "ค้นได้จากเลขรับ ที่ เรื่อง และผู้ส่ง กด Esc เพื่อล้างคำค้น"),
    )


def urgency(which: Urgency) -> str:
    return {
        Urgency.NORMAL: translate("Letters", "ปกติ"),
        Urgency.URGENT: translate("Letters", "ด่วน"),
        Urgency.VERY_URGENT: translate("Letters", "ด่วนมาก"),
        Urgency.MOST_URGENT: translate("Letters", "ด่วนที่สุด"),
    }[which]


def urgency_badge(which: Urgency) -> Badge | None:
    return marks.urgency_badge(which.value)


def secrecy(which: Secrecy) -> str:
    return {
        Secrecy.NORMAL: translate("Letters", "ปกติ"),
        Secrecy.SECRET: translate("Letters", "ลับ"),
        Secrecy.VERY_SECRET: translate("Letters", "ลับมาก"),
        Secrecy.TOP_SECRET: translate("Letters", "ลับที่สุด"),
    }[which]


def secrecy_badge(which: Secrecy) -> Badge | None:
    """Solid red with a lock, as the mark on the paper; none for what everybody may read."""
    return Badge(secrecy(which), "danger", "lock", solid=True) if which is not Secrecy.NORMAL else None


def secrecy_mark() -> Badge:
    """The mark above everything ลับมาก."""
    return Badge(secrecy(Secrecy.VERY_SECRET), "danger", "lock", solid=True)


def journey_badge(mark: Mark, *, silent: bool = True) -> Badge:
    return marks.journey_badge(mark.value, silent=silent)


def channel(which: Channel) -> str:
    return {
        Channel.PAPER: translate("Letters", "ไปรษณีย์/กระดาษ"),
        Channel.EMAIL: translate("Letters", "อีเมล"),
        Channel.E_OFFICE: translate("Letters", "ระบบสารบรรณ"),
        Channel.HAND: translate("Letters", "ยื่นด้วยตนเอง"),
    }[which]


def purpose(which: Purpose) -> str:
    return {
        Purpose.ACTION: translate("Letters", "เพื่อดำเนินการ"),
        Purpose.COPY: translate("Letters", "สำเนาเพื่อทราบ"),
    }[which]


def field(name: str) -> str:
    """What the form calls a field that can be amended; a line of a list by its list."""
    return {
        "enclosure": translate("Letters", "สิ่งที่ส่งมาด้วย"),
        "citation": translate("Letters", "อ้างถึง"),
        "book_number": translate("Letters", "ที่"),
        "letter_date": translate("Letters", "ลงวันที่"),
        "from_party": translate("Letters", "จาก"),
        "to_party": translate("Letters", "เรียน"),
        "subject": translate("Letters", "เรื่อง"),
        "urgency": translate("Letters", "ชั้นความเร็ว"),
        "channel": translate("Letters", "ช่องทาง"),
        "due_date": translate("Letters", "ครบกำหนด"),
        "remarks": translate("Letters", "หมายเหตุ"),
    }[name.partition(".")[0]]


def field_value(name: str, value: str | None) -> str:
    """A field's value as it travels, as people read it; a dash for none."""
    if not value:
        return "-"
    if "\t" in value:
        return _line_words(value)
    if name in ("letter_date", "due_date"):
        return day(date.fromisoformat(value))
    if name == "urgency":
        return urgency(Urgency(value))
    return channel(Channel(value)) if name == "channel" else value


def _line_words(value: str) -> str:
    """A line of a list as it is typed; the reason why it was taken back stands below it."""
    said, _, reason = value.partition("\n")
    line = enclosure_line(enclosure_of(said)) if said.count("\t") == 2 else citation_line(citation_of(said))
    return f"{line}\n{reason}" if reason else line


def event(kind: str) -> str:
    """What happened, for the history of a letter; its `text` follows."""
    if kind.startswith("secrecy_"):
        level = secrecy(Secrecy(kind.removeprefix("secrecy_")))
        return translate("Letters", "ชั้นความลับเป็น {level}:").format(level=level)
    if kind.startswith("amended."):
        return translate("Letters", "แก้ {field} เป็น").format(field=field(kind.removeprefix("amended.")))
    verb, _, name = kind.partition(".")
    if verb in ("added", "taken_back"):
        said = translate("Letters", "เพิ่ม{field}") if verb == "added" else translate("Letters", "ถอน{field}")
        return said.format(field=field(name))
    plain = {
        "linked": translate("Letters", "ผูกเป็นเรื่องเดียวกับเลขรับ"),
        "registered": translate("Letters", "ลงทะเบียนรับ เลขรับ"),
        "came_again": translate("Letters", "มาถึงอีกทาง:"),
        "endorsed": translate("Letters", "เกษียณ"),
        "routed": translate("Letters", "ส่งถึง"),
        "received": translate("Letters", "รับเรื่องไว้ที่"),
        "recalled": translate("Letters", "เรียกคืนจาก"),
        "registered_again": translate("Letters", "ลงรับในทะเบียนของ"),
        "cancelled": translate("Letters", "ยกเลิกหนังสือ:"),
        "reinstated": translate("Letters", "เลิกการยกเลิก:"),
        "lent": translate("Letters", "ให้ยืมแฟ้ม ผู้ยืม"),
        "given_back": translate("Letters", "รับแฟ้มคืนจาก"),
        "file_added": translate("Letters", "เพิ่มเอกสาร"),
        "file_withdrawn": translate("Letters", "ถอนเอกสาร"),
    }
    return plain[kind] if kind in plain else way_words.event(kind)


def problem(code: str) -> str:
    """What stops a registration, in the length of a field's note."""
    return {
        "letters.field_missing": translate("Letters", "ต้องกรอก"),
        "letters.date_in_future": translate("Letters", "ลงวันที่หลังวันนี้ไม่ได้"),
        "letters.due_in_past": translate("Letters", "กำหนดต้องไม่ก่อนวันนี้"),
        "letters.no_such_date": translate("Letters", "ไม่ใช่วันที่ พ.ศ."),
        "letters.gregorian_year": translate("Letters", "ปีเป็น ค.ศ. ใช้ พ.ศ. (บวก 543)"),
        "letters.no_such_time": translate("Letters", "ต้องเป็นวันและเวลา เช่น 16.30"),
        "letters.enclosure_empty": translate("Letters", "ต้องมีชื่อและจำนวนอย่างน้อย 1"),
        "letters.borrower_missing": translate("Letters", "ต้องใส่ชื่อผู้ยืม"),
        "letters.top_secret_by_hand": translate("Letters", "ไม่รับเข้าระบบ"),
        "letters.envelope_only": translate("Letters", "เอาเอกสารที่สแกนออกก่อน"),
        "letters.secrecy_unseen": translate("Letters", "อ่านพบในหน้า ดูก่อนลงทะเบียน"),
        "letters.reason_missing": translate("Letters", "ต้องใส่เหตุผล"),
    }[code]


def at_registration(level: Secrecy, *, envelope_only: bool) -> str:
    """What registering at this secrecy means here; empty for what everybody may read."""
    if level is Secrecy.NORMAL:
        return ""
    if level is Secrecy.TOP_SECRET:
        return translate(
            "Letters",
            "เรื่องลับที่สุดไม่รับเข้าระบบ อย่าสแกนและอย่าพิมพ์เนื้อความ ถือซองปิดผนึกส่งนายทะเบียนข้อมูลข่าวสารลับด้วยมือ",
        )
    if not envelope_only:
        return translate("Letters", "อยู่ที่เครื่องของผู้ที่ได้รับอนุญาตเท่านั้น เคาน์เตอร์และเครื่องอื่นจะไม่เห็น")
    return translate(
        "Letters",
        "เครื่องนี้ไม่เก็บเนื้อความ ลงทะเบียนได้เฉพาะหน้าซอง ไม่แนบเอกสาร หนังสือจะออกจากเครื่องนี้เมื่อถึงส่วนกลาง",
    )


def at_classification(seen: Secrecy, wanted: Secrecy) -> str:
    """What the change of secrecy does."""
    if rank(wanted) < rank(seen):
        return translate("Letters", "ส่วนกลางเป็นผู้ตัดสิน ต้องต่อกับส่วนกลางอยู่ และท่านต้องได้รับอนุญาตในชั้นความลับนี้")
    return {
        Secrecy.NORMAL: "",
        Secrecy.SECRET: translate("Letters", "หนังสือและเอกสารจะออกจากเครื่องที่ใช้ร่วมกันทุกเครื่อง เหลือเฉพาะเครื่องของผู้ที่ได้รับอนุญาต"),
        Secrecy.VERY_SECRET: translate("Letters", "ไม่มีเครื่องใดเก็บไว้ ผู้ที่ได้รับอนุญาตอ่านจากส่วนกลางเท่านั้น"),
        Secrecy.TOP_SECRET: translate("Letters", "ปิดผนึกไว้ที่ส่วนกลาง ไม่มีใครอ่านผ่านระบบได้อีก มีแต่ผู้ดูแลที่เปิดคืนได้"),
    }[wanted]


def loan(one: Loan, today: date) -> str:
    """Who has the file, since when, and whether it should be back."""
    who = f"{one.borrower_name} ({one.unit_name})" if one.unit_name else one.borrower_name
    said = translate("Letters", "{who} ยืมไปเมื่อ {when}").format(who=who, when=moment(one.lent_at))
    if one.due_date is not None:
        late = one.due_date < today
        pattern = translate("Letters", "เลยกำหนดคืน {day}") if late else translate("Letters", "กำหนดคืน {day}")
        said += " · " + pattern.format(day=day(one.due_date))
    return f"{said} · {one.note}" if one.note else said


def facts(letter: Letter) -> tuple[tuple[str, str], ...]:
    """Label and value of what a reader wants to know of a letter, without what is empty."""
    book = letter.book_number if letter.book_number != "-" else ""
    dated = translate("Letters", "ลงวันที่ {day}").format(day=day(letter.letter_date)) if letter.letter_date else ""
    found = (
        (translate("Letters", "จาก"), letter.from_party),
        (translate("Letters", "ที่"), " ".join(filter(None, (book, dated)))),
        (translate("Letters", "เรียน"), letter.to_party),
        (
            translate("Letters", "รับเมื่อ") if letter.direction is Direction.INCOMING else translate("Letters", "เมื่อ"),
            f"{moment(letter.received_at)} · {channel(letter.channel)}",
        ),
        (translate("Letters", "ครบกำหนด"), day(letter.due_date)),
        (translate("Letters", "ด่วนภายใน"), moment(letter.urgent_deadline) if letter.urgent_deadline else ""),
        (translate("Letters", "แฟ้ม"), "" if letter.files else translate("Letters", "มีแต่กระดาษ ไม่มีไฟล์สแกน")),
        (translate("Letters", "หมายเหตุ"), letter.remarks or ""),
    )
    return tuple((label, value) for label, value in found if value)


def orders(standing: Standing) -> str:
    """The orders by which somebody signs for another: `ตามคำสั่งที่ 310/2569 ลงวันที่ 1 ม.ค. 2569 ถึง 16 ม.ค. 2569`."""
    said = []
    for one in standing.chain:
        told = translate("Letters", "คำสั่งที่ {number} ลงวันที่ {day}").format(number=one.order_no, day=day(one.order_date))
        if one.valid_to is not None:
            told += " " + translate("Letters", "ถึง {day}").format(day=day(one.valid_to))
        said.append(told)
    return " · ".join(said)


def capacity(which: Capacity) -> str:
    """As the regulation calls it, in either language of the screen."""
    return {
        Capacity.OWN: translate("Letters", "ตำแหน่งของตนเอง"),
        Capacity.ACTING: translate("Letters", "รักษาราชการแทน"),
        Capacity.DELEGATED: translate("Letters", "ปฏิบัติราชการแทน"),
        Capacity.CARETAKER: translate("Letters", "รักษาการในตำแหน่ง"),
    }[which]


def letter_action(action: str) -> str:
    """What an endorsement does."""
    return {
        "propose": translate("Letters", "เสนอ"),
        "concur": translate("Letters", "เห็นควรตามเสนอ"),
        "acknowledge": translate("Letters", "ทราบ"),
        "approve": translate("Letters", "อนุมัติ"),
        "permit": translate("Letters", "อนุญาต"),
        "agree": translate("Letters", "เห็นชอบ"),
        "signed": translate("Letters", "ลงนาม"),
        "assign": translate("Letters", "มอบ/สั่งการ"),
        "reject": translate("Letters", "ไม่อนุมัติ"),
        "return": translate("Letters", "ส่งคืนแก้ไข"),
        "query": translate("Letters", "ขอรายละเอียด"),
        "see_me": translate("Letters", "พบ"),
        "circulate": translate("Letters", "แจ้งเวียน"),
        "accept": translate("Letters", "รับดำเนินการ"),
        "done": translate("Letters", "ดำเนินการแล้ว"),
    }.get(action, action)


def owner(which: Owner) -> str:
    return {
        Owner.OWN: translate("Letters", "ของฉัน"),
        Owner.UNIT: translate("Letters", "ของหน่วยงาน"),
        Owner.OFFICE: translate("Letters", "ของสำนักงาน"),
    }[which]


def kind(which: Kind) -> str:
    return {
        Kind.EXTERNAL: translate("Letters", "หนังสือภายนอก"),
        Kind.INTERNAL: translate("Letters", "บันทึกข้อความ"),
        Kind.SEALED: translate("Letters", "หนังสือประทับตรา"),
        Kind.CIRCULAR: translate("Letters", "หนังสือเวียน (ว)"),
        Kind.ORDER: translate("Letters", "คำสั่ง"),
        Kind.ANNOUNCEMENT: translate("Letters", "ประกาศ"),
        Kind.EVIDENCE: translate("Letters", "หลักฐานในราชการ"),
    }[which]
