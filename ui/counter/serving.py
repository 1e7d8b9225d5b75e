"""Who stands in front: read in the background by card, search or scan; only the newest answer is shown."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from desktop.counter.finding import Thing
from desktop.counter.model import Page
from desktop.devices.id_card import IdCard
from desktop.office.ids import Id
from desktop.people.from_card import updated
from desktop.people.model import Hit
from ui.house import House

Read = Callable[[], Page | None]


class Serving(QObject):
    """`came` brings a page, whether it is the same one anew, and whether the card says something newer.

    `unknown` brings the card of somebody who is not in the register, `elsewhere` what has its page in another room.
    """

    came = Signal(object, bool, bool)
    unknown = Signal(object)
    elsewhere = Signal(object)

    def __init__(self, house: House, parent: QObject) -> None:
        super().__init__(parent)
        self._house = house
        self.card: IdCard | None = None
        self._asked = 0

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
        """Looks for whose it is and reads their page, in one go."""
        office = self._house.office
        self._asked += 1
        turn = self._asked

        def read() -> Page | None:
            known = office.people_queries.by_number(card.number)
            return office.counter.queries.page(known.id) if known else None

        def done(page: Page | None) -> None:
            if turn == self._asked:
                self._came(page, card, same=False) if page is not None else self.unknown.emit(card)

        self._house.worker.run(read, owner=self, on_done=done)

    def read_again(self, page: Page) -> None:
        """The same page, after something was written."""
        queries = self._house.office.counter.queries
        read = queries.page if page.citizen is not None else queries.page_of_house
        self._read(lambda: read(page.id), self.card, same=True)

    def forget(self) -> None:
        """Nobody stands here any more; what is still being read is for nobody."""
        self._asked += 1
        self.card = None

    def _read(self, read: Read, card: IdCard | None, *, same: bool) -> None:
        self._asked += 1
        turn = self._asked

        def done(page: Page | None) -> None:
            if page is not None and turn == self._asked:
                self._came(page, card, same=same)

        self._house.worker.run(read, owner=self, on_done=done)

    def _came(self, page: Page, card: IdCard | None, *, same: bool) -> None:
        self.card = card
        entry = page.citizen.entry if page.citizen else None
        newer = card is not None and entry is not None and updated(entry, card) != entry
        self.came.emit(page, same, newer)
