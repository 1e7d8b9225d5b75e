"""The verbs of the letters room that travel. Registering and endorsing happened (facts); the others are wanted."""

from collections.abc import Sequence

import msgspec

from desktop.letters import delegating, keeping, past, phrasing, provisional, saving, tables, twins
from desktop.letters.amending import AMEND
from desktop.letters.classifying import Classify, classify
from desktop.letters.custody import MOVE_PAPER
from desktop.letters.endorsing import ENDORSE as ENDORSE
from desktop.letters.endorsing import Endorse as Endorse
from desktop.letters.entering import CitationPart as CitationPart
from desktop.letters.entering import EnclosurePart as EnclosurePart
from desktop.letters.entering import FilePart as FilePart
from desktop.letters.entering import enter, parted
from desktop.letters.model import RouteState, Status
from desktop.letters.provisional import NUMBER as NUMBER
from desktop.letters.provisional import REGISTER_PROVISIONAL as REGISTER_PROVISIONAL
from desktop.letters.provisional import NumberLetter as NumberLetter
from desktop.letters.twins import LINK
from desktop.office import secrecy
from desktop.office.ids import Id
from desktop.office.mutation import Context, Entity, Kind, Look, Mutation, Refused, Row, Rows
from desktop.office.numbers import Taken, issue
from desktop.office.series import series_of, unit_of


class Register(msgspec.Struct, frozen=True):
    """An incoming letter as registered. `stamp_x`, `stamp_y` in micrometres from the page's top left."""

    letter_id: bytes
    taken: Taken
    register: str
    received_at: str
    channel: str
    from_party: str
    book_number: str
    book_number_key: str
    to_party: str
    subject: str
    urgency: str
    secrecy: str
    letter_date: str | None = None
    due_date: str | None = None
    remarks: str | None = None
    stamp_page: int | None = None
    stamp_x: int | None = None
    stamp_y: int | None = None
    files: tuple[FilePart, ...] = ()
    kind: str = "external"
    direction: str = "incoming"
    urgent_deadline: str | None = None
    enclosures: tuple[EnclosurePart, ...] = ()
    citations: tuple[CitationPart, ...] = ()


class RoutePart(msgspec.Struct, frozen=True):
    id: bytes
    unit_id: bytes
    purpose: str
    due_date: str | None = None


class Route(msgspec.Struct, frozen=True):
    letter_id: bytes
    routes: tuple[RoutePart, ...]
    note: str | None = None


class Receive(msgspec.Struct, frozen=True):
    route_id: bytes


class Recall(msgspec.Struct, frozen=True):
    route_ids: tuple[bytes, ...]


def register(rows: Rows, body: Register, context: Context) -> None:
    values, parts = parted(body)
    del values["letter_id"], values["taken"]
    issue(rows, body.taken, "letter", body.letter_id, context)
    if context.authority and body.taken.series != series_of(body.register):
        rows.flag("letters.other_register", register=body.register, series=body.taken.series)
    enter(rows, body.letter_id, values, parts, (body.taken.year_be, body.taken.n), context)


def route(rows: Rows, body: Route, context: Context) -> None:
    letter = rows.find(tables.letter, body.letter_id)
    if letter is None:
        raise Refused("letters.gone")
    held = {row["unit_id"]: row for row in _routes_of(rows, body.letter_id) if row["state"] != RouteState.RECALLED}
    if all(part.unit_id in held for part in body.routes):
        there = [_said(held[part.unit_id]) for part in body.routes]
        raise Refused("letters.already_routed", letter_id=body.letter_id.hex(), routes=there)
    for part in body.routes:
        if part.unit_id not in held:
            _send(rows, body, part, context)
    rows.update(tables.letter, letter, status=Status.ROUTED.value, acted_at=context.at)


def _send(rows: Rows, body: Route, part: RoutePart, context: Context) -> None:
    rows.insert(
        tables.routing,
        part.id,
        letter_id=body.letter_id,
        unit_id=part.unit_id,
        purpose=part.purpose,
        note=body.note,
        due_date=part.due_date,
        state=RouteState.SENT.value,
        sent_by=context.user_id,
        sent_at=context.at,
        received_by=None,
        received_at=None,
    )


def receive(rows: Rows, body: Receive, context: Context) -> None:
    _settle(rows, body.route_id, RouteState.RECEIVED, context)


def recall(rows: Rows, body: Recall, context: Context) -> None:
    for route_id in body.route_ids:
        _settle(rows, route_id, RouteState.RECALLED, context)
    letter_id = (rows.find(tables.routing, body.route_ids[0]) or {})["letter_id"]
    letter = rows.find(tables.letter, letter_id)
    still = [row for row in _routes_of(rows, letter_id) if row["state"] != RouteState.RECALLED]
    if letter is not None and not still:
        rows.update(tables.letter, letter, status=Status.REGISTERED.value, acted_at=context.at)


