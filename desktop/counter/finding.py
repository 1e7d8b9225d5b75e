"""One search over what the counter serves: a number that was scanned, people, houses, cases, bills, receipts."""

from dataclasses import dataclass
from datetime import date

from desktop.cases.model import CaseLine
from desktop.cases.queries import CaseQueries, Sought
from desktop.cases.rules import display_number as case_number
from desktop.cases.tracking import code_of
from desktop.cashier.bill_model import Bill
from desktop.cashier.bill_queries import BillQueries
from desktop.cashier.bill_rules import display_bill
from desktop.cashier.found_receipts import FoundReceipts
from desktop.cashier.model import Receipt
from desktop.cashier.rules import display_number
from desktop.counter.scanned import Scanned, What, read
from desktop.office.ids import Id
from desktop.office.money import format_baht
from desktop.people.model import Hit
from desktop.people.queries import PeopleQueries

_SHORTEST = 2


@dataclass(frozen=True)
class Thing:
    """Something that has a page of its own. `entity`: person, house, citizen_case, bill or receipt.

    `person_id`, `house_id`: whose it is, where that is known.
    """

    entity: str
    id: Id
    name: str
    about: str = ""
    person_id: Id | None = None
    house_id: Id | None = None


class Finding:
    """Reads only; any thread."""

    def __init__(self, people: PeopleQueries, cases: CaseQueries, bills: BillQueries, cashier: FoundReceipts) -> None:
        self._people, self._cases, self._bills, self._cashier = people, cases, bills, cashier

    def exact(self, typed: str) -> Thing | None:
        """The one thing that a scanned code or a whole number names; None where it is none, or is not here."""
        scanned = read(typed)
        if scanned is None:
            return None
        ways = {What.BILL: self._scanned_bill, What.RECEIPT: self._scanned_receipt, What.CASE: self._scanned_case}
        return ways[scanned.what](scanned)

    def search(self, typed: str, today: date, most: int = 4) -> tuple[Thing, ...]:
        """What a code names, or so many of each: people and houses, cases, bills, receipts."""
        one = self.exact(typed)
        if one is not None:
            return (one,)
        if len(typed.strip()) < _SHORTEST:
            return ()
        return (
            *map(_of_hit, self._people.search(typed, most).hits),
            *map(_of_case, self._cases.lines(Sought(typed, with_ended=True), most)),
            *map(_of_bill, self._bills.found(typed, today, most)),
            *map(_of_receipt, self._cashier.named_like(typed, most)),
        )

    def _scanned_bill(self, said: Scanned) -> Thing | None:
        if said.reference:
            bill = self._bills.by_reference(said.reference)
        else:
            bill = self._bills.numbered(said.year_be, said.counter or "", said.number)
        return _of_bill(bill) if bill else None

    def _scanned_receipt(self, said: Scanned) -> Thing | None:
        found = self._cashier.numbered(said.year_be, said.number, said.counter, said.book_no)
        return _of_receipt(found[0]) if len(found) == 1 else None

    def _scanned_case(self, said: Scanned) -> Thing | None:
        case_id = self._cases.numbered(said.series, said.year_be, said.number)
        if case_id is None or said.code not in ("", code_of(case_id)):
            return None
        case = self._cases.case(case_id)
        return _of_case(case.line) if case else None


def _of_hit(hit: Hit) -> Thing:
    return Thing(hit.entity, hit.id, hit.name, hit.masked or hit.about)


def _of_case(line: CaseLine) -> Thing:
    number, who = case_number(line.series, line.year_be, line.number), line.reporter
    whose = (who.person_id, who.house_id) if who else (None, None)
    return Thing("citizen_case", line.id, number, line.text, *whose)


def _of_bill(bill: Bill) -> Thing:
    about = f"{bill.payer_name} · {format_baht(bill.total_satang)}"
    return Thing("bill", bill.id, display_bill(bill), about, bill.person_id, bill.house_id)


def _of_receipt(receipt: Receipt) -> Thing:
    about = f"{receipt.payer_name} · {format_baht(receipt.total_satang)}"
    return Thing("receipt", receipt.id, display_number(receipt), about)
