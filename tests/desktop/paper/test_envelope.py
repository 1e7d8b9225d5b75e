"""Envelopes in their sizes, and the address where a window shows it, measured in the finished PDF."""

from dataclasses import replace
from typing import Any

import pypdfium2
import pytest

from desktop.paper.official.envelope import (
    FOLDS,
    MEASURES,
    WINDOW_BOTTOM,
    WINDOW_LEFT,
    WINDOW_RIGHT,
    WINDOW_TOP,
    EnvelopePaper,
    Size,
    envelope_pdf,
    window_pdf,
)
from desktop.paper.pages import page_sizes_mm, page_text
from tests.desktop.paper.papers import NINE_TWENTY

ENVELOPE = EnvelopePaper(
    "สำนักงานเทศบาลเมืองแม่เหียะ",
    "1 หมู่ 10 ตำบลแม่เหียะ อำเภอเมืองเชียงใหม่ จังหวัดเชียงใหม่ 50100",
    "ชม 52301/1842",
    "เรียน",
    ("ผู้ว่าราชการจังหวัดเชียงใหม่", "ศาลากลางจังหวัดเชียงใหม่ ถนนโชตนา", "ตำบลช้างเผือก อำเภอเมืองเชียงใหม่", "จังหวัดเชียงใหม่ 50300"),
    "ส่งรายชื่อผู้เข้าร่วมพิธี",
    "ด่วนที่สุด",
)


def boxes(pdf: bytes) -> list[tuple[float, float, float, float]]:
    """Left, top, right, bottom of every text of the first page, mm from the top left."""
    document = pypdfium2.PdfDocument(pdf)
    page = document[0]
    high = page.get_height()
    found: list[Any] = [one.get_bounds() for one in page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_TEXT])]
    page.close()
    document.close()
    scale = 25.4 / 72
    return [(box[0] * scale, (high - box[3]) * scale, box[2] * scale, (high - box[1]) * scale) for box in found]


@pytest.mark.parametrize("size", list(Size))
def test_an_envelope_has_its_size_and_everything_stands_on_it(size: Size) -> None:
    pdf = envelope_pdf(replace(ENVELOPE, secrecy="ลับ"), size, NINE_TWENTY)
    width, height = MEASURES[size]
    assert page_sizes_mm(pdf)[0] == pytest.approx((width, height), abs=0.1)
    assert all(
        left >= 5 and top >= 0 and right <= width - 5 and bottom <= height for left, top, right, bottom in boxes(pdf)
    )
    said = page_text(pdf)
    for words in ("ด่วนที่สุด", "ผู้ว่าราชการจังหวัดเชียงใหม่", "๕๐๓๐๐", "ชม ๕๒๓๐๑/๑๘๔๒", "สำนักงานเทศบาลเมืองแม่เหียะ", "ลับ"):
        assert words in said


@pytest.mark.parametrize("more", range(6))
def test_the_address_stands_in_the_window_whatever_its_length(more: int) -> None:
    """And nothing else does."""
    lines = (*ENVELOPE.to_lines, *(f"บรรทัดที่อยู่เพิ่มเติม {n}" for n in range(more)))[: 4 + more]
    pdf = window_pdf(replace(ENVELOPE, to_lines=lines), NINE_TWENTY)
    inside = [box for box in boxes(pdf) if box[3] > 50 and box[1] < FOLDS[0] - 5]
    assert len(inside) >= 4
    for left, top, right, bottom in inside:
        assert left >= WINDOW_LEFT - 0.5
        assert right <= WINDOW_RIGHT + 0.5
        assert top >= WINDOW_TOP - 1
        assert bottom <= WINDOW_BOTTOM + 1
    assert "เรียน ผู้ว่าราชการจังหวัดเชียงใหม่" in " ".join(page_text(pdf).split())


def test_the_cover_sheet_tells_what_is_in_the_envelope() -> None:
    said = page_text(window_pdf(ENVELOPE, NINE_TWENTY))
    assert "ใบนำส่งหนังสือ" in said
    assert "ส่งรายชื่อผู้เข้าร่วมพิธี" in said
