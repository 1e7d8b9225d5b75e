"""Who stands in front: read in the background by card, search or scan; only the newest answer is shown."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from desktop.counter.finding import Thing
from desktop.counter.model import Page
from desktop.counter.queries import PAGE
from desktop.devices.id_card import IdCard
from desktop.office.ids import Id
from desktop.people.from_card import updated
from desktop.people.model import Hit
from ui.house import House

Read = Callable[[], Page | None]


@dataclass(eq=False)
class _Ahead:
    """The page of whoever has the number, read while the rest of their card is; `card`, `turn` once that is there."""

    number: str
    page: Page | None = None
    is_read: bool = False
    card: IdCard | None = None
    turn: int = 0


class Serving(QObject):
    """`came` brings a page, whether it is the same one anew, and whether the card says something newer.

    `went_on` brings the same page with more matters. `foreseen` brings the page that will come if the card can be read
    to its end. `unknown` brings the card of somebody who is not in the register, `elsewhere` what has its page in
    another room.
    """

    foreseen = Signal(object)
    came = Signal(object, bool, bool)
    went_on = Signal(object)
    unknown = Signal(object)
    elsewhere = Signal(object)

    def __init__(self, house: House, parent: QObject) -> None:
        super().__init__(parent)
        self._house = house
        self.card: IdCard | None = None
        self._asked, self._most = 0, PAGE
        self._ahead: _Ahead | None = None

    def open_person(self, person_id: Id, card: IdCard | None = None) -> None:
        """`card`: theirs, as it was read."""
        queries = self._house.office.counter.queries
        self._read(lambda: queries.page(person_id), card, same=False)

    def open_house(self, house_id: Id) -> None:
        queries = self._house.office.counter.queries
        self._read(lambda: queries.page_of_house(house_id), None, same=False)

    def open_hit(self, hit: Hit) -> None:
        self.open_person(hit.id) if hit.entity == "person" else self.open_house(hit.id)

    def open_thing(self, thing: Thing) -> None:
        """A bill: whose it is, their page; a receipt, a case and a bill of nobody known: its own room."""
        whose = thing.id if thing.entity == "person" else thing.person_id
        house = thing.id if thing.entity == "house" else thing.house_id
        if thing.entity in ("receipt", "citizen_case") or not (whose or house):
            self.elsewhere.emit(thing)
        elif whose is not None:
            self.open_person(whose)
        elif house is not None:
            self.open_house(house)

    def open_card(self, card: IdCard) -> None:
        """Their page, or that nobody is known by the number; what was foreseen need not be read again."""
        self._asked += 1
        ahead = self._ahead if self._ahead and self._ahead.number == card.number else self.foresee(card.number)
        ahead.card, ahead.turn = card, self._asked
        self._arrived(ahead)

    def foresee(self, number: str) -> _Ahead:
        """Looks for whose number it is and reads their page, in one go, while their card is still being read."""
        office = self._house.office
        self._ahead = ahead = _Ahead(number)

        def read() -> Page | None:
            known = office.people_queries.by_number(number)
            return office.counter.queries.page(known.id) if known else None

        def done(page: Page | None) -> None:
            ahead.page, ahead.is_read = page, True
            self._arrived(ahead)

        def failed(error: Exception) -> None:
            self._ahead = None
            self._house.worker.tell(error)

        self._house.worker.run(read, owner=self, on_done=done, on_failed=failed)
        return ahead

    def forget_ahead(self) -> None:
        """What was foreseen is no longer so, or its card was pulled; a card that was read is still opened."""
        if self._ahead is not None and self._ahead.card is None:
            self._ahead = None

    def read_again(self, page: Page) -> None:
        """The same page, after something was written, with as many matters as it was read to."""
        self._read(self._again(page), self.card, same=True)

    def go_on(self, page: Page) -> None:
        """As many matters again; nothing else of the page is touched."""
        self._most *= 2
        turn = self._asked

        def done(found: Page | None) -> None:
            if found is not None and turn == self._asked:
                self.went_on.emit(found)

        self._house.worker.run(self._again(page), owner=self, on_done=done)

    def _again(self, page: Page) -> Read:
        queries, most = self._house.office.counter.queries, self._most
        read = queries.page if page.citizen is not None else queries.page_of_house
        return lambda: read(page.id, most)

    def forget(self) -> None:
        """Nobody stands here any more; what is still being read is for nobody."""
        self._asked += 1
        self._ahead = self.card = None

    def _arrived(self, ahead: _Ahead) -> None:
        """One more of both, the card and the page, is there."""
        if ahead is not self._ahead or not ahead.is_read:
            return
        if ahead.card is None:
            if ahead.page is not None:
                self.foreseen.emit(ahead.page)
            return
        self._ahead = None
        if ahead.turn != self._asked:
            return
        if ahead.page is not None:
            self._came(ahead.page, ahead.card, same=False)
        else:
            self.unknown.emit(ahead.card)

    def _read(self, read: Read, card: IdCard | None, *, same: bool) -> None:
        self._asked += 1
        turn = self._asked

        def done(page: Page | None) -> None:
            if page is not None and turn == self._asked:
                self._came(page, card, same=same)

        self._house.worker.run(read, owner=self, on_done=done)

    def _came(self, page: Page, card: IdCard | None, *, same: bool) -> None:
        self.card = card
        if not same:
            self._most = PAGE
        entry = page.citizen.entry if page.citizen else None
        newer = card is not None and entry is not None and updated(entry, card) != entry
        self.came.emit(page, same, newer)
