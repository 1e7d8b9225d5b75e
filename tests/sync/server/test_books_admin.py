"""Takeover, loss, cancellation and the year's end at the centre: every number ends somewhere, and the proof sees it."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

import pytest
from sqlalchemy import Connection, text

from desktop.accounts.mutations import DefineStaff
from desktop.office.errors import OfficeError
from desktop.registers.model import Fate, RegisterAccount
from desktop.registers.mutations import CloseBook
from sync.server.admin_books import BookAdmin, KeyedPaper
from sync.server.cli import run
from sync.server.database import snapshot
from sync.server.proving import account_of, first_contradiction, registers
from sync.server.writing import mark
from sync.wire.messages import Lease
from tests.sync.server.test_leases import BOOKS, FISCAL, SEQUENCE, issue
from tests.sync.server.town import IDS, LETTERS, REGISTRY, MiniDesk, Refused, Town, this_year

YEAR = this_year()


@pytest.fixture
def admin(town: Town) -> BookAdmin:
    mayor = ("somchai", "สมชาย", "Somchai", "นายก", "Mayor")
    town.admin.define_staff(town.office_id, DefineStaff(IDS.new(), *mayor, town.eng, "executive"))
    return BookAdmin(town.server.centre.engine, town.office_id)


def account(town: Town, series: str = LETTERS, year: int = YEAR) -> RegisterAccount:
    with snapshot(town.server.centre.engine) as connection:
        return account_of(connection, town.office_id, series, year)


def fates(town: Town, series: str = LETTERS, year: int = YEAR) -> list[tuple[int, int, str]]:
    return [(run.lo, run.hi, run.fate.value) for run in account(town, series, year).runs]


def proof(town: Town) -> dict[tuple[str, int], str | None]:
    with snapshot(town.server.centre.engine) as connection:
        known = registers(connection, town.office_id)
        return {one: first_contradiction(connection, town.office_id, *one) for one in known}


def holder(town: Town, letters: int = 3) -> MiniDesk:
    desk = town.registry()
    for _ in range(letters):
        desk.register()
    desk.sync()
    return desk


def close(desk: MiniDesk, lease: Lease, following: int, reason: str = "returned") -> None:
    body = CloseBook(lease.lease_id, lease.series, lease.year_be, following, lease.hi, reason, IDS.new())
    desk.user_id, user = bytes(16), desk.user_id
    desk.act("numbers.close_book", body)
    desk.user_id = user


def take_over(admin: BookAdmin, to: MiniDesk) -> tuple[int, int]:
    return admin.take_over(LETTERS, YEAR, to.id.hex(), ("kanda", "somchai"), "เครื่องเสีย")


def test_a_register_that_is_given_back_goes_on_without_a_gap(town: Town) -> None:
    first, second = holder(town), town.desk(REGISTRY)
    close(first, first.leases[LETTERS], 4)
    assert second.sync([SEQUENCE]).leases == ()
    first.sync()
    assert first.results[4].status == "applied"
    assert (second.lease_letters().lo, second.leases[LETTERS].epoch) == (4, 2)
    second.register()
    second.sync()
    assert fates(town) == [(1, 4, "issued"), (5, 103, "unused")]
    assert proof(town) == {(LETTERS, YEAR): None}


def test_after_a_takeover_numbering_begins_after_all_that_the_old_holder_could_print(
    town: Town, admin: BookAdmin
) -> None:
    first, second = holder(town), town.desk(REGISTRY, counter="C2")
    assert take_over(admin, second) == (4, 100)
    assert second.lease_letters().lo == 101
    second.register()
    second.sync()
    assert fates(town) == [(1, 3, "issued"), (4, 100, "suspense"), (101, 101, "issued"), (102, 200, "unused")]
    assert first.sync([SEQUENCE]).notices == (f"lease_held_elsewhere {LETTERS} {YEAR}",)
    assert proof(town) == {(LETTERS, YEAR): None}


def test_what_the_old_holder_had_printed_fills_the_suspense_and_the_rest_is_cancelled_by_itself(
    town: Town, admin: BookAdmin
) -> None:
    first, second = holder(town), town.desk(REGISTRY, counter="C2")
    for _ in range(2):
        first.register()
    take_over(admin, second)
    close(first, first.leases[LETTERS], 6)
    first.sync()
    assert [(first.results[n].status, first.results[n].code) for n in (4, 5)] == [
        ("flagged", "number.was_suspense")
    ] * 2
    assert fates(town) == [(1, 5, "issued"), (6, 100, "cancelled"), (101, 200, "unused")]
    assert proof(town) == {(LETTERS, YEAR): None}


def test_a_takeover_needs_two_people_with_two_roles_and_a_holder(town: Town, admin: BookAdmin) -> None:
    second = town.desk(REGISTRY, counter="C2")
    with pytest.raises(OfficeError, match=r"centre\.register_free"):
        take_over(admin, second)
    holder(town)
    for by in (("kanda",), ("kanda", "kanda"), ("kanda", "KANDA")):
        with pytest.raises(OfficeError, match=r"centre\.two_people"):
            admin.take_over(LETTERS, YEAR, "C2", by, "x")
    with pytest.raises(OfficeError, match=r"centre\.login_unknown"):
        admin.take_over(LETTERS, YEAR, "C2", ("kanda", "nobody"), "x")
    with pytest.raises(OfficeError, match=r"centre\.device_unknown"):
        admin.take_over(LETTERS, YEAR, "C9", ("kanda", "somchai"), "x")


def test_the_books_of_a_lost_desk_are_frozen_and_it_never_speaks_again(town: Town, admin: BookAdmin) -> None:
    lost, other = town.desk("finance/normal"), town.desk("finance/normal", counter="C2")
    lease = lost.sync([BOOKS]).leases[0]
    for n in (1, 2):
        issue(lost, lease, n)
    lost.sync()
    assert admin.lose("C1", "kanda", "ถูกขโมย") == [("receipts", FISCAL, 3, 50), ("receipts", FISCAL, 51, 100)]
    with pytest.raises(Refused, match="device_revoked"):
        lost.sync()
    assert [book.lo for book in other.sync([BOOKS]).leases] == [101, 151]
    assert fates(town, "receipts", FISCAL) == [(1, 2, "issued"), (3, 100, "suspense"), (101, 200, "unused")]
    again = town.desk("finance/normal", counter="C1")
    assert [book.lo for book in again.sync([BOOKS]).leases] == [201, 251]


def test_suspense_is_cancelled_with_a_reason_and_nothing_else_can_be(town: Town, admin: BookAdmin) -> None:
    holder(town)
    take_over(admin, town.desk(REGISTRY, counter="C2"))
    for lo, hi in ((1, 4), (3, 3), (100, 101), (500, 600), (9, 8)):
        with pytest.raises(OfficeError, match=r"centre\.not_in_suspense"):
            admin.cancel(LETTERS, YEAR, lo, hi, "kanda", "ไม่ได้พิมพ์")
    admin.cancel(LETTERS, YEAR, 10, 20, "kanda", "ไม่ได้พิมพ์")
    assert fates(town)[1:4] == [(4, 9, "suspense"), (10, 20, "cancelled"), (21, 100, "suspense")]
    assert account(town).runs[2].reason == "ไม่ได้พิมพ์"
    assert proof(town) == {(LETTERS, YEAR): None}


def test_a_year_is_closed_only_when_nothing_is_open_or_in_suspense(town: Town, admin: BookAdmin) -> None:
    first = holder(town)
    with pytest.raises(OfficeError, match=r"centre\.year_open"):
        admin.close_year(LETTERS, YEAR, "kanda")
    second = town.desk(REGISTRY, counter="C2")
    take_over(admin, second)
    close(second, second.lease_letters(), 101, "year_end")
    second.sync()
    with pytest.raises(OfficeError, match=r"centre\.year_open"):
        admin.close_year(LETTERS, YEAR, "kanda")
    admin.cancel(LETTERS, YEAR, 4, 100, "kanda", "ไม่ได้พิมพ์")
    admin.close_year(LETTERS, YEAR, "kanda")
    assert {one.state for one in account(town).books} == {"reconciled"}
    assert proof(town) == {(LETTERS, YEAR): None}
    assert first.sync().leases == ()


def test_a_book_of_somebody_else_can_not_be_closed(town: Town) -> None:
    first, other = holder(town), town.desk(REGISTRY, counter="C2")
    close(other, first.leases[LETTERS], 4)
    other.sync()
    assert other.results[1].code == "number.not_your_book"
    assert account(town).count(Fate.UNUSED) == 97


def test_unused_receipts_of_a_closed_book_are_cancelled(town: Town) -> None:
    desk = town.desk("finance/normal")
    lease = desk.sync([BOOKS]).leases[0]
    issue(desk, lease, 1)
    close(desk, lease, 2, "year_end")
    desk.sync()
    assert fates(town, "receipts", FISCAL) == [(1, 1, "issued"), (2, 50, "cancelled"), (51, 100, "unused")]
    assert account(town, "receipts", FISCAL).runs[1].reason == "year_end"
    assert [book.book_no for book in desk.sync([BOOKS]).leases] == [2, 3]


def test_a_paper_book_has_a_series_of_its_own(town: Town, admin: BookAdmin) -> None:
    town.desk("finance/normal")
    assert admin.paper_book("C1", FISCAL, 12, 1, 50) == "receipts.paper/12"
    with pytest.raises(OfficeError, match=r"centre\.book_known"):
        admin.paper_book("C1", FISCAL, 12, 1, 50)
    assert fates(town, "receipts.paper/12", FISCAL) == [(1, 50, "unused")]


def paper(series: str, number: int) -> KeyedPaper:
    at = datetime(2026, 11, 12, 3, 30, tzinfo=UTC)
    return KeyedPaper(series, FISCAL, number, at, "นายบุญมี ใจคำ", "ค่าธรรมเนียมขยะ", 12_000)


def test_receipts_of_a_paper_book_are_entered_later_under_their_own_numbers(town: Town, admin: BookAdmin) -> None:
    desk = town.desk("finance/normal")
    series = admin.paper_book("C1", FISCAL, 12, 1, 50)
    admin.key_in(paper(series, 1), "kanda")
    admin.key_in(paper(series, 2), "kanda")
    for number in (2, 51):
        with pytest.raises(OfficeError, match=r"centre\.not_to_key_in"):
            admin.key_in(paper(series, number), "kanda")
    assert fates(town, series, FISCAL) == [(1, 2, "issued"), (3, 50, "unused")]
    desk.sync()
    row = next(row for (entity, _), row in desk.rows.items() if entity == "receipt")
    assert (row["total_satang"], row["issued_at"], row["counter"]) == (12_000, "2026-11-12T03:30:00.000000Z", "C1")
    assert set(proof(town).values()) == {None}


def test_what_a_lost_desk_had_printed_is_entered_from_the_paper(town: Town, admin: BookAdmin) -> None:
    lost = town.desk("finance/normal")
    lease = lost.sync([BOOKS]).leases[0]
    issue(lost, lease, 1)
    lost.sync()
    with pytest.raises(OfficeError, match=r"centre\.not_to_key_in"):
        admin.key_in(paper("receipts", 2), "kanda")
    admin.lose("C1", "kanda", "ถูกขโมย")
    admin.key_in(paper("receipts", 2), "kanda")
    admin.cancel("receipts", FISCAL, 3, 100, "kanda", "ไม่ได้พิมพ์")
    assert fates(town, "receipts", FISCAL) == [(1, 2, "issued"), (3, 100, "cancelled")]
    assert proof(town) == {("receipts", FISCAL): None}
    admin.close_year("receipts", FISCAL, "kanda")


@contextmanager
def forging(town: Town) -> Iterator[Connection]:
    """Somebody with the keys of the database changes rows behind the post office's back."""
    with town.server.centre.engine.begin() as connection:
        mark(connection)
        yield connection


