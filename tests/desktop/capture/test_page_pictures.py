"""Pages as they look now, drawn from what came: at any zoom, upright, and small."""

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageDraw, ImageStat

from desktop.capture.batch import Batch, NewPage
from desktop.capture.batches import Batches
from desktop.capture.edits import Crop, Straighten, Turn
from desktop.capture.layout import Leaf
from desktop.capture.look import box_before_turning, crop_of, size_of
from desktop.capture.model import Source
from desktop.capture.page_pictures import THUMB_PX, PagePictures
from desktop.office.errors import OfficeError
from desktop.paper.pages import RenderedPage, render
from desktop.reading.model import Box
from desktop.store.desk import Desk
from tests.desktop.capture.test_importing import pdf
from tests.helpers.captured import from_bytes
from tests.helpers.desk import make_desk, make_office, person
from tests.helpers.rasters import picture_of
from tests.helpers.sheets_of_paper import file_of, noisy

WIDE, HIGH = 210.0, 297.0


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = make_desk(tmp_path)
    yield made
    made.close()


@pytest.fixture
def batches(desk: Desk) -> Batches:
    return Batches(desk, person(make_office(desk)))


def sheet() -> Image.Image:
    """A4 at 100 dpi, black in its top left corner, 50 x 20 mm."""
    image = Image.new("L", (827, 1169), 255)
    ImageDraw.Draw(image).rectangle((0, 0, 197, 79), fill=0)
    return image


def bytes_of(image: Image.Image, kind: str, **options: object) -> bytes:
    file = io.BytesIO()
    image.save(file, kind, **options)
    return file.getvalue()


def batch_of(batches: Batches, *pages: NewPage) -> Batch:
    batch_id = batches.begin(Source.FILE, "x")
    batches.take(batch_id, *pages)
    return batches.batch(batch_id)


def grey(drawn: RenderedPage) -> Image.Image:
    return picture_of(drawn).convert("L")


def is_black(drawn: RenderedPage, left_mm: float, top_mm: float) -> bool:
    """The dot at that place."""
    value = grey(drawn).getpixel((round(left_mm / 25.4 * drawn.dpi), round(top_mm / 25.4 * drawn.dpi)))
    assert isinstance(value, int)
    return value < 128


KINDS = {
    "image/jpeg": bytes_of(sheet(), "JPEG"),
    "image/png": bytes_of(sheet().convert("1"), "PNG"),
    "image/tiff": bytes_of(sheet().convert("1"), "TIFF", compression="group4"),
    "image/bmp": bytes_of(sheet().convert("RGB"), "BMP"),
    "deep": bytes_of(sheet().convert("I;16").point(lambda dot: dot * 257), "PNG"),
}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("dpi", [10, 72, 100, 1200])
def test_every_kind_at_any_zoom(desk: Desk, batches: Batches, kind: str, dpi: float) -> None:
    batch = batch_of(batches, NewPage(KINDS[kind], kind, WIDE, HIGH))
    drawn = PagePictures(desk).page_picture(batch, 0, dpi)
    assert drawn.dpi == pytest.approx(min(dpi, 100), rel=0.06)
    assert drawn.width / drawn.height == pytest.approx(WIDE / HIGH, rel=0.02)
    assert is_black(drawn, 10, 10)
    assert not is_black(drawn, 150, 150)


def test_a_page_of_a_pdf_and_of_a_fax_of_several(desk: Desk, batches: Batches) -> None:
    fax = bytes_of(sheet().convert("1"), "TIFF", save_all=True, append_images=[Image.new("1", (827, 1169), 1)])
    paper = pdf(2)
    batch = batch_of(
        batches,
        NewPage(fax, "image/tiff", WIDE, HIGH, 1), NewPage(paper, "application/pdf", WIDE, HIGH, 1),
    )  # fmt: skip
    pictures = PagePictures(desk)
    assert grey(pictures.page_picture(batch, 0, 50)).getextrema() == (255, 255)
    assert grey(pictures.page_picture(batch, 1, 150)).getextrema() == (0, 255)


