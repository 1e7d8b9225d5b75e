"""How many receipt numbers this desk has left, and what to do when that is little."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.cashier.model import Stock
from ui.kit.language import Speaks
from ui.kit.panels import Glyph
from ui.kit.thai_label import ThaiLabel, dress
from ui.kit.tokens import XS, S, Tone


class StockLine(Speaks, QWidget):
    """Not there at a desk without receipts; with `only_low` not there either while there are enough."""

    def __init__(self, *, only_low: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._only_low = only_low
        self.stock: Stock | None = None
        self._mark, self.words, self.advice = Glyph("receipt"), ThaiLabel(strong=True), ThaiLabel(ink="soft")
        said = QVBoxLayout()
        said.setSpacing(0)
        said.addWidget(self.words)
        said.addWidget(self.advice)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, XS, 0, XS)
        line.setSpacing(S)
        line.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(said, 1)
        self.hide()

    def show_stock(self, stock: Stock | None) -> None:
        self.stock = stock
        self.retranslate()

    def retranslate(self) -> None:
        stock = self.stock
        self.setVisible(stock is not None and (stock.is_low or not self._only_low))
        if stock is None:
            return
        tone: Tone = "neutral" if not stock.is_low else "attention" if stock.left else "danger"
        icon = {"neutral": "receipt", "attention": "warning", "danger": "danger"}[tone]
        self._mark.show_icon(icon, tone if stock.is_low else "text_soft")
        self.words.say(self._counted(stock))
        dress(self.words, ink=tone if stock.is_low else "")
        self.advice.say(self._what_to_do(stock))
        self.setAccessibleName(f"{self.words.words} {self.advice.words}")

    def _counted(self, stock: Stock) -> str:
        if not stock.left:
            return self.tr("เลขใบเสร็จหมดแล้ว")
        words = self.tr("ใบเสร็จเหลือ {count} เลข").format(count=f"{stock.left:,}")
        if stock.days is None:
            return words
        return words + " " + self.tr("(ใช้ได้อีก ~{count} วัน)").format(count=stock.days)

    def _what_to_do(self, stock: Stock) -> str:
        if not stock.left:
            return self.tr("ต่อกับส่วนกลางเพื่อรับเล่มใหม่ ระหว่างนี้ใช้ใบเสร็จเล่มมือ แล้วบันทึกที่ห้องทะเบียนคุม")
        if stock.is_low:
            return self.tr("ใกล้หมด เล่มใหม่มาเองเมื่อต่อกับส่วนกลาง ถ้าต่อไม่ได้ เตรียมใบเสร็จเล่มมือไว้")
        return self.tr("เล่มใหม่มาเองก่อนหมดทุกครั้งที่ต่อกับส่วนกลาง")
