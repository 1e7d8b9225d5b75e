from datetime import UTC, date, datetime, timedelta
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.office.dates import (
    BANGKOK,
    Digits,
    Style,
    english_date,
    fiscal_year_be,
    gregorian_year,
    local_date,
    parse_thai_date,
    parse_thai_time,
    thai_date,
    thai_time,
    utc_of_local,
    year_be,
)

TODAY = date(2026, 11, 21)
DAYS = st.dates(date(1857, 1, 1), date(2156, 12, 31))


@given(DAYS, st.sampled_from(get_args(Style)), st.sampled_from(get_args(Digits)))
def test_a_written_day_is_read_back(day: date, style: Style, digits: Digits) -> None:
    assert parse_thai_date(thai_date(day, style, digits), TODAY) == day


@given(st.dates(date(1957, 1, 1), date(2056, 12, 31)))
def test_two_digits_are_a_year_of_the_twenty_sixth_century(day: date) -> None:
    assert parse_thai_date(f"{day.day}/{day.month}/{year_be(day) % 100:02d}", TODAY) == day
    assert parse_thai_date(f"{day.day:02d}{day.month:02d}{year_be(day) % 100:02d}", TODAY) == day


@given(st.text())
def test_any_text_is_a_day_or_nothing(text: str) -> None:
    assert parse_thai_date(text, TODAY) is None or isinstance(parse_thai_date(text, TODAY), date)


@pytest.mark.parametrize(
    "typed",
    [
        "2/1/69", "๒/๑/๒๕๖๙", "02-01-2569", "2.1.69", "2 1 2569", "02012569", "020169", "2 ม.ค. 2569", "2 มค 69",
        "2 ม. ค. 2569", "2มกราคม2569", "2 มกราคม พ.ศ. 2569", "๒ มกราคม พ.ศ.๒๕๖๙", "2 มกราคม พศ 2569",
        "วันที่ ๒ เดือนมกราคม พุทธศักราช ๒๕๖๙", "ลงวันที่ 2 ม.ค. 69", " 2 /1/ 69 ", "๒\u200b/๑/๖๙",
    ],
)  # fmt: skip
def test_ways_to_type_the_same_day(typed: str) -> None:
    assert parse_thai_date(typed, TODAY) == date(2026, 1, 2)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("15052569", date(2026, 5, 15)),
        ("150569", date(2026, 5, 15)),
        ("15/5", date(2026, 5, 15)),
        ("15 พ.ค.", date(2026, 5, 15)),
        ("1505", date(2026, 5, 15)),
        ("29/2/2567", date(2024, 2, 29)),
        ("วันนี้", TODAY),
        (".", TODAY),
    ],
)
def test_short_ways(typed: str, day: date) -> None:
    assert parse_thai_date(typed, TODAY) == day


@pytest.mark.parametrize(
    "typed",
    ["1/1/2026", "29/2/2569", "29/2", "31/4/69", "0/1/69", "1/13/69", "", " ", "มกราคม 2569", "2 มกรา 2569", "1/1/69/1",
     "1/1/256", "99999999", "วาน", "1/1/9999"],
)  # fmt: skip
def test_no_day(typed: str) -> None:
    assert parse_thai_date(typed, TODAY) is None


def test_written() -> None:
    day = date(2025, 3, 12)
    assert thai_date(day) == "๑๒ มีนาคม ๒๕๖๘"
    assert thai_date(day, "short") == "๑๒ มี.ค. ๒๕๖๘"
    assert thai_date(day, "short", "arabic") == "12 มี.ค. 2568"
    assert thai_date(day, "numeric", "arabic") == "12/03/2568"
    assert english_date(day) == "12 March 2025"


def test_a_moment_belongs_to_the_day_in_bangkok() -> None:
    late = datetime(2026, 12, 31, 17, 5, tzinfo=UTC)
    assert local_date(late) == date(2027, 1, 1)
    assert thai_date(late, digits="arabic") == "1 มกราคม 2570"
    assert english_date(late) == "1 January 2027"
    assert thai_time(late, "arabic") == "00.05 น."
    assert thai_time(datetime(2026, 1, 2, 3, 35, tzinfo=UTC)) == "๑๐.๓๕ น."


@given(st.datetimes(datetime(1900, 1, 2), datetime(2200, 1, 1), timezones=st.just(UTC)))
def test_there_and_back(moment: datetime) -> None:
    day, local = local_date(moment), moment.astimezone(BANGKOK)
    assert timedelta(0) <= moment - utc_of_local(day, local.hour, local.minute) < timedelta(minutes=1)


def test_a_moment_without_its_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="zone"):
        thai_time(datetime(2026, 1, 2, 3, 35))


@given(DAYS)
def test_fiscal_years_turn_on_the_first_of_october(day: date) -> None:
    ends = date(fiscal_year_be(day) - 543, 9, 30)
    assert date(ends.year - 1, 10, 1) <= day <= ends


def test_fiscal_year() -> None:
    assert fiscal_year_be(date(2026, 9, 30)) == 2569
    assert fiscal_year_be(date(2026, 10, 1)) == 2570


@pytest.mark.parametrize(
    ("typed", "year"),
    [("9/1/2026", 2026), ("๙ ม.ค. ๒๐๒๖", 2026), ("09012026", 2026), ("9 มกราคม 1999", 1999), ("9/1/2569", None),
     ("9/1/69", None), ("9/1", None), ("31/2/2026", 2026), ("พรุ่งนี้", None), ("", None)],
)  # fmt: skip
def test_a_year_of_the_other_calendar_is_told_from_a_slip(typed: str, year: int | None) -> None:
    assert gregorian_year(typed) == year
    assert year is None or parse_thai_date(typed, TODAY) is None


@pytest.mark.parametrize(
    ("typed", "time"),
    [("16.30", (16, 30)), ("๑๖:๓๐ น.", (16, 30)), ("1630", (16, 30)), ("9", (9, 0)), ("9.05น", (9, 5)),
     ("0000", (0, 0)),
     ("24.00", None), ("12.60", None), ("เที่ยง", None), ("", None), ("16.3", None)],
)  # fmt: skip
def test_a_time_of_day_is_read(typed: str, time: tuple[int, int] | None) -> None:
    assert parse_thai_time(typed) == time
