"""The intake stamp: how it looks, where it lands, and that nothing under it changes."""

import hashlib
from io import BytesIO

import pikepdf
import pytest
from PIL import Image as Picture
from PIL import ImageChops

from desktop.office.errors import OfficeError
from desktop.paper import pages
from desktop.paper.intake_stamp import HEIGHT_MM, WIDTH_MM, default_place, stamp_ops, stamp_pdf
from desktop.paper.ops import Image, Text
from tests.desktop.paper.papers import a_paper, a_stamp
from tests.helpers.rasters import assert_golden, grey

DPI = 200
MARGIN_MM = 12


def stamp_box_mm(pdf: bytes, page: int = 0) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of the stamp's blue frame as a reader sees the page."""
    drawn = pages.render(pdf, page, DPI)
    colours = Picture.frombuffer("RGB", (drawn.width, drawn.height), drawn.data, "raw", "BGRX", drawn.stride, 1)
    red, _, blue = colours.split()
    box = ImageChops.subtract(blue, red).point([0] * 60 + [255] * 196).getbbox()
    assert box is not None
    left, top, right, bottom = (edge / DPI * 25.4 for edge in box)
    return left, top, right, bottom


def changed_page(pdf: bytes, **entries: object) -> bytes:
    with pikepdf.open(BytesIO(pdf)) as document:
        for name, value in entries.items():
            document.pages[0].obj[f"/{name}"] = value
        out = BytesIO()
        document.save(out)
        return out.getvalue()


@pytest.mark.parametrize("digits", ["thai", "arabic"])
def test_the_stamp_looks_as_the_regulation_draws_it(digits: str) -> None:
    picture = grey(a_paper(*stamp_ops(a_stamp(digits=digits), 5, 5), width_mm=60, height_mm=35), dpi=150)
    assert_golden(picture, f"intake-stamp-{digits}")


def test_it_says_office_number_day_and_time_and_can_be_searched() -> None:
    text = pages.page_text(stamp_pdf(a_paper(), a_stamp()))
    for words in ("เทศบาลเมืองแม่เหียะ", "เลขรับ", "๔๘๒๓", "๑๖ พฤศจิกายน ๒๕๖๙", "๐๙.๒๐", "น."):
        assert words in text


def test_a_long_office_name_stays_in_the_frame() -> None:
    long_name = "องค์การบริหารส่วนตำบลหนองญู่ใหญ่ใต้น้ำ อำเภอเมืองตัวอย่าง"
    plain, long = (stamp_box_mm(stamp_pdf(a_paper(), a_stamp(office_name=name))) for name in ("เทศบาล", long_name))
    assert long == pytest.approx(plain, abs=0.01)


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
@pytest.mark.parametrize("crop", [None, [30, 40, 500, 700]])
def test_it_lands_top_right_as_the_reader_sees_the_page(turn: int, crop: list[int] | None) -> None:
    original = changed_page(a_paper(), Rotate=turn, **({"CropBox": crop} if crop else {}))
    stamped = stamp_pdf(original, a_stamp())
    width, height = pages.page_size_mm(stamped)
    assert (width, height) == pytest.approx(pages.page_size_mm(original))
    left = width - MARGIN_MM - WIDTH_MM
    expected = (left, MARGIN_MM, left + WIDTH_MM, MARGIN_MM + HEIGHT_MM)
    assert stamp_box_mm(stamped) == pytest.approx(expected, abs=0.2)


def test_a_clerk_may_move_it_to_another_place_and_page() -> None:
    stamped = stamp_pdf(a_paper(pages=3), a_stamp(), page=1, x_mm=20, y_mm=200)
    assert stamp_box_mm(stamped, 1) == pytest.approx((20, 200, 70, 225), abs=0.2)
    with pytest.raises(IndexError):
        stamp_pdf(a_paper(), a_stamp(), page=1)


