"""Marks of a paper shown where they will be printed: the same list in mm that makes the PDF."""

from collections.abc import Sequence
from functools import cache

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetricsF, QPainter, QPen

from desktop.paper.ops import Face, Line, Op, Rect, Text
from ui.kit.page_layers import Draw, Layer
from ui.kit.resources import resource

_FINE = 100.0
"""Fonts are set at a hundredth of a mm, because a painter measures letters in whole pixels."""
_MM_PER_POINT = 25.4 / 72
_SHIFT = {"left": 0.0, "centre": 0.5, "right": 1.0}


def paper_layer(page: int, width: float, height: float, ops: Sequence[Op], *, movable: bool = False) -> Layer:
    """Text, lines and rectangles of a sheet as a layer over page `page`; sizes in mm."""
    return Layer(page, width, height, drawing(ops), movable=movable)


def drawing(ops: Sequence[Op]) -> Draw:
    """What paints the marks."""
    kept = tuple(ops)

    def draw(painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for op in kept:
            if isinstance(op, Text):
                _text(painter, op)
            elif isinstance(op, Line):
                _line(painter, op)
            elif isinstance(op, Rect):
                _rect(painter, op)

    return draw


def _text(painter: QPainter, op: Text) -> None:
    face = _font(op.face, round(op.size_pt * _MM_PER_POINT * _FINE))
    start = _SHIFT[op.align] * QFontMetricsF(face).horizontalAdvance(op.text)
    painter.save()
    painter.translate(op.x_mm, op.y_mm)
    painter.rotate(-op.turn_deg)
    painter.scale(1 / _FINE, 1 / _FINE)
    painter.setFont(face)
    painter.setPen(_ink(op.colour, op.opacity))
    painter.drawText(QPointF(-start, 0), op.text)
    painter.restore()


def _line(painter: QPainter, op: Line) -> None:
    pen = QPen(_ink(op.colour, op.opacity), op.width_mm)
    if op.dash_mm:
        ink, gap = op.dash_mm
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setDashPattern([max(ink / op.width_mm, 0.01), gap / op.width_mm])
    painter.setPen(pen)
    painter.drawLine(QLineF(op.x1_mm, op.y1_mm, op.x2_mm, op.y2_mm))


def _rect(painter: QPainter, op: Rect) -> None:
    painter.setPen(QPen(_ink(op.colour, op.opacity), op.line_mm) if op.line_mm else QPen(Qt.PenStyle.NoPen))
    painter.setBrush(_ink(op.fill, op.opacity) if op.fill else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(QRectF(op.x_mm, op.y_mm, op.width_mm, op.height_mm), op.radius_mm, op.radius_mm)


def _ink(name: str, opacity: float) -> QColor:
    ink = QColor(name)
    ink.setAlphaF(opacity)
    return ink


def _font(face: Face, pixels: int) -> QFont:
    font = QFont(_family(face))
    font.setPixelSize(pixels)
    font.setBold(face in (Face.BOLD, Face.BOLD_ITALIC))
    font.setItalic(face in (Face.ITALIC, Face.BOLD_ITALIC))
    return font


@cache
def _family(face: Face) -> str:
    number = QFontDatabase.addApplicationFont(str(resource("fonts", f"{face.value}.ttf")))
    return QFontDatabase.applicationFontFamilies(number)[0]
