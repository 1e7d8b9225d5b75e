"""The ways out of an item as buttons with their keys: the best one strongest, at the right."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.tray.model import Way
from ui.kit.buttons import PrimaryButton, SecondaryButton
from ui.kit.flow import FlowRow
from ui.kit.language import Speaks
from ui.kit.panels import clear
from ui.tray import words

KEYS = {
    Way.CHOOSE: "F9",
    Way.REDO: "F9",
    Way.REOPEN: "F9",
    Way.LINK: "F9",
    Way.ANSWER: "F9",
    Way.EDIT: "E",
    Way.HAND_UP: "S",
    Way.CLOSE: "D",
    Way.RETURN: "R",
    Way.UNDO: "Ctrl+Z",
}
_ICONS = {
    Way.CHOOSE: "check",
    Way.REDO: "refresh",
    Way.REOPEN: "undo",
    Way.LINK: "letter",
    Way.ANSWER: "check",
    Way.EDIT: "endorse",
    Way.HAND_UP: "send",
}
"""Of the ways that can be the best one."""


class WaysBar(Speaks, FlowRow):
    """`taken` brings the way."""

    taken = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(right=True, parent=parent)
        self._ways: tuple[Way, ...] = ()
        self.buttons: dict[Way, PrimaryButton | SecondaryButton] = {}

    def retranslate(self) -> None:
        for way, button in self.buttons.items():
            button.say(words.way(way))

    def show_ways(self, ways: tuple[Way, ...]) -> None:
        if ways == self._ways:
            return
        self._ways = ways
        clear(self.flow)
        self.buttons = {}
        for way in reversed(ways):
            first = way == ways[0] and way is not Way.UNDO
            button = PrimaryButton(key=KEYS[way], icon_name=_ICONS[way]) if first else SecondaryButton(key=KEYS[way])
            button.say(words.way(way))
            button.clicked.connect(partial(self.taken.emit, way))
            self.flow.addWidget(button)
            self.buttons[way] = button
