"""Identity of rows: UUIDv7, so that keys made in order also sort in order (RFC 9562, section 5.7)."""

import os
import threading
from typing import TypeAlias

from desktop.office.clock import Clock

Id: TypeAlias = bytes
"""16 bytes."""


class IdMaker:
    """Makes 16-byte UUIDv7 ids that never run backwards within one process, even when the clock does."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._last = 0
        self._lock = threading.Lock()

    def new(self) -> Id:
        stamp = int(self._clock.now().timestamp() * 1000) << 12
        with self._lock:
            self._last = max(self._last + 1, stamp)
            value = self._last
        head = (value >> 12 << 16) | 0x7000 | (value & 0xFFF)
        tail = int.from_bytes(os.urandom(8)) & 0x3FFFFFFFFFFFFFFF | 0x8000000000000000
        return (head << 64 | tail).to_bytes(16)


def text_of(identity: Id) -> str:
    """The id as 32 hex digits, as people read it over the phone and logs write it."""
    return identity.hex()
