"""The figures of the strip: numbers that run low are coloured, marked, and say what to do."""

import pytest
from pytestqt.qtbot import QtBot

from ui.shell.status_strip import StatusStrip
from ui.shell.strip_words import PostFacts, strip_state


@pytest.fixture
def strip(qtbot: QtBot) -> StatusStrip:
    strip = StatusStrip()
    qtbot.addWidget(strip)
    strip.resize(1366, 40)
    strip.show()
    return strip


def test_enough_numbers_are_a_quiet_figure(strip: StatusStrip) -> None:
    strip.show_state(strip_state(PostFacts("green", receipts_left=63, receipts_days=2, next_number="00131")))
    assert strip._receipts.isVisible()
    assert not strip._receipts._mark.isVisible()
    assert strip._receipts.toolTip() == ""


@pytest.mark.shot
def test_few_numbers_have_a_colour_a_mark_the_days_and_what_to_do(strip: StatusStrip) -> None:
    facts = PostFacts("green", receipts_left=12, receipts_days=1, next_number="00131", receipts_low=True)
    strip.show_state(strip_state(facts))
    assert strip._receipts._mark.isVisible()
    assert strip._receipts._figure.property("ink") == "attention"
    assert strip._receipts._unit.text() == "เลข ใช้ได้อีก ~1 วัน"
    assert "เล่มมือ" in strip._receipts.accessibleDescription()
    assert not strip._next._mark.isVisible()


def test_offline_the_warning_keeps_its_figure_and_the_words_do_not_repeat_it(strip: StatusStrip) -> None:
    facts = PostFacts("yellow", waiting=3, receipts_left=0, receipts_days=0, receipts_low=True, numbers_low=True)
    state = strip_state(facts)
    strip.show_state(state)
    assert "ใบเสร็จ" not in state.text
    assert strip._receipts.isVisible()
    assert strip._receipts._figure.property("ink") == "danger"
    assert "หมดแล้ว" in strip._receipts.toolTip()
