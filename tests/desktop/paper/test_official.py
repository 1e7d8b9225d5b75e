"""Official letters as the regulation has them, measured in mm in the finished PDF, and their text as it copies out."""

import ctypes
import itertools
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from io import BytesIO
from typing import Any

import pikepdf
import pypdfium2
import pytest
from PIL import Image, ImageChops

from desktop.office.errors import OfficeError
from desktop.paper import pages
from desktop.paper.official.paper import Form, OfficialPaper, numeral
from desktop.paper.official.sheets import official_paper, official_pdf
from tests.desktop.paper.papers import NINE_TWENTY
from tests.helpers.outgoing import END, PARAGRAPH, WISH
from tests.helpers.rasters import grey

NEAR = 0.6
"""Millimetres: a letter's own side bearing."""
LETTER = OfficialPaper(
    form=Form.EXTERNAL,
    office_name="เทศบาลเมืองแม่เหียะ",
    seat="สำนักงานเทศบาลเมืองแม่เหียะ",
    address="1 หมู่ 10 ตำบลแม่เหียะ อำเภอเมืองเชียงใหม่ จังหวัดเชียงใหม่ 50100",
    book_number="ชม 52301/1842",
    day=date(2026, 11, 11),
    subject="ส่งรายชื่อผู้เข้าร่วมพิธี",
    to_party="ผู้ว่าราชการจังหวัดเชียงใหม่",
    paragraphs=(PARAGRAPH, WISH, END),
    urgency="ด่วนที่สุด",
    references=("หนังสือจังหวัดเชียงใหม่ ที่ ชม 0023.3/ว 2901 ลงวันที่ 4 พฤศจิกายน 2569",),
    enclosures=("รายชื่อผู้เข้าร่วมพิธี จำนวน 1 ชุด", "แผนที่ จำนวน 2 แผ่น"),
    signer_name="นายสมชาย ตัวอย่างดี",
    signer_lines=("นายกเทศมนตรีเมืองแม่เหียะ",),
    owner_unit="สำนักปลัดเทศบาล",
    contact=("โทร. 0 5300 0000", "ไปรษณีย์อิเล็กทรอนิกส์ saraban_04110113@dla.go.th"),
    statement="การลงนามระดับ 1: ลงลายมือชื่อบนกระดาษ",
)
MEMO = replace(LETTER, form=Form.MEMO, closing="", contact=("โทร. 0 5300 0000",))
LONG = replace(LETTER, paragraphs=(PARAGRAPH, WISH) * 6 + (END,))


def pdf_of(paper: OfficialPaper) -> bytes:
    return official_pdf(paper, NINE_TWENTY)


@contextmanager
def opened(pdf: bytes, page: int = 0) -> Iterator[Any]:
    document = pypdfium2.PdfDocument(pdf)
    loaded = document[page]
    text = loaded.get_textpage()
    yield loaded, text
    text.close()
    loaded.close()
    document.close()


def place_of(pdf: bytes, words: str, page: int = 0) -> tuple[float, float]:
    """Left edge and baseline of words in a PDF, mm from the top left."""
    with opened(pdf, page) as (loaded, text):
        found = text.search(words).get_next()
        assert found is not None, words
        box = text.get_charbox(found[0], loose=True)
        height = loaded.get_height()
        return box[0] * 25.4 / 72, (height - baseline(text, found[0])) * 25.4 / 72


def baseline(text: Any, index: int) -> float:
    """The y at which a character stands, in points from below."""
    x, y = ctypes.c_double(), ctypes.c_double()
    assert pypdfium2.raw.FPDFText_GetCharOrigin(text.raw, index, ctypes.byref(x), ctypes.byref(y))
    return float(y.value)


def ink_of(pdf: bytes, left: float, top: float, right: float, bottom: float) -> tuple[float, float, float, float]:
    """The box that ink fills within a part of the first page, mm."""
    dpi = 300.0
    scale = dpi / 25.4
    part = grey(pdf, dpi=dpi).crop(tuple(round(edge * scale) for edge in (left, top, right, bottom)))  # type: ignore[arg-type]
    box = part.point([255 if level < 128 else 0 for level in range(256)]).getbbox()
    assert box is not None
    return left + box[0] / scale, top + box[1] / scale, left + box[2] / scale, top + box[3] / scale


def picture(width: int, height: int) -> bytes:
    out = BytesIO()
    Image.new("L", (width, height)).save(out, "PNG")
    return out.getvalue()


