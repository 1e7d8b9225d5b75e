"""A generated letter: what its register says, and every text on its page."""

from dataclasses import dataclass
from datetime import date

from desktop.letters.model import Kind, Urgency
from desktop.office.secrecy import Secrecy
from tests.helpers.letter_inks import Drawn, Typeface


@dataclass(frozen=True)
class Fields:
    """What a register says of the letter, in Arabic digits. A list has a line for each, as it stands on the paper.

    `subject` is empty where the form has none (หนังสือประทับตรา).
    """

    kind: Kind
    book_number: str
    letter_date: date
    from_party: str
    to_party: str
    subject: str
    urgency: Urgency = Urgency.NORMAL
    secrecy: Secrecy = Secrecy.NORMAL
    references: tuple[str, ...] = ()
    enclosures: tuple[str, ...] = ()


@dataclass(frozen=True)
class ScanLetter:
    """`drawn`: every text on the page in its place, what a stamp of another office says among it."""

    seed: int
    fields: Fields
    face: Typeface
    drawn: tuple[Drawn, ...]
    signed_at: tuple[float, float]
    """Where a hand signed, in mm."""
    seal_at: tuple[float, float] | None = None
    stamp_at: tuple[float, float, float, float] | None = None
    """The box of a received stamp, in mm."""
    dotted: tuple[tuple[float, float, float], ...] = ()
    """Dotted lines: left, right and height, in mm."""
