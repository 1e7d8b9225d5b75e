"""Other engines drawing the same bills into one PDF: the same words at their places, lines, boxes and QR code.

None is a substitute for ours: each says what of Thai it gets right. That glyphs stand right was seen by eye; whether
the words copy out as they were typed is tried anew each time.
"""

import os
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from html import escape
from io import BytesIO
from pathlib import Path
from subprocess import run
from tempfile import TemporaryDirectory
from typing import Any

from desktop.paper import ops, pages, qr, thai_text
from desktop.paper.thai_text import points
from tests.bench import paper as papers
from tests.bench.sync.systems import environment

_DOTS = 600 / 25.4
Sheets = Sequence[ops.Sheet]


@dataclass(frozen=True)
class Engine:
    """`draw` makes one PDF of the sheets; `glyphs`: what people see is right; `most`: so many bills are its sample."""

    name: str
    draw: Callable[[Sheets], bytes]
    glyphs: bool
    most: int

    def measure(self, bills: Sequence[Sheets]) -> tuple[float, str]:
        """Bills a second after two that warm up, and its name with what of Thai is right in its PDF."""
        sample = [sheet for bill in bills[: self.most] for sheet in bill]
        self.draw(sample[:2])
        begun = time.perf_counter()
        pdf = self.draw(sample)
        pace = min(self.most, len(bills)) / (time.perf_counter() - begun)
        seen, copied = ("right" if self.glyphs else "wrong"), ("right" if _copies(pdf) else "wrong")
        return pace, f"{self.name}: glyphs {seen}, copies out {copied} ({min(self.most, len(bills))} bills)"


def _copies(pdf: bytes) -> bool:
    copied = pages.page_text(pdf)
    return all(words in copied for words in ("ใบแจ้งชำระเงิน", "จำนวนเงิน", "ผู้ชำระเงิน", "ที่อยู่"))


def qt(sheets: Sheets) -> bytes:
    from PySide6.QtCore import QBuffer, QMarginsF
    from PySide6.QtGui import QPageSize, QPainter, QPdfWriter

    app, buffer = _application(), QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(600)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    painter = QPainter(writer)
    for place, sheet in enumerate(sheets):
        if place:
            writer.newPage()
        for op in sheet.ops:
            papers.draw_by_qt(painter, op)
    painter.end()
    del app
    return bytes(buffer.data().data())


def qt_document(sheets: Sheets) -> bytes:
    """It has no places: the words one below the other, and the QR code as a picture; no lines, boxes and bars."""
    from PySide6.QtCore import QBuffer, QMarginsF, QUrl
    from PySide6.QtGui import QImage, QPageSize, QPdfWriter, QTextDocument

    app, buffer, document, flow = _application(), QBuffer(), QTextDocument(), []
    for place, sheet in enumerate(sheets):
        flow.append(f'<p style="page-break-before:{"always" if place else "auto"}"></p>')
        for op in sheet.ops:
            if isinstance(op, ops.Text):
                weight = "bold" if "Bold" in op.face.value else "normal"
                style = f"font-family:'Laksaman PSK';font-size:{op.size_pt / 2}pt;font-weight:{weight};margin:0"
                align = "center" if op.align == "centre" else op.align
                flow.append(f'<p align="{align}" style="{style};color:{op.colour}">{escape(op.text)}</p>')
            elif isinstance(op, ops.QrCode):
                modules, runs = qr.dark_runs(op.payload)
                picture = QImage(modules, modules, QImage.Format.Format_RGB32)
                picture.fill(0xFFFFFF)
                for row, column, length in runs:
                    for step in range(length):
                        picture.setPixel(column + step, row, 0)
                document.addResource(QTextDocument.ResourceType.ImageResource.value, QUrl(f"qr{place}"), picture)
                flow.append(f'<p><img src="qr{place}" width="110" height="110"></p>')
    document.setHtml("".join(flow))
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF(18, 8, 18, 8))
    document.print_(writer)
    del app, writer
    return bytes(buffer.data().data())


def _application() -> Any:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtGui import QFontDatabase, QGuiApplication

    app = QGuiApplication.instance() or QGuiApplication([])
    for face in ops.Face:
        QFontDatabase.addApplicationFont(str(thai_text.font_file(face)))
    return app


