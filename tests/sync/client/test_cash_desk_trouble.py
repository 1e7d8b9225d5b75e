"""What goes wrong at a cash desk, through real desks and the centre: said in words, kept, and never a wrong receipt."""

from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from desktop.cashier.bill_model import Bill, BillState
from desktop.cashier.model import Receipt
from desktop.cashier.statement_model import Fit
from desktop.cashier.statements import Statements
from desktop.interchange.statements import read
from desktop.office.clock import ManualClock
from desktop.office.dates import fiscal_year_be, local_date
from desktop.office.errors import OfficeError
from desktop.tray.queries import TrayQueries
from tests.convergence.invariants import desk_equals_centre
from tests.desktop.cashier.test_statements import line, written
from tests.helpers.acts import pay
from tests.helpers.town import Town, TownDesk
from tests.sync.client.test_bills import bill, codes, make, one, other, paying, proven, rounds

__all__ = ["one", "other"]
LAST_SECOND = datetime(2027, 9, 30, 16, 59, 58, tzinfo=UTC)
"""30 September, two seconds before midnight in Thailand, and before the fiscal year's end."""


class Ticking(ManualClock):
    """A second goes by with every look at it."""

    def now(self) -> datetime:
        self.advance(timedelta(seconds=1))
        return super().now()


def receipts(desk: TownDesk) -> list[Receipt]:
    ids = [row[0] for row in desk.desk.reader.rows("SELECT id FROM receipt ORDER BY issued_at, number")]
    return [found for one in ids if (found := desk.cashier_queries.receipt(one)) is not None]


def statements(desk: TownDesk) -> Statements:
    return Statements(desk.desk, desk.person("piyada"))


def confirmed(desk: TownDesk, path: Path) -> Receipt:
    """The bank's file is brought in at this counter, and its first line confirmed."""
    statements(desk).take(read(path, local_date(desk.clock.now())))
    return statements(desk).confirm(statements(desk).matches()[0])


def test_two_counters_take_money_for_one_bill_and_both_are_told_what_to_do(
    town: Town, one: TownDesk, other: TownDesk
) -> None:
    """Without a line: both receipts stand until a person gives one of the sums back."""
    made = make(one)
    rounds(one, other)
    paid = [paying(desk).pay(bill(desk, made).id) for desk in (one, other)]
    rounds(one, other)
    (item,) = TrayQueries(other.desk.reader).tray(other.person("piyada")).open
    words = OfficeError(item.code, **item.data).describe("th")
    assert "สองครั้ง" in words[0], words
    assert len({receipt.number for receipt in paid}) == 2
    assert town.count("SELECT count(*) FROM receipt_void WHERE office_id = :o", o=town.office_id) == 0
    for desk in (one, other):
        assert len(receipts(desk)) == 2
        desk_equals_centre(town, desk)
    assert proven(town)


def test_a_used_up_book_takes_no_money_and_the_next_one_takes_it(town: Town, one: TownDesk) -> None:
    made = make(one)
    with suppress(OfficeError):
        while True:
            pay(one)
    issued = len(receipts(one))
    with pytest.raises(OfficeError, match="numbers.none_left") as told:
        paying(one).pay(made.id, 500_00)
    assert all(told.value.describe("th")), "what has run out, and what to do now"
    assert (bill(one, made).state, len(receipts(one))) == (BillState.OPEN, issued)
    rounds(one)
    receipt = paying(one).pay(made.id, 500_00)
    assert (receipt.total_satang, bill(one, made).state) == (made.total_satang, BillState.PAID)
    rounds(one)
    assert codes(one) == []
    desk_equals_centre(town, one)


def test_midnight_and_the_year_s_end_in_the_middle_of_a_receipt_leave_it_whole(
    town: Town, one: TownDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every look at the clock is a second later, from two seconds before the fiscal year's end on."""
    assert isinstance(town.clock, ManualClock)
    town.clock.advance(LAST_SECOND - timedelta(minutes=30) - town.clock.now())
    rounds(one)
    before: list[Bill] = [make(one) for _ in range(3)]
    rounds(one)
    town.clock.advance(LAST_SECOND - town.clock.now())
    monkeypatch.setattr(town.clock, "now", Ticking(LAST_SECOND).now)
    made = [paying(one).pay(each.id, 200_00) for each in before]
    assert {receipt.fiscal_year_be for receipt in made} <= {2570, 2571}
    assert made[-1].fiscal_year_be == 2571, "the year did end"
    for receipt in made:
        assert receipt.fiscal_year_be == fiscal_year_be(local_date(receipt.issued_at)), (
            "number and moment are of one year"
        )
        assert receipt.total_satang == 180_00
    assert len({(one.fiscal_year_be, one.number) for one in made}) == 3
    assert all(bill(one, each).state is BillState.PAID for each in before)
    monkeypatch.undo()
    town.clock.advance(timedelta(minutes=5))
    rounds(one)
    desk_equals_centre(town, one)
    assert proven(town)


def test_the_same_statement_at_two_counters_is_told_where_both_issued_a_receipt(
    town: Town, one: TownDesk, other: TownDesk, tmp_path: Path
) -> None:
    made = make(one)
    rounds(one, other)
    path = written(tmp_path / "s.csv", [line("180.00", made.reference)], "cp874")
    first, second = confirmed(one, path), confirmed(other, path)
    rounds(one, other)
    assert (codes(one), codes(other)) == ([], ["cashier.bill_paid_twice"])
    other.cashier().void(second.id, "เงินเดียวกัน ออกซ้ำ")
    rounds(other, one)
    assert bill(one, made).receipt_id == bill(other, made).receipt_id == first.id
    desk_equals_centre(town, one)


def test_the_same_statement_later_at_the_other_counter_issues_nothing(
    one: TownDesk, other: TownDesk, tmp_path: Path
) -> None:
    made = make(one)
    path = written(tmp_path / "s.csv", [line("180.00", made.reference)], "cp874")
    confirmed(one, path)
    rounds(one, other)
    taken = statements(other).take(read(path, local_date(other.clock.now())))
    assert taken.fresh == 1, "lines stay at the desk that brought them in"
    assert [match.fit for match in statements(other).matches()] == [Fit.PAID]
    with pytest.raises(OfficeError, match="cashier.statement_no_match"):
        statements(other).confirm(statements(other).matches()[0])
    assert len(receipts(other)) == 1


def test_a_torn_statement_takes_nothing_and_the_whole_one_goes_on(one: TownDesk, tmp_path: Path) -> None:
    made, today = make(one), local_date(one.clock.now())
    whole = written(tmp_path / "s.csv", [line("180.00", made.reference), line("77.00", "อื่น ๆ")], "cp874").read_bytes()
    for cut in range(len(whole) - 30, len(whole) - 2):
        torn = tmp_path / f"torn{cut}.csv"
        torn.write_bytes(whole[:cut])
        with suppress(OfficeError):  # told with its line; else no sum is another than the whole file's
            assert {one.satang for one in read(torn, today).lines} <= {180_00, 77_00}
    path = tmp_path / "again.csv"
    path.write_bytes(whole)
    assert confirmed(one, path).total_satang == 180_00
