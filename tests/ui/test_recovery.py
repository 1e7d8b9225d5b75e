"""A desk whose store is damaged, or that the centre no longer takes: the clerk is led on, and nothing is lost."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.letters.rules import INCOMING_SERIES
from desktop.office.clock import SystemClock
from desktop.store import backup
from desktop.store.desk import Desk
from tests.helpers.keyring_bus import KeyringBus
from tests.helpers.screens import type_text
from tests.helpers.town import REGISTRY, Town, centre_beside
from tests.ui.test_first_day import begin, enter, finish, shown
from ui.enrolment import EnrolmentPage
from ui.entrance import TroublePage
from ui.program import Program
from ui.recovery import RecoveryPage
from ui.shell.sign_in import SignInWindow


@pytest.fixture
def town(centre_database: str, tmp_path: Path) -> Iterator[Town]:
    with centre_beside(centre_database, tmp_path / "centre", SystemClock()) as beside:
        yield Town(beside, tmp_path, passwords=True)


@pytest.fixture
def folder(qtbot: QtBot, keyring_bus: KeyringBus, town: Town, tmp_path: Path) -> Path:
    """A desk that has worked for a day and has a copy of its store."""
    folder = tmp_path / "desk"
    program = begin(folder, town.url)
    page = shown(qtbot, EnrolmentPage)
    type_text(page.name, " เคาน์เตอร์")
    type_text(page.code, town.code("C1", (INCOMING_SERIES,), REGISTRY))
    QTest.keyClick(page.code, Qt.Key.Key_Return)
    window = enter(qtbot, "piyada")
    qtbot.waitUntil(lambda: window.strip.state.kind == "green")
    assert backup.make(desk_of(program)) is not None
    finish(program)
    return folder


def desk_of(program: Program) -> Desk:
    assert program.opened is not None
    return program.opened.office.desk


def code_for(town: Town) -> str:
    return town.recovery.successor_code(town.office_id, device(town))


def spoil(path: Path) -> None:
    """A sector of the first page is lost."""
    with path.open("r+b") as file:
        file.seek(1024)
        file.write(b"\0" * 512)


def test_a_damaged_store_leads_to_the_copy_and_to_a_new_code(qtbot: QtBot, town: Town, folder: Path) -> None:
    spoil(folder / "desk.db")
    broken = (folder / "desk.db").read_bytes()
    program = begin(folder, town.url)
    page = shown(qtbot, TroublePage)
    assert page.button.words == "ใช้สำเนาสำรอง"
    assert "มีสำเนาสำรองเมื่อ" in page.advice.words
    page.button.click()
    asking = shown(qtbot, RecoveryPage)
    assert asking.title.words == "ข้อมูลของเครื่องนี้มาจากสำเนาสำรอง"
    (aside,) = folder.glob("damaged-*")
    assert (aside / "desk.db").read_bytes() == broken
    type_text(asking.code, "WRONG")
    QTest.keyClick(asking.code, Qt.Key.Key_Return)
    qtbot.waitUntil(asking.failure.isVisible)
    asking.code.clear()
    type_text(asking.code, code_for(town))
    asking.button.click()
    window = enter(qtbot, "piyada")
    qtbot.waitUntil(lambda: window.strip.state.receipts_left == 100)
    finish(program)


def test_without_a_new_code_the_work_can_be_read(qtbot: QtBot, town: Town, folder: Path) -> None:
    program = begin(folder, town.url)
    shown(qtbot, SignInWindow)
    town.recovery.revoke(town.office_id, device(town))
    window = enter(qtbot, "piyada")
    qtbot.waitUntil(lambda: window.strip.state.kind == "red")
    assert window.strip.state.receipts_left == 0
    finish(program)
    program = begin(folder, town.url)
    page = shown(qtbot, RecoveryPage)
    assert page.title.words == "เครื่องนี้ถูกยกเลิกสิทธิ์จากส่วนกลาง"
    assert "แล้วใส่ในช่องนี้" in page.advice.words
    page.button.click()
    assert page.code.hasFocus()
    page.later.click()
    window = enter(qtbot, "piyada")
    qtbot.waitUntil(lambda: window.strip.state.kind == "red")
    finish(program)


def device(town: Town) -> str:
    with town.engine.connect() as connection:
        found = connection.exec_driver_sql("SELECT encode(device_id, 'hex') FROM device WHERE counter = 'C1'").scalar()
    return str(found)
