"""What the centre says of keys and of its list; rooms call `revoke` where a paper of theirs ends."""

import base64
import hashlib
from typing import Any

import msgspec
from sqlalchemy import Table

from desktop.office.mutation import Context, Entity, Kind, Mutation, Row, Rows
from desktop.proofs import tables
from desktop.proofs.model import PaperKind

COMMON = frozenset({"common/normal"})


class AnnounceKey(msgspec.Struct, frozen=True):
    id: bytes
    public_key: bytes


class Vouch(msgspec.Struct, frozen=True):
    """`content`: the voucher with the office's signature; `last` (ISO) is its last day."""

    id: bytes
    device_id: bytes
    last: str
    content: bytes


class LoseKey(msgspec.Struct, frozen=True):
    """`lost_at`: from when on the key may be in other hands (UTC text); an earlier moment replaces a later one."""

    id: bytes
    device_id: bytes
    desk_key: bytes
    lost_at: str


class Publish(msgspec.Struct, frozen=True):
    """A month of the list, with so many entries, signed by the office."""

    id: bytes
    month: str
    entries: int
    content: bytes


def revocation_id(kind: PaperKind, number: str) -> bytes:
    return hashlib.sha256(f"revocation\n{int(kind)}\n{number}".encode()).digest()[:16]


def revoke(rows: Rows, kind: PaperKind, number: str, context: Context, since: str = "") -> None:
    """Puts a paper on the list, once; `number` as its code says it.

    `since` (UTC text): from when on it does not hold, where that is later than the act.
    """
    row_id = revocation_id(kind, number)
    if rows.find(tables.revocation, row_id) is None:
        rows.insert(tables.revocation, row_id, kind=int(kind), number=number, revoked_at=max(context.at, since))


def announce_key(rows: Rows, body: AnnounceKey, context: Context) -> None:
    rows.insert(tables.proof_key, body.id, public_key=_text(body.public_key), made_at=context.at)


def vouch(rows: Rows, body: Vouch, context: Context) -> None:
    values = {"device_id": body.device_id, "last": body.last, "content": _text(body.content)}
    _put(rows, tables.desk_voucher, body.id, **values)


def lose_key(rows: Rows, body: LoseKey, context: Context) -> None:
    known = rows.find(tables.lost_key, body.id)
    if known is None or body.lost_at < known["lost_at"]:
        values = {"device_id": body.device_id, "desk_key": _text(body.desk_key), "lost_at": body.lost_at}
        _put(rows, tables.lost_key, body.id, **values)


def publish(rows: Rows, body: Publish, context: Context) -> None:
    values = {"month": body.month, "at": context.at, "entries": body.entries, "content": _text(body.content)}
    _put(rows, tables.revocation_page, body.id, **values)


def _put(rows: Rows, table: Table, row_id: bytes, **values: Any) -> None:
    known = rows.find(table, row_id)
    if known is None:
        rows.insert(table, row_id, **values)
    else:
        rows.update(table, known, **values)


def _text(content: bytes) -> str:
    return base64.b64encode(content).decode("ascii")


def everyone(rows: Rows, row: Row) -> frozenset[str]:
    return COMMON


_TABLES = (tables.proof_key, tables.desk_voucher, tables.lost_key, tables.revocation, tables.revocation_page)
ENTITIES = tuple(Entity(table, everyone) for table in _TABLES)

ANNOUNCE_KEY = Mutation("proofs.announce_key", 1, Kind.FACT, AnnounceKey, announce_key, centre_only=True)
VOUCH = Mutation("proofs.vouch", 1, Kind.FACT, Vouch, vouch, centre_only=True)
LOSE_KEY = Mutation("proofs.lose_key", 1, Kind.FACT, LoseKey, lose_key, centre_only=True)
PUBLISH = Mutation("proofs.publish", 1, Kind.FACT, Publish, publish, centre_only=True)

MUTATIONS = (ANNOUNCE_KEY, VOUCH, LOSE_KEY, PUBLISH)
