"""The frame filled with invented work, for the gallery."""

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial

from PySide6.QtCore import QRectF, Qt
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from ui.kit.buttons import PrimaryButton, SecondaryButton
from ui.kit.gallery_demo import Letter, columns, demo_pages, demo_stamp, many_letters
from ui.kit.key_help import HintBar
from ui.kit.keys import Keys
from ui.kit.language import Language
from ui.kit.page_source import Outline
from ui.kit.page_view import PageView
from ui.kit.panels import EmptyState
from ui.kit.room import Room
from ui.kit.rows import RowsModel
from ui.kit.segmented import Segmented
from ui.kit.table import TableView
from ui.kit.theme import Theme
from ui.kit.tokens import L, M, S
from ui.notices import Act, Notices
from ui.shell.header import Desk
from ui.shell.main_window import MainWindow
from ui.shell.passphrase import PassphraseDialog
from ui.shell.sign_in import SignInWindow
from ui.shell.sign_in_presenter import Person
from ui.shell.strip_words import Kind, PostFacts, strip_state

_OFFICE = "เทศบาลเมืองแม่เหียะ"
_AT = datetime(2026, 1, 14, 3, 42, tzinfo=UTC)
_PEOPLE = (
    Person("kanda", "กานดา ศรีปัญญา", "งานสารบรรณกลาง สำนักปลัดเทศบาล"),
    Person("piyada", "ปิยะดา กู่แก้ว", "งานจัดเก็บรายได้ กองคลัง"),
    Person("wichai", "วิชัย ฐิติญาณ", "ผู้อำนวยการกองช่าง"),
)
_ROOMS = (
    ("today", "วันนี้", 7),
    ("inbox", "หนังสือเข้า", 12),
    ("outbox", "หนังสือออก", 3),
    ("counter", "เคาน์เตอร์", None),
    ("case", "คำขอ", 5),
    ("receipt", "เงินและใบเสร็จ", None),
    ("register", "ทะเบียน", None),
    ("flag", "ต้องตรวจ", 2),
)


def full(theme: Theme, language: Language) -> dict[str, Callable[[], QWidget]]:
    """Windows that are shown in several sizes."""
    return {
        "shell-inbox": lambda: _frame(theme, language, "green", "inbox"),
        "shell-offline": lambda: _frame(theme, language, "yellow", "inbox", told=True),
        "shell-empty": lambda: _frame(theme, language, "red", "outbox"),
        "shell-keys": lambda: _with_keys(_frame(theme, language, "orange", "inbox")),
    }


def small(theme: Theme, language: Language) -> dict[str, Callable[[], QWidget]]:
    """Windows of one size."""
    return {
        "sign-in": lambda: sign_in(theme, language, _PEOPLE),
        "sign-in-first": lambda: sign_in(theme, language, ()),
        "sign-in-refused": lambda: _refused(sign_in(theme, language, _PEOPLE)),
        "passphrase": lambda: PassphraseDialog(new=True),
    }


def sign_in(theme: Theme, language: Language, people: tuple[Person, ...]) -> SignInWindow:
    return SignInWindow(_OFFICE, people, lambda *_: None, lambda _: None, Notices(), theme, language)


def _refused(window: SignInWindow) -> SignInWindow:
    window.show_failure("รหัสผ่านไม่ถูกต้อง", "ตรวจแป้นพิมพ์ว่าเป็นภาษาที่ใช้ตั้งรหัส แล้วลองใหม่ ครบ 5 ครั้งต้องรอ 1 นาที")
    return window


def _frame(theme: Theme, language: Language, kind: Kind, room: str, *, told: bool = False) -> MainWindow:
    notices = Notices(lambda: language.code)
    window = MainWindow(Desk(_OFFICE, "กานดา", "สารบรรณกลาง"), _rooms(), notices, theme, language)
    window.start(room)
    trouble = "ส่งไม่สำเร็จนาน 4 ชม." if kind == "red" else ""
    offline = _AT if kind == "yellow" else None
    facts = PostFacts(kind, _AT, offline, 37 if kind != "green" else 0, 20, 2, trouble, 63, 2, "00131")
    window.show_strip(strip_state(facts))
    if told:
        notices.say("ready", "ลงทะเบียนรับ 00130 แล้ว", "ส่งให้กองช่าง", Act("เลิกทำ", int))
        notices.say("attention", "เครื่องสแกนไม่มีกระดาษ", "ใส่กระดาษแล้วกด F2 อีกครั้ง หน้าที่สแกนแล้ว 12 หน้ายังอยู่")
    return window


def _with_keys(window: MainWindow) -> MainWindow:
    window.shoot_first = window.show_keys  # type: ignore[attr-defined]
    return window


def _rooms() -> list[Room]:
    rooms = []
    for key, title, count in _ROOMS:
        build = _inbox if key == "inbox" else _empty
        rooms.append(Room(key, partial(str, title), key, build))
        rooms[-1].set_count(count)
    return rooms


def _empty() -> QWidget:
    empty = EmptyState("outbox")
    empty.say("ยังไม่มีหนังสือออกของวันนี้", "หนังสือที่ร่างและออกเลขแล้วจะอยู่ที่นี่ พร้อมบอกว่าส่งถึงแล้วหรือยัง", "ร่างหนังสือ")
    return empty


def _inbox() -> QWidget:
    room = QWidget()
    table: TableView[Letter] = TableView("หนังสือเข้า")
    model = RowsModel(columns(), lambda letter: letter.number, table)
    table.show_model(model)
    model.show_rows(many_letters(40))
    table.choose(0)
    pages = PageView()
    pages.show_pages(demo_pages())
    pages.add_layer(demo_stamp(), 130, 8)
    pages.show_outlines([Outline(0, QRectF(29, 77, 120, 8), "เรื่อง")])
    baskets = (("wait", "รอเกษียณ 12"), ("mine", "รอฉัน 4"), ("follow", "ติดตาม 9"), ("due", "ครบกำหนด 2"))
    upper, left = QHBoxLayout(), QVBoxLayout()
    upper.addWidget(Segmented(baskets))
    upper.addStretch(1)
    left.setSpacing(M)
    left.addLayout(upper)
    left.addWidget(table, 1)
    side = QWidget()
    side.setLayout(left)
    left.setContentsMargins(0, 0, 0, 0)
    split = QSplitter(Qt.Orientation.Horizontal)
    split.setHandleWidth(L)
    split.addWidget(side)
    split.addWidget(pages)
    split.setSizes([660, 460])
    split.setStretchFactor(0, 3)
    split.setStretchFactor(1, 2)
    column = QVBoxLayout(room)
    column.setContentsMargins(L + S, L, L + S, M)
    column.setSpacing(S)
    column.addWidget(split, 1)
    column.addLayout(_foot(room))
    room.setFocusProxy(table)
    return room


def _foot(room: QWidget) -> QHBoxLayout:
    keys = Keys(room)
    for sequence, words in (("J/K", "เลื่อน"), ("Return", "เปิด"), ("1-9", "เกษียณด้วยวลี"), ("R", "ส่งต่อ"), ("E", "คืน")):
        keys.name(sequence, partial(str, words), group=lambda: "หนังสือเข้า", hint=True)
    foot = QHBoxLayout()
    foot.setSpacing(S)
    foot.addWidget(HintBar(keys), 1)
    foot.addWidget(SecondaryButton("สแกน", key="F2", icon_name="scan"))
    foot.addWidget(PrimaryButton("ลงทะเบียนรับ", key="F9"))
    return foot
