"""A day of the head of กองช่าง, of the mayor and of his deputy at real windows, by keys alone, with an outage.

The letters of scenario 4.3: steps 1, 2, 3, 8, 9, 10, 12 and 18. Left out because they are of other rooms: permits
and what hangs on them (4 to 7, their share of 2, 8, 9 and 12), certificates and their revocation (13), the tax map
(14), the dashboard (15), who opened a letter (16), the report to the council (17). A line that is cut at the stamp of
time (11) is missing. Laptops are unlocked by words instead of a PIN, and the certificate is a file with a password.
"""

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from tests.acceptance import head_offline as road
from tests.acceptance import head_signature as signature
from tests.acceptance import head_town_hall as hall
from tests.acceptance.head_desk import Day, Laptop, window_manager
from tests.acceptance.head_town import CITIZENS, FOR_THE_DEPUTY, FOR_THE_MAYOR, SUBJECTS, HeadTown, at
from tests.acceptance.keys import Clerk, DayClock, mouse_watched
from tests.acceptance.proof import names_in_the_clear
from tests.helpers.certificates import Authority
from tests.helpers.keyring_bus import without_keyring
from tests.helpers.town import centre_beside


@pytest.fixture
def day(qapp: QApplication, postgres: Any, tmp_path: Path) -> Iterator[Day]:
    clock, clerk = DayClock(at(12, 20)), Clerk()
    with ExitStack() as running:
        running.enter_context(without_keyring())
        running.enter_context(window_manager())
        beside = running.enter_context(centre_beside(postgres.new_database(), tmp_path / "centre", clock))
        town = HeadTown(beside, tmp_path)
        running.callback(town.close)
        mouse = running.enter_context(mouse_watched())
        yield Day(town, clerk, clock, mouse, tmp_path)


def put_away(laptop: Laptop) -> None:
    """18. The lid is closed: no name of a citizen and no subject of a letter lies in the clear in its folder."""
    laptop.stop()
    laptop.line.close()
    assert any(laptop.folder.rglob("*.db"))
    assert names_in_the_clear(laptop.folder, [*CITIZENS, *SUBJECTS, *FOR_THE_MAYOR, *FOR_THE_DEPUTY]) == []


def test_the_head_of_engineering_on_the_road(day: Day) -> None:
    laptop, letters = road.before_lunch(day)
    try:
        road.opens_offline(day, laptop)
        in_order = road.what_waits(day, laptop, letters)
        road.twelve_letters(day, laptop, in_order)
        road.the_line_comes_back(day, laptop)
        road.each_once(day, laptop)
    finally:
        put_away(laptop)
    assert day.mouse.events == 0


def test_the_mayor_and_his_deputy(day: Day) -> None:
    letters = day.town.letters_for_mayor()
    mayor, deputy = hall.laptops(day)
    try:
        hall.a_batch_with_one_unread(day, mayor, letters)
        hall.leaves_his_powers(day, mayor)
        mayor.stop()
        first, second = hall.the_deputy_hears(day, deputy)
        hall.signs_on_the_16th(day, deputy, first)
        hall.may_not_on_the_18th(day, deputy, second)
        hall.nothing_is_doubted(day, deputy)
    finally:
        put_away(mayor)
        put_away(deputy)
    assert day.mouse.events == 0


def test_the_mayor_signs_with_his_certificate(day: Day) -> None:
    mayor, authority = day.laptop("somchai", "M1"), Authority(at(12))
    try:
        signature.waits_for_him(day, mayor)
        signature.opens_the_draft(day)
        signature.a_wrong_password_does_nothing(day, mayor, authority)
        signature.the_right_one_signs(day, mayor, authority)
    finally:
        put_away(mayor)
    assert day.mouse.events == 0
