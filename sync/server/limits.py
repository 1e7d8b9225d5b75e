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
from collections.abc import Callable, Iterator
from contextlib import contextmanager
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
    for where a request comes from (`X-Forwarded-For`).

    Of one peer at most `device_open` or `address_open` requests are under way in a process, and their bodies hold at
    most a quarter of `bodies`. A header is whole after `header_seconds`, a body after `body_seconds`; of an answer each
    piece is taken within `answer_seconds`, and whoever takes nothing at all for `silence_seconds` is gone.
    """

    device: Rate = Rate(100, 1000)
    address: Rate = Rate(100, 2000)
    proxies: frozenset[str] = frozenset()
    bodies: int = BODIES
    device_open: int = 32
    address_open: int = 1000
    header_seconds: float = 10.0
    body_seconds: float = 60.0
    answer_seconds: float = 120.0
    silence_seconds: float = 60.0
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


@dataclass
class Peer:
    """Requests that one peer has under way, and the bytes of their bodies."""

    open: int = 0
    held: int = 0


class Crowd:
    """Who has requests under way in this process, and no more of anybody; lives on one event loop."""

    def __init__(self) -> None:
        self._peers: dict[bytes, Peer] = {}

    @contextmanager
    def one(self, key: bytes, most: int) -> Iterator[Peer]:
        """Around a request of the peer; Refusal 429 when it has `most` under way already."""
        peer = self._peers.setdefault(key, Peer())
        if peer.open >= most:
            raise Refusal(429, "slow_down", "too many requests at once", {"Retry-After": "1"}, seconds=1)
        peer.open += 1
        try:
            yield peer
        finally:
            peer.open -= 1
            if not peer.open:
                del self._peers[key]


class Bodies:
    """How many bytes of bodies this process holds; lives on one event loop."""

    def __init__(self, most: int) -> None:
        self.most = most
        self.held = 0

    def open(self) -> "Load":
        return Load(self)


class Load:
    """What one request holds, until `close`; `peer` is whoever it is held for."""

    def __init__(self, bodies: Bodies) -> None:
        self._bodies = bodies
        self._held = 0
        self.peer = Peer()

    def add(self, size: int) -> None:
        """Refusal 503 when all requests together, or those of one peer, would hold too much."""
        whole, own = self._bodies.held + size, self.peer.held + size
        if whole > self._bodies.most or own > self._bodies.most // 4:
            raise Refusal(503, "busy", "too much at once", headers={"Retry-After": "5"})
        self._bodies.held += size
        self.peer.held += size
        self._held += size

    def close(self) -> None:
        self._bodies.held -= self._held
        self.peer.held -= self._held
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
