"""kill -9 at every named place of acting, sending and taking: nothing is lost, nothing is doubled, all becomes one."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from desktop.cashier.rules import SERIES as RECEIPTS
from desktop.letters.rules import INCOMING_SERIES as LETTERS
from desktop.office.clock import SystemClock
from sync.server.running import Beside
from tests.convergence import invariants as must
from tests.convergence.desk_process import PLACES
from tests.helpers.town import Town, TownDesk, centre_beside

pytestmark = pytest.mark.long

REPOSITORY = Path(__file__).parents[2]
PROGRAM = Path(__file__).with_name("desk_process.py")


@pytest.fixture(scope="module")
def living_centre(postgres: Any, migrated_template: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Beside]:
    database = postgres.new_database(template=migrated_template)
    with centre_beside(database, tmp_path_factory.mktemp("centre"), SystemClock()) as running:
        yield running


@pytest.fixture
def town(living_centre: Beside, tmp_path: Path) -> Iterator[Town]:
    built = Town(living_centre, tmp_path)
    yield built
    built.close()


def live_and_die(desk: TownDesk, place: str, count: int) -> tuple[int, list[tuple[str, int, int]]]:
    """How the process ended, and the papers that it handed out."""
    arguments = [str(desk.folder), desk.proxy.url, desk.keys.secret.hex(), place, str(count)]
    environment = {**os.environ, "PYTHONPATH": str(REPOSITORY)}
    command = [sys.executable, str(PROGRAM), *arguments]
    ended = subprocess.run(command, stdout=subprocess.PIPE, text=True, env=environment, cwd=REPOSITORY, check=False)
    series = {"letter": LETTERS, "receipt": RECEIPTS}
    words = [line.split() for line in ended.stdout.splitlines()]
    return ended.returncode, [(series[kind], int(year), int(number)) for kind, year, number in words]


def test_death_at_every_place(town: Town) -> None:
    desk, other = town.desk(), town.second_desk()
    desk.crash()
    printer = must.Printer()
    deaths = 0
    for turn, place in enumerate(PLACES):
        code, papers = live_and_die(desk, place, 1 + turn % 2)
        assert code in (-signal.SIGKILL, 0), place
        deaths += code == -signal.SIGKILL
        printer.numbers += papers
        must.numbers_are_unique(printer)
    assert deaths == len(PLACES), "a place was never passed"
    code, papers = live_and_die(desk, "nowhere", 0)
    assert code == 0
    printer.numbers += papers
    desk.open()
    _all_is_one(town, desk, other, printer)


def _all_is_one(town: Town, desk: TownDesk, other: TownDesk, printer: must.Printer) -> None:
    desk.round.run()
    other.round.run()
    for one in (desk, other):
        while one.errand.run().left:
            pass
        must.desk_equals_centre(town, one)
        must.files_are_whole(town, one, complete=True)
        must.nothing_is_held_without_right(one)
        must.acts_are_in_order(town, one)
    must.numbers_are_unique(printer)
    for series, table, year in ((LETTERS, "letter", "year_be"), (RECEIPTS, "receipt", "fiscal_year_be")):
        kept = desk.desk.reader.rows(f"SELECT '{series}', {year}, number FROM {table}")
        numbers = sorted(number for _, _, number in kept)
        assert {number for number in printer.numbers if number[0] == series} <= set(kept), "a printed paper is lost"
        assert numbers == list(range(1, len(numbers) + 1)), "a number is missing or doubled"
    assert (
        town.count("SELECT count(*) FROM mutation WHERE office_id = :o AND status <> 'applied'", o=town.office_id) == 0
    )
