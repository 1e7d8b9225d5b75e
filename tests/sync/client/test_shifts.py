"""Shifts between two counters, the treasury and the centre: every receipt in one slip, whatever happens in between."""

from collections import Counter
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from desktop.cashier.model import Method
from desktop.cashier.shift_actions import ShiftActions
from desktop.cashier.shift_queries import ShiftQueries
from desktop.office.dates import local_date
from desktop.office.errors import OfficeError
from sync.server.cli import run
from sync.server.running import Beside
from tests.convergence.invariants import desk_equals_centre
from tests.helpers.tills import Ledger, Till, codes, rounds, slips_of, staffed, sums_of
from tests.helpers.town import Town, TownDesk

FINANCE = ("finance/normal",)
ACTS = (
    *("take_cash", "take_cash", "take_cash", "take_cheque", "take_transfer", "take_together", "promise", "arrive"),
    *("void", "void", "replace", "reprint", "move", "open", "open", "close", "close", "hand_over", "post", "post"),
    *("post_broken", "crash", "torn_close", "torn_receipt", "night"),
)
EVERY = [
    *(("take_cash", 0, 1), ("take_cheque", 0, 2), ("take_transfer", 0, 3), ("take_together", 0, 1), ("promise", 1, 1)),
    *(("take_cash", 1, 0), ("post_broken", 1, 0), ("move", 0, 60), ("hand_over", 0, 0), ("take_cash", 0, 2)),
    *(
        ("torn_close", 0, 0),
        ("torn_close", 0, 1),
        ("close", 0, 30),
        ("take_cash", 0, 3),
        ("void", 0, 0),
        ("post", 0, 0),
    ),
    *(("post_broken", 1, 3), ("post", 1, 0), ("void", 1, 1), ("void", 1, 5), ("take_cash", 1, 3), ("void", 1, 6)),
    *(
        ("open", 0, 1),
        ("reprint", 0, 2),
        ("torn_receipt", 0, 1),
        ("torn_receipt", 0, 0),
        ("crash", 1, 0),
        ("close", 1, 5),
    ),
    *(("night", 0, 14), ("arrive", 1, 0), ("open", 1, 2), ("take_cheque", 1, 1), ("post_broken", 0, 1), ("void", 0, 5)),
    ("replace", 0, 0),
]
"""A history in which each of the acts comes to its end, whatever the others that are tried."""
ALL_DONE = (
    *(
        "cash",
        "cheque",
        "transfer",
        "several bills",
        "transfer that came later",
        "void",
        "void, remitted",
        "replacement",
    ),
    *(
        "void of another counter's",
        "void of another counter's, remitted",
        "reprint",
        "open",
        "close",
        "hand over",
        "move",
    ),
    *("post", "broken line", "crash", "torn before its rows", "torn behind its rows"),
)
STEPS = st.lists(st.tuples(st.sampled_from(ACTS), st.integers(0, 1), st.integers(0, 99)), min_size=15, max_size=45)


@pytest.fixture
def office(town: Town) -> Town:
    return staffed(town)


@pytest.fixture
def one(office: Town) -> TownDesk:
    return office.desk("C1", (), FINANCE)


@pytest.fixture
def other(office: Town, one: TownDesk) -> TownDesk:
    return office.desk("C2", (), FINANCE)


@pytest.mark.long
def test_issued_less_cancelled_is_remitted_whatever_happens(a_centre: Beside) -> None:
    """By kind and method, every receipt in exactly one slip, at both counters the same, and all of it received."""

    @settings(max_examples=5, deadline=None)
    @given(steps=STEPS)
    def history(steps: list[tuple[str, int, int]]) -> None:
        _in_a_town(a_centre, steps)

    history()


@pytest.mark.long
def test_it_is_remitted_in_a_history_in_which_every_act_comes_to_its_end(a_centre: Beside) -> None:
    ledger = _in_a_town(a_centre, EVERY)
    missing = {act for act in ALL_DONE if not ledger.done[act]}
    assert not missing, "the history was to have these"
    methods = Counter(receipt.method for receipt in ledger.receipts.values())
    assert set(methods) == set(Method)


@pytest.mark.long
def test_a_receipt_that_is_in_no_slip_would_be_found(a_centre: Beside) -> None:
    """The control: the ledger is not written by what it judges."""
    with pytest.raises(AssertionError):
        _in_a_town(a_centre, EVERY[:6], forget=True)


