"""Desks that wait for news: woken when something changed in a bucket of theirs, by whichever process wrote it.

One query a tenth of a second asks for the heads of all offices that somebody waits for, however many wait, and a second
one for the buckets of those offices whose head has moved. Unlike LISTEN/NOTIFY it can lose nothing, needs no connection
of its own and takes no lock that all commits share.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Collection, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import TypeAlias

log = logging.getLogger(__name__)
PATIENCE = 25.0
"""Seconds after which a waiting desk is answered without news."""
_PAUSE, _GAP = 0.1, 0.01
"""Seconds between two looks: without a hint, and with one from a write of this process."""
MOST_WAITING = 20_000

Place: TypeAlias = tuple[int, str]
"""A bucket of an office."""


@dataclass(eq=False)
class _Waiting:
    """`known`: the head that the desk has; `looked`: the head up to which nothing was found that concerns it."""

    office_id: int
    buckets: Collection[str]
    known: int
    looked: int
    news: asyncio.Future[int]

    def answer(self, head: int) -> None:
        if not self.news.done():
            self.news.set_result(head)


class Heads:
    """Lives on one event loop. `heads`: the present head of offices; `tops`: the last change of buckets."""

    def __init__(
        self,
        heads: Callable[[Collection[int]], Awaitable[Mapping[int, int]]],
        tops: Callable[[Collection[Place]], Awaitable[Mapping[Place, int]]],
    ) -> None:
        self._heads = heads
        self._tops = tops
        self._waiting: dict[int, set[_Waiting]] = {}
        self._hint = asyncio.Event()
        self._watch: asyncio.Task[None] | None = None
        self._closed = False

    @property
    def waiting(self) -> int:
        return sum(map(len, self._waiting.values()))

    @property
    def crowded(self) -> bool:
        return self.waiting >= MOST_WAITING

    async def wait(
        self, office_id: int, buckets: Collection[str], known: int, head: int, patience: float = PATIENCE
    ) -> int:
        """The office's head as soon as one of the buckets has changed after `known`; `known` itself when patience ends
        or the centre closes. `head`: the present one; one before `known` is news by itself."""
        if self._closed or head < known:
            return head
        news: asyncio.Future[int] = asyncio.get_running_loop().create_future()
        one = _Waiting(office_id, buckets, known, known, news)
        self._waiting.setdefault(office_id, set()).add(one)
        self.tell(office_id, head)
        if self._watch is None or self._watch.done():
            self._watch = asyncio.create_task(self._keep_looking())
        try:
            return await asyncio.wait_for(news, patience)
        except TimeoutError:
            return known
        finally:
            self._forget(one)

    def tell(self, office_id: int, head: int) -> None:
        """A hint: this process saw the office's head there."""
        if any(one.looked < head for one in self._waiting.get(office_id, ())):
            self._hint.set()

    def close(self) -> None:
        """Answers everybody who waits, so that the process can end."""
        self._closed = True
        for one in self._everybody(self._waiting):
            one.answer(one.known)

    def _forget(self, one: _Waiting) -> None:
        self._waiting[one.office_id].discard(one)
        if not self._waiting[one.office_id]:
            del self._waiting[one.office_id]

    def _everybody(self, offices: Iterable[int]) -> list[_Waiting]:
        return [one for office_id in offices for one in self._waiting.get(office_id, ())]

    async def _keep_looking(self) -> None:
        while self._waiting and not self._closed:
            self._hint.clear()
            try:
                await self._look()
            except Exception as error:  # the database is away for a while: waiting goes on, and ends by patience
                log.info("heads not read error=%s", type(error).__name__)
            await asyncio.sleep(_GAP)
            with suppress(TimeoutError):
                await asyncio.wait_for(self._hint.wait(), _PAUSE - _GAP)

    async def _look(self) -> None:
        heads = await self._heads(tuple(self._waiting))
        behind = []
        for one in self._everybody(heads):
            if heads[one.office_id] < one.known:
                one.answer(heads[one.office_id])
            elif one.looked < heads[one.office_id]:
                behind.append(one)
        if not behind:
            return
        tops = await self._tops({(one.office_id, bucket) for one in behind for bucket in one.buckets})
        for one in behind:
            one.looked = heads[one.office_id]
            if any(tops.get((one.office_id, bucket), 0) > one.known for bucket in one.buckets):
                one.answer(one.looked)
