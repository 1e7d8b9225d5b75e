"""Pictures of the pages of a batch, as they look now: at any zoom, and small ones that the store keeps.

Both may be called on any thread and take well under a second for a page of any kind: a picture is unpacked no finer
than it is asked for, and never beyond `MOST_PIXELS`.
"""

import io
from dataclasses import dataclass
from threading import Lock
from typing import TYPE_CHECKING

from desktop.capture.batch import Batch, Page
from desktop.capture.look import enlarged, looked_at, turned
from desktop.capture.pictures import MOST_JPEG_PIXELS, held_turned, opened
from desktop.capture.pictures import MOST_PIXELS as MOST_UNPACKED
from desktop.office.errors import OfficeError
from desktop.paper.pages import MOST_PIXELS, Held, RenderedPage, render
from desktop.paper.scanned import Scans
from desktop.store import blob_file
from desktop.store.desk import Desk

if TYPE_CHECKING:
    from PIL.Image import Image

THUMB_PX = 220
"""The longer side of what is kept; on a screen of twice the dots it is 110 wide."""
_THUMB = "SELECT picture FROM batch_thumb WHERE batch_id = ? AND number = ?"
_KEEP = "INSERT OR REPLACE INTO batch_thumb VALUES (?, ?, ?)"
_MM = 25.4


class PagePictures:
    """OfficeError `capture.picture_torn`, `document.torn`, `blob.missing`, `blob.damaged` for what can't be drawn.

    The PDF that was drawn last stays open: to find a page in a large one anew, much of it would be unsealed.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._open: _OpenPdf | None = None
        self._holding = Lock()

    def page_picture(self, batch: Batch, page: int, dpi: float) -> RenderedPage:
        """Page number `page` as it looks now, drawn at about `dpi` or at what it came in, whichever is less."""
        its, leaf = batch.pages[page], batch.layout.leaf(page)
        larger = enlarged(leaf, its.width_mm, its.height_mm)
        picture, drawn = self.as_it_came(its, dpi * larger)
        return _rendered(looked_at(picture, leaf, its.width_mm, its.height_mm), drawn / larger)

    def thumbnail(self, batch: Batch, page: int) -> RenderedPage:
        """A small picture of page number `page` as it looks now."""
        its = batch.pages[page]
        with opened(io.BytesIO(self._thumb(batch, its)), "") as picture:
            picture.load()
        leaf = batch.layout.leaf(page)
        return _rendered(looked_at(picture, leaf, its.width_mm, its.height_mm), picture.width / its.width_mm * _MM)

    def as_it_came(self, page: Page, dpi: float) -> "tuple[Image, float]":
        """The untouched page, grey or in colours, and at how many dpi it is drawn."""
        if page.media_type == "application/pdf":
            pdf = self._pdf(page.sha256)
            drawn = pdf.scans.drawn(page.frame, dpi) or render(pdf.held, page.frame, dpi)
            return _image(drawn), drawn.dpi
        with blob_file.opened(self._desk.blobs, page.sha256) as file, opened(file, "") as picture:
            return unpacked(picture, page, dpi)

    def _pdf(self, sha256: str) -> "_OpenPdf":
        with self._holding:
            if self._open is None or self._open.sha256 != sha256:
                if self._open is not None:
                    self._open.close()
                stored = blob_file.Stored(self._desk.blobs, sha256)
                self._open = _OpenPdf(sha256, Held(stored), Scans(stored))
            return self._open

    def _thumb(self, batch: Batch, page: Page) -> bytes:
        kept = self._desk.reader.one(_THUMB, (batch.id, page.number))
        if kept is not None:
            return bytes(kept[0])
        picture, _ = self.as_it_came(page, 2 * THUMB_PX / max(page.width_mm, page.height_mm) * _MM)
        picture.thumbnail((THUMB_PX, THUMB_PX))
        file = io.BytesIO()
        picture.save(file, "JPEG", quality=70)
        self._desk.settle(_KEEP, (batch.id, page.number, file.getvalue()))
        return file.getvalue()


@dataclass(frozen=True)
class _OpenPdf:
    """`scans` draws pages that are one JPEG, `held` all others."""

    sha256: str
    held: Held
    scans: Scans

    def close(self) -> None:
        self.held.close()
        self.scans.close()


def unpacked(picture: "Image", page: Page, dpi: float) -> "tuple[Image, float]":
    """An opened picture file's page, grey or in colours and upright, at `dpi` or less."""
    from PIL import Image

    picture.seek(page.frame)
    _check(picture, page)
    wide, high = page.width_mm / _MM * dpi, page.height_mm / _MM * dpi
    shrink = min(1.0, max(wide, high) / max(picture.size), (MOST_PIXELS / (picture.width * picture.height)) ** 0.5)
    size = max(1, round(picture.width * shrink)), max(1, round(picture.height * shrink))
    picture.draft(None, size)
    deep = picture.mode.startswith("I;16")
    whole = (picture.point(lambda dot: dot / 256) if deep else picture).convert(
        "L" if deep or picture.mode in ("1", "L") else "RGB"
    )
    if whole.size != size:
        whole = whole.resize(size, Image.Resampling.BILINEAR, reducing_gap=2.0)
    upright = turned(whole, held_turned(picture))
    return upright, upright.width / page.width_mm * _MM


def _check(picture: "Image", page: Page) -> None:
    most = MOST_JPEG_PIXELS if page.media_type == "image/jpeg" else MOST_UNPACKED
    if picture.width * picture.height > most:
        raise OfficeError("capture.picture_torn")


def _image(drawn: RenderedPage) -> "Image":
    from PIL import Image

    mode, packed = ("L", "L") if drawn.grey else ("RGB", "BGRX")
    return Image.frombuffer(mode, (drawn.width, drawn.height), drawn.data, "raw", packed, drawn.stride, 1)


def _rendered(picture: "Image", dpi: float) -> RenderedPage:
    if picture.mode == "L":
        return RenderedPage(picture.width, picture.height, picture.width, picture.tobytes(), dpi, grey=True)
    rows = picture.convert("RGB").tobytes("raw", "BGRX")
    return RenderedPage(picture.width, picture.height, picture.width * 4, rows, dpi)
