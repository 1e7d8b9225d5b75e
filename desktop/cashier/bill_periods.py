"""Bills that come again: an account and a month have one that stands, at however many desks it was made.

A yearly fee is the same with the day on which it is due in the place of the month.

The id of such a bill follows from account, month and turn. Two desks that make it without a line between them make the
same row; the second number is void, and its paper leads to the one bill.
"""

import hashlib
from typing import Any

import msgspec

from desktop.cashier import tables
from desktop.office.ids import Id
from desktop.office.mutation import Context, Look, Row, Rows
from desktop.office.numbers import Taken, void
from desktop.office.tables import number_event

TWICE = "billed_twice"
"""Why a number of the control register is void."""
INSTEAD = "เดือนนี้มีใบแจ้งอยู่แล้ว"


class Period(msgspec.Struct, frozen=True):
    """`month`: `2026-11`, or a day; `turn`: how many bills of the same month were cancelled before this one."""

    account_id: bytes
    month: str
    turn: int = 0

    @property
    def bill_id(self) -> Id:
        parts = ("thesaban-bill/1", self.account_id.hex(), self.month, str(self.turn))
        return hashlib.sha256("\n".join(parts).encode()).digest()[:16]

    @property
    def before(self) -> "Period | None":
        return Period(self.account_id, self.month, self.turn - 1) if self.turn > 0 else None


def looks(period: Period | None) -> tuple[Look, ...]:
    """What `note_period` and `note_again` will ask for."""
    if period is None:
        return ()
    before = period.before
    earlier = () if before is None else (
        Look(tables.bill, "id", before.bill_id), Look(tables.bill_cancelled, "bill_id", before.bill_id),
    )  # fmt: skip
    return (Look(tables.bill, "id", period.bill_id), *earlier)


def note_period(rows: Rows, bill_id: Id, period: Period, clerk_name: str, context: Context) -> None:
    """What a new bill is for. While an earlier one of the month stands it is cancelled as soon as it is here."""
    month: dict[str, Any] = {"account_id": period.account_id, "month": period.month, "turn": period.turn}
    rows.insert(tables.bill_period, bill_id, bill_id=bill_id, **month)
    if context.authority and _stands(rows, period.before):
        who = {"cancelled_by": context.user_id, "cancelled_by_name": clerk_name, "cancelled_at": context.at}
        rows.insert(tables.bill_cancelled, bill_id, bill_id=bill_id, reason=INSTEAD, **who)
        rows.flag("cashier.month_billed_twice", bill_id=bill_id.hex())


def note_again(
    rows: Rows, known: Row, taken: Taken, reference: str, counter: str, satang: int, context: Context
) -> None:
    """Another desk made the bill first: this number is void, and who shows its paper pays the one bill."""
    event = rows.look(number_event, taken.series, taken.year_be, taken.n)
    own = event is not None and (event["row_id"], event["mseq"]) == (known["id"], context.mseq)
    if not own or (taken.year_be, taken.n) == (known["fiscal_year_be"], known["number"]):
        return  # not a number of this desk's own, which is flagged already
    void(rows, taken.series, taken.year_be, taken.n, TWICE)
    number: dict[str, Any] = {"series": taken.series, "fiscal_year_be": taken.year_be, "book_no": taken.book_no}
    number |= {"number": taken.n, "reference": reference, "counter": counter, "total_satang": satang}
    made = {"issued_at": context.at, "device_id": context.device_id}
    rows.insert(tables.bill_again, context.mut_id, bill_id=known["id"], **number, **made)
    rows.update(tables.bill, known)  # the desk that made it again sees it from now on
    if known["total_satang"] != satang:
        rows.flag("cashier.month_billed_twice", bill_id=known["id"].hex())


def _stands(rows: Rows, period: Period | None) -> bool:
    if period is None or rows.find(tables.bill, period.bill_id) is None:
        return False
    return not rows.where(tables.bill_cancelled, "bill_id", period.bill_id)
