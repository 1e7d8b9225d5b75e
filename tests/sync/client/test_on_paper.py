"""Receipts on paper, entered at a desk and judged by a real centre: every number is accounted for."""

from collections.abc import Iterator
from datetime import date, time
from pathlib import Path

import pytest

from desktop.cashier.keying import Keying
from desktop.cashier.model import PaperReceipt, Receipt
from desktop.office.errors import OfficeError
from desktop.office.ids import Id
from desktop.registers.actions import RegisterActions
from desktop.registers.model import Book, PaperBook
from desktop.registers.mutations import SPOIL, SpoilPaper
from desktop.registers.queries import RegisterQueries
from sync.server.admin_books import BookAdmin
from sync.server.database import snapshot
from sync.server.proving import account_of, first_contradiction
from tests.helpers.town import Town, TownDesk, centre_beside, identity

FISCAL = 2570
SERIES = "receipts.paper/12"


@pytest.fixture
def town(centre_database: str, tmp_path: Path) -> Iterator[Town]:
    with centre_beside(centre_database, tmp_path / "centre") as beside:
        built = Town(beside, tmp_path)
        yield built
        built.close()


@pytest.fixture
def admin(town: Town) -> BookAdmin:
    return BookAdmin(town.engine, town.office_id, town.clock)


@pytest.fixture
def desk(town: Town, admin: BookAdmin) -> TownDesk:
    """A counter of the cash office that was handed paper book 12."""
    desk = town.desk()
    admin.paper_book("C1", FISCAL, 12, 1, 20)
    desk.round.run()
    return desk


def books(desk: TownDesk) -> tuple[PaperBook, ...]:
    return RegisterQueries(desk.desk.reader).paper_books()


def free(desk: TownDesk) -> list[tuple[int, int]]:
    return [(run.lo, run.hi) for one in books(desk) for run in one.free]


def key_in(desk: TownDesk, book: Book, number: int) -> Receipt:
    paper = PaperReceipt(book, number, date(2026, 11, 10), "นายบุญมี", "ค่าขยะ", 12_000, "นางปิยะดา", at=time(10, 42))
    return Keying(desk.desk, desk.person("piyada")).key_in(paper)


def spoil(desk: TownDesk, book: Book, lo: int, hi: int, witness: str = "kanda") -> None:
    RegisterActions(desk.desk, desk.person("piyada")).spoil(book, lo, hi, "เขียนเสีย: จำนวนเงินผิด", desk.person(witness))


def fates(town: Town, series: str = SERIES) -> list[tuple[int, int, str, str]]:
    with snapshot(town.engine) as connection:
        assert first_contradiction(connection, town.office_id, series, FISCAL) is None
        runs = account_of(connection, town.office_id, series, FISCAL).runs
    return [(run.lo, run.hi, run.fate.value, run.by) for run in runs]


def test_receipts_come_in_from_the_paper_in_any_order_and_nothing_is_flagged(town: Town, desk: TownDesk) -> None:
    (book,) = books(desk)
    assert free(desk) == [(1, 20)]
    receipt = key_in(desk, book.book, 3)
    assert (receipt.number, receipt.book_no, receipt.series) == (3, 12, SERIES)
    assert receipt.issued_at.isoformat() == "2026-11-10T03:42:00+00:00"
    key_in(desk, book.book, 1)
    assert free(desk) == [(2, 2), (4, 20)]
    desk.round.run()
    key_in(desk, book.book, 2)
    desk.round.run()
    assert fates(town) == [(1, 3, "issued", ""), (4, 20, "unused", "")]
    assert not desk.desk.reader.rows("SELECT 1 FROM attention")
    other = town.desk("C2")
    assert free(other) == [(4, 20)], "who keeps the register sees what is done already"