def test_a_page_that_counts_in_larger_units_gets_a_stamp_of_the_same_size() -> None:
    original = changed_page(a_paper(), UserUnit=2)
    with pikepdf.open(BytesIO(stamp_pdf(original, a_stamp()))) as document:
        drawn = document.pages[0].Contents.as_list()[-1].read_bytes().decode()
    assert "q 0.50000 0.00000 0.00000 0.50000" in drawn


@pytest.mark.parametrize("size", [(210, 297), (297, 210), (100, 70), (50, 25), (30, 20)])
def test_it_keeps_to_the_page_as_far_as_the_page_goes(size: tuple[int, int]) -> None:
    x, y = default_place(*size)
    assert 0 <= x <= max(size[0] - WIDTH_MM, 0)
    assert 0 <= y <= max(size[1] - HEIGHT_MM, 0)
    stamp_pdf(a_paper(width_mm=size[0], height_mm=size[1]), a_stamp())


def test_the_original_and_everything_on_it_stay_as_they_were() -> None:
    scan = BytesIO()
    Picture.effect_noise((200, 280), 60).save(scan, "JPEG")
    original = a_paper(Image(0, 0, 210, 297, scan.getvalue()), pages=2)
    before = hashlib.sha256(original).hexdigest()
    stamped = stamp_pdf(original, a_stamp())
    assert hashlib.sha256(original).hexdigest() == before
    assert images(stamped) == images(original)
    assert pages.render(stamped, 1, 60).data == pages.render(original, 1, 60).data


def images(pdf: bytes) -> set[str]:
    with pikepdf.open(BytesIO(pdf)) as document:
        streams = [item for item in document.objects if isinstance(item, pikepdf.Stream)]
        found = [item.read_raw_bytes() for item in streams if item.get("/Subtype") == "/Image"]
        return {hashlib.sha256(raw).hexdigest() for raw in found}


def test_a_page_that_leaves_its_paper_turned_does_not_turn_the_stamp() -> None:
    original = a_paper()
    with pikepdf.open(BytesIO(original)) as document:
        document.pages[0].contents_add(b"0.5 0 0 0.5 100 100 cm\n", prepend=True)
        out = BytesIO()
        document.save(out)
    assert stamp_box_mm(stamp_pdf(out.getvalue(), a_stamp()))[:2] == pytest.approx((148, 12), abs=0.2)


def test_a_second_stamp_goes_beside_the_first() -> None:
    twice = stamp_pdf(stamp_pdf(a_paper(), a_stamp()), a_stamp(number="99"), x_mm=20, y_mm=12)
    text = pages.page_text(twice)
    assert "๔๘๒๓" in text
    assert "๙๙" in text


def test_pages_that_share_their_resources_do_not_share_the_stamp() -> None:
    with pikepdf.open(BytesIO(a_paper(Text(10, 20, "ก"), pages=2))) as document:
        document.pages[1].obj.Resources = document.pages[0].obj.Resources
        out = BytesIO()
        document.save(out)
    with pikepdf.open(BytesIO(stamp_pdf(out.getvalue(), a_stamp()))) as stamped:
        assert "/XObject" in stamped.pages[0].obj.Resources
        assert "/Overlay1" not in stamped.pages[1].obj.Resources.get("/XObject", {})


def test_the_same_stamp_gives_the_same_file() -> None:
    assert stamp_pdf(a_paper(), a_stamp()) == stamp_pdf(a_paper(), a_stamp())


def test_files_that_cannot_be_stamped_say_why() -> None:
    locked = BytesIO()
    with pikepdf.open(BytesIO(a_paper())) as document:
        document.save(locked, encryption=pikepdf.Encryption(owner="o", user="u"))
    for data, code in (
        (b"", "document.empty"),
        (b"%PDF-1.7 nothing", "document.torn"),
        (locked.getvalue(), "document.encrypted"),
    ):
        with pytest.raises(OfficeError) as failure:
            stamp_pdf(data, a_stamp())
        assert failure.value.code == code
