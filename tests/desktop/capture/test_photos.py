"""Photographed sheets: found where they truly lie, laid straight and evenly white; left alone when that is not sure."""

import io
from itertools import chain

import numpy as np
import pytest
from PIL import Image

from desktop.capture.corners import WHOLE, Corners
from desktop.capture.edits import LayStraight
from desktop.capture.layout import Layout
from desktop.capture.photos import PhotoOnScreen, find_sheet, is_photo, laid_straight, seen_sheet
from desktop.office.errors import OfficeError
from tests.helpers.phone_photos import HIGH, WIDE, Photo, phone_photo, sheet_of_print, table_alone

_DIAGONAL = float(np.hypot(WIDE, HIGH))


def off_by(found: Corners, true: Corners) -> float:
    """The worst corner's distance from where it is, as a share of the photo's diagonal."""
    pairs = zip(found, true, strict=True)
    return max(float(np.hypot((x - u) * WIDE, (y - v) * HIGH)) / _DIAGONAL for (x, y), (u, v) in pairs)


def jpeg(image: Image.Image) -> bytes:
    file = io.BytesIO()
    image.save(file, "JPEG", quality=85)
    return file.getvalue()


@pytest.fixture(scope="module")
def photo() -> Photo:
    return phone_photo(1)


@pytest.mark.parametrize("seed", range(2, 8))
def test_the_sheet_is_found_where_it_lies(seed: int) -> None:
    """To a third of a percent of the photo: a millimetre or so of an A4."""
    taken = phone_photo(seed)
    found = find_sheet(taken.jpeg(), "photo.jpg")
    assert found.is_sure
    assert off_by(found.corners, taken.corners) < 0.0033


def test_a_photo_becomes_an_even_a4(photo: Photo) -> None:
    corners = seen_sheet(photo.jpeg(), "photo.jpg")
    assert corners is not None
    page = laid_straight(photo.image, corners)
    assert page.height / page.width == pytest.approx(297 / 210, rel=0.002)
    assert 700 < page.width < WIDE  # as fine as the photo shows it
    small = np.asarray(page.convert("L").resize((210, 297), Image.Resampling.BOX), int)
    true = np.asarray(photo.sheet.convert("L").resize((210, 297), Image.Resampling.BOX), int)
    paper = small[3:-3, 3:-3][true[3:-3, 3:-3] == 255]
    assert np.percentile(paper, 2) > 215
    assert np.corrcoef(small[3:-3, 3:-3].ravel(), true[3:-3, 3:-3].ravel())[0, 1] > 0.95


def test_no_sheet_is_finer_than_300_dpi() -> None:
    large = Image.new("RGB", (6000, 8485), "white")
    assert laid_straight(large, WHOLE).size == (2480, 3508)


def test_a_photo_on_the_screen_shows_what_comes_of_its_corners(photo: Photo) -> None:
    shown = PhotoOnScreen(photo.jpeg(), "photo.jpg")
    assert off_by(shown.corners, photo.corners) < 0.0033
    assert max(shown.photo().width, shown.photo().height) == 1400
    cut = ((0.4, 0.4), (0.6, 0.4), (0.6, 0.6), (0.4, 0.6))
    assert shown.sheet(cut).width < shown.sheet(shown.found).width
    assert PhotoOnScreen(photo.jpeg(), "photo.jpg", cut).corners == cut


@pytest.mark.parametrize(("orientation", "turn"), [(6, Image.Transpose.ROTATE_90), (3, Image.Transpose.ROTATE_180)])
def test_a_phone_held_otherwise(photo: Photo, orientation: int, turn: Image.Transpose) -> None:
    held = Photo(photo.image.transpose(turn), photo.corners, photo.sheet)
    found = find_sheet(held.jpeg(orientation), "photo.jpg")
    assert found.is_sure
    assert off_by(found.corners, photo.corners) < 0.0033


def unsure_photos(photo: Photo) -> dict[str, Image.Image]:
    left = round(min(x for x, _ in photo.corners) * WIDE)
    return {
        "a table alone": table_alone(3),
        "a sheet of which the photo shows only a part": photo.image.crop((left + 120, 0, WIDE, HIGH)),
        "a page that fills the photo": sheet_of_print(1),
        "white paper on a white table": Image.new("RGB", (900, 1200), (236, 236, 232)),
        "black": Image.new("RGB", (900, 1200)),
        "a photo of two dots": Image.new("RGB", (2, 1), "white"),
    }


def test_what_is_not_sure_is_kept_as_it_is(photo: Photo) -> None:
    for name, image in unsure_photos(photo).items():
        found = find_sheet(jpeg(image), "photo.jpg")
        assert not found.is_sure, name
        assert all(0 <= share <= 1 for share in chain.from_iterable(found.corners)), name


def test_only_a_camera_takes_photos(photo: Photo) -> None:
    assert is_photo(photo.jpeg(), "photo.jpg")
    scanned = jpeg(photo.image)
    assert not is_photo(scanned, "scan.jpg")
    assert seen_sheet(scanned, "scan.jpg") is None
    assert not is_photo(b"no picture", "x.jpg")


def test_a_card_keeps_its_proportion() -> None:
    card = Image.new("RGB", (1000, 1000), (30, 30, 30))
    card.paste((250, 250, 250), (100, 300, 900, 804))
    corners = ((0.1, 0.3), (0.9, 0.3), (0.9, 0.804), (0.1, 0.804))
    page = laid_straight(card, corners)
    assert page.width / page.height == pytest.approx(800 / 504, rel=0.01)
    assert page.width <= 3508


@pytest.mark.parametrize(
    "corners",
    [
        (WHOLE[1], WHOLE[0], WHOLE[2], WHOLE[3]),
        (WHOLE[0], WHOLE[0], WHOLE[2], WHOLE[3]),
        ((0.5, 0.5), (0.5001, 0.5), (0.5001, 0.5001), (0.5, 0.5001)),
    ],
)
def test_four_points_that_are_no_corners(photo: Photo, corners: Corners) -> None:
    with pytest.raises(OfficeError, match=r"capture.corners_crossed"):
        laid_straight(photo.image, corners)
    with pytest.raises(OfficeError, match=r"capture.corners_crossed"):
        LayStraight(0, corners).on(Layout().grown(1))


def test_torn_and_strange_files_are_refused(photo: Photo) -> None:
    with pytest.raises(OfficeError, match=r"capture.picture_torn"):
        find_sheet(photo.jpeg()[:30_000], "half.jpg")
    with pytest.raises(OfficeError, match=r"capture.not_a_document"):
        PhotoOnScreen(b"words", "x.jpg", WHOLE)
