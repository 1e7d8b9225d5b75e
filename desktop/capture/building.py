"""From pages and their edits to the PDF that people read, written straight into the store.

`Builder.build` makes one document of a part of a batch; the memory it takes is that of a page or two, whatever the
number of pages. Pages of pictures become a PDF/A-2b (`pdf_stream`). Pages of PDFs keep their text and drawings. A whole
PDF without an edit, signed or not, stays the very bytes that came. What is read of the pages later is laid over copies.
"""

import threading
from collections import Counter
from collections.abc import Sequence
from contextlib import ExitStack
from datetime import datetime
from typing import TYPE_CHECKING, Any, BinaryIO, cast

from desktop.capture.batch import Batch, Page
from desktop.capture.layout import Leaf, Part
from desktop.capture.look import crop_of, size_of
from desktop.capture.model import NOT_STOPPED, CapturedDocument, Progress, Source, silent
from desktop.capture.packing import PictureFiles
from desktop.capture.pdf_stream import PdfStream
from desktop.capture.vetting import QUARANTINED
from desktop.office.errors import OfficeError
from desktop.office.ids import Id
from desktop.store import blob_file
from desktop.store.blob_file import Stored
from desktop.store.blobs import BlobRef
from desktop.store.desk import Desk

if TYPE_CHECKING:
    from desktop.store.unit_of_work import UnitOfWork

PDF = "application/pdf"
_POINTS = 72 / 25.4
_BUILT = "INSERT OR IGNORE INTO batch_built VALUES (?, ?)"
_SPARE = "DELETE FROM blob_erasure WHERE sha256 = ?"
_DOOM = "INSERT OR IGNORE INTO blob_erasure VALUES (?)"


