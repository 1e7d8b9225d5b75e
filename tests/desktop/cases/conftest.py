"""A desk of the service centre, and the kinds of cases that come with the program."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from desktop.application import Office
from desktop.cases.kind import Kind
from desktop.cases.model import Case, Place, Reporter, Wanted
from desktop.office.clock import ManualClock
from tests.helpers.desk import make_desk, make_office, person

MORNING = datetime(2026, 1, 14, 3, 20, tzinfo=UTC)
"""Wednesday 14 January 2569, 10:20 in Thailand."""
SOI = Place("ซอย 3 หน้าบ้านเลขที่ 45", 18_741_120, 98_940_350, "photo", 8, "2")


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock(MORNING)


@pytest.fixture
def office(tmp_path: Path, clock: ManualClock) -> Iterator[Office]:
    made = make_office(make_desk(tmp_path / "desk", clock=clock, next_case=17))
    yield made
    made.desk.close()


def kind(office: Office, code: str = "complaint") -> Kind:
    day = office.clock.now().date()
    return next(one for one in office.cases.queries.kinds(day) if one.code == code)


def complaint(office: Office, text: str = "ไฟสาธารณะดับ 3 ดวง", **given: object) -> Wanted:
    reporter = Reporter("นายบุญมี ใจคำ", "0811111111")
    wanted = Wanted(kind(office), text, "counter", "streetlight", SOI, reporter)
    return replace(wanted, **given)  # type: ignore[arg-type]


def notification(office: Office, *items: str) -> Wanted:
    """นางคำแปง notifies a restaurant of 120 m² in a rented house."""
    answers = {"shop_name": "ร้านคำแปง", "use": "sell", "area_m2": "120", "applicant_type": "natural"}
    answers |= {"by_agent": "0", "owns_place": "0"}
    who = Reporter("นางคำแปง สุขใจ", "0822222222", "12 หมู่ 4")
    place = Place("12 หมู่ 4", moo="4")
    text = "จำหน่ายอาหาร ร้านคำแปง"
    return Wanted(kind(office, "food_notification"), text, "counter", "", place, who, answers, items)


def opened(office: Office, login: str = "piyada", **given: object) -> Case:
    return office.cases.acts(person(office, login)).open(complaint(office, **given))  # type: ignore[arg-type]