def test_a_spoilt_or_lost_paper_is_cancelled_before_a_witness(town: Town, desk: TownDesk) -> None:
    (book,) = books(desk)
    key_in(desk, book.book, 1)
    spoil(desk, book.book, 2, 4)
    assert free(desk) == [(5, 20)]
    desk.round.run()
    both = "นางpiyada, พยาน นางkanda"
    assert fates(town) == [(1, 1, "issued", ""), (2, 4, "cancelled", both), (5, 20, "unused", "")]
    assert not desk.desk.reader.rows("SELECT 1 FROM attention")
    assert free(town.desk("C2")) == [(5, 20)]


def test_what_may_not_be_is_refused_at_once_and_leaves_nothing(desk: TownDesk) -> None:
    (book,) = books(desk)
    key_in(desk, book.book, 1)
    before = desk.desk.reader.rows("SELECT count(*) FROM outbox")
    with pytest.raises(OfficeError, match="numbers.witness_self"):
        spoil(desk, book.book, 2, 2, "piyada")
    for lo, hi in ((1, 2), (20, 21), (5, 4)):
        with pytest.raises(OfficeError, match="cashier.number_settled"):
            spoil(desk, book.book, lo, hi)
    with pytest.raises(OfficeError, match="cashier.number_settled"):
        key_in(desk, book.book, 1)
    wrong = PaperReceipt(book.book, 2, date(2026, 9, 30), "", " ", 0, "")
    with pytest.raises(OfficeError, match="cashier.cannot_key_in") as told:
        Keying(desk.desk, desk.person("piyada")).key_in(wrong)
    assert told.value.subject["fields"] == ["day", "payer_name", "satang", "what_for"]
    assert desk.desk.reader.rows("SELECT count(*) FROM outbox") == before


def test_a_lost_desks_receipts_are_entered_at_another_desk(town: Town, admin: BookAdmin, desk: TownDesk) -> None:
    lost = town.desk("C3")
    admin.lose("C3", "kanda", "ถูกขโมย")
    desk.round.run()
    suspended = next(one for one in books(desk) if one.book.holder == "C3")
    lo = suspended.book.lo
    key_in(desk, suspended.book, lo)
    spoil(desk, suspended.book, lo + 1, lo + 1)
    desk.round.run()
    found = fates(town, "receipts")
    assert (lo, lo, "issued", "") in found
    assert (lo + 1, lo + 1, "cancelled", "นางpiyada, พยาน นางkanda") in found
    assert not lost.desk.reader.rows("SELECT 1 FROM receipt")


def test_the_centre_flags_a_witness_that_is_the_actor_and_a_book_that_is_none(town: Town, desk: TownDesk) -> None:
    (book,) = books(desk)
    piyada = desk.person("piyada").id

    def say(book_id: Id, witness: Id, n: int) -> None:
        body = SpoilPaper(book_id, SERIES, FISCAL, n, n, "สูญหาย: -", "นางpiyada", witness, desk.desk.ids.new())
        desk.desk.write(lambda unit: unit.perform(SPOIL, body, piyada))

    say(book.book.id, piyada, 7)
    say(b"\x05" * 16, identity("kanda"), 8)
    desk.round.run()
    codes = [code for (code,) in desk.desk.reader.rows("SELECT code FROM attention ORDER BY created_at")]
    assert sorted(codes) == ["number.no_witness", "number.not_your_book"]


def test_a_counter_that_keeps_no_register_settles_the_book_it_holds(town: Town, admin: BookAdmin) -> None:
    """What it writes off goes to the keepers of the register; the counter itself only knows that it is settled."""
    counter = town.second_desk()
    admin.paper_book("E1", FISCAL, 12, 1, 20)
    counter.round.run()
    (book,) = books(counter)
    key_in(counter, book.book, 1)
    spoil(counter, book.book, 2, 3)
    assert counter.round.run().proven
    assert counter.round.run().proven
    assert free(counter) == [(4, 20)]
    assert counter.desk.reader.rows("SELECT count(*) FROM number_span") == [(0,)]
    assert [one[:3] for one in fates(town)] == [(1, 1, "issued"), (2, 3, "cancelled"), (4, 20, "unused")]
