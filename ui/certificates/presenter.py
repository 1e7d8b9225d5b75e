"""What the screens of certificates decide: what a list shows, what a form becomes, which file is made."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from desktop.accounts.model import Person
from desktop.accounts.model import Role as Post
from desktop.application import Office
from desktop.cases.model import CaseLine
from desktop.cases.rules import display_number
from desktop.cashier.bill_model import Bill
from desktop.certificates.model import (
    Certificate,
    Copy,
    Due,
    Level,
    Line,
    Origin,
    ReceiptRef,
    SignedBy,
    State,
    Wanted,
)
from desktop.certificates.queries import Sought
from desktop.certificates.rules import doubts, problems
from desktop.certificates.template import Template
from desktop.devices.token import TokenKey
from desktop.office.dates import local_date
from desktop.office.ids import Id
from desktop.outgoing.keys import KeyFile, KeyOnToken
from desktop.outgoing.signers import Signer
from desktop.sheets.model import Filed, Role

EXPORTS = ("pdf", "xlsx", "csv", "public")
DAYS_AHEAD = 60


class CertificatesPresenter:
    """`driver` names the token's module that the clerk chose, or None."""

    def __init__(self, office: Office, who: Person, driver: Callable[[], str | None] = lambda: None) -> None:
        self.office, self.who, self._driver = office, who, driver
        self._queries = office.certificates.queries
        self._joined = office.certifying(who)
        self._fees = office.counter.renewal_fees(who)

    @property
    def today(self) -> date:
        return local_date(self.office.clock.now())

    @property
    def decides(self) -> bool:
        """Whether this person may take a certificate back, and write templates."""
        return self.who.role in (Post.HEAD, Post.EXECUTIVE)

    def templates(self) -> tuple[Template, ...]:
        return self._queries.templates(self.today)

    def names(self, language: str) -> Mapping[str, str]:
        return {one.code: one.name.in_language(language) for one in self.templates()}

    def lines(self, sought: Sought) -> tuple[Line, ...]:
        return self._queries.lines(sought, self.today)

    def due(self) -> tuple[tuple[Due, ...], Mapping[Id, Bill]]:
        """With the bills that stand for what is due, by certificate."""
        found = self._queries.due(self.today, DAYS_AHEAD)
        return found, self._fees.bills(found)

    def bill(self, due: Sequence[Due]) -> tuple[Bill, ...]:
        return self._fees.bill(due)

    def open(self, certificate_id: Id) -> Certificate | None:
        return self._queries.certificate(certificate_id, self.today)

    def waiting(self) -> tuple[tuple[CaseLine, str], ...]:
        """Cases that wait for their certificate, with their numbers."""
        return tuple((one, display_number(one.series, one.year_be, one.number)) for one in self._joined.waiting())

    def draft(self, case_id: Id) -> Wanted | None:
        return self._joined.draft(case_id)

    def again(self, held: Certificate, origin: Origin) -> Wanted | None:
        """What is issued in another's place: its words by the template of today; None where there is none any more."""
        template = next((one for one in self.templates() if one.code == held.template.code), None)
        if template is None:
            return None
        signed = replace(held.signed, id=None, level=Level.WET, subject="")
        return Wanted(
            template, held.line.holder_name, held.answers, signed, held.receipt, held.person_id, held.house_id,
            origin=origin, replaces_id=held.id,
        )  # fmt: skip

    def signers(self) -> tuple[Signer, ...]:
        return self._joined.signers()

    def levels(self, signer: Signer | None) -> tuple[Level, ...]:
        """How the chosen one may sign here: whoever is not signed in, only by hand."""
        mine = signer is not None and signer.person.id == self.who.id
        return (Level.WET, Level.ACT, Level.CERTIFICATE) if mine else (Level.WET,)

    def receipt(self, template: Template, book_no: int, number: int) -> ReceiptRef | None:
        return self._joined.receipt(template, book_no, number)

    def problems(self, wanted: Wanted) -> dict[str, str]:
        found = problems(wanted)
        if wanted.signed.level is Level.CERTIFICATE and found.get("signer") == "outgoing.key_missing":
            del found["signer"]  # the key is opened when it is needed
        return found

    def doubts(self, wanted: Wanted) -> tuple[str, ...]:
        return doubts(wanted)

    def sample(self, wanted: Wanted) -> bytes:
        return self.office.certificates.sample(wanted)

    def pdf(self, held: Certificate, copy: Copy | None = None) -> bytes:
        return self.office.certificates.pdf(held, copy)

    def label(self, held: Certificate, copy: Copy | None = None) -> str:
        """What the print journal calls its paper."""
        number = f"{held.template.name.th} {held.line.number}/{held.line.year_be}"
        return number if copy is None else f"{number} สำเนาที่ {copy.n}"

    def filed(self, held: Certificate, copy: Copy | None = None) -> Filed:
        """The original, marked when it is printed again, or a copy, which has a number of its own.

        OfficeError `certificates.not_in_force` of an original that ended while it waited for the printer.
        """
        if copy is None:
            self.office.certificates.must_hold(held.id)
        role = Role.ORIGINAL if copy is None else Role.COPY
        label, pdf = self.label(held, copy), self.pdf(held, copy)
        return Filed("certificate", label, pdf, document=held.id, role=role, numbered=copy is None)

    def issue(self, wanted: Wanted, key: KeyFile | KeyOnToken | None) -> Certificate:
        """Issues; with a digital signature the key is opened first and signs the paper that has its number."""
        if wanted.signed.level is not Level.CERTIFICATE or key is None:
            return self._joined.issue(wanted)
        with self.office.outgoing.opened(key, self._driver()) as opened:
            signed = replace(wanted.signed, subject=opened.subject)
            held = self._joined.issue(replace(wanted, signed=signed))
            return self.office.certificates.sign(self.who, held, opened)

    def token_keys(self) -> tuple[tuple[TokenKey, str], ...]:
        return self.office.outgoing.token_keys(self._driver())

    def copy(self, certificate_id: Id, reason: str) -> Certificate:
        return self.office.certificates.acts(self.who).copy(certificate_id, reason)

    def decide(self, what: str, certificate_id: Id, reason: str, until: date | None = None) -> Certificate:
        """revoke, suspend, resume or close."""
        acts = self.office.certificates.acts(self.who)
        if what == "suspend":
            return acts.suspend(certificate_id, reason, None, until)
        return {"revoke": acts.revoke, "resume": acts.resume, "close": acts.close}[what](certificate_id, reason)

    def pay(self, held: Certificate, receipt: ReceiptRef) -> Certificate:
        """The yearly fee where there is one, else the renewal."""
        acts = self.office.certificates.acts(self.who)
        return acts.pay(held.id, receipt) if held.template.fees.yearly else acts.renew(held.id, receipt)

    def define(self, template: Template) -> None:
        self.office.certificates.acts(self.who).define(template)

    def example(self, template: Template) -> Wanted:
        """A template with its fields' names in the places of their values."""
        answers = {one.code: one.choices[0].code if one.choices else one.name.th for one in template.fields}
        answers |= {one.code: self.today.isoformat() for one in template.fields if one.type == "date"}
        receipt = ReceiptRef(1, 1, self.today, 100_00)
        return Wanted(template, "ชื่อผู้ได้รับ", answers, SignedBy("ชื่อผู้ลงนาม", ("ตำแหน่ง",)), receipt)

    def export(self, how: str, first: date, last: date) -> bytes:
        """The register of what was issued on these days (pdf, xlsx, csv), or what everybody may read (public, CSV)."""
        from desktop.counter.certificate_register import public_table, register_table, to_csv, to_pdf, to_xlsx

        lines = self._queries.lines(Sought(first=first, last=last), self.today, 100_000)
        if how == "public":
            held = (self._queries.certificate(one.id, self.today) for one in lines if one.standing.state in _PUBLIC)
            return to_csv(public_table([one for one in held if one is not None], self.today))
        table = register_table(lines, dict(self.names("th")), first, last)
        if how == "pdf":
            office = self.office.account_queries.profile()
            return to_pdf(table, office.name_th.split("(")[0].strip(), self.office.clock.now())
        return to_xlsx(table) if how == "xlsx" else to_csv(table)


_PUBLIC = frozenset(State) - {State.REPLACED}
Language = Callable[[], str]
