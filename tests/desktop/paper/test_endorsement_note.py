"""An endorsement on the page: where there is room, what stands there as text, and which page it was put on."""

from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from desktop.office.errors import OfficeError
from desktop.paper.blank_space import place_for
from desktop.paper.endorsement_note import MOST_WIDE_MM, EndorsementNote, draw_note
from desktop.paper.ops import Paper, Rect, Sheet, Text
from desktop.paper.overlay import Overlay, lay_all_over
from desktop.paper.page_digest import page_digest, page_digests
from desktop.paper.pages import page_text, render
from desktop.paper.pdf import to_pdf
from tests.helpers.rasters import assert_golden, grey

AT = datetime(2026, 1, 14, 3, 24, tzinfo=UTC)
ACTING = EndorsementNote(
    "เรียน นายกเทศมนตรี\n- เพื่อโปรดพิจารณา เห็นควรมอบกองช่างตรวจสอบข้อเท็จจริงและรายงานผลภายในวันที่ ๑๖ มกราคม ๒๕๖๙",
    (
        "(นางสาวนิภา ปลัดแทนดี)",
        "รองปลัดเทศบาล รักษาราชการแทน",
        "ปลัดเทศบาล ปฏิบัติราชการแทน",
        "นายกเทศมนตรีเมืองแม่เหียะ",
    ),
    AT,
)


def page_with(*boxes: tuple[float, float, float, float], pages: int = 1) -> bytes:
    """A4 pages with black boxes (mm)."""
    marks = tuple(Rect(*box, line_mm=0, fill="#000000") for box in boxes)
    return to_pdf(Paper("หน้า", "ผู้ทดสอบ", AT, (Sheet(210, 297, marks),) * pages))


def test_the_block_stands_under_the_words_line_by_line() -> None:
    drawn = draw_note(ACTING)
    said = [op.text for op in drawn.ops if isinstance(op, Text)]
    assert said[0] == "เรียน นายกเทศมนตรี"
    assert said[-5:] == [*ACTING.block, "๑๔ ม.ค. ๒๕๖๙ ๑๐.๒๔ น."]
    assert drawn.width_mm <= MOST_WIDE_MM


def test_it_copies_out_as_it_was_written() -> None:
    drawn = draw_note(ACTING)
    laid = lay_all_over(page_with(pages=2), [Overlay(drawn.paper(ACTING), 1, 20, 180)])
    text = page_text(laid, 1)
    for line in ACTING.block:
        assert line in text
    assert page_text(laid, 0).strip() == ""


def test_a_flawed_one_says_so_on_the_paper() -> None:
    flawed = EndorsementNote("อนุมัติ", ("(นายวิชัย)", "นายกเทศมนตรี"), AT, flawed=True)
    words = "อยู่ระหว่างตรวจสอบอำนาจลงนาม"
    assert words in [op.text for op in draw_note(flawed).ops if isinstance(op, Text)]


def test_the_three_posts_look_as_on_paper() -> None:
    drawn = draw_note(ACTING)
    sheet = Sheet(drawn.width_mm, drawn.height_mm, drawn.ops)
    assert_golden(grey(to_pdf(Paper("เกษียณ", "", AT, (sheet,)))), "endorsement-acting")


def test_it_goes_to_the_lower_left_of_an_empty_page_and_beside_what_stands_there() -> None:
    x, y = place_for(page_with(), 0, 80, 50)
    assert (x, y + 50) == pytest.approx((16, 288), abs=2)
    beside, _ = place_for(page_with(), 0, 80, 50, [(x, y, 80, 50)])
    assert beside >= x + 80
    above = place_for(page_with((10, 200, 190, 90)), 0, 80, 50)
    assert above[1] + 50 <= 201


def test_a_full_page_takes_it_where_it_covers_least() -> None:
    full = page_with((0, 0, 210, 140), (0, 170, 210, 127))
    _, y = place_for(full, 0, 80, 50)
    assert 115 <= y <= 145
    with pytest.raises(IndexError):
        place_for(full, 3, 80, 50)


def test_a_page_keeps_its_digest_whatever_is_added_behind_it() -> None:
    one, other = page_with((10, 10, 30, 30)), page_with((10, 10, 30, 31))
    assert page_digest(one, 0) == page_digest(one, 0) != page_digest(other, 0)
    with pikepdf.open(BytesIO(one)) as front, pikepdf.open(BytesIO(other)) as back:
        front.pages.extend(back.pages)
        out = BytesIO()
        front.save(out, compress_streams=False)
    longer = out.getvalue()
    assert longer[:200] != one[:200]
    assert page_digest(longer, 0) == page_digest(one, 0)
    assert page_digests(longer) == (page_digest(one, 0), page_digest(other, 0))
    with pytest.raises(IndexError):
        page_digest(one, 1)
    with pytest.raises(OfficeError, match="document.torn"):
        page_digest(b"%PDF-1.7 nothing", 0)


def test_a_page_that_was_stamped_is_another_page(tmp_path: Path) -> None:
    one = page_with()
    laid = lay_all_over(one, [Overlay(draw_note(ACTING).paper(ACTING), 0, 20, 20)])
    assert page_digest(laid, 0) != page_digest(one, 0)
    assert render(laid, 0, 20).data != render(one, 0, 20).data
