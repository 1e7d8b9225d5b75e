"""The rooms of the house in the order of their keys, each built when somebody first goes in."""

import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop.cashier.bill_model import Bill
from desktop.cashier.model import Receipt
from desktop.counter.finding import Thing
from desktop.counter.scanned import read
from desktop.devices.scanner import ScanSource
from desktop.letters.model import Basket
from desktop.office.errors import OfficeError
from desktop.office.ids import Id
from desktop.tray.model import Item, Standing
from ui.briefing.room import BriefingRoom
from ui.capture.folder_watch import FolderWatch
from ui.cases.room import CaseRoom
from ui.cashier.paper_actions import PaperActions
from ui.certificates.room import CertificateRoom
from ui.counter.frame_search import FrameSearch
from ui.counter.room import CitizenRoom
from ui.house import House
from ui.imports.room import ImportRoom
from ui.letters import words as letter_words
from ui.letters.book_room import BookRoom
from ui.letters.room import InboxRoom
from ui.line import Line
from ui.outgoing.room import OutgoingRoom
from ui.outgoing.says import Says
from ui.queue.room import QueueRoom
from ui.registers.room import RegisterRoom
from ui.settings import SettingsFile
from ui.sheets.frame_question import FrameQuestion
from ui.sheets.printing import printer
from ui.shell.main_window import MainWindow
from ui.shell.room import Room
from ui.tray.room import TrayRoom
from ui.waste.room import WasteRoom

translate = QCoreApplication.translate


def ask_above(house: House, window: MainWindow) -> None:
    """What came out of a printer is asked about above whatever room somebody is in."""
    question = FrameQuestion(house.printing, house.worker)
    window.stand_above(question)
    window.room_opened.connect(question.enter)


def rooms_of(house: House, line: Line | None = None) -> tuple[Room, ...]:
    """Today first; the others as the office's day goes."""
    printing = house.printing
    inbox = _inbox_room(house)
    paper = PaperActions(house.office, house.session.person, house.worker, house.notices, printing, house)
    counter, receipts = _money_rooms(house, paper)
    today = Room("today", lambda: translate("Rooms", "วันนี้"), "today", lambda: _today(house, inbox), house)
    cases, certificates = CaseRoom(house), CertificateRoom(house)
    tray = TrayRoom(house, lambda item: _edit(house, item, inbox, receipts, cases, certificates, people))
    imports = ImportRoom(house, lambda one: _register(house, inbox, one), lambda: _addressee(house))
    house.dropped.connect(imports.bring)
    printing.look_for_queues()
    FolderWatch(
        lambda: house.settings.now.copier_folder or "",
        lambda folder: house.office.watched_folder(house.session.person, folder),
        house.worker,
        house.notices,
        house,
    )
    _search_in(house, inbox)
    briefing = BriefingRoom(house)
    briefing.opened.connect(lambda letter_id: _look_at(house, inbox, letter_id))
    books = BookRoom(house, lambda letter_id: _look_at(house, inbox, letter_id))
    kept = (RegisterRoom(house), _archive_room(house), tray, _connection_room(house, line), books)
    queue = QueueRoom(house, printer=printer, queue=lambda: printing.queue)
    people = CitizenRoom(house, paper, counter, receipts, cases, certificates, queue.bar)
    cases.billed.connect(people.open_bill)
    cases.certified.connect(certificates.issue_from)
    certificates.billed.connect(people.open_bill)
    FrameSearch(house, people, partial(inbox.offers, look=partial(_look_at, house, inbox)))
    rest = (imports, briefing, people, cases, certificates, queue, _waste_room(house, receipts))
    return (today, inbox, _outgoing_room(house), counter, receipts, *kept, *rest)


def _inbox_room(house: House) -> InboxRoom:
    return InboxRoom(
        house.office,
        house.session,
        house.worker,
        house.notices,
        house.heard,
        printing=house.printing,
        scanner=lambda: scanner(house.settings),
        language=house.code,
        reading=house.reading,
        parent=house,
    )


def _outgoing_room(house: House) -> OutgoingRoom:
    says = Says(letter_words.moment, letter_words.urgency, letter_words.secrecy)
    return OutgoingRoom(house, says)


def _money_rooms(house: House, paper: PaperActions) -> tuple[Room, Room]:
    """The counter and the receipts, which share what is done with a receipt's paper."""
    receipts = Room(
        "receipts",
        lambda: translate("Rooms", "เงินและใบเสร็จ"),
        "receipt",
        lambda: _receipts(house, paper, lambda: counter),
        house,
    )
    counter = Room(
        "counter", lambda: translate("Rooms", "เคาน์เตอร์"), "counter", lambda: _counter(house, paper, receipts), house
    )
    return counter, receipts


