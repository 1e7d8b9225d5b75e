"""The post at work, with its real threads: it sends at once, hears at once, tells the truth, and ends at once."""

import os
import random
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from desktop.letters.model import Registration
from desktop.office.clock import SystemClock
from desktop.office.post_state import PostState
from sync.client.line import Line
from sync.server.running import Beside
from tests.bench.many_letters import fill
from tests.convergence.invariants import desk_equals_centre
from tests.helpers.proxy import Fault
from tests.helpers.town import Page, Town, TownDesk, centre_beside, identity

PATIENCE = 60.0


@pytest.fixture(scope="session")
def living_centre(postgres: Any, migrated_template: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Beside]:
    """A centre whose time passes by itself."""
    database = postgres.new_database(template=migrated_template)
    with centre_beside(database, tmp_path_factory.mktemp("living"), SystemClock()) as running:
        yield running


@pytest.fixture
def living(living_centre: Beside, tmp_path: Path) -> Iterator[Town]:
    built = Town(living_centre, tmp_path)
    yield built
    built.close()


class Watched:
    """A line at work whose states are kept; `until` sleeps until one of them is as wanted."""

    def __init__(self, desk: TownDesk, rng: random.Random | None = None) -> None:
        self.desk = desk
        self.line = Line(desk.desk, desk.proxy.url, rng)
        self.states: list[PostState] = []
        self._news = threading.Condition()
        self.line.listen(self._tell)

    def _tell(self, state: PostState) -> None:
        with self._news:
            self.states.append(state)
            self._news.notify_all()

    def until(self, wanted: Callable[[PostState], bool]) -> PostState:
        with self._news:
            found = self._news.wait_for(lambda: self.states and wanted(self.states[-1]), PATIENCE)
        assert found, self.states[-3:]
        return self.states[-1]

    def until_kind(self, kind: str) -> PostState:
        return self.until(lambda state: state.kind == kind)


@contextmanager
def at_work(desk: TownDesk, rng: random.Random | None = None) -> Iterator[Watched]:
    watched = Watched(desk, rng)
    watched.line.start()
    try:
        yield watched
    finally:
        watched.line.stop()


def register(desk: TownDesk, subject: str, *pages: Page) -> bytes:
    return desk.letters().register(Registration("กรมการปกครอง", "นายกเทศมนตรี", subject), pages).id


def test_a_letter_with_its_file_is_at_the_other_desk_before_anybody_looks(living: Town) -> None:
    first, second = living.desk(), living.second_desk()
    data = b"%PDF-1.7 " + os.urandom(200_000)
    with at_work(first) as one, at_work(second) as other:
        one.until_kind("green")
        other.until_kind("green")
        letter = register(first, "เรื่องด่วน", Page(data))
        first.letters().route(letter, [identity("ENG")])
        other.until(lambda state: bool(second.desk.reader.one("SELECT 1 FROM blob WHERE state = 'stored'")))
        one.until_kind("green")
        state = other.until_kind("green")
        assert state.waiting == state.blobs_pending == 0
        (sha256,) = second.desk.reader.rows("SELECT sha256 FROM letter_file")[0]
        assert second.desk.blobs.get(sha256) == data
        for desk in (first, second):
            desk_equals_centre(living, desk)


def test_a_line_that_goes_and_comes_back(living: Town) -> None:
    desk = living.desk()
    with at_work(desk) as watched:
        watched.until_kind("green")
        desk.proxy.set(Fault(refuse=True))
        register(desk, "ไม่มีเน็ต")
        state = watched.until(lambda state: state.kind == "yellow" and state.acts_pending == 1)
        assert state.offline_since is not None
        assert state.trouble == ""
        register(desk, "ไม่มีเน็ต ๒")
        watched.until(lambda state: state.acts_pending == 2)
        desk.proxy.heal()
        assert desk.desk.reader.rows("SELECT ended_at IS NULL FROM outage") == [(1,)]
        state = watched.until_kind("green")
        assert state.offline_since is None
        assert desk.desk.reader.rows("SELECT ended_at > began_at FROM outage") == [(1,)], "the ledger has one outage"
        desk_equals_centre(living, desk)


