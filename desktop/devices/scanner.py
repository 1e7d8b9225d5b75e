"""The scanner port: what a room may ask of any scanner, whichever system drives it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from threading import Event
from typing import Protocol, runtime_checkable

MOST_PIXELS = 80_000_000
"""A3 at 600 dpi and a little more; a scanner that tells of a larger side of paper is not believed."""

MOST_PAGES = 1_000
"""No feeder holds so many sheets: one that gives more never ends."""


class Feed(StrEnum):
    FLATBED = "flatbed"
    FEEDER = "feeder"


class ColourMode(StrEnum):
    LINEART = "lineart"
    """Black and white, one bit a dot."""
    GREY = "gray"
    COLOUR = "color"


class Sheet(StrEnum):
    """What is laid into the scanner, upright."""

    A4 = "a4"
    A5 = "a5"
    A3 = "a3"
    LEGAL = "legal"
    CARD = "card"

    @property
    def width_mm(self) -> float:
        return _SHEETS_MM[self][0]

    @property
    def height_mm(self) -> float:
        return _SHEETS_MM[self][1]


_SHEETS_MM = {
    Sheet.A4: (210.0, 297.0),
    Sheet.A5: (148.0, 210.0),
    Sheet.A3: (297.0, 420.0),
    Sheet.LEGAL: (215.9, 355.6),
    Sheet.CARD: (85.6, 54.0),
}
_NARROWER_MM = 10.0
"""Many feeders are some millimetres narrower than the paper they take."""


@dataclass(frozen=True)
class Abilities:
    """What a scanner says it can do. What it does not say (nothing in `modes` or `dpis`, a length of 0) may all be."""

    feeds: frozenset[Feed] = frozenset(Feed)
    duplex: bool = True
    modes: frozenset[ColourMode] = frozenset(ColourMode)
    dpis: tuple[int, ...] = ()
    widest_mm: float = 0.0
    longest_mm: float = 0.0
    brightness: bool = False

    def takes(self, sheet: Sheet) -> bool:
        fits_across = not self.widest_mm or sheet.width_mm <= self.widest_mm + _NARROWER_MM
        return fits_across and (not self.longest_mm or sheet.height_mm <= self.longest_mm + _NARROWER_MM)


@dataclass(frozen=True)
class ScannerDevice:
    """`id` is what the system calls it, `name` what people do; what nobody knows of it may all be."""

    id: str
    name: str
    can: Abilities = field(default_factory=Abilities)


@dataclass(frozen=True)
class ScanSettings:
    """300 dpi is the least an official letter is kept in (domain 1.13); `page_limit` None takes all that lies there.

    `duplex` takes both sides of each sheet in the feeder, its front first; `brightness` from -100 to 100 for scanners
    that know of it.
    """

    source: Feed = Feed.FLATBED
    dpi: int = 300
    mode: ColourMode = ColourMode.GREY
    page_limit: int | None = None
    width_mm: float = Sheet.A4.width_mm
    height_mm: float = Sheet.A4.height_mm
    duplex: bool = False
    brightness: int = 0


@dataclass(frozen=True)
class ScannedPage:
    """One complete side of a sheet: a JPEG (gray, colour) or a one-bit PNG (lineart); `seq` from 0."""

    seq: int
    data: bytes
    media_type: str
    dpi: int
    width: int
    height: int


@runtime_checkable
class TakesAddresses(Protocol):
    """A source that a person may tell where a scanner answers which nobody found."""

    def take_address(self, typed: str) -> None:
        """Remembers it. OfficeError `scanner.bad_address`, or that nobody answers there (`scanner.offline`, `.io`)."""
        ...


class ScanSource(Protocol):
    """Scanners of this computer. Every OfficeError of `scan` tells in `pages_done` how many pages came before it."""

    def devices(self) -> list[ScannerDevice]:
        """Never empty: OfficeError `scanner.none_found`. May take many seconds while scanners are sought."""
        ...

    def scan(self, device_id: str, settings: ScanSettings, cancel: Event) -> Iterator[ScannedPage]:
        """Complete pages as they come; ends soon and quietly once `cancel` is set, without the page that was cut.

        OfficeError `scanner.feeder_empty`, `.paper_jam`, `.double_feed`, `.cover_open`, `.busy`, `.offline`,
        `.access_denied`, `.io`, `.no_feeder`, `.no_duplex`, `.unbelievable` (a side of paper larger than paper is, a
        feeder without end), `.none_found`; pages that were handed over before stay good.
        """
        ...
