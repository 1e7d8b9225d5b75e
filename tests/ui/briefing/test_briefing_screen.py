"""A briefing gone through by keyboard: everything once, done when it is read; and being told at once."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.application import Office
from desktop.letters.model import Registered, Registration
from desktop.office.changes import Changes
from desktop.office.clock import ManualClock
from tests.helpers.desk import MORNING, make_desk, make_office, person, session, unit_id
from tests.helpers.keyboard import press
from tests.helpers.screens import nameless
from ui.briefing.notifier import Notifier, is_quiet, read_time
from ui.briefing.screen import BriefingScreen
from ui.heard_changes import HeardChanges
from ui.house import House
from ui.kit.language import Language
from ui.notices import Notices
from ui.settings import SettingsFile
from ui.work import Worker


class Shelf:
    """A place where messages stay to be read."""

    def __init__(self) -> None:
        self.said: list[tuple[str, str]] = []

    def show(self, title: str, text: str) -> None:
        self.said.append((title, text))


class Away:
    """The desk of wichai, who is away while kanda works."""

    def __init__(self, qtbot: QtBot, office: Office, clock: ManualClock, folder: Path, language: Language) -> None:
        self.qtbot, self.office, self.clock = qtbot, office, clock
        self.notices = Notices()
        self.worker = Worker(office.desk.writer, self._failed)
        self.heard = HeardChanges(office.desk.changes)
        who = session(office, "wichai")
        settings = SettingsFile(folder)
        self.house = House(office, who, self.worker, self.notices, self.heard, language, settings)
        office.briefing(who.person).begin()

    def _failed(self, error: Exception) -> None:
        self.notices.failed(error)

    def send(self) -> Registered:
        """A letter comes for the engineers."""
        letters = self.office.letters(person(self.office))
        letter = letters.register(Registration("สถ.", "นายก", "ซักซ้อมแนวทาง"))
        letters.route(letter.id, [unit_id("ENG")])
        return letter

    def screen(self) -> BriefingScreen:
        screen = BriefingScreen(self.office, self.house.session.person, self.worker, self.house.settings)
        self.heard.heard.connect(screen.changed)
        screen.resize(1150, 660)
        self.qtbot.addWidget(screen)
        with self.qtbot.waitSignal(screen.counted):
            screen.show()
        screen.table.setFocus()
        return screen

    def notifier(self, shelf: Shelf, *, looked_at: bool = False) -> Notifier:
        notifier = Notifier(self.house, shelf, lambda: looked_at)
        self.until(lambda: notifier._told is not None)
        return notifier

    def until(self, true: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(true)


@pytest.fixture
def away(qtbot: QtBot, tmp_path: Path, language: Language) -> Iterator[Away]:
    clock = ManualClock(MORNING)
    desk = make_desk(tmp_path / "desk", clock=clock)
    made = Away(qtbot, make_office(desk), clock, tmp_path, language)
    yield made
    made.heard.stop()
    made.worker.close()
    desk.close()


def _rows(screen: BriefingScreen) -> int:
    return screen.model.rowCount()


def test_who_goes_through_it_has_read_it(away: Away) -> None:
    for _ in range(3):
        away.send()
    screen = away.screen()
    assert _rows(screen) == 3
    press("J")
    assert "ยังไม่ได้อ่าน 1" in screen.since.words
    press("J")
    away.until(lambda: _rows(screen) == 0)
    assert screen._nothing.isVisible()
    away.send()
    away.until(lambda: _rows(screen) == 1)


def test_enter_opens_the_letter_and_f9_puts_all_away(away: Away) -> None:
    letter = away.send()
    away.send()
    screen = away.screen()
    with away.qtbot.waitSignal(screen.opened) as opened:
        press("Return")
    assert opened.args == [letter.id]
    press("F9")
    away.until(lambda: _rows(screen) == 0)


def test_a_line_says_what_happened_to_what_and_by_whom(away: Away) -> None:
    away.send()
    screen = away.screen()
    shown = [screen.model.data(screen.model.index(0, place)) for place in range(screen.model.columnCount())]
    assert shown[:5] == ["ถึงฉัน", "04824/69", "ซักซ้อมแนวทาง", "ส่งมาให้ดำเนินการ", "นางสาวกานดา สาธิตวงศ์"]
    assert nameless(screen) == []


def test_what_comes_is_told_at_once_and_once(away: Away) -> None:
    shelf = Shelf()
    notifier = away.notifier(shelf)
    away.send()
    notifier.look()
    away.until(lambda: len(shelf.said) == 1)
    assert shelf.said == [("ถึงฉัน", "04824/69 ซักซ้อมแนวทาง · ส่งมาให้ดำเนินการ")]
    for _ in range(4):
        away.send()
    notifier.look()
    away.until(lambda: len(shelf.said) == 2)
    assert shelf.said[1][0] == "มีเรื่องใหม่ 4 เรื่อง"
    assert shelf.said[1][1].splitlines()[-1] == "และอีก 1 เรื่อง"


def test_nothing_is_told_to_who_looks_at_it_or_does_not_want_it_or_sleeps(away: Away) -> None:
    shelf = Shelf()
    looking = away.notifier(shelf, looked_at=True)
    _passes(away, looking)
    behind = away.notifier(shelf)
    away.house.settings.remember(notify="off")
    _passes(away, behind)
    away.house.settings.remember(notify="on")
    away.clock.advance(timedelta(hours=10))
    _passes(away, behind)
    assert shelf.said == [], "it is 19:14"
    away.clock.advance(timedelta(hours=14))
    _passes(away, behind)
    assert len(shelf.said) == 1


def _passes(away: Away, notifier: Notifier) -> None:
    """Something comes, and the notifier has looked at it."""
    told = notifier._told
    away.send()
    notifier.look()
    away.until(lambda: notifier._told != told)


def test_only_what_the_post_brought_wakes_it(away: Away) -> None:
    notifier = away.notifier(Shelf())
    notifier._changed(Changes(frozenset({("letter", b"1")})))
    assert not notifier._later.isActive()
    notifier._changed(Changes(frozenset({("letter", b"1")}), pulled=True))
    assert notifier._later.isActive()
    notifier._later.stop()


@pytest.mark.parametrize(
    ("hour", "since", "until", "quiet"),
    [(12, "18:00", "08:00", True), (10, "18:00", "08:00", False), (0, "18:00", "08:00", True),
     (3, "09:30", "11:00", True), (5, "09:30", "11:00", False), (12, "08:00", "08:00", False),
     (12, "x", "08:00", False)],
)  # fmt: skip
def test_quiet_hours_may_go_over_midnight(hour: int, since: str, until: str, *, quiet: bool) -> None:
    """Hours in UTC: 12 is 19:00 in Bangkok, 0 is 7:00, 3 is 10:00."""
    assert is_quiet(datetime(2026, 11, 11, hour, 0, tzinfo=UTC), since, until) is quiet


def test_hours_are_kept_as_they_are_typed(away: Away) -> None:
    bar = away.screen().telling
    bar.since.setText("17.30")
    bar.since.textEdited.emit("17.30")
    assert away.house.settings.now.quiet_from == "17:30"
    bar.until.setText("25:00")
    bar.until.textEdited.emit("25:00")
    assert away.house.settings.now.quiet_to == "08:00"
    bar.switch.click()
    assert SettingsFile(away.house.settings._path.parent).now.notify == "off"
    assert read_time("8.05") is not None
