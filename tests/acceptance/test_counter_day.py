"""A day of the counter clerk (counter C2, receipts 69/C2 000451 on) at the real windows, by keys alone, with an outage.

A real centre on PostgreSQL, a real cupsd before a printer of the network, pcscd with two readers, a queue with its
board and a voice. Left out, or otherwise than the scenario has it:
- 6: two books are leased ahead and a third when fewer than a hundred numbers are left: 149, where it has 49.
- 13: C1 is a desk without a window; that its numbers are used up is written into its store.
- 14: head office is not told that its telephone number gave way; it has the chosen one.
"""

from collections.abc import Iterator
from contextlib import ExitStack
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from tests.acceptance import counter_afternoon as afternoon
from tests.acceptance import counter_evening as evening
from tests.acceptance import counter_lending as lending
from tests.acceptance import counter_morning as morning
from tests.acceptance import counter_outage as outage
from tests.acceptance.counter_desk import Day, heard_in, printing_system
from tests.acceptance.counter_town import WEDNESDAY, CounterTown, at
from tests.acceptance.head_desk import window_manager
from tests.acceptance.keys import Clerk, DayClock, mouse_watched
from tests.acceptance.station import Station
from tests.helpers.cards import Readers
from tests.helpers.keyring_bus import without_keyring
from tests.helpers.town import centre_beside


@pytest.fixture
def day(
    qapp: QApplication, postgres: Any, readers: Readers, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Day]:
    clock, clerk = DayClock(at(10, day=WEDNESDAY - timedelta(days=7))), Clerk()
    said = tmp_path / "said.txt"
    heard_in(said, monkeypatch)
    for name, value in readers.environment.items():
        monkeypatch.setenv(name, value)
    with ExitStack() as running:
        running.enter_context(without_keyring())
        running.enter_context(window_manager())
        paper = running.enter_context(printing_system(monkeypatch))
        beside = running.enter_context(centre_beside(postgres.new_database(), tmp_path / "centre", clock))
        town = CounterTown(beside, tmp_path)
        running.callback(town.close)
        town.beforehand()
        clock.set_to(at(16, 30, WEDNESDAY - timedelta(days=1)))
        line = town.proxy()
        running.callback(line.close)
        station = Station(tmp_path / "C2", "piyada", line.url, clock, clerk)
        running.callback(station.stop)
        mouse = running.enter_context(mouse_watched())
        yield Day(town, line, station, clerk, clock, mouse, paper, readers, tmp_path, said)


def test_a_day_of_the_counter_clerk_by_keys_alone(day: Day) -> None:
    morning.the_evening_before(day)
    morning.the_drawer(day)
    morning.the_first_ticket(day)
    morning.a_card(day)
    morning.the_waste_fee(day)
    morning.a_complaint(day)
    outage.the_line_is_cut(day)
    outage.a_food_place(day)
    outage.a_fee_of_ten(day)
    outage.a_transfer_nobody_confirms(day)
    outage.half_a_sheet(day)
    afternoon.a_telephone_at_two_places(day)
    outage.killed_while_typing(day)
    lending.next_door_runs_out(day)
    afternoon.the_line_is_back(day)
    afternoon.one_card(day)
    afternoon.after_lunch(day)
    afternoon.a_copy(day)
    evening.the_drawer_is_counted(day)
    evening.the_slip(day)
    evening.the_treasurer(day)
    evening.the_day_is_proven(day)
    assert day.mouse.events == 0
    assert day.clerk.pressed > 200
