"""The shift of this counter: opened, cash moved, handed over, counted without knowing, closed."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.accounts.model import Person
from desktop.application import Office
from desktop.cashier.bill_model import Bill
from desktop.cashier.shift_model import Shift, Slip
from desktop.office.changes import Changes
from desktop.office.errors import OfficeError
from desktop.office.ids import Id
from ui.cashier.shift_forms import CloseForm, CountForm, HandForm, MoveForm, ShiftForm
from ui.cashier.shift_panel import ShiftPanel
from ui.kit.keys import Keys
from ui.kit.language import Speaks
from ui.kit.panels import EmptyState
from ui.kit.tokens import L, S
from ui.notices import Notices
from ui.work import Worker

if TYPE_CHECKING:
    from desktop.cashier.shift_actions import ShiftActions

_FORM_WIDE = 520


class ShiftScreen(Speaks, QWidget):
    """`closed` brings the slip of a shift that was just closed."""

    closed = Signal(object)

    def __init__(
        self,
        office: Office,
        who: Person,
        worker: Worker,
        notices: Notices,
        language: Callable[[], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._office, self._who, self._worker, self._notices = office, who, worker, notices
        self.shift: Shift | None = None
        self._busy = False
        self.panel, self.idle = ShiftPanel(language), EmptyState("money")
        self.opening, self.moving, self.handing = CountForm(opening=True), MoveForm(), HandForm()
        self.count, self.close_form = CountForm(opening=False), CloseForm()
        self.forms: tuple[ShiftForm, ...] = (self.opening, self.moving, self.handing, self.count, self.close_form)
        self._right = QStackedWidget()
        self._keys = Keys(self)
        self._bind_keys()
        self._lay_out()
        self._connect()
        self.retranslate()
        self._show(None)
        self.refresh()

    def retranslate(self) -> None:
        if self._office.desk.identity.counter:
            self.idle.say(self.tr("กะเปิดอยู่"), self.tr("รับเงินที่เคาน์เตอร์ได้ตามปกติ เมื่อเลิกงาน นับเงินและปิดกะด้วย F8"))
        else:
            self.idle.say(self.tr("เครื่องนี้ไม่ใช่เคาน์เตอร์"), self.tr("กะเปิดได้ที่เครื่องซึ่งมีรหัสเคาน์เตอร์และออกใบเสร็จเอง"))

    def changed(self, changes: Changes) -> None:
        if changes.touches("shift", "shift_movement", "shift_handover", "shift_close"):
            self.refresh()

    def refresh(self) -> None:
        """Reads how the shift stands, in the background; a form that is being filled stays."""
        shifts = self._office.shifts
        self._worker.run(lambda: (shifts.now(), shifts.is_new()), owner=self, on_done=self._loaded, view="shift")

    def turn(self, form: ShiftForm) -> None:
        """To a form of the open shift, empty."""
        if self.shift is None or self._busy:
            return
        for one in (self.moving, self.handing):
            one.clear()
        self.count.pieces.clear()
        self._show(form)

    def leave(self) -> None:
        """Back to where nothing is asked."""
        self._show(self.count if self._right.currentWidget() is self.close_form else None)

    def open(self) -> None:
        pieces = self.opening.pieces.pieces
        self._act(lambda: self._acting().open(pieces), lambda _: self.opening.pieces.clear())

    def save_movement(self) -> None:
        shift, form = self.shift, self.moving
        if shift is not None and form.is_whole():
            satang, reason = form.satang, form.reason.value
            self._act(lambda: self._acting().move(shift.id, satang, reason), lambda _: self._show(None))

    def hand_over(self) -> None:
        """The first press puts the giver's count away, the second one gives the drawer."""
        shift, form = self.shift, self.handing
        if shift is None:
            return
        if form.given is None:
            form.turn()
            return
        if not form.taker.is_whole():
            return
        given, taken, why = form.given, form.pieces.pieces, form.why.value
        login, password = form.taker.login.value, form.taker.password.text()

        def act() -> Shift:
            taker = self._office.accounts.confirm(login, password)
            return self._acting().hand_over(shift.id, given, taken, taker, why)

        self._act(act, lambda _: self._show(None), form.taker.refused)

    def confirm_count(self) -> None:
        """Notes the count; only then what there should be is read."""
        shift, pieces = self.shift, self.count.pieces.pieces
        if shift is None:
            return

        def act() -> tuple[Slip, tuple[Bill, ...]]:
            return self._acting().count(shift.id, pieces), self._office.bills.queries.waiting_at(shift.counter)

        def counted(found: tuple[Slip, tuple[Bill, ...]]) -> None:
            slip, waiting = found
            self.close_form.show_count(slip, pieces, waiting, mine=slip.shift.cashier_id == self._who.id)
            self._show(self.close_form)

        self._act(act, counted)

    def close_shift(self) -> None:
        form = self.close_form
        if form.slip is None or not form.is_whole():
            return
        shift_id: Id = form.slip.shift.id
        count_id, why, asks = form.slip.shift.counts[-1].id, form.why.value, form.asks
        login, password = form.witness.login.value, form.witness.password.text()

        def act() -> Slip:
            witness = self._office.accounts.confirm(login, password) if asks else None
            return self._acting().close(shift_id, count_id, why, witness)

        self._act(act, self._closed, form.witness.refused)

    def _closed(self, slip: Slip) -> None:
        self.shift = None
        self._show(None)
        self.closed.emit(slip)

    def _acting(self) -> "ShiftActions":
        return self._office.shifts.acting(self._who)

    def _loaded(self, found: tuple[Shift | None, bool]) -> None:
        shift, is_new = found
        came, self.shift = (self.shift is None) != (shift is None), shift
        device = self._office.desk.identity.device_id
        self.panel.show_shift(shift, inherited=shift is not None and shift.device_id != device)
        self.opening.tell_new(on=is_new)
        if came or (shift is None and self._right.currentWidget() is not self.opening):
            self._show(None)

    def _show(self, form: ShiftForm | None) -> None:
        may_open = self.shift is None and bool(self._office.desk.identity.counter)
        page: QWidget = form or (self.opening if may_open else self.idle)
        focused = self.isVisible() and self.isAncestorOf(self.window().focusWidget() or self)
        self._right.setCurrentWidget(page)
        self.panel.show_ways(page is self.idle)
        self.setFocusProxy(page if page is not self.idle else self.panel.close_button)
        if focused and page is not self.close_form:
            self.setFocus()

    def _act(
        self, act: Callable[[], object], done: Callable[..., object], refused: Callable[[], None] | None = None
    ) -> None:
        """Does it behind the screen, whose big button rests meanwhile.

        Asking who somebody is may take the line, so it is not for the writer's lane.
        """
        if self._busy:
            return
        self._rest(busy=True)

        def ended(result: object) -> None:
            self._rest(busy=False)
            done(result)
            self.refresh()

        def failed(error: Exception) -> None:
            self._rest(busy=False)
            self._notices.failed(error)
            code = error.code if isinstance(error, OfficeError) else ""
            if code == "cashier.money_since_count":
                self.turn(self.count)
            elif refused is not None and code.startswith("accounts."):
                refused()
            self.refresh()

        self._worker.run(act, owner=self, on_done=ended, on_failed=failed)

    def _rest(self, *, busy: bool) -> None:
        self._busy = busy
        for form in self.forms:
            form.button.setEnabled(not busy)
        if not busy and self.isVisible():
            self.setFocus()

    def _connect(self) -> None:
        deeds = (self.open, self.save_movement, self.hand_over, self.confirm_count, self.close_shift)
        for form, deed in zip(self.forms, deeds, strict=True):
            form.done.connect(deed)
            form.left.connect(self.leave)
        self.panel.move_button.clicked.connect(lambda: self.turn(self.moving))
        self.panel.hand_button.clicked.connect(lambda: self.turn(self.handing))
        self.panel.close_button.clicked.connect(lambda: self.turn(self.count))

    def _bind_keys(self) -> None:
        def group() -> str:
            return self.tr("กะ")

        name = self._keys.name
        name("F6", lambda: self.tr("เงินเข้า / ออก"), group=group)
        name("F7", lambda: self.tr("ส่งมอบกะ"), group=group)
        name("F8", lambda: self.tr("นับเงินและปิดกะ"), group=group)
        name("F9", lambda: self.tr("ทำตามปุ่มใหญ่"), group=group)
        name("Esc", lambda: self.tr("กลับ"), group=group)

    def _lay_out(self) -> None:
        self._right.addWidget(self.idle)
        for form in self.forms:
            self._right.addWidget(form)
        self._right.setMinimumWidth(_FORM_WIDE)
        line = QHBoxLayout()
        line.setSpacing(L)
        line.addWidget(self.panel)
        line.addWidget(self._right, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(L, S, L, S)
        column.setSpacing(S)
        column.addLayout(line, 1)
