"""Pages read in the background, one after another, the one that somebody looks at first."""

import logging
import os
import threading
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from typing import TypeAlias

from desktop.office.errors import OfficeError
from desktop.reading.kept import KeptReadings
from desktop.reading.model import PageReading
from desktop.reading.reader import PageReader
from desktop.store.blob_file import Stored
from desktop.store.desk import Desk

log = logging.getLogger(__name__)

WORKERS = 2 if (os.cpu_count() or 1) >= 4 else 1
Key: TypeAlias = tuple[str, int]
_LOOK_EVERY_S = 0.1
"""So soon whoever waits for a page sees that it was given up, or that the queue ends."""


@dataclass(frozen=True)
class Wanted:
    """Page `page` (from 0) of a file that this desk keeps.

    `size_mm`: of a page that is a picture, or a frame of one; None where the file is a PDF.
    """

    sha256: str
    page: int
    size_mm: tuple[float, float] | None = None

    @property
    def key(self) -> Key:
        return self.sha256, self.page


@dataclass(frozen=True)
class Progress:
    """Of one file: pages that were asked for, and what became of them."""

    done: int
    failed: int
    total: int

    @property
    def is_over(self) -> bool:
        return self.done + self.failed == self.total


Listener: TypeAlias = Callable[[Wanted, PageReading | OfficeError], None]
"""Hears of each page when it was read or could not be, on the thread that read it; from then on `reading` has it."""


