"""Snapshots are made beside the requests that want them: a desk takes the first packs while the others are written."""

import logging
import threading
from collections.abc import Callable
from concurrent.futures import Future, wait

from sync.server.packing import BucketName
from sync.wire.packs import SnapshotOffer

log = logging.getLogger(__name__)

AT_ONCE = 2
"""Snapshots that one process makes at a time; whoever wants another asks again."""
MOMENT, PATIENCE = 0.1, 1.0
"""Seconds that a request waits for a large snapshot, of which there are (more) packs by then, and for a small one."""

Make = Callable[[], SnapshotOffer | None]


class Makings:
    """What is being made in this process. A failure is told to the next who asks for that bucket."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._runs: dict[BucketName, Future[SnapshotOffer | None]] = {}
        self._failed: dict[BucketName, BaseException] = {}

    def want(self, name: BucketName, make: Make, moment: float) -> SnapshotOffer | None:
        """The snapshot if it is whole in a moment; None: it is under way, or not begun yet. Raises what `make` did."""
        with self._lock:
            if name in self._failed:
                raise self._failed.pop(name)
            run = self._runs.get(name) or self._begin(name, make)
        if run is None or not wait([run], moment).done:
            return None
        with self._lock:
            self._failed.pop(name, None)  # it is told here
        return run.result()

    def _begin(self, name: BucketName, make: Make) -> "Future[SnapshotOffer | None] | None":
        if len(self._runs) >= AT_ONCE:
            return None
        run = self._runs[name] = Future()
        threading.Thread(target=self._work, args=(name, make, run), name="packing", daemon=True).start()
        return run

    def _work(self, name: BucketName, make: Make, run: "Future[SnapshotOffer | None]") -> None:
        try:
            made, failure = make(), None
        except Exception as error:
            made, failure = None, error
        with self._lock:
            del self._runs[name]
            if failure is not None:
                self._failed[name] = failure
        if failure is None:
            run.set_result(made)
        else:
            log.info("a snapshot could not be made office=%d: %s", name.office_id, type(failure).__name__)
            run.set_exception(failure)
