"""The room as the frame knows it; its home is the kit, because rooms must not know the frame."""

from ui.kit.room import ROOM_KEYS, Room

__all__ = ["ROOM_KEYS", "Room"]
