"""A deadline tells how it came about, to the letter."""

from datetime import date

from desktop.days.model import Rule, Said, Stop, Unit
from desktop.days.rules import deadline, rule_of
from desktop.days.shipped import rules, shipped_calendar
from desktop.days.words import explain, headline

FILED = date(2026, 1, 14)
CORRECTION = Said("แจ้งให้แก้ไขแบบ", "asked to correct the plans")


def _rule(code: str) -> Rule:
    found = rule_of(rules(), code, FILED)
    assert found is not None
    return found


def test_a_notification_is_due_on_the_seventh_working_day() -> None:
    event = Said("รับแจ้ง", "notification received")
    found = deadline(_rule("food.certificate"), FILED, shipped_calendar(), event=event)
    assert headline(found) == "ครบ 7 วันทำการ: ศุกร์ 23 ม.ค. 2569"
    assert explain(found) == (
        "หลัก: ออกหนังสือรับรองการแจ้ง 7 วันทำการ ไม่นับวันแรก (พ.ร.บ.การสาธารณสุข พ.ศ. 2535 ม.48)",
        "เริ่ม: พุธ 14 ม.ค. 2569 รับแจ้ง",
        "นับ 1: พฤหัสบดี 15 ม.ค. 2569",
        "นับ 2: ศุกร์ 16 ม.ค. 2569",
        "ไม่นับ: เสาร์ 17 ม.ค. 2569 (วันเสาร์)",
        "ไม่นับ: อาทิตย์ 18 ม.ค. 2569 (วันอาทิตย์)",
        "นับ 3: จันทร์ 19 ม.ค. 2569",
        "นับ 4: อังคาร 20 ม.ค. 2569",
        "นับ 5: พุธ 21 ม.ค. 2569",
        "นับ 6: พฤหัสบดี 22 ม.ค. 2569",
        "นับ 7: ศุกร์ 23 ม.ค. 2569",
        "ครบกำหนด: ศุกร์ 23 ม.ค. 2569",
    )


def test_a_permit_due_on_a_saturday_moves_to_monday() -> None:
    found = deadline(_rule("building.permit"), FILED, shipped_calendar())
    assert headline(found) == "45 วัน = เสาร์ 28 ก.พ. → จันทร์ 2 มี.ค. 2569"
    assert headline(found, "en") == "45 days = Saturday 28 February → Monday 2 March 2026"
    assert explain(found, "en") == (
        "Rule: Decision on a building permit, 45 days, the first day not counted "
        "(Building Control Act B.E. 2522, s. 25)",
        "Start: Wednesday 14 January 2026, the day it was received",
        "Day 1–45: Thursday 15 January – Saturday 28 February 2026",
        "Moved on: Saturday 28 February 2026 (Saturday)",
        "Moved on: Sunday 1 March 2026 (Sunday)",
        "Due: Monday 2 March 2026",
    )


def test_a_holiday_is_named_where_it_is_not_counted() -> None:
    found = deadline(_rule("fallen.urgent"), date(2025, 12, 30), shipped_calendar())
    assert explain(found)[2:] == (
        "ไม่นับ: พุธ 31 ธ.ค. 2568 (วันสิ้นปี)",
        "ไม่นับ: พฤหัสบดี 1 ม.ค. 2569 (วันขึ้นปีใหม่)",
        "ไม่นับ: ศุกร์ 2 ม.ค. 2569 (วันหยุดราชการเพิ่มเป็นกรณีพิเศษ)",
        "ไม่นับ: เสาร์ 3 ม.ค. 2569 (วันเสาร์)",
        "ไม่นับ: อาทิตย์ 4 ม.ค. 2569 (วันอาทิตย์)",
        "นับ 1: จันทร์ 5 ม.ค. 2569",
        "นับ 2: อังคาร 6 ม.ค. 2569",
        "นับ 3: พุธ 7 ม.ค. 2569",
        "ครบกำหนด: พุธ 7 ม.ค. 2569",
    )


def test_a_stop_and_a_half_known_year_are_told() -> None:
    stop = Stop(date(2026, 12, 20), date(2026, 12, 30), CORRECTION)
    found = deadline(_rule("building.permit"), date(2026, 12, 14), shipped_calendar(), [stop])
    assert explain(found)[2:] == (
        "นับ 1–6: อังคาร 15 ธ.ค. – อาทิตย์ 20 ธ.ค. 2569",
        "หยุดนับ: จันทร์ 21 ธ.ค. – พุธ 30 ธ.ค. 2569 (แจ้งให้แก้ไขแบบ)",
        "นับ 7–45: พฤหัสบดี 31 ธ.ค. 2569 – อาทิตย์ 7 ก.พ. 2570",
        "เลื่อน: อาทิตย์ 7 ก.พ. 2570 (วันอาทิตย์)",
        "ครบกำหนด: จันทร์ 8 ก.พ. 2570",
        "หมายเหตุ: วันหยุดปี 2570 ยังประกาศไม่ครบ (รอ วันมาฆบูชา, วันพืชมงคล, วันวิสาขบูชา, วันอาสาฬหบูชา, "
        "วันเข้าพรรษา, วันหยุดชดเชยและวันหยุดพิเศษ) วันครบกำหนดอาจเลื่อน",
    )


def test_a_clock_that_stands_has_no_due_day_yet() -> None:
    found = deadline(_rule("building.permit"), FILED, shipped_calendar(), [Stop(date(2026, 1, 20), None, CORRECTION)])
    assert headline(found) == "45 วัน: ยังไม่กำหนด นาฬิกาหยุดอยู่"
    assert explain(found)[-1] == "ครบกำหนด: ยังไม่กำหนด นาฬิกาหยุดอยู่ นับแล้ว 6 เหลือ 39 วัน"
    assert explain(found, "en")[-1] == "Due: not set, the clock stands; 6 counted, 39 days left"


def test_a_year_nobody_knows_is_told_without_names() -> None:
    found = deadline(_rule("fallen.normal"), date(2030, 5, 1), shipped_calendar())
    assert explain(found, "en")[-1] == "Note: not all holidays of 2030 are announced yet; the day may move"


def test_the_same_day_is_said_so() -> None:
    at_once = Rule("x", 0, Unit.WORKING, Said("ด่วนที่สุด", "Most urgent"), Said("ระเบียบ", "Regulation"))
    found = deadline(at_once, date(2026, 1, 17), shipped_calendar())
    assert headline(found) == "ครบในวันเดียวกัน: จันทร์ 19 ม.ค. 2569"
    assert explain(found, "en")[0] == "Rule: Most urgent, the same day (Regulation)"
