"""Watches which page is on the screen, how large and for how long: what the reading guard counts."""

from collections.abc import Callable
from time import monotonic

from PySide6.QtCore import QObject, QTimer

from desktop.letters.reading_guard import Look, ReadingGuard
from ui.letters.letter_pages import LetterPages

EVERY_MS = 250


class ReadingWatch(QObject):
    """One person's, from signing in to signing out. Only pages in the active window count."""

    def __init__(self, guard: ReadingGuard, parent: QObject, now: Callable[[], float] = monotonic) -> None:
        super().__init__(parent)
        self.guard = guard
        self._now = now
        self._views: list[LetterPages] = []
        self._timer = QTimer(self, interval=EVERY_MS)
        self._timer.timeout.connect(self.look)

    def add(self, pages: LetterPages) -> None:
        self._views.append(pages)
        self._timer.start()

    def look(self) -> None:
        """What can be read at this moment."""
        self.guard.see(next((look for pages in self._views if (look := self._look_at(pages)) is not None), None))

    def _look_at(self, pages: LetterPages) -> Look | None:
        canvas = pages.view.canvas
        if not (pages.isVisible() and pages.window().isActiveWindow() and pages.is_open and canvas.is_drawn):
            return None
        assert pages.file is not None
        assert pages.letter_id is not None
        return Look(pages.letter_id, pages.file.id, canvas.page, canvas.scale_now, self._now())
