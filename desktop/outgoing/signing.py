"""Signing: the number of that moment, the letter in its register, and its paper. Durable on return."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from desktop.accounts.model import Person
from desktop.accounts.queries import AccountQueries
from desktop.letters.actions import LetterActions
from desktop.letters.entering import FilePart
from desktop.letters.model import Purpose, Registered
from desktop.letters.mutations import ROUTE, Route, RoutePart
from desktop.letters.rules import register_at, registers_for
from desktop.letters.tags import is_provisional
from desktop.office.dates import local_date
from desktop.office.errors import OfficeError
from desktop.office.ids import Id
from desktop.office.series import unit_of
from desktop.outgoing import mutations as verbs
from desktop.outgoing.drafting import check_signer
from desktop.outgoing.keys import SigningKey
from desktop.outgoing.model import Content, Level, Signed, Signing, State
from desktop.outgoing.paper import pages_of, signed_pdf
from desktop.outgoing.queries import OutgoingQueries
from desktop.outgoing.rules import fingerprint, kind_of, packed, problems, registration_of, unpacked
from desktop.outgoing.stamping import StampingActions
from desktop.store.desk import Desk
from desktop.store.unit_of_work import UnitOfWork

if TYPE_CHECKING:
    from desktop.paper.pades_time import Stamp

_DRAFT = """
SELECT d.state, d.version_id, d.approved_version_id, d.unit_id, d.author_name, v.content FROM draft d
JOIN draft_version v ON v.office_id = d.office_id AND v.id = d.version_id
WHERE d.id = ?
"""


class SigningActions:
    """`who` is the person signed in: every act carries them."""

    def __init__(self, desk: Desk, who: Person) -> None:
        self._desk = desk
        self._who = who
        self._queries = OutgoingQueries(desk.reader)
        self._stamping = StampingActions(desk, who)

    def sign(self, draft_id: Id, version_id: Id, level: Level, key: SigningKey | None = None) -> Signed:
        """Signs the approved version: register, number, letter, signature and the end of the draft, together.

        Level 1 notes that the paper is signed by hand; 2 and 3 are done by the signer, 3 with a certificate. Where no
        number is to be had the letter bears a tag until it gets one. Once it has its number nothing is raised: what
        stopped its paper is `Signed.trouble`, and `finish` goes on from there. OfficeError `outgoing.not_now`,
        `outgoing.changed_since`, `outgoing.cannot_sign`, `outgoing.not_the_signer`, `outgoing.key_missing`,
        `outgoing.digital_needs_number`, `numbers.not_here`, `numbers.year_doubtful`, `store.disk_full`, and those of
        `signers.check`.
        """
        if level is Level.CERTIFICATE and key is None:
            raise OfficeError("outgoing.key_missing")
        letter = self._desk.write(lambda unit: self._sign(unit, draft_id, version_id, level, key))
        try:
            return Signed(letter.id, letter.number, letter.year_be, self.finish(letter.id, key))
        except OfficeError as trouble:
            return Signed(letter.id, letter.number, letter.year_be, None, trouble)

    def _sign(self, unit: UnitOfWork, draft_id: Id, version_id: Id, level: Level, key: SigningKey | None) -> Registered:
        content, owner = self._approved(unit, draft_id, version_id)
        self._may_sign(content, level)
        check_signer(self._desk, content)
        found = registers_for(*kind_of(content), content.secrecy, owner)
        register = register_at(self._desk.identity.registers, found)
        if register is None:
            raise OfficeError("numbers.not_here")
        office = AccountQueries(self._desk.reader).office()
        registration = registration_of(content, office.name_th if office else "", local_date(unit.now))
        letter = LetterActions(self._desk, self._who).enter(unit, register, registration)
        if level is Level.CERTIFICATE and is_provisional(letter.number):
            raise OfficeError("outgoing.digital_needs_number")
        body = verbs.Sign(
            unit.new_id(), draft_id, version_id, letter.id, int(level), content.signer_name,
            "\n".join(content.signer_lines), self._who.name_th, fingerprint(packed(content)),
            self._desk.identity.counter, content.signer_id, key.subject if key else None,
            content.signer_orders,
        )  # fmt: skip
        unit.perform(verbs.SIGN, body, self._who.id)
        if unit_of(register) != owner.hex():
            copy = RoutePart(unit.new_id(), owner, Purpose.COPY.value)
            unit.perform(ROUTE, Route(letter.id, (copy,)), self._who.id)
        return letter

    def _approved(self, unit: UnitOfWork, draft_id: Id, version_id: Id) -> tuple[Content, Id]:
        """The content that may be signed and the unit that owns it, read inside the transaction."""
        row = unit.connection.exec_driver_sql(_DRAFT, (draft_id,)).first()
        if row is None:
            raise OfficeError("outgoing.draft_gone")
        if row.state != State.APPROVED:
            raise OfficeError("outgoing.not_now", state=row.state)
        if not row.version_id == row.approved_version_id == version_id:
            raise OfficeError("outgoing.changed_since", by=row.author_name)
        content = unpacked(row.content)
        if found := problems(content):
            raise OfficeError("outgoing.cannot_sign", fields=sorted(found))
        return content, row.unit_id

    def _may_sign(self, content: Content, level: Level) -> None:
        if level is not Level.WET and content.signer_id != self._who.id:
            raise OfficeError("outgoing.not_the_signer")

    def finish(self, letter_id: Id, key: SigningKey | None = None) -> str | None:
        """Makes the paper of a signed letter and attaches it, once its number is official; its address.

        Done again it changes nothing. None while the letter bears a tag, and of a paper with a certificate without the
        key. OfficeError `outgoing.not_the_signer`, `outgoing.other_certificate`, `store.disk_full`, those of the key.
        """
        held = self._queries.made_paper(letter_id)
        if held is not None:
            return held
        ready = self._queries.to_print(letter_id)
        if ready is None or (ready.signing.level is Level.CERTIFICATE and key is None):
            return None
        pdf, stamp = signed_pdf(ready, self._desk.blobs), None
        if ready.signing.level is Level.CERTIFICATE and key is not None:
            self._may_finish(ready.signing, key)
            pdf, stamp = self._stamping.at_once(key.sign(pdf, ready.signing.at))
        return self._attach(letter_id, pdf, f"{ready.letter.book_number.replace('/', '-')}.pdf", stamp)

    def _may_finish(self, signing: Signing, key: SigningKey) -> None:
        """The paper names the signer's certificate and the act that this desk did: nobody and nothing else fits it."""
        if signing.signer_id != self._who.id:
            raise OfficeError("outgoing.not_the_signer")
        if signing.device_id != self._desk.identity.device_id:
            raise OfficeError("outgoing.signed_elsewhere", desk=signing.device)
        if signing.certificate != key.subject:
            raise OfficeError("outgoing.other_certificate")

    def _attach(self, letter_id: Id, pdf: bytes, name: str, stamp: "Stamp | None") -> str | None:
        """The paper that the letter has afterwards: of two made at once the first."""
        ref = self._desk.blobs.put(pdf)

        def act(unit: UnitOfWork) -> None:
            unit.keep_blob(ref)
            part = FilePart(
                unit.new_id(), ref.sha256, name, "application/pdf", ref.size, pages_of(pdf), verbs.SIGNED_PAPER
            )
            unit.perform(verbs.ATTACH_PAPER, verbs.AttachPaper(letter_id, part), self._who.id)
            if stamp is not None:
                self._stamping.note(unit, letter_id, ref.sha256, stamp)

        self._desk.write(act)
        return self._queries.made_paper(letter_id)

    def finish_waiting(self) -> Sequence[Id]:
        """Makes the papers of letters signed at this desk that got their number since; those that were made."""
        waiting = self._queries.papers_waiting(self._desk.identity.device_id)
        return [letter_id for letter_id in waiting if self.finish(letter_id) is not None]
