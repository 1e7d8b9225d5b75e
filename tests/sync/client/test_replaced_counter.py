"""A counter's computer that is no more: its drawer is closed at the one in its place, which sees no other counter."""

from pathlib import Path

import pytest

from desktop.cashier.shift_queries import ShiftQueries
from desktop.office.dates import local_date
from tests.convergence.invariants import desk_equals_centre
from tests.helpers.tills import Ledger, Till, rounds, slips_of, staffed, sums_of
from tests.helpers.town import Town, TownDesk
from tests.sync.client.test_shifts import typed


@pytest.fixture
def office(town: Town) -> Town:
    return staffed(town)


def dead(office: Town) -> tuple[TownDesk, Ledger]:
    """A counter that sees only its own, with an open drawer in which there is money; its computer is gone."""
    desk = office.desk("C1", (), ())
    till = Till(desk, ledger := Ledger())
    till.open(0)
    till.take_cash(2)
    till.move(90)
    rounds(desk)
    return desk, ledger


def anew(office: Town, code: str, folder: Path) -> TownDesk:
    """Another computer, with nothing on its disk."""
    desk = TownDesk(folder, office.clock, office.line())
    office.desks.append(desk)
    desk.enrol(code, "desk C1 anew")
    rounds(desk)
    return desk


def closes_it(office: Town, desk: TownDesk, ledger: Ledger) -> None:
    till = Till(desk, ledger)
    shift = till.queries.open_at("C1")
    assert shift is not None
    assert shift.device_id != desk.desk.identity.device_id
    assert [one.satang for one in shift.movements] == [50_00]
    till.take_cash(1)
    till.close(10)
    (slip,) = slips_of(desk)
    assert {receipt.id for receipt in slip.receipts} == set(ledger.receipts)
    assert sums_of([slip]) == ledger.sums()
    rounds(desk)
    desk_equals_centre(office, desk)
    day = str(local_date(desk.clock.now()))
    assert not any("wrong" in line for line in typed(office, "books", "verify-day", "--counter", "C1", "--day", day))
    till.open(0)
    assert till.queries.open_at("C1") is not None


def test_the_drawer_of_a_computer_that_was_withdrawn_is_closed_at_the_one_in_its_place(
    office: Town, tmp_path: Path
) -> None:
    """Enrolled as the same counter by a code of its own, as it is done where nobody thinks of successors."""
    _, ledger = dead(office)
    desk = anew(office, office.code("C1", (), ()), tmp_path / "anew")
    assert ShiftQueries(desk.desk.reader).open_at("C1") is None, "the first one may still be at work"
    office.recovery.revoke(office.office_id, "desk C1")
    rounds(desk)
    closes_it(office, desk, ledger)


def test_the_drawer_is_closed_at_an_empty_computer_with_a_successor_s_code(office: Town, tmp_path: Path) -> None:
    _, ledger = dead(office)
    desk = anew(office, office.recovery.successor_code(office.office_id, "desk C1"), tmp_path / "anew")
    closes_it(office, desk, ledger)


def test_an_empty_computer_with_a_successor_s_code_keeps_nobody_from_numbers(office: Town, tmp_path: Path) -> None:
    """It has no books to tell: those of the one before it are in suspense, and no other desk waits for its word."""
    dead(office)
    anew(office, office.recovery.successor_code(office.office_id, "desk C1"), tmp_path / "anew")
    assert office.recovery.silent(office.office_id) == []
    other = office.desk("C2", (), ())
    assert other.cashier_queries.book(other.clock.now()).left > 0
    held = "SELECT count(*) FROM number_book WHERE office_id = :o AND series = 'receipts' AND state = 'suspense'"
    assert office.count(held, o=office.office_id) > 0


def test_a_withdrawn_computer_of_another_counter_is_not_seen(office: Town) -> None:
    dead(office)
    other = office.desk("C2", (), ())
    office.recovery.revoke(office.office_id, "desk C1")
    rounds(other)
    assert other.desk.reader.rows("SELECT count(*) FROM receipt") == [(0,)]
    assert other.desk.reader.rows("SELECT count(*) FROM shift") == [(0,)]
