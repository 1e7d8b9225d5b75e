"""The same letter by another channel is known, however it was read; its look-alikes never are."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from desktop.application import Office
from desktop.letters.alike import Paper, likeness
from desktop.letters.model import Channel, Direction, Registration
from desktop.office.ids import Id
from tests.bench.alike_letters import pairs, untyped
from tests.helpers.desk import make_desk, make_office, person

LETTER = Paper(
    "มท 0808.2/ว 4512", date(2026, 11, 2), "กรมส่งเสริมการปกครองท้องถิ่น", "ขอเชิญประชุมผู้บริหาร ครั้งที่ 5/2569",
    """ที่ มท ๐๘๐๘.๒/ว ๔๕๑๒ กรมส่งเสริมการปกครองท้องถิ่น ถนนนครราชสีมา กทม. ๑๐๓๐๐
    ๒ พฤศจิกายน ๒๕๖๙ เรื่อง ขอเชิญประชุมผู้บริหาร ครั้งที่ ๕/๒๕๖๙ เรียน นายกเทศมนตรี
    ด้วยกรมจะจัดประชุมผู้บริหารท้องถิ่นทั่วประเทศเพื่อซักซ้อมแนวทางการจัดทำงบประมาณรายจ่ายประจำปี ๒๕๗๐
    ณ ห้องประชุมใหญ่ ชั้น ๓ จึงขอเชิญท่านเข้าร่วมประชุมตามวันและเวลาดังกล่าว และแจ้งชื่อภายในวันที่ ๒๐ พฤศจิกายน""",
    2,
)  # fmt: skip
READ = Paper(text=LETTER.text, pages=2)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    desk = make_desk(tmp_path / "desk")
    yield make_office(desk)
    desk.close()


def other(*changes: tuple[str, str], **fields: object) -> Paper:
    text = LETTER.text
    for before, after in changes:
        assert before in text
        text = text.replace(before, after)
    return replace(LETTER, text=text, **fields)  # type: ignore[arg-type]


def test_a_page_alone_says_so_when_number_day_and_count_stand_on_it() -> None:
    assert likeness(READ, LETTER).is_same
    assert likeness(LETTER, READ).is_same
    without_tones = LETTER.text.replace("้", "").replace("่", "").replace("ด", "ค")
    assert likeness(replace(READ, text=without_tones), LETTER).is_same


@pytest.mark.parametrize(
    ("before", "after"),
    [("ว ๔๕๑๒", "ว ๔๕๑๓"), ("๒ พฤศจิกายน ๒๕๖๙", "๓ พฤศจิกายน ๒๕๖๙"), ("ครั้งที่ ๕", "ครั้งที่ ๖"), ("ว ๔๕๑๒", "ว ๑๔๕๑๒")],
)
def test_a_circular_that_differs_in_one_figure_is_another_letter(before: str, after: str) -> None:
    assert not likeness(Paper(text=other((before, after)).text), LETTER).is_same


@pytest.mark.parametrize(
    "typed",
    [
        {"book_number": "มท 0808.2/ว 4513"},
        {"letter_date": date(2026, 11, 3)},
        {"subject": "ขอเชิญประชุมผู้บริหาร ครั้งที่ 6/2569"},
    ],
)
def test_what_is_typed_outweighs_pages_that_are_alike(typed: dict[str, object]) -> None:
    found = likeness(other(("ว ๔๕๑๒", "ว ๔๕๑๗"), **typed), LETTER)
    assert not found.is_same
    assert found.differing == frozenset(typed)


def test_number_and_day_are_enough_and_the_sender_may_be_written_otherwise() -> None:
    typed = replace(LETTER, text="", subject="", from_party="สถ.", book_number="มท๐๘๐๘.๒ / ว๔๕๑๒")
    found = likeness(typed, LETTER)
    assert found.is_same
    assert found.differing == {"from_party"}


def test_a_number_mistyped_in_the_register_does_not_hide_the_letter() -> None:
    mistyped = replace(LETTER, book_number="มท 0808.2/ว 4521")
    found = likeness(LETTER, mistyped)
    assert found.is_same
    assert "book_number" in found.differing


def test_without_any_number_day_sender_and_subject_must_agree() -> None:
    plain = Paper("-", date(2026, 11, 2), "นางสาวสมศรี ใจดี", "ขอให้ซ่อมไฟฟ้าสาธารณะหน้าบ้านเลขที่ 91/1")
    assert likeness(plain, plain).is_same
    assert not likeness(replace(plain, subject="ขอให้ซ่อมไฟฟ้าสาธารณะหน้าบ้านเลขที่ 91/2"), plain).is_same
    assert not likeness(replace(plain, from_party="นายสมชาย"), plain).is_same
    assert not likeness(replace(plain, letter_date=None), plain).is_same


def test_another_number_of_pages_is_told_and_hides_nothing() -> None:
    found = likeness(replace(READ, pages=5), LETTER)
    assert found.is_same
    assert found.differing == {"pages"}


def registered(office: Office, fields: Registration, text: str) -> Id:
    done = office.letters(person(office)).register(fields)
    office.saving(person(office)).note_pages(done.id, done.id.hex(), {0: text})
    return done.id


def test_letters_of_a_desk_are_found_among_their_look_alikes(office: Office) -> None:
    known, asked = pairs(8)
    ids = [registered(office, replace(one.fields, channel=Channel.EMAIL), one.text) for one in known]
    for one in asked:
        found = [alike.row.id for alike in office.alike_queries.find(one.typed, one.text, one.pages)]
        assert found in ([], [ids[one.same]] if one.same is not None else [])
    clear = [one for one in asked[:4] if one.same is not None]
    assert [office.alike_queries.find(one.typed, one.text)[0].row.id for one in clear] == ids[:2]
    assert all(not office.alike_queries.find(untyped(one).typed, one.text) for one in asked if one.same is None)


def test_what_was_cancelled_or_goes_another_way_is_not_said(office: Office) -> None:
    fields = Registration(LETTER.from_party, "นายกเทศมนตรี", LETTER.subject, LETTER.book_number)
    letter_id = registered(office, replace(fields, letter_date=LETTER.letter_date), LETTER.text)
    blank = Registration("", "", "")
    assert [one.row.id for one in office.alike_queries.find(blank, LETTER.text)] == [letter_id]
    assert office.alike_queries.find(replace(blank, direction=Direction.OUTGOING), LETTER.text) == ()
    office.keeping(person(office)).cancel(letter_id, "ลงผิดฉบับ")
    assert office.alike_queries.find(blank, LETTER.text) == ()


def test_a_page_read_anew_is_known_by_what_was_read_last(office: Office) -> None:
    fields = Registration(LETTER.from_party, "นายกเทศมนตรี", LETTER.subject, LETTER.book_number)
    letter_id = registered(office, replace(fields, letter_date=LETTER.letter_date), "ก" * 200)
    assert office.alike_queries.find(Registration("", "", ""), LETTER.text) == ()
    office.saving(person(office)).note_pages(letter_id, letter_id.hex(), {0: LETTER.text})
    assert [one.row.id for one in office.alike_queries.find(Registration("", "", ""), LETTER.text)] == [letter_id]


def test_nothing_known_of_a_paper_is_like_nothing(office: Office) -> None:
    registered(office, Registration("จังหวัด", "นายกเทศมนตรี", "เรื่อง"), LETTER.text)
    assert office.alike_queries.find(Registration("", "", "")) == ()
    assert office.alike_queries.find(Registration("", "", ""), "๑๒๓๔") == ()
