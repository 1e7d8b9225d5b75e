"""The office's own days: an administrator announces them at the centre, every desk counts with them."""

import json
from argparse import ArgumentTypeError
from datetime import date
from pathlib import Path

import pytest

from desktop.days.model import Said
from desktop.days.queries import DayQueries
from desktop.days.rules import Calendar
from desktop.office.errors import OfficeError
from sync.server.cli import run
from sync.server.verbs.days import day
from tests.helpers.town import Town, TownDesk

CLOSED = date(2026, 12, 1)
KING = date(2026, 12, 10)


class Administrator:
    """Somebody who types commands at the centre, for this office."""

    def __init__(self, town: Town) -> None:
        self._office = str(town.office_id)
        self._database = town.engine.url.render_as_string(hide_password=False)

    def types(self, *words: str) -> list[str]:
        said: list[str] = []
        run(["--database", self._database, "calendar", words[0], "--office", self._office, *words[1:]], said.append)
        return said


@pytest.fixture
def administrator(town: Town) -> Administrator:
    return Administrator(town)


def _calendar(desk: TownDesk) -> Calendar:
    desk.round.run()
    return DayQueries(desk.desk.reader).calendar()


def test_a_closure_reaches_every_desk_and_goes_again(town: Town, administrator: Administrator) -> None:
    desk = town.desk()
    assert _calendar(desk).is_working(CLOSED)
    administrator.types("add", "--day", "1/12/2569", "--name-th", "น้ำท่วม", "--name-en", "Flood")
    assert _calendar(desk).why_free(CLOSED) == Said("น้ำท่วม", "Flood")
    assert administrator.types("list") == ["2026-12-01\tclosure\tน้ำท่วม\tFlood\t-"]
    administrator.types("withdraw", "--day", "2026-12-01")
    assert _calendar(desk).is_working(CLOSED)
    assert administrator.types("list") == []
    administrator.types("add", "--day", "1/12/2569", "--name-th", "ทำบุญเมือง")
    assert _calendar(desk).why_free(CLOSED) == Said("ทำบุญเมือง", "ทำบุญเมือง")
    assert town.count("SELECT count(*) FROM holiday WHERE office_id = :o", o=town.office_id) == 1


def test_a_holiday_may_be_worked_after_all(town: Town, administrator: Administrator) -> None:
    desk = town.desk()
    assert not _calendar(desk).is_working(KING)
    administrator.types("add", "--day", "10/12/2569", "--name-th", "เปิดทำการ", "--kind", "worked")
    assert _calendar(desk).is_working(KING)


def test_a_year_is_brought_whole_from_a_file(town: Town, administrator: Administrator, tmp_path: Path) -> None:
    desk = town.desk()
    lunar = {"day": "2027-02-22", "th": "ชดเชยวันมาฆบูชา", "en": "Makha Bucha", "kind": "substitution"}
    file = tmp_path / "2570.json"
    file.write_text(json.dumps({"year_be": 2570, "complete": True, "holidays": [lunar]}), "utf-8")
    assert [year.year_be for year in _calendar(desk).doubtful(CLOSED, date(2027, 2, 1))] == [2570]
    administrator.types("import", "--file", str(file))
    calendar = _calendar(desk)
    assert calendar.doubtful(CLOSED, date(2027, 2, 1)) == ()
    assert not calendar.is_working(date(2027, 2, 22))
    assert not calendar.is_working(date(2027, 4, 6)), "the shipped days of that year stand beside it"


def test_what_can_not_be_is_said(town: Town, administrator: Administrator, tmp_path: Path) -> None:
    with pytest.raises(OfficeError, match="centre.day_unknown"):
        administrator.types("withdraw", "--day", "10/12/2569")
    broken = tmp_path / "2571.json"
    broken.write_text("[]", "utf-8")
    with pytest.raises(OfficeError, match="days.unreadable"):
        administrator.types("import", "--file", str(broken))
    with pytest.raises(OfficeError, match="centre.office_unknown"):
        run(
            ["--database", administrator._database, "calendar", "add", "--office", "999999", "--day", "1/12/2569",
             "--name-th", "x"],
            print,
        )  # fmt: skip


@pytest.mark.parametrize("typed", ["30/12/2569", "30 ธ.ค. 2569", "2026-12-30", "2569-12-30"])
def test_a_day_is_typed_either_way(typed: str) -> None:
    assert day(typed) == date(2026, 12, 30)


def test_what_is_no_day_is_refused() -> None:
    with pytest.raises(ArgumentTypeError, match="31/2/2569"):
        day("31/2/2569")
