"""A desk becomes another device: it keeps all its work and sends it again in a chain of its own, and leaves its books.

After a copy of its disk was found out, after its store was put back from a backup, or when the centre has forgotten it:
nobody can know which numbers the other copy has printed, or what was printed since the backup.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import msgspec
from sqlalchemy import Connection

from desktop.office.ids import Id
from desktop.office.mutation import Catalogue, Kind
from desktop.office.proof import GENESIS, link
from desktop.store import notes
from desktop.store.outbox import Posted
from desktop.store.unit_of_work import UnitOfWork

_ACTS = "SELECT mseq, mut_id, type, v, user_id, at, body, prev_hash, hash, kind, state FROM outbox ORDER BY mseq"
_SEND = """
INSERT INTO outbox (mseq, mut_id, type, v, kind, user_id, at, body, prev_hash, hash, state)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'pending')
"""
_BECOME = """
UPDATE device SET device_id = ?, counter = ?, registers = ?, chain_mseq = ?, chain_hash = ?, name = ?, enrolled_at = ?
"""
_OPEN = "SELECT * FROM lease WHERE closed_at IS NULL AND next <= hi ORDER BY series, lo"
_LEAVE = "UPDATE lease SET holder = zeroblob(16) WHERE closed_at IS NULL"
_NOT_ALONE = (b"post.desk_copied", b"post.desk_restored")
_LINK = "INSERT OR IGNORE INTO kept_link (device_id, mseq, hash) VALUES (?, ?, ?)"


@dataclass(frozen=True)
class NewDevice:
    """Who the desk is from now on; `salt` is what its key is derived with."""

    device_id: Id
    counter: str
    registers: tuple[str, ...]
    name: str
    salt: bytes


@dataclass(frozen=True)
class _Act:
    """An act on its way into the new chain; `places`: where it stood in the old one, if it was in the outbox."""

    posted: Posted
    kind: str
    places: tuple[int, ...]


def become(unit: UnitOfWork, new: NewDevice, past: Sequence[Posted], catalogue: Catalogue) -> None:
    """Makes this desk the new device. `past`: acts of the old one that the centre has and this store lost.

    Every act keeps its identity, its moment and its person; the centre knows those it has by `mut_id`.
    """
    sql = unit.connection
    acts = _in_order(sql, past, catalogue)
    was = bytes(sql.exec_driver_sql("SELECT device_id FROM device").scalar_one())
    _follow(sql, _send_again(sql, acts, was, new.device_id))
    _warn_of_papers(unit, past)
    leave_books(sql)
    last = sql.exec_driver_sql("SELECT mseq, hash FROM outbox ORDER BY mseq DESC LIMIT 1").first()
    chain = (last.mseq, last.hash) if last else (0, GENESIS)
    sql.exec_driver_sql(_BECOME, (new.device_id, new.counter, "\n".join(new.registers), *chain, new.name, unit.at))
    notes.put(sql, notes.DEVICE_SALT, new.salt)
    if notes.held(sql, notes.RESTORED) or notes.held(sql, notes.TROUBLE) in _NOT_ALONE:
        notes.put(sql, notes.TAGS_APART, b"1")
    gone = (notes.NEXT_SALT, notes.TROUBLE, notes.WATCHWORD, notes.ANNOUNCED, notes.RESTORED, notes.DEPOSITED)
    notes.drop(sql, *gone)


def leave_books(sql: Connection) -> None:
    """No number is taken from any book of before; how far each was used is kept, to be told to the centre."""
    sql.exec_driver_sql(_LEAVE)


def _in_order(sql: Connection, past: Sequence[Posted], catalogue: Catalogue) -> list[_Act]:
    """What the centre knows first, then what waits; an act that is in both is there once."""
    rows = sql.exec_driver_sql(_ACTS).all()
    place = {row.mut_id: row.mseq for row in rows}
    known = [_Act(Posted(*row[:9]), row.kind, (row.mseq,)) for row in rows if row.state != "pending"]
    ids = {act.posted.mut_id for act in known}
    for one in past:
        if one.mut_id not in ids:
            here = (place[one.mut_id],) if one.mut_id in place else ()
            known.append(_Act(one, _kind(catalogue, one), here))
    ids |= {one.mut_id for one in past}
    return known + [_Act(Posted(*row[:9]), row.kind, (row.mseq,)) for row in rows if row.mut_id not in ids]


def _kind(catalogue: Catalogue, act: Posted) -> str:
    mutation = catalogue.find(act.type, act.v)
    return (mutation.kind if mutation else Kind.FACT).value


def _send_again(sql: Connection, acts: Iterable[_Act], was: Id, now: Id) -> dict[int, int]:
    """Writes the new chain; returns old place -> new place. Papers keep the hash that they were printed with."""
    printed = {(row.device_id, row.mseq): row.hash for row in sql.exec_driver_sql("SELECT * FROM kept_link")}
    moved: dict[int, int] = {}
    before, rows, links = GENESIS, [], []
    for mseq, act in enumerate(acts, 1):
        old = act.posted
        hash_ = link(before, mseq, old.mut_id, old.type, old.v, old.user_id, old.at, old.body)
        rows.append((mseq, old.mut_id, old.type, old.v, act.kind, old.user_id, old.at, old.body, before, hash_))
        bears = printed.get((was, old.mseq), old.hash)
        links += [(was, old.mseq, bears), (now, mseq, bears)]
        moved |= dict.fromkeys(act.places, mseq)
        before = hash_
    sql.exec_driver_sql("DELETE FROM outbox")
    if rows:
        sql.exec_driver_sql(_SEND, rows)
        sql.exec_driver_sql(_LINK, links)
    return moved


def _follow(sql: Connection, moved: dict[int, int]) -> None:
    """Takes along what speaks of acts by their place."""
    touched = sql.exec_driver_sql("SELECT entity, row_id, mseq FROM touch").all()
    sql.exec_driver_sql("DELETE FROM touch")
    for entity, row_id, mseq in touched:
        if mseq in moved:
            sql.exec_driver_sql("INSERT OR IGNORE INTO touch VALUES (?, ?, ?)", (entity, row_id, moved[mseq]))
    for row_id, mseq, made in sql.exec_driver_sql("SELECT id, mseq, made_mseq FROM attention").all():
        places = (moved.get(mseq), moved.get(made), row_id)
        sql.exec_driver_sql("UPDATE attention SET mseq = ?, made_mseq = ? WHERE id = ?", places)


def _warn_of_papers(unit: UnitOfWork, past: Sequence[Posted]) -> None:
    """Says plainly which numbers may stand on papers that this store does not know, if it lost anything."""
    if not past and notes.held(unit.connection, notes.RESTORED) is None:
        return
    reached: dict[Id, int] = {}
    for act in past:
        taken = _taken(act)
        if taken:
            reached[taken["lease_id"]] = max(reached.get(taken["lease_id"], 0), taken["n"] + 1)
    for book in unit.connection.exec_driver_sql(_OPEN).all():
        first = max(book.next, reached.get(book.lease_id, 0))
        if first <= book.hi:
            place = {"series": book.series, "year_be": book.year_be, "book_no": book.book_no}
            unit.tell_attention("recovery.check_papers", place | {"first": first, "last": book.hi})


def _taken(act: Posted) -> dict[str, Any] | None:
    body = msgspec.msgpack.decode(act.body)
    taken = body.get("taken") if isinstance(body, dict) else None
    return taken if isinstance(taken, dict) else None
