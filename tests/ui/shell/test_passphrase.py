"""The passphrase of a machine without a keyring."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.helpers.screens import nameless, type_text
from ui.shell.passphrase import PassphraseDialog


def dialog(qtbot: QtBot, *, new: bool) -> PassphraseDialog:
    dialog = PassphraseDialog(new=new)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.activateWindow()
    assert QTest.qWaitForWindowActive(dialog, 60_000)
    return dialog


def test_it_gives_what_was_typed(qtbot: QtBot) -> None:
    asked = dialog(qtbot, new=False)
    type_text(asked._first, "ม้าสีขาววิ่ง")
    with qtbot.waitSignal(asked.given) as told:
        QTest.keyClick(asked, Qt.Key.Key_F9)
    assert told.args == ["ม้าสีขาววิ่ง"]
    assert not asked._open.isEnabled()
    asked.show_failure("วลีรหัสผ่านไม่ถูกต้อง", "ลองใหม่")
    assert asked._failure.words == ("วลีรหัสผ่านไม่ถูกต้อง", "ลองใหม่")
    assert asked._open.isEnabled()


@pytest.mark.parametrize(
    ("first", "again", "errors"),
    [
        ("", "", ("อย่างน้อย 10 ตัวอักษร", "")),
        ("short", "short", ("อย่างน้อย 10 ตัวอักษร", "")),
        ("correct horse", "correct house", ("", "ไม่ตรงกับช่องบน")),
    ],
)
def test_a_new_one_is_long_and_twice_the_same(qtbot: QtBot, first: str, again: str, errors: tuple[str, str]) -> None:
    asked = dialog(qtbot, new=True)
    given: list[str] = []
    asked.given.connect(given.append)
    type_text(asked._first, first)
    type_text(asked._again, again)
    QTest.keyClick(asked, Qt.Key.Key_F9)
    assert (asked._first_field.error, asked._again_field.error) == errors
    assert given == []


def test_return_in_the_second_line_gives_it(qtbot: QtBot) -> None:
    asked = dialog(qtbot, new=True)
    given: list[str] = []
    asked.given.connect(given.append)
    type_text(asked._first, "correct horse")
    type_text(asked._again, "correct horse")
    QTest.keyClick(asked._again, Qt.Key.Key_Return)
    assert given == ["correct horse"]


def test_it_says_why_and_every_control_has_a_name(qtbot: QtBot) -> None:
    asked = dialog(qtbot, new=True)
    assert "ไม่มีที่เก็บกุญแจ" in asked._why.words
    assert nameless(asked) == []
