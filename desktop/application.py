"""The office assembled around one store: what the window, the tour and the tests are given."""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.accounts.model import Person
from desktop.accounts.queries import AccountQueries
from desktop.briefing.queries import BriefingQueries
from desktop.cases.desk import Cases
from desktop.cashier.bill_desk import BillDesk
from desktop.cashier.model import Receipt, Stock
from desktop.cashier.queries import CashierQueries
from desktop.counter.queries import CounterQueries, receipts_of
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
from desktop.registers.model import RegisterAccount
from desktop.registers.queries import RegisterQueries
from desktop.store.book_state import STATE_SQL, BookState
from desktop.store.copies import CopyKeeper as CopyKeeper
from desktop.store.desk import Desk as Desk
from desktop.store.journal import Journal
from desktop.store.nightly import Nightly as Nightly
from desktop.tray.queries import TrayQueries

if TYPE_CHECKING:
    from desktop.accounts.actions import AccountActions
    from desktop.archive.actions import ArchiveActions
    from desktop.archive.lines import RegisterReading
    from desktop.archive.papers import Papers
    from desktop.archive.queries import ArchiveQueries
    from desktop.briefing.actions import BriefingActions
    from desktop.capture.batches import Batches
    from desktop.capture.folder import WatchedFolder
    from desktop.capture.page_pictures import PagePictures
    from desktop.cashier.actions import CashierActions
    from desktop.cashier.keying import Keying
    from desktop.interchange.arrivals import Arrivals
    from desktop.interchange.register import RegisterImports
    from desktop.letters.actions import LetterActions
    from desktop.letters.custody_actions import CustodyActions
    from desktop.letters.endorsing_actions import EndorsingActions
    from desktop.letters.keeping_actions import KeepingActions
    from desktop.letters.page_texts import PageTexts
    from desktop.letters.past_actions import PastActions
    from desktop.letters.reading import SecretReading
    from desktop.letters.route_actions import RouteActions
    from desktop.letters.saving_actions import SavingActions
    from desktop.letters.stamp_printing import StampPrinting
    from desktop.letters.watch_actions import WatchActions
    from desktop.outgoing.desk import Outgoing
    from desktop.paper.pages import Parts
    from desktop.people.actions import PeopleActions
    from desktop.reading.model import PageReading
    from desktop.reading.queue import ReadingQueue
    from desktop.registers.actions import RegisterActions
    from desktop.suggesting.letter_reading import LetterReader
    from desktop.suggesting.queries import SenderQueries
    from desktop.tray.actions import TrayActions


_WAITING = "SELECT (SELECT count(*) FROM outbox WHERE state = 'pending') + (SELECT count(*) FROM held_act)"


