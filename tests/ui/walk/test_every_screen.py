"""Every room and dialog at 1366 x 768 in both languages: named, whole, with keys that are listed and do not fight."""

import inspect
import pkgutil
from importlib import import_module

from PySide6.QtWidgets import QWidget

import ui
from tests.ui.walk.sights import Sight, told


def test_every_control_has_a_name_that_can_be_spoken(sights: tuple[Sight, ...]) -> None:
    assert told(sights, "nameless") == []


def test_nothing_is_cut_off(sights: tuple[Sight, ...]) -> None:
    assert told(sights, "cut") == []


def test_no_key_is_bound_twice(sights: tuple[Sight, ...]) -> None:
    assert told(sights, "fighting") == []


def test_the_list_of_keys_leaves_none_out(sights: tuple[Sight, ...]) -> None:
    assert told(sights, "unlisted") == []
    assert told(sights, "wordless") == []


def test_english_is_english_everywhere(sights: tuple[Sight, ...]) -> None:
    assert told(sights, "untranslated") == []


def test_every_screen_and_every_part_of_one_was_seen(sights: tuple[Sight, ...]) -> None:
    seen = frozenset().union(*(sight.kinds for sight in sights))
    assert sorted(_parts() - seen) == []


def _parts() -> set[str]:
    """Every widget of the program; the gallery, which no clerk sees, is none."""
    names = [module.name for module in pkgutil.walk_packages(ui.__path__, "ui.") if "gallery" not in module.name]
    return {
        f"{name}.{kind.__name__}"
        for name in names
        for kind in vars(import_module(name)).values()
        if inspect.isclass(kind) and issubclass(kind, QWidget) and kind.__module__ == name
    }
