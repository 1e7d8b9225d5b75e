"""Deadlines explain themselves: rule, start, each excluded day, each stop, and what if the clock stopped now."""

from dataclasses import replace
from datetime import date, timedelta

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from desktop.application import Office
from desktop.cases import words
from desktop.cases.deadlines import Due, due_by_events, due_of, legal_day, what_if
from desktop.cases.kind import Clock
from desktop.cases.model import Case, Deed
from desktop.days.shipped import shipped_calendar
from desktop.office.clock import ManualClock
from desktop.office.dates import utc_of_local
from tests.desktop.cases.conftest import kind, notification, opened
from tests.desktop.cases.test_actions import load, take
from tests.helpers.desk import person, unit_id

SEVEN_WORKING_DAYS = """\
หลัก: ออกหนังสือรับรองการแจ้ง 7 วันทำการ ไม่นับวันแรก (พ.ร.บ.การสาธารณสุข พ.ศ. 2535 ม.48)
เริ่ม: พุธ 14 ม.ค. 2569 รับแจ้งและออกใบรับแจ้ง
นับ 1: พฤหัสบดี 15 ม.ค. 2569
นับ 2: ศุกร์ 16 ม.ค. 2569
ไม่นับ: เสาร์ 17 ม.ค. 2569 (วันเสาร์)
ไม่นับ: อาทิตย์ 18 ม.ค. 2569 (วันอาทิตย์)
นับ 3: จันทร์ 19 ม.ค. 2569
นับ 4: อังคาร 20 ม.ค. 2569
นับ 5: พุธ 21 ม.ค. 2569
นับ 6: พฤหัสบดี 22 ม.ค. 2569
นับ 7: ศุกร์ 23 ม.ค. 2569
ครบกำหนด: ศุกร์ 23 ม.ค. 2569"""

STOPPED_FOR_CORRECTIONS = """\
หลัก: ออกหนังสือรับรองการแจ้ง 7 วันทำการ ไม่นับวันแรก (พ.ร.บ.การสาธารณสุข พ.ศ. 2535 ม.48)
เริ่ม: พุธ 14 ม.ค. 2569 รับแจ้งและออกใบรับแจ้ง
นับ 1: พฤหัสบดี 15 ม.ค. 2569
นับ 2: ศุกร์ 16 ม.ค. 2569
หยุดนับ: เสาร์ 17 ม.ค. – อังคาร 20 ม.ค. 2569 (แจ้งผู้แจ้งให้แก้ไขข้อบกพร่อง)
นับ 3: พุธ 21 ม.ค. 2569
นับ 4: พฤหัสบดี 22 ม.ค. 2569
นับ 5: ศุกร์ 23 ม.ค. 2569
ไม่นับ: เสาร์ 24 ม.ค. 2569 (วันเสาร์)
ไม่นับ: อาทิตย์ 25 ม.ค. 2569 (วันอาทิตย์)
นับ 6: จันทร์ 26 ม.ค. 2569
นับ 7: อังคาร 27 ม.ค. 2569
ครบกำหนด: อังคาร 27 ม.ค. 2569"""

FORTY_FIVE_DAYS = """\
หลัก: พิจารณาคำขออนุญาตก่อสร้าง 45 วัน ไม่นับวันแรก (พ.ร.บ.ควบคุมอาคาร พ.ศ. 2522 ม.25)
เริ่ม: พุธ 14 ม.ค. 2569 คำขอครบถ้วน
นับ 1–45: พฤหัสบดี 15 ม.ค. – เสาร์ 28 ก.พ. 2569
เลื่อน: เสาร์ 28 ก.พ. 2569 (วันเสาร์)
เลื่อน: อาทิตย์ 1 มี.ค. 2569 (วันอาทิตย์)
ครบกำหนด: จันทร์ 2 มี.ค. 2569"""

CALENDAR = shipped_calendar()


def due(case: Case) -> Due:
    return due_of(case, CALENDAR)


def told(case: Case, found: Due | None = None) -> str:
    return "\n".join(words.explain(found or due(case), case.kind))


def health(office: Office, case: Case, step: str, **given: object) -> Case:
    """Somebody of the health division takes it further."""
    who = person(office, "kanda")
    hand = replace(who, unit=replace(who.unit, id=unit_id("HLT")))
    return office.cases.acts(hand).take(case.id, Deed(step, **given))  # type: ignore[arg-type]


def test_seven_working_days_with_each_day(office: Office) -> None:
    case = office.cases.acts(person(office)).open(notification(office, "form"))
    assert words.headlines(due(case)) == ("ครบ 7 วันทำการ: ศุกร์ 23 ม.ค. 2569",)
    assert told(case) == SEVEN_WORKING_DAYS


def test_a_notice_to_correct_stops_the_clock_and_says_so(office: Office, clock: ManualClock) -> None:
    case = office.cases.acts(person(office)).open(notification(office, "form"))
    clock.advance(timedelta(days=2))
    case = health(office, case, "defect", text="พื้นครัวต่ำกว่าระดับถนน")
    assert words.headlines(due(case)) == ("7 วันทำการ: ยังไม่กำหนด นาฬิกาหยุดอยู่",)
    clock.advance(timedelta(days=4))
    case = health(office, case, "corrected")
    assert told(case) == STOPPED_FOR_CORRECTIONS


