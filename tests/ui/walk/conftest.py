"""One walk through the whole program; the tests of this folder read what was seen on it."""

import pytest
from PySide6.QtWidgets import QApplication

from tests.ui.walk.desks import at_home, with_a_line
from tests.ui.walk.scenes import SCENES, SECRET_SCENES
from tests.ui.walk.sights import Sight, walk
from tools.demo_postgres import PostgresCluster


@pytest.fixture(scope="module")
def sights(
    qapp: QApplication, postgres: PostgresCluster, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Sight, ...]:
    folder = tmp_path_factory.mktemp("walk")
    with at_home(qapp, folder) as (stage, furniture):
        seen = tuple(walk(stage, furniture, SCENES))
        with with_a_line(qapp, postgres, folder) as online:
            return (*seen, *walk(online, furniture, SECRET_SCENES))
