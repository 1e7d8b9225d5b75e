"""What must hold whatever happens (sync design 3.2). Each is one function that any harness may call.

`Printer` is the witness: it remembers every paper that a person has in hand, and no store can take that back.
"""

import hashlib
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

import msgspec
from sqlalchemy import text

from desktop.cashier.model import Receipt
from desktop.office.proof import DIGEST_MODULUS, GENESIS, row_hash
from desktop.office.rows import Rows, SqlStore
from sync.server.devices import DeviceKey, find
from sync.server.rooms import CATALOGUE
from tests.helpers.town import Town, TownDesk

RowKey = tuple[str, bytes]


@dataclass
class Printer:
    """Papers handed out: their (series, year, number), receipts as they read, voids with their reason; and all acts."""

    numbers: list[tuple[str, int, int]] = field(default_factory=list)
    receipts: dict[bytes, Receipt] = field(default_factory=dict)
    voids: dict[bytes, str] = field(default_factory=dict)
    acts: dict[str, list[bytes]] = field(default_factory=dict)


def numbers_are_unique(printer: Printer) -> None:
    """S4, S6: no two papers bear one number, not even after a crash; nothing printed is forgotten."""
    twice = [number for number, times in Counter(printer.numbers).items() if times > 1]
    assert not twice, f"printed twice: {twice}"


def every_number_is_accounted_for(desk: TownDesk, printer: Printer) -> None:
    """S5: what a book has passed was printed, what it has not passed was not."""
    printed = set(printer.numbers)
    for series, year, lo, hi, following in desk.desk.reader.rows("SELECT series, year_be, lo, hi, next FROM lease"):
        assert lo <= following <= hi + 1
        passed = {(series, year, n) for n in range(lo, following)}
        ahead = {number for number in printed if number[:2] == (series, year) and following <= number[2] <= hi}
        assert passed <= printed, f"numbers without a paper: {sorted(passed - printed)}"
        assert not ahead, f"numbers printed beyond the book's mark: {sorted(ahead)}"


def nothing_done_is_lost(town: Town, desk: TownDesk, printer: Printer) -> None:
    """S1, S2: each act is at the centre exactly once, or waits here; a refusal is before a person."""
    outbox = desk.desk.reader.rows("SELECT mut_id, mseq, hash, state FROM outbox ORDER BY mseq")
    assert [row[0] for row in outbox] == printer.acts[str(desk.folder)]
    at_centre = _acts_at_centre(town, desk)
    attended = {mseq for (mseq,) in desk.desk.reader.rows("SELECT mseq FROM attention WHERE mseq IS NOT NULL")}
    for mut_id, mseq, hashed, state in outbox:
        if state != "pending":
            assert at_centre.get(mseq) == (mut_id, hashed, state), f"act {mseq} was acknowledged and is not so"
        if state in ("rejected", "flagged"):
            assert mseq in attended


def acts_are_in_order(town: Town, desk: TownDesk) -> None:
    """S13: the centre holds the desk's acts without a gap, each chained to the one before."""
    query = "SELECT mseq, prev_hash, hash FROM mutation WHERE office_id = :o AND device_id = :d ORDER BY mseq"
    before = GENESIS
    for place, (mseq, prev_hash, hashed) in enumerate(_at_centre(town, query, d=desk.desk.identity.device_id), 1):
        assert (mseq, prev_hash) == (place, before)
        before = hashed


def receipts_never_change(town: Town, desk: TownDesk, printer: Printer) -> None:
    """S7: a receipt reads for ever as it was printed, here and at the centre; only a void stands beside it."""
    at_centre = {row[0]: row[1:] for row in _at_centre(town, _RECEIPTS)}
    for receipt_id, printed in printer.receipts.items():
        as_printed = (printed.series, printed.number, printed.total_satang, printed.payer_name, printed.baht_text)
        if receipt_id in at_centre:
            assert at_centre[receipt_id] == as_printed
        if printed.counter == desk.desk.identity.counter:
            held = desk.cashier_queries.receipt(receipt_id)
            assert held is not None, "a printed receipt left its own desk"
            assert (held.series, held.number, held.total_satang, held.payer_name, held.baht_text) == as_printed
            assert held.lines == printed.lines
            assert (held.void.reason if held.void else None) == printer.voids.get(receipt_id)


