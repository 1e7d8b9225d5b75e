"""The single writer: every write of the desk, the clerk's and the post's, waits its turn on one thread."""

import threading
import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

T = TypeVar("T")


class Writer:
    def __init__(self) -> None:
        self._lane = ThreadPoolExecutor(1, thread_name_prefix="desk-writer")
        self._thread = self._lane.submit(threading.get_ident).result()
        self._asked_at = 0.0

    @property
    def quiet_seconds(self) -> float:
        """Since when nobody asked to write, works of the background apart."""
        return time.monotonic() - self._asked_at

    def submit(self, act: Callable[[], T]) -> "Future[T]":
        """Queues an act; its result or error comes with the future."""
        self._asked_at = time.monotonic()
        return self._lane.submit(act)

    def submit_aside(self, act: Callable[[], T]) -> "Future[T]":
        """Queues a work of the background."""
        return self._lane.submit(act)

    def run(self, act: Callable[[], T]) -> T:
        """Does an act now if this is the writer's thread, else in turn, and waits for it."""
        if threading.get_ident() == self._thread:
            return act()
        return self.submit(act).result()

    def close(self) -> None:
        self._lane.shutdown(wait=True)