class ReadingQueue:
    """Any thread may ask. Its threads and their processes begin with the first page wanted; `end` stops them.

    What could not be read (`reading.failed`, `reading.no_model`, `blob.missing`, `blob.damaged`) is told, and tried
    again only when it is wanted again.
    """

    def __init__(self, desk: Desk, make_reader: Callable[[], PageReader] = PageReader, workers: int = WORKERS) -> None:
        self._desk = desk
        self._kept = KeptReadings(desk)
        self._make_reader = make_reader
        self._workers = workers
        self._changed = threading.Condition()
        self._waiting: dict[Key, Wanted] = {}
        self._asked: dict[str, dict[int, str]] = {}
        self._looked_at: Key = ("", 0)
        self._reading: dict[PageReader, Key] = {}
        self._given_up: set[PageReader] = set()
        self._threads: list[threading.Thread] = []
        self._listeners: list[Listener] = []
        self._to_end: list[Callable[[], None]] = []
        self._ended = False

    def want(self, pages: Iterable[Wanted]) -> None:
        """Has pages read that were not yet; those that wait already keep their turn."""
        pages = tuple(pages)
        read = {sha256: self._kept.pages(sha256) for sha256 in {one.sha256 for one in pages}}
        with self._changed:
            for one in pages:
                states = self._asked.setdefault(one.sha256, {})
                if one.page in read[one.sha256]:
                    states[one.page] = "done"
                    continue
                states[one.page] = "waiting"
                if one.key not in self._under_way():
                    self._waiting.setdefault(one.key, one)
            if self._waiting and not self._ended:
                self._begin()
                self._changed.notify_all()

    def read(self, wanted: Wanted, cancel: threading.Event, *, first: bool = True) -> PageReading | None:
        """Waits for a page, which comes before all others when it is wanted `first`.

        None when whoever waits gives up, the file is given up, or the queue ends. Raises why it could not be read.
        """
        told: SimpleQueue[PageReading | OfficeError] = SimpleQueue()
        stop = self.listen(lambda one, heard: told.put(heard) if one.key == wanted.key else None)
        try:
            self.want([wanted])
            if first:
                self.look_at(*wanted.key)
            if self._state(wanted.key) == "done":
                return self.reading(*wanted.key)
            return self._wait(wanted.key, told, cancel)
        finally:
            stop()

    def _wait(
        self, key: Key, told: SimpleQueue[PageReading | OfficeError], cancel: threading.Event
    ) -> PageReading | None:
        while not cancel.is_set() and not self._ended and self._state(key):
            with suppress(Empty):
                heard = told.get(timeout=_LOOK_EVERY_S)
                if isinstance(heard, OfficeError):
                    raise heard
                return heard
        return None

    def _state(self, key: Key) -> str:
        """What became of a page so far; empty if nobody asked for it."""
        with self._changed:
            return self._asked.get(key[0], {}).get(key[1], "")

    def look_at(self, sha256: str, page: int) -> None:
        """Somebody looks at this page: it comes next if it waits, and then those that follow it."""
        with self._changed:
            self._looked_at = (sha256, page)

    def cancel(self, sha256: str) -> None:
        """Forgets the pages of a file that are not read yet; one that is being read is given up."""
        with self._changed:
            for key in [key for key in self._waiting if key[0] == sha256]:
                del self._waiting[key]
            self._asked.pop(sha256, None)
            for reader, key in self._reading.items():
                if key[0] == sha256:
                    self._given_up.add(reader)
                    reader.stop()

    def progress(self, sha256: str) -> Progress:
        """How far a file is; all zero for one that nobody asked for."""
        with self._changed:
            states = list(self._asked.get(sha256, {}).values())
        return Progress(states.count("done"), states.count("failed"), len(states))

    def reading(self, sha256: str, page: int) -> PageReading | None:
        """What was read of a page, in this run or an earlier one."""
        return self._kept.get(sha256, page)

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Starts listening; the returned call stops it."""
        self._listeners.append(listener)

        def stop() -> None:
            with suppress(ValueError):
                self._listeners.remove(listener)

        return stop

    def before_end(self, act: Callable[[], None]) -> None:
        """What is still to be ended when nothing is read any more, by whoever reads on a thread of its own."""
        self._to_end.append(act)

    def end(self) -> None:
        """Stops at once; what waits is forgotten."""
        for act in self._to_end:
            act()
        with self._changed:
            self._ended = True
            self._waiting.clear()
            self._changed.notify_all()
        for thread in self._threads:
            while thread.is_alive():  # a reader may begin its page only after it was told to stop
                self._stop_readers()
                thread.join(_LOOK_EVERY_S)

    def _stop_readers(self) -> None:
        with self._changed:
            readers = tuple(self._reading)
        for reader in readers:
            reader.stop()

    def _begin(self) -> None:
        while len(self._threads) < self._workers:
            thread = threading.Thread(target=self._work, name="reading-queue", daemon=True)
            self._threads.append(thread)
            thread.start()

    def _work(self) -> None:
        with self._make_reader() as reader:
            while (wanted := self._take(reader)) is not None:
                told = self._read(reader, wanted)
                if self._settled(reader, wanted, told):
                    self._tell(wanted, told)

    def _take(self, reader: PageReader) -> Wanted | None:
        """The next page, waited for; None at the end."""
        with self._changed:
            while not self._waiting and not self._ended:
                self._changed.wait()
            if self._ended:
                return None
            wanted = self._waiting.pop(self._next())
            self._reading[reader] = wanted.key
            return wanted

    def _under_way(self) -> set[Key]:
        return {key for reader, key in self._reading.items() if reader not in self._given_up}

    def _next(self) -> Key:
        sha256, page = self._looked_at
        near = [key for key in self._waiting if key[0] == sha256]
        after = [key for key in near if key[1] >= page]
        return min(after or near, default=next(iter(self._waiting)))

    def _read(self, reader: PageReader, wanted: Wanted) -> PageReading | OfficeError:
        try:
            stored = Stored(self._desk.blobs, wanted.sha256)
            if wanted.size_mm is None:
                reading = reader.page(wanted.sha256, stored, wanted.page)
            else:
                reading = reader.picture(stored, wanted.size_mm, wanted.page)
            self._kept.keep(wanted.sha256, wanted.page, reading)
        except OfficeError as error:
            return error
        return reading

    def _settled(self, reader: PageReader, wanted: Wanted, told: PageReading | OfficeError) -> bool:
        """Notes what became of a page; whether anybody still wants to know."""
        with self._changed:
            del self._reading[reader]
            if reader in self._given_up or self._ended:
                self._given_up.discard(reader)
                return False
            failed = isinstance(told, OfficeError)
            self._asked.setdefault(wanted.sha256, {})[wanted.page] = "failed" if failed else "done"
        return True

    def _tell(self, wanted: Wanted, told: PageReading | OfficeError) -> None:
        if isinstance(told, OfficeError):
            log.info("page %d was not read: %s", wanted.page, told.code)
        for listener in tuple(self._listeners):
            listener(wanted, told)
