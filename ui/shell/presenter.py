"""What the frame decides: which room is open, where back is, and what the window is called."""

from collections.abc import Sequence
from typing import Protocol

from ui.kit.room import Room


class FrameView(Protocol):
    """What the presenter asks of the window."""

    def open_room(self, room: Room) -> None: ...


class ShellPresenter:
    """Rooms by number and key; the room one came from is remembered."""

    def __init__(self, view: FrameView, rooms: Sequence[Room]) -> None:
        if not rooms or len({room.key for room in rooms}) != len(rooms):
            raise ValueError("rooms need keys of their own, and there must be one")
        self._view = view
        self._rooms = {room.key: room for room in rooms}
        self._trail: list[str] = []

    @property
    def current(self) -> Room | None:
        return self._rooms[self._trail[-1]] if self._trail else None

    def go(self, key: str) -> None:
        if self.current is None or key != self.current.key:
            room = self._rooms[key]
            self._trail.append(key)
            self._view.open_room(room)

    def go_number(self, number: int) -> None:
        """Alt+1 is the first room, Alt+0 the tenth; a number without a room does nothing."""
        keys = list(self._rooms)
        if 1 <= number <= len(keys):
            self.go(keys[number - 1])

    def back(self) -> None:
        """To the room before, if there was one."""
        if len(self._trail) > 1:
            self._trail.pop()
            self._view.open_room(self._rooms[self._trail[-1]])
