"""Who waits is woken by what concerns it, and by nothing else."""

import asyncio
from collections.abc import Collection

from sync.server.heads import Heads, Place

MINE, OTHERS = "unit:1/normal", "unit:2/normal"


class Feed:
    """What the database would say, and how often it was asked."""

    def __init__(self) -> None:
        self.now: dict[int, int] = {1: 7}
        self.last: dict[Place, int] = {(1, MINE): 5, (1, OTHERS): 7}
        self.asked: list[Collection[Place]] = []
        self.looked = asyncio.Event()
        self.broken = False

    async def heads(self, offices: Collection[int]) -> dict[int, int]:
        self.looked.set()
        if self.broken:
            raise ConnectionError
        return {office: self.now[office] for office in offices}

    async def tops(self, places: Collection[Place]) -> dict[Place, int]:
        self.asked.append(places)
        return {place: self.last.get(place, 0) for place in places}

    def change(self, bucket: str) -> int:
        self.now[1] += 1
        self.last[(1, bucket)] = self.now[1]
        return self.now[1]

    async def seen(self, looks: int) -> None:
        """Until it was asked so many times more."""
        for _ in range(looks):
            self.looked.clear()
            await self.looked.wait()


def waiting(heads: Heads, known: int, head: int, patience: float = 20) -> asyncio.Task[int]:
    return asyncio.create_task(heads.wait(1, (MINE,), known, head, patience))


def test_news_of_a_bucket_of_its_own_end_a_wait() -> None:
    async def main() -> None:
        feed = Feed()
        heads = Heads(feed.heads, feed.tops)
        news = waiting(heads, 7, 7)
        await feed.seen(1)
        assert not feed.asked
        heads.tell(1, feed.change(MINE))
        assert await news == 8

    asyncio.run(main())


def test_news_of_others_do_not_but_are_passed_over_once() -> None:
    async def main() -> None:
        feed = Feed()
        heads = Heads(feed.heads, feed.tops)
        news = waiting(heads, 7, 7)
        feed.change(OTHERS)
        await feed.seen(3)
        assert feed.asked == [{(1, MINE)}]
        assert not news.done()
        assert feed.change(MINE) == await news

    asyncio.run(main())


def test_who_is_behind_hears_at_once_only_if_it_missed_something() -> None:
    async def main() -> None:
        feed = Feed()
        heads = Heads(feed.heads, feed.tops)
        assert await heads.wait(1, (MINE,), 4, 7, patience=20) == 7
        assert await heads.wait(1, (MINE,), 5, 7, patience=0.05) == 5

    asyncio.run(main())


def test_a_head_that_went_back_is_news_for_everybody() -> None:
    async def main() -> None:
        feed = Feed()
        heads = Heads(feed.heads, feed.tops)
        assert await heads.wait(1, (MINE,), 9, 7) == 7
        news = waiting(heads, 7, 7)
        feed.now[1] = 3
        assert await news == 3

    asyncio.run(main())


def test_a_database_that_is_away_ends_no_wait() -> None:
    async def main() -> None:
        feed = Feed()
        heads = Heads(feed.heads, feed.tops)
        feed.broken = True
        news = waiting(heads, 7, 7)
        await feed.seen(2)
        feed.broken = False
        assert feed.change(MINE) == await news

    asyncio.run(main())


def test_patience_ends_without_news_and_closing_lets_everybody_go() -> None:
    async def main() -> None:
        feed = Feed()
        heads = Heads(feed.heads, feed.tops)
        assert await heads.wait(1, (MINE,), 7, 7, patience=0.01) == 7
        news = waiting(heads, 7, 7)
        await feed.seen(1)
        assert heads.waiting == 1
        heads.close()
        assert await news == 7
        assert await heads.wait(1, (MINE,), 7, 7) == 7
        assert heads.waiting == 0

    asyncio.run(main())
