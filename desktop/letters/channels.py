"""By which channels letters come: frozen, without SQL."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Channel(StrEnum):
    PAPER = "paper"
    EMAIL = "email"
    E_OFFICE = "e_office"
    HAND = "hand"

    @classmethod
    def _missing_(cls, value: object) -> "Channel":
        """One that a later program wrote: somebody brought it."""
        return cls.HAND


@dataclass(frozen=True)
class Came:
    """The letter came once more, by this channel; `noted_by` entered that."""

    channel: Channel
    at: datetime
    noted_by: str