def test_the_paper_is_a4() -> None:
    assert pages.page_sizes_mm(pdf_of(LETTER))[0] == pytest.approx((210, 297), abs=0.1)


def test_the_garuda_is_three_centimetres_high_in_the_middle() -> None:
    """The office's own picture keeps its shape: twice as high as wide."""
    pdf = pdf_of(replace(LETTER, garuda=picture(50, 100), urgency=""))
    assert ink_of(pdf, 80, 5, 121, 50) == pytest.approx((97.5, 15, 112.5, 45), abs=0.2)


def test_without_a_picture_a_neutral_mark_stands_there_of_the_same_height() -> None:
    left, top, right, bottom = ink_of(pdf_of(replace(LETTER, urgency="")), 80, 5, 121, 50)
    assert (top, bottom) == pytest.approx((15, 45), abs=0.4)
    assert (left + right) / 2 == pytest.approx(105, abs=0.3)


def test_the_memos_garuda_is_half_as_high_at_the_left() -> None:
    pdf = pdf_of(replace(MEMO, garuda=picture(100, 100), urgency=""))
    assert ink_of(pdf, 20, 5, 60, 32) == pytest.approx((30, 15, 45, 30), abs=0.2)


def test_left_three_right_two_centimetres() -> None:
    pdf = pdf_of(LONG)
    for page in range(pages.page_count(pdf)):
        with opened(pdf, page) as (loaded, _):
            boxes = [one.get_bounds() for one in loaded.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_TEXT])]
        assert min(box[0] for box in boxes) * 25.4 / 72 == pytest.approx(30, abs=NEAR)
        assert max(box[2] for box in boxes) * 25.4 / 72 <= 190 + NEAR
        lowest = min(box[1] for box in boxes if box[1] > 20 * 72 / 25.4)
        assert lowest * 25.4 / 72 >= 20 - NEAR


def test_number_and_seat_are_level_with_the_feet_of_the_garuda() -> None:
    pdf = pdf_of(LETTER)
    assert place_of(pdf, "ที่  ชม") == pytest.approx((30, 45), abs=NEAR)
    x, y = place_of(pdf, "สำนักงานเทศบาล")
    assert y == pytest.approx(45, abs=NEAR)
    assert x > 105 + 15


def test_the_day_begins_at_the_middle_of_the_paper() -> None:
    x, y = place_of(pdf_of(LETTER), "๑๑ พฤศจิกายน ๒๕๖๙")
    assert x == pytest.approx(105, abs=NEAR)
    assert y > 45


def test_the_head_follows_in_its_order_six_points_apart() -> None:
    pdf = pdf_of(LETTER)
    lines = [place_of(pdf, words) for words in ("เรื่อง", "เรียน", "อ้างถึง", "สิ่งที่ส่งมาด้วย")]
    assert [x for x, _ in lines] == pytest.approx([30] * 4, abs=NEAR)
    steps = [after[1] - before[1] for before, after in itertools.pairwise(lines)]
    assert steps == pytest.approx([16 * 1.322 * 25.4 / 72 + 6 * 25.4 / 72] * 3, abs=0.05)


def test_paragraphs_are_indented_by_two_and_a_half_centimetres() -> None:
    pdf = pdf_of(LETTER)
    x, first = place_of(pdf, "ตามหนังสือที่อ้างถึง")
    assert x == pytest.approx(55, abs=NEAR)
    rest, second = place_of(pdf, "พวงมาลา")
    assert rest == pytest.approx(30, abs=NEAR)
    assert second - first == pytest.approx(16 * 1.322 * 25.4 / 72, abs=0.05)


def test_the_closing_begins_at_the_middle_and_leaves_four_lines_for_the_hand() -> None:
    pdf = pdf_of(LETTER)
    x, closing = place_of(pdf, "ขอแสดงความนับถือ")
    _, end = place_of(pdf, "จึงเรียนมา")
    line = 16 * 1.322 * 25.4 / 72
    assert x == pytest.approx(105, abs=NEAR)
    assert closing - end == pytest.approx(line + 12 * 25.4 / 72, abs=0.05)
    assert place_of(pdf, "(นายสมชาย")[1] - closing == pytest.approx(4 * line, abs=0.05)
    assert place_of(pdf, "นายกเทศมนตรี")[1] - closing == pytest.approx(5 * line, abs=0.05)


