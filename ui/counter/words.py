"""What the citizen's page says of cards and of matters."""

from PySide6.QtCore import QCoreApplication

from desktop.counter.model import Matter, Topic
from desktop.devices.id_card import CardNews, CardState
from desktop.office.errors import OfficeError
from desktop.office.money import format_baht
from desktop.people.model import Hit, Kind, Tie, Tied
from ui.kit.chips import Badge
from ui.kit.columns import RIGHT, Column
from ui.kit.days import day
from ui.kit.rows import RowsModel

translate = QCoreApplication.translate


def kind(which: Kind) -> str:
    return {
        Kind.NATURAL: translate("Citizens", "บุคคลธรรมดา"),
        Kind.JURISTIC: translate("Citizens", "นิติบุคคล"),
        Kind.MONK: translate("Citizens", "พระภิกษุ สามเณร"),
        Kind.FOREIGNER: translate("Citizens", "คนต่างด้าว"),
    }[which]


def field(name: str) -> str:
    """A field of a citizen's particulars."""
    return {
        "kind": translate("Citizens", "ประเภท"),
        "title": translate("Citizens", "คำนำหน้า"),
        "given": translate("Citizens", "ชื่อ"),
        "middle": translate("Citizens", "ชื่อกลาง"),
        "family": translate("Citizens", "นามสกุล"),
        "monastic": translate("Citizens", "ฉายา"),
        "name_en": translate("Citizens", "ชื่อภาษาอังกฤษ"),
        "born": translate("Citizens", "วันเกิด"),
        "sex": translate("Citizens", "เพศ"),
        "nationality": translate("Citizens", "สัญชาติ"),
        "phone": translate("Citizens", "โทรศัพท์"),
        "other_phone": translate("Citizens", "โทรศัพท์อีกเลข"),
        "remarks": translate("Citizens", "หมายเหตุ"),
        "house_no": translate("Citizens", "บ้านเลขที่"),
        "moo": translate("Citizens", "หมู่ที่"),
        "trok": translate("Citizens", "ตรอก"),
        "soi": translate("Citizens", "ซอย"),
        "road": translate("Citizens", "ถนน"),
        "tambon": translate("Citizens", "ตำบล"),
        "amphoe": translate("Citizens", "อำเภอ"),
        "province": translate("Citizens", "จังหวัด"),
        "postcode": translate("Citizens", "รหัสไปรษณีย์"),
    }.get(name, name)


def topic(which: Topic) -> str:
    return {
        Topic.BILL: translate("Citizens", "ค้างชำระ"),
        Topic.CASE: translate("Citizens", "คำขอและเรื่องร้องทุกข์"),
        Topic.PAPER: translate("Citizens", "หนังสือรับรอง"),
        Topic.RECEIPT: translate("Citizens", "ใบเสร็จในชื่อนี้"),
    }[which]


def tie_name(which: Tie) -> str:
    return {
        Tie.OWNER: translate("Citizens", "เจ้าบ้าน"),
        Tie.RESIDENT: translate("Citizens", "ผู้อยู่อาศัย"),
        Tie.PAYER: translate("Citizens", "ผู้ชำระค่าธรรมเนียม"),
    }[which]


def tie(tied: Tied, *, of_house: bool = False) -> str:
    """`ผู้ชำระค่าธรรมเนียม 91/1 หมู่ 2`, or of a house who it is."""
    return f"{tie_name(tied.tie)} {tied.who if of_house else tied.where}"


def thing(entity: str) -> str:
    """What something is that a search found."""
    return {
        "person": translate("Citizens", "ประชาชน"),
        "house": translate("Citizens", "บ้าน"),
        "citizen_case": translate("Citizens", "เรื่อง"),
        "bill": translate("Citizens", "ใบแจ้งชำระ"),
        "receipt": translate("Citizens", "ใบเสร็จ"),
    }[entity]


def card(news: CardNews, language: str) -> tuple[Badge, str]:
    """The state of the reader as a mark, and what to do."""
    if news.state is CardState.TROUBLE:
        title, advice = OfficeError(news.code).describe(language)
        return Badge(title, "attention", "warning"), advice
    return {
        CardState.WAITING: (Badge(translate("Citizens", "พร้อมอ่านบัตร"), "ready", "check"), ""),
        CardState.READING: (
            Badge(translate("Citizens", "กำลังอ่านบัตร"), "info", "hourglass"),
            translate("Citizens", "ยังไม่ต้องดึงบัตรออก"),
        ),
        CardState.READ: (
            Badge(translate("Citizens", "อ่านบัตรแล้ว"), "ready", "check"),
            translate("Citizens", "คืนบัตรให้ประชาชนได้"),
        ),
    }[news.state]


def hit_rows() -> RowsModel[Hit]:
    columns = (
        Column[Hit](lambda: translate("Citizens", "ชื่อหรือบ้าน"), lambda one: one.name, 300, strong=True),
        Column[Hit](lambda: translate("Citizens", "เลขประจำตัว"), lambda one: one.masked or "", 200),
        Column[Hit](
            lambda: translate("Citizens", "ที่อยู่ หรือคนในบ้าน"), lambda one: one.about, 200, stretch=True, soft=True
        ),
    )
    return RowsModel(columns, key=lambda one: (one.entity, one.id))


def matter_rows() -> RowsModel[Matter]:
    columns = (
        Column[Matter](lambda: translate("Citizens", "เรื่อง"), lambda one: topic(one.topic), 150, badges=_badges),
        Column[Matter](lambda: translate("Citizens", "วันที่"), lambda one: day(one.day), 110, soft=True),
        Column[Matter](lambda: translate("Citizens", "เลขที่"), lambda one: one.number, 140, yields=1),
        Column[Matter](
            lambda: translate("Citizens", "รายการ"), lambda one: one.title, 140, stretch=True, struck=_is_void
        ),
        Column[Matter](lambda: translate("Citizens", "บาท"), _amount, 96, RIGHT),
    )
    return RowsModel(columns, key=lambda one: (one.entity, one.id))


def _badges(matter: Matter) -> tuple[Badge, ...]:
    if matter.is_void:
        return (Badge(translate("Citizens", "ยกเลิก"), "danger", "close"),)
    return (Badge(topic(matter.topic), "attention" if matter.is_open else "neutral", bare=not matter.is_open),)


def _is_void(matter: Matter) -> bool:
    return matter.is_void


def _amount(matter: Matter) -> str:
    return "" if matter.amount_satang is None else format_baht(matter.amount_satang)
