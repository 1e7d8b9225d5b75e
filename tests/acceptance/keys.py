"""A clerk at real windows who has a keyboard and eyes, and no mouse: presses, types, waits, reads what stands there.

Keys go to whatever has the keyboard at that moment, so a screen that loses the focus fails the clerk. A field is
reached with Tab and Shift+Tab, a list with its arrows.
"""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from unittest.mock import patch

from PySide6.QtCore import QAbstractTableModel, QEvent, QEventLoop, QObject, QTimer
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QWidget,
)

from desktop.office.clock import ManualClock
from tests.helpers.answers import all_heard
from tests.helpers.file_dialogs import naming
from tests.helpers.screens import type_text
from ui.kit.banner import Level
from ui.kit.field import Field
from ui.notices import Notice, Notices

PATIENCE = 60.0
"""Seconds after which something that should have happened did not."""
_STOPS = 120
"""More than the controls of any window: who has not reached a field with so many Tabs will not."""
_ROWS = 60
_BY_MOUSE = frozenset({
    QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease, QEvent.Type.MouseButtonDblClick,
    QEvent.Type.MouseMove, QEvent.Type.Wheel, QEvent.Type.ContextMenu, QEvent.Type.TouchBegin, QEvent.Type.TabletPress,
    QEvent.Type.DragEnter, QEvent.Type.Drop,
})  # fmt: skip


class DayClock(ManualClock):
    """The clock of a day that is played: it runs on by itself, and hours pass when told to."""

    def __init__(self, start: datetime) -> None:
        super().__init__(start)
        self._began = time.monotonic()

    def now(self) -> datetime:
        return super().now() + timedelta(seconds=time.monotonic() - self._began)

    def monotonic(self) -> float:
        return super().monotonic() + time.monotonic()

    def set_to(self, moment: datetime) -> None:
        """On to a later moment."""
        self.advance(moment - self.now())


class MouseWatch(QObject):
    """Counts what a mouse, a finger or a pen does to any window of the program."""

    def __init__(self) -> None:
        super().__init__()
        self.events = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() in _BY_MOUSE and watched.isWidgetType():
            self.events += 1
        return False


@contextmanager
def mouse_watched() -> Iterator[MouseWatch]:
    """Every mouse event of the application counts while the block runs."""
    app, watch = QApplication.instance(), MouseWatch()
    assert app is not None
    app.installEventFilter(watch)
    try:
        yield watch
    finally:
        app.removeEventFilter(watch)


_said: list[str] = []


@contextmanager
def messages_remembered() -> Iterator[None]:
    """A message goes away after some seconds; on a machine that stopped for as long it was said all the same."""
    say = Notices.say

    def said(notices: Notices, level: Level, text: str, advice: str = "", *more: Any, **named: Any) -> Notice:
        _said.append(f"{text}\n{advice}")
        return say(notices, level, text, advice, *more, **named)

    with patch.object(Notices, "say", said):
        yield


def pump(ready: Callable[[], object], seconds: float = PATIENCE, why: Callable[[], str] = lambda: "") -> None:
    """Lets the program work until `ready` and every act that was begun has answered; else TimeoutError with `why`."""
    _turn_until(ready, seconds, why)
    _turn_until(all_heard, seconds, lambda: "an act never answered")


def _turn_until(ready: Callable[[], object], seconds: float, why: Callable[[], str]) -> None:
    end = time.monotonic() + seconds
    while not ready():
        if time.monotonic() > end:
            raise TimeoutError(why() or "it never happened")
        turn = QEventLoop()  # not QTest.qWait: it keeps the interpreter to itself, and background work starves
        QTimer.singleShot(10, turn.quit)
        turn.exec()


def window_in_front() -> QWidget:
    """The dialog in the way, else the window that has the keyboard, else the largest."""
    shown = [one for one in QApplication.topLevelWidgets() if one.isVisible() and one.isWindow()]
    front = QApplication.activeModalWidget() or QApplication.activeWindow()
    return front or max(shown, key=lambda one: one.width() * one.height())


def words_on(window: QWidget) -> str:
    """All words that stand on a window: labels, buttons, what is typed, the rows of lists, the names of controls."""
    words = [window.windowTitle()]
    for widget in [window, *window.findChildren(QWidget)]:
        if widget.isVisible():
            words += [*_own_words(widget), widget.accessibleName()]
    return "\n".join(word.replace("\u200b", "") for word in words if word)


def _own_words(widget: QWidget) -> list[str]:
    if isinstance(widget, QLabel | QAbstractButton | QLineEdit):
        return [widget.text()]
    if isinstance(widget, QPlainTextEdit):
        return [widget.toPlainText()]
    if isinstance(widget, QComboBox):
        return [widget.currentText()]
    if isinstance(widget, QTabBar):
        return [widget.tabText(tab) for tab in range(widget.count()) if widget.isTabVisible(tab)]
    return _rows_of(widget) if isinstance(widget, QAbstractItemView) else []


def _rows_of(view: QAbstractItemView) -> list[str]:
    model = view.model()
    if model is None:
        return []
    root = view.rootIndex()
    rows = min(model.rowCount(root), _ROWS)
    columns = range(model.columnCount(root) if isinstance(model, QAbstractTableModel) else 1)
    return [" | ".join(str(model.index(row, column).data() or "") for column in columns) for row in range(rows)]


