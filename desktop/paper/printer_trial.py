"""The A4 sheet by which a printer is tried: its name, and a frame at a known distance from each edge."""

from datetime import datetime

from desktop.office.dates import thai_date, thai_time
from desktop.paper.ops import Face, Paper, Rect, Sheet, Text
from desktop.paper.pdf import to_pdf
from desktop.paper.thai_text import fitting_size_pt

WIDE_MM, HIGH_MM, EDGE_MM = 210.0, 297.0, 10.0
_INK = "#111111"


def printer_trial_pdf(queue: str, office_name: str, made_at: datetime) -> bytes:
    """`made_at` is aware."""
    middle, wide = WIDE_MM / 2, WIDE_MM - 4 * EDGE_MM
    when = f"{thai_date(made_at, 'long', 'arabic')} เวลา {thai_time(made_at, 'arabic')}"
    lines = ("แผ่นทดสอบเครื่องพิมพ์", queue, office_name, when, f"กรอบนี้ห่างขอบกระดาษด้านละ {EDGE_MM:g} มม.")
    frame = Rect(EDGE_MM, EDGE_MM, WIDE_MM - 2 * EDGE_MM, HIGH_MM - 2 * EDGE_MM, 0.5, _INK)
    words = (
        Text(middle, 60 + 14 * place, line, fitting_size_pt(line, 20, wide, Face.BOLD), Face.BOLD, "centre", _INK)
        for place, line in enumerate(lines)
    )
    sheet = Sheet(WIDE_MM, HIGH_MM, (frame, *words))
    return to_pdf(Paper(lines[0], office_name, made_at, (sheet,)))
