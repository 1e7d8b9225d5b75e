"""A kind of paper as the journal needs it: made anew for a look or a second printing, and counted when marked."""

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Protocol

from desktop.accounts.model import Person
from desktop.office.ids import Id
from desktop.paper.ops import Face, Paper, Rect, Sheet, Text
from desktop.sheets.model import Job

if TYPE_CHECKING:
    from desktop.paper.overlay import Overlay
    from desktop.store.unit_of_work import UnitOfWork

_MARK_MM = (46.0, 8.0)
_RED = "#B3261E"
ROLL = "roll"
"""The layout of papers that go to the printer as dots."""


class PaperKind(Protocol):
    """Of papers that a row of the store can be made into at any time."""

    def pdf(self, job: Job) -> bytes:
        """A page for each sheet of the job, in its order; any thread."""
        ...

    def mark(self, unit: "UnitOfWork", who: Person, document: Id) -> int:
        """Notes one more printing with the mark; the number that the paper must bear."""
        ...


def pages_again(pdf: bytes, job: Job, before: Job) -> bytes:
    """The pages of a paper that is only a file, those sheets of `before` that `job` prints again, marked where it says.

    Errors as `desktop.paper.overlay.lay_over`.
    """
    from io import BytesIO

    from desktop.paper.overlay import lay_on, open_pdf

    with open_pdf(pdf) as file:
        keep = [_place(before, wanted.page) for wanted in job.wanted]
        pages = [file.pages[place] for place in keep]
        del file.pages[:]
        file.pages.extend(pages)
        lay_on(file, [_mark(place, wanted.time) for place, wanted in enumerate(job.wanted) if wanted.time])
        out = BytesIO()
        file.save(out, deterministic_id=True)
        return out.getvalue()


def _place(before: Job, page: int) -> int:
    return next(place for place, wanted in enumerate(before.wanted) if wanted.page == page)


def _mark(page: int, time: int) -> "Overlay":
    """พิมพ์ซ้ำครั้งที่ n in a box above the page."""
    from desktop.office.thai import thai_digits
    from desktop.paper.overlay import Overlay

    words = thai_digits(f"พิมพ์ซ้ำครั้งที่ {time}")
    box = Rect(0, 0, *_MARK_MM, 0.4, _RED, "#FFFFFF", 1.0)
    sheet = Sheet(*_MARK_MM, (box, Text(_MARK_MM[0] / 2, 5.6, words, 16, Face.BOLD, "centre", _RED)))
    return Overlay(Paper(words, "", datetime(2000, 1, 1, tzinfo=UTC), (sheet,)), page, 8, 6)