class Builder:
    """OfficeError `document.empty`, `capture.cancelled`, `capture.picture_torn`, `document.torn`, `store.disk_full`."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._blobs = desk.blobs

    def build(
        self,
        batch: Batch,
        part: Part,
        name: str,
        progress: Progress = silent,
        cancel: threading.Event = NOT_STOPPED,
    ) -> CapturedDocument:
        """Durable when it returns. The same pages, edits and name give the same file."""
        if not part.leaves:
            raise OfficeError("document.empty", file=name)
        kept = _whole_file(batch, part) or self._made(batch, part, name, progress, cancel)
        self._desk.write(lambda unit: _note(unit, batch.id, kept))
        sizes = tuple(_size(batch.pages[leaf.page], leaf) for leaf in part.leaves)
        came, media_type = self._original(batch, part)
        stored = Stored(self._blobs, kept.sha256)
        return CapturedDocument(f"{name}.pdf", stored, sizes, batch.row.source, came, media_type, batch.id, part.pages)

    def _original(self, batch: Batch, part: Part) -> tuple[Stored | None, str | None]:
        """The untouched file of which these all are pages, unless their PDF holds it as it came."""
        pages = [batch.pages[number] for number in part.pages]
        if len({page.sha256 for page in pages}) > 1 or batch.row.source is Source.SCAN:
            return None, None
        if pages[0].original_sha256 is not None:
            return Stored(self._blobs, pages[0].original_sha256), QUARANTINED
        return (
            (None, None) if pages[0].media_type == PDF else (Stored(self._blobs, pages[0].sha256), pages[0].media_type)
        )

    def _made(self, batch: Batch, part: Part, name: str, progress: Progress, cancel: threading.Event) -> BlobRef:
        pictures = [leaf for leaf in part.leaves if batch.pages[leaf.page].media_type != PDF]
        at = batch.pages[part.leaves[0].page].at
        step = _Steps(len(part.leaves), progress, cancel)
        drawn = self._drawn(batch, pictures, name, at, step) if pictures else None
        if len(pictures) == len(part.leaves):
            assert drawn is not None
            return drawn
        try:
            return self._merged(batch, part, drawn, step)
        finally:
            if drawn is not None:
                self._desk.settle(_DOOM, (drawn.sha256,))

    def _drawn(self, batch: Batch, leaves: Sequence[Leaf], name: str, at: datetime, step: "_Steps") -> BlobRef:
        with self._blobs.writing() as file, PictureFiles(self._blobs) as came:
            pdf = PdfStream(file.write, name, at)
            for leaf in leaves:
                step()
                pdf.add(came.sheet_of(batch.pages[leaf.page], leaf))
            pdf.finish()
        return file.ref

    def _merged(self, batch: Batch, part: Part, drawn: BlobRef | None, step: "_Steps") -> BlobRef:
        """Pages of PDFs, with the drawn ones between them.

        The PDF that gives most pages is rearranged, which leaves its pictures on the disk until they are written; what
        the others give goes through the memory.
        """
        import pikepdf

        wanted = _origins(batch, part, drawn)
        (base, _), *_ = Counter(sha256 for sha256, _ in wanted).most_common(1)
        with ExitStack() as files:
            sources = {}
            for sha256 in {sha256 for sha256, _ in wanted}:
                file = files.enter_context(blob_file.opened(self._blobs, sha256))
                sources[sha256] = files.enter_context(pikepdf.open(file))
            pages = {sha256: list(source.pages) for sha256, source in sources.items()}
            pdf = sources[base]
            del pdf.pages[:]
            for (sha256, frame), leaf in zip(wanted, part.leaves, strict=True):
                pdf.pages.append(pages[sha256][frame])
                if drawn is None or sha256 != drawn.sha256:
                    step()
                    _arrange(pdf, pdf.pages[-1], leaf, batch.pages[leaf.page])
            with self._blobs.writing() as out:
                pdf.save(cast(BinaryIO, out), deterministic_id=True)
        return out.ref


class _Steps:
    """Counts pages; OfficeError `capture.cancelled` before the next one."""

    def __init__(self, total: int, progress: Progress, cancel: threading.Event) -> None:
        self._total, self._progress, self._cancel = total, progress, cancel
        self._done = 0

    def __call__(self) -> None:
        if self._cancel.is_set():
            raise OfficeError("capture.cancelled")
        self._done += 1
        self._progress(self._done, self._total)


def _origins(batch: Batch, part: Part, drawn: BlobRef | None) -> list[tuple[str, int]]:
    """For each page, in which PDF it lies and where."""
    found, next_drawn = list[tuple[str, int]](), 0
    for leaf in part.leaves:
        page = batch.pages[leaf.page]
        if page.media_type == PDF:
            found.append((page.sha256, page.frame))
        else:
            assert drawn is not None
            found.append((drawn.sha256, next_drawn))
            next_drawn += 1
    return found


def _whole_file(batch: Batch, part: Part) -> BlobRef | None:
    """The file whose pages these are, all of them, in order, untouched."""
    pages = [batch.pages[number] for number in part.pages]
    first = pages[0]
    its = [page for page in batch.pages if page.sha256 == first.sha256 and first.media_type == PDF]
    if pages != its[: len(pages)] or len({page.frame for page in its}) != len(pages):
        return None
    if [page.frame for page in pages] != list(range(len(pages))) or not all(leaf.untouched for leaf in part.leaves):
        return None
    return BlobRef(first.sha256, first.size)


def _arrange(pdf: Any, page: Any, leaf: Leaf, its: Page) -> None:
    """A page of a PDF straightened, cropped and turned, without drawing it anew."""
    from math import cos, radians, sin

    left, bottom, right, top = (float(edge) for edge in page.cropbox)
    turned = int(page.obj.get("/Rotate", 0)) % 360
    if leaf.skew:
        across, up = cos(radians(leaf.skew)), sin(radians(leaf.skew))
        x, y = (left + right) / 2, (bottom + top) / 2
        matrix = (across, up, -up, across, x - across * x + up * y, y - up * x - across * y)
        page.contents_add(
            pdf.make_stream(f"q {' '.join(f'{value:.6f}' for value in matrix)} cm".encode()), prepend=True
        )
        page.contents_add(pdf.make_stream(b"Q"))
    if leaf.crop is not None:
        box = crop_of(leaf, its.width_mm, its.height_mm)
        page.cropbox = _unturned(
            (box.left * _POINTS, box.top * _POINTS, box.right * _POINTS, box.bottom * _POINTS),
            turned, (left, bottom, right, top),
        )  # fmt: skip
    if leaf.turn:
        page.rotate(leaf.turn, relative=True)


def _unturned(
    box: tuple[float, float, float, float], turned: int, page: tuple[float, float, float, float]
) -> list[float]:
    """A box from the top left of a page as it is seen, in the page's own coordinates."""
    x1, y1, x2, y2 = box
    left, bottom, right, top = page
    if turned == 90:
        return [left + y1, bottom + x1, left + y2, bottom + x2]
    if turned == 180:
        return [right - x2, bottom + y1, right - x1, bottom + y2]
    if turned == 270:
        return [right - y2, top - x2, right - y1, top - x1]
    return [left + x1, top - y2, left + x2, top - y1]


def _size(page: Page, leaf: Leaf) -> tuple[float, float]:
    return size_of(leaf, page.width_mm, page.height_mm)


def _note(unit: "UnitOfWork", batch_id: Id, built: BlobRef) -> None:
    unit.connection.exec_driver_sql(_BUILT, (batch_id, built.sha256))
    unit.connection.exec_driver_sql(_SPARE, (built.sha256,))
