"""Who and what a counter is told wrongly: clear at its field, and nobody is sent away for a number or a name."""

import pytest
from PySide6.QtCore import Qt

from desktop.people.model import Kind, NumberKind
from desktop.people.rules import number_key
from tests.helpers.citizens import numbered
from tests.ui.counter.conftest import Booth
from tests.ui.counter.test_screen import press, shows
from ui.counter.screen import CitizenScreen

ZERO = "0500112345676"
"""Begins with 0, and its last digit fits."""


def begun(booth: Booth, kind: Kind, **typed: str) -> CitizenScreen:
    """A form for somebody new with these words in it, and Enter."""
    screen = booth.screen()
    screen.finder.box.setText("ไม่มีใคร")
    booth.bot.waitUntil(screen.finder._nobody.isVisible)
    screen.new.click()
    form = screen.right.form
    form.lines["given"].clear()
    form.kind.choose(kind.value)
    for name, words in typed.items():
        form.lines[name].setText(words)
    press(form.lines["given"], Qt.Key.Key_Return)
    return screen


def errors(screen: CitizenScreen) -> set[str]:
    return {name for name, one in screen.right.form._fields.items() if one.error}


@pytest.mark.parametrize(
    ("kind", "typed", "name"),
    [
        (Kind.NATURAL, {"title": "นาย", "given": "ใจ"}, "นายใจ"),
        (Kind.NATURAL, {"title": "นาง", "given": "ไร้สัญชาติ", "number": ZERO}, "นางไร้สัญชาติ"),
        (Kind.MONK, {"title": "พระ", "given": "บุญมี", "monastic": "ฐานวีโร"}, "พระบุญมี ฐานวีโร"),
        (Kind.FOREIGNER, {"title": "Mr.", "given": "John", "number": "AB 1234567"}, "Mr. John"),
        (Kind.FOREIGNER, {"given": "Maria", "family": "Silva", "number": "562913784"}, "Maria Silva"),
        (Kind.FOREIGNER, {"given": "Sai", "number": numbered(1)}, "Sai"),
    ],
)
def test_nobody_is_turned_away_for_a_name_or_a_number(
    booth: Booth, kind: Kind, typed: dict[str, str], name: str
) -> None:
    screen = begun(booth, kind, **typed)
    assert errors(screen) == set()
    shows(booth, screen, name)
    if "number" in typed:
        kinds = [NumberKind.PASSPORT, NumberKind.THAI]
        keys = [number_key(typed["number"], one) for one in kinds]
        people = booth.office.people_queries
        found = [people.by_number(key, one) if key else None for key, one in zip(keys, kinds, strict=True)]
        assert [one is not None for one in found].count(True) == 1
        is_card = typed["number"] in (ZERO, numbered(1))
        assert (found[1] is not None) is is_card


@pytest.mark.parametrize("number", ["1234567890122", "0500112345671", "150991", "x"])
def test_a_wrong_number_is_said_at_its_field_and_put_right_there(booth: Booth, number: str) -> None:
    screen = begun(booth, Kind.NATURAL, given="สมชาย", number=number)
    assert errors(screen) == {"number"}
    assert booth.office.desk.reader.rows("SELECT id FROM person") == []
    assert screen.right.form.lines["number"].hasFocus()
    screen.right.form.lines["number"].setText("")
    press(screen.right.form.lines["number"], Qt.Key.Key_Return)
    shows(booth, screen, "สมชาย")


def test_thirteen_wrong_digits_of_a_foreigner_are_no_passport(booth: Booth) -> None:
    screen = begun(booth, Kind.FOREIGNER, given="Sai", number="1234567890122")
    assert errors(screen) == {"number"}
