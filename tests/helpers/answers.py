"""Acts that are on their way: what they changed stands on the screen a moment before the screen hears how they ended.

A key that is pressed in that moment meets a panel at rest; a clerk's finger is slower, a test is not.
"""

from collections.abc import Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from typing import Any
from unittest.mock import patch

from ui.work import Worker

_underway: dict[Future[Any], Worker] = {}


def all_heard() -> bool:
    """Whether every act that was begun has answered; one that was taken back, or whose program ended, never will."""
    for future, worker in list(_underway.items()):
        if future.cancelled() or worker._closed:
            del _underway[future]
    return not _underway


@contextmanager
def watched() -> Iterator[None]:
    """Looks at all workers from now on."""
    run, deliver = Worker.run, Worker._deliver

    def watched_run(worker: Worker, *given: Any, **how: Any) -> Any:
        future = run(worker, *given, **how)
        if how.get("lane") == "write":
            _underway[future] = worker
        return future

    def watched_deliver(worker: Worker, result: Any) -> None:
        try:
            deliver(worker, result)
        finally:
            _underway.pop(result.future, None)

    with patch.object(Worker, "run", watched_run), patch.object(Worker, "_deliver", watched_deliver):
        yield
