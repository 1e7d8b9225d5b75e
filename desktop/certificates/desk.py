"""Certificates at one desk: reading them, their papers, and what a person does with them."""

from typing import TYPE_CHECKING, Protocol

from desktop.accounts.model import OfficeProfile, Person
from desktop.accounts.queries import AccountQueries
from desktop.certificates.model import ENDED, Certificate, Copy, Level, Wanted
from desktop.certificates.queries import CertificateQueries
from desktop.certificates.rules import number_of
from desktop.office.clock import utc_text
from desktop.office.dates import local_date
from desktop.office.errors import OfficeError
from desktop.office.ids import Id
from desktop.store.desk import Desk

if TYPE_CHECKING:
    from datetime import datetime

    from desktop.certificates.actions import CertificateActions


class SigningKey(Protocol):
    """A digital certificate with its key, opened."""

    @property
    def subject(self) -> str: ...
    def sign(self, pdf: bytes, at: "datetime") -> bytes: ...


class Certificates:
    """Reading is light; what writes and prints is brought in when somebody asks for it."""

    def __init__(self, desk: Desk, accounts: AccountQueries) -> None:
        self._desk, self._accounts = desk, accounts
        self.queries = CertificateQueries(desk.reader)

    def acts(self, who: Person) -> "CertificateActions":
        from desktop.certificates.actions import CertificateActions

        return CertificateActions(self._desk, who)

    def pdf(self, held: Certificate, copy: Copy | None = None) -> bytes:
        """The first print, or a copy, made to be kept for ever (PDF/A-2b); any thread. OfficeError `desk.not_ready`,
        `blob.missing` while the signed file is on its way.
        """
        from desktop.certificates.paper import issued_paper
        from desktop.paper.certificate import certificate_pdf
        from desktop.paper.pdfa import for_ever

        if copy is None and held.paper_sha256:
            return self._desk.blobs.get(held.paper_sha256)
        chain, garuda = self.queries.chain(held.id), self._garuda(utc_text(held.issued_at))
        paper = issued_paper(held, self._office, chain=chain, garuda=garuda, copy=copy)
        return for_ever(certificate_pdf(paper, copy.at if copy else held.issued_at))

    def must_hold(self, certificate_id: Id) -> None:
        """OfficeError `certificates.not_in_force` of one whose original no printer may bring out any more."""
        held = self.queries.certificate(certificate_id, local_date(self._desk.now()))
        if held is not None and held.line.standing.state in ENDED:
            raise OfficeError("certificates.not_in_force", number=number_of(held.line))

    def sample(self, wanted: Wanted) -> bytes:
        """What would be issued, marked as a sample; any thread. OfficeError `desk.not_ready`."""
        from desktop.certificates.paper import sample_paper
        from desktop.paper.certificate import certificate_pdf

        now = self._desk.clock.now()
        garuda = self._garuda(utc_text(now))
        return certificate_pdf(sample_paper(wanted, self._office, local_date(now), garuda), now)

    def sign(self, who: Person, held: Certificate, key: SigningKey) -> Certificate:
        """Puts the signer's digital signature on the first print and keeps the file; done again it changes nothing.

        OfficeError `certificates.not_the_signer`, `outgoing.other_certificate`, and those of the key.
        """
        if held.signed.level is not Level.CERTIFICATE or held.paper_sha256:
            return held
        if held.signed.id != who.id:
            raise OfficeError("certificates.not_the_signer")
        if held.signed.subject != key.subject:
            raise OfficeError("outgoing.other_certificate")
        acts = self.acts(who)
        acts.attach(held.id, key.sign(self.pdf(held), held.issued_at))
        return acts.found(held.id)

    def _garuda(self, at: str) -> bytes | None:
        sha256 = self.queries.garuda(at)
        return self._desk.blobs.get(sha256) if sha256 and self._desk.blobs.has(sha256) else None

    @property
    def _office(self) -> OfficeProfile:
        office = self._accounts.office()
        if office is None:
            raise OfficeError("desk.not_ready")
        return office
