"""From pages and edits to the PDF that people read: right to look at, made to be kept, no larger than it need be."""

import io
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pikepdf
import pytest
from PIL import Image, ImageChops, ImageFilter, ImageStat

from desktop.capture.batch import Batch, NewPage
from desktop.capture.batches import Batches
from desktop.capture.building import Builder
from desktop.capture.edits import Crop, Delete, Edit, Interleave, Move, Split, Straighten, Turn
from desktop.capture.layout import Part, Start
from desktop.capture.model import CapturedDocument, Source
from desktop.capture.page_pictures import PagePictures
from desktop.letters.model import Registration
from desktop.office.errors import OfficeError
from desktop.paper.pages import RenderedPage, page_sizes_mm, page_text, render
from desktop.reading.model import Box
from desktop.store.desk import Desk
from desktop.store.erasure import erase_files
from desktop.store.unit_of_work import UnitOfWork
from tests.desktop.capture.test_importing import pdf
from tests.helpers.desk import make_desk, make_office, person
from tests.helpers.pdfa import flaws
from tests.helpers.rasters import picture_of
from tests.helpers.sheets_of_paper import file_of, sheet

A4 = (210.0, 297.0)
_AFAR = ImageFilter.GaussianBlur(4)
"""Two programs draw small boxes half a dot apart; a page that is turned or cut otherwise differs from afar, too."""


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = make_desk(tmp_path)
    yield made
    made.close()


@pytest.fixture
def batches(desk: Desk) -> Batches:
    return Batches(desk, person(make_office(desk)))


def jpeg(seed: int) -> NewPage:
    return NewPage(file_of(sheet(seed)), "image/jpeg", *A4)


def lines(seed: int) -> NewPage:
    return NewPage(file_of(sheet(seed, 300, "1"), "PNG"), "image/png", *A4)


def paper(pages: int, frames: range | None = None, *, signed: bool = False) -> list[NewPage]:
    data = pdf(pages)
    return [NewPage(data, "application/pdf", 209.9, 297.04, frame, signed) for frame in frames or range(pages)]


def came(page: NewPage) -> bytes:
    assert isinstance(page.data, bytes)
    return page.data


def batch_of(batches: Batches, *pages: NewPage) -> Batch:
    batch_id = batches.begin(Source.SCAN, "x")
    batches.take(batch_id, *pages)
    return batches.batch(batch_id)


def whole(batch: Batch) -> Part:
    (part,) = batch.parts
    return part


def build(desk: Desk, batch: Batch) -> CapturedDocument:
    return Builder(desk).build(batch, whole(batch), "หนังสือ <๑> & อื่น ๆ")


def image(drawn: RenderedPage) -> Image.Image:
    return picture_of(drawn).convert("L")


def looks_alike(desk: Desk, batch: Batch, built: CapturedDocument) -> None:
    """Every page of the PDF shows what the screen shows of the page."""
    pictures = PagePictures(desk)
    for seen, said in zip(page_sizes_mm(built.data), built.page_sizes_mm, strict=True):
        assert seen == pytest.approx(said, abs=0.1)
    for place, leaf in enumerate(whole(batch).leaves):
        shown = image(pictures.page_picture(batch, leaf.page, 40)).filter(_AFAR)
        there = image(render(built.data, place, 40)).resize(shown.size).filter(_AFAR)
        difference = ImageStat.Stat(ImageChops.difference(shown, there)).mean[0]
        assert difference < 5, f"page {place} differs by {difference}"


LOOKS: dict[str, Callable[[int], tuple[Edit, ...]]] = {
    "as it came": lambda _: (),
    "turned": lambda page: (Turn((page,), 90),),
    "upside down": lambda page: (Turn((page,), 180),),
    "straightened": lambda page: (Straighten(page, 7.0),),
    "cropped": lambda page: (Crop(page, Box(20, 10, 120, 100)),),
    "all of it": lambda page: (Straighten(page, -4.0), Crop(page, Box(20, 10, 120, 100)), Turn((page,), 270)),
}


@pytest.mark.parametrize("look", LOOKS)
def test_what_is_built_is_what_was_seen(desk: Desk, batches: Batches, look: str) -> None:
    """Pages of each kind, and between them one of a PDF."""
    exif = Image.Exif()
    exif[0x0112] = 8
    photo = NewPage(file_of(sheet(3, 100, "RGB"), exif=exif), "image/jpeg", 297.0, 210.0)
    colours = NewPage(file_of(sheet(4, 72, "RGB"), "BMP"), "image/bmp", *A4)
    batch = batch_of(batches, jpeg(1), *paper(3, range(1, 2)), lines(2), photo, colours)
    for page in range(5):
        for edit in LOOKS[look](page):
            batch = batches.edit(batch.id, edit)
    looks_alike(desk, batch, build(desk, batch))


def test_a_scanned_jpeg_stands_in_the_pdf_as_it_came(desk: Desk, batches: Batches) -> None:
    pages = [jpeg(1), jpeg(2)]
    batch = batch_of(batches, *pages)
    batch = batches.edit(batches.edit(batch.id, Turn((0,), 90)).id, Straighten(1, 2))
    built = build(desk, batch)
    assert all(came(page) in built.data for page in pages)
    assert len(built.data) < sum(len(came(page)) for page in pages) + 8_000


def test_black_and_white_is_packed_without_loss(desk: Desk, batches: Batches) -> None:
    page = lines(1)
    built = build(desk, batch_of(batches, page))
    with pikepdf.open(io.BytesIO(built.data)) as made:
        picture = made.pages[0].Resources.XObject.Im
        assert isinstance(picture, pikepdf.Stream)
        assert picture.Filter == "/CCITTFaxDecode"
        unpacked = pikepdf.PdfImage(picture).as_pil_image().convert("1")
    assert ImageChops.difference(unpacked.convert("L"), sheet(1, 300, "1").convert("L")).getbbox() is None
    assert len(built.data) < len(came(page)) + 4_000


