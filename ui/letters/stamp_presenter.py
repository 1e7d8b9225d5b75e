"""The intake stamp of one letter on its way onto the paper original; no widgets."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.accounts.model import Session
from desktop.application import Office
from desktop.letters.model import Direction, Letter, StampPlace
from desktop.letters.rules import padded
from desktop.letters.tags import is_provisional
from desktop.office.errors import OfficeError
from desktop.office.ids import Id
from desktop.paper.intake_stamp import IntakeStamp, default_place
from desktop.paper.stamp_sheet import Feed
from desktop.sheets.model import Filed

if TYPE_CHECKING:
    from desktop.letters.stamp_printing import StampPrinting

A4_MM = (210.0, 297.0)
STAMP = "stamp"
"""Its kind in the print journal."""


@dataclass(frozen=True)
class ToPrint:
    """A letter's stamp, where it stands on its first page, and how large that page is in mm."""

    letter: Letter
    stamp: IntakeStamp
    place: StampPlace
    page_mm: tuple[float, float]


class StampPresenter:
    """Everything here asks the store: any thread but the GUI's, `keep` on the writer's lane."""

    def __init__(self, office: Office, session: Session) -> None:
        self._office, self._session = office, session

    def open(self, letter_id: Id) -> ToPrint:
        """OfficeError `letters.gone`, and `letters.no_stamp` for what did not come in."""
        letter = self._office.letter_queries.letter(letter_id)
        if letter is None:
            raise OfficeError("letters.gone")
        if letter.direction is not Direction.INCOMING:
            raise OfficeError("letters.no_stamp")
        page_mm = self._first_page(letter)
        place = letter.stamp or StampPlace(0, *default_place(*page_mm))
        office, number = self._session.office.name_th, padded(letter.number)
        stamp = IntakeStamp(office, number, letter.received_at, provisional=is_provisional(letter.number))
        return ToPrint(letter, stamp, place, page_mm)

    def feed(self, queue: str) -> Feed | None:
        """How this printer takes a sheet; None while nobody has tried it."""
        return self._printing.feed(queue)

    def keep(self, queue: str, feed: Feed) -> None:
        self._printing.keep(queue, feed)

    def sheet(self, wanted: ToPrint, feed: Feed) -> bytes:
        return self._printing.sheet(wanted.stamp, wanted.place, wanted.page_mm, feed)

    def filed(self, wanted: ToPrint, feed: Feed) -> Filed:
        """The stamp as the print journal knows it."""
        return Filed(STAMP, self.label(wanted), self.sheet(wanted, feed), document=wanted.letter.id)

    def label(self, wanted: ToPrint) -> str:
        return f"ตรารับ {wanted.stamp.number}/{wanted.letter.year_be}"

    def trial(self, queue: str) -> bytes:
        """The sheet by which a printer is measured."""
        return self._printing.trial(queue, self._session.office.name_th)

    def _first_page(self, letter: Letter) -> tuple[float, float]:
        """Of a letter without a file here the paper is taken for A4."""
        if not letter.files or not self._office.desk.blobs.has(letter.files[0].sha256):
            return A4_MM
        from desktop.paper.pages import page_size_mm

        return page_size_mm(self._office.stored(letter.files[0].sha256))

    @property
    def _printing(self) -> "StampPrinting":
        return self._office.stamp_printing
