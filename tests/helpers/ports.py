"""Ports for programs that are told theirs beforehand, each of which only one test process has."""

import fcntl
import itertools
import socket
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, suppress
from functools import cache
from pathlib import Path
from typing import IO

_LOW, _HIGH, _BLOCK = 10_000, 32_000, 200
"""Below all that a system hands out by itself: none is given away between its choice and its use."""


def free_port() -> int:
    """A port of the loopback that nobody listens at, and nobody else is given."""
    return free_ports(1)


def free_ports(count: int) -> int:
    """The first of so many, side by side."""
    _, numbers = _own()
    while True:
        first = next(numbers)
        if all(next(numbers) == first + more for more in range(1, count)) and _are_free(first, count):
            return first


@cache
def _own() -> tuple[IO[bytes], Iterator[int]]:
    """A block of ports that is this process's own for as long as it lives, round and round."""
    for low in range(_LOW, _HIGH, _BLOCK):
        if held := _locked(Path(tempfile.gettempdir()) / f"thesaban-ports-{low}"):
            return held, itertools.cycle(range(low, low + _BLOCK))
    raise RuntimeError("every block of ports is taken")


def _locked(path: Path) -> IO[bytes] | None:
    """The file, held by this process; None where another process has it, or another user made it."""
    with ExitStack() as undo, suppress(BlockingIOError, PermissionError):
        held = undo.enter_context(path.open("wb"))
        fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        undo.pop_all()
        return held
    return None


def _are_free(first: int, count: int) -> bool:
    for port in range(first, first + count):
        with socket.socket() as probe:
            try:
                probe.bind(("", port))
            except OSError:
                return False
    return True
