"""The frame: rooms by key and mouse, everything named, one language or the other, one mode or the other."""

from functools import partial
from itertools import pairwise

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.helpers.screens import nameless, settle
from ui.kit.banner import Banner
from ui.kit.gallery_demo import LETTERS
from ui.kit.keys import Keys
from ui.kit.language import Language
from ui.kit.room import ROOM_KEYS, Room
from ui.kit.theme import Theme
from ui.notices import Notices
from ui.shell import gallery_shell
from ui.shell.header import Desk
from ui.shell.main_window import MainWindow
from ui.shell.strip_words import StripState

NAMES = ("วันนี้", "หนังสือเข้า", "เคาน์เตอร์")


def screen_of(name: str) -> QWidget:
    screen = QWidget()
    edit = QLineEdit()
    edit.setAccessibleName(name)
    QVBoxLayout(screen).addWidget(edit)
    screen.setFocusProxy(edit)
    Keys(screen).name("R", partial(str, "ส่งต่อ"), group=partial(str, name))
    return screen


@pytest.fixture
def rooms(qapp: QApplication) -> list[Room]:
    return [Room(name, partial(str, name), "inbox", partial(screen_of, name)) for name in NAMES]


@pytest.fixture
def window(qtbot: QtBot, rooms: list[Room], theme: Theme, language: Language) -> MainWindow:
    window = MainWindow(Desk("เทศบาลเมืองแม่เหียะ", "กานดา", "สารบรรณกลาง"), rooms, Notices(), theme, language)
    qtbot.addWidget(window)
    window.start()
    window.show()
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window, 60_000)
    return window


