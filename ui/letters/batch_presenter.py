"""Endorsing many letters at once: which are ready to be signed, and which were not read; no widgets."""

from collections.abc import Sequence
from dataclasses import dataclass

from desktop.accounts.model import Session
from desktop.application import Office
from desktop.letters.model import LetterFile, LetterRow, Reading
from desktop.letters.on_page import Spot
from desktop.letters.queries import InboxFilter
from desktop.letters.reading_guard import ReadingGuard
from desktop.office.ids import Id
from ui.letters.letter_presenter import LetterPresenter, Signed, Written

MOST = 60
"""So many letters are offered at once: more can't be read in one sitting."""


@dataclass(frozen=True)
class BatchRow:
    """A letter with what was seen of it. `wanted`: it was not put aside; `missing`: the page to open next."""

    letter: LetterRow
    files: tuple[LetterFile, ...]
    reading: Reading
    missing: int | None = None
    wanted: bool = True
    done: bool = False

    def is_ready(self, *, unread_too: bool) -> bool:
        return self.wanted and not self.done and (self.reading.is_read or unread_too)


class BatchPresenter:
    """`look` reads the store, `sign` writes it: both off the GUI thread."""

    def __init__(self, office: Office, session: Session, letters: LetterPresenter, guard: ReadingGuard) -> None:
        self._office, self._session = office, session
        self._letters = letters
        self._guard = guard
        self._found: tuple[tuple[LetterRow, tuple[LetterFile, ...]], ...] = ()
        self._aside: set[Id] = set()
        self._done: set[Id] = set()
        self.unread_too = False

    def look(self, wanted: InboxFilter) -> tuple[tuple[LetterRow, tuple[LetterFile, ...]], ...]:
        """The letters of a basket and their files, newest first."""
        self._letters.look_at_authority()
        queries = self._office.letter_queries
        rows = (row for row in queries.page(wanted, MOST) if not row.cancelled)
        return tuple((row, queries.files(row.id)) for row in rows)

    def show(self, found: tuple[tuple[LetterRow, tuple[LetterFile, ...]], ...]) -> None:
        self._found = found

    def begin(self) -> None:
        """Another sitting: nothing is put aside, and what is not read is left out."""
        self._aside.clear()
        self._done.clear()
        self.unread_too = False

    @property
    def rows(self) -> tuple[BatchRow, ...]:
        return tuple(self._row(letter, files) for letter, files in self._found)

    @property
    def ready(self) -> tuple[BatchRow, ...]:
        return tuple(row for row in self.rows if row.is_ready(unread_too=self.unread_too))

    def turn(self, letter_id: Id) -> None:
        """Puts a letter aside, or takes it in again."""
        self._aside ^= {letter_id}

    def sign(self, rows: Sequence[BatchRow], written: Written) -> Signed:
        """Endorses all of them with a moment to think again; either every one is signed or none."""
        wishes = []
        for row in rows:
            letter = self._office.letter_queries.letter(row.letter.id)
            if letter is not None:
                spot = Spot(row.files[0]) if row.files and written.spot_wanted else None
                wishes.append((letter.id, self._letters.wish(letter, written.at(spot), row.reading)))
        batch = self._office.endorsing(self._session.person).hold(wishes)
        return Signed(batch, tuple(letter_id for letter_id, _ in wishes), str(len(wishes)))

    def signed(self, signed: Signed) -> None:
        self._done |= set(signed.letters)

    def taken_back(self, signed: Signed) -> None:
        self._done -= set(signed.letters)

    def _row(self, letter: LetterRow, files: tuple[LetterFile, ...]) -> BatchRow:
        left = self._guard.unread(letter.id, files)
        reading = self._guard.reading(letter.id, files)
        missing = left[0][1] + 1 if left else None
        return BatchRow(letter, files, reading, missing, letter.id not in self._aside, letter.id in self._done)
