"""Whether a file that somebody else writes is all there, as far as its own form can tell."""

import struct
from pathlib import Path
from typing import IO

_HEAD = 1024
_TAIL = 1024
_MOST_FRAMES = 10_000
_TIFF = {b"II*\0": "<", b"MM\0*": ">"}


def is_whole(path: Path) -> bool:
    """A PDF, JPEG, PNG, TIFF or BMP with its end; False for anything else, and for one that can't be opened now."""
    try:
        with path.open("rb") as file:
            return _is_whole(file, path.stat().st_size)
    except OSError:
        return False


def _is_whole(file: IO[bytes], size: int) -> bool:
    head = file.read(_HEAD)
    file.seek(max(size - _TAIL, 0))
    tail = file.read(_TAIL)
    if b"%PDF-" in head:
        return b"%%EOF" in tail
    if head.startswith(b"\xff\xd8\xff"):
        return tail.rstrip(b"\0").endswith(b"\xff\xd9")
    if head.startswith(b"\x89PNG\r\n\x1a\n"):
        return tail.endswith(b"IEND\xaeB`\x82")
    if head.startswith(b"BM") and len(head) > 6:
        return int(struct.unpack_from("<I", head, 2)[0]) <= size
    return head[:4] in _TIFF and _tiff_lies_inside(file, _TIFF[head[:4]], size)


def _tiff_lies_inside(file: IO[bytes], order: str, size: int) -> bool:
    """A directory at least, every one, and the first field behind each entry that points elsewhere, lies inside."""
    file.seek(4)
    place = _number(file, order, "I")
    if place == 0:
        return False
    for _ in range(_MOST_FRAMES):
        if place == 0:
            return True
        if place + 2 > size:
            return False
        file.seek(place)
        entries = _number(file, order, "H")
        if place + 2 + entries * 12 + 4 > size or entries == 0 or not _entries_lie_inside(file, order, entries, size):
            return False
        file.seek(place + 2 + entries * 12)
        place = _number(file, order, "I")
    return False


_FIELD_BYTES = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8}
_OFFSETS, _LENGTHS = (273, 324), (279, 325)
"""Where the strips or tiles of a picture begin, and how long they are."""


def _entries_lie_inside(file: IO[bytes], order: str, entries: int, size: int) -> bool:
    table = file.read(entries * 12)
    last: dict[bool, int] = {}
    for tag, kind, count, value in struct.iter_unpack(f"{order}HHII", table):
        width = _FIELD_BYTES.get(kind, 1)
        inline = count * width <= 4
        if not inline and value + count * width > size:
            return False
        if tag in _OFFSETS + _LENGTHS and kind in (3, 4):
            last[tag in _OFFSETS] = _last_value(file, order, kind, count, value, inline, width)
    return sum(last.values()) <= size


def _last_value(file: IO[bytes], order: str, kind: int, count: int, value: int, inline: bool, width: int) -> int:
    if inline:
        raw = struct.pack(f"{order}I", value)[(count - 1) * width : count * width]
    else:
        file.seek(value + (count - 1) * width)
        raw = file.read(width)
    return int(struct.unpack(order + ("H" if kind == 3 else "I"), raw)[0]) if len(raw) == width else 0


def _number(file: IO[bytes], order: str, kind: str) -> int:
    raw = file.read(struct.calcsize(kind))
    return int(struct.unpack(order + kind, raw)[0]) if len(raw) == struct.calcsize(kind) else 0
