"""What stands behind endorsing: the phrases of the number keys, and who may sign for whom."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QTabWidget, QVBoxLayout, QWidget

from desktop.office.changes import Changes
from ui.kit.buttons import QuietButton
from ui.kit.keys import Keys
from ui.kit.language import Speaks
from ui.kit.tokens import L, M, S
from ui.letters.authority_presenter import Authority, AuthorityPresenter
from ui.letters.orders_page import OrdersPage
from ui.letters.phrases_page import PhrasesPage
from ui.notices import Notices
from ui.work import Worker

_ENTITIES = ("phrase", "delegation", "staff")


class AuthorityScreen(Speaks, QWidget):
    """`closed` when the person goes back to the letters."""

    closed = Signal()

    def __init__(
        self,
        presenter: AuthorityPresenter,
        worker: Worker,
        notices: Notices,
        language: Callable[[], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.presenter, self._worker, self._notices = presenter, worker, notices
        self.phrases, self.orders = PhrasesPage(presenter), OrdersPage(presenter, language)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        for page in (self.phrases, self.orders):
            self.tabs.addTab(page, "")
        self.back_button = QuietButton(key="Esc", icon_name="inbox")
        self.keys = Keys(self)
        self.keys.add("Ctrl+Tab", lambda: self.tr("แท็บถัดไป"), self._next, group=lambda: self.tr("วลีและผู้ทำการแทน"))
        foot = QHBoxLayout()
        foot.addWidget(self.back_button)
        foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(L + S, L, L + S, M)
        column.setSpacing(S)
        column.addWidget(self.tabs, 1)
        column.addLayout(foot)
        self._connect()
        self.setFocusProxy(self.tabs)
        self.retranslate()

    def retranslate(self) -> None:
        self.tabs.tabBar().setAccessibleName(self.tr("วลีและผู้ทำการแทน"))
        self.tabs.setTabText(0, self.tr("วลีเกษียณ"))
        self.tabs.setTabText(1, self.tr("ผู้ทำการแทน"))
        self.back_button.say(self.tr("กลับไปที่รายการ"))

    def changed(self, changes: Changes) -> None:
        if any(changes.touches(entity) for entity in _ENTITIES):
            self.read()

    def read(self) -> None:
        self._worker.run(self.presenter.load, owner=self, on_done=self._show, view="rows")

    def _show(self, found: Authority) -> None:
        self.presenter.shown = found
        for page in (self.phrases, self.orders):
            page.show_authority()

    def _next(self) -> None:
        self.tabs.setCurrentIndex((self.tabs.currentIndex() + 1) % self.tabs.count())
        self.tabs.currentWidget().setFocus(Qt.FocusReason.TabFocusReason)

    def _connect(self) -> None:
        presenter = self.presenter
        self.back_button.clicked.connect(self.closed)
        self.phrases.keep.connect(lambda *wish: self._act(lambda: presenter.keep(*wish), lambda: self.tr("บันทึกวลีแล้ว")))
        self.phrases.remove.connect(lambda id_: self._act(lambda: presenter.remove(id_), lambda: self.tr("ลบวลีแล้ว")))
        self.orders.enter.connect(
            lambda order: self._act(lambda: presenter.enter(order), lambda: self.tr("บันทึกคำสั่งแล้ว"), self.orders.entered)
        )
        self.orders.recall.connect(
            lambda order, why: self._act(
                lambda: presenter.recall(order, why), lambda: self.tr("ยกเลิกคำสั่งแล้ว"), self.orders.entered
            )
        )

    def _act(self, act: Callable[[], None], said: Callable[[], str], after: Callable[[], None] = lambda: None) -> None:
        def done(_: None) -> None:
            after()
            self._notices.say("ready", said())
            self.read()

        self._worker.run(act, owner=self, on_done=done, on_failed=self._failed, lane="write")

    def _failed(self, error: Exception) -> None:
        self._notices.failed(error)
