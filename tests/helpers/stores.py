"""A store as a desk's first start leaves it, laid out by copying one: its migrations take longer than most tests."""

import os
from contextlib import closing
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from desktop.store import versions
from desktop.store.engine import connect
from desktop.store.keys import DeskKeys

_KEY = os.urandom(32)


def lay_out(folder: Path, keys: DeskKeys) -> None:
    """Puts a new store, this desk's own under its own key, into a folder that has none."""
    path = folder / "desk.db"
    if path.exists():
        return
    folder.mkdir(parents=True, exist_ok=True)
    path.write_bytes(_blank())
    with closing(connect(path, _KEY)) as store:
        store.execute(f"PRAGMA rekey = \"x'{keys.database.hex()}'\"")


@cache
def _blank() -> bytes:
    """The file of a store that was migrated in this process, once."""
    with TemporaryDirectory(prefix="thesaban-store-") as folder:
        path = Path(folder) / "desk.db"
        versions.bring_up_to_date(path, _KEY)
        return path.read_bytes()
