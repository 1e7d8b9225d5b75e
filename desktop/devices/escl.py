"""Network scanners that speak eSCL (AirScan, Mopria): the desk asks them itself, with no driver to install."""

from collections.abc import Callable, Generator, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace
from threading import Event
from urllib.parse import urlsplit

from desktop.devices.escl_http import Trouble, base_of
from desktop.devices.escl_job import Job, what_it_can
from desktop.devices.escl_pages import pages_of
from desktop.devices.nearby import nearby_scanners
from desktop.devices.scanner import MOST_PAGES, ScannedPage, ScannerDevice, ScanSettings
from desktop.office.errors import OfficeError


def answering(typed: str) -> str:
    """Where the scanner answers that a person typed. OfficeError as `scanner.TakesAddresses`."""
    base = base_of(typed)
    try:
        what_it_can(base)
    except Trouble as trouble:
        raise OfficeError(trouble.code, pages_done=0, words=trouble.words) from trouble
    return base


class EsclScanner:
    """A `ScanSource`. `addresses` were typed by a person; `nearby` finds those that tell of themselves.

    A device's id is where it answers. `patience_s` is how long a scanner may take for a page, or be busy.
    """

    def __init__(
        self,
        addresses: Sequence[str] = (),
        nearby: Callable[[], Sequence[str]] = nearby_scanners,
        patience_s: float = 120.0,
    ) -> None:
        self._addresses, self._nearby, self._patience_s = tuple(addresses), nearby, patience_s

    def devices(self) -> list[ScannerDevice]:
        typed = [base_of(address) for address in self._addresses]
        bases = list(dict.fromkeys([*typed, *self._nearby()]))
        if not bases:
            raise OfficeError("scanner.none_found", pages_done=0)
        with ThreadPoolExecutor(8) as asking:
            return list(asking.map(_introduce, bases))

    def scan(self, device_id: str, settings: ScanSettings, cancel: Event) -> Iterator[ScannedPage]:
        seq = 0
        try:
            with closing(self._pages(device_id, settings, cancel)) as pages:
                for page in pages:
                    yield replace(page, seq=seq)
                    seq += 1
                    if seq == settings.page_limit:
                        return
                    if seq == MOST_PAGES:
                        raise Trouble("scanner.unbelievable", f"more than {MOST_PAGES} pages")
        except Trouble as trouble:
            raise OfficeError(trouble.code, pages_done=seq, words=trouble.words) from trouble

    def _pages(self, base: str, settings: ScanSettings, cancel: Event) -> Generator[ScannedPage, None, None]:
        job = Job(base, settings, cancel, self._patience_s)
        try:
            for document in job.documents():
                yield from pages_of(document, settings.mode, job.dpi)
        finally:
            job.end()


def _introduce(base: str) -> ScannerDevice:
    """A scanner that does not answer now is shown all the same: asked to scan, it tells what is wrong."""
    host = urlsplit(base).netloc
    try:
        can = what_it_can(base)
    except Trouble:
        return ScannerDevice(base, host)
    return ScannerDevice(base, f"{can.name} ({host})" if can.name else host, can.abilities())
