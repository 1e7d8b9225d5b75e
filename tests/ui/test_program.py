"""The program from its first window on, with a real store, a real line to a centre that does not answer, real keys."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

import main
from desktop.application import Office
from desktop.cashier.fees import catalogue
from desktop.cashier.model import Charge, Payment
from desktop.catalogue import catalogue as rooms
from desktop.office.clock import SystemClock
from desktop.store.desk import Desk
from desktop.store.keys import from_passphrase
from tests.helpers.desk import make_desk, make_office, person, staff_id
from tests.helpers.screens import settle, type_text
from ui.enrolment import EnrolmentPage
from ui.entrance import TroublePage
from ui.farewell import Farewell
from ui.program import Program
from ui.shell.failure_line import FailureLine
from ui.shell.main_window import MainWindow
from ui.shell.passphrase import PassphraseDialog
from ui.shell.sign_in import SignInWindow

PASSPHRASE = "นกกระจิบ 12 ตัว"
NOBODY = "http://127.0.0.1:1"
"""Nothing listens there: the line is down."""
W = TypeVar("W", bound=QWidget)
Start = Callable[[Path], Program]


pytestmark = pytest.mark.usefixtures("no_keyring")


@pytest.fixture
def start(qtbot: QtBot) -> Iterator[Start]:
    """Starts programs as `main` does, without its endless loop; all of them end with the test."""
    running: list[Program] = []

    def begin(folder: Path) -> Program:
        program = Program(main.line, folder, centre=NOBODY, language="th", theme="light")
        running.append(program)
        program.entrance.show()
        return program

    yield begin
    for program in running:
        program.end()
        program.entrance.hide()
        program.entrance.deleteLater()
        program.theme.deleteLater()
        program.language.deleteLater()
        program.deleteLater()
    settle()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A desk that works already, locked with a passphrase; kanda and piyada have been here, one receipt is unsent."""
    keys = from_passphrase(tmp_path, PASSPHRASE)
    desk = make_desk(tmp_path, keys=keys)
    office = make_office(desk)
    office.cashier(person(office, "piyada")).issue(Payment("นายบุญมี ใจคำ", (Charge(catalogue()[0], 1),)))
    desk.close()
    desk = Desk(tmp_path, keys, SystemClock(), rooms)
    for login in ("kanda", "piyada"):
        Office(desk, lambda name, _: staff_id(name)).accounts.sign_in(login, "เปิดโต๊ะ-2569")
    desk.close()
    return tmp_path


def shown(qtbot: QtBot, kind: type[W]) -> W:
    """The widget of a kind that stands on the screen; waits until it does."""
    qtbot.waitUntil(lambda: any(one.window().isActiveWindow() for one in visible(kind)))
    return visible(kind)[-1]


def give_passphrase(qtbot: QtBot, words: str) -> PassphraseDialog:
    dialog = shown(qtbot, PassphraseDialog)
    for edit in (dialog._first, dialog._again):
        edit.clear()
        type_text(edit, words)
    QTest.keyClick(dialog, Qt.Key.Key_F9)
    return dialog


def unlock(qtbot: QtBot, program: Program) -> SignInWindow:
    """`program` has begun."""
    give_passphrase(qtbot, PASSPHRASE)
    return shown(qtbot, SignInWindow)


def sign_in(qtbot: QtBot, window: SignInWindow) -> MainWindow:
    type_text(window._password, "เปิดโต๊ะ-2569")
    QTest.keyClick(window._password, Qt.Key.Key_Return)
    return shown(qtbot, MainWindow)


def test_without_a_keyring_a_new_desk_asks_for_a_passphrase_twice_and_then_for_its_code(
    qtbot: QtBot, start: Start, tmp_path: Path
) -> None:
    start(tmp_path)
    dialog = give_passphrase(qtbot, "สั้นไป")
    assert dialog.isVisible()
    assert dialog._first_field.error
    give_passphrase(qtbot, PASSPHRASE)
    page = shown(qtbot, EnrolmentPage)
    assert page.address.value == NOBODY
    assert not any(PASSPHRASE.encode() in file.read_bytes() for file in tmp_path.iterdir() if file.is_file())


def test_enrolling_without_a_line_says_so_and_may_be_tried_again(qtbot: QtBot, start: Start, tmp_path: Path) -> None:
    start(tmp_path)
    give_passphrase(qtbot, PASSPHRASE)
    page = shown(qtbot, EnrolmentPage)
    QTest.keyClick(page.code, Qt.Key.Key_Return)
    assert page._code_field.error
    type_text(page.code, "ABCD-EFGH")
    QTest.keyClick(page.code, Qt.Key.Key_Return)
    qtbot.waitUntil(page.failure.isVisible)
    assert page.button.isEnabled()
    assert page.code.selectedText() == "ABCD-EFGH"


