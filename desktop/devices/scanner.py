"""The scanner port: what a room may ask of any scanner, whichever system drives it."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from threading import Event
from typing import Protocol


class Feed(StrEnum):
    FLATBED = "flatbed"
    FEEDER = "feeder"


class ColourMode(StrEnum):
    LINEART = "lineart"
    """Black and white, one bit a dot."""
    GREY = "gray"
    COLOUR = "color"


@dataclass(frozen=True)
class ScannerDevice:
    """`id` is what the system calls it, `name` what people do; `has_feeder` is also true where nobody knows."""

    id: str
    name: str
    has_feeder: bool = True


@dataclass(frozen=True)
class ScanSettings:
    """300 dpi is the least an official letter is kept in (domain 1.13); `page_limit` None takes all that lies there."""

    source: Feed = Feed.FLATBED
    dpi: int = 300
    mode: ColourMode = ColourMode.GREY
    page_limit: int | None = None
    width_mm: float = 210.0
    height_mm: float = 297.0


@dataclass(frozen=True)
class ScannedPage:
    """One complete side of a sheet: a JPEG (gray, colour) or a one-bit PNG (lineart); `seq` from 0."""

    seq: int
    data: bytes
    media_type: str
    dpi: int
    width: int
    height: int


class ScanSource(Protocol):
    """Scanners of this computer. Every OfficeError of `scan` tells in `pages_done` how many pages came before it."""

    def devices(self) -> list[ScannerDevice]:
        """Never empty: OfficeError `scanner.none_found`. May take many seconds while scanners are sought."""
        ...

    def scan(self, device_id: str, settings: ScanSettings, cancel: Event) -> Iterator[ScannedPage]:
        """Complete pages as they come; ends soon and quietly once `cancel` is set, without the page that was cut.

        OfficeError `scanner.feeder_empty`, `.paper_jam`, `.cover_open`, `.busy`, `.offline`, `.access_denied`, `.io`,
        `.no_feeder`, `.none_found`; pages that were handed over before stay good.
        """
        ...
