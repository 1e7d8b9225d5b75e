"""Papers that go from hand to hand at one desk: who has them, the sweep of a room, and their slips on paper."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from desktop.accounts.model import Unit
from desktop.application import Office
from desktop.letters.model import Registration, Secrecy
from desktop.letters.slip_paper import slip_of
from desktop.letters.slips import code_of
from desktop.letters.whereabouts import Find, PaperAct, Why, sweep
from desktop.office.clock import ManualClock
from desktop.office.errors import OfficeError
from desktop.office.ids import Id
from desktop.paper.pages import page_text
from tests.helpers.desk import MORNING, make_desk, make_office, person, unit_id

YEAR = 2569


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock(MORNING)


@pytest.fixture
def office(tmp_path: Path, clock: ManualClock) -> Iterator[Office]:
    desk = make_desk(tmp_path / "desk", clock=clock)
    yield make_office(desk)
    desk.close()


def _letters(office: Office, count: int) -> list[Id]:
    act = office.letters(person(office))
    wanted = Registration("สถ.", "นายก", "ซักซ้อมแนวทาง")
    return [act.register(replace(wanted, subject=f"เรื่องที่ {place}")).id for place in range(count)]


def _unit(office: Office, code: str) -> Unit:
    return next(unit for unit in office.account_queries.units() if unit.code == code)


def test_the_last_holder_is_always_known(office: Office, clock: ManualClock) -> None:
    (letter,) = _letters(office, 1)
    queries, kanda = office.custody_queries, office.custody(person(office))
    assert queries.paper(letter).last is None
    assert (kanda.begin([letter, letter]), kanda.begin([letter])) == (1, 0)
    clock.advance(timedelta(minutes=5))
    pouch = kanda.hand_over([letter], _unit(office, "ENG"))
    on_way = queries.find(code_of(letter), YEAR)
    assert on_way is not None
    assert on_way.last is not None
    assert (on_way.last.act, on_way.last.holder, on_way.last.batch_id) == (PaperAct.HANDED, "กองช่าง", pouch)
    clock.advance(timedelta(minutes=5))
    office.custody(person(office, "wichai")).take([letter])
    taken = queries.find("4824/69", YEAR)
    assert taken is not None
    assert taken.last is not None
    assert (taken.last.act, taken.last.holder, taken.last.at) == (PaperAct.TAKEN, "นายวิชัย โยธาเทียม", clock.now())
    assert [move.act for move in queries.moves(letter)] == [PaperAct.TAKEN, PaperAct.HANDED, PaperAct.TAKEN]
    assert [paper.letter_id for paper in queries.with_unit(unit_id("ENG"))] == [letter]
    assert queries.with_unit(unit_id("CLK")) == ()


def test_a_room_is_swept_and_what_is_missing_has_likely_places(office: Office, clock: ManualClock) -> None:
    first, second, third, foreign = _letters(office, 4)
    wichai, engineers = office.custody(person(office, "wichai")), _unit(office, "ENG")
    office.custody(person(office)).begin([foreign])
    office.custody(person(office)).hand_over([first, second, third], engineers)
    clock.advance(timedelta(minutes=1))
    wichai.take([first, second, third])
    office.keeping(person(office, "wichai")).lend(third, "นายสมชาย")
    clock.advance(timedelta(days=1))
    queries = office.custody_queries
    should = queries.with_unit(engineers.id)
    swept = sweep(should, [queries.paper(first), queries.paper(foreign)])
    assert {one.paper.letter_id: one.find for one in swept} == {
        first: Find.HERE, second: Find.EXPECTED, third: Find.LENT, foreign: Find.FOREIGN,
    }  # fmt: skip
    wichai.close_sweep(engineers, swept, "ห้องแบบแปลน")
    assert [paper.letter_id for paper in queries.missing()] == [second]
    assert {paper.letter_id for paper in queries.with_unit(engineers.id)} == {first, second, third, foreign}
    last = queries.paper(foreign).last
    assert last is not None
    assert (last.act, last.holder, last.place) == (PaperAct.SEEN, "กองช่าง", "ห้องแบบแปลน")
    guesses = queries.likely(second)
    assert guesses[0].unit_id == engineers.id
    assert guesses[0].why is Why.LAST
    clock.advance(timedelta(minutes=1))
    office.custody(person(office)).take([second])
    assert queries.missing() == (), "whoever has it in hand has found it"


def test_a_slip_of_a_letter_that_is_not_here_can_be_taken(office: Office) -> None:
    stranger = b"\x09" * 16
    found = office.custody_queries.find(code_of(stranger), YEAR)
    assert found is not None
    assert found.number is None
    office.custody(person(office)).take([stranger])
    again = office.custody_queries.paper(stranger)
    assert again.last is not None
    assert again.last.holder == "นางสาวกานดา สาธิตวงศ์"


def test_nothing_scanned_is_nothing_done(office: Office) -> None:
    with pytest.raises(OfficeError, match="letters.no_papers"):
        office.custody(person(office)).take([])
    assert office.custody_queries.find("99999", YEAR) is None
    assert office.custody_queries.find("ไม่ใช่เลข", YEAR) is None


def test_a_large_room_is_swept_in_one_go(office: Office) -> None:
    (letter,) = _letters(office, 1)
    strangers = [place.to_bytes(16) for place in range(1, 1_201)]
    office.custody(person(office)).take([letter, *strangers])
    assert len(office.custody_queries.with_unit(unit_id("CLK"))) == 1_201
    assert office.waiting() == 1 + 3


def test_slips_are_printed_ten_to_a_sheet(office: Office) -> None:
    letters = _letters(office, 11)
    pdf = office.slips_pdf(letters)
    assert "๐๔๘๒๔/๒๕๖๙" in page_text(pdf, 0)
    assert "เรื่องที่ 10" in page_text(pdf, 1)
    assert office.slips_pdf(letters) == pdf
    with pytest.raises(OfficeError, match="letters.gone"):
        office.slips_pdf([b"\x09" * 16])


def test_the_slip_of_a_secret_letter_says_nothing_of_it(office: Office) -> None:
    (letter,) = _letters(office, 1)
    found = office.letter_queries.letter(letter)
    assert found is not None
    slip = slip_of(replace(found, secrecy=Secrecy.SECRET))
    assert (slip.subject, slip.from_party) == ("เรื่องลับ", "")
