"""The printer port: what a room may ask of any printer, whichever system drives it."""

import sys
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from desktop.office.errors import OfficeError


class Media(StrEnum):
    """Sheets, and envelopes in the sizes of ISO 269; values as CUPS knows them."""

    A4 = "A4"
    A5 = "A5"
    C4 = "iso_c4_229x324mm"
    C5 = "iso_c5_162x229mm"
    C6 = "iso_c6_114x162mm"
    DL = "iso_dl_110x220mm"


class JobState(StrEnum):
    WAITING = "waiting"
    PRINTING = "printing"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"
    HANDED_OVER = "handed_over"
    """Given to a system that tells no more."""
    FORGOTTEN = "forgotten"
    """The system keeps no record of it any longer."""


@dataclass(frozen=True)
class Queue:
    """`ready` is false while somebody stopped it; `remark` is what the system says about that, in its own words."""

    name: str
    is_default: bool
    ready: bool
    remark: str = ""


@dataclass(frozen=True)
class PrintJob:
    queue: str
    number: int


class Printer(Protocol):
    """Prints finished PDFs in their true size, one side only: original and copy are two sheets.

    OfficeError `printer.no_system`, `printer.offline`, `printer.unknown_queue`, `printer.refused`.
    """

    def queues(self) -> tuple[Queue, ...]:
        """What the system can print to; empty if nothing is set up."""
        ...

    def submit(self, pdf: bytes, queue: str, title: str, media: Media, copies: int = 1) -> PrintJob:
        """Hand over a PDF; the job is in the system's keeping when this returns."""
        ...

    def state(self, job: PrintJob) -> JobState: ...


class PageSpooler(Protocol):
    """Draws pages on a printer through its driver; the screens bring one, because only they can paint."""

    def queues(self) -> tuple[Queue, ...]: ...

    def spool(self, pdf: bytes, queue: str, title: str, media: Media, copies: int) -> None:
        """Errors as `Printer`."""
        ...


def default_printer(make_spooler: Callable[[], PageSpooler], platform: str = sys.platform) -> Printer:
    """CUPS where there is one (Linux, macOS); on Windows the pages are painted through the printer's driver."""
    if platform == "win32":
        from desktop.devices.windows_printing import WindowsPrinter

        return WindowsPrinter(make_spooler())
    from desktop.devices.cups import CupsPrinter

    return CupsPrinter()


def usual(queues: tuple[Queue, ...]) -> str:
    """The system's own choice, else the first; OfficeError `printer.no_system` when nothing is set up."""
    if not queues:
        raise OfficeError("printer.no_system")
    return next((queue.name for queue in queues if queue.is_default), queues[0].name)
