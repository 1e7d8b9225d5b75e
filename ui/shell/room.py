"""The room as the frame knows it; its home is the kit, because rooms must not know the frame."""

from ui.kit.room import Room

__all__ = ["Room"]
