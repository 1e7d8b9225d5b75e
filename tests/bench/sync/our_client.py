"""A desk of ours that obeys the same orders: `python -m tests.bench.sync.our_client URL CODE NAME FOLDER`.

Everything a town hall runs is on: encryption, the signed and chained outbox, the search index, proof by digests.
"""

import os
import random
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from queue import SimpleQueue
from threading import Event
from typing import Any

from desktop.accounts.queries import AccountQueries
from desktop.catalogue import catalogue
from desktop.letters.actions import LetterActions
from desktop.letters.model import Registration
from desktop.office.changes import Changes
from desktop.office.clock import SystemClock
from desktop.office.errors import OfficeError
from desktop.office.ids import Id
from desktop.store.blobs import CHUNK
from desktop.store.desk import Desk
from desktop.store.keys import DeskKeys
from desktop.store.search import is_complete
from sync.client.blobs import BlobErrand
from sync.client.centre import Centre
from sync.client.coming import Coming
from sync.client.enrol import enrol
from sync.client.post import Post
from sync.client.round import Round
from sync.client.transport import Transport
from sync.client.watchword import Watch
from sync.wire.messages import BlobState
from tests.bench.sync.peers.orders import obey
from tests.bench.sync.raw_store import upsert_seconds

PERSON = "kanda"
FILE_SIZE = 16 * CHUNK + 12_345
_KEY = bytes(range(32))


class CountingCentre(Centre):
    """Counts the bytes of files that are sent to it and read from it."""

    moved = 0

    def append_blob(self, sha256: str, offset: int, chunk: bytes, attempt: int = 0) -> BlobState:
        self.moved += len(chunk)
        return super().append_blob(sha256, offset, chunk, attempt)

    @contextmanager
    def read_blob(self, sha256: str, start: int = 0) -> Iterator[Coming]:
        with super().read_blob(sha256, start) as coming:
            yield replace(coming, pieces=self._counted(coming.pieces))

    def _counted(self, pieces: Iterator[bytes]) -> Iterator[bytes]:
        for piece in pieces:
            self.moved += len(piece)
            yield piece


class Client:
    def __init__(self, url: str, code: str, name: str, folder: str) -> None:
        clock = SystemClock()
        self._desk = Desk(Path(folder), DeskKeys(_KEY), clock, catalogue)
        self._transport = Transport(url, clock)
        if not self._desk.enrolled:
            enrol(self._desk, url, code, name)
        device, seed = self._desk.identity.device_id, self._desk.seed
        centre = CountingCentre(self._transport, device, seed, clock, random.SystemRandom(), Watch(self._desk))
        self._centre = centre
        self._round, self._post = Round(self._desk, centre), Post(self._desk, centre, random.SystemRandom())
        self._arrivals: SimpleQueue[float] = SimpleQueue()
        self._live = False
        self._begun = time.perf_counter()
        if name == "writer":
            self._round.run()  # its people and its numbers; a reader has seen nothing yet

    def add(self, letters: list[dict[str, str]]) -> None:
        """One endorsement for each: offline work that needs no numbers, of which a desk holds only some days' worth."""
        held = [row[0] for row in self._desk.reader.rows("SELECT id FROM letter ORDER BY id")]
        self._endorse(held[place % len(held)] for place in range(len(letters)))

    def change(self, count: int) -> None:
        rows = self._desk.reader.rows("SELECT id FROM letter ORDER BY id LIMIT ?", (count,))
        self._endorse(letter_id for (letter_id,) in rows)

    def _endorse(self, letter_ids: Iterable[Id]) -> None:
        actions = self._actions()
        for letter_id in letter_ids:
            actions.endorse(letter_id, "เพื่อโปรดทราบและพิจารณาดำเนินการในส่วนที่เกี่ยวข้อง")

    def send(self) -> float:
        begun = time.perf_counter()
        happened = self._round.run()
        took = time.perf_counter() - begun
        if not happened.proven:
            raise SystemExit("the round ended without proof")
        return took

    def fetch(self) -> float:
        self._begun = time.perf_counter()
        return self.send()

    def searchable(self) -> float:
        """Seconds from the beginning of the fetch until every letter can be found by the index."""
        told = Event()
        self._desk.changes.listen(lambda changes: told.set())
        while not is_complete(self._desk.reader):
            told.wait(0.05)
            told.clear()
        return time.perf_counter() - self._begun

    def live(self) -> float:
        """From now on the post runs by itself, as in the program."""
        self._desk.changes.listen(self._note)
        self._post.start()
        self._live = True
        return 0.0

    def arrival(self) -> float:
        """The moment at which the next letter of somebody else can be read in the inbox."""
        return self._arrivals.get(timeout=30)

    def register(self) -> float:
        """Registers a letter; the moment at which the clerk is told its number."""
        self._actions().register(Registration("จังหวัดเชียงใหม่", "นายกเทศมนตรี", "ขอเชิญประชุม", "ชม 0023/1"))
        return time.time()

    def _note(self, changes: Changes) -> None:
        if changes.pulled and changes.touches("letter"):
            self._desk.reader.rows("SELECT number, subject FROM letter ORDER BY acted_at DESC LIMIT 50")
            self._arrivals.put(time.time())

    def keep(self) -> float:
        """Registers a letter with a large file; the file's size."""
        from tests.helpers.town import Page

        data = os.urandom(FILE_SIZE)
        self._actions().register(Registration("จังหวัดเชียงใหม่", "นายกเทศมนตรี", "แบบแปลน", "ชม 0023/2"), [Page(data)])
        self._round.run()
        return float(len(data))

    def carry(self) -> float:
        """Carries files until all are there or the line fails; bytes of files that went over it."""
        before = self._centre.moved
        with suppress(OfficeError):
            BlobErrand(self._desk, self._centre).run()
        return float(self._centre.moved - before)

    def files(self) -> float:
        """How many files are where they should be."""
        found = self._desk.reader.one("SELECT count(*) FROM blob WHERE state = 'stored'")
        assert found
        return float(found[0])

    def raw(self) -> float:
        """Seconds that SQLCipher alone needs to upsert the letters that this desk holds."""
        return upsert_seconds(self._desk)

    def count(self) -> int:
        sql = "SELECT (SELECT count(*) FROM letter) + (SELECT count(*) FROM endorsement)"
        found: tuple[Any, ...] | None = self._desk.reader.one(sql)
        assert found
        return int(found[0])

    def close(self) -> None:
        if self._live:
            self._transport.abort()
            self._post.stop()
        self._transport.close()
        self._desk.close()

    def _actions(self) -> LetterActions:
        return LetterActions(self._desk, AccountQueries(self._desk.reader).person(PERSON))


if __name__ == "__main__":
    obey(Client(*sys.argv[1:]))
