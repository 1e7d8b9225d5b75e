"""The word by which the centre tells this desk from a copy of its disk: a new one with each token."""

import os

import msgspec

from desktop.store import notes
from desktop.store.desk import Desk
from sync.wire.messages import Watchword

MOST = 64
"""Words on their way at once; after that many starts without an answer the last one is said again."""


class Watch:
    """Says watchwords for one process. Each is durable here before it is said; an answer makes it the one that is held.

    So whatever crashes or gets lost, the centre's word is always among those that this desk names. Only a store that
    went its own way since (a copy, a backup put back) does not know the last one.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._mine = b""

    def say(self) -> Watchword:
        """The word for the next token: this process's own until it was answered, then a new one."""
        held, tried = self._known()
        if self._mine not in tried:
            if len(tried) < MOST:
                tried = (*tried, os.urandom(16))
                self._keep(held, tried)
            self._mine = tried[-1]
        return Watchword(held, tried, self._mine)

    def heard(self, word: Watchword) -> None:
        """The centre has taken the word."""
        self._keep(word.next, ())

    def _known(self) -> tuple[bytes, tuple[bytes, ...]]:
        kept = notes.read(self._desk.reader, notes.WATCHWORD)
        return msgspec.msgpack.decode(kept, type=tuple[bytes, tuple[bytes, ...]]) if kept else (b"", ())

    def _keep(self, held: bytes, tried: tuple[bytes, ...]) -> None:
        self._desk.settle(notes.PUT, (notes.WATCHWORD, msgspec.msgpack.encode((held, tried))))
