"""The houses of the town: searched at the left, one of them at the right with its months."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.cashier.bill_model import MonthBill
from desktop.office.changes import Changes
from desktop.office.ids import Id
from desktop.office.money import format_baht
from desktop.waste.model import Place, View
from ui.kit.buttons import PrimaryButton, QuietButton
from ui.kit.counted import counted
from ui.kit.days import months
from ui.kit.inputs import ComboBox, SearchBox
from ui.kit.key_help import HintBar
from ui.kit.keys import Keys
from ui.kit.language import Speaks
from ui.kit.panels import EmptyState
from ui.kit.reason import ReasonForm
from ui.kit.segmented import Segmented
from ui.kit.table import TableView
from ui.kit.thai_label import label
from ui.kit.tokens import L, S
from ui.notices import Notices
from ui.waste import words
from ui.waste.account_form import AccountForm
from ui.waste.account_panel import AccountPanel
from ui.waste.presenter import MOST, HouseRow, Typed, WastePresenter
from ui.waste.rows import house_rows
from ui.work import Worker

TABLES = (
    "waste_account", "waste_term", "waste_import", "bill", "bill_period", "bill_cancelled", "bill_payment",
    "payment_receipt", "payment_word", "receipt_void",
)  # fmt: skip
_EVERYWHERE = "-"


class AccountsScreen(Speaks, QWidget):
    """`bill_wanted` brings the id of a bill to look at; `import_wanted`: there is nothing here yet."""

    bill_wanted = Signal(object)
    import_wanted = Signal()

    def __init__(self, presenter: WastePresenter, worker: Worker, notices: Notices) -> None:
        super().__init__()
        self.presenter, self._worker, self._notices = presenter, worker, notices
        self._follow: Id | None = None
        self.views, self.moo, self.search = Segmented([(one.value, "") for one in View]), ComboBox(), SearchBox()
        self.rows = house_rows(lambda: self._month)
        self.table: TableView[HouseRow] = TableView()
        self.table.show_model(self.rows)
        self.panel, self.form, self.reason = AccountPanel(), AccountForm(), ReasonForm()
        self.new_button = PrimaryButton(key="F9", icon_name="plus")
        self.back_button = QuietButton(icon_name="undo")
        self._shown = MOST
        self.sums, self.nothing = label(ink="soft"), EmptyState("home")
        self._keys = Keys(self)
        self._lay_out()
        self._bind_keys()
        self._connect()
        self.setFocusProxy(self.search)
        self.retranslate()
        self.refresh()

    def retranslate(self) -> None:
        self.views.setAccessibleName(self.tr("บัญชีที่แสดง"))
        self.views.offer([(one.value, words.view(one)) for one in View])
        self.moo.setAccessibleName(self.tr("หมู่"))
        self.search.setPlaceholderText(self.tr("บ้านเลขที่ ชื่อผู้ชำระ ซอย"))
        self.search.setAccessibleName(self.tr("ค้นบัญชีค่าขยะ"))
        self.table.setAccessibleName(self.tr("บัญชีค่าขยะ"))
        self.new_button.say(self.tr("เปิดบัญชีใหม่"))
        self.back_button.say(self.tr("เอาแฟ้มที่นำเข้ากลับ"))
        self.rows.retitle()
        self._offer_moos()
        self._show()

    def changed(self, changes: Changes) -> None:
        if changes.touches(*TABLES):
            self.refresh()

    def refresh(self) -> None:
        """Reads all houses again in the background; the choice stays."""
        self._worker.run(self.presenter.load, owner=self, on_done=self._loaded, view="rows")

    def look_for(self, typed: str) -> None:
        self.search.setText(typed)
        self._seek()

    def open_new(self) -> None:
        self._open_form(new=True)

    def change(self) -> None:
        if self.panel.account is not None and self._right.currentWidget() is not self.form:
            self._open_form(new=False)

    def save(self, typed: Typed) -> None:
        account = self.form.account
        self.form.setEnabled(False)

        def act() -> Id:
            return self.presenter.change(account, typed) if account else self.presenter.open_account(typed)

        self._worker.run(act, owner=self, on_done=self._saved, on_failed=self._not_saved, lane="write")

    @property
    def _month(self) -> str:
        return self.presenter.office.waste.this_month

    def _open_form(self, *, new: bool) -> None:
        known = next((row.account.place for row in self.presenter.rows), Place())
        self.form.show_account(None if new else self.panel.account, self._month, known)
        self._right.setCurrentWidget(self.form)
        self._right.show()
        self.new_button.hide()  # F9 saves now
        self.form.fields["house_no" if new else "payer"].editor.setFocus()

    def _saved(self, account_id: Id) -> None:
        self.form.setEnabled(True)
        self._follow = account_id
        self._leave_form()
        self._notices.say("ready", self.tr("บันทึกบัญชีค่าขยะแล้ว"))
        self.refresh()

    def _not_saved(self, error: Exception) -> None:
        self.form.setEnabled(True)
        self.form.setFocus()
        self._notices.failed(error)

    def _leave_form(self) -> None:
        self._right.setCurrentWidget(self.panel)
        self.new_button.show()
        self._right.setVisible(self.panel.account is not None)
        (self.table if self.rows.rowCount() else self.search).setFocus()

    def _loaded(self, rows: tuple[HouseRow, ...]) -> None:
        self.presenter.rows = rows
        self._offer_moos()
        self._show()

    def _offer_moos(self) -> None:
        held = self.moo.value
        self.moo.offer([(_EVERYWHERE, self.tr("ทุกหมู่")), *((one, one) for one in self.presenter.moos)])
        self.moo.choose(held or _EVERYWHERE)

    def _show(self) -> None:
        rows = self.presenter.listed()
        self.rows.show_rows(rows[: self._shown])
        self.back_button.setVisible(self.presenter.may_take_back is not None)
        self._list.setCurrentWidget(self.table if rows else self.nothing)
        self._say_nothing()
        owed = sum(row.satang for row in rows)
        more = self.tr(" (แสดง {most:,} หลังแรก)").format(most=self._shown) if len(rows) > self._shown else ""
        said = counted(self.tr("{count:,} หลัง ค้าง {sum} บาท"), len(rows)).format(count=len(rows), sum=format_baht(owed))
        self.sums.setText(said + more)
        if self._follow is not None and (place := self.rows.place_of(self._follow)) is not None:
            self.table.choose(place)
            self._follow = None
        elif rows and self.table.current() is None:
            self.table.choose(0)
        self._choose(self.table.current() if rows else None)

    def _say_nothing(self) -> None:
        if self.presenter.rows:
            self.nothing.say(self.tr("ไม่พบบัญชีตามที่ค้น"), self.tr("ลองคำที่สั้นลง หรือเลือกทุกหมู่และทั้งหมด"))
        else:
            self.nothing.say(
                self.tr("ยังไม่มีบัญชีค่าขยะ"),
                self.tr("นำเข้าทั้งเมืองจากแฟ้ม Excel หรือ CSV ในหน้านำเข้า หรือเปิดทีละบ้านด้วย F9"),
            )

    def _choose(self, row: HouseRow | None) -> None:
        if row is None or self.panel.account is None or row.account.id != self.panel.account.id:
            self.reason.hide()
        if row is None:
            self.panel.show_account(None, (), self._month)
            self._right.setVisible(self._right.currentWidget() is self.form)
            return
        account = row.account
        self._worker.run(
            lambda: self.presenter.years(account.id),
            owner=self,
            on_done=lambda years: self._opened(account.id, years),
            view="account",
        )

    def _opened(self, account_id: Id, years: object) -> None:
        row = self.table.current()
        if row is not None and row.account.id == account_id:
            self.panel.show_account(row.account, years, self._month)  # type: ignore[arg-type]
            self._right.show()

    def _ask_cancel(self, bill: MonthBill) -> None:
        billing = self.presenter.office.bills.billing(self.presenter.who)
        self.reason.ask(
            lambda: (
                self.tr("ยกเลิกใบแจ้งเดือน {month}").format(month=months((bill.month,))),
                self.tr("เลขที่ยังอยู่ในเล่ม และทำใบแจ้งของเดือนนี้ใหม่ได้"),
                self.tr("ยกเลิกใบแจ้งนี้"),
            ),
            lambda reason: self._do(lambda: billing.cancel(bill.bill_id, reason)),
        )

    def ask_take_back(self) -> None:
        """Why the newest file of houses is taken back: all of it, and only while nothing was billed from it."""
        one = self.presenter.may_take_back
        if one is None:
            return
        acts = self.presenter.office.waste.acts(self.presenter.who)
        self.reason.ask(
            lambda: (
                self.tr("เอาแฟ้ม {file} กลับทั้งแฟ้ม").format(file=one.file_name),
                counted(self.tr("บัญชี {count:,} หลังจากแฟ้มนี้จะหายไปทุกเครื่อง นำเข้าใหม่ได้"), one.houses).format(
                    count=one.houses
                ),
                self.tr("เอากลับทั้งแฟ้ม"),
            ),
            lambda reason: self._do(lambda: acts.take_back(one.id, reason)),
        )

    def _scrolled(self, place: int) -> None:
        """At the end of what is shown the next page follows."""
        at_end = place >= self.table.verticalScrollBar().maximum()
        if at_end and self.rows.rowCount() == self._shown < len(self.presenter.rows):
            self._shown += MOST
            self._show()

    def _do(self, act: Callable[[], object]) -> None:
        self._worker.run(
            act,
            owner=self,
            on_done=lambda _: self.refresh(),
            on_failed=lambda error: self._say_failed(error),
            lane="write",
        )

    def _say_failed(self, error: Exception) -> None:
        self._notices.failed(error)

    def _seek(self) -> None:
        moo = self.moo.value
        self.presenter.view, self.presenter.words = View(self.views.value), self.search.value
        self.presenter.moo = "" if moo == _EVERYWHERE else moo
        self._shown = MOST
        self._show()

    def _connect(self) -> None:
        self.views.chosen.connect(lambda _: self._seek())
        self.moo.chosen.connect(lambda _: self._seek())
        self.search.textChanged.connect(lambda _: self._seek())
        self.search.returnPressed.connect(self.table.setFocus)
        self.table.chosen.connect(self._choose)
        self.table.opened.connect(lambda _: self.change())
        self.table.verticalScrollBar().valueChanged.connect(self._scrolled)
        self.back_button.clicked.connect(self.ask_take_back)
        for resting in (self._right, self.back_button, self.new_button):
            self.reason.asking.connect(resting.setDisabled)
        self.reason.left.connect(self.table.setFocus)
        self.new_button.clicked.connect(self.open_new)
        self.form.saved.connect(self.save)
        self.form.left.connect(self._leave_form)
        self.panel.change_wanted.connect(self.change)
        self.panel.cancel_wanted.connect(self._ask_cancel)
        self.panel.bill_wanted.connect(lambda bill: self.bill_wanted.emit(bill.bill_id))

    def _bind_keys(self) -> None:
        def group() -> str:
            return self.tr("บัญชีค่าขยะ")

        self._keys.add("F4", lambda: self.tr("ค้น"), self.search.setFocus, group=group, hint=True)
        names: tuple[tuple[str, Callable[[], str]], ...] = (
            ("F2", lambda: self.tr("เปลี่ยนบัญชี")),
            ("F9", lambda: self.tr("เปิดบัญชีใหม่ หรือบันทึก")),
            ("Del", lambda: self.tr("ยกเลิกใบแจ้ง")),
        )
        for key, said in names:
            self._keys.name(key, said, group=group)

    def _lay_out(self) -> None:
        self._list, self._right = QStackedWidget(), QStackedWidget()
        for page in (self.nothing, self.table):
            self._list.addWidget(page)
        for widget in (self.panel, self.form):
            self._right.addWidget(widget)
        self._right.setFixedWidth(604)
        self._right.hide()
        head = QHBoxLayout()
        head.setSpacing(S)
        head.addWidget(self.views)
        self.moo.setMinimumWidth(128)
        head.addWidget(self.moo)
        head.addStretch(1)
        foot = QHBoxLayout()
        foot.setSpacing(S)
        foot.addWidget(HintBar(self._keys), 1)
        foot.addWidget(self.back_button)
        foot.addWidget(self.new_button)
        left = QVBoxLayout()
        left.setSpacing(S)
        left.addWidget(self.search)
        left.addLayout(head)
        left.addWidget(self._list, 1)
        left.addWidget(self.reason)
        left.addWidget(self.sums)
        left.addLayout(foot)
        line = QHBoxLayout(self)
        line.setContentsMargins(L, S, L, S)
        line.setSpacing(L)
        line.addLayout(left, 1)
        line.addWidget(self._right)
