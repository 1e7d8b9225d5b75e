"""Several processes that do the same work, kept alive by a parent that does nothing else.

They are forked from one parent, so they share what it opened before: the listening socket (what nobody has accepted yet
waits for any of them, and a process that dies takes only its own connections with it) and the memory in which requests
are counted.
"""

import logging
import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Sequence

from sync.server.logs import FACTS, Facts, trace_of

log = logging.getLogger(__name__)
_SHORT_LIFE = 5.0
"""A process that ended sooner after its start than this is started again only after a pause."""
_PAUSE = 1.0


class Flock:
    """Runs each of `works` in a process of its own until told to stop; one that ends is started again."""

    def __init__(self, works: Sequence[Callable[[], object]], gone: Callable[[int], object] = lambda pid: None) -> None:
        self._works = works
        self._gone = gone
        self._alive: dict[int, tuple[int, float]] = {}
        self._stopping = False
        self._lifeline = os.pipe()

    def run(self, started: Callable[[], object]) -> None:
        """Until SIGTERM or SIGINT, and until the last process has ended."""
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self._stop)
        for place in range(len(self._works)):
            self._start(place)
        started()
        while self._alive:
            self._wait()

    def _stop(self, *_: object) -> None:
        self._stopping = True
        for pid in self._alive:
            os.kill(pid, signal.SIGTERM)

    def _wait(self) -> None:
        pid, status = os.wait()
        place, born = self._alive.pop(pid)
        self._gone(pid)
        if self._stopping:
            return
        log.error(FACTS, Facts("process ended", place=place, code=os.waitstatus_to_exitcode(status)))
        if time.monotonic() - born < _SHORT_LIFE:
            time.sleep(_PAUSE)
        if not self._stopping:
            self._start(place)

    def _start(self, place: int) -> None:
        signals = {signal.SIGTERM, signal.SIGINT}
        signal.pthread_sigmask(signal.SIG_BLOCK, signals)  # a stop must find the child in our list
        pid = os.fork()
        if pid == 0:
            for number in signals:
                signal.signal(number, signal.SIG_DFL)
            signal.pthread_sigmask(signal.SIG_UNBLOCK, signals)
            self._live(self._works[place])
        self._alive[pid] = (place, time.monotonic())
        signal.pthread_sigmask(signal.SIG_UNBLOCK, signals)

    def _live(self, work: Callable[[], object]) -> None:
        """The child's life; never returns into the parent's code."""
        code = 1
        try:
            os.close(self._lifeline[1])
            threading.Thread(target=self._die_with_parent, daemon=True).start()
            work()
            code = 0
        except BaseException as error:
            log.error(FACTS, Facts("process broke", error=trace_of(error)))
        finally:
            logging.shutdown()
            sys.stdout.flush()
            os._exit(code)

    def _die_with_parent(self) -> None:
        os.read(self._lifeline[0], 1)  # ends when the parent's end of the pipe is gone
        os.kill(os.getpid(), signal.SIGTERM)
