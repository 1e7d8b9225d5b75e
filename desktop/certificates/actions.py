"""What people do with certificates. When a verb returns, it is durable; only then may anything be printed."""

from collections.abc import Callable
from datetime import date

from desktop.accounts.model import Person, Role
from desktop.certificates import mutations as verbs
from desktop.certificates.model import ENDED, Certificate, Level, ReceiptRef, Wanted, What
from desktop.certificates.queries import CertificateQueries
from desktop.certificates.rules import claim_of, ends_on, next_due, number_of, problems, proof_number, series_of, shown
from desktop.certificates.template import Template
from desktop.certificates.templates import read_template, written
from desktop.office.dates import local_date
from desktop.office.errors import OfficeError
from desktop.office.ids import Id
from desktop.office.numbers import Taken
from desktop.office.series import may_number, year_of
from desktop.proofs.signing import proof_of
from desktop.registers.turning import close_past
from desktop.store.desk import Desk
from desktop.store.unit_of_work import UnitOfWork

_DECIDING = frozenset({Role.HEAD, Role.EXECUTIVE})


class CertificateActions:
    """`who` is the person signed in."""

    def __init__(self, desk: Desk, who: Person) -> None:
        self._desk = desk
        self._who = who
        self._queries = CertificateQueries(desk.reader)

    def issue(self, wanted: Wanted) -> Certificate:
        """Gives the certificate the next number of this desk's book and writes it, together.

        OfficeError `certificates.cannot_issue` (fields), `certificates.template_over`, `certificates.not_the_signer`,
        `certificates.not_in_force`, `numbers.not_here`, `numbers.none_left`, `numbers.year_doubtful`,
        `store.disk_full`.
        """
        self.check(wanted)
        return self.found(self._desk.write(lambda unit: self.write(unit, wanted)))

    def check(self, wanted: Wanted) -> None:
        """Errors of `issue` that are known before the transaction."""
        wrong = problems(wanted)
        if wrong:
            raise OfficeError("certificates.cannot_issue", fields=sorted(wrong))
        if wanted.signed.level is not Level.WET and wanted.signed.id != self._who.id:
            raise OfficeError("certificates.not_the_signer")
        identity = self._desk.identity
        if not may_number(series_of(wanted.template), identity.counter, identity.registers):
            raise OfficeError("numbers.not_here")

    def write(self, unit: UnitOfWork, wanted: Wanted) -> Id:
        """Within a transaction, of `issue` or of a verb that does more at once: number, certificate, act."""
        close_past(unit)
        template, today = wanted.template, local_date(unit.now)
        if template not in self._queries.templates(today):
            raise OfficeError("certificates.template_over", template=template.name.th)
        former = self._former(wanted, today)
        series = series_of(template)
        body = self._issued(unit, wanted, unit.take_number(series, year_of(series, unit.now)), former)
        unit.perform(verbs.ISSUE, body, self._who.id)
        return body.certificate_id

    def _issued(
        self, unit: UnitOfWork, wanted: Wanted, taken: Taken, former: Certificate | None
    ) -> verbs.IssueCertificate:
        """The certificate as it travels, with the code that proves it."""
        template, today, signed = wanted.template, local_date(unit.now), wanted.signed
        holder_name = " ".join(wanted.holder_name.split())
        fields = {one.code: one for one in template.fields}
        answers = {code: value.strip() for code, value in wanted.answers.items() if code in fields and value.strip()}
        return verbs.IssueCertificate(
            certificate_id=unit.new_id(),
            taken=taken,
            template=template.code,
            template_version=template.version,
            origin=wanted.origin.value,
            holder_name=holder_name,
            subject=shown(fields[template.subject], answers.get(template.subject, "")),
            place=shown(fields[template.place], answers.get(template.place, "")),
            answers=tuple(verbs.AnswerPart(code, value) for code, value in answers.items()),
            unit_id=self._who.unit.id,
            issued_on=today.isoformat(),
            counts_from=(former.line.counts_from if former else today).isoformat(),
            paid_until=_paid_until(former, today).isoformat(),
            signer_name=signed.name.strip(),
            signer_lines="\n".join(signed.lines),
            level=int(signed.level),
            issued_by=self._who.name_th,
            expires_on=_expires(template, former, today),
            signer_id=signed.id,
            key_subject=signed.subject,
            counter=self._desk.identity.counter,
            replaces_id=wanted.replaces_id,
            reason=wanted.reason.strip(),
            person_id=wanted.person_id,
            house_id=wanted.house_id,
            case_id=wanted.case_id,
            receipt=_part(wanted.receipt),
            proof=proof_of(unit, claim_of(proof_number(verbs.numbered(taken)), unit.now, holder_name)) or None,
        )

    def _former(self, wanted: Wanted, today: date) -> Certificate | None:
        """The certificate whose place the new one takes; it must still be worth something."""
        if wanted.replaces_id is None:
            return None
        former = self._queries.certificate(wanted.replaces_id, today)
        if former is None:
            raise OfficeError("certificates.gone")
        if former.line.standing.state in ENDED:
            raise OfficeError("certificates.not_in_force", number=number_of(former.line))
        return former

    def copy(self, certificate_id: Id, reason: str) -> Certificate:
        """Notes that it is printed once more: สำเนาที่ n. OfficeError `certificates.gone`, `.reason_missing`."""
        if not reason.strip():
            raise OfficeError("certificates.reason_missing")

        def act(unit: UnitOfWork) -> None:
            held = self.found(certificate_id)
            n = max((one.n for one in held.copies), default=1) + 1
            told = (reason.strip(), self._who.name_th, self._desk.identity.counter)
            unit.perform(verbs.COPY, verbs.CopyCertificate(unit.new_id(), certificate_id, n, *told), self._who.id)

        self._desk.write(act)
        return self.found(certificate_id)

    def revoke(self, certificate_id: Id, reason: str, from_day: date | None = None) -> Certificate:
        """Takes it back for ever. OfficeError `certificates.not_yours`, `.reason_missing`, `.not_in_force`, `.gone`."""
        return self._decide(certificate_id, What.REVOKE, reason, from_day)

    def suspend(self, certificate_id: Id, reason: str, from_day: date | None, until_day: date | None) -> Certificate:
        """Takes it back for a time; without a last day until it is given again. Errors as `revoke`, `.days_wrong`."""
        if until_day is not None and until_day < (from_day or local_date(self._desk.now())):
            raise OfficeError("certificates.days_wrong")
        return self._decide(certificate_id, What.SUSPEND, reason, from_day, until_day)

    def resume(self, certificate_id: Id, reason: str) -> Certificate:
        return self._decide(certificate_id, What.RESUME, reason, None)

    def close(self, certificate_id: Id, reason: str, from_day: date | None = None) -> Certificate:
        """The holder gives the business up: no fee falls due after it. OfficeError as `revoke` without `.not_yours`."""
        return self._do(certificate_id, What.CLOSE, reason, from_day)

    def pay(self, certificate_id: Id, receipt: ReceiptRef, due_on: date | None = None) -> Certificate:
        """Notes the receipt of the yearly fee of an anniversary (the oldest unpaid one where none is named).

        OfficeError `certificates.no_yearly_fee`, `certificates.fee_paid_twice`, `.not_in_force`, `.gone`.
        """
        return self._do(certificate_id, What.FEE, "", None, due_on=due_on, receipt=receipt)

    def renew(self, certificate_id: Id, receipt: ReceiptRef | None, reason: str = "") -> Certificate:
        """Lengthens what holds for years by as many. OfficeError `certificates.no_end`, `.not_in_force`, `.gone`."""
        return self._do(certificate_id, What.RENEW, reason, None, receipt=receipt)

    def define(self, template: Template) -> None:
        """Makes a version of a template the office's. OfficeError `certificates.not_yours`, `.template_unreadable`,
        `.version_taken`.
        """
        if self._who.role not in _DECIDING:
            raise OfficeError("certificates.not_yours", number=template.code)
        data = written(template)
        read_template(data)

        def act(unit: UnitOfWork) -> None:
            body = verbs.DefineTemplate(unit.new_id(), template.code, template.version, data, self._who.name_th)
            unit.perform(verbs.DEFINE, body, self._who.id)

        self._desk.write(act)

    def attach(self, certificate_id: Id, pdf: bytes) -> None:
        """Keeps the digitally signed file of a certificate; of two the first counts."""
        ref = self._desk.blobs.put(pdf)

        def act(unit: UnitOfWork) -> None:
            unit.keep_blob(ref)
            body = verbs.AttachCertificate(unit.new_id(), certificate_id, ref.sha256)
            unit.perform(verbs.ATTACH, body, self._who.id)

        self._desk.write(act)

    def found(self, certificate_id: Id) -> Certificate:
        """OfficeError `certificates.gone`."""
        held = self._queries.certificate(certificate_id, local_date(self._desk.now()))
        if held is None:
            raise OfficeError("certificates.gone")
        return held

    def _decide(
        self, certificate_id: Id, what: What, reason: str, from_day: date | None, until_day: date | None = None
    ) -> Certificate:
        if self._who.role not in _DECIDING:
            raise OfficeError("certificates.not_yours", number=number_of(self.found(certificate_id).line))
        return self._do(certificate_id, what, reason, from_day, until_day)

    def _do(
        self, certificate_id: Id, what: What, reason: str, from_day: date | None, until_day: date | None = None,
        *, due_on: date | None = None, receipt: ReceiptRef | None = None,
    ) -> Certificate:  # fmt: skip
        if what not in (What.FEE, What.RENEW) and not reason.strip():
            raise OfficeError("certificates.reason_missing")

        def act(unit: UnitOfWork) -> None:
            held, today = self.found(certificate_id), local_date(unit.now)
            if held.line.standing.state in ENDED:
                raise OfficeError("certificates.not_in_force", number=number_of(held.line))
            due, ends = _days_of[what](held, due_on, today) if what in _days_of else (None, None)
            body = verbs.DoWithCertificate(
                unit.new_id(), certificate_id, what.value, reason.strip(), (from_day or today).isoformat(),
                self._who.name_th, self._desk.identity.counter, until_day.isoformat() if until_day else None,
                due.isoformat() if due else None, ends.isoformat() if ends else None, _part(receipt),
            )  # fmt: skip
            unit.perform(verbs.DO, body, self._who.id)

        self._desk.write(act)
        return self.found(certificate_id)


