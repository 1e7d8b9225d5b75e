"""A document beside a form: pages, zoom, turning, and layers measured in mm."""

import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ui.kit.page_layers import Layer
from ui.kit.page_source import A4, AT_ONCE, DeliverImage, Outline, Pages, Wish
from ui.kit.page_view import PageView


class Document:
    """Pages of one grey each, which remember what was asked of them."""

    def __init__(self, count: int, *, late: bool = False) -> None:
        self.asked: list[tuple[int, int]] = []
        self.waiting: list[tuple[DeliverImage, QImage]] = []
        self._late = late
        self.pages = Pages((A4,) * count, self.render)

    def render(self, page: int, dpi: int, deliver: DeliverImage, wish: Wish = AT_ONCE) -> None:
        self.asked.append((page, dpi))
        image = QImage(round(210 / 25.4 * dpi), round(297 / 25.4 * dpi), QImage.Format.Format_RGB32)
        image.fill(QColor(Qt.GlobalColor.lightGray))
        if self._late:
            self.waiting.append((deliver, image))
        else:
            deliver(image)

    @property
    def full(self) -> list[tuple[int, int]]:
        """Without the thumbnails."""
        return [(page, dpi) for page, dpi in self.asked if dpi > 20]


@pytest.fixture
def view(qtbot: QtBot) -> PageView:
    view = PageView()
    qtbot.addWidget(view)
    view.resize(700, 600)
    view.show()
    QTest.qWaitForWindowExposed(view, 60_000)
    return view


def no_drawing(painter: QPainter) -> None:
    painter.drawRect(QRectF(0, 0, 70, 32))


def test_keys_turn_the_pages(view: PageView, qtbot: QtBot) -> None:
    view.show_pages(Document(3).pages)
    with qtbot.waitSignal(view.paged) as told:
        QTest.keyClick(view.canvas, Qt.Key.Key_PageDown)
    assert told.args == [1]
    QTest.keyClick(view.canvas, Qt.Key.Key_End)
    QTest.keyClick(view.canvas, Qt.Key.Key_PageDown)
    assert view.canvas.page == 2
    QTest.keyClick(view.canvas, Qt.Key.Key_Home)
    assert view.canvas.page == 0


def test_a_closer_look_is_sharper(view: PageView, qtbot: QtBot) -> None:
    document = Document(1)
    view.show_pages(document.pages)
    first = document.full[-1][1]
    for _ in range(5):
        QTest.keyClick(view.canvas, Qt.Key.Key_Plus)
    qtbot.waitUntil(lambda: document.full[-1][1] > first)
    asked = len(document.asked)
    QTest.keyClick(view.canvas, Qt.Key.Key_0)
    assert len(document.asked) == asked


def test_fit_page_shows_the_whole_paper(view: PageView) -> None:
    view.show_pages(Document(1).pages)
    view.canvas.fit("page")
    place = view.canvas.mapFromScene(QRectF(0, 0, *A4)).boundingRect()
    assert view.canvas.viewport().rect().contains(place)
    view.canvas.turn()
    place = view.canvas.mapFromScene(QRectF(0, 0, *A4)).boundingRect()
    assert place.width() > place.height()
    assert view.canvas.viewport().rect().contains(place)


def test_a_late_page_of_another_document_is_not_shown(view: PageView) -> None:
    old, new = Document(1, late=True), Document(1, late=True)
    view.show_pages(old.pages)
    view.show_pages(new.pages)
    before = view.canvas.grab().toImage()
    for deliver, image in old.waiting:
        deliver(image)
    assert view.canvas.grab().toImage() == before
    for deliver, image in new.waiting:
        deliver(image)
    assert view.canvas.grab().toImage() != before


def test_only_the_pages_looked_at_are_drawn_small(view: PageView) -> None:
    document = Document(500)
    view.show_pages(document.pages)
    view.grab()
    assert len({page for page, dpi in document.asked if dpi == 20}) < 20


