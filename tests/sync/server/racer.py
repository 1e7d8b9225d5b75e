"""One process of the race on PostgreSQL: a writer, our reader, or the naive writer and reader that are there to fail.

`python -m tests.sync.server.racer ROLE URL OFFICE DEVICE LETTER SEED`: works until its standard input ends, then prints
what it did as one line of JSON. A writer's transaction is the centre's own, with pauses between statement and commit
and one rollback in ten; whatever PostgreSQL does to it, `transact` tries again.
"""

import json
import random
import select
import sys
import time
from contextlib import suppress
from functools import partial
from typing import Any

import msgspec
from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from desktop.letters import mutations as letters
from desktop.office.clock import SystemClock, utc_text
from desktop.office.ids import IdMaker
from desktop.office.proof import link
from sync.server import devices, feed_reading
from sync.server.database import make_engine, passing, snapshot, transact
from sync.server.devices import DeviceKey
from sync.server.feed_reading import Page
from sync.server.post_office import accept
from sync.server.rooms import CATALOGUE
from sync.wire.messages import WireMutation
from tests.helpers.town import identity

BUCKET = "registry/normal"
USER = identity("kanda")
PAUSE_S, NAIVE_PAUSE_S, READER_PAUSE_S = 0.004, 0.03, 0.001
NAIVE = "INSERT INTO naive (who) VALUES (%s)"


class RolledBack(Exception):
    """The writer changes its mind."""


class Racer:
    """What the roles share: one connection pool, a seed, and the end told by standard input."""

    def __init__(self, url: str, office: int, device: str, letter: str, seed: int) -> None:
        self.engine: Engine = make_engine(url, pool_size=2)
        self.key = DeviceKey(office, bytes.fromhex(device))
        self.letter = bytes.fromhex(letter)
        self.rng = random.Random(seed)
        self.clock = SystemClock()
        self.ids = IdMaker(self.clock)

    @property
    def over(self) -> bool:
        return bool(select.select([sys.stdin], [], [], 0)[0])

    def patiently(self, act: Any) -> Any:
        """The act, again and again while the server is away."""
        while True:
            try:
                return act()
            except SQLAlchemyError as error:
                if not (isinstance(error, DBAPIError) and passing(error)):
                    raise
                time.sleep(0.05)


def write(racer: Racer) -> dict[str, Any]:
    """Notes endorsed one to three at a time; `acknowledged` are those that a commit told of."""
    figures: dict[str, Any] = {"acknowledged": [], "rollbacks": 0, "tries": 0}
    while not racer.over:
        work = partial(_write, racer, figures, racer.rng.randint(1, 3))
        try:
            figures["acknowledged"] += racer.patiently(lambda work=work: transact(racer.engine, work))
        except RolledBack:
            figures["rollbacks"] += 1
    return figures


def _write(racer: Racer, figures: dict[str, Any], count: int, connection: Connection) -> list[str]:
    figures["tries"] += 1
    connection.exec_driver_sql(NAIVE, (racer.key.device_id.hex(),))
    time.sleep(racer.rng.random() * PAUSE_S)
    device = devices.find(connection, racer.key, lock=True)
    acts = _acts(racer, device.last_mseq, device.last_hash, count)
    said = accept(connection, CATALOGUE, racer.key, acts, utc_text(racer.clock.now()))
    assert {one.status for one in said} <= {"applied", "flagged"}, said
    time.sleep(racer.rng.random() * PAUSE_S)
    if racer.rng.random() < 0.1:
        raise RolledBack
    return [act.mut_id.hex() for act in acts]


def _acts(racer: Racer, mseq: int, before: bytes, count: int) -> list[WireMutation]:
    made = []
    for _ in range(count):
        mseq, mut_id, at = mseq + 1, racer.ids.new(), utc_text(racer.clock.now())
        body = msgspec.msgpack.encode(
            letters.Endorse(racer.ids.new(), racer.letter, "นางกานดา", "เจ้าหน้าที่", "note", "ทราบ")
        )
        hashed = link(before, mseq, mut_id, "letters.endorse", 1, USER, at, body)
        made.append(WireMutation(mseq, mut_id, "letters.endorse", 1, USER, at, body, before, hashed))
        before = hashed
    return made


def write_naively(racer: Racer) -> dict[str, Any]:
    """The control's own writer: an id from a sequence, a pause, a commit."""
    while not racer.over:
        with suppress(RolledBack):
            racer.patiently(partial(transact, racer.engine, partial(_hurry, racer)))
    return {}


def _hurry(racer: Racer, connection: Connection) -> None:
    connection.exec_driver_sql(NAIVE, ("in a hurry",))
    time.sleep(racer.rng.random() * NAIVE_PAUSE_S)
    if racer.rng.random() < 0.1:
        raise RolledBack


def read(racer: Racer) -> dict[str, Any]:
    """Our reader: every entry it was ever shown."""
    cursor, shown, pages = 0, set(), 0
    last = False
    while True:
        last = last or racer.over

        got = racer.patiently(partial(_page, racer, cursor))
        assert all(cursor < entry.oseq <= got.upto <= got.head for entry in got.entries)
        shown |= {(entry.entity, entry.row_id.hex(), entry.ver) for entry in got.entries}
        cursor, pages = got.upto, pages + 1
        if last and not got.more:
            return {"shown": sorted(shown), "pages": pages}
        time.sleep(READER_PAUSE_S)


def _page(racer: Racer, cursor: int) -> Page:
    with snapshot(racer.engine) as connection:
        return feed_reading.read(connection, CATALOGUE, racer.key.office_id, {BUCKET: cursor}, most=50)


def read_naively(racer: Racer) -> dict[str, Any]:
    """The control: what `id > cursor` is ever shown of the same transactions."""
    cursor, seen = 0, set()
    last = False
    while True:
        last = last or racer.over

        fresh = racer.patiently(partial(_look, racer, cursor))
        seen |= set(fresh)
        cursor = max([cursor, *fresh])
        if last and not fresh:
            return {"seen": sorted(seen)}
        time.sleep(READER_PAUSE_S)


def _look(racer: Racer, cursor: int) -> list[int]:
    with racer.engine.connect() as connection:
        query = "SELECT id FROM naive WHERE id > %s ORDER BY id LIMIT 500"
        return [row.id for row in connection.exec_driver_sql(query, (cursor,))]


ROLES = {"write": write, "read": read, "hurry": write_naively, "naive": read_naively}


def main() -> None:
    role, url, office, device, letter, seed = sys.argv[1:]
    racer = Racer(url, int(office), device, letter, int(seed))
    figures = ROLES[role](racer)
    racer.engine.dispose()
    print(json.dumps(figures), flush=True)


if __name__ == "__main__":
    main()
