"""Receipts as sheets of the print journal: which ones a receipt takes, and how each of them looks."""

from dataclasses import replace

from desktop.accounts.model import Person
from desktop.accounts.queries import AccountQueries
from desktop.cashier.model import Receipt
from desktop.cashier.mutations import REPRINT, ReprintReceipt
from desktop.cashier.paper import receipt_paper
from desktop.cashier.queries import CashierQueries
from desktop.cashier.rules import display_number
from desktop.devices.printer import Media
from desktop.office.errors import OfficeError
from desktop.office.ids import Id
from desktop.paper.receipt import Layout, Part, ReceiptPaper, get_ready, page_count, parts_pdf, trial_pdf
from desktop.paper.receipt_paper import CopyKind
from desktop.sheets.model import Job, Role, Wanted
from desktop.sheets.ways import Ways
from desktop.store.desk import Desk
from desktop.store.unit_of_work import UnitOfWork

RECEIPT = "receipt"
_MEDIA = {Layout.A4: Media.A4, Layout.A4_TWO: Media.A4, Layout.ROLL: Media.ROLL_80}
_COPIES: dict[Role, CopyKind | None] = {Role.ORIGINAL: "original", Role.COPY: "copy", Role.BOTH: None}


class ReceiptSheets:
    """The kind `receipt` of the journal."""

    def __init__(self, desk: Desk, ways: Ways) -> None:
        self._desk, self._ways = desk, ways
        self._accounts, self._queries = AccountQueries(desk.reader), CashierQueries(desk.reader)

    @property
    def layout(self) -> Layout:
        """The one this desk has chosen for receipts; A5 sheets where nobody has."""
        chosen = self._ways.layout(RECEIPT)
        return Layout(chosen) if chosen in set(Layout) else Layout.A5

    def job(self, receipt: Receipt, queue: str) -> Job:
        """Original and copy as they are to be printed now: marked with the receipt's printings and its void."""
        layout = self.layout
        pages = page_count(self.paper(receipt), layout)
        roles = (Role.BOTH,) if layout is Layout.A4_TWO else (Role.ORIGINAL, Role.COPY)
        voided = receipt.void is not None
        wanted = tuple(
            Wanted(role, page, pages, receipt.reprints, voided) for role in roles for page in range(1, pages + 1)
        )
        if layout is Layout.STOCK:
            wanted = self._ways.numbered(RECEIPT, wanted)
        media = _MEDIA.get(layout, Media.A5)
        return Job(RECEIPT, display_number(receipt), queue, layout.value, media, wanted, receipt.id)

    def pdf(self, job: Job) -> bytes:
        """A page for each sheet. OfficeError `cashier.receipt_gone`."""
        receipt = self._queries.receipt(job.document) if job.document is not None else None
        if receipt is None:
            raise OfficeError("cashier.receipt_gone")
        paper = self.paper(receipt)
        if not all(wanted.voided for wanted in job.wanted):
            paper = replace(paper, voided=False, void_reason="")
        parts = [
            Part(_COPIES[one.role], one.page, one.time, "" if one.serial is None else f"{one.serial:06d}")
            for one in job.wanted
        ]
        aside = self._ways.aside_mm(job.queue) if job.layout == Layout.STOCK else (0.0, 0.0)
        return parts_pdf(paper, Layout(job.layout), parts, aside)

    def get_ready(self) -> None:
        """Brings in what the first receipt of a day would wait for; takes a third of a second, on any thread."""
        profile = self._accounts.profile()
        get_ready(profile.name_th, profile.address_th, self._desk.clock.now(), self.layout)

    def trial(self, queue: str) -> bytes:
        """The sheet by which pre-printed stock is measured on a printer, as it is moved for it now."""
        return trial_pdf(queue, self._accounts.profile().name_th, self._desk.clock.now(), self._ways.aside_mm(queue))

    def mark(self, unit: UnitOfWork, who: Person, document: Id) -> int:
        """One more printing, as an act that travels. OfficeError `cashier.receipt_gone`."""
        return note_reprint(unit, self._queries, who, document)

    def paper(self, receipt: Receipt) -> ReceiptPaper:
        """What stands on it, whatever the sheet."""
        profile = self._accounts.profile()
        unit_name = self._queries.issuing_unit(receipt.id)
        return receipt_paper(receipt, profile, unit_name, self._desk.identity.office_id)


def note_reprint(unit: UnitOfWork, queries: CashierQueries, who: Person, receipt_id: Id) -> int:
    """Notes that a receipt is printed once more; the number that its paper must bear.

    OfficeError `cashier.receipt_gone`.
    """
    known = queries.receipt(receipt_id)
    if known is None:
        raise OfficeError("cashier.receipt_gone")
    body = ReprintReceipt(unit.new_id(), receipt_id, known.reprints + 1, who.name_th)
    unit.perform(REPRINT, body, who.id)
    return body.time
