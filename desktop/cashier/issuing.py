"""How a receipt comes about within a transaction: the next number of the book, the rows, the act."""

from collections.abc import Sequence
from dataclasses import dataclass

from desktop.accounts.model import Person
from desktop.cashier import mutations as verbs
from desktop.cashier.bill_lines import Line, lines_of
from desktop.cashier.bill_model import Bill
from desktop.cashier.bill_queries import Within, owed_again
from desktop.cashier.model import Method, Payment
from desktop.cashier.rules import SERIES, claim_of, number_of, number_words
from desktop.cashier.shift_model import PRE_RECEIPT
from desktop.cashier.shift_queries import ShiftQueries
from desktop.office.dates import fiscal_year_be, local_date
from desktop.office.errors import OfficeError
from desktop.office.ids import Id
from desktop.office.money import baht_text
from desktop.proofs.signing import proof_of
from desktop.registers.turning import close_past
from desktop.store.unit_of_work import UnitOfWork

_REPLACED = """
SELECT r.fiscal_year_be, r.counter, r.number, EXISTS (SELECT 1 FROM receipt_void v WHERE v.receipt_id = r.id),
       EXISTS (SELECT 1 FROM receipt o WHERE o.replaces_id = r.id
               AND NOT EXISTS (SELECT 1 FROM receipt_void v WHERE v.receipt_id = o.id))
FROM receipt r WHERE r.office_id = (SELECT office_id FROM device) AND r.id = :cancelled
"""


@dataclass(frozen=True)
class ToIssue:
    """What shall stand on a receipt."""

    payer_name: str
    payer_address: str | None
    method: Method
    tendered_satang: int | None
    lines: tuple[Line, ...]
    replaces_id: Id | None = None

    @property
    def total_satang(self) -> int:
        return sum(line[-1] for line in self.lines)


def of_payment(payment: Payment) -> ToIssue:
    lines = (
        (
            charge.fee.code,
            charge.fee.version,
            charge.description.th,
            charge.quantity,
            charge.fee.unit_th,
            charge.unit_satang,
            charge.amount_satang,
        )
        for charge in payment.charges
    )
    name, address = payment.payer_name.strip(), payment.payer_address
    return ToIssue(name, address, payment.method, payment.tendered_satang, tuple(lines), payment.replaces_id)


def of_bill(bill: Bill, method: Method, tendered_satang: int | None) -> ToIssue:
    return of_bills((bill,), method, tendered_satang)


def of_bills(bills: Sequence[Bill], method: Method, tendered_satang: int | None) -> ToIssue:
    """The lines as they stand on the bills, in the name that the first one bears; months of one fee are one line."""
    lines = lines_of(bills)
    return ToIssue(bills[0].payer_name, bills[0].payer_address, method, tendered_satang, lines)


def issue(unit: UnitOfWork, what: ToIssue, counter: str, who: Person) -> Id:
    """Takes the next number of the open book and writes the receipt, its number's event and the act.

    OfficeError `numbers.none_left`, `numbers.year_doubtful`, `cashier.shift_needed`, those of a receipt that can't be
    replaced: `cashier.receipt_gone`, `cashier.replaces_standing`, `cashier.replaced_before`,
    `cashier.bill_owed_again`.
    """
    if what.replaces_id is not None:
        _check_replaced(Within(unit), what.replaces_id)
    rule = ShiftQueries(Within(unit)).rule(local_date(unit.now))
    if what.method is Method.CASH and rule.needs_shift:
        _check_shift(unit, counter)
    close_past(unit)
    taken = unit.take_number(SERIES, fiscal_year_be(local_date(unit.now)))
    number = number_of({"fiscal_year_be": taken.year_be, "counter": counter, "number": taken.n})
    body = verbs.IssueReceipt(
        receipt_id=unit.new_id(),
        taken=taken,
        counter=counter,
        payer_name=what.payer_name,
        payer_address=what.payer_address,
        method=what.method.value,
        total_satang=what.total_satang,
        baht_text=baht_text(what.total_satang),
        tendered_satang=what.tendered_satang,
        cashier_name=who.name_th,
        cashier_position=who.position_th,
        lines=tuple(verbs.LinePart(unit.new_id(), *line) for line in what.lines),
        proof=proof_of(unit, claim_of(number, unit.now, what.payer_name, what.total_satang)) or None,
        replaces_id=what.replaces_id,
        mode=None if rule.official else PRE_RECEIPT,
    )
    unit.perform(verbs.ISSUE, body, who.id)
    return body.receipt_id


def _check_shift(unit: UnitOfWork, counter: str) -> None:
    """Cash goes into an open drawer only."""
    if ShiftQueries(Within(unit)).open_at(counter) is None:
        raise OfficeError("cashier.shift_needed")


def _check_replaced(read: Within, cancelled_id: Id) -> None:
    """One receipt stands for a cancelled one; what a bill asks for is taken by that bill, else it would be owed on."""
    row = read.one(_REPLACED, {"cancelled": cancelled_id})
    if row is None:
        raise OfficeError("cashier.receipt_gone")
    *numbered, is_void, is_replaced = row
    named = number_words(*numbered)
    if not is_void:
        raise OfficeError("cashier.replaces_standing", number=named)
    if is_replaced:
        raise OfficeError("cashier.replaced_before", number=named)
    owed = owed_again(read, cancelled_id)
    if owed is not None:
        raise OfficeError("cashier.bill_owed_again", number=named, bill=owed.reference)