class Clerk:
    """`pressed` counts the keys; they come faster than a person's and are never double presses."""

    def __init__(self) -> None:
        QApplication.setDoubleClickInterval(0)
        self.pressed = 0

    @property
    def window(self) -> QWidget:
        return window_in_front()

    def press(self, keys: str) -> None:
        """Key sequences separated by blanks (`F9 Ctrl+2 J`), on whatever has the keyboard."""
        for key in keys.split():
            stroke = QKeySequence(key)[0]  # type: ignore[index]
            QTest.keyClick(self._with_keyboard(), stroke.key(), stroke.keyboardModifiers())
            self.pressed += 1

    def write(self, words: str) -> None:
        """Types words, Thai too, where the keyboard is."""
        for letter in words:
            type_text(self._with_keyboard(), letter)
        self.pressed += len(words)

    def sees(self) -> str:
        return words_on(self.window)

    def notes(self) -> str:
        """What is wrong with the fields of the window, as it stands beside their labels."""
        fields = self.window.findChildren(Field)
        return "\n".join(one.error for one in fields if one.isVisible() and one.error)

    def until(self, *words: str, seconds: float = PATIENCE) -> None:
        """Waits until all the words stand on the window, or were said on it since the last wait."""
        pump(
            lambda: all(one in "\n".join([self.sees(), *_said]) for one in words),
            seconds,
            lambda: f"{words} never came; there stands:\n{self.sees()[:3000]}",
        )
        _said.clear()

    def until_gone(self, words: str, seconds: float = PATIENCE) -> None:
        pump(lambda: words not in self.sees(), seconds, lambda: f"{words!r} stays:\n{self.sees()[:3000]}")

    def wait(self, ready: Callable[[], object], seconds: float = PATIENCE) -> None:
        """Waits for something that the store or the centre must come to say."""
        pump(ready, seconds, lambda: f"it never came; there stands:\n{self.sees()[:3000]}")

    @property
    def at(self) -> str:
        """The accessible name of what has the keyboard."""
        focus = QApplication.focusWidget()
        return _name(focus) if focus is not None and focus.isEnabled() else ""

    @property
    def tab(self) -> str:
        """What the tab says on which the keyboard is."""
        focus = QApplication.focusWidget()
        return focus.tabText(focus.currentIndex()) if isinstance(focus, QTabBar) else ""

    def to(self, name: str, *, back: bool = False) -> None:
        """Goes to the control of that name, with Tab or (`back`) Shift+Tab, as often as it takes."""
        passed: list[str] = []
        while self.at != name:
            passed.append(self.at)
            if len(passed) > _STOPS:
                raise AssertionError(f"Tab never comes to {name!r}, only to {sorted(set(passed))}")
            self.press("Shift+Tab" if back else "Tab")

    def fill(self, name: str, words: str, *, back: bool = False) -> None:
        """Types into the field of that name, over what stood there."""
        self.to(name, back=back)
        self.press("Ctrl+A")
        if words:
            self.write(words)
        else:
            self.press("Delete")

    def choose(self, name: str, option: str, *, back: bool = False) -> None:
        """Steps through the choices of a list until the wanted one stands there."""
        self.to(name, back=back)
        focus = QApplication.focusWidget()
        assert isinstance(focus, QComboBox), f"{name!r} is no list of choices"

        def wanted() -> str | None:
            """What is offered may be read while the clerk is on the way there."""
            offered = [focus.itemText(place) for place in range(focus.count())]
            return next(
                (one for one in offered if one == option), next((one for one in offered if option in one), None)
            )

        pump(wanted, PATIENCE, lambda: f"{name!r} has no {option!r}")
        found = wanted()
        self.press("Home")
        while focus.currentText() != found:
            self.press("Down")

    def pick(self, name: str, option: str, *, back: bool = False) -> None:
        """In a row of buttons: arrows until the one that says `option` is the chosen one."""
        for _ in range(_STOPS):
            focus = QApplication.focusWidget()
            if focus is not None and focus.accessibleDescription() == name:
                break
            self.press("Shift+Tab" if back else "Tab")
        for _ in range(12):
            if self.at == option:
                return
            self.press("Right")
        raise AssertionError(f"{name!r} has no {option!r}; the keyboard is at {self.at!r}")

    def press_and_name(self, keys: str, path: Path) -> None:
        """Presses keys that open the program's dialog for files, types the path in it and presses Enter."""
        with naming(path):
            self.press(keys)
        self.pressed += len(str(path)) + len(("Ctrl+A", "Return"))

    def _with_keyboard(self) -> QWidget:
        """A popup that is open has it; a window that has just come takes it at the next turn of the loop."""
        popup = QApplication.activePopupWidget()
        if popup is not None:
            return popup.focusWidget() or popup
        pump(
            lambda: QApplication.focusWidget() is not None,
            5,
            lambda: f"nothing has the keyboard:\n{self.sees()[:2000]}",
        )
        focus = QApplication.focusWidget()
        assert focus is not None
        return focus


def _name(widget: QWidget) -> str:
    if isinstance(widget, QAbstractButton):
        return (widget.accessibleName() or widget.text()).replace("\u200b", "")
    return widget.accessibleName()
