"""Documents from outside are opened, measured and drawn, or refused with a reason."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from desktop.office.errors import OfficeError
from desktop.paper import pages
from desktop.paper.ops import Rect
from tests.desktop.paper.papers import a_paper

ASKING: tuple[Callable[[pages.Source], Any], ...] = (
    pages.page_count,
    pages.page_size_mm,
    pages.render,
    pages.page_text,
)


def encrypted() -> bytes:
    out = BytesIO()
    with pikepdf.open(BytesIO(a_paper())) as document:
        document.save(out, encryption=pikepdf.Encryption(owner="o", user="u"))
    return out.getvalue()


def test_a_page_is_drawn_in_the_size_and_colours_it_has() -> None:
    drawn = pages.render(a_paper(Rect(0, 0, 50, 40, 0, fill="#FF0000"), width_mm=100, height_mm=80), dpi=25.4)
    assert (drawn.width, drawn.height, drawn.dpi) == pytest.approx((100, 80, 25.4), abs=1)  # a started pixel counts
    assert len(drawn.data) == drawn.stride * drawn.height
    pixel = 10 * drawn.stride + 10 * 4
    assert drawn.data[pixel : pixel + 3] == b"\x00\x00\xff"
    white = 60 * drawn.stride + 60 * 4
    assert drawn.data[white : white + 3] == b"\xff\xff\xff"


def test_a_file_is_read_like_its_bytes(tmp_path: Path) -> None:
    pdf = a_paper(pages=3)
    (tmp_path / "หนังสือ.pdf").write_bytes(pdf)
    assert pages.page_count(tmp_path / "หนังสือ.pdf") == 3
    assert pages.render(tmp_path / "หนังสือ.pdf", 2, 50) == pages.render(pdf, 2, 50)


def test_a_poster_is_drawn_coarser_instead_of_filling_the_memory() -> None:
    drawn = pages.render(a_paper(width_mm=4000, height_mm=4000), dpi=300)
    assert drawn.width * drawn.height <= pages.MOST_PIXELS * 1.01
    assert drawn.dpi < 300


def test_five_hundred_pages_are_counted_and_the_last_one_drawn() -> None:
    pdf = a_paper(pages=500)
    assert pages.page_count(pdf) == 500
    assert pages.render(pdf, 499, 20).width > 0


def test_a_page_that_is_not_there_is_a_fault_of_ours() -> None:
    for page in (-1, 1):
        with pytest.raises(IndexError):
            pages.render(a_paper(), page)


@pytest.mark.parametrize("ask", ASKING)
@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "document.empty"),
        (b"\x00" * 5000, "document.torn"),
        (b"<html>not a letter</html>", "document.torn"),
        (a_paper()[:400], "document.torn"),
        (encrypted(), "document.encrypted"),
    ],
    ids=["empty", "zeros", "html", "cut", "encrypted"],
)
def test_what_cannot_be_opened_says_why(
    ask: Callable[[pages.Source], Any], data: bytes, code: str, tmp_path: Path
) -> None:
    kept = tmp_path / "document.pdf"
    kept.write_bytes(data)
    for source in (data, kept):
        with pytest.raises(OfficeError) as failure:
            ask(source)
        assert failure.value.code == code
        assert all(failure.value.describe("th") + failure.value.describe("en"))


def test_many_threads_may_ask_at_once() -> None:
    pdf = a_paper(pages=4)
    with ThreadPoolExecutor(4) as pool:
        drawn = list(pool.map(lambda page: pages.render(pdf, page % 4, 60), range(24)))
    assert all(picture == drawn[0] for picture in drawn)


class Apart:
    """A file that is read by parts, and counts how often."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self.times = 0

    def opened(self) -> BytesIO:
        self.times += 1
        return BytesIO(self._data)


def test_what_is_read_by_parts_looks_the_same() -> None:
    pdf = a_paper(pages=2)
    assert pages.render(Apart(pdf), 1, 50) == pages.render(pdf, 1, 50)
    assert pages.page_sizes_mm(Apart(pdf)) == pages.page_sizes_mm(pdf)
    assert pages.page_signs(Apart(pdf)) == pages.page_signs(pdf)


def test_a_held_document_is_opened_once_and_again_after_it_was_closed() -> None:
    apart = Apart(a_paper(pages=3))
    held = pages.Held(apart)
    assert [pages.render(held, page, 30).dpi for page in range(3)] == [30] * 3
    assert apart.times == 1
    held.close()
    held.close()
    assert pages.page_count(held) == 3
    assert apart.times == 2
    held.close()


def test_a_held_document_does_not_pile_up_what_was_drawn() -> None:
    apart = Apart(a_paper(pages=3))
    held = pages.Held(apart)
    for turn in range(60):
        pages.render(held, turn % 3, 20)
    assert apart.times == 3
    held.close()


@pytest.mark.parametrize(("data", "code"), [(b"", "document.empty"), (b"%PDF-1.7 torn", "document.torn")])
def test_what_is_held_is_refused_like_anything_else(data: bytes, code: str) -> None:
    held = pages.Held(Apart(data))
    for _ in range(2):
        with pytest.raises(OfficeError) as caught:
            pages.page_count(held)
        assert caught.value.code == code
