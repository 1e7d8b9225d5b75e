"""The desks as the centre knows them: what each may see, number and say."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, Select, bindparam, or_, select

from desktop.accounts.tables import staff
from desktop.office.ids import Id
from desktop.office.proof import GENESIS
from desktop.office.secrecy import Secrecy
from sync.server.refusal import Refusal
from sync.server.scope import Kind, Scope, Somebody, scope
from sync.server.tables import device as table

CENTRE_ID: Id = bytes(16)
"""The centre's own device in every office: it acts, but has no key and can never ask for a token."""
ACTIVE = "active"


@dataclass(frozen=True)
class DeviceKey:
    """`watchword`: that of the token by which the desk speaks; None when nobody has to prove anything."""

    office_id: int
    device_id: Id
    watchword: bytes | None = field(default=None, compare=False)


@dataclass(frozen=True)
class Device:
    office_id: int
    device_id: Id
    counter: str
    registers: tuple[str, ...]
    scope: Scope
    last_mseq: int
    last_hash: bytes
    public_key: bytes = b""
    signs: bool = False
    former: tuple[Id, ...] = ()
    announced: bytes = b""

    @property
    def line(self) -> tuple[Id, ...]:
        """This device and those that it was before it was enrolled anew."""
        return (self.device_id, *self.former)

    @property
    def key(self) -> DeviceKey:
        return DeviceKey(self.office_id, self.device_id)

    @property
    def is_centre(self) -> bool:
        return self.device_id == CENTRE_ID

    @property
    def buckets(self) -> tuple[str, ...]:
        """What this desk may see and keep."""
        return self.scope.buckets

    @property
    def readable(self) -> tuple[str, ...]:
        """What this desk may see, be it only from moment to moment."""
        return self.scope.buckets + self.scope.online


def _query(lock: bool) -> Select[tuple[object, ...]]:
    query = select(table).where(table.c.office_id == bindparam("o"), table.c.device_id == bindparam("d"))
    return query.with_for_update() if lock else query


_FIND, _LOCK = _query(False), _query(True)


def find(connection: Connection, key: DeviceKey, *, lock: bool = False, withdrawn: bool = False) -> Device:
    """The device, locked to the end of the transaction if asked; a Refusal when unknown or no longer active.

    A token whose watchword is not the last one is refused too: its desk, or a copy of it, has a newer one.
    `withdrawn`: a revoked device will do.
    """
    row = connection.execute(_LOCK if lock else _FIND, {"o": key.office_id, "d": key.device_id}).first()
    if row is None:
        raise Refusal(403, "device_unknown")
    if row.state != ACTIVE and not withdrawn:
        raise Refusal(403, "device_revoked")
    if key.watchword is not None and key.watchword != row.watchword:
        raise Refusal(401, "token_superseded", "there is a newer token for this device")
    return Device(
        row.office_id,
        row.device_id,
        row.counter,
        tuple(row.registers),
        scope((row.device_id, *row.former), row.kind, row.audiences, people_of(connection, key.office_id, row.people)),
        row.last_mseq,
        row.last_hash,
        public_key=row.public_key,
        signs=row.signs,
        former=tuple(row.former),
        announced=row.announced,
    )


def people_of(connection: Connection, office_id: int, ids: Sequence[Id]) -> list[Somebody]:
    """The people enrolled at a desk, as they are now."""
    if not ids:
        return []
    query = select(staff).where(staff.c.office_id == office_id, staff.c.id.in_(ids)).order_by(staff.c.login)
    return [_somebody(row) for row in connection.execute(query)]


def _somebody(row: Any) -> Somebody:
    return Somebody(row.id, row.login, row.unit_id, row.active == 1, row.clearance or Secrecy.NORMAL)


def enter(
    connection: Connection,
    key: DeviceKey,
    *,
    name: str,
    public_key: bytes = b"",
    counter: str = "",
    registers: tuple[str, ...] = (),
    audiences: tuple[str, ...] = (),
    kind: str = Kind.COUNTER,
    people: Sequence[Id] = (),
    former: tuple[Id, ...] = (),
    announced: bytes = b"",
    at: str,
) -> None:
    """Writes a new device with an empty chain."""
    row = {"office_id": key.office_id, "device_id": key.device_id, "name": name, "public_key": public_key}
    row |= {"counter": counter, "registers": list(registers), "audiences": list(audiences)}
    row |= {"kind": str(kind), "people": list(people)}
    row |= {"former": list(former), "announced": announced}
    row |= {"last_mseq": 0, "last_hash": GENESIS, "state": ACTIVE, "enrolled_at": at}
    connection.execute(table.insert(), row)


_ADVANCE = (
    table.update()
    .where(table.c.office_id == bindparam("o"), table.c.device_id == bindparam("d"))
    .values(last_mseq=bindparam("mseq"), last_hash=bindparam("hash"), signs=or_(table.c.signs, bindparam("signed")))
)


def advance(connection: Connection, key: DeviceKey, mseq: int, hash_: bytes, *, signed: bool = False) -> None:
    """Moves the end of the device's chain; a desk that has `signed` is held to it from now on."""
    end = {"mseq": mseq, "hash": hash_, "signed": signed}
    connection.execute(_ADVANCE, {"o": key.office_id, "d": key.device_id, **end})


_REMEMBER = (
    table.update()
    .where(table.c.office_id == bindparam("o"), table.c.device_id == bindparam("d"))
    .values(watchword=bindparam("word"))
)


def remember_watchword(connection: Connection, key: DeviceKey) -> None:
    """From now on only tokens with the watchword of `key` are good."""
    connection.execute(_REMEMBER, {"o": key.office_id, "d": key.device_id, "word": key.watchword or b""})