def _in_a_town(a_centre: Beside, steps: list[tuple[str, int, int]], *, forget: bool = False) -> Ledger:
    with TemporaryDirectory() as folder:
        town = staffed(Town(a_centre, Path(folder)))
        try:
            return _live(town, steps, forget=forget)
        finally:
            town.close()


def _live(town: Town, steps: list[tuple[str, int, int]], *, forget: bool) -> Ledger:
    desks = [town.desk("C1", (), FINANCE), town.desk("C2", (), FINANCE)]
    ledger = Ledger()
    tills = [Till(desk, ledger) for desk in desks]
    for till in tills:
        till.open(0)
    for act, at, which in steps:
        with suppress(OfficeError):
            getattr(tills[at], act)(which)
    for till in tills:
        till.settle()
    if forget:
        ledger.receipts.popitem()
    rounds(*desks)
    treasury = ShiftActions(desks[0].desk, desks[0].person("wichai"))
    for slip in slips_of(desks[0]):
        treasury.receive(slip.shift.id, slip.cash_satang)
    rounds(*desks)
    for desk in desks:
        slips = slips_of(desk)
        assert Counter(one.id for slip in slips for one in slip.receipts) == Counter(ledger.receipts.keys())
        assert sums_of(slips) == ledger.sums()
        assert all(slip.is_as_closed for slip in slips)
        assert sum(run.size for slip in slips for run in slip.runs) == len(ledger.receipts), "no number is in two slips"
        received = sum(slip.shift.received.satang for slip in slips if slip.shift.received)
        astray = sum(slip.difference_satang + slip.shift.moved_satang for slip in slips)
        cash = sum(satang for (_, method), satang in ledger.sums().items() if method is Method.CASH)
        again = [one for slip in slips for one in slip.given_again]
        assert len(again) == len(ledger.voids) - len(set(ledger.voids)), "what was given back twice is said, once"
        twice = sum(one.total_satang for one in again if one.method is Method.CASH)
        assert received == cash + astray - twice, (
            "but for what was moved, what the counts explain, what was given twice"
        )
        assert (
            ShiftQueries(desk.desk.reader).day(local_date(desk.clock.now()), local_date(desk.clock.now())).loose == ()
        )
        desk_equals_centre(town, desk)
    assert [slip.words for slip in slips_of(desks[0])] == [slip.words for slip in slips_of(desks[1])]
    return ledger


def test_the_treasury_reads_the_slip_and_takes_the_money_at_another_desk(
    office: Town, one: TownDesk, other: TownDesk
) -> None:
    till = Till(one, Ledger())
    till.open(0)
    till.take_cash(3)
    till.close(30)
    rounds(one, other)
    (slip,) = slips_of(other)
    assert slip.is_as_closed
    ShiftActions(other.desk, other.person("wichai")).receive(slip.shift.id, slip.cash_satang)
    rounds(other, one)
    (here,) = slips_of(one)
    assert here.shift.received is not None
    assert here.shift.received.received_by_name == "นางwichai"
    desk_equals_centre(office, one)
    desk_equals_centre(office, other)


def test_money_that_two_take_over_is_kept_twice_and_told(office: Town, one: TownDesk, other: TownDesk) -> None:
    till = Till(one, Ledger())
    till.open(0)
    till.take_cash(1)
    till.close(20)
    rounds(one, other)
    (slip,) = slips_of(one)
    for desk in (one, other):
        ShiftActions(desk.desk, desk.person("wichai")).receive(slip.shift.id, slip.cash_satang)
    rounds(one, other)
    assert codes(one, "wichai") == []
    assert codes(other, "wichai") == ["cashier.remittance_received_twice"]
    assert office.count("SELECT count(*) FROM remittance_received WHERE office_id = :o", o=office.office_id) == 2


