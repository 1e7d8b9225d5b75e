"""A certificate out of a case: what the case and its citizen say goes into it, and both are written together."""

from collections.abc import Mapping
from datetime import date

from desktop.accounts.model import Person
from desktop.accounts.queries import AccountQueries
from desktop.cases.actions import CaseActions
from desktop.cases.kind import Step
from desktop.cases.model import Case, CaseLine, Deed
from desktop.cases.queries import CaseQueries, Sought
from desktop.cashier.queries import CashierQueries
from desktop.certificates.actions import CertificateActions
from desktop.certificates.model import Certificate, ReceiptRef, SignedBy, Wanted
from desktop.certificates.queries import CertificateQueries
from desktop.certificates.rules import prefilled
from desktop.certificates.template import Template
from desktop.letters.authority_queries import AuthorityQueries
from desktop.office.dates import local_date
from desktop.office.errors import OfficeError
from desktop.office.ids import Id
from desktop.outgoing.signers import Signer, signers
from desktop.people.model import Citizen
from desktop.people.queries import PeopleQueries
from desktop.people.rules import address_line
from desktop.store.desk import Desk
from desktop.store.unit_of_work import UnitOfWork

_RECEIPT = "SELECT id FROM receipt WHERE book_no = ? AND number = ? ORDER BY issued_at DESC LIMIT 1"
KIND = "certificate"
"""What an order must cover that names kinds of papers."""


class Certifying:
    """`who` is the person signed in."""

    def __init__(self, desk: Desk, who: Person) -> None:
        self._desk, self._who = desk, who
        self._cases, self._people = CaseQueries(desk.reader), PeopleQueries(desk.reader)
        self._accounts, self._orders = AccountQueries(desk.reader), AuthorityQueries(desk.reader)
        self._certificates = CertificateQueries(desk.reader)

    def waiting(self) -> tuple[CaseLine, ...]:
        """Cases of which a certificate may be issued now: they stand where the step of their template begins."""
        found: list[CaseLine] = []
        for template in self._certificates.templates(self._today):
            for line in self._cases.lines(Sought(kind=template.case_kind)) if template.case_kind else ():
                kind = self._cases.kind(line.kind, line.kind_version)
                step = kind.step(template.issue_step) if kind else None
                if step is not None and line.state in step.begins:
                    found.append(line)
        return tuple(found)

    def step_of(self, case: Case) -> Step | None:
        """The step that issuing takes, where the case stands so that it may be taken now."""
        templates = self._certificates.templates(self._today)
        template = next((one for one in templates if one.case_kind == case.kind.code), None)
        step = case.kind.step(template.issue_step) if template else None
        return step if step is not None and case.standing.state in step.begins else None

    def draft(self, case_id: Id) -> Wanted | None:
        """What a case says for its certificate; None where the case is not here or none is issued of its kind."""
        case = self._cases.case(case_id)
        templates = self._certificates.templates(self._today)
        template = next((one for one in templates if case and one.case_kind == case.kind.code), None)
        if case is None or template is None:
            return None
        who = case.line.reporter
        citizen = self._people.citizen(who.person_id) if who and who.person_id else None
        name = citizen.name if citizen else who.name if who else ""
        given = prefilled(template, sources(case, citizen, self._today))
        person_id, house_id = (who.person_id, who.house_id) if who else (None, None)
        return Wanted(template, name, given, SignedBy("", ()), None, person_id, house_id, case.id)

    def draft_for(self, template: Template, citizen: Citizen) -> Wanted:
        """What is known of a citizen for a certificate without a case."""
        return Wanted(
            template, citizen.name, prefilled(template, of_citizen(citizen, self._today)), SignedBy("", ()),
            person_id=citizen.id,
        )  # fmt: skip

    def receipt(self, template: Template, book_no: int, number: int) -> ReceiptRef | None:
        """A valid receipt by its book and number (the newest of that number), with what it says of the template's fees.

        None where this desk does not see it.
        """
        row = self._desk.reader.one(_RECEIPT, (book_no, number))
        held = CashierQueries(self._desk.reader).receipt(row[0]) if row else None
        if held is None or held.void is not None:
            return None
        late = sum(one.amount_satang for one in held.lines if template.fees.late and one.fee_code == template.fees.late)
        return ReceiptRef(book_no, number, local_date(held.issued_at), held.total_satang - late, late, held.id)

    def signers(self) -> tuple[Signer, ...]:
        """Everybody who may stand under a certificate now, in each of their capacities."""
        office = self._accounts.office()
        name = office.name_th.split("(")[0].strip() if office else ""
        return signers(self._accounts.people(), self._orders.delegations(), self._desk.clock.now(), KIND, name)

    def issue(self, wanted: Wanted) -> Certificate:
        """Issues, and takes the case's step in the same transaction: both, or neither and no number.

        OfficeError `letters.order_over`, those of `CertificateActions.issue`, and of a case those of
        `CaseActions.take` (`cases.not_now` where it was returned meanwhile).
        """
        acts = CertificateActions(self._desk, self._who)
        self._check_signer(wanted.signed)
        if wanted.case_id is None:
            return acts.issue(wanted)
        acts.check(wanted)
        case_id, cases = wanted.case_id, CaseActions(self._desk, self._who)

        def both(unit: UnitOfWork) -> Id:
            certificate_id = acts.write(unit, wanted)
            label = self._label(unit, certificate_id)
            cases.step(unit, case_id, Deed(wanted.template.issue_step, label))
            return certificate_id

        return acts.found(self._desk.write(both))

    def _label(self, unit: UnitOfWork, certificate_id: Id) -> str:
        query = "SELECT book_no, number, year_be FROM certificate WHERE id = ?"
        row = unit.connection.exec_driver_sql(query, (certificate_id,)).one()
        return f"เล่มที่ {row.book_no} เลขที่ {row.number}/{row.year_be}"

    def _check_signer(self, signed: SignedBy) -> None:
        """The orders by which somebody signs hold now."""
        if not signed.orders:
            return
        if all(one.person.id != signed.id or one.orders != signed.orders for one in self.signers()):
            raise OfficeError("letters.order_over", order_no="-", position=" ".join(signed.lines))

    @property
    def _today(self) -> date:
        return local_date(self._desk.now())


def sources(case: Case, citizen: Citizen | None, today: date) -> Mapping[str, str]:
    """What the fields of a template may take from a case: its answers, its place, and who asked."""
    place = case.line.place
    moo = f"หมู่ที่ {place.moo}" if place.moo and "หมู่" not in place.text else ""
    found = {f"case.{code}": value for code, value in case.answers.items()}
    found["case.place"] = " ".join(filter(None, (place.text, moo)))
    who = case.line.reporter
    if who is not None:
        found |= {"holder.name": who.name, "holder.address": who.address, "holder.phone": who.phone}
    known = {key: value for key, value in of_citizen(citizen, today).items() if value} if citizen else {}
    return found | known


def of_citizen(citizen: Citizen, today: date) -> dict[str, str]:
    entry = citizen.entry
    year = entry.born[:4]
    age = ""
    if len(entry.born) == 10 and year.isdigit():
        age = str(today.year - int(year) - (entry.born[5:] > today.isoformat()[5:]))
    return {
        "holder.name": citizen.name,
        "holder.address": address_line(vars(entry.address)),
        "holder.phone": entry.phone,
        "holder.nationality": entry.nationality,
        "holder.age": age,
    }
