"""Every test of a screen sees the program as the clerk does: dressed, in Thai, on a screen that need not exist."""

import gc
import os
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from tests.helpers import answers
from tests.helpers.screens import settle
from tests.ui.patience import PatientBot
from ui.collecting import collect
from ui.kit import double_press
from ui.kit.language import Language
from ui.kit.theme import Theme

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> PatientBot:
    return PatientBot(request)


@pytest.fixture(autouse=True, scope="session")
def answers_are_watched() -> Iterator[None]:
    with answers.watched():
        yield


@pytest.fixture(autouse=True)
def theme(qapp: QApplication) -> Iterator[Theme]:
    theme = Theme(qapp)
    if theme.mode != "light" or not qapp.styleSheet():
        theme.wear("light")
    yield theme
    theme.deleteLater()
    settle()


@pytest.fixture(autouse=True)
def windows_die_here() -> Iterator[None]:
    """As in the program: no worker that makes one object too many collects the window of an earlier test."""
    gc.disable()
    yield
    collect()
    gc.enable()


@pytest.fixture(autouse=True)
def empty_clipboard(qapp: QApplication) -> Iterator[None]:
    """What a test copies is gone after it; left to the end of the process it takes the application down with it."""
    yield
    qapp.clipboard().clear()


@pytest.fixture
def slow_fingers(monkeypatch: pytest.MonkeyPatch) -> None:
    """A double press takes a minute, on a machine of any speed; what tests before this one pressed is forgotten."""
    monkeypatch.setattr(double_press, "_pressed", {})
    monkeypatch.setattr(QApplication, "doubleClickInterval", lambda: 60_000)


@pytest.fixture
def language(qapp: QApplication) -> Iterator[Language]:
    language = Language(qapp)
    yield language
    language.speak("th")
    language.deleteLater()
    settle()
