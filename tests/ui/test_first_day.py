"""A desk's first day: a real keyring, a real centre, a code; and the day after, when the line is cut."""

from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

import keyring
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

import main
from desktop.letters.rules import INCOMING_SERIES
from desktop.office.clock import SystemClock
from tests.helpers.keyring_bus import KeyringBus
from tests.helpers.screens import settle, type_text
from tests.helpers.town import PASSWORD, REGISTRY, Town, centre_beside
from ui.enrolment import EnrolmentPage
from ui.entrance import TroublePage
from ui.program import Program
from ui.shell.main_window import MainWindow
from ui.shell.passphrase import PassphraseDialog
from ui.shell.sign_in import SignInWindow

TWO_BOOKS = 100
"""Receipt numbers that a desk asks for at first."""
W = TypeVar("W", bound=QWidget)


@pytest.fixture
def town(centre_database: str, tmp_path: Path) -> Iterator[Town]:
    with centre_beside(centre_database, tmp_path / "centre", SystemClock()) as beside:
        yield Town(beside, tmp_path, passwords=True)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "desk"


def begin(folder: Path, centre: str) -> Program:
    program = Program(main.line, folder, centre=centre, language="th", theme="light")
    program.entrance.show()
    return program


def finish(program: Program) -> None:
    program.end()
    program.entrance.hide()
    for one in (program.entrance, program.theme, program.language, program):
        one.deleteLater()
    settle()


def visible(kind: type[W]) -> list[W]:
    return [widget for widget in QApplication.allWidgets() if isinstance(widget, kind) and widget.isVisible()]


def shown(qtbot: QtBot, kind: type[W]) -> W:
    qtbot.waitUntil(lambda: bool(visible(kind)))
    return visible(kind)[-1]


def enter(qtbot: QtBot, name: str = "") -> MainWindow:
    window = shown(qtbot, SignInWindow)
    type_text(window._name, name)
    type_text(window._password, PASSWORD)
    QTest.keyClick(window._password, Qt.Key.Key_Return)
    return shown(qtbot, MainWindow)


def test_a_code_lets_a_desk_in_and_from_then_on_it_works_without_the_line(
    qtbot: QtBot, keyring_bus: KeyringBus, town: Town, folder: Path
) -> None:
    program = begin(folder, town.url)
    page = shown(qtbot, EnrolmentPage)
    assert visible(PassphraseDialog) == []
    type_text(page.code, town.code("C1", (INCOMING_SERIES,), REGISTRY))
    QTest.keyClick(page.code, Qt.Key.Key_Return)
    window = enter(qtbot, "piyada")
    qtbot.waitUntil(lambda: window.strip.state.kind == "green")
    qtbot.waitUntil(lambda: window.strip.state.receipts_left == TWO_BOOKS)
    assert window.strip.state.text.startswith("ส่งครบแล้ว · ข้อมูลล่าสุด")
    finish(program)

    program = begin(folder, "http://127.0.0.1:1")
    window = enter(qtbot)
    qtbot.waitUntil(lambda: window.strip.state.kind == "yellow")
    qtbot.waitUntil(lambda: window.strip.state.receipts_left == TWO_BOOKS)
    finish(program)
    kept = {path.name for path in folder.iterdir()}
    assert "passphrase-salt" not in kept


def test_a_wrong_code_is_told_and_may_be_typed_again(
    qtbot: QtBot, keyring_bus: KeyringBus, town: Town, folder: Path
) -> None:
    program = begin(folder, town.url)
    page = shown(qtbot, EnrolmentPage)
    type_text(page.code, "NOT-A-CODE")
    QTest.keyClick(page.code, Qt.Key.Key_Return)
    qtbot.waitUntil(page.failure.isVisible)
    assert page.code.selectedText() == "NOT-A-CODE"
    finish(program)


def test_a_keyring_that_closed_is_no_reason_to_ask_for_a_passphrase(
    qtbot: QtBot, keyring_bus: KeyringBus, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = begin(folder, "http://127.0.0.1:1")
    shown(qtbot, EnrolmentPage)
    finish(first)
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")
    keyring.core.init_backend()
    again = begin(folder, "http://127.0.0.1:1")
    page = shown(qtbot, TroublePage)
    assert page.title.words == "ระบบปฏิบัติการไม่ยอมเปิดที่เก็บกุญแจ"
    assert page.button.words == "ลองใหม่"
    assert not (folder / "passphrase-salt").exists()
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", keyring_bus.environment["PYTHON_KEYRING_BACKEND"])
    page.button.click()
    shown(qtbot, EnrolmentPage)
    finish(again)
