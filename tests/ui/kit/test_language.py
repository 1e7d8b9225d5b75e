"""Thai and English: switched while open, and no word left untranslated."""

import re
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tools import make_translations
from ui.kit.date_edit import ThaiDateEdit
from ui.kit.language import Language, Speaks


class Greeting(Speaks, QLabel):
    def __init__(self) -> None:
        super().__init__()
        self.heard: list[str] = []
        self.retranslate()

    def retranslate(self) -> None:
        self.heard.append("said")


def test_widgets_hear_of_a_new_language(qtbot: QtBot, language: Language) -> None:
    greeting, day = Greeting(), ThaiDateEdit()
    qtbot.addWidget(greeting)
    qtbot.addWidget(day)
    thai = day.placeholderText()
    with qtbot.waitSignal(language.changed):
        language.speak("en")
    qtbot.waitUntil(lambda: len(greeting.heard) == 2)
    assert day.placeholderText() == "e.g. 9/1/69"
    language.other()
    qtbot.waitUntil(lambda: day.placeholderText() == thai)
    assert language.code == "th"


def test_no_word_hides_in_an_f_string() -> None:
    """The collector does not look inside f-strings: such a word would stay Thai for ever."""
    hidden = [
        f"{path.name}: {line.strip()}"
        for path in (make_translations.ROOT / "ui").rglob("*.py")
        for line in path.read_text("utf-8").splitlines()
        if re.search(r"\{(self\.tr|translate)\(", line)
    ]
    assert hidden == []


def test_every_word_of_the_screens_has_its_english(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Collects the words anew into a copy, so that a word added yesterday counts too."""
    copy = tmp_path / "en.ts"
    copy.write_bytes(make_translations.TS.read_bytes())
    monkeypatch.setattr(make_translations, "TS", copy)
    make_translations.collect()
    assert make_translations.unfinished() == []


def test_the_compiled_table_is_that_of_the_source(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    compiled = make_translations.TS.with_suffix(".qm").read_bytes()
    copy = tmp_path / "en.ts"
    copy.write_bytes(make_translations.TS.read_bytes())
    monkeypatch.setattr(make_translations, "TS", copy)
    make_translations.compile_it()
    assert copy.with_suffix(".qm").read_bytes() == compiled


def test_known_words_are_filled_in(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    table = tmp_path / "en.ts"
    table.write_text(
        '<TS version="2.1" language="en_US"><context><name>A</name><message><source>หยุด</source>'
        '<translation type="unfinished"></translation></message></context></TS>',
        "utf-8",
    )
    monkeypatch.setattr(make_translations, "TS", table)
    assert make_translations.unfinished() == [("A", "หยุด")]
    make_translations.fill({"หยุด": "Stop"})
    assert make_translations.unfinished() == []
