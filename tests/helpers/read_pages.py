"""Pages of generated letters that were read before: what a reader would give is known, and no process is started."""

from datetime import date
from io import BytesIO
from threading import Event

from desktop.application import Office
from desktop.capture.model import CapturedDocument
from desktop.office.errors import OfficeError
from desktop.reading.model import PageReading
from desktop.reading.queue import Wanted
from desktop.suggesting.letter_reading import LetterReader, ReadsPages
from tests.helpers.captured import from_bytes
from tests.helpers.letter_scans import ScanLetter, scan

TODAY = date(2026, 11, 21)


class ReadBefore:
    """The pages of one document."""

    def __init__(self, *pages: PageReading) -> None:
        self._pages = pages

    def __call__(self, wanted: Wanted, cancel: Event) -> PageReading:
        return self._pages[wanted.page]


class ReadsNothing:
    """A desk whose reader fails so."""

    def __init__(self, code: str = "reading.no_model") -> None:
        self._code = code

    def __call__(self, wanted: Wanted, cancel: Event) -> PageReading:
        raise OfficeError(self._code)


def reads_by(office: Office, read: ReadsPages) -> None:
    """This desk reads so from now on."""
    office.__dict__["letter_reader"] = LetterReader(read, office.sender_queries, lambda: TODAY)


def paper(one: ScanLetter) -> CapturedDocument:
    """The letter's page as it comes from a scanner."""
    picture = BytesIO()
    scan(one).picture.convert("L").save(picture, "PNG", dpi=(300, 300))
    return from_bytes(picture.getvalue(), "หนังสือ.png")
