"""Number keys of a screen, listed once as a range instead of nine times."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from ui.kit.keys import Keys, Words


def number_keys(
    keys: Keys, screen: QWidget, most: int, words: Words, run: Callable[[int], object], *, group: Words, held: str = "",
    hint: bool = False,
) -> None:  # fmt: skip
    """Binds 1 to `most`, with `held` (`Ctrl+`) before each; `run` gets the number."""
    if most < 1:
        return
    keys.name(f"{held}1–{most}", words, group=group, hint=hint)
    for number in range(1, most + 1):
        shortcut = QShortcut(QKeySequence(f"{held}{number}"), screen)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.setAutoRepeat(False)
        shortcut.activated.connect(partial(run, number))
