"""What the people who run a centre do for desks in trouble, and after a restore."""

import os
from collections.abc import Sequence

from sqlalchemy import Connection, Engine, Row, func, select, text

from desktop.office.clock import Clock, SystemClock, utc_text
from desktop.office.errors import OfficeError
from desktop.office.ids import Id, IdMaker
from sync.server import quarantine, recount
from sync.server.database import setting, transact
from sync.server.devices import DeviceKey
from sync.server.identity import CODE_LIFE, code_hash, make_code
from sync.server.quarantine import Waiting
from sync.server.tables import device, enrolment_code
from sync.wire.messages import Result

_ALL = 1 << 62
_STANDING = ("name", "counter", "registers", "audiences", "kind", "people")


class Recovery:
    """Acts on one database with a clock; `which` names a desk by its name or the beginning of its id in hex."""

    def __init__(self, engine: Engine, clock: Clock | None = None) -> None:
        self._engine = engine
        self._clock = clock or SystemClock()

    def successor_code(self, office_id: int, which: str) -> str:
        """A one-time code with which a desk follows this one, with its rights; used, it ends this one."""
        code = make_code()

        def write(connection: Connection) -> None:
            before = _device(connection, office_id, which)
            row = {
                name: getattr(before, name) for name in ("name", "counter", "registers", "audiences", "kind", "people")
            }
            row |= {"office_id": office_id, "hash": code_hash(code), "succeeds": before.device_id}
            row["expires"] = utc_text(self._clock.now() + CODE_LIFE)
            connection.execute(enrolment_code.insert(), row)

        transact(self._engine, write)
        return code

    def revoke(self, office_id: int, which: str) -> Id:
        """Ends a desk; its open books go into suspense. Returns which it was."""

        def write(connection: Connection) -> Id:
            found = _device(connection, office_id, which)
            key, at = DeviceKey(office_id, found.device_id), utc_text(self._clock.now())
            recount.withdraw(connection, key, at)
            recount.suspend_all(connection, key, at, IdMaker(self._clock))
            return key.device_id

        return transact(self._engine, write)

    def waiting(self, office_id: int) -> list[Waiting]:
        """Acts of withdrawn desks that wait for a person."""
        with self._engine.begin() as connection:
            return quarantine.waiting(connection, office_id)

    def accept(self, office_id: int, which: str, through: int | None = None) -> list[Result]:
        """Performs what waits from a desk, up to an act's place if given."""
        return quarantine.perform(self._engine, self._key(office_id, which), through or _ALL, self._clock)

    def refuse(self, office_id: int, which: str, through: int | None = None) -> int:
        """Keeps what waits from a desk without performing it; returns how many acts."""
        return quarantine.refuse(self._engine, self._key(office_id, which), through or _ALL)

    def silent(self, office_id: int) -> list[str]:
        """Desks that have not told their books since the last restore: no new numbers are given until they do."""
        with self._engine.begin() as connection:
            return recount.silent(connection, office_id, setting(connection, "feed_epoch"))

    def release(self, office_id: int) -> None:
        """Gives new numbers without the silent desks."""
        transact(self._engine, lambda c: recount.release(c, office_id, setting(c, "feed_epoch")))

    def _key(self, office_id: int, which: str) -> DeviceKey:
        with self._engine.begin() as connection:
            return DeviceKey(office_id, _device(connection, office_id, which).device_id)


def begin_feed(connection: Connection) -> None:
    """Begins a new feed after a restore: desks compare what they have, send what is missing and tell their books.

    Watchwords and tokens of before are void, because the desks have moved on since the backup.
    """
    put = text("UPDATE server_setting SET value = :value WHERE name = :name")
    for name, size in (("feed_epoch", 16), ("token_key", 32)):
        connection.execute(put, {"name": name, "value": os.urandom(size)})
    connection.execute(device.update().values(watchword=b""))


def _last_of_line(found: Sequence[Row[tuple[object, ...]]]) -> Sequence[Row[tuple[object, ...]]]:
    """The one of these devices alone that was all the others before, if there is one."""
    ids = {row.device_id for row in found}
    return [row for row in found if ids <= {row.device_id, *row.former}] or found


def _device(connection: Connection, office_id: int, which: str) -> Row[tuple[object, ...]]:
    """The one desk that is meant; of several that bear the name the active one, or the last of one line of devices.

    OfficeError when that is not exactly one.
    """
    query = select(device).where(device.c.office_id == office_id, device.c.public_key != b"")
    named = (device.c.name == which) | func.encode(device.c.device_id, "hex").like(which.lower() + "%")
    found = connection.execute(query.where(named).order_by(device.c.enrolled_at)).all()
    active = [row for row in found if row.state == "active"]
    candidates = active or _last_of_line(found)
    if len(candidates) != 1:
        raise OfficeError("centre.device_unclear" if candidates else "centre.device_unknown", device=which)
    return candidates[0]
