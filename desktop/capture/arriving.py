"""Files that come in from outside, each as a batch of its own."""

from dataclasses import replace
from pathlib import Path

from desktop.accounts.model import Person
from desktop.capture.batches import Batches
from desktop.capture.edits import Delete
from desktop.capture.folder import WatchedFolder
from desktop.capture.importing import looked_into
from desktop.capture.model import Source
from desktop.capture.opening import open_safely
from desktop.capture.photos import straightened
from desktop.office.ids import Id
from desktop.store.desk import Desk


def take_file(
    batches: Batches, source: Source, name: str, data: bytes, password: str = ""
) -> tuple[Id, tuple[str, ...]]:
    """The batch of the file's pages, durable when this returns, and what was found in it (as `LookedInto.findings`).

    Errors as `opening.open_safely`.

    A photo in which the sheet is surely seen comes with that sheet laid straight in its place: the photo itself is
    taken out of sight, and undoing brings it back.
    """
    found = open_safely(data, name, password)
    original = batches.desk.blobs.put(data) if found.findings else None
    batch_id = batches.begin(source, Path(name).stem)
    batches.take(batch_id, *(replace(page, original=original) for page in found.pages))
    sheet = straightened(data, name)
    if sheet is not None:
        batches.take(batch_id, *looked_into(sheet, name).pages)
        batches.edit(batch_id, Delete((0,)))
    return batch_id, found.findings


def watched_folder(desk: Desk, who: Person, folder: Path) -> WatchedFolder:
    """The copier's folder: what is whole there comes into a batch that waits; what came in before does not again."""
    batches = Batches(desk, who)

    def keep(name: str, data: bytes) -> None:
        take_file(batches, Source.FOLDER, name, data)

    return WatchedFolder(folder, desk.identity.device_id.hex()[-12:], desk.blobs.has, keep)
