"""The question above every room, but those that ask beside what they have just issued."""

from PySide6.QtWidgets import QWidget

from desktop.sheets.model import Run
from ui.sheets.printing import SheetPrinting
from ui.sheets.question import SheetQuestion
from ui.work import Worker

ASK_THEMSELVES = frozenset({"counter", "citizens"})
"""Rooms in which nothing comes up while somebody types before a citizen."""
KEY = "F12"


class FrameQuestion(SheetQuestion):
    """Takes the keyboard only when somebody goes to it, by Tab or its key; gives it back with the last answer."""

    _room = ""
    _before: QWidget | None = None

    def __init__(self, printing: SheetPrinting, worker: Worker, parent: QWidget | None = None) -> None:
        super().__init__(printing, worker, above=True, parent=parent)
        self._keys.add(KEY, lambda: self.tr("ไปตอบเรื่องใบที่พิมพ์"), self._come, group=self._group, everywhere=True)

    def enter(self, room: str) -> None:
        """Somebody went into a room, by its key."""
        self._room = room
        self._place()

    def show_run(self, run: Run | None) -> None:
        super().show_run(run)
        self._place()

    def retranslate(self) -> None:
        super().retranslate()
        self.say(self.tr("ใบออกมาแล้วหรือยัง?  F12"))

    def _come(self) -> None:
        held = self.window().focusWidget()
        self._before = None if held is None or self.isAncestorOf(held) else held
        self.setFocus()

    def _place(self) -> None:
        asks = self._sheet is not None and self._room not in ASK_THEMSELVES
        held = self.isVisible() and not asks and (self.hasFocus() or self.isAncestorOf(self.window().focusWidget()))
        self.setVisible(asks)
        if held and self._before is not None and self._before.isVisible():
            self._before.setFocus()
