"""What the clerk is about to register, before it has a number; no widgets."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cached_property
from threading import Event
from typing import TYPE_CHECKING, Any

from desktop.accounts.model import Session
from desktop.application import Office
from desktop.letters.model import (
    Citation,
    CitedLetter,
    Direction,
    Kind,
    LetterRow,
    Registered,
    Registration,
    Secrecy,
    StampPlace,
)
from desktop.letters.rules import CENTRAL, KINDS_OF, fitting, problems, registers_for
from desktop.office.dates import local_date
from desktop.office.errors import OfficeError
from desktop.office.ids import Id
from desktop.office.secrecy import rank
from desktop.office.series import INCOMING, series_of, unit_of
from desktop.paper.intake_stamp import HEIGHT_MM, WIDTH_MM, IntakeStamp, default_place
from ui.letters import kind_words
from ui.letters.texts_read import TextsRead

if TYPE_CHECKING:
    from desktop.capture.intake import Intake
    from desktop.capture.model import CapturedDocument
    from desktop.interchange.arrival import Arrival
    from desktop.letters.actions import Beside
    from desktop.letters.alike_queries import Alike
    from desktop.paper.blank_space import Room
    from desktop.paper.pages import Parts
    from desktop.reading.model import PageReading
    from desktop.suggesting.model import Suggestions

ADDRESSEE = "นายกเทศมนตรี"
FORM = "registration"
"""Where the journal keeps what is typed into it."""

PROVISIONAL_MARK = "ชค-"
"""What the stamp on the screen says before a tag is given."""


@dataclass(frozen=True)
class NextNumber:
    """What the stamp would say now; the true number and time are given at registration."""

    number: int | None
    left: int
    at: datetime
    register: str = CENTRAL

    @property
    def figures(self) -> str:
        if self.number is None:
            return ""
        return kind_words.figures(self.register, self.number)


@dataclass(frozen=True)
class OldPaper:
    """A letter's first file with the width and height of each page in mm."""

    pdf: "Parts"
    page_sizes_mm: tuple[tuple[float, float], ...]