def _waste_room(house: House, receipts: Room) -> WasteRoom:
    def importing() -> QWidget:
        from ui.imports.household_page import HouseholdPage
        from ui.imports.household_presenter import HouseholdPresenter

        return HouseholdPage(HouseholdPresenter(house.office, house.session.person), house.worker, house.notices)

    return WasteRoom(house, importing, lambda bill_id: _look_at_bill(house, receipts, bill_id))


def _look_at_bill(house: House, receipts: Room, bill_id: Id) -> None:
    """Opens a bill where it is paid."""
    from ui.cashier.money_screens import MoneyScreens

    house.wanted.emit(receipts.key)
    screens, bill = receipts.widget, house.office.bills.queries.bill(bill_id)
    assert isinstance(screens, MoneyScreens)
    if bill is not None:
        screens.show_bill(bill)


def _archive_room(house: House) -> Room:
    return Room("archive", lambda: translate("Rooms", "ทะเบียนและงานเก็บ"), "case", lambda: _archive(house), house)


def _connection_room(house: House, line: Line | None) -> Room:
    return Room("connection", lambda: translate("Rooms", "การเชื่อมต่อ"), "cloud", lambda: _connection(house, line), house)


def _search_in(house: House, inbox: InboxRoom) -> None:
    """Enter in the one search of the frame looks through all letters."""

    def find(words: str) -> None:
        if read(words) is not None:
            return  # a number of the counter's papers: it has its own page
        house.wanted.emit(inbox.key)
        inbox.look_for(words)

    house.sought.connect(find)


def _look_at(house: House, inbox: Room, letter_id: Id) -> None:
    """Opens a letter from another room."""
    house.wanted.emit(inbox.key)
    inbox.widget.open_letter(letter_id)  # type: ignore[attr-defined]


def _connection(house: House, line: Line | None) -> QWidget:
    from ui.connection.screen import ConnectionScreen

    return ConnectionScreen(house, line, house.session.office.phone or "")


def _archive(house: House) -> QWidget:
    from ui.archive.screen import ArchiveScreen

    screen = ArchiveScreen(house.office, house.session.person, house.worker, house.notices, house.printing, house.code)
    house.heard.heard.connect(screen.changed)
    return screen


def _addressee(house: House) -> str:
    from ui.letters.registration_presenter import addressee

    return addressee(house.session.office.name_th)


def _register(house: House, inbox: Room, arrival_id: Id) -> None:
    """Opens the registration with a draft out of a file."""
    from ui.letters.screens import LetterScreens

    house.wanted.emit(inbox.key)
    screens = inbox.widget
    assert isinstance(screens, LetterScreens)
    screens.register_arrival(arrival_id)


def _edit(
    house: House, item: Item, inbox: Room, receipts: Room, cases: CaseRoom, certificates: Room, people: CitizenRoom
) -> None:
    """Opens the paper of an item of the tray, with what the clerk had wanted in its form."""
    from ui.cashier.money_screens import MoneyScreens
    from ui.letters.screens import LetterScreens

    if item.paper is None:
        return
    if item.paper.entity == "person":
        people.open(Thing("person", item.paper.id, item.paper.title))
        return
    if item.paper.entity == "certificate":
        house.wanted.emit(certificates.key)
        certificates.widget.open_certificate(item.paper.id)  # type: ignore[attr-defined]
        return
    if item.paper.entity == "citizen_case":
        house.wanted.emit(cases.key)
        cases.widget.open_case(item.paper.id)  # type: ignore[attr-defined]
        return
    if item.paper.entity == "letter":
        house.wanted.emit(inbox.key)
        screens = inbox.widget
        assert isinstance(screens, LetterScreens)
        if item.deed is not None and item.deed.type == "letters.amend" and item.standing is Standing.OPEN:
            wanted = {field["field"]: field["new"] for field in item.deed.facts["fields"]}
            screens.amend_letter(item.paper.id, wanted, item.id)
        else:
            screens.open_letter(item.paper.id)
        return
    house.wanted.emit(receipts.key)
    screen = receipts.widget
    assert isinstance(screen, MoneyScreens)
    if item.paper.entity == "bill":
        bill = house.office.bills.queries.bill(item.paper.id)
        if bill is not None:
            screen.show_bill(bill)
        return
    receipt = house.office.cashier_queries.receipt(item.paper.id)
    if receipt is not None:
        screen.show_receipt(receipt)


