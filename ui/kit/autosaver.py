"""When what is being typed must be kept: at each pause, and in the midst of typing before two seconds are over."""

from PySide6.QtCore import QObject, QTimer, Signal

PAUSE_MS = 600
LONGEST_MS = 1400
"""With the write itself less than two seconds lie between a key and the disk."""


class Autosaver(QObject):
    """Call `typed` at every change; `due` asks for the content to be kept."""

    due = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.pause = QTimer(self, interval=PAUSE_MS, singleShot=True)
        self.longest = QTimer(self, interval=LONGEST_MS, singleShot=True)
        for timer in (self.pause, self.longest):
            timer.timeout.connect(self._fire)

    @property
    def waits(self) -> bool:
        """Whether something was typed that nobody was asked to keep yet."""
        return self.longest.isActive()

    def typed(self) -> None:
        self.pause.start()
        if not self.longest.isActive():
            self.longest.start()

    def stop(self) -> None:
        """What was typed is kept in another way."""
        self.pause.stop()
        self.longest.stop()

    def _fire(self) -> None:
        self.stop()
        self.due.emit()
