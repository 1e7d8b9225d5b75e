"""What was read of a document laid invisibly over its pages, so that any PDF reader finds and copies it.

The pages' own bytes stay as they are. Each run of letters without a blank is one run in an embedded Thai font, as wide
as it is on the picture, and the blank after it belongs to it: so words are parted when copied, and Thai within is not.
"""

from collections.abc import Mapping
from dataclasses import replace
from io import BytesIO
from itertools import zip_longest
from math import radians, tan
from statistics import median, quantiles
from threading import Lock
from typing import TYPE_CHECKING, Any

from desktop.paper.ops import Face
from desktop.paper.overlay import View, name_form, open_pdf
from desktop.paper.thai_text import MM_PER_POINT, font_file, points
from desktop.reading.model import Line, PageReading

if TYPE_CHECKING:
    import pikepdf

_FONT = "ThesabanReading"
_INVISIBLE = 3
_one_at_a_time = Lock()
"""ReportLab keeps the glyphs used so far inside the font."""


def with_text(original: bytes, readings: Mapping[int, PageReading]) -> bytes:
    """A copy of a PDF whose pages (from 0) can be searched and copied. Errors as `desktop.paper.overlay.lay_over`."""
    with open_pdf(original) as copy:
        lay_text(copy, readings)
        out = BytesIO()
        copy.save(out, deterministic_id=True)
        return out.getvalue()


def lay_text(copy: "pikepdf.Pdf", readings: Mapping[int, PageReading]) -> None:
    """The same on a copy that is opened and will be saved by who opened it."""
    import pikepdf

    written = {page: reading for page, reading in readings.items() if reading.lines}
    if written:
        with pikepdf.open(BytesIO(_sheets(list(written.values())))) as sheets:
            for sheet, (page, reading) in zip(sheets.pages, written.items(), strict=True):
                _lay(copy, page, reading, sheet)


def _lay(copy: "pikepdf.Pdf", page: int, reading: PageReading, sheet: "pikepdf.Page") -> None:
    target = copy.pages[page]
    seen = View.of(target)
    view = replace(seen, turn=(seen.turn + reading.quality.turned) % 360)
    scale = points(reading.width_mm) / (view.width * view.unit)
    height = view.height * view.unit * scale * MM_PER_POINT
    a, b, c, d, left, bottom = replace(view, unit=view.unit * scale).matrix(0, height)
    form = copy.copy_foreign(sheet.as_form_xobject())
    name = name_form(target, form)
    numbers = " ".join(f"{number:.5f}" for number in (a, b, c, d, left, bottom))
    target.contents_add(b"q\n", prepend=True)  # whatever state the page leaves behind is undone before we write
    target.contents_add(f"\nQ q {numbers} cm {name} Do Q\n".encode())


def _sheets(readings: list[PageReading]) -> bytes:
    """A PDF of nothing but the invisible words, a page for each reading in its size."""
    from reportlab.pdfgen.canvas import Canvas

    file = BytesIO()
    with _one_at_a_time:
        font: Any = _font()
        canvas: Any = Canvas(file, invariant=1, initialFontName=font.fontName, pageCompression=1)
        for reading in readings:
            canvas.setPageSize((points(reading.width_mm), points(reading.height_mm)))
            for line in reading.lines:
                _write(canvas, font, line, reading)
            canvas.showPage()
        canvas.save()
    return file.getvalue()


def _font() -> Any:
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    if _FONT not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(TTFont(_FONT, str(font_file(Face.REGULAR)), shapable=False))
    return pdfmetrics.getFont(_FONT)


def _write(canvas: Any, font: Any, line: Line, reading: PageReading) -> None:
    """The words of a line on one foot, which falls as the page's lines do."""
    fall = tan(radians(reading.quality.skew))
    size = max(points(_usual_height(line)), 3.0)
    foot = _foot(line, fall)
    text = canvas.beginText()
    text.setTextRenderMode(_INVISIBLE)
    text.setFont(font.fontName, size)
    for word, after in zip_longest(line.words, line.words[1:]):
        y = points(reading.height_mm - foot - fall * word.box.left)
        text.setTextTransform(1, -fall, fall, 1, points(word.box.left), y)
        if after is None:
            _stretched(text, font, size, word.text, word.box.width)
        else:
            _stretched(text, font, size, f"{word.text} ", after.box.left - word.box.left)
    canvas.drawText(text)


def _stretched(text: Any, font: Any, size: float, run: str, wide_mm: float) -> None:
    """A run as wide as that. Without an ActualText poppler sorts marks, which have no width, among other letters."""
    usual = font.stringWidth(run, size)
    if usual <= 0:
        return
    text.setHorizScale(100 * points(max(wide_mm, 0.1)) / usual)
    text._code.append(f"/Span<</ActualText<FEFF{run.encode('utf-16-be').hex().upper()}>>>BDC")
    text.textOut(run)
    text._code.append("EMC")


def _usual_height(line: Line) -> float:
    heights = [word.box.height for word in line.words]
    return quantiles(heights, n=4)[2] if len(heights) > 1 else heights[0]


def _foot(line: Line, fall: float) -> float:
    """Where the line would stand at the page's left edge: most words reach it, some hang below."""
    feet = sorted(word.box.bottom - fall * word.box.left for word in line.words)
    return median(feet[: len(feet) // 2 + 1])
