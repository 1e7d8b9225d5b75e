"""Receipts a second, beside the fastest engine that was tried: Qt's own PDF writer drawing the very same marks.

Qt's files are no substitute (their text does not copy out as Thai); they are the yardstick for speed only.
"""

import os
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.cashier.fees import catalogue
from desktop.cashier.model import Charge, Payment
from desktop.cashier.paper import receipt_paper
from desktop.paper import ops, thai_text
from desktop.paper.receipt import ReceiptPaper, receipt_pdf, receipt_sheets
from tests.bench.row import Row, rate
from tests.helpers.desk import make_desk, make_office, person

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

TIMES = 60
_DOTS = 600 / 25.4


def measure() -> list[Row]:
    paper = _paper()
    ours = _rate(lambda: receipt_pdf(paper))
    theirs = _qt_rate(paper)
    return [rate("receipts (original and copy)", ours, theirs, "a second", "QPdfWriter drawing the same marks", 1.5)]


def _paper() -> ReceiptPaper:
    with tempfile.TemporaryDirectory() as folder:
        desk = make_desk(Path(folder))
        office = make_office(desk)
        payment = Payment("นายบุญมี ใจคำ", (Charge(catalogue()[0], 3),), tendered_satang=100_00 * 5)
        receipt = office.cashier(person(office, "piyada")).issue(payment)
        profile = office.account_queries.office()
        assert profile is not None
        made = receipt_paper(receipt, profile, "กองคลัง", desk.identity.office_id)
        desk.close()
    return made


def _rate(make: Callable[[], object]) -> float:
    make()
    begun = time.perf_counter()
    for _ in range(TIMES):
        make()
    return TIMES / (time.perf_counter() - begun)


def _qt_rate(paper: ReceiptPaper) -> float:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QBuffer, QMarginsF
    from PySide6.QtGui import QFontDatabase, QGuiApplication, QPageSize, QPainter, QPdfWriter

    app = QGuiApplication.instance() or QGuiApplication([])
    for face in ops.Face:
        QFontDatabase.addApplicationFont(str(thai_text.font_file(face)))
    sheets = receipt_sheets(paper)

    def make() -> None:
        buffer = QBuffer()
        buffer.open(QBuffer.OpenModeFlag.WriteOnly)
        writer = QPdfWriter(buffer)
        writer.setResolution(600)
        writer.setPageSize(QPageSize(QPageSize.PageSizeId.A5))
        writer.setPageMargins(QMarginsF(0, 0, 0, 0))
        painter = QPainter(writer)
        for place, sheet in enumerate(sheets):
            if place:
                writer.newPage()
            for op in sheet.ops:
                draw_by_qt(painter, op)
        painter.end()

    made = _rate(make)
    del app
    return made


def draw_by_qt(painter: "QPainter", op: ops.Op) -> None:
    from PySide6.QtCore import QPointF, QRectF, Qt
    from PySide6.QtGui import QColor, QFont, QPen, QPolygonF

    if isinstance(op, ops.Text):
        font = QFont("Laksaman PSK")
        font.setPointSizeF(op.size_pt)
        font.setBold("Bold" in op.face.value)
        painter.setFont(font)
        painter.setPen(QColor(op.colour))
        shift = {"left": 0.0, "centre": 0.5, "right": 1.0}[op.align]
        across = painter.fontMetrics().horizontalAdvance(op.text) * shift
        painter.drawText(QPointF(op.x_mm * _DOTS - across, op.y_mm * _DOTS), op.text)
    elif isinstance(op, ops.Line):
        painter.setPen(QPen(QColor(op.colour), op.width_mm * _DOTS))
        painter.drawLine(QPointF(op.x1_mm * _DOTS, op.y1_mm * _DOTS), QPointF(op.x2_mm * _DOTS, op.y2_mm * _DOTS))
    elif isinstance(op, ops.Rect):
        painter.setPen(QPen(QColor(op.colour), op.line_mm * _DOTS) if op.line_mm else QPen(Qt.PenStyle.NoPen))
        painter.setBrush(QColor(op.fill) if op.fill else Qt.BrushStyle.NoBrush)
        box = QRectF(op.x_mm * _DOTS, op.y_mm * _DOTS, op.width_mm * _DOTS, op.height_mm * _DOTS)
        painter.drawRoundedRect(box, op.radius_mm * _DOTS, op.radius_mm * _DOTS)
    elif isinstance(op, ops.Polygon):
        painter.setPen(QPen(QColor(op.colour), op.width_mm * _DOTS))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolygon(QPolygonF([QPointF(x * _DOTS, y * _DOTS) for x, y in op.corners_mm]))
    elif isinstance(op, ops.QrCode):
        from desktop.paper import qr

        modules, runs = qr.dark_runs(op.payload)
        side = op.side_mm / modules * _DOTS
        for row, column, length in runs:
            x, y = op.x_mm * _DOTS + column * side, op.y_mm * _DOTS + row * side
            painter.fillRect(QRectF(x, y, side * length, side), QColor(op.colour))
