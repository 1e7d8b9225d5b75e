"""Sheets to PDF: the same data gives the same bytes, and every character in it copies out as it was typed."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC
from functools import cache, lru_cache
from io import BytesIO
from itertools import groupby
from threading import Lock
from typing import Any, TypeAlias

from desktop.paper import ops, qr, thai_text
from desktop.paper.thai_text import points

_MOST_KNOWN = 4_000
_one_at_a_time = Lock()
"""ReportLab keeps the glyphs used so far inside the shared font objects."""

Known: TypeAlias = dict[tuple[ops.Op, float], list[str]]
"""The code of a mark on a sheet of a height."""


def to_pdf(paper: ops.Paper) -> bytes:
    """The paper as a PDF with embedded fonts, Thai as its language and an ActualText span around every shaped line."""
    with _one_at_a_time:
        return _Drawing(paper).bytes()


def to_print(paper: ops.Paper) -> bytes:
    """The same for a printer, not to be kept: larger by some kilobytes, and made in a third of the time.

    What has other letters than Thai and English ones is drawn by `to_pdf`.
    """
    from desktop.paper import standing_type

    def set_up(doc: Any) -> Known:
        standing_type.lay_into(doc, faces or ())
        return _drawn

    with _one_at_a_time:
        faces = standing_type.faces_of(paper)
        return (_Drawing(paper) if faces is None else _Drawing(paper, set_up)).bytes()


_drawn: Known = {}
"""Of papers set in standing type: there a letter has the same code in every file."""


class _Drawing:
    """One ReportLab canvas; turns millimetres from the top into points from the bottom.

    `set_up` gives a document its fonts; what of the marks is known in them.
    """

    def __init__(self, paper: ops.Paper, set_up: Callable[[Any], Known] = lambda _: {}) -> None:
        from reportlab import rl_config
        from reportlab.pdfgen.canvas import Canvas

        rl_config.useA85 = 0  # text armour around binary streams costs a tenth of the time and a quarter of the size
        for face in ops.Face:
            thai_text.shape("ก", face)
        self._file = BytesIO()
        self._height_mm = 0.0
        first: Any = ops.Face.REGULAR.value  # else an unembedded Helvetica gets into the file
        canvas: Any = Canvas(self._file, invariant=1, lang="th-TH", initialFontName=first, pageCompression=1)
        self._canvas, self._known = canvas, set_up(canvas._doc)
        self._canvas.setTitle(paper.title)
        self._canvas.setAuthor(paper.author)
        self._canvas.setSubject("")
        self._canvas.setCreator("Thesaban Desk")
        made = paper.made_at.astimezone(UTC).strftime("D:%Y%m%d%H%M%S+00'00'")
        self._canvas.setDateFormatter(lambda *_: made)
        for place, sheet in enumerate(paper.sheets):
            self._draw_sheet(sheet, [mark for mark in paper.bookmarks if mark.sheet == place])
        if paper.bookmarks:
            self._canvas.showOutline()

    def bytes(self) -> bytes:
        self._canvas.save()
        return self._file.getvalue()

    def _draw_sheet(self, sheet: ops.Sheet, bookmarks: list[ops.Bookmark]) -> None:
        self._height_mm = sheet.height_mm
        self._canvas.setPageSize((points(sheet.width_mm), points(sheet.height_mm)))
        draw: dict[type[ops.Op], Callable[[Any], None]] = {
            ops.Text: self._text,
            ops.Line: self._line,
            ops.Polygon: self._polygon,
            ops.Rect: self._rect,
            ops.QrCode: self._qr_code,
            ops.Image: self._image,
        }
        for colour, alike in groupby(sheet.ops, _bar_colour):
            if colour is not None:
                self._bars(colour, alike)
                continue
            for op in alike:
                self._once(op, draw[type(op)])
        for place, mark in enumerate(bookmarks):
            key = f"p{mark.sheet}-{place}"
            self._canvas.bookmarkPage(key, fit="XYZ", left=0, top=self._y(mark.y_mm), zoom=0)
            self._canvas.addOutlineEntry(mark.title, key, mark.level)
        self._canvas.showPage()

    def _once(self, op: ops.Op, draw: Callable[[Any], None]) -> None:
        """What stands at the same place of many sheets is worked out on the first of them.

        A mark begins and ends in the same state of the canvas, so its code is the same; what is seen through brings
        resources to its page, and so do pictures.
        """
        code = self._canvas._code
        if isinstance(op, ops.Image) or getattr(op, "opacity", 1.0) != 1.0:
            draw(op)
            return
        known = self._known.get((op, self._height_mm))
        if known is not None:
            code.extend(known)
            return
        begun = len(code)
        draw(op)
        if len(self._known) >= _MOST_KNOWN:
            self._known.clear()
        self._known[op, self._height_mm] = code[begun:]

    def _y(self, y_mm: float) -> float:
        return points(self._height_mm - y_mm)

    def _text(self, op: ops.Text) -> None:
        if not thai_text.clean(op.text).strip():
            return
        shift = {"left": 0.0, "centre": 0.5, "right": 1.0}[op.align]
        x, y = points(op.x_mm), self._y(op.y_mm)
        start = -shift * points(thai_text.width_mm(op.text, op.size_pt, op.face))
        with self._ink(op.colour, op.opacity):
            if op.turn_deg:
                self._canvas.translate(x, y)
                self._canvas.rotate(op.turn_deg)
                x = y = 0.0
            self._canvas.setFont(op.face.value, op.size_pt)
            with self._actual_text(op):
                self._canvas.drawString(x + start, y, thai_text.shape(op.text, op.face))

    @contextmanager
    def _actual_text(self, op: ops.Text) -> Iterator[None]:
        if thai_text.moved_glyphs(thai_text.shape(op.text, op.face)) is None:
            yield
            return
        logical = thai_text.clean(op.text).encode("utf-16-be").hex().upper()
        self._canvas._code.append(f"/Span<</ActualText<FEFF{logical}>>>BDC")
        yield
        self._canvas._code.append("EMC")

    def _line(self, op: ops.Line) -> None:
        with self._ink(op.colour, op.opacity, op.width_mm):
            if op.dash_mm:
                self._canvas.setLineCap(1)
                self._canvas.setDash([points(length) for length in op.dash_mm])
            self._canvas.line(points(op.x1_mm), self._y(op.y1_mm), points(op.x2_mm), self._y(op.y2_mm))

    def _polygon(self, op: ops.Polygon) -> None:
        with self._ink(op.colour, op.opacity, op.width_mm):
            self._canvas.drawPath(_outline(op.corners_mm, self._height_mm), stroke=1, fill=0)

    def _rect(self, op: ops.Rect) -> None:
        with self._ink(op.colour, op.opacity, op.line_mm, op.fill):
            place = points(op.x_mm), self._y(op.y_mm + op.height_mm), points(op.width_mm), points(op.height_mm)
            how = {"stroke": int(op.line_mm > 0), "fill": int(op.fill is not None)}
            if op.radius_mm:
                self._canvas.roundRect(*place, points(op.radius_mm), **how)
            else:
                self._canvas.rect(*place, **how)

    def _bars(self, colour: ops.Colour, bars: Iterable[Any]) -> None:
        """Side by side in one path: a barcode has a hundred."""
        with self._ink(colour, 1.0):
            for bar in bars:
                place = points(bar.x_mm), self._y(bar.y_mm + bar.height_mm), points(bar.width_mm), points(bar.height_mm)
                self._canvas._code.append("{:.4f} {:.4f} {:.4f} {:.4f} re".format(*place))
            self._canvas._code.append("f")

    def _qr_code(self, op: ops.QrCode) -> None:
        modules, runs = qr.dark_runs(op.payload)
        module = points(op.side_mm) / modules
        with self._ink(op.colour, 1.0):
            self._canvas.translate(points(op.x_mm), self._y(op.y_mm))
            self._canvas.scale(module, -module)
            self._canvas._code.extend(f"{column} {row} {length} 1 re" for row, column, length in runs)
            self._canvas._code.append("f")

    def _image(self, op: ops.Image) -> None:
        from reportlab.lib.utils import ImageReader

        with self._ink(ops.BLACK, op.opacity):
            x, y = points(op.x_mm), self._y(op.y_mm + op.height_mm)
            size = points(op.width_mm), points(op.height_mm)
            self._canvas.drawImage(ImageReader(BytesIO(op.data)), x, y, *size, mask="auto")

    @contextmanager
    def _ink(
        self, colour: ops.Colour, opacity: float, width_mm: float = 0.2, fill: ops.Colour | None = None
    ) -> Iterator[None]:
        self._canvas.saveState()
        self._canvas.setFillColor(_colour(fill or colour), opacity)
        self._canvas.setStrokeColor(_colour(colour), opacity)
        self._canvas.setLineWidth(points(width_mm))
        yield
        self._canvas.restoreState()


def _bar_colour(op: ops.Op) -> ops.Colour | None:
    """Of an area without outline and round corners through which nothing is seen."""
    is_bar = isinstance(op, ops.Rect) and not (op.line_mm or op.radius_mm) and op.opacity == 1.0
    return op.fill if is_bar and isinstance(op, ops.Rect) else None


@lru_cache(64)
def _outline(corners_mm: tuple[tuple[float, float], ...], height_mm: float) -> Any:
    """A rosette has a hundred corners, and stands on every paper of an office."""
    from reportlab.pdfgen.pathobject import PDFPathObject

    path = PDFPathObject()
    for number, (x, y) in enumerate(corners_mm):
        (path.lineTo if number else path.moveTo)(points(x), points(height_mm - y))
    path.close()
    return path


@cache
def _colour(name: ops.Colour) -> Any:
    """ReportLab parses a colour name each time it meets one, for longer than it draws."""
    from reportlab.lib.colors import HexColor

    return HexColor(name)
