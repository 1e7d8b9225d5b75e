"""A desk to which the office's code was given."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.application import Office
from tests.helpers.citizens import give_key
from tests.helpers.desk import make_desk, make_office


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    desk = make_desk(tmp_path / "desk")
    give_key(desk)
    yield make_office(desk)
    desk.close()
