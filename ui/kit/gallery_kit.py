"""One picture with every widget of the kit."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from ui.kit.banner import LEVEL_ICONS, Banner, ProgressPanel
from ui.kit.buttons import DangerButton, IconButton, PrimaryButton, QuietButton, SecondaryButton
from ui.kit.calendar_popup import CalendarPopup
from ui.kit.chips import Badge, Chip
from ui.kit.date_edit import ThaiDateEdit
from ui.kit.field import Field, row
from ui.kit.gallery_demo import Letter, columns, many_letters
from ui.kit.icons import ICON
from ui.kit.inputs import CheckBox, ComboBox, LineEdit, NotesEdit, SearchBox, Toggle
from ui.kit.marks import Journey, Urgency, journey_badge, urgency_badge
from ui.kit.money_edit import MoneyEdit
from ui.kit.panels import EmptyState, Glyph, Panel, form
from ui.kit.resources import resource
from ui.kit.rows import RowsModel
from ui.kit.segmented import Segmented
from ui.kit.table import TableView
from ui.kit.thai_label import label
from ui.kit.tokens import XL, L, M, S

_TODAY = date(2026, 1, 14)
_HARD = "ที่ ป้ ญู ฐู กี่ ปั่น ปี่ น้ำ ผู้ ฝ้า ฟื้น กตัญญู ฎุ ฏู 1,234.50 ๑๒๓ Office"


def widgets_sheet() -> QWidget:
    """Controls in their states."""
    sheet, grid = _sheet()
    grid.addWidget(_buttons(), 0, 0)
    grid.addWidget(_marks(), 1, 0)
    grid.addWidget(_type(), 2, 0)
    grid.addWidget(_fields(), 0, 1, 3, 1)
    grid.addWidget(_months(), 0, 2, 2, 1)
    grid.addWidget(_icons(), 2, 2)
    sheet.resize(1500, 860)
    return sheet


def messages_sheet() -> QWidget:
    """What is said, what is under way, what is not there yet, and a table."""
    sheet, grid = _sheet()
    banners = QVBoxLayout()
    banners.setSpacing(S)
    for level in LEVEL_ICONS:
        banners.addWidget(
            Banner(level, "เครื่องพิมพ์ไม่ตอบ", "ใบเสร็จ 000451 บันทึกแล้ว เปิดเครื่องพิมพ์แล้วพิมพ์ซ้ำ", action="พิมพ์ซ้ำ", run=int)
        )
    progress = ProgressPanel("กำลังนำเข้าเอกสาร 500 หน้า")
    progress.show_progress(137, 500)
    banners.addWidget(progress)
    banners.addStretch(1)
    grid.addLayout(banners, 0, 0)
    empty = EmptyState("inbox")
    empty.say("ยังไม่มีหนังสือเข้าวันนี้", "หนังสือที่สแกน นำเข้า หรือส่งมาจากหน่วยงานอื่นจะอยู่ที่นี่", "ลงทะเบียนรับ")
    panel = Panel()
    panel.body.addWidget(empty)
    grid.addWidget(panel, 0, 1)
    for place, compact in enumerate((False, True)):
        grid.addWidget(_table(compact), 1, place)
    sheet.resize(1500, 820)
    return sheet


SHEETS: dict[str, Callable[[], QWidget]] = {"kit-widgets": widgets_sheet, "kit-messages": messages_sheet}


def _sheet() -> tuple[QWidget, QGridLayout]:
    sheet = QWidget()
    sheet.setObjectName("ground")
    sheet.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    grid = QGridLayout(sheet)
    grid.setContentsMargins(XL, XL, XL, XL)
    grid.setSpacing(L)
    return sheet, grid


def _buttons() -> Panel:
    panel = Panel("ปุ่ม")
    off = PrimaryButton("ลงทะเบียน", key="F9")
    off.setEnabled(False)
    panel.body.addWidget(
        _line(PrimaryButton("ลงทะเบียน", key="F9"), SecondaryButton("สแกน", key="F2", icon_name="scan"), off)
    )
    panel.body.addWidget(
        _line(
            QuietButton("ดูประวัติ", icon_name="today"),
            DangerButton("ยกเลิกใบเสร็จ"),
            IconButton("printer", "พิมพ์"),
            IconButton("close", "ปิด"),
        )
    )
    toggle, box = Toggle("โหมดผู้ช่วย"), CheckBox("ค่าธรรมเนียมขยะ ต.ค.–ธ.ค. 2568")
    toggle.setChecked(True)
    box.setChecked(True)
    panel.body.addWidget(_line(box, CheckBox("ค่าปรับ"), toggle))
    choice = Segmented((("all", "ทั้งหมด"), ("mine", "รอฉัน"), ("due", "ครบกำหนด")))
    panel.body.addWidget(_line(choice))
    return panel


def _marks() -> Panel:
    panel = Panel("เครื่องหมาย")
    levels: tuple[Urgency, ...] = ("urgent", "very_urgent", "most_urgent")
    journeys: tuple[Journey, ...] = ("here", "centre", "attention")
    panel.body.addWidget(_line(*(Chip(urgency_badge(level)) for level in levels)))
    panel.body.addWidget(_line(*(Chip(journey_badge(journey, silent=False)) for journey in journeys)))
    panel.body.addWidget(
        _line(*(Chip(Badge(tone, tone)) for tone in ("neutral", "accent", "info", "ready", "attention", "danger")))
    )
    return panel


def _type() -> Panel:
    panel = Panel("ตัวอักษร")
    for size in ("small", "", "head", "title"):
        panel.body.addWidget(label(_HARD if size != "title" else _HARD[:34], size=size))
    panel.body.addWidget(label("180.00", size="sum"))
    panel.body.setSpacing(0)
    return panel


def _fields() -> Panel:
    panel = Panel("ลงทะเบียนรับ")
    day, money, wrong = ThaiDateEdit(today=lambda: _TODAY), MoneyEdit(large=True), LineEdit("29/2/2569")
    day.set_day(_TODAY)
    money.set_satang(123450)
    broken = Field("ลงวันที่", wrong, must=True)
    combo = ComboBox((("a", "กองช่าง"), ("b", "กองคลัง")))
    notes = NotesEdit(lines=2)
    notes.setPlainText("เพื่อโปรดพิจารณา เห็นควรมอบกองช่างดำเนินการ กตัญญู ฐานข้อมูล")
    off = LineEdit("ชม 54005/87")
    off.setEnabled(False)
    panel.body.addWidget(
        form(
            row(Field("ที่", LineEdit("มท 0808.2/ว 4512"), must=True), Field("ลงวันที่", day)),
            row(broken, Field("ส่งให้", combo)),
            Field("เรื่อง", LineEdit("ซักซ้อมแนวทางการปฏิบัติกรณีเกิดอุทกภัย ปี่ ผู้ ญู"), hint="อ่านจากภาพ 97 %"),
            Field("ข้อความเกษียณ", notes),
            row(Field("ค้น", SearchBox(placeholder="ค้นหนังสือ  Ctrl+K")), Field("อ้างถึง", off)),
            Field("รับเงินสด", money),
        )
    )
    panel.body.addStretch(1)
    broken.say_error("ไม่มีวันนี้ใน พ.ศ. 2569")
    return panel


def _months() -> Panel:
    panel = Panel("ปฏิทิน")
    popup = CalendarPopup(panel)
    popup.setWindowFlags(Qt.WindowType.Widget)
    popup.open_at(QPoint(0, 0), date(2026, 1, 9), _TODAY)
    panel.body.addWidget(popup, 0, Qt.AlignmentFlag.AlignLeft)
    panel.body.addStretch(1)
    return panel


def _icons() -> Panel:
    panel = Panel("ภาพ")
    grid = QGridLayout()
    grid.setSpacing(M)
    names = sorted(path.stem for path in resource("icons").glob("*.svg"))
    for place, name in enumerate(names):
        grid.addWidget(Glyph(name, "text", ICON), place // 12, place % 12)
    panel.body.addLayout(grid)
    panel.body.addStretch(1)
    return panel


def _table(compact: bool) -> QWidget:
    table: TableView[Letter] = TableView("หนังสือเข้า", compact=compact)
    model = RowsModel(columns(), lambda letter: letter.number, table)
    table.show_model(model)
    model.show_rows(many_letters(30))
    table.choose(2)
    return table


def _line(*widgets: QWidget) -> QWidget:
    holder = QWidget()
    line = QHBoxLayout(holder)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(S)
    for widget in widgets:
        line.addWidget(widget)
    line.addStretch(1)
    return holder
