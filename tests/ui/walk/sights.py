"""Walks through every scene in both languages and notes what is wrong with what is seen."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from xml.etree import ElementTree

from PySide6.QtWidgets import QWidget

from desktop.outgoing.rules import SALUTATIONS
from tests.helpers.house import ROOT
from tests.helpers.looks import cut_off, words_on
from tests.helpers.screens import nameless
from tests.helpers.sheets import HEADINGS
from tests.helpers.shortcuts import fighting, unlisted
from tests.ui.walk.furniture import Furniture
from tests.ui.walk.scenes import Scene
from tests.ui.walk.stage import Stage
from ui.kit.keys import Key, keys_of
from ui.kit.language import Code
from ui.shell.main_window import MainWindow

_PAPER_WORDS = {*HEADINGS, *SALUTATIONS}
"""Stand in files and on papers, which are Thai in either language."""
LANGUAGES: tuple[Code, ...] = ("th", "en")


@dataclass(frozen=True)
class Sight:
    """What was found in one scene in one language; every list is empty where all is well."""

    scene: str
    language: str
    nameless: Sequence[str]
    cut: Sequence[str]
    fighting: Sequence[str]
    unlisted: Sequence[str]
    wordless: Sequence[str]
    untranslated: Sequence[str]
    kinds: frozenset[str]

    @property
    def where(self) -> str:
        return f"{self.scene} ({self.language})"


def walk(stage: Stage, furniture: Furniture, scenes: Iterable[Scene]) -> Iterator[Sight]:
    for scene in scenes:
        with scene.shown(stage, furniture):
            for language in LANGUAGES:
                stage.speak(language)
                yield _look(stage, scene.name, language)
            stage.speak("th")


def _look(stage: Stage, scene: str, language: str) -> Sight:
    window = stage.window
    assert window is not None
    in_house = isinstance(window, MainWindow)
    grown = in_house and (window.width(), window.height()) != stage.size
    listed = _listed(window)
    return Sight(
        scene,
        language,
        nameless(window),
        _cut(stage, window) + ([f"the window grew to {window.size().toTuple()}"] if grown else []),
        fighting(window),
        unlisted(window, listed) if isinstance(window, MainWindow) and not window.keys.isVisible() else [],
        [key.cap for key in listed if not key.words().strip() or not key.group().strip()] if in_house else [],
        sorted((words_on(window) & _thai_words()) - _PAPER_WORDS) if language == "en" else [],
        frozenset(_kinds(window)),
    )


def _cut(stage: Stage, window: QWidget) -> list[str]:
    """What stays cut off when everything has found its place: layouts follow words with a turn of the loop or two."""
    found = cut_off(window)
    if found:
        stage.rest()
        found = cut_off(window)
    return found


def _listed(window: QWidget) -> list[Key]:
    if not isinstance(window, MainWindow):
        return list(keys_of(window))
    return list(window.known_keys())


def _kinds(window: QWidget) -> Iterator[str]:
    for widget in (window, *window.findChildren(QWidget)):
        if widget.isVisible():
            yield from (f"{kind.__module__}.{kind.__name__}" for kind in type(widget).__mro__ if _ours(kind))


def _ours(kind: type) -> bool:
    return kind.__module__.startswith("ui.") and issubclass(kind, QWidget)


@cache
def _thai_words() -> frozenset[str]:
    """What the program says in Thai and otherwise in English; seen in an English window it was forgotten there."""
    catalogue = ElementTree.parse(Path(ROOT) / "resources" / "translations" / "en.ts")
    said = {
        message.findtext("source", ""): message.findtext("translation", "") for message in catalogue.iter("message")
    }
    return frozenset(source for source, words in said.items() if words and words != source and not source.isascii())
