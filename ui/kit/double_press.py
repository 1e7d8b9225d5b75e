"""Double presses: whoever presses a key twice in a hurry means it once."""

from PySide6.QtCore import QElapsedTimer
from PySide6.QtWidgets import QApplication, QWidget


class Moment:
    """When something was; for as long as a double press takes it is just now."""

    def __init__(self) -> None:
        self._since = QElapsedTimer()

    def now(self) -> None:
        self._since.start()

    @property
    def is_just(self) -> bool:
        return self._since.isValid() and self._since.elapsed() < QApplication.doubleClickInterval()


_pressed = dict[str, tuple[int, Moment]]()
"""By key: the button that it pressed last."""


def is_double_press(key: str, button: QWidget) -> bool:
    """Whether the key pressed another button just now, which may have brought this one."""
    before, when = _pressed.get(key, (0, Moment()))
    if before != id(button) and when.is_just:
        return True
    when.now()
    _pressed[key] = id(button), when
    return False