class Office:
    """One desk of one municipality. Reading needs nobody; acting needs the person who is signed in."""

    def __init__(self, desk: Desk, ask_centre: Callable[[str, str], Id], online: ReadsAtCentre = NO_LINE) -> None:
        self.desk = desk
        self.online = online
        self.clock: Clock = desk.clock
        self._ask_centre = ask_centre
        self.letter_queries = LetterQueries(desk.reader)
        self.alike_queries = AlikeQueries(desk.reader, self.letter_queries)
        self.authority_queries = AuthorityQueries(desk.reader)
        self.letter_search = LetterSearch(desk.reader, self.letter_queries)
        self.cashier_queries = CashierQueries(desk.reader)
        self.account_queries = AccountQueries(desk.reader)
        self.bills = BillDesk(desk, self.account_queries)
        self.day_queries = DayQueries(desk.reader)
        self.cases = Cases(desk, self.account_queries, self.day_queries)
        self.custody_queries = CustodyQueries(desk.reader)
        self.fallen_queries = FallenQueries(desk.reader, rules)
        self.briefing_queries = BriefingQueries(desk.reader, self.day_queries, rules)
        self.route_queries = RouteQueries(desk.reader, self.account_queries)
        self.people_queries = PeopleQueries(desk.reader)
        self.counter_queries = CounterQueries(self.people_queries, (receipts_of(self.cashier_queries),))
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

    def journal(self, who: Person) -> Journal:
        """What this person is typing at this desk and has not finished."""
        return Journal(self.desk, who.id)

    def letters(self, who: Person) -> "LetterActions":
        from desktop.letters.actions import LetterActions

        return LetterActions(self.desk, who, self.online)

    def keeping(self, who: Person) -> "KeepingActions":
        """A letter's numbers in divisions, its cancellation, its file's loans."""
        from desktop.letters.keeping_actions import KeepingActions

        return KeepingActions(self.desk, who)

    def past_letters(self, who: Person) -> "PastActions":
        from desktop.letters.past_actions import PastActions

        return PastActions(self.desk, who)

    def arrivals(self, who: Person) -> "Arrivals":
        """Letters that came in files and wait for their number."""
        from desktop.interchange.arrivals import Arrivals

        return Arrivals(self.desk, who)

    def batches(self, who: Person) -> "Batches":
        """Pages that came in and wait to become documents."""
        from desktop.capture.batches import Batches

        return Batches(self.desk, who)

    def watched_folder(self, who: Person, folder: str) -> "WatchedFolder":
        """The folder into which a copier scans; any thread."""
        from desktop.capture.arriving import watched_folder

        return watched_folder(self.desk, who, Path(folder))

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

    def custody(self, who: Person) -> "CustodyActions":
        """Who has the papers, by the slips that go with them."""
        from desktop.letters.custody_actions import CustodyActions

        return CustodyActions(self.desk, who)

    def briefing(self, who: Person) -> "BriefingActions":
        from desktop.briefing.actions import BriefingActions

        return BriefingActions(self.desk, who)

    def endorsing(self, who: Person) -> "EndorsingActions":
        from desktop.letters.endorsing_actions import EndorsingActions

        return EndorsingActions(self.desk, who)

    def saving(self, who: Person) -> "SavingActions":
        """The searches that the person's unit keeps."""
        from desktop.letters.saving_actions import SavingActions

        return SavingActions(self.desk, who)

    def routes(self, who: Person) -> "RouteActions":
        """Sending letters on, asking for them back, returning, reminding, reassigning."""
        from desktop.letters.route_actions import RouteActions

        return RouteActions(self.desk, who)

    def watching(self, who: Person) -> "WatchActions":
        """Circulars read and acknowledged, letters followed and put away, named routes."""
        from desktop.letters.watch_actions import WatchActions

        return WatchActions(self.desk, who)

    def secrets(self, who: Person) -> "SecretReading":
        """What this person may read at the centre and no desk keeps."""
        from desktop.letters.reading import SecretReading

        return SecretReading(self.online, self.account_queries, who)

    def cashier(self, who: Person) -> "CashierActions":
        from desktop.cashier.actions import CashierActions

        return CashierActions(self.desk, who)

    def keying(self, who: Person) -> "Keying":
        from desktop.cashier.keying import Keying

        return Keying(self.desk, who)

    def people(self, who: Person) -> "PeopleActions":
        """Citizens and houses."""
        from desktop.people.actions import PeopleActions

        return PeopleActions(self.desk, who)

    def tray(self, who: Person) -> "TrayActions":
        from desktop.tray.actions import TrayActions

        return TrayActions(self.desk, who)

    def receipt_pdf(self, receipt: Receipt) -> bytes:
        """The receipt's paper, original and copy; the same receipt gives the same bytes. May run on any thread."""
        from desktop.cashier.paper import receipt_paper
        from desktop.paper.receipt import receipt_pdf

        profile = self.account_queries.profile()
        unit_name = self.cashier_queries.issuing_unit(receipt.id)
        return receipt_pdf(receipt_paper(receipt, profile, unit_name, self.desk.identity.office_id))

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

    def registers(self, who: Person) -> "RegisterActions":
        from desktop.registers.actions import RegisterActions

        return RegisterActions(self.desk, who)

    def register_pdf(self, account: RegisterAccount) -> bytes:
        """The control register's paper as of now; may run on any thread."""
        from desktop.paper.control_register import register_pdf
        from desktop.registers.paper import register_paper

        profile = self.account_queries.profile()
        return register_pdf(register_paper(account, profile.name_th, self.clock.now()))

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
        return self.cashier_queries.stock(self.clock.now()) if self.desk.identity.counter else None

    def attention(self) -> tuple[str, ...]:
        """Codes of what a person must look at, the newest first, each once."""
        sql = "SELECT code FROM attention WHERE resolved_at IS NULL GROUP BY code ORDER BY max(created_at) DESC"
        return tuple(code for (code,) in self.desk.reader.rows(sql))
