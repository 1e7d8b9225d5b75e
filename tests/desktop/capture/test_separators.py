"""Blank sheets and slips are found on pages as scanners give them, and nothing else is taken for one."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from desktop.capture.batch import Batch, NewPage
from desktop.capture.batches import Batches
from desktop.capture.model import Source
from desktop.capture.page_pictures import PagePictures
from desktop.capture.separators import blank_pages, slips
from desktop.capture.splitting import at_blanks, at_slips
from desktop.letters.slips import code_of, letter_of
from desktop.office.errors import OfficeError
from desktop.paper.pages import render
from desktop.paper.slip import Slip, slips_pdf
from desktop.store.desk import Desk
from tests.helpers.desk import MORNING, make_desk, make_office, person
from tests.helpers.sheets_of_paper import file_of, sheet

LETTER = bytes(range(16))


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = make_desk(tmp_path)
    yield made
    made.close()


@pytest.fixture
def batches(desk: Desk) -> Batches:
    return Batches(desk, person(make_office(desk)))


def empty(*, shade: int = 255) -> Image.Image:
    """A blank sheet as a scanner sees it: grain, some dust, and a shadow at its edge."""
    page = Image.blend(Image.new("L", (827, 1169), shade), Image.effect_noise((827, 1169), 20), 0.1)
    draw = ImageDraw.Draw(page)
    draw.rectangle((0, 0, 12, 1169), fill=60)
    for place in range(6):
        draw.point((100 + 90 * place, 200 + 130 * place), fill=0)
    return page


def slip() -> Image.Image:
    paper = slips_pdf([Slip(code_of(LETTER), "04824", 2569, "เรื่อง", "จังหวัด", MORNING)], "เทศบาล", MORNING)
    drawn = render(paper, 0, 200)
    return Image.frombuffer("RGB", (drawn.width, drawn.height), drawn.data, "raw", "BGRX", drawn.stride, 1).convert("L")


def batch_of(batches: Batches, *pictures: Image.Image) -> Batch:
    batch_id = batches.begin(Source.SCAN, "x")
    for picture in pictures:
        batches.take(batch_id, NewPage(file_of(picture, quality=70), "image/jpeg", 210, 297))
    return batches.batch(batch_id)


def test_blank_sheets_are_found_and_a_single_line_is_none(desk: Desk, batches: Batches) -> None:
    one_line = empty()
    ImageDraw.Draw(one_line).rectangle((200, 300, 420, 308), fill=40)
    batch = batch_of(batches, sheet(1), empty(), one_line, empty(shade=225), sheet(2))
    blank = blank_pages(PagePictures(desk), batch)
    assert blank == {1, 3}
    batch = batches.edit(batch.id, at_blanks(batch.layout, blank))
    assert [part.pages for part in batch.parts] == [(0,), (2,), (4,)]


@pytest.mark.parametrize("turned", [0, 4, 180])
def test_a_scanned_slip_says_whose_letter_follows(desk: Desk, batches: Batches, turned: int) -> None:
    batch = batch_of(batches, sheet(1), slip().rotate(turned, fillcolor=255), sheet(2), sheet(3))
    found = slips(PagePictures(desk), batch, lambda code: letter_of(code) is not None)
    assert found == {1: code_of(LETTER)}
    parts = batches.edit(batch.id, at_slips(batch.layout, found)).parts
    assert [(part.pages, part.code) for part in parts] == [((0,), ""), ((2, 3), code_of(LETTER))]


def test_a_code_of_somebody_else_parts_nothing(desk: Desk, batches: Batches) -> None:
    assert slips(PagePictures(desk), batch_of(batches, slip()), lambda code: False) == {}


def test_looking_stops_when_it_is_told_to(desk: Desk, batches: Batches) -> None:
    cancel, told = threading.Event(), list[tuple[int, int]]()

    def progress(done: int, total: int) -> None:
        told.append((done, total))
        cancel.set()

    with pytest.raises(OfficeError, match=r"capture\.cancelled"):
        blank_pages(PagePictures(desk), batch_of(batches, empty(), empty()), progress, cancel)
    assert told == [(1, 2)]
