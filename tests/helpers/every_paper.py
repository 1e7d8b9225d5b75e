"""Every kind of paper that is only a file to the print journal, made in its own room as its screen makes it."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property

from desktop.accounts.model import Person
from desktop.application import Office
from desktop.cashier.bill_model import Bill, BillDraft
from desktop.cashier.bill_rules import display_bill
from desktop.cashier.fees import catalogue
from desktop.cashier.model import Charge, Payment
from desktop.cashier.shift_model import Pieces
from desktop.certificates.model import Certificate
from desktop.devices.printing import Media
from desktop.office.clock import ManualClock
from desktop.office.dates import local_date
from desktop.outgoing.model import Level, Signed
from desktop.sheets.model import Filed, Role
from desktop.waste.model import NewAccount, Payer, Rate
from desktop.waste.model import Place as Where
from desktop.waste.rules import FLAT
from tests.desktop.cases.conftest import complaint, notification
from tests.desktop.certificates.conftest import wanted
from tests.helpers.desk import person
from tests.helpers.outgoing import LETTER, PARAGRAPH, approved
from ui.cases.presenter import CasesPresenter
from ui.certificates.presenter import CertificatesPresenter

_HOUSES = 7
_MONTH, _DUE = "2026-11", date(2026, 11, 30)


@dataclass
class Rooms:
    """One desk's rooms, and what stands in them before anything is printed."""

    office: Office
    clock: ManualClock

    def who(self, login: str = "piyada") -> Person:
        return person(self.office, login)

    def of_case(self, code: str) -> Filed:
        office, who = self.office, self.who("kanda")
        asked = notification(office, "form", "id_card") if code == "notice" else complaint(office)
        return CasesPresenter(office, who).filed(office.cases.acts(who).open(asked), code)

    @cached_property
    def certificate(self) -> Certificate:
        return self.office.certificates.acts(self.who("kanda")).issue(wanted(self.office))

    def original(self) -> Filed:
        return CertificatesPresenter(self.office, self.who("kanda")).filed(self.certificate)

    def copy(self) -> Filed:
        held = self.office.certificates.acts(self.who()).copy(self.certificate.id, "ยื่นธนาคาร")
        return CertificatesPresenter(self.office, self.who()).filed(held, held.copies[-1])

    @cached_property
    def bill(self) -> Bill:
        due = local_date(self.clock.now()) + timedelta(days=30)
        return self.office.bills.billing(self.who()).make(BillDraft("นายโอน รอเงิน", (Charge(catalogue()[0], 1),), due))

    def of_bill(self) -> Filed:
        label = f"ใบแจ้งชำระเงิน {display_bill(self.bill)}"
        return Filed("bill", label, self.office.bills.pdf(self.bill), document=self.bill.id, numbered=True)

    @cached_property
    def billed(self) -> int:
        """A month's bills of the houses of one street."""
        acts = self.office.waste.acts(self.who())
        for number in range(1, _HOUSES + 1):
            place = Where(f"{number}", "5", tambon="แม่เหียะ", amphoe="เมืองเชียงใหม่", province="เชียงใหม่")
            acts.open(NewAccount(place, payer=Payer(f"นายลูกบ้าน {number}"), rate=Rate(FLAT), from_month=_MONTH))
        return self.office.waste.rounds.run(self.who(), (_MONTH,), _DUE).made

    def month(self) -> Filed:
        assert self.billed == _HOUSES
        return Filed("waste", "ใบแจ้งค่าขยะ พ.ย. 2569", self.office.waste.papers.bills([_MONTH]), role=Role.PILE)

    def reminders(self) -> Filed:
        assert self.billed == _HOUSES
        self.clock.advance(timedelta(days=34))
        late, until = self.office.waste.arrears(), self.office.waste.today + timedelta(days=15)
        return Filed("reminder", "หนังสือเตือน", self.office.waste.papers.reminders(late, until), role=Role.PILE)

    def shift(self) -> Filed:
        shifts = self.office.shifts.acting(self.who())
        shift = shifts.open(Pieces.of({100_00: 5}))
        self.office.cashier(self.who()).issue(Payment("นายบุญมี ใจคำ", (Charge(catalogue()[0], 1),)))
        counted = shifts.count(shift.id, Pieces.of({100_00: 5, 20_00: 3}))
        shifts.close(shift.id, counted.shift.counts[-1].id)
        slip = self.office.shifts.slip_pdf(shift.id)
        return Filed("shift", "ใบนำส่งเงิน C1", slip, document=shift.id, numbered=True)

    @cached_property
    def signed(self) -> Signed:
        """An outgoing letter of two pages with its number, to be signed on paper."""
        draft = approved(self.office, replace(LETTER, body="\n".join([PARAGRAPH] * 8)))
        signing = self.office.outgoing.signing(self.who("somchai"))
        return signing.sign(draft.id, draft.current.id, Level.WET)

    def letter(self) -> Filed:
        pdf = self.office.outgoing.signed_pdf(self.signed.letter_id)
        assert pdf is not None
        return Filed("letter", "หนังสือภายนอก ส่งรายชื่อผู้เข้าร่วมพิธี", pdf, document=self.signed.letter_id)

    def envelope(self) -> Filed:
        pdf = self.office.outgoing.envelope_pdf(self.signed.letter_id, "C5")
        return Filed("envelope", "ซอง 00001/2569", pdf, Media.C5, self.signed.letter_id)


PAPERS: dict[str, Callable[[Rooms], Filed]] = {
    "slip": lambda rooms: rooms.of_case("slip"),
    "notice": lambda rooms: rooms.of_case("notice"),
    "crew": lambda rooms: rooms.of_case("crew_sheet"),
    "certificate": Rooms.original,
    "copy": Rooms.copy,
    "bill": Rooms.of_bill,
    "month": Rooms.month,
    "reminders": Rooms.reminders,
    "shift": Rooms.shift,
    "letter": Rooms.letter,
    "envelope": Rooms.envelope,
}
