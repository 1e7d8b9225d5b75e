"""What a clerk does to the searches of their unit, and what is noted of pages. Durable on return."""

from collections.abc import Mapping, Sequence

from desktop.accounts.model import Person
from desktop.letters import saving as verbs
from desktop.letters.actions import Beside
from desktop.letters.found import Filters, written
from desktop.office.ids import Id
from desktop.store.desk import Desk
from desktop.store.unit_of_work import UnitOfWork


class SavingActions:
    """`who` is the person signed in."""

    def __init__(self, desk: Desk, who: Person) -> None:
        self._desk = desk
        self._who = who

    def save(self, name: str, words: str, filters: Filters, search_id: Id | None = None) -> Id:
        """Keeps a search for the person's unit, or changes the one named; OfficeError `letters.search_nameless`."""

        def act(unit: UnitOfWork) -> Id:
            known = search_id or unit.new_id()
            own = (known, self._who.unit.id, name.strip(), words.strip(), written(filters), self._who.name_th)
            unit.perform(verbs.SAVE_SEARCH, verbs.SaveSearch(*own), self._who.id)
            return known

        return self._desk.write(act)

    def drop(self, search_id: Id) -> None:
        """Takes a search off the unit's folders; OfficeError `letters.search_gone`, `letters.search_of_others`."""
        body = verbs.DropSearch(search_id)
        self._desk.write(lambda unit: unit.perform(verbs.DROP_SEARCH, body, self._who.id))

    def note_pages(self, letter_id: Id, sha256: str, texts: Mapping[int, str]) -> None:
        """Makes a letter found by what stands on the pages (from 0) of one of its files."""

        self._desk.write(lambda unit: self._note(unit, letter_id, sha256, texts))

    def noting(self, read: Sequence[tuple[str, Mapping[int, str]]], then: Beside) -> Beside:
        """What notes the pages of several files (SHA-256 and text by page) within the act that enters them; `then`
        comes after it."""

        def write(unit: UnitOfWork, letter_id: Id) -> None:
            for sha256, texts in read:
                if texts:
                    self._note(unit, letter_id, sha256, texts)
            then(unit, letter_id)

        return write

    def _note(self, unit: UnitOfWork, letter_id: Id, sha256: str, texts: Mapping[int, str]) -> None:
        pages = tuple(verbs.PageText(unit.new_id(), page, text[: verbs.MOST_OF_A_PAGE]) for page, text in texts.items())
        unit.perform(verbs.NOTE_PAGES, verbs.NotePages(letter_id, sha256, pages), self._who.id)
