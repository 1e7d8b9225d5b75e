"""Orders by which somebody acts for a post: which there are and whether they hold, and the form for one more."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.letters.authority import Capacity, Delegation
from ui.kit.buttons import SecondaryButton
from ui.kit.chips import Badge
from ui.kit.columns import Column
from ui.kit.field import Field
from ui.kit.inputs import LineEdit
from ui.kit.language import Speaks
from ui.kit.panels import EmptyState
from ui.kit.rows import RowsModel
from ui.kit.table import TableView
from ui.kit.thai_label import ThaiLabel
from ui.kit.tokens import L, M, S
from ui.letters import words
from ui.letters.authority_presenter import AuthorityPresenter
from ui.letters.order_form import OrderForm

translate = QCoreApplication.translate


class OrdersPage(Speaks, QWidget):
    """`enter` brings an `Order`; `recall` the order that ends now, and why."""

    enter = Signal(object)
    recall = Signal(object, str)

    def __init__(
        self, presenter: AuthorityPresenter, language: Callable[[], str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self.model: RowsModel[Delegation] = RowsModel(_columns(self), lambda one: one.id, self)
        self.table: TableView[Delegation] = TableView()
        self.table.show_model(self.model)
        self._nothing = EmptyState("users")
        self.about = ThaiLabel(ink="soft")
        self.reason = LineEdit()
        self.reason_field = Field("", self.reason)
        self.recall_button = SecondaryButton(icon_name="close")
        self.form = OrderForm(presenter, language)
        self._lay_out()
        self.table.chosen.connect(lambda _: self._describe())
        self.reason.textEdited.connect(lambda _: self.reason_field.clear_error())
        self.recall_button.clicked.connect(self._recall)
        self.form.enter.connect(self.enter)
        self.form.setVisible(presenter.may_enter_orders)
        self.setFocusProxy(self.table)
        self.retranslate()

    def retranslate(self) -> None:
        self.table.setAccessibleName(self.tr("คำสั่งให้ทำการแทน"))
        self._nothing.say(
            self.tr("ยังไม่มีคำสั่งให้ทำการแทน"),
            self.tr("สารบรรณบันทึกคำสั่งรักษาราชการแทนหรือมอบอำนาจไว้ที่นี่ ทุกเครื่องจะใช้ได้แม้ไม่มีสัญญาณ"),
        )
        self.reason_field.say(self.tr("เหตุผลที่ยกเลิกก่อนกำหนด"))
        self.recall_button.say(self.tr("ยกเลิกคำสั่ง"))
        self._describe()

    def show_authority(self) -> None:
        orders = self._presenter.shown.orders
        self.model.show_rows(orders)
        self._nothing.setVisible(not orders)
        self.table.setVisible(bool(orders))
        first = self.form.number if self._presenter.may_enter_orders else None
        self.setFocusProxy(self.table if orders else first)  # type: ignore[arg-type]  # None: to nothing in it
        if self.table.current() is None and orders:
            self.table.choose(0)
        self.form.show_people()
        self._describe()

    def state(self, order: Delegation) -> Badge:
        return {
            "valid": Badge(self.tr("มีผลอยู่"), "ready", "check"),
            "to_come": Badge(self.tr("ยังไม่ถึงวัน"), "info", "calendar"),
            "over": Badge(self.tr("สิ้นสุดแล้ว"), "neutral", "minus"),
            "recalled": Badge(self.tr("ยกเลิกแล้ว"), "attention", "close"),
        }[self._presenter.state(order)]

    @property
    def today(self) -> date:
        return self._presenter.today

    def entered(self) -> None:
        """The order is durable: the next one begins empty."""
        self.form.clear()
        self.reason.clear()

    def _describe(self) -> None:
        order = self.table.current()
        open_still = order is not None and self._presenter.state(order) in ("valid", "to_come")
        may = open_still and self._presenter.may_enter_orders
        self.reason_field.setVisible(may)
        self.recall_button.setVisible(may)
        self.about.say(self._words(order) if order is not None else "")

    def _words(self, order: Delegation) -> str:
        said = [self.tr("คำสั่งที่ {number} ลงวันที่ {day}").format(number=order.order_no, day=words.day(order.order_date))]
        said.append(self.tr("บันทึกโดย {who}").format(who=order.entered_by_name))
        if order.powers:
            said.append(order.powers)
        if order.recalled_at is not None:
            told = self.tr("ยกเลิกเมื่อ {when} โดย {who}: {why}")
            when = words.moment(order.recalled_at)
            said.append(told.format(when=when, who=order.recalled_by_name, why=order.recall_reason))
        if order.here_only:
            said.append(self.tr("ยังไม่ถึงส่วนกลาง"))
        return " · ".join(said)

    def _recall(self) -> None:
        order, reason = self.table.current(), self.reason.value
        self.reason_field.say_error("" if reason else words.problem("letters.reason_missing"))
        if order is not None and reason:
            self.recall.emit(order, reason)

    def _lay_out(self) -> None:
        ending = QHBoxLayout()
        ending.setSpacing(S)
        ending.addWidget(self.reason_field, 1)
        ending.addWidget(self.recall_button, 0, Qt.AlignmentFlag.AlignBottom)
        left = QVBoxLayout()
        left.setSpacing(M)
        left.addWidget(self.table, 1)
        left.addWidget(self._nothing, 1)
        left.addWidget(self.about)
        left.addLayout(ending)
        both = QHBoxLayout(self)
        both.setContentsMargins(0, M, 0, 0)
        both.setSpacing(L)
        both.addLayout(left, 1)
        both.addWidget(self.form)


def _columns(page: OrdersPage) -> tuple[Column[Delegation], ...]:
    def until(one: Delegation) -> str:
        first, last = (words.brief_day(day, page.today) for day in (one.valid_from, one.valid_to))
        return f"{first} – {last}" if last else translate("Letters", "ตั้งแต่ {day}").format(day=first)

    return (
        Column(
            lambda: translate("Letters", "ผู้ทำการแทน"),
            lambda one: one.to_name or one.to_position,
            190,
            stretch=True,
            strong=True,
        ),
        Column(
            lambda: translate("Letters", "ฐานะ"),
            lambda one: words.capacity(Capacity(one.capacity)),
            140,
            soft=True,
            yields=2,
        ),
        Column(lambda: translate("Letters", "แทนตำแหน่ง"), lambda one: one.position_th, 170),
        Column(lambda: translate("Letters", "มีผล"), until, 190, soft=True, yields=1),
        Column(
            lambda: translate("Letters", "สถานะ"),
            lambda one: page.state(one).words,
            124,
            badges=lambda one: (page.state(one),),
        ),
    )
