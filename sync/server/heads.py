"""Desks that wait for news of their office: woken at once by writes of this process, soon by those of others.

One query a tenth of a second asks for the heads of all offices that somebody waits for, however many wait. Unlike
LISTEN/NOTIFY it can lose nothing, needs no connection of its own and takes no lock that all commits share.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence

log = logging.getLogger(__name__)
PATIENCE = 25.0
"""Seconds after which a waiting desk is answered without news."""
_PAUSE = 0.1
MOST_WAITING = 20_000


class Heads:
    """Lives on one event loop. `read` gives the present head of each office it is asked about."""

    def __init__(self, read: Callable[[Sequence[int]], Awaitable[dict[int, int]]], pause: float = _PAUSE) -> None:
        self._read = read
        self._pause = pause
        self._waiting: dict[int, dict[asyncio.Future[int], int]] = {}
        self._watch: asyncio.Task[None] | None = None
        self._closed = False

    @property
    def waiting(self) -> int:
        return sum(map(len, self._waiting.values()))

    @property
    def crowded(self) -> bool:
        return self.waiting >= MOST_WAITING

    async def wait(self, office_id: int, head: int, patience: float = PATIENCE) -> int:
        """The office's head as soon as it is not `head`; `head` itself when patience ends or the centre closes."""
        if self._closed:
            return head
        news: asyncio.Future[int] = asyncio.get_running_loop().create_future()
        self._waiting.setdefault(office_id, {})[news] = head
        if self._watch is None or self._watch.done():
            self._watch = asyncio.create_task(self._watch_heads())
        try:
            return await asyncio.wait_for(news, patience)
        except TimeoutError:
            return head
        finally:
            self._forget(office_id, news)

    def tell(self, office_id: int, head: int) -> None:
        """News from a write of this process."""
        for news, known in self._waiting.get(office_id, {}).items():
            if known != head and not news.done():
                news.set_result(head)

    def close(self) -> None:
        """Answers everybody who waits, so that the process can end."""
        self._closed = True
        for waiting in self._waiting.values():
            for news, known in waiting.items():
                if not news.done():
                    news.set_result(known)

    def _forget(self, office_id: int, news: asyncio.Future[int]) -> None:
        del self._waiting[office_id][news]
        if not self._waiting[office_id]:
            del self._waiting[office_id]

    async def _watch_heads(self) -> None:
        while self._waiting and not self._closed:
            try:
                heads = await self._read(tuple(self._waiting))
            except Exception as error:  # the database is away for a while: waiting goes on, and ends by patience
                log.info("heads not read error=%s", type(error).__name__)
                heads = {}
            for office_id, head in heads.items():
                self.tell(office_id, head)
            await asyncio.sleep(self._pause)
