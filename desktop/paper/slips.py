"""ใบรับหนังสือ (แบบที่ 17): three slips on an A4 sheet, to be cut apart; whoever takes the letter signs."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from desktop.office.thai import thai_digits
from desktop.paper.ops import Face, Line, Op, Paper, Sheet, Text
from desktop.paper.pdf import to_pdf
from desktop.paper.thai_text import break_lines, fitting_size_pt

WIDTH_MM, HEIGHT_MM = 210.0, 297.0
A_SHEET = 3
_HEIGHT = HEIGHT_MM / A_SHEET
_LEFT, _RIGHT, _VALUE = 22.0, 188.0, 40.0
_DOTS = (0.0, 0.9)
_QUIET = "#6B7573"


@dataclass(frozen=True)
class Slip:
    """`number`: the letter's book number (ที่); the receiver's line is blank unless somebody is known to have signed."""

    number: str
    to_party: str
    subject: str
    received_on: str = ""
    received_time: str = ""
    receiver: str = ""


def slips_pdf(slips: Sequence[Slip], office_name: str, made_at: datetime) -> bytes:
    """The slips in their order, figures in Thai."""
    sheets = tuple(_sheet(slips[start : start + A_SHEET], office_name) for start in range(0, len(slips), A_SHEET))
    return to_pdf(Paper("ใบรับหนังสือ", office_name, made_at, sheets or (_sheet((), office_name),)))


def _sheet(slips: Sequence[Slip], office_name: str) -> Sheet:
    ops: list[Op] = []
    for place, slip in enumerate(slips):
        ops += _slip(slip, office_name, place * _HEIGHT)
        if place:
            ops.append(Line(8, place * _HEIGHT, WIDTH_MM - 8, place * _HEIGHT, 0.25, _QUIET, dash_mm=(2, 2)))
    return Sheet(WIDTH_MM, HEIGHT_MM, tuple(ops))


def _slip(slip: Slip, office_name: str, top: float) -> Iterator[Op]:
    yield Text(WIDTH_MM / 2, top + 14, "ใบรับหนังสือ", 20, Face.BOLD, "centre")
    yield Text(WIDTH_MM / 2, top + 21, office_name, fitting_size_pt(office_name, 16, 160), align="centre")
    y = top + 31
    for name, value, most in (("ที่", slip.number, 1), ("ถึง", slip.to_party, 1), ("เรื่อง", slip.subject, 2)):
        yield from _line(name, value, most, y)
        y += 7.4 * most
    y = top + 72
    for x, name, value, end in (
        (_LEFT, "รับวันที่", slip.received_on, 112.0),
        (116.0, "เวลา", slip.received_time, 176.0),
    ):
        yield Text(x, y, name, 16, Face.BOLD)
        start = x + (18.0 if name == "รับวันที่" else 11.0)
        yield from _written(value, start, end, y)
    yield Text(178.0, y, "น.", 16)
    yield Text(_LEFT, y + 12, "ผู้รับ", 16, Face.BOLD)
    yield from _written(slip.receiver, _LEFT + 18, 112.0, y + 12)
    yield Text(116.0, y + 12, "(ตัวบรรจง)", 14, colour=_QUIET)
    yield Line(136.0, y + 12.8, _RIGHT, y + 12.8, 0.3, _QUIET, dash_mm=_DOTS)


def _line(name: str, value: str, most: int, y: float) -> Iterator[Op]:
    """A name and up to `most` lines of its value, each on dots."""
    yield Text(_LEFT, y, name, fitting_size_pt(name, 16, _VALUE - _LEFT - 1, Face.BOLD), Face.BOLD)
    lines = break_lines(thai_digits(value), 16, _RIGHT - _VALUE)
    if len(lines) > most:
        lines = [*lines[: most - 1], " ".join(lines[most - 1 :])]
    for place in range(most):
        words = lines[place] if place < len(lines) else ""
        at = y + place * 7.4
        yield Text(_VALUE, at, words, fitting_size_pt(words, 16, _RIGHT - _VALUE) if words else 16)
        yield Line(_VALUE, at + 0.9, _RIGHT, at + 0.9, 0.3, _QUIET, dash_mm=_DOTS)


def _written(value: str, start: float, end: float, y: float) -> Iterator[Op]:
    if value:
        yield Text((start + end) / 2, y, thai_digits(value), fitting_size_pt(value, 16, end - start), align="centre")
    yield Line(start, y + 0.8, end, y + 0.8, 0.3, _QUIET, dash_mm=_DOTS)
