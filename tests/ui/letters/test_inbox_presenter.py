"""What the list holds, in which order, and how any page of it is found."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.application import Office
from desktop.letters.model import Basket, Mark
from desktop.office.changes import Changes
from tests.helpers.desk import arrived, make_desk, make_office, person, session, unit_id
from tests.helpers.letters import fill
from ui.letters.inbox_presenter import InboxPresenter

SIZE = 5


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """Seventeen letters without pages, numbers 4801 to 4817; the first six are with their units."""
    folder: Path = tmp_path_factory.mktemp("full")
    desk = make_desk(folder, next_letter=4801)
    office = make_office(desk)
    fill(office, 17, routed=6, pages=False)
    arrived(desk)
    yield office
    desk.close()


def presenter(office: Office, login: str = "kanda") -> InboxPresenter:
    return InboxPresenter(office, session(office, login))


def test_the_day_begins_with_the_basket_of_the_role(full: Office) -> None:
    assert presenter(full).basket == Basket.NEW
    assert presenter(full, "wichai").basket == Basket.MINE


def test_newest_first_page_by_page(full: Office) -> None:
    inbox = presenter(full)
    inbox.basket = Basket.ALL
    listing = inbox.look(inbox.wanted, SIZE)
    assert listing.total == 17
    assert [row.number for row in listing.page(0)] == [4817, 4816, 4815, 4814, 4813]
    assert [row.number for row in listing.page(2)] == [4807, 4806, 4805, 4804, 4803]
    assert [row.number for row in listing.page(3)] == [4802, 4801]
    assert not listing.page(9)


def test_a_letter_is_found_again_in_its_place(full: Office) -> None:
    inbox = presenter(full)
    inbox.basket = Basket.ALL
    wanted = inbox.look(inbox.wanted, SIZE).page(1)[2]
    assert inbox.look(inbox.wanted, SIZE, wanted.id).place == 7
    inbox.basket = Basket.NEW
    sent = full.letter_queries.page(inbox.wanted, 50)[-1]
    assert sent.number == 4807
    inbox.words = "ไม่มีเรื่องนี้"
    assert inbox.look(inbox.wanted, SIZE, sent.id).place is None


def test_counts_are_those_of_the_lists(full: Office) -> None:
    inbox = presenter(full, "wichai")
    counts = inbox.counts()
    assert counts[Basket.ALL] == 17
    assert counts[Basket.NEW] == 11
    for basket in Basket:
        inbox.basket = basket
        assert inbox.look(inbox.wanted, SIZE).total == counts[basket]
    inbox.basket = Basket.MINE
    assert {row.units for row in inbox.look(inbox.wanted, SIZE).first} >= {"ช่าง"}
    assert inbox.waiting() == counts[Basket.MINE] == 3


@pytest.mark.parametrize(
    ("words", "numbers"),
    [
        ("ไข้เลือดออก", [4807]),
        ("04807", [4807]),
        ("๔๘๐๗", [4807]),
        ("ชม ๐๐๓๓.๐๐๖/ว ๙๑๐๒", [4807]),
        ("ชม 0033.006/ว 9102", [4807]),
        ("จังหวัดเชียงใหม่ พิธี", [4802]),
    ],
)
def test_words_find_by_number_book_number_subject_and_sender(full: Office, words: str, numbers: list[int]) -> None:
    inbox = presenter(full)
    inbox.basket, inbox.words = Basket.ALL, words
    assert [row.number for row in inbox.look(inbox.wanted, SIZE).first] == numbers


def test_only_what_concerns_letters_is_read_again() -> None:
    assert InboxPresenter.concerns(Changes(frozenset({("routing", b"1")})))
    assert not InboxPresenter.concerns(Changes(frozenset({("receipt", b"1")})))


def test_baskets_follow_each_other(full: Office) -> None:
    assert person(full).unit.code == "CLK"
    inbox = presenter(full)
    seen = [inbox.basket]
    for _ in Basket:
        inbox.basket = inbox.next_basket()
        seen.append(inbox.basket)
    assert seen[0] == seen[-1]
    assert set(seen) == set(Basket)


def test_a_letter_whose_act_was_refused_is_marked(tmp_path: Path) -> None:
    desk = make_desk(tmp_path)
    office = make_office(desk)
    done = fill(office, 3, routed=0, pages=False)
    act = office.letters(person(office))
    routes = act.route(done[0].id, [unit_id("ENG")])
    act.recall(routes)
    act.endorse(done[1].id, "ทราบ")
    mseq = desk.reader.one("SELECT max(mseq) FROM outbox")
    assert mseq is not None
    desk.write(lambda unit: unit.tell_attention("letters.route_settled", {}, mseq[0] - 1))
    inbox = InboxPresenter(office, session(office))
    marks = {row.id: row.mark for row in inbox.look(inbox.wanted, SIZE).first}
    assert marks == {done[0].id: Mark.ATTENTION, done[1].id: Mark.HERE, done[2].id: Mark.HERE}
    letter = office.letter_queries.letter(done[0].id)
    assert letter is not None
    assert letter.mark == Mark.ATTENTION
    desk.settle("UPDATE attention SET resolved_at = created_at", ())
    assert inbox.look(inbox.wanted, SIZE).first[2].mark == Mark.HERE
    desk.close()
