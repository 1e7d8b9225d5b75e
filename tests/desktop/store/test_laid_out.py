"""The stores that tests lay out by copying are what a first start makes."""

from contextlib import closing
from pathlib import Path
from typing import Any

from desktop.store import versions
from desktop.store.engine import connect
from desktop.store.keys import DeskKeys
from tests.helpers.stores import lay_out

KEYS = DeskKeys(bytes(range(32)))


def content(path: Path) -> list[Any]:
    """Every table with its rows, every index and trigger."""
    with closing(connect(path, KEYS.database)) as store:
        made: list[Any] = store.execute("SELECT type, name, sql FROM sqlite_master ORDER BY type, name").fetchall()
        names = [name for kind, name, _ in made if kind == "table"]
        return made + [(name, store.execute(f'SELECT * FROM "{name}"').fetchall()) for name in names]


def test_a_copied_store_is_a_migrated_one_under_its_own_key(tmp_path: Path) -> None:
    fresh = tmp_path / "fresh" / "desk.db"
    fresh.parent.mkdir()
    versions.bring_up_to_date(fresh, KEYS.database)
    lay_out(tmp_path / "copy", KEYS)
    assert content(tmp_path / "copy" / "desk.db") == content(fresh)
    other = DeskKeys(bytes(32))
    lay_out(tmp_path / "other", other)
    assert (tmp_path / "other" / "desk.db").read_bytes() != (tmp_path / "copy" / "desk.db").read_bytes()
