"""The text that a PDF brings is a reading of its page, right in Thai, with the places of its words."""

from io import BytesIO

import pikepdf
import pytest

from desktop.paper.ops import Rect, Text
from desktop.reading.finding import find
from desktop.reading.pdf_text import pdf_text
from tests.desktop.paper.papers import a_paper


def paper(*lines: str) -> bytes:
    return a_paper(*(Text(30, 50 + 10 * place, line) for place, line in enumerate(lines)))


def turned(pdf: bytes, degrees: int) -> bytes:
    with pikepdf.open(BytesIO(pdf)) as opened:
        opened.pages[0].rotate(degrees, relative=False)
        out = BytesIO()
        opened.save(out)
        return out.getvalue()


def test_thai_is_read_as_it_was_written() -> None:
    reading = pdf_text(paper("ที่ ชม ๐๐๒๓.๓/๒๙๐๑", "น้ำท่วมที่ปั่นป่วน ผู้ใหญ่ ฐานะ"))
    assert reading.text == "ที่ ชม ๐๐๒๓.๓/๒๙๐๑\nน้ำท่วมที่ปั่นป่วน ผู้ใหญ่ ฐานะ"
    assert (round(reading.width_mm), round(reading.height_mm)) == (210, 297)


def test_words_are_found_where_they_stand() -> None:
    ((box,),) = find(pdf_text(paper("ขอเชิญประชุม", "เรื่องน้ำท่วม")), "น้ำท่วม")
    assert box.top < 60 < box.bottom + 1
    assert 36 < box.left < 44
    assert box.right < 62


@pytest.mark.parametrize("degrees", [90, 180, 270])
def test_places_are_those_of_the_page_as_it_is_turned(degrees: int) -> None:
    straight = find(pdf_text(paper("น้ำท่วม")), "น้ำท่วม")[0][0]
    reading = pdf_text(turned(paper("น้ำท่วม"), degrees))
    ((box,),) = find(reading, "น้ำท่วม")
    expected = {
        90: (297 - straight.bottom, straight.left),
        180: (210 - straight.right, 297 - straight.bottom),
        270: (straight.top, 210 - straight.right),
    }[degrees]
    assert (box.left, box.top) == pytest.approx(expected, abs=0.1)


def test_a_page_without_text_is_blank_to_it() -> None:
    reading = pdf_text(a_paper(Rect(20, 20, 50, 50, 0, fill="#FF0000")))
    assert reading.lines == ()
    assert reading.quality.is_blank
