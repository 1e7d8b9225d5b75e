"""Around every request: its id, its bounds, its line in the log, its place in the measures."""

import logging
import math
import secrets
import time

from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from sync.server.database import RETRIES
from sync.server.doors.door import House
from sync.server.http import answer, refused
from sync.server.limits import Load, place_of
from sync.server.logs import FACTS, Facts, trace_of
from sync.server.refusal import Refusal
from sync.wire.messages import Problem

log = logging.getLogger("sync.server.requests")


class Watch:
    """Gives every request an id, logs how it ended, and turns what nobody expected into a plain 500.

    The log holds method, door (never the path that somebody sent), status, time and sizes: nothing that was typed.
    """

    def __init__(self, app: ASGIApp, house: House) -> None:
        self._app = app
        self._house = house

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        request_id = secrets.token_hex(8)
        load = self._house.bodies.open()
        scope.setdefault("state", {}).update(id=request_id, load=load)
        sent = _Sent(send, request_id)
        began = time.perf_counter()
        try:
            await self._app(scope, receive, sent)
        except Exception as error:
            log.error(FACTS, Facts("request broke", id=request_id, error=trace_of(error)))
            if not sent.status:
                problem = answer(Request(scope), Problem("internal", f"request {request_id}"), 500)
                await problem(scope, receive, sent)
        self._note(scope, sent, time.perf_counter() - began, load)

    def _note(self, scope: Scope, sent: "_Sent", took: float, load: Load) -> None:
        load.close()
        state, measures = scope["state"], self._house.measures
        door = state.get("door", "-")
        facts = {"id": state["id"], "method": scope["method"], "path": door, "status": sent.status}
        facts |= {"ms": round(took * 1000, 1), "bytes": sent.size}
        if "refusal" in state:
            facts["code"] = state["refusal"]
            measures.refusal(state["refusal"])
        log.info(FACTS, Facts("request", **facts))
        measures.request(_method(scope["method"]), door, sent.status, took)
        pool = self._house.centre.engine.pool
        in_use: int = getattr(pool, "checkedout", int)()
        measures.now(connections=in_use, bodies=self._house.bodies.held, retries=RETRIES)


class Gate:
    """Lets nobody ask too often: a desk by its token wherever it is, everybody else by where they come from."""

    def __init__(self, app: ASGIApp, house: House) -> None:
        self._app = app
        self._house = house

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and (seconds := self._wait(Request(scope))):
            wait = str(math.ceil(seconds))
            refusal = Refusal(429, "slow_down", "too many requests", {"Retry-After": wait}, seconds=int(wait))
            await (await refused(Request(scope), refusal))(scope, receive, send)
            return
        await self._app(scope, receive, send)

    def _wait(self, request: Request) -> float:
        limits, meter = self._house.limits, self._house.meter
        now = limits.clock()
        try:
            key = self._house.device(request)
        except Refusal:
            peer = request.client.host if request.client else "-"
            place = place_of(peer, request.headers.get("x-forwarded-for", ""), limits.proxies)
            return meter.wait(b"a" + place.encode(), limits.address, now)
        return meter.wait(b"d" + key.office_id.to_bytes(8) + key.device_id, limits.device, now)


_METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})


def _method(method: str) -> str:
    return method if method in _METHODS else "other"


class _Sent:
    """Passes messages on, marks them with the request's id and remembers status and size."""

    def __init__(self, send: Send, request_id: str) -> None:
        self._send = send
        self._mark = (b"x-request-id", request_id.encode())
        self.status = 0
        self.size = 0

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.status = message["status"]
            message["headers"] = [*message.get("headers", ()), self._mark]
        elif message["type"] == "http.response.body":
            self.size += len(message.get("body", b""))
        await self._send(message)
