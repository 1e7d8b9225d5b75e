"""The keys of a screen: what they do, and the words that the key overlay and the hint bar show."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import chain

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QWidget

Words = Callable[[], str]


@dataclass(frozen=True)
class Key:
    """`sequence` as Qt writes it (Ctrl+K, Alt+1, PgDown); words are asked for when shown, in the language of then."""

    sequence: str
    words: Words
    group: Words
    hint: bool = False

    @property
    def cap(self) -> str:
        return cap(self.sequence)


class Keys(QObject):
    """The keys that work while `screen` or something in it has the focus; hidden screens take none."""

    def __init__(self, screen: QWidget) -> None:
        super().__init__(screen)
        self._screen = screen
        self._keys: list[Key] = []
        self.setObjectName("keys")

    def add(
        self, sequence: str, words: Words, run: Callable[[], object], *, group: Words, hint: bool = False
    ) -> QShortcut:
        """Binds a key; `hint` puts it on the hint bar too."""
        self.name(sequence, words, group=group, hint=hint)
        shortcut = QShortcut(QKeySequence(sequence), self._screen)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.setAutoRepeat(False)
        shortcut.activated.connect(run)
        return shortcut

    def name(self, sequence: str, words: Words, *, group: Words, hint: bool = False) -> None:
        """Lists a key that somebody else handles (a table, a button)."""
        self._keys.append(Key(sequence, words, group, hint))

    def __iter__(self) -> Iterator[Key]:
        return iter(self._keys)

    def hints(self) -> tuple[Key, ...]:
        return tuple(key for key in self._keys if key.hint)


def keys_of(screen: QWidget) -> tuple[Key, ...]:
    """Every key of a screen, its own first, then those of its buttons and of what is visible in it."""
    own = [keys for keys in screen.findChildren(Keys) if keys.parent() is screen]
    inner = [keys for keys in screen.findChildren(Keys) if keys not in own and _is_seen(keys.parent(), screen)]
    buttons = [button for button in screen.findChildren(QAbstractButton) if _is_seen(button, screen)]
    named = tuple(_key_of(button, own) for button in buttons if button.property("key"))
    return tuple(chain(chain.from_iterable(own), named, chain.from_iterable(inner)))


def _is_seen(widget: QObject | None, screen: QWidget) -> bool:
    return isinstance(widget, QWidget) and widget.isVisibleTo(screen)


def _key_of(button: QAbstractButton, own: list[Keys]) -> Key:
    """A button stands in the group of the screen's own keys."""
    group = next((key.group for keys in own for key in keys), str)
    return Key(str(button.property("key")), button.accessibleName, group)


def cap(sequence: str) -> str:
    """A key as it is printed on a keyboard."""
    arrows = {"Up": "↑", "Down": "↓", "Left": "←", "Right": "→", "Return": "Enter", "PgUp": "PgUp", "PgDown": "PgDn"}
    parts = sequence.split("+") if sequence != "+" and not sequence.endswith("++") else [*sequence[:-2].split("+"), "+"]
    return "+".join(arrows.get(part, part) for part in parts if part)
