"""What happens to a drawer of cash and to the money in it: all of it did happen; only closing a day may be refused."""

import msgspec

from desktop.cashier import shift_tables as tables
from desktop.cashier.shift_model import EVER
from desktop.office import secrecy
from desktop.office.mutation import Context, Entity, Kind, Look, Mutation, Refused, Row, Rows
from desktop.office.secrecy import Secrecy


class OpenShift(msgspec.Struct, frozen=True):
    """`pieces`: the float that was counted, as `Pieces.text`."""

    shift_id: bytes
    counter: str
    after_mseq: int
    pieces: str
    cashier_name: str
    cashier_position: str


class MoveCash(msgspec.Struct, frozen=True):
    movement_id: bytes
    shift_id: bytes
    satang: int
    reason: str
    made_by_name: str


class CountCash(msgspec.Struct, frozen=True):
    count_id: bytes
    shift_id: bytes
    pieces: str
    counted_by_name: str


class HandOver(msgspec.Struct, frozen=True):
    """`explanation`: why there is not what should be there; empty where there is."""

    handover_id: bytes
    shift_id: bytes
    pieces: str
    explanation: str
    giver_id: bytes
    giver_name: str
    taker_id: bytes
    taker_name: str
    taker_position: str


class Piece(msgspec.Struct, frozen=True):
    """A piece of a desk's chain: its acts after `after_mseq`; up to the end for a desk that is no more."""

    span_id: bytes
    device_id: bytes
    after_mseq: int


class CloseShift(msgspec.Struct, frozen=True):
    """`before`: pieces of the chains of desks that this one has come after."""

    close_id: bytes
    shift_id: bytes
    count_id: bytes
    explanation: str
    closed_by_name: str
    closed_by_position: str
    outages: str
    proof: str
    span_id: bytes
    after_mseq: int
    before: tuple[Piece, ...] = ()
    witness_id: bytes | None = None
    witness_name: str = ""


class ReceiveRemittance(msgspec.Struct, frozen=True):
    received_id: bytes
    shift_id: bytes
    satang: int
    words: str
    received_by_name: str
    received_by_position: str


class DaySlip(msgspec.Struct, frozen=True):
    row_id: bytes
    shift_id: bytes


class CloseDay(msgspec.Struct, frozen=True):
    day_id: bytes
    day: str
    closed_by_name: str
    slips: tuple[DaySlip, ...]


class EnterElaas(msgspec.Struct, frozen=True):
    entry_id: bytes
    receipt_id: bytes
    number: str
    entered_by_name: str


class UseCashRule(msgspec.Struct, frozen=True):
    """`void_approval`: `shift_model.NEEDED` or `OPTIONAL`; None: desks ask for it, acts without one are taken."""

    rule_id: bytes
    from_day: str
    receipt_mode: str
    needs_shift: int
    void_approval: str | None = None


def open_shift(rows: Rows, body: OpenShift, context: Context) -> None:
    values = msgspec.structs.asdict(body)
    rows.insert(
        tables.shift,
        values.pop("shift_id"),
        cashier_id=context.user_id,
        opened_at=context.at,
        device_id=context.device_id,
        mseq=context.mseq,
        **values,
    )


def move_cash(rows: Rows, body: MoveCash, context: Context) -> None:
    values = msgspec.structs.asdict(body)
    movement_id = values.pop("movement_id")
    rows.insert(
        tables.shift_movement,
        movement_id,
        made_by=context.user_id,
        made_at=context.at,
        mseq=context.mseq,
        **values,
    )


def count_cash(rows: Rows, body: CountCash, context: Context) -> None:
    values = msgspec.structs.asdict(body)
    count_id = values.pop("count_id")
    rows.insert(
        tables.shift_count,
        count_id,
        counted_by=context.user_id,
        counted_at=context.at,
        device_id=context.device_id,
        mseq=context.mseq,
        **values,
    )


def hand_over(rows: Rows, body: HandOver, context: Context) -> None:
    values = msgspec.structs.asdict(body)
    handover_id = values.pop("handover_id")
    rows.insert(tables.shift_handover, handover_id, handed_at=context.at, mseq=context.mseq, **values)


def close_shift(rows: Rows, body: CloseShift, context: Context) -> None:
    if context.authority and rows.where(tables.shift_close, "shift_id", body.shift_id):
        rows.flag("cashier.shift_closed_twice", shift_id=body.shift_id.hex())
    values = msgspec.structs.asdict(body)
    span = Piece(values.pop("span_id"), context.device_id, values.pop("after_mseq"))
    before, close_id = values.pop("before"), values.pop("close_id")
    rows.insert(
        tables.shift_close, close_id, closed_by=context.user_id, closed_at=context.at, mseq=context.mseq, **values
    )
    for piece, up_to in [(span, context.mseq), *((one, EVER) for one in before)]:
        place = {"device_id": piece.device_id, "after_mseq": piece.after_mseq, "up_to_mseq": up_to}
        rows.insert(tables.shift_span, piece.span_id, shift_id=body.shift_id, **place)


