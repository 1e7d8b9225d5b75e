"""The acts of this desk on their way to the centre: what is still to be sent, and what the centre said."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import msgspec

from desktop.office.errors import OfficeError
from desktop.store import attention
from desktop.store.reader import Reader
from desktop.store.unit_of_work import UnitOfWork

SETTLED = frozenset({"applied", "flagged", "rejected"})


@dataclass(frozen=True)
class Posted:
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
    """What this desk still holds: acts, the oldest of them (UTC text), files, and things for a person to look at."""

    acts: int
    oldest: str | None
    blobs: int
    attention: int


_PENDING = """
SELECT mseq, mut_id, type, v, user_id, at, body, prev_hash, hash FROM outbox
WHERE state = 'pending' ORDER BY mseq LIMIT ?
"""
_UNSENT = f"""
SELECT (SELECT count(*) FROM outbox WHERE state = 'pending'), (SELECT min(at) FROM outbox WHERE state = 'pending'),
       (SELECT count(*) FROM blob WHERE state <> 'stored'), {attention.COUNT}
"""
_SETTLE = (
    "UPDATE outbox SET state = ?, code = ?, result = ?, eff_oseq = ?, acked_at = ? WHERE mseq = ? AND state = 'pending'"
)


def pending(reader: Reader, most: int) -> list[Posted]:
    """The oldest acts not yet acknowledged, in order."""
    return [Posted(*row) for row in reader.rows(_PENDING, (most,))]


def unsent(reader: Reader) -> Unsent:
    row = reader.one(_UNSENT)
    assert row is not None
    return Unsent(*row)


def acknowledged(reader: Reader) -> tuple[int, bytes] | None:
    """Place and hash of the last act that the centre has, or None before the first."""
    found = reader.one("SELECT mseq, hash FROM outbox WHERE state <> 'pending' ORDER BY mseq DESC LIMIT 1")
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
    if written and status != "applied":
        unit.tell_attention(code or f"post.{status}", dict(data or {}), mseq)


def settle_applied(unit: UnitOfWork, acts: Sequence[tuple[int, int]]) -> None:
    """Writes of many acts that they were plainly applied. `acts`: place, and where in the feed the effect is."""
    if acts:
        nothing = msgspec.msgpack.encode({})
        values = [("applied", None, nothing, eff_oseq, unit.at, mseq) for mseq, eff_oseq in acts]
        unit.connection.exec_driver_sql(_SETTLE, values)
