"""kill -9 at every named place of making packs and of taking them: no pack is half there, and all becomes one."""

import signal
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from desktop.office.clock import SystemClock
from desktop.office.errors import OfficeError
from sync.server.centre import Centre
from sync.server.database import make_engine
from sync.server.running import Beside
from tests.bench.many_letters import fill
from tests.convergence import filling_desk, packing_centre
from tests.convergence import invariants as must
from tests.helpers.acts import register
from tests.helpers.children import CentreProcess, centre_process, spawn
from tests.helpers.town import Page, Town, TownDesk, identity

LETTERS = 75
REGISTRY = "registry/normal"
AUDIENCES = (REGISTRY, "unit:ENG/normal")


@pytest.fixture
def office(postgres: Any, migrated_template: str, tmp_path: Path) -> Iterator[tuple[CentreProcess, Town]]:
    """An office whose letters make several packs, one of them with pages."""
    database = postgres.new_database(template=migrated_template)
    engine = make_engine(database, pool_size=4)
    with centre_process(database, tmp_path / "files", packing_centre.__name__) as process:
        process.start()
        centre = Centre(engine, tmp_path / "files", SystemClock())
        town = Town(Beside(process.url, centre), tmp_path)
        try:
            fill(engine, town.office_id, LETTERS, routed_every=5, unit_id=identity("ENG"))
            first = town.desk()
            letter = register(first, "มีแผ่น", Page(b"%PDF of some length" * 5_000))
            first.letters().route(letter.id, [identity("ENG")])
            first.round.run()
            first.errand.run()
            yield process, town
        finally:
            engine.dispose()
            town.close()


def newcomer(town: Town, name: str) -> TownDesk:
    return town.desk(name, (), AUDIENCES, synced=False)


def no_pack_is_half_here(desk: TownDesk) -> None:
    """What the store says is in of a snapshot is exactly what is in, and each row that a bucket has is there."""
    for bucket, rows in desk.desk.reader.rows("SELECT bucket, rows_done FROM fill WHERE packs_done < packs_all"):
        query = "SELECT (SELECT count(*) FROM member WHERE bucket = ?) + (SELECT count(*) FROM aside WHERE bucket = ?)"
        assert desk.desk.reader.one(query, (bucket, bucket)) == (rows,)
    for (entity,) in desk.desk.reader.rows("SELECT DISTINCT entity FROM member"):
        query = f"SELECT count(*) FROM member m LEFT JOIN {entity} t ON t.id = m.row_id WHERE m.entity = ?"
        assert desk.desk.reader.one(f"{query} AND t.id IS NULL", (entity,)) == (0,)


def ends_well(town: Town, desk: TownDesk) -> None:
    assert desk.round.run().proven
    while desk.errand.run().left:
        pass
    must.desk_equals_centre(town, desk)
    must.nothing_is_held_without_right(desk)
    must.acts_are_in_order(town, desk)
    must.files_are_whole(town, desk, complete=True)
    assert desk.desk.reader.one("SELECT count(*) FROM fill") == (0,)
    desk.desk.warm()
    for _ in range(50):
        desk.desk.writer.run(lambda: None)
    lacks = "SELECT count(*) FROM letter WHERE id NOT IN (SELECT row_id FROM letter_doc)"
    assert desk.desk.reader.one(lacks) == (0,), "a letter can't be found by its words"
    assert desk.desk.reader.one("SELECT count(*) FROM letter_doc") == (LETTERS + 1,)


def test_a_desk_that_dies_while_it_is_filled(office: tuple[CentreProcess, Town]) -> None:
    _, town = office
    for turn, place in enumerate(filling_desk.PLACES):
        desk = newcomer(town, f"N{turn}")
        desk.crash()
        count = 3 if place.startswith(("fill: pack", "pack:")) else 1
        arguments = [str(desk.folder), desk.proxy.url, desk.keys.secret.hex(), place, str(count)]
        log = desk.folder.with_name("desk.log")
        with spawn(log, filling_desk.__name__, *arguments) as living:
            assert living.wait() == -signal.SIGKILL, f"{place}: {log.read_text()}"
        desk.open()
        no_pack_is_half_here(desk)
        ends_well(town, desk)
        desk.close()
        town.desks.remove(desk)


def test_a_centre_that_dies_while_it_makes_packs_or_gives_them(office: tuple[CentreProcess, Town]) -> None:
    process, town = office
    for turn, place in enumerate(packing_centre.PLACES):
        fill(town.engine, town.office_id, packing_centre.MANY)  # the packs that there are will not do any more
        desk = newcomer(town, f"N{turn}")
        process.kill()
        process.start(place)
        try:
            desk.round.run()
            desk.errand.run()
        except OfficeError as error:
            if error.code != "post.no_line":
                raise
        assert process.wait_for_death(), place
        no_pack_is_half_here(desk)
        process.kill()
        process.start()
        desk.connect()
        assert desk.round.run().proven
        desk.errand.run()
        must.desk_equals_centre(town, desk)
        must.files_are_whole(town, desk, complete=True)
        desk.close()
        town.desks.remove(desk)
