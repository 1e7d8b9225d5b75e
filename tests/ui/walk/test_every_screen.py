"""Every room and dialog at 1366 x 768 in both languages: named, whole, with keys that are listed and do not fight."""

import inspect
import pkgutil
from importlib import import_module
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget

import ui
from tests.ui.walk.desks import at_home, with_a_line
from tests.ui.walk.scenes import SCENES, SECRET_SCENES
from tests.ui.walk.sights import Sight, walk
from tools.demo_postgres import PostgresCluster

FAULTS = ("nameless", "cut", "fighting", "unlisted", "wordless", "untranslated")


@pytest.mark.long
def test_the_walk_through_the_program(qapp: QApplication, postgres: PostgresCluster, tmp_path: Path) -> None:
    """One test, for it is one walk: tests beside each other would each go again."""
    with at_home(qapp, tmp_path) as (stage, furniture):
        sights = list(walk(stage, furniture, SCENES))
        with with_a_line(qapp, postgres, tmp_path) as online:
            sights += walk(online, furniture, SECRET_SCENES)
    assert [fault for sight in sights for fault in _faults(sight)] == []
    seen = frozenset().union(*(sight.kinds for sight in sights))
    assert sorted(_parts() - seen) == [], "never seen on the walk"


def _faults(sight: Sight) -> list[str]:
    return [f"{sight.where}: {what}: {one}" for what in FAULTS for one in getattr(sight, what)]


def _parts() -> set[str]:
    """Every widget of the program; the gallery, which no clerk sees, is none."""
    names = [module.name for module in pkgutil.walk_packages(ui.__path__, "ui.") if "gallery" not in module.name]
    return {
        f"{name}.{kind.__name__}"
        for name in names
        for kind in vars(import_module(name)).values()
        if inspect.isclass(kind) and issubclass(kind, QWidget) and kind.__module__ == name
    }
