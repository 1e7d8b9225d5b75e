"""The printer port: what a room may ask of any printer, whichever system drives it."""

import sys
from collections.abc import Callable
from typing import BinaryIO, Protocol

from desktop.devices.printing import JobReport, JobState, Media, PrintJob, Queue
from desktop.office.errors import OfficeError

__all__ = [
    "JobReport",
    "JobState",
    "Media",
    "PageSpooler",
    "PrintJob",
    "Printer",
    "Queue",
    "WatchedPrinter",
    "default_printer",
    "usual",
]


class Printer(Protocol):
    """Prints finished PDFs in their true size, one side only: original and copy are two sheets.

    OfficeError `printer.no_system`, `printer.offline`, `printer.unknown_queue`, `printer.refused`: nothing was sent.
    `printer.unsure`: the system went away with the job half handed over.
    """

    def queues(self) -> tuple[Queue, ...]:
        """What the system can print to; empty if nothing is set up."""
        ...

    def submit(self, pdf: bytes, queue: str, title: str, media: Media, copies: int = 1) -> PrintJob:
        """Hand over a PDF; the job is in the system's keeping when this returns. What is no PDF goes as it is."""
        ...

    def submit_written(self, write: Callable[[BinaryIO], object], queue: str, title: str, media: Media) -> PrintJob:
        """As `submit`, of a PDF that is written as it is sent: it may be larger than the memory.

        What `write` raises is raised, and nothing is printed.
        """
        ...

    def state(self, job: PrintJob) -> JobState: ...


class WatchedPrinter(Printer, Protocol):
    """A printer that tells more of its jobs, and takes them back; errors as `Printer`."""

    def report(self, job: PrintJob) -> JobReport:
        """How far the job is, and how the printer does with it."""
        ...

    def find(self, queue: str, title: str) -> PrintJob | None:
        """The newest job with this title that the system remembers."""
        ...

    def cancel(self, job: PrintJob) -> None:
        """Takes a job back that is not done; one that is done stays so."""
        ...


class PageSpooler(Protocol):
    """Draws pages on a printer through its driver; the screens bring one, because only they can paint."""

    def queues(self) -> tuple[Queue, ...]: ...

    def spool(self, pdf: bytes, queue: str, title: str, media: Media, copies: int) -> None:
        """Errors as `Printer`."""
        ...


def default_printer(make_spooler: Callable[[], PageSpooler], platform: str = sys.platform) -> WatchedPrinter:
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
