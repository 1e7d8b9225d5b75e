"""Reading: plain SQL on read-only connections, one a thread, without the weight of the writer's machinery."""

import threading
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import sqlcipher3

from desktop.store.engine import connect, doubted


class Reader:
    """Answers queries from any thread; each sees the last committed state."""

    def __init__(self, path: Path, key: bytes) -> None:
        self._path = path
        self._key = key
        self._here = threading.local()
        self._open: list[Any] = []
        self._lock = threading.Lock()

    def rows(self, sql: str, values: Sequence[Any] | Mapping[str, Any] = ()) -> list[tuple[Any, ...]]:
        try:
            found: list[tuple[Any, ...]] = self._connection().execute(sql, values).fetchall()
        except sqlcipher3.Error as error:
            raise doubted(self._path, error) from error
        return found

    def one(self, sql: str, values: Sequence[Any] | Mapping[str, Any] = ()) -> tuple[Any, ...] | None:
        found = self.rows(sql, values)
        return found[0] if found else None

    def _connection(self) -> Any:
        if not hasattr(self._here, "connection"):
            self._here.connection = connect(self._path, self._key, read_only=True)
            with self._lock:
                self._open.append(self._here.connection)
        return self._here.connection

    def close(self) -> None:
        with self._lock:
            for connection in self._open:
                connection.close()
            self._open.clear()
        self._here = threading.local()