def test_the_urgency_is_red_and_32_points_above_the_number() -> None:
    pdf = pdf_of(LETTER)
    x, y = place_of(pdf, "ด่วนที่สุด")
    assert x == pytest.approx(30, abs=NEAR)
    assert y < 45 - 6
    with opened(pdf) as (_, text):
        found = text.search("ด่วนที่สุด").get_next()
        assert found is not None
        assert pypdfium2.raw.FPDFText_GetFontSize(text.raw, found[0]) == pytest.approx(32, abs=0.1)
    drawn = pages.render(pdf, 0, 100)
    image = Image.frombuffer("RGB", (drawn.width, drawn.height), drawn.data, "raw", "BGRX", drawn.stride, 1)
    red, green, _ = image.crop((118, 80, 260, 140)).split()
    far = ImageChops.subtract(red, green).point([255 if level > 120 else 0 for level in range(256)])
    assert far.histogram()[255] > 200


@pytest.mark.parametrize("form", list(Form))
def test_a_secret_bears_its_mark_above_and_below_every_page(form: Form) -> None:
    pdf = pdf_of(replace(LONG, form=form, secrecy="ลับ", urgency=""))
    for page in range(pages.page_count(pdf)):
        with opened(pdf, page) as (loaded, text):
            search = text.search("ลับ")
            heights = []
            while (found := search.get_next()) is not None:
                heights.append((loaded.get_height() - baseline(text, found[0])) * 25.4 / 72)
        assert min(heights) < 15
        assert max(heights) > 285


def test_later_pages_have_their_number_and_begin_lower() -> None:
    pdf = pdf_of(LONG)
    assert pages.page_count(pdf) == 2
    x, y = place_of(pdf, "- ๒ -", 1)
    with opened(pdf, 1) as (_, text):
        end = text.get_charbox(text.search("- ๒ -").get_next()[0] + 4)[2] * 25.4 / 72
    assert ((x + end) / 2, y) == pytest.approx((105, 15), abs=NEAR)
    lines = pages.page_text(pdf, 1).split("\n")
    top = place_of(pdf, lines[1][:12], 1)[1]
    assert top == pytest.approx(25 + 5.4, abs=0.2)
    assert "- ๑ -" not in pages.page_text(pdf)


def test_the_foot_of_a_page_says_how_the_next_one_begins() -> None:
    pdf = pdf_of(LONG)
    catch = next(line for line in pages.page_text(pdf).split("\n") if line.startswith("/"))
    assert pages.page_text(pdf, 1).split("\n")[1].startswith(catch.strip("/."))
    assert not any(line.startswith("/") for line in pages.page_text(pdf, 1).split("\n"))


@pytest.mark.parametrize("more", range(1, 14))
def test_no_signature_stands_alone_and_no_line_is_lost(more: int) -> None:
    """Whatever the length of the text: what is on the sheets is what was written, and the closing has text above it."""
    paper = replace(LETTER, paragraphs=(*tuple(f"ข้อ {n} {WISH}" for n in range(more)), END))
    pdf = pdf_of(paper)
    texts = [pages.page_text(pdf, page) for page in range(pages.page_count(pdf))]
    whole = "".join("".join(text.split()) for text in texts)
    for n in range(more):
        assert "".join(numeral(f"ข้อ {n} {WISH}").split())[:30] in whole
    last = texts[-1]
    assert all(words in last for words in ("จึงเรียนมา", "ขอแสดงความนับถือ", "(นายสมชาย ตัวอย่างดี)"))
    lines = [line for line in last.split("\n") if line.strip()]
    assert lines.index("ขอแสดงความนับถือ") >= (3 if len(texts) > 1 else 1)


@pytest.mark.parametrize("form", list(Form))
def test_every_word_can_be_copied_out_and_found(form: Form) -> None:
    paper = replace(LETTER, form=form, paragraphs=("ที่ ปู่ ฝั่ง ญี่ปุ่น น้ำ ฐานะ กตัญญู ฏุ", PARAGRAPH))
    said = pages.page_text(pdf_of(paper))
    assert "ที่ ปู่ ฝั่ง ญี่ปุ่น น้ำ ฐานะ กตัญญู ฏุ" in said
    assert "".join(numeral(PARAGRAPH).split()) in "".join(said.split())
    assert paper.subject in said
    arabic = [one for one in said if one in "0123456789"]
    assert not arabic or form in (Form.EXTERNAL, Form.SEALED, Form.MEMO)


