"""The page of a case: where it stands, when it is due and why, what happened, its pictures, what can be done now."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.cases import words as case_words
from desktop.cases.kind import Step
from desktop.cases.model import Deed
from desktop.office.errors import OfficeError
from desktop.office.ids import Id
from ui.cases import words
from ui.cases.case_side import MOST, CaseSide
from ui.cases.case_told import what_if
from ui.cases.presenter import CasesPresenter, Language, Opened
from ui.cases.rows import Told, timeline_rows
from ui.kit.buttons import QuietButton
from ui.kit.chips import Chip
from ui.kit.flow import FlowRow
from ui.kit.focus import keeps_focus
from ui.kit.keys import Keys
from ui.kit.language import Speaks
from ui.kit.panels import clear, scrolling
from ui.kit.table import TableView
from ui.kit.thai_label import ThaiLabel, label
from ui.kit.tokens import L, M, S
from ui.notices import Notices
from ui.work import Worker

_SIDE, _HIGH = 400, 110


class CasePage(Speaks, QWidget):
    """`closed` when the clerk goes back; `billed` brings the bill of the case's fees, `certified` the id of the
    case whose certificate is to be issued.

    `print_paper(case, code)` sends a paper on its way.
    """

    closed = Signal()
    billed = Signal(object)
    certified = Signal(object)

    def __init__(
        self, presenter: CasesPresenter, worker: Worker, notices: Notices, language: Language,
        print_paper: Callable[[Opened, str], None], parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._presenter, self._worker, self._notices, self._language = presenter, worker, notices, language
        self.opened: Opened | None = None
        self._wanted: Id = b""
        self.number, self.badge = label(size="title"), Chip()
        self.about, self.due, self.why = ThaiLabel(), ThaiLabel(strong=True), ThaiLabel(ink="soft", size="small")
        self.why.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.why_button = QuietButton(key="W", icon_name="calendar")
        self.why_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # the digits stay with the table
        self.rows = timeline_rows(language)
        self.table: TableView[Told] = TableView()
        self.table.show_model(self.rows)
        self.pictures, self.back_button = FlowRow(), QuietButton(key="Esc")
        self.side = CaseSide(presenter, worker, notices, language, print_paper)
        self.form, self.fee, self.issue = self.side.form, self.side.fee, self.side.issue
        self._keys = Keys(self)
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.table)
        self.retranslate()

    def retranslate(self) -> None:
        self.back_button.say(self.tr("กลับไปที่รายการ"))
        self.table.setAccessibleName(self.tr("สิ่งที่เกิดขึ้น"))
        self.rows.retitle()
        if self.opened is not None:
            self._show(self.opened)
        else:
            self._name_why()

    def open(self, case_id: Id) -> None:
        """Reads a case in the background and shows it; until it is there nothing can be done with the one before."""
        if self.opened is not None and self.opened.case.id != case_id:
            self._leave_form()
            self.opened = None
            self.number.clear()
            self.side.forget()
        self._wanted = case_id
        self._worker.run(
            lambda: self._presenter.open(case_id),
            owner=self,
            on_done=lambda opened: self._opened(case_id, opened),
            view="case",
        )

    def refresh(self) -> None:
        if self.opened is not None and not self.form.isVisible():
            self.open(self.opened.case.id)

    def take(self, step: Step) -> None:
        """Asks for what a step needs."""
        if self.opened is not None and step in self.opened.steps:
            self.back_button.hide()  # Esc leaves the form first
            self.side.ask(step, self.opened)

    def _opened(self, case_id: Id, opened: Opened | None) -> None:
        if case_id != self._wanted or (self.opened is not None and self.form.isVisible()):
            return  # somebody went on to another case, or has begun to type under this one
        if opened is None:
            self._notices.failed(OfficeError("cases.gone"))
            self.closed.emit()
            return
        self.opened = opened
        self._show(opened)

    def _show(self, opened: Opened) -> None:
        case, language = opened.case, self._language()
        self.number.setText(self._presenter.number(case))
        self.badge.show_badge(words.state_badge(case.kind.state(case.standing.state), case.standing.state, language))
        category = case.kind.category(case.line.category)
        named = category.name if category else case.kind.name
        self.about.say(f"{named.in_language(language)} · {case.line.text}")
        self.due.say(" · ".join(case_words.headlines(opened.due, language)) if case.standing.clock != "ended" else "")
        self.due.setVisible(bool(self.due.words))
        self.why.say(
            "\n".join((*self._presenter.explained(opened, language), *what_if(opened, self._presenter, language)))
        )
        self._name_why()
        names = {**opened.units, **opened.people}
        self.rows.show_rows([Told(event, case.kind, case.standing, names) for event in reversed(case.events)])
        self.side.show_case(opened)
        self._show_pictures(opened)

    def _show_pictures(self, opened: Opened) -> None:
        clear(self.pictures.flow)
        for file in opened.case.files:
            data = self._presenter.picture(file.public_sha256)
            pixmap = QPixmap()
            if data is not None and pixmap.loadFromData(data):
                picture = QLabel()
                picture.setPixmap(pixmap.scaledToHeight(_HIGH, Qt.TransformationMode.SmoothTransformation))
                picture.setAccessibleName(file.name)
                self.pictures.flow.addWidget(picture)

    def _done(self, deed: Deed) -> None:
        if self.opened is None:
            return
        case_id, photos = self.opened.case.id, self.form.photos.photos
        self.table.setFocus()  # a form that rests has no keyboard
        self.form.setEnabled(False)
        self._worker.run(
            lambda: self._presenter.take(case_id, deed, photos),
            owner=self,
            on_done=lambda case: self._taken(case.id),
            on_failed=self._failed,
            lane="write",
        )

    def _taken(self, case_id: Id) -> None:
        self._leave_form()
        self.open(case_id)

    def _failed(self, error: Exception) -> None:
        self.form.setEnabled(True)
        if keeps_focus(self.table):
            self.form.setFocus()
        if isinstance(error, OfficeError) and error.code == "cases.cannot_step":
            self.form.show_missing(error.subject["fields"])
        else:
            self._notices.failed(error)

    def _leave_form(self) -> None:
        held = self.form.isAncestorOf(self.focusWidget()) if self.focusWidget() else False
        self.side.leave_form()
        self.back_button.show()
        if held:
            self.table.setFocus()

    def _name_why(self, *, turn: bool = False) -> None:
        """What unfolds how the clock is counted; `turn`: unfolds it, or folds it again."""
        if turn:
            self._why.setVisible(self._why.isHidden())
        self.why_button.say(self.tr("นับอย่างไร") if self._why.isHidden() else self.tr("ซ่อนวิธีนับ"))

    def _step(self, number: int) -> None:
        if self.opened is not None and number <= len(self.opened.steps) and not self.form.isVisible():
            self.take(self.opened.steps[number - 1])

    def _connect(self) -> None:
        self.back_button.clicked.connect(self.closed)
        self.why_button.clicked.connect(lambda: self._name_why(turn=True))
        self.form.done.connect(self._done)
        self.form.left.connect(self._leave_form)
        self.side.picked.connect(self.take)
        self.fee.billed.connect(self.billed)
        self.issue.clicked.connect(lambda: self.certified.emit(self._wanted))
        picker = Keys(self.table)
        picker.add_numbers(MOST, lambda: self.tr("ทำต่อ"), self._step, group=lambda: self.tr("เรื่อง"))
        self._keys.name(f"1–{MOST}", lambda: self.tr("ทำต่อ"), group=lambda: self.tr("เรื่อง"), hint=True)

    def _lay_out(self) -> None:
        self._why = scrolling(self.why)
        self._why.setMaximumHeight(220)
        self._why.hide()
        left = QVBoxLayout()
        left.setSpacing(S)
        for widget in (self.about, self.due, self._why):
            left.addWidget(widget)
        left.addWidget(self.table, 1)
        left.addWidget(self.pictures)
        area = scrolling(self.side)
        area.setFixedWidth(_SIDE)
        line = QHBoxLayout()
        line.setSpacing(L)
        line.addLayout(left, 1)
        line.addWidget(area)
        column = QVBoxLayout(self)
        column.setContentsMargins(L, L, L, L)
        column.setSpacing(M)
        column.addLayout(self._head())
        column.addLayout(line, 1)

    def _head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(M)
        for widget in (self.back_button, self.number, self.badge):
            head.addWidget(widget)
        head.addStretch(1)
        head.addWidget(self.why_button)
        return head
