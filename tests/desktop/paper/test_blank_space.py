"""Where the intake stamp has room: the top right first, beside what stands there, and honest when there is none."""

from io import BytesIO

import pytest

from desktop.paper.blank_space import room_near
from desktop.paper.intake_stamp import HEIGHT_MM, WIDTH_MM, default_place
from desktop.paper.ops import Rect
from tests.desktop.paper.papers import a_paper
from tests.helpers.captured import from_bytes
from tests.helpers.letter_scans import Wear, letter, scan
from tests.helpers.letters import document, samples
from tests.helpers.rasters import grey

USUAL = default_place(210, 297)
MOST_COVERED = 0.005


def covered(pdf: bytes, x: float, y: float, dpi: float = 150) -> float:
    """Which share of the page under the stamp is ink."""
    box = [round(edge / 25.4 * dpi) for edge in (x, y, x + WIDTH_MM, y + HEIGHT_MM)]
    pixels = grey(pdf, dpi=dpi).crop((box[0], box[1], box[2], box[3])).tobytes()
    return sum(one < 160 for one in pixels) / len(pixels)


def black(x: float, y: float, wide: float, high: float) -> Rect:
    return Rect(x, y, wide, high, fill="#000000")


def test_an_empty_page_takes_it_at_the_top_right() -> None:
    room = room_near(a_paper(), 0, WIDTH_MM, HEIGHT_MM, USUAL)
    assert (room.x_mm, room.y_mm) == USUAL
    assert room.is_free


def test_it_stands_beside_what_is_there_and_no_farther_than_it_must() -> None:
    page = a_paper(black(160, 5, 45, 20))
    room = room_near(page, 0, WIDTH_MM, HEIGHT_MM, USUAL)
    assert room.is_free
    assert covered(page, room.x_mm, room.y_mm) == 0
    assert abs(room.x_mm - USUAL[0]) + abs(room.y_mm - USUAL[1]) < 25


def test_dotted_lines_of_a_memo_are_ink() -> None:
    dots = (Rect(x, y, 0.35, 0.35, fill="#606060") for x in range(110, 200) for y in (30, 38, 46))
    page = a_paper(*dots)
    room = room_near(page, 0, WIDTH_MM, HEIGHT_MM, USUAL)
    assert room.is_free
    assert not any(room.y_mm <= y <= room.y_mm + HEIGHT_MM for y in (30, 38, 46))


def test_where_there_is_no_room_it_covers_least_and_says_so() -> None:
    squares = [(x, y) for x in range(0, 210, 10) for y in range(0, 297, 10)]
    full = a_paper(*(black(x, y, 6, 6) for x, y in squares if not (70 <= x <= 100 and 200 <= y <= 210)))
    room = room_near(full, 0, WIDTH_MM, HEIGHT_MM, USUAL)
    assert not room.is_free
    assert room.x_mm <= 80 <= 100 <= room.x_mm + WIDTH_MM
    assert room.y_mm <= 205 <= room.y_mm + HEIGHT_MM


def test_a_page_smaller_than_the_stamp_still_has_a_place() -> None:
    room = room_near(a_paper(width_mm=48, height_mm=24), 0, WIDTH_MM, HEIGHT_MM, default_place(48, 24))
    assert (room.x_mm, room.y_mm) == (0, 0)


@pytest.mark.parametrize("place", range(0, len(samples()), 4))
def test_on_letters_of_the_office_it_covers_nothing(place: int) -> None:
    pdf = document(place).data
    room = room_near(pdf, 0, WIDTH_MM, HEIGHT_MM, USUAL)
    assert room.is_free
    assert covered(pdf, room.x_mm, room.y_mm) < MOST_COVERED


@pytest.mark.parametrize("wear", [Wear.FAXED, Wear.NOISY])
def test_specks_of_a_fax_and_grain_are_no_ink(wear: Wear) -> None:
    worn = scan(letter(50_003, "external"), wear)
    kept = BytesIO()
    worn.picture.convert("RGB").save(kept, "JPEG", quality=85, dpi=(worn.dpi, worn.dpi))
    pdf = from_bytes(kept.getvalue(), "page.jpg").data
    room = room_near(pdf, 0, WIDTH_MM, HEIGHT_MM, USUAL)
    assert room.is_free
    assert covered(pdf, room.x_mm, room.y_mm) < MOST_COVERED
    assert room.x_mm > 105
    assert room.y_mm < 74
