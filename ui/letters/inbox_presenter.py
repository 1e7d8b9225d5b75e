"""Which letters are on the list, and what the keys of the list may do; no widgets."""

from collections.abc import Sequence
from datetime import date
from threading import Lock

from desktop.accounts.model import Session
from desktop.application import Office
from desktop.letters.fallen import supervises
from desktop.letters.model import Basket, LetterRow, Order
from desktop.letters.queries import Anchor, InboxFilter, LetterQueries
from desktop.letters.rules import default_basket
from desktop.office.changes import Changes
from desktop.office.dates import local_date
from desktop.office.ids import Id
from desktop.office.secrecy import Secrecy, rank

_ENTITIES = (
    "letter", "letter_file", "letter_channel", "letter_loan", "letter_registration", "endorsement", "routing",
    "holiday", "calendar_year",
    "route_step", "route_event", "letter_watch", "chain_post", "route_template",
    "delegation",
)  # fmt: skip


class Listing:
    """One reading of a basket: how many rows, the first page, and any other page when somebody scrolls there."""

    def __init__(self, queries: LetterQueries, wanted: InboxFilter, size: int, keep: Id | None = None) -> None:
        """Pages of `size` rows. `keep`: the letter whose `place` is wanted; None when it is not on the list."""
        self._queries = queries
        self.wanted = wanted
        self._size = size
        self._anchors: Sequence[Anchor] | None = None
        self._one_at_a_time = Lock()
        self.total = queries.count(wanted)
        self.first = tuple(queries.page(wanted, size))
        self.place = queries.place(wanted, keep) if keep is not None else None

    def page(self, number: int) -> Sequence[LetterRow]:
        """Reads the store; any thread."""
        if number == 0:
            return self.first
        with self._one_at_a_time:
            if self._anchors is None:
                self._anchors = self._queries.anchors(self.wanted, self._size)
        return self._queries.page(self.wanted, self._size, self._anchors[number]) if number < len(self._anchors) else ()


class InboxPresenter:
    """`basket` and `words` say what is wanted; `look` and `counts` read the store, on any thread."""

    def __init__(self, office: Office, session: Session) -> None:
        self._office = office
        self._person = session.person
        self.basket = default_basket(session.person.role)
        self.words = ""
        self.order = Order.NEWEST

    @property
    def today(self) -> date:
        return local_date(self._office.clock.now())

    @property
    def wanted(self) -> InboxFilter:
        me = self._person
        return InboxFilter(self.basket, me.unit.id, self.today, self.words, self.order, me.id)

    def next_order(self) -> Order:
        """Sorted otherwise: each way of sorting in turn."""
        orders = tuple(Order)
        self.order = orders[(orders.index(self.order) + 1) % len(orders)]
        return self.order

    def look(self, wanted: InboxFilter, size: int, keep: Id | None = None) -> Listing:
        return Listing(self._office.letter_queries, wanted, size, keep)

    def counts(self) -> dict[Basket, int]:
        return self._office.letter_queries.counts(self._person.unit.id, self.today, self._person.id)

    def waiting(self) -> int:
        """What the navigation shows: the letters of the basket that this person's day begins with."""
        first = default_basket(self._person.role)
        return self._office.letter_queries.count(
            InboxFilter(first, self._person.unit.id, self.today, person_id=self._person.id)
        )

    def fallen(self) -> int:
        """How many letters nobody has moved for too long: in the whole office for those who supervise it."""
        unit = None if supervises(self._person.role) else self._person.unit.id
        return self._office.fallen_queries.count(self._office.day_queries.calendar(), self.today, unit)

    def may_read_secrets(self) -> bool:
        """Whether this person is cleared for what is read at the centre only."""
        clearance = self._office.account_queries.clearance(self._person.id)
        return rank(clearance) >= rank(Secrecy.VERY_SECRET)

    def next_basket(self) -> Basket:
        order = tuple(Basket)
        return order[(order.index(self.basket) + 1) % len(order)]

    @staticmethod
    def concerns(changes: Changes) -> bool:
        """Whether a write can have changed what a list or a letter shows."""
        return changes.touches(*_ENTITIES)
