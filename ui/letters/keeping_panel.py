"""The paper itself: the division's own number, who has the file, whether the letter counts, which files are its own."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ui.kit.buttons import PrimaryButton, QuietButton, SecondaryButton
from ui.kit.field import Field, row
from ui.kit.files import ask_file
from ui.kit.inputs import ComboBox, LineEdit
from ui.kit.language import Speaks
from ui.kit.segmented import Segmented
from ui.kit.thai_label import ThaiLabel
from ui.kit.tokens import M, S
from ui.letters import kind_words, words
from ui.letters.day_edit import DayEdit
from ui.letters.letter_presenter import LetterPresenter

LOAN, CANCEL, AGAIN, FILES = "loan", "cancel", "again", "files"
_VIEWS = (LOAN, AGAIN, CANCEL, FILES)
KINDS = "*.pdf *.tif *.tiff *.jpg *.jpeg *.png *.bmp"


class KeepingPanel(Speaks, QWidget):
    """`act` brings the name of what was done and the act for the writer's lane; `closed` when the clerk turns away."""

    act = Signal(str, object)
    closed = Signal()

    def __init__(self, presenter: LetterPresenter, language: Callable[[], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter, self._language = presenter, language
        self._busy = False
        self.view = Segmented([(view, "") for view in _VIEWS])
        self.borrower, self.note, self.reason = LineEdit(), LineEdit(), LineEdit()
        self.unit = ComboBox()
        self.due = DayEdit(today=lambda: presenter.today)
        self.borrower_field, self.due_field = Field("", self.borrower, must=True), Field("", self.due)
        self.note_field, self.reason_field = Field("", self.note), Field("", self.reason, must=True)
        self.unit_field = Field("", self.unit)
        self.files, self.why = ComboBox(), LineEdit()
        self.files_field, self.why_field = Field("", self.files), Field("", self.why, must=True)
        self.filed, self.add_button = ThaiLabel(ink="soft"), SecondaryButton(key="F3", icon_name="import")
        self.loan, self.again, self.means = ThaiLabel(), ThaiLabel(ink="soft"), ThaiLabel(ink="soft")
        self.button, self.cancel = PrimaryButton(key="F9"), QuietButton(key="Esc")
        self._pages = QStackedWidget()
        self._lay_out()
        self.view.chosen.connect(lambda _: self.show_letter())
        self.button.clicked.connect(self.ask)
        self.cancel.clicked.connect(self.closed)
        self.add_button.clicked.connect(self.ask_file)
        for field in (self.borrower_field, self.reason_field, self.due_field, self.why_field):
            field.editor.textEdited.connect(lambda _, field=field: field.clear_error())  # type: ignore[attr-defined]
        for edit in (self.borrower, self.note, self.reason, self.why):
            edit.returnPressed.connect(self.ask)
        self.setFocusProxy(self.view)
        self.retranslate()

    def retranslate(self) -> None:
        names = (self.tr("ยืมแฟ้ม"), self.tr("ลงรับในกอง"), self.tr("ยกเลิกหนังสือ"), self.tr("เอกสาร"))
        self.view.offer(list(zip(_VIEWS, names, strict=True)))
        self.files_field.say(self.tr("เอกสารที่ไม่ใช่ของหนังสือนี้"))
        self.why_field.say(self.tr("เหตุผล"))
        self.filed.say(self.tr("สแกนผิดฉบับ ถอนออกแล้วเพิ่มฉบับที่ถูก ไฟล์ที่ถอนยังเก็บไว้ในประวัติ"))
        self.add_button.say(self.tr("เพิ่มเอกสาร"))
        self.view.setAccessibleName(self.tr("ทะเบียนและแฟ้ม"))
        self.borrower_field.say(self.tr("ผู้ยืม"))
        self.due_field.say(self.tr("กำหนดคืน"))
        self.unit_field.say(self.tr("หน่วยงานผู้ยืม"))
        self.note_field.say(self.tr("หมายเหตุ"))
        self.reason_field.say(self.tr("เหตุผล"))
        self.cancel.say(self.tr("ปิด"))
        self.show_letter()

    def begin(self) -> None:
        """Shows the letter's file, the keyboard where something is to be typed."""
        self.view.choose(LOAN)
        for edit in (self.borrower, self.note, self.reason, self.why):
            edit.clear()
        self.unit.choose("")
        self.due.set_day(None)
        for field in (self.borrower_field, self.due_field, self.reason_field, self.why_field):
            field.clear_error()
        self.show_letter()
        lent = self._presenter.letter is not None and self._presenter.letter.loan is not None
        (self.view if lent else self.borrower).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_letter(self) -> None:
        letter = self._presenter.letter
        if letter is None:
            return
        loan, view = letter.loan, self.view.value
        english = self._language() == "en"
        named = [(unit.id.hex(), unit.name_en if english else unit.name_th) for unit in self._presenter.units]
        self.unit.offer([("", self.tr("ไม่ระบุ")), *named])
        self._form.setVisible(loan is None)
        self.loan.setVisible(loan is not None)
        if loan is not None:
            self.loan.say(words.loan(loan, self._presenter.today))
        self.files.offer([(file.id.hex(), file.name) for file in letter.files])
        further = [
            f"{one.unit_name} {kind_words.figures(one.register, one.number)}/{one.year_be}" for one in letter.further
        ]
        may = self._presenter.may_register_again
        none = self.tr("ลงรับได้ที่เครื่องที่ถือทะเบียนรับของกอง") if not may else self.tr("ยังไม่ได้ลงรับในทะเบียนของกอง")
        self.again.say(", ".join(further) or none)
        self.means.say(
            self.tr("หนังสือกลับมาใช้ต่อ เลขเดิม")
            if letter.is_cancelled
            else self.tr("เลขไม่ถูกใช้ซ้ำ หนังสือยังอยู่ในทะเบียนและแสดงขีดฆ่า พร้อมเหตุผล")
        )
        verbs = {
            LOAN: self.tr("ให้ยืม") if loan is None else self.tr("รับคืนแล้ว"),
            AGAIN: self.tr("ลงรับในทะเบียนกอง"),
            CANCEL: self.tr("เลิกการยกเลิก") if letter.is_cancelled else self.tr("ยกเลิกหนังสือ"),
            FILES: self.tr("ถอนเอกสารนี้"),
        }
        self.button.say(verbs[view])
        able = {AGAIN: may, FILES: bool(letter.files)}.get(view, True)
        self.button.setEnabled(not self._busy and able)
        self.add_button.setEnabled(not self._busy and view == FILES)
        self._pages.setCurrentIndex(_VIEWS.index(view))

    def ask(self) -> None:
        """Checks and tells the wish."""
        if not self.button.isEnabled() or self._presenter.letter is None:
            return
        asks = (self._ask_loan, self._ask_again, self._ask_cancel, self._ask_withdrawal)
        asks[_VIEWS.index(self.view.value)]()

    def ask_file(self) -> None:
        """Has a file chosen that belongs to the letter."""
        kinds = self.tr("หน้าเอกสาร") + f" ({KINDS})"
        path = ask_file(self, self.tr("เลือกเอกสารของหนังสือนี้"), kinds)
        letter = self._presenter.letter
        if path is not None and letter is not None:
            presenter = self._presenter
            self.act.emit("file_added", lambda: presenter.add_file(letter.id, path))

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
        unit = bytes.fromhex(self.unit.value) or None
        late = "letters.due_in_past" if due and due < presenter.today else ""
        due_wrong = self.due.problem or late
        self.borrower_field.say_error("" if borrower else words.problem("letters.borrower_missing"))
        self.due_field.say_error(words.problem(due_wrong) if due_wrong else "")
        if borrower and not due_wrong:
            self.act.emit("lent", lambda: presenter.lend(letter.id, borrower, unit, due, note))
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

    def _ask_withdrawal(self) -> None:
        presenter, letter, reason = self._presenter, self._presenter.letter, self.why.value
        assert letter is not None
        self.why_field.say_error("" if reason else words.problem("letters.reason_missing"))
        if not reason:
            self.why.setFocus()
            return
        file_id = bytes.fromhex(self.files.value)
        self.act.emit("file_withdrawn", lambda: presenter.withdraw_file(letter.id, file_id, reason))

    def _lay_out(self) -> None:
        self._form = _column(
            row(self.borrower_field, self.due_field, stretch=(3, 2)), row(self.unit_field, self.note_field)
        )
        held = _column(self.loan, self._form)
        files = _column(self.filed, row(self.files_field, self.why_field), self.add_button)
        for page in (held, _column(self.again), _column(self.means, self.reason_field), files):
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
