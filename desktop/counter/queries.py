"""What is known of a citizen in all rooms. A room gives its matters by one function; the page joins them."""

from collections.abc import Callable, Iterable, Sequence
from typing import TypeAlias

from desktop.cashier.model import Receipt
from desktop.cashier.queries import CashierQueries
from desktop.cashier.rules import display_number
from desktop.counter.model import Matter, Page, Topic
from desktop.office.dates import local_date
from desktop.office.ids import Id
from desktop.people.model import Citizen
from desktop.people.queries import PeopleQueries

Matters: TypeAlias = Callable[[Citizen], Iterable[Matter]]
"""What a room has of a citizen: by `Citizen.ids` where its rows name them."""
MOST = 100
"""Lines of one room on a page."""


class CounterQueries:
    """`sources`: the rooms that have matters of citizens."""

    def __init__(self, people: PeopleQueries, sources: Sequence[Matters]) -> None:
        self._people = people
        self._sources = tuple(sources)

    def page(self, person_id: Id) -> Page | None:
        """The page of whoever stands for that row now; None where it is not here."""
        citizen = self._people.citizen(person_id)
        if citizen is None:
            return None
        matters = [matter for source in self._sources for matter in source(citizen)]
        matters.sort(key=lambda matter: (not matter.is_open, -matter.day.toordinal()))
        return Page(citizen, self._people.houses_of(citizen.ids), tuple(matters))


def receipts_of(cashier: CashierQueries) -> Matters:
    """Receipts in the citizen's name."""
    return lambda citizen: map(_receipt, cashier.in_name_of(citizen.name, MOST))


def _receipt(receipt: Receipt) -> Matter:
    what = ", ".join(line.description for line in receipt.lines)
    return Matter(
        Topic.RECEIPT,
        "receipt",
        receipt.id,
        local_date(receipt.issued_at),
        what,
        number=display_number(receipt),
        amount_satang=receipt.total_satang,
        is_void=receipt.void is not None,
    )
