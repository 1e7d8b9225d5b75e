"""The drawer of a counter, form by form, and the slips with which its money goes to the treasury."""

from collections.abc import Iterator

from desktop.cashier.fees import catalogue
from desktop.cashier.model import Charge, Payment
from desktop.cashier.mutations import VOID, VoidReceipt
from desktop.cashier.shift_actions import ShiftActions
from desktop.cashier.shift_model import Pieces
from desktop.store.unit_of_work import UnitOfWork
from tests.ui.walk.furniture import Furniture
from tests.ui.walk.scene import each, scene
from tests.ui.walk.stage import Stage
from ui.cashier.money_screens import RECEIPTS, SHIFT, SLIPS, MoneyScreens

FLOAT = Pieces.of({100_00: 15, 20_00: 20, 10_00: 10})


def _acting(stage: Stage, login: str = "piyada") -> ShiftActions:
    return stage.office.shifts.acting(stage.office.account_queries.person(login))


def _screens(stage: Stage, page: str, login: str = "piyada") -> MoneyScreens:
    stage.sits(login)
    screens = stage.go("receipts")
    assert isinstance(screens, MoneyScreens)
    screens.turn(page)
    stage.rest()
    return screens


def _open(stage: Stage) -> bytes:
    shift = _acting(stage).open(FLOAT)
    if not shift.movements:
        _acting(stage).move(shift.id, 300_00, "แลกเหรียญจากกองคลัง")
    return shift.id


def _close(stage: Stage) -> None:
    """Leaves the counter without a shift, and a slip with a difference behind."""
    shift = stage.office.shifts.now()
    if shift is not None:
        slip = _acting(stage).count(shift.id, FLOAT)
        witness = stage.office.account_queries.person("wichai")
        _acting(stage).close(shift.id, slip.shift.counts[-1].id, "ทอนเกินให้ผู้ชำระรายหนึ่ง", witness)


def _form(stage: Stage, furniture: Furniture, which: str) -> Iterator[None]:
    _open(stage)
    screens = _screens(stage, SHIFT)
    screen = screens.shift
    stage.until(lambda: screen.shift is not None)
    form = {"moving": screen.moving, "handing": screen.handing, "count": screen.count}.get(which)
    if form is not None:
        screen.turn(form)
    if which == "count":
        screen.count.pieces.edits[1000_00].setText("3")
    yield
    screen._show(None)
    screens.turn(RECEIPTS)
    _close(stage)


each(("idle", "moving", "handing", "count"), "shift", _form)


@scene
def shift_to_open(stage: Stage, _: Furniture) -> Iterator[None]:
    _close(stage)
    screens = _screens(stage, SHIFT)
    stage.until(lambda: screens.shift.shift is None)
    screens.shift.opening.pieces.edits[100_00].setText("20")
    yield
    screens.turn(RECEIPTS)


@scene
def shift_of_the_computer_before(stage: Stage, _: Furniture) -> Iterator[None]:
    _open(stage)
    desk = stage.office.desk
    desk.settle("UPDATE shift SET device_id = ? WHERE id NOT IN (SELECT shift_id FROM shift_close)", (b"\x07" * 16,))
    screens = _screens(stage, SHIFT)
    stage.until(lambda: screens.shift.panel.inherited.isVisible())
    yield
    device = desk.identity.device_id
    desk.settle("UPDATE shift SET device_id = ? WHERE id NOT IN (SELECT shift_id FROM shift_close)", (device,))
    screens.turn(RECEIPTS)
    _close(stage)


@scene
def shift_taken_over(stage: Stage, _: Furniture) -> Iterator[None]:
    _open(stage)
    screens = _screens(stage, SHIFT)
    stage.until(lambda: screens.shift.shift is not None)
    screens.shift.turn(screens.shift.handing)
    screens.shift.hand_over()
    yield
    screens.shift._show(None)
    screens.turn(RECEIPTS)
    _close(stage)


@scene
def shift_to_close_with_a_difference(stage: Stage, _: Furniture) -> Iterator[None]:
    _open(stage)
    screens = _screens(stage, SHIFT)
    stage.until(lambda: screens.shift.shift is not None)
    screens.shift.turn(screens.shift.count)
    screens.shift.confirm_count()
    stage.until(lambda: screens.shift.close_form.slip is not None)
    yield
    screens.shift._show(None)
    screens.turn(RECEIPTS)
    _close(stage)


@scene
def slips_of_a_day(stage: Stage, _: Furniture) -> Iterator[None]:
    _open(stage)
    who = stage.office.account_queries.person("piyada")
    stage.office.cashier(who).issue(Payment("นายบุญมี ใจคำ", (Charge(catalogue()[0], 3),)))
    _close(stage)
    screens = _screens(stage, SLIPS)
    screens.slips.refresh()
    stage.until(lambda: screens.slips.table.current() is not None)
    screens.slips.ask_receive()
    yield
    screens.slips.receiving.hide()
    screens.turn(RECEIPTS)


@scene
def slips_of_a_day_with_money_given_twice(stage: Stage, _: Furniture) -> Iterator[None]:
    _open(stage)
    who = stage.office.account_queries.person("piyada")
    receipt = stage.office.cashier(who).issue(Payment("นางคำแปง แสนสุข", (Charge(catalogue()[0], 3),)))

    def cancel(unit: UnitOfWork) -> None:
        for reason in ("พิมพ์จำนวนผิด", "ผู้ชำระขอยกเลิก"):
            unit.perform(VOID, VoidReceipt(unit.new_id(), receipt.id, reason, who.name_th), who.id)

    stage.office.desk.write(cancel)
    _close(stage)
    screens = _screens(stage, SLIPS)
    screens.slips.refresh()
    stage.until(lambda: screens.slips.found is not None and bool(screens.slips.found.given_again))
    yield
    screens.turn(RECEIPTS)


@scene
def slips_of_a_day_to_close(stage: Stage, _: Furniture) -> Iterator[None]:
    screens = _screens(stage, SLIPS)
    stage.until(lambda: screens.slips.found is not None)
    screens.slips.close_day()
    yield
    screens.slips.refresh()
    screens.turn(RECEIPTS)


@scene
def slips_of_an_empty_day(stage: Stage, _: Furniture) -> Iterator[None]:
    screens = _screens(stage, SLIPS)
    screens.slips.turn(-400)
    stage.rest()
    yield
    screens.slips.turn(400)
    screens.turn(RECEIPTS)
