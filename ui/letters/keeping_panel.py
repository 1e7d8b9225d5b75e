"""The paper itself: the division's own number, who has the file, and whether the letter still counts."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ui.kit.buttons import PrimaryButton, QuietButton
from ui.kit.field import Field, row
from ui.kit.inputs import LineEdit
from ui.kit.language import Speaks
from ui.kit.segmented import Segmented
from ui.kit.thai_label import ThaiLabel
from ui.kit.tokens import M, S
from ui.letters import words
from ui.letters.day_edit import DayEdit
from ui.letters.letter_presenter import LetterPresenter

LOAN, CANCEL, AGAIN = "loan", "cancel", "again"


class KeepingPanel(Speaks, QWidget):
    """`act` brings the name of what was done and the act for the writer's lane; `closed` when the clerk turns away."""

    act = Signal(str, object)
    closed = Signal()

    def __init__(self, presenter: LetterPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._busy = False
        self.view = Segmented([(LOAN, ""), (AGAIN, ""), (CANCEL, "")])
        self.borrower, self.note, self.reason = LineEdit(), LineEdit(), LineEdit()
        self.due = DayEdit(today=lambda: presenter.today)
        self.borrower_field, self.due_field = Field("", self.borrower, must=True), Field("", self.due)
        self.note_field, self.reason_field = Field("", self.note), Field("", self.reason, must=True)
        self.loan, self.again, self.means = ThaiLabel(), ThaiLabel(ink="soft"), ThaiLabel(ink="soft")
        self.button, self.cancel = PrimaryButton(key="F9"), QuietButton(key="Esc")
        self._pages = QStackedWidget()
        self._lay_out()
        self.view.chosen.connect(lambda _: self.show_letter())
        self.button.clicked.connect(self.ask)
        self.cancel.clicked.connect(self.closed)
        for field in (self.borrower_field, self.reason_field, self.due_field):
            field.editor.textEdited.connect(lambda _, field=field: field.clear_error())  # type: ignore[attr-defined]
        for edit in (self.borrower, self.note, self.reason):
            edit.returnPressed.connect(self.ask)
        self.setFocusProxy(self.view)
        self.retranslate()

    def retranslate(self) -> None:
        self.view.offer([(LOAN, self.tr("ยืมแฟ้ม")), (AGAIN, self.tr("ลงรับในกอง")), (CANCEL, self.tr("ยกเลิกหนังสือ"))])
        self.view.setAccessibleName(self.tr("ทะเบียนและแฟ้ม"))
        self.borrower_field.say(self.tr("ผู้ยืม"))
        self.due_field.say(self.tr("กำหนดคืน"))
        self.note_field.say(self.tr("หมายเหตุ"))
        self.reason_field.say(self.tr("เหตุผล"))
        self.cancel.say(self.tr("ปิด"))
        self.show_letter()

    def begin(self) -> None:
        """Shows the letter's file, the keyboard where something is to be typed."""
        self.view.choose(LOAN)
        for edit in (self.borrower, self.note, self.reason):
            edit.clear()
        self.due.set_day(None)
        for field in (self.borrower_field, self.due_field, self.reason_field):
            field.clear_error()
        self.show_letter()
        lent = self._presenter.letter is not None and self._presenter.letter.loan is not None
        (self.view if lent else self.borrower).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_letter(self) -> None:
        letter = self._presenter.letter
        if letter is None:
            return
        loan, view = letter.loan, self.view.value
        self._form.setVisible(loan is None)
        self.loan.setVisible(loan is not None)
        if loan is not None:
            self.loan.say(words.loan(loan, self._presenter.today))
        further = [f"{one.unit_name} {one.number}/{one.year_be}" for one in letter.further]
        may = self._presenter.may_register_again
        none = self.tr("ลงรับได้ที่เครื่องที่ถือทะเบียนรับของกอง") if not may else self.tr("ยังไม่ได้ลงรับในทะเบียนของกอง")
        self.again.say(", ".join(further) or none)
        self.means.say(
            self.tr("หนังสือกลับมาใช้ต่อ เลขเดิม")
            if letter.is_cancelled
            else self.tr("เลขไม่ถูกใช้ซ้ำ หนังสือยังอยู่ในทะเบียนและแสดงขีดฆ่า พร้อมเหตุผล")
        )
        named = {
            LOAN: self.tr("ให้ยืม") if loan is None else self.tr("รับคืนแล้ว"),
            AGAIN: self.tr("ลงรับในทะเบียนกอง"),
            CANCEL: self.tr("เลิกการยกเลิก") if letter.is_cancelled else self.tr("ยกเลิกหนังสือ"),
        }
        self.button.say(named[view])
        self.button.setEnabled(not self._busy and (view != AGAIN or may))
        self._pages.setCurrentIndex((LOAN, AGAIN, CANCEL).index(view))

    def ask(self) -> None:
        """Checks and tells the wish."""
        if not self.button.isEnabled() or self._presenter.letter is None:
            return
        {LOAN: self._ask_loan, AGAIN: self._ask_again, CANCEL: self._ask_cancel}[self.view.value]()

    def set_busy(self, busy: bool) -> None:
        self._busy = busy
        self.show_letter()

    def _ask_loan(self) -> None:
        presenter, letter = self._presenter, self._presenter.letter
        assert letter is not None
        if letter.loan is not None:
            loan = letter.loan
            self.act.emit("given_back", lambda: presenter.give_back(loan.id))
            return
        borrower, due, note = self.borrower.value, self.due.day(), self.note.value
        late = "letters.due_in_past" if due and due < presenter.today else ""
        due_wrong = self.due.problem or late
        self.borrower_field.say_error("" if borrower else words.problem("letters.borrower_missing"))
        self.due_field.say_error(words.problem(due_wrong) if due_wrong else "")
        if borrower and not due_wrong:
            self.act.emit("lent", lambda: presenter.lend(letter.id, borrower, due, note))
        else:
            (self.due if borrower else self.borrower).setFocus()

    def _ask_again(self) -> None:
        presenter, letter = self._presenter, self._presenter.letter
        assert letter is not None
        self.act.emit("registered_again", lambda: presenter.register_again(letter.id))

    def _ask_cancel(self) -> None:
        presenter, letter, reason = self._presenter, self._presenter.letter, self.reason.value
        assert letter is not None
        self.reason_field.say_error("" if reason else words.problem("letters.reason_missing"))
        if not reason:
            self.reason.setFocus()
        elif letter.is_cancelled:
            self.act.emit("reinstated", lambda: presenter.reinstate(letter.id, reason))
        else:
            self.act.emit("cancelled", lambda: presenter.cancel(letter.id, reason))

    def _lay_out(self) -> None:
        self._form = _column(row(self.borrower_field, self.due_field, stretch=(3, 2)), self.note_field)
        for page in (_column(self.loan, self._form), _column(self.again), _column(self.means, self.reason_field)):
            self._pages.addWidget(page)
        foot = QHBoxLayout()
        foot.setSpacing(S)
        foot.addWidget(self.cancel)
        foot.addStretch(1)
        foot.addWidget(self.button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, S, 0, 0)
        column.setSpacing(M)
        column.addWidget(self.view)
        column.addWidget(self._pages, 1)
        column.addLayout(foot)


def _column(*widgets: QWidget) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(M)
    for widget in widgets:
        column.addWidget(widget)
    column.addStretch(1)
    return holder
