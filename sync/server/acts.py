"""What the centre itself does to an office's rows: through the same write function, on a chain of its own."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

import msgspec
from sqlalchemy import Connection, Engine

from desktop.office.clock import Clock, SystemClock, utc_text
from desktop.office.ids import Id, IdMaker
from desktop.office.mutation import Catalogue
from desktop.office.proof import link
from sync.server import devices
from sync.server.database import transact
from sync.server.devices import CENTRE_ID, Device, DeviceKey
from sync.server.post_office import accept
from sync.server.rooms import CATALOGUE
from sync.wire.messages import MAX_MUTATIONS, Result, WireMutation


@dataclass(frozen=True)
class Act:
    """One act to be done by the centre: `at` (UTC text) and `user_id` default to now and to nobody."""

    name: str
    body: msgspec.Struct
    version: int = 1
    at: str | None = None
    user_id: Id = CENTRE_ID


def centre_act(engine: Engine, office_id: int, name: str, body: msgspec.Struct, clock: Clock | None = None) -> Result:
    """Does one act at the centre; the result says whether it was applied, flagged or rejected."""
    return centre_acts(engine, office_id, [Act(name, body)], clock)[0]


def centre_acts(
    engine: Engine,
    office_id: int,
    acts: Sequence[Act],
    clock: Clock | None = None,
    catalogue: Catalogue = CATALOGUE,
    together: int = MAX_MUTATIONS,
) -> list[Result]:
    """Does many acts in order, `together` of them in one transaction."""
    clock = clock or SystemClock()
    ids = IdMaker(clock)
    results: list[Result] = []
    while rest := acts[len(results) :]:
        results += transact(engine, partial(_do, catalogue, office_id, rest[:together], clock, ids))
    return results


def _do(
    catalogue: Catalogue, office_id: int, acts: Sequence[Act], clock: Clock, ids: IdMaker, connection: Connection
) -> Sequence[Result]:
    key = DeviceKey(office_id, CENTRE_ID)
    device = devices.find(connection, key, lock=True)
    now = utc_text(clock.now())
    return accept(connection, catalogue, key, chained(device, acts, now, ids), now)


def chained(device: Device, acts: Sequence[Act], now: str, ids: IdMaker) -> list[WireMutation]:
    """The acts as they travel, following the device's last one."""
    mseq, before = device.last_mseq, device.last_hash
    made: list[WireMutation] = []
    for act in acts:
        mseq, mut_id, at = mseq + 1, ids.new(), act.at or now
        body = msgspec.msgpack.encode(act.body)
        hash_ = link(before, mseq, mut_id, act.name, act.version, act.user_id, at, body)
        made.append(WireMutation(mseq, mut_id, act.name, act.version, act.user_id, at, body, before, hash_))
        before = hash_
    return made