class Patient(random.Random):
    """By these dice a failure is followed by an hour's wait."""

    def uniform(self, a: float, b: float) -> float:
        return 3600.0


def test_whoever_tests_a_line_that_is_back_need_not_wait_for_the_next_try(living: Town) -> None:
    desk = living.desk()
    with at_work(desk, Patient()) as watched:
        watched.until_kind("green")
        desk.proxy.set(Fault(refuse=True))
        register(desk, "ไม่มีเน็ต")
        watched.until_kind("yellow")
        desk.proxy.heal()
        watched.line.check(lambda _: None, threading.Event())
        watched.until_kind("green")
        desk_equals_centre(living, desk)


def test_a_line_that_dies_in_silence_is_noticed_while_nobody_works(living: Town) -> None:
    """No act waits, no error comes: the ear at the centre is what tells."""
    desk = living.desk()
    with at_work(desk) as watched:
        watched.until_kind("green")
        desk.proxy.set(Fault(refuse=True))
        watched.until_kind("yellow")
        desk.proxy.heal()
        watched.line.try_now()
        watched.until_kind("green")


def test_somebody_else_on_the_line_is_no_news(living: Town) -> None:
    desk = living.desk()
    desk.proxy.set(Fault(html=True))
    with at_work(desk) as watched:
        assert watched.until_kind("yellow").fresh_at is None
        desk.proxy.heal()
        watched.until_kind("green")


def test_a_desk_that_was_shut_out_is_red_and_says_why(living: Town) -> None:
    desk = living.desk()
    with living.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE device SET state = 'revoked' WHERE office_id = %s", (living.office_id,))
    with at_work(desk) as watched:
        assert watched.until_kind("red").trouble == "post.desk_revoked"


def test_what_was_refused_is_orange_until_a_person_has_looked(living: Town) -> None:
    first, second = living.desk(), living.second_desk()
    letter = register(first, "ส่งแล้ว")
    (route,) = first.letters().route(letter, [identity("ENG")])
    first.round.run()
    second.round.run()
    second.letters("wichai").receive(route)
    second.round.run()
    first.letters().recall([route])
    with at_work(first) as watched:
        assert watched.until_kind("orange").attention == 1
        first.desk.write(lambda unit: unit.connection.exec_driver_sql("UPDATE attention SET resolved_at = created_at"))
        watched.until_kind("green")


def test_it_ends_at_once_even_while_it_listens(living: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    """Not when the call at the centre ends, which would be in an hour."""
    monkeypatch.setattr("sync.client.centre.WAIT_SECONDS", 3600.0)
    desk = living.desk()
    watched = Watched(desk)
    watched.line.start()
    watched.until_kind("green")
    desk.proxy.set(Fault(blackhole=True), cut=False)
    ending = threading.Thread(target=watched.line.stop, daemon=True)
    ending.start()
    ending.join(60)
    assert not ending.is_alive()


def test_an_idle_post_asks_for_nothing(living: Town) -> None:
    """While there is no news one call waits at the centre, and that is all."""
    desk = living.desk()
    with at_work(desk) as watched:
        watched.until_kind("green")
        desk.proxy.wait_for_request(1)
        before = desk.proxy.requests
        desk.proxy.wait_for_request(2)
        desk.proxy.wait_for_request(1)
        assert desk.proxy.requests - before <= 1


def test_a_line_that_was_never_started_can_be_stopped(living: Town) -> None:
    desk = living.desk()
    line = Line(desk.desk, "")
    assert line.state().kind == "blue"
    line.stop()


def test_a_snapshot_on_its_way_in_is_told_with_its_figures(living: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sync.server.packs.MANY", 60)
    monkeypatch.setattr("sync.server.packing.PACK_ROWS", 20)
    fill(living.engine, living.office_id, 90)
    desk = living.desk(synced=False)
    with at_work(desk) as watched:
        last = watched.until_kind("green")
        told = [(state.rows, state.rows_of) for state in watched.states if state.rows_of]
        assert told == sorted(told)
        assert told[-1][0] == told[-1][1] >= 90
        assert all(state.kind == "blue" for state in watched.states if state.rows_of)
        assert (last.rows, last.rows_of) == (0, 0)
        desk_equals_centre(living, desk)
