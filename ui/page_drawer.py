"""Draws the pages of one document in the background: what is looked at first, what nobody waits for any more never."""

from collections import OrderedDict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import count
from typing import Any, Protocol

from PySide6.QtCore import QObject
from PySide6.QtGui import QImage

from ui.kit.page_source import AT_ONCE, DeliverImage, Hits, Pages, Wish
from ui.work import Worker

MOST_KEPT = 64 << 20
"""Bytes of drawn pages that are kept: the page in view and some beside it, at any zoom at least one."""


class Drawn(Protocol):
    """A document as the worker's threads ask it; pages from 0."""

    def picture(self, page: int, dpi: int) -> QImage: ...
    def first(self, page: int, dpi: int) -> tuple[QImage, bool] | None:
        """What is much quicker than `picture`, if anything is, and whether it is as good."""
        ...

    def hits(self, page: int, words: str) -> Hits: ...
    def text(self, page: int) -> str: ...
    def close(self) -> None:
        """Lets go of what it keeps open; it may be asked again."""
        ...


@dataclass(frozen=True)
class _Job:
    """`drawn`: of which page and resolution it is the picture; None for words."""

    wish: Wish
    order: int
    act: Callable[[], Any]
    done: Callable[[Any], None]
    drawn: tuple[int, int] | None = None

    @property
    def turn(self) -> tuple[int, int]:
        return self.wish.rank, self.order


class PageDrawer:
    """One job at a time is with the worker, the others wait here to be weighed."""

    def __init__(self, document: Drawn, worker: Worker, owner: QObject) -> None:
        self._document, self._worker, self._owner = document, worker, owner
        self._waiting: list[_Job] = []
        self._kept: OrderedDict[tuple[int, int], QImage] = OrderedDict()
        self._orders = count()
        self._busy = self._looking = False
        self._drawing: tuple[int, int] | None = None
        self._looked_at: _Job | None = None

    def pages(self, sizes_mm: Iterable[tuple[float, float]], *, words: bool) -> Pages:
        """What a page view takes; `words`: whether its words can be asked for."""
        find, text = (self.find, self.text) if words else (None, None)
        return Pages(tuple(sizes_mm), self.render, find, text, self.rest)

    def render(self, page: int, dpi: int, deliver: DeliverImage, wish: Wish) -> None:
        job = _Job(wish, next(self._orders), lambda: self._document.picture(page, dpi), deliver, (page, dpi))
        if wish.sketched is None or job.drawn in self._kept or job.drawn == self._drawing:
            self._ask(job)
        else:
            self._looked_at = job
            self._look()

    def find(self, page: int, words: str, deliver: Callable[[Hits], None], wish: Wish) -> None:
        self._ask(_Job(wish, next(self._orders), lambda: self._document.hits(page, words), deliver))

    def text(self, page: int, deliver: Callable[[str], None]) -> None:
        self._ask(_Job(AT_ONCE, next(self._orders), lambda: self._document.text(page), deliver))

    def rest(self) -> None:
        """Nobody looks at the document any more."""
        self._waiting.clear()
        self._kept.clear()
        self._looked_at = None
        self._worker.run(self._document.close, owner=self._owner, lane="render")

    def _ask(self, job: _Job) -> None:
        """What is drawn already is there at once, even while something else is being drawn."""
        if job.drawn in self._kept:
            return self._give(job)
        self._waiting.append(job)
        self._go_on()

    def _look(self) -> None:
        """The page that is looked at waits for none that is drawn ahead: it has a lane of its own."""
        if self._looking or (job := self._looked_at) is None:
            return
        self._looked_at = None
        if job.drawn is not None and job.wish.still():
            page, dpi = job.drawn
            self._looking = True
            self._worker.run(
                lambda: self._document.first(page, dpi),
                owner=self._owner,
                on_done=lambda found: self._looked(job, found),
                on_failed=lambda error: self._looked(job, None),  # the page itself tells what is wrong with it
                lane="look",
            )

    def _looked(self, job: _Job, found: tuple[QImage, bool] | None) -> None:
        self._looking = False
        image, is_sharp = found or (None, False)
        if image is not None and is_sharp and job.drawn is not None:
            self._keep(job.drawn, image)
        elif image is not None and job.drawn not in self._kept and job.wish.sketched is not None and job.wish.still():
            job.wish.sketched(image)
        self._ask(job)
        self._look()

    def _go_on(self) -> None:
        while not self._busy and (job := self._next()) is not None:
            if job.drawn in self._kept:
                self._give(job)
            else:
                self._start(job)

    def _next(self) -> _Job | None:
        self._waiting = [job for job in self._waiting if job.wish.still()]
        if not self._waiting:
            return None
        job = min(self._waiting, key=lambda job: job.turn)
        self._waiting.remove(job)
        return job

    def _give(self, job: _Job) -> None:
        assert job.drawn is not None
        self._kept.move_to_end(job.drawn)
        job.done(self._kept[job.drawn])

    def _start(self, job: _Job) -> None:
        self._busy, self._drawing = True, job.drawn
        self._worker.run(
            job.act,
            owner=self._owner,
            on_done=lambda result: self._done(job, result),
            on_failed=self._failed,
            lane="render",
        )

    def _done(self, job: _Job, result: Any) -> None:
        self._busy, self._drawing = False, None
        if job.drawn is not None:
            self._keep(job.drawn, result)
        job.done(result)
        self._go_on()

    def _failed(self, error: Exception) -> None:
        self._busy, self._drawing = False, None
        self._worker.tell(error)
        self._go_on()

    def _keep(self, key: tuple[int, int], image: QImage) -> None:
        self._kept[key] = image
        while len(self._kept) > 1 and sum(one.sizeInBytes() for one in self._kept.values()) > MOST_KEPT:
            self._kept.popitem(last=False)
