"""Double presses: whoever presses a key twice in a hurry means it once."""

from functools import partial
from weakref import ref

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget


class Moment:
    """When something was; for as long as a double press takes it is just now.

    And until the program has come to the keys that were pressed meanwhile: one that was busy hears them late.
    """

    def __init__(self) -> None:
        self._is_just, self._turn = False, 0

    def now(self) -> None:
        self._is_just, self._turn = True, self._turn + 1
        QTimer.singleShot(QApplication.doubleClickInterval(), partial(self._let_keys_in, self._turn))

    @property
    def is_just(self) -> bool:
        return self._is_just and QApplication.doubleClickInterval() > 0

    def _let_keys_in(self, turn: int) -> None:
        QTimer.singleShot(0, partial(self._end, turn))  # one round of the loop later: keys that waited go before

    def _end(self, turn: int) -> None:
        if turn == self._turn:
            self._is_just = False


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