def test_figures_are_thai_but_in_addresses_of_the_net() -> None:
    said = pages.page_text(pdf_of(LETTER))
    assert "ชม ๕๒๓๐๑/๑๘๔๒" in said
    assert "โทร. ๐ ๕๓๐๐ ๐๐๐๐" in said
    assert "saraban_04110113@dla.go.th" in said


def test_bookmarks_lead_to_the_parts() -> None:
    with pikepdf.open(BytesIO(pdf_of(LONG))) as pdf, pdf.open_outline() as outline:
        top = outline.root[0]
        assert top.title == "หนังสือภายนอก ชม 52301/1842 ส่งรายชื่อผู้เข้าร่วมพิธี"
        names = [one.title for one in top.children]
        assert names == ["ที่", "เรื่อง", "เรียน", "อ้างถึง", "สิ่งที่ส่งมาด้วย", "เนื้อความ", "ลงนาม"]
        leads: Any = top.children[-1].destination
        assert leads[0] == pdf.pages[1].obj


def test_the_memo_has_bold_labels_on_dots_and_no_solid_rule() -> None:
    pdf = pdf_of(MEMO)
    with opened(pdf) as (_loaded, text):
        for label, size in (("บันทึกข้อความ", 29), ("ส่วนราชการ", 20), ("วันที่", 20), ("เรื่อง", 20)):
            found = text.search(label).get_next()
            assert found is not None
            assert pypdfium2.raw.FPDFText_GetFontSize(text.raw, found[0]) == pytest.approx(size, abs=0.1)
    ops = official_paper(MEMO, NINE_TWENTY).sheets[0].ops
    rules = [op for op in ops if type(op).__name__ == "Line"]
    assert rules
    assert all(getattr(op, "dash_mm", None) for op in rules)
    assert "ขอแสดงความนับถือ" not in pages.page_text(pdf)
    middle = ink_of(pdf, 70, 15, 140, 31)
    assert (middle[0] + middle[2]) / 2 == pytest.approx(105, abs=0.5)


def test_the_seal_has_its_two_circles() -> None:
    paper = replace(LETTER, form=Form.SEALED, electronic="(ลงนามทางอิเล็กทรอนิกส์)", urgency="")
    circles = [
        op for op in official_paper(paper, NINE_TWENTY).sheets[0].ops
        if type(op).__name__ == "Rect" and getattr(op, "colour", "") == "#C8102E"
    ]  # fmt: skip
    assert [getattr(op, "width_mm", 0) for op in circles] == [45, 35]
    centres = {(round(op.x_mm + op.width_mm / 2, 3), round(op.y_mm + op.height_mm / 2, 3)) for op in circles}  # type: ignore[union-attr]
    assert len(centres) == 1
    said = pages.page_text(pdf_of(paper))
    assert "ถึง" in said
    assert "เรียน  ผู้ว่า" not in said
    assert "ขอแสดงความนับถือ" not in said


def test_orders_and_announcements_say_their_day_in_their_own_words() -> None:
    order = pages.page_text(pdf_of(replace(LETTER, form=Form.ORDER, book_number="12/2569")))
    assert "คำสั่งเทศบาลเมืองแม่เหียะ" in order
    assert "ที่ ๑๒/๒๕๖๙" in order
    assert "สั่ง ณ วันที่ ๑๑ พฤศจิกายน พ.ศ. ๒๕๖๙" in order
    told = pages.page_text(pdf_of(replace(LETTER, form=Form.ANNOUNCEMENT)))
    assert "ประกาศ ณ วันที่ ๑๑ เดือน พฤศจิกายน พ.ศ. ๒๕๖๙" in told


def test_a_draft_says_so_and_leaves_the_places_free() -> None:
    paper = replace(LETTER, draft=True, book_number="ชม 52301/            ", day=None, statement="")
    said = pages.page_text(pdf_of(paper))
    assert "ร่าง" in said
    assert "พฤศจิกายน ๒๕๖๙\n" not in said.partition("เรื่อง")[0]


def test_a_picture_that_is_none_is_told() -> None:
    with pytest.raises(OfficeError, match=r"outgoing\.picture_unreadable"):
        pdf_of(replace(LETTER, garuda=b"\x89PNG nothing"))


def test_the_same_letter_gives_the_same_bytes() -> None:
    assert pdf_of(LONG) == pdf_of(LONG)
