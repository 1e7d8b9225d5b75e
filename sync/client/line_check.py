"""Tries the line to the centre step by step, as the post uses it, and says what it found at each."""

import socket
import ssl
import time
from collections.abc import Callable
from datetime import timedelta
from statistics import median
from threading import Event
from typing import TypeVar
from urllib.parse import urlsplit

import requests

from desktop.office.clock import Clock, from_utc_text
from desktop.office.errors import OfficeError
from desktop.office.line_check import STEPS, Finding, Verdict
from sync.client.centre import Centre
from sync.wire.codec import Malformed, decode
from sync.wire.messages import JSON_TYPE, Health

_SECONDS = 5.0
_TRIPS = 5
_SMALL, _LARGE = 32 << 10, 512 << 10
_SLOW_TRIP_MS, _SLOW_KB_S = 500, 64
_CLOCK_NOTICED, _CLOCK_REFUSED = timedelta(seconds=60), timedelta(minutes=5)
Told = Callable[[Finding], None]
T = TypeVar("T")


class LineCheck:
    """One test. `centre` is None for a desk that the centre does not know yet: then the last steps stay untried."""

    def __init__(self, url: str, centre: Centre | None, clock: Clock) -> None:
        parts = urlsplit(url)
        self._url = url.rstrip("/")
        self._host = parts.hostname or ""
        self._secure = parts.scheme == "https"
        self._number = parts.port or (443 if self._secure else 80)
        self._centre, self._time = centre, clock

    def run(self, told: Told, ended: Event) -> dict[str, Finding]:
        """Every step in its order, told as it is found; after one that is bad the rest is untried."""
        found: dict[str, Finding] = {}
        bad = False
        for step in STEPS:
            if ended.is_set():
                break
            untried = bad or (self._centre is None and step in ("token", "round_trip", "speed"))
            found[step] = Finding(step, Verdict.UNTRIED) if untried else self._try(step)
            bad = bad or (found[step].verdict is Verdict.BAD and step != "clock")
            told(found[step])
        return found

    def _try(self, step: str) -> Finding:
        try:
            finding: Finding = getattr(self, f"_{step}")()
        except OfficeError as error:
            return Finding(step, Verdict.BAD, problem=str(error.subject.get("problem") or error.code))
        except (OSError, requests.RequestException, Malformed, ValueError) as error:
            return Finding(step, Verdict.BAD, problem=type(error).__name__)
        return finding

    def _name(self) -> Finding:
        took, _ = _timed(lambda: socket.getaddrinfo(self._host, self._number, type=socket.SOCK_STREAM))
        return Finding("name", _unless(took > 1000), took)

    def _port(self) -> Finding:
        took, line = _timed(lambda: socket.create_connection((self._host, self._number), _SECONDS))
        line.close()
        return Finding("port", _unless(took > 1500), took)

    def _tls(self) -> Finding:
        if not self._secure:
            return Finding("tls", Verdict.UNTRIED)
        with socket.create_connection((self._host, self._number), _SECONDS) as line:
            context = ssl.create_default_context()
            took, safe = _timed(lambda: context.wrap_socket(line, server_hostname=self._host))
            safe.close()
        return Finding("tls", _unless(took > 2000), took)

    def _health(self) -> Finding:
        took, health = _timed(self._ask_health)
        return Finding("health", _unless(health.status != "ok"), took, "" if health.status == "ok" else health.status)

    def _clock(self) -> Finding:
        before = self._time.now()
        health = self._ask_health()
        middle = before + (self._time.now() - before) / 2
        off = middle - from_utc_text(health.server_time)
        bad = Verdict.BAD if abs(off) > _CLOCK_REFUSED else _unless(abs(off) > _CLOCK_NOTICED)
        return Finding("clock", bad, round(off.total_seconds()))

    def _ask_health(self) -> Health:
        answer = requests.get(f"{self._url}/v1/health", timeout=_SECONDS, allow_redirects=False)
        if answer.status_code not in (200, 503):
            raise ValueError(answer.status_code)
        return decode(answer.content, Health, JSON_TYPE)

    def _token(self) -> Finding:
        took, _ = _timed(lambda: self._known.probe(0))
        return Finding("token", Verdict.GOOD, took)

    def _round_trip(self) -> Finding:
        trips = [_timed(lambda: self._known.probe(0))[0] for _ in range(_TRIPS)]
        middle = round(median(trips))
        return Finding("round_trip", _unless(middle > _SLOW_TRIP_MS), middle)

    def _speed(self) -> Finding:
        """A small piece first: a slow line is not asked for the large one."""
        took, size = _timed(lambda: self._known.probe(_SMALL))
        if took < 500:
            took, size = _timed(lambda: self._known.probe(_LARGE))
        rate = round(size / 1024 / max(took / 1000, 0.001))
        return Finding("speed", _unless(rate < _SLOW_KB_S), rate)

    @property
    def _known(self) -> Centre:
        assert self._centre is not None
        return self._centre


def _timed(act: Callable[[], T]) -> tuple[int, T]:
    """Milliseconds it took, and what it gave."""
    began = time.monotonic()
    given = act()
    return round((time.monotonic() - began) * 1000), given


def _unless(doubtful: bool) -> Verdict:
    return Verdict.DOUBTFUL if doubtful else Verdict.GOOD
