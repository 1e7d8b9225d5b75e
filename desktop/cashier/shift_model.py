"""A drawer of cash between its opening and the treasurer, as screens and papers see it. Money is integer satang."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from desktop.cashier.model import Method
from desktop.office.ids import Id

DENOMINATIONS = (1000_00, 500_00, 100_00, 50_00, 20_00, 10_00, 5_00, 2_00, 1_00, 50, 25)
"""Notes and coins of the baht in satang, the largest first."""
NOTES = DENOMINATIONS[:5]
OFFICIAL, PRE_RECEIPT = "official", "pre-receipt"
"""What a printed receipt is: the receipt itself, or what goes before that of the accounting system."""
NEEDED, OPTIONAL = "needed", "optional"
"""Whether a second person must approve that a receipt is cancelled."""
EVER = 2**62
"""After every act of a desk's chain."""


@dataclass(frozen=True)
class Pieces:
    """Cash by denomination: (satang of one, how many), the largest first and none of 0."""

    pieces: tuple[tuple[int, int], ...] = ()

    @classmethod
    def of(cls, counted: Mapping[int, int]) -> "Pieces":
        """ValueError for a denomination that there is not, and for fewer than none."""
        if any(one not in DENOMINATIONS or number < 0 for one, number in counted.items()):
            raise ValueError("no such cash")
        return cls(tuple((one, counted[one]) for one in DENOMINATIONS if counted.get(one)))

    @classmethod
    def read(cls, text: str) -> "Pieces":
        """From `text`."""
        parts = (part.split("x") for part in text.split())
        return cls(tuple((int(one), int(number)) for one, number in parts))

    @property
    def text(self) -> str:
        """`100000x1 10000x10`: how it travels."""
        return " ".join(f"{one}x{number}" for one, number in self.pieces)

    @property
    def satang(self) -> int:
        return sum(one * number for one, number in self.pieces)


@dataclass(frozen=True)
class Movement:
    """`satang`: more than 0 came into the drawer, less left it."""

    satang: int
    reason: str
    made_by_name: str
    made_at: datetime


@dataclass(frozen=True)
class Counted:
    id: Id
    pieces: Pieces
    counted_by_name: str
    counted_at: datetime


@dataclass(frozen=True)
class Handover:
    pieces: Pieces
    explanation: str
    giver_name: str
    taker_id: Id
    taker_name: str
    taker_position: str
    handed_at: datetime


@dataclass(frozen=True)
class Closing:
    """`proof`: hash of the slip as the desk saw it, hex."""

    count_id: Id
    explanation: str
    witness_name: str
    closed_by_name: str
    closed_by_position: str
    closed_at: datetime
    outages: tuple["Outage", ...]
    proof: str


@dataclass(frozen=True)
class Outage:
    """When a desk was without the centre; `until` is None while it is."""

    since: datetime
    until: datetime | None


@dataclass(frozen=True)
class Received:
    satang: int
    words: str
    received_by_name: str
    received_by_position: str
    received_at: datetime


@dataclass(frozen=True)
class Shift:
    """`cashier_*`: who has the drawer now, after the hand-overs."""

    id: Id
    device_id: Id
    counter: str
    after_mseq: int
    opening: Pieces
    opened_by_name: str
    opened_at: datetime
    cashier_id: Id
    cashier_name: str
    cashier_position: str
    movements: tuple[Movement, ...] = ()
    counts: tuple[Counted, ...] = ()
    handovers: tuple[Handover, ...] = ()
    closing: Closing | None = None
    received: Received | None = None

    @property
    def moved_satang(self) -> int:
        return sum(one.satang for one in self.movements)

    @property
    def counted(self) -> Counted | None:
        """The count with which it was closed."""
        closing = self.closing
        return next((one for one in self.counts if closing and one.id == closing.count_id), None)


@dataclass(frozen=True)
class SlipReceipt:
    """A receipt of a slip. `void_reason`: why it was cancelled within the same slip, or empty."""

    id: Id
    fiscal_year_be: int
    book_no: int
    number: int
    issued_at: datetime
    payer_name: str
    method: Method
    total_satang: int
    cashier_name: str
    void_reason: str = ""
    reprints: int = 0


@dataclass(frozen=True)
class LateVoid:
    """A receipt of another slip that was cancelled in this one: its money was given back from this drawer."""

    counter: str
    fiscal_year_be: int
    number: int
    method: Method
    total_satang: int
    reason: str
    voided_by_name: str


