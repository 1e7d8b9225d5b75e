"""Pages read by the real engine: every word in its place, digits of both scripts, and what is wrong with a picture."""

import re
from math import radians, tan
from pathlib import Path

import pytest
from PIL import Image, ImageDraw, ImageFont

from desktop.office.thai import arabic_digits
from desktop.paper.ops import Face
from desktop.paper.thai_text import font_file
from desktop.reading.model import PageReading
from tests.helpers.letter_scans import Wear, letter, reading, scan
from tests.helpers.reading import digits, edits, read_picture, solid

_A4 = (2480, 3508)
_GARUDA = Path("/usr/share/fonts/truetype/tlwg/Garuda.ttf")


def _worn(seed: int, wear: Wear) -> tuple[PageReading, PageReading]:
    one = letter(seed)
    page = scan(one, wear)
    return read_picture(page.picture, page.dpi), reading(one)


def _page(*texts: str, face: Path | None = None, px: int = 67) -> Image.Image:
    page = Image.new("L", _A4, 255)
    font = ImageFont.truetype(face or font_file(Face.REGULAR), px)
    for place, text in enumerate(texts):
        ImageDraw.Draw(page).text((300, 400 + 120 * place), text, font=font, fill=20)
    return page


@pytest.mark.parametrize(("seed", "wear"), [(100, Wear.CLEAN), (102, Wear.SKEWED), (101, Wear.NOISY)])
def test_a_letter_is_read_nearly_without_fault(seed: int, wear: Wear) -> None:
    got, wanted = _worn(seed, wear)
    assert edits(solid(wanted.text), solid(got.text)) <= 0.015 * len(solid(wanted.text))
    assert edits(digits(wanted.text), digits(got.text)) <= 1
    assert (got.quality.is_blank, got.quality.is_poor, got.quality.turned) == (False, False, 0)


def test_a_digit_that_leans_over_its_neighbour_is_whole() -> None:
    """The tail of ๗ runs into the next digit; without it, it is a ๓."""
    got = read_picture(_page("ที่ ชม ๑๗๕๘/ว ๑๐๐๖๖", "๒๗ กรกฎาคม ๒๕๖๙", "เลขที่ ๗๕๗/๒๗๗", face=_GARUDA, px=57))
    assert digits(got.text) == "๑๗๕๘๑๐๐๖๖๒๗๒๕๖๙๗๕๗๒๗๗"


def test_high_marks_over_letters_that_stand_apart_are_no_line() -> None:
    """ที่ of a spaced face: its two marks are as high as a letter, and took those beside them along."""
    assert "ล้นที่ชำรุด" in _worn(11746, Wear.SKEWED)[0].text


def test_words_stand_where_they_are_on_the_page_that_is_askew() -> None:
    """Truth is of the straight page; its picture was turned around its middle."""
    picture = scan(letter(102)).picture.convert("L").rotate(-1.0, Image.Resampling.BILINEAR, fillcolor=255)
    got, wanted = read_picture(picture), reading(letter(102))
    assert got.quality.skew == pytest.approx(1.0, abs=0.12)
    ours, theirs = ({w.text: w.box for line in page.lines for w in line.words} for page in (got, wanted))
    sure = [text for text in theirs if len(text) > 12 and text in ours]
    assert len(sure) >= 5
    for text in sure:
        middle = theirs[text].left + theirs[text].width / 2
        fallen = theirs[text].top + (middle - 105) * tan(radians(1.0))
        assert ours[text].top == pytest.approx(fallen, abs=1.0)


def test_digits_of_both_scripts_are_read_wherever_they_stand() -> None:
    texts = (
        "ที่ มท ๐๘๑๐.๔/ว ๖๗๘๙ ลงวันที่ ๙ ธันวาคม ๒๕๖๙",
        "เป็นเงิน ๑,๘๔๗,๕๖๐.๗๕ บาท (ข้อ ๓๘ ถึงข้อ ๖๔)",
        "โทรศัพท์ 0 5311 2478 ต่อ 96 เวลา 09.30 น.",
        "ห้อง ๔๐๑ อาคาร 7 รหัส ๑๒๓๔๕๖๗๘๙๐",
    )
    assert digits(read_picture(_page(*texts)).text) == digits("".join(texts))


def test_low_digits_at_the_ends_of_lines_and_digits_that_touch_are_read() -> None:
    texts = ("๓๐ มีนาคม ๒๕๖๙", "ที่ กค ๐๔๐๒.๔/๒๑๓๐", "เรื่อง ขอเชิญประชุม")
    page = _page(*texts, face=Path("/usr/share/fonts/truetype/tlwg/Garuda.ttf"), px=49)
    assert digits(read_picture(page).text) == digits("".join(texts))


def test_two_latin_capitals_are_a_word() -> None:
    assert "(PM ๒.๕)" in read_picture(_page("หมอกควัน และฝุ่นละอองขนาดเล็ก (PM ๒.๕) ในพื้นที่")).text


def test_a_line_of_two_scripts_keeps_its_words_parted() -> None:
    page = read_picture(_page("ระบบ Electronic Data ของกรมบัญชีกลาง พ.ศ. ๒๕๖๙ ต่อไป"))
    assert page.text == "ระบบ Electronic Data ของกรมบัญชีกลาง พ.ศ. ๒๕๖๙ ต่อไป"
    for word in page.lines[0].words:
        assert len(word.spans) == len(word.text)
        assert all(word.box.left - 0.5 <= left <= right <= word.box.right + 0.5 for left, right in word.spans)


@pytest.mark.parametrize("turned", [90, 180, 270])
def test_a_page_that_lies_turned_is_read_upright(turned: int) -> None:
    upright = scan(letter(100)).picture.convert("L")
    got = read_picture(upright.rotate(turned, expand=True))
    assert got.quality.turned == turned
    assert (round(got.width_mm), round(got.height_mm)) == (210, 297)
    assert digits(letter(100).fields.book_number) in arabic_digits(digits(got.text))


def test_a_blank_page_with_holes_and_dirt_is_blank() -> None:
    page = Image.new("L", _A4, 244)
    pen = ImageDraw.Draw(page)
    for top in (1200, 2100):
        pen.ellipse((90, top, 160, top + 70), fill=40)
    pen.line((400, 900, 410, 930), fill=120, width=3)
    pen.rectangle((0, 0, 30, 3508), fill=60)
    got = read_picture(page)
    assert got.quality.is_blank
    assert not got.quality.is_poor
    assert got.lines == ()


def test_a_ruined_page_is_said_to_be_poor() -> None:
    page = scan(letter(100)).picture.convert("L")
    coarse = page.resize((page.width // 14, page.height // 14), Image.Resampling.BOX).resize(page.size)
    got = read_picture(coarse)
    assert got.quality.is_poor
    assert not got.quality.is_blank


def test_a_drawing_is_no_text() -> None:
    page = Image.new("L", _A4, 255)
    pen = ImageDraw.Draw(page)
    pen.ellipse((900, 900, 1700, 1700), outline=0, width=12)
    pen.line([(600 + 9 * n, 2400 + (n * 37) % 90) for n in range(60)], fill=0, width=6)
    assert not re.search(r"[ก-๙]{3}", read_picture(page).text)
