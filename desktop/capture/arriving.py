"""Files that come in from outside, each as a batch of its own."""

from dataclasses import replace
from pathlib import Path

from desktop.accounts.model import Person
from desktop.capture import opening
from desktop.capture.batches import Batches
from desktop.capture.corners import Corners
from desktop.capture.edits import LayStraight
from desktop.capture.folder import WatchedFolder
from desktop.capture.importing import LookedInto, keep_file
from desktop.capture.model import CapturedDocument, Source
from desktop.capture.photos import seen_sheet
from desktop.office.errors import OfficeError
from desktop.office.ids import Id
from desktop.store.blob_file import Stored
from desktop.store.blobs import BlobRef
from desktop.store.desk import Desk
from desktop.store.erasure import forget_file

_MOST_OF_A_PHOTO = 100 << 20


def take_file(
    batches: Batches, source: Source, name: str, ref: BlobRef, password: str = ""
) -> tuple[Id, tuple[str, ...]]:
    """The batch of a kept file's pages, durable when this returns, and what was found in it (`LookedInto.findings`).

    Errors as `opening.open_safely`; what is refused is not kept.

    A photo in which the sheet is surely seen is shown as that sheet laid straight; undoing shows the photo again.
    """
    found = look(batches.desk, ref, name, password)
    batch_id = batches.begin(source, Path(name).stem)
    batches.take(batch_id, *found.pages)
    corners = _sheet_in(Stored(batches.desk.blobs, ref.sha256), found, name)
    if corners is not None:
        batches.edit(batch_id, LayStraight(0, corners))
    return batch_id, found.findings


def look(desk: Desk, ref: BlobRef, name: str, password: str = "") -> LookedInto:
    """The pages of a kept file, each with the file as it came where it is not read; errors as `take_file`."""
    try:
        found = opening.open_safely(Stored(desk.blobs, ref.sha256), name, password)
    except OfficeError:
        forget_file(desk, ref.sha256)
        raise
    original = ref if found.findings else None
    return replace(found, pages=tuple(replace(page, original=original) for page in found.pages))


def document_of(desk: Desk, path: Path) -> CapturedDocument:
    """A file from the disk as one document that lies in the store, without a batch.

    Errors as `importing.keep_file` and `opening.open_safely`; what is refused is not kept.
    """
    ref = keep_file(desk.blobs, path)
    try:
        return opening.document_of(Stored(desk.blobs, ref.sha256), path.name, Source.FILE)
    except OfficeError:
        forget_file(desk, ref.sha256)
        raise


def _sheet_in(given: Stored, found: LookedInto, name: str) -> Corners | None:
    is_jpeg = found.pages[0].media_type == "image/jpeg"
    return seen_sheet(given.read(), name) if is_jpeg and given.ref.size <= _MOST_OF_A_PHOTO else None


def watched_folder(desk: Desk, who: Person, folder: Path) -> WatchedFolder:
    """The copier's folder: what is whole there comes into a batch that waits; what came in before does not again."""
    batches = Batches(desk, who)

    def keep(path: Path) -> None:
        take_file(batches, Source.FOLDER, path.name, keep_file(desk.blobs, path))

    return WatchedFolder(folder, desk.identity.device_id.hex()[-12:], desk.blobs.has, keep)
