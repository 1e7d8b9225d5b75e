"""Files that came along into documents: pages as they are; whatever is no page under a sheet that says what it is."""

import hashlib
import threading
from collections.abc import Callable
from datetime import datetime

from desktop.capture import opening
from desktop.capture.importing import may_be_pages
from desktop.capture.model import CapturedDocument, Source
from desktop.interchange.arrival import KeptDocument, Note, Piece
from desktop.office.errors import OfficeError
from desktop.paper.file_sheet import file_pdf
from desktop.paper.pages import page_sizes_mm
from desktop.store.blob_file import Stored
from desktop.store.blobs import Blobs

Keep = Callable[[CapturedDocument], KeptDocument]
Read = Callable[[bytes, str, threading.Event], CapturedDocument]
"""A file's bytes, its name, and what stops it; errors as `capture.opening.document_of`."""


def document_of(
    piece: Piece, read: Read, at: datetime, cancel: threading.Event
) -> tuple[CapturedDocument, Note | None]:
    """The piece as a document: a torn or locked one, too, comes whole, under a sheet.

    OfficeError `capture.cancelled`.
    """
    if not may_be_pages(piece.data):
        return _unread(piece, at), None
    try:
        return read(piece.data, piece.name, cancel), None
    except OfficeError as error:
        if error.code == "capture.cancelled":
            raise
        note = None if error.code == "capture.not_a_document" else Note(f"piece.{error.code}", piece.name)
        return _unread(piece, at), note


def _unread(piece: Piece, at: datetime) -> CapturedDocument:
    return sheet_over(piece, "ไฟล์แนบที่ไม่ใช่หน้าเอกสาร", (), "", at)


def sheet_over(
    piece: Piece, title: str, rows: tuple[tuple[str, str], ...], text: str, at: datetime, *, whole: bool = True
) -> CapturedDocument:
    """A sheet with the piece itself as its original, unless the piece is not `whole`."""
    about = [("ชื่อไฟล์", piece.name), ("ชนิด", piece.media_type)]
    if whole:
        about += [("ขนาด", f"{len(piece.data):,} ไบต์"), ("SHA-256", hashlib.sha256(piece.data).hexdigest())]
    pdf = file_pdf(title, (*rows, *about), text, at)
    name = piece.name if piece.name.lower().endswith(".pdf") else f"{piece.name}.pdf"
    if not whole:
        return CapturedDocument(name, pdf, page_sizes_mm(pdf), Source.FILE)
    return CapturedDocument(name, pdf, page_sizes_mm(pdf), Source.FILE, piece.data, piece.media_type)


def reader(blobs: Blobs, lies: Callable[[str], object]) -> Read:
    """Reads files in a process of their own, which has them from the disk; `lies` hears what is laid there."""

    def read(data: bytes, name: str, cancel: threading.Event) -> CapturedDocument:
        given = blobs.put(data)
        lies(given.sha256)
        return opening.document_of(Stored(blobs, given.sha256), name, Source.FILE, cancel=cancel)

    return read


def keeper(blobs: Blobs) -> Keep:
    """Keeps a document's bytes on the disk, encrypted and durable, so that only one at a time lies in the memory."""

    def keep(document: CapturedDocument) -> KeptDocument:
        shown = document.kept or blobs.put(document.data)
        original = document.kept_original
        if original is None and document.original is not None:
            original = blobs.put(document.original)
        return KeptDocument(
            document.name, shown.sha256, shown.size, document.page_sizes_mm, document.source.value,
            original.sha256 if original else None, original.size if original else 0, document.original_media_type,
        )  # fmt: skip

    return keep


def captured(kept: KeptDocument, blobs: Blobs) -> CapturedDocument:
    """A kept document with its bytes again. OfficeError `blob.missing`, `blob.damaged`."""
    original = blobs.get(kept.original_sha256) if kept.original_sha256 else None
    return CapturedDocument(
        kept.name, blobs.get(kept.sha256), kept.page_sizes_mm, Source(kept.source), original, kept.original_media_type,
    )  # fmt: skip
