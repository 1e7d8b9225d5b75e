"""The keys of a screen: what they do, and the words that the key overlay and the hint bar show."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
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
        self,
        sequence: str,
        words: Words,
        run: Callable[[], object],
        *,
        group: Words,
        hint: bool = False,
        everywhere: bool = False,
    ) -> QShortcut:
        """Binds a key; `hint` puts it on the hint bar too; `everywhere` in the window it works while this is seen."""
        self.name(sequence, words, group=group, hint=hint)
        shortcut = self._bind(sequence, run)
        if everywhere:
            shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
        return shortcut

    def add_numbers(
        self, most: int, words: Words, run: Callable[[int], object], *, group: Words, held: str = "", hint: bool = False
    ) -> None:
        """Binds 1 to `most` with `held` (`Ctrl+`) before each, listed once as a range; `run` gets the number."""
        if most < 1:
            return
        self.name(f"{held}1–{most}", words, group=group, hint=hint)
        for number in range(1, most + 1):
            self._bind(f"{held}{number}", partial(run, number))

    def name(self, sequence: str, words: Words, *, group: Words, hint: bool = False) -> None:
        """Lists a key that somebody else handles (a table, a button)."""
        self._keys.append(Key(sequence, words, group, hint))

    def _bind(self, sequence: str, run: Callable[[], object]) -> QShortcut:
        shortcut = QShortcut(QKeySequence(sequence), self._screen)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.setAutoRepeat(False)
        shortcut.activated.connect(run)
        return shortcut

    def __iter__(self) -> Iterator[Key]:
        return iter(self._keys)

    def hints(self) -> tuple[Key, ...]:
        return tuple(key for key in self._keys if key.hint)


def keys_of(screen: QWidget) -> tuple[Key, ...]:
    """Every key of a screen, its own first, then those of its buttons and of what is visible in it."""
    own = [keys for keys in screen.findChildren(Keys) if keys.parent() is screen]
    inner = [keys for keys in screen.findChildren(Keys) if keys not in own and _is_seen(keys.parent(), screen)]
    buttons = [button for button in screen.findChildren(QAbstractButton) if _is_seen(button, screen)]
    named = tuple(_key_of(button, screen, (*own, *inner)) for button in buttons if button.property("key"))
    return tuple(chain(chain.from_iterable(own), named, chain.from_iterable(inner)))


def _is_seen(widget: QObject | None, screen: QWidget) -> bool:
    return isinstance(widget, QWidget) and widget.isVisibleTo(screen)


def _key_of(button: QAbstractButton, screen: QWidget, known: Sequence[Keys]) -> Key:
    """A button stands in the group of the part of the screen that it is in, else of the first that has a name."""
    widget, groups = button.parentWidget(), {keys.parent(): key.group for keys in known for key in reversed([*keys])}
    while widget is not None and widget not in groups and widget is not screen:
        widget = widget.parentWidget()
    first = next(iter(groups.values()), str)
    return Key(str(button.property("key")), button.accessibleName, groups.get(widget, first))


def cap(sequence: str) -> str:
    """A key as it is printed on a keyboard."""
    arrows = {"Up": "↑", "Down": "↓", "Left": "←", "Right": "→", "Return": "Enter", "PgUp": "PgUp", "PgDown": "PgDn"}
    parts = sequence.split("+") if sequence != "+" and not sequence.endswith("++") else [*sequence[:-2].split("+"), "+"]
    return "+".join(arrows.get(part, part) for part in parts if part)
