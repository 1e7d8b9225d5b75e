"""Pages of a document are drawn in the order in which they are wanted; what nobody waits for any more is not."""

from collections.abc import Callable, Iterator
from concurrent.futures import Future
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from PySide6.QtCore import QObject
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from desktop.office.errors import OfficeError
from desktop.paper.ops import Text
from desktop.paper.pages import page_sizes_mm
from desktop.reading.model import Box, Line, PageReading, Quality, Word
from tests.desktop.paper.papers import a_paper
from ui.kit.page_source import AT_ONCE, Hits, Pages, Rank, Wish
from ui.page_drawer import MOST_KEPT
from ui.pdf_pages import pdf_pages
from ui.work import Worker


class Aside:
    """A worker that does nothing before it is told to, so that an order can be seen."""

    def __init__(self) -> None:
        self.waiting: list[tuple[Callable[[], Any], Callable[[Any], None] | None]] = []
        self._failed: Callable[[Exception], None] | None = None
        self.told: list[Exception] = []

    def run(self, fn: Callable[[], Any], **how: Any) -> Future[Any]:
        self.waiting.append((fn, how.get("on_done")))
        self._failed = how.get("on_failed")
        return Future()

    def tell(self, error: Exception) -> None:
        self.told.append(error)

    def do(self) -> None:
        """The next thing."""
        fn, done = self.waiting.pop(0)
        try:
            result = fn()
        except OfficeError as error:
            assert self._failed is not None
            self._failed(error)
            return
        if done is not None:
            done(result)


@pytest.fixture
def aside() -> Aside:
    return Aside()


@pytest.fixture
def pages(aside: Aside, qapp: QObject) -> Pages:
    return opened(a_paper(pages=9), aside)


def opened(pdf: bytes, aside: Aside, **more: Any) -> Pages:
    worker: Any = aside
    return pdf_pages(pdf, page_sizes_mm(pdf), worker, QObject(), **more)


class Arrivals(list[int]):
    """Which pages came, in their order."""

    def of(self, page: int) -> Callable[[QImage], None]:
        return lambda image: self.append(page)


def test_the_page_looked_at_comes_before_neighbours_and_small_pictures(pages: Pages, aside: Aside) -> None:
    came = Arrivals()
    pages.render(0, 30, came.of(0), Wish(Rank.SMALL))
    pages.render(1, 30, came.of(1), Wish(Rank.SMALL))
    pages.render(2, 30, came.of(2), Wish(Rank.NEAR))
    pages.render(3, 30, came.of(3), AT_ONCE)
    assert len(aside.waiting) == 1
    for _ in range(4):
        aside.do()
    assert came == [0, 3, 2, 1]


def test_what_is_not_wanted_any_more_is_dropped(pages: Pages, aside: Aside) -> None:
    came, seen = Arrivals(), [0]

    def is_seen(page: int) -> bool:
        return seen[0] == page

    for page in range(6):
        seen[0] = page
        pages.render(page, 30, came.of(page), Wish(Rank.SEEN, partial(is_seen, page)))
    while aside.waiting:
        aside.do()
    assert came == [0, 5]


def test_a_page_that_was_drawn_is_there_at_once(pages: Pages, aside: Aside) -> None:
    came = Arrivals()
    pages.render(4, 30, came.of(4), Wish(Rank.NEAR))
    pages.render(4, 30, came.of(4), AT_ONCE)
    aside.do()
    assert came == [4, 4]
    assert not aside.waiting
    pages.render(4, 30, came.of(4), AT_ONCE)
    assert came == [4, 4, 4]


def test_drawn_pages_are_kept_within_a_bound(pages: Pages, aside: Aside) -> None:
    for page in range(9):
        pages.render(page, 150, lambda image: None, AT_ONCE)
        aside.do()
    drawer: Any = pages.render.__self__  # type: ignore[attr-defined]
    kept = sum(image.sizeInBytes() for image in drawer._kept.values())
    assert 1 < len(drawer._kept) < 9
    assert kept <= MOST_KEPT


def test_resting_lets_everything_go_and_it_can_be_asked_again(pages: Pages, aside: Aside) -> None:
    came = Arrivals()
    pages.render(0, 30, came.of(0), AT_ONCE)
    pages.render(1, 30, came.of(1), AT_ONCE)
    pages.rest()
    while aside.waiting:
        aside.do()
    assert came == [0]
    pages.render(1, 30, came.of(1), AT_ONCE)
    aside.do()
    assert came == [0, 1]


def look_at(pages: Pages, page: int, seen: list[int], came: list[str], dpi: int = 150) -> None:
    """Asks for a page as a page view does."""
    wish = Wish(Rank.SEEN, lambda: seen[0] == page, lambda image: came.append(f"sketch {page} {image.width()}"))
    pages.render(page, dpi, lambda image: came.append(f"sharp {page} {image.width()}"), wish)


def a_scan(pages: int) -> bytes:
    """At 300 dpi."""
    sheets, file = [Image.new("L", (2480, 3508), 200)] * pages, BytesIO()
    sheets[0].save(file, "PDF", save_all=True, append_images=sheets[1:], resolution=300)
    return file.getvalue()


