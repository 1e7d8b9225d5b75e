"""Making and cancelling bills. When a verb returns, it is durable; only then may a bill be printed."""

from desktop.accounts.model import Person
from desktop.cashier import bill_mutations as verbs
from desktop.cashier.bill_model import Bill, BillDraft
from desktop.cashier.bill_periods import Period
from desktop.cashier.bill_queries import BillQueries
from desktop.cashier.bill_rules import SERIES, draft_problems, reference_of
from desktop.cashier.fees import check_in_force
from desktop.cashier.formulas import explained
from desktop.cashier.model import Charge
from desktop.office.dates import fiscal_year_be, local_date
from desktop.office.errors import OfficeError
from desktop.office.ids import Id
from desktop.office.money import baht_text
from desktop.registers.turning import close_past
from desktop.store.desk import Desk
from desktop.store.unit_of_work import UnitOfWork


class Billing:
    """`who` sits at the counter."""

    def __init__(self, desk: Desk, who: Person) -> None:
        self._desk = desk
        self._who = who
        self._queries = BillQueries(desk.reader)

    def make(self, draft: BillDraft) -> Bill:
        """Gives the bill the next number of its book and writes it.

        OfficeError `cashier.cannot_bill` (fields), `cashier.fee_out_of_force`, `numbers.none_left`,
        `numbers.year_doubtful`, `store.disk_full`.
        """
        check(draft, self._desk)
        check_in_force(draft.charges, local_date(self._desk.now()))
        return self._found(self._desk.write(lambda unit: write_bill(unit, draft, self._desk, self._who)))

    def make_many(self, drafts: tuple[BillDraft, ...]) -> tuple[Id, ...]:
        """All of them in one transaction, or none; for the bills of a whole round. OfficeError as `make`.

        A draft of a month for which a bill stands already is left out.
        """
        for draft in drafts:
            check(draft, self._desk)

        def act(unit: UnitOfWork) -> tuple[Id, ...]:
            close_past(unit)
            made = (_write(unit, draft, self._desk, self._who) for draft in drafts)
            return tuple(bill_id for bill_id in made if bill_id is not None)

        return self._desk.write(act)

    def cancel(self, bill_id: Id, reason: str) -> Bill:
        """Cancels a bill for which no money came; its number stays.

        OfficeError `cashier.reason_missing`, `cashier.bill_gone`, `cashier.bill_was_cancelled`,
        `cashier.bill_has_payment`.
        """
        if not reason.strip():
            raise OfficeError("cashier.reason_missing")

        def act(unit: UnitOfWork) -> None:
            body = verbs.CancelBill(unit.new_id(), bill_id, reason.strip(), self._who.name_th)
            unit.perform(verbs.CANCEL, body, self._who.id)

        self._desk.write(act)
        return self._found(bill_id)

    def _found(self, bill_id: Id) -> Bill:
        bill = self._queries.bill(bill_id)
        assert bill is not None
        return bill


def check(draft: BillDraft, desk: Desk) -> None:
    """OfficeError `cashier.cannot_bill` (fields)."""
    found = draft_problems(draft, local_date(desk.now()))
    if found:
        raise OfficeError("cashier.cannot_bill", fields=sorted(found))


def write_bill(unit: UnitOfWork, draft: BillDraft, desk: Desk, who: Person) -> Id:
    """Within a transaction: number, bill, lines, act.

    OfficeError `numbers.none_left`, `numbers.year_doubtful`, `cashier.month_billed_twice`.
    """
    close_past(unit)
    bill_id = _write(unit, draft, desk, who)
    if bill_id is None:
        raise OfficeError("cashier.month_billed_twice")
    return bill_id


def _write(unit: UnitOfWork, draft: BillDraft, desk: Desk, who: Person) -> Id | None:
    """The bill's id; None where one stands for the same month."""
    period = None
    if draft.period is not None:
        period = free_period(unit, *draft.period)
        if period is None:
            return None
    taken = unit.take_number(SERIES, fiscal_year_be(local_date(unit.now)))
    body = verbs.MakeBill(
        bill_id=period.bill_id if period else unit.new_id(),
        period=period,
        taken=taken,
        counter=desk.identity.counter,
        reference=reference_of(taken.year_be, taken.n),
        due_on=draft.due_on.isoformat(),
        payer_name=draft.payer_name.strip(),
        total_satang=draft.total_satang,
        baht_text=baht_text(draft.total_satang),
        clerk_name=who.name_th,
        clerk_position=who.position_th,
        lines=tuple(_line(unit.new_id(), charge) for charge in draft.charges),
        payer_address=draft.payer_address,
        person_id=draft.person_id,
        house_id=draft.house_id,
        case_id=draft.case_id,
        note=draft.note,
        on_the_spot=int(draft.on_the_spot),
    )
    unit.perform(verbs.MAKE, body, who.id)
    return body.bill_id


_TURNS = """
SELECT count(*), coalesce(sum(NOT EXISTS (SELECT 1 FROM bill_cancelled c WHERE c.bill_id = p.bill_id)), 0)
FROM bill_period p WHERE p.account_id = ? AND p.month = ?
"""


def free_period(unit: UnitOfWork, account_id: Id, month: str) -> Period | None:
    """The period of the next bill of a month; None while one stands."""
    turns, standing = unit.connection.exec_driver_sql(_TURNS, (account_id, month)).one()
    return None if standing else Period(account_id, month, turns)


def _line(line_id: Id, charge: Charge) -> verbs.BillLinePart:
    return verbs.BillLinePart(
        id=line_id,
        fee_code=charge.fee.code,
        fee_version=charge.fee.version,
        description=charge.description.th,
        quantity=charge.quantity,
        unit=charge.fee.unit_th,
        unit_price_satang=charge.unit_satang,
        amount_satang=charge.amount_satang,
        calculation=explained(charge.computed.steps) if charge.computed else "",
    )