def scanner(settings: SettingsFile) -> ScanSource:
    """The scanners of this machine and of its network; only asked for off the GUI thread."""
    from desktop.devices.escl import EsclScanner, answering
    from desktop.devices.many_scanners import ManyScanners
    from desktop.devices.sane import NETWORKED, SaneScanner
    from desktop.devices.windows_scanning import TwainScanner, WiaScanner

    typed = (settings.now.scanners or "").split()
    networked = EsclScanner(typed) if settings.now.nearby == "on" else EsclScanner(typed, nearby=list)

    def take_address(words: str) -> None:
        folder = Path(words.strip())
        if folder.is_absolute():
            if not folder.is_dir():
                raise OfficeError("capture.folder_gone", folder=words)
            settings.remember(copier_folder=str(folder))
        else:
            settings.remember(scanners=" ".join(dict.fromkeys([*typed, answering(words)])))

    driven: dict[str, ScanSource] = {"sane": SaneScanner(leave_out=NETWORKED)}
    if sys.platform == "win32":
        driven = {"wia": WiaScanner(), "twain": TwainScanner()}
    return ManyScanners({"escl": networked, **driven}, take_address)


def _today(house: House, inbox: Room) -> QWidget:
    from ui.letters.screens import LetterScreens
    from ui.today.screen import TodayScreen

    def look(basket: Basket) -> None:
        house.wanted.emit(inbox.key)
        screens = inbox.widget
        assert isinstance(screens, LetterScreens)
        screens.show_basket(basket)

    def look_at_fallen() -> None:
        house.wanted.emit(inbox.key)
        screens = inbox.widget
        assert isinstance(screens, LetterScreens)
        screens.show_fallen()

    screen = TodayScreen(house.office, house.session, house.worker, house.code)
    house.heard.heard.connect(screen.changed)
    screen.wanted.connect(house.wanted)
    screen.letters_wanted.connect(look)
    screen.fallen_wanted.connect(look_at_fallen)
    return screen


def _counter(house: House, paper: PaperActions, receipts: Room) -> QWidget:
    from ui.cashier.counter_screen import CounterScreen
    from ui.cashier.money_screens import SHIFT, MoneyScreens

    def money() -> MoneyScreens:
        house.wanted.emit(receipts.key)
        screen = receipts.widget
        assert isinstance(screen, MoneyScreens)
        return screen

    def look(receipt: Receipt) -> None:
        money().show_receipt(receipt)

    def billed(bill: Bill) -> None:
        money().show_bill(bill)

    person = house.session.person
    screen = CounterScreen(house.office, person, house.worker, house.notices, paper, house.code)
    screen.look.connect(look)
    screen.billed.connect(billed)
    screen.shift.wanted.connect(lambda: money().turn(SHIFT))
    house.heard.heard.connect(screen.shift.changed)
    house.heard.heard.connect(screen.changed)
    return screen


def _receipts(house: House, paper: PaperActions, counter: Callable[[], Room]) -> QWidget:
    from ui.cashier.bills_screen import BillsScreen
    from ui.cashier.check_screen import CheckScreen
    from ui.cashier.counter_screen import CounterScreen
    from ui.cashier.money_screens import MoneyScreens
    from ui.cashier.receipts_screen import ReceiptsScreen
    from ui.cashier.sheets_screen import SheetsScreen
    from ui.cashier.shift_remittances import RemittancesScreen
    from ui.cashier.shift_screen import ShiftScreen
    from ui.cashier.statement_screen import StatementScreen

    who = house.session.person
    receipts = ReceiptsScreen(house.office, house.worker, paper, house.code)
    bills = BillsScreen(house.office, who, house.worker, house.notices, house.printing)
    house.heard.heard.connect(receipts.changed)
    house.heard.heard.connect(bills.changed)
    statement = StatementScreen(house.office, house.session.person, house.worker, house.notices)
    house.heard.heard.connect(statement.changed)
    shift = ShiftScreen(house.office, who, house.worker, house.notices, house.code)
    slips = RemittancesScreen(house.office, who, house.worker, house.notices, house.printing, house.code)
    for screen in (shift, slips):
        house.heard.heard.connect(screen.changed)
    sheets = SheetsScreen(house.office, paper.printing, house.worker)
    house.heard.heard.connect(sheets.changed)
    check = CheckScreen(house.office, house.worker, house.notices, house.printing)
    screens = MoneyScreens(receipts, bills, statement, shift, slips, sheets, check)

    def issued(receipt: Receipt) -> None:
        screens.show_receipt(receipt)
        paper.printing.print(receipt)

    def replace(cancelled: Receipt) -> None:
        house.wanted.emit(counter().key)
        desk = counter().widget
        assert isinstance(desk, CounterScreen)
        desk.replace(cancelled)

    receipts.replace_wanted.connect(replace)
    bills.issued.connect(issued)
    statement.issued.connect(paper.printing.print)
    return screens
