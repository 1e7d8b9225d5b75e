"""The citizen in front as a room of the house, and the ways from there to the papers of other rooms."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop.cashier.bill_model import Bill
from desktop.counter.finding import Thing
from desktop.counter.model import Page
from ui.cashier.paper_actions import PaperActions
from ui.house import House
from ui.kit.room import Room
from ui.queue.bar import QueueBar

translate = QCoreApplication.translate


class CitizenRoom(Room):
    """`fees` is the room of the fee catalogue, `money` that of bills and receipts, `cases` of what citizens ask.

    `ticket` makes the queue's bar, which stands above the page.
    """

    def __init__(
        self,
        house: House,
        paper: PaperActions,
        fees: Room,
        money: Room,
        cases: Room,
        certificates: Room,
        ticket: Callable[[], QueueBar],
    ) -> None:
        super().__init__("citizens", lambda: translate("Rooms", "ประชาชน"), "users", self._make, house)
        self._house, self._paper = house, paper
        self._fees, self._money, self._cases, self._ticket = fees, money, cases, ticket
        self._certificates = certificates

    def open(self, thing: Thing) -> None:
        """Goes to the page of whatever was found, in its room."""
        if thing.entity == "certificate":
            self._go(self._certificates).open_certificate(thing.id)  # type: ignore[attr-defined]
        elif thing.entity == "citizen_case":
            self._go(self._cases).open_case(thing.id)  # type: ignore[attr-defined]
        elif thing.entity == "receipt":
            receipt = self._house.office.cashier_queries.receipt(thing.id)
            if receipt is not None:
                self._go(self._money).show_receipt(receipt)  # type: ignore[attr-defined]
        elif thing.entity == "bill":
            bill = self._house.office.bills.queries.bill(thing.id)
            if bill is not None:
                self._go(self._money).show_bill(bill)  # type: ignore[attr-defined]
        else:
            self._go(self).serving.open_thing(thing)  # type: ignore[attr-defined]

    def open_bill(self, bill: Bill) -> None:
        """Goes to the page of whose bill it is, where it is ticked; a bill of nobody known to its own page."""
        thing = Thing("bill", bill.id, bill.reference, "", bill.person_id, bill.house_id)
        if bill.person_id or bill.house_id:
            self._go(self).serving.open_thing(thing)  # type: ignore[attr-defined]
        else:
            self.open(thing)

    def _make(self) -> QWidget:
        from desktop.devices.id_card import WorkerCardReader
        from ui.counter.screen import CitizenScreen

        screen = CitizenScreen(self._house, WorkerCardReader(), self._paper)
        ticket = self._ticket()
        screen.bar.addWidget(ticket)
        ticket.served.connect(screen.next_citizen)
        screen.fees_wanted.connect(self._pay_other)
        screen.case_wanted.connect(self._ask_new)
        screen.thing_wanted.connect(self.open)
        self._house.heard.heard.connect(screen.changed)
        return screen

    def _pay_other(self, page: Page) -> None:
        person_id = page.citizen.id if page.citizen else None
        desk = self._go(self._fees)
        desk.take_from(page.name, page.address, person_id, page.house_id)  # type: ignore[attr-defined]

    def _ask_new(self, page: Page) -> None:
        self._go(self._cases).new_for(page)  # type: ignore[attr-defined]

    def _go(self, room: Room) -> QWidget:
        self._house.wanted.emit(room.key)
        return room.widget
