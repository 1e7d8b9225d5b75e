"""A list of things that were said or done, each with who, when and what; long texts wrap."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.kit.chips import Badge, Chip
from ui.kit.panels import clear, rule, scrolling
from ui.kit.thai_label import ThaiLabel, label
from ui.kit.tokens import XS, L, S


@dataclass(frozen=True)
class Entry:
    """`when` stands at the right of `title`; `detail` and `text` below, the text in the first ink."""

    title: str
    when: str = ""
    detail: str = ""
    text: str = ""
    badge: Badge | None = None


class EntryList(QWidget):
    """Shows entries in their order, or `nothing` when there are none; as tall as they are."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[tuple[Entry, ...], str] | None = None
        self._list = QVBoxLayout(self)
        self._list.setContentsMargins(0, 0, S, 0)
        self._list.setSpacing(S)

    def show_entries(self, entries: Sequence[Entry], nothing: str = "") -> None:
        wanted = (tuple(entries), nothing)
        if wanted == self._shown:
            return
        self._shown = wanted
        clear(self._list)
        if not entries:
            self._list.addWidget(ThaiLabel(nothing, ink="faint"))
        for place, entry in enumerate(entries):
            if place:
                self._list.addWidget(rule())
            self._list.addWidget(_EntryView(entry))


class Entries(QWidget):
    """Lists below each other in one place that scrolls, those with a heading under it."""

    def __init__(self, *lists: EntryList, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lists = lists
        self._headings = tuple(label(ink="accent", size="small", strong=True) for _ in lists)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, S, 0, S)
        column.setSpacing(XS)
        for heading, one in zip(self._headings, lists, strict=True):
            heading.hide()
            column.addWidget(heading)
            column.addWidget(one)
            column.addSpacing(XS)
        column.addStretch(1)
        self._area = scrolling(content)
        self._area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFocusProxy(self._area)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._area)

    def say(self, name: str) -> None:
        """What the lists are of, for a screen reader."""
        self._area.setAccessibleName(name)

    def head(self, *words: str) -> None:
        """What stands above each list."""
        for heading, said in zip(self._headings, words, strict=True):
            heading.setText(said)
            heading.setVisible(bool(said))

    def bring_up(self, one: EntryList) -> None:
        """Scrolls so far that a list begins at the top, if it can."""
        self._area.verticalScrollBar().setValue(self._headings[self._lists.index(one)].y())


class _EntryView(QWidget):
    def __init__(self, entry: Entry) -> None:
        super().__init__()
        self.setAccessibleName(" ".join(part for part in (entry.title, entry.when, entry.detail, entry.text) if part))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(XS)
        column.addLayout(self._head(entry))
        for words, ink in ((entry.text, ""), (entry.detail, "soft")):
            if words:
                said = ThaiLabel(words, ink=ink)
                said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
                column.addWidget(said)

    def _head(self, entry: Entry) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(S)
        title = ThaiLabel(entry.title, strong=True)
        line.addWidget(title, 1)
        if entry.badge is not None:
            line.addWidget(Chip(entry.badge), 0, Qt.AlignmentFlag.AlignTop)
        line.addSpacing(L - S)
        line.addWidget(label(entry.when, ink="faint", size="small"), 0, Qt.AlignmentFlag.AlignTop)
        return line
