"""A keeper and counters beside it, each a desk with a store of its own, speaking over the loopback network."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from time import monotonic, sleep

import pytest

from desktop.application import Office
from desktop.office.clock import ManualClock
from desktop.office.key_code import make_code
from desktop.queue.actions import QueueActions
from desktop.queue.settings import Own
from tests.helpers.desk import MORNING, make_desk, make_office, person

CODE = make_code()
PATIENCE = 60.0
STEP = timedelta(minutes=2)


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock(MORNING)


class Centre:
    """A service centre: `keeper`, and `guest(name)` for one more desk beside it."""

    def __init__(self, folder: Path, clock: ManualClock) -> None:
        self._folder, self._clock = folder, clock
        self.offices: list[Office] = []
        self.keeper = self.desk("keeper")
        self.keeper.queue.settle(Own("keeper", code=CODE, place="1", port=0))

    @property
    def address(self) -> str:
        return f"127.0.0.1:{self.keeper.queue.port}"

    def desk(self, name: str) -> Office:
        office = make_office(make_desk(self._folder / name, clock=self._clock))
        self.offices.append(office)
        return office

    def guest(self, name: str, place: str = "2", code: str = CODE) -> Office:
        office = self.desk(name)
        office.queue.settle(Own("guest", self.address, code, place))
        return office

    def close(self) -> None:
        for office in self.offices:
            office.queue.end()
            office.desk.close()


@pytest.fixture
def centre(tmp_path: Path, clock: ManualClock) -> Iterator[Centre]:
    made = Centre(tmp_path, clock)
    yield made
    made.close()


def acts(office: Office, login: str = "kanda") -> QueueActions:
    return office.queue.acts(person(office, login))


def until(true: Callable[[], object]) -> None:
    """What other threads bring about; giving way to them all the while."""
    end = monotonic() + PATIENCE
    while not true():
        assert monotonic() < end, "it never came to be so"
        sleep(0)
