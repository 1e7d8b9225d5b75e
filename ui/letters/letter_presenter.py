"""One letter and what the person at this desk may do with it; no widgets."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

from desktop.accounts.model import Session, Unit
from desktop.application import Office
from desktop.archive.model import Kept
from desktop.days.rules import Calendar, working_day
from desktop.days.shipped import rules, shipped_calendar
from desktop.letters.authority import Standing
from desktop.letters.due import Due, dues, what_if
from desktop.letters.endorsing_wishes import Wish
from desktop.letters.model import (
    Direction,
    Endorsement,
    Event,
    Letter,
    LetterFile,
    NotePlace,
    Registration,
    Route,
    RouteState,
    Secrecy,
)
from desktop.letters.model import Reading as Seen
from desktop.letters.on_page import Placed, Spot, note_place, placed_on, seek_place, write_copy
from desktop.letters.phrases import Phrase, phrases
from desktop.letters.rules import history, is_due, is_overdue, padded
from desktop.letters.tags import is_provisional
from desktop.letters.whereabouts import Paper
from desktop.office.dates import local_date
from desktop.office.errors import OfficeError
from desktop.office.ids import Id
from desktop.office.series import series_of
from desktop.outgoing.model import SignatureTime
from desktop.paper.endorsement_note import DrawnNote, EndorsementNote, draw_note
from desktop.paper.intake_stamp import IntakeStamp
from ui.letters.way import RouteWish as RouteWish
from ui.letters.way import Surroundings, Way
from ui.letters.way_presenter import WayPresenter

if TYPE_CHECKING:
    from desktop.letters.actions import LetterActions
    from desktop.letters.endorsing_actions import EndorsingActions
    from desktop.letters.keeping_actions import KeepingActions
    from desktop.paper.pages import Parts
    from desktop.reading.model import PageReading


class Reading(NamedTuple):
    """A letter as the store had it, and what it is shown with."""

    letter: Letter | None
    units: tuple[Unit, ...]
    calendar: Calendar | None = None
    paper: Paper | None = None
    kept: Kept | None = None
    around: Surroundings | None = None
    time: SignatureTime | None = None


@dataclass(frozen=True)
class Written:
    """An endorsement as it was written. `standing` None: as oneself; `spot` None: in the list only."""

    text: str
    standing: Standing | None = None
    corrects: Id | None = None
    spot: Spot | None = None
    spot_wanted: bool = True

    def at(self, spot: Spot | None) -> "Written":
        return replace(self, spot=spot)


@dataclass(frozen=True)
class Signed:
    """Endorsements that can be undone while they are kept back."""

    batch: Id
    letters: tuple[Id, ...]
    number: str


@dataclass(frozen=True)
class Sent:
    """A routing that can be taken back while nobody has received it."""

    letter_id: Id
    number: str
    routes: tuple[Id, ...]


class LetterPresenter:
    """`show` takes what `load` has read. Acts belong on the writer's lane and are durable when they return.

    `ways` does what there is to do about the letter's way.
    """

    def __init__(self, office: Office, session: Session) -> None:
        self._office = office
        self._session = session
        self.letter: Letter | None = None
        self.calendar = shipped_calendar()
        self.dues: tuple[Due, ...] = ()
        self.paper: Paper | None = None
        self.kept: Kept | None = None
        self.time: SignatureTime | None = None
        self.units: tuple[Unit, ...] = ()
        self.ways = WayPresenter(office, session)
        self.phrases: tuple[Phrase, ...] = phrases(session.person.role)
        self.standings: tuple[Standing, ...] = (Standing(session.person.position_th),)
        self._at_hand: tuple[tuple[Phrase, ...], tuple[Standing, ...]] = (self.phrases, self.standings)

    @property
    def today(self) -> date:
        return local_date(self._office.clock.now())

    def load(self, letter_id: Id) -> Reading:
        """Reads the store; any thread."""
        self.look_at_authority()
        office = self._office
        letter, units = office.letter_queries.letter(letter_id), office.account_queries.open_units(self.today)
        paper, kept = office.custody_queries.paper(letter_id), office.archive_queries.kept(letter_id, self.today)
        out = letter is not None and letter.direction is not Direction.INCOMING
        time = office.outgoing.queries.time_of(letter_id) if out else None
        return Reading(letter, units, office.day_queries.calendar(), paper, kept, self.ways.load(letter), time)

    def show(
        self,
        letter: Letter | None,
        units: tuple[Unit, ...],
        calendar: Calendar | None = None,
        paper: Paper | None = None,
        kept: Kept | None = None,
        around: Surroundings | None = None,
        time: SignatureTime | None = None,
    ) -> None:
        """`calendar`: as it is known now; else the one that was shown last."""
        self.letter, self.units, self.paper, self.kept, self.time = letter, units, paper, kept, time
        self.calendar = calendar or self.calendar
        self.dues = dues(letter, self.calendar, rules(), self.today) if letter else ()
        self.ways.show(letter, around or Surroundings())
        self.phrases, self.standings = self._at_hand

    def look_at_authority(self) -> None:
        """Reads the phrases and capacities of the person; they are there at the next `show`. Any thread."""
        queries, person = self._office.authority_queries, self._session.person
        self._at_hand = (queries.phrases(person), queries.standings(person, self._office.clock.now()))

    @property
    def number(self) -> str:
        return padded(self.letter.number) if self.letter else ""

    @property
    def paper_holder(self) -> str:
        """Who has the paper itself, as far as it was written down."""
        if self.paper is None:
            return ""
        return self.paper.borrower or (self.paper.last.holder if self.paper.last else "")

    @property
    def history(self) -> tuple[Event, ...]:
        return history(self.letter) if self.letter else ()

    @property
    def due_soon(self) -> bool:
        return bool(self.dues) and is_due(self.dues[0].day, self.today)

    def what_if(self, day: date, language: str) -> tuple[str, ...]:
        """What asking for that day would mean."""
        return what_if(day, self.today, self.calendar, language)

    def working_day(self, ahead: int) -> date:
        """So many working days from today."""
        return working_day(ahead, self.today, self.calendar)

    @property
    def open_routes(self) -> tuple[Route, ...]:
        return tuple(r for r in self.letter.routes if r.state != RouteState.RECALLED) if self.letter else ()

    @property
    def way(self) -> Way:
        """Where the letter is and may go, for this person."""
        return self.ways.way

    @property
    def holders(self) -> frozenset[Id]:
        """Units and posts that hold the letter or have it on its way to them."""
        under_way = (route for route in self.open_routes if route.is_open)
        return frozenset(
            route.post_id or route.unit_id for route in under_way if route.post_id or route.holder_id is None
        )

    @property
    def to_receive(self) -> Route | None:
        """The route by which the letter waits for this person."""
        return self.way.to_receive

    def action_of(self, text: str) -> str:
        """What an endorsement does, by the longest phrase in it; free words do what the role's first phrase does."""
        said = [phrase for phrase in self.phrases if phrase.text in text]
        if said:
            return max(said, key=lambda phrase: len(phrase.text)).action
        return self.phrases[0].action if self.phrases else "propose"

    def stamp(self) -> IntakeStamp | None:
        """What the intake stamp says; None when the letter was registered without a place for it."""
        return self.stamp_of(self.letter) if self.letter else None

    def stamp_of(self, letter: Letter) -> IntakeStamp | None:
        if letter.stamp is None:
            return None
        return IntakeStamp(
            self._session.office.name_th,
            padded(letter.number),
            letter.received_at,
            provisional=is_provisional(letter.number),
        )

    def has_file(self, file: LetterFile) -> bool:
        """Whether the file is on this machine already."""
        return self._office.desk.blobs.has(file.sha256)

    def stored(self, file: LetterFile) -> "Parts":
        """Read by parts where it is wanted. Reading it: OfficeError `blob.missing`, `blob.damaged`."""
        return self._office.stored(file.sha256)

    def page_reading(self, file: LetterFile, page: int) -> "PageReading | None":
        """What was read at this desk of a page (from 0); reads the store; any thread."""
        return self._office.page_reading(file.sha256, page)

    def original(self, file: LetterFile) -> "Parts":
        """The untouched bytes that came in; as `stored`."""
        return self._office.stored(file.original_sha256 or file.sha256)

    def write_copy(self, letter: Letter, file: LetterFile, out: BinaryIO) -> int:
        """Writes the copy that leaves the desk (`on_page.write_copy`); how many pages in it can't be searched yet."""
        from desktop.reading.searchable import words_of

        words = words_of(self._office.desk, self._office.reading, file.sha256, file.pages)
        write_copy(self.stored(file), letter, file, self.stamp_of(letter), words.readings, out)
        return len(words.unread)

    def xml(self, letter: Letter) -> bytes:
        """The letter for another office's system; any thread. Errors as `Office.letter_xml`."""
        return self._office.letter_xml(letter)

    def endorse(self, letter_id: Id, text: str) -> Id:
        return self._act.endorse(letter_id, text, self.action_of(text))

    def sign(self, letter: Letter, written: Written, reading: Seen | None) -> Signed:
        """Endorses with a moment to think again. Draws the page to find room on it: not for the writer's lane."""
        wish = self.wish(letter, written, reading)
        return Signed(self._endorsing.hold([(letter.id, wish)]), (letter.id,), padded(letter.number))

    def unsigned_notes(self) -> dict[Id, str]:
        """What this person wrote under letters and did not sign; reads the store; any thread."""
        return self._office.journal(self._session.person).notes_under_letters()

    def keep_unsigned(self, notes: Mapping[Id, str]) -> None:
        """Keeps them as they are now; belongs on the writer's lane."""
        journal = self._office.journal(self._session.person)
        for letter_id, text in notes.items():
            journal.keep_note_under(letter_id, text)

    def wish(self, letter: Letter, written: Written, reading: Seen | None) -> Wish:
        """What was written as it will be signed, its place on the page sought; any thread."""
        action = self.action_of(written.text)
        place = self._place(letter, written)
        return Wish(written.text, action, written.standing, place, reading, written.corrects)

    def _place(self, letter: Letter, written: Written) -> NotePlace | None:
        """None where the page can't be drawn on: then the endorsement stands in the list alone."""
        spot = written.spot
        if spot is None:
            return None
        try:
            return note_place(self.stored(spot.file), letter, spot, self._note(written.text, written.standing))
        except (OfficeError, IndexError):
            return None

    def _note(self, text: str, standing: Standing | None) -> EndorsementNote:
        person = self._session.person
        block = (standing or Standing(person.position_th)).block(person.name_th)
        return EndorsementNote(text.strip(), block, self._office.clock.now())

    def draw_note(self, spot: Spot, text: str, standing: Standing | None) -> tuple[DrawnNote, float, float] | None:
        """The note that is being written and where it would stand (mm); None where it can't. Any thread."""
        letter = self.letter
        if letter is None:
            return None
        drawn = draw_note(self._note(text, standing))
        if spot.x_mm is not None and spot.y_mm is not None:
            return drawn, spot.x_mm, spot.y_mm
        try:
            return drawn, *seek_place(self.stored(spot.file), letter, spot.file, spot.page, drawn)
        except (OfficeError, IndexError):
            return None

    def placed_on(self, pdf: "Parts", file: LetterFile, notes: tuple[Endorsement, ...]) -> tuple[Placed, ...]:
        """The endorsements that stand on the pages of a file; any thread."""
        return placed_on(pdf, file, notes) if any(note.place for note in notes) else ()

    def take_back(self, signed: Signed) -> None:
        self._endorsing.take_back(signed.batch)

    def release(self) -> None:
        """What was kept back goes on its way: the moment is counted from the last of it."""
        self._endorsing.release(all_of_it=True)

    def release_letter(self, letter_id: Id) -> None:
        """Something else is about to be done with the letter."""
        self._endorsing.release_letter(letter_id)

    @property
    def mine_to_correct(self) -> Endorsement | None:
        """The person's last endorsement of this letter, unless one of theirs puts it right already."""
        notes = self.letter.endorsements if self.letter else ()
        mine = [note for note in notes if note.actor_id == self._session.person.id]
        return mine[-1] if mine else None

    def route(self, letter: Letter, wish: RouteWish) -> Sent:
        return Sent(letter.id, padded(letter.number), self.ways.send(letter, wish))

    def amend(self, letter_id: Id, seen: Registration, wanted: Registration, item: Id | None, reason: str) -> None:
        """Puts a letter right, and settles the tray's item that asked for it; `reason`: why lines are taken back."""
        made = self._act.amend(letter_id, seen, wanted, reason)
        if item is not None:
            self._office.tray(self._session.person).edited(item, made)

    @property
    def may_register_again(self) -> bool:
        """Whether this person's division keeps a register at this desk in which the letter has no number yet."""
        register = f"incoming/{self._session.person.unit.id.hex()}"
        letter = self.letter
        if letter is None or series_of(register) not in self._session.registers:
            return False
        return register not in (letter.register, *(one.register for one in letter.further))

    def register_again(self, letter_id: Id) -> None:
        self._keep.register_again(letter_id)

    def cancel(self, letter_id: Id, reason: str) -> None:
        self._keep.cancel(letter_id, reason)

    def reinstate(self, letter_id: Id, reason: str) -> None:
        self._keep.reinstate(letter_id, reason)

    def lend(self, letter_id: Id, borrower: str, unit: Id | None, due: date | None, note: str) -> None:
        """`unit`: the borrower's, where it is known."""
        self._keep.lend(letter_id, borrower, unit_id=unit, due=due, note=note)

    @property
    def loan_is_late(self) -> bool:
        """Whether the file should be back by now."""
        loan = self.letter.loan if self.letter else None
        return loan is not None and is_overdue(loan, self.today)

    def add_file(self, letter_id: Id, path: Path) -> None:
        """Reads a file and adds it to the letter; not for the writer's lane. Errors as `Intake.file`."""
        from desktop.capture.intake import Intake

        intake = Intake(self._office.desk, self._session.person)
        intake.file_for(path, lambda document, beside: self._act.add_file(letter_id, document, beside))

    def withdraw_file(self, letter_id: Id, file_id: Id, reason: str) -> None:
        self._act.withdraw_file(letter_id, file_id, reason)

    def give_back(self, loan_id: Id) -> None:
        self._keep.give_back(loan_id)

    def classify(self, letter_id: Id, wanted: Secrecy, reason: str) -> None:
        """Raises at once; lowering asks the centre and may wait for it: not for the writer's lane."""
        self._act.classify(letter_id, wanted, reason)

    def receive(self, route: Route) -> None:
        self._act.receive(route.id)

    def recall(self, routes: Sequence[Id]) -> None:
        self._act.recall(routes)

    @property
    def _endorsing(self) -> "EndorsingActions":
        """Brings SQLAlchemy with it: never on the GUI thread."""
        return self._office.endorsing(self._session.person)

    @property
    def _act(self) -> "LetterActions":
        """Brings SQLAlchemy with it: only for the writer's lane."""
        return self._office.letters(self._session.person)

    @property
    def _keep(self) -> "KeepingActions":
        """As `_act`."""
        return self._office.keeping(self._session.person)
