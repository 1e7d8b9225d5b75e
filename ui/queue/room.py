"""The queue as a room of the house; its count is of those who wait."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop.devices.printer import Printer
from desktop.queue.model import State
from ui.house import House
from ui.kit.room import Room
from ui.queue.bar import QueueBar
from ui.queue.link import QueueLink

translate = QCoreApplication.translate


class QueueRoom(Room):
    """`widget` is a `QueueScreen`; `bar` makes the counter's bar for another screen."""

    def __init__(self, house: House, *, printer: Callable[[], Printer], queue: Callable[[], str | None]) -> None:
        super().__init__("queue", lambda: translate("Rooms", "คิว"), "queue", self._make, house)
        self._house, self._printer, self._queue = house, printer, queue
        self.link = QueueLink(house)
        self.link.changed.connect(self._count_waiting)
        self.link.begin()

    def bar(self) -> QueueBar:
        return QueueBar(self.link)

    def _count_waiting(self) -> None:
        standing = self.link.standing
        tickets = standing.tickets if standing is not None else ()
        self.set_count(sum(one.state == State.WAITING for one in tickets) or None)

    def _make(self) -> QWidget:
        from ui.queue.screen import QueueScreen

        return QueueScreen(self._house, self.link, self._printer, self._queue)
