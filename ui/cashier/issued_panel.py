"""What stands on the right once money is taken: the number, the change to hand back, and how the printing goes."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.cashier.model import Receipt
from desktop.cashier.rules import display_number
from desktop.office.money import format_baht
from ui.cashier.payment_form import WIDE
from ui.kit.buttons import PrimaryButton, QuietButton, SecondaryButton
from ui.kit.language import Speaks
from ui.kit.panels import Glyph, Panel, rule
from ui.kit.thai_label import ThaiLabel, label
from ui.kit.tokens import XS, M, S
from ui.sheets.printing import Outcome

_ICONS = {
    "making": ("printer", "text_soft"),
    "sent": ("printer", "text_soft"),
    "printed": ("ready", "ready"),
    "held": ("hourglass", "attention"),
    "doubted": ("warning", "attention"),
    "no_printer": ("info", "info"),
    "failed": ("warning", "attention"),
}


class IssuedPanel(Speaks, QWidget):
    """`next_citizen`, `again` (print once more), `wrong` (the sheet in hand is not what the screen says), `keep`
    (save a PDF) and `look` (open it) are the clerk's wishes.

    `next_key`: with which the next citizen is taken on this screen.
    """

    next_citizen = Signal()
    again = Signal()
    wrong = Signal()
    keep = Signal()
    look = Signal()

    def __init__(self, parent: QWidget | None = None, *, next_key: str = "F2") -> None:
        super().__init__(parent)
        self.setFixedWidth(WIDE)
        self._receipt: Receipt | None = None
        self._printing: Outcome = "making"
        self._detail = ""
        self._done, self.number = label(strong=True, ink="ready"), label(size="sum")
        self._who = ThaiLabel(ink="soft")
        self._change_words, self.change = label(size="head"), label(size="sum", ink="ready")
        self._paid = label(ink="soft")
        self._printer, self.state = Glyph("printer"), ThaiLabel()
        self.again_button = SecondaryButton(key="Ctrl+P", icon_name="printer")
        self.wrong_button = QuietButton(key="Ctrl+Shift+P")
        self.look_button, self.keep_button = SecondaryButton(), SecondaryButton()
        self.next_button = PrimaryButton(key=next_key)
        self.next_button.setAutoDefault(True)
        self.next_button.clicked.connect(self.next_citizen)
        self.again_button.clicked.connect(self.again)
        self.wrong_button.clicked.connect(self.wrong)
        self.look_button.clicked.connect(self.look)
        self.keep_button.clicked.connect(self.keep)
        self._lay_out()
        self.retranslate()

    def retranslate(self) -> None:
        self._done.setText(self.tr("รับเงินและออกใบเสร็จแล้ว"))
        self._change_words.setText(self.tr("เงินทอน (บาท)"))
        self.again_button.say(self.tr("พิมพ์ซ้ำ"))
        self.wrong_button.say(self.tr("ใบไม่ออก หรือเสีย"))
        self.look_button.say(self.tr("เปิดดู"))
        self.keep_button.say(self.tr("บันทึก PDF"))
        self.next_button.say(self.tr("คนถัดไป"))
        if self._receipt:
            self._show()

    @property
    def receipt(self) -> Receipt:
        """The receipt shown; there is one whenever the panel can be seen."""
        assert self._receipt is not None
        return self._receipt

    def show_receipt(self, receipt: Receipt) -> None:
        self._receipt = receipt
        self.show_printing("making")

    def show_printing(self, state: Outcome, detail: str = "") -> None:
        """`detail`: the printer's name, or what went wrong."""
        self._printing, self._detail = state, detail
        self._printer.show_icon(*_ICONS[state])
        self.wrong_button.setVisible(state in ("sent", "printed"))
        self._show()

    def _show(self) -> None:
        receipt = self.receipt
        self.number.setText(display_number(receipt))
        self.number.setAccessibleName(self.tr("ใบเสร็จเลขที่ {number}").format(number=display_number(receipt)))
        self._who.say(f"{receipt.payer_name} · {format_baht(receipt.total_satang)}")
        self.change.setText(format_baht(receipt.change_satang))
        self.change.setAccessibleName(f"{self._change_words.text()} {self.change.text()}")
        tendered = receipt.tendered_satang
        self._paid.setText(self.tr("รับมา {sum}").format(sum=format_baht(tendered)) if tendered else "")
        self.state.say(self._state_words())

    def _state_words(self) -> str:
        return {
            "making": self.tr("กำลังพิมพ์ต้นฉบับและสำเนา…"),
            "sent": self.tr("ส่งให้เครื่องพิมพ์แล้ว · {printer}").format(printer=self._detail),
            "printed": self.tr("พิมพ์ต้นฉบับและสำเนาแล้ว · {printer}").format(printer=self._detail),
            "held": self.tr("ใบเสร็จบันทึกแล้วและรอพิมพ์ ตอบก่อนว่าใบก่อนหน้าออกมาหรือยัง"),
            "doubted": self.tr("ยังไม่รู้ว่าใบนี้ออกมาครบหรือไม่ ใบเสร็จบันทึกแล้ว"),
            "no_printer": self.tr("ยังไม่ได้เลือกเครื่องพิมพ์ ใบเสร็จบันทึกแล้ว เปิดดูหรือบันทึก PDF ไปพิมพ์ได้"),
            "failed": self.tr("พิมพ์ไม่สำเร็จ ใบเสร็จบันทึกแล้ว กดพิมพ์ซ้ำได้ · {why}").format(why=self._detail),
        }[self._printing]

    def _lay_out(self) -> None:
        panel = Panel()
        panel.body.setSpacing(XS)
        panel.body.addLayout(_line(Glyph("ready", "ready"), self._done))
        for widget in (self.number, self._who):
            panel.body.addWidget(widget)
        panel.body.addSpacing(S)
        panel.body.addWidget(rule())
        panel.body.addSpacing(S)
        for widget in (self._change_words, self.change, self._paid):
            panel.body.addWidget(widget)
        paper = Panel()
        paper.body.addLayout(_line(self._printer, self.state, top=True))
        paper.body.addLayout(_line(self.again_button, self.look_button, self.keep_button))
        paper.body.addLayout(_line(self.wrong_button))
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.next_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, S)
        column.setSpacing(M)
        column.addWidget(panel)
        column.addWidget(paper)
        column.addStretch(1)
        column.addLayout(foot)


def _line(first: QWidget, *others: QWidget, top: bool = False) -> QHBoxLayout:
    line = QHBoxLayout()
    line.setSpacing(S)
    line.addWidget(first, 0, Qt.AlignmentFlag.AlignTop if top else Qt.AlignmentFlag(0))
    for place, widget in enumerate(others):
        line.addWidget(widget, 1 if place == 0 and isinstance(first, Glyph) else 0)
    if not isinstance(first, Glyph):
        line.addStretch(1)
    return line
