"""The invisible text of a scanned document: right Thai in poppler and PDFium, on a picture that is not touched."""

import io
import subprocess
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from PIL import Image

from desktop.office.errors import OfficeError
from desktop.paper.pages import page_text
from desktop.reading.model import Box, Line, PageReading, Quality, Word
from desktop.reading.text_layer import with_text
from tests.helpers.captured import from_bytes

_LINES = (
    "ที่ มท ๐๘๑๐.๔/ว ๖๗๘๙",
    "เรื่อง ขอเชิญประชุมคณะกรรมการป้องกันสาธารณภัย",
    "น้ำท่วม ปี ๒๕๖๙ ฐานที่ตั้ง กตัญญู ก่อนวันที่ ๓๐ จำนวน ๔ ชุด",
)


def _reading(width: float = 210.0, height: float = 297.0, quality: Quality | None = None) -> PageReading:
    lines = []
    for place, text in enumerate(_LINES):
        left, words = 30.0, []
        for word in text.split():
            wide = 2.2 * sum(char not in "ัิีึืุู็่้๊๋์ํ" for char in word)
            words.append(Word(word, Box(left, 40.0 + 10 * place, wide, 4.5), 0.9))
            left += wide + 1.5
        lines.append(Line(tuple(words)))
    return PageReading(width, height, tuple(lines), quality or Quality(), "by hand")


def _scan(turn: int = 0) -> bytes:
    picture = Image.effect_noise((1240, 1754), 20).convert("L").rotate(turn, expand=True)
    file = io.BytesIO()
    picture.save(file, "JPEG", quality=60, dpi=(150, 150))
    return from_bytes(file.getvalue(), "scan.jpg").data


def _poppler(pdf: bytes, folder: Path) -> str:
    path = folder / "read.pdf"
    path.write_bytes(pdf)
    done = subprocess.run(["pdftotext", "-enc", "UTF-8", str(path), "-"], capture_output=True, check=True)
    return done.stdout.decode()


def _images(pdf: bytes) -> list[bytes]:
    with pikepdf.open(io.BytesIO(pdf)) as document:
        return [
            bytes(image.read_raw_bytes())
            for page in document.pages
            for image in page.get_images(recursive=False).values()
        ]


@pytest.mark.parametrize("skew", [0.0, 1.3])
def test_copied_text_is_right_thai(skew: float, tmp_path: Path) -> None:
    pdf = with_text(_scan(), {0: _reading(quality=Quality(skew=skew))})
    assert [line.strip() for line in _poppler(pdf, tmp_path).splitlines() if line.strip("\f ")] == list(_LINES)
    assert [line.strip() for line in page_text(pdf).splitlines() if line.strip()] == list(_LINES)


@pytest.mark.parametrize("turned", [90, 180, 270])
def test_a_page_that_lies_turned_is_written_along_its_lines(turned: int, tmp_path: Path) -> None:
    """Poppler reads such lines in an order of its own; every word is found all the same."""
    pdf = with_text(_scan(turned), {0: _reading(quality=Quality(turned=turned))})
    for word in " ".join(_LINES).split():
        assert word in page_text(pdf)
        assert word in _poppler(pdf, tmp_path)


def test_a_reader_finds_words_where_they_stand() -> None:
    document = pypdfium2.PdfDocument(with_text(_scan(), {0: _reading()}))
    text = document[0].get_textpage()
    found = text.search("ประชุมคณะกรรมการ").get_next()
    assert found is not None
    left, bottom, right, top = text.get_rect(0) if text.count_rects(*found) == 1 else (0, 0, 0, 0)
    assert 297 - top / 72 * 25.4 == pytest.approx(50, abs=3)
    assert 297 - bottom / 72 * 25.4 == pytest.approx(54.5, abs=3)
    assert 30 < left / 72 * 25.4 < right / 72 * 25.4 < 210
    document.close()


def test_the_picture_stays_byte_for_byte() -> None:
    scan = _scan()
    pdf = with_text(scan, {0: _reading()})
    assert _images(pdf) == _images(scan)
    assert len(pdf) - len(scan) < 60_000


def test_pages_that_were_not_read_are_left_alone(tmp_path: Path) -> None:
    assert page_text(with_text(_scan(), {})) == ""
    empty = PageReading(210.0, 297.0, (), Quality(is_blank=True), "by hand")
    assert page_text(with_text(_scan(), {0: empty})) == ""


def test_what_is_no_pdf_is_refused() -> None:
    with pytest.raises(OfficeError, match=r"document\.torn"):
        with_text(b"no pdf", {0: _reading()})
