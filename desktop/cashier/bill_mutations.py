"""Bills and what is paid for them. Money that changed hands is a fact; only cancelling a bill may be refused."""

from typing import Any

import msgspec

from desktop.cashier import bill_periods, tables
from desktop.cashier.bill_periods import Period
from desktop.cashier.bill_rules import CHARGED_HERE
from desktop.office import secrecy
from desktop.office.ids import Id
from desktop.office.mutation import Context, Entity, Kind, Look, Mutation, Refused, Row, Rows
from desktop.office.numbers import Taken, issue
from desktop.office.secrecy import Secrecy

CONFIRMED, WITHDRAWN = "confirmed", "withdrawn"


class BillLinePart(msgspec.Struct, frozen=True):
    id: bytes
    fee_code: str
    fee_version: str
    description: str
    quantity: int
    unit: str
    unit_price_satang: int
    amount_satang: int
    calculation: str = ""


class MakeBill(msgspec.Struct, frozen=True):
    """`due_on`: ISO day. `person_id`, `house_id`, `case_id`: whose and what for, where it is known.

    `period`: the month that it is for, where it comes again every month; `bill_id` is then the period's.
    `on_the_spot`: as in the table; None from a desk that has no such field and says it by the note.
    """

    bill_id: bytes
    taken: Taken
    counter: str
    reference: str
    due_on: str
    payer_name: str
    total_satang: int
    baht_text: str
    clerk_name: str
    clerk_position: str
    lines: tuple[BillLinePart, ...]
    payer_address: str | None = None
    person_id: bytes | None = None
    house_id: bytes | None = None
    case_id: bytes | None = None
    note: str | None = None
    period: Period | None = None
    on_the_spot: int | None = None


class CancelBill(msgspec.Struct, frozen=True):
    cancelled_id: bytes
    bill_id: bytes
    reason: str
    cancelled_by_name: str


class TakePayment(msgspec.Struct, frozen=True):
    """`receipt_id`: the receipt that was issued for it in the same breath; None while the money is not certain."""

    payment_id: bytes
    bill_id: bytes
    method: str
    amount_satang: int
    counter: str
    taken_by_name: str
    receipt_id: bytes | None = None
    link_id: bytes | None = None
    cheque_number: str | None = None
    cheque_bank: str | None = None
    cheque_day: str | None = None
    slip_bank: str | None = None
    slip_reference: str | None = None


class SayOfPayment(msgspec.Struct, frozen=True):
    """Whether a transfer came: `outcome` confirmed or withdrawn, `how` it is known, `words` of who looked."""

    word_id: bytes
    payment_id: bytes
    outcome: str
    how: str
    words: str
    said_by_name: str


class GiveReceipt(msgspec.Struct, frozen=True):
    """The receipt of a payment whose money has become certain."""

    link_id: bytes
    payment_id: bytes
    receipt_id: bytes


class UseBiller(msgspec.Struct, frozen=True):
    biller_row_id: bytes
    from_day: str
    biller_id: str
    merchant_name: str
    bank_name: str


def make_bill(rows: Rows, body: MakeBill, context: Context) -> None:
    issue(rows, body.taken, "bill", body.bill_id, context)
    period = body.period if body.period is not None and body.period.bill_id == body.bill_id else None
    known = rows.find(tables.bill, body.bill_id) if period is not None else None
    if known is not None:
        told = (body.reference, body.counter, body.total_satang)
        return bill_periods.note_again(rows, known, body.taken, *told, context)
    _write_bill(rows, body, context)
    if period is not None:
        bill_periods.note_period(rows, body.bill_id, period, body.clerk_name, context)


def _write_bill(rows: Rows, body: MakeBill, context: Context) -> None:
    values = msgspec.structs.asdict(body)
    for name in ("bill_id", "taken", "lines", "period"):
        del values[name]
    if body.on_the_spot is None:
        values["on_the_spot"] = int(body.note == CHARGED_HERE)
    taken = body.taken
    rows.insert(
        tables.bill,
        body.bill_id,
        series=taken.series,
        fiscal_year_be=taken.year_be,
        book_no=taken.book_no,
        number=taken.n,
        issued_at=context.at,
        clerk_id=context.user_id,
        device_id=context.device_id,
        mseq=context.mseq,
        **values,
    )
    for place, part in enumerate(body.lines, 1):
        columns = msgspec.structs.asdict(part)
        rows.insert(tables.bill_line, columns.pop("id"), bill_id=body.bill_id, line=place, **columns)
    if sum(part.amount_satang for part in body.lines) != body.total_satang:
        rows.flag("cashier.bill_total_differs", bill_id=body.bill_id.hex())


