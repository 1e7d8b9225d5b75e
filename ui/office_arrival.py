"""Waiting for the first post, which tells a new desk whose office it stands in."""

from PySide6.QtCore import QObject, Signal

from desktop.office.changes import Changes
from ui.heard_changes import HeardChanges
from ui.opening import Opened


class OfficeArrival(QObject):
    """`arrived` comes once, as soon as the store knows the office; `stop` gives up waiting."""

    arrived = Signal()

    def __init__(self, found: Opened, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._found = found
        self._heard = HeardChanges(found.office.desk.changes, self)
        self._heard.heard.connect(self._look)

    def start(self) -> None:
        """Begins the post and looks at what it brings."""
        assert self._found.line is not None
        self._found.line.start()

    def stop(self) -> None:
        self._heard.stop()

    def _look(self, changes: Changes) -> None:
        if changes.touches("office") and self._found.office_name is not None:
            self.stop()
            self._heard.heard.disconnect(self._look)
            self.arrived.emit()