@pytest.mark.parametrize(
    ("forgery", "found"),
    [
        ("UPDATE receipt SET payer_name = 'อื่น' WHERE number = 2", "receipt 2 is not what its act said"),
        ("UPDATE receipt_line SET amount_satang = 1", "receipt 1 is not what its act said"),
        ("UPDATE mutation SET body = body || '\\x00' WHERE mseq = 3", "receipt 3 is not what its act said"),
        ("UPDATE receipt SET number = 1 WHERE number = 2", "number 1 is on two papers"),
        ("DELETE FROM receipt WHERE number = 2", "number 2 is unaccounted for"),
        ("DELETE FROM number_event WHERE n = 2", "number 2 is on a paper and has no event"),
        ("UPDATE number_event SET status = 'void' WHERE n = 3", "number 3 is issued by its rows and void by its event"),
        ("UPDATE number_book SET state = 'exhausted' WHERE book_no = 1", "number 4 is unaccounted for"),
    ],
)
def test_the_proof_names_what_was_tampered_with(town: Town, forgery: str, found: str) -> None:
    desk = town.desk("finance/normal")
    lease = desk.sync([BOOKS]).leases[0]
    for n in (1, 2, 3):
        issue(desk, lease, n)
    desk.sync()
    assert proof(town) == {("receipts", FISCAL): None}
    key = "AND" if "WHERE" in forgery else "WHERE"
    with forging(town) as connection:
        connection.execute(text(f"{forgery} {key} office_id = :office_id"), {"office_id": town.office_id})
    assert found in str(proof(town)[("receipts", FISCAL)])


