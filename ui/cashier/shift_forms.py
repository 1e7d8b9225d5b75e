"""The forms of a shift, one at a time at the right of its screen: open, move cash, hand over, count, close."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.cashier.bill_model import Bill
from desktop.cashier.shift_model import Pieces, Slip
from desktop.office.money import format_baht
from ui.cashier.shift_pieces import PiecesForm
from ui.cashier.shift_witness import WitnessFields
from ui.kit.buttons import PrimaryButton, QuietButton
from ui.kit.counted import counted
from ui.kit.field import Field, row
from ui.kit.inputs import LineEdit
from ui.kit.language import Speaks
from ui.kit.money_edit import MoneyEdit
from ui.kit.panels import Panel, scrolling
from ui.kit.segmented import Segmented
from ui.kit.thai_label import ThaiLabel, dress, label
from ui.kit.tokens import M, S

IN, OUT = "in", "out"
_SHOWN = 5


class ShiftForm(Speaks, Panel):
    """A form with its one deed (F9) and the way back (Esc)."""

    done = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.means = ThaiLabel(ink="soft")
        self.button, self.back = PrimaryButton(key="F9"), QuietButton(key="Esc")
        self.button.setAutoDefault(True)
        self.button.clicked.connect(self.done)
        self.back.clicked.connect(self.left)
        inside = QWidget()
        self.fields = QVBoxLayout(inside)
        self.fields.setContentsMargins(0, 0, 0, 0)
        self.fields.setSpacing(M)
        self.fields.addWidget(self.means)
        self.body.addWidget(scrolling(inside), 1)

    def end(self) -> None:
        """Puts the buttons under everything else, where they stay while the fields scroll."""
        foot = QHBoxLayout()
        foot.setSpacing(S)
        foot.addWidget(self.back)
        foot.addStretch(1)
        foot.addWidget(self.button)
        self.fields.addStretch(1)
        self.body.addLayout(foot)
        self.retranslate()

    def retranslate(self) -> None:
        self.back.say(self.tr("กลับ"))


class CountForm(ShiftForm):
    """Pieces and nothing else: for the float, and for the blind count."""

    def __init__(self, *, opening: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._opening = opening
        self.pieces, self.new = PiecesForm(), ThaiLabel(ink="soft", size="small")
        self.pieces.ended.connect(self.button.setFocus)
        self.fields.addWidget(self.pieces)
        self.fields.addWidget(self.new)
        self.new.hide()
        self.setFocusProxy(self.pieces)
        self.back.setVisible(not opening)
        self.end()

    def retranslate(self) -> None:
        super().retranslate()
        if self._opening:
            self.say(self.tr("เปิดกะ: นับเงินทอนตั้งต้น"))
            self.means.say(self.tr("ใส่จำนวนธนบัตรและเหรียญ Enter ไปชนิดถัดไป"))
            self.new.say(self.tr("ถ้าเครื่องนี้มาแทนเครื่องที่กะยังเปิดค้าง ให้ผู้ดูแลระบบถอนเครื่องเดิมก่อน กะนั้นจะขึ้นที่นี่ให้นับและปิด"))
            self.button.say(self.tr("เปิดกะ"))
        else:
            self.say(self.tr("นับเงินในลิ้นชัก"))
            self.means.say(self.tr("นับทั้งหมดรวมเงินทอนตั้งต้น ยอดที่ควรมีจะแสดงหลังยืนยันยอดนับ"))
            self.button.say(self.tr("ยืนยันยอดนับ"))

    def tell_new(self, *, on: bool) -> None:
        """Says what becomes of a drawer that was left open at the computer before this one."""
        self.new.setVisible(on)


class MoveForm(ShiftForm):
    """Cash that comes or goes without a receipt."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.way, self.money, self.reason = Segmented([(IN, ""), (OUT, "")]), MoneyEdit(large=True), LineEdit()
        self.money_field, self.reason_field = Field("", self.money, must=True), Field("", self.reason, must=True)
        self.money.returnPressed.connect(self.reason.setFocus)
        self.reason.returnPressed.connect(self.button.setFocus)
        for widget in (self.way, self.money_field, self.reason_field):
            self.fields.addWidget(widget)
        self.setFocusProxy(self.money)
        self.end()

    def retranslate(self) -> None:
        super().retranslate()
        self.say(self.tr("เงินสดเข้า / ออกโดยไม่มีใบเสร็จ"))
        self.means.say(self.tr("เช่น แลกเหรียญ เพิ่มเงินทอน หรือนำเงินไปเก็บระหว่างวัน จะแสดงในใบนำส่ง"))
        self.way.setAccessibleName(self.tr("เข้าหรือออก"))
        self.way.offer([(IN, self.tr("เงินเข้า")), (OUT, self.tr("เงินออก"))])
        self.money_field.say(self.tr("จำนวนเงิน (บาท)"))
        self.reason_field.say(self.tr("เหตุผล"))
        self.button.say(self.tr("บันทึก"))

    @property
    def satang(self) -> int:
        """More than 0 comes in, less goes out."""
        satang = self.money.satang() or 0
        return satang if self.way.value == IN else -satang

    def is_whole(self) -> bool:
        self.money_field.say_error("" if self.money.satang() else self.tr("ใส่จำนวนเงิน"))
        self.reason_field.say_error("" if self.reason.value else self.tr("ใส่เหตุผล"))
        bad = next((one for one in (self.money_field, self.reason_field) if one.error), None)
        if bad is not None:
            bad.setFocus()
        return bad is None

    def clear(self) -> None:
        self.money.set_satang(None)
        self.reason.clear()
        for field in (self.money_field, self.reason_field):
            field.clear_error()


