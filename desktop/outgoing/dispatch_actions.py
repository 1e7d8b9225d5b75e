"""What leaves the house and what comes back of it; and the office's own Garuda. Durable on return."""

from datetime import datetime
from pathlib import Path

from desktop.accounts.model import Person
from desktop.letters.entering import FilePart
from desktop.letters.filing import ADD_FILE, AddFile
from desktop.letters.model import SIGNED_SCAN, Letter
from desktop.letters.queries import LetterQueries
from desktop.letters.tags import is_provisional
from desktop.office.clock import utc_text
from desktop.office.errors import OfficeError
from desktop.office.ids import Id
from desktop.outgoing import dispatching as verbs
from desktop.outgoing.model import Level, Sending
from desktop.outgoing.mutations import SET_PICTURE, SetPicture
from desktop.outgoing.queries import OutgoingQueries
from desktop.outgoing.rules import GARUDA
from desktop.paper.pictures import size_px
from desktop.store.desk import Desk
from desktop.store.unit_of_work import UnitOfWork

_NUMBERED = "SELECT 1 FROM letter WHERE id = ? AND direction <> 'incoming'"


class DispatchActions:
    """`who` is the person signed in: every act carries them."""

    def __init__(self, desk: Desk, who: Person) -> None:
        self._desk = desk
        self._who = who

    def send(
        self,
        letter_id: Id,
        to_party: str,
        sending: Sending,
        *,
        reference: str = "",
        sent_at: datetime | None = None,
        note: str = "",
    ) -> Id:
        """Enters into the dispatch book that a letter left; now, or at `sent_at` (aware).

        OfficeError `outgoing.addressee_missing`, `outgoing.sent_in_future`, `letters.gone`.
        """
        if not to_party.strip():
            raise OfficeError("outgoing.addressee_missing")
        if self._desk.reader.one(_NUMBERED, (letter_id,)) is None:
            raise OfficeError("letters.gone")

        def act(unit: UnitOfWork) -> Id:
            if sent_at is not None and sent_at > unit.now:
                raise OfficeError("outgoing.sent_in_future")
            when = utc_text(sent_at or unit.now)
            words = (to_party.strip(), sending.value, reference.strip(), when, note.strip(), self._who.name_th)
            body = verbs.Send(unit.new_id(), letter_id, *words)
            unit.perform(verbs.SEND, body, self._who.id)
            return body.dispatch_id

        return self._desk.write(act)

    def deliver(self, dispatch_id: Id, receiver: str, *, received_at: datetime | None = None, note: str = "") -> None:
        """Enters the receipt of a dispatch. OfficeError `outgoing.receiver_missing`, `outgoing.received_in_future`."""
        if not receiver.strip():
            raise OfficeError("outgoing.receiver_missing")

        def act(unit: UnitOfWork) -> None:
            if received_at is not None and received_at > unit.now:
                raise OfficeError("outgoing.received_in_future")
            when = utc_text(received_at or unit.now)
            body = verbs.Deliver(dispatch_id, when, receiver.strip(), note.strip(), self._who.name_th)
            unit.perform(verbs.DELIVER, body, self._who.id)

        self._desk.write(act)

    def attach_scan(self, letter_id: Id, path: Path) -> None:
        """The scan of the paper that was signed by hand (level 1): from now on it is the copy that is sent and kept.

        A PDF or a picture; what was made from the draft, and scans before it, stay beside it. The same file again
        changes nothing. OfficeError `letters.gone`, `outgoing.scan_not_wet`, `outgoing.scan_needs_number`,
        `letters.envelope_only`, `store.disk_full`, those of `desktop.capture.arriving.document_of`.
        """
        from desktop.capture.arriving import document_of

        letter = self._signed_by_hand(letter_id)
        document = document_of(self._desk, path)
        if document.sha256 in OutgoingQueries(self._desk.reader).scans(letter_id):
            return
        shown, original = document.kept, document.kept_original
        assert shown is not None

        def act(unit: UnitOfWork) -> None:
            for ref in (shown, original):
                if ref is not None:
                    unit.keep_blob(ref)
            name = f"{letter.book_number.replace('/', '-')} ฉบับลงนาม.pdf"
            part = FilePart(
                unit.new_id(), shown.sha256, name, "application/pdf", shown.size, document.page_count, SIGNED_SCAN,
                original.sha256 if original else None, document.original_media_type,
            )  # fmt: skip
            unit.perform(ADD_FILE, AddFile(letter_id, part, self._who.name_th), self._who.id)

        self._desk.write(act)

    def _signed_by_hand(self, letter_id: Id) -> Letter:
        letters = LetterQueries(self._desk.reader)
        letter, signing = letters.letter(letter_id), OutgoingQueries(self._desk.reader).signing(letter_id)
        if letter is None:
            raise OfficeError("letters.gone")
        if signing is None or signing.level is not Level.WET:
            raise OfficeError("outgoing.scan_not_wet")
        if is_provisional(letter.number):
            raise OfficeError("outgoing.scan_needs_number")
        if letters.takes_envelope_only(letter.secrecy):
            raise OfficeError("letters.envelope_only")
        return letter

    def set_garuda(self, picture: bytes) -> None:
        """Makes a PNG or JPEG the office's Garuda on every desk. OfficeError `outgoing.picture_unreadable`."""
        size_px(picture)
        media_type = "image/png" if picture.startswith(b"\x89PNG") else "image/jpeg"
        ref = self._desk.blobs.put(picture)

        def act(unit: UnitOfWork) -> None:
            unit.keep_blob(ref)
            body = SetPicture(unit.new_id(), GARUDA, ref.sha256, media_type, ref.size, self._who.name_th)
            unit.perform(SET_PICTURE, body, self._who.id)

        self._desk.write(act)