def _fee_day(held: Certificate, due_on: date | None, today: date) -> tuple[date | None, date | None]:
    due = due_on or next_due(held.line, held.template, held.deeds, today)
    if due is None or not held.template.fees.yearly:
        raise OfficeError("certificates.no_yearly_fee", number=number_of(held.line))
    if any(one.what is What.FEE and one.due_on == due for one in held.deeds):
        raise OfficeError("certificates.fee_paid_twice", number=number_of(held.line))
    return due, None


def _new_end(held: Certificate, due_on: date | None, today: date) -> tuple[date | None, date | None]:
    ends, years = held.line.standing.expires_on, held.template.years
    if ends is None or years is None:
        raise OfficeError("certificates.no_end", number=number_of(held.line))
    begins = date.fromordinal(ends.toordinal() + 1)
    return None, ends_on(begins, years)


_Days = Callable[[Certificate, date | None, date], tuple[date | None, date | None]]
_days_of: dict[What, _Days] = {What.FEE: _fee_day, What.RENEW: _new_end}
"""The anniversary, and the new end, that a deed is about."""


def _expires(template: Template, former: Certificate | None, today: date) -> str | None:
    """A paper in another's place holds for what is left of it."""
    if former is not None:
        ends = former.line.standing.expires_on
        return ends.isoformat() if ends else None
    return ends_on(today, template.years).isoformat() if template.years else None


def _paid_until(former: Certificate | None, today: date) -> date:
    """The last anniversary before which every fee is paid."""
    if former is None:
        return today
    due = next_due(former.line, former.template, former.deeds, today)
    paid = [one.due_on for one in former.deeds if one.what is What.FEE and one.due_on is not None]
    settled = [day for day in (*paid, former.line.paid_until) if due is None or day < due]
    return max(settled, default=former.line.paid_until)


def _part(receipt: ReceiptRef | None) -> verbs.ReceiptPart | None:
    if receipt is None:
        return None
    told = (receipt.book_no, receipt.number, receipt.day.isoformat(), receipt.satang, receipt.late_satang)
    return verbs.ReceiptPart(*told, receipt.id)
