"""A file, or the rest of one, as the centre sends it."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from desktop.office.errors import OfficeError

_RANGE = re.compile(r"bytes (\d{1,18})-(\d{1,18})/(\d{1,18})", re.ASCII)


@dataclass(frozen=True)
class Coming:
    """The bytes of a file from `first` on, of `size` in all (0 when the centre did not say)."""

    first: int
    size: int
    pieces: Iterator[bytes]

    def beyond(self, offset: int) -> Iterator[bytes]:
        """Its pieces without what is before `offset`."""
        skip = offset - self.first
        for piece in self.pieces:
            if fresh := piece[skip:]:
                yield fresh
            skip = max(skip - len(piece), 0)


def coming(headers: Mapping[str, str], pieces: Iterator[bytes], start: int) -> Coming:
    """What an answer to a request for everything from `start` on brings.

    A centre may answer with the whole file (200). OfficeError `post.refused` with the problem `range_wrong` for a part
    that does not reach from `start`, or from before it, to the end.
    """
    told = headers.get("Content-Range")
    if told is None:
        length = headers.get("Content-Length", "")
        return Coming(0, int(length) if length.isascii() and length.isdigit() else 0, pieces)
    found = _RANGE.fullmatch(told.strip())
    if found is not None:
        first, last, size = map(int, found.groups())
        if first <= start and last + 1 == size:
            return Coming(first, size, pieces)
    raise OfficeError("post.refused", problem="range_wrong", status=206, data={})
