"""The desks as the centre knows them: what each may see, number and say."""

from dataclasses import dataclass

from sqlalchemy import Connection, Select, bindparam, or_, select

from desktop.office.ids import Id
from desktop.office.proof import GENESIS
from sync.server.refusal import Refusal
from sync.server.tables import device as table

CENTRE_ID: Id = bytes(16)
"""The centre's own device in every office: it acts, but has no key and can never ask for a token."""
ACTIVE = "active"


@dataclass(frozen=True)
class DeviceKey:
    office_id: int
    device_id: Id


@dataclass(frozen=True)
class Device:
    office_id: int
    device_id: Id
    counter: str
    registers: tuple[str, ...]
    audiences: tuple[str, ...]
    last_mseq: int
    last_hash: bytes
    public_key: bytes = b""
    signs: bool = False

    @property
    def key(self) -> DeviceKey:
        return DeviceKey(self.office_id, self.device_id)

    @property
    def is_centre(self) -> bool:
        return self.device_id == CENTRE_ID

    @property
    def buckets(self) -> tuple[str, ...]:
        """What this desk may see: its audiences, its own counter, and what everybody sees."""
        own = f"counter:{self.device_id.hex()}/normal"
        return tuple(sorted({*self.audiences, own, "common/normal"}))


def _query(lock: bool) -> Select[tuple[object, ...]]:
    query = select(table).where(table.c.office_id == bindparam("o"), table.c.device_id == bindparam("d"))
    return query.with_for_update() if lock else query


_FIND, _LOCK = _query(False), _query(True)


def find(connection: Connection, key: DeviceKey, *, lock: bool = False) -> Device:
    """The device, locked to the end of the transaction if asked; a Refusal when unknown or no longer active."""
    row = connection.execute(_LOCK if lock else _FIND, {"o": key.office_id, "d": key.device_id}).first()
    if row is None:
        raise Refusal(403, "device_unknown")
    if row.state != ACTIVE:
        raise Refusal(403, "device_revoked")
    return Device(
        row.office_id,
        row.device_id,
        row.counter,
        tuple(row.registers),
        tuple(row.audiences),
        row.last_mseq,
        row.last_hash,
        public_key=row.public_key,
        signs=row.signs,
    )


def enter(
    connection: Connection,
    key: DeviceKey,
    *,
    name: str,
    public_key: bytes = b"",
    counter: str = "",
    registers: tuple[str, ...] = (),
    audiences: tuple[str, ...] = (),
    at: str,
) -> None:
    """Writes a new device with an empty chain."""
    row = {"office_id": key.office_id, "device_id": key.device_id, "name": name, "public_key": public_key}
    row |= {"counter": counter, "registers": list(registers), "audiences": list(audiences)}
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
