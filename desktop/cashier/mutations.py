"""Issuing, voiding and reprinting receipts: all are facts, because paper was printed and money changed hands."""

import msgspec
from sqlalchemy import bindparam, select

from desktop.accounts.approval_mutations import approval_claim, is_signed, may_approve
from desktop.cashier import bill_mutations, shift_mutations, tables
from desktop.cashier.bill_mutations import UseBiller as UseBiller
from desktop.cashier.rules import number_of
from desktop.cashier.shift_model import NEEDED
from desktop.cashier.shift_tables import cash_rule
from desktop.office import secrecy
from desktop.office.clock import from_utc_text
from desktop.office.dates import local_date
from desktop.office.money import format_baht
from desktop.office.mutation import Context, Entity, Kind, Look, Mutation, Refused, Row, Rows
from desktop.office.numbers import Taken, issue, void
from desktop.office.secrecy import Secrecy
from desktop.office.tables import number_event
from desktop.proofs.model import PaperKind
from desktop.proofs.mutations import revoke
from desktop.registers.mutations import on_paper
from desktop.registers.tables import number_book

_RULES = select(cash_rule).where(cash_rule.c.office_id == bindparam("office_id"))


class LinePart(msgspec.Struct, frozen=True):
    id: bytes
    fee_code: str
    fee_version: str
    description: str
    quantity: int
    unit: str
    unit_price_satang: int
    amount_satang: int


class IssueReceipt(msgspec.Struct, frozen=True):
    """`mode`: as in the table; None: the official receipt."""

    receipt_id: bytes
    taken: Taken
    counter: str
    payer_name: str
    method: str
    total_satang: int
    baht_text: str
    cashier_name: str
    cashier_position: str
    lines: tuple[LinePart, ...]
    payer_address: str | None = None
    tendered_satang: int | None = None
    proof: str | None = None
    replaces_id: bytes | None = None
    mode: str | None = None


class VoidReceipt(msgspec.Struct, frozen=True):
    """`approval`: the second person's signature over `void_claim`; `original`: what became of the paper.

    Without an approver where the desk's program knew of none yet.
    """

    void_id: bytes
    receipt_id: bytes
    reason: str
    voided_by_name: str
    approved_by: bytes | None = None
    approved_by_name: str | None = None
    approver_key_id: bytes | None = None
    approval: bytes = b""
    original: str | None = None


class ReprintReceipt(msgspec.Struct, frozen=True):
    """`time`: 1 for the first printing after the original one."""

    print_id: bytes
    receipt_id: bytes
    time: int
    printed_by_name: str


class KeyInReceipt(msgspec.Struct, frozen=True):
    """A receipt that a person has in hand and no desk could send: of a paper book, or of a lost desk.

    `keyed` is its number as on the paper, `issued_at` the moment that stands there (UTC text).
    """

    receipt_id: bytes
    keyed: Taken
    issued_at: str
    counter: str
    payer_name: str
    method: str
    total_satang: int
    baht_text: str
    cashier_name: str
    cashier_position: str
    lines: tuple[LinePart, ...]
    payer_address: str | None = None
    tendered_satang: int | None = None


def issue_receipt(rows: Rows, body: IssueReceipt, context: Context) -> None:
    issue(rows, body.taken, "receipt", body.receipt_id, context)
    _enter(rows, body, body.taken, context.at, context)


def key_in_receipt(rows: Rows, body: KeyInReceipt, context: Context) -> None:
    keyed = body.keyed
    if context.authority and not context.is_centre:
        book = rows.find(number_book, keyed.lease_id)
        if not on_paper(book, keyed.series, keyed.year_be, keyed.n, keyed.n):
            rows.flag("number.not_your_book", series=keyed.series, year_be=keyed.year_be, n=keyed.n)
    issue(rows, body.keyed, "receipt", body.receipt_id, context, keyed=True)
    _enter(rows, body, body.keyed, body.issued_at, context)


def _enter(rows: Rows, body: IssueReceipt | KeyInReceipt, taken: Taken, issued_at: str, context: Context) -> None:
    values = msgspec.structs.asdict(body)
    for name in ("receipt_id", "taken", "keyed", "issued_at", "lines"):
        values.pop(name, None)
    rows.insert(
        tables.receipt,
        body.receipt_id,
        series=taken.series,
        fiscal_year_be=taken.year_be,
        book_no=taken.book_no,
        number=taken.n,
        issued_at=issued_at,
        cashier_id=context.user_id,
        device_id=context.device_id,
        mseq=context.mseq,
        **values,
    )
    for place, part in enumerate(body.lines, 1):
        columns = msgspec.structs.asdict(part)
        rows.insert(tables.receipt_line, columns.pop("id"), receipt_id=body.receipt_id, line=place, **columns)
    if sum(part.amount_satang for part in body.lines) != body.total_satang:
        rows.flag("cashier.total_differs", receipt_id=body.receipt_id.hex())


