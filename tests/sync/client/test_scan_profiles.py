"""The office's scanner profiles: an administrator sets them at the centre, every desk scans by them."""

import json
from pathlib import Path

import pytest

from desktop.capture.intake import Intake
from desktop.capture.profiles import FILE, ScanProfile, shipped
from desktop.office.errors import OfficeError
from sync.server.cli import run
from tests.desktop.capture.test_profiles import OWN, written
from tests.helpers.town import Town, TownDesk


def types(town: Town, *words: str) -> list[str]:
    """A command at the centre, for this office."""
    said: list[str] = []
    database = town.engine.url.render_as_string(hide_password=False)
    run(["--database", database, "scanning", words[0], "--office", str(town.office_id), *words[1:]], said.append)
    return said


def profiles(desk: TownDesk, folder: Path) -> dict[str, ScanProfile]:
    desk.round.run()
    return {one.code: one for one in Intake(desk.desk, desk.person("kanda")).profiles(folder)}


def test_the_offices_profiles_reach_every_desk_and_go_again(town: Town, tmp_path: Path) -> None:
    desk, machine = town.desk(), tmp_path / "etc"
    machine.mkdir()
    assert tuple(profiles(desk, machine).values()) == shipped()
    licence = {**OWN, "code": "licence", "name": {"th": "ใบอนุญาต", "en": "Licence"}, "locked": False}
    types(town, "import", "--file", str(written(tmp_path, {**OWN, "dpi": 300}, licence) / FILE))
    found = profiles(desk, machine)
    assert (found["letter"].dpi, found["letter"].is_locked, found["licence"].name_th) == (300, True, "ใบอนุญาต")
    assert [line.split("\t")[0] for line in types(town, "list")] == ["letter", "licence"]
    written(machine, {**OWN, "dpi": 600, "locked": False}, {**licence, "dpi": 200})
    found = profiles(desk, machine)
    assert (found["letter"].dpi, found["licence"].dpi) == (300, 200), "the machine's own change nothing that is locked"
    types(town, "withdraw", "--code", "letter")
    assert profiles(desk, machine)["letter"].dpi == 600
    types(town, "import", "--file", str(written(tmp_path, {**OWN, "dpi": 150}) / FILE))
    assert profiles(desk, machine)["letter"].dpi == 150
    assert town.count("SELECT count(*) FROM scan_profile WHERE office_id = :o", o=town.office_id) == 2


def test_a_profile_of_a_later_program_is_not_offered(town: Town, tmp_path: Path) -> None:
    desk = town.desk()
    types(town, "import", "--file", str(written(tmp_path, {**OWN, "code": "new"}) / FILE))
    desk.round.run()
    desk.desk.settle("UPDATE scan_profile SET feed = ?", ("drum",))
    assert "new" not in {one.code for one in Intake(desk.desk, desk.person("kanda")).profiles(tmp_path / "none")}


def test_what_can_not_be_is_said(town: Town, tmp_path: Path) -> None:
    with pytest.raises(OfficeError, match=r"centre.profile_unknown"):
        types(town, "withdraw", "--code", "letter")
    for broken in ("[]", json.dumps({"profiles": [{**OWN, "dpi": 5}]}), "{"):
        (tmp_path / FILE).write_text(broken, "utf-8")
        with pytest.raises(OfficeError, match=r"capture.profiles_unreadable"):
            types(town, "import", "--file", str(tmp_path / FILE))