def cancel_bill(rows: Rows, body: CancelBill, context: Context) -> None:
    told = {"bill_id": body.bill_id.hex()}
    if rows.find(tables.bill, body.bill_id) is None:
        raise Refused("cashier.bill_gone", **told)
    if rows.where(tables.bill_cancelled, "bill_id", body.bill_id):
        raise Refused("cashier.bill_was_cancelled", **told)
    if any(_stands(rows, payment) for payment in rows.where(tables.bill_payment, "bill_id", body.bill_id)):
        raise Refused("cashier.bill_has_payment", **told)
    values = msgspec.structs.asdict(body)
    rows.insert(
        tables.bill_cancelled,
        values.pop("cancelled_id"),
        cancelled_by=context.user_id,
        cancelled_at=context.at,
        **values,
    )


def take_payment(rows: Rows, body: TakePayment, context: Context) -> None:
    values = msgspec.structs.asdict(body)
    receipt_id, link_id = values.pop("receipt_id"), values.pop("link_id")
    if context.authority:
        _look_at_payment(rows, body)
    payment_id = values.pop("payment_id")
    rows.insert(
        tables.bill_payment,
        payment_id,
        taken_by=context.user_id,
        taken_at=context.at,
        device_id=context.device_id,
        **values,
    )
    if receipt_id is not None:
        rows.insert(tables.payment_receipt, link_id or receipt_id, payment_id=payment_id, receipt_id=receipt_id)


def _look_at_payment(rows: Rows, body: TakePayment) -> None:
    """It happened, and is kept; what is odd about it goes before a person."""
    told = _told(body.bill_id, body.receipt_id)
    bill = rows.find(tables.bill, body.bill_id)
    if body.slip_reference and _slip_used(rows, body):
        rows.flag("cashier.slip_used_twice", **told)
    if body.receipt_id is not None and _is_paid(rows, body.bill_id, body.payment_id):
        rows.flag("cashier.bill_paid_twice", **told)
    if rows.where(tables.bill_cancelled, "bill_id", body.bill_id):
        rows.flag("cashier.paid_though_cancelled", **told)
    if bill is not None and bill["total_satang"] != body.amount_satang:
        rows.flag("cashier.bill_total_differs", **told)


def say_of_payment(rows: Rows, body: SayOfPayment, context: Context) -> None:
    said = rows.where(tables.payment_word, "payment_id", body.payment_id)
    if any(word["outcome"] != body.outcome for word in said):
        payment = rows.find(tables.bill_payment, body.payment_id)
        rows.flag("cashier.payment_words_differ", **_told(payment["bill_id"] if payment else b"", None))
    values = msgspec.structs.asdict(body)
    rows.insert(tables.payment_word, values.pop("word_id"), said_by=context.user_id, said_at=context.at, **values)


def give_receipt(rows: Rows, body: GiveReceipt, context: Context) -> None:
    payment = rows.find(tables.bill_payment, body.payment_id)
    if context.authority and payment is not None and _is_paid(rows, payment["bill_id"], b""):
        rows.flag("cashier.bill_paid_twice", **_told(payment["bill_id"], body.receipt_id))
    rows.insert(tables.payment_receipt, body.link_id, payment_id=body.payment_id, receipt_id=body.receipt_id)


def use_biller(rows: Rows, body: UseBiller, context: Context) -> None:
    values = msgspec.structs.asdict(body)
    rows.insert(tables.biller, values.pop("biller_row_id"), set_at=context.at, **values)


def _told(bill_id: Id, receipt_id: Id | None) -> dict[str, Any]:
    return {"bill_id": bill_id.hex()} | ({"receipt_id": receipt_id.hex()} if receipt_id else {})


def _slip_used(rows: Rows, body: TakePayment) -> bool:
    """Whether another payment that was not taken back bears the same slip."""
    same = rows.where(tables.bill_payment, "slip_reference", body.slip_reference)
    others = (row for row in same if row["id"] != body.payment_id and row["slip_bank"] == body.slip_bank)
    return any(not _is_withdrawn(rows, row) for row in others)


