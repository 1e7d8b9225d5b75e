"""A captured document."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from threading import Event


class Source(StrEnum):
    FILE = "file"
    SCAN = "scan"
    PASTE = "paste"
    FOLDER = "folder"
    """A copier's "scan to folder"."""
    PHOTO = "photo"


@dataclass(frozen=True)
class CapturedDocument:
    """`data` is the PDF that people read. A PDF came in as it is; a picture's untouched bytes stay in `original`.

    `page_sizes_mm`: width and height of every page as a reader sees it.
    """

    name: str
    data: bytes
    page_sizes_mm: tuple[tuple[float, float], ...]
    source: Source
    original: bytes | None = None
    original_media_type: str | None = None

    @property
    def kept(self) -> None:
        """Its bytes are not in the store yet."""

    @property
    def page_count(self) -> int:
        return len(self.page_sizes_mm)

    @cached_property
    def sha256(self) -> str:
        return hashlib.sha256(self.data).hexdigest()


NOT_STOPPED = Event()
"""For work that nobody can stop."""

Progress = Callable[[int, int], None]
"""`(pages done, pages in all)`."""


def silent(done: int, total: int) -> None:
    """Progress that nobody watches."""
