"""Double presses: whoever presses a key twice in a hurry means it once."""

from weakref import ref

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


_pressed = dict[str, tuple[ref[QWidget], Moment]]()
"""By key: the button that it pressed last."""


def is_double_press(key: str, button: QWidget) -> bool:
    """Whether the key pressed another button just now, which may have brought this one."""
    if key in _pressed:
        before, when = _pressed[key]
        if before() is not button and when.is_just:
            return True
    when = Moment()
    when.now()
    _pressed[key] = ref(button), when
    return False
