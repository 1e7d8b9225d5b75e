"""How many receipt numbers this desk has left, what it lent and borrowed, and what to do when few are left."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.cashier.model import Stock
from desktop.registers.model import Lent
from ui.kit.buttons import SecondaryButton
from ui.kit.counted import counted
from ui.kit.language import Speaks
from ui.kit.panels import Glyph
from ui.kit.thai_label import ThaiLabel, dress
from ui.kit.tokens import S, Tone


class StockLine(Speaks, QWidget):
    """Not there at a desk without receipts; with `only_low` not there either while there are enough and none are lent.

    `borrow` when the clerk wants numbers of another counter.
    """

    borrow = Signal()

    def __init__(self, *, only_low: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._only_low = only_low
        self.stock: Stock | None = None
        self._mark, self.words, self.advice = Glyph("receipt"), ThaiLabel(strong=True), ThaiLabel(ink="soft")
        self.lent, self.borrow_button = ThaiLabel(), SecondaryButton(key="Ctrl+L", icon_name="receipt")
        self.borrow_button.clicked.connect(self.borrow)
        said = QVBoxLayout()
        said.setSpacing(0)
        said.addWidget(self.words)
        said.addWidget(self.advice)
        said.addWidget(self.lent)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(S)
        line.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(said, 1)
        line.addWidget(self.borrow_button, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()

    def show_stock(self, stock: Stock | None) -> None:
        self.stock = stock
        self.retranslate()

    def retranslate(self) -> None:
        stock = self.stock
        self.setVisible(stock is not None and (stock.is_low or bool(stock.lent) or not self._only_low))
        if stock is None:
            return
        tone: Tone = "neutral" if not stock.is_low else "attention" if stock.left else "danger"
        icon = {"neutral": "receipt", "attention": "warning", "danger": "danger"}[tone]
        self._mark.show_icon(icon, tone if stock.is_low else "text_soft")
        self.words.say(self._counted(stock))
        dress(self.words, ink=tone if stock.is_low else "")
        self.advice.say(self._what_to_do(stock))
        self.lent.say(self._lent(stock.lent[0]) if stock.lent else "")
        self._say_one(self.lent if stock.lent else self.advice)
        self.borrow_button.say(self.tr("ยืมเลขจากช่องอื่น"))
        self.borrow_button.setVisible(stock.is_low and stock.may_borrow)
        self.setAccessibleName(f"{self.words.words} {self.advice.words} {self.lent.words}".strip())

    def set_asking(self, asking: bool) -> None:
        """While the other counters are asked nothing is asked twice."""
        self.borrow_button.setEnabled(not asking)
        self.retranslate()
        if asking:
            self.advice.say(self.tr("กำลังถามช่องอื่น…"))
            self._say_one(self.advice)

    def _say_one(self, below: ThaiLabel) -> None:
        """There is room for two lines at the counter: the newest loan stands where the advice did."""
        for label in (self.advice, self.lent):
            label.setVisible(label is below)

    def _counted(self, stock: Stock) -> str:
        if not stock.left:
            return self.tr("เลขใบเสร็จหมดแล้ว")
        words = counted(self.tr("ใบเสร็จเหลือ {count} เลข"), stock.left).format(count=f"{stock.left:,}")
        if stock.days is None:
            return words
        return words + " " + counted(self.tr("(ใช้ได้อีก ~{count} วัน)"), stock.days).format(count=stock.days)

    def _lent(self, one: Lent) -> str:
        numbers = f"{one.lo:06d}–{one.hi:06d}"
        if one.ours == "borrowed":
            return self.tr("ยืมเลขจากช่อง {counter}: {numbers}").format(counter=one.lender, numbers=numbers)
        return self.tr("ให้ช่อง {counter} ยืมเลข {numbers}").format(counter=one.borrower, numbers=numbers)

    def _what_to_do(self, stock: Stock) -> str:
        if stock.is_low and stock.may_borrow:
            return self.tr("ระหว่างต่อส่วนกลางไม่ได้ ยืมเลขจากช่องอื่นได้")
        if not stock.left:
            return self.tr("ต่อกับส่วนกลางเพื่อรับเล่มใหม่ ระหว่างนี้ใช้ใบเสร็จเล่มมือ แล้วบันทึกที่ห้องทะเบียนคุม")
        if stock.is_low:
            return self.tr("ใกล้หมด เล่มใหม่มาเองเมื่อต่อกับส่วนกลาง ถ้าต่อไม่ได้ เตรียมใบเสร็จเล่มมือไว้")
        return self.tr("เล่มใหม่มาเองก่อนหมดทุกครั้งที่ต่อกับส่วนกลาง")