def test_a_stamp_is_moved_by_keys_and_stays_on_the_paper(view: PageView, qtbot: QtBot) -> None:
    view.show_pages(Document(2).pages)
    stamp = Layer(0, 70, 32, no_drawing, movable=True)
    view.add_layer(stamp, 100, 10)
    view.canvas.setFocus()
    stamp.setFocus()
    with qtbot.waitSignal(stamp.placed) as told:
        QTest.keyClick(view.canvas.viewport(), Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert told.args == [110.0, 10.0]
    stamp.setPos(QPointF(500, -50))
    assert (stamp.x(), stamp.y()) == (210 - 70 - 3, 3)


def test_a_layer_belongs_to_its_page(view: PageView) -> None:
    view.show_pages(Document(2).pages)
    stamp = Layer(0, 70, 32, no_drawing)
    view.add_layer(stamp, 100, 10)
    view.canvas.go(1)
    assert not stamp.isVisible()
    view.canvas.go(0)
    assert stamp.isVisible()


def test_outlines_replace_each_other(view: PageView) -> None:
    view.show_pages(Document(1).pages)
    bare = view.canvas.grab().toImage()
    view.show_outlines([Outline(0, QRectF(30, 40, 60, 8), "ที่")])
    assert view.canvas.grab().toImage() != bare
    view.show_outlines([])
    assert view.canvas.grab().toImage() == bare


def test_without_pages_it_says_so(view: PageView) -> None:
    view.empty.say("ยังไม่มีหน้า", "สแกนหรือนำเข้าไฟล์")
    view.show_pages(None)
    assert view.empty.isVisible()
    assert not view.canvas.isVisible()


def test_the_number_of_a_page_leads_there(view: PageView, qtbot: QtBot) -> None:
    view.show_pages(Document(30).pages)
    QTest.keyClick(view, Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    number = view.tools.number
    assert number.hasFocus()
    QTest.keyClicks(number, "12")
    QTest.keyClick(number, Qt.Key.Key_Return)
    assert (view.canvas.page, number.text(), view.canvas.hasFocus()) == (11, "12", True)
    view.tools.ask_page()
    QTest.keyClicks(number, "7")
    QTest.keyClick(number, Qt.Key.Key_Escape)
    assert (view.canvas.page, number.text()) == (11, "12")
    view.tools.ask_page()
    QTest.keyClicks(number, "999")
    QTest.keyClick(number, Qt.Key.Key_Return)
    assert view.canvas.page == 29


def test_held_keys_turn_the_view_and_bring_the_real_size(view: PageView) -> None:
    view.show_pages(Document(1).pages)
    ctrl = Qt.KeyboardModifier.ControlModifier
    QTest.keyClick(view.canvas, Qt.Key.Key_0, ctrl)
    assert round(view.canvas.scale_now * 25.4) == 96
    QTest.keyClick(view.canvas, Qt.Key.Key_0)
    across = view.canvas.mapFromScene(QRectF(0, 0, *A4)).boundingRect()
    assert across.height() > across.width()
    QTest.keyClick(view.canvas, Qt.Key.Key_Right, ctrl)
    lying = view.canvas.mapFromScene(QRectF(0, 0, *A4)).boundingRect()
    assert lying.width() > lying.height()


def test_arrows_move_the_page_under_the_eye(view: PageView) -> None:
    view.show_pages(Document(1).pages)
    for _ in range(6):
        QTest.keyClick(view.canvas, Qt.Key.Key_Plus)
    down, across = view.canvas.verticalScrollBar(), view.canvas.horizontalScrollBar()
    before = down.value(), across.value()
    QTest.keyClick(view.canvas, Qt.Key.Key_Down)
    QTest.keyClick(view.canvas, Qt.Key.Key_Right)
    assert down.value() > before[0]
    assert across.value() > before[1]


def test_pages_further_on_are_drawn_ahead(view: PageView) -> None:
    document = Document(9)
    view.show_pages(document.pages)
    assert {page for page, _ in document.full} == {0, 1, 2}
    view.canvas.go(1)
    assert {page for page, _ in document.full} == {0, 1, 2, 3}


def test_beside_a_page_that_was_leapt_to_nothing_is_drawn_before_somebody_stays_there(
    view: PageView, qtbot: QtBot
) -> None:
    document = Document(30)
    view.show_pages(document.pages)
    view.canvas.go(20)
    view.canvas.go(10)
    assert {page for page, _ in document.full} == {0, 1, 2, 10, 20}
    qtbot.waitUntil(lambda: {page for page, _ in document.full} == {0, 1, 2, 8, 9, 10, 11, 20})
    view.canvas.go(9)
    assert {page for page, _ in document.full} == {0, 1, 2, 7, 8, 9, 10, 11, 20}


def test_a_document_that_is_put_away_is_let_go(view: PageView) -> None:
    rested: list[int] = []
    old = Document(2)
    view.show_pages(Pages(old.pages.sizes, old.render, rest=lambda: rested.append(1)))
    view.show_pages(Document(1).pages)
    assert rested == [1]