def permit(office: Office) -> Case:
    """A building permit is the same engine with another rule."""
    load(office)
    wanted = replace(notification(office), kind=kind(office, "health_hazard_licence"), answers={"business": "บ้าน 2 ชั้น"})
    case = office.cases.acts(person(office)).open(wanted)
    clock = case.kind.clock
    assert clock is not None
    changed = Clock(rule="building.permit", event=clock.event)
    return replace(case, kind=msgspec.structs.replace(case.kind, clock=changed, checklist=()))


def test_forty_five_days_end_on_a_saturday_and_move_to_monday(office: Office) -> None:
    case = permit(office)
    assert words.headlines(due(case)) == ("45 วัน = เสาร์ 28 ก.พ. → จันทร์ 2 มี.ค. 2569",)
    assert told(case) == FORTY_FIVE_DAYS


def test_what_if_something_is_asked_for_shows_the_stop_and_the_new_day_and_saves_nothing(office: Office) -> None:
    case, before = permit(office), office.waiting()
    found = what_if(case, CALENDAR, date(2026, 1, 20), date(2026, 1, 30))
    assert words.headlines(found) == ("45 วัน = อังคาร 10 มี.ค. 2569",)
    assert "หยุดนับ: พุธ 21 ม.ค. – ศุกร์ 30 ม.ค. 2569 (ขอเอกสารเพิ่ม)" in told(case, found)
    assert office.waiting() == before
    assert due(case).days != found.days


def test_a_clock_that_waits_for_papers_begins_with_the_last_of_them(office: Office, clock: ManualClock) -> None:
    load(office)
    wanted = replace(notification(office), kind=kind(office, "health_hazard_licence"), answers={"business": "ซ่อมรถ"})
    case = office.cases.acts(person(office)).open(wanted)
    assert words.headlines(due(case)) == ("นาฬิกายังไม่เริ่ม: รอเอกสารให้ครบก่อน",)
    assert due(case).at is None
    case = take(office, case, "hand_in", "kanda", item="ap1")
    clock.advance(timedelta(days=5))
    case = take(office, case, "hand_in", "kanda", item="house")
    found = due(case).days
    assert found is not None
    assert (found.start, found.rule.amount) == (date(2026, 1, 19), 30)


def test_a_promise_in_hours_stands_while_the_reporter_is_asked(office: Office, clock: ManualClock) -> None:
    case = opened(office)
    assert words.headlines(due(case))[0] == "ภายใน 24 ชั่วโมง: 15 ม.ค. 2569 10.20 น."
    clock.advance(timedelta(hours=2))
    case = take(office, case, "ask", text="เสาไฟต้นไหน")
    assert words.headlines(due(case))[0] == "ภายใน 24 ชั่วโมง: ยังไม่กำหนด นาฬิกาหยุดอยู่"
    clock.advance(timedelta(hours=3))
    case = take(office, case, "resume")
    assert words.headlines(due(case))[0] == "ภายใน 24 ชั่วโมง: 15 ม.ค. 2569 13.20 น."
    assert "หยุดนับ: 14 ม.ค. 2569 12.20 น. ถึง 14 ม.ค. 2569 15.20 น. (ขอข้อมูลเพิ่มเติมจากผู้แจ้ง)" in told(case)
    assert words.headlines(due(case), "en")[0] == "within 24 hours: 15 January 2026 13:20"


def test_it_is_overdue_when_the_earlier_of_its_clocks_ran_out(office: Office, clock: ManualClock) -> None:
    case = opened(office)
    assert not due(case).overdue(clock.now() + timedelta(hours=23, minutes=59))
    assert due(case).overdue(clock.now() + timedelta(hours=24))
    at = due(case).at
    assert at is not None
    assert words.left(at, clock.now() + timedelta(hours=51)) == "เกินกำหนด 1 วัน"
    assert words.left(at, clock.now()) == "1 วัน ก่อนครบ"


def test_a_list_needs_no_more_than_the_events(office: Office) -> None:
    case = take(office, opened(office), "ask", text="x")
    events = office.cases.queries.open_events()[case.id]
    assert due_by_events(case.kind, case.line, events, CALENDAR) == due(case)


def test_what_comes_by_wire_in_the_evening_counts_from_the_next_working_day(office: Office) -> None:
    own = kind(office)
    friday = utc_of_local(date(2026, 1, 16), 16, 30)
    assert legal_day(own, "line", friday, CALENDAR) == date(2026, 1, 19)
    assert legal_day(own, "line", friday - timedelta(minutes=1), CALENDAR) == date(2026, 1, 16)
    assert legal_day(own, "counter", friday, CALENDAR) == date(2026, 1, 16)


@given(st.lists(st.tuples(st.integers(1, 20), st.integers(0, 15)), max_size=3), st.integers(1, 20), st.integers(0, 15))
def test_another_stop_never_makes_a_deadline_earlier(stops: list[tuple[int, int]], begins: int, lasts: int) -> None:
    from desktop.days.model import Said, Stop
    from desktop.days.rules import deadline, rule_of
    from desktop.days.shipped import rules

    start = date(2026, 1, 14)
    rule = rule_of(rules(), "food.certificate", start)
    assert rule is not None

    def stop(after: int, days: int) -> Stop:
        since = start + timedelta(days=after)
        return Stop(since, since + timedelta(days=days), Said("หยุด", "stop"))

    some = [stop(*one) for one in stops]
    before = deadline(rule, start, CALENDAR, some).due
    after = deadline(rule, start, CALENDAR, [*some, stop(begins, lasts)]).due
    assert before is not None
    assert after is not None
    assert before <= after