def press(window: QWidget, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(window.focusWidget() or window, key, modifiers)


def test_alt_and_a_number_opens_a_room_and_gives_it_the_focus(window: MainWindow, rooms: list[Room]) -> None:
    press(window, Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)
    assert window.header.title.text() == "เคาน์เตอร์"
    assert window.windowTitle() == "เคาน์เตอร์ · เทศบาลเมืองแม่เหียะ · โต๊ะงานเทศบาล"
    assert window.focusWidget() is rooms[2].widget.focusProxy()
    press(window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert window.header.title.text() == "วันนี้"


def test_a_room_is_built_when_somebody_goes_in(window: MainWindow, rooms: list[Room], qtbot: QtBot) -> None:
    assert [room.is_built for room in rooms] == [True, False, False]
    with qtbot.waitSignal(window.room_opened) as told:
        window.presenter.go("หนังสือเข้า")
    assert (told.args, rooms[1].is_built) == (["หนังสือเข้า"], True)


def test_ctrl_k_searches(window: MainWindow, qtbot: QtBot) -> None:
    press(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert window.header.search.hasFocus()
    window.header.search.setText("น้ำท่วม")
    with qtbot.waitSignal(window.searched) as told:
        press(window, Qt.Key.Key_Return)
    assert told.args == ["น้ำท่วม"]


def test_f1_lists_the_keys_of_the_room_and_of_the_frame(window: MainWindow) -> None:
    press(window, Qt.Key.Key_F1)
    assert window.keys.isVisible()
    listed = window.keys.accessibleDescription()
    assert "R ส่งต่อ" in listed
    assert "Alt+2 หนังสือเข้า" in listed
    press(window, Qt.Key.Key_Escape)
    assert not window.keys.isVisible()


def test_every_room_has_a_key_also_the_tenth_and_eleventh(qtbot: QtBot, theme: Theme, language: Language) -> None:
    names = [f"ห้อง {n}" for n in range(1, 12)]
    many = [Room(name, partial(str, name), "inbox", partial(screen_of, name)) for name in names]
    window = MainWindow(Desk("เทศบาล", "กานดา", "สป."), many, Notices(), theme, language)
    qtbot.addWidget(window)
    window.start()
    window.show()
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window, 60_000)
    for key, room in ((Qt.Key.Key_0, "ห้อง 10"), (Qt.Key.Key_Minus, "ห้อง 11"), (Qt.Key.Key_1, "ห้อง 1")):
        press(window, key, Qt.KeyboardModifier.AltModifier)
        assert window.header.title.text() == room


def test_a_count_is_spoken_with_the_room(window: MainWindow, rooms: list[Room]) -> None:
    rooms[1].set_count(12)
    names = [button.accessibleName() for button in window.navigation._buttons.values()]
    assert names == ["วันนี้", "หนังสือเข้า 12", "เคาน์เตอร์"]


def test_what_is_said_stands_above_the_room(qtbot: QtBot, rooms: list[Room], theme: Theme, language: Language) -> None:
    notices = Notices()
    notices.say("info", "ก่อนมีหน้าต่าง")
    window = MainWindow(Desk("ก", "ข", "ค"), rooms, notices, theme, language)
    qtbot.addWidget(window)
    assert [banner.accessibleName() for banner in window.findChildren(Banner)] == ["ก่อนมีหน้าต่าง"]


def test_the_window_asks_before_it_closes(qtbot: QtBot, rooms: list[Room], theme: Theme, language: Language) -> None:
    answers = [False, True]
    window = MainWindow(Desk("ก", "ข", "ค"), rooms, Notices(), theme, language, may_close=lambda: answers.pop(0))
    qtbot.addWidget(window)
    window.show()
    assert not window.close()
    assert window.close()


def test_the_strip_tells_and_asks(window: MainWindow, qtbot: QtBot) -> None:
    window.show_strip(StripState("orange", "ต้องตรวจ 2 รายการ", 63, "00131", "เปิดดู"))
    assert window.strip.accessibleName() == "ต้องตรวจ 2 รายการ"
    with qtbot.waitSignal(window.strip_acted):
        window.strip._action.click()


def test_a_change_of_language_reaches_the_frame(window: MainWindow, language: Language) -> None:
    language.speak("en")
    settle()
    assert window.windowTitle().endswith("Thesaban Desk")
    assert window.header.search.placeholderText() == "Search everything  Ctrl+K"


def test_it_fits_a_small_screen(window: MainWindow) -> None:
    window.show_strip(StripState("yellow", "ออฟไลน์ตั้งแต่ 09:40 น. " * 5, 63, "00131", "เปิดดู"))
    window.resize(1024, 640)
    settle()
    assert (window.width(), window.height()) == (1024, 640)
    assert window.minimumSizeHint().width() <= 1024


@pytest.mark.parametrize("name", ["shell-inbox", "shell-offline", "shell-empty"])
@pytest.mark.parametrize("code", ["th", "en"])
def test_every_control_of_the_frame_has_a_name(
    qtbot: QtBot, theme: Theme, language: Language, name: str, code: str
) -> None:
    language.speak("en" if code == "en" else "th")
    window = gallery_shell.full(theme, language)[name]()
    qtbot.addWidget(window)
    window.show()
    settle()
    assert nameless(window) == []


def test_the_tab_goes_through_the_whole_window(qtbot: QtBot, theme: Theme, language: Language) -> None:
    """From the table through everything and back, nothing twice, the primary button among it."""
    window = gallery_shell.full(theme, language)["shell-inbox"]()
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window, 60_000)
    seen: list[str] = []
    for _ in range(60):
        focus = window.focusWidget()
        assert focus is not None
        if focus.accessibleName() in seen[:1]:
            break
        seen.append(focus.accessibleName())
        QTest.keyClick(focus, Qt.Key.Key_Tab)
    assert {"หนังสือเข้า", "หน้าเอกสาร", "ลงทะเบียนรับ", "ค้นทุกเรื่อง", "ปุ่มลัด"} <= set(seen)
    assert len(seen) == len(set(seen))


def test_the_demo_has_hard_words() -> None:
    assert any("ญ" in letter.sender for letter in LETTERS)


def test_tab_passes_over_what_hands_the_keyboard_to_something_hidden(window: MainWindow, rooms: list[Room]) -> None:
    screen = rooms[0].widget
    layout = screen.layout()
    assert layout is not None
    hollow, hidden, last = QWidget(), QLineEdit(), QLineEdit()
    QVBoxLayout(hollow).addWidget(hidden)
    hollow.setFocusProxy(hidden)
    for widget in (hollow, last):
        layout.addWidget(widget)
    hidden.hide()
    settle()
    screen.setFocus()
    press(window, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is last


@pytest.mark.parametrize(
    ("free", "whole"),
    [(QSize(1366, 768), True), (QSize(1366, 728), True), (QSize(1600, 790), True), (QSize(1920, 1040), False)],
)
def test_where_a_screen_has_no_room_beside_the_window_it_takes_all_of_it(
    window: MainWindow, free: QSize, whole: bool
) -> None:
    window.hide()
    window.open_on(free)
    assert window.isMaximized() is whole
    assert window.isVisible()


def test_on_a_low_screen_no_room_lies_over_another(
    qtbot: QtBot, qapp: QApplication, theme: Theme, language: Language
) -> None:
    """As many rooms as there are keys, under a town's name of two lines, at the least height there is."""
    names = [f"ห้อง {key}" for key in ROOM_KEYS]
    rooms = [Room(name, partial(str, name), "inbox", partial(screen_of, name)) for name in names]
    window = MainWindow(Desk("เทศบาลเมืองแม่เหียะ (สาธิต)", "กานดา", "สารบรรณกลาง"), rooms, Notices(), theme, language)
    qtbot.addWidget(window)
    window.start()
    window.resize(1366, window.minimumHeight())
    window.show()
    settle()
    places = [button.geometry() for button in window.navigation._buttons.values()]
    assert all(before.bottom() < after.top() for before, after in pairwise(places))
    assert places[0].top() >= 63
    assert places[-1].bottom() <= window.navigation.height()
