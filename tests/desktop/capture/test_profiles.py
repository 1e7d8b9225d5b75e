"""Profiles by kind of document: what comes with the program, and the administrator's file over it."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.capture.profiles import FILE, in_force, of_this_machine, shipped
from desktop.capture.rules import FEEDS, MODES, SHEETS
from desktop.devices.scanner import ColourMode, Feed, Sheet
from desktop.office.errors import OfficeError

OWN = {
    "code": "letter", "name": {"th": "หนังสือ", "en": "Letter"}, "feed": "feeder", "sheet": "legal", "duplex": True,
    "mode": "color", "dpi": 400, "brightness": 10, "locked": True,
}  # fmt: skip


def written(folder: Path, *entries: object) -> Path:
    (folder / FILE).write_text(json.dumps({"profiles": entries}), "utf-8")
    return folder


def test_what_comes_with_the_program(tmp_path: Path) -> None:
    assert in_force((), of_this_machine(tmp_path)) == shipped()
    assert [one.name_th for one in shipped()] == ["หนังสือ", "หนังสือ สองหน้า", "บัตร", "แบบแปลน A3", "ใบเสร็จ"]
    assert not any(one.is_locked for one in shipped())
    assert all(one.dpi >= 300 for one in shipped())


def test_the_administrators_stand_in_their_places(tmp_path: Path) -> None:
    own = of_this_machine(written(tmp_path, OWN, {**OWN, "code": "licence", "feed": "flatbed", "locked": False}))
    found = in_force((), own)
    assert [one.code for one in found] == [*(one.code for one in shipped()), "licence"]
    letter, licence = found[0], found[-1]
    assert (letter.is_locked, letter.settings.dpi, letter.settings.duplex) == (True, 400, True)
    assert letter.settings.height_mm == Sheet.LEGAL.height_mm
    assert (licence.settings.source, licence.settings.duplex, licence.is_locked) == (Feed.FLATBED, False, False)


def test_the_machines_own_go_before_the_offices_unless_these_are_locked(tmp_path: Path) -> None:
    (own,) = of_this_machine(written(tmp_path, OWN))
    office, locked = replace(own, dpi=300, is_locked=False), replace(own, dpi=200, is_locked=True)
    ours = replace(own, code="plan", name_th="แบบ")
    assert in_force((office, ours), (own,))[0] == own
    assert in_force((office, ours))[0] == office
    assert in_force((locked, ours), (own,))[0] == locked
    assert in_force((locked, ours), (own,))[-1] == ours


def test_the_centre_knows_what_a_desk_knows() -> None:
    assert {one.value for one in Feed} == FEEDS
    assert {one.value for one in Sheet} == SHEETS
    assert {one.value for one in ColourMode} == MODES


@pytest.mark.parametrize("changed", [{"dpi": 5}, {"feed": "sky"}, {"brightness": 900}, {"name": "x"}, {"code": ""}])
def test_a_file_that_is_wrong_is_told(tmp_path: Path, changed: dict[str, object]) -> None:
    with pytest.raises(OfficeError, match=r"capture.profiles_unreadable") as trouble:
        of_this_machine(written(tmp_path, {**OWN, **changed}))
    assert all(all(trouble.value.describe(language)) for language in ("th", "en"))


@given(words=st.binary(max_size=60))
def test_any_file_is_read_or_told(words: bytes, tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.getbasetemp()
    (folder / FILE).write_bytes(words)
    with pytest.raises(OfficeError):
        of_this_machine(folder)
