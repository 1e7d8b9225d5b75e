"""Work off the GUI thread, its result back on it: the writer's lane, and those of readers, drawing and waiting.

The readers answer as they are ready; "turn" reads too, but answers in the order it was asked, as a scanner needs it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from threading import Event
from time import monotonic
from typing import TYPE_CHECKING, Any, Literal, Protocol, TypeVar
from weakref import WeakKeyDictionary

from PySide6.QtCore import QObject, Qt, Signal
from shiboken6 import isValid

if TYPE_CHECKING:
    from concurrent.futures import Future, ThreadPoolExecutor

T = TypeVar("T")
LaneName = Literal["write", "read", "turn", "render", "look", "wait"]
Failed = Callable[[Exception], None]
_READERS = 2
_PROGRESS_EVERY = 0.05
"""Seconds between two steps of progress that the screen is told of."""


class Lane(Protocol):
    """Runs one callable after another, or several at a time; the office gives its single writer as one."""

    def submit(self, fn: Callable[[], T], /) -> "Future[T]": ...


@dataclass(frozen=True)
class _Result:
    owner: QObject
    future: "Future[Any]"
    on_done: Callable[[Any], None] | None
    on_failed: Failed
    view: str
    asked: int
    """Its place among all that was asked."""


class _Shut:
    """Where work goes that is asked for after the end: nowhere."""

    def submit(self, fn: Callable[[], T], /) -> "Future[T]":
        from concurrent.futures import Future

        future: Future[T] = Future()
        future.cancel()
        return future


class Worker(QObject):
    """Results and failures arrive on the thread the worker was made on, and never at an owner that is gone."""

    _arrived = Signal(object)
    _stepped = Signal(object, int, int)

    def __init__(self, writer: Lane, failed: Failed, parent: QObject | None = None) -> None:
        """`failed` hears of what a caller of `run` does not want to hear itself."""
        super().__init__(parent)
        self._failed = failed
        self._writer = writer
        self._pools: dict[str, ThreadPoolExecutor] = {}
        self._closed = False
        self._asked = 0
        self._shown: WeakKeyDictionary[QObject, dict[str, int]] = WeakKeyDictionary()
        """For each owner and view the result that stands there, by its place among all that was asked."""
        self._arrived.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._stepped.connect(self._step, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        fn: Callable[[], T],
        *,
        owner: QObject,
        on_done: Callable[[T], None] | None = None,
        on_failed: Failed | None = None,
        lane: LaneName = "read",
        view: str = "",
    ) -> "Future[T]":
        """Runs `fn` in a lane. The future's `cancel()` takes it back while it waits; then nothing is delivered.

        `view`: what of its owner shows the result. What was asked for it earlier and ends later is not delivered.
        """
        future = self._lane(lane).submit(fn)
        self._asked += 1
        result = _Result(owner, future, on_done, on_failed or self._failed, view, self._asked)
        future.add_done_callback(lambda _: self._hand_over(result))
        return future

    def long(
        self,
        title: str,
        fn: Callable[[Callable[[int, int], None], Event], T],
        *,
        owner: QObject,
        on_done: Callable[[T], None] | None = None,
        on_failed: Failed | None = None,
        lane: LaneName = "read",
    ) -> "LongTask":
        """Runs `fn(progress, cancel)`: it calls `progress(done, total)` and stops soon after `cancel.is_set()`.

        Once cancelled, neither a result nor a failure is delivered.
        """
        task = LongTask(title, self._hand_step, owner)

        def done(value: T) -> None:
            if task.end() and on_done is not None:
                on_done(value)

        def failed(error: Exception) -> None:
            if task.end():
                (on_failed or self._failed)(error)

        self.run(lambda: fn(task.step, task.cancel), owner=task, on_done=done, on_failed=failed, lane=lane)
        return task

    def tell(self, error: Exception) -> None:
        """What a caller heard of and leaves to whoever hears of all else."""
        self._failed(error)

    def close(self) -> None:
        """Lets what runs finish, drops what waits, and delivers nothing more. The writer is the office's to close."""
        self._closed = True
        for pool in self._pools.values():
            pool.shutdown(wait=True, cancel_futures=True)

    def _lane(self, name: LaneName) -> Lane:
        """Opens a pool when it is first needed: the window paints before."""
        from concurrent.futures import ThreadPoolExecutor

        if self._closed:
            return _Shut()
        if name == "write":
            return self._writer
        if name not in self._pools:
            self._pools[name] = ThreadPoolExecutor(_READERS if name == "read" else 1, name)
        return self._pools[name]

    def _hand_over(self, result: _Result) -> None:
        """Comes on the lane's thread."""
        if not self._closed:
            self._arrived.emit(result)

    def _hand_step(self, task: "LongTask", done: int, total: int) -> None:
        """Comes on the lane's thread."""
        if not self._closed:
            self._stepped.emit(task, done, total)

    def _step(self, task: "LongTask", done: int, total: int) -> None:
        if isValid(task) and not task.cancel.is_set():
            task.progressed.emit(done, total)

    def _deliver(self, result: _Result) -> None:
        from concurrent.futures import CancelledError

        if self._closed or not isValid(result.owner):
            return
        if result.future.cancelled() or (result.view and not self._is_news(result)):
            return
        try:
            value = result.future.result()
        except CancelledError:
            return
        except Exception as error:
            return result.on_failed(error)
        if result.on_done is not None:
            result.on_done(value)

    def _is_news(self, result: _Result) -> bool:
        shown = self._shown.setdefault(result.owner, {})
        if shown.get(result.view, 0) > result.asked:
            return False
        shown[result.view] = result.asked
        return True


class LongTask(QObject):
    """Something that takes more than a second. `progressed(done, total)`; `ended` comes once, whatever the end."""

    progressed = Signal(int, int)
    ended = Signal()

    def __init__(self, title: str, tell: "Callable[[LongTask, int, int], None]", parent: QObject) -> None:
        """`tell` hears of each step on the work's thread."""
        super().__init__(parent)
        self.title = title
        self._tell = tell
        self.cancel = Event()
        self._told = 0.0
        self._over = False

    def stop(self) -> None:
        """Asks it to stop; the screen need not wait for it."""
        self.cancel.set()
        self.end()

    def step(self, done: int, total: int) -> None:
        """Called by the work on its own thread; told at most twenty times a second, and at the end.

        Nothing of Qt's is touched: the screen may let the task go at this very moment.
        """
        now = monotonic()
        if (now - self._told >= _PROGRESS_EVERY or done >= total) and not self.cancel.is_set():
            self._told = now
            self._tell(self, done, total)

    def end(self) -> bool:
        """True the first time."""
        first, self._over = not self._over, True
        if first:
            self.ended.emit()
            self.deleteLater()
        return first
