"""Work of a withdrawn device: kept apart, performed only when a person accepts it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import msgspec
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from sqlalchemy import ColumnElement, Connection, Engine, Row, bindparam, func, select
from sqlalchemy.dialects.postgresql import insert

from desktop.office.clock import Clock, utc_text
from desktop.office.ids import Id
from desktop.office.mutation import Catalogue, Kind
from desktop.office.proof import link
from sync.server import devices
from sync.server.chain import check_shape
from sync.server.database import transact
from sync.server.devices import ACTIVE, Device, DeviceKey
from sync.server.post_office import accept
from sync.server.refusal import Refusal
from sync.server.roads import SLICE
from sync.server.rooms import CATALOGUE
from sync.server.tables import device, mutation, quarantine
from sync.wire.messages import Result, WireMutation
from sync.wire.recovery import Deposit, Deposited, NotKept, deposit_claim

MAX_WAITING = 20_000
"""Acts that may wait from one device: whoever stole its key must not fill the disk."""
WAITING, ACCEPTED, REFUSED = "waiting", "accepted", "refused"

_DEVICE = select(device).where(device.c.device_id == bindparam("d"), device.c.public_key != b"")
_KEPT = insert(quarantine).on_conflict_do_nothing()
_COUNT = select(func.count()).select_from(quarantine)
_KNOWN = select(mutation.c.mut_id).where(
    mutation.c.office_id == bindparam("o"), mutation.c.mut_id.in_(bindparam("ids", expanding=True))
)


def deposit(engine: Engine, sent: Deposit, now: datetime) -> Deposited:
    """Keeps the facts that a withdrawn device did before that; Refusal for everybody else and for a bad signature."""
    check_shape(sent.mutations)
    return transact(engine, lambda connection: _deposit(connection, sent, utc_text(now)))


def _deposit(connection: Connection, sent: Deposit, at: str) -> Deposited:
    owner = connection.execute(_DEVICE.with_for_update(), {"d": sent.device_id}).first()
    if owner is None:
        raise Refusal(403, "device_unknown")
    _check_signature(owner.public_key, sent)
    if owner.state == ACTIVE or owner.revoked_at is None:
        raise Refusal(409, "not_withdrawn", "this device may speak for itself")
    waiting = connection.scalar(_COUNT.where(quarantine.c.device_id == sent.device_id)) or 0
    if waiting + len(sent.mutations) > MAX_WAITING:
        raise Refusal(413, "too_large", "too much of this device waits already")
    refused = {act.mseq: why for act in sent.mutations if (why := _why_not(CATALOGUE, act, owner.revoked_at))}
    ids = [act.mut_id for act in sent.mutations]
    known = set(connection.scalars(_KNOWN, {"o": owner.office_id, "ids": ids})) if ids else set()
    kept = [act for act in sent.mutations if act.mseq not in refused]
    rows = [_row(owner, act, at) for act in kept if act.mut_id not in known]
    if rows:
        connection.execute(_KEPT, rows)
    return Deposited(tuple(act.mseq for act in kept), tuple(NotKept(*one) for one in refused.items()))


def _check_signature(public_key: bytes, sent: Deposit) -> None:
    try:
        claim = deposit_claim(sent.device_id, sent.mutations)
        Ed25519PublicKey.from_public_bytes(public_key).verify(sent.signature, claim)
    except (InvalidSignature, ValueError) as error:
        raise Refusal(401, "signature_bad") from error


def _why_not(catalogue: Catalogue, act: WireMutation, revoked_at: str) -> str | None:
    """Only what had happened before the device was withdrawn is worth a person's time."""
    if act.at >= revoked_at:
        return "after_withdrawal"
    known = catalogue.find(act.type, act.v)
    return "not_a_fact" if known is not None and known.kind is not Kind.FACT else None


def _row(owner: Row[tuple[object, ...]], act: WireMutation, at: str) -> dict[str, object]:
    row: dict[str, object] = {"office_id": owner.office_id, "device_id": owner.device_id, "mseq": act.mseq}
    return row | {"hash": act.hash, "act": msgspec.msgpack.encode(act), "came_at": at, "state": WAITING}


@dataclass(frozen=True)
class Waiting:
    """An act that waits for a person."""

    device_id: Id
    mseq: int
    came_at: str
    act: WireMutation


def waiting(connection: Connection, office_id: int, device_id: Id | None = None) -> list[Waiting]:
    """What waits for a person, in the order of the acts."""
    query = select(quarantine).where(quarantine.c.office_id == office_id, quarantine.c.state == WAITING)
    if device_id is not None:
        query = query.where(quarantine.c.device_id == device_id)
    found = connection.execute(query.order_by(quarantine.c.device_id, quarantine.c.mseq))
    return [Waiting(row.device_id, row.mseq, row.came_at, _act(row.act)) for row in found]


def refuse(engine: Engine, key: DeviceKey, through: int) -> int:
    """Leaves the waiting acts up to a place as they are, kept but never performed; returns how many."""
    return transact(
        engine, lambda connection: len(_mark(connection, key, _next(connection, key, through, 1 << 30), REFUSED))
    )


def perform(engine: Engine, key: DeviceKey, through: int, clock: Clock) -> list[Result]:
    """Performs the waiting acts up to a place, through the one write function, as acts of their own device.

    They join the end of its chain in their order, whatever the copy that did them had at its end.
    """
    results: list[Result] = []
    while done := transact(engine, lambda connection: _perform(connection, key, through, utc_text(clock.now()))):
        results += done
    return results


def _perform(connection: Connection, key: DeviceKey, through: int, at: str) -> Sequence[Result]:
    owner = devices.find(connection, key, lock=True, withdrawn=True)
    part = _mark(connection, key, _next(connection, key, through, SLICE), ACCEPTED)
    acts = _chained(owner, [_act(row.act) for row in part])
    return accept(connection, CATALOGUE, key, acts, at, withdrawn=True) if acts else ()


def _next(connection: Connection, key: DeviceKey, through: int, most: int) -> Sequence[Row[tuple[object, ...]]]:
    query = select(quarantine).where(*_of(key), quarantine.c.state == WAITING, quarantine.c.mseq <= through)
    return connection.execute(query.order_by(quarantine.c.mseq).limit(most).with_for_update()).all()


def _mark(
    connection: Connection, key: DeviceKey, rows: Sequence[Row[tuple[object, ...]]], state: str
) -> Sequence[Row[tuple[object, ...]]]:
    for row in rows:
        which = quarantine.update().where(*_of(key), quarantine.c.mseq == row.mseq, quarantine.c.hash == row.hash)
        connection.execute(which.values(state=state))
    return rows


def _of(key: DeviceKey) -> tuple[ColumnElement[bool], ...]:
    return quarantine.c.office_id == key.office_id, quarantine.c.device_id == key.device_id


def _chained(owner: Device, acts: Sequence[WireMutation]) -> list[WireMutation]:
    """The same acts, following the last one that the centre has of the device."""
    mseq, before = owner.last_mseq, owner.last_hash
    made: list[WireMutation] = []
    for act in acts:
        mseq += 1
        hash_ = link(before, mseq, act.mut_id, act.type, act.v, act.user_id, act.at, act.body)
        made.append(msgspec.structs.replace(act, mseq=mseq, prev_hash=before, hash=hash_))
        before = hash_
    return made


def _act(packed: bytes) -> WireMutation:
    return msgspec.msgpack.decode(packed, type=WireMutation)
