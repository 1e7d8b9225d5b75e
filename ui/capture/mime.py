"""What a drop or the clipboard brings: files, or a picture."""

from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QMimeData
from PySide6.QtGui import QImage


def files_in(mime: QMimeData) -> tuple[Path, ...]:
    """Local files, in the order they were chosen."""
    return tuple(Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile())


def picture_in(mime: QMimeData) -> bytes | None:
    """A copied picture (a screenshot, a part of a page) as PNG."""
    image = mime.imageData() if mime.hasImage() else None
    if not isinstance(image, QImage) or image.isNull():
        return None
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, b"PNG")
    return bytes(buffer.data().data())


def has_pages(mime: QMimeData | None) -> bool:
    """Whether it brings something that can become pages; text alone does not."""
    return mime is not None and (mime.hasImage() or bool(files_in(mime)))