def money_is_the_same_everywhere(town: Town, desks: list[TownDesk], printer: Printer) -> None:
    """S8, at rest: receipts less voids, by the printer, by each desk of its own, and by the centre."""
    for desk in desks:
        counter = desk.desk.identity.counter
        printed = sum(one.total_satang for one in printer.receipts.values() if one.counter == counter)
        printed -= sum(printer.receipts[one].total_satang for one in printer.voids if _of(printer, one) == counter)
        here = desk.desk.reader.one(_SUM, {"o": town.office_id, "c": counter})
        assert here == (printed,)
        assert town.count(_SUM, o=town.office_id, c=counter) == printed


def pending_acts_lie_on_top(desk: TownDesk) -> None:
    """S14: what waits in the outbox is in the rows that its clerk sees, worked out from the acts themselves."""
    for name, packed in desk.desk.reader.rows("SELECT type, body FROM outbox WHERE state = 'pending'"):
        body = msgspec.msgpack.decode(packed)
        for entity, row_id in _made_by(name, body):
            assert desk.desk.reader.one(f"SELECT 1 FROM {entity} WHERE id = ?", (row_id,)), f"{entity} left the screen"
    for entity, row_id in desk.desk.reader.rows("SELECT entity, row_id FROM touch"):
        held = desk.desk.reader.one(f"SELECT ver FROM {entity} WHERE id = ?", (row_id,))
        base = desk.desk.reader.one("SELECT 1 FROM shadow WHERE entity = ? AND row_id = ?", (entity, row_id))
        assert held is None or (held[0] > 0) == bool(base), f"what lies below an act on {entity} was not kept"


def _made_by(name: str, body: dict[str, Any]) -> list[RowKey]:
    """The rows that a fact makes."""
    match name:
        case "letters.register":
            return [("letter", body["letter_id"]), *(("letter_file", part["id"]) for part in body["files"])]
        case "letters.endorse":
            return [("endorsement", body["endorsement_id"])]
        case "cashier.issue_receipt":
            return [("receipt", body["receipt_id"]), *(("receipt_line", part["id"]) for part in body["lines"])]
        case "cashier.void_receipt":
            return [("receipt_void", body["void_id"])]
    return []


def feed_is_sound(town: Town) -> None:
    """S9: every position of the feed is used once and none is beyond the head."""
    positions = [row[0] for row in _at_centre(town, "SELECT oseq FROM change WHERE office_id = :o")]
    head = town.count("SELECT head FROM office_head WHERE office_id = :o", o=town.office_id)
    assert len(set(positions)) == len(positions)
    assert not positions or max(positions) <= head


def nothing_is_held_without_right(desk: TownDesk) -> None:
    """S11: after a complete pull no row of the centre is here that is in none of this desk's buckets."""
    for entity in CATALOGUE.entities:
        ghosts = desk.desk.reader.rows(
            f"SELECT id FROM {entity} t WHERE ver > 0 AND NOT EXISTS"
            f" (SELECT 1 FROM member WHERE entity = '{entity}' AND row_id = t.id)"
        )
        assert not ghosts, f"{entity} held without right"


def desk_equals_centre(town: Town, desk: TownDesk) -> None:
    """S10: row for row, version for version, digest for digest, what the centre's rules show this desk."""
    expected, buckets = _visible(town, desk)
    assert _rows_of(desk) == expected
    held = {
        bucket: (n_rows, int(digest), proven)
        for bucket, n_rows, digest, proven in desk.desk.reader.rows("SELECT bucket, n_rows, digest, proven FROM cursor")
    }
    assert held == {bucket: (*_digest(keys), 1) for bucket, keys in buckets.items()}
    assert not desk.desk.reader.rows("SELECT * FROM touch")
    assert not desk.desk.reader.rows("SELECT * FROM shadow")


