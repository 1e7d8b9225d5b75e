"""The desks as the centre knows them: what each may see, number and say."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import Any

from sqlalchemy import Connection, Select, bindparam, literal_column, or_, select

from desktop.accounts.tables import staff
from desktop.office.ids import Id
from desktop.office.proof import GENESIS
from desktop.office.secrecy import Secrecy
from sync.server.refusal import Refusal
from sync.server.scope import Kind, Scope, Somebody, scope
from sync.server.straight import Statement
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
    """`head`, `epoch`: of the office's feed, as the question that found the device saw them."""

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
    head: int = 0
    epoch: bytes = b""

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


_BESIDE = {
    "head": "(SELECT head FROM office_head WHERE office_id = device.office_id)",
    "epoch": "(SELECT value FROM server_setting WHERE name = 'feed_epoch')",
    "here": """(
        SELECT json_agg(json_build_array(encode(id, 'hex'), login, encode(unit_id, 'hex'), active, clearance)
                        ORDER BY login)
        FROM staff WHERE office_id = device.office_id AND id = ANY(device.people))""",
    "ended": """(
        SELECT json_agg(encode(gone.device_id, 'hex') ORDER BY gone.device_id) FROM device gone
        WHERE gone.office_id = device.office_id AND gone.counter = device.counter AND gone.counter <> ''
        AND gone.state <> 'active')""",
}
"""What most questions about a device go on to ask: all of it in one trip to the database."""


def _query(lock: bool) -> Select[tuple[object, ...]]:
    query = select(table, *(literal_column(sql).label(name) for name, sql in _BESIDE.items()))
    query = query.where(table.c.office_id == bindparam("o"), table.c.device_id == bindparam("d"))
    return query.with_for_update(of=table) if lock else query


_LINE = select(table.c.device_id, table.c.former, literal_column(_BESIDE["ended"]).label("ended")).where(
    table.c.office_id == bindparam("o"), table.c.device_id == bindparam("d")
)
_FIND, _LOCK = Statement(_query(False)), Statement(_query(True))
_COLUMNS = (*table.columns.keys(), *_BESIDE)


def find(connection: Connection, key: DeviceKey, *, lock: bool = False, withdrawn: bool = False) -> Device:
    """The device, locked to the end of the transaction if asked; a Refusal when unknown or no longer active.

    A token whose watchword is not the last one is refused too: its desk, or a copy of it, has a newer one.
    `withdrawn`: a revoked device will do.
    """
    found = (_LOCK if lock else _FIND).row(connection, o=key.office_id, d=key.device_id)
    if found is None:
        raise Refusal(403, "device_unknown")
    row = SimpleNamespace(**dict(zip(_COLUMNS, found, strict=True)))
    if row.state != ACTIVE and not withdrawn:
        raise Refusal(403, "device_revoked")
    if key.watchword is not None and key.watchword != row.watchword:
        raise Refusal(401, "token_superseded", "there is a newer token for this device")
    return Device(
        row.office_id,
        row.device_id,
        row.counter,
        tuple(row.registers),
        scope(_line(row), row.kind, row.audiences, [_told(*one) for one in row.here or ()]),
        row.last_mseq,
        row.last_hash,
        public_key=row.public_key,
        signs=row.signs,
        former=tuple(row.former),
        announced=row.announced,
        head=row.head or 0,
        epoch=bytes(row.epoch),
    )


def _line(row: Any) -> tuple[Id, ...]:
    """Whose counter's papers a device sees: its own, those of devices that it was, and of those whose place it took."""
    ended = (bytes.fromhex(one) for one in row.ended or ())
    return tuple(dict.fromkeys((row.device_id, *row.former, *ended)))


def line_of(connection: Connection, key: DeviceKey) -> tuple[Id, ...]:
    """The same, of a device by its key."""
    row = connection.execute(_LINE, {"o": key.office_id, "d": key.device_id}).one()
    return _line(row)


def _told(id_: str, login: str, unit_id: str, active: int, clearance: str | None) -> Somebody:
    return Somebody(bytes.fromhex(id_), login, bytes.fromhex(unit_id), active == 1, clearance or Secrecy.NORMAL)


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


_ADVANCE = Statement(
    table.update()
    .where(table.c.office_id == bindparam("o"), table.c.device_id == bindparam("d"))
    .values(last_mseq=bindparam("mseq"), last_hash=bindparam("hash"), signs=or_(table.c.signs, bindparam("signed")))
)


def advance(connection: Connection, key: DeviceKey, mseq: int, hash_: bytes, *, signed: bool = False) -> None:
    """Moves the end of the device's chain; a desk that has `signed` is held to it from now on."""
    end = {"mseq": mseq, "hash": hash_, "signed": signed}
    _ADVANCE.run(connection, o=key.office_id, d=key.device_id, **end)


_REMEMBER = (
    table.update()
    .where(table.c.office_id == bindparam("o"), table.c.device_id == bindparam("d"))
    .values(watchword=bindparam("word"))
)


def remember_watchword(connection: Connection, key: DeviceKey) -> None:
    """From now on only tokens with the watchword of `key` are good."""
    connection.execute(_REMEMBER, {"o": key.office_id, "d": key.device_id, "word": key.watchword or b""})
