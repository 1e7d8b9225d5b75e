"""What a supervisor should worry about in a desk, the gravest first."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from desktop.office.desk_report import GRAVE, DeskReport, by_worry, worries
from desktop.office.post_state import CLOCK_WRONG, DISK_LOW

NOW = datetime(2026, 11, 11, 3, 0, tzinfo=UTC)
WELL = DeskReport(b"d" * 16, "เคาน์เตอร์ 1", "C1", True, NOW - timedelta(seconds=30), disk_free=DISK_LOW)


def test_a_desk_that_was_just_heard_and_holds_nothing_is_well() -> None:
    assert worries(WELL, NOW) == ()


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ({"heard_at": None}, ("never_heard",)),
        ({"outbox": 3, "oldest": NOW}, ("unsent",)),
        ({"blobs": 1}, ("unsent",)),
        ({"outbox": 3, "oldest": NOW - timedelta(hours=5)}, ("unsent_long", "unsent")),
        ({"heard_at": NOW - timedelta(hours=1)}, ("silent",)),
        ({"heard_at": NOW - timedelta(days=2)}, ("long_silent",)),
        ({"clock_off": CLOCK_WRONG + timedelta(seconds=1)}, ("clock_wrong",)),
        ({"clock_off": -CLOCK_WRONG - timedelta(seconds=1)}, ("clock_wrong",)),
        ({"disk_free": DISK_LOW - 1}, ("disk_low",)),
        ({"disk_free": None}, ()),
        ({"attention": 2}, ("attention",)),
        ({"active": False, "heard_at": None}, ()),
        ({"active": False, "outbox": 2}, ("unsent",)),
    ],
)
def test_each_figure_and_what_it_makes_of_it(said: dict[str, Any], found: tuple[str, ...]) -> None:
    assert worries(replace(WELL, **said), NOW) == found


def test_those_that_need_help_come_first() -> None:
    grave = replace(WELL, name="ฮ", clock_off=timedelta(days=1))
    unsent = replace(WELL, name="ง", outbox=1)
    assert by_worry([WELL, unsent, grave], NOW) == [grave, unsent, WELL]
    assert {"clock_wrong", "disk_low"} <= GRAVE