def test_a_page_of_a_pdf_that_is_one_jpeg_is_unpacked_no_finer_than_it_is_asked_for(
    desk: Desk, batches: Batches
) -> None:
    scan = from_bytes(file_of(noisy(1), quality=90, dpi=(300, 300)), "scan.jpg").data
    batch = batch_of(batches, NewPage(scan, "application/pdf", 210.0, 297.0))
    drawn = PagePictures(desk).page_picture(batch, 0, 75)
    assert (drawn.grey, round(drawn.dpi)) == (True, 75)
    theirs = picture_of(render(scan, 0, 75)).convert("L").reduce(10)
    difference = ImageChops.difference(grey(drawn).reduce(10), theirs)
    assert ImageStat.Stat(difference).mean[0] < 6


def test_edits_are_seen_and_what_came_is_not_touched(desk: Desk, batches: Batches) -> None:
    batch = batch_of(batches, NewPage(KINDS["image/jpeg"], "image/jpeg", WIDE, HIGH))
    pictures = PagePictures(desk)
    batch = batches.edit(batch.id, Turn((0,), 90))
    turned = pictures.page_picture(batch, 0, 100)
    assert turned.width > turned.height
    assert is_black(turned, HIGH - 10, 10)
    batch = batches.edit(batches.edit(batch.id, Turn((0,), 270)).id, Crop(0, Box(40, 10, 60, 60)))
    cropped = pictures.page_picture(batch, 0, 100)
    assert (cropped.width, cropped.height) == pytest.approx((236, 236), abs=2)
    assert is_black(cropped, 5, 5)
    assert not is_black(cropped, 15, 5)
    batch = batches.edit(batch.id, Crop(0, None))
    batch = batches.edit(batch.id, Straighten(0, 5))
    assert not is_black(pictures.page_picture(batch, 0, 100), 10, 5)
    assert desk.blobs.get(batch.pages[0].sha256) == KINDS["image/jpeg"]


def test_a_phone_picture_is_upright(desk: Desk, batches: Batches) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    photo = bytes_of(sheet(), "JPEG", exif=exif)
    batch = batch_of(batches, NewPage(photo, "image/jpeg", HIGH, WIDE))
    drawn = PagePictures(desk).page_picture(batch, 0, 100)
    assert drawn.width > drawn.height
    assert is_black(drawn, HIGH - 10, 10)


def test_thumbnails_are_kept_and_turn_with_the_page(desk: Desk, batches: Batches) -> None:
    batch = batch_of(batches, NewPage(KINDS["image/png"], "image/png", WIDE, HIGH))
    pictures = PagePictures(desk)
    first = pictures.thumbnail(batch, 0)
    assert max(first.width, first.height) == THUMB_PX
    (size,) = desk.reader.one("SELECT length(picture) FROM batch_thumb") or (0,)
    assert 0 < size < 12_000
    desk.blobs.erase(batch.pages[0].sha256)
    turned = pictures.thumbnail(batches.edit(batch.id, Turn((0,), 180)), 0)
    assert is_black(turned, WIDE - 10, HIGH - 10)


def test_what_can_not_be_drawn_is_said(desk: Desk, batches: Batches) -> None:
    batch = batch_of(
        batches,
        NewPage(KINDS["image/jpeg"][:2000], "image/jpeg", WIDE, HIGH),
        NewPage(b"%PDF-1.7", "application/pdf", WIDE, HIGH),
    )
    pictures = PagePictures(desk)
    with pytest.raises(OfficeError, match="capture.picture_torn"):
        pictures.page_picture(batch, 0, 100)
    with pytest.raises(OfficeError, match="document.torn"):
        pictures.thumbnail(batch, 1)


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_a_box_drawn_on_a_turned_page_means_the_same_paper(turn: int) -> None:
    box = Box(20, 30, 40, 50)
    corners = {0: (20, 30), 90: (HIGH - 80, 20), 180: (WIDE - 60, HIGH - 80), 270: (30, WIDE - 60)}
    left, top = corners[turn]
    wide, high = (50, 40) if turn % 180 else (40, 50)
    assert box_before_turning(Box(left, top, wide, high), turn, WIDE, HIGH) == box


def test_a_crop_stays_on_the_page() -> None:
    assert crop_of(Leaf(0, crop=Box(-5, 290, 500, 500)), WIDE, HIGH) == Box(0, 290, WIDE, 7)
    assert size_of(Leaf(0, 90, crop=Box(0, 0, 100, 50)), WIDE, HIGH) == (50, 100)
