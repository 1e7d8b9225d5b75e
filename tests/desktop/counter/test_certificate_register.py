"""The register book of certificates: by number, with the dead ones struck, and a public list that names no address."""

from collections.abc import Iterator
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest

from desktop.application import Office
from desktop.certificates.model import Origin
from desktop.certificates.queries import Sought
from desktop.counter.certificate_register import public_table, register_table, to_csv, to_pdf, to_xlsx
from desktop.office.clock import ManualClock
from desktop.paper.pages import page_text
from tests.desktop.certificates.conftest import FOOD, MORNING, acts, issued, seen
from tests.helpers.desk import make_desk, make_office

DAY = date(2026, 1, 14)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    made = make_office(make_desk(tmp_path / "desk", clock=ManualClock(MORNING), certificates=(FOOD,)))
    yield made
    made.desk.close()


def test_the_register_stands_in_the_order_of_its_numbers(office: Office) -> None:
    first, second = issued(office), issued(office, holder_name="=HYPERLINK(1) ใจดี")
    issued(office, origin=Origin.REPLACEMENT, replaces_id=second.id, reason="สูญหาย")
    acts(office, "somchai").revoke(first.id, "เอกสารเท็จ")
    lines = office.certificates.queries.lines(Sought(first=DAY, last=DAY), DAY)
    table = register_table(lines, {"food_notification": "หนังสือรับรองการแจ้ง"}, DAY, DAY)
    rows = list(table.rows)
    assert [row.values[1] for row in rows] == ["1/2569", "2/2569", "3/2569"]  # type: ignore[union-attr]
    assert [row.values[-1] for row in rows] == ["ยกเลิก", "มีฉบับใหม่แทน", "ใบแทน ใช้ได้"]  # type: ignore[union-attr]
    pdf = to_pdf(table, "เทศบาลเมืองแม่เหียะ", MORNING)
    assert "ทะเบียนหนังสือรับรอง" in page_text(pdf)
    csv = to_csv(table).decode("utf-8-sig")
    assert "'=HYPERLINK" in csv
    from openpyxl import load_workbook

    sheet = load_workbook(BytesIO(to_xlsx(table))).active
    assert sheet is not None
    assert sheet.max_row == 4


def test_everybody_reads_what_and_where_and_nobodys_address_or_number(office: Office) -> None:
    held = [seen(office, issued(office)), seen(office, issued(office))]
    table = public_table(held, DAY)
    words = to_csv(table).decode("utf-8-sig")
    assert "ร้านคำแปง · จำหน่ายอาหาร · 12 หมู่ที่ 4 ถนนเลียบคลองชลประทาน" in words
    assert "ใช้ได้" in words
    for private in ("คำแปง สุขใจ", "ต.แม่เหียะ", "ตำบลแม่เหียะ", "45", "ไทย"):
        assert private not in words
