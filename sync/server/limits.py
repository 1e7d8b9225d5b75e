"""Bounds on what one desk, one address and all of them together may cost the centre, in memory that never grows."""

import fcntl
import hashlib
import ipaddress
import math
import mmap
import os
import struct
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from sync.server.refusal import Refusal

_SETS, _WAYS = 8192, 8
_SLOT = struct.Struct("<Qd")
BODIES = 256 << 20
"""Bytes of request bodies that one process holds at any moment."""


@dataclass(frozen=True)
class Rate:
    """So many requests a second for ever, and so many at once after a rest."""

    a_second: float
    at_once: int


@dataclass(frozen=True)
class Limits:
    """`device`: a desk with a good token, wherever it is; `address`: everybody else. `proxies`: whose word we take
    for where a request comes from (`X-Forwarded-For`)."""

    device: Rate = Rate(100, 1000)
    address: Rate = Rate(100, 2000)
    proxies: frozenset[str] = frozenset()
    bodies: int = BODIES
    clock: Callable[[], float] = field(default=time.monotonic)


class Meter:
    """Counts requests by key in one mebibyte that all processes forked after it share.

    A key has one of eight places; a new key takes that of the one longest at rest, so that a flood of strangers does
    not wash out who floods. The lock on a group of places is the kernel's: it ends with whoever holds it.
    """

    def __init__(self) -> None:
        self._file = tempfile.TemporaryFile()  # noqa: SIM115 (as long as this meter)
        self._file.truncate(_SETS * _WAYS * _SLOT.size)
        self._memory = mmap.mmap(self._file.fileno(), 0)
        self._secret = os.urandom(16)

    def close(self) -> None:
        self._memory.close()
        self._file.close()

    def wait(self, key: bytes, rate: Rate, now: float) -> float:
        """Counts one request; 0 when it may pass, else the seconds after which the next one may."""
        digest = hashlib.blake2b(key, key=self._secret, digest_size=12).digest()
        tag = int.from_bytes(digest[:8]) | 1
        group = int.from_bytes(digest[8:]) % _SETS
        fcntl.lockf(self._file, fcntl.LOCK_EX, 1, group)
        try:
            place, spent_to = self._find(group, tag)
            begins = max(spent_to, now)
            too_soon = begins - now - (rate.at_once - 1) / rate.a_second
            if too_soon <= 0:
                _SLOT.pack_into(self._memory, place, tag, begins + 1 / rate.a_second)
            return max(too_soon, 0.0)
        finally:
            fcntl.lockf(self._file, fcntl.LOCK_UN, 1, group)

    def _find(self, group: int, tag: int) -> tuple[int, float]:
        """Where the tag is counted, and the moment up to which its requests are spent."""
        first = group * _WAYS * _SLOT.size
        oldest, oldest_at = first, math.inf
        for place in range(first, first + _WAYS * _SLOT.size, _SLOT.size):
            held, at = _SLOT.unpack_from(self._memory, place)
            if held == tag:
                return place, at
            if at < oldest_at:
                oldest, oldest_at = place, at
        return oldest, 0.0


class Bodies:
    """How many bytes of bodies this process holds; lives on one event loop."""

    def __init__(self, most: int) -> None:
        self.most = most
        self.held = 0

    def open(self) -> "Load":
        return Load(self)


class Load:
    """What one request holds, until `close`."""

    def __init__(self, bodies: Bodies) -> None:
        self._bodies = bodies
        self._held = 0

    def add(self, size: int) -> None:
        """Refusal 503 when all requests together would hold too much."""
        if self._bodies.held + size > self._bodies.most:
            raise Refusal(503, "busy", "too much at once", headers={"Retry-After": "5"})
        self._bodies.held += size
        self._held += size

    def close(self) -> None:
        self._bodies.held -= self._held
        self._held = 0


def place_of(peer: str, forwarded: str, proxies: frozenset[str]) -> str:
    """The network a request comes from: an IPv4 address, or the /64 of an IPv6 one."""
    told = forwarded.rpartition(",")[2].strip() if peer in proxies else ""
    try:
        address = ipaddress.ip_address(told or peer)
    except ValueError:
        return peer
    if isinstance(address, ipaddress.IPv6Address):
        if address.ipv4_mapped:
            return str(address.ipv4_mapped)
        return str(ipaddress.ip_network((address, 64), strict=False))
    return str(address)