def void_receipt(rows: Rows, body: VoidReceipt, context: Context) -> None:
    """At the centre one that is not approved as the office wants it is kept as an act, told, and cancels nothing."""
    if context.authority:
        _look_at_approval(rows, body, context)
    receipt = rows.find(tables.receipt, body.receipt_id)
    if others := rows.where(tables.receipt_void, "receipt_id", body.receipt_id):
        money = format_baht(receipt["total_satang"]) if receipt is not None else "-"
        told = {"receipt_id": body.receipt_id.hex(), "amount": money, "by": body.voided_by_name}
        rows.flag("cashier.voided_twice", **told, other=others[0]["voided_by_name"])
    rows.insert(
        tables.receipt_void,
        body.void_id,
        receipt_id=body.receipt_id,
        reason=body.reason,
        voided_by=context.user_id,
        voided_by_name=body.voided_by_name,
        voided_at=context.at,
        device_id=context.device_id,
        mseq=context.mseq,
        approved_by=body.approved_by,
        approved_by_name=body.approved_by_name,
        approver_key_id=body.approver_key_id,
        approval=body.approval.hex() or None,
        original=body.original,
    )
    if receipt is not None and _bears_its_number(rows, receipt):
        void(rows, receipt["series"], receipt["fiscal_year_be"], receipt["number"], body.reason)
        revoke(rows, PaperKind.RECEIPT, number_of(receipt), context)


def _bears_its_number(rows: Rows, receipt: Row) -> bool:
    """False for the second receipt of one number (entered twice from its paper): the first one's number stays good."""
    event = rows.look(number_event, receipt["series"], receipt["fiscal_year_be"], receipt["number"])
    return event is None or event["row_id"] == receipt["id"]


def void_claim(body: VoidReceipt) -> bytes:
    """What the second person signs: this cancellation of this receipt, for this reason."""
    said = [body.void_id, body.receipt_id, body.reason, body.voided_by_name, body.original]
    return approval_claim("cashier.void_receipt", said)


def _look_at_approval(rows: Rows, body: VoidReceipt, context: Context) -> None:
    """A signature that is none is refused; one of a person who may no more is told: it was true when it was given."""
    told = {"receipt_id": body.receipt_id.hex(), "by": body.approved_by_name or body.voided_by_name}
    key_id, who = body.approver_key_id, body.approved_by
    if who is None:
        if _needs_second(rows, context.at):
            raise Refused("cashier.void_not_approved", **told)
        return
    own = who == context.user_id
    if own or key_id is None or not is_signed(rows, key_id, who, void_claim(body), body.approval):
        raise Refused("cashier.void_not_approved", **told)
    if not may_approve(rows, key_id, who, context.device_id):
        rows.flag("cashier.void_not_approved", **told)


def _needs_second(rows: Rows, at: str) -> bool:
    """Whether the office had said by then that nobody cancels alone."""
    day = local_date(from_utc_text(at)).isoformat()
    said = (rule for rule in rows.all(_RULES) if rule["from_day"] <= day and rule["set_at"] <= at)
    last = max(said, key=lambda rule: (rule["from_day"], rule["set_at"]), default=None)
    return last is not None and last["void_approval"] == NEEDED


def reprint_receipt(rows: Rows, body: ReprintReceipt, context: Context) -> None:
    rows.insert(
        tables.receipt_print,
        body.print_id,
        receipt_id=body.receipt_id,
        time=body.time,
        printed_by=context.user_id,
        printed_by_name=body.printed_by_name,
        printed_at=context.at,
    )


def audience(rows: Rows, receipt: Row) -> frozenset[str]:
    """The cash office, and the counter that issued it; money is never a secret of the state."""
    return secrecy.buckets({"finance", f"counter:{receipt['device_id'].hex()}"}, Secrecy.NORMAL)


def _voided(body: VoidReceipt) -> tuple[Look, ...]:
    return Look(tables.receipt, "id", body.receipt_id), Look(tables.receipt_void, "receipt_id", body.receipt_id)


def _book_keyed(body: KeyInReceipt) -> tuple[Look, ...]:
    return (Look(number_book, "id", body.keyed.lease_id),)


ENTITIES = (
    Entity(tables.receipt, buckets=audience),
    Entity(tables.receipt_line, parent=("receipt", "receipt_id")),
    Entity(tables.receipt_print, parent=("receipt", "receipt_id")),
    Entity(tables.receipt_void, parent=("receipt", "receipt_id")),
    *bill_mutations.ENTITIES,
    *shift_mutations.ENTITIES,
)

ISSUE = Mutation("cashier.issue_receipt", 1, Kind.FACT, IssueReceipt, issue_receipt)
KEY_IN = Mutation("cashier.key_in_receipt", 1, Kind.FACT, KeyInReceipt, key_in_receipt, reads=_book_keyed)
VOID = Mutation("cashier.void_receipt", 1, Kind.FACT, VoidReceipt, void_receipt, reads=_voided)
REPRINT = Mutation("cashier.reprint_receipt", 1, Kind.FACT, ReprintReceipt, reprint_receipt)

MUTATIONS = (ISSUE, KEY_IN, VOID, REPRINT, *bill_mutations.MUTATIONS, *shift_mutations.MUTATIONS)