def test_a_wrong_passphrase_opens_nothing_and_loses_nothing(qtbot: QtBot, start: Start, folder: Path) -> None:
    start(folder)
    dialog = give_passphrase(qtbot, "ไม่ใช่วลีนี้แน่นอน")
    qtbot.waitUntil(dialog._failure.isVisible)
    give_passphrase(qtbot, PASSPHRASE)
    window = shown(qtbot, SignInWindow)
    assert set(window._people._buttons) == {"kanda", "piyada", ""}


def test_a_store_from_a_newer_program_is_refused_politely_and_left_alone(
    qtbot: QtBot, start: Start, folder: Path
) -> None:
    keys = from_passphrase(folder, PASSPHRASE)
    desk = Desk(folder, keys, SystemClock(), rooms)
    desk.settle("UPDATE alembic_version SET version_num = '9999'", ())
    desk.close()
    before = (folder / "desk.db").read_bytes()
    start(folder)
    give_passphrase(qtbot, PASSPHRASE)
    page = shown(qtbot, TroublePage)
    assert "รุ่นใหม่กว่า" in page.title.words
    assert "9999" in page.advice.words
    assert page.button.words == "ปิดโปรแกรม"
    assert (folder / "desk.db").read_bytes() == before


def test_a_store_in_use_waits_for_the_other_window(qtbot: QtBot, start: Start, folder: Path) -> None:
    other = Desk(folder, from_passphrase(folder, PASSPHRASE), SystemClock(), rooms)
    program = start(folder)
    give_passphrase(qtbot, PASSPHRASE)
    page = shown(qtbot, TroublePage)
    assert "เปิดอยู่แล้ว" in page.title.words
    other.close()
    QTest.keyClick(page.button, Qt.Key.Key_F9)
    unlock(qtbot, program)


def test_a_damaged_store_is_told_and_left_for_those_who_mend(qtbot: QtBot, start: Start, folder: Path) -> None:
    store = folder / "desk.db"
    whole = store.read_bytes()
    torn = whole[:4096] + os.urandom(len(whole) - 4096)
    store.write_bytes(torn)
    start(folder)
    give_passphrase(qtbot, PASSPHRASE)
    qtbot.waitUntil(lambda: bool(visible(FailureLine) or visible(TroublePage)))
    assert store.read_bytes() == torn


def test_who_worked_here_before_comes_in_without_a_line(qtbot: QtBot, start: Start, folder: Path) -> None:
    program = start(folder)
    window = sign_in(qtbot, unlock(qtbot, program))
    assert not program.entrance.isVisible()
    assert program.settings.now.office == "เทศบาลเมืองแม่เหียะ (สาธิต)"
    qtbot.waitUntil(lambda: "รอส่ง 1 รายการ" in window.strip.state.text)
    assert window.strip.state.kind != "green"


def test_a_wrong_password_is_told_in_words(qtbot: QtBot, start: Start, folder: Path) -> None:
    window = unlock(qtbot, start(folder))
    type_text(window._password, "ผิดแน่นอน")
    QTest.keyClick(window._password, Qt.Key.Key_Return)
    qtbot.waitUntil(window._failure.isVisible)
    assert window._failure.words[0] == "ชื่อผู้ใช้หรือรหัสผ่านไม่ถูกต้อง"


def test_leaving_with_unsent_work_says_how_much_and_that_it_is_safe(qtbot: QtBot, start: Start, folder: Path) -> None:
    program = start(folder)
    window = sign_in(qtbot, unlock(qtbot, program))
    window.close()
    farewell = shown(qtbot, Farewell)
    assert window.isVisible()
    assert "1" in farewell.title.text()
    assert "อยู่ครบ" in farewell.words.words
    QTest.keyClick(farewell, Qt.Key.Key_Escape)
    assert window.isVisible()
    window.close()
    with qtbot.waitSignal(program.day.closed):  # type: ignore[union-attr]
        QTest.keyClick(shown(qtbot, Farewell), Qt.Key.Key_F9)
    assert not window.isVisible()


def test_somebody_else_may_sit_down_while_the_post_goes_on(qtbot: QtBot, start: Start, folder: Path) -> None:
    program = start(folder)
    window = sign_in(qtbot, unlock(qtbot, program))
    window.sign_out_asked.emit()
    again = shown(qtbot, SignInWindow)
    settle()
    assert set(again._people._buttons) == {"kanda", "piyada", ""}
    again._people._choose("piyada")
    assert sign_in(qtbot, again) is program.day.window  # type: ignore[union-attr]
    assert program.day.house.session.person.login == "piyada"  # type: ignore[union-attr]


def test_looks_change_at_once_and_are_remembered(qtbot: QtBot, start: Start, folder: Path) -> None:
    program = start(folder)
    unlock(qtbot, program)
    program.theme.wear("dark")
    assert program.settings.now.theme == "dark"
    program.theme.wear("light")


def visible(kind: type[W]) -> list[W]:
    return [widget for widget in QApplication.allWidgets() if isinstance(widget, kind) and widget.isVisible()]
