"""What the citizen sees on a screen of their own: a masked name, the sum, the code to pay by, the change; no more."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop.cashier.bill_desk import Code
from desktop.office.money import format_baht
from ui.kit.language import Speaks
from ui.kit.theme import colour, font

_QUIET = 4
"""Modules left white around a code, as its standard asks."""


@dataclass(frozen=True)
class Shown:
    """`due_satang` None: nobody is being served. `handed_satang`, `change_satang`: cash, once it was keyed in.

    `is_paid`: the receipt is written.
    """

    name: str = ""
    due_satang: int | None = None
    handed_satang: int | None = None
    change_satang: int | None = None
    is_paid: bool = False
    code: Code | None = None


class CitizenWindow(Speaks, QWidget):
    """A window of its own that takes no keyboard; `office` is said while nobody is served."""

    def __init__(self, office: str, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window | Qt.WindowType.WindowDoesNotAcceptFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._office = office
        self.shown = Shown()
        self.resize(1024, 768)
        self.retranslate()

    def retranslate(self) -> None:
        self.setWindowTitle(self.tr("จอสำหรับประชาชน"))
        self.show_this(self.shown)

    def show_this(self, shown: Shown) -> None:
        self.shown = shown
        self.setAccessibleName(" ".join(text for text, *_ in self.lines()))
        self.update()

    def lines(self) -> list[tuple[str, float, str]]:
        """What stands there, from above: words, size as a part of the height, ink."""
        shown = self.shown
        if shown.due_satang is None:
            return [(self._office, 0.07, "text"), (self.tr("ยินดีให้บริการ"), 0.05, "text_soft")]
        found = [(shown.name, 0.055, "text")]
        if shown.is_paid:
            found.append((self.tr("ได้รับเงินแล้ว ขอบคุณ"), 0.05, "ready"))
            found.append((f"{format_baht(shown.due_satang)}", 0.11, "text"))
        else:
            found.append((self.tr("ยอดที่ต้องชำระ (บาท)"), 0.04, "text_soft"))
            found.append((format_baht(shown.due_satang), 0.16, "text"))
        if shown.handed_satang is not None:
            found.append((self.tr("รับเงินมา {sum}").format(sum=format_baht(shown.handed_satang)), 0.045, "text_soft"))
        if shown.change_satang is not None:
            found.append((self.tr("เงินทอน {sum}").format(sum=format_baht(shown.change_satang)), 0.09, "ready"))
        elif shown.code is not None:
            found.append((self.tr("หรือสแกนเพื่อโอน"), 0.04, "text_soft"))
        return found

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), colour("surface"))
        lines, code = self.lines(), self._code()
        side = min(self.height() * 0.42, self.width() * 0.6) if code is not None else 0
        text = sum(self._high(size) for _, size, _ in lines)
        top = max((self.height() - text - side) / 2, 0)
        for words, size, ink in lines:
            high = self._high(size)
            painter.setFont(self._face(painter, words, size))
            painter.setPen(colour(ink))
            painter.drawText(QRectF(0, top, self.width(), high), Qt.AlignmentFlag.AlignCenter, words)
            top += high
        if code is not None:
            _paint_code(painter, code, QRectF((self.width() - side) / 2, top, side, side))

    def _code(self) -> Code | None:
        shown = self.shown
        return None if shown.is_paid or shown.handed_satang is not None else shown.code

    def _high(self, size: float) -> float:
        """Thai needs air above and below."""
        return self.height() * size * 1.7

    def _face(self, painter: QPainter, words: str, size: float) -> QFont:
        """As large as it should be, or as the width allows."""
        face = font(max(int(self.height() * size), 8), strong=size > 0.1)
        painter.setFont(face)
        wide, room = painter.fontMetrics().horizontalAdvance(words), self.width() * 0.94
        return face if wide <= room else font(max(int(face.pixelSize() * room / wide), 8), strong=size > 0.1)


def _paint_code(painter: QPainter, code: Code, place: QRectF) -> None:
    """Black on white in every theme: telephones read nothing else."""
    modules, runs = code
    cell = max(int(place.width()) // (modules + 2 * _QUIET), 1)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor("white"))
    painter.drawRect(place)
    left, top = (place.center().x() - cell * modules / 2, place.center().y() - cell * modules / 2)
    painter.setBrush(QColor("black"))
    for row, column, length in runs:
        painter.drawRect(QRectF(int(left) + column * cell, int(top) + row * cell, length * cell, cell))
