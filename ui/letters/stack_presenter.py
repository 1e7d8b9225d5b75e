"""A stack of paper on its way to becoming letters: its pages, what is done to them, its documents; no widgets."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

from desktop.accounts.model import Session
from desktop.application import Office
from desktop.capture.edits import Delete, Edit, Move, Split, Turn
from desktop.capture.layout import Leaf, Start
from desktop.capture.model import CapturedDocument, Progress, Source
from desktop.capture.splitting import at_blanks, at_slips, every
from desktop.devices.scanner import ScanSettings, ScanSource
from desktop.office.dates import BANGKOK
from desktop.office.errors import OfficeError
from desktop.office.ids import Id

if TYPE_CHECKING:
    from desktop.capture.batch import Batch, BatchRow
    from desktop.capture.batches import Batches
    from desktop.capture.intake import Intake
    from desktop.capture.page_pictures import PagePictures


SEPARATORS = 10
"""Sheets that part letters, printed at a time."""


@dataclass(frozen=True)
class Seen:
    """What parts a letter of a stack from the next: a blank page, or our sheet with its code."""

    blank: bool = False
    slip: bool = False


@dataclass(frozen=True)
class Cell:
    """A page as it lies in the stack. `part`: which document it is in, from 0; `place`: which page of it, from 0."""

    leaf: Leaf
    part: int
    place: int
    pages_of_part: int


@dataclass(frozen=True)
class Came:
    """What a scan or an import brought: the batch it went to, and what stopped it. No page is taken back."""

    batch_id: Id | None
    failures: tuple[OfficeError, ...] = ()


class StackPresenter:
    """`batch` is the one on the desk, or None. What reads or writes is for the worker; edits are worked out at once."""

    def __init__(self, office: Office, session: Session) -> None:
        self._office, self._session = office, session
        self.batch: Batch | None = None
        self.blank: frozenset[int] = frozenset()
        self.slips: frozenset[int] = frozenset()
        self._looked_at: frozenset[int] = frozenset()

    @cached_property
    def intake(self) -> "Intake":
        """By which pages come in."""
        from desktop.capture.intake import Intake

        return Intake(self._office.desk, self._session.person)

    @property
    def _batches(self) -> "Batches":
        return self.intake.batches

    @property
    def pictures(self) -> "PagePictures":
        return self._office.page_pictures

    def waiting(self) -> "tuple[BatchRow, ...]":
        """Stacks that are not registered whole, the newest first; any thread."""
        return self._batches.waiting()

    def rows(self) -> "tuple[BatchRow, ...]":
        """As `waiting`, and behind them those that were put away and can be taken back."""
        return self._batches.waiting() + self._batches.put_away_lately()

    def separators(self) -> bytes:
        """Sheets to part letters with, to be printed; any thread."""
        from desktop.paper.separator import separators_pdf

        return separators_pdf(self._session.office.name_th, self._office.clock.now(), SEPARATORS)

    def load(self, batch_id: Id) -> "Batch":
        """Any thread. OfficeError `capture.batch_gone`."""
        return self._batches.batch(batch_id)

    def show(self, batch: "Batch | None") -> None:
        """Puts a stack on the desk; what is known of its pages stays known."""
        if batch is None or self.batch is None or batch.id != self.batch.id:
            self.blank = self.slips = self._looked_at = frozenset()
        self.batch = batch

    @property
    def cells(self) -> tuple[Cell, ...]:
        """Every page that is still to be registered, in order."""
        parts = self.batch.parts if self.batch is not None else ()
        return tuple(
            Cell(leaf, number, place, len(part.leaves))
            for number, part in enumerate(parts)
            for place, leaf in enumerate(part.leaves)
        )

    def turned(self, pages: Sequence[int], by: int) -> Edit:
        return Turn(tuple(pages), by)

    def taken_out(self, pages: Sequence[int]) -> Edit:
        return Delete(tuple(pages))

    def moved(self, pages: Sequence[int], by: int) -> Edit | None:
        """One place on (+1) or back (-1), all together; None at the ends."""
        order = [cell.leaf.page for cell in self.cells]
        chosen = tuple(page for page in order if page in set(pages))
        rest = [page for page in order if page not in chosen]
        at = order.index(chosen[0]) + by
        if not 0 <= at <= len(rest):
            return None
        return Move(chosen, rest[at] if at < len(rest) else None)

    def is_picture(self, page: int) -> bool:
        """Whether a page came as a picture, and not in a PDF."""
        return self.batch is not None and self.batch.pages[page].media_type.startswith("image/")

    def cut_at(self, page: int) -> Edit | None:
        """A document begins with this page, or, if one does, goes on with it; None for the first page of all."""
        assert self.batch is not None
        layout, cells = self.batch.layout, self.cells
        cell = next(cell for cell in cells if cell.leaf.page == page)
        if cell.part == 0 and cell.place == 0:
            return None
        if cell.place == 0:
            return Split(tuple(start for start in layout.starts if start.page != page))
        return Split((*layout.starts, Start(page)))

    @property
    def suggested(self) -> frozenset[int]:
        """Pages with which a letter seems to begin and does not yet."""
        edit = self.cut_where_parted()
        begun = {cell.leaf.page for cell in self.cells if cell.place == 0}
        return frozenset(start.page for start in edit.starts) - begun if edit is not None else frozenset()

    def cut_where_parted(self) -> Split | None:
        """By our sheets if some lie in the stack, else by blank pages; None where there are neither."""
        shown = {cell.leaf.page for cell in self.cells}
        blank, slips = self.blank & shown, self.slips & shown
        if self.batch is None or not blank | slips:
            return None
        layout = self.batch.layout
        return at_slips(layout, dict.fromkeys(slips, ""), blank) if slips else at_blanks(layout, blank)

    def cut_every(self, count: int) -> Edit:
        assert self.batch is not None
        return every(self.batch.layout, count)

    def edit(self, edit: Edit) -> "Batch":
        """Durable when it returns; belongs on the writer's lane. Errors as `Batches.edit`."""
        assert self.batch is not None
        return self._batches.edit(self.batch.id, edit)

    def undo(self) -> "Batch":
        assert self.batch is not None
        return self._batches.undo(self.batch.id)

    def redo(self) -> "Batch":
        assert self.batch is not None
        return self._batches.redo(self.batch.id)

    def put_away(self, batch_id: Id) -> None:
        self._batches.put_away(batch_id)

    def take_back(self, batch_id: Id) -> None:
        self._batches.take_back(batch_id)

    def leave(self, batch_id: Id, *, to_unit: bool) -> None:
        """As `Batches.leave`."""
        self._batches.leave(batch_id, to_unit=to_unit)

    def unseen(self) -> tuple[int, ...]:
        """Pages that nobody looked at for what parts letters."""
        return tuple(cell.leaf.page for cell in self.cells if cell.leaf.page not in self._looked_at)

    def look_at(self, batch: "Batch", page: int) -> Seen:
        """Any thread but the GUI's. One that can't be drawn parts nothing."""
        from desktop.capture import separators
        from desktop.paper import qr
        from desktop.paper.separator import is_separator

        try:
            picture, dpi = self.pictures.as_it_came(batch.pages[page], separators.DPI_OF_CODES)
        except OfficeError:
            return Seen()
        return Seen(separators.is_blank(picture, dpi), any(map(is_separator, qr.texts_on(picture))))

    def note(self, batch_id: Id, page: int, seen: Seen) -> None:
        if self.batch is not None and self.batch.id == batch_id:
            self._looked_at |= {page}
            self.blank |= {page} if seen.blank else frozenset()
            self.slips |= {page} if seen.slip else frozenset()

    def scan(
        self, source: ScanSource, device_id: str, settings: ScanSettings, cancel: Event, arrived: Callable[[Id], None]
    ) -> Came:
        """Each page is in the store before `arrived` tells of it. Not for the GUI thread."""
        name, known = self.name_now(), self.batch is not None
        onto = self.batch.id if self.batch is not None else self._batches.begin(Source.SCAN, name, settings)
        scanned = self.intake.scan(source, device_id, settings, cancel, lambda _: arrived(onto), name, onto)
        failures = (scanned.failure,) if scanned.failure is not None else ()
        return Came(onto if known or scanned.pages else None, failures)

    def bring(self, paths: Sequence[Path], progress: Progress, cancel: Event) -> Came:
        """Files with all their pages, one after the other behind the stack; one bad file does not keep others out."""
        onto, failures = self.batch.id if self.batch is not None else None, []
        for place, path in enumerate(paths):
            if cancel.is_set():
                break
            try:
                onto = self.intake.take_more(path, onto)
            except OfficeError as error:
                failures.append(error)
            progress(place + 1, len(paths))
        return Came(onto, tuple(failures))

    def build(self, batch: "Batch", number: int, progress: Progress, cancel: Event) -> "CapturedDocument":
        """The document of a part (from 0); not for the GUI thread. Errors as `Builder.build`."""
        from desktop.capture.building import Builder

        name = f"{batch.row.name} ({number + 1})"
        return Builder(self._office.desk).build(batch, batch.parts[number], name, progress, cancel)

    def name_now(self) -> str:
        """What a stack is called: when it came in."""
        return f"{self._office.clock.now().astimezone(BANGKOK):%H.%M}"
