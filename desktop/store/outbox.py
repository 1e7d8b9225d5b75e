"""The acts of this desk on their way to the centre: what is still to be sent, and what the centre said."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, NamedTuple

import msgspec
from sqlalchemy import Connection

from desktop.office.clock import utc_text
from desktop.office.errors import OfficeError
from desktop.store import attention
from desktop.store.reader import Reader
from desktop.store.unit_of_work import UnitOfWork

SETTLED = frozenset({"applied", "flagged", "rejected"})


class Posted(NamedTuple):
    """An act as it goes on the wire; `body` is the exact msgpack that was hashed."""

    mseq: int
    mut_id: bytes
    type: str
    v: int
    user_id: bytes
    at: str
    body: bytes
    prev_hash: bytes
    hash: bytes


@dataclass(frozen=True)
class Unsent:
    """What this desk still holds: acts, the oldest of them (UTC text), files, and things for a person to look at.

    `blobs` counts files on their way in either direction, `unsent_blobs` those that the centre lacks.
    """

    acts: int
    oldest: str | None
    blobs: int
    attention: int
    unsent_blobs: int = 0


_PENDING = """
SELECT mseq, mut_id, type, v, user_id, at, body, prev_hash, hash FROM outbox
WHERE state = 'pending' AND mseq > ? ORDER BY mseq LIMIT ?
"""
OLDEST = "(SELECT at FROM outbox WHERE state = 'pending' ORDER BY mseq LIMIT 1)"
"""When the first act that waits was done: the desk's time never goes back."""
JUDGED = f"""
(SELECT max(mseq) FROM ({
    " UNION ALL ".join(f"SELECT max(mseq) AS mseq FROM outbox WHERE state = '{state}'" for state in sorted(SETTLED))
}))
"""
"""The last act that the centre has judged; each state has its place in the index, so none is counted through."""
_UNSENT = f"""
SELECT (SELECT count(*) FROM outbox WHERE state = 'pending') + (SELECT count(*) FROM held_act), {OLDEST},
       (SELECT count(*) FROM blob WHERE state <> 'stored'), {attention.COUNT},
       (SELECT count(*) FROM blob WHERE state = 'local')
"""
_SETTLE = (
    "UPDATE outbox SET state = ?, code = ?, result = ?, eff_oseq = ?, acked_at = ? WHERE mseq = ? AND state = 'pending'"
)

_TOLD = "SELECT 1 FROM attention WHERE mseq = ? AND code = ?"
"""An act that is sent again is not put before a person twice."""
_HELD = "SELECT min(mseq), max(mseq), count(*) FROM outbox WHERE mseq >= ?"
_AGAIN = """
UPDATE outbox SET state = 'pending', code = NULL, result = NULL, eff_oseq = NULL, acked_at = NULL
WHERE mseq >= ? AND state <> 'pending'
"""
_OLD = """
SELECT mseq, hash FROM outbox WHERE state <> 'pending' AND acked_at < ? AND eff_oseq <= ?
AND mseq < (SELECT max(mseq) FROM outbox WHERE state <> 'pending')
AND NOT EXISTS (SELECT 1 FROM touch WHERE touch.mseq = outbox.mseq)
AND NOT EXISTS (SELECT 1 FROM attention a WHERE a.mseq = outbox.mseq AND a.resolved_at IS NULL)
ORDER BY mseq LIMIT ?
"""
_LINK = "INSERT OR IGNORE INTO kept_link (device_id, mseq, hash) SELECT device_id, ?, ? FROM device"
KEPT = timedelta(days=90)
"""So long an act stays here after the centre has it: a centre restored from a backup is fed again with it."""
_PRUNED_AT_ONCE = 500


def pending(reader: Reader, most: int, after: int = 0) -> list[Posted]:
    """The oldest acts not yet acknowledged, in order, beyond a place in the chain."""
    return [Posted(*row) for row in reader.rows(_PENDING, (after, most))]


def unsent(reader: Reader) -> Unsent:
    row = reader.one(_UNSENT)
    assert row is not None
    return Unsent(*row)


def acknowledged(reader: Reader) -> tuple[int, bytes] | None:
    """Place and hash of the last act that the centre has, or None before the first."""
    found = reader.one(f"SELECT mseq, hash FROM outbox WHERE mseq = {JUDGED}")
    return (found[0], found[1]) if found else None


def settle(
    unit: UnitOfWork, mseq: int, status: str, eff_oseq: int, code: str | None, data: Mapping[str, Any] | None
) -> None:
    """Writes the centre's word on an act, once; a flag or a refusal goes before a person with the act kept whole."""
    if status not in SETTLED:
        raise OfficeError("post.answer_unknown", status=status)
    result = msgspec.msgpack.encode(dict(data or {}))
    values = (status, code, result, eff_oseq, unit.at, mseq)
    written = unit.connection.exec_driver_sql(_SETTLE, values).rowcount
    told = code or f"post.{status}"
    if written and status != "applied" and not unit.connection.exec_driver_sql(_TOLD, (mseq, told)).first():
        unit.tell_attention(told, dict(data or {}), mseq)


def settle_applied(unit: UnitOfWork, acts: Sequence[tuple[int, int]]) -> None:
    """Writes of many acts that they were plainly applied. `acts`: place, and where in the feed the effect is."""
    if acts:
        nothing = msgspec.msgpack.encode({})
        values = [("applied", None, nothing, eff_oseq, unit.at, mseq) for mseq, eff_oseq in acts]
        unit.connection.exec_driver_sql(_SETTLE, values)


def feed_again(connection: Connection, first: int) -> int | None:
    """Has every act from `first` on sent again; how many, or None when one of them is no longer here."""
    low, high, count = connection.exec_driver_sql(_HELD, (first,)).one()
    if low != first or count != high - low + 1:
        return None
    return int(connection.exec_driver_sql(_AGAIN, (first,)).rowcount)


def has_old(reader: Reader, now: datetime) -> bool:
    """Whether there may be something to forget; a look that costs nothing."""
    row = reader.one("SELECT acked_at FROM outbox WHERE state <> 'pending' ORDER BY mseq LIMIT 1")
    return row is not None and row[0] is not None and row[0] < utc_text(now - KEPT)


def prune(unit: UnitOfWork, durable_through: int) -> int:
    """Forgets old acts that the centre holds durably, a few hundred at most; returns how many.

    The last acknowledged act always stays (the chain goes on from it), and so does what a person has yet to look at.
    """
    before = utc_text(unit.now - KEPT)
    old = unit.connection.exec_driver_sql(_OLD, (before, durable_through, _PRUNED_AT_ONCE)).all()
    if old:
        unit.connection.exec_driver_sql(_LINK, [(row.mseq, row.hash) for row in old])
        unit.connection.exec_driver_sql("DELETE FROM outbox WHERE mseq = ?", [(row.mseq,) for row in old])
    return len(old)
