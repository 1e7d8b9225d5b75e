"""What comes wrong is told, kept, and can be put right: numbers nobody can read, days that can't be."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from desktop.application import Office
from desktop.letters.found import Filters, Search
from desktop.letters.merge import registration_of
from desktop.letters.model import Letter, Registration
from desktop.letters.rules import history
from desktop.office.errors import OfficeError
from desktop.office.ids import Id
from tests.helpers.desk import MORNING, make_desk, make_office, person, unit_id

LETTER = Registration("ชุมชนบ้านดอน", "นายกเทศมนตรี", "ขอไฟส่องทาง")


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    made = make_office(make_desk(tmp_path / "desk"))
    yield made
    made.desk.close()


def letter_of(office: Office, letter_id: Id) -> Letter:
    found = office.letter_queries.letter(letter_id)
    assert found
    return found


def found(office: Office, words: str) -> int:
    return office.letter_search.count(Search(words, Filters(), unit_id("CLK")))


@pytest.mark.parametrize(
    "written", ["ชม ๐๐๒?.๓/๗๗ (ลายมือ)", "ที่ พิเศษ/๒๕๖๙ ข้อ ๓", "เลขที่อ่านไม่ออก", "๑๒/๒๕๖๙ หรือ ๑๗/๒๕๖๙", "  ——  77"]
)
def test_a_number_written_by_hand_stays_as_it_was_written_is_found_and_put_right(office: Office, written: str) -> None:
    act = office.letters(person(office))
    done = act.register(replace(LETTER, book_number=written))
    assert letter_of(office, done.id).book_number == written.strip()
    assert found(office, written) == 1
    seen = registration_of(letter_of(office, done.id))
    act.amend(done.id, seen, replace(seen, book_number="ชม 0023.3/77"))
    assert found(office, "ชม ๐๐๒๓.๓/๗๗") == 1
    assert ("amended.book_number", "ชม 0023.3/77") in [
        (one.kind, one.text) for one in history(letter_of(office, done.id))
    ]


def test_a_letter_of_tomorrow_takes_no_number_and_waits_for_its_right_day(office: Office) -> None:
    act, today = office.letters(person(office)), MORNING.date()
    with pytest.raises(OfficeError) as caught:
        act.register(replace(LETTER, letter_date=today + timedelta(days=1)))
    assert (caught.value.code, caught.value.subject["fields"]) == ("letters.cannot_register", ["letter_date"])
    assert act.register(replace(LETTER, letter_date=today)).number == 4824


def test_a_day_in_the_future_is_not_amended_in(office: Office) -> None:
    """The form says so at the field; a year of another calendar never becomes a day at all."""
    act = office.letters(person(office))
    done = act.register(replace(LETTER, letter_date=date(2026, 11, 1)))
    seen = registration_of(letter_of(office, done.id))
    with pytest.raises(OfficeError, match=r"letters\.cannot_amend"):
        act.amend_fields(done.id, {"letter_date": ("2026-11-01", "3112-11-41")})
    assert letter_of(office, done.id).letter_date == seen.letter_date
