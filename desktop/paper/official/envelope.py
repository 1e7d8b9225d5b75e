"""ซอง (แบบที่ 15) in the four sizes of the regulation, and the cover sheet of an envelope with a window."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from desktop.paper.official import measures as mm
from desktop.paper.official import parts
from desktop.paper.official.paper import numeral
from desktop.paper.ops import Face, Line, Op, Paper, Sheet, Text
from desktop.paper.pdf import to_pdf
from desktop.paper.thai_text import break_lines, fitting_size_pt


class Size(StrEnum):
    """ISO sizes; DL is the long one for a sheet folded in three."""

    C4 = "C4"
    C5 = "C5"
    C6 = "C6"
    DL = "DL"


MEASURES = {Size.C4: (324.0, 229.0), Size.C5: (229.0, 162.0), Size.C6: (162.0, 114.0), Size.DL: (220.0, 110.0)}
"""Width and height, lying."""
WINDOW_LEFT, WINDOW_TOP, WINDOW_RIGHT, WINDOW_BOTTOM = 22.0, 51.0, 98.0, 84.0
"""What the window of a DL envelope (45 x 90 mm, 20 from the left, 15 from below) shows however the sheet lies in it."""
FOLDS = (99.0, 198.0)
_EDGE = 15.0
_ADDRESS_PT = 18.0


@dataclass(frozen=True)
class EnvelopePaper:
    """`to_lines`: whom it goes to with the address, a line each; `urgency` and `secrecy` the words of the red marks."""

    sender: str
    sender_address: str
    book_number: str
    salutation: str
    to_lines: tuple[str, ...]
    subject: str = ""
    urgency: str = ""
    secrecy: str = ""
    garuda: bytes | None = None


def envelope_pdf(paper: EnvelopePaper, size: Size, made_at: datetime) -> bytes:
    """One envelope, lying; Garuda 1.5 cm at the upper left, the sender beside it, the addressee from the middle on."""
    width, height = MEASURES[size]
    sheet = Sheet(width, height, tuple(_envelope(paper, width, height)))
    return to_pdf(Paper(f"ซอง {paper.book_number}", paper.sender, made_at, (sheet,)))


def window_pdf(paper: EnvelopePaper, made_at: datetime) -> bytes:
    """The A4 cover sheet for a DL envelope with a window: folded at the marks, the address stands in the window."""
    sheet = Sheet(mm.WIDTH, mm.HEIGHT, tuple(_cover(paper)))
    return to_pdf(Paper(f"ใบปะหน้า {paper.book_number}", paper.sender, made_at, (sheet,)))


def _envelope(paper: EnvelopePaper, width: float, height: float) -> Iterator[Op]:
    yield from _sender(paper, _EDGE, _EDGE * 0.8, width / 2 - 12)
    if paper.urgency:
        yield Text(width - _EDGE, _EDGE + 8, paper.urgency, mm.URGENCY_PT, Face.BOLD, "right", mm.RED)
    if paper.secrecy:
        for y in (11.5, height - 5.0):
            yield Text(width / 2, y, paper.secrecy, mm.URGENCY_PT, Face.BOLD, "centre", mm.RED)
    left = width * 0.42
    lines = _addressee(paper, width - _EDGE - left, _ADDRESS_PT)
    pitch = mm.LINE * _ADDRESS_PT / mm.BODY_PT
    top = max(height * 0.52, _EDGE + mm.SMALL_GARUDA + 18)
    size = _ADDRESS_PT
    while top + pitch * (len(lines) - 1) > height - 12 and size > 12:
        size -= 1
        pitch = mm.LINE * size / mm.BODY_PT
        lines = _addressee(paper, width - _EDGE - left, size)
    for place, line in enumerate(lines):
        yield Text(left, top + pitch * place, line, size, colour=mm.INK)


def _sender(paper: EnvelopePaper, left: float, top: float, most: float) -> Iterator[Op]:
    yield from parts.garuda(paper.garuda, top, mm.SMALL_GARUDA, left=left)
    x = left + mm.SMALL_GARUDA + 3
    room = most - mm.SMALL_GARUDA - 3
    lines = [numeral(paper.sender), *break_lines(numeral(paper.sender_address), 14, room)[:2]]
    for place, line in enumerate(lines):
        size = 16 if place == 0 else 14
        face = Face.BOLD if place == 0 else Face.REGULAR
        yield Text(x, top + 5 + 6.2 * place, line, fitting_size_pt(line, size, room, face), face, colour=mm.INK)
    number = numeral(f"ที่  {paper.book_number}")
    yield Text(left, top + mm.SMALL_GARUDA + 8, number, fitting_size_pt(number, 16, most), colour=mm.INK)


def _addressee(paper: EnvelopePaper, room: float, size: float) -> list[str]:
    first, *others = paper.to_lines or ("",)
    lead = f"{paper.salutation}  " if paper.salutation else ""
    return [part for line in (lead + first, *others) for part in break_lines(numeral(line), size, room)]


def _cover(paper: EnvelopePaper) -> Iterator[Op]:
    yield from _sender(paper, WINDOW_LEFT, 12, 120)
    if paper.urgency:
        yield Text(mm.RIGHT, 24, paper.urgency, mm.URGENCY_PT, Face.BOLD, "right", mm.RED)
    lines, size = _fitting(paper)
    pitch = mm.LINE * size / mm.BODY_PT
    for place, line in enumerate(lines):
        yield Text(WINDOW_LEFT, WINDOW_TOP + pitch * (place + 0.75), line, size, colour=mm.INK)
    for y in FOLDS:
        yield Line(4, y, 10, y, 0.15, mm.QUIET)
    yield Text(WINDOW_LEFT, FOLDS[0] + 16, "ใบนำส่งหนังสือ", 20, Face.BOLD, colour=mm.INK)
    for place, said in enumerate(_told(paper)):
        yield Text(WINDOW_LEFT, FOLDS[0] + 27 + mm.LINE * place, said, mm.BODY_PT, colour=mm.INK)


def _fitting(paper: EnvelopePaper) -> tuple[list[str], float]:
    """The address at the largest size at which all of it shows in the window."""
    for size in (16.0, 15.0, 14.0, 13.0, 12.0, 11.0):
        lines = _addressee(paper, WINDOW_RIGHT - WINDOW_LEFT, size)
        if len(lines) * mm.LINE * size / mm.BODY_PT <= WINDOW_BOTTOM - WINDOW_TOP:
            return lines, size
    return lines[: int((WINDOW_BOTTOM - WINDOW_TOP) / (mm.LINE * size / mm.BODY_PT))], size


def _told(paper: EnvelopePaper) -> Sequence[str]:
    said = f"เรื่อง  {paper.subject}" if paper.subject else ""
    return [line for line in (numeral(f"ที่  {paper.book_number}"), *break_lines(numeral(said), mm.BODY_PT, 160)) if line]
