"""One receipt, cancelled at two counters without a line between them: void once, and its second pay-back is told."""

from collections import Counter
from datetime import timedelta
from itertools import permutations

import pytest

from desktop.accounts.queries import AccountQueries
from desktop.cashier.model import Receipt
from desktop.cashier.shift_model import Loose, MoneyDay
from desktop.cashier.shift_paper import day_paper, slip_paper
from desktop.cashier.shift_queries import ShiftQueries
from desktop.interchange.money_export import day_export
from desktop.office.clock import ManualClock
from desktop.office.dates import local_date
from desktop.office.errors import OfficeError
from desktop.office.money import format_baht
from desktop.tray.queries import TrayQueries
from tests.convergence.invariants import desk_equals_centre
from tests.helpers.tills import FLOAT, Ledger, Till, cash, codes, rounds, slips_of, staffed
from tests.helpers.town import Town, TownDesk
from tests.sync.client.test_bills import proven
from tests.sync.client.test_shifts import typed

FINANCE = ("finance/normal",)


@pytest.fixture
def office(town: Town) -> Town:
    return staffed(town)


@pytest.fixture
def tills(office: Town) -> tuple[Till, Till]:
    ledger = Ledger()
    one, other = (Till(office.desk(counter, (), FINANCE), ledger) for counter in ("C1", "C2"))
    for till in (one, other):
        till.open(0)
    return one, other


def taken(one: Till, other: Till) -> Receipt:
    """A receipt of the first counter, of which the other one knows; the other has money in its drawer too."""
    one.take_cash(2)
    other.take_cash(0)
    rounds(one.desk, other.desk)
    return next(receipt for receipt in one.ledger.receipts.values() if receipt.counter == "C1")


def cancelled_apart(office: Town, *tills: Till) -> None:
    """In this order of time, a quarter of an hour apart, with no line between."""
    clock = office.clock
    assert isinstance(clock, ManualClock)
    for till in tills:
        receipt = next(receipt for receipt in till.ledger.receipts.values() if receipt.counter == "C1")
        clock.advance(timedelta(minutes=15))
        till.desk.cashier().void(receipt.id, f"ยกเลิกที่ {till.desk.desk.identity.counter}")
        till.ledger.voids.append(receipt.id)


def closed(till: Till) -> None:
    """With exactly what should be there: the money was given back from this drawer."""
    shift = till.queries.open_at(till.desk.desk.identity.counter)
    assert shift is not None
    standing = till.queries.slip_now(shift, till.desk.desk.identity.device_id, till.desk.clock.now(), FLOAT)
    counted = till.shifts().count(shift.id, cash(max(standing.expected_satang, 0)))
    till.shifts().close(shift.id, counted.shift.counts[-1].id, "", None)


def day_of(desk: TownDesk) -> MoneyDay:
    today = local_date(desk.clock.now())
    return ShiftQueries(desk.desk.reader).day(today, today)


