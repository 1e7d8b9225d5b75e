"""A letter's pages as they leave the desk: stamp, endorsements and the words that were read, in a derived copy.

It is made whenever it is asked for: it is never out of date, takes no room, and a better reading gives a better copy.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from shutil import copyfileobj
from typing import BinaryIO

from desktop.letters.model import Endorsement, Letter, LetterFile, NotePlace
from desktop.paper.blank_space import place_for
from desktop.paper.endorsement_note import DrawnNote, EndorsementNote, draw_note
from desktop.paper.intake_stamp import HEIGHT_MM, WIDTH_MM, IntakeStamp, stamp_paper
from desktop.paper.overlay import Overlay, lay_on, open_pdf
from desktop.paper.page_digest import page_digest
from desktop.paper.pages import Parts
from desktop.reading.model import PageReading
from desktop.reading.text_layer import lay_text

_PIECE = 1 << 20


@dataclass(frozen=True)
class Placed:
    """An endorsement as it is drawn where it was put."""

    endorsement: Endorsement
    place: NotePlace
    drawn: DrawnNote


@dataclass(frozen=True)
class Spot:
    """Where a new note is wanted: a page (from 0) of a file, its top left corner in mm, or wherever there is room."""

    file: LetterFile
    page: int = 0
    x_mm: float | None = None
    y_mm: float | None = None


def note_of(one: Endorsement) -> EndorsementNote:
    return EndorsementNote(one.text, one.lines, one.at, flawed=one.flaw is not None)


def placed_on(pdf: bytes | Parts, file: LetterFile, endorsements: Iterable[Endorsement]) -> tuple[Placed, ...]:
    """Those that stand on the pages of this file; none whose page is another than the one it was put on."""
    found = []
    for one in endorsements:
        if one.place is not None and is_same_page(pdf, file, one.place):
            found.append(Placed(one, one.place, draw_note(note_of(one))))
    return tuple(found)


def is_same_page(pdf: bytes | Parts, file: LetterFile, place: NotePlace) -> bool:
    if place.file_id != file.id or not 0 <= place.page < file.pages:
        return False
    try:
        return not place.digest or page_digest(pdf, place.page) == place.digest
    except IndexError:
        return False


def write_copy(
    pdf: Parts,
    letter: Letter,
    file: LetterFile,
    stamp: IntakeStamp | None,
    readings: Mapping[int, PageReading],
    out: BinaryIO,
) -> None:
    """Writes a copy with the stamp (on the first file only), the endorsements where they were put, and invisibly what
    was read of its pages (from 0). With nothing to lay over it, the very bytes; the kept file is never touched."""
    overlays = _overlays(pdf, letter, file, stamp)
    if not overlays and not readings:
        with pdf.opened() as kept:
            return copyfileobj(kept, out, _PIECE)
    with open_pdf(pdf) as copy:
        lay_text(copy, readings)
        lay_on(copy, overlays)
        copy.save(out, deterministic_id=True)


def _overlays(pdf: Parts, letter: Letter, file: LetterFile, stamp: IntakeStamp | None) -> list[Overlay]:
    overlays = []
    if stamp is not None and letter.stamp is not None and file == letter.files[0]:
        overlays.append(Overlay(stamp_paper(stamp), letter.stamp.page, letter.stamp.x_mm, letter.stamp.y_mm))
    for one in placed_on(pdf, file, letter.endorsements):
        paper = one.drawn.paper(note_of(one.endorsement))
        overlays.append(Overlay(paper, one.place.page, one.place.x_mm, one.place.y_mm))
    return overlays


def seek_place(
    pdf: bytes | Parts, letter: Letter, file: LetterFile, page: int, drawn: DrawnNote
) -> tuple[float, float]:
    """Left and top (mm) for a new note: free space from the lower left, beside the stamp and notes that stand there.

    IndexError for a page that is not there; OfficeError as `desktop.paper.pages`.
    """
    taken = [
        (one.place.x_mm, one.place.y_mm, one.drawn.width_mm, one.drawn.height_mm)
        for one in placed_on(pdf, file, letter.endorsements)
        if one.place.page == page
    ]
    stamp = letter.stamp
    if stamp is not None and stamp.page == page and file == letter.files[0]:
        taken.append((stamp.x_mm, stamp.y_mm, WIDTH_MM, HEIGHT_MM))
    return place_for(pdf, page, drawn.width_mm, drawn.height_mm, taken)


def note_place(pdf: bytes | Parts, letter: Letter, spot: Spot, note: EndorsementNote) -> NotePlace:
    """The place of a new note on the page as it is now; errors as `seek_place`."""
    if spot.x_mm is None or spot.y_mm is None:
        x, y = seek_place(pdf, letter, spot.file, spot.page, draw_note(note))
    else:
        x, y = spot.x_mm, spot.y_mm
    return NotePlace(spot.file.id, spot.page, round(x, 3), round(y, 3), page_digest(pdf, spot.page))
