"""Works off what is to be indexed on the writer's thread, slice by slice: whoever waits to write goes in between."""

import logging
from collections.abc import Callable
from typing import TYPE_CHECKING

from desktop.office.changes import Broadcast, Changes
from desktop.store.indexing import SLICE, SMALL_SLICE, Indexing
from desktop.store.writer import Writer

if TYPE_CHECKING:
    from sqlalchemy import Engine

log = logging.getLogger(__name__)
_QUIET = 0.5
"""Seconds after somebody's write in which slices stay small: his next one waits for all of one."""


class Indexer:
    """Sleeps until `soon`; tells everybody when the last letter of a backlog can be found. `end` before the writer."""

    def __init__(self, writer: Writer, engine: "Callable[[], Engine]", changes: Broadcast) -> None:
        self._writer = writer
        self._engine = engine
        self._changes = changes
        self._queued = False
        self._ended = False

    def soon(self) -> None:
        """Only from the writer's thread."""
        if not (self._queued or self._ended):
            self._queued = True
            self._writer.submit_aside(self._slice)

    def end(self) -> None:
        self._ended = True

    def _slice(self) -> None:
        self._queued = False
        if self._ended:
            return
        try:
            with self._engine().begin() as connection:
                more, found = self._work(Indexing(connection.connection.driver_connection))
        except Exception:
            log.exception("letters are not indexed")  # they are found all the same, only more slowly
            return
        if found:
            self._changes.tell(Changes(frozenset({("letter", b"")}), pulled=True))
        if more:
            self.soon()

    def _work(self, index: Indexing) -> tuple[bool, bool]:
        """One slice: of letters as long as any are due, then of what makes searches quicker.

        Whether there is more to do, and whether this was the last of the letters.
        """
        most = SLICE if self._writer.quiet_seconds > _QUIET else SMALL_SLICE
        done, waits = index.work_off(most)
        return waits or index.tidy(most), done > 0 and not waits
