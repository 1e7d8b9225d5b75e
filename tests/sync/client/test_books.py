"""A desk asks for numbers before it runs out, and a book on its shelf never goes back."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import msgspec
import pytest

from desktop.cashier.fees import catalogue as fees
from desktop.cashier.model import Charge, Payment
from desktop.cashier.rules import SERIES as RECEIPTS
from desktop.letters.model import Registration
from desktop.letters.rules import INCOMING_SERIES as LETTERS
from desktop.letters.tags import is_provisional
from desktop.office.errors import OfficeError
from desktop.office.series import BILLS
from sync.client import books
from sync.wire.messages import Lease
from tests.helpers.proxy import Fault
from tests.helpers.town import REGISTRY, Town, TownDesk

CASES = "cases.OSS/C5"
"""What a counter numbers in without being enrolled for it."""
NOVEMBER = datetime(2026, 11, 11, 2, 14, tzinfo=UTC)
SEPTEMBER = datetime(2027, 9, 14, 17, tzinfo=UTC)
"""The 15th has just begun in Bangkok."""


def wished(desk: TownDesk, now: datetime) -> set[tuple[str, int]]:
    """What is wished for beside books of bills, which go as those of receipts do."""
    found = books.wishes(desk.desk.reader, desk.desk.identity, now)
    return {(wish.series, wish.year_be) for wish in found if wish.series != BILLS}


def shelve(desk: TownDesk, *leases: Lease) -> None:
    desk.desk.write(lambda unit: books.put(unit.connection, leases))


def book(number: int, year: int = 2570, series: str = RECEIPTS) -> Lease:
    size = 50 if series == RECEIPTS else 100
    low, high = (number - 1) * size + 1, number * size
    return Lease(f"{series[:2]}{number}".encode().rjust(16), series, year, number, 1, low, high)


@pytest.fixture
def empty(town: Town) -> TownDesk:
    return town.desk("C5", (LETTERS,), REGISTRY, synced=False)


def test_an_empty_shelf_wishes_for_this_year_only(empty: TownDesk) -> None:
    assert wished(empty, NOVEMBER) == {(RECEIPTS, 2570), (LETTERS, 2569), (CASES, 2570)}


def test_bills_have_books_of_their_own(empty: TownDesk) -> None:
    def bills(now: datetime) -> list[int]:
        found = books.wishes(empty.desk.reader, empty.desk.identity, now)
        return [wish.year_be for wish in found if wish.series == BILLS]

    assert bills(NOVEMBER) == [2570]
    assert bills(SEPTEMBER) == [2570, 2571]
    shelve(empty, book(1, series=BILLS), book(2, series=BILLS))
    assert bills(NOVEMBER) == []


def test_two_books_and_a_hundred_numbers_are_enough(empty: TownDesk) -> None:
    shelve(empty, book(1), book(2), book(1, 2569, LETTERS), book(1, 2570, CASES))
    assert wished(empty, NOVEMBER) == set()
    empty.desk.settle("UPDATE lease SET next = next + 21 WHERE book_no = 1", ())
    assert wished(empty, NOVEMBER) == {(RECEIPTS, 2570), (LETTERS, 2569), (CASES, 2570)}


def test_next_year_is_asked_for_before_it_begins(empty: TownDesk) -> None:
    shelve(empty, book(1), book(2), book(1, 2570, LETTERS), book(1, 2570, CASES))
    assert wished(empty, SEPTEMBER - timedelta(seconds=1)) == set()
    assert wished(empty, SEPTEMBER) == {(RECEIPTS, 2571), (CASES, 2571)}
    december = datetime(2027, 12, 14, 17, tzinfo=UTC)
    assert wished(empty, december) == {(RECEIPTS, 2571), (LETTERS, 2571), (CASES, 2571)}


def test_a_book_whose_year_is_over_counts_no_more(empty: TownDesk) -> None:
    ended = msgspec.structs.replace(book(1), valid_to="2026-11-01T00:00:00.000000Z")
    shelve(empty, ended, book(2), book(3), book(1, 2570, CASES))
    assert wished(empty, NOVEMBER) == {(LETTERS, 2569)}
    shelve(empty, msgspec.structs.replace(ended, lease_id=bytes(16)), book(1, 2569, LETTERS))
    assert wished(empty, NOVEMBER) == set()


def test_a_book_on_the_shelf_only_moves_forward(empty: TownDesk) -> None:
    first = book(1)
    shelve(empty, first)
    empty.desk.settle("UPDATE lease SET next = 17", ())
    shelve(empty, first)
    assert empty.desk.reader.rows("SELECT next FROM lease") == [(17,)]
    shelve(empty, Lease(first.lease_id, RECEIPTS, 2570, 1, 1, 30, 50))
    assert empty.desk.reader.rows("SELECT next, hi FROM lease") == [(30, 50)]
    assert books.unknown(empty.desk.reader, [first]) == ()


def test_a_busy_desk_wants_seven_very_busy_days_ahead(empty: TownDesk) -> None:
    """The pace is the 99th of a hundred days: one mad day in four months does not count."""
    event = "INSERT INTO number_event VALUES (1, 'receipts', 2570, ?, 'issued', 'receipt', x'', ?, 1, ?, NULL)"
    device, n = empty.desk.identity.device_id, 0
    for day, count in enumerate([500, *[30] * 100]):
        for _ in range(count if day < 1 else 1):
            n += 1
            at = (NOVEMBER - timedelta(days=day + 200 if day > 88 else day)).isoformat()
            empty.desk.settle(event, (n, device, at))
    pace = books.Pace(empty.desk.reader, device)
    assert pace.at(NOVEMBER) == 500
    assert books.Pace(empty.desk.reader, bytes(16)).at(NOVEMBER) == 0
    asked = books.wishes(empty.desk.reader, empty.desk.identity, NOVEMBER, 30)
    assert [wish.numbers for wish in asked if wish.series == RECEIPTS] == [210]
    asked = books.wishes(empty.desk.reader, empty.desk.identity, NOVEMBER, 500)
    assert [wish.numbers for wish in asked if wish.series == RECEIPTS] == [1000]


def test_a_closed_book_does_not_come_back_with_an_answer_that_was_under_way(empty: TownDesk) -> None:
    shelve(empty, book(1))
    empty.desk.settle("UPDATE lease SET closed_at = 'x'", ())
    again = msgspec.structs.replace(book(1), lo=7, hi=90)
    assert books.unknown(empty.desk.reader, [again]) == ()
    shelve(empty, again)
    assert empty.desk.reader.rows("SELECT next, hi, closed_at FROM lease") == [(1, 50, "x")]


def test_a_store_that_became_another_device_leaves_the_books_of_the_old_one_alone(empty: TownDesk) -> None:
    shelve(empty, book(1), book(2))
    empty.desk.settle("UPDATE device SET device_id = randomblob(16)", ())
    empty.desk.__dict__.pop("identity")
    assert (RECEIPTS, 2570) in wished(empty, NOVEMBER)
    with pytest.raises(OfficeError, match=r"numbers\.none_left"):
        empty.desk.write(lambda unit: unit.take_number(RECEIPTS, 2570))


def test_a_desk_that_numbers_nothing_wishes_for_nothing(empty: TownDesk) -> None:
    identity = replace(empty.desk.identity, counter="", registers=())
    assert books.wishes(empty.desk.reader, identity, NOVEMBER) == ()


def test_books_come_with_the_first_round_and_follow_as_they_are_used(town: Town) -> None:
    desk = town.desk()
    assert desk.desk.reader.rows("SELECT count(*) FROM lease WHERE series = 'receipts'") == [(2,)]
    for _ in range(60):
        desk.cashier().issue(Payment("นายทดสอบ", (Charge(fees()[0], 1),)))
    desk.round.run()
    assert desk.desk.reader.one(
        "SELECT count(*), sum(hi - next + 1) FROM lease WHERE series = 'receipts' AND next <= hi"
    ) == (2 + 1, 140)


def test_a_reply_with_books_that_was_lost_costs_no_number(town: Town) -> None:
    desk = town.desk("C6", (), REGISTRY, synced=False)
    desk.proxy.set(Fault(cut_after=0))
    for _ in range(3):
        with pytest.raises(OfficeError, match=r"post\.no_line"):
            desk.round.run()
    desk.proxy.heal()
    desk.round.run()
    held = set(desk.desk.reader.rows("SELECT lo, hi FROM lease WHERE series = 'receipts'"))
    with town.engine.connect() as connection:
        given = connection.exec_driver_sql(
            "SELECT lo, hi FROM number_book WHERE office_id = %s AND series = 'receipts'", (town.office_id,)
        )
        assert held == {tuple(row) for row in given}


def test_a_register_that_another_desk_holds_is_not_asked_for_all_day(town: Town) -> None:
    first, second = town.desk(), town.desk("C2", (LETTERS,), REGISTRY)
    assert second.desk.reader.rows("SELECT 1 FROM lease WHERE series = ?", (LETTERS,)) == []
    assert second.round.run().notices == ()
    assert is_provisional(second.letters().register(Registration("ก", "ข", "ค")).number)
    assert first.letters().register(Registration("ก", "ข", "ค")).number == 1
