"""Asking a supervisor happened (a fact); answering and taking back are wanted (intents)."""

import msgspec

from desktop.letters.mutations import audience as letter_audience
from desktop.letters.tables import letter
from desktop.office import secrecy
from desktop.office.mutation import Context, Entity, Kind, Look, Mutation, Refused, Row, Rows
from desktop.office.secrecy import Secrecy
from desktop.tray import tables

OPEN, SETTLED, RETURNED, TAKEN_BACK = "open", "settled", "returned", "taken_back"


class HandUp(msgspec.Struct, frozen=True):
    """`data`, `deed`: JSON texts; `paper_id` of the `paper` in question, if there is one."""

    review_id: bytes
    paper: str
    code: str
    data: str
    deed: str
    note: str
    actor_name: str
    paper_id: bytes | None = None


class Answer(msgspec.Struct, frozen=True):
    """`returned`: the desk that asked must act; else the supervisor has seen to it."""

    review_id: bytes
    returned: bool
    words: str
    actor_name: str


class TakeBack(msgspec.Struct, frozen=True):
    review_id: bytes


def hand_up(rows: Rows, body: HandUp, context: Context) -> None:
    rows.insert(
        tables.review,
        body.review_id,
        paper=body.paper,
        paper_id=body.paper_id,
        code=body.code,
        data=body.data,
        deed=body.deed,
        note=body.note,
        asked_by=context.user_id,
        asked_by_name=body.actor_name,
        asked_at=context.at,
        device_id=context.device_id,
        state=OPEN,
        answer=None,
        answered_by=None,
        answered_by_name=None,
        answered_at=None,
    )


def answer(rows: Rows, body: Answer, context: Context) -> None:
    review = _open(rows, body.review_id)
    state = RETURNED if body.returned else SETTLED
    said = {"answer": body.words, "answered_by": context.user_id, "answered_by_name": body.actor_name}
    rows.update(tables.review, review, state=state, answered_at=context.at, **said)


def take_back(rows: Rows, body: TakeBack, context: Context) -> None:
    rows.update(tables.review, _open(rows, body.review_id), state=TAKEN_BACK)


def _open(rows: Rows, review_id: bytes) -> Row:
    review = rows.find(tables.review, review_id)
    if review is None or review["state"] != OPEN:
        raise Refused("tray.already_answered", state=review["state"] if review else "gone")
    return review


def audience(rows: Rows, review: Row) -> frozenset[str]:
    """Of a letter: who may see the letter, and the executives. Else the desk that asked, and who keeps such papers."""
    about = rows.find(letter, review["paper_id"]) if review["paper"] == "letter" and review["paper_id"] else None
    if about is not None:
        return letter_audience(rows, about) | secrecy.buckets({"executive"}, about["secrecy"])
    keeper = "finance" if review["paper"] in ("receipt", "bill") else "registry"
    return secrecy.buckets({f"counter:{review['device_id'].hex()}", keeper, "executive"}, Secrecy.NORMAL)


ENTITIES = (Entity(tables.review, buckets=audience, follows=("letter", "paper_id")),)


def _review_of(body: Answer | TakeBack) -> tuple[Look, ...]:
    return (Look(tables.review, "id", body.review_id),)


HAND_UP = Mutation("tray.hand_up", 1, Kind.FACT, HandUp, hand_up)
ANSWER = Mutation("tray.answer", 1, Kind.INTENT, Answer, answer, reads=_review_of)
TAKE_BACK = Mutation("tray.take_back", 1, Kind.INTENT, TakeBack, take_back, reads=_review_of)

MUTATIONS = (HAND_UP, ANSWER, TAKE_BACK)
