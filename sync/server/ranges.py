"""Which part of a file a request wants: one range at most (RFC 9110, section 14)."""

import re
from dataclasses import dataclass
from pathlib import Path

from sync.server.refusal import Refusal

_RANGE = re.compile(r"bytes=(\d{0,18})-(\d{0,18})", re.ASCII)


@dataclass(frozen=True)
class FilePart:
    """`size` bytes of the file from `first` on, and the status and headers with which they go out."""

    path: Path
    first: int
    size: int
    status: int
    headers: dict[str, str]


def part_of(path: Path, wanted: str | None) -> FilePart:
    """The whole file without a `Range` header; Refusal 400 for one that means nothing, 416 for one beyond the end.

    404: it was here a moment ago, as a pack of a snapshot that a newer one has replaced.
    """
    try:
        whole = path.stat().st_size
    except FileNotFoundError:
        raise Refusal(404, "not_found") from None
    first, last = (0, whole - 1) if wanted is None else _bounds(wanted, whole)
    size = last - first + 1
    headers = {"Accept-Ranges": "bytes", "Content-Length": str(size), "Cache-Control": "private, no-store"}
    if wanted is not None:
        headers["Content-Range"] = f"bytes {first}-{last}/{whole}"
    return FilePart(path, first, size, 200 if wanted is None else 206, headers)


def _bounds(wanted: str, whole: int) -> tuple[int, int]:
    found = _RANGE.fullmatch(wanted.strip())
    if found is None or found.groups() == ("", ""):
        raise Refusal(400, "bad_request", "Range: bytes=from-to")
    begin, end = found.groups()
    first = int(begin) if begin else max(whole - int(end), 0)
    last = min(int(end), whole - 1) if begin and end else whole - 1
    if first > last:
        raise Refusal(416, "range_beyond_end", headers={"Content-Range": f"bytes */{whole}"}, size=whole)
    return first, last
