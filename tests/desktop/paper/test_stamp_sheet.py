"""The stamp alone on a sheet: where it lands, whichever way the sheet goes in, and the sheet that finds the offsets."""

import pytest
from PIL import ImageOps

from desktop.paper import pages
from desktop.paper.intake_stamp import HEIGHT_MM, WIDTH_MM
from desktop.paper.stamp_sheet import Feed, measured, stamp_sheet_pdf, trial_sheet_pdf
from tests.desktop.paper.papers import a_stamp
from tests.helpers.rasters import grey

DPI = 200
A4 = (210.0, 297.0)


def ink_box_mm(pdf: bytes) -> tuple[float, float, float, float]:
    """Left, top, width and height of everything that is on the sheet."""
    box = ImageOps.invert(grey(pdf, dpi=DPI)).point([0] * 40 + [255] * 216).getbbox()
    assert box is not None
    left, top, right, bottom = (edge * 25.4 / DPI for edge in box)
    return left, top, right - left, bottom - top


@pytest.mark.parametrize(
    ("page", "feed", "expected"),
    [
        (A4, Feed(), (140, 30, WIDTH_MM, HEIGHT_MM)),
        (A4, Feed(1.5, -2), (141.5, 28, WIDTH_MM, HEIGHT_MM)),
        (A4, Feed(tail_first=True), (210 - 140 - WIDTH_MM, 297 - 30 - HEIGHT_MM, WIDTH_MM, HEIGHT_MM)),
        (A4, Feed(1.5, -2, tail_first=True), (210 - 140 - WIDTH_MM + 1.5, 297 - 30 - HEIGHT_MM - 2, 50, 25)),
        (A4, Feed(face_down=True), (140, 30, WIDTH_MM, HEIGHT_MM)),
        ((297.0, 210.0), Feed(), (210 - 30 - HEIGHT_MM, 140, HEIGHT_MM, WIDTH_MM)),
    ],
)
def test_the_sheet_bears_the_stamp_and_nothing_else(
    page: tuple[float, float], feed: Feed, expected: tuple[float, ...]
) -> None:
    sheet = stamp_sheet_pdf(a_stamp(), 140, 30, page, feed)
    assert pages.page_count(sheet) == 1
    assert pages.page_size_mm(sheet) == pytest.approx(A4, abs=0.1)
    assert ink_box_mm(sheet) == pytest.approx(expected, abs=0.3)
    assert "๔๘๒๓" in pages.page_text(sheet)


def test_a_turned_sheet_is_the_same_stamp_upside_down() -> None:
    upright = grey(stamp_sheet_pdf(a_stamp(), 140, 30, A4), dpi=DPI)
    turned = grey(stamp_sheet_pdf(a_stamp(), 140, 30, A4, Feed(tail_first=True)), dpi=DPI).rotate(180)
    close = turned.resize(upright.size)
    boxes = [ImageOps.invert(one).point([0] * 128 + [255] * 128).getbbox() for one in (upright, close)]
    assert boxes[0] is not None
    assert boxes[1] is not None
    assert boxes[0] == pytest.approx(boxes[1], abs=2)
    ink = [ImageOps.invert(one.crop(boxes[0])).resize((1, 1)).getpixel((0, 0)) for one in (upright, close)]
    assert ink[0] == pytest.approx(ink[1], abs=2)


def test_the_trial_sheet_has_its_cross_in_the_middle_and_says_what_to_do() -> None:
    trial = trial_sheet_pdf("laser-1", "เทศบาล", a_stamp().received_at)
    text = pages.page_text(trial)
    assert "laser-1" in text
    for mark in ("บน", "-20", "-15", "5", "20", "เลื่อนไปทางขวา", "เลื่อนลง", "ขอบล่างเข้าก่อน"):
        assert mark in text
    picture = grey(trial, dpi=DPI)
    middle = round(105 / 25.4 * DPI), round(148.5 / 25.4 * DPI)
    for aside in (-12, -7, 3, 13):
        step = round(aside / 25.4 * DPI)
        for x, y in ((middle[0] + step, middle[1]), (middle[0], middle[1] + step)):
            around = picture.crop((x - 2, y - 2, x + 3, y + 3))
            assert min(around.tobytes()) < 128, (aside, x, y)


@pytest.mark.parametrize(
    ("typed", "said"), [("1.5", 1.5), ("-2", -2.0), ("๓", 3.0), ("", 0.0), ("0,5", 0.5), ("21", None), ("มาก", None)]
)
def test_a_measure_is_read_as_it_is_typed(typed: str, said: float | None) -> None:
    assert measured(typed) == said


def test_what_is_no_number_is_no_measure() -> None:
    assert measured("nan") is None
    assert measured("inf") is None
