"""Something long that a screen does, one thing at a time: how far it is, and a way to stop it."""

from collections.abc import Callable
from threading import Event
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.kit.banner import ProgressPanel
from ui.work import LongTask, Worker

Long = Callable[[Callable[[int, int], None], Event], Any]


class LongWork(QWidget):
    """`turned` when something begins and when it ends, stopped or not."""

    turned = Signal()

    def __init__(self, worker: Worker, failed: Callable[[Exception], object]) -> None:
        super().__init__()
        self._worker, self._failed = worker, failed
        self._task: LongTask | None = None
        self._panel: ProgressPanel | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.hide()

    @property
    def is_busy(self) -> bool:
        return self._task is not None

    def begin(self, title: str, act: Long, done: Callable[[Any], None]) -> None:
        """Nothing while something else is under way."""
        if self._task is not None:
            return
        self._task = self._worker.long(title, act, owner=self, on_done=done, on_failed=self._tell)
        self._panel = ProgressPanel(title)
        self._panel.cancelled.connect(self._task.stop)
        self._task.progressed.connect(self._panel.show_progress)
        self._task.ended.connect(self._ended)
        self._column.addWidget(self._panel)
        self.show()
        self._panel.take_keyboard()
        self.turned.emit()

    def _tell(self, error: Exception) -> None:
        self._failed(error)

    def _ended(self) -> None:
        self._task = None
        self.turned.emit()  # the room's controls wake first
        if self._panel is not None:
            self._panel.leave(self.parentWidget() or self)
            self._panel = None
        self.hide()