@pytest.mark.parametrize(("voids", "posts"), [(v, p) for v in permutations((0, 1)) for p in permutations((0, 1))])
def test_a_receipt_cancelled_at_two_counters_is_taken_off_once_and_its_second_pay_back_is_told(
    office: Town, tills: tuple[Till, Till], voids: tuple[int, int], posts: tuple[int, int]
) -> None:
    """Whoever came first, by the clock and at the centre."""
    receipt = taken(*tills)
    cancelled_apart(office, *(tills[place] for place in voids))
    for till in tills:
        closed(till)
    rounds(*(tills[place].desk for place in posts))
    first, second = (tills[place].desk for place in voids)
    for till in tills:
        day = day_of(till.desk)
        assert all(slip.is_as_closed for slip in day.slips), "what was signed stays as it was signed"
        kinds: Counter[str] = Counter()
        for slip in day.slips:
            kinds.update({one.fee_code: one.satang for one in slip.earned})
        assert +kinds == {fee: satang for (fee, _), satang in till.ledger.sums().items()}
        (back,) = day.given_again
        assert (back.number, back.total_satang) == (receipt.number, receipt.total_satang)
        assert (back.counter, back.first_counter) == (second.desk.identity.counter, first.desk.identity.counter)
        assert (back.at - back.first_at, back.by) == (timedelta(minutes=15), "นางpiyada")
        assert day.earned_satang == day.total_satang + receipt.total_satang
        paper = day_paper(day, AccountQueries(till.desk.desk.reader).profile(), till.desk.clock.now())
        assert sum(kind.all_satang for kind in paper.kinds) == day.total_satang, (
            "the paper adds up to what was remitted"
        )
        assert paper.kinds[-1].cash == -receipt.total_satang
        assert any("คืนเงินซ้ำ" in note and f"{receipt.number:06d}" in note for note in paper.notes)
        desk_equals_centre(office, till.desk)
    assert proven(office), "the control register knows one cancelled number"
    assert sorted(codes(tills[0].desk) + codes(tills[1].desk)) == ["cashier.voided_twice"]
    assert codes(tills[posts[1]].desk) == ["cashier.voided_twice"], "who came second is told"


def test_who_gave_the_money_back_again_stands_on_the_slip_and_in_the_tray(
    office: Town, tills: tuple[Till, Till]
) -> None:
    receipt = taken(*tills)
    cancelled_apart(office, *tills)
    for till in tills:
        closed(till)
    rounds(*(till.desk for till in tills))
    one, other = (till.desk for till in tills)
    papers = {slip.shift.counter: slip_paper(slip, AccountQueries(one.desk.reader).profile()) for slip in slips_of(one)}
    assert papers["C1"].odd == ""
    assert "คืนเงินซ้ำ" in papers["C2"].odd
    assert any("C1" in mark and "09.29" in mark and "09.44" in mark for mark in papers["C2"].marks)
    (item,) = TrayQueries(other.desk.reader).tray(other.person("piyada")).open
    title, advice = OfficeError(item.code, **item.data).describe("th")
    assert title.count("นางpiyada") == 2
    assert format_baht(receipt.total_satang) in advice
    day = str(local_date(one.clock.now()))
    said = [line for line in typed(office, "books", "verify-day", "--counter", "C2", "--day", day) if "again" in line]
    assert len(said) == 1, "the second one is marked, the first is not"
    assert "09:44" in said[0]


def test_the_export_takes_it_off_once_like_the_kinds_of_the_day(office: Town, tills: tuple[Till, Till]) -> None:
    taken(*tills)
    cancelled_apart(office, *tills)
    for till in tills:
        closed(till)
    rounds(*(till.desk for till in tills))
    desk = tills[0].desk
    day = day_of(desk)
    rows = [
        line.split(",") for line in day_export(desk.desk.reader, day.day, csv=True).decode("utf-8-sig").splitlines()
    ]
    place = next(at for row in rows for at, cell in enumerate(row) if cell == "จำนวนเงิน (บาท)")
    state = next(at for row in rows for at, cell in enumerate(row) if cell == "สถานะ")
    good = [row for row in rows if len(row) > state and row[state] in ("ใช้ได้", "คืนเงิน")]
    assert sum(round(float(row[place]) * 100) for row in good) == day.earned_satang


def test_a_second_pay_back_on_no_slip_is_told_apart(office: Town, tills: tuple[Till, Till]) -> None:
    """At a desk that has no drawer: its word is no void that a slip is still to hold."""
    taken(*tills)
    desk = office.desk("C3", (), FINANCE)
    rounds(desk)
    cancelled_apart(office, tills[0], Till(desk, tills[0].ledger))
    rounds(tills[0].desk, desk)
    loose = day_of(desk).loose
    assert [one.number for one in loose if one.what is Loose.AGAIN] == [1]
    assert [one for one in loose if one.what is Loose.VOID and one.counter == "C3"] == []
