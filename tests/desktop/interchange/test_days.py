"""Days in sheets: พ.ศ., ค.ศ., Thai digits, and what a spreadsheet counts."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.interchange.days import day_of
from desktop.interchange.model import Cell

TODAY = date(2026, 11, 11)


@pytest.mark.parametrize(
    "cell",
    [
        "5/1/2568", "๕/๑/๒๕๖๘", "5 ม.ค. 2568", "๕ มกราคม พ.ศ. ๒๕๖๘", "5/1/68", "5/1/2025", "05-01-2025", "2025-01-05",
        "2568-01-05", "2025-01-05 00:00:00", "5 มกราคม ค.ศ. 2025", "5 ม.ค. 2025", datetime(2025, 1, 5, 9, 30),
        date(2025, 1, 5), datetime(2568, 1, 5), 45662, 45662.75, "45662", 243988,
    ],
)  # fmt: skip
def test_one_day_in_all_its_clothes(cell: Cell) -> None:
    assert day_of(cell, TODAY) == date(2025, 1, 5)


@pytest.mark.parametrize(
    "cell", ["", None, "-", "31/2/2568", "เมื่อวาน", "5", 5, 0.5, float("nan"), float("inf"), True, "12/2568"]
)
def test_no_day_is_none(cell: Cell) -> None:
    assert day_of(cell, TODAY) is None


@given(st.one_of(st.text(max_size=40), st.floats(), st.integers(), st.dates(), st.datetimes()))
def test_whatever_a_cell_holds_is_a_day_within_reach_or_none(cell: Cell) -> None:
    found = day_of(cell, TODAY)
    assert found is None or 1800 < found.year < 2200
