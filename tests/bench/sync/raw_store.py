"""The physical limit of the pull: SQLCipher alone, upserting the same rows into the same kind of table."""

import tempfile
import time
from contextlib import closing
from pathlib import Path

from desktop.store.desk import Desk
from desktop.store.engine import connect

_AT_ONCE = 5000


def upsert_seconds(desk: Desk) -> float:
    """Seconds to upsert every letter of the desk into an empty letter table with its key and three indexes."""
    columns = [name for _, name, *_ in desk.reader.rows("PRAGMA table_info(letter)")]
    key = desk.keys.database
    with (
        tempfile.TemporaryDirectory() as folder,
        closing(connect(Path(folder) / "raw.db", key)) as raw,
        closing(connect(desk.path, key, read_only=True)) as full,
    ):
        (made,) = desk.reader.rows("SELECT sql FROM sqlite_master WHERE name = 'letter'")
        raw.execute(made[0])
        for column in ("number", "acted_at", "due_date"):
            raw.execute(f"CREATE INDEX raw_{column} ON letter ({column})")
        marks = ", ".join("?" * len(columns))
        news = ", ".join(f'"{name}" = excluded."{name}"' for name in columns if name not in ("office_id", "id"))
        upsert = (
            f"INSERT INTO letter VALUES ({marks}) ON CONFLICT (office_id, id) DO UPDATE SET {news}"
            " WHERE excluded.ver > letter.ver"
        )
        took, held = 0.0, full.execute("SELECT * FROM letter ORDER BY id")
        while rows := held.fetchmany(_AT_ONCE):
            begun = time.perf_counter()
            raw.execute("BEGIN IMMEDIATE")
            raw.executemany(upsert, rows)
            raw.execute("COMMIT")
            took += time.perf_counter() - begun
        return took
