"""Fees of a case: what its kind asks for becomes a bill, once."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from desktop.accounts.model import Person
from desktop.cases.kind import Due
from desktop.cases.model import Case
from desktop.cases.queries import CaseQueries
from desktop.cases.rules import display_number
from desktop.cashier.bill_model import Bill, BillDraft, BillState
from desktop.cashier.bill_queries import BillQueries, Within
from desktop.cashier.billing import check, write_bill
from desktop.cashier.fees import catalogue
from desktop.cashier.model import Charge, Fee
from desktop.cashier.rules import in_force
from desktop.office.dates import local_date
from desktop.office.errors import OfficeError
from desktop.office.ids import Id
from desktop.store.desk import Desk
from desktop.store.unit_of_work import UnitOfWork

TIME_TO_PAY = timedelta(days=30)


@dataclass(frozen=True)
class Asked:
    """A fee of a case that may be billed now, worked out as far as its answers go; `bill` once there is one."""

    charge: Charge
    bill: Bill | None = None


class CaseFees:
    """`who` sits at the counter."""

    def __init__(self, desk: Desk, who: Person) -> None:
        self._desk = desk
        self._who = who
        self._cases = CaseQueries(desk.reader)
        self._bills = BillQueries(desk.reader)

    def asked(self, case: Case) -> tuple[Asked, ...]:
        """The fees that are due when a case is decided or opened, each with the bill that stands for it."""
        return _asked(case, self._bills.for_case(case.id), local_date(self._desk.now()))

    def bill(self, case_id: Id) -> Bill:
        """Makes the bill of the case's fees; a second time it is the same bill that comes back.

        OfficeError `cases.gone`, `counter.no_fee`, those of `Billing.make`.
        """
        today = local_date(self._desk.now())

        def act(unit: UnitOfWork) -> Id:
            case = self._cases.case(case_id)
            if case is None:
                raise OfficeError("cases.gone")
            asked = _asked(case, BillQueries(Within(unit)).for_case(case_id), today)
            known = next((one.bill for one in asked if one.bill is not None), None)
            if known is not None:
                return known.id
            draft = draft_of(case, tuple(one.charge for one in asked), today)
            check(draft, self._desk)
            return write_bill(unit, draft, self._desk, self._who)

        bill = self._bills.bill(self._desk.write(act))
        assert bill is not None
        return bill


def draft_of(case: Case, charges: tuple[Charge, ...], today: date) -> BillDraft:
    """OfficeError `counter.no_fee` where nothing is asked."""
    if not charges:
        raise OfficeError("counter.no_fee")
    who, line = case.line.reporter, case.line
    number = display_number(line.series, line.year_be, line.number)
    named = (who.name, who.address or None, who.person_id, who.house_id) if who else ("", None, None, None)
    name, address, person_id, house_id = named
    return BillDraft(name, charges, today + TIME_TO_PAY, address, person_id, house_id, case.id, number)


def _asked(case: Case, bills: tuple[Bill, ...], today: date) -> tuple[Asked, ...]:
    """A yearly fee is asked with the certificate, not here; one that was cancelled may be asked again."""
    fees = {fee.code: fee for fee in in_force(catalogue(), today)}
    now = [due for due in case.kind.fees if due.when != "yearly" and due.fee in fees]
    standing = [bill for bill in bills if bill.state is not BillState.CANCELLED]
    answers = case.answers
    charges = (charge_of(fees[due.fee], answers, answers.get("shop_name", "")) for due in now)
    return tuple(Asked(charge, _bill_of(due, standing)) for due, charge in zip(now, charges, strict=True))


def _bill_of(due: Due, bills: list[Bill]) -> Bill | None:
    return next((bill for bill in bills if any(line.fee_code == due.fee for line in bill.lines)), None)


def charge_of(fee: Fee, answers: Mapping[str, str], note: str) -> Charge:
    """With the answers that a form gave where the fee's rule asks for the same by name."""
    asks = fee.rule.asks if fee.rule is not None else ()
    typed = {ask.name: ask.read(answers.get(ask.name, "")) for ask in asks}
    known = tuple((name, value) for name, value in typed.items() if value is not None)
    return Charge(fee, fee.quantity, note, known)
