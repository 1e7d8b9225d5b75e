"""What nobody needs any more is collected on the GUI thread alone.

Python collects circles of objects on whatever thread happens to make one object too many. A window and the functions
that know it are such a circle, and a widget, model or picture that dies on another thread takes the program with it.
"""

import gc
from time import monotonic

from PySide6.QtCore import QObject, QTimer

EVERY_MS = 200
_WHOLE_EVERY = 60.0
"""Seconds between two looks through everything: that one is felt."""


class Collecting(QObject):
    """Takes the collecting over from Python until `stop`; made and stopped on the GUI thread."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._whole = monotonic()
        self._timer = QTimer(self, interval=EVERY_MS)
        self._timer.timeout.connect(self._collect)
        self._timer.start()

    def stop(self) -> None:
        self._timer.stop()
        gc.enable()

    def _collect(self) -> None:
        now = monotonic()
        if collect(whole=now - self._whole >= _WHOLE_EVERY) == 2:
            self._whole = now


def collect(*, whole: bool = True) -> int | None:
    """Collects what Python would have collected by now; the age to which it went, None: nothing was due."""
    counts, limits = gc.get_count(), gc.get_threshold()
    for age in (2, 1, 0):
        if counts[age] > limits[age] and (whole or age < 2):
            gc.collect(age)
            return age
    return None
