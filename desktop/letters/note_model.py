"""Endorsements as screens and papers see them: frozen, without SQL."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from desktop.office.ids import Id

MOMENT = timedelta(seconds=10)
"""So long a person may think again after signing; whatever else is done with the letter ends it."""


@dataclass(frozen=True)
class NotePlace:
    """Where an endorsement stands: page from 0, mm from the page's top left; `digest`: of the page as it was."""

    file_id: Id
    page: int
    x_mm: float
    y_mm: float
    digest: str = ""


@dataclass(frozen=True)
class Reading:
    """What was seen before signing: pages shown large enough for long enough, of how many, and for how long."""

    is_read: bool
    seconds: int = 0
    pages: int = 0
    all_pages: int = 0


@dataclass(frozen=True)
class Endorsement:
    """Never changed. `block`: the lines under the signature; `flaw`: what the centre found wrong (code of a message).

    `held`: kept back for a moment, it can still be undone. `corrects_id`: the endorsement that this one puts right.
    """

    id: Id
    actor_name: str
    acted_as: str
    action: str
    text: str
    at: datetime
    actor_id: Id = b""
    capacity: str = "own"
    block: tuple[str, ...] = ()
    for_name: str = ""
    corrects_id: Id | None = None
    place: NotePlace | None = None
    reading: Reading | None = None
    flaw: str | None = None
    held: bool = False

    @property
    def lines(self) -> tuple[str, ...]:
        """What stands under the signature, also of one that was written before blocks were kept."""
        return self.block or (f"({self.actor_name})", self.acted_as)