def files_are_whole(town: Town, desk: TownDesk, *, complete: bool) -> None:
    """S16: bytes are what their address says; when `complete` every file that a row names is here and at the centre."""
    states = dict(desk.desk.reader.rows("SELECT sha256, state FROM blob"))
    for sha256, state in states.items():
        if state in ("local", "stored") and desk.desk.blobs.has(sha256):
            assert hashlib.sha256(desk.desk.blobs.get(sha256)).hexdigest() == sha256
    if not complete:
        return
    for sha256, original in desk.desk.reader.rows("SELECT sha256, original_sha256 FROM letter_file"):
        for named in filter(None, (sha256, original)):
            assert states[named] == "stored"
            assert desk.desk.blobs.has(named)
            assert town.count(_STORED, o=town.office_id, s=named) == 1


_RECEIPTS = "SELECT id, series, number, total_satang, payer_name, baht_text FROM receipt WHERE office_id = :o"
_STORED = "SELECT count(*) FROM blob WHERE office_id = :o AND sha256 = :s AND state = 'stored'"
_SUM = """
SELECT coalesce(sum(total_satang), 0) FROM receipt r WHERE office_id = :o AND counter = :c AND NOT EXISTS
(SELECT 1 FROM receipt_void v WHERE v.office_id = r.office_id AND v.receipt_id = r.id)
"""


def _of(printer: Printer, receipt_id: bytes) -> str:
    return printer.receipts[receipt_id].counter


def _at_centre(town: Town, query: str, **values: Any) -> list[tuple[Any, ...]]:
    with town.engine.connect() as connection:
        return [tuple(row) for row in connection.execute(text(query), {"o": town.office_id, **values})]


def _acts_at_centre(town: Town, desk: TownDesk) -> dict[int, tuple[bytes, bytes, str]]:
    query = "SELECT mseq, mut_id, hash, status FROM mutation WHERE office_id = :o AND device_id = :d"
    found = _at_centre(town, query, d=desk.desk.identity.device_id)
    assert len({row[1] for row in found}) == len(found)
    return {mseq: (mut_id, hashed, status) for mseq, mut_id, hashed, status in found}


def _rows_of(desk: TownDesk) -> dict[RowKey, tuple[Any, ...]]:
    found: dict[RowKey, tuple[Any, ...]] = {}
    for name, entity in CATALOGUE.entities.items():
        columns = ", ".join(f'"{column}"' for column in entity.columns)
        for row in desk.desk.reader.rows(f"SELECT {columns} FROM {name}"):
            found[(name, row[entity.columns.index("id")])] = row
    return found


def _visible(town: Town, desk: TownDesk) -> tuple[dict[RowKey, tuple[Any, ...]], dict[str, list[tuple[RowKey, int]]]]:
    """What the rooms' own rules show, worked out from all rows of the office and not from the feed."""
    with town.engine.connect() as connection:
        allowed = find(connection, DeviceKey(town.office_id, desk.desk.identity.device_id)).buckets
        rows = Rows(SqlStore(connection, town.office_id), authority=True)
        everything = {
            (name, row.id): dict(row._mapping)
            for name, entity in CATALOGUE.entities.items()
            for row in connection.execute(entity.table.select().where(entity.table.c.office_id == town.office_id))
        }
        visible: dict[RowKey, tuple[Any, ...]] = {}
        buckets: dict[str, list[tuple[RowKey, int]]] = {bucket: [] for bucket in allowed}
        for key, row in everything.items():
            entity, root = CATALOGUE.entities[key[0]], key
            while (parent := CATALOGUE.entities[root[0]].parent) and root in everything:
                root = (parent[0], everything[root][parent[1]])
            rule = CATALOGUE.entities[root[0]].buckets
            seen_in = rule(rows, everything[root]) & set(allowed) if rule and root in everything else frozenset()
            for bucket in seen_in:
                buckets[bucket].append((key, row["ver"]))
            if seen_in:
                visible[key] = tuple(row[column] for column in entity.columns)
    return visible, buckets


def _digest(keys: list[tuple[RowKey, int]]) -> tuple[int, int]:
    return len(keys), sum(row_hash(entity, row_id, ver) for (entity, row_id), ver in keys) % DIGEST_MODULUS
