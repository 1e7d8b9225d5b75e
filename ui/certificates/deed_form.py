"""What a deed with a certificate asks for: a reason, a last day, or the receipt by which a fee was paid."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.certificates.model import ReceiptRef
from ui.kit.buttons import PrimaryButton, QuietButton
from ui.kit.date_edit import ThaiDateEdit
from ui.kit.field import Field, row
from ui.kit.inputs import LineEdit
from ui.kit.language import Speaks
from ui.kit.money_edit import MoneyEdit
from ui.kit.panels import side_by_side
from ui.kit.thai_label import ThaiLabel
from ui.kit.tokens import M

FindReceipt = Callable[[int, int], ReceiptRef | None]


class ReceiptFields(Speaks, QWidget):
    """Book, number, day and sum of a receipt; one that this desk knows fills in what it says of itself."""

    edited = Signal()

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._find: FindReceipt = lambda book, number: None
        self._known: ReceiptRef | None = None
        self.book, self.number = Field("", LineEdit()), Field("", LineEdit())
        self.day, self.money = Field("", ThaiDateEdit(today=today)), Field("", MoneyEdit())
        self.late = Field("", MoneyEdit())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(M)
        column.addWidget(row(self.book, self.number, self.day, stretch=(2, 3, 4)))
        column.addWidget(row(self.money, self.late))
        self.setFocusProxy(self.book)
        for field in (self.book, self.number, self.day, self.money, self.late):
            editor = field.editor
            assert isinstance(editor, LineEdit)
            editor.textEdited.connect(lambda _: self.edited.emit())
        for field in (self.book, self.number):
            editor = field.editor
            assert isinstance(editor, LineEdit)
            editor.editingFinished.connect(self._look)
        self.retranslate()

    def retranslate(self) -> None:
        self.book.say(self.tr("ใบเสร็จเล่มที่"))
        self.number.say(self.tr("เลขที่"))
        self.day.say(self.tr("ลงวันที่"))
        self.money.say(self.tr("ค่าธรรมเนียม (บาท)"))
        self.late.say(self.tr("ค่าปรับ (บาท)"))

    def ask(self, find: FindReceipt, known: ReceiptRef | None = None) -> None:
        self._find = find
        self.show_receipt(known)

    def show_receipt(self, known: ReceiptRef | None) -> None:
        self._known = known
        book, number, day, money, late = self._editors
        book.setText(str(known.book_no) if known else "")
        number.setText(str(known.number) if known else "")
        assert isinstance(day, ThaiDateEdit)
        day.set_day(known.day if known else None)
        assert isinstance(money, MoneyEdit)
        assert isinstance(late, MoneyEdit)
        money.set_satang(known.satang if known else None)
        late.set_satang(known.late_satang if known and known.late_satang else None)

    @property
    def is_empty(self) -> bool:
        return not any(editor.value for editor in self._editors)

    def receipt(self) -> ReceiptRef | None:
        """What is typed; None while it is not whole."""
        book, number, day, money, late = self._editors
        assert isinstance(day, ThaiDateEdit)
        assert isinstance(money, MoneyEdit)
        assert isinstance(late, MoneyEdit)
        satang, when = money.satang(), day.day()
        if not (book.value.isdigit() and number.value.isdigit()) or when is None or satang is None:
            return None
        found = ReceiptRef(int(book.value), int(number.value), when, satang, late.satang() or 0)
        known = self._known
        same = known is not None and (known.book_no, known.number) == (found.book_no, found.number)
        return ReceiptRef(*_parts(found), known.id) if known and same else found

    @property
    def _editors(self) -> tuple[LineEdit, LineEdit, LineEdit, LineEdit, LineEdit]:
        found = tuple(field.editor for field in (self.book, self.number, self.day, self.money, self.late))
        assert all(isinstance(editor, LineEdit) for editor in found)
        return found  # type: ignore[return-value]

    def _look(self) -> None:
        book, number, *_ = self._editors
        if not (book.value.isdigit() and number.value.isdigit()):
            return
        known = self._find(int(book.value), int(number.value))
        if known is not None and known != self._known:
            self.show_receipt(known)
            self.edited.emit()


def _parts(receipt: ReceiptRef) -> tuple[int, int, date, int, int]:
    return receipt.book_no, receipt.number, receipt.day, receipt.satang, receipt.late_satang


class DeedForm(Speaks, QWidget):
    """`done` brings the name of the deed; `left`: nothing shall be done. Hidden until it is asked."""

    done = Signal(str)
    left = Signal()

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = ""
        self._said: Callable[[], tuple[str, str]] = lambda: ("", "")
        self.told = ThaiLabel(ink="soft")
        self.reason = Field("", LineEdit(), must=True)
        self.until = Field("", ThaiDateEdit(today=today))
        self.receipt = ReceiptFields(today)
        self.do_button, self.leave_button = PrimaryButton(key="F9"), QuietButton(key="Esc")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(M)
        for widget in (self.told, self.reason, self.until, self.receipt):
            column.addWidget(widget)
        column.addLayout(side_by_side(self.leave_button, None, self.do_button))
        self.do_button.clicked.connect(self._confirm)
        self.leave_button.clicked.connect(self.left)
        editor = self.reason.editor
        assert isinstance(editor, LineEdit)
        editor.textEdited.connect(lambda _: self.reason.clear_error())
        self.retranslate()

    def retranslate(self) -> None:
        self.reason.say(self.tr("เหตุผล"))
        self.until.say(self.tr("พักใช้ถึงวันที่ (ว่างไว้ถ้ายังไม่กำหนด)"))
        self.leave_button.say(self.tr("ไม่ทำ"))
        if self.reason.error:
            self.reason.say_error(self.tr("ใส่เหตุผล"))
        if self.receipt.number.error:
            self.receipt.number.say_error(self.tr("ใส่เล่มที่ เลขที่ วันที่ และจำนวนเงิน"))
        told, deed = self._said()
        self.told.say(told)
        self.do_button.say(deed)

    def ask(self, name: str, said: Callable[[], tuple[str, str]], find: FindReceipt | None = None) -> None:
        """`said`: what will happen, and the deed, in the language of now; `find`: a receipt is asked for."""
        self.name, self._said = name, said
        self.reason.setVisible(find is None)
        self.until.setVisible(name == "suspend")
        self.receipt.setVisible(find is not None)
        self.words.clear()
        self.reason.clear_error()
        if find is not None:
            self.receipt.ask(find)
        self.retranslate()
        self.setFocusProxy(self.receipt if find is not None else self.reason)
        self.setFocus()

    @property
    def words(self) -> LineEdit:
        assert isinstance(self.reason.editor, LineEdit)
        return self.reason.editor

    @property
    def last_day(self) -> date | None:
        assert isinstance(self.until.editor, ThaiDateEdit)
        return self.until.editor.day()

    def _confirm(self) -> None:
        if self.reason.isVisible() and not self.words.value:
            self.reason.say_error(self.tr("ใส่เหตุผล"))
            self.reason.setFocus()
            return
        if self.receipt.isVisible() and self.receipt.receipt() is None:
            self.receipt.number.say_error(self.tr("ใส่เล่มที่ เลขที่ วันที่ และจำนวนเงิน"))
            self.receipt.setFocus()
            return
        self.receipt.number.clear_error()
        self.done.emit(self.name)