def test_a_day_is_closed_once_the_second_time_is_refused_and_its_slip_is_free(
    office: Town, one: TownDesk, other: TownDesk
) -> None:
    tills = [Till(desk, Ledger()) for desk in (one, other)]
    today = local_date(one.clock.now())
    for till in tills:
        till.open(0)
        till.close(20)
        (slip,) = slips_of(till.desk)
        head = ShiftActions(till.desk.desk, till.desk.person("wichai"))
        head.receive(slip.shift.id, slip.cash_satang)
        head.close_day(today)
    rounds(one, other)
    assert codes(other, "wichai") == ["cashier.day_is_closed"]
    for desk in (one, other):
        day = ShiftQueries(desk.desk.reader).day(today, today)
        assert [slip.shift.counter for slip in day.slips] == ["C1"]
        assert [shift.counter for shift in ShiftQueries(desk.desk.reader).to_receive()] == ["C2"]
        desk_equals_centre(office, desk)


def test_a_counter_that_goes_on_as_another_device_closes_what_was_open(office: Town, one: TownDesk) -> None:
    ledger = Ledger()
    till = Till(one, ledger)
    till.open(0)
    till.take_cash(1)
    rounds(one)
    one.succeed(office.code("C1", (), FINANCE))
    rounds(one)
    till.take_cash(2)
    till.close(10)
    (slip,) = slips_of(one)
    assert {receipt.id for receipt in slip.receipts} == set(ledger.receipts)
    assert sums_of([slip]) == ledger.sums()
    rounds(one)
    desk_equals_centre(office, one)


def typed(town: Town, *words: str) -> list[str]:
    """What a command of the centre says."""
    lines: list[str] = []
    database = town.engine.url.render_as_string(hide_password=False)
    run([*words, "--office", str(town.office_id), "--database", database], lines.append)
    return lines


def test_a_day_is_verified_number_by_number_and_a_change_is_found(office: Town, one: TownDesk) -> None:
    ledger = Ledger()
    till = Till(one, ledger)
    till.open(0)
    till.take_cash(3)
    till.take_transfer(1)
    till.void(0)
    till.take_cash(2)
    till.close(20)
    rounds(one)
    day = str(local_date(one.clock.now()))
    lines = typed(office, "books", "verify-day", "--counter", "C1", "--day", day)
    (slip,) = slips_of(one)
    assert " ".join(slip.words) in lines[0]
    assert any("unused" in line for line in lines)
    assert not any("wrong" in line for line in lines)
    with office.engine.begin() as connection:
        connection.execute(text("SET LOCAL session_replication_role = replica"))
        asked = {"o": office.office_id, "r": ledger.voids[0]}
        changed = connection.execute(
            text("UPDATE receipt SET total_satang = 1 WHERE office_id = :o AND id <> :r"), asked
        )
        assert changed.rowcount == 2
    with pytest.raises(SystemExit):
        typed(office, "books", "verify-day", "--counter", "C1", "--day", day)
    with pytest.raises(SystemExit):
        typed(office, "books", "verify-day", "--counter", "C9", "--day", day)


def test_cash_needs_a_shift_where_the_office_says_so(office: Town, one: TownDesk) -> None:
    typed(office, "cash", "rule", "--from", "2026-01-01", "--receipts", "pre-receipt")
    assert len(typed(office, "cash", "list")) == 2
    rounds(one)
    till = Till(one, Ledger())
    rule = till.queries.rule(local_date(one.clock.now()))
    assert (rule.official, rule.needs_shift) == (False, True)
    with pytest.raises(OfficeError) as error:
        till.take_cash(1)
    assert error.value.code == "cashier.shift_needed"
    till.take_transfer(1)
    till.open(0)
    till.take_cash(1)


def test_a_counter_enrolled_anew_closes_a_drawer_in_which_cash_was_moved_before(
    office: Town, one: TownDesk, tmp_path: Path
) -> None:
    """The new desk's chain begins at nothing: what stands late in the old one came before its count all the same."""
    till = Till(one, ledger := Ledger())
    till.open(0)
    for which in range(6):
        till.take_cash(which)
    till.move(90)
    till.hand_over(0)
    rounds(one)
    anew = TownDesk(tmp_path / "anew", one.clock, office.line())
    office.desks.append(anew)
    anew.enrol(office.code("C1", (), FINANCE), "desk C1 anew")
    rounds(anew)
    Till(anew, ledger).close(10)
    (slip,) = slips_of(anew)
    assert {receipt.id for receipt in slip.receipts} == set(ledger.receipts)
    assert ledger.done["move"] == ledger.done["hand over"] == ledger.done["close"] == 1
    rounds(anew)
    desk_equals_centre(office, anew)
