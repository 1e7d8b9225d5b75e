"""How a receipt comes about within a transaction: the next number of the book, the rows, the act."""

from collections.abc import Iterable
from dataclasses import dataclass

from desktop.accounts.model import Person
from desktop.cashier import mutations as verbs
from desktop.cashier.bill_model import Bill
from desktop.cashier.model import Method, Payment
from desktop.cashier.rules import SERIES
from desktop.office.dates import fiscal_year_be, local_date
from desktop.office.ids import Id
from desktop.office.money import baht_text
from desktop.registers.turning import close_past
from desktop.store.unit_of_work import UnitOfWork

Line = tuple[str, str, str, int, str, int, int]
"""Fee code, version, description, quantity, unit, price of a unit, amount."""


@dataclass(frozen=True)
class ToIssue:
    """What shall stand on a receipt."""

    payer_name: str
    payer_address: str | None
    method: Method
    tendered_satang: int | None
    lines: tuple[Line, ...]

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
    return ToIssue(name, address, payment.method, payment.tendered_satang, tuple(lines))


def of_bill(bill: Bill, method: Method, tendered_satang: int | None) -> ToIssue:
    """The lines as they stand on the bill."""
    lines: Iterable[Line] = (
        (
            line.fee_code,
            line.fee_version,
            line.description,
            line.quantity,
            line.unit,
            line.unit_price_satang,
            line.amount_satang,
        )
        for line in bill.lines
    )
    return ToIssue(bill.payer_name, bill.payer_address, method, tendered_satang, tuple(lines))


def issue(unit: UnitOfWork, what: ToIssue, counter: str, who: Person) -> Id:
    """Takes the next number of the open book and writes the receipt, its number's event and the act.

    OfficeError `numbers.none_left`, `numbers.year_doubtful`.
    """
    close_past(unit)
    body = verbs.IssueReceipt(
        receipt_id=unit.new_id(),
        taken=unit.take_number(SERIES, fiscal_year_be(local_date(unit.now))),
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
    )
    unit.perform(verbs.ISSUE, body, who.id)
    return body.receipt_id
