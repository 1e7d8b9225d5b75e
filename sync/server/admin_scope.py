"""Who may see what, as administrators settle it: the standing of desks, people who move or leave, sealed letters."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import msgspec
from sqlalchemy import Connection, Engine, func, or_, select

from desktop.accounts.mutations import ClearStaff, DefineStaff
from desktop.accounts.tables import staff, unit
from desktop.letters.mutations import CLASSIFY
from desktop.letters.tables import letter
from desktop.office.clock import Clock, SystemClock
from desktop.office.errors import OfficeError
from desktop.office.ids import Id, IdMaker
from desktop.office.secrecy import Secrecy, rank
from sync.server import devices
from sync.server.acts import centre_act
from sync.server.database import transact
from sync.server.passwords import plain
from sync.server.scope import Kind, Scope, Somebody, level_of, scope
from sync.server.tables import device, staff_password


@dataclass(frozen=True)
class Standing:
    """What an administrator gave a desk (`people`: their logins), and what it may see of it at this moment."""

    device_id: Id
    name: str
    kind: str
    audiences: tuple[str, ...]
    people: tuple[str, ...]
    now: Scope


class ScopeAdmin:
    """Acts on one database; every verb is one whole transaction. A desk feels it at its next round."""

    def __init__(self, engine: Engine, clock: Clock | None = None) -> None:
        self._engine = engine
        self._clock = clock or SystemClock()

    def set_standing(
        self,
        office_id: int,
        desk: str,
        *,
        kind: str | None = None,
        audiences: Sequence[str] | None = None,
        people: Sequence[str] | None = None,
    ) -> Standing:
        """Gives a desk (its id or its name) another standing; what is None stays. Errors as `checked`."""

        def write(connection: Connection) -> Standing:
            row = _desk(connection, office_id, desk, lock=True)
            logins = _logins(connection, office_id, row) if people is None else people
            given = row.audiences if audiences is None else audiences
            values = checked(connection, office_id, kind or row.kind, given, logins)
            here = device.update().where(device.c.office_id == office_id, device.c.device_id == row.device_id)
            connection.execute(here.values(**values))
            return _standing(connection, _desk(connection, office_id, row.device_id.hex()))

        return transact(self._engine, write)

    def standings(self, office_id: int) -> list[Standing]:
        """Every desk of an office."""
        query = select(device).where(device.c.office_id == office_id, device.c.device_id != devices.CENTRE_ID)
        with self._engine.begin() as connection:
            return [_standing(connection, row) for row in connection.execute(query.order_by(device.c.enrolled_at))]

    def move_person(self, office_id: int, login: str, unit_code: str) -> None:
        """Another unit: the desks whose audience is their people follow."""
        to = self._read(lambda connection: unit_id(connection, office_id, unit_code))
        self._redefine(office_id, login, unit_id=to)

    def dismiss(self, office_id: int, login: str) -> None:
        """A person who left signs in nowhere any more; desks forget them at their next round."""
        person = self._redefine(office_id, login, active=0)
        gone = staff_password.delete().where(
            staff_password.c.office_id == office_id, staff_password.c.staff_id == person.id
        )
        transact(self._engine, lambda connection: connection.execute(gone))

    def clear_person(self, office_id: int, login: str, clearance: str) -> None:
        """The highest secrecy that a person may read; OfficeError `centre.secrecy_not_kept` for ลับที่สุด."""
        if clearance not in (Secrecy.NORMAL, Secrecy.SECRET, Secrecy.VERY_SECRET):
            raise OfficeError("centre.secrecy_not_kept", audience=clearance)
        person = self._read(lambda connection: _person(connection, office_id, login))
        body = ClearStaff(person.id, clearance)
        centre_act(self._engine, office_id, "accounts.clear_staff", body, self._clock)

    def classify(self, office_id: int, year_be: int, number: int, wanted: str, reason: str, by: str) -> None:
        """Sets a letter's secrecy at the centre: also the only way back from ลับที่สุด. OfficeError with the reason."""
        query = select(letter).where(
            letter.c.office_id == office_id, letter.c.year_be == year_be, letter.c.number == number
        )
        row = self._read(lambda connection: connection.execute(query).first())
        if row is None:
            raise OfficeError("letters.gone")
        body = CLASSIFY.body(IdMaker(self._clock).new(), row.id, row.secrecy, wanted, reason, by)
        result = centre_act(self._engine, office_id, CLASSIFY.name, body, self._clock)
        if result.status != "applied":
            raise OfficeError(result.code or "letters.gone", **(result.data or {}))

    def _redefine(self, office_id: int, login: str, **changed: Any) -> Any:
        person = self._read(lambda connection: _person(connection, office_id, login))
        body = DefineStaff(**{name: getattr(person, name) for name in DefineStaff.__struct_fields__})
        body = msgspec.structs.replace(body, **changed)
        centre_act(self._engine, office_id, "accounts.define_staff", body, self._clock)
        return person

    def _read(self, work: Callable[[Connection], Any]) -> Any:
        with self._engine.begin() as connection:
            return work(connection)