def test_two_desks_with_one_number_are_seen(town: Town) -> None:
    """A paper printed outside every rule is accepted, flagged, and named by the proof."""
    desk = holder(town)
    desk.register(n=2)
    desk.sync()
    assert desk.results[4].code == "number.taken"
    assert "number 2 is on two papers" in str(proof(town)[(LETTERS, YEAR)])


def test_the_register_can_be_had_and_proven_at_the_command_line(town: Town) -> None:
    def types(*words: str) -> list[str]:
        said: list[str] = []
        url = town.server.centre.engine.url.render_as_string(hide_password=False)
        run(["books", *words, "--office", str(town.office_id), "--database", url], lambda line: said.append(str(line)))
        return said

    desk = holder(town)
    assert types("list")[1].split("\t")[:8] == [LETTERS, str(YEAR), "0", "1", "1", "100", "C1", "open"]
    assert types("list", "--runs") == [f"{LETTERS}\t{YEAR}\t1\t3\tissued\t-", f"{LETTERS}\t{YEAR}\t4\t100\tunused\t-"]
    assert types("prove") == [f"{LETTERS}\t{YEAR}\tok"]
    types("paper", "--device", "C1", "--year", str(FISCAL), "--book", "7", "--from", "1", "--to", "50")
    paid = ("--payer", "นายบุญมี", "--what", "ค่าขยะ", "--amount", "120", "--at", "2026-11-12T10:30", "--by", "kanda")
    types("keyin", "--series", "receipts.paper/7", "--year", str(FISCAL), "--number", "1", *paid)
    desk.register(n=2)
    desk.sync()
    with pytest.raises(SystemExit, match="1"):
        types("prove")
