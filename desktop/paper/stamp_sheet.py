"""The intake stamp alone on a sheet, for the paper that came in; and the sheet by which a printer is found out.

A printer takes a sheet a little aside of where it should, or the other way round; both are measured once. A test sheet
bears a cross in its middle: folded twice, its creases cut the rulers of the cross where the middle really is.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from desktop.paper.intake_stamp import IntakeStamp, stamp_ops
from desktop.paper.ops import Face, Line, Op, Paper, Polygon, Rect, Sheet, Text
from desktop.paper.pdf import to_pdf
from desktop.paper.placing import moved

WIDTH_MM, HEIGHT_MM = 210.0, 297.0
MOST_ASIDE_MM = 20.0
_RULER_MM = 20
_INSTRUCTIONS = (
    "๑. พับกระดาษแผ่นนี้ครึ่งตามยาวและครึ่งตามขวางให้ขอบเสมอกัน แล้วคลี่ออก",
    "๒. รอยพับตั้งตัดมาตรแนวนอนที่เลขใด ให้กรอกเป็น “เลื่อนไปทางขวา”",
    "๓. รอยพับนอนตัดมาตรแนวตั้งที่เลขใด ให้กรอกเป็น “เลื่อนลง”",
    "๔. ถ้าลูกศรชี้ไปคนละขอบกับที่เขียนคำว่า “บน” ไว้ ให้เลือก “ขอบล่างเข้าก่อน”",
    "๕. ถ้าพิมพ์ออกคนละหน้ากับที่เขียนไว้ ครั้งต่อไปให้กลับหน้ากระดาษ",
)


@dataclass(frozen=True)
class Feed:
    """How a printer takes a sheet. What it prints has to go `right_mm` and `down_mm` further, as the printer sees it.

    `tail_first`: sheets are laid in with their lower edge first. `face_down`: with the side to print on downwards; it
    changes nothing on the sheet, and is told to whoever lays it in.
    """

    right_mm: float = 0.0
    down_mm: float = 0.0
    tail_first: bool = False
    face_down: bool = False


def stamp_sheet_pdf(
    stamp: IntakeStamp, x_mm: float, y_mm: float, page_mm: tuple[float, float], feed: Feed = Feed()
) -> bytes:
    """One A4 sheet with nothing but the stamp, where it stands on the page (width and height in mm, as it is read).

    A page that lies is turned a quarter clockwise: a tray takes sheets by their short side.
    """
    width, height = page_mm
    ops: Sequence[Op] = stamp_ops(stamp, x_mm, y_mm)
    if width > height:
        ops, width, height = _quarter(ops, height), height, width
    if feed.tail_first:
        ops = _quarter(_quarter(ops, HEIGHT_MM), WIDTH_MM)
    return _pdf(tuple(moved(op, feed.right_mm, feed.down_mm) for op in ops), stamp.office_name, stamp.received_at)


def trial_sheet_pdf(queue: str, office_name: str, made_at: datetime) -> bytes:
    """The sheet with the cross, as a printer prints it of itself: neither moved nor turned."""
    return _pdf(tuple(_trial_marks(queue)), office_name, made_at)


def measured(text: str) -> float | None:
    """Millimetres as they were typed (`-1.5`, `๒`), or None where it is no measure that a sheet can be aside by."""
    try:
        found = float(text.strip().replace(",", ".") or "0")
    except ValueError:
        return None
    return found if abs(found) <= MOST_ASIDE_MM else None


def _pdf(ops: tuple[Op, ...], office_name: str, at: datetime) -> bytes:
    return to_pdf(Paper("ตรารับหนังสือ", office_name, at, (Sheet(WIDTH_MM, HEIGHT_MM, ops),)))


def _trial_marks(queue: str) -> Iterator[Op]:
    middle_x, middle_y = WIDTH_MM / 2, HEIGHT_MM / 2
    yield Polygon(((middle_x, 18), (middle_x - 6, 28), (middle_x + 6, 28)), 0.5)
    yield Text(middle_x, 38, "บน", 24, Face.BOLD, "centre")
    yield Text(middle_x, 52, f"แผ่นหาตำแหน่งตรารับ · {queue}", 16, Face.BOLD, "centre")
    for place, words in enumerate(_INSTRUCTIONS):
        yield Text(30, 66 + 8 * place, words, 15)
    yield Line(middle_x - _RULER_MM, middle_y, middle_x + _RULER_MM, middle_y, 0.2)
    yield Line(middle_x, middle_y - _RULER_MM, middle_x, middle_y + _RULER_MM, 0.2)
    for mm in range(-_RULER_MM, _RULER_MM + 1):
        if mm:
            yield from _tick(middle_x, middle_y, mm)


def _tick(x: float, y: float, mm: int) -> Iterator[Op]:
    """A millimetre of both rulers; every fifth is long and bears its number."""
    half = 2.0 if mm % 5 == 0 else 1.0
    yield Line(x + mm, y - half, x + mm, y + half, 0.1)
    yield Line(x - half, y + mm, x + half, y + mm, 0.1)
    if mm % 5 == 0:
        yield Text(x + mm, y + half + 3.5, str(mm), 9, align="centre")
        yield Text(x + half + 1, y + mm + 1, str(mm), 9)


def _quarter(ops: Sequence[Op], height: float) -> tuple[Op, ...]:
    """The marks of a sheet of that height after a quarter turn clockwise: its top edge is the right one then."""
    return tuple(_turned(op, height) for op in ops)


def _turned(op: Op, height: float) -> Op:
    match op:
        case Text():
            return replace(op, x_mm=height - op.y_mm, y_mm=op.x_mm, turn_deg=op.turn_deg - 90)
        case Rect():
            left, wide, high = height - op.y_mm - op.height_mm, op.height_mm, op.width_mm
            return replace(op, x_mm=left, y_mm=op.x_mm, width_mm=wide, height_mm=high)
        case Line():
            x1, y1, x2, y2 = height - op.y1_mm, op.x1_mm, height - op.y2_mm, op.x2_mm
            return replace(op, x1_mm=x1, y1_mm=y1, x2_mm=x2, y2_mm=y2)
    raise TypeError(op)