def reportlab(sheets: Sheets) -> bytes:
    """As its manual says: `drawString` of a TrueType font."""
    from reportlab.pdfgen.canvas import Canvas

    for face in ops.Face:
        thai_text.shape("ก", face)
    out = BytesIO()
    canvas: Any = Canvas(out, initialFontName=ops.Face.REGULAR.value, pageCompression=1)  # type: ignore[arg-type]
    for sheet in sheets:
        canvas.setPageSize((points(sheet.width_mm), points(sheet.height_mm)))
        canvas.translate(0, points(sheet.height_mm))
        for op in sheet.ops:
            _reportlab_op(canvas, op)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def _reportlab_op(canvas: Any, op: ops.Op) -> None:
    if isinstance(op, ops.Text):
        canvas.setFont(op.face.value, op.size_pt)
        canvas.setFillColor(op.colour)
        draw = {"left": canvas.drawString, "right": canvas.drawRightString, "centre": canvas.drawCentredString}
        draw[op.align](points(op.x_mm), -points(op.y_mm), op.text)
    elif isinstance(op, ops.Line):
        canvas.setStrokeColor(op.colour)
        canvas.setLineWidth(points(op.width_mm))
        canvas.line(points(op.x1_mm), -points(op.y1_mm), points(op.x2_mm), -points(op.y2_mm))
    elif isinstance(op, ops.Rect):
        canvas.setStrokeColor(op.colour)
        canvas.setFillColor(op.fill or op.colour)
        canvas.setLineWidth(points(op.line_mm))
        place = points(op.x_mm), -points(op.y_mm + op.height_mm), points(op.width_mm), points(op.height_mm)
        canvas.roundRect(*place, points(op.radius_mm), stroke=int(op.line_mm > 0), fill=int(op.fill is not None))
    elif isinstance(op, ops.Polygon):
        path = canvas.beginPath()
        path.moveTo(*(points(way) * sign for way, sign in zip(op.corners_mm[0], (1, -1), strict=True)))
        for x, y in op.corners_mm[1:]:
            path.lineTo(points(x), -points(y))
        path.close()
        canvas.setStrokeColor(op.colour)
        canvas.drawPath(path)
    elif isinstance(op, ops.QrCode):
        canvas.setFillColor(op.colour)
        for x, y, wide, high in _squares(op):
            canvas.rect(points(x), -points(y + high), points(wide), points(high), stroke=0, fill=1)


def _squares(op: ops.QrCode) -> Iterable[tuple[float, float, float, float]]:
    modules, runs = qr.dark_runs(op.payload)
    side = op.side_mm / modules
    return ((op.x_mm + column * side, op.y_mm + row * side, length * side, side) for row, column, length in runs)


def fpdf2(sheets: Sheets) -> bytes:
    from fpdf import FPDF

    pdf = FPDF(unit="mm")
    pdf.set_auto_page_break(False)
    pdf.c_margin = 0
    for face in ops.Face:
        pdf.add_font(face.value, fname=str(thai_text.font_file(face)))
    pdf.set_text_shaping(True)
    for sheet in sheets:
        pdf.add_page(format=(sheet.width_mm, sheet.height_mm))
        for op in sheet.ops:
            _fpdf_op(pdf, op)
    return bytes(pdf.output())


def _fpdf_op(pdf: Any, op: ops.Op) -> None:
    if isinstance(op, ops.Text):
        pdf.set_font(op.face.value, size=op.size_pt)
        pdf.set_text_color(op.colour)
        wide, high = pdf.get_string_width(op.text), op.size_pt * thai_text.MM_PER_POINT
        pdf.set_xy(op.x_mm - {"left": 0.0, "centre": 0.5, "right": 1.0}[op.align] * wide, op.y_mm - high * 0.8)
        pdf.cell(wide, high, op.text)
    elif isinstance(op, ops.Line):
        pdf.set_draw_color(op.colour)
        pdf.set_line_width(op.width_mm)
        pdf.line(op.x1_mm, op.y1_mm, op.x2_mm, op.y2_mm)
    elif isinstance(op, ops.Rect):
        pdf.set_draw_color(op.colour)
        pdf.set_fill_color(op.fill or op.colour)
        pdf.set_line_width(op.line_mm or 0.1)
        style = ("D" if op.line_mm else "") + ("F" if op.fill else "")
        rounds = {"round_corners": True, "corner_radius": op.radius_mm} if op.radius_mm else {}
        pdf.rect(op.x_mm, op.y_mm, op.width_mm, op.height_mm, style=style, **rounds)
    elif isinstance(op, ops.Polygon):
        pdf.set_draw_color(op.colour)
        pdf.polygon(list(op.corners_mm))
    elif isinstance(op, ops.QrCode):
        pdf.set_fill_color(op.colour)
        for square in _squares(op):
            pdf.rect(*square, style="F")


