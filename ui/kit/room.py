"""A room of the house as the frame sees it."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

ROOM_KEYS = "1234567890-=[];',"
"""With Alt, the keys of the rooms in their order: the upper row of the keyboard."""


class Room(QObject):
    """Its screen is built when somebody first goes in; `title` is asked for in the language of now."""

    count_changed = Signal()

    def __init__(
        self,
        key: str,
        title: Callable[[], str],
        icon: str,
        build: Callable[[], QWidget],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.key = key
        self.icon = icon
        self._title = title
        self._build = build
        self._widget: QWidget | None = None
        self._count: int | None = None

    @property
    def title(self) -> str:
        return self._title()

    @property
    def widget(self) -> QWidget:
        if self._widget is None:
            self._widget = self._build()
        return self._widget

    @property
    def is_built(self) -> bool:
        return self._widget is not None

    @property
    def count(self) -> int | None:
        """What waits in there; None shows nothing."""
        return self._count

    def set_count(self, count: int | None) -> None:
        if count != self._count:
            self._count = count
            self.count_changed.emit()
