"""An endorsement (เกษียณ) as it travels: append-only, put right only by a further one, judged but never refused."""

import msgspec

from desktop.accounts.tables import staff
from desktop.letters import tables
from desktop.letters.authority import UNKNOWN, Delegation, flaw_of
from desktop.letters.authority_tables import delegation
from desktop.letters.delegating import delegation_of
from desktop.office.clock import from_utc_text, utc_text
from desktop.office.ids import Id
from desktop.office.mutation import Context, Kind, Look, Mutation, Row, Rows


class PlacePart(msgspec.Struct, frozen=True):
    """Where the words stand on a page: page from 0, micrometres from its top left; `digest`: of the page as it was."""

    file_id: bytes
    page: int
    x: int
    y: int
    digest: str


class ReadingPart(msgspec.Struct, frozen=True):
    """What was seen before signing. `state`: read, or not_read (said openly); seconds and pages as measured."""

    state: str
    seconds: int = 0
    pages: int = 0
    all_pages: int = 0


class Endorse(msgspec.Struct, frozen=True):
    """`signed_at`: when it was signed, if it was kept back for a moment; `block`: the lines under the signature.

    `delegation_id`: the order by which somebody signs for another; `via_id`: the one that put them into the post to
    which that order was given. `corrects_id`: the endorsement that this one puts right.
    """

    endorsement_id: bytes
    letter_id: bytes
    actor_name: str
    acted_as: str
    action: str
    text: str
    signed_at: str | None = None
    capacity: str = "own"
    block: tuple[str, ...] = ()
    delegation_id: bytes | None = None
    via_id: bytes | None = None
    for_name: str | None = None
    corrects_id: bytes | None = None
    place: PlacePart | None = None
    reading: ReadingPart | None = None


def endorse(rows: Rows, body: Endorse, context: Context) -> None:
    """Kept whatever is wrong with it; one that is there already stays as it is."""
    known = rows.find(tables.endorsement, body.endorsement_id)
    if known is not None:
        if (known["actor_id"], known["text"]) != (context.user_id, body.text):
            rows.flag("not_applied", letter_id=body.letter_id.hex())
        return
    letter = rows.find(tables.letter, body.letter_id)
    at = _moment(body.signed_at, context.at)
    flaw = _judged(rows, body, letter, at, context) if context.authority and body.delegation_id else None
    place, reading = body.place, body.reading
    rows.insert(
        tables.endorsement,
        body.endorsement_id,
        letter_id=body.letter_id,
        actor_id=context.user_id,
        actor_name=body.actor_name,
        acted_as=body.acted_as,
        action=body.action,
        text=body.text,
        at=at,
        capacity=body.capacity,
        block="\n".join(body.block) or None,
        delegation_id=body.delegation_id,
        via_id=body.via_id,
        for_name=body.for_name,
        corrects_id=body.corrects_id,
        file_id=place.file_id if place else None,
        page=place.page if place else None,
        place_x=place.x if place else None,
        place_y=place.y if place else None,
        page_digest=place.digest if place else None,
        reading=reading.state if reading else None,
        read_seconds=reading.seconds if reading else None,
        read_pages=reading.pages if reading else None,
        all_pages=reading.all_pages if reading else None,
        flaw=flaw,
    )
    if letter is not None:
        rows.update(tables.letter, letter, acted_at=context.at)


def _moment(signed_at: str | None, at: str) -> str:
    """When it was signed, if that is a moment before the act itself."""
    try:
        is_moment = signed_at is not None and utc_text(from_utc_text(signed_at)) == signed_at
    except (ValueError, OverflowError):
        return at
    return signed_at if is_moment and signed_at is not None and signed_at <= at else at


def _judged(rows: Rows, body: Endorse, letter: Row | None, at: str, context: Context) -> str | None:
    """What was wrong with signing for another, told to who did it; the words stay and bear the mark."""
    chain = _orders(rows, body)
    flaw: str | None = UNKNOWN
    if chain is not None:
        person = rows.find(staff, context.user_id)
        position = person["position_th"] if person else ""
        kind = letter["kind"] if letter else ""
        flaw = flaw_of(chain, context.user_id, position, from_utc_text(at), kind, body.action)
    if flaw is not None:
        order = chain[-1] if chain else None
        said = {"order_no": order.order_no if order else "-", "position": order.position_th if order else "-"}
        rows.flag(flaw, letter_id=body.letter_id.hex(), endorsement_id=body.endorsement_id.hex(), **said)
    return flaw


def _orders(rows: Rows, body: Endorse) -> list[Delegation] | None:
    """The orders that the act names, the first one first; None when the centre does not know one of them."""
    found = [rows.find(delegation, one) for one in _order_ids(body)]
    return None if None in found else [delegation_of(row) for row in found if row is not None]


def _order_ids(body: Endorse) -> tuple[Id, ...]:
    return tuple(one for one in (body.via_id, body.delegation_id) if one is not None)


def _looks(body: Endorse) -> tuple[Look, ...]:
    orders = (Look(delegation, "id", one) for one in _order_ids(body))
    return (
        Look(tables.letter, "id", body.letter_id),
        Look(tables.endorsement, "id", body.endorsement_id),
        *orders,
    )


ENDORSE = Mutation("letters.endorse", 1, Kind.FACT, Endorse, endorse, reads=_looks)
