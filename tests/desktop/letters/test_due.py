"""By when a letter must be dealt with, and why: what the sender, the route and the urgency say."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from desktop.application import Office
from desktop.days.shipped import rules, shipped_calendar
from desktop.letters.due import DueSource, dues, left_words, what_if, why
from desktop.letters.model import Letter, Purpose, Registration, Urgency
from desktop.office.clock import ManualClock
from tests.helpers.desk import make_desk, make_office, person, unit_id

WEDNESDAY = datetime(2026, 1, 14, 3, 0, tzinfo=UTC)
TODAY = date(2026, 1, 14)
CALENDAR = shipped_calendar()


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    desk = make_desk(tmp_path / "desk", clock=ManualClock(WEDNESDAY))
    yield make_office(desk)
    desk.close()


def _letter(office: Office, urgency: Urgency = Urgency.NORMAL, due: date | None = None) -> Letter:
    wanted = Registration("สถ.", "นายกเทศมนตรี", "ซักซ้อมแนวทาง", urgency=urgency, due_date=due)
    return _read(office, office.letters(person(office)).register(wanted).id)


def _read(office: Office, letter_id: bytes) -> Letter:
    letter = office.letter_queries.letter(letter_id)
    assert letter is not None
    return letter


def test_a_normal_letter_that_names_no_day_has_none(office: Office) -> None:
    assert dues(_letter(office), CALENDAR, rules(), TODAY) == ()


def test_an_urgent_letter_is_due_by_its_urgency_and_says_how(office: Office) -> None:
    (due,) = dues(_letter(office, Urgency.URGENT), CALENDAR, rules(), TODAY)
    assert (due.source, due.day, due.left) == (DueSource.URGENCY, date(2026, 1, 19), 3)
    assert why(due, CALENDAR, TODAY) == (
        "ตามชั้นความเร็ว ครบ 3 วันทำการ: จันทร์ 19 ม.ค. 2569 · เหลือ 3 วันทำการ",
        "หลัก: หนังสือด่วน 3 วันทำการ ไม่นับวันแรก (ระเบียบงานสารบรรณ: ปฏิบัติเร็วกว่าปกติ ระยะเวลาตามแนวปฏิบัติของสำนักงาน)",
        "เริ่ม: พุธ 14 ม.ค. 2569 วันที่ได้รับ",
        "นับ 1: พฤหัสบดี 15 ม.ค. 2569",
        "นับ 2: ศุกร์ 16 ม.ค. 2569",
        "ไม่นับ: เสาร์ 17 ม.ค. 2569 (วันเสาร์)",
        "ไม่นับ: อาทิตย์ 18 ม.ค. 2569 (วันอาทิตย์)",
        "นับ 3: จันทร์ 19 ม.ค. 2569",
        "ครบกำหนด: จันทร์ 19 ม.ค. 2569",
    )


def test_the_nearest_of_several_deadlines_comes_first(office: Office) -> None:
    letter = _letter(office, Urgency.URGENT, date(2026, 1, 30))
    act = office.letters(person(office))
    act.route(letter.id, [unit_id("ENG")], due=date(2026, 1, 16))
    act.route(letter.id, [unit_id("FIN")], purpose=Purpose.COPY, due=date(2026, 1, 15))
    found = dues(_read(office, letter.id), CALENDAR, rules(), TODAY)
    assert [(due.source, due.day.day) for due in found] == [
        (DueSource.ROUTE, 16), (DueSource.URGENCY, 19), (DueSource.SENDER, 30),
    ]  # fmt: skip
    assert why(found[0], CALENDAR, TODAY) == ("กองช่าง ต้องทำภายใน: ศุกร์ 16 ม.ค. 2569 · เหลือ 2 วันทำการ",)
    assert why(found[0], CALENDAR, TODAY, "en")[0].endswith("has until: Friday 16 January 2026 · 2 working days left")


def test_a_route_taken_back_asks_for_nothing(office: Office) -> None:
    letter = _letter(office)
    act = office.letters(person(office))
    act.recall(act.route(letter.id, [unit_id("ENG")], due=date(2026, 1, 16)))
    assert dues(_read(office, letter.id), CALENDAR, rules(), TODAY) == ()


def test_a_day_off_that_the_sender_named_is_told_with_the_working_day_before(office: Office) -> None:
    (due,) = dues(_letter(office, due=date(2026, 1, 18)), CALENDAR, rules(), TODAY)
    assert why(due, CALENDAR, TODAY) == (
        "ผู้ส่งกำหนด: อาทิตย์ 18 ม.ค. 2569 · เหลือ 2 วันทำการ",
        "อาทิตย์ 18 ม.ค. 2569 ไม่ใช่วันทำการ (วันอาทิตย์) วันทำการก่อนหน้าคือ ศุกร์ 16 ม.ค. 2569",
    )


def test_the_hour_on_an_urgent_letter_is_said(office: Office) -> None:
    hour = datetime(2026, 1, 15, 9, 30, tzinfo=UTC)
    wanted = Registration("สถ.", "นายกเทศมนตรี", "ด่วน", urgency=Urgency.MOST_URGENT, urgent_deadline=hour)
    letter = _read(office, office.letters(person(office)).register(wanted).id)
    found = dues(letter, CALENDAR, rules(), TODAY)
    assert [due.source for due in found] == [DueSource.URGENCY, DueSource.MOMENT]
    assert why(found[1], CALENDAR, TODAY) == ("ด่วนภายใน: พฤหัสบดี 15 ม.ค. 2569 เวลา 16.30 น. · เหลือ 1 วันทำการ",)


def test_a_cancelled_letter_is_due_no_more(office: Office) -> None:
    letter = _letter(office, Urgency.URGENT)
    office.keeping(person(office)).cancel(letter.id, "ลงทะเบียนผิดฉบับ")
    assert dues(_read(office, letter.id), CALENDAR, rules(), TODAY) == ()


@pytest.mark.parametrize(
    ("day", "left", "said"),
    [
        (date(2026, 1, 14), 0, "ครบกำหนดวันนี้"),
        (date(2026, 1, 16), 2, "เหลือ 2 วันทำการ"),
        (date(2026, 1, 13), -1, "เลยกำหนด 1 วันทำการ"),
        (date(2026, 1, 9), -3, "เลยกำหนด 3 วันทำการ"),
        (date(2026, 1, 13), 0, "เลยกำหนดแล้ว"),
    ],
)
def test_what_is_left_is_said(day: date, left: int, said: str) -> None:
    assert left_words(day, left, TODAY) == said


def test_what_if_tells_working_days_and_holidays_on_the_way() -> None:
    eve = date(2025, 12, 30)
    assert what_if(date(2026, 1, 6), eve, CALENDAR) == (
        "อังคาร 6 ม.ค. 2569 = อีก 2 วันทำการ ไม่นับ พุธ 31 ธ.ค. (วันสิ้นปี), พฤหัสบดี 1 ม.ค. (วันขึ้นปีใหม่), "
        "ศุกร์ 2 ม.ค. (วันหยุดราชการเพิ่มเป็นกรณีพิเศษ)",
    )
    assert what_if(date(2026, 1, 17), TODAY, CALENDAR, "en") == (
        "Saturday 17 January 2026 = 2 working days from today",
        "Saturday 17 January 2026 is not worked (Saturday); the working day before it is Friday 16 January 2026",
    )
