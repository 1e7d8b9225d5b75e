"""Cases as they travel: opened and moved by facts, because a slip was printed and people went out; kinds by the centre.

The step names its states itself, so that whoever gets the act later, or knows the kind in no version, works out the
same standing; with authority it is compared with the kind, and what does not fit is flagged.
"""

from collections.abc import Iterator, Sequence
from typing import Any

import msgspec

from desktop.accounts.tables import staff
from desktop.cases import tables
from desktop.cases.kind import Kind as CaseKind
from desktop.cases.kinds import read_kind, shipped
from desktop.cases.model import OPENED, Event, Standing
from desktop.cases.rules import Actor, crossed, display_number, may, standing
from desktop.office import secrecy
from desktop.office.clock import from_utc_text
from desktop.office.errors import OfficeError
from desktop.office.ids import Id
from desktop.office.mutation import Context, Entity, Kind, Look, Mutation, Refused, Row, Rows
from desktop.office.numbers import Taken, issue
from desktop.office.secrecy import Secrecy
from desktop.office.thai import normalise

COMMON = frozenset({"common/normal"})
SERVICE = "service"
"""The audience of the service centre: every case that is not restricted, and who asked."""


class EventPart(msgspec.Struct, frozen=True):
    """`to_state` None: the state stays; `clock`: runs, stands or ended, of the state that it comes into."""

    id: bytes
    step: str
    from_state: str
    to_state: str | None = None
    clock: str | None = None
    effect: str | None = None
    text: str = ""
    agency: str = ""
    unit_id: bytes | None = None
    staff_id: bytes | None = None
    item: str = ""
    score: int | None = None
    cost_satang: int | None = None
    other_id: bytes | None = None


class AnswerPart(msgspec.Struct, frozen=True):
    id: bytes
    field: str
    value: str


class PicturePart(msgspec.Struct, frozen=True):
    """`sha256`: the file as it came; `public_sha256`: the copy without place, time and owner."""

    id: bytes
    original_id: bytes
    use: str
    name: str
    media_type: str
    sha256: str
    public_sha256: str
    lat_e6: int | None = None
    lon_e6: int | None = None


class ReporterPart(msgspec.Struct, frozen=True):
    id: bytes
    name: str = ""
    phone: str = ""
    address: str = ""
    person_id: bytes | None = None
    house_id: bytes | None = None


class OpenCase(msgspec.Struct, frozen=True):
    """`events`: the opening itself, and the papers that were handed in with it."""

    case_id: bytes
    taken: Taken
    kind: str
    kind_version: str
    text: str
    channel: str
    actor_name: str
    intake_unit_id: bytes
    events: tuple[EventPart, ...]
    counter: str = ""
    category: str = ""
    place: str = ""
    moo: str = ""
    lat_e6: int | None = None
    lon_e6: int | None = None
    accuracy_m: int | None = None
    place_source: str = ""
    restricted: int = 0
    hidden: int = 1
    reporter: ReporterPart | None = None
    answers: tuple[AnswerPart, ...] = ()
    files: tuple[PicturePart, ...] = ()
    proof: str | None = None


class TakeStep(msgspec.Struct, frozen=True):
    case_id: bytes
    actor_name: str
    event: EventPart
    answers: tuple[AnswerPart, ...] = ()
    files: tuple[PicturePart, ...] = ()


class DefineKind(msgspec.Struct, frozen=True):
    """`definition`: the kind's file (JSON), whose code and version are told here once more."""

    kind_id: bytes
    code: str
    version: str
    definition: str


class WithdrawKind(msgspec.Struct, frozen=True):
    """No case of that version is opened any more; those that are open keep it."""

    code: str
    version: str


def open_case(rows: Rows, body: OpenCase, context: Context) -> None:
    issue(rows, body.taken, "citizen_case", body.case_id, context)
    _write(rows, body.case_id, body.actor_name, body.events, body.answers, body.files, context)
    taken = body.taken
    values = msgspec.structs.asdict(body)
    for name in ("case_id", "taken", "actor_name", "events", "reporter", "answers", "files"):
        values.pop(name)
    label = display_number(taken.series, taken.year_be, taken.n)
    found_by = normalise(" ".join((label, body.text, body.place, body.moo and f"หมู่ {body.moo}")))
    number = {"series": taken.series, "year_be": taken.year_be, "number": taken.n}
    whose = {"received_at": context.at, "opened_by": body.actor_name, "device_id": context.device_id}
    stands = _columns(standing(_events(rows, body.case_id)), context.at)
    rows.insert(tables.citizen_case, body.case_id, **number, **values, **whose, **stands, found_by=found_by)
    if body.reporter is not None:
        _say_who(rows, body)
    if context.authority:
        _look_at_opening(rows, body)


