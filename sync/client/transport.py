"""Bytes to the centre and back over HTTP, with every way in which a line fails told in the office's words."""

import base64
import hashlib
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.client import HTTPException, IncompleteRead, RemoteDisconnected

import requests
from requests.utils import get_environ_proxies

from desktop.office.clock import Clock
from desktop.office.errors import OfficeError
from sync.client.sockets import OpenSockets, WatchedAdapter
from sync.wire.codec import Malformed, decode
from sync.wire.messages import MEDIA_TYPE, Problem

CONNECT_SECONDS, READ_SECONDS, WHOLE_SECONDS = 5.0, 30.0, 120.0
MOST_BYTES = 32 << 20
"""An answer as it travels; pages of the centre stay far below."""
_PIECE = 1 << 16
STALL_SECONDS, STALL_BYTES = 60.0, 1024
"""Fewer bytes than these in so long are no progress: the call ends, and the next one takes a new connection."""


@dataclass(frozen=True)
class Ask:
    """One request. `read_seconds`: how long the centre may be silent."""

    method: str
    path: str
    body: bytes | None = None
    headers: Mapping[str, str] = field(default_factory=dict)
    read_seconds: float = READ_SECONDS


@dataclass(frozen=True)
class Answer:
    headers: Mapping[str, str]
    body: bytes


class Transport:
    """Keeps a line to one centre open, for any number of threads.

    OfficeError of every call: `post.no_line` (unreachable, too slow, cut, the centre is down; `again_after` seconds
    when it said so), `post.not_the_centre` (something else answered, or the answer was altered), `post.refused` (the
    centre's `problem`, with its `data`).
    """

    def __init__(self, url: str, clock: Clock) -> None:
        self._url = url.rstrip("/")
        self._clock = clock
        self._sockets = OpenSockets()
        self._here = threading.local()
        self._sessions: list[requests.Session] = []
        self._lock = threading.Lock()
        self._closed = False

    def exchange(self, ask: Ask, limit: int = MOST_BYTES) -> Answer:
        """The whole answer of the centre, at most `limit` bytes."""
        with self.stream(ask) as (headers, pieces):
            body = bytearray()
            ends = self._clock.monotonic() + WHOLE_SECONDS
            for piece in pieces:
                body += piece
                if len(body) > limit:
                    raise OfficeError("post.not_the_centre")
                if self._clock.monotonic() > ends:  # a centre that drips is a line that is not there
                    raise OfficeError("post.no_line")
        _check_digest(headers, bytes(body))
        return Answer(headers, bytes(body))

    @contextmanager
    def stream(self, ask: Ask) -> Iterator[tuple[Mapping[str, str], Iterator[bytes]]]:
        """Headers and the pieces of the body, as they come."""
        with self._open(ask) as response:
            pieces = _pieces(response, self._clock)
            _judge(response, pieces)
            yield response.headers, pieces

    def abort(self) -> None:
        """Cuts every call under way and refuses all that follow."""
        self._closed = True
        self._sockets.cut()

    def close(self) -> None:
        """Lets the connections go; no call may be under way."""
        self._closed = True
        with self._lock:
            for session in self._sessions:
                session.close()
            self._sessions.clear()

    def _open(self, ask: Ask) -> requests.Response:
        if self._closed:
            raise OfficeError("post.no_line")
        headers = {"Accept": MEDIA_TYPE, "Accept-Encoding": "identity", **ask.headers}
        timeout = (CONNECT_SECONDS, ask.read_seconds)
        with _told():
            return self._session().request(
                ask.method, self._url + ask.path, data=ask.body, headers=headers, timeout=timeout,
                allow_redirects=False, stream=True,
            )  # fmt: skip

    def _session(self) -> requests.Session:
        if not hasattr(self._here, "session"):
            session = requests.Session()
            session.trust_env = False  # a .netrc must not put its own words into our requests
            session.proxies.update(get_environ_proxies(self._url))
            for scheme in ("http://", "https://"):
                session.mount(scheme, WatchedAdapter(self._sockets, self._clock))
            self._here.session = session
            with self._lock:
                self._sessions.append(session)
        session = self._here.session
        assert isinstance(session, requests.Session)
        return session


def _pieces(response: requests.Response, clock: Clock) -> Iterator[bytes]:
    coming = response.iter_content(_PIECE)
    window, came = clock.monotonic(), 0
    while True:
        with _told():
            piece = next(coming, b"")
        if not piece:
            return
        yield piece
        came += len(piece)
        if clock.monotonic() - window > STALL_SECONDS:  # a centre that drips is a line that is not there
            if came < STALL_BYTES:
                raise OfficeError("post.no_line")
            window, came = clock.monotonic(), 0


@contextmanager
def _told() -> Iterator[None]:
    """Failures of the line as the office knows them."""
    try:
        yield
    except (requests.RequestException, OSError) as error:
        raise OfficeError("post.not_the_centre" if _is_stranger(error) else "post.no_line") from error


_STRANGERS = (
    requests.exceptions.SSLError,
    requests.exceptions.ContentDecodingError,
    requests.exceptions.InvalidURL,
    requests.exceptions.InvalidSchema,
    requests.exceptions.MissingSchema,
)


def _is_stranger(error: Exception) -> bool:
    """Whether somebody answered who does not speak as a centre does; silence and cuts are no answer."""
    if isinstance(error, _STRANGERS):
        return True
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, HTTPException) and not isinstance(cause, RemoteDisconnected | IncompleteRead):
            return True
        cause = cause.__context__
    return False


def _judge(response: requests.Response, pieces: Iterator[bytes]) -> None:
    """Returns for an answer of the centre; raises what anything else is."""
    kind = response.headers.get("Content-Type", "").split(";")[0].strip().lower()
    if response.status_code >= 500:
        raise OfficeError("post.no_line", **_patience(response))
    if 300 <= response.status_code < 400 or response.headers.get("Content-Encoding", "identity") != "identity":
        raise OfficeError("post.not_the_centre")
    if response.status_code >= 400:
        raise _problem(response, kind, pieces)
    if kind not in {MEDIA_TYPE, "application/octet-stream", ""} or (not kind and not _is_bare(response)):
        raise OfficeError("post.not_the_centre")


def _is_bare(response: requests.Response) -> bool:
    """Whether this may be an answer of headers only: it must bear the mark of an upload."""
    return "Upload-Offset" in response.headers


def _problem(response: requests.Response, kind: str, pieces: Iterator[bytes]) -> OfficeError:
    head = next(pieces, b"")
    if response.request.method == "HEAD" and response.status_code == 404:
        return OfficeError("post.refused", problem="not_found", status=404, data={})
    if kind != MEDIA_TYPE:
        return OfficeError("post.not_the_centre")
    try:
        problem = decode(head, Problem)
    except Malformed:
        return OfficeError("post.not_the_centre")
    subject = {"problem": problem.code, "status": response.status_code, "data": problem.data or {}}
    return OfficeError("post.refused", **subject, **_patience(response))


def _patience(response: requests.Response) -> dict[str, int]:
    wait = response.headers.get("Retry-After", "")
    return {"again_after": min(int(wait), 3600)} if wait.isascii() and wait.isdigit() else {}


def _check_digest(headers: Mapping[str, str], body: bytes) -> None:
    """Holds the body against the digest that came with it (RFC 9530), where one came."""
    kind, _, value = headers.get("Content-Digest", "").partition("=")
    if kind == "sha-256" and value.strip(":") != base64.b64encode(hashlib.sha256(body).digest()).decode("ascii"):
        raise OfficeError("post.not_the_centre")
