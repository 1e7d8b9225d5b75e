"""The threads on which blocking work is done: as many as there are database connections, all there from the start."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from threading import Barrier
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")
COUNT = 16


class Workers:
    """A fixed set of threads; what finds none free waits its turn."""

    def __init__(self, count: int = COUNT) -> None:
        self._pool = ThreadPoolExecutor(count, "centre-worker")
        everybody = Barrier(count + 1)
        for _ in range(count):
            self._pool.submit(everybody.wait)
        everybody.wait()

    async def run(self, work: Callable[P, T], *arguments: P.args, **named: P.kwargs) -> T:
        """Does blocking work away from the event loop."""
        return await asyncio.get_running_loop().run_in_executor(self._pool, partial(work, *arguments, **named))

    def close(self) -> None:
        """Ends the threads after the work they have."""
        self._pool.shutdown()
