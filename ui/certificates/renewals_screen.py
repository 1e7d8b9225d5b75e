"""What is to be paid or renewed: the latest first, each with why and by which fee."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.certificates.model import Due
from desktop.office.changes import Changes
from ui.certificates.presenter import DAYS_AHEAD, CertificatesPresenter, Language
from ui.certificates.rows import due_rows
from ui.kit.buttons import PrimaryButton, QuietButton
from ui.kit.key_help import HintBar
from ui.kit.keys import Keys
from ui.kit.language import Speaks
from ui.kit.panels import EmptyState, Panel
from ui.kit.table import TableView
from ui.kit.thai_label import ThaiLabel, label
from ui.kit.tokens import L, M, S
from ui.work import Worker


class Renewals(Speaks, QWidget):
    """`opened` brings the id of a certificate to look at, `pay` of one whose fee was paid; `closed`: back."""

    opened = Signal(object)
    pay = Signal(object)
    closed = Signal()

    def __init__(
        self, presenter: CertificatesPresenter, worker: Worker, language: Language, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._presenter, self._worker = presenter, worker
        self.title, self.why = label(size="title"), ThaiLabel()
        self.rows = due_rows()
        self.table: TableView[Due] = TableView()
        self.table.show_model(self.rows)
        self.pay_button = PrimaryButton(key="F9", icon_name="money")
        self.back_button = QuietButton(key="Esc")
        self._nothing = EmptyState("calendar")
        self._keys = Keys(self)
        self._lay_out()
        self.table.chosen.connect(self._explain)
        self.table.opened.connect(lambda due: self.opened.emit(due.line.id) if due else None)
        self.pay_button.clicked.connect(self._pay)
        self.back_button.clicked.connect(self.closed)
        self._keys.name("Return", lambda: self.tr("เปิดฉบับ"), group=lambda: self.tr("ครบกำหนด"), hint=True)
        self.setFocusProxy(self.table)
        self.retranslate()

    def retranslate(self) -> None:
        self.title.setText(self.tr("ครบกำหนดชำระหรือต่ออายุ"))
        self.table.setAccessibleName(self.tr("ครบกำหนดชำระหรือต่ออายุ"))
        self.pay_button.say(self.tr("บันทึกชำระ"))
        self.back_button.say(self.tr("กลับไปทะเบียน"))
        self._why_panel.say(self.tr("คิดอย่างไร"))
        self._nothing.say(
            self.tr("ไม่มีฉบับที่ครบกำหนด"),
            self.tr("ฉบับที่ค้างชำระ และที่จะครบรอบปีหรือหมดอายุใน {days} วัน จะอยู่ที่นี่").format(days=DAYS_AHEAD),
        )
        self.rows.retitle()

    def changed(self, changes: Changes) -> None:
        if changes.touches("certificate", "certificate_deed"):
            self.refresh()

    def refresh(self) -> None:
        self._worker.run(self._presenter.due, owner=self, on_done=self._loaded)

    def _loaded(self, found: tuple[Due, ...]) -> None:
        self.rows.show_rows(found)
        held = self.table.hasFocus()
        self._stack.setCurrentWidget(self._filled if found else self._nothing)
        self.setFocusProxy(self.table if found else self.back_button)
        if found and self.table.current() is None:
            self.table.choose(0)
        if held and not found:
            self.back_button.setFocus()
        self.pay_button.setEnabled(bool(found))
        self._explain(self.table.current())

    def _explain(self, due: Due | None) -> None:
        self.why.say("\n".join(due.why) if due else "")

    def _pay(self) -> None:
        due = self.table.current()
        if due is not None:
            self.pay.emit(due.line.id)

    def _lay_out(self) -> None:
        self._why_panel = Panel()
        self._why_panel.body.addWidget(self.why)
        self._filled = QWidget()
        inner = QVBoxLayout(self._filled)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(M)
        inner.addWidget(self.table, 1)
        inner.addWidget(self._why_panel)
        self._stack = QStackedWidget()
        for page in (self._nothing, self._filled):
            self._stack.addWidget(page)
        foot = QHBoxLayout()
        foot.setSpacing(S)
        foot.addWidget(self.back_button)
        foot.addWidget(HintBar(self._keys), 1)
        foot.addWidget(self.pay_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(L, L, L, L)
        column.setSpacing(M)
        column.addWidget(self.title)
        column.addWidget(self._stack, 1)
        column.addLayout(foot)
