"""The test house: where tests run, on what, and how strictly. The rules themselves are in tests/helpers/strict.py."""

import os
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings
from hypothesis.internal.conjecture import providers

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

pytest_plugins = [
    "tests.helpers.postgres",
    "tests.helpers.keyring_bus",
    "tests.helpers.strict",
    "tests.helpers.pictures",
    "tests.helpers.cups",
    "tests.helpers.sane",
    "tests.helpers.escl",
    "tests.helpers.tokens",
    "tests.helpers.cards",
]

_HOME = Path(tempfile.mkdtemp(prefix="thesaban-home-"))

# A screen of known size and fonts, nobody's real home, nobody's real keyring; set before Qt or keyring looks.
os.environ.pop("DBUS_SESSION_BUS_ADDRESS", None)
os.environ |= {
    "QT_QPA_PLATFORM": "offscreen",
    "QT_SCALE_FACTOR": "1",
    "LC_ALL": "C.UTF-8",
    "HOME": str(_HOME),
    "XDG_CONFIG_HOME": str(_HOME / "config"),
    "XDG_DATA_HOME": str(_HOME / "data"),
    "XDG_CACHE_HOME": str(_HOME / "cache"),
}

# The same examples every time, on a machine of any speed; HYPOTHESIS_PROFILE=deep looks further.
settings.register_profile(
    "ci", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow], print_blob=True
)
settings.register_profile("deep", parent=settings.get_profile("ci"), derandomize=False, max_examples=2_000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))
if settings().derandomize:  # words of the modules that a process happens to have loaded would make others of them
    providers._get_local_constants = lambda: providers._local_constants


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    return ["thesaban-desk", "-style", "fusion"]


@pytest.fixture(scope="session")
def qapp(qapp: "QApplication") -> "QApplication":
    """Tests press keys faster than people: none of it is a double press unless a test is about one."""
    qapp.setDoubleClickInterval(0)
    return qapp


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Those that take longest begin first: of workers side by side none is left with one at the end."""
    items.sort(key=lambda item: item.get_closest_marker("long") is None and "acceptance" not in item.path.parts)


def pytest_unconfigure() -> None:
    shutil.rmtree(_HOME, ignore_errors=True)
