"""All the scanners of a desk in one list, whoever drives them."""

from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from threading import Event

from desktop.devices.scanner import ScannedPage, ScannerDevice, ScanSettings, ScanSource
from desktop.office.errors import OfficeError

_MARK = "|"


class ManyScanners:
    """A `ScanSource` over several, by short names; a device's id tells whose it is.

    `take_address` does with an address what `TakesAddresses` promises.
    """

    def __init__(self, sources: Mapping[str, ScanSource], take_address: Callable[[str], object]) -> None:
        self._sources = dict(sources)
        self.take_address = take_address

    def devices(self) -> list[ScannerDevice]:
        """Those of every source that has some. When none has, the trouble that says most."""
        with ThreadPoolExecutor(len(self._sources)) as asking:
            answers = list(asking.map(self._devices_of, self._sources))
        found = [device for answer in answers if not isinstance(answer, OfficeError) for device in answer]
        troubles = [answer for answer in answers if isinstance(answer, OfficeError)]
        if not found:
            raise min(troubles, key=lambda trouble: trouble.code == "scanner.none_found")
        return found

    def scan(self, device_id: str, settings: ScanSettings, cancel: Event) -> Iterator[ScannedPage]:
        source, _, own_id = device_id.partition(_MARK)
        return self._sources[source].scan(own_id, settings, cancel)

    def _devices_of(self, source: str) -> list[ScannerDevice] | OfficeError:
        try:
            return [replace(one, id=f"{source}{_MARK}{one.id}") for one in self._sources[source].devices()]
        except OfficeError as trouble:
            return trouble
