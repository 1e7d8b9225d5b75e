"""Which pages of a kept file bring no words of their own, and what was read of them at this desk."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from desktop.paper.overlay import open_pdf
from desktop.paper.pages import Held, own_text
from desktop.paper.pdf_signed import bears_signature
from desktop.reading.model import PageReading
from desktop.reading.queue import ReadingQueue, Wanted
from desktop.store.blob_file import Stored
from desktop.store.desk import Desk


@dataclass(frozen=True)
class Words:
    """`readings`: page (from 0) -> what may be laid over it; `unread`: pictures of pages that nobody read yet."""

    readings: Mapping[int, PageReading] = field(default_factory=dict)
    unread: tuple[int, ...] = ()


def words_of(desk: Desk, queue: ReadingQueue, sha256: str, pages: int) -> Words:
    """None of a signed file, which any change would break. Pages that nobody read yet are read from now on.

    OfficeError `blob.missing`, `blob.damaged`, `document.torn`, `document.encrypted`.
    """
    pdf = Stored(desk.blobs, sha256)
    with open_pdf(pdf) as opened:
        if bears_signature(opened):
            return Words()
    held = Held(pdf)
    try:
        pictures = [page for page in range(pages) if not own_text(held, page)]
    finally:
        held.close()
    found = {page: queue.reading(sha256, page) for page in pictures}
    readings = {page: reading for page, reading in found.items() if reading is not None}
    unread = tuple(page for page in pictures if page not in readings)
    queue.want(Wanted(sha256, page) for page in unread)
    return Words(readings, unread)