def weasyprint(sheets: Sheets) -> bytes:
    """In an environment of its own, from HTML: words at their places, all else as one SVG a page."""
    with TemporaryDirectory() as folder:
        page, out = Path(folder) / "bills.html", Path(folder) / "bills.pdf"
        page.write_text(_html(sheets), "utf-8")
        run([str(environment("weasyprint") / "bin" / "weasyprint"), "-q", str(page), str(out)], check=True)
        return out.read_bytes()


def _html(sheets: Sheets) -> str:
    faces = "".join(
        f"@font-face{{font-family:{face.value};src:url(file://{thai_text.font_file(face)})}}" for face in ops.Face
    )
    look = f"<style>{faces}@page{{size:A4;margin:0}}section{{position:relative;height:297mm;break-after:page}}"
    look += "div,svg{position:absolute;white-space:nowrap}svg{left:0;top:0;width:210mm;height:297mm}</style>"
    made = [f'<meta charset="utf-8">{look}']
    for sheet in sheets:
        drawn = "".join(_svg(op) for op in sheet.ops if not isinstance(op, ops.Text))
        words = "".join(_div(op) for op in sheet.ops if isinstance(op, ops.Text))
        made.append(f'<section><svg viewBox="0 0 210 297">{drawn}</svg>{words}</section>')
    return "".join(made)


def _div(op: ops.Text) -> str:
    side = {"left": f"left:{op.x_mm}mm", "right": f"right:{210 - op.x_mm}mm"}.get(
        op.align, f"left:{op.x_mm - 100}mm;width:200mm;text-align:center"
    )
    top = op.y_mm - op.size_pt * thai_text.MM_PER_POINT
    style = f"{side};top:{top}mm;font:{op.size_pt}pt {op.face.value};color:{op.colour}"
    return f'<div style="{style}">{escape(op.text)}</div>'


def _svg(op: ops.Op) -> str:
    if isinstance(op, ops.Line):
        ends = f"M{op.x1_mm} {op.y1_mm}L{op.x2_mm} {op.y2_mm}"
        return f'<path d="{ends}" stroke="{op.colour}" stroke-width="{op.width_mm}"/>'
    if isinstance(op, ops.Rect):
        box = f'x="{op.x_mm}" y="{op.y_mm}" width="{op.width_mm}" height="{op.height_mm}" rx="{op.radius_mm}"'
        line = f'stroke="{op.colour}" stroke-width="{op.line_mm}"' if op.line_mm else ""
        return f'<rect {box} fill="{op.fill or "none"}" {line}/>'
    if isinstance(op, ops.Polygon):
        corners = " ".join(f"{x},{y}" for x, y in op.corners_mm)
        return f'<polygon points="{corners}" fill="none" stroke="{op.colour}" stroke-width="{op.width_mm}"/>'
    if isinstance(op, ops.QrCode):
        code = "".join(f"M{x} {y}h{wide}v{high}h-{wide}z" for x, y, wide, high in _squares(op))
        return f'<path d="{code}" fill="{op.colour}"/>'
    return ""


ENGINES = (
    Engine("QPdfWriter, the same marks", qt, glyphs=True, most=400),
    Engine("QTextDocument, the words in a flow", qt_document, glyphs=True, most=200),
    Engine("ReportLab alone, the same marks", reportlab, glyphs=False, most=200),
    Engine("fpdf2, shaping, the same marks", fpdf2, glyphs=True, most=60),
    Engine("WeasyPrint, the same marks", weasyprint, glyphs=True, most=60),
)
