"""The primary is lost while desks work, and its standby takes over: nothing that was acknowledged is lost."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from desktop.office.clock import SystemClock
from desktop.office.errors import OfficeError
from sync.server.centre import Centre
from sync.server.database import make_engine
from sync.server.migrating import migrate
from sync.server.running import beside
from tests.convergence import invariants as must
from tests.convergence.clerk import Clerk
from tests.helpers.standby import Pair, primary_and_standby
from tests.helpers.town import Town, TownDesk

WORK = [("register", 1), ("endorse", 0), ("issue", 3), ("register", 2), ("issue", 2), ("route", 4)]


def test_nothing_acknowledged_is_lost_with_the_primary(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    with primary_and_standby() as pair:
        migrate(pair.url())
        engine = make_engine(pair.url(), pool_size=6)
        with beside(Centre(engine, tmp_path / "files", SystemClock())) as running:
            town = Town(running, tmp_path)
            try:
                _live_through_it(pair, town)
            finally:
                town.close()
        engine.dispose()


def _live_through_it(pair: Pair, town: Town) -> None:
    scene = must.Scene(town)
    for desk in (town.desk(), town.desk("C2", (), ("registry/normal", "finance/normal"))):
        scene.enter(desk)
    assert pair.confirms(), "commits are to wait for the copy"
    with _busy(scene) as busy:
        busy.wait_for_rounds(3)
        pair.lose_the_primary()
        acknowledged = {str(desk.folder): _acknowledged(desk) for desk in scene.desks}
        busy.wait_for_failures(2)
        pair.promote()
        busy.wait_for_rounds(3)
    for desk in scene.desks:
        assert _acknowledged(desk) >= acknowledged[str(desk.folder)]
    must.everything_drains(scene, _turn)
    must.hold(scene, must.When.ALWAYS, must.When.AT_REST)
    assert sum(acknowledged.values()) > 0


class Busy:
    """One thread a desk: it works and sends, whatever the line says."""

    def __init__(self, scene: must.Scene) -> None:
        self._scene = scene
        self._over = threading.Event()
        self._moved = threading.Condition()
        self._rounds: dict[str, int] = {}
        self._failures: dict[str, int] = {}
        self._wrong: list[BaseException] = []
        self._threads = [threading.Thread(target=self._work, args=(desk,)) for desk in scene.desks]

    def start(self) -> None:
        for thread in self._threads:
            thread.start()

    def end(self) -> None:
        self._over.set()
        for thread in self._threads:
            thread.join()
        assert not self._wrong, self._wrong

    def wait_for_rounds(self, count: int) -> None:
        """Until every desk had so many more rounds that came through."""
        self._wait(self._rounds, count)

    def wait_for_failures(self, count: int) -> None:
        self._wait(self._failures, count)

    def _wait(self, figures: dict[str, int], count: int) -> None:
        names = [str(desk.folder) for desk in self._scene.desks]
        before = dict(figures)
        with self._moved:
            done = self._moved.wait_for(
                lambda: self._wrong or all(figures.get(one, 0) >= before.get(one, 0) + count for one in names), 90
            )
        assert done, "the desks came no further"

    def _work(self, desk: TownDesk) -> None:
        try:
            while not self._over.is_set():
                Clerk(self._scene, desk).do(WORK)
                self._count(self._sent(desk), str(desk.folder))
                self._over.wait(0.02)
        except BaseException as error:
            self._wrong.append(error)

    def _sent(self, desk: TownDesk) -> dict[str, int]:
        try:
            _turn(desk)
        except OfficeError as error:
            if error.code != "post.no_line":
                raise
            return self._failures
        return self._rounds

    def _count(self, figures: dict[str, int], name: str) -> None:
        with self._moved:
            figures[name] = figures.get(name, 0) + 1
            self._moved.notify_all()


@contextmanager
def _busy(scene: must.Scene) -> Iterator[Busy]:
    busy = Busy(scene)
    busy.start()
    try:
        yield busy
    finally:
        busy.end()


def _turn(desk: TownDesk) -> None:
    desk.round.run()
    desk.errand.run()


def _acknowledged(desk: TownDesk) -> int:
    row = desk.desk.reader.one("SELECT count(*) FROM outbox WHERE state <> 'pending'")
    return int(row[0]) if row else 0
