"""Thai lines break between words, and what is copied bears no trace of it."""

import subprocess
import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.helpers.screens import settle
from ui.kit import thai_label
from ui.kit.panels import EmptyState
from ui.kit.thai_label import ZWSP, OneLine, ThaiLabel, plain, qt_breaks_thai, soft

ROOT = Path(__file__).resolve().parents[3]
WORDS = "องค์การบริหารส่วนตำบลได้รับหนังสือ"


def test_plain_takes_the_marks_away() -> None:
    assert plain(f"เพื่อ{ZWSP}ทราบ") == "เพื่อทราบ"


def test_qt_breaks_thai_here() -> None:
    """libthai0 is one of the packages the program asks for."""
    assert qt_breaks_thai()


def test_where_qt_does_not_break_thai_the_word_list_does(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(thai_label, "qt_breaks_thai", lambda: False)
    monkeypatch.setattr(thai_label, "_words_read", False)
    label = ThaiLabel(WORDS)
    qtbot.addWidget(label)
    assert ZWSP not in label.text()
    thai_label.read_words()
    thai_label.break_again()
    assert label.text().count(ZWSP) >= 2
    assert (label.words, plain(label.text()), label.accessibleName()) == (WORDS, WORDS, WORDS)
    assert soft("") == ""


def test_the_word_list_is_not_read_where_qt_breaks_thai() -> None:
    code = "from ui.kit.thai_label import read_words; import sys; read_words(); sys.exit('nlpo3' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0


def test_a_label_takes_the_height_of_its_lines(qtbot: QtBot) -> None:
    label = ThaiLabel("หนังสือที่สแกน นำเข้า หรือส่งมาจากหน่วยงานอื่นจะอยู่ที่นี่ " * 3)
    qtbot.addWidget(label)
    label.show()
    label.resize(900, 30)
    few = label.minimumHeight()
    label.resize(200, 30)
    assert label.minimumHeight() > few
    label.resize(900, 30)
    assert label.minimumHeight() == few


def test_an_empty_state_leaves_no_word_alone(qtbot: QtBot) -> None:
    empty = EmptyState("inbox")
    qtbot.addWidget(empty)
    how_it_comes = "หนังสือที่ร่างและออกเลขแล้วจะอยู่ที่นี่ พร้อมบอกว่าส่งถึงผู้รับปลายทางครบแล้วหรือยัง"
    for _ in range(2):
        empty.say("ยังไม่มีหนังสือออกของวันนี้", how_it_comes, "ร่างหนังสือ", int)
    empty.resize(800, 500)
    empty.show()
    settle()
    how = empty.findChildren(ThaiLabel)[1]
    line = how.fontMetrics().lineSpacing()
    assert 200 <= how.width() < 320
    assert 2 * line <= how.height() < 3 * line


def test_one_line_gives_way_and_tells_all_in_its_tip(qtbot: QtBot) -> None:
    line = OneLine("ออฟไลน์ตั้งแต่ 09:40 น. ทำงานต่อได้ · รอส่ง 37 รายการ")
    qtbot.addWidget(line)
    line.resize(100, 30)
    line.grab()
    assert line.toolTip() == line.text()
    line.resize(900, 30)
    line.grab()
    assert line.toolTip() == ""
