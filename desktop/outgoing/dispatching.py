"""สมุดส่งหนังสือ and its receipts: a letter left the house, and somebody took it."""

import msgspec

from desktop.office.mutation import Context, Kind, Look, Mutation, Rows
from desktop.outgoing import tables


class Send(msgspec.Struct, frozen=True):
    """`sent_at`: UTC text; `reference`: the post's own number, an address on the net."""

    dispatch_id: bytes
    letter_id: bytes
    to_party: str
    sending: str
    reference: str
    sent_at: str
    note: str
    actor_name: str


class Deliver(msgspec.Struct, frozen=True):
    """The receipt of a dispatch came: who took the letter and when (UTC text)."""

    dispatch_id: bytes
    received_at: str
    received_by_name: str
    note: str
    actor_name: str


def send(rows: Rows, body: Send, context: Context) -> None:
    values = msgspec.structs.asdict(body)
    name = values.pop("actor_name")
    rows.insert(
        tables.dispatch,
        values.pop("dispatch_id"),
        sent_by_name=name,
        received_at=None,
        received_by_name=None,
        receipt_note=None,
        receipt_entered_by_name=None,
        **values,
    )


def deliver(rows: Rows, body: Deliver, context: Context) -> None:
    """The first receipt stands; one that says otherwise is told to a person."""
    sent = rows.find(tables.dispatch, body.dispatch_id)
    if sent is None:
        rows.flag("outgoing.dispatch_unknown")
    elif sent["received_at"] is None:
        rows.update(
            tables.dispatch,
            sent,
            received_at=body.received_at,
            received_by_name=body.received_by_name,
            receipt_note=body.note,
            receipt_entered_by_name=body.actor_name,
        )
    elif (sent["received_at"], sent["received_by_name"]) != (body.received_at, body.received_by_name):
        rows.flag("outgoing.received_twice", letter_id=sent["letter_id"].hex(), by=body.received_by_name)


def _dispatch(body: Deliver) -> tuple[Look, ...]:
    return (Look(tables.dispatch, "id", body.dispatch_id),)


SEND = Mutation("outgoing.send", 1, Kind.FACT, Send, send)
DELIVER = Mutation("outgoing.deliver", 1, Kind.FACT, Deliver, deliver, reads=_dispatch)

MUTATIONS = (SEND, DELIVER)
