"""บัตรคิว: the slip that a citizen takes, 72 x 90 mm of a roll: number, service, time, how many wait, a code to scan."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from desktop.office.dates import thai_date, thai_time
from desktop.paper.ops import Face, Line, Op, Paper, QrCode, Sheet, Text
from desktop.paper.pdf import to_print
from desktop.paper.thai_text import break_lines, fitting_size_pt

WIDTH_MM, HEIGHT_MM = 72.0, 92.0
_MIDDLE, _ROOM = WIDTH_MM / 2, WIDTH_MM - 8.0
_QR_MM = 20.0


@dataclass(frozen=True)
class QueueSlip:
    """`code` as it is called, `scanned` what its QR code says; `taken_at` aware; `before`: so many wait before it."""

    office_name: str
    code: str
    service: str
    service_en: str
    priority: bool
    taken_at: datetime
    before: int
    scanned: str


def queue_slip_pdf(slip: QueueSlip) -> bytes:
    return to_print(Paper(f"บัตรคิว {slip.code}", slip.office_name, slip.taken_at, (sheet(slip),)))


def sheet(slip: QueueSlip) -> Sheet:
    return Sheet(WIDTH_MM, HEIGHT_MM, tuple(_ops(slip)))


def _ops(slip: QueueSlip) -> Iterator[Op]:
    name = slip.office_name
    yield Text(_MIDDLE, 8.0, name, fitting_size_pt(name, 16, _ROOM, Face.BOLD), Face.BOLD, "centre")
    yield Text(_MIDDLE, 14.0, "บัตรคิว  Queue ticket", 13, align="centre")
    yield Text(_MIDDLE, 34.0, slip.code, 64, Face.BOLD, "centre")
    baseline = 41.5
    for line in break_lines(slip.service, 16, _ROOM, Face.BOLD)[:2]:
        yield Text(_MIDDLE, baseline, line, 16, Face.BOLD, "centre")
        baseline += 6.0
    if slip.service_en:
        yield Text(_MIDDLE, baseline, slip.service_en, fitting_size_pt(slip.service_en, 12, _ROOM), align="centre")
    yield Line(4.0, 57.0, WIDTH_MM - 4.0, 57.0, 0.2)
    yield QrCode(5.0, 61.0, _QR_MM, slip.scanned)
    yield from _facts(slip, 30.0)
    yield Text(_MIDDLE, 87.5, "โปรดรอเรียกหมายเลขและดูที่จอ", 13, align="centre")


def _facts(slip: QueueSlip, left: float) -> Iterator[Op]:
    yield Text(left, 65.0, f"รอก่อนหน้า {slip.before} คิว", 16, Face.BOLD)
    yield Text(left, 70.0, f"{slip.before} waiting before you", 11)
    yield Text(left, 76.0, f"{thai_date(slip.taken_at, 'short', 'arabic')}  {thai_time(slip.taken_at, 'arabic')}", 14)
    if slip.priority:
        yield Text(left, 81.0, "ช่องทางพิเศษ  Priority", 13, Face.BOLD)
