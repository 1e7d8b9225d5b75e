"""What the clerk is taking money for, before it becomes a receipt; no widgets. Money is integer satang."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from desktop.cashier.bill_model import BillDraft
from desktop.cashier.model import Charge, Fee, Payment, Receipt
from desktop.cashier.rules import problems
from desktop.office.ids import Id
from desktop.office.money import baht_text

QUICK = 9
"""Fees that a single number key chooses."""
MOST_UNITS = 9999
TIME_TO_PAY = timedelta(days=30)
_NOTES = (100_00, 500_00, 1000_00)


class CounterPresenter:
    """`fees`: those in force today, in the catalogue's order."""

    def __init__(self, fees: Sequence[Fee]) -> None:
        self.fees = tuple(fees)
        self.clear()

    def clear(self) -> None:
        """The next citizen."""
        self.charges: tuple[Charge, ...] = ()
        self.payer_name = ""
        self.payer_address = ""
        self._known: tuple[str, Id | None, Id | None] = ("", None, None)
        self.tendered_satang: int | None = None
        self.replaces: Receipt | None = None
        """The cancelled receipt in whose place the next one is issued."""
        self.is_sure = False
        """The clerk looked once more at a sum that is more than usual."""

    def pays(self, name: str, address: str, person_id: Id | None = None, house_id: Id | None = None) -> None:
        """Who pays; somebody of the register, or a house, until another name is typed."""
        self.payer_name, self.payer_address = name, address
        self._known = (name, person_id, house_id)

    def renew(self, fees: Sequence[Fee]) -> None:
        """Another day, perhaps other rates: what is chosen already is charged by today's."""
        self.fees = tuple(fees)
        now = {fee.code: fee for fee in self.fees}
        renewed = tuple(replace(one, fee=now.get(one.fee.code, one.fee)) for one in self.charges)
        self.is_sure = self.is_sure and renewed == self.charges
        self.charges = renewed

    @property
    def known(self) -> tuple[Id | None, Id | None]:
        """The citizen and the house of whoever pays, where they are known."""
        name, person_id, house_id = self._known
        return (person_id, house_id) if name == self.payer_name.strip() else (None, None)

    @property
    def touched(self) -> bool:
        """Whether anything would be lost by clearing."""
        return bool(self.charges or self.payer_name or self.payer_address or self.tendered_satang)

    def found(self, words: str) -> tuple[Fee, ...]:
        """The fees that hold every word typed, in either language or by code; all when nothing is typed."""
        wanted = words.casefold().split()
        return tuple(fee for fee in self.fees if all(word in _haystack(fee) for word in wanted))

    def choose(self, fee: Fee) -> int:
        """Adds a fee by the unit, or one more of it when it is already there; returns its place among the charges."""
        return self.add(Charge(fee, fee.quantity), 1)

    def add(self, wanted: Charge, more: int | None = None) -> int:
        """Adds a charge; where the same is there already, as many (or `more`) units to that. Returns its place."""
        for place, charge in enumerate(self.charges):
            if (charge.fee, charge.answers) == (wanted.fee, wanted.answers):
                self.count(place, charge.quantity + (more or wanted.quantity))
                return place
        self.charges = (*self.charges, wanted)
        self.is_sure = False
        return len(self.charges) - 1

    def answer(self, place: int, answers: tuple[tuple[str, int], ...]) -> None:
        """Works a charge out anew from other answers."""
        self._put(place, replace(self.charges[place], answers=answers))

    def count(self, place: int, quantity: int) -> None:
        """Changes how many units are charged; a count below one is one."""
        self._put(place, replace(self.charges[place], quantity=min(max(quantity, 1), MOST_UNITS)))

    def drop(self, place: int) -> None:
        self.charges = (*self.charges[:place], *self.charges[place + 1 :])
        self.is_sure = False

    def _put(self, place: int, charge: Charge) -> None:
        self.charges = (*self.charges[:place], charge, *self.charges[place + 1 :])
        self.is_sure = False

    @property
    def unusual(self) -> tuple[Charge, ...]:
        """Charges that are more than anybody usually pays, until the clerk said that they are right."""
        return () if self.is_sure else tuple(charge for charge in self.charges if charge.is_unusual)

    @property
    def payment(self) -> Payment:
        address = self.payer_address.strip() or None
        replaces_id = self.replaces.id if self.replaces else None
        return Payment(self.payer_name.strip(), self.charges, address, self.tendered_satang, replaces_id=replaces_id)

    def draft(self, today: date) -> BillDraft:
        """The same as a bill, to be paid within thirty days."""
        address = self.payer_address.strip() or None
        return BillDraft(self.payer_name.strip(), self.charges, today + TIME_TO_PAY, address, *self.known)

    @property
    def total_satang(self) -> int:
        return self.payment.total_satang

    @property
    def change_satang(self) -> int | None:
        """Money to hand back; None before enough was handed over."""
        if self.tendered_satang is None or not self.total_satang or self.short_satang:
            return None
        return self.tendered_satang - self.total_satang

    @property
    def short_satang(self) -> int:
        """Money still missing from what was handed over; 0 when nothing was keyed in."""
        return 0 if self.tendered_satang is None else max(self.total_satang - self.tendered_satang, 0)

    @property
    def words(self) -> str:
        """The sum as the receipt spells it; empty when there is nothing to pay."""
        return baht_text(self.total_satang) if self.total_satang else ""

    @property
    def problems(self) -> dict[str, str]:
        return problems(self.payment)

    def likely_tenders(self) -> tuple[int, ...]:
        return rounded_up(self.total_satang)


def rounded_up(total: int) -> tuple[int, ...]:
    """The exact sum, then the next whole notes that people hand over."""
    rounded = (-(-total // note) * note for note in _NOTES)
    return tuple(dict.fromkeys((total, *rounded))) if total else ()


def _haystack(fee: Fee) -> str:
    return f"{fee.name_th} {fee.name_en} {fee.code} {fee.legal_basis}".casefold()
