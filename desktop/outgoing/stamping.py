"""The time on a digital signature: at once where the authority answers, later where it did not, and never twice."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from desktop.accounts.model import Person
from desktop.letters.entering import FilePart
from desktop.letters.model import STAMPED_PAPER
from desktop.letters.queries import LetterQueries
from desktop.office.clock import utc_text
from desktop.office.dates import local_date
from desktop.office.errors import OfficeError
from desktop.office.ids import Id
from desktop.outgoing import mutations as verbs
from desktop.outgoing.paper import pages_of
from desktop.outgoing.queries import OutgoingQueries
from desktop.store.desk import Desk
from desktop.store.unit_of_work import UnitOfWork

if TYPE_CHECKING:
    from desktop.paper.pades_time import Stamp


class StampingActions:
    """`who` is the person signed in: the act of stamping carries them."""

    def __init__(self, desk: Desk, who: Person) -> None:
        self._desk = desk
        self._who = who
        self._queries = OutgoingQueries(desk.reader)

    def at_once(self, pdf: bytes) -> "tuple[bytes, Stamp | None]":
        """The paper with its stamp; as it is while there is none to be had. Blocks for seconds, and never fails."""
        try:
            return self._stamped(pdf)
        except OfficeError:
            return pdf, None

    def note(self, unit: UnitOfWork, letter_id: Id, sha256: str, stamp: "Stamp", file: FilePart | None = None) -> None:
        """Says of a letter that this paper of it is stamped; `file`: a paper that is not among its files yet."""
        told = (utc_text(stamp.at), stamp.authority, self._who.name_th)
        unit.perform(verbs.STAMP, verbs.Stamp(unit.new_id(), letter_id, sha256, *told, file), self._who.id)

    def stamp_waiting(self) -> Sequence[Id]:
        """Stamps the papers that were signed at this desk without; those that were stamped.

        OfficeError `stamping.no_answer`, `.bad_answer`, `.refused`, `.untrusted` at the first that could not be: the
        others wait with it. `blob.missing`, `blob.damaged`, `store.disk_full`.
        """
        waiting = self._queries.unstamped(self._desk.identity.device_id)
        return [letter_id for letter_id in waiting if self._stamp(letter_id)]

    def _stamp(self, letter_id: Id) -> bool:
        letter, made = LetterQueries(self._desk.reader).letter(letter_id), self._queries.made_paper(letter_id)
        if letter is None or made is None:
            return False
        pdf, stamp = self._stamped(self._desk.blobs.get(made))
        if stamp is None:
            return False
        ref = self._desk.blobs.put(pdf)
        name = next((file.name for file in letter.files if file.sha256 == made), "")

        def act(unit: UnitOfWork) -> None:
            unit.keep_blob(ref)
            part = FilePart(unit.new_id(), ref.sha256, name, "application/pdf", ref.size, pages_of(pdf), STAMPED_PAPER)
            self.note(unit, letter_id, ref.sha256, stamp, part)

        self._desk.write(act)
        return True

    def _stamped(self, pdf: bytes) -> "tuple[bytes, Stamp | None]":
        authority = self._queries.time_authority(local_date(self._desk.clock.now()))
        if authority is None:
            return pdf, None
        from desktop.devices.time_authority import ask
        from desktop.paper.pades_time import stamped

        return stamped(pdf, partial(ask, authority.url), authority.roots.encode())
