"""What waits today, in numbers; no widgets."""

from dataclasses import dataclass
from datetime import date

from desktop.accounts.model import Session
from desktop.application import Office
from desktop.letters.fallen import supervises
from desktop.letters.model import Basket
from desktop.letters.queries import InboxFilter
from desktop.office.dates import local_date
from ui.cashier.receipts_presenter import DayTotals, day_bounds, totals

LETTERS = (Basket.MINE, Basket.NEW, Basket.DUE)
FEW = 10
"""From here on a book of receipts is worth a word."""


@dataclass(frozen=True)
class Today:
    """`letters`: how many each basket holds; `unsent`: acts that the centre does not have yet.

    `fallen`: letters that nobody moves, of the office or the person's unit; `news`: what happened while they were away.
    """

    letters: dict[Basket, int]
    receipts: DayTotals
    receipts_left: int
    next_receipt: int | None
    next_letter: int | None
    unsent: int
    fallen: int = 0
    news: int = 0

    @property
    def book_runs_low(self) -> bool:
        return self.receipts_left < FEW


def look(office: Office, session: Session) -> Today:
    """Reads the store; may run on any thread."""
    day = local_date(office.clock.now())
    me = session.person

    def count(basket: Basket) -> int:
        return office.letter_queries.count(InboxFilter(basket, me.unit.id, day, person_id=me.id))

    receipts, letters = office.receipt_book(), office.letter_book()
    return Today(
        letters={basket: count(basket) for basket in LETTERS},
        receipts=totals(office.cashier_queries.between(*day_bounds(day))),
        receipts_left=receipts.left,
        next_receipt=receipts.next_number,
        next_letter=letters.next_number,
        unsent=office.waiting(),
        fallen=_fallen(office, session, day),
        news=len(office.briefing_queries.briefing(session.person).lines),
    )


def _fallen(office: Office, session: Session, day: date) -> int:
    unit = None if supervises(session.person.role) else session.person.unit.id
    return office.fallen_queries.count(office.day_queries.calendar(), day, unit)
