"""The briefing as a room of the house: what is unread is counted before anybody goes in."""

from PySide6.QtCore import QCoreApplication, QTimer, Signal
from PySide6.QtWidgets import QWidget

from desktop.office.changes import Changes
from ui.house import House
from ui.kit.room import Room

translate = QCoreApplication.translate
SETTLE_MS = 500


class BriefingRoom(Room):
    """`widget` is a `BriefingScreen`; `opened` brings a letter's id."""

    opened = Signal(object)

    def __init__(self, house: House) -> None:
        super().__init__("briefing", lambda: translate("Rooms", "ระหว่างที่ไม่อยู่"), "hourglass", self._make, house)
        self._house = house
        self._later = QTimer(self, interval=SETTLE_MS, singleShot=True)
        self._later.timeout.connect(self._look)
        house.heard.heard.connect(self._changed)
        begin = house.office.briefing(house.session.person).begin
        house.worker.run(begin, owner=self, on_done=lambda _: self._look(), lane="write")

    def _make(self) -> QWidget:
        from ui.briefing.screen import BriefingScreen

        house = self._house
        screen = BriefingScreen(house.office, house.session.person, house.worker, house.settings)
        house.heard.heard.connect(screen.changed)
        screen.opened.connect(self.opened)
        screen.counted.connect(self._told)
        return screen

    def _changed(self, changes: Changes) -> None:
        if not self.is_built and changes.rows:
            self._later.start()

    def _look(self) -> None:
        house = self._house
        person = house.session.person
        house.worker.run(
            lambda: len(house.office.briefing_queries.briefing(person).lines),
            owner=self,
            on_done=self._told,
            view="count",
        )

    def _told(self, count: int) -> None:
        self.set_count(count or None)
