"""One centre on one real database for all the tests here; each test has an office of its own in it."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from sync.server.centre import Centre
from sync.server.database import make_engine
from sync.server.running import Beside, beside
from tests.helpers.direct import UNHURRIED
from tests.sync.server.town import Town
from tools.demo_postgres import PostgresCluster


@pytest.fixture(scope="session")
def centre_url(postgres: PostgresCluster, migrated_template: str) -> str:
    """A migrated database that is shared by every test that keeps to its own office."""
    return postgres.new_database(template=migrated_template)


@pytest.fixture(scope="session")
def server(centre_url: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Beside]:
    blobs: Path = tmp_path_factory.mktemp("blobs")
    with beside(Centre(make_engine(centre_url), blobs)) as running:
        yield running


@pytest.fixture
def town(server: Beside) -> Town:
    return Town(server)


@pytest.fixture(scope="module")
def own(postgres: Any, migrated_template: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Beside]:
    """A centre that nobody else writes to, so that a changed row is the stranger's doing."""
    engine = make_engine(postgres.new_database(template=migrated_template), 8)
    with beside(Centre(engine, tmp_path_factory.mktemp("blobs")), limits=UNHURRIED) as running:
        yield running
