"""A keeper that is killed at any moment: what a citizen holds in hand was given once, and who was called is called."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from desktop.application import Office
from desktop.office.clock import SystemClock
from desktop.office.errors import OfficeError
from desktop.queue.settings import Own
from sync.server.running import free_port
from tests.desktop.queue.conftest import CODE, acts, until
from tests.helpers.children import spawn
from tests.helpers.desk import make_desk, make_office

_KEY = os.urandom(32).hex()


@contextmanager
def keeper(folder: Path, port: int) -> Iterator[object]:
    process = spawn(
        folder.with_name("keeper.log"), "tests.desktop.queue.keeper_process", str(folder), _KEY, str(port), CODE
    )
    try:
        assert process.stdout is not None
        assert process.stdout.readline().strip() == str(port), folder.with_name("keeper.log").read_text()
        yield process
    finally:
        process.kill()  # SIGKILL: nothing of it is asked for
        process.communicate()


@pytest.fixture
def counter(tmp_path: Path) -> Iterator[Office]:
    office = make_office(make_desk(tmp_path / "counter", clock=SystemClock()))
    yield office
    office.queue.end()
    office.desk.close()


def test_what_was_shown_survives_a_keeper_that_is_killed(tmp_path: Path, counter: Office) -> None:
    port = free_port()
    with keeper(tmp_path / "keeper", port):
        counter.queue.settle(Own("guest", f"127.0.0.1:{port}", CODE, "2"))
        mine = acts(counter)
        given = [mine.take("A")[0] for _ in range(3)]
        called = mine.call_next("2")
    with pytest.raises(OfficeError, match="keeper_away"):
        mine.take("A")
    with keeper(tmp_path / "keeper", port):
        until(lambda: not counter.queue.news.trouble)
        standing = counter.queue.news.standing
        assert standing
        assert standing.at("2") == called
        assert [one.code for one in standing.waiting()] == [one.code for one in given[1:]]
        assert mine.take("A")[0].code == "A004"
        assert mine.call_next("2", called.id).code == "A002"
