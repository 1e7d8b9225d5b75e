"""One centre on one real database; each history has an office of its own in it."""

from collections.abc import Iterator
from typing import Any

import pytest

from desktop.office.clock import ManualClock
from sync.server.centre import Centre
from sync.server.database import make_engine
from sync.server.running import Beside
from tests.helpers.direct import DirectCentre
from tests.helpers.town import MORNING, centre_beside


@pytest.fixture(scope="session")
def a_centre(postgres: Any, migrated_template: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Beside]:
    database = postgres.new_database(template=migrated_template)
    with centre_beside(database, tmp_path_factory.mktemp("centre")) as running:
        yield running


@pytest.fixture(scope="session")
def direct_centre(
    postgres: Any, migrated_template: str, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[DirectCentre]:
    """A centre that is called in this process, without a socket."""
    engine = make_engine(postgres.new_database(template=migrated_template), pool_size=8)
    direct = DirectCentre(Centre(engine, tmp_path_factory.mktemp("centre"), ManualClock(MORNING)))
    yield direct
    direct.close()
    engine.dispose()
