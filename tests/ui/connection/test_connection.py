"""The room of the line, with a real centre behind it: eight steps, a code, and every desk of the office."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.accounts.model import Session
from desktop.application import Office
from desktop.letters.model import Registration
from desktop.office.line_check import STEPS, Finding, Verdict, read_code
from sync.client.line import Line
from tests.helpers.keyboard import press
from tests.helpers.proxy import Fault
from tests.helpers.screens import nameless, type_text
from tests.helpers.town import Town, TownDesk, centre_beside
from ui.connection import words
from ui.connection.screen import ConnectionScreen
from ui.heard_changes import HeardChanges
from ui.house import House
from ui.kit.language import Language
from ui.notices import Notices
from ui.settings import SettingsFile
from ui.work import Worker

PHONE = "0 5300 0000"


@pytest.fixture
def town(centre_database: str, tmp_path: Path) -> Iterator[Town]:
    with centre_beside(centre_database, tmp_path / "centre") as beside:
        built = Town(beside, tmp_path)
        yield built
        built.close()


@dataclass
class Room:
    qtbot: QtBot
    town: Town
    desk: TownDesk
    house: House
    screen: ConnectionScreen

    def until(self, true: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(true)

    def tested(self) -> dict[str, Verdict]:
        """The verdicts of a whole test, begun with F9."""
        page = self.screen.check
        self.until(lambda: QApplication.focusWidget() is not None)
        press("F9")
        self.until(lambda: page.report is not None and page.button.isEnabled())
        assert page.report is not None
        return dict(page.report.verdicts)


@pytest.fixture
def room(qtbot: QtBot, qapp: QApplication, town: Town, language: Language, tmp_path: Path) -> Iterator[Room]:
    desk = town.desk()
    line = Line(desk.desk, desk.proxy.url)
    office = Office(desk.desk, line.ask_centre)
    profile = office.account_queries.office()
    assert profile is not None
    session = Session(desk.person("kanda"), profile, "C1", ())
    notices = Notices(lambda: language.code)
    worker = Worker(desk.desk.writer, lambda error: told(notices, error))
    heard = HeardChanges(desk.desk.changes)
    house = House(office, session, worker, notices, heard, language, SettingsFile(tmp_path / "settings"))
    screen = ConnectionScreen(house, line, PHONE)
    screen.resize(1150, 660)
    qtbot.addWidget(screen)
    screen.show()
    screen.activateWindow()
    screen.setFocus()
    yield Room(qtbot, town, desk, house, screen)
    screen.check.stop()
    line.stop()
    heard.stop()
    worker.close()


def told(notices: Notices, error: Exception) -> None:
    notices.failed(error)


def test_a_good_line_is_told_plainly_with_a_code_that_can_be_read_back(room: Room) -> None:
    page = room.screen.check
    assert page.code.text() == ""
    verdicts = room.tested()
    held = {verdicts[step] for step in STEPS if step != "tls"}
    assert held <= {Verdict.GOOD, Verdict.DOUBTFUL}  # a machine that is busy is slow
    assert page.outcome.words in ("สายปกติ ส่งและรับข้อมูลได้", "ใช้งานได้ แต่มีบางอย่างไม่ปกติ")
    assert read_code(page.code.text()).verdicts == verdicts
    assert page.steps["token"].verdict.words in ("ปกติ", "ช้า แต่ใช้งานได้")
    assert page.steps["round_trip"].figure.text().endswith("มิลลิวินาที")
    assert nameless(room.screen) == []


def test_a_broken_line_names_the_step_and_says_that_work_is_safe(room: Room) -> None:
    room.desk.proxy.set(Fault(html=True))
    verdicts = room.tested()
    page = room.screen.check
    assert (verdicts["health"], verdicts["token"]) == (Verdict.BAD, Verdict.UNTRIED)
    assert "งานในเครื่องยังอยู่ครบ" in page.outcome.words
    assert "Wi-Fi" in page.steps["health"].verdict.words
    assert page.steps["token"].verdict.words == "ยังไม่ได้ทดสอบ"


def test_the_helpdesks_number_is_kept_and_else_the_offices_own_is_shown(room: Room) -> None:
    page = room.screen.check
    assert page.phone.placeholderText() == PHONE
    type_text(page.phone, "053 111 222")
    page.phone.editingFinished.emit()
    assert room.house.settings.now.helpdesk == "053 111 222"
    page.phone.clear()
    page.phone.editingFinished.emit()
    assert room.house.settings.now.helpdesk is None


def test_the_registry_sees_which_desks_still_hold_work(room: Room) -> None:
    second = room.town.second_desk()
    room.desk.letters().register(Registration("อำเภอ", "นายก", "หนังสือ"))
    room.desk.round.run()
    second.round.run()
    room.until(lambda: QApplication.focusWidget() is not None)
    press("Ctrl+2")
    page = room.screen.desks
    room.until(lambda: page.rows.rowCount() == 2)
    now = room.house.office.clock.now()
    shown = {report.counter: words.badge(report, now).words for report in page.rows.rows()}
    assert shown == {"C1": "ยังส่งไม่ครบ", "E1": "ส่งครบ"}
    assert page.summary.text() == "1 จาก 2 เครื่องยังส่งไม่ครบ รวม 1 รายการ"
    assert page.advice.words == "desk C1: กำลังส่ง หรือรอสาย"
    assert nameless(room.screen) == []


def test_without_a_line_the_page_says_so_in_words(room: Room) -> None:
    room.desk.proxy.set(Fault(refuse=True))
    room.screen.turn("desks")
    page = room.screen.desks
    room.until(lambda: page._failure is not None)
    assert page._list.currentWidget() is page._nothing
    room.desk.proxy.heal()
    page.refresh()
    room.until(lambda: page.rows.rowCount() == 1)


@pytest.mark.parametrize("code", ["th", "en"])
def test_every_verdict_has_words_in_both_languages(language: Language, code: str) -> None:
    language.speak(code)  # type: ignore[arg-type]
    for step in STEPS:
        for verdict in Verdict:
            said = words.verdict(Finding(step, verdict, 5))
            assert said
            thai = any("ก" <= sign <= "๛" for sign in said)
            assert thai == (code == "th")
