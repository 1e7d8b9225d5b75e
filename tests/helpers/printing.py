"""How a room's screens print in a test: through the print journal, on a printing system that the test may replace."""

from collections.abc import Callable
from pathlib import Path

from desktop.accounts.model import Person
from desktop.application import Office
from desktop.devices.cups import CupsPrinter
from desktop.devices.printer import WatchedPrinter
from ui.notices import Notices
from ui.settings import SettingsFile
from ui.sheets.printing import SheetPrinting
from ui.sheets.told import PrintingTold
from ui.work import Worker


class Prints:
    """By default no CUPS answers."""

    def __init__(self, office: Office, who: Person, worker: Worker, notices: Notices, folder: Path) -> None:
        self._system: WatchedPrinter = CupsPrinter(str(folder / "no-cups.sock"))
        self.printing = SheetPrinting(office, who, lambda: self._system, worker, SettingsFile(folder))
        self._told = PrintingTold(self.printing, notices)

    def on(self, system: WatchedPrinter, queue: str, until: Callable[[Callable[[], bool]], None]) -> None:
        """The clerk has chosen this queue."""
        self._system = system
        self.printing.choose(queue)
        self.printing.look_for_queues()
        until(lambda: self.printing.queue == queue)
