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
    rows = desk.reader.rows("SELECT * FROM letter ORDER BY id")
    columns = [name for _, name, *_ in desk.reader.rows("PRAGMA table_info(letter)")]
    with tempfile.TemporaryDirectory() as folder, closing(connect(Path(folder) / "raw.db", desk.keys.database)) as raw:
        (made,) = desk.reader.rows("SELECT sql FROM sqlite_master WHERE name = 'letter'")
        raw.execute(made[0])
        for column in ("number", "acted_at", "book_number_key"):
            raw.execute(f"CREATE INDEX raw_{column} ON letter ({column})")
        marks = ", ".join("?" * len(columns))
        news = ", ".join(f'"{name}" = excluded."{name}"' for name in columns if name not in ("office_id", "id"))
        upsert = (
            f"INSERT INTO letter VALUES ({marks}) ON CONFLICT (office_id, id) DO UPDATE SET {news}"
            " WHERE excluded.ver > letter.ver"
        )
        begun = time.perf_counter()
        for start in range(0, len(rows), _AT_ONCE):
            raw.execute("BEGIN IMMEDIATE")
            raw.executemany(upsert, rows[start : start + _AT_ONCE])
            raw.execute("COMMIT")
        return time.perf_counter() - begun
