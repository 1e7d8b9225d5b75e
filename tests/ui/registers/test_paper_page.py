"""Receipts on paper are entered by keyboard alone; what was spoilt or lost needs a second person's password."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.application import Office
from desktop.office.clock import ManualClock, utc_text
from desktop.office.series import RECEIPTS
from desktop.store.desk import Desk
from tests.helpers.desk import MORNING, OFFICE_ID, make_desk, person, staff_id
from tests.helpers.keyboard import press, write
from tests.helpers.print_desk import ScriptedPrinter
from tests.helpers.screens import nameless
from ui.notices import Notices
from ui.registers.paper_page import SPOIL
from ui.registers.screen import PAPER, RegisterScreen
from ui.settings import SettingsFile
from ui.sheets.printing import SheetPrinting
from ui.work import Worker

BOOK = "INSERT INTO number_book VALUES (?, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL, ?, NULL)"
SERIES = "receipts.paper/12"


@dataclass
class Place:
    qtbot: QtBot
    office: Office
    notices: Notices
    screen: RegisterScreen

    def until(self, true: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(true)


def hand_out(desk: Desk) -> None:
    """A paper book of ten numbers, to the register that this desk keeps."""
    at, me = utc_text(MORNING), desk.identity.device_id
    desk.settle("INSERT INTO cursor VALUES ('finance/normal', 1, 0, '0', 1)", ())
    desk.settle(BOOK, (OFFICE_ID, b"paper".rjust(16), SERIES, 2570, 12, 1, 1, 10, me, "C1", "leased", at))


@pytest.fixture
def place(qtbot: QtBot, tmp_path: Path) -> Iterator[Place]:
    desk = make_desk(tmp_path / "desk", clock=ManualClock(MORNING))
    hand_out(desk)
    office = Office(desk, lambda login, password: staff_id(login) if password == "เห็นแล้ว" else b"")
    notices = Notices()

    def told(error: Exception) -> None:
        notices.failed(error)

    worker = Worker(desk.writer, told)
    who = person(office, "piyada")
    printing = SheetPrinting(office, who, ScriptedPrinter, worker, SettingsFile(tmp_path / "settings.json"))
    screen = RegisterScreen(office, who, worker, notices, printing)
    qtbot.addWidget(screen)
    screen.resize(1150, 660)
    screen.show()
    screen.activateWindow()
    found = Place(qtbot, office, notices, screen)
    found.until(lambda: len(screen.paper.rows.rows()) == 1 and QApplication.focusWidget() is not None)
    screen.view.choose(PAPER)
    screen._turn(PAPER)
    screen.paper.table.setFocus()
    yield found
    worker.close()
    desk.close()


@pytest.mark.shot
def test_two_papers_are_entered_without_the_mouse(place: Place) -> None:
    form = place.screen.paper.key_in
    press("Return")
    assert form.number.hasFocus()
    assert form.number.value == "1"
    press("Return")
    write("10/11/69")
    press("Return Return")
    write("นายบุญมี ใจคำ")
    press("Return")
    write("ค่าขยะ")
    press("Return")
    write("120")
    press("F9")
    place.until(lambda: form.number.value == "2")
    assert place.screen.paper.done.words == "บันทึกเลข 1 แล้ว"
    assert form.payer.hasFocus()
    assert place.screen.paper.rows.rows()[0].waiting == 9
    write("นางสาวมาลี")
    press("Return")
    write("ค่าน้ำ")
    press("Return")
    write("80")
    press("F9")
    place.until(lambda: form.number.value == "3")
    rows = place.office.desk.reader.rows("SELECT number, payer_name, total_satang, series FROM receipt ORDER BY number")
    assert rows == [(1, "นายบุญมี ใจคำ", 12_000, SERIES), (2, "นางสาวมาลี", 8_000, SERIES)]
    assert nameless(place.screen) == []


def test_what_is_missing_is_said_at_its_field(place: Place) -> None:
    form = place.screen.paper.key_in
    form.number.setText("11")
    form.day.setFocus()
    write("1/9/69")
    form.hour.setText("25.00")
    form.ask()
    wrong = [field.error for field in form._fields()]
    assert wrong[:3] == ["ไม่ใช่เลขที่รอบันทึก", "ไม่ใช่วันในปีของเล่ม", "ไม่ใช่เวลา"]
    assert all(wrong[3:6])
    assert form.number.hasFocus()
    assert place.office.desk.reader.rows("SELECT 1 FROM receipt") == []


@pytest.mark.shot
def test_a_lost_paper_needs_somebody_else_who_has_seen_it(place: Place) -> None:
    page = place.screen.paper
    press("Ctrl+2")
    assert page.ways.value == SPOIL
    form = page.spoil
    form.what.choose("lost")
    form.lo.setText("2")
    form.hi.setText("3")
    form.reason.setText("น้ำท่วม")
    form.login.setText("kanda")
    form.password.setText("ผิด")
    press("F9")
    place.until(lambda: any("รหัสผ่าน" in notice.text for notice in place.notices.heard))
    assert form.password.text() == ""
    form.password.setText("เห็นแล้ว")
    press("F9")
    place.until(lambda: page.done.words == "บันทึกเลขเสีย 2–3 แล้ว")
    assert form.password.text() == ""
    account = next(one for one in place.office.register_queries.accounts() if one.series == SERIES)
    told = [(run.lo, run.hi, run.fate.value, run.reason) for run in account.runs]
    assert (2, 3, "cancelled", "สูญหาย: น้ำท่วม") in told
    by = next(run.by for run in account.runs if run.lo == 2)
    assert by == "นางสาวปิยะดา ลองรับเงิน, พยาน นางสาวกานดา สาธิตวงศ์"
    assert place.office.desk.reader.rows("SELECT 1 FROM receipt WHERE series = ?", (RECEIPTS,)) == []


def test_the_actor_is_no_witness(place: Place) -> None:
    page = place.screen.paper
    press("Ctrl+2")
    form = page.spoil
    form.reason.setText("ฉีกขาด")
    form.login.setText("piyada")
    form.password.setText("เห็นแล้ว")
    press("F9")
    place.until(lambda: any("ผู้รับรองต้องเป็นคนอื่น" in notice.text for notice in place.notices.heard))
    assert page.rows.rows()[0].waiting == 10
