"""Outgoing papers as a room of the house; its count is of drafts that wait for the person signed in."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop.office.changes import Changes
from ui.house import House
from ui.kit.room import Room
from ui.outgoing.says import Says

translate = QCoreApplication.translate


class OutgoingRoom(Room):
    """`widget` is an `OutgoingScreens`; the count is live before it is built."""

    def __init__(self, house: House, says: Says) -> None:
        super().__init__("outgoing", lambda: translate("Rooms", "หนังสือออก"), "outbox", self._make, house)
        self._house, self._says = house, says
        house.heard.heard.connect(self._changed)
        self._look()

    def _make(self) -> QWidget:
        from ui.outgoing.screens import OutgoingScreens

        house = self._house
        screens = OutgoingScreens(
            house.office,
            house.session,
            house.worker,
            house.notices,
            house.printing,
            self._says,
            house.settings,
        )
        house.heard.heard.connect(screens.changed)
        return screens

    def _changed(self, changes: Changes) -> None:
        if changes.touches("draft", "letter_file"):
            self._look()

    def _look(self) -> None:
        me, office = self._house.session.person.id, self._house.office
        self._house.worker.run(
            lambda: office.outgoing.queries.waiting_for(me),
            owner=self,
            on_done=lambda count: self.set_count(count or None),
            view="count",
        )
