"""Asking for a letter back after it was received (ขอคืน), and returning what came to the wrong place (ส่งคืน)."""

import msgspec

from desktop.letters import tables
from desktop.letters.route_model import Outcome, RouteState, Said
from desktop.letters.underway import ask, is_open, leave, note, route_of, settled
from desktop.office.mutation import Context, Kind, Mutation, Refused, Row, Rows


class AskBack(msgspec.Struct, frozen=True):
    event_id: bytes
    route_id: bytes
    reason: str
    actor_name: str


class AnswerAsk(msgspec.Struct, frozen=True):
    """`agreed`: 1 gives the letter back, 0 keeps it, which needs a reason."""

    event_id: bytes
    route_id: bytes
    agreed: int
    reason: str
    actor_name: str


class SendBack(msgspec.Struct, frozen=True):
    event_id: bytes
    route_id: bytes
    reason: str
    actor_name: str


def ask_back(rows: Rows, body: AskBack, context: Context) -> None:
    """What nobody has received yet need not be asked for: it is recalled."""
    row = _held(rows, body.route_id)
    _hold_reason(body.reason)
    if row["asked_at"] is not None:
        raise Refused("letters.already_asked", letter_id=row["letter_id"].hex())
    ask(rows, body.event_id, row, body.reason, body.actor_name, context)
    if row["state"] == RouteState.SENT:
        leave(rows, _held(rows, body.route_id), Outcome.GIVEN_BACK, context)


def answer_ask(rows: Rows, body: AnswerAsk, context: Context) -> None:
    """The first answer stands."""
    row = _held(rows, body.route_id)
    if row["asked_at"] is None:
        raise Refused("letters.not_asked", letter_id=row["letter_id"].hex())
    if body.agreed:
        note(rows, body.event_id, row, Said.GAVE_BACK, body.reason, body.actor_name, context)
        leave(rows, row, Outcome.GIVEN_BACK, context)
    else:
        _hold_reason(body.reason)
        note(rows, body.event_id, row, Said.KEPT, body.reason, body.actor_name, context)
        rows.update(tables.routing, row, asked_at=None)


def send_back(rows: Rows, body: SendBack, context: Context) -> None:
    """To who sent it. What they recalled meanwhile is with them already; the reason is kept all the same."""
    row = rows.find(tables.routing, body.route_id)
    if row is None or row["done_at"] is not None:
        raise settled(row)
    _hold_reason(body.reason)
    note(rows, body.event_id, row, Said.RETURNED, body.reason, body.actor_name, context)
    if row["state"] != RouteState.RECALLED:
        leave(rows, row, Outcome.RETURNED, context)


def _held(rows: Rows, route_id: bytes) -> Row:
    row = rows.find(tables.routing, route_id)
    if row is None or not is_open(row):
        raise settled(row)
    return row


def _hold_reason(reason: str) -> None:
    if not reason.strip():
        raise Refused("letters.reason_missing")


ASK_BACK = Mutation("letters.ask_back", 1, Kind.INTENT, AskBack, ask_back, reads=route_of)
ANSWER_ASK = Mutation("letters.answer_ask", 1, Kind.INTENT, AnswerAsk, answer_ask, reads=route_of)
SEND_BACK = Mutation("letters.send_back", 1, Kind.INTENT, SendBack, send_back, reads=route_of)

MUTATIONS = (ASK_BACK, ANSWER_ASK, SEND_BACK)
