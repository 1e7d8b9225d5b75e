"""Fees that are worked out: the figures of the ordinances, whole satang, and a calculation that can be read."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.cashier.fees import catalogue
from desktop.cashier.formulas import Ask, Percent, Tier, Tiers, Words, explained, missing
from desktop.cashier.model import Charge, Fee, Payment
from desktop.cashier.rules import in_force, problems

RULED = tuple(fee for fee in catalogue() if fee.rule is not None)


def fee(code: str) -> Fee:
    return next(one for one in catalogue() if one.code == code)


def satang(code: str, **answers: int) -> int:
    return Charge(fee(code), 1, answers=tuple(answers.items())).amount_satang


@pytest.mark.parametrize(
    ("litres", "expected"),
    [
        (1, 60_00), (20, 60_00), (21, 90_00), (30, 90_00), (31, 120_00), (40, 120_00), (500, 1_500_00),
        (501, 3_000_00), (1_000, 3_000_00), (1_001, 4_500_00), (1_501, 6_000_00), (2_000, 6_000_00),
    ],
)  # fmt: skip
def test_waste_goes_by_its_volume_and_what_is_left_over_counts_half_or_whole(litres: int, expected: int) -> None:
    assert satang("WASTE_VOLUME", litres=litres) == expected


@pytest.mark.parametrize(
    ("hundredths", "expected"),
    [(1, 100_00), (50, 100_00), (51, 200_00), (100, 200_00), (150, 300_00), (151, 400_00), (275, 600_00)],
)
def test_sewage_counts_half_a_cubic_metre_up_to_a_half_and_a_whole_one_above(hundredths: int, expected: int) -> None:
    charge = Charge(fee("SEWAGE"), 1, answers=(("volume", hundredths),))
    assert charge.amount_satang == expected
    assert charge.computed is not None


def test_half_units_are_shown_as_they_were_counted() -> None:
    charge = Charge(fee("SEWAGE"), 1, answers=(("volume", 250),))
    assert charge.description.th == "ค่าเก็บและขนสิ่งปฏิกูล 2.5 ลบ.ม."
    assert charge.computed is not None
    assert charge.computed.steps[-1].th == "2.5 หน่วย (หน่วยละ 1 ลบ.ม.) × 200.00 = 500.00"


@pytest.mark.parametrize(
    ("kind", "width", "height", "quarter", "expected"),
    [
        (1, 100, 250, 0, 250_00),  # 50 units of 5 baht
        (1, 10, 10, 0, 200_00),  # never less than 200 baht a sign
        (3, 200, 100, 2, 780_00),  # 40 units of 26 baht, put up from April to June
        (3, 200, 100, 1, 1_040_00),
        (3, 200, 100, 3, 520_00),
        (3, 200, 100, 4, 260_00),
        (5, 25, 30, 0, 200_00),  # 750 cm²: a rest of 250 is dropped, the minimum holds
        (0, 151, 251, 0, 760_00),  # 37,901 cm²: 75 units and a rest of 401 that counts one
    ],
)
def test_sign_tax(kind: int, width: int, height: int, quarter: int, expected: int) -> None:
    assert satang("SIGN_TAX", kind=kind, width=width, height=height, quarter=quarter) == expected


def test_a_rest_of_exactly_half_a_unit_is_dropped_and_one_more_counts() -> None:
    assert satang("SIGN_TAX", kind=0, width=250, height=201, quarter=0) == 1_000_00  # 50,250 cm²
    assert satang("SIGN_TAX", kind=0, width=7179, height=7, quarter=0) == 1_010_00  # 50,253 cm²


@pytest.mark.parametrize(("area", "units"), [(100_00, 100), (100_49, 100), (100_50, 101), (49, 0), (50, 1)])
def test_a_fraction_of_a_square_metre_counts_from_its_half_on(area: int, units: int) -> None:
    assert satang("BLD_PLANCHECK", **{"class": 1}, area=area) == units * 2_00


def test_a_surcharge_is_a_part_of_another_sum_rounded_to_the_satang() -> None:
    assert satang("LATE_20", base=300_00) == 60_00
    assert satang("LATE_20", base=12) == 2
    assert satang("LATE_20", base=13) == 3  # 2.6


def test_the_calculation_is_told_step_by_step_in_both_languages() -> None:
    charge = Charge(fee("SIGN_TAX"), 2, answers=(("kind", 3), ("width", 200), ("height", 100), ("quarter", 2)))
    assert charge.computed is not None
    assert explained(charge.computed.steps) == (
        "200 × 100 = 20,000 ตร.ซม. · ÷ 500 = 40 หน่วย · 40 × 26.00 = 1,040.00 · 1,040.00 × 75% = 780.00"
    )
    assert explained(charge.computed.steps, english=True).startswith("200 × 100 = 20,000 cm² · ÷ 500 = 40 units")
    assert charge.amount_satang == 1_560_00
    assert charge.description.th == "ภาษีป้าย ป.2 ไทยปนต่างประเทศหรือภาพ 200 × 100 ซม."


@given(st.data())
def test_no_answer_makes_a_sum_negative_broken_or_unexplained(data: st.DataObject) -> None:
    fee = data.draw(st.sampled_from(RULED))
    assert fee.rule is not None
    answers = {
        ask.name: data.draw(st.integers(0, len(ask.choices) - 1) if ask.choices else st.integers(1, 10**9))
        for ask in fee.rule.asks
    }
    charge = Charge(fee, data.draw(st.integers(1, 9_999)), answers=tuple(answers.items()))
    assert charge.computed is not None
    assert isinstance(charge.amount_satang, int)
    assert charge.amount_satang >= 0
    assert charge.amount_satang == charge.computed.satang * charge.quantity
    assert charge.computed.steps
    assert all(step.th and step.en for step in charge.computed.steps)
    if charge.amount_satang > fee.usual_satang:
        assert charge.is_unusual, "an absurd sum passed without a question"


@given(st.integers(1, 10**6), st.integers(1, 10**6))
def test_more_waste_of_one_tier_never_costs_less(one: int, more: int) -> None:
    rule = Tiers(Ask("n", Words("ก", "a")), (Tier(None, per=20, satang=333, half_upto=10),))
    assert rule.compute({"n": one}).satang <= rule.compute({"n": one + more}).satang


@given(st.integers(1, 10**9), st.integers(1, 100))
def test_a_part_is_never_more_than_the_whole(base: int, percent: int) -> None:
    part = Percent(percent, Words("ก", "a")).compute({"base": base}).satang
    assert 0 <= part <= base
    assert abs(part * 100 - base * percent) <= 50


@pytest.mark.parametrize("typed", ["", "-5", "abc", "1.5", "1e3000", "๐", "9" * 40, "nan", "inf"])
def test_what_is_no_measure_is_not_taken(typed: str) -> None:
    ask = fee("WASTE_VOLUME").rule.asks[0]  # type: ignore[union-attr]
    assert ask.read(typed) is None


def test_measures_are_typed_as_people_write_them() -> None:
    litres = fee("WASTE_VOLUME").rule.asks[0]  # type: ignore[union-attr]
    area = fee("BLD_PLANCHECK").rule.asks[1]  # type: ignore[union-attr]
    assert (litres.read("๑,๒๐๐"), area.read("123.5"), area.read("1,234.567")) == (1200, 12350, None)


def test_a_calculation_with_something_missing_is_nothing_to_pay() -> None:
    half = Charge(fee("SIGN_TAX"), 1, answers=(("width", 200),))
    assert half.fee.rule is not None
    assert set(missing(half.fee.rule, dict(half.answers))) == {"kind", "height", "quarter"}
    assert half.amount_satang == 0
    assert problems(Payment("ก", (half,)))["charges"] == "cashier.nothing_to_pay"


def test_what_is_larger_than_usual_is_asked_about_and_not_refused() -> None:
    barn = Charge(fee("BLD_PLANCHECK"), 1, answers=(("class", 0), ("area", 30_000_00)))
    assert [ask.name for ask in barn.unusual] == ["area"]
    assert problems(Payment("ก", (barn,))) == {}
    ordinary = replace(barn, answers=(("class", 0), ("area", 150_00)))
    assert not ordinary.is_unusual


def test_the_rate_of_the_day_holds() -> None:
    old = replace(fee("WASTE_MONTHLY"), valid_to=date(2026, 9, 30))
    new = replace(old, version="2570/2", unit_price_satang=9000, valid_from=date(2026, 10, 1), valid_to=None)
    assert [one.unit_price_satang for one in in_force((old, new), date(2026, 9, 30))] == [6000]
    assert [one.unit_price_satang for one in in_force((old, new), date(2026, 10, 1))] == [9000]