class RegistrationPresenter:
    """`documents` are what was captured, in the order of the paper; `register` runs on the desk's writer.

    `arrival`: the draft out of a file that is being registered, or None.
    """

    def __init__(self, office: Office, session: Session) -> None:
        self._office = office
        self._session = session
        self._journal = office.journal(session.person)
        self.is_kept = False
        """Whether what stands in the form is in the journal."""
        self.documents: tuple[CapturedDocument, ...] = ()
        self.stamp: StampPlace | None = None
        self.read = TextsRead()
        self.arrival: Id | None = None
        self.incoming = Direction.INCOMING in self.directions
        """Only what comes in bears the intake stamp."""

    @cached_property
    def intake(self) -> "Intake":
        """By which pages come in."""
        from desktop.capture.intake import Intake

        return Intake(self._office.desk, self._session.person)

    @property
    def here(self) -> bool:
        """Whether this desk keeps any register of letters."""
        return bool(self.directions)

    @property
    def directions(self) -> tuple[Direction, ...]:
        """The ways for which this desk keeps a register."""
        return tuple(way for way in Direction if self.kinds(way))

    def kinds(self, way: Direction) -> tuple[Kind, ...]:
        """The kinds of that way for which this desk keeps a register."""
        return tuple(kind for kind in KINDS_OF[way] if self.registers(kind, way, Secrecy.NORMAL))

    def registers(self, kind: Kind, way: Direction, secrecy: Secrecy) -> tuple[str, ...]:
        """The registers in which this person may enter such a letter at this desk, the fittest first."""
        person = self._session.person
        clearance = self._office.account_queries.clearance
        cleared = secrecy is Secrecy.NORMAL or rank(clearance(person.id)) >= rank(secrecy)
        wanted = registers_for(kind, way, secrecy, person.unit.id)
        return fitting(self._session.registers, wanted, cleared=cleared)

    def register_name(self, register: str) -> str:
        """`ทะเบียนส่ง กองช่าง`"""
        unit = self._session.person.unit
        return kind_words.register(register, unit.name_th if unit_of(register) == unit.id.hex() else "")

    @property
    def today(self) -> date:
        return local_date(self._office.clock.now())

    def now(self) -> datetime:
        return self._office.clock.now()

    def blank(self, way: Direction | None = None, kind: Kind | None = None) -> Registration:
        """What the form shows before anything is typed; without a way the first that this desk has."""
        way = way or next(iter(self.directions), Direction.INCOMING)
        head = addressee(self._session.office.name_th)
        blank = Registration("", head, "", book_number="", direction=way, kind=kind or self._usual(way))
        if way is Direction.INCOMING:
            return blank
        ours = self._session.person.unit.name_th
        return replace(blank, from_party=ours, to_party="" if way is Direction.OUTGOING else head)

    def _usual(self, way: Direction) -> Kind:
        return next(iter(self.kinds(way)), Kind.EXTERNAL)

    def next_number(self, register: str = CENTRAL) -> NextNumber:
        """Reads the store; any thread."""
        book = self._office.letter_book(register)
        return NextNumber(book.next_number, book.left, self._office.clock.now(), register)

    def stamp_of(self, next_number: NextNumber) -> IntakeStamp:
        provisional = next_number.number is None
        number = next_number.figures or PROVISIONAL_MARK
        return IntakeStamp(self._session.office.name_th, number, next_number.at, provisional=provisional)

    def room(self, document: "CapturedDocument") -> "Room | None":
        """Where the stamp has room on the first page; None of a page that can't be drawn. Any thread."""
        from desktop.paper.blank_space import room_near

        near = default_place(*document.page_sizes_mm[0])
        try:
            return room_near(document.content, 0, WIDTH_MM, HEIGHT_MM, near)
        except OfficeError:
            return None

    def senders(self, start: str) -> tuple[str, ...]:
        """Senders seen before; reads the store; any thread."""
        return self._office.letter_queries.senders(start) if start.strip() else ()

    def alike(self, typed: Registration) -> "tuple[Alike, ...]":
        """Letters here that seem to be this very paper; reads the store, and the pages at first; any thread."""
        documents = self.documents
        text = self.read.text_of(documents[0]).get(0, "") if documents else ""
        return self._office.alike_queries.find(typed, text, sum(one.page_count for one in documents))

    def old_paper(self, row: LetterRow) -> "OldPaper | None":
        """The first file of a letter, unless it is secret or not here; any thread."""
        letter = self._office.letter_queries.letter(row.id) if row.secrecy is Secrecy.NORMAL else None
        if letter is None or not letter.files or not self._office.desk.blobs.has(letter.files[0].sha256):
            return None
        from desktop.paper.pages import page_sizes_mm

        pdf = self._office.stored(letter.files[0].sha256)
        return OldPaper(pdf, page_sizes_mm(pdf))

    def suggest(self, document: "CapturedDocument", cancel: Event) -> "Suggestions":
        """What is read on its pages; takes seconds; any thread. OfficeError `reading.no_model`, `reading.failed`."""
        read = self.read

        def heard(page: int, text: str) -> None:
            read.heard(document, page, text)

        return self._office.letter_reader.suggestions(document, self._incoming_registers, cancel, heard)

    def page_reading(self, sha256: str, page: int) -> "PageReading | None":
        """What was read of a page (from 0) of a kept file; reads the store; any thread."""
        return self._office.page_reading(sha256, page)

    @property
    def _incoming_registers(self) -> tuple[str, ...]:
        return tuple(one for one in self._session.registers if series_of(one) == INCOMING)

    def meant(self, citations: Sequence[Citation]) -> tuple[tuple[CitedLetter, ...], ...]:
        """Of each citation the letters here that it means; reads the store; any thread."""
        return tuple(self._office.letter_queries.meant_by(one) for one in citations)

    def add(self, documents: Iterable["CapturedDocument"]) -> None:
        self.documents = (*self.documents, *documents)

    def drop(self, place: int) -> None:
        self.documents = (*self.documents[:place], *self.documents[place + 1 :])
        if not place:
            self.stamp = None

    def clear(self) -> None:
        """The next letter."""
        self.documents, self.stamp, self.arrival = (), None, None
        self.read = TextsRead()

    def open_arrival(self, arrival_id: Id) -> "tuple[Arrival, tuple[CapturedDocument, ...]]":
        """A draft out of a file with its documents; any thread. OfficeError `interchange.gone`, `blob.missing`."""
        arrivals = self._office.arrivals(self._session.person)
        arrival = arrivals.arrival(arrival_id)
        return arrival, arrivals.documents(arrival)

    def put_back(self, arrival_id: Id, typed: Registration) -> None:
        """A draft goes back to where it waits, with what was typed into it; belongs on the writer's lane."""
        self._office.arrivals(self._session.person).rewrite(arrival_id, typed)

    def keep_typed(self, typed: Registration) -> None:
        """What stands in the form, kept as it is typed; belongs on the writer's lane."""
        if self.arrival is not None:
            self.put_back(self.arrival, typed)
        elif typed != self.blank(typed.direction, typed.kind):
            self._journal.keep(FORM, typed)
            self.is_kept = True
        elif self.is_kept:
            self._journal.finish(FORM)
            self.is_kept = False

    def typed_before(self) -> Registration | None:
        """What was typed and never registered when this desk went out; reads the store; any thread."""
        return self._journal.kept(FORM, Registration)

    def begin_with(self, arrival: "Arrival", documents: "Sequence[CapturedDocument]") -> Registration:
        """The next letter is this draft; what its form shows."""
        self.clear()
        self.arrival, self.documents = arrival.id, tuple(documents)
        return arrival.arrived.registration

    def problems(self, typed: Registration, unread: Mapping[str, str] | None = None) -> dict[str, str]:
        """Field -> code of what stops it; `unread`: the same of fields whose text is no date or time."""
        found = problems(typed, self.today)
        if typed.secrecy is Secrecy.TOP_SECRET:
            found["secrecy"] = "letters.top_secret_by_hand"
        elif self.documents and self.takes_envelope_only(typed.secrecy):
            found["secrecy"] = "letters.envelope_only"
        return found | dict(unread or {})

    def takes_envelope_only(self, level: Secrecy) -> bool:
        """Whether of such a paper only the envelope may be registered at this desk."""
        return self._office.letter_queries.takes_envelope_only(level)

    def register(self, typed: Registration, documents: "Sequence[CapturedDocument]") -> Registered:
        """Durable when it returns; errors as `LetterActions.register`. Belongs on the writer's lane."""
        return self._office.letters(self._session.person).register(typed, documents, self._beside(documents))

    def came_again(self, letter_id: Id, typed: Registration, documents: "Sequence[CapturedDocument]") -> None:
        """The paper is that letter, come by another channel; errors as `LetterActions.came_again`. As `register`."""
        act = self._office.letters(self._session.person)
        act.came_again(letter_id, typed.channel, documents, self._beside(documents))

    def _beside(self, documents: "Sequence[CapturedDocument]") -> "Beside":
        """What becomes of what was typed, of what was read, of the draft out of a file and of pages that waited, in one
        transaction."""
        arrival, person = self.arrival, self._session.person
        read = [(one.sha256, self.read.known(one)) for one in documents]

        def settle(unit: Any, letter_id: Id) -> None:
            if arrival is None:
                self._journal.finished(unit, FORM)
            else:
                self._office.arrivals(person).registered(unit, arrival, letter_id)
            for document in documents:
                if document.batch is not None:
                    self._office.batches(person).registered(unit, document.batch, document.pages, letter_id)

        return self._office.saving(person).noting(read, settle)


def addressee(office_name: str) -> str:
    """Whom letters to an office are addressed to: `เทศบาลเมืองแม่เหียะ (สาธิต)` -> `นายกเทศมนตรีเมืองแม่เหียะ`."""
    plain = re.sub(r"\s*\(.*?\)\s*$", "", office_name)
    return ADDRESSEE + plain.removeprefix("เทศบาล") if plain.startswith("เทศบาล") else ADDRESSEE
