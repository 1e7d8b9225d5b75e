"""Readings kept at this desk by the content of their files, so that no page is read twice."""

import zlib

import msgspec

from desktop.office.clock import utc_text
from desktop.reading.model import PageReading
from desktop.reading.packing import packed, unpacked
from desktop.reading.version import ENGINE
from desktop.store.desk import Desk

_ONE = "SELECT reading FROM page_reading WHERE sha256 = ? AND page = ?"
_PAGES = "SELECT page FROM page_reading WHERE sha256 = ? AND engine = ?"
_KEEP = "INSERT OR REPLACE INTO page_reading VALUES (?, ?, ?, ?, ?)"


class KeptReadings:
    """Any thread may ask; a page is told by its file and its place in it (from 0)."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def get(self, sha256: str, page: int) -> PageReading | None:
        """What was read of it last, by whichever engine; None if nothing was."""
        found = self._desk.reader.one(_ONE, (sha256, page))
        if found is None:
            return None
        try:
            return unpacked(zlib.decompress(found[0]))
        except (zlib.error, msgspec.DecodeError):
            return None  # another version of the program wrote it otherwise: it is read again

    def pages(self, sha256: str) -> frozenset[int]:
        """Which pages of a file this engine has read."""
        return frozenset(page for (page,) in self._desk.reader.rows(_PAGES, (sha256, ENGINE)))

    def keep(self, sha256: str, page: int, reading: PageReading) -> None:
        """Durable when it returns."""
        at = utc_text(self._desk.clock.now())
        self._desk.settle(_KEEP, (sha256, page, reading.engine, at, zlib.compress(packed(reading))))
