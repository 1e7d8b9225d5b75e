"""One centre on one real database; each example of the machine has an office of its own in it."""

from collections.abc import Iterator
from typing import Any

import pytest

from sync.server.running import Beside
from tests.helpers.town import centre_beside


@pytest.fixture(scope="session")
def a_centre(postgres: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Beside]:
    with centre_beside(postgres.new_database(), tmp_path_factory.mktemp("centre")) as running:
        yield running
