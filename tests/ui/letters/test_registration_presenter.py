"""What stops a registration, what it is filled with, and where it is possible at all."""

from dataclasses import replace
from datetime import timedelta

import pytest

from desktop.application import Office
from desktop.capture.model import Source
from desktop.letters.model import StampPlace
from desktop.office.errors import OfficeError
from tests.helpers.desk import session
from tests.helpers.letters import document, register, samples
from ui.letters.registration_presenter import RegistrationPresenter, addressee


def presenter(office: Office) -> RegistrationPresenter:
    return RegistrationPresenter(office, session(office))


@pytest.mark.parametrize(
    ("office_name", "expected"),
    [
        ("เทศบาลเมืองแม่เหียะ (สาธิต)", "นายกเทศมนตรีเมืองแม่เหียะ"),
        ("เทศบาลตำบลสันทราย", "นายกเทศมนตรีตำบลสันทราย"),
        ("เทศบาลนครเชียงใหม่", "นายกเทศมนตรีนครเชียงใหม่"),
        ("สำนักงานตัวอย่าง", "นายกเทศมนตรี"),
    ],
)
def test_letters_are_addressed_to_the_head_of_the_office(office_name: str, expected: str) -> None:
    assert addressee(office_name) == expected


def test_every_problem_is_named_at_its_field(office: Office) -> None:
    desk = presenter(office)
    blank = desk.blank()
    assert desk.problems(blank) == {"from_party": "letters.field_missing", "subject": "letters.field_missing"}
    tomorrow, yesterday = desk.today + timedelta(days=1), desk.today - timedelta(days=1)
    wrong = replace(blank, from_party="จังหวัด", subject="เรื่อง", letter_date=tomorrow, due_date=yesterday)
    assert desk.problems(wrong) == {"letter_date": "letters.date_in_future", "due_date": "letters.due_in_past"}
    assert desk.problems(wrong, {"due_date": "letters.no_such_date"})["due_date"] == "letters.no_such_date"


def test_the_next_number_is_what_registration_then_gives(office: Office) -> None:
    desk = presenter(office)
    promised = desk.next_number()
    assert (promised.figures, promised.left) == ("04824", 500)
    desk.add([document(2)])
    wanted = replace(samples()[2].registration, stamp=StampPlace(0, 20.0, 30.5))
    given = desk.register(wanted, desk.documents)
    assert given.number == promised.number
    letter = office.letter_queries.letter(given.id)
    assert letter is not None
    assert letter.stamp == StampPlace(0, 20.0, 30.5)
    assert letter.files[0].sha256 == document(2).sha256
    assert desk.next_number().figures == "04825"


def test_taking_the_first_document_out_forgets_where_the_stamp_stood(office: Office) -> None:
    desk = presenter(office)
    desk.add([document(0), document(1)])
    desk.stamp = StampPlace(0, 5.0, 5.0)
    desk.drop(1)
    assert desk.stamp is not None
    desk.drop(0)
    assert desk.stamp is None
    assert not desk.documents


def test_pages_that_waited_are_the_letters_with_its_number(office: Office) -> None:
    desk = presenter(office)
    brought = desk.intake.bytes(document(2).data, "หนังสือ.pdf", Source.FILE)
    assert len(desk.intake.batches.waiting()) == 1
    given = desk.register(samples()[2].registration, (brought,))
    letter = office.letter_queries.letter(given.id)
    assert letter is not None
    assert letter.files[0].sha256 == document(2).sha256
    assert brought.batch is not None
    batch = desk.intake.batches.batch(brought.batch)
    assert {page.letter_id for page in batch.pages} == {given.id}
    assert desk.intake.batches.waiting() == ()
    with pytest.raises(OfficeError, match="capture.page_registered"):
        desk.register(samples()[1].registration, (brought,))


def test_senders_seen_before_are_offered(office: Office) -> None:
    register(office, 0, with_pages=False)
    desk = presenter(office)
    assert desk.senders("สำนักงานส่งเสริม") == ("สำนักงานส่งเสริมการปกครองท้องถิ่นจังหวัดเชียงใหม่",)
    assert desk.senders("  ") == ()


def test_a_desk_without_the_register_says_so(elsewhere: Office) -> None:
    desk = presenter(elsewhere)
    assert not desk.here
    with pytest.raises(OfficeError) as refused:
        desk.register(samples()[0].registration, ())
    assert refused.value.code == "numbers.not_here"
    assert refused.value.describe("en")[0]
