"""Cases at one desk: numbered, moved step by step, found again; nothing half done."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from desktop.application import Office
from desktop.cases.kinds import read_kind
from desktop.cases.model import Case, Deed, Place, Reporter
from desktop.cases.mutations import DEFINE_KIND, DefineKind
from desktop.cases.queries import Sought, Whose
from desktop.cases.rules import display_number, missing
from desktop.office.clock import ManualClock
from desktop.office.errors import OfficeError
from tests.desktop.cases.conftest import SOI, complaint, kind, notification, opened
from tests.helpers.desk import person, unit_id

LICENCE = Path(__file__).parent / "health_hazard_licence.json"


def label(case: Case) -> str:
    return display_number(case.line.series, case.line.year_be, case.line.number)


def take(office: Office, case: Case, step: str, login: str = "wichai", **given: object) -> Case:
    return office.cases.acts(person(office, login)).take(case.id, Deed(step, **given))  # type: ignore[arg-type]


def test_a_complaint_gets_the_next_number_of_its_counter_and_goes_to_the_unit_of_its_category(office: Office) -> None:
    first, second = opened(office), opened(office)
    assert (label(first), label(second)) == ("OSS-69-C1-00017", "OSS-69-C1-00018")
    assert first.line.unit_id == unit_id("ENG")
    assert first.line.state == "new"
    assert first.line.reporter == Reporter("นายบุญมี ใจคำ", "0811111111")
    assert first.kind.version == "2569-1"
    assert first.opened_by == "นางสาวปิยะดา ลองรับเงิน"


def test_nothing_is_numbered_while_something_is_missing(office: Office) -> None:
    with pytest.raises(OfficeError) as caught:
        opened(office, text=" ", category="", place=Place())
    assert caught.value.subject["fields"] == ["category", "place", "text"]
    assert label(opened(office)) == "OSS-69-C1-00017"


def test_whoever_wants_no_name_on_it_leaves_none(office: Office) -> None:
    case = opened(office, reporter=Reporter())
    assert case.line.reporter is None
    assert not office.desk.reader.rows("SELECT * FROM case_reporter")


def test_a_day_in_the_life_of_a_street_light(office: Office, clock: ManualClock) -> None:
    case = take(office, opened(office), "accept", "piyada")
    for step, given in (
        ("assign", {"staff_id": person(office, "wichai").id}), ("start", {}),
        ("split", {"unit_id": unit_id("HLT"), "text": "ตัดต้นไม้บังไฟ"}), ("done", {"text": "เปลี่ยนหลอดแล้ว"}),
    ):  # fmt: skip
        clock.advance(timedelta(hours=1))
        if step == "done":
            with pytest.raises(OfficeError, match="parts_open"):
                take(office, case, step, **given)
            hand = replace(person(office, "kanda"), unit=replace(person(office, "kanda").unit, id=unit_id("HLT")))
            case = office.cases.acts(hand).take(case.id, Deed("part_done", "ตัดแล้ว", cost_satang=50000))
        case = take(office, case, step, **given)
    assert (case.line.state, case.line.clock, case.standing.parts) == ("done", "ended", {unit_id("HLT"): True})
    case = take(office, case, "rate", "piyada", score=5)
    case = take(office, case, "reopen", "piyada", text="ดับอีกแล้ว")
    assert (case.line.state, case.standing.score) == ("in_progress", 5)
    told = [event.step for event in case.events]
    assert told == ["opened", "accept", "assign", "start", "split", "part_done", "done", "rate", "reopen"]


def test_who_may_not_and_what_is_not_now_is_refused_and_leaves_no_trace(office: Office) -> None:
    case = opened(office)
    before = office.waiting()
    for step, login, code in (
        ("done", "piyada", "not_yours"),
        ("reopen", "wichai", "not_now"),
        ("fly", "wichai", "not_now"),
    ):
        with pytest.raises(OfficeError, match=code):
            take(office, case, step, login, text="x")
    with pytest.raises(OfficeError) as caught:
        take(office, case, "reject", "wichai")
    assert caught.value.subject["fields"] == ["agency", "reason"]
    assert office.waiting() == before


def test_a_notification_is_taken_in_with_what_is_missing_and_completed_later(office: Office) -> None:
    case = office.cases.acts(person(office, "piyada")).open(
        notification(office, "form", "id_card", "house_registration")
    )
    assert [item.code for item in missing(case.kind, case.answers, case.standing.items)] == ["consent"]
    case = take(office, case, "hand_in", "piyada", item="consent")
    assert missing(case.kind, case.answers, case.standing.items) == ()
    assert case.answers["area_m2"] == "120"
    assert case.line.reporter is not None


def test_a_place_that_is_too_large_needs_a_licence(office: Office) -> None:
    wanted = notification(office)
    with pytest.raises(OfficeError) as caught:
        office.cases.acts(person(office)).open(replace(wanted, answers={**wanted.answers, "area_m2": "236"}))
    assert caught.value.subject["fields"] == ["field.area_m2"]


def test_a_kind_of_the_office_s_own_is_carried_without_code(office: Office) -> None:
    load(office)
    own = kind(office, "health_hazard_licence")
    wanted = replace(notification(office), kind=own, answers={"business": "เสริมสวย", "capital": "5000000"}, items=())
    case = office.cases.acts(person(office)).open(wanted)
    case = take(office, case, "hand_in", "kanda", item="ap1")
    assert (case.line.state, case.answers["capital"]) == ("filed", "5000000")
    with pytest.raises(OfficeError, match="not_yours"):
        take(office, case, "inspect", "wichai")


def test_a_case_keeps_the_version_of_its_kind(office: Office) -> None:
    case = opened(office)
    newer = kind(office)
    definition = read_definition().replace('"2569-1"', '"2570-1"', 1)
    define(office, "complaint", "2570-1", definition)
    assert kind(office).version == "2570-1"
    assert newer.version == "2569-1"
    again = office.cases.queries.case(case.id)
    assert again is not None
    assert again.kind.version == "2569-1"
    assert opened(office).kind.version == "2570-1"


def read_definition() -> str:
    from importlib import resources

    return (resources.files("resources") / "cases" / "complaint.json").read_text("utf-8")


def define(office: Office, code: str, version: str, definition: str) -> None:
    body = DefineKind(office.desk.ids.new(), code, version, definition)
    office.desk.write(lambda unit: unit.perform(DEFINE_KIND, body, bytes(16)))


def load(office: Office) -> None:
    own = read_kind(LICENCE.read_bytes())
    define(office, own.code, own.version, LICENCE.read_text("utf-8"))


def test_a_version_that_is_known_is_never_changed(office: Office) -> None:
    with pytest.raises(OfficeError, match="kind_version_taken"):
        define(office, "complaint", "2569-1", read_definition())


def test_cases_are_found_by_anything_that_is_on_them(office: Office) -> None:
    one, two = opened(office), opened(office, text="น้ำท่วมหน้าตลาด", category="flood", place=Place("ตลาดสด"))
    take(office, two, "assign", staff_id=person(office, "wichai").id)
    queries = office.cases.queries

    def found(**sought: object) -> set[bytes]:
        return {line.id for line in queries.lines(Sought(**sought))}  # type: ignore[arg-type]

    assert found() == {one.id, two.id}
    assert found(words="ตลาด") == {two.id}
    assert found(words="บุญมี ซอย") == {one.id}
    assert found(words="oss-69-c1-00018") == {two.id}
    assert found(words="๐๐๐๑๗") == {one.id}
    assert found(whose=Whose.MINE, staff_id=person(office, "wichai").id) == {two.id}
    assert found(whose=Whose.UNIT, unit_id=unit_id("ENG")) == {one.id, two.id}
    take(office, one, "reject", text="ไม่ใช่ของเทศบาล", agency="กฟภ.")
    assert found() == {two.id}
    assert found(with_ended=True) == {one.id, two.id}
    assert found(state="rejected") == {one.id}
    assert found(words="%") == found(with_ended=True)


def test_what_may_be_the_same_is_offered_by_distance_category_and_time(office: Office, clock: ManualClock) -> None:
    case, queries = opened(office), office.cases.queries
    near, far = replace(SOI, lat_e6=SOI.lat_e6 + 900), replace(SOI, lat_e6=SOI.lat_e6 + 1200)  # type: ignore[operator]
    (found,) = queries.near(case.kind, "streetlight", near, clock.now())
    assert found[0].id == case.id
    assert 99 <= found[1] <= 101
    assert not queries.near(case.kind, "streetlight", far, clock.now())
    assert not queries.near(case.kind, "road", near, clock.now())
    assert not queries.near(case.kind, "streetlight", Place("ที่เดียวกัน"), clock.now())
    clock.advance(timedelta(days=31))
    assert not queries.near(case.kind, "streetlight", near, clock.now())


def test_a_citizen_s_cases_are_found_by_who_they_are(office: Office) -> None:
    someone, somewhere = b"p" * 16, b"h" * 16
    case = opened(office, reporter=Reporter("นายบุญมี", person_id=someone, house_id=somewhere))
    opened(office)
    queries = office.cases.queries
    assert [line.id for line in queries.of_person(someone)] == [case.id]
    assert [line.id for line in queries.of_house(somewhere)] == [case.id]


def test_what_is_restricted_says_so(office: Office) -> None:
    case = opened(office, category="corruption")
    assert case.line.restricted
    assert case.line.unit_id == unit_id("CLK")


def test_a_desk_without_numbers_for_it_opens_nothing(office: Office) -> None:
    office.desk.settle("UPDATE lease SET closed_at = 'x' WHERE series LIKE 'cases.%'", ())
    with pytest.raises(OfficeError, match="none_left"):
        office.cases.acts(person(office)).open(complaint(office))
