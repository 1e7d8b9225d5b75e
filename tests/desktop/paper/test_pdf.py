"""What is drawn can be read, by people and by programs, and the same data gives the same file."""

import hashlib
import re
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from PIL import Image as Picture

from desktop.paper import pages, qr
from desktop.paper.ops import Face, Image, Line, Paper, Polygon, QrCode, Rect, Sheet, Text
from desktop.paper.pdf import to_pdf
from tests.desktop.paper.papers import NINE_TWENTY, a_paper
from tests.helpers.rasters import assert_golden, grey, ruled_lines_mm

HARD = "ที่ ป้ ญู กี่ ปั่น น้ำ ผู้ ฐู ปี่ ฝ้า ฟื้น กตัญญู ฎุ ฏู"


def hard_page() -> bytes:
    return a_paper(*(Text(10, 15 + 12 * n, HARD, face=face) for n, face in enumerate(Face)), width_mm=120, height_mm=60)


def pdftotext(pdf: bytes, folder: Path) -> str:
    (folder / "paper.pdf").write_bytes(pdf)
    command = ["pdftotext", "-enc", "UTF-8", "-layout", str(folder / "paper.pdf"), "-"]
    return subprocess.run(command, capture_output=True, check=True, timeout=180).stdout.decode()


def test_thai_copies_out_as_it_was_typed(tmp_path: Path) -> None:
    pdf = hard_page()
    assert pages.page_text(pdf).split("\n") == [HARD] * 4
    copied = [re.sub(" +", " ", line).strip() for line in pdftotext(pdf, tmp_path).splitlines()]
    assert [line for line in copied if line.strip("\f")] == [HARD] * 4


def test_thai_stands_as_it_is_written() -> None:
    assert_golden(grey(hard_page(), dpi=150), "thai-line")


