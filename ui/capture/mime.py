"""What a drop or the clipboard brings: files, or a picture."""

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData
from PySide6.QtGui import QImage, QImageWriter

LETTERS_INSIDE = frozenset({".eml", ".zip", ".xml", ".msg"})


def files_in(mime: QMimeData | None) -> tuple[Path, ...]:
    """Local files, in the order they were chosen."""
    return tuple(Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()) if mime is not None else ()


def picture_in(mime: QMimeData | None) -> QImage | None:
    """A copied picture: a screenshot, a part of a page."""
    image = mime.imageData() if mime is not None and mime.hasImage() else None
    return image if isinstance(image, QImage) and not image.isNull() else None


def png_of(image: QImage) -> bytes:
    """The picture without loss; a large one takes a while."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(buffer.data().data())


def holds_letters(mime: QMimeData | None) -> bool:
    """Whether it brings files that hold letters (e-mails, archives, letter XML) rather than pages of one."""
    return mime is not None and any(path.suffix.lower() in LETTERS_INSIDE for path in files_in(mime))


def has_pages(mime: QMimeData | None) -> bool:
    """Whether it brings something that can become pages; text alone does not."""
    return mime is not None and (mime.hasImage() or bool(files_in(mime)))
