"""The one search of the frame: letters, people, houses, cases, bills and receipts, offered while it is typed."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer

from desktop.counter.finding import Thing
from desktop.counter.scanned import read
from desktop.office.dates import local_date
from ui.counter import words
from ui.counter.room import CitizenRoom
from ui.house import House
from ui.kit.offers import Offer

_OFTEN_MS = 120
_SHORTEST = 2


class FrameSearch(QObject):
    """`house.offered` brings what was found, None when nobody searches; a scanned code goes to its page.

    `letters` finds letters, on any thread.
    """

    def __init__(self, house: House, room: CitizenRoom, letters: Callable[[str], Sequence[Offer]]) -> None:
        super().__init__(house)
        self._house, self._room, self._letters = house, room, letters
        self._typed = ""
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_OFTEN_MS)
        self._soon.timeout.connect(self._look)
        house.seeking.connect(self._seek)
        house.sought.connect(self._done)

    def _seek(self, typed: str) -> None:
        self._typed = typed
        self._soon.start()

    def _look(self) -> None:
        typed = self._typed

        def found(offers: Sequence[Offer]) -> None:
            if typed == self._typed:
                self._house.offered.emit(offers)

        if len(typed.strip()) < _SHORTEST:
            self._house.offered.emit(None)
        else:
            self._house.worker.run(lambda: self._found(typed), owner=self, on_done=found)

    def _found(self, typed: str) -> Sequence[Offer]:
        """Of letters and of what the counter serves; a code means one thing. Any thread."""
        office = self._house.office
        things = office.counter.finding.search(typed, local_date(office.clock.now()))
        letters = self._letters(typed) if read(typed) is None else ()
        return (*letters, *map(self._offer, things))

    def _done(self, typed: str) -> None:
        """Enter: what has a number goes to its page; words are the letters' own search."""
        self._soon.stop()
        self._typed = ""
        self._house.offered.emit(None)
        if read(typed) is not None:
            finding = self._house.office.counter.finding
            self._house.worker.run(lambda: finding.exact(typed), owner=self, on_done=self._open)

    def _open(self, thing: Thing | None) -> None:
        if thing is not None:
            self._room.open(thing)

    def _offer(self, thing: Thing) -> Offer:
        key = f"{thing.entity} {thing.id.hex()}"
        return Offer(key, words.thing(thing.entity), thing.name, thing.about, lambda: self._room.open(thing))
