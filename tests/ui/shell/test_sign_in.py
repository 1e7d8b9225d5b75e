"""Signing in: by hand without a mouse, told what is missing, told why not."""

from collections.abc import Callable
from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.office.errors import OfficeError, known_codes
from tests.helpers.screens import nameless, settle, type_text
from ui.kit.language import Language
from ui.kit.theme import Theme
from ui.notices import Notices
from ui.shell.failure_line import FailureLine
from ui.shell.people_list import SOMEBODY_ELSE
from ui.shell.sign_in import SignInWindow
from ui.shell.sign_in_presenter import Person

PEOPLE = (Person("kanda", "กานดา ศรีปัญญา", "งานสารบรรณกลาง"), Person("piyada", "ปิยะดา กู่แก้ว", "กองคลัง"))


@dataclass
class Door:
    """Remembers who knocked, and answers when told."""

    knocked: list[tuple[str, str]] = field(default_factory=list)
    entered: list[object] = field(default_factory=list)
    answers: list[tuple[Callable[[object], None], Callable[[Exception], None]]] = field(default_factory=list)

    def ask(
        self, name: str, password: str, done: Callable[[object], None], failed: Callable[[Exception], None]
    ) -> None:
        self.knocked.append((name, password))
        self.answers.append((done, failed))


@pytest.fixture
def door() -> Door:
    return Door()


@pytest.fixture
def notices() -> Notices:
    return Notices()


@pytest.fixture
def window(qtbot: QtBot, door: Door, notices: Notices, theme: Theme, language: Language) -> SignInWindow:
    return opened(qtbot, SignInWindow("เทศบาล", PEOPLE, door.ask, door.entered.append, notices, theme, language))


def opened(qtbot: QtBot, window: SignInWindow) -> SignInWindow:
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window, 60_000)
    return window


def test_the_last_person_types_a_password_and_enters(window: SignInWindow, door: Door) -> None:
    assert window._password.hasFocus()
    type_text(window._password, "ลับมาก1")
    QTest.keyClick(window._password, Qt.Key.Key_Return)
    assert door.knocked == [("kanda", "ลับมาก1")]
    door.answers[0][0]("session")
    assert door.entered == ["session"]


def test_arrows_in_the_password_choose_a_person(window: SignInWindow, door: Door) -> None:
    QTest.keyClick(window._password, Qt.Key.Key_Down)
    type_text(window._password, "x")
    QTest.keyClick(window, Qt.Key.Key_F9)
    assert door.knocked == [("piyada", "x")]


def test_somebody_else_types_a_name(window: SignInWindow, door: Door) -> None:
    window._people.step(2)
    assert window._people.value == SOMEBODY_ELSE
    assert window._name.hasFocus()
    type_text(window._name, " wichai ")
    type_text(window._password, "x")
    QTest.keyClick(window, Qt.Key.Key_F9)
    assert door.knocked == [("wichai", "x")]
    assert "ส่วนกลาง" in window._note.words


def test_nothing_is_asked_before_all_is_there(window: SignInWindow, door: Door) -> None:
    QTest.keyClick(window, Qt.Key.Key_F9)
    assert door.knocked == []
    assert window._password_field.error == "ใส่รหัสผ่าน"


def test_one_knock_at_a_time(window: SignInWindow, door: Door) -> None:
    type_text(window._password, "x")
    window.presenter.sign_in("kanda", "x")
    window.presenter.sign_in("kanda", "x")
    assert len(door.knocked) == 1
    assert not window._enter.isEnabled()


def test_a_refusal_is_told_beside_the_password(window: SignInWindow, door: Door, language: Language) -> None:
    error = _without_subject()
    window.presenter.sign_in("kanda", "x")
    door.answers[0][1](error)
    assert _failure(window) == error.describe("th")
    assert window._enter.isEnabled()
    assert window._password.hasFocus()
    language.speak("en")
    settle()
    assert _failure(window) == error.describe("en")


def test_a_fault_of_ours_goes_the_one_road(
    window: SignInWindow, door: Door, notices: Notices, caplog: pytest.LogCaptureFixture
) -> None:
    window.presenter.sign_in("kanda", "x")
    door.answers[0][1](RuntimeError("ours"))
    assert notices.heard[-1].report in caplog.text


def test_the_first_time_says_what_it_needs(
    qtbot: QtBot, door: Door, notices: Notices, theme: Theme, language: Language
) -> None:
    window = opened(qtbot, SignInWindow("เทศบาล", (), door.ask, door.entered.append, notices, theme, language))
    assert window._name.hasFocus()
    assert not window._people.isVisible()
    assert "ครั้งแรก" in window._note.words
    QTest.keyClick(window, Qt.Key.Key_F9)
    assert window._name_field.error == "ใส่ชื่อผู้ใช้"


def test_the_other_alphabet_is_noticed(window: SignInWindow) -> None:
    type_text(window._password, "ฟหก")
    assert window._password_field._note.hint == "แป้นพิมพ์เป็นภาษาไทยอยู่"


def test_every_control_has_a_name(window: SignInWindow) -> None:
    assert nameless(window) == []


def _failure(window: SignInWindow) -> tuple[str, str]:
    line = window.findChild(FailureLine)
    assert line is not None
    return line.words


def _without_subject() -> OfficeError:
    for code in sorted(known_codes()):
        error = OfficeError(code)
        try:
            error.describe("th")
        except (KeyError, IndexError):
            continue
        return error
    raise AssertionError("no code without a subject")
