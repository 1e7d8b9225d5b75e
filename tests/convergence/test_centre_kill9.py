"""kill -9 of the centre at every named place of its work: what it acknowledged it has, what it has is done once."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from desktop.office.clock import SystemClock
from desktop.office.errors import OfficeError
from sync.server.centre import Centre
from sync.server.database import make_engine
from sync.server.running import Beside
from tests.convergence import invariants as must
from tests.convergence.centre_process import PLACES
from tests.convergence.clerk import Clerk
from tests.helpers.children import CentreProcess, centre_process
from tests.helpers.town import Town, TownDesk

pytestmark = pytest.mark.long

WORK = [("register", 1), ("endorse", 0), ("route", 2), ("issue", 3), ("issue", 4), ("void", 0), ("register", 3)]


@pytest.fixture
def mortal(postgres: Any, migrated_template: str, tmp_path: Path) -> Iterator[tuple[CentreProcess, Town]]:
    """A centre that dies, and its town; the test looks into the database with a Centre of its own."""
    database = postgres.new_database(template=migrated_template)
    engine = make_engine(database, pool_size=4)
    with centre_process(database, tmp_path / "files") as process:
        process.start()
        town = Town(Beside(process.url, Centre(engine, tmp_path / "files", SystemClock())), tmp_path)
        try:
            yield process, town
        finally:
            town.close()
            engine.dispose()


def test_death_at_every_place(mortal: tuple[CentreProcess, Town]) -> None:
    process, town = mortal
    scene = must.Scene(town)
    for desk in (town.desk(), town.desk("C2", (), ("registry/normal", "finance/normal"))):
        scene.enter(desk)
        desk.round.run()
    newcomers = [town.desk(f"N{n}", (), ("registry/normal",), synced=False) for n in (1, 2)]
    survived = []
    for turn, place in enumerate(PLACES):
        desk = scene.desks[0 if place.startswith("file") else turn % 2]
        if place.startswith("books"):  # who has no books yet asks for some
            desk = newcomers.pop()
            scene.enter(desk)
        else:
            Clerk(scene, desk).do(WORK)
        process.kill()
        process.start(place)
        desk.connect()  # a process that begins has no token yet
        _work_until_it_dies(process, desk)
        if not process.wait_for_death():
            survived.append(place)
        must.hold(scene, must.When.ALWAYS)
    assert not survived, f"never passed: {survived}"
    process.kill()
    process.start()
    must.everything_drains(scene, _turn)
    must.hold(scene, must.When.ALWAYS, must.When.AT_REST)


def _work_until_it_dies(process: CentreProcess, desk: TownDesk) -> None:
    """A round and the files; the line ends somewhere in it."""
    for part in (desk.round.run, desk.errand.run):
        try:
            part()
        except OfficeError as error:
            if error.code != "post.no_line":
                raise
            return


def _turn(desk: TownDesk) -> None:
    desk.round.run()
    desk.errand.run()
