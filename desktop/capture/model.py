"""A captured document."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from threading import Event

from desktop.office.ids import Id
from desktop.store.blob_file import Stored
from desktop.store.blobs import BlobRef


class Source(StrEnum):
    FILE = "file"
    SCAN = "scan"
    PASTE = "paste"
    FOLDER = "folder"
    """A copier's "scan to folder"."""
    PHOTO = "photo"


@dataclass(frozen=True)
class CapturedDocument:
    """`content` is the PDF that people read, or the file of the store in which it lies.

    A PDF came in as it is; a picture's untouched bytes, or where they lie, stay in `came`. `page_sizes_mm`: width and
    height of every page as a reader sees it. `batch`, `pages`: what it was made of, where it was made of pages that
    wait in a batch.
    `findings`: what was taken out of the copy that is read (`vetting.Verdict`).
    """

    name: str
    content: bytes | Stored
    page_sizes_mm: tuple[tuple[float, float], ...]
    source: Source
    came: bytes | Stored | None = None
    original_media_type: str | None = None
    batch: Id | None = None
    pages: tuple[int, ...] = ()
    findings: tuple[str, ...] = ()

    @property
    def data(self) -> bytes:
        """All of it; a large one that is stored is better read in pieces."""
        return self.content if isinstance(self.content, bytes) else self.content.read()

    @property
    def kept(self) -> BlobRef | None:
        """Where it lies in the store, if it does."""
        return None if isinstance(self.content, bytes) else self.content.ref

    @property
    def original(self) -> bytes | None:
        """The untouched bytes, where they are others; a large one that is stored is better read in pieces."""
        return self.came.read() if isinstance(self.came, Stored) else self.came

    @property
    def kept_original(self) -> BlobRef | None:
        """Where they lie in the store, if they do."""
        return self.came.ref if isinstance(self.came, Stored) else None

    @property
    def is_picture(self) -> bool:
        """Whether it is one page of a batch that came as a picture, and not from a scanner."""
        alone = self.batch is not None and self.page_count == 1
        return alone and (self.original_media_type or "").startswith("image/")

    @property
    def page_count(self) -> int:
        return len(self.page_sizes_mm)

    @cached_property
    def sha256(self) -> str:
        return hashlib.sha256(self.content).hexdigest() if isinstance(self.content, bytes) else self.content.sha256


NOT_STOPPED = Event()
"""For work that nobody can stop."""

Progress = Callable[[int, int], None]
"""`(pages done, pages in all)`."""


def silent(done: int, total: int) -> None:
    """Progress that nobody watches."""