class HandForm(ShiftForm):
    """Two people count the same drawer, one after the other; the first count is out of sight of the second."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.given: Pieces | None = None
        self.pieces, self.taker, self.why = PiecesForm(), WitnessFields(), LineEdit()
        self.why_field = Field("", self.why)
        self.pieces.ended.connect(self._counted)
        self.why.returnPressed.connect(self.taker.setFocus)
        self.taker.ended.connect(self.button.setFocus)
        self._second = row(self.why_field, self.taker, stretch=(2, 3))
        for widget in (self.pieces, self._second):
            self.fields.addWidget(widget)
        self.setFocusProxy(self.pieces)
        self.end()

    def retranslate(self) -> None:
        super().retranslate()
        second = self.given is not None
        self.say(self.tr("ส่งมอบกะ: ผู้รับมอบนับ") if second else self.tr("ส่งมอบกะ: ผู้ส่งมอบนับ"))
        self.means.say(
            self.tr("ผู้รับมอบนับเองอีกครั้ง แล้วใส่ชื่อผู้ใช้กับรหัสของตน ยอดต้องตรงกันทุกชนิด")
            if second
            else self.tr("ผู้ที่ถือเงินอยู่นับก่อน แล้วให้ผู้รับมอบนับโดยไม่เห็นยอดแรก")
        )
        self.why_field.say(self.tr("เหตุผล"))
        self.why_field.hint(self.tr("ถ้ายอดขาดหรือเกิน"))
        self.taker.say(self.tr("ผู้รับมอบ (ชื่อผู้ใช้)"))
        self._second.setVisible(second)
        self.button.say(self.tr("รับมอบกะ") if second else self.tr("ให้ผู้รับมอบนับ"))

    def clear(self) -> None:
        self.given = None
        self.pieces.clear()
        self.why.clear()
        self.taker.clear()
        self.retranslate()

    def turn(self) -> None:
        """The first count is put away."""
        self.given = self.pieces.pieces
        self.pieces.clear()
        self.retranslate()
        self.pieces.setFocus()

    def _counted(self) -> None:
        (self.taker if self.given is not None else self.button).setFocus()


class CloseForm(ShiftForm):
    """What was counted, what there should be, and where they differ why, and who else has seen it."""

    again = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.slip: Slip | None = None
        self.counted_satang = 0
        self._needs_witness = False
        self._waiting: tuple[Bill, ...] = ()
        self._words = [label() for _ in range(3)]
        self.counted, self.expected, self.difference = label(size="title"), label(size="title"), label(size="sum")
        for name, figures in zip(self._words, (self.counted, self.expected, self.difference), strict=True):
            line = QHBoxLayout()
            line.addWidget(name)
            line.addStretch(1)
            line.addWidget(figures)
            self.fields.addLayout(line)
        self.verdict, self.why, self.witness = ThaiLabel(strong=True), LineEdit(), WitnessFields()
        self.why_field = Field("", self.why, must=True)
        self.why.returnPressed.connect(self.witness.setFocus)
        self.witness.ended.connect(self.button.setFocus)
        self._asked = QWidget()
        asked = QVBoxLayout(self._asked)
        asked.setContentsMargins(0, 0, 0, 0)
        asked.addWidget(self.why_field)
        asked.addWidget(self.witness)
        self.waiting = ThaiLabel(ink="attention", size="small")
        self.fields.addWidget(self.verdict)
        self.fields.addWidget(self._asked)
        self.fields.addWidget(self.waiting)
        self.end()

    def retranslate(self) -> None:
        super().retranslate()
        self.say(self.tr("ปิดกะ"))
        for name, words in zip(
            self._words, (self.tr("นับได้"), self.tr("ควรมี"), self.tr("ผลต่าง (ขาด / เกิน)")), strict=True
        ):
            name.setText(words)
        self.why_field.say(self.tr("เกิดอะไรขึ้น"))
        self.back.say(self.tr("นับใหม่"))
        self.button.say(self.tr("ปิดกะ ออกใบนำส่ง"))
        self.means.say(self.tr("เมื่อปิดแล้ว เงินที่รับหลังจากนี้อยู่ในใบนำส่งใบถัดไป"))
        self._say_sums()

    def show_count(self, slip: Slip, counted: Pieces, waiting: Sequence[Bill] = (), *, mine: bool) -> None:
        """`mine`: who closes has the drawer; else a second person is asked for in any case.
        `waiting`: for transfers."""
        self.slip, self.counted_satang, self._waiting = slip, counted.satang, tuple(waiting)
        self._needs_witness = not mine
        self.why.clear()
        self.witness.clear()
        self.why_field.clear_error()
        self._say_sums()
        (self.why if self.difference_satang else self.witness if self._needs_witness else self.button).setFocus()

    @property
    def difference_satang(self) -> int:
        return self.counted_satang - self.slip.expected_satang if self.slip else 0

    @property
    def asks(self) -> bool:
        return bool(self.difference_satang) or self._needs_witness

    def is_whole(self) -> bool:
        if not self.asks:
            return True
        missing = bool(self.difference_satang) and not self.why.value
        self.why_field.say_error(self.tr("บอกเหตุผล") if missing else "")
        if missing:
            self.why.setFocus()
        return not missing and self.witness.is_whole()

    def _say_sums(self) -> None:
        slip, difference = self.slip, self.difference_satang
        self.counted.setText(format_baht(self.counted_satang))
        self.expected.setText(format_baht(slip.expected_satang) if slip else "–")
        self.difference.setText(format_baht(difference))
        dress(self.difference, ink="danger" if difference else "ready")
        self.verdict.say(
            self.tr("ยอดไม่ตรง บอกเหตุผล และให้เพื่อนร่วมงานอีกคนรับรอง")
            if difference
            else self.tr("ยอดตรงกัน แต่ลิ้นชักเป็นของผู้อื่น ให้อีกคนรับรอง")
            if self._needs_witness
            else self.tr("ยอดตรงกัน")
        )
        dress(self.verdict, ink="attention" if self.asks else "ready")
        self.waiting.say(self._waiting_words())
        self.waiting.setVisible(bool(self._waiting))
        self.why_field.setVisible(bool(difference))
        self._asked.setVisible(self.asks)

    def _waiting_words(self) -> str:
        """Transfers that nobody has seen come: on no slip, and not lost with the day."""
        sum_ = format_baht(sum(bill.total_satang for bill in self._waiting))
        words = counted(
            self.tr("รอเงินโอน {count} รายการ {sum} บาท ยังไม่มีใบเสร็จ จึงไม่อยู่ในใบนำส่งนี้"), len(self._waiting)
        ).format(count=len(self._waiting), sum=sum_)
        lines = [f"{bill.reference}  {bill.payer_name}  {format_baht(bill.total_satang)}" for bill in self._waiting]
        more = [self.tr("และอีก {count} รายการ").format(count=len(lines) - _SHOWN)] if len(lines) > _SHOWN else []
        after = self.tr("ยืนยันได้ในวันถัดไปที่ ใบแจ้งชำระ > รอเงินโอน")
        return "\n".join((words, *lines[:_SHOWN], *more, after))
