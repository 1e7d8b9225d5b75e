"""A kind of paper as the journal needs it: made anew for a look or a second printing, and counted when marked."""

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Protocol

from desktop.accounts.model import Person
from desktop.office.ids import Id
from desktop.paper.ops import Face, Paper, Rect, Sheet, Text
from desktop.sheets.model import Filed, Job, Role, Wanted
from desktop.sheets.rules import pages

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


def filed_job(paper: Filed, queue: str) -> Job:
    """The job that prints a file, each of its pages a sheet. Errors as `desktop.paper.pages.page_count`."""
    from desktop.paper.pages import page_count

    count = page_count(paper.pdf)
    if paper.role is Role.PILE and count > 1:
        wanted: tuple[Wanted, ...] = (Wanted(Role.PILE, 1, count),)
    else:
        role = Role.PAGE if paper.role is Role.PILE else paper.role
        wanted = tuple(Wanted(role, page, count) for page in range(1, count + 1))
    return Job(paper.kind, paper.label, queue, paper.media.value.lower(), paper.media, wanted, paper.document)


def sheets_of(file: bytes, job: Job) -> bytes:
    """The pages that a job prints of its file, with the marks that its sheets bear, one for each sheet.

    Errors as `desktop.paper.overlay.lay_over`.
    """
    from io import BytesIO

    from desktop.paper.overlay import lay_on, open_pdf
    from desktop.paper.pages import page_count

    places = pages(job)
    marks = [_mark(place, one.time) for place, one in enumerate(job.wanted) if one.time]
    if not marks and len(places) == page_count(file):
        return file
    with open_pdf(file) as pdf:
        wanted = [pdf.pages[place] for place in places]
        del pdf.pages[:]
        pdf.pages.extend(wanted)
        lay_on(pdf, marks)
        out = BytesIO()
        pdf.save(out, deterministic_id=True)
        return out.getvalue()


def _mark(page: int, time: int) -> "Overlay":
    """พิมพ์ซ้ำครั้งที่ n in a box above the page."""
    from desktop.office.thai import thai_digits
    from desktop.paper.overlay import Overlay

    words = thai_digits(f"พิมพ์ซ้ำครั้งที่ {time}")
    box = Rect(0, 0, *_MARK_MM, 0.4, _RED, "#FFFFFF", 1.0)
    sheet = Sheet(*_MARK_MM, (box, Text(_MARK_MM[0] / 2, 5.6, words, 16, Face.BOLD, "centre", _RED)))
    return Overlay(Paper(words, "", datetime(2000, 1, 1, tzinfo=UTC), (sheet,)), page, 8, 6)
