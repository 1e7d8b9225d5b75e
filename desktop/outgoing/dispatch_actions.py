"""What leaves the house and what comes back of it; and the office's own Garuda. Durable on return."""

from datetime import datetime

from desktop.accounts.model import Person
from desktop.office.clock import utc_text
from desktop.office.errors import OfficeError
from desktop.office.ids import Id
from desktop.outgoing import dispatching as verbs
from desktop.outgoing.model import Sending
from desktop.outgoing.mutations import SET_PICTURE, SetPicture
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
