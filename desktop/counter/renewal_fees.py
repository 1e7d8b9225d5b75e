"""Yearly fees of certificates: what the list of renewals shows as due becomes a bill, once for each anniversary.

The bill's period is the certificate and the day, so that two desks make the same one; once it is paid the certificates
count it themselves, and no longer when its receipt is cancelled.
"""

from collections.abc import Mapping, Sequence
from datetime import date

from desktop.accounts.model import Person
from desktop.cashier.asked import Asked
from desktop.cashier.bill_model import Bill, BillDraft
from desktop.cashier.bill_queries import BillQueries, Within
from desktop.cashier.billing import check, write_bill
from desktop.cashier.fees import catalogue
from desktop.cashier.model import Charge
from desktop.cashier.rules import in_force
from desktop.certificates.model import Certificate, Due
from desktop.certificates.queries import CertificateQueries
from desktop.certificates.rules import number_of
from desktop.counter.case_fees import TIME_TO_PAY, charge_of
from desktop.office.dates import local_date, thai_date
from desktop.office.errors import OfficeError
from desktop.office.ids import Id
from desktop.store.desk import Desk
from desktop.store.unit_of_work import UnitOfWork

_STANDING = """
WITH RECURSIVE up (office_id, id, step) AS (
 SELECT office_id, id, 0 FROM certificate WHERE office_id = (SELECT office_id FROM device) AND id = ? UNION ALL
 SELECT o.office_id, o.replaces_id, up.step + 1
 FROM up CROSS JOIN certificate o ON o.office_id = up.office_id AND o.id = up.id
 WHERE o.replaces_id IS NOT NULL AND step < 30
)
SELECT p.bill_id FROM up CROSS JOIN bill_period p ON p.account_id = up.id AND p.month = ?
WHERE NOT EXISTS (SELECT 1 FROM bill_cancelled c WHERE c.bill_id = p.bill_id) ORDER BY up.step LIMIT 1
"""
"""Also the bill of the certificate whose place this one takes."""


class RenewalFees:
    """`who` sits at the desk."""

    def __init__(self, desk: Desk, who: Person) -> None:
        self._desk, self._who = desk, who
        self._certificates = CertificateQueries(desk.reader)

    def bills(self, due: Sequence[Due]) -> Mapping[Id, Bill]:
        """The bill that stands for what is due of a certificate, where there is one."""
        reader, found = self._desk.reader, {}
        for one in due:
            bill = _standing(reader, one)
            if bill is not None:
                found[one.line.id] = bill
        return found

    def bill(self, due: Sequence[Due]) -> tuple[Bill, ...]:
        """Makes the bill of each yearly fee, all or none; what has its bill keeps it.

        OfficeError `certificates.gone`, `certificates.fee_paid_twice`, `counter.no_fee`, those of `Billing.make`.
        """

        def act(unit: UnitOfWork) -> tuple[Id, ...]:
            return tuple(self._billed(unit, one) for one in due)

        made = self._desk.write(act)
        bills = BillQueries(self._desk.reader)
        return tuple(bill for one in made if (bill := bills.bill(one)) is not None)

    def _billed(self, unit: UnitOfWork, due: Due) -> Id:
        today = local_date(unit.now)
        held = self._certificates.certificate(due.line.id, today)
        if held is None:
            raise OfficeError("certificates.gone")
        known = _standing(Within(unit), due)
        if known is not None:
            return known.id
        if any(deed.due_on == due.due_on for deed in held.deeds):
            raise OfficeError("certificates.fee_paid_twice", number=number_of(held.line))
        draft = draft_of(held, due, today)
        check(draft, self._desk)
        return write_bill(unit, draft, self._desk, self._who)


def draft_of(held: Certificate, due: Due, today: date) -> BillDraft:
    """The bill for the fee of one anniversary, with what is added when it is late. OfficeError `counter.no_fee`."""
    charges = _charges(held, due, today)
    if due.kind != "fee" or not charges:
        raise OfficeError("counter.no_fee")
    addresses = (held.answers.get(one.code, "") for one in held.template.fields if one.source == "holder.address")
    return BillDraft(
        held.line.holder_name,
        charges,
        due.due_on if due.due_on > today else today + TIME_TO_PAY,
        next(addresses, "") or None,
        held.person_id,
        held.house_id,
        note=f"{held.template.name.th} {number_of(held.line)}",
        period=(held.id, due.due_on.isoformat()),
    )


def _charges(held: Certificate, due: Due, today: date) -> tuple[Charge, ...]:
    """The yearly fee, and the surcharge worked out from it."""
    fees = {fee.code: fee for fee in in_force(catalogue(), today)}
    codes = [code for code in due.codes if code in fees]
    if len(codes) < len(due.codes) or not codes:
        return ()
    day = thai_date(due.due_on, "short", "arabic")
    yearly = charge_of(fees[codes[0]], held.answers, f"{held.line.subject} ครบกำหนด {day}".strip())
    base = (("base", yearly.amount_satang),) if yearly.is_whole else ()
    return (yearly, *(Charge(fees[code], 1, "", base) for code in codes[1:]))


def _standing(reader: Asked, due: Due) -> Bill | None:
    row = reader.one(_STANDING, (due.line.id, due.due_on.isoformat()))
    return BillQueries(reader).bill(row[0]) if row else None
