"""ตรารับหนังสือ (แบบที่ 12): the 50 x 25 mm box that says when a letter came in and under which number."""

from dataclasses import dataclass
from datetime import datetime

from desktop.office.dates import Digits, thai_date, thai_time
from desktop.office.thai import thai_digits
from desktop.paper.ops import Face, Line, Op, Paper, Rect, Sheet, Text
from desktop.paper.overlay import lay_over, view_size_mm
from desktop.paper.thai_text import fitting_size_pt, width_mm

WIDTH_MM = 50.0
HEIGHT_MM = 25.0
MARGIN_MM = 12.0

INK = "#1F3F9E"
PROVISIONAL_INK = "#767676"
"""A stamp with a provisional tag is grey, so that it can't be taken for one that was done."""
_FRAME_MM = 0.45
_PADDING_MM = 2.2
_SIZE_PT = 14.0
_NAME_BASELINE_MM = 6.0
_BASELINES_MM = (12.0, 17.1, 22.2)


@dataclass(frozen=True)
class IntakeStamp:
    """`number` is the registration number as the register writes it, in Arabic digits; `received_at` is aware.

    `provisional`: it is a tag, and the official number is still to come.
    """

    office_name: str
    number: str
    received_at: datetime
    digits: Digits = "thai"
    provisional: bool = False


def default_place(page_width_mm: float, page_height_mm: float) -> tuple[float, float]:
    """Where the regulation puts the stamp: the top right corner, 12 mm from both edges if the page is that large."""
    x = max(page_width_mm - WIDTH_MM - MARGIN_MM, 0.0)
    y = min(MARGIN_MM, max(page_height_mm - HEIGHT_MM, 0.0))
    return x, y


def stamp_pdf(
    original: bytes, stamp: IntakeStamp, page: int = 0, x_mm: float | None = None, y_mm: float | None = None
) -> bytes:
    """A copy of the PDF with the stamp's top left corner at x, y (mm from left and top of the page as seen).

    Without a place it goes to the top right. Errors as `lay_over`.
    """
    if x_mm is None or y_mm is None:
        x, y = default_place(*view_size_mm(original, page))
        x_mm, y_mm = x if x_mm is None else x_mm, y if y_mm is None else y_mm
    return lay_over(original, stamp_paper(stamp), page, x_mm, y_mm)


def stamp_paper(stamp: IntakeStamp) -> Paper:
    """The stamp as a sheet that can be laid over a page."""
    sheet = Sheet(WIDTH_MM, HEIGHT_MM, stamp_ops(stamp))
    return Paper("ตรารับหนังสือ", stamp.office_name, stamp.received_at, (sheet,))


def stamp_ops(stamp: IntakeStamp, x_mm: float = 0.0, y_mm: float = 0.0) -> tuple[Op, ...]:
    """The stamp with its top left corner at x, y."""
    ink = PROVISIONAL_INK if stamp.provisional else INK
    number = thai_digits(stamp.number) if stamp.digits == "thai" and not stamp.provisional else stamp.number
    entries = (
        ("เลขชั่วคราว" if stamp.provisional else "เลขรับ", number, ""),
        ("วันที่", thai_date(stamp.received_at, "long", stamp.digits), ""),
        ("เวลา", thai_time(stamp.received_at, stamp.digits).removesuffix(" น."), "น."),
    )
    ops: list[Op] = [_frame(x_mm, y_mm, ink), _office_name(stamp.office_name, x_mm, y_mm, ink)]
    for baseline, (label, value, unit) in zip(_BASELINES_MM, entries, strict=True):
        ops += _entry(label, value, unit, x_mm, y_mm + baseline, ink)
    return tuple(ops)


def _frame(x: float, y: float, ink: str) -> Rect:
    half = _FRAME_MM / 2
    return Rect(x + half, y + half, WIDTH_MM - _FRAME_MM, HEIGHT_MM - _FRAME_MM, line_mm=_FRAME_MM, colour=ink)


def _office_name(name: str, x: float, y: float, ink: str) -> Text:
    size = fitting_size_pt(name, _SIZE_PT, WIDTH_MM - 2 * _PADDING_MM, Face.BOLD)
    return Text(x + WIDTH_MM / 2, y + _NAME_BASELINE_MM, name, size, Face.BOLD, "centre", ink)


def _entry(label: str, value: str, unit: str, x: float, baseline: float, ink: str) -> list[Op]:
    """A label, its value centred on a dotted line that runs to the edge, and the unit after it."""
    left = x + _PADDING_MM
    right = x + WIDTH_MM - _PADDING_MM
    start = left + width_mm(label, _SIZE_PT) + 1
    end = right - (width_mm(unit, _SIZE_PT) + 1 if unit else 0)
    size = fitting_size_pt(value, _SIZE_PT, end - start, Face.BOLD)
    return [
        Text(left, baseline, label, _SIZE_PT, colour=ink),
        Line(start, baseline + 0.7, end, baseline + 0.7, 0.25, ink, dash_mm=(0, 0.8)),
        Text((start + end) / 2, baseline, value, size, Face.BOLD, "centre", ink),
        Text(right, baseline, unit, _SIZE_PT, align="right", colour=ink),
    ]
