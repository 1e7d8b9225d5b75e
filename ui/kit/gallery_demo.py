"""Invented letters and pages for the gallery; nothing here is anybody's."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter

from ui.kit.chips import Badge
from ui.kit.columns import Column
from ui.kit.marks import Journey, Urgency, journey_badge, urgency_badge
from ui.kit.page_layers import Layer, draw_words
from ui.kit.page_source import A4, DeliverImage, Pages, Wish
from ui.kit.theme import colour
from ui.kit.tokens import FAMILY


@dataclass(frozen=True)
class Letter:
    number: str
    urgency: Urgency
    book: str
    subject: str
    sender: str
    day: str
    journey: Journey


LETTERS = (
    Letter(
        "00130",
        "most_urgent",
        "มท 0808.2/ว 4512",
        "ซักซ้อมแนวทางการปฏิบัติกรณีเกิดอุทกภัยในพื้นที่",
        "กรมส่งเสริมการปกครองท้องถิ่น",
        "9 ม.ค.",
        "here",
    ),
    Letter(
        "00129",
        "normal",
        "ชม 0023.3/2901",
        "ขอเชิญประชุมเตรียมความพร้อมรับมือฝุ่นละอองขนาดเล็ก",
        "สำนักงานจังหวัดเชียงใหม่",
        "8 ม.ค.",
        "here",
    ),
    Letter(
        "00128",
        "urgent",
        "ชม 0017.3/215",
        "ขอให้รายงานผลการดำเนินงานตามแผนพัฒนาท้องถิ่น",
        "ที่ทำการปกครองอำเภอเมือง",
        "8 ม.ค.",
        "centre",
    ),
    Letter(
        "00127",
        "normal",
        "ศธ 04009/118",
        "ขอความอนุเคราะห์สนับสนุนรถน้ำและเจ้าหน้าที่ดูแลสนามกีฬา",
        "โรงเรียนบ้านกู่ญาติ",
        "8 ม.ค.",
        "centre",
    ),
    Letter(
        "00126",
        "very_urgent",
        "ชม 0018.1/ว 77",
        "การเฝ้าระวังไฟป่าและหมอกควัน ฐานข้อมูลปี่ ๒๕๖๙",
        "สำนักงานป้องกันและบรรเทาสาธารณภัย",
        "7 ม.ค.",
        "centre",
    ),
    Letter("00125", "normal", "-", "ร้องเรียนเสียงดังจากสถานประกอบการ หมู่ที่ 2", "นางคำแปง ใจดี", "7 ม.ค.", "attention"),
    Letter(
        "00124",
        "normal",
        "กค 0407/512",
        "แจ้งการโอนเงินอุดหนุนทั่วไป งวดที่ 2 ปีงบประมาณ พ.ศ. 2569",
        "สำนักงานคลังจังหวัดเชียงใหม่",
        "7 ม.ค.",
        "centre",
    ),
    Letter(
        "00123", "urgent", "สธ 0232/99", "ขอเชิญเข้าร่วมรณรงค์กำจัดลูกน้ำยุงลาย", "สำนักงานสาธารณสุขอำเภอ", "6 ม.ค.", "centre"
    ),
)


_BODY = (
    "ตามที่กรมส่งเสริมการปกครองท้องถิ่นได้แจ้งแนวทางการปฏิบัติให้องค์กรปกครองส่วนท้องถิ่นเตรียมความพร้อม ผู้ปฏิบัติงาน ที่พักพิง น้ำดื่ม และเครื่องมือ "
)


def many_letters(count: int) -> tuple[Letter, ...]:
    """As many letters as asked for, numbered downwards."""
    return tuple(replace(LETTERS[n % len(LETTERS)], number=f"{130 - n:05d}") for n in range(count))


def columns() -> tuple[Column[Letter], ...]:
    def urgency(letter: Letter) -> tuple[Badge, ...]:
        badge = urgency_badge(letter.urgency)
        return (badge,) if badge else ()

    return (
        Column(lambda: "เลขรับ", lambda row: row.number, 72, strong=True),
        Column(lambda: "ความเร็ว", lambda row: row.urgency, 108, badges=urgency),
        Column(lambda: "ที่", lambda row: row.book, 148),
        Column(lambda: "เรื่อง", lambda row: row.subject, 220, stretch=True),
        Column(lambda: "จาก", lambda row: row.sender, 168, soft=True, yields=1),
        Column(lambda: "ลงวันที่", lambda row: row.day, 72, soft=True),
        Column(lambda: "", lambda row: row.journey, 36, badges=lambda row: (journey_badge(row.journey),)),
    )


def demo_pages(count: int = 3) -> Pages:
    """A letter drawn at once."""

    def render(page: int, dpi: int, deliver: DeliverImage, wish: Wish) -> None:
        deliver(_letter_page(page, dpi))

    return Pages((A4,) * count, render)


def demo_stamp() -> Layer:
    """The intake stamp, movable."""
    return Layer(0, 70, 32, _draw_stamp, movable=True)


def _draw_stamp(painter: QPainter) -> None:
    ink = colour("ink")
    painter.setPen(ink)
    pen = painter.pen()
    pen.setWidthF(0.35)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(QRectF(0.2, 0.2, 69.6, 31.6))
    centre = Qt.AlignmentFlag.AlignCenter
    left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
    draw_words(painter, QRectF(0, 0.5, 70, 8), "เทศบาลเมืองแม่เหียะ", 4.4, centre)
    for line, words in enumerate(("เลขรับ  ๐๐๑๓๐", "วันที่  ๑๔ ม.ค. ๒๕๖๙", "เวลา  ๑๐.๔๔ น.")):
        draw_words(painter, QRectF(5, 8 + line * 7.5, 60, 8), words, 4.0, left)


def _letter_page(page: int, dpi: int) -> QImage:
    image = QImage(round(A4[0] / 25.4 * dpi), round(A4[1] / 25.4 * dpi), QImage.Format.Format_RGB32)
    image.fill(QColor(Qt.GlobalColor.white))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(dpi / 25.4, dpi / 25.4)
    painter.setPen(QColor(Qt.GlobalColor.black))
    left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
    draw_words(painter, QRectF(30, 44, 80, 8), "ที่ มท ๐๘๐๘.๒/ว ๔๕๑๒", 4.2, left)
    draw_words(painter, QRectF(120, 44, 70, 8), "กรมส่งเสริมการปกครองท้องถิ่น", 4.2, left)
    draw_words(painter, QRectF(105, 62, 70, 8), "๙ มกราคม ๒๕๖๙", 4.2, left)
    words = ("เรื่อง  ซักซ้อมแนวทางการปฏิบัติกรณีเกิดอุทกภัยในพื้นที่", "เรียน  ผู้ว่าราชการจังหวัด ทุกจังหวัด", f"หน้า {page + 1}")
    for line, text in enumerate(words):
        draw_words(painter, QRectF(30, 76 + line * 9, 150, 8), text, 4.2, left)
    face = QFont(FAMILY)
    face.setPixelSize(40)
    painter.scale(0.1, 0.1)
    painter.setFont(face)
    painter.drawText(QRectF(300, 1080, 1500, 1500), Qt.TextFlag.TextWordWrap, _BODY * 5)
    painter.end()
    return image
