"""Receipt numbers that run out: the counter that may ask another one, one that borrowed, one that lent."""

from collections.abc import Iterator

from desktop.office.clock import utc_text
from desktop.office.key_code import make_code
from desktop.office.series import RECEIPTS
from desktop.queue.settings import Own
from tests.helpers.desk import OFFICE_ID
from tests.ui.walk.furniture import Furniture
from tests.ui.walk.scene import each, scene
from tests.ui.walk.stage import Stage
from ui.cashier.counter_screen import CounterScreen
from ui.registers.screen import OWN

_LOAN = "INSERT INTO number_loan VALUES (?, ?, 1, ?, 2570, 491, 500, ?, ?, ?, ?, ?, ?, ?, '')"
_ANOTHER = bytes(15) + b"\x09"


def _counter(stage: Stage) -> CounterScreen:
    """It has a part in the queue, so there is somebody to ask."""
    stage.sits("piyada")
    stage.office.queue.settle(Own("keeper", code=make_code(), place="1", port=0))
    screen = stage.go("counter")
    assert isinstance(screen, CounterScreen)
    screen.look_at_stock()
    stage.until(lambda: screen.stock.stock is not None and screen.stock.stock.may_borrow)
    return screen


def _lent(stage: Stage, ours: str) -> None:
    desk = stage.office.desk
    me, at = (desk.identity.device_id, "C1"), utc_text(desk.clock.now())
    lender, borrower = (me, (_ANOTHER, "C2")) if ours == "lent" else ((_ANOTHER, "C2"), me)
    row = (OFFICE_ID, b"loan".rjust(16), RECEIPTS, b"book".rjust(16), b"ask".rjust(16), *lender, *borrower, at)
    desk.settle(_LOAN, row)


def _over(stage: Stage) -> None:
    stage.office.desk.settle("DELETE FROM number_loan", ())
    stage.office.queue.settle(Own())


@scene
def counter_numbers_used_up(stage: Stage, furniture: Furniture) -> Iterator[None]:
    desk = stage.office.desk
    ((lease, following),) = desk.reader.rows("SELECT lease_id, next FROM lease WHERE series = ?", (RECEIPTS,))
    desk.settle("UPDATE lease SET next = hi + 1 WHERE lease_id = ?", (lease,))
    screen = _counter(stage)
    stage.until(lambda: screen.stock.stock is not None and not screen.stock.stock.left)
    yield
    desk.settle("UPDATE lease SET next = ? WHERE lease_id = ?", (following, lease))
    _over(stage)


def _with_loan(stage: Stage, furniture: Furniture, ours: str) -> Iterator[None]:
    _lent(stage, ours)
    screen = _counter(stage)
    stage.until(lambda: screen.stock.stock is not None and bool(screen.stock.stock.lent))
    yield
    _over(stage)


each(("borrowed", "lent"), "counter-numbers", _with_loan)


@scene
def registers_own_with_a_loan(stage: Stage, furniture: Furniture) -> Iterator[None]:
    _lent(stage, "borrowed")
    _counter(stage)
    screen = stage.go("registers")
    screen.view.choose(OWN)
    screen._turn(OWN)
    screen.refresh()
    stage.until(lambda: screen.own.stock.stock is not None and bool(screen.own.stock.stock.lent))
    yield
    _over(stage)
