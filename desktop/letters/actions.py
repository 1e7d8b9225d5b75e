"""What a clerk does with letters. Each verb is one transaction on the desk's writer; when it returns, it is durable."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any, Protocol

from desktop.accounts.model import Person
from desktop.accounts.queries import AccountQueries
from desktop.letters import mutations as verbs
from desktop.letters import paper_lines
from desktop.letters.amending import AMEND, Amend, FieldPart
from desktop.letters.book_numbers import NONE, key_of
from desktop.letters.came_again import CAME_AGAIN, CameAgain
from desktop.letters.classifying import Classify
from desktop.letters.endorsing_actions import EndorsingActions, Wish
from desktop.letters.filing import ADD_FILE, WITHDRAW_FILE, AddFile, WithdrawFile
from desktop.letters.merge import AMENDABLE, fields_of
from desktop.letters.model import Channel, Direction, Purpose, Registered, Registration
from desktop.letters.online import NO_LINE, ReadsAtCentre
from desktop.letters.paper_lines import line_of, name_of
from desktop.letters.provisional import REGISTER_PROVISIONAL, STAMPED, RegisterProvisional, Stamped
from desktop.letters.queries import LetterQueries
from desktop.letters.rules import (
    envelope,
    fitting,
    new_units,
    own_book_number,
    problems,
    registers_for,
)
from desktop.letters.tagging import next_tag
from desktop.letters.twins import LINK, LinkDuplicate
from desktop.office.clock import utc_text
from desktop.office.dates import local_date, year_be
from desktop.office.errors import OfficeError
from desktop.office.ids import Id
from desktop.office.secrecy import Secrecy, rank
from desktop.office.series import series_of
from desktop.registers.turning import close_past
from desktop.store.blobs import BlobRef
from desktop.store.desk import Desk
from desktop.store.unit_of_work import UnitOfWork

Beside = Callable[[UnitOfWork, Id], None]
_PREFIX = "SELECT book_prefix FROM office"
_HOLDERS = """
SELECT unit_id FROM routing WHERE letter_id = ? AND state <> 'recalled' AND done_at IS NULL AND post_id IS NULL
AND held_by IS NULL
"""


class Document(Protocol):
    """A captured document: the PDF that people read and, where a picture came in, its untouched bytes.

    One that lies in the store already says where in `kept`, and in `kept_original`: a `BlobRef`.
    """

    @property
    def name(self) -> str: ...
    @property
    def data(self) -> bytes: ...
    @property
    def page_count(self) -> int: ...
    @property
    def source(self) -> str: ...
    @property
    def original(self) -> bytes | None: ...
    @property
    def original_media_type(self) -> str | None: ...


class LetterActions:
    """`who` is the person signed in: every act carries them. `centre`: the way to what is read only there."""

    def __init__(self, desk: Desk, who: Person, centre: ReadsAtCentre = NO_LINE) -> None:
        self._desk = desk
        self._who = who
        self._centre = centre

    def register(
        self, registration: Registration, documents: Sequence[Document] = (), beside: Beside | None = None
    ) -> Registered:
        """Registers a letter in the register that fits it: number, row, files and the act for the centre, together.

        Where no number is to be had (another desk holds the register) the letter gets a provisional tag in its place.
        The scans are durable before the number is taken. `beside` writes what belongs to it in the same transaction.
        OfficeError `letters.cannot_register` (fields),
        `numbers.not_here` (this desk registers no letters), `numbers.year_doubtful`, `store.disk_full`,
        `letters.top_secret_by_hand`, `letters.envelope_only`.
        """
        registration = self._held_to_secrecy(registration, documents)
        found = problems(registration, local_date(self._desk.clock.now()))
        if found:
            raise OfficeError("letters.cannot_register", fields=sorted(found))
        register = self._register_of(registration)
        kept = [self._keep(document) for document in documents]

        def act(unit: UnitOfWork) -> Registered:
            registered = self.enter(unit, register, registration, kept)
            if beside is not None:
                beside(unit, registered.id)
            return registered

        return self._desk.write(act)

    def _register_of(self, registration: Registration) -> str:
        """The register that was chosen if it fits, else the fittest of this desk."""
        secrecy = registration.secrecy
        wanted = registers_for(registration.kind, registration.direction, secrecy, self._who.unit.id)
        clearance = AccountQueries(self._desk.reader).clearance(self._who.id)
        found = fitting(self._desk.identity.registers, wanted, cleared=rank(clearance) >= rank(secrecy))
        if not found or (registration.register or found[0]) not in found:
            raise OfficeError("numbers.not_here")
        return registration.register or found[0]

    def _held_to_secrecy(self, registration: Registration, documents: Sequence[Document]) -> Registration:
        """Nothing of the content where it may not be kept: then only the envelope is registered, without pages."""
        if registration.secrecy is Secrecy.TOP_SECRET:
            raise OfficeError("letters.top_secret_by_hand")
        if not LetterQueries(self._desk.reader).takes_envelope_only(registration.secrecy):
            return registration
        if documents:
            raise OfficeError("letters.envelope_only")
        return envelope(registration)

    def add_file(self, letter_id: Id, document: Document, beside: Beside | None = None) -> Id:
        """Adds a file to a registered letter. OfficeError `letters.gone`, `.envelope_only`, `store.disk_full`."""
        queries = LetterQueries(self._desk.reader)
        if queries.takes_envelope_only(queries.secrecy(letter_id)):
            raise OfficeError("letters.envelope_only")
        part, refs = self._keep(document)

        def act(unit: UnitOfWork) -> Id:
            for ref in refs:
                unit.keep_blob(ref)
            unit.perform(ADD_FILE, AddFile(letter_id, part, self._who.name_th), self._who.id)
            if beside is not None:
                beside(unit, letter_id)
            return part.id

        return self._desk.write(act)

    def withdraw_file(self, letter_id: Id, file_id: Id, reason: str) -> None:
        """It is another letter's: the file is kept and shows no more. OfficeError `letters.reason_missing`."""
        body = WithdrawFile(letter_id, file_id, reason.strip(), self._who.name_th)
        self._desk.write(lambda unit: unit.perform(WITHDRAW_FILE, body, self._who.id))

    def _keep(self, document: Document) -> tuple[verbs.FilePart, tuple[BlobRef, ...]]:
        stored: BlobRef | None = getattr(document, "kept", None)
        shown = stored or self._desk.blobs.put(document.data)
        refs = [shown]
        original: BlobRef | None = getattr(document, "kept_original", None)
        if original is None and document.original is not None:
            original = self._desk.blobs.put(document.original)
        if original is not None:
            refs.append(original)
        part = verbs.FilePart(
            self._desk.ids.new(), shown.sha256, document.name, "application/pdf", shown.size, document.page_count,
            document.source, original.sha256 if original else None, document.original_media_type,
        )  # fmt: skip
        return part, tuple(refs)

    def enter(
        self,
        unit: UnitOfWork,
        register: str,
        registration: Registration,
        kept: Sequence[tuple[verbs.FilePart, tuple[BlobRef, ...]]] = (),
    ) -> Registered:
        """Registers within a transaction that does more; errors as `register`."""
        close_past(unit)
        year = year_be(local_date(unit.now))
        for _, refs in kept:
            for ref in refs:
                if not self._desk.blobs.has(ref.sha256):  # erased between scan and number: a paper that went secret
                    raise OfficeError("blob.missing", sha256=ref.sha256)
                unit.keep_blob(ref)
        letter_id = unit.new_id()
        values = _values(registration, unit) | {"files": tuple(part for part, _ in kept), "register": register}
        try:
            taken = unit.take_number(series_of(register), year)
        except OfficeError as error:
            if error.code != "numbers.none_left":
                raise
            number = next_tag(self._desk, unit)
            tagged = RegisterProvisional(letter_id, unit.new_id(), year, number, **values)
            unit.perform(REGISTER_PROVISIONAL, tagged, self._who.id)
        else:
            number = taken.n
            values |= self._own_number(registration, number, year)
            unit.perform(verbs.REGISTER, verbs.Register(letter_id=letter_id, taken=taken, **values), self._who.id)
        return Registered(letter_id, number, year, unit.now, register, values["book_number"])

    def _own_number(self, registration: Registration, number: int, year: int) -> dict[str, str]:
        """The book number of a paper of ours, unless it bears another already."""
        if registration.direction is Direction.INCOMING or key_of(registration.book_number) != NONE:
            return {}
        prefix = self._desk.reader.one(_PREFIX)
        raw = own_book_number(registration.kind, str(prefix[0] or "") if prefix else "", number, year)
        return {"book_number": raw, "book_number_key": key_of(raw)}

    def came_again(
        self, letter_id: Id, channel: Channel, documents: Sequence[Document] = (), beside: Beside | None = None
    ) -> None:
        """Notes on a letter that it came by another channel too, with the pages it brought; it gets no other number.

        `beside` as in `register`. OfficeError `letters.gone`, `letters.envelope_only`, `store.disk_full`.
        """
        queries = LetterQueries(self._desk.reader)
        if documents and queries.takes_envelope_only(queries.secrecy(letter_id)):
            raise OfficeError("letters.envelope_only")
        kept = [self._keep(document) for document in documents]

        def act(unit: UnitOfWork) -> None:
            for _, refs in kept:
                for ref in refs:
                    unit.keep_blob(ref)
            files = tuple(part for part, _ in kept)
            body = CameAgain(unit.new_id(), letter_id, channel.value, self._who.name_th, files)
            unit.perform(CAME_AGAIN, body, self._who.id)
            if beside is not None:
                beside(unit, letter_id)

        self._desk.write(act)

    def stamp(self, tag_id: Id) -> None:
        """The official number now stands on the paper of a letter that was registered with a tag."""
        body = Stamped(tag_id, self._who.name_th)
        self._desk.write(lambda unit: unit.perform(STAMPED, body, self._who.id))

    def endorse(self, letter_id: Id, text: str, action: str = "propose") -> Id:
        """Adds an endorsement (เกษียณ); it is never changed afterwards. OfficeError `letters.endorsement_empty`."""
        return EndorsingActions(self._desk, self._who).endorse(letter_id, Wish(text, action))

    def route(
        self,
        letter_id: Id,
        units: Sequence[Id],
        *,
        purpose: Purpose = Purpose.ACTION,
        note: str | None = None,
        due: date | None = None,
    ) -> tuple[Id, ...]:
        """Sends a letter to units; the routes' ids may be given to `recall`. OfficeError `letters.already_routed`."""
        held = (unit_id for (unit_id,) in self._desk.reader.rows(_HOLDERS, (letter_id,)))
        wanted = new_units(held, units)
        if not wanted:
            raise OfficeError("letters.already_routed")

        def act(unit: UnitOfWork) -> tuple[Id, ...]:
            parts = tuple(verbs.RoutePart(unit.new_id(), target, purpose.value, _iso(due)) for target in wanted)
            body = verbs.Route(letter_id, parts, note, from_unit=self._who.unit.id)
            unit.perform(verbs.ROUTE, body, self._who.id)
            return tuple(part.id for part in parts)

        return self._desk.write(act)

    def receive(self, route_id: Id) -> None:
        """Takes a letter over for one's unit. OfficeError `letters.route_settled`."""

        def act(unit: UnitOfWork) -> None:
            body = verbs.Receive(route_id, unit.new_id(), self._who.name_th)
            unit.perform(verbs.RECEIVE, body, self._who.id)

        self._desk.write(act)

    def recall(self, route_ids: Sequence[Id], reason: str = "") -> None:
        """Takes routes back while nobody has received them. OfficeError `letters.route_settled`.

        What turns out to have been received before the centre hears of it is asked for instead.
        """

        def act(unit: UnitOfWork) -> None:
            events = tuple(unit.new_id() for _ in route_ids)
            body = verbs.Recall(tuple(route_ids), events, self._who.name_th, reason)
            unit.perform(verbs.RECALL, body, self._who.id)

        self._desk.write(act)

    def amend(self, letter_id: Id, seen: Registration, wanted: Registration, reason: str = "") -> int:
        """Puts right what differs between what the clerk saw and what they want; its place in the desk's chain.

        So are the lines of สิ่งที่ส่งมาด้วย and อ้างถึง; `reason`: why some of them are taken back.
        OfficeError `letters.nothing_to_amend`, `letters.cannot_amend`, `letters.reason_missing`, `letters.gone`.
        """
        before, after = fields_of(seen), fields_of(wanted)
        changed = {name: (before[name], after[name]) for name in AMENDABLE if before[name] != after[name]}
        lines = paper_lines.changes(seen, wanted)
        for one in lines:
            name = name_of(one.kind, one.id or self._desk.ids.new())
            changed[name] = one.before, one.after
        if any(one.after is None for one in lines) and not reason.strip():
            raise OfficeError("letters.reason_missing")
        return self.amend_fields(letter_id, changed, reason)

    def amend_fields(
        self, letter_id: Id, changed: Mapping[str, tuple[str | None, str | None]], reason: str = ""
    ) -> int:
        """As `amend`, with field -> (as it was seen, as it shall be)."""
        if not changed:
            raise OfficeError("letters.nothing_to_amend")

        def act(unit: UnitOfWork) -> int:
            parts = tuple(
                FieldPart(
                    unit.new_id(), name, base, new, reason.strip() or None if line_of(name) and new is None else None
                )
                for name, (base, new) in changed.items()
            )
            return unit.perform(AMEND, Amend(letter_id, self._who.name_th, parts), self._who.id)

        return self._desk.write(act)

    def link_duplicate(self, letter_id: Id, other_id: Id) -> int:
        """Has two registrations of one paper show each other. OfficeError `letters.cannot_link`, `.already_linked`."""

        def act(unit: UnitOfWork) -> int:
            body = LinkDuplicate(unit.new_id(), unit.new_id(), letter_id, other_id, self._who.name_th)
            return unit.perform(LINK, body, self._who.id)

        return self._desk.write(act)

    def classify(self, letter_id: Id, wanted: Secrecy, reason: str) -> None:
        """Makes a letter more secret, at once and here; or asks the centre, which must be in reach, to make it less.

        Less secret it becomes here only when the centre says so. OfficeError `letters.gone`, `letters.reason_missing`,
        `letters.lower_needs_line`.
        """
        if not reason.strip():
            raise OfficeError("letters.reason_missing")
        seen = LetterQueries(self._desk.reader).secrecy(letter_id)
        if rank(wanted) < rank(seen):
            self._reach_centre()

        def act(unit: UnitOfWork) -> None:
            who = self._who
            body = Classify(unit.new_id(), letter_id, seen.value, wanted.value, reason.strip(), who.name_th)
            unit.perform(verbs.CLASSIFY, body, who.id)

        self._desk.write(act)

    def _reach_centre(self) -> None:
        try:
            self._centre.read(self._who.id)
        except OfficeError as error:
            raise OfficeError("letters.lower_needs_line") from error


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _values(registration: Registration, unit: UnitOfWork) -> dict[str, Any]:
    """What every registration says, numbered or tagged."""
    place = registration.stamp
    return {
        "received_at": unit.at,
        "channel": registration.channel.value,
        "from_party": registration.from_party.strip(),
        "book_number": registration.book_number.strip() or "-",
        "book_number_key": key_of(registration.book_number),
        "to_party": registration.to_party.strip(),
        "subject": registration.subject.strip(),
        "urgency": registration.urgency.value,
        "secrecy": registration.secrecy.value,
        "letter_date": _iso(registration.letter_date),
        "due_date": _iso(registration.due_date),
        "remarks": registration.remarks,
        "stamp_page": place.page if place else None,
        "stamp_x": round(place.x_mm * 1000) if place else None,
        "stamp_y": round(place.y_mm * 1000) if place else None,
        "kind": registration.kind.value,
        "direction": registration.direction.value,
        "urgent_deadline": utc_text(registration.urgent_deadline) if registration.urgent_deadline else None,
        "enclosures": tuple(
            verbs.EnclosurePart(unit.new_id(), one.title.strip(), one.amount, one.kind.value)
            for one in registration.enclosures
        ),
        "citations": tuple(
            verbs.CitationPart(unit.new_id(), one.book_number, key_of(one.book_number), _iso(one.letter_date))
            for one in registration.citations
        ),
    }
