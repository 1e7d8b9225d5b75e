"""A batch: pages that came in together and wait to become documents."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from functools import cached_property

from desktop.capture.edits import Done, laid_out
from desktop.capture.layout import Layout, Part, Ties
from desktop.capture.model import Source
from desktop.office.ids import Id
from desktop.store.blobs import BlobRef

KEPT = timedelta(days=30)
"""As long a batch that was put away can be taken back; then it is swept."""


class Standing(StrEnum):
    WAITING = "waiting"
    FINISHED = "finished"
    """Every page that is not taken out became a letter's."""
    PUT_AWAY = "put_away"


@dataclass(frozen=True)
class NewPage:
    """A page that came: page `frame` of the file `data`, its bytes, or where they lie in the store already.

    `original`: the untouched file, where `data` is a copy without what acts by itself.
    """

    data: bytes | BlobRef
    media_type: str
    width_mm: float
    height_mm: float
    frame: int = 0
    is_signed: bool = False
    original: BlobRef | None = None


@dataclass(frozen=True)
class Page:
    """A page as it came: page `frame` of the file `sha256`. `letter_id`: the letter that it became."""

    number: int
    at: datetime
    sha256: str
    size: int
    media_type: str
    frame: int
    width_mm: float
    height_mm: float
    is_signed: bool = False
    original_sha256: str | None = None
    letter_id: Id | None = None


@dataclass(frozen=True)
class BatchRow:
    """A batch in a list; `pages` counts those that came, `registered` those that became letters.

    `settled_at`: since when it stands as it does; `for_unit`: whoever of the unit may take it up.
    """

    id: Id
    at: datetime
    by_name: str
    source: Source
    name: str
    standing: Standing
    pages: int
    registered: int
    settled_at: datetime
    for_unit: bool


@dataclass(frozen=True)
class Batch:
    """`settings`: how the scanner was told to scan. `undoable`, `redoable`: the edits that would be, newest first."""

    row: BatchRow
    settings: dict[str, str | int | float | bool | None]
    pages: tuple[Page, ...]
    done: tuple[Done, ...] = ()
    redoable: tuple[Done, ...] = field(default=())

    @property
    def id(self) -> Id:
        return self.row.id

    @cached_property
    def layout(self) -> Layout:
        return laid_out(len(self.pages), self.done)

    @cached_property
    def ties(self) -> Ties:
        signed = {page.number: page.number - page.frame for page in self.pages if page.is_signed}
        return Ties(signed, frozenset(page.number for page in self.pages if page.letter_id is not None))

    @property
    def parts(self) -> tuple[Part, ...]:
        """The documents that are still to be registered."""
        return self.layout.parts(self.ties)
