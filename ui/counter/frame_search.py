"""The one search of the frame beyond letters: people, houses, cases, bills and receipts, offered while it is typed."""

from PySide6.QtCore import QObject, QTimer

from desktop.counter.finding import Thing
from desktop.counter.scanned import read
from desktop.office.dates import local_date
from ui.counter import words
from ui.counter.room import CitizenRoom
from ui.house import House
from ui.kit.offers import Offer

_OFTEN_MS = 120


class FrameSearch(QObject):
    """`house.offered` brings what was found; a code that was scanned goes to its page at once."""

    def __init__(self, house: House, room: CitizenRoom) -> None:
        super().__init__(house)
        self._house, self._room = house, room
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
        typed, office = self._typed, self._house.office
        today = local_date(office.clock.now())

        def found(things: tuple[Thing, ...]) -> None:
            if typed == self._typed:
                self._house.offered.emit([self._offer(thing) for thing in things])

        self._house.worker.run(lambda: office.counter.finding.search(typed, today), owner=self, on_done=found)

    def _done(self, typed: str) -> None:
        """Enter: what has a number goes to its page; words are the letters' own search."""
        self._soon.stop()
        self._typed = ""
        self._house.offered.emit([])
        if read(typed) is not None:
            finding = self._house.office.counter.finding
            self._house.worker.run(lambda: finding.exact(typed), owner=self, on_done=self._open)

    def _open(self, thing: Thing | None) -> None:
        if thing is not None:
            self._room.open(thing)

    def _offer(self, thing: Thing) -> Offer:
        key = f"{thing.entity} {thing.id.hex()}"
        return Offer(key, words.thing(thing.entity), thing.name, thing.about, lambda: self._room.open(thing))
