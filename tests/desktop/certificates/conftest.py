"""A desk of the service centre that issues certificates, with the templates that come with the program."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from desktop.application import Office
from desktop.certificates.actions import CertificateActions
from desktop.certificates.model import Certificate, ReceiptRef, SignedBy, Wanted
from desktop.certificates.template import Template
from desktop.certificates.templates import read_template
from desktop.office.clock import ManualClock
from tests.helpers.desk import make_desk, make_office, person

MORNING = datetime(2026, 1, 14, 3, 20, tzinfo=UTC)
"""Wednesday 14 January 2569, 10:20 in Thailand."""
FOOD, HAZ = "certificates.FOOD", "certificates.HAZ"
LICENCE = Path(__file__).parent / "licence.json"
MAYOR = SignedBy("นายสมชาย ตัวอย่างดี", ("นายกเทศมนตรีเมืองแม่เหียะ",))
PAID = ReceiptRef(1, 451, date(2026, 1, 14), 300_00)
ANSWERS = {
    "age": "45",
    "nationality": "ไทย",
    "address": "12 หมู่ที่ 4 ตำบลแม่เหียะ อำเภอเมืองเชียงใหม่ จังหวัดเชียงใหม่",
    "shop_name": "ร้านคำแปง",
    "use": "sell",
    "area_m2": "120",
    "premises": "12 หมู่ที่ 4 ถนนเลียบคลองชลประทาน",
}


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock(MORNING)


@pytest.fixture
def office(tmp_path: Path, clock: ManualClock) -> Iterator[Office]:
    made = make_office(make_desk(tmp_path / "desk", clock=clock, next_case=17, certificates=(FOOD, HAZ)))
    yield made
    made.desk.close()


def acts(office: Office, login: str = "kanda") -> CertificateActions:
    return office.certificates.acts(person(office, login))


def template(office: Office, code: str = "food_notification") -> Template:
    day = office.clock.now().date()
    return next(one for one in office.certificates.queries.templates(day) if one.code == code)


def licence() -> Template:
    return read_template(LICENCE.read_bytes())


def wanted(office: Office, **given: object) -> Wanted:
    made = Wanted(template(office), "นางคำแปง สุขใจ", ANSWERS, MAYOR, PAID)
    return replace(made, **given)  # type: ignore[arg-type]


def issued(office: Office, **given: object) -> Certificate:
    return acts(office).issue(wanted(office, **given))


def seen(office: Office, held: Certificate) -> Certificate:
    return acts(office).found(held.id)
