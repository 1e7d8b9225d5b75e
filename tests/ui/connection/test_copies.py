"""The page of the copies: made with a key, proven with another, told in words; and the strip that warns."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from desktop.letters.model import Registration
from desktop.office.clock import ManualClock
from desktop.store import backup
from tests.helpers.desk import MORNING, make_desk, make_office, person
from tests.helpers.screens import nameless
from ui.connection.copies_page import CopiesPage
from ui.shell.status_strip import StatusStrip
from ui.shell.strip_words import PostFacts, strip_state
from ui.work import Worker


class Place:
    """One page on one desk."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        self.qtbot, self.clock = qtbot, ManualClock(MORNING)
        self.desk = make_desk(folder, clock=self.clock)
        self.office = make_office(self.desk)
        self.failures: list[Exception] = []
        self.worker = Worker(self.desk.writer, self.failures.append)
        self.page = CopiesPage(
            self.office.copies, self.worker, self.clock.now, lambda: "th", lambda error: self.failures.append(error)
        )
        qtbot.addWidget(self.page)
        self.page.resize(1150, 600)
        self.page.show()
        self.look()

    def look(self) -> None:
        self.page.known = None
        self.page.refresh()
        self.until(lambda: self.page.known is not None)

    def until(self, true: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(true)

    def close(self) -> None:
        self.worker.close()
        self.desk.close()


@pytest.fixture
def place(qtbot: QtBot, tmp_path: Path) -> Iterator[Place]:
    made = Place(qtbot, tmp_path / "desk")
    yield made
    made.close()


@pytest.mark.shot
def test_a_copy_is_made_with_one_key_and_told(place: Place) -> None:
    page = place.page
    assert page.outcome.words == "ยังไม่มีสำเนาสำรอง"
    assert not page.prove_button.isEnabled()
    page.button.click()
    assert not page.button.isEnabled()
    place.until(lambda: page.known is not None and page.known.newest is not None)
    assert page.outcome.words == "มีสำเนาสำรองพร้อมใช้ · เมื่อสักครู่"
    assert page.facts["proof"].words.startswith("เปิดได้ ครบถ้วน")
    assert page.facts["place"].words == str(place.desk.folder / backup.FOLDER)
    assert page.button.isEnabled()
    assert nameless(page) == []
    assert not place.failures


def test_a_copy_may_be_stopped(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    slow: Any = backup._copy

    def waits(desk: Any, target: Path, step: Callable[[int, int], None]) -> None:
        task = place.page.task
        assert task is not None
        task.cancel.wait(60)
        slow(desk, target, step)

    monkeypatch.setattr(backup, "_copy", waits)
    place.page.make()
    assert place.page._progress is not None
    place.page._progress.cancelled.emit()
    place.until(lambda: place.page.task is None and place.page.button.isEnabled())
    place.worker.close()
    assert backup.all_saved(place.desk.folder) == []
    assert not place.failures


def test_a_copy_that_rotted_is_told_with_what_to_do(place: Place) -> None:
    place.office.copies.make()
    newest = backup.all_saved(place.desk.folder)[0].database
    newest.write_bytes(newest.read_bytes()[:-4096] + bytes(4096))
    place.look()
    place.page.prove_button.click()
    place.until(lambda: place.page.outcome.words == "สำเนาล่าสุดชำรุด")
    assert "F9" in place.page.advice.words


def test_days_without_a_copy_are_told_here_and_in_the_strip(place: Place) -> None:
    place.office.copies.make()
    place.clock.advance(timedelta(days=5))
    place.office.letters(person(place.office)).register(Registration("อำเภอเมือง", "นายก", "ขอเชิญประชุม"))
    place.look()
    assert place.page.outcome.words == "ไม่มีสำเนาใหม่มา 5 วัน"
    strip = StatusStrip()
    place.qtbot.addWidget(strip)
    strip.show()
    strip.show_state(strip_state(PostFacts("green", MORNING)))
    assert not strip.copies.isVisible()
    strip.show_state(strip_state(PostFacts("green", MORNING, copy_days=place.office.copies.late_days())))
    assert strip.copies.isVisible()
    assert strip.copies.words == "ไม่มีสำเนาสำรอง 5 วัน"
    with place.qtbot.waitSignal(strip.copies_asked):
        strip.copies.click()