@dataclass(frozen=True)
class GivenAgain:
    """A cancelled receipt whose money was given back once more in a slip: it is void once, and so much is to come back.

    `receipt_counter` issued it, `counter` gave the money back again; `first_*`: the cancellation that stands.
    """

    receipt_counter: str
    fiscal_year_be: int
    number: int
    method: Method
    total_satang: int
    counter: str
    by: str
    at: datetime
    first_counter: str
    first_by: str
    first_at: datetime


@dataclass(frozen=True)
class KindSum:
    """What came for one kind of revenue by one method, less what was cancelled."""

    fee_code: str
    name_th: str
    fiscal_year_be: int
    method: Method
    satang: int


@dataclass(frozen=True)
class Run:
    """Receipt numbers without a gap, of one book."""

    fiscal_year_be: int
    book_no: int
    lo: int
    hi: int

    @property
    def size(self) -> int:
        return self.hi - self.lo + 1


@dataclass(frozen=True)
class Slip:
    """ใบนำส่งเงิน: everything in it is worked out from receipts, voids and counts.

    `sums` are what was remitted, as it was signed; `earned` are those with what was `given_again` put back: what was
    issued less what was cancelled, each receipt once.
    """

    shift: Shift
    receipts: tuple[SlipReceipt, ...]
    late_voids: tuple[LateVoid, ...]
    sums: tuple[KindSum, ...]
    runs: tuple[Run, ...]
    proof: str
    words: tuple[str, ...] = field(default=())
    given_again: tuple[GivenAgain, ...] = ()
    earned: tuple[KindSum, ...] = ()

    @property
    def voids(self) -> tuple[SlipReceipt, ...]:
        return tuple(one for one in self.receipts if one.void_reason)

    @property
    def reprinted(self) -> tuple[SlipReceipt, ...]:
        return tuple(one for one in self.receipts if one.reprints)

    def by(self, method: Method) -> int:
        """What is remitted in cash, in cheques, or came by transfer."""
        return sum(one.satang for one in self.sums if one.method is method)

    @property
    def total_satang(self) -> int:
        return sum(one.satang for one in self.sums)

    @property
    def expected_satang(self) -> int:
        """Cash that should be in the drawer: float, what was moved, and what was taken."""
        return self.shift.opening.satang + self.shift.moved_satang + self.by(Method.CASH)

    @property
    def difference_satang(self) -> int:
        """More (above 0) or less than there should be, by the count with which it was closed; 0 before."""
        counted = self.shift.counted
        return counted.pieces.satang - self.expected_satang if counted else 0

    @property
    def cash_satang(self) -> int:
        """Cash that is handed in: what was counted beyond the float."""
        counted = self.shift.counted
        return counted.pieces.satang - self.shift.opening.satang if counted else 0

    @property
    def is_as_closed(self) -> bool:
        """Whether it reads as the desk saw it when the shift was closed."""
        return self.shift.closing is not None and self.shift.closing.proof == self.proof


class Loose(StrEnum):
    """What is in no slip yet."""

    RECEIPT = "receipt"
    VOID = "void"
    AGAIN = "again"
    """Cancelled though it was already: money that is to come back."""


@dataclass(frozen=True)
class LooseMoney:
    """Receipts and voids of a counter that no slip holds yet."""

    counter: str
    what: Loose
    number: int
    satang: int


@dataclass(frozen=True)
class MoneyDay:
    """สรุปใบนำส่งเงิน. `closed_by_name` is empty while the day is open: then it holds what would be in it now."""

    day: date
    slips: tuple[Slip, ...]
    loose: tuple[LooseMoney, ...] = ()
    closed_by_name: str = ""
    closed_at: datetime | None = None

    @property
    def total_satang(self) -> int:
        return sum(slip.total_satang for slip in self.slips)

    @property
    def earned_satang(self) -> int:
        """What was issued less what was cancelled: more than was remitted, where money was given back again."""
        return sum(one.satang for slip in self.slips for one in slip.earned)

    @property
    def given_again(self) -> tuple[GivenAgain, ...]:
        return tuple(one for slip in self.slips for one in slip.given_again)

    def by(self, method: Method) -> int:
        return sum(slip.by(method) for slip in self.slips)


@dataclass(frozen=True)
class CashRule:
    """`official`: the printed receipt is the receipt; else it only goes before the one of the accounting system.

    `void_alone`: a cashier may cancel a receipt without a second person.
    """

    official: bool = True
    needs_shift: bool = False
    void_alone: bool = False
