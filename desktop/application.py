"""The office assembled around one store: what the window, the tour and the tests are given."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, datetime
from functools import cached_property
from typing import TYPE_CHECKING

from desktop.accounts.model import Person
from desktop.acting import Acting
from desktop.briefing.queries import BriefingQueries
from desktop.cases.desk import Cases
from desktop.cashier.bill_desk import BillDesk
from desktop.cashier.model import Receipt, Stock
from desktop.cashier.queries import CashierQueries
from desktop.cashier.shift_desk import ShiftDesk
from desktop.certificates.desk import Certificates
from desktop.counter.desk import CounterDesk
from desktop.days.queries import DayQueries
from desktop.days.shipped import rules
from desktop.letters.alike_queries import AlikeQueries
from desktop.letters.authority_queries import AuthorityQueries
from desktop.letters.custody_queries import CustodyQueries
from desktop.letters.fallen import FallenQueries
from desktop.letters.loans import LoanQueries
from desktop.letters.model import Letter
from desktop.letters.online import NO_LINE, ReadsAtCentre
from desktop.letters.queries import LetterQueries
from desktop.letters.register_books import RegisterBooks
from desktop.letters.route_queries import RouteQueries
from desktop.letters.searching import LetterSearch
from desktop.office.clock import Clock, from_utc_text, utc_text
from desktop.office.dates import local_date, year_be
from desktop.office.errors import OfficeError
from desktop.office.ids import Id
from desktop.office.series import CENTRAL, series_of
from desktop.people.queries import PeopleQueries
from desktop.proofs.queries import ProofQueries
from desktop.queue.desk import QueueDesk
from desktop.registers.model import RegisterAccount
from desktop.registers.queries import RegisterQueries
from desktop.sheets.desk import Sheets
from desktop.store.book_state import STATE_SQL, BookState
from desktop.store.copies import CopyKeeper as CopyKeeper
from desktop.store.desk import Desk as Desk
from desktop.store.nightly import Nightly as Nightly
from desktop.tray.queries import TrayQueries
from desktop.waste.desk import Waste

if TYPE_CHECKING:
    from desktop.accounts.actions import AccountActions
    from desktop.accounts.approving import Approvals
    from desktop.archive.actions import ArchiveActions
    from desktop.archive.lines import RegisterReading
    from desktop.archive.papers import Papers
    from desktop.archive.queries import ArchiveQueries
    from desktop.capture.page_pictures import PagePictures
    from desktop.cashier.receipt_sheets import ReceiptSheets
    from desktop.interchange.household_register import HouseholdImports
    from desktop.interchange.register import RegisterImports
    from desktop.letters.page_texts import PageTexts
    from desktop.letters.stamp_printing import StampPrinting
    from desktop.outgoing.desk import Outgoing
    from desktop.paper.pages import Parts
    from desktop.reading.model import PageReading
    from desktop.reading.queue import ReadingQueue
    from desktop.suggesting.letter_reading import LetterReader
    from desktop.suggesting.queries import SenderQueries


_WAITING = "SELECT (SELECT count(*) FROM outbox WHERE state = 'pending') + (SELECT count(*) FROM held_act)"


class Office(Acting):
    """One desk of one municipality. Reading needs nobody; acting needs the person who is signed in."""

    def __init__(self, desk: Desk, ask_centre: Callable[[str, str], Id], online: ReadsAtCentre = NO_LINE) -> None:
        super().__init__(desk, online)
        self.clock: Clock = desk.clock
        self._ask_centre = ask_centre
        self.letter_queries = LetterQueries(desk.reader)
        self.alike_queries = AlikeQueries(desk.reader, self.letter_queries)
        self.authority_queries = AuthorityQueries(desk.reader)
        self.letter_search = LetterSearch(desk.reader, self.letter_queries)
        self.cashier_queries = CashierQueries(desk.reader)
        self.bills = BillDesk(desk, self.account_queries)
        self.shifts = ShiftDesk(desk, self.account_queries)
        self.waste = Waste(desk, self.account_queries)
        self.proofs = ProofQueries(desk.reader)
        self.day_queries = DayQueries(desk.reader)
        self.cases = Cases(desk, self.account_queries, self.day_queries)
        self.certificates = Certificates(desk, self.account_queries)
        guards = {"certificate": self.certificates.must_hold, "bill": self.bills.must_be_owed}
        self.sheets = Sheets(desk, lambda: {"receipt": self.receipt_sheets}, guards)
        self.queue = QueueDesk(desk)
        self.custody_queries = CustodyQueries(desk.reader)
        self.fallen_queries = FallenQueries(desk.reader, rules)
        self.briefing_queries = BriefingQueries(desk.reader, self.day_queries, rules)
        self.route_queries = RouteQueries(desk.reader, self.account_queries)
        self.people_queries = PeopleQueries(desk.reader)
        self.counter = CounterDesk(
            desk, self.people_queries, self.cases.queries, self.bills.queries, self.waste, self.certificates.queries
        )
        self.tray_queries = TrayQueries(desk.reader)
        self.register_queries = RegisterQueries(desk.reader)
        self.register_books = RegisterBooks(desk.reader, self.letter_queries)
        self.loan_queries = LoanQueries(desk.reader)

    @cached_property
    def copies(self) -> CopyKeeper:
        """The copies of this desk's store."""
        return CopyKeeper(self.desk)

    @cached_property
    def sender_queries(self) -> "SenderQueries":
        from desktop.suggesting.queries import SenderQueries

        return SenderQueries(self.desk.reader)

    @cached_property
    def letter_reader(self) -> "LetterReader":
        from desktop.suggesting.letter_reading import LetterReader

        return LetterReader(self.reading.read, self.sender_queries, lambda: local_date(self.clock.now()))

    @cached_property
    def accounts(self) -> "AccountActions":
        from desktop.accounts.actions import AccountActions

        return AccountActions(self.desk, self.account_queries, self._ask_centre)

    @cached_property
    def approvals(self) -> "Approvals":
        """The second person's PIN at this desk."""
        from desktop.accounts.approving import Approvals

        return Approvals(self.desk, self.account_queries)

    @cached_property
    def page_pictures(self) -> "PagePictures":
        """What the pages of batches look like."""
        from desktop.capture.page_pictures import PagePictures

        return PagePictures(self.desk)

    def letter_xml(self, letter: Letter) -> bytes:
        """A letter with its pages for another office's system; any thread.

        OfficeError `interchange.secret_stays`, `interchange.xml_not_ready`, `blob.missing`, `blob.damaged`.
        """
        from desktop.interchange.letter_xml_writing import to_xml

        pages = (self.desk.blobs.get(file.sha256) for file in letter.files)
        return to_xml(letter, pages, local_date(self.clock.now()))

    def stored(self, sha256: str) -> "Parts":
        """A kept file, read by parts. Reading it: OfficeError `blob.missing`."""
        from desktop.store.blob_file import Stored

        return Stored(self.desk.blobs, sha256)

    @cached_property
    def register_imports(self) -> "RegisterImports":
        """Old registers out of files."""
        from desktop.interchange.register import RegisterImports

        return RegisterImports(self.desk.reader)

    @cached_property
    def household_imports(self) -> "HouseholdImports":
        """Houses and their waste fee out of files."""
        from desktop.interchange.household_register import HouseholdImports

        return HouseholdImports(self.desk.reader)

    @cached_property
    def register_reading(self) -> "RegisterReading":
        from desktop.archive.lines import RegisterReading

        return RegisterReading(self.desk.reader, self.register_queries)

    @cached_property
    def archive_queries(self) -> "ArchiveQueries":
        from desktop.archive.queries import ArchiveQueries
        from desktop.archive.retention import shipped

        return ArchiveQueries(self.desk.reader, shipped())

    @cached_property
    def papers(self) -> "Papers":
        """The forms of the correspondence regulation, printed and exported."""
        from desktop.archive.papers import Papers

        return Papers(self.desk.reader, self.register_reading, self.archive_queries, self.clock)

    def archive(self, who: Person) -> "ArchiveActions":
        """Keeping, holding and destroying papers."""
        from desktop.archive.actions import ArchiveActions

        return ArchiveActions(self.desk, who, self.archive_queries)

    @cached_property
    def outgoing(self) -> "Outgoing":
        """What the office writes and sends itself."""
        from desktop.outgoing.desk import Outgoing

        return Outgoing(self.desk, self.account_queries)

    @cached_property
    def receipt_sheets(self) -> "ReceiptSheets":
        """Receipts as the print journal sends them."""
        from desktop.cashier.receipt_sheets import ReceiptSheets

        return ReceiptSheets(self.desk, self.sheets.ways)

    def receipt_pdf(self, receipt: Receipt) -> bytes:
        """The receipt's paper, original and copy; the same receipt gives the same bytes. May run on any thread."""
        from desktop.paper.receipt import receipt_pdf

        return receipt_pdf(self.receipt_sheets.paper(receipt))

    def slips_pdf(self, letters: Sequence[Id]) -> bytes:
        """The slips of papers, as A4 sheets; may run on any thread. OfficeError `letters.gone`, `desk.not_ready`."""
        from desktop.letters.slip_paper import slip_of
        from desktop.paper.slip import slips_pdf

        profile = self.account_queries.profile()
        found = [self.letter_queries.letter(letter_id) for letter_id in letters]
        if not all(found):
            raise OfficeError("letters.gone")
        slips = [slip_of(letter) for letter in found if letter is not None]
        return slips_pdf(slips, profile.name_th, self.clock.now())

    @cached_property
    def stamp_printing(self) -> "StampPrinting":
        """The intake stamp on the paper that came in, with what is known of this desk's printers."""
        from desktop.letters.stamp_printing import StampPrinting

        return StampPrinting(self.desk)

    def money_export(self, day: date, *, csv: bool = False) -> bytes:
        """A day's receipts for keying into the accounting system, as XLSX or CSV; any thread."""
        from desktop.interchange.money_export import day_export

        return day_export(self.desk.reader, day, csv=csv)

    def register_pdf(self, account: RegisterAccount) -> bytes:
        """The control register's paper as of now; may run on any thread."""
        from desktop.paper.control_register import register_pdf
        from desktop.registers.paper import register_paper

        profile = self.account_queries.profile()
        return register_pdf(register_paper(account, profile.name_th, self.clock.now()))

    def revoked_pdf(self, first: date, last: date) -> bytes:
        """The register of papers that lost their force in these days, as of now; may run on any thread."""
        from desktop.proofs.register import register_pdf, register_table
        from desktop.proofs.rules import pages_of

        now, pages = self.clock.now(), pages_of(self.proofs.trust())
        table = register_table(self.proofs.revoked(), first, last, now, pages[-1].at if pages else None)
        return register_pdf(table, self.account_queries.profile().name_th, now)

    def receipt_book(self) -> BookState:
        """What is left of this desk's receipt books of the fiscal year."""
        return self.cashier_queries.book(self.clock.now())

    def letter_book(self, register: str = CENTRAL) -> BookState:
        """What is left of the numbers that this desk may give to letters of a register."""
        now = self.clock.now()
        row = self.desk.reader.one(STATE_SQL, (series_of(register), year_be(local_date(now)), utc_text(now)))
        return BookState(*row) if row else BookState(0, None)

    @cached_property
    def reading(self) -> "ReadingQueue":
        """The words of pages, read in the background; `end_reading` before the desk is closed: it waits for no page."""
        from desktop.reading.queue import ReadingQueue

        return ReadingQueue(self.desk)

    def page_reading(self, sha256: str, page: int) -> "PageReading | None":
        """What was read from the picture of a page of a kept file; any thread."""
        from desktop.reading.kept import KeptReadings

        return KeptReadings(self.desk).get(sha256, page)

    def page_texts(self, who: Person, left: Callable[[int], object] = lambda pages: None) -> "PageTexts":
        """Has the pages of letters registered here read and noted; `left` hears of how many, on any thread."""
        from desktop.letters.page_texts import PageTexts

        return PageTexts(self.desk, self.reading, who, left)

    def end_reading(self) -> None:
        if "reading" in self.__dict__:
            self.reading.end()

    def let_go(self) -> None:
        """What was kept back for a moment goes on its way now: the person leaves."""
        if self.desk.reader.one("SELECT 1 FROM held_act LIMIT 1") is not None:
            from desktop.letters.holding import release

            release(self.desk, all_of_it=True)

    def heard_at(self) -> datetime | None:
        """When this desk heard the centre last; None while it never did."""
        row = self.desk.reader.one("SELECT heard FROM trusted_time")
        return from_utc_text(row[0]) if row and row[0] else None

    def waiting(self) -> int:
        """How many acts of this desk the centre does not have yet."""
        row = self.desk.reader.one(_WAITING)
        return int(row[0]) if row else 0

    def waiting_files(self) -> int:
        """How many files of this desk the centre does not have yet."""
        row = self.desk.reader.one("SELECT count(*) FROM blob WHERE state = 'local'")
        return int(row[0]) if row else 0

    def receipt_stock(self) -> Stock | None:
        """The receipt numbers at hand; None at a desk that issues no receipts."""
        if not self.desk.identity.counter:
            return None
        return replace(self.cashier_queries.stock(self.clock.now()), may_borrow=self.queue.own.part != "none")

    def attention(self) -> tuple[str, ...]:
        """Codes of what a person must look at, the newest first, each once."""
        sql = "SELECT code FROM attention WHERE resolved_at IS NULL GROUP BY code ORDER BY max(created_at) DESC"
        return tuple(code for (code,) in self.desk.reader.rows(sql))
