"""Reading: plain SQL on read-only connections, one a thread, without the weight of the writer's machinery."""

import os
import threading
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import Any

import sqlcipher3

from desktop.store.engine import connect, doubted

_CACHE_KB = 8_000
"""Pages that a connection keeps deciphered, as far as it reads so many. A citizen's page or a list of one payer's bills
looks up rows of years, each some pages deep: what does not fit is deciphered anew each time."""
LANES = min(4, os.cpu_count() or 1)
"""Questions of one caller that are answered at the same time."""


class Reader:
    """Answers queries from any thread; each sees the last committed state."""

    def __init__(self, path: Path, key: bytes) -> None:
        self._path = path
        self._key = key
        self._here = threading.local()
        self._open: list[Any] = []
        self._lock = threading.Lock()
        self._lanes: ThreadPoolExecutor | None = None

    def rows(self, sql: str, values: Sequence[Any] | Mapping[str, Any] = ()) -> list[tuple[Any, ...]]:
        try:
            found: list[tuple[Any, ...]] = self._connection().execute(sql, values).fetchall()
        except sqlcipher3.Error as error:
            raise doubted(self._path, error) from error
        return found

    def one(self, sql: str, values: Sequence[Any] | Mapping[str, Any] = ()) -> tuple[Any, ...] | None:
        found = self.rows(sql, values)
        return found[0] if found else None

    def side_by_side(self, sql: str, values: Sequence[Mapping[str, Any]]) -> Iterator[list[tuple[Any, ...]]]:
        """The rows for each of the values, in their order; asked for at once, as far as there are processors."""
        if len(values) == 1:
            return iter([self.rows(sql, values[0])])
        with self._lock:
            self._lanes = self._lanes or ThreadPoolExecutor(LANES, "reader")
        return self._lanes.map(partial(self.rows, sql), values)

    def _connection(self) -> Any:
        if not hasattr(self._here, "connection"):
            self._here.connection = connect(self._path, self._key, read_only=True)
            self._here.connection.execute(f"PRAGMA cache_size = -{_CACHE_KB}")
            with self._lock:
                self._open.append(self._here.connection)
        return self._here.connection

    def close(self) -> None:
        if self._lanes is not None:
            self._lanes.shutdown()
        with self._lock:
            for connection in self._open:
                connection.close()
            self._open.clear()
        self._here = threading.local()
