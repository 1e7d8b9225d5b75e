"""Around every request: its id, its bounds, its line in the log, its place in the measures."""

import asyncio
import logging
import math
import secrets
import time

from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from sync.server.database import RETRIES
from sync.server.doors.door import House
from sync.server.http import answer, refused
from sync.server.limits import Crowd, Load, Rate, place_of
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
        scope.setdefault("state", {}).update(id=request_id, load=load, limits=self._house.limits)
        sent = _Sent(send, request_id, self._house.limits.answer_seconds)
        began = time.perf_counter()
        try:
            await self._app(scope, receive, sent)
        except _NotTaken:
            scope["state"]["refusal"] = "not_taken"
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
    """Lets nobody ask too often or too much at once: a desk by its token wherever it is, everybody else by where they
    come from."""

    def __init__(self, app: ASGIApp, house: House) -> None:
        self._app = app
        self._house = house
        self._crowd = Crowd()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        request = Request(scope)
        key, rate, most = self._who(request)
        try:
            if seconds := self._house.meter.wait(key, rate, self._house.limits.clock()):
                wait = math.ceil(seconds)
                raise Refusal(429, "slow_down", "too many requests", {"Retry-After": str(wait)}, seconds=wait)
            with self._crowd.one(key, most) as peer:
                request.state.load.peer = peer
                await self._app(scope, receive, send)
        except Refusal as refusal:
            await (await refused(request, refusal))(scope, receive, send)

    def _who(self, request: Request) -> tuple[bytes, Rate, int]:
        """Who is counted, how often they may ask, and how much at once."""
        limits = self._house.limits
        try:
            key = self._house.device(request)
        except Refusal:
            peer = request.client.host if request.client else "-"
            place = place_of(peer, request.headers.get("x-forwarded-for", ""), limits.proxies)
            return b"a" + place.encode(), limits.address, limits.address_open
        return b"d" + key.office_id.to_bytes(8) + key.device_id, limits.device, limits.device_open


_METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})


def _method(method: str) -> str:
    return method if method in _METHODS else "other"


class _NotTaken(Exception):
    """The peer did not take its answer."""


_PIECE = 256 << 10


class _Sent:
    """Passes messages on in pieces that the peer must take in time, marks them with the request's id and remembers
    status and size."""

    def __init__(self, send: Send, request_id: str, patience: float) -> None:
        self._send = send
        self._mark = (b"x-request-id", request_id.encode())
        self._patience = patience
        self.status = 0
        self.size = 0

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.status = message["status"]
            message["headers"] = [*message.get("headers", ()), self._mark]
            await self._send(message)
        elif message["type"] == "http.response.body":
            await self._give(message.get("body", b""), more=message.get("more_body", False))

    async def _give(self, body: bytes, *, more: bool) -> None:
        """What is not taken waits here and not in memory, and not for ever."""
        for at in range(0, max(len(body), 1), _PIECE):
            piece, last = body[at : at + _PIECE], at + _PIECE >= len(body)
            message = {"type": "http.response.body", "body": piece, "more_body": more or not last}
            try:
                async with asyncio.timeout(self._patience):
                    await self._send(message)
            except TimeoutError as error:
                raise _NotTaken from error
            self.size += len(piece)