def _settle(rows: Rows, route_id: Id, state: RouteState, context: Context) -> None:
    row = rows.find(tables.routing, route_id)
    if row is None or row["state"] != RouteState.SENT:
        raise Refused(
            "letters.route_settled", state=row["state"] if row else "gone", routes=[_said(row)] if row else []
        )
    rows.update(tables.routing, row, state=state.value, received_by=context.user_id, received_at=context.at)


def _said(row: Row) -> dict[str, str | None]:
    """Where a letter was sent, by whom and when, and who took it over or back: what a late clerk is told."""
    said = {name: row[name].hex() if row[name] else None for name in ("letter_id", "unit_id", "sent_by", "received_by")}
    return said | {name: row[name] for name in ("state", "sent_at", "received_at")}


def _routes_of(rows: Rows, letter_id: Id) -> Sequence[Row]:
    return rows.where(tables.routing, "letter_id", letter_id)


def audience(rows: Rows, letter: Row) -> frozenset[str]:
    """Whose register it is in, and every unit on the letter's route that was not recalled, at the letter's secrecy."""
    routes = _routes_of(rows, letter["id"])
    units = {f"unit:{row['unit_id'].hex()}" for row in routes if row["state"] != RouteState.RECALLED}
    owner = unit_of(letter["register"])
    return secrecy.buckets({f"unit:{owner}" if owner else "registry", *units}, letter["secrecy"])


def _twin_of(body: Register) -> tuple[Look, ...]:
    known_as = twins.reference(msgspec.structs.asdict(body))
    if not known_as:
        return ()
    return Look(tables.letter_reference, "reference", known_as), Look(tables.letter_link, "letter_id", body.letter_id)


def _routed(body: Route) -> tuple[Look, ...]:
    return Look(tables.letter, "id", body.letter_id), Look(tables.routing, "letter_id", body.letter_id)


def _classified(body: Classify) -> tuple[Look, ...]:
    return (Look(tables.letter, "id", body.letter_id),)


def _route_of(body: Receive) -> tuple[Look, ...]:
    return (Look(tables.routing, "id", body.route_id),)


def _routes_named(body: Recall) -> tuple[Look, ...]:
    return tuple(Look(tables.routing, "id", route_id) for route_id in body.route_ids)


ENTITIES = (
    Entity(tables.letter, buckets=audience, beside=((tables.routing, "letter_id"),)),
    Entity(tables.letter_amendment, parent=("letter", "letter_id")),
    Entity(tables.letter_link, parent=("letter", "letter_id")),
    Entity(tables.letter_tag, parent=("letter", "letter_id")),
    Entity(tables.letter_registration, parent=("letter", "letter_id")),
    Entity(tables.letter_enclosure, parent=("letter", "letter_id")),
    Entity(tables.letter_citation, parent=("letter", "letter_id")),
    Entity(tables.letter_cancellation, parent=("letter", "letter_id")),
    Entity(tables.letter_loan, parent=("letter", "letter_id")),
    Entity(tables.letter_custody, parent=("letter", "letter_id")),
    Entity(tables.letter_file, parent=("letter", "letter_id"), blobs=("sha256", "original_sha256")),
    Entity(tables.endorsement, parent=("letter", "letter_id")),
    Entity(tables.routing, parent=("letter", "letter_id")),
    Entity(tables.classification, parent=("letter", "letter_id")),
    *past.ENTITIES,
    *delegating.ENTITIES,
    *phrasing.ENTITIES,
    *saving.ENTITIES,
)

REGISTER = Mutation("letters.register", 1, Kind.FACT, Register, register, reads=_twin_of)
ROUTE = Mutation("letters.route", 1, Kind.INTENT, Route, route, reads=_routed)
RECEIVE = Mutation("letters.receive", 1, Kind.INTENT, Receive, receive, reads=_route_of)
RECALL = Mutation("letters.recall", 1, Kind.INTENT, Recall, recall, reads=_routes_named)
CLASSIFY = Mutation("letters.classify", 1, Kind.INTENT, Classify, classify, reads=_classified)

MUTATIONS = (
    REGISTER,
    ENDORSE,
    ROUTE,
    RECEIVE,
    RECALL,
    AMEND,
    LINK,
    CLASSIFY,
    *provisional.MUTATIONS,
    *keeping.MUTATIONS,
    *past.MUTATIONS,
    MOVE_PAPER,
    *delegating.MUTATIONS,
    *phrasing.MUTATIONS,
    *saving.MUTATIONS,
)