def _is_paid(rows: Rows, bill_id: Id, besides: Id) -> bool:
    payments = rows.where(tables.bill_payment, "bill_id", bill_id)
    return any(_has_receipt(rows, payment) for payment in payments if payment["id"] != besides)


def _stands(rows: Rows, payment: Row) -> bool:
    """Whether money is there for it, or may be on its way."""
    if payment["method"] == "transfer":
        return not _is_withdrawn(rows, payment)
    return _has_receipt(rows, payment)


def _has_receipt(rows: Rows, payment: Row) -> bool:
    links = rows.where(tables.payment_receipt, "payment_id", payment["id"])
    return any(not rows.where(tables.receipt_void, "receipt_id", link["receipt_id"]) for link in links)


def _is_withdrawn(rows: Rows, payment: Row) -> bool:
    return any(word["outcome"] == WITHDRAWN for word in rows.where(tables.payment_word, "payment_id", payment["id"]))


def audience(rows: Rows, row: Row) -> frozenset[str]:
    """The cash office, and the counter that wrote it."""
    return secrecy.buckets({"finance", f"counter:{row['device_id'].hex()}"}, Secrecy.NORMAL)


def bill_audience(rows: Rows, row: Row) -> frozenset[str]:
    """Also the counters that made the same bill again: its paper is in their citizens' hands."""
    again = (audience(rows, one) for one in rows.where(tables.bill_again, "bill_id", row["id"]))
    return audience(rows, row).union(*again)


def payment_audience(rows: Rows, payment: Row) -> frozenset[str]:
    """Also the counter whose bill it is: it must not ask for the money again."""
    bill = rows.find(tables.bill, payment["bill_id"])
    return audience(rows, payment) | (bill_audience(rows, bill) if bill is not None else frozenset())


def everyone(rows: Rows, row: Row) -> frozenset[str]:
    return frozenset({"common/normal"})


def _cancelled(body: CancelBill) -> tuple[Look, ...]:
    return (
        Look(tables.bill, "id", body.bill_id),
        Look(tables.bill_cancelled, "bill_id", body.bill_id),
        Look(tables.bill_payment, "bill_id", body.bill_id),
    )


def _taken(body: TakePayment) -> tuple[Look, ...]:
    return (
        Look(tables.bill, "id", body.bill_id),
        Look(tables.bill_cancelled, "bill_id", body.bill_id),
        Look(tables.bill_payment, "bill_id", body.bill_id),
    )


def _said(body: SayOfPayment | GiveReceipt) -> tuple[Look, ...]:
    return (
        Look(tables.bill_payment, "id", body.payment_id),
        Look(tables.payment_word, "payment_id", body.payment_id),
        Look(tables.payment_receipt, "payment_id", body.payment_id),
    )


ENTITIES = (
    Entity(tables.bill, buckets=bill_audience, beside=((tables.bill_again, "bill_id"),)),
    Entity(tables.bill_line, parent=("bill", "bill_id")),
    Entity(tables.bill_period, parent=("bill", "bill_id")),
    Entity(tables.bill_again, parent=("bill", "bill_id")),
    Entity(tables.bill_cancelled, parent=("bill", "bill_id")),
    Entity(tables.bill_payment, buckets=payment_audience, follows=("bill", "bill_id")),
    Entity(tables.payment_word, parent=("bill_payment", "payment_id")),
    Entity(tables.payment_receipt, parent=("bill_payment", "payment_id")),
    Entity(tables.biller, buckets=everyone),
)

MAKE = Mutation(
    "cashier.make_bill", 1, Kind.FACT, MakeBill, make_bill, reads=lambda body: bill_periods.looks(body.period)
)
CANCEL = Mutation("cashier.cancel_bill", 1, Kind.INTENT, CancelBill, cancel_bill, reads=_cancelled)
TAKE = Mutation("cashier.take_payment", 1, Kind.FACT, TakePayment, take_payment, reads=_taken)
SAY = Mutation("cashier.say_of_payment", 1, Kind.FACT, SayOfPayment, say_of_payment, reads=_said)
GIVE = Mutation("cashier.give_receipt", 1, Kind.FACT, GiveReceipt, give_receipt, reads=_said)
BILLER = Mutation("cashier.use_biller", 1, Kind.FACT, UseBiller, use_biller, centre_only=True)

MUTATIONS = (MAKE, CANCEL, TAKE, SAY, GIVE, BILLER)
