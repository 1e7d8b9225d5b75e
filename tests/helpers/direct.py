"""A line without sockets: the centre's whole application called in this process, with the same faults as the proxy.

Everything of ours runs as it does on a wire, the desk's reading of replies and the centre's doors included; what is
left out is TCP. So a history costs milliseconds, and what is cut is cut at exactly the byte that was asked for.
"""

import asyncio
import io
import threading
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import requests
import urllib3
from requests.adapters import HTTPAdapter
from urllib3.exceptions import ProtocolError

from sync.server.app import build
from sync.server.centre import Centre
from sync.server.doors.door import House
from sync.server.heads import Heads
from sync.server.limits import Bodies, Limits, Meter, Rate
from sync.server.metrics import Measures
from sync.server.workers import Workers
from tests.helpers.faults import NONE, PAGE, Fault

URL = "http://centre.test"
UNHURRIED = Limits(Rate(1e6, 1_000_000), Rate(1e6, 1_000_000))
"""Histories run many times as fast as desks do."""


@dataclass(frozen=True)
class Reply:
    status: int
    headers: list[tuple[str, str]]
    body: bytes


class DirectCentre:
    """The application on an event loop of its own until `close`; any thread may `call` it."""

    def __init__(self, centre: Centre) -> None:
        self.centre = centre
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name="direct centre")
        self._thread.start()
        self._workers = Workers()
        self._heads = Heads(
            lambda offices: self._workers.run(centre.heads, offices),
            lambda places: self._workers.run(centre.tops, places),
        )
        self._meter = Meter()
        bodies = Bodies(UNHURRIED.bodies)
        self._app = build(House(centre, self._workers, self._heads, Measures(), UNHURRIED, self._meter, bodies))

    def call(self, method: str, path: str, headers: Mapping[str, str], body: bytes, cut: int | None = None) -> Reply:
        """One request; `cut`: so much of its body arrives, then the line ends."""
        coming = self._one(method, path, headers, body, cut)
        return asyncio.run_coroutine_threadsafe(coming, self._loop).result()

    async def _one(self, method: str, path: str, headers: Mapping[str, str], body: bytes, cut: int | None) -> Reply:
        route, _, query = path.partition("?")
        scope: dict[str, Any] = {"type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "scheme": "http"}
        scope |= {"method": method, "path": route, "raw_path": route.encode(), "query_string": query.encode()}
        scope |= {"root_path": "", "client": ("127.0.0.1", 1), "server": ("centre.test", 80)}
        scope["headers"] = [(name.lower().encode(), value.encode()) for name, value in headers.items()]
        coming: list[dict[str, Any]] = [
            {"type": "http.request", "body": body if cut is None else body[:cut], "more_body": cut is not None}
        ]
        told: list[dict[str, Any]] = []

        async def receive() -> dict[str, Any]:
            if not coming and cut is None:
                await asyncio.Event().wait()  # a desk that stays on the line until it has its answer
            return coming.pop() if coming else {"type": "http.disconnect"}

        async def send(message: Any) -> None:
            told.append(message)

        await self._app(scope, receive, send)
        fields = [(name.decode(), value.decode()) for name, value in told[0]["headers"]] if told else []
        whole = b"".join(message.get("body", b"") for message in told[1:])
        return Reply(told[0]["status"] if told else 0, fields, whole)

    def close(self) -> None:
        self._loop.call_soon_threadsafe(self._heads.close)
        self._workers.close()
        self._meter.close()
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()


class DirectLine:
    """Stands where a `Proxy` stands: one desk's line, with a fault that may be changed at any time."""

    def __init__(self, centre: DirectCentre) -> None:
        self._centre = centre
        self._fault = NONE
        self._late: list[tuple[str, str, dict[str, str], bytes]] = []
        self._answered = 0
        self.url = URL
        self.requests = 0
        self.reply_bytes = 0
        self.adapter = _Adapter(self)
        self._came = threading.Event()

    def set(self, fault: Fault, *, cut: bool = True) -> None:
        self._fault = fault
        self._answered = 0

    def heal(self) -> None:
        self.set(NONE)

    def cut(self) -> None:
        self._answered = 0

    def close(self) -> None:
        self._late.clear()

    def deliver_late(self) -> int:
        """Lets requests that were held back reach the centre now; nobody hears the replies. Returns their number."""
        late, self._late = self._late, []
        for request in late:
            self._centre.call(*request)
        return len(late)

    def wait_for_request(self, seconds: float = 60.0) -> bool:
        """Until something has come from a desk; what came before does not count the next time."""
        came = self._came.wait(seconds)
        self._came.clear()
        return came

    def carry(self, request: requests.PreparedRequest) -> Reply:
        """The reply as it comes out of the broken line; requests' own exceptions where none does."""
        fault, self.requests = self._fault, self.requests + 1
        self._came.set()
        body = request.body or b""
        raw = body.encode() if isinstance(body, str) else bytes(body)
        asked = (str(request.method), request.path_url, dict(request.headers), raw)
        if fault.refuse or (fault.stale and self._answered):
            raise requests.ConnectionError("refused")
        if fault.blackhole:
            raise requests.ReadTimeout("silence")
        if fault.tls:
            raise requests.exceptions.SSLError("handshake failure")
        if fault.html or fault.status is not None:
            return _stranger(fault)
        if fault.late:
            self._late.append(asked)
            raise requests.ConnectionError("held back")
        if fault.cut_request is not None:
            return self._cut_request(asked, fault.cut_request)
        if fault.duplicate:
            self._centre.call(*asked)
        reply = self._centre.call(*asked)
        self._answered += 1
        self.reply_bytes = len(reply.body)
        return reply if request.method == "HEAD" else _broken(reply, fault)

    def _cut_request(self, asked: tuple[str, str, dict[str, str], bytes], at: int) -> Reply:
        """As on TCP the head counts too: a cut in it leaves the centre with nothing it could read."""
        head = sum(len(name) + len(value) + 4 for name, value in asked[2].items()) + len(asked[1]) + 20
        if at >= head + len(asked[3]):
            return self._centre.call(*asked)
        if at > head:
            self._centre.call(*asked, at - head)
        raise requests.ConnectionError("cut on the way up")


def _stranger(fault: Fault) -> Reply:
    if fault.html:
        return Reply(200, [("Content-Type", "text/html")], PAGE)
    return Reply(fault.status or 0, [("Retry-After", "1")], b"")


def _broken(reply: Reply, fault: Fault) -> Reply:
    head = sum(len(name) + len(value) + 4 for name, value in reply.headers) + 17
    if fault.cut_after is not None and fault.cut_after < head:
        raise requests.ConnectionError("reply lost")
    headers = [("Content-Length", str(len(reply.body))), *_without_length(reply.headers)]
    if fault.cut_after is not None:
        return Reply(reply.status, headers, reply.body[: fault.cut_after - head])
    if fault.tear:
        half = reply.body[: len(reply.body) // 2]
        return Reply(reply.status, [("Content-Length", str(len(half))), *_without_length(reply.headers)], half)
    if fault.flip is not None and 0 <= fault.flip - head < len(reply.body):
        at = fault.flip - head
        altered = reply.body[:at] + bytes([reply.body[at] ^ 0x01]) + reply.body[at + 1 :]
        return Reply(reply.status, headers, altered)
    return reply


def _without_length(headers: list[tuple[str, str]]) -> list[tuple[str, str]]:
    return [(name, value) for name, value in headers if name.lower() != "content-length"]


class _Adapter(HTTPAdapter):
    """What a session of requests speaks through in place of a socket."""

    def __init__(self, line: DirectLine) -> None:
        super().__init__()
        self._line = line

    def send(self, request: requests.PreparedRequest, *args: Any, **kwargs: Any) -> requests.Response:
        reply = self._line.carry(request)
        if not reply.status:
            raise requests.ConnectionError(ProtocolError("no reply"))
        raw = urllib3.HTTPResponse(
            body=io.BytesIO(reply.body),
            headers=urllib3.HTTPHeaderDict(reply.headers),
            status=reply.status,
            preload_content=False,
            enforce_content_length=True,
            request_method=request.method,
        )
        return self.build_response(request, raw)
