"""Files of fees: every one that is shipped is whole, and what is wrong with another is said before anybody pays."""

import json
from dataclasses import replace
from datetime import date
from importlib import resources
from typing import Any

import pytest

from desktop.cashier.fee_files import overlapping, read
from desktop.cashier.fees import catalogue

FILES = sorted(
    (file for file in (resources.files("resources") / "fees").iterdir() if file.name.endswith(".json")),
    key=lambda file: file.name,
)
FEE: dict[str, Any] = {
    "code": "TEST_FEE", "version": "1", "name_th": "ค่าทดสอบ", "name_en": "Test", "unit_th": "ฉบับ", "unit_en": "copy",
    "legal_basis": "เทศบัญญัติ", "valid_from": "2026-01-01", "unit_price_satang": 100,
}  # fmt: skip
RATE = {"th": "ก", "en": "a", "satang": 1}
MEASURE = {"name": "n", "label": {"th": "ก", "en": "a"}, "unit": {"th": "ลิตร", "en": "l"}, "most": 10}


def written(**changed: Any) -> str:
    fee = {name: value for name, value in (FEE | changed).items() if value is not ...}
    return json.dumps({"about": "", "fees": [fee]})


def ruled(**rule: Any) -> str:
    return written(unit_price_satang=..., rule=rule)


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.name))
def test_every_shipped_file_can_be_read_and_says_all(file: Any) -> None:
    fees = read(file.read_text("utf-8"))
    assert fees
    for fee in fees:
        assert fee.unit_price_satang > 0 or fee.rule is not None
        assert fee.legal_basis


def test_no_day_has_two_versions_of_one_fee() -> None:
    assert overlapping(list(catalogue())) == []
    one = catalogue()[0]
    later = replace(one, version="2", valid_from=date(2027, 1, 1))
    assert overlapping([one, later]) == [one.code]
    assert overlapping([replace(one, valid_to=date(2026, 12, 31)), later]) == []


def test_a_plain_fee_is_read() -> None:
    (fee,) = read(written())
    assert (fee.code, fee.unit_price_satang, fee.rule, fee.valid_to) == ("TEST_FEE", 100, None, None)


@pytest.mark.parametrize(
    "text",
    [
        "", "[]", "{}", '{"about": "", "fees": [{}]}',
        written(code="test"), written(code=""), written(name_th=""), written(unit_price_satang=-1),
        written(unit_price_satang=1.5), written(unit_price_satang="100"), written(unit_price_satang=...),
        written(valid_from="1 ม.ค. 2569"), written(valid_to="2025-12-31"), written(price=100), written(quantity=0),
        written(rule={"kind": "percent", "percent": 20, "of": {"th": "ก", "en": "a"}}),
        ruled(kind="magic"), ruled(kind="percent", percent=0, of={"th": "ก", "en": "a"}),
        ruled(kind="percent", percent=120, of={"th": "ก", "en": "a"}), ruled(kind="percent", percent=20),
        ruled(kind="tiers", measure=MEASURE, tiers=[]),
        ruled(kind="tiers", measure=MEASURE, tiers=[{"upto": 20, "flat": 100}]),
        ruled(kind="tiers", measure=MEASURE, tiers=[{"upto": 20, "flat": 1}, {"upto": 10, "flat": 2}, {"satang": 1}]),
        ruled(kind="tiers", measure=MEASURE, tiers=[{"flat": 100}]),
        ruled(kind="tiers", measure=MEASURE, tiers=[{"per": 0, "satang": 100}]),
        ruled(kind="classes", measure=MEASURE, rates=[]),
        ruled(kind="area", unit_cm2=500, least_satang=1, quarters=[100, 75], rates=[RATE]),
        ruled(kind="area", unit_cm2=500, least_satang=1, quarters=[100, 75, 50, 125], rates=[RATE]),
    ],
)  # fmt: skip
def test_a_slip_in_a_file_is_told(text: str) -> None:
    with pytest.raises(ValueError, match="."):
        read(text)
