"""Files that came along into documents: pages as they are; whatever is no page under a sheet that says what it is."""

import hashlib
import threading
from collections.abc import Callable
from datetime import datetime

from desktop.capture.importing import from_bytes
from desktop.capture.model import CapturedDocument, Source, silent
from desktop.interchange.arrival import KeptDocument, Note, Piece
from desktop.office.errors import OfficeError
from desktop.paper.file_sheet import file_pdf
from desktop.paper.pages import page_sizes_mm
from desktop.store.blobs import Blobs

Keep = Callable[[CapturedDocument], KeptDocument]


def document_of(piece: Piece, at: datetime, cancel: threading.Event) -> tuple[CapturedDocument, Note | None]:
    """The piece as a document: a torn or locked one, too, comes whole, under a sheet.

    OfficeError `capture.cancelled`.
    """
    try:
        return from_bytes(piece.data, piece.name, Source.FILE, silent, cancel), None
    except OfficeError as error:
        if error.code == "capture.cancelled":
            raise
        note = None if error.code == "capture.not_a_document" else Note(f"piece.{error.code}", piece.name)
        return sheet_over(piece, "ไฟล์แนบที่ไม่ใช่หน้าเอกสาร", (), "", at), note


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


def keeper(blobs: Blobs) -> Keep:
    """Keeps a document's bytes on the disk, encrypted and durable, so that only one at a time lies in the memory."""

    def keep(document: CapturedDocument) -> KeptDocument:
        shown = blobs.put(document.data)
        original = blobs.put(document.original) if document.original is not None else None
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
