"""One line of text with the parts that somebody looked for on a ground of their own."""

from PySide6.QtCore import QPointF, QRect
from PySide6.QtGui import QPainter, QTextCharFormat, QTextLayout

from ui.kit.theme import colour

Spans = tuple[tuple[int, int], ...]
"""(from, to) of each marked part, in characters."""


def paint_marked(painter: QPainter, place: QRect, words: str, marked: Spans) -> None:
    """Draws a line in the painter's face and ink, in the middle of the height; marks beyond its end are left out."""
    layout = QTextLayout(words, painter.font())
    layout.setFormats([_format(start, end) for start, end in marked if end <= len(words)])
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(10_000)
    layout.endLayout()
    painter.save()
    painter.setClipRect(place)
    layout.draw(painter, QPointF(place.left(), place.top() + (place.height() - line.height()) / 2))
    painter.restore()


def _format(start: int, end: int) -> QTextLayout.FormatRange:
    dress = QTextCharFormat()
    dress.setBackground(colour("attention_soft"))
    dress.setForeground(colour("text"))
    dress.setFontUnderline(True)
    made = QTextLayout.FormatRange()
    made.start, made.length, made.format = start, end - start, dress
    return made
