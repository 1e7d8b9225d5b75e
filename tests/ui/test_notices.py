"""What the clerk is told: in words, once, and never lost for want of a window."""

import logging
from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from desktop.office.errors import OfficeError, known_codes
from tests.helpers.screens import settle
from ui.kit.banner import Banner
from ui.notices import Act, Notice, Notices
from ui.shell.banner_area import BannerArea


@pytest.fixture
def notices(qapp: QApplication) -> Notices:
    return Notices()


def seen(area: BannerArea) -> list[str]:
    settle()
    return [banner.accessibleName() for banner in area.findChildren(Banner) if not banner.isHidden()]


def test_what_is_said_before_there_is_a_window_waits(notices: Notices, qtbot: QtBot) -> None:
    notices.say("attention", "เครื่องสแกนไม่มีกระดาษ", "ใส่กระดาษแล้วกด F2")
    area = BannerArea(notices)
    qtbot.addWidget(area)
    assert seen(area) == ["เครื่องสแกนไม่มีกระดาษ ใส่กระดาษแล้วกด F2"]


def test_nothing_is_said_twice_while_it_is_on_the_screen(notices: Notices, qtbot: QtBot) -> None:
    area = BannerArea(notices)
    qtbot.addWidget(area)
    first = notices.say("info", "รับข้อมูลแล้ว")
    assert notices.say("info", "รับข้อมูลแล้ว") is first
    assert seen(area) == ["รับข้อมูลแล้ว"]
    notices.close(first)
    assert seen(area) == []
    notices.say("info", "รับข้อมูลแล้ว")
    assert seen(area) == ["รับข้อมูลแล้ว"]


def test_the_newest_is_on_top_and_no_more_than_three(notices: Notices, qtbot: QtBot) -> None:
    area = BannerArea(notices)
    qtbot.addWidget(area)
    for number in range(5):
        notices.say("info", str(number))
    assert sorted(seen(area)) == ["2", "3", "4"]
    notices.close(Notice("info", "4"))
    assert sorted(seen(area)) == ["1", "2", "3"]
    assert [notice.text for notice in notices.heard] == ["0", "1", "2", "3", "4"]


def test_an_action_runs_and_the_banner_goes(notices: Notices, qtbot: QtBot) -> None:
    area, undone = BannerArea(notices), []
    qtbot.addWidget(area)
    notices.say("ready", "ลงทะเบียนรับ 00130 แล้ว", action=Act("เลิกทำ", lambda: undone.append(1)))
    button = next(button for button in area.findChildren(QPushButton) if button.accessibleName() == "เลิกทำ")
    button.click()
    assert (undone, seen(area)) == ([1], [])


@pytest.mark.parametrize("language", ["th", "en"])
def test_the_world_s_fault_is_told_in_its_words(qapp: QApplication, language: str) -> None:
    code = min(code for code in known_codes() if "{" not in "".join(_words(code, language)))
    notices = Notices(lambda: language)
    told = notices.failed(OfficeError(code))
    assert (told.text, told.advice) == OfficeError(code).describe(language)
    assert (told.level, told.report) == ("danger", "")


def test_our_fault_is_logged_under_the_name_the_clerk_sees(notices: Notices, caplog: pytest.LogCaptureFixture) -> None:
    def broken() -> None:
        raise KeyError("นายบุญมี ใจคำ")

    first = _failed(notices, broken)
    assert len(first.report) == 8
    assert first.report in first.advice
    assert "บุญมี" not in first.text + first.advice
    [record] = [record for record in caplog.records if record.levelno == logging.ERROR]
    assert first.report in record.getMessage()
    assert "KeyError" in record.getMessage()
    notices.close(first)
    assert _failed(notices, broken).report == first.report


def _failed(notices: Notices, act: Callable[[], None]) -> Notice:
    try:
        act()
    except KeyError as error:
        return notices.failed(error)
    raise AssertionError("it should have failed")


def _words(code: str, language: str) -> tuple[str, str]:
    try:
        return OfficeError(code).describe(language)
    except (KeyError, IndexError):
        return "{", "{"


def test_good_news_makes_room_for_the_next_and_trouble_stays(qapp: QApplication) -> None:
    notices = Notices()
    trouble = notices.say("danger", "เครื่องพิมพ์ไม่ตอบ")
    notices.say("ready", "ส่งหนังสือแล้ว")
    newest = notices.say("ready", "ลงทะเบียนแล้ว")
    assert notices.window_ready() == (trouble, newest)
    notices.put_away()
    assert notices.window_ready() == (trouble,)
