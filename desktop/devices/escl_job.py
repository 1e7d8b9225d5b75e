"""One scan job at a network scanner, from its order to its end, whichever end that is."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from queue import Empty, SimpleQueue
from threading import Event, Thread
from time import monotonic

from desktop.devices.escl_http import Reply, Trouble, ask, beside
from desktop.devices.escl_words import Capabilities, Status, capabilities, order, status
from desktop.devices.scanner import Feed, ScanSettings

_LOOK_S = 0.05
_GRACE_S = 5.0
"""How long a scanner may take to let go of a page that is cancelled."""
_WORDS_S = 15.0
_MOST_WORDS = 1 << 20
_MOST_DOCUMENT = 1 << 28
_LEAST_WAIT_S, _MOST_WAIT_S = 0.05, 5.0
_BUSY, _FORBIDDEN = 503, (401, 403)
_NO_MORE = (404, 409, 410)
"""By the book 404; AirSane says 409, others 410."""


def what_it_can(base: str) -> Capabilities:
    reply = ask("GET", f"{base}/ScannerCapabilities", most=_MOST_WORDS, seconds=_WORDS_S)
    _refuse(reply)
    return capabilities(reply.body)


class Job:
    """`dpi` is the resolution that the scanner will use; `end` it whatever happens."""

    def __init__(self, base: str, settings: ScanSettings, cancel: Event, patience_s: float) -> None:
        """Places the order. Trouble as the port says."""
        self._base, self._cancel, self._patience_s = base, cancel, patience_s
        self._feeder = settings.source is Feed.FEEDER
        self._address = ""
        words, self.dpi = order(what_it_can(base), settings)
        reply = self._patiently(lambda: ask("POST", f"{base}/ScanJobs", most=_MOST_WORDS, seconds=_WORDS_S, body=words))
        if reply is None:
            return  # cancelled before it began
        if reply.status in _NO_MORE:
            raise self._why_not()
        _refuse(reply, 201)
        self._address = beside(base, reply.headers.get("Location", ""))

    def documents(self) -> Iterator[bytes]:
        """What the scanner hands over, one after the other; soon no more once cancelled. Trouble as the port says."""
        given = 0
        while self._address and (reply := self._patiently(self._next)) is not None:
            if reply.status in _NO_MORE:
                self._look_why(given)
                return
            _refuse(reply)
            given += 1
            yield reply.body
            if not self._feeder:
                return

    def end(self) -> None:
        """Tells the scanner that no more is wanted; one that does not listen any more needn't."""
        if self._address:
            with suppress(Trouble):
                ask("DELETE", self._address, most=_MOST_WORDS, seconds=_GRACE_S)
            self._address = ""

    def _next(self) -> Reply | None:
        """The next answer, None when cancelled: the page is waited for aside, because that may take long."""
        answers: SimpleQueue[Reply | Trouble] = SimpleQueue()
        Thread(target=self._fetch, args=(self._address, answers), name="escl", daemon=True).start()
        told: float | None = None
        while told is None or monotonic() < told + _GRACE_S:
            if self._cancel.is_set() and told is None:
                told = monotonic()
                self.end()
            try:
                answer = answers.get(timeout=_LOOK_S)
            except Empty:
                continue
            if told is None and isinstance(answer, Trouble):
                raise answer
            return None if isinstance(answer, Trouble) or self._cancel.is_set() else answer
        return None

    def _fetch(self, address: str, answers: "SimpleQueue[Reply | Trouble]") -> None:
        try:
            answers.put(ask("GET", f"{address}/NextDocument", most=_MOST_DOCUMENT, seconds=self._patience_s))
        except Trouble as trouble:
            answers.put(trouble)

    def _patiently(self, question: Callable[[], Reply | None]) -> Reply | None:
        """The answer of a scanner that may say `later` for a while; None when cancelled."""
        deadline = monotonic() + self._patience_s
        while not self._cancel.is_set():
            reply = question()
            if reply is None or reply.status != _BUSY:
                return reply
            if monotonic() > deadline:
                raise Trouble("scanner.busy", "503")
            self._cancel.wait(_pause(reply))
        return None

    def _status(self) -> Status:
        reply = ask("GET", f"{self._base}/ScannerStatus", most=_MOST_WORDS, seconds=_WORDS_S)
        _refuse(reply)
        return status(reply.body, self._address)

    def _why_not(self) -> Trouble:
        """Why it takes no order."""
        now = self._status()
        if now.trouble:
            return Trouble(now.trouble)
        if now.state == "Processing":
            return Trouble("scanner.busy", now.state)
        return Trouble("scanner.feeder_empty" if self._feeder and not now.loaded else "scanner.io", now.state)

    def _look_why(self, given: int) -> None:
        """Trouble when there are no more documents although there should be."""
        now = self._status()
        if now.trouble:
            raise Trouble(now.trouble)
        if not given:
            raise Trouble("scanner.feeder_empty" if self._feeder and not now.loaded else "scanner.io", now.state)
        if self._feeder and now.given_up and now.loaded:
            raise Trouble("scanner.io", "sheets are left in the feeder")


def _refuse(reply: Reply, wanted: int = 200) -> None:
    if reply.status in _FORBIDDEN:
        raise Trouble("scanner.access_denied", str(reply.status))
    if reply.status != wanted:
        raise Trouble("scanner.io", str(reply.status))


def _pause(reply: Reply) -> float:
    said = reply.headers.get("Retry-After", "1")
    seconds = float(said) if said.isdecimal() and len(said) < 6 else 1.0
    return min(max(seconds, _LEAST_WAIT_S), _MOST_WAIT_S)
