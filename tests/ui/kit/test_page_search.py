"""Words are looked for page by page, and walked through from the page in view on."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop.reading.model import Box
from ui.kit.page_search import PageSearch
from ui.kit.page_source import A4, AT_ONCE, DeliverImage, Hits, Pages, Wish
from ui.kit.page_view import PageView


class Book:
    """Pages on which words stand so many times each; it answers at once, or when it is told to."""

    def __init__(self, *times: int, late: bool = False) -> None:
        self._times, self._late = times, late
        self.waiting: list[tuple[Callable[[Hits], None], Hits, Wish]] = []
        self.looked: list[int] = []
        self.pages = Pages((A4,) * len(times), self.render, self.find, self.text)

    def render(self, page: int, dpi: int, deliver: DeliverImage, wish: Wish = AT_ONCE) -> None:
        image = QImage(round(210 / 25.4 * dpi), round(297 / 25.4 * dpi), QImage.Format.Format_RGB32)
        image.fill(QColor(Qt.GlobalColor.white))
        deliver(image)

    def find(self, page: int, words: str, deliver: Callable[[Hits], None], wish: Wish) -> None:
        self.looked.append(page)
        hits = tuple((Box(20, 20 + 20 * place, 40, 6),) for place in range(self._times[page]))
        if self._late:
            self.waiting.append((deliver, hits, wish))
        else:
            deliver(hits)

    def text(self, page: int, deliver: Callable[[str], None]) -> None:
        deliver(f"หน้าที่ {page + 1}" if self._times[page] else "")

    def answer(self) -> None:
        deliver, hits, wish = self.waiting.pop(0)
        if wish.still():
            deliver(hits)


@pytest.fixture
def search(qapp: QGuiApplication) -> PageSearch:
    return PageSearch()


def test_it_begins_at_the_page_in_view_and_counts_in_the_order_of_the_pages(search: PageSearch) -> None:
    book = Book(2, 0, 1, 3)
    search.look_for("คำ", book.pages, 2)
    assert book.looked == [2, 3, 0, 1]
    assert (search.number, search.total) == (3, 6)
    assert search.current == (2, 0)
    search.step(1)
    assert (search.number, search.current) == (4, (3, 0))


def test_the_way_leads_round_the_ends(search: PageSearch) -> None:
    search.look_for("คำ", Book(1, 2).pages, 0)
    seen = []
    for _ in range(4):
        seen.append(search.current)
        search.step(1)
    assert seen == [(0, 0), (1, 0), (1, 1), (0, 0)]
    search.step(-1)
    search.step(-1)
    assert search.current == (1, 1)


def test_hits_are_there_before_every_page_was_looked_at(search: PageSearch) -> None:
    book = Book(0, 1, 1, late=True)
    search.look_for("คำ", book.pages, 0)
    book.answer()
    assert (search.total, search.looked_at, search.is_over) == (0, 1, False)
    book.answer()
    assert (search.number, search.total, search.is_over) == (1, 1, False)
    book.answer()
    assert (search.total, search.is_over) == (2, True)


def test_other_words_end_the_search_that_was_under_way(search: PageSearch) -> None:
    book = Book(1, 1, 1, late=True)
    search.look_for("คำ", book.pages, 0)
    search.look_for("อื่น", book.pages, 1)
    while book.waiting:
        book.answer()
    assert search.total == 3
    assert book.looked == [0, 1, 2, 0]


@pytest.fixture
def view(qtbot: QtBot) -> PageView:
    view = PageView()
    qtbot.addWidget(view)
    view.resize(900, 700)
    view.show()
    QTest.qWaitForWindowExposed(view, 60_000)
    return view


def says(view: PageView) -> str:
    return view.find_bar._says.text()


def test_the_find_bar_opens_by_its_key_and_says_which_of_how_many(view: PageView, qtbot: QtBot) -> None:
    view.show_pages(Book(1, 2).pages)
    assert view.find_bar.isHidden()
    QTest.keyClick(view, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert view.find_bar.box.hasFocus()
    view.find_bar.box.setText("น้ำท่วม")
    QTest.keyClick(view.find_bar.box, Qt.Key.Key_Return)
    assert says(view) == "1 จาก 3"
    QTest.keyClick(view.find_bar.box, Qt.Key.Key_Return)
    assert (says(view), view.canvas.page) == ("2 จาก 3", 1)
    QTest.keyClick(view.find_bar.box, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert (says(view), view.canvas.page) == ("1 จาก 3", 0)


def test_found_words_are_marked_and_the_marks_go_with_the_search(view: PageView) -> None:
    view.show_pages(Book(2).pages)
    bare = view.canvas.grab().toImage()
    view.look_for("น้ำท่วม")
    marked = view.canvas.grab().toImage()
    assert marked != bare
    QTest.keyClick(view.canvas, Qt.Key.Key_Return)
    assert view.canvas.grab().toImage() != marked
    QTest.keyClick(view.find_bar.box, Qt.Key.Key_Escape)
    assert view.canvas.grab().toImage() == bare
    assert view.canvas.hasFocus()


def test_nothing_found_is_said(view: PageView) -> None:
    view.show_pages(Book(0, 0).pages)
    view.ask_words()
    view.look_for("น้ำท่วม")
    assert says(view) == "ไม่พบ"


def test_a_search_under_way_says_how_far_it_is(view: PageView) -> None:
    book = Book(0, 0, 0, late=True)
    view.show_pages(book.pages)
    view.ask_words()
    view.look_for("น้ำท่วม")
    book.answer()
    assert says(view) == "ค้นถึงหน้า 1/3"


def test_the_text_of_the_page_goes_to_the_clipboard(view: PageView) -> None:
    view.show_pages(Book(1, 0).pages)
    QTest.keyClick(view.canvas, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "หน้าที่ 1"
    view.canvas.go(1)
    view.copy_text()
    assert QGuiApplication.clipboard().text() == "หน้าที่ 1"
    assert "หน้านี้ยังไม่มีข้อความให้คัดลอก" in [words.text() for words in view.findChildren(QLabel)]


def test_where_words_are_not_known_nothing_is_offered(view: PageView) -> None:
    book = Book(1)
    view.show_pages(Pages(book.pages.sizes, book.render))
    assert not view.tools._find.isVisible()
    assert not view.tools._copy.isVisible()
    view.show_pages(book.pages)
    assert view.tools._find.isVisible()