def checked(
    connection: Connection, office_id: int, kind: str, audiences: Iterable[str], logins: Iterable[str]
) -> dict[str, Any]:
    """The columns of a desk's standing, units and people resolved; refused when it would let secrets out.

    OfficeError `centre.audience_misshapen`, `centre.unit_unknown`, `centre.login_unknown`, `centre.desk_kind_unknown`,
    `centre.secrecy_not_kept` (ลับที่สุด), `centre.secret_on_counter`, `centre.secret_needs_registry`,
    `centre.people_needed`, `centre.people_not_cleared`.
    """
    if kind not in tuple(Kind):
        raise OfficeError("centre.desk_kind_unknown", kind=kind)
    buckets = [_bucket(connection, office_id, audience) for audience in audiences]
    ids = [_person(connection, office_id, login).id for login in dict.fromkeys(logins)]
    people = devices.people_of(connection, office_id, ids)
    for bucket in buckets:
        _hold_secrets(bucket, kind, people)
    return {"kind": kind, "audiences": buckets, "people": ids}


def _hold_secrets(bucket: str, kind: str, people: Sequence[Somebody]) -> None:
    level = level_of(bucket)
    if level == Secrecy.NORMAL:
        return
    if level not in (Secrecy.SECRET, Secrecy.VERY_SECRET):
        raise OfficeError("centre.secrecy_not_kept", audience=bucket)
    if kind == Kind.COUNTER:
        raise OfficeError("centre.secret_on_counter", audience=bucket)
    if bucket.startswith("registry/") and kind != Kind.REGISTRY:
        raise OfficeError("centre.secret_needs_registry", audience=bucket)
    if not people:
        raise OfficeError("centre.people_needed", audience=bucket)
    below = [person.login for person in people if rank(person.clearance) < rank(level)]
    if below:
        raise OfficeError("centre.people_not_cleared", logins=", ".join(below), audience=bucket)


def _bucket(connection: Connection, office_id: int, audience: str) -> str:
    """`registry/normal`, `people/secret`, `unit:<code or id>/normal`; a unit's code becomes its id."""
    kind, colon, rest = audience.partition(":")
    name, slash, level = rest.partition("/") if colon else kind.partition("/")
    if not slash or not level or not name or len(audience.split()) != 1:
        raise OfficeError("centre.audience_misshapen", audience=audience)
    if kind != "unit" or len(name) == 32:
        return audience
    return f"unit:{unit_id(connection, office_id, name).hex()}/{level}"


def series(connection: Connection, office_id: int, name: str) -> str:
    """`letters.memo/ENG` with the unit's id in place of its code; every other series as it is.

    OfficeError `centre.unit_unknown`.
    """
    found = _OF_A_UNIT.fullmatch(name)
    return f"{found[1]}/{unit_id(connection, office_id, found[2]).hex()}" if found else name


_OF_A_UNIT = re.compile(r"(letters\.(?:incoming|outgoing|circular|memo))/(?!central$|[0-9a-f]{32}$)(.+)")


def unit_id(connection: Connection, office_id: int, code: str) -> Id:
    """The unit with that code; OfficeError `centre.unit_unknown`."""
    query = select(unit.c.id).where(unit.c.office_id == office_id, func.upper(unit.c.code) == code.upper())
    found: Id | None = connection.scalar(query)
    if found is None:
        raise OfficeError("centre.unit_unknown", unit=code)
    return found


def _person(connection: Connection, office_id: int, login: str) -> Any:
    query = select(staff).where(staff.c.office_id == office_id, func.lower(staff.c.login) == plain(login))
    found = connection.execute(query).first()
    if found is None:
        raise OfficeError("centre.login_unknown", login=login)
    return found


def _desk(connection: Connection, office_id: int, desk: str, *, lock: bool = False) -> Any:
    """The desk of that id (hex) or name, the active one if several bear it.

    OfficeError `centre.desk_unknown` when there is not exactly one.
    """
    same = device.c.name == desk
    if len(desk) == 32 and all(sign in "0123456789abcdef" for sign in desk):
        same = or_(same, device.c.device_id == bytes.fromhex(desk))
    query = select(device).where(device.c.office_id == office_id, device.c.device_id != devices.CENTRE_ID, same)
    found = connection.execute(query.with_for_update() if lock else query).all()
    found = [row for row in found if row.state == devices.ACTIVE] or found
    if len(found) != 1:
        raise OfficeError("centre.desk_unknown", desk=desk, found=len(found))
    return found[0]


def _logins(connection: Connection, office_id: int, row: Any) -> list[str]:
    return [person.login for person in devices.people_of(connection, office_id, row.people)]


def _standing(connection: Connection, row: Any) -> Standing:
    people = devices.people_of(connection, row.office_id, row.people)
    line = devices.line_of(connection, devices.DeviceKey(row.office_id, row.device_id))
    now = scope(line, row.kind, row.audiences, people)
    logins = tuple(person.login for person in people)
    return Standing(row.device_id, row.name, row.kind, tuple(row.audiences), logins, now)