def test_what_came_too_fine_is_kept_at_300_dpi(desk: Desk, batches: Batches) -> None:
    fine = NewPage(file_of(sheet(1, 600), "JPEG", quality=95), "image/jpeg", *A4)
    batch = batch_of(batches, fine)
    built = build(desk, batch)
    with pikepdf.open(io.BytesIO(built.data)) as made:
        assert made.pages[0].Resources.XObject.Im.Width == pytest.approx(2480, abs=2)
    assert desk.blobs.get(batch.pages[0].sha256) == fine.data


def test_what_is_cropped_away_is_not_in_the_copy_that_people_read(desk: Desk, batches: Batches) -> None:
    batch = batches.edit(batch_of(batches, jpeg(1)).id, Crop(0, Box(60, 30, 100, 100)))
    with pikepdf.open(io.BytesIO(build(desk, batch).data)) as made:
        picture = made.pages[0].Resources.XObject.Im
        assert (int(picture.Width), int(picture.Height)) == pytest.approx((394, 394), abs=2)


def test_a_whole_pdf_stays_the_bytes_that_came(desk: Desk, batches: Batches) -> None:
    pages = paper(3)
    assert build(desk, batch_of(batches, *pages)).data == pages[0].data
    split = batch_of(batches, *pages)
    split = batches.edit(split.id, Split((Start(0), Start(2))))
    first, second = (Builder(desk).build(split, part, "x") for part in split.parts)
    assert (first.page_count, second.page_count) == (2, 1)
    assert "page 3" in page_text(second.data)


def test_a_signed_pdf_goes_as_it_is_and_alone(desk: Desk, batches: Batches) -> None:
    pages = paper(2, signed=True)
    batch = batch_of(batches, jpeg(1), *pages)
    built = [Builder(desk).build(batch, part, "x") for part in batch.parts]
    assert [one.pages for one in built] == [(0,), (1, 2)]
    assert built[1].data == pages[0].data


def test_pages_of_pdfs_keep_their_words(desk: Desk, batches: Batches) -> None:
    batch = batch_of(batches, jpeg(1), *paper(3))
    batch = batches.edit(batches.edit(batch.id, Move((3,), 0)).id, Delete((1,)))
    built = build(desk, batch)
    assert [page_text(built.data, place).strip() for place in range(3)] == ["page 3", "", "page 2"]


def test_fronts_and_backs(desk: Desk, batches: Batches) -> None:
    batch = batch_of(batches, *(jpeg(seed) for seed in range(4)))
    batch = batches.edit(batch.id, Interleave((0, 1), (2, 3)))
    assert build(desk, batch).pages == (0, 3, 1, 2)
    looks_alike(desk, batch, build(desk, batch))


def test_the_same_pages_give_the_same_file(desk: Desk, batches: Batches) -> None:
    batch = batch_of(batches, jpeg(1), *paper(2, range(1)), lines(2))
    assert build(desk, batch).sha256 == build(desk, batch).sha256


def test_pages_of_pictures_are_made_to_be_kept(desk: Desk, batches: Batches) -> None:
    """Nothing of what is looked at breaches PDF/A-2b; a PDF of pictures has no fonts, and qpdf finds it whole."""
    colours = NewPage(file_of(sheet(4, 72, "RGB"), "BMP"), "image/bmp", *A4)
    built = build(desk, batch_of(batches, jpeg(1), lines(2), colours)).data
    assert flaws(built) == ["no fonts"]
    with pikepdf.open(io.BytesIO(built)) as made:
        assert made.check_pdf_syntax() == []


def test_a_picture_that_was_brought_in_stays_beside_its_pdf(desk: Desk, batches: Batches) -> None:
    picture = lines(1)
    batch_id = batches.begin(Source.PASTE, "x")
    batches.take(batch_id, picture)
    built = build(desk, batches.batch(batch_id))
    assert (built.original, built.original_media_type) == (came(picture), "image/png")


def test_it_stops_when_it_is_told_to_and_leaves_nothing(desk: Desk, batches: Batches) -> None:
    batch = batch_of(batches, *(jpeg(seed) for seed in range(5)))
    before = sorted(desk.blobs.folder.rglob("*"))
    cancel = threading.Event()

    def told(done: int, total: int) -> None:
        assert total == 5
        if done == 3:
            cancel.set()

    with pytest.raises(OfficeError, match="capture.cancelled"):
        Builder(desk).build(batch, whole(batch), "x", told, cancel)
    assert sorted(desk.blobs.folder.rglob("*")) == before


def test_a_letter_takes_what_was_built_as_it_lies_in_the_store(desk: Desk, batches: Batches) -> None:
    """What was built and never used goes when the batch is finished; the letter's file and the pages stay."""
    batch = batch_of(batches, jpeg(1), jpeg(2))
    unused = build(desk, batch)
    batch = batches.edit(batch.id, Turn((0,), 90))
    built = build(desk, batch)

    def beside(unit: UnitOfWork, letter_id: bytes) -> None:
        assert built.batch is not None
        batches.registered(unit, built.batch, built.pages, letter_id)

    office = make_office(desk)
    office.letters(person(office)).register(Registration("ก", "ข", "ค"), [built], beside)
    assert desk.reader.one("SELECT sha256, pages FROM letter_file") == (built.sha256, 2)
    erase_files(desk)
    assert not desk.blobs.has(unused.sha256)
    assert desk.blobs.has(built.sha256)
    assert all(desk.blobs.has(page.sha256) for page in batch.pages)
