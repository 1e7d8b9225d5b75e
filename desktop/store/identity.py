"""Who a desk is: known after enrolment, needed by everything that writes."""

from dataclasses import dataclass

from desktop.office.clock import Clock
from desktop.office.ids import Id, IdMaker


@dataclass(frozen=True)
class DeskIdentity:
    """`counter`: this desk's short code on receipts (C1); `registers`: the series it may number letters in."""

    device_id: Id
    office_id: int
    counter: str
    registers: tuple[str, ...]
    feed_epoch: bytes
    clock: Clock
    ids: IdMaker
