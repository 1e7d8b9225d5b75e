"""One register by year, number and day; the files that are out; the same paper known again."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from desktop.application import Office
from desktop.letters.model import Basket, Direction, Kind, Registration
from desktop.letters.queries import InboxFilter
from desktop.letters.register_books import Leaf, RegisterBook
from desktop.letters.rules import CENTRAL, INCOMING_SERIES, is_overdue
from desktop.office.clock import ManualClock
from tests.helpers.desk import MORNING, make_desk, make_office, person, unit_id

ENG = unit_id("ENG").hex()
SERIES = (INCOMING_SERIES, f"letters.incoming/{ENG}", "letters.order", f"letters.memo/{ENG}")
TODAY = date(2026, 11, 11)
CAME = Registration("จังหวัดเชียงใหม่", "นายกเทศมนตรี", "ขอเชิญประชุม", "ชม ๐๐๒๓.๓/๑๒", date(2026, 11, 2))
ORDER = replace(CAME, kind=Kind.ORDER, direction=Direction.INTERNAL, book_number="-")
MEMO = replace(ORDER, kind=Kind.INTERNAL)


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock(MORNING)


@pytest.fixture
def office(tmp_path: Path, clock: ManualClock) -> Iterator[Office]:
    desk = make_desk(tmp_path / "desk", registers=SERIES, clock=clock)
    yield make_office(desk)
    desk.close()


def test_every_register_is_on_the_shelf_with_its_years(office: Office) -> None:
    office.letters(person(office)).register(CAME)
    books = office.register_books.books(SERIES, 2569)
    assert books == (
        RegisterBook(CENTRAL, "", "", (2569,)),
        RegisterBook(f"incoming/{ENG}", "กองช่าง", "Engineering Division", (2569,)),
        RegisterBook(f"memo/{ENG}", "กองช่าง", "Engineering Division", (2569,)),
        RegisterBook("order", "", "", (2569,)),
    )
    assert [book.register for book in office.register_books.books((), 2570)] == [CENTRAL]


def test_a_leaf_is_read_by_pages_by_number_and_by_day(office: Office, clock: ManualClock) -> None:
    act = office.letters(person(office))
    for place in range(7):
        act.register(replace(CAME, subject=f"เรื่องที่ {place}", book_number="-"))
    clock.advance(timedelta(days=1))
    for place in range(7, 10):
        act.register(replace(CAME, subject=f"เรื่องที่ {place}", book_number="-"))
    books, leaf = office.register_books, Leaf(CENTRAL, 2569)
    assert books.count(leaf) == 10
    pages = [books.page(leaf, 4, anchor) for anchor in books.anchors(leaf, 4)]
    assert [[line.number for line in page] for page in pages] == [
        [4833, 4832, 4831, 4830], [4829, 4828, 4827, 4826], [4825, 4824]
    ]  # fmt: skip
    assert books.page(leaf, 4) == pages[0]
    assert pages[0][0].letter.subject == "เรื่องที่ 9"
    assert (books.place(leaf, 4829), books.place(leaf, 9999), books.place(leaf, 1)) == (4, 0, 10)
    first, second = replace(leaf, day=TODAY), replace(leaf, day=TODAY + timedelta(days=1))
    assert (books.count(first), books.count(second), books.count(replace(leaf, year_be=2568))) == (7, 3, 0)
    assert [line.number for line in books.page(second, 4)] == [4833, 4832, 4831]


def test_a_division_s_book_holds_its_own_letters_and_its_numbers_of_others(office: Office) -> None:
    came = office.letters(person(office)).register(CAME)
    own = replace(CAME, book_number="-", register=f"incoming/{ENG}")
    straight = office.letters(person(office, "wichai")).register(own)
    office.keeping(person(office, "wichai")).register_again(came.id)
    leaf = Leaf(f"incoming/{ENG}", 2569)
    lines = office.register_books.page(leaf, 10)
    assert [(line.number, line.letter.id, line.further) for line in lines] == [
        (2, came.id, True), (1, straight.id, False)
    ]  # fmt: skip
    assert office.register_books.count(leaf) == 2
    assert office.register_books.count(replace(leaf, day=TODAY)) == 2
    assert lines[0].letter_date == CAME.letter_date


def test_only_what_was_chosen_and_fits_is_taken(office: Office) -> None:
    from desktop.office.errors import OfficeError

    with pytest.raises(OfficeError, match="numbers.not_here"):
        office.letters(person(office)).register(replace(CAME, register="order"))
    with pytest.raises(OfficeError, match="numbers.not_here"):
        office.letters(person(office)).register(replace(CAME, register=f"incoming/{ENG}"))


def test_the_inbox_of_a_unit_holds_letters_of_every_register(office: Office) -> None:
    act = office.letters(person(office, "wichai"))
    done = [act.register(one) for one in (CAME, ORDER, MEMO)]
    for one in done:
        act.route(one.id, [unit_id("ENG")])
    mine = InboxFilter(Basket.MINE, unit_id("ENG"), TODAY)
    rows = office.letter_queries.page(mine, 10)
    assert {row.id for row in rows} == {one.id for one in done}
    anchors = office.letter_queries.anchors(mine, 1)
    assert [office.letter_queries.page(mine, 1, anchor)[0] for anchor in anchors] == rows
    assert [office.letter_queries.place(mine, row.id) for row in rows] == [0, 1, 2]
    assert office.letter_queries.count(replace(mine, basket=Basket.ALL)) == 1


def test_what_was_cancelled_waits_for_nobody(office: Office) -> None:
    came = office.letters(person(office)).register(replace(CAME, due_date=TODAY))
    new, due = (InboxFilter(basket, unit_id("CLK"), TODAY) for basket in (Basket.NEW, Basket.DUE))
    assert [office.letter_queries.count(one) for one in (new, due)] == [1, 1]
    office.keeping(person(office)).cancel(came.id, "ลงผิดฉบับ")
    assert [office.letter_queries.count(one) for one in (new, due)] == [0, 0]


def test_the_same_paper_is_known_however_its_number_and_sender_were_typed(office: Office) -> None:
    came = office.letters(person(office)).register(CAME)

    def known(**typed: object) -> list[bytes]:
        return [one.row.id for one in office.alike_queries.find(replace(CAME, **typed))]  # type: ignore[arg-type]

    assert known() == known(book_number="ที่ ชม 0023.3 / 12", from_party="จ.เชียงใหม่") == [came.id]
    assert known(book_number="ชม 0023.3/13") == known(letter_date=None) == known(book_number="-") == []
    assert known(letter_date=date(2026, 11, 3)) == known(direction=Direction.OUTGOING) == []
    office.keeping(person(office)).cancel(came.id, "ลงผิดฉบับ")
    assert known() == []


def test_a_number_without_a_letter_code_is_only_its_sender_s(office: Office) -> None:
    came = office.letters(person(office)).register(replace(CAME, book_number="12/2569"))
    alike = office.alike_queries.find
    assert [one.row.id for one in alike(replace(CAME, book_number="๑๒/๒๕๖๙"))] == [came.id]
    assert alike(replace(CAME, book_number="12/2569", from_party="อำเภอเมือง")) == ()


def test_files_that_are_out_are_listed_the_latest_first(office: Office) -> None:
    act, keeping = office.letters(person(office)), office.keeping(person(office))
    letters = [act.register(replace(CAME, book_number="-", subject=f"เรื่อง {n}")) for n in range(3)]
    loans = [
        keeping.lend(one.id, who, due=due)
        for one, who, due in zip(
            letters, ("ก", "ข", "ค"), (None, TODAY + timedelta(days=3), TODAY - timedelta(days=1)), strict=True
        )
    ]
    lent = office.loan_queries.out()
    assert [one.loan.id for one in lent] == [loans[2], loans[1], loans[0]]
    assert [is_overdue(one.loan, TODAY) for one in lent] == [True, False, False]
    assert office.loan_queries.late(TODAY) == 1
    keeping.give_back(loans[2])
    assert (office.loan_queries.late(TODAY), len(office.loan_queries.out())) == (0, 2)
