"""Two documents beside each other move as one, as long as that is wanted."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.kit.test_page_search import Book
from ui.kit.page_compare import PageCompare, Side


@pytest.fixture
def compare(qtbot: QtBot) -> PageCompare:
    compare = PageCompare()
    qtbot.addWidget(compare)
    compare.resize(1200, 700)
    compare.show()
    QTest.qWaitForWindowExposed(compare, 60_000)
    compare.show_sides(Side("เลขรับ 00117", Book(0, 0, 0).pages), Side("ฉบับที่กำลังลงทะเบียน", Book(0, 0, 0, 0).pages))
    return compare


def test_turning_one_turns_the_other(compare: PageCompare, qtbot: QtBot) -> None:
    with qtbot.waitSignal(compare.paged):
        QTest.keyClick(compare.left.canvas, Qt.Key.Key_PageDown)
    assert (compare.left.canvas.page, compare.right.canvas.page) == (1, 1)
    QTest.keyClick(compare.right.canvas, Qt.Key.Key_End)
    assert (compare.left.canvas.page, compare.right.canvas.page) == (2, 3)


def test_looking_closer_looks_closer_at_both(compare: PageCompare) -> None:
    for _ in range(6):
        QTest.keyClick(compare.left.canvas, Qt.Key.Key_Plus)
    assert compare.right.canvas.scale_now == pytest.approx(compare.left.canvas.scale_now)
    QTest.keyClick(compare.left.canvas, Qt.Key.Key_Down)
    bars = compare.left.canvas.verticalScrollBar(), compare.right.canvas.verticalScrollBar()
    assert bars[0].value() == bars[1].value() > bars[0].minimum()


def test_each_goes_its_own_way_when_told_so(compare: PageCompare) -> None:
    compare.together.setChecked(False)
    QTest.keyClick(compare.left.canvas, Qt.Key.Key_PageDown)
    assert (compare.left.canvas.page, compare.right.canvas.page) == (1, 0)


def test_the_keyboard_changes_sides(compare: PageCompare) -> None:
    compare.setFocus()
    assert compare.left.canvas.hasFocus()
    compare.change_side()
    assert compare.right.canvas.hasFocus()
    compare.change_side()
    assert compare.left.canvas.hasFocus()


def test_a_side_without_pages_says_so(compare: PageCompare) -> None:
    compare.show_sides(Side("เลขรับ 00117", None), Side("ฉบับนี้", Book(0).pages))
    assert compare.left.empty.isVisible()
    assert compare.right.canvas.isVisible()