def _say_who(rows: Rows, body: OpenCase) -> None:
    assert body.reporter is not None
    part = msgspec.structs.asdict(body.reporter)
    found_by = normalise(" ".join((part["name"], part["phone"], part["address"])))
    rows.insert(tables.case_reporter, part.pop("id"), case_id=body.case_id, found_by=found_by, **part)


def take_step(rows: Rows, body: TakeStep, context: Context) -> None:
    """Whoever no longer sees the case writes nothing here; its events are where it is seen."""
    case = rows.find(tables.citizen_case, body.case_id)
    if case is None:
        if context.authority:
            rows.flag("cases.gone")
        return
    before = _events(rows, body.case_id)
    _write(rows, body.case_id, body.actor_name, (body.event,), body.answers, body.files, context)
    after = _events(rows, body.case_id)
    found = standing(after)
    rows.update(tables.citizen_case, case, **_columns(found, context.at))
    if context.authority:
        _look_at_step(rows, body, case, standing(before), context)
        if crossed(after) - crossed(before):
            rows.flag("cases.crossed", case_id=body.case_id.hex(), number=_label(case), state=found.state)


def _write(
    rows: Rows, case_id: Id, actor: str, events: Sequence[EventPart], answers: Sequence[AnswerPart],
    files: Sequence[PicturePart], context: Context,
) -> None:  # fmt: skip
    for event in events:
        values = msgspec.structs.asdict(event)
        who = {"actor_id": context.user_id, "actor_name": actor, "at": context.at}
        rows.insert(tables.case_event, values.pop("id"), case_id=case_id, **who, **values)
    first = events[0].id
    for answer in answers:
        told = {"field": answer.field, "value": answer.value, "at": context.at}
        rows.insert(tables.case_answer, answer.id, case_id=case_id, event_id=first, **told)
    for file in files:
        values = msgspec.structs.asdict(file)
        original, sha256 = values.pop("original_id"), values.pop("sha256")
        rows.insert(tables.case_file, values.pop("id"), case_id=case_id, event_id=first, added_at=context.at, **values)
        rows.insert(tables.case_original, original, case_id=case_id, file_id=file.id, sha256=sha256)


def _events(rows: Rows, case_id: Id) -> list[Event]:
    return [event_of(row) for row in rows.where(tables.case_event, "case_id", case_id)]


def event_of(row: Row) -> Event:
    """An event out of its row."""
    names = Event.__dataclass_fields__
    values = {name: value for name, value in row.items() if name in names}
    return Event(**(values | {"at": from_utc_text(row["at"])}))


def _columns(found: Standing, at: str) -> dict[str, Any]:
    since = found.since.strftime("%Y-%m-%dT%H:%M:%S.%fZ") if found.since else at
    whose = {"unit_id": found.unit_id, "staff_id": found.staff_id}
    return {"state": found.state, "clock": found.clock, "since": since, **whose}


def _look_at_opening(rows: Rows, body: OpenCase) -> None:
    kind = known_kind(rows, body.kind, body.kind_version)
    first = next((event for event in body.events if event.step == OPENED), None)
    fits = kind is not None and first is not None and first.to_state == kind.states[0].code
    if not fits:
        rows.flag("cases.kind_unknown", kind=body.kind, version=body.kind_version)


def _look_at_step(rows: Rows, body: TakeStep, case: Row, before: Standing, context: Context) -> None:
    """It was done and is kept; what the kind does not allow goes before a person."""
    told = {"case_id": body.case_id.hex(), "number": _label(case)}
    kind = known_kind(rows, case["kind"], case["kind_version"])
    step = kind.step(body.event.step) if kind else None
    if step is None or (step.to, step.effect) != (body.event.to_state, body.event.effect):
        rows.flag("cases.step_unknown", step=body.event.step, **told)
        return
    person = rows.find(staff, context.user_id)
    actor = Actor(person["unit_id"], person["role"]) if person else None
    if actor is not None and not may(step, actor, before.units, case["intake_unit_id"]):
        rows.flag("cases.not_yours", step=body.event.step, **told)


def _label(case: Row) -> str:
    return display_number(case["series"], case["year_be"], case["number"])


