"""A day of the secretary (สารบรรณกลาง, block รับ 00123-00172/2569) at the real windows, by keys alone, with an outage.

Left to the capture of paper: the sheet feeder with its separator slips and a sheet that is replaced, the reading of
fields from a scan by a machine (step 2 and 3: here the scans come in as PDF files and the fields are typed), and the
stamp printed alone on the paper itself (step 5: here it is a layer on the derived copy).
"""

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from tests.acceptance import secretary_afternoon as afternoon
from tests.acceptance import secretary_morning as morning
from tests.acceptance import secretary_outage as outage
from tests.acceptance.keys import Clerk, DayClock, mouse_watched
from tests.acceptance.mae_hia import MaeHia, tuesday
from tests.acceptance.secretary_desk import Day
from tests.acceptance.station import Station
from tests.helpers.keyring_bus import without_keyring
from tests.helpers.town import centre_beside


@pytest.fixture
def day(qapp: QApplication, postgres: Any, tmp_path: Path) -> Iterator[Day]:
    clock, clerk = DayClock(tuesday(16, 30)), Clerk()
    with ExitStack() as running:
        running.enter_context(without_keyring())
        beside = running.enter_context(centre_beside(postgres.new_database(), tmp_path / "centre", clock))
        town = MaeHia(beside, tmp_path)
        running.callback(town.close)
        line = town.proxy()
        running.callback(line.close)
        station = Station(tmp_path / "secretary", "kanda", line.url, clock, clerk)
        running.callback(station.stop)
        mouse = running.enter_context(mouse_watched())
        papers = tmp_path / "papers"
        papers.mkdir()
        yield Day(town, line, station, clerk, clock, mouse, papers)


def test_a_day_of_the_secretary_by_keys_alone(day: Day, monkeypatch: pytest.MonkeyPatch) -> None:
    morning.the_evening_before(day)
    morning.briefing(day)
    morning.a_second_paper_of_one_letter(day)
    morning.two_numbers(day)
    morning.on_its_way(day)
    morning.sent_by_mistake(day)
    morning.one_for_the_engineers(day)
    outage.the_line_is_cut(day)
    outage.offline_search(day)
    outage.sent_another_way(day)
    outage.a_secret_letter(day)
    outage.a_paper_is_sought(day, monkeypatch)
    outage.the_deputy_acts(day)
    outage.the_machine_dies(day)
    afternoon.the_line_is_back(day)
    afternoon.the_deputy_signs(day)
    afternoon.a_circular(day)
    afternoon.a_reply_leaves_the_house(day)
    afternoon.old_papers(day)
    afternoon.the_register_of_the_day(day)
    afternoon.the_deputys_order_ends(day)
    assert day.mouse.events == 0
    assert day.clerk.pressed > 1_000
