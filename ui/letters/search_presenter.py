"""What is looked for and what was found; no widgets."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from threading import Lock

from desktop.accounts.model import Session, Unit
from desktop.application import Office
from desktop.letters.found import MANY, Filters, Found, FoundLetter, SavedSearch, Search
from desktop.letters.searching import LetterSearch
from desktop.office.changes import Changes
from desktop.office.dates import local_date
from desktop.office.ids import Id

PAGE = 32
"""Letters of one page: what a tall screen shows. More would be read for every letter that is typed."""
_ENTITIES = ("letter", "endorsement", "routing", "letter_page_text", "letter_loan", "saved_search")


class Result:
    """One search: its first letters, and any other page when somebody scrolls there. `total` may still grow."""

    def __init__(self, queries: LetterSearch, found: Found) -> None:
        self._queries = queries
        self._anchors: Sequence[int] | None = None
        self._one_at_a_time = Lock()
        self.found = found
        self.total = len(found.first)
        self.is_counted = self.total < PAGE

    def page(self, number: int) -> Sequence[FoundLetter]:
        """Reads the store; any thread."""
        if number == 0:
            return self.found.first
        with self._one_at_a_time:
            if self._anchors is None:
                self._anchors = self._queries.anchors(self.found, PAGE)
        if number > len(self._anchors):
            return ()
        return self._queries.page(self.found, PAGE, self._anchors[number - 1])

    def count_on(self) -> tuple[int, bool]:
        """How many there are, and whether these are all: up to `MANY` at once, then all of many thousands in a while.

        Reads the store; any thread.
        """
        if self.total < MANY:
            total = self._queries.count(self.found.search, MANY)
            return total, total < MANY
        return self._queries.count(self.found.search), True


@dataclass(frozen=True)
class Offers:
    """What the filters may be set to."""

    registers: tuple[str, ...]
    units: tuple[Unit, ...]
    years: tuple[int, ...]


class SearchPresenter:
    """`words` and `filters` say what is wanted; everything else reads the store, on any thread."""

    def __init__(self, office: Office, session: Session) -> None:
        self._office = office
        self._person = session.person
        self.words = ""
        self.filters = Filters()

    @property
    def today(self) -> date:
        return local_date(self._office.clock.now())

    @property
    def search(self) -> Search:
        return Search(self.words, self.filters, self._person.unit.id)

    def open_folder(self, folder: SavedSearch) -> None:
        self.words, self.filters = folder.words, folder.filters

    def look(self, search: Search) -> Result:
        queries = self._office.letter_search
        return Result(queries, queries.look(search, PAGE))

    def offers(self) -> Offers:
        search = self._office.letter_search
        return Offers(search.registers(), tuple(self._office.account_queries.units()), search.years())

    def folders(self) -> tuple[SavedSearch, ...]:
        return self._office.letter_search.folders(self._person.unit.id)

    def save(self, name: str) -> Id:
        """Keeps what is looked for; a folder of the same name is changed. Belongs on the writer's lane."""
        same = next((one.id for one in self.folders() if one.name == name.strip()), None)
        return self._office.saving(self._person).save(name, self.words, self.filters, same)

    def drop(self, folder: SavedSearch) -> None:
        """Durable when it returns; belongs on the writer's lane."""
        self._office.saving(self._person).drop(folder.id)

    def bring_back(self, folder: SavedSearch) -> None:
        """Takes `drop` back; belongs on the writer's lane."""
        self._office.saving(self._person).save(folder.name, folder.words, folder.filters, folder.id)

    @staticmethod
    def concerns(changes: Changes) -> bool:
        return changes.touches(*_ENTITIES)