def known_kind(rows: Rows, code: str, version: str) -> CaseKind | None:
    """A version of a kind: the office's own, else one that comes with the program."""
    own = (row for row in rows.where(tables.case_kind, "code", code) if row["version"] == version)
    row = next(own, None)
    if row is not None:
        return read_kind(row["definition"])
    return next((kind for kind in shipped() if (kind.code, kind.version) == (code, version)), None)


def definition(kind_id: Id, data: bytes, file: str) -> DefineKind:
    """What a kind's file defines. OfficeError `cases.kind_unreadable`."""
    kind = read_kind(data, file)
    return DefineKind(kind_id, kind.code, kind.version, data.decode("utf-8"))


def define_kind(rows: Rows, body: DefineKind, context: Context) -> None:
    """A version that is known already stays as it is: cases were opened by it."""
    try:
        kind = read_kind(body.definition)
    except OfficeError as error:
        raise Refused(error.code, **error.subject) from error
    if (kind.code, kind.version) != (body.code, body.version):
        raise Refused("cases.kind_unreadable", file=body.code, what="code or version differ")
    if known_kind(rows, body.code, body.version) is not None:
        raise Refused("cases.kind_version_taken", kind=body.code, version=body.version)
    told = {"code": body.code, "version": body.version, "definition": body.definition}
    rows.insert(tables.case_kind, body.kind_id, **told, defined_at=context.at, withdrawn_at=None)


def withdraw_kind(rows: Rows, body: WithdrawKind, context: Context) -> None:
    for row in rows.where(tables.case_kind, "code", body.code):
        if row["version"] == body.version and row["withdrawn_at"] is None:
            rows.update(tables.case_kind, row, withdrawn_at=context.at)
            return
    raise Refused("cases.kind_unknown", kind=body.code, version=body.version)


def audience(rows: Rows, case: Row) -> frozenset[str]:
    """Units that have or had it, the service centre, the desk that opened it; restricted: cleared people only."""
    units = {f"unit:{unit.hex()}" for unit in _units(rows, case)}
    if case["restricted"]:
        return secrecy.buckets(units, Secrecy.SECRET)
    return secrecy.buckets({SERVICE, f"counter:{case['device_id'].hex()}", *units}, Secrecy.NORMAL)


def _units(rows: Rows, case: Row) -> Iterator[Id]:
    yield case["unit_id"]
    for event in rows.where(tables.case_event, "case_id", case["id"]):
        if event["unit_id"] and event["effect"] in ("own", "split"):
            yield event["unit_id"]


def private_audience(rows: Rows, row: Row) -> frozenset[str]:
    """Who sees the case; where the reporter is hidden, the service centre and the desk that opened it only."""
    case = rows.find(tables.citizen_case, row["case_id"])
    if case is None:
        return frozenset()
    if case["restricted"] or not case["hidden"]:
        return audience(rows, case)
    return secrecy.buckets({SERVICE, f"counter:{case['device_id'].hex()}"}, Secrecy.NORMAL)


def everyone(rows: Rows, row: Row) -> frozenset[str]:
    return COMMON


def _moved(body: TakeStep) -> tuple[Look, ...]:
    return Look(tables.citizen_case, "id", body.case_id), Look(tables.case_event, "case_id", body.case_id)


def _opened(body: OpenCase) -> tuple[Look, ...]:
    return Look(tables.case_event, "case_id", body.case_id), Look(tables.case_kind, "code", body.kind)


_OF_CASE = ("citizen_case", "case_id")
ENTITIES = (
    Entity(tables.citizen_case, buckets=audience, beside=((tables.case_event, "case_id"),)),
    Entity(tables.case_event, parent=_OF_CASE),
    Entity(tables.case_answer, parent=_OF_CASE),
    Entity(tables.case_file, parent=_OF_CASE, blobs=("public_sha256",)),
    Entity(tables.case_original, buckets=private_audience, follows=_OF_CASE, blobs=("sha256",)),
    Entity(tables.case_reporter, buckets=private_audience, follows=_OF_CASE),
    Entity(tables.case_kind, buckets=everyone),
)

OPEN = Mutation("cases.open", 1, Kind.FACT, OpenCase, open_case, reads=_opened)
STEP = Mutation("cases.step", 1, Kind.FACT, TakeStep, take_step, reads=_moved)
DEFINE_KIND = Mutation("cases.define_kind", 1, Kind.INTENT, DefineKind, define_kind, centre_only=True)
WITHDRAW_KIND = Mutation("cases.withdraw_kind", 1, Kind.INTENT, WithdrawKind, withdraw_kind, centre_only=True)

MUTATIONS = (OPEN, STEP, DEFINE_KIND, WITHDRAW_KIND)
