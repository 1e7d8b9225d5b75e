"""The page of one citizen or house: who, what is not paid, all matters; the money beside it, and then its receipt."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.cashier.model import Receipt
from desktop.counter.model import Matter, Page
from ui.cashier.issued_panel import IssuedPanel
from ui.counter import words
from ui.counter.owed_list import OwedList
from ui.counter.pay_panel import PayPanel
from ui.counter.pay_presenter import PayPresenter
from ui.counter.who_panel import WhoPanel
from ui.kit.buttons import SecondaryButton
from ui.kit.language import Speaks
from ui.kit.panels import side_by_side
from ui.kit.table import TableView
from ui.kit.thai_label import ThaiLabel
from ui.kit.tokens import L, M

_LEAST = 40
"""What was done before gives way to who stands there and what they owe."""


class PagePanel(Speaks, QWidget):
    """`opened` brings a matter to look at, `bill_wanted` a bill; `more_wanted` the page whose further matters are to be
    read."""

    opened = Signal(object)
    bill_wanted = Signal(object)
    more_wanted = Signal(object)
    chosen = Signal()
    """After other bills were ticked, or other money handed over."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.presenter = PayPresenter()
        self.who, self.owed, self.pay = WhoPanel(), OwedList(), PayPanel(self.presenter)
        self.done = IssuedPanel(next_key="Esc")
        self.new_case, self.fees = SecondaryButton(key="F7", icon_name="flag"), SecondaryButton(key="F3")
        self.rows = words.matter_rows()
        self.table: TableView[Matter] = TableView()
        self.table.show_model(self.rows)
        self._nothing, self._list, self.side = ThaiLabel(ink="soft"), QStackedWidget(), QStackedWidget()
        self._lay_out()
        self.owed.toggled.connect(self._toggle)
        self.owed.opened.connect(self.bill_wanted)
        self.table.opened.connect(lambda matter: self.opened.emit(matter) if matter else None)
        self.rows.wanted.connect(lambda: self.more_wanted.emit(self.page))
        self.pay.edited.connect(self.chosen)
        self.pay.otherwise.connect(self._otherwise)
        self.who.rested.connect(self.pay.pay_button.setFocus)
        self.retranslate()

    def retranslate(self) -> None:
        self.new_case.say(self.tr("รับเรื่องใหม่"))
        self.fees.say(self.tr("ค่าธรรมเนียมอื่น"))
        self.table.setAccessibleName(self.tr("เรื่องทั้งหมด"))
        self._nothing.say(self.tr("ยังไม่มีเรื่องของคนนี้ คำขอ หนังสือรับรอง และใบเสร็จในชื่อนี้จะรวมอยู่ที่นี่"))

    @property
    def page(self) -> Page | None:
        return self.who.page

    @property
    def is_done(self) -> bool:
        """Whether the receipt that was just written stands where the money was."""
        return self.side.currentWidget() is self.done

    def show_page(self, page: Page, *, card_is_newer: bool = False, same: bool = False) -> None:
        """Another citizen, or (`same`) the one who stands here anew."""
        self.presenter.show(page, same=same)
        self.who.show_page(page, card_is_newer=card_is_newer)
        self.owed.show_lines(self.presenter.lines)
        self.show_matters(page)
        if not same:
            self.side.setCurrentWidget(self.pay)
        self.pay.begin()
        self.chosen.emit()

    def show_matters(self, page: Page) -> None:
        """As many as were read; who comes to their end wants more."""
        self.rows.show_rows(page.matters)
        self.rows.is_more = page.is_more
        self._list.setCurrentWidget(self.table if page.matters else self._nothing)

    def forget(self) -> None:
        """Nobody stands here."""
        self.rows.is_more = False
        self.who.page = None
        self.presenter.forget()
        self.rows.show_rows(())
        self.owed.show_lines(())

    def begin(self) -> None:
        """The keyboard to the money, where there is some to take."""
        target = self.pay.money if self.presenter.total_satang else self.pay.pay_button
        self.setFocusProxy(target)
        target.setFocus()

    def show_receipt(self, receipt: Receipt) -> None:
        self.done.show_receipt(receipt)
        self.side.setCurrentWidget(self.done)
        self.done.next_button.setFocus()

    def stand_beside(self, question: QWidget) -> None:
        """Takes in what is asked about the paper of the receipt; it stands where the matters are."""
        self._left.insertWidget(self._left.indexOf(self._list), question, 1)

    def make_room(self, asked: bool) -> None:
        self.owed.setVisible(not asked and self.owed.rows.rowCount() > 0)
        self._list.setVisible(not asked)

    def _toggle(self, bill_id: bytes) -> None:
        self.presenter.toggle(bill_id)
        self.side.setCurrentWidget(self.pay)
        self.owed.show_lines(self.presenter.lines)
        self.pay.show_sums()
        self.chosen.emit()

    def _otherwise(self) -> None:
        bill = next(iter(self.presenter.chosen), None)
        if bill is not None:
            self.bill_wanted.emit(bill)

    def _lay_out(self) -> None:
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._list.addWidget(self._nothing)
        self._list.addWidget(self.table)
        for widget in (self.pay, self.done):
            self.side.addWidget(widget)
        self.side.setFixedWidth(self.pay.width())
        self._list.setMinimumHeight(_LEAST)
        self._left = left = QVBoxLayout()
        left.setSpacing(M)
        left.addWidget(self.who)
        left.addWidget(self.owed)
        left.addWidget(self._list, 1)
        left.addLayout(side_by_side(self.new_case, self.fees, None))
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(L)
        line.addLayout(left, 1)
        line.addWidget(self.side)
