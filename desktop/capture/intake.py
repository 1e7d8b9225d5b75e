"""The one road in for pages: whatever brings them, they lie in a batch on this desk before anybody sees them.

`file`, `picture` and `scan` give documents as a registration takes them; `documents` makes them of a batch that was
left. A document knows its batch and its pages: whoever registers it says so with `Batches.registered`.
"""

import threading
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from desktop.accounts.model import Person
from desktop.capture.arriving import look, take_file
from desktop.capture.batches import Batches
from desktop.capture.building import Builder
from desktop.capture.corners import Corners
from desktop.capture.edits import LayStraight
from desktop.capture.importing import keep_file
from desktop.capture.model import NOT_STOPPED, CapturedDocument, Progress, Source, silent
from desktop.capture.photos import PhotoOnScreen
from desktop.capture.profiles import OfficeProfiles, ScanProfile, in_force, of_this_machine
from desktop.devices.scanner import ScanSettings, ScanSource
from desktop.office.errors import OfficeError
from desktop.office.ids import Id
from desktop.store.blobs import BlobRef
from desktop.store.desk import Desk

if TYPE_CHECKING:
    from desktop.store.unit_of_work import UnitOfWork

    Beside: TypeAlias = Callable[[UnitOfWork, Id], None]


@dataclass(frozen=True)
class Scanned:
    """The batch to which the pages came, None if not one did; `failure` when the scanner stopped before its time."""

    batch: Id | None
    pages: int
    failure: OfficeError | None = None


class Intake:
    """Everything may take long and belongs in the background."""

    def __init__(self, desk: Desk, who: Person) -> None:
        self.batches = Batches(desk, who)
        self._blobs = desk.blobs
        self._builder = Builder(desk)

    def file(
        self,
        path: Path,
        source: Source,
        progress: Progress = silent,
        cancel: threading.Event = NOT_STOPPED,
        password: str = "",
    ) -> CapturedDocument:
        """A file from the disk, which stays where it is; errors as `importing.keep_file` and `bytes`."""
        return self._kept(keep_file(self._blobs, path), path.name, source, progress, cancel, password)

    def file_for(self, path: Path, act: "Callable[[CapturedDocument, Beside], object]") -> None:
        """A file as a document for `act`, with what notes its pages as the letter's; put away where `act` fails."""
        document = self.file(path, Source.FILE)
        batch_id = document.batch
        assert batch_id is not None
        try:
            act(document, lambda unit, its: self.batches.registered(unit, batch_id, document.pages, its))
        except OfficeError:
            self.batches.put_away(batch_id)
            raise

    def bytes(
        self,
        data: bytes,
        name: str,
        source: Source,
        progress: Progress = silent,
        cancel: threading.Event = NOT_STOPPED,
        password: str = "",
    ) -> CapturedDocument:
        """What a file holds; errors as `opening.open_safely` and `Builder.build`.

        What is stopped is put away: it was not wanted now.
        """
        return self._kept(self._blobs.put(data), name, source, progress, cancel, password)

    def _kept(
        self, ref: BlobRef, name: str, source: Source, progress: Progress, cancel: threading.Event, password: str
    ) -> CapturedDocument:
        batch_id, findings = take_file(self.batches, source, name, ref, password)
        try:
            (document,) = self.documents(batch_id, progress, cancel)
        except OfficeError as error:
            if error.code == "capture.cancelled":
                self.batches.put_away(batch_id)
            raise
        return replace(document, findings=findings)

    def take_more(self, path: Path, onto: Id | None) -> Id:
        """The pages of a file at the end of a batch that waits, or in a new one; errors as `file`."""
        ref = keep_file(self._blobs, path)
        if onto is None:
            return take_file(self.batches, Source.FILE, path.name, ref)[0]
        self.batches.take(onto, *look(self.batches.desk, ref, path.name).pages)
        return onto

    def scan(
        self,
        scanner: ScanSource,
        device_id: str,
        settings: ScanSettings,
        cancel: threading.Event,
        arrived: Callable[[int], None],
        name: str,
        onto: Id | None = None,
    ) -> Scanned:
        """Scans until the feeder is empty or `cancel` is set, into a new batch or at the end of one that waits.

        `arrived` hears how many pages came, each after it is on the disk.
        """
        count = 0
        try:
            for page in scanner.scan(device_id, settings, cancel):
                onto = onto or self.batches.begin(Source.SCAN, name, settings)
                self.batches.take_scanned(onto, page)
                count += 1
                arrived(count)
        except OfficeError as error:
            return Scanned(onto, count, error)
        return Scanned(onto, count)

    def profiles(self, folder: Path) -> tuple[ScanProfile, ...]:
        """How kinds of document are scanned at this desk, whose own file lies in `folder`; errors as there."""
        return in_force(OfficeProfiles(self.batches.desk.reader).held(), of_this_machine(folder))

    def photo(self, batch_id: Id, page: int) -> PhotoOnScreen:
        """A page that came as a picture, for its corners to be moved; errors as `importing.look_into`."""
        batch = self.batches.batch(batch_id)
        data = self.batches.desk.blobs.get(batch.pages[page].sha256)
        return PhotoOnScreen(data, batch.row.name, batch.layout.leaf(page).corners)

    def lay_straight(
        self, batch_id: Id, page: int, corners: Corners, progress: Progress, cancel: threading.Event
    ) -> tuple[CapturedDocument, ...]:
        """What the batch makes with the sheet between these corners; the photo stays, and it can be undone."""
        self.batches.edit(batch_id, LayStraight(page, corners))
        return self.documents(batch_id, progress, cancel)

    def documents(
        self, batch_id: Id, progress: Progress = silent, cancel: threading.Event = NOT_STOPPED
    ) -> tuple[CapturedDocument, ...]:
        """What a batch makes as it lies now, one document a part."""
        batch = self.batches.batch(batch_id)
        parts, name = batch.parts, batch.row.name
        names = [name] if len(parts) == 1 else [f"{name} ({place})" for place in range(1, len(parts) + 1)]
        return tuple(
            self._builder.build(batch, part, name, progress, cancel) for part, name in zip(parts, names, strict=True)
        )