def test_the_page_looked_at_is_sketched_before_it_is_sharp(aside: Aside, qapp: QObject) -> None:
    pages, came = opened(a_scan(2), aside), list[str]()
    look_at(pages, 1, [1], came, 300)
    while aside.waiting:
        aside.do()
    assert came == ["sketch 1 620", "sharp 1 2481"]
    look_at(pages, 1, [1], came, 300)
    assert came[2:] == ["sharp 1 2481"]  # it is kept
    assert not aside.waiting


def test_a_page_that_is_sharp_at_once_waits_for_none_that_is_drawn_ahead(aside: Aside, qapp: QObject) -> None:
    pages, came = opened(a_scan(4), aside), list[str]()
    pages.render(3, 150, lambda image: came.append("ahead"), Wish(Rank.NEAR))
    look_at(pages, 1, [1], came)
    aside.waiting.reverse()
    aside.do()
    assert came == ["sharp 1 1240"]
    aside.do()
    look_at(pages, 3, [3], came)
    assert came == ["sharp 1 1240", "ahead", "sharp 3 1240"]
    assert not aside.waiting


def test_a_page_that_is_being_drawn_is_not_drawn_twice(aside: Aside, qapp: QObject) -> None:
    pages, came = opened(a_scan(2), aside), list[str]()
    pages.render(1, 150, lambda image: None, Wish(Rank.NEAR))
    look_at(pages, 1, [1], came)
    assert len(aside.waiting) == 1
    aside.do()
    assert came == ["sharp 1 1240"]


def test_only_the_last_of_the_pages_leafed_through_is_drawn(aside: Aside, qapp: QObject) -> None:
    pages, came, seen = opened(a_scan(4), aside), list[str](), [0]
    for page in range(4):
        seen[0] = page
        look_at(pages, page, seen, came)
    while aside.waiting:
        aside.do()
    assert came == ["sharp 0 1240", "sharp 3 1240"]


def test_a_page_that_is_no_scan_is_drawn_as_ever(aside: Aside, pages: Pages) -> None:
    came: list[str] = []
    look_at(pages, 1, [1], came, 72)
    while aside.waiting:
        aside.do()
    assert came == ["sharp 1 596"]


def test_a_torn_document_is_told_and_the_next_wish_is_tried(aside: Aside, qapp: QObject) -> None:
    worker: Any = aside
    pages = pdf_pages(b"%PDF-1.7 torn", ((210.0, 297.0),), worker, QObject())
    for _ in range(2):
        pages.render(0, 30, lambda image: None, AT_ONCE)
        aside.do()
    assert [error.code for error in aside.told if isinstance(error, OfficeError)] == ["document.torn"] * 2
    found: list[Hits] = []
    assert pages.find is not None
    pages.find(0, "ก", found.append, Wish(Rank.WORDS))
    aside.do()
    assert found == [()]


def test_words_are_found_in_the_text_of_the_pdf(aside: Aside, qapp: QObject) -> None:
    pages = opened(a_paper(Text(30, 50, "เรื่องน้ำท่วม")), aside)
    assert look(pages, aside, "น้ำท่วม") == 1
    assert look(pages, aside, "แล้ง") == 0
    assert copied(pages, aside).startswith("เรื่องน้ำท่วม")


def test_what_was_read_of_the_picture_is_found_beside_the_text_of_the_pdf(aside: Aside, qapp: QObject) -> None:
    word = Word("ภัยแล้ง", Box(20, 30, 20, 6), 0.9)
    reading = PageReading(210, 297, (Line((word,)),), Quality(), "test")
    pages = opened(a_paper(Text(30, 50, "เรื่องน้ำท่วม")), aside, readings=lambda page: reading)
    assert look(pages, aside, "น้ำท่วม") == 1
    assert look(pages, aside, "แล้ง") == 1
    assert copied(pages, aside) == "ภัยแล้ง"  # so little text of its own is no page


def test_a_page_with_words_of_its_own_is_copied_as_it_was_typed(aside: Aside, qapp: QObject) -> None:
    reading = PageReading(210, 297, (Line((Word("อ่านผิด", Box(20, 30, 20, 6), 0.4),)),), Quality(), "test")
    typed = "เรียน นายกเทศมนตรี ขอเชิญประชุมคณะกรรมการพัฒนาเทศบาล ครั้งที่ ๓/๒๕๖๙ ณ ห้องประชุมชั้นสอง"
    pages = opened(a_paper(Text(30, 50, typed)), aside, readings=lambda page: reading)
    assert copied(pages, aside).strip() == typed


def look(pages: Pages, aside: Aside, words: str) -> int:
    found: list[Hits] = []
    assert pages.find is not None
    pages.find(0, words, found.append, Wish(Rank.WORDS))
    aside.do()
    return len(found[0])


def copied(pages: Pages, aside: Aside) -> str:
    texts: list[str] = []
    assert pages.text is not None
    pages.text(0, texts.append)
    aside.do()
    return texts[0]


@pytest.fixture
def worker(qtbot: QtBot) -> Iterator[Worker]:
    worker = Worker(None, lambda error: None)  # type: ignore[arg-type]  # nothing is written here
    yield worker
    worker.close()


def test_a_document_on_the_disk_is_drawn_in_the_background(worker: Worker, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "หนังสือ.pdf"
    path.write_bytes(a_paper(pages=3))
    owner, came = QObject(), Arrivals()
    pages = pdf_pages(path, page_sizes_mm(path), worker, owner)
    for page in range(3):
        pages.render(page, 40, came.of(page), AT_ONCE)
    qtbot.waitUntil(lambda: came == [0, 1, 2])
