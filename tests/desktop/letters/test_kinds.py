"""Letters of every kind and direction in the registers that an office keeps, and what becomes of them there."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from desktop.application import Office
from desktop.letters.model import (
    Citation,
    Direction,
    Enclosure,
    EnclosureKind,
    Kind,
    Letter,
    Registration,
    Secrecy,
)
from desktop.letters.rules import CENTRAL, INCOMING_SERIES, fitting, history, registers_for
from desktop.office.errors import OfficeError
from desktop.office.ids import Id
from desktop.office.series import register_of, series_of, supervisors
from desktop.store.desk import Desk
from tests.helpers.desk import make_desk, make_office, person, unit_id

ENG = unit_id("ENG").hex()
SERIES = (
    INCOMING_SERIES, "letters.outgoing/central", "letters.circular/central", "letters.order", "letters.announcement",
    f"letters.memo/{ENG}", f"letters.incoming/{ENG}", "letters.secret.outgoing/central",
)  # fmt: skip
OUT = Registration("สำนักปลัดเทศบาล", "ผู้ว่าราชการจังหวัดเชียงใหม่", "ขอความอนุเคราะห์", direction=Direction.OUTGOING)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = make_desk(tmp_path / "desk", registers=SERIES)
    yield desk
    desk.close()


@pytest.fixture
def office(desk: Desk) -> Office:
    return make_office(desk)


def held(office: Office, letter_id: Id) -> Letter:
    letter = office.letter_queries.letter(letter_id)
    assert letter is not None
    return letter


def test_every_register_has_its_own_numbers_and_our_papers_their_book_number(office: Office) -> None:
    act = office.letters(person(office, "wichai"))
    first = act.register(OUT)
    circular = act.register(replace(OUT, kind=Kind.CIRCULAR))
    order = act.register(replace(OUT, kind=Kind.ORDER, direction=Direction.INTERNAL))
    memo = act.register(replace(OUT, kind=Kind.INTERNAL, direction=Direction.INTERNAL))
    second = act.register(OUT)
    central = act.register(replace(OUT, direction=Direction.INCOMING, book_number="มท ๐๘๐๘.๒/ว ๔๕๑๒"))
    numbers = [(one.register, one.number) for one in (first, circular, order, memo, second, central)]
    assert numbers == [
        ("outgoing/central", 1), ("circular/central", 1), ("order", 1), (f"memo/{ENG}", 1), ("outgoing/central", 2),
        (CENTRAL, 4824),
    ]  # fmt: skip
    books = [held(office, one.id).book_number for one in (first, circular, order, memo, second, central)]
    mine = "ชม ๕๒๓๐๑"
    assert books == [f"{mine}/1", f"{mine}/ว 1", "1/2569", f"{mine}/1", f"{mine}/2", "มท ๐๘๐๘.๒/ว ๔๕๑๒"]
    assert held(office, circular.id).kind is Kind.CIRCULAR
    assert held(office, circular.id).direction is Direction.OUTGOING


def test_a_desk_without_the_register_gives_no_number_of_another(office: Office) -> None:
    act = office.letters(person(office, "kanda"))
    with pytest.raises(OfficeError, match="numbers.not_here"):
        act.register(replace(OUT, kind=Kind.EVIDENCE))


def test_a_register_held_elsewhere_gives_a_tag(office: Office, desk: Desk) -> None:
    desk.settle("DELETE FROM lease WHERE series = 'letters.order'", ())
    done = office.letters(person(office)).register(replace(OUT, kind=Kind.ORDER))
    assert done.number > 1_000_000
    assert held(office, done.id).register == "order"


def test_what_the_paper_says_beside_its_subject_is_kept(office: Office) -> None:
    act = office.letters(person(office))
    answer = replace(OUT, direction=Direction.INCOMING, book_number="ชม ๕๒๓๐๑ / ๗๗", letter_date=date(2026, 11, 1))
    first = act.register(answer)
    typed = replace(
        answer,
        book_number="มท 0808.2/12",
        urgent_deadline=datetime(2026, 11, 12, 9, 30, tzinfo=UTC),
        enclosures=(Enclosure("แบบรายงาน", 2, EnclosureKind.SET), Enclosure("แผ่นบันทึกข้อมูล", 1, EnclosureKind.DISC)),
        citations=(Citation("ที่ ชม 52301/77", date(2026, 11, 1)), Citation("หนังสือฉบับก่อน")),
    )
    second = act.register(typed)
    found = held(office, second.id)
    assert (found.urgent_deadline, found.enclosures) == (typed.urgent_deadline, typed.enclosures)
    assert [one.book_number for one in found.citations] == ["ที่ ชม 52301/77", "หนังสือฉบับก่อน"]
    assert [[letter.id for letter in one.letters] for one in found.citations] == [[first.id], []]
    assert [one.id for one in held(office, first.id).cited_by] == [second.id]


@pytest.mark.parametrize(
    ("changed", "field"),
    [({"enclosures": (Enclosure(" "),)}, "enclosures"), ({"enclosures": (Enclosure("แบบ", 0),)}, "enclosures"),
     ({"urgent_deadline": datetime(2026, 11, 10, 9, 30, tzinfo=UTC)}, "urgent_deadline")],
)  # fmt: skip
def test_what_can_not_be_is_said_by_its_field(office: Office, changed: dict[str, object], field: str) -> None:
    with pytest.raises(OfficeError) as refused:
        office.letters(person(office)).register(replace(OUT, **changed))  # type: ignore[arg-type]
    assert refused.value.subject["fields"] == [field]


def test_a_division_enters_a_letter_under_a_number_of_its_own(office: Office) -> None:
    first = office.letters(person(office)).register(replace(OUT, direction=Direction.INCOMING))
    keeping = office.keeping(person(office, "wichai"))
    assert keeping.register_again(first.id) == (f"incoming/{ENG}", 1, 2569)
    found = held(office, first.id)
    assert (found.number, [(one.unit_name, one.number) for one in found.further]) == (4824, [("กองช่าง", 1)])
    with pytest.raises(OfficeError, match="letters.registered_already"):
        keeping.register_again(first.id)
    with pytest.raises(OfficeError, match="numbers.not_here"):
        office.keeping(person(office, "kanda")).register_again(first.id)


def test_a_cancelled_letter_keeps_its_number_and_comes_back_by_another_act(office: Office) -> None:
    first = office.letters(person(office)).register(OUT)
    keeping = office.keeping(person(office))
    with pytest.raises(OfficeError, match="letters.reason_missing"):
        keeping.cancel(first.id, " ")
    keeping.cancel(first.id, "ลงทะเบียนผิดฉบับ")
    found, row = held(office, first.id), office.letter_queries.row(first.id)
    assert row is not None
    assert (found.number, found.is_cancelled, row.cancelled) == (1, True, True)
    assert found.cancellations[-1].reason == "ลงทะเบียนผิดฉบับ"
    with pytest.raises(OfficeError, match="letters.already_cancelled"):
        keeping.cancel(first.id, "อีกครั้ง")
    keeping.reinstate(first.id, "ยกเลิกผิดฉบับ")
    found = held(office, first.id)
    assert not found.is_cancelled
    assert [event.kind for event in history(found)] == ["registered", "cancelled", "reinstated"]
    with pytest.raises(OfficeError, match="letters.not_cancelled"):
        keeping.reinstate(first.id, "อีกครั้ง")


def test_a_file_is_lent_to_one_at_a_time(office: Office) -> None:
    first = office.letters(person(office)).register(OUT)
    keeping = office.keeping(person(office))
    with pytest.raises(OfficeError, match="letters.borrower_missing"):
        keeping.lend(first.id, "")
    loan = keeping.lend(first.id, "นายวิชัย", unit_id=unit_id("ENG"), due=date(2026, 11, 20))
    out = held(office, first.id).loan
    assert out is not None
    assert (out.borrower_name, out.unit_name, out.due_date) == ("นายวิชัย", "กองช่าง", date(2026, 11, 20))
    with pytest.raises(OfficeError, match="letters.already_lent"):
        keeping.lend(first.id, "นางสาวปิยะดา")
    keeping.give_back(loan)
    keeping.give_back(loan)
    assert held(office, first.id).loan is None
    keeping.lend(first.id, "นางสาวปิยะดา")
    assert [one.borrower_name for one in held(office, first.id).loans] == ["นางสาวปิยะดา", "นายวิชัย"]


def test_registers_and_their_series_name_each_other() -> None:
    for series in SERIES:
        assert series_of(register_of(series)) == series
    assert supervisors(f"letters.memo/{ENG}") == f"unit:{ENG}/normal"
    assert supervisors("letters.order") == supervisors(INCOMING_SERIES) == "registry/normal"


def test_a_secret_letter_stands_apart_where_the_office_keeps_such_a_register() -> None:
    unit = unit_id("ENG")
    wanted = registers_for(Kind.EXTERNAL, Direction.OUTGOING, Secrecy.SECRET, unit)
    assert fitting(SERIES, wanted) == ("secret.outgoing/central", "outgoing/central")
    assert fitting(SERIES, wanted, cleared=False) == ("outgoing/central",)
    wanted = registers_for(Kind.EXTERNAL, Direction.INCOMING, Secrecy.SECRET, unit)
    assert fitting(SERIES, wanted) == (CENTRAL, f"incoming/{ENG}")
    assert fitting((), wanted) == ()
