"""Number books: given ahead, to one desk only, never twice; one holder for each letter register and year."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime

import pytest

from desktop.cashier import mutations as cashier
from desktop.office.clock import utc_text
from desktop.office.dates import fiscal_year_be, local_date
from desktop.office.ids import IdMaker
from desktop.office.numbers import Taken
from sync.server import devices, leases
from sync.server.database import transact
from sync.server.writing import open_gate
from sync.wire.messages import Lease, LeaseWish, SyncResponse
from tests.sync.server.town import CLOCK, IDS, LETTERS, REGISTRY, MiniDesk, Town, this_year

FISCAL = fiscal_year_be(local_date(CLOCK.now()))
BOOKS = LeaseWish("receipts", FISCAL)
SEQUENCE = LeaseWish(LETTERS, this_year())


def test_books_are_of_fifty_and_end_with_the_fiscal_year(town: Town) -> None:
    lease = town.desk().sync([BOOKS]).leases[0]
    assert (lease.book_no, lease.lo, lease.hi, lease.epoch) == (1, 1, 50, 1)
    assert lease.valid_to == utc_text(datetime(FISCAL - 543, 9, 30, 17, tzinfo=UTC))


def test_a_desk_gets_two_books_at_once_and_the_same_when_it_asks_again(town: Town) -> None:
    desk = town.desk()
    held = [desk.sync([BOOKS]).leases for _ in range(3)]
    assert [(lease.lo, lease.hi) for lease in held[0]] == [(1, 50), (51, 100)]
    assert held[0] == held[1] == held[2]


def test_a_busy_counter_gets_as_many_numbers_as_it_asks_for_within_bounds(town: Town) -> None:
    desk = town.desk()
    assert len(desk.sync([LeaseWish("receipts", FISCAL, 330)]).leases) == 7
    assert len(desk.sync([LeaseWish("receipts", FISCAL, 1 << 40)]).leases) == 20


def test_no_two_desks_get_the_same_book_even_at_once(town: Town) -> None:
    desks = [town.desk(counter=f"C{place}") for place in range(8)]

    wish = LeaseWish("receipts", FISCAL, 150)

    def ask(desk: MiniDesk) -> list[Lease]:
        return [lease for _ in range(3) for lease in desk.post("/v1/sync", desk.request([wish]), SyncResponse).leases]

    with ThreadPoolExecutor(len(desks)) as pool:
        given = list(pool.map(ask, desks))
    books = [{lease.book_no for lease in leases} for leases in given]
    assert sorted(number for numbers in books for number in numbers) == list(range(1, 25))


def test_a_used_up_book_makes_room_for_another(town: Town) -> None:
    desk = town.desk("finance/normal")
    leases = desk.sync([BOOKS]).leases
    for number in range(1, 51):
        issue(desk, leases[0], number)
    held = desk.sync([BOOKS]).leases
    assert [lease.book_no for lease in held] == [2, 3]
    assert all(desk.results[mseq].status == "applied" for mseq in range(1, 51))


def test_a_book_half_used_goes_on_after_its_last_number(town: Town) -> None:
    desk = town.desk()
    lease = desk.sync([BOOKS]).leases[0]
    for number in range(1, 8):
        issue(desk, lease, number)
    assert desk.sync([BOOKS]).leases[0].lo == 8


def test_a_number_outside_one_s_own_book_is_flagged(town: Town) -> None:
    mine, other = town.desk("finance/normal"), town.desk("finance/normal", counter="C2")
    mine.sync([BOOKS])
    theirs = other.sync([BOOKS]).leases[0]
    issue(mine, theirs, theirs.lo)
    mine.sync()
    assert mine.results[1].code == "number_not_leased"


def issue(desk: MiniDesk, lease: Lease, number: int) -> None:
    taken = Taken(lease.series, lease.year_be, number, lease.lease_id, lease.epoch, lease.book_no)
    line = cashier.LinePart(IDS.new(), "F1", "2569", "ค่าธรรมเนียม", 1, "ฉบับ", 1000, 1000)
    body = cashier.IssueReceipt(
        IDS.new(), taken, "C1", "ผู้ชำระ", "cash", 1000, "สิบบาทถ้วน", "ปิยะดา", "เจ้าพนักงาน", (line,)
    )
    desk.act("cashier.issue_receipt", body)


def test_a_register_has_one_holder(town: Town) -> None:
    first, second = town.desk(REGISTRY), town.desk(REGISTRY)
    held = first.sync([SEQUENCE]).leases[0]
    assert (held.lo, held.hi, held.book_no, held.epoch, held.valid_to) == (1, 100, 0, 1, None)
    answer = second.sync([SEQUENCE])
    assert answer.leases == ()
    assert answer.notices == (f"lease_held_elsewhere {LETTERS} {this_year()}",)


def test_only_one_of_many_who_ask_at_once_becomes_the_holder(town: Town) -> None:
    desks = [town.desk(REGISTRY) for _ in range(8)]

    def ask(desk: MiniDesk) -> int:
        return len(desk.post("/v1/sync", desk.request([SEQUENCE]), SyncResponse).leases)

    with ThreadPoolExecutor(len(desks)) as pool:
        assert sorted(pool.map(ask, desks)) == [0] * 7 + [1]


def test_the_holder_asking_again_goes_on_after_the_numbers_in_use(town: Town) -> None:
    desk = town.registry()
    for _ in range(3):
        desk.register()
    desk.sync()
    again = desk.sync([SEQUENCE]).leases[0]
    assert (again.lease_id, again.lo) == (desk.leases[LETTERS].lease_id, 4)


def test_a_register_begins_after_numbers_that_exist_already(town: Town) -> None:
    before = town.desk(REGISTRY)
    before.register(n=4823)
    before.sync()
    assert town.registry().leases[LETTERS].lo == 4824


@pytest.mark.parametrize(
    ("wish", "notice"),
    [
        (LeaseWish("letters.outgoing/eng", this_year()), "lease_not_allowed"),
        (LeaseWish("receipts\0", FISCAL), "lease_not_allowed"),
        (LeaseWish(LETTERS, this_year() - 1), "lease_wrong_year"),
        (LeaseWish("receipts", FISCAL + 2), "lease_wrong_year"),
        (LeaseWish("receipts", 1 << 62), "lease_wrong_year"),
    ],
)
def test_what_a_desk_may_not_number_is_refused_by_a_notice(town: Town, wish: LeaseWish, notice: str) -> None:
    answer = town.desk(REGISTRY).sync([wish])
    assert answer.leases == ()
    assert answer.notices == (f"{notice} {wish.series} {wish.year_be}",)


def test_a_desk_without_a_counter_gets_no_receipts(town: Town) -> None:
    assert town.desk(counter="").sync([BOOKS]).notices[0].startswith("lease_not_allowed")


@pytest.mark.parametrize(
    ("now", "year_be", "ends"),
    [
        (datetime(2026, 9, 30, 16, 59, tzinfo=UTC), 2569, "2026-09-30T17:00:00.000000Z"),
        (datetime(2026, 9, 30, 17, 0, tzinfo=UTC), 2570, "2027-09-30T17:00:00.000000Z"),
        (datetime(2026, 9, 15, 3, 0, tzinfo=UTC), 2570, "2027-09-30T17:00:00.000000Z"),
    ],
)
def test_books_follow_the_year_of_thailand_and_can_be_had_ahead(
    town: Town, now: datetime, year_be: int, ends: str
) -> None:
    desk = town.desk()
    key = devices.DeviceKey(town.office_id, desk.id)

    def work(connection: object) -> tuple[list[Lease], list[str]]:
        device = devices.find(connection, key, lock=True)  # type: ignore[arg-type]
        open_gate(connection, town.office_id)  # type: ignore[arg-type]
        return leases.grant(connection, device, [LeaseWish("receipts", year_be)], now, IdMaker(CLOCK))  # type: ignore[arg-type]

    given, notices = transact(town.server.centre.engine, work)
    assert notices == []
    assert (given[0].year_be, given[0].valid_to) == (year_be, ends)
    assert date.fromisoformat(ends[:10]).year == year_be - 543