def receive_remittance(rows: Rows, body: ReceiveRemittance, context: Context) -> None:
    if context.authority and rows.where(tables.remittance_received, "shift_id", body.shift_id):
        rows.flag("cashier.remittance_received_twice", shift_id=body.shift_id.hex())
    values = msgspec.structs.asdict(body)
    received_id = values.pop("received_id")
    rows.insert(tables.remittance_received, received_id, received_by=context.user_id, received_at=context.at, **values)


def close_day(rows: Rows, body: CloseDay, context: Context) -> None:
    if rows.where(tables.money_day, "day", body.day):
        raise Refused("cashier.day_is_closed", day=body.day)
    for slip in body.slips:
        if rows.where(tables.money_day_slip, "shift_id", slip.shift_id):
            raise Refused("cashier.slip_in_another_day", day=body.day)
    made = {"closed_by": context.user_id, "closed_by_name": body.closed_by_name, "closed_at": context.at}
    rows.insert(tables.money_day, body.day_id, day=body.day, device_id=context.device_id, **made)
    for slip in body.slips:
        rows.insert(tables.money_day_slip, slip.row_id, day_id=body.day_id, shift_id=slip.shift_id)


def enter_elaas(rows: Rows, body: EnterElaas, context: Context) -> None:
    values = msgspec.structs.asdict(body)
    entry_id = values.pop("entry_id")
    rows.insert(tables.elaas_receipt, entry_id, entered_by=context.user_id, entered_at=context.at, **values)


def use_cash_rule(rows: Rows, body: UseCashRule, context: Context) -> None:
    values = msgspec.structs.asdict(body)
    rows.insert(tables.cash_rule, values.pop("rule_id"), set_at=context.at, **values)


def audience(rows: Rows, row: Row) -> frozenset[str]:
    """The cash office, and the counter that wrote it."""
    return secrecy.buckets({"finance", f"counter:{row['device_id'].hex()}"}, Secrecy.NORMAL)


def everyone(rows: Rows, row: Row) -> frozenset[str]:
    return frozenset({"common/normal"})


def _closed(body: CloseShift) -> tuple[Look, ...]:
    return Look(tables.shift, "id", body.shift_id), Look(tables.shift_close, "shift_id", body.shift_id)


def _received(body: ReceiveRemittance) -> tuple[Look, ...]:
    return (Look(tables.remittance_received, "shift_id", body.shift_id),)


def _day_closed(body: CloseDay) -> tuple[Look, ...]:
    slips = (Look(tables.money_day_slip, "shift_id", slip.shift_id) for slip in body.slips)
    return Look(tables.money_day, "day", body.day), *slips


_OF_SHIFT = (
    tables.shift_movement,
    tables.shift_count,
    tables.shift_handover,
    tables.shift_close,
    tables.shift_span,
    tables.remittance_received,
)
ENTITIES = (
    Entity(tables.shift, buckets=audience),
    *(Entity(table, parent=("shift", "shift_id")) for table in _OF_SHIFT),
    Entity(tables.money_day, buckets=audience),
    Entity(tables.money_day_slip, parent=("money_day", "day_id")),
    Entity(tables.elaas_receipt, parent=("receipt", "receipt_id")),
    Entity(tables.cash_rule, buckets=everyone),
)

OPEN = Mutation("cashier.open_shift", 1, Kind.FACT, OpenShift, open_shift)
MOVE = Mutation("cashier.move_cash", 1, Kind.FACT, MoveCash, move_cash)
COUNT = Mutation("cashier.count_cash", 1, Kind.FACT, CountCash, count_cash)
HAND_OVER = Mutation("cashier.hand_over", 1, Kind.FACT, HandOver, hand_over)
CLOSE = Mutation("cashier.close_shift", 1, Kind.FACT, CloseShift, close_shift, reads=_closed)
RECEIVE = Mutation("cashier.receive_remittance", 1, Kind.FACT, ReceiveRemittance, receive_remittance, reads=_received)
CLOSE_DAY = Mutation("cashier.close_day", 1, Kind.INTENT, CloseDay, close_day, reads=_day_closed)
ENTER_ELAAS = Mutation("cashier.enter_elaas", 1, Kind.FACT, EnterElaas, enter_elaas)
RULE = Mutation("cashier.use_cash_rule", 1, Kind.FACT, UseCashRule, use_cash_rule, centre_only=True)

MUTATIONS = (OPEN, MOVE, COUNT, HAND_OVER, CLOSE, RECEIVE, CLOSE_DAY, ENTER_ELAAS, RULE)
