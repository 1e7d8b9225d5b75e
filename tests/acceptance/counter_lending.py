"""C1 next door has no number left while the centre is away: ten of C2's go over, in the room's own network."""

from desktop.office.series import RECEIPTS
from desktop.office.signing import Signer, verified
from desktop.queue.settings import Own
from desktop.registers.lending import seals
from desktop.registers.loan_model import from_content
from tests.acceptance.counter_desk import COUNTER_ROOM, Day
from tests.acceptance.counter_town import office_of

_USED_UP = "UPDATE lease SET next = hi + 1 WHERE series = ?"
_BOOK = "SELECT max(hi) FROM lease WHERE series = 'receipts' AND lo = 451"


def next_door_runs_out(day: Day) -> None:
    """13. C1 asks C2's queue: 000491 to 000500 are its own, C2 ends at 000490, both signed; she is told by a line."""
    beside, keeper = day.town.next_door, day.station.office.queue
    beside.desk.settle(_USED_UP, (RECEIPTS,))
    day.clerk.wait(lambda: bool(keeper.port))
    office = office_of(beside)
    office.queue.settle(Own("guest", f"127.0.0.1:{keeper.port}", keeper.own.code, "1"))
    loan = office.queue.borrow(beside.person("piyada"), patience=25.0)
    office.queue.end()
    assert (loan.lo, loan.hi, office.cashier_queries.book(day.clock.now()).left) == (491, 500, 10)
    assert day.value(_BOOK) == 490
    here = day.station.office.desk
    keys = {one.identity.device_id: Signer(one.seed).public_key for one in (here, beside.desk)}
    for desk in (here, beside.desk):
        ((content,),) = desk.reader.rows("SELECT content FROM number_loan")
        signed = seals(from_content(content))
        assert {one.device_id for one in signed} == set(keys)
        assert all(verified(keys[one.device_id], one.content, one.signature) for one in signed)
    day.room(COUNTER_ROOM, "เคาน์เตอร์")
    day.clerk.until("ให้ช่อง C1 ยืมเลข 000491–000500", "ใบเสร็จเหลือ 136 เลข")


def the_centre_knows(day: Day) -> None:
    """14. C2's record is enough; C1's, which comes later, finds it done."""
    ledger = "SELECT count(*) FROM number_book WHERE series = 'receipts' AND holder = :who AND lo = :lo AND hi = :hi"
    for who, lo, hi in (("C2", 451, 490), ("C1", 491, 500)):
        assert day.town.count(ledger, who=who, lo=lo, hi=hi) == 1
    beside = day.town.next_door
    beside.round.run()
    assert beside.desk.reader.rows("SELECT state FROM outbox WHERE type = 'numbers.lend'") == [("applied",)]
