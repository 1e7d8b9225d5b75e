"""The forms in which something is put right about who stands in front, one at a time, and the acts that they end in."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from ui.house import House

T = TypeVar("T")


class Forms(QObject):
    """`asking` when a form stands in `stack`, `left` when it is done with; `kept` brings the citizen it was about."""

    asking = Signal()
    left = Signal()
    kept = Signal(object)

    def __init__(self, house: House, parent: QObject) -> None:
        super().__init__(parent)
        self.house = house
        self.stack = QStackedWidget()

    def add(self, form: QWidget) -> None:
        self.stack.addWidget(form)
        form.left.connect(self.left)  # type: ignore[attr-defined]

    def ask(self, form: QWidget) -> None:
        self.stack.setCurrentWidget(form)
        self.stack.setFocusProxy(form)
        self.asking.emit()
        form.setFocus()

    def act(self, work: Callable[[], T], done: Callable[[T], None]) -> None:
        """On the writer's lane; the form rests meanwhile."""
        self.stack.setEnabled(False)  # which takes the keyboard from it

        def rest() -> None:
            self.stack.setEnabled(True)
            if self.stack.isVisible():
                self.stack.setFocus()

        def ended(result: T) -> None:
            rest()
            done(result)

        def failed(error: Exception) -> None:
            rest()
            self.house.notices.failed(error)

        self.house.worker.run(work, owner=self, on_done=ended, on_failed=failed, lane="write")
