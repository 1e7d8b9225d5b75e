"""Registering a letter, beside a raw SQLCipher commit of the very same rows."""

import statistics
import tempfile
import time
from pathlib import Path
from typing import Any

from desktop.letters.model import Registration
from desktop.store.engine import connect
from tests.bench.row import Row, slower
from tests.helpers.desk import make_desk, make_office, person

TIMES = 400
WRITTEN = ("letter", "number_event", "outbox", "touch")


def measure() -> list[Row]:
    with tempfile.TemporaryDirectory() as folder:
        desk = make_desk(Path(folder) / "ours")
        office = make_office(desk)
        act = office.letters(person(office))
        letter = Registration(
            "จังหวัดเชียงใหม่", "นายกเทศมนตรี", "ซักซ้อมแนวทางการจัดทำงบประมาณรายจ่ายประจำปี", "ชม ๐๐๒๓.๓/ว ๒๙๐๑"
        )
        act.register(letter)
        raw, rows = _raw_store(desk.path, desk.keys.database, Path(folder) / "raw.db")
        ours, theirs = [], []
        for turn in range(TIMES):
            ours.append(desk.writer.run(lambda: _timed(lambda: act.register(letter))))
            theirs.append(_timed(lambda turn=turn: _commit(raw, rows, turn)))
        raw.close()
        desk.close()
    return [
        slower(
            "register a letter (median)",
            statistics.median(ours) * 1000,
            statistics.median(theirs) * 1000,
            "ms",
            "raw SQLCipher commit of the same rows",
            3.0,
        )
    ]


def _timed(act: Any) -> float:
    begun = time.perf_counter()
    act()
    return time.perf_counter() - begun


def _raw_store(ours: Path, key: bytes, path: Path) -> tuple[Any, dict[str, tuple[Any, ...]]]:
    """An empty store with the same tables and indexes, and one set of the rows that a registration writes."""
    source, raw = connect(ours, key), connect(path, key)
    for (statement,) in source.execute(
        "SELECT sql FROM sqlite_master WHERE type IN ('table', 'index') AND sql IS NOT NULL"
        " AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'letter_words%'"
    ):
        raw.execute(statement)
    rows = {}
    for table in (*WRITTEN, "device", "lease"):
        row = source.execute(f"SELECT * FROM {table} LIMIT 1").fetchone()
        rows[table] = row
        if table in ("device", "lease"):
            raw.execute(f"INSERT INTO {table} VALUES ({', '.join('?' * len(row))})", row)
    source.close()
    return raw, rows


def _commit(raw: Any, rows: dict[str, tuple[Any, ...]], turn: int) -> None:
    key = turn.to_bytes(16)
    office, _, *letter = rows["letter"]
    series = rows["number_event"]
    raw.execute("BEGIN IMMEDIATE")
    raw.execute(f"INSERT INTO letter VALUES (?, ?, {', '.join('?' * len(letter))})", (office, key, *letter))
    event = (*series[:3], turn, *series[4:])
    raw.execute(f"INSERT INTO number_event VALUES ({', '.join('?' * len(event))})", event)
    sent = (turn + 1, key, *rows["outbox"][2:])
    raw.execute(f"INSERT INTO outbox VALUES ({', '.join('?' * len(sent))})", sent)
    raw.execute("INSERT INTO touch VALUES (?, ?, ?)", ("letter", key, turn))
    raw.execute("UPDATE device SET chain_mseq = ?", (turn,))
    raw.execute("UPDATE lease SET next = ?", (turn,))
    raw.execute("COMMIT")
