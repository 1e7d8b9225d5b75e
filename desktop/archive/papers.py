"""Whatever the archive prints or hands to other programs, from what somebody asked for. May run on any thread."""

from collections.abc import Callable
from threading import Event

from desktop.accounts.queries import AccountQueries
from desktop.archive.destruction_form import destruction_form
from desktop.archive.forms import dispatch_form, register_form, storage_form, stored_form
from desktop.archive.lines import RegisterReading, number_words
from desktop.archive.model import Asked, DispatchLine, Form
from desktop.archive.queries import ArchiveQueries
from desktop.archive.rules import in_force
from desktop.office.clock import Clock
from desktop.office.dates import local_date
from desktop.office.errors import OfficeError
from desktop.office.ids import Id
from desktop.office.series import unit_of
from desktop.paper.exporting import to_csv, to_xlsx
from desktop.paper.form_pdf import form_pdf
from desktop.paper.slips import Slip, slips_pdf
from desktop.paper.table import FormTable, paper_of
from desktop.store.reader import Reader

Told = Callable[[int, int], object]
_UNIT = "SELECT name_th FROM unit WHERE office_id = (SELECT office_id FROM device) AND id = ?"
MOST_SLIPS = 600


def _quiet(done: int, total: int) -> None:
    """Nobody wants to know how far it is."""


class Papers:
    """`told(done, total)` and `ended` of each: progress, and a way to stop it (`desktop.paper.form_pdf.Stopped`)."""

    def __init__(self, reader: Reader, reading: RegisterReading, queries: ArchiveQueries, clock: Clock) -> None:
        self._reader, self._reading, self._queries, self._clock = reader, reading, queries, clock

    def table(self, asked: Asked) -> FormTable:
        """A form as a table; the slips' table is that of the dispatch book."""
        unit = self._unit_name(asked.register)
        if asked.form is Form.REGISTER:
            return register_form(asked, unit, self._reading.lines(asked))
        if asked.form in (Form.DISPATCH, Form.SLIPS):
            return dispatch_form(asked, unit, self._reading.under_way(asked))
        make = storage_form if asked.form is Form.STORAGE else stored_form
        today = local_date(self._clock.now())
        return make(asked, unit, self._queries.stored(asked, today), in_force(self._queries.rules, today))

    def pdf(self, asked: Asked, told: Told = _quiet, ended: Event | None = None) -> bytes:
        """OfficeError `desk.not_ready`, `archive.too_many_slips`."""
        if asked.form is Form.SLIPS:
            return self._slips(asked)
        return self.pdf_of(self.table(asked), told, ended)

    def pdf_of(self, table: FormTable, told: Told = _quiet, ended: Event | None = None) -> bytes:
        """OfficeError `desk.not_ready`."""
        return form_pdf(paper_of(table, self._office_name(), self._clock.now()), told, ended)

    def xlsx(self, asked: Asked, told: Told = _quiet, ended: Event | None = None) -> bytes:
        return to_xlsx(self.table(asked), told, ended)

    def csv(self, asked: Asked, told: Told = _quiet, ended: Event | None = None) -> bytes:
        return to_csv(self.table(asked), told, ended)

    def destruction_table(self, list_id: Id) -> FormTable:
        """OfficeError `archive.list_gone`."""
        found = self._queries.list(list_id)
        if found is None:
            raise OfficeError("archive.list_gone")
        return destruction_form(found, self._queries.entries(list_id))

    def _slips(self, asked: Asked) -> bytes:
        """A slip for each letter under way, and for each of those that it goes to; none for a cancelled one."""
        lines = [one for one in self._reading.under_way(asked) if one.why is None]
        if len(lines) > MOST_SLIPS:
            raise OfficeError("archive.too_many_slips", count=len(lines), most=MOST_SLIPS)
        return slips_pdf([_slip(line) for line in lines], self._office_name(), self._clock.now())

    def _unit_name(self, register: str) -> str:
        unit = unit_of(register)
        found = self._reader.one(_UNIT, (bytes.fromhex(unit),)) if unit else None
        return str(found[0]) if found else ""

    def _office_name(self) -> str:
        profile = AccountQueries(self._reader).office()
        if profile is None:
            raise OfficeError("desk.not_ready")
        return profile.name_th


def _slip(line: DispatchLine) -> Slip:
    number = line.book_number if line.book_number not in ("", "-") else number_words(line.number)
    return Slip(number, line.taken_by_unit or line.to_party, line.subject)
