"""One centre for all the tests here; each test has an office of its own in it, and a clock that it may move."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from sync.server.running import Beside
from tests.helpers.town import MORNING, Town, centre_beside


@pytest.fixture(scope="session")
def a_centre(postgres: Any, migrated_template: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Beside]:
    database = postgres.new_database(template=migrated_template)
    with centre_beside(database, tmp_path_factory.mktemp("centre")) as running:
        yield running


@pytest.fixture
def town(a_centre: Beside, tmp_path: Path) -> Iterator[Town]:
    _to_the_morning(a_centre)
    built = Town(a_centre, tmp_path)
    yield built
    built.close()


def _to_the_morning(centre: Beside) -> None:
    """Whatever the test before did to the clock: this one's office knows nothing of it."""
    clock: Any = centre.centre.clock
    clock.advance(MORNING - clock.now())


@pytest.fixture
def own(postgres: Any, migrated_template: str, tmp_path: Path) -> Iterator[Town]:
    """A town with a centre of its own, whose database may be put back."""
    with centre_beside(postgres.new_database(template=migrated_template), tmp_path / "centre") as running:
        built = Town(running, tmp_path)
        yield built
        built.close()
