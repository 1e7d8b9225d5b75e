"""What the desk's commits changed, told again on the GUI thread."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal

from desktop.office.changes import Broadcast, Changes


class HeardChanges(QObject):
    """Screens connect to `heard`, which brings `Changes`; `stop` when the desk closes."""

    heard = Signal(object)
    _arrived = Signal(object)

    def __init__(self, changes: Broadcast, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._arrived.connect(self.heard, Qt.ConnectionType.QueuedConnection)
        self._leave: Callable[[], None] | None = changes.listen(self._tell)

    def stop(self) -> None:
        if self._leave is not None:
            self._leave()
            self._leave = None

    def _tell(self, changes: Changes) -> None:
        """Comes on the thread that committed."""
        self._arrived.emit(changes)