def test_every_font_in_the_file_is_embedded() -> None:
    with pikepdf.open(BytesIO(hard_page())) as pdf:
        fonts = [item for item in pdf.objects if isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/Font"]
        assert {str(font.BaseFont).partition("+")[2] for font in fonts} == {
            "LaksamanPSK", "LaksamanPSK-Bold", "LaksamanPSK-Italic", "LaksamanPSK-BoldItalic",
        }  # fmt: skip
        assert all("/FontFile2" in font.FontDescriptor for font in fonts)


def test_the_widths_told_to_a_reader_are_those_of_the_font() -> None:
    from fontTools.ttLib import TTFont

    with pikepdf.open(BytesIO(hard_page())) as pdf:
        fonts = [item for item in pdf.objects if isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/Font"]
        for font in fonts:
            inside = TTFont(BytesIO(font.FontDescriptor.FontFile2.read_bytes()))
            advances = [inside["hmtx"][glyph][0] * 1000 / 1503 for glyph in inside.getGlyphOrder()]
            told = sorted(float(width) for width in font.Widths.as_list())
            assert max(told) <= max(advances) + 1


def test_the_file_says_what_it_is() -> None:
    with pikepdf.open(BytesIO(hard_page())) as pdf:
        assert str(pdf.Root.Lang) == "th-TH"
        assert str(pdf.docinfo["/Title"]) == "ทดสอบ"
        assert str(pdf.docinfo["/Author"]) == "เทศบาลทดสอบ"
        assert str(pdf.docinfo["/CreationDate"]) == "D:20261116022000+00'00'"


def test_the_same_data_gives_the_same_bytes_whatever_was_printed_before() -> None:
    here = hashlib.sha256(hard_page()).hexdigest()
    elsewhere = "from tests.desktop.paper.test_pdf import *; a_paper(Text(9, 9, 'ฏุ ฝั่ง ญฺ ป่า', face=Face.BOLD))"
    script = f"{elsewhere}; print(hashlib.sha256(hard_page()).hexdigest())"
    root = Path(__file__).parents[3]
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=root, timeout=180
    )
    assert done.stdout.strip() == here


def test_marks_stand_where_they_were_put() -> None:
    pdf = a_paper(
        Line(10, 20, 90, 20, 0.4),
        Line(20, 5, 20, 75, 0.4),
        Rect(30, 40, 50, 20, line_mm=0, fill="#000000"),
        width_mm=100,
        height_mm=80,
    )
    assert pages.page_size_mm(pdf) == pytest.approx((100, 80), abs=0.01)
    picture = grey(pdf, dpi=600)
    assert ruled_lines_mm(picture, 600, across=True)[0] == pytest.approx(20, abs=0.05)
    assert ruled_lines_mm(picture, 600, across=False, share=0.8) == pytest.approx([20], abs=0.05)
    box = (
        picture.crop((int(21 / 25.4 * 600), int(21 / 25.4 * 600), *picture.size))
        .point([255] * 128 + [0] * 128)
        .getbbox()
    )
    assert box is not None
    mm = [edge / 600 * 25.4 + int(21 / 25.4 * 600) / 600 * 25.4 for edge in box]
    assert mm == pytest.approx([30, 40, 80, 60], abs=0.06)


@pytest.mark.parametrize(("align", "left", "right"), [("left", 50, None), ("right", None, 50), ("centre", None, None)])
def test_text_is_aligned_to_its_point(align: str, left: float | None, right: float | None) -> None:
    picture = grey(a_paper(Text(50, 20, "หหห", align=align), width_mm=100, height_mm=30), dpi=300)  # type: ignore[arg-type]
    box = picture.point([255] * 128 + [0] * 128).getbbox()
    assert box is not None
    start, end = box[0] / 300 * 25.4, box[2] / 300 * 25.4
    if left:
        assert start == pytest.approx(left, abs=0.6)
    elif right:
        assert end == pytest.approx(right, abs=0.6)
    else:
        assert (start + end) / 2 == pytest.approx(50, abs=0.3)


def test_opacity_turning_and_pictures() -> None:
    ink = BytesIO()
    Picture.new("RGB", (8, 8), "#000000").save(ink, "PNG")
    pdf = a_paper(
        Rect(10, 10, 10, 10, 0, fill="#000000", opacity=0.5),
        Image(30, 10, 10, 10, ink.getvalue()),
        Text(70, 20, "ยกเลิก", 40, turn_deg=90, colour="#B3261E"),
        Polygon(((80, 10), (90, 10), (85, 20))),
        width_mm=100,
        height_mm=40,
    )
    picture = grey(pdf, dpi=127)  # 5 pixels a millimetre
    assert picture.getpixel((75, 75)) == pytest.approx(127, abs=2)
    assert picture.getpixel((175, 75)) == 0
    turned = picture.crop((275, 0, 355, 200)).point([255] * 200 + [0] * 56).getbbox()
    assert turned is not None
    assert turned[3] - turned[1] > (turned[2] - turned[0]) * 0.9


def test_a_qr_code_has_the_modules_that_its_payload_asks_for() -> None:
    side, runs = qr.dark_runs("TD1|500109|000003")
    picture = grey(a_paper(QrCode(5, 5, 25, "TD1|500109|000003"), width_mm=35, height_mm=35), dpi=600)
    dark = {(row, column + n) for row, column, length in runs for n in range(length)}
    module = 25 / side * 600 / 25.4
    corner = 5 * 600 / 25.4
    for row in range(side):
        for column in range(side):
            level = picture.getpixel((int(corner + (column + 0.5) * module), int(corner + (row + 0.5) * module)))
            assert (level == 0) == ((row, column) in dark)


def test_a_control_character_prints_nothing_and_an_empty_text_neither() -> None:
    assert pages.page_text(a_paper(Text(10, 10, ""), Text(10, 20, "\u200b"), Text(10, 30, "ก\x07ข"))) == "ก ข"


def test_sheets_may_differ_in_size() -> None:
    sheets = (Sheet(148, 210, (Text(10, 10, "๑"),)), Sheet(297, 210, (Text(10, 10, "๒"),)))
    pdf = to_pdf(Paper("two", "test", NINE_TWENTY, sheets))
    assert pages.page_size_mm(pdf, 0) == pytest.approx((148, 210), abs=0.01)
    assert pages.page_size_mm(pdf, 1) == pytest.approx((297, 210), abs=0.01)


def test_marks_that_stand_on_many_sheets_are_the_same_on_each() -> None:
    """In code and in picture, also what is seen through, on sheets of another height, after thousands of others."""
    picture = BytesIO()
    Picture.new("RGB", (4, 4), "red").save(picture, "PNG")
    marks = (
        Text(10, 12, HARD), Text(110, 20, "ก๑", 12, Face.BOLD, "right", "#B3261E"), Text(20, 40, HARD, turn_deg=30),
        Line(5, 5, 60, 50, dash_mm=(0, 1)), Polygon(((5, 5), (20, 5), (12, 30)), opacity=0.4),
        Text(9, 50, HARD, opacity=0.3),
        Rect(80, 30, 20, 10, fill="#E9F1F0", radius_mm=2), Rect(70, 45, 3, 9, 0, fill="#000000"),
        QrCode(90, 30, 20, "THAI"), Image(30, 30, 9, 9, picture.getvalue()),
    )  # fmt: skip
    low, high = Sheet(120, 60, marks), Sheet(120, 80, marks)
    others = Sheet(120, 60, tuple(Text(10, 20 + n / 100, "ก") for n in range(4_100)))
    sheets = (low, high, low, others, low)
    whole = to_pdf(Paper("ทดสอบ", "เทศบาล", NINE_TWENTY, sheets))
    alone = {sheet: to_pdf(Paper("ทดสอบ", "เทศบาล", NINE_TWENTY, (sheet,))) for sheet in (low, high)}
    with pikepdf.open(BytesIO(whole)) as pdf:
        for place in (0, 1, 2, 4):
            with pikepdf.open(BytesIO(alone[sheets[place]])) as one:
                assert pdf.pages[place].Contents.read_bytes() == one.pages[0].Contents.read_bytes()
    for place in (0, 1, 2, 4):
        assert grey(whole, place).tobytes() == grey(alone[sheets[place]]).tobytes()
