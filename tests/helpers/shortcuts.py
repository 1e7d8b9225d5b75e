"""The keys that would act on a window now: which of them the list of keys leaves out, which two would fight."""

import re
from collections import defaultdict
from itertools import combinations

from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QWidget

from ui.kit.keys import Key, cap

_RANGE = re.compile(r"(.*?)(\d)–(\d)")


def live(window: QWidget) -> list[QShortcut]:
    """The shortcuts of everything that is on the screen and may be used."""
    return [one for one in window.findChildren(QShortcut) if one.isEnabled() and _acts(one.parent())]


def unlisted(window: QWidget, listed: list[Key]) -> list[str]:
    """Keys that act although no list names them."""
    known = {cap(sequence) for key in listed for sequence in sequences(key.sequence)}
    return sorted({said(one) for one in live(window)} - known)


def fighting(window: QWidget) -> list[str]:
    """Keys that two would take at once, so that neither acts."""
    bound: dict[str, list[QShortcut]] = defaultdict(list)
    for one in live(window):
        bound[said(one)].append(one)
    return [
        f"{key}: {_whose(first)} and {_whose(second)}"
        for key, ones in bound.items()
        for first, second in combinations(ones, 2)
        if _meet(first, second)
    ]


def said(shortcut: QShortcut) -> str:
    """As it is printed on a keyboard."""
    return cap(shortcut.key().toString())


def sequences(written: str) -> list[str]:
    """`1–9` and `J / K` are several keys."""
    found = _RANGE.fullmatch(written)
    if found:
        held, first, last = found.groups()
        return [f"{held}{number}" for number in range(int(first), int(last) + 1)]
    return [part.strip() for part in written.split(" / ")]


def _acts(widget: object) -> bool:
    return isinstance(widget, QWidget) and widget.isVisible() and widget.isEnabled()


def _meet(first: QShortcut, second: QShortcut) -> bool:
    """Whether there is a place for the keyboard in which both would act."""
    here, there = first.parent(), second.parent()
    assert isinstance(here, QWidget)
    assert isinstance(there, QWidget)
    whole = Qt.ShortcutContext.WindowShortcut
    if whole in (first.context(), second.context()):
        return True
    return here is there or here.isAncestorOf(there) or there.isAncestorOf(here)


def _whose(shortcut: QShortcut) -> str:
    widget = shortcut.parent()
    assert isinstance(widget, QWidget)
    return f"{type(widget).__name__}({widget.accessibleName()})"
