"""What a person wants signed or ordered, as the screens hand it on."""

from dataclasses import dataclass
from datetime import date

from desktop.letters.authority import Capacity, Standing
from desktop.letters.model import NotePlace, Reading
from desktop.office.ids import Id


@dataclass(frozen=True)
class Wish:
    """An endorsement as it was written. `standing` None: as oneself."""

    text: str
    action: str = "propose"
    standing: Standing | None = None
    place: NotePlace | None = None
    reading: Reading | None = None
    corrects_id: Id | None = None


@dataclass(frozen=True)
class Order:
    """An order of delegation as it stands on paper."""

    order_no: str
    order_date: date
    capacity: Capacity
    position_th: str
    valid_from: date
    valid_to: date | None = None
    to_id: Id | None = None
    to_position: str = ""
    holder_id: Id | None = None
    kinds: tuple[str, ...] = ()
    actions: tuple[str, ...] = ()
    powers: str = ""
