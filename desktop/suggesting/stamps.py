"""Received stamps of other offices: their numbers and days are not the letter's."""

from dataclasses import replace

from desktop.suggesting.labels import Label, at_start
from desktop.suggesting.layout import Piece, Sheet

_WORDS = (Label("เลขรับ", 0.7), Label("เลขที่รับ", 0.7), Label("รับที่", 0.99), Label("เวลา", 0.74))
_LOWEST, _LEFTMOST = 90.0, 100.0
_UNDER_NUMBER, _OVER_NUMBER = 14.0, 10.0


def without_stamps(sheet: Sheet) -> Sheet:
    """The sheet without what stands in a received stamp at its upper right."""
    told = [piece for piece in sheet.pieces if _is_of_a_stamp(piece)]
    if not told:
        return sheet
    left = min(piece.box.left for piece in told) - 8
    top = min(piece.box.top for piece in told) - _OVER_NUMBER
    bottom = max(min(piece.box.bottom for piece in told) + _UNDER_NUMBER, max(piece.box.bottom for piece in told) + 1)
    kept = tuple(piece for piece in sheet.pieces if not _is_in(piece, left, top, bottom))
    return replace(sheet, pieces=kept)


def _is_of_a_stamp(piece: Piece) -> bool:
    placed = piece.box.top < _LOWEST and piece.box.left > _LEFTMOST
    return placed and any(at_start(piece, label) for label in _WORDS)


def _is_in(piece: Piece, left: float, top: float, bottom: float) -> bool:
    middle = piece.box.top + piece.box.height / 2
    return piece.box.left > left and top < middle < bottom
