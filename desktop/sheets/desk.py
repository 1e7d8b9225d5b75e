"""The print journal as the office gives it to the screens."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from desktop.accounts.model import Person
from desktop.devices.printer import WatchedPrinter
from desktop.office.ids import Id
from desktop.sheets.papers import PaperKind
from desktop.sheets.queries import SheetQueries
from desktop.sheets.ways import Ways
from desktop.store.desk import Desk

if TYPE_CHECKING:
    from desktop.sheets.sending import Sending


class Sheets:
    """`kinds`: the papers that can be made anew, by their names; asked for when something is printed.

    `guards`: of kinds whose file may be of no worth later, what raises an OfficeError for the document then.
    """

    def __init__(
        self, desk: Desk, kinds: Callable[[], Mapping[str, PaperKind]], guards: Mapping[str, Callable[[Id], None]]
    ) -> None:
        self._desk, self._kinds, self._guards = desk, kinds, guards
        self._since: dict[Id, float] = {}
        self.queries = SheetQueries(desk.reader)
        self.ways = Ways(desk)

    def sending(self, who: Person, printer: Callable[[], WatchedPrinter]) -> "Sending":
        from desktop.sheets.sending import Sending

        return Sending(self._desk, who, printer, self._kinds(), self._guards, self._since)
