"""What an endpoint is: its path, what it asks and answers, and the work between. Routing and OpenAPI read the same.

A new endpoint is one `Door` in the `DOORS` of its topic's file (and that file's line in `app.ALL`):

    Door("POST", "/v1/leases/{lease_id}/close", "Ends a book.", work=_close, asks=Closing, answers=Lease)

`work(ask)` runs on a worker thread and may block: `ask.centre`, `ask.key` (the desk that asks), `ask.message` (of type
`asks`), `ask.path("lease_id")`, `ask.text("bucket")`, `ask.figure("since")`. It returns a message, which is encoded as
the desk wishes, or a finished Response. `serve(house, request)` is for the few that wait or stream on the event loop.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from starlette.requests import Request
from starlette.responses import Response

from sync.server.centre import Centre
from sync.server.devices import DeviceKey
from sync.server.heads import Heads
from sync.server.http import answer, body_of, read
from sync.server.limits import Bodies, Limits, Meter
from sync.server.metrics import Measures
from sync.server.refusal import Refusal
from sync.server.workers import Workers

SMALL = 64 << 10
"""Bytes that a body may have where nothing else is said."""
T = TypeVar("T")


@dataclass(frozen=True)
class House:
    """The parts that every door may use; nothing in it remembers a request."""

    centre: Centre
    workers: Workers
    heads: Heads
    measures: Measures
    limits: Limits
    meter: Meter
    bodies: Bodies

    def device(self, request: Request) -> DeviceKey:
        """The desk whose token the request bears; Refusal 401."""
        scheme, _, token = request.headers.get("authorization", "").partition(" ")
        if scheme.lower() != "bearer" or not token:
            raise Refusal(401, "token_missing")
        return self.centre.tokens.read(token.strip(), self.centre.clock.now())


class Ask:
    """One request, as the work of a door sees it."""

    def __init__(self, house: House, request: Request, key: DeviceKey | None, body: bytes, asks: Any) -> None:
        self.house = house
        self.centre = house.centre
        self.request = request
        self.body = body
        self._key = key
        self._asks = asks

    @property
    def key(self) -> DeviceKey:
        """The desk that asks; only behind a door that wants a token."""
        assert self._key is not None
        return self._key

    @property
    def message(self) -> Any:
        """The body as the message that the door asks for; Refusal when it is none."""
        return read(self.request, self.body, self._asks)

    def path(self, name: str) -> str:
        found: str = self.request.path_params[name]
        return found

    def text(self, name: str, default: str | None = None) -> str:
        """A value of the query; Refusal 400 when it is missing and has no default."""
        found = self.request.query_params.get(name, default)
        if found is None:
            raise Refusal(400, "bad_request", f"{name} is missing")
        return found

    def figure(self, name: str, default: int | None = None) -> int:
        """A whole number of the query, from 0; Refusal 400."""
        found = self.request.query_params.get(name)
        return default if found is None and default is not None else whole_number(found)


@dataclass(frozen=True)
class Door:
    """`says` is one sentence for the OpenAPI page; `query` and `headers` name the values read there and their kind.

    Kinds: "figure", "text", "checksum", "range", with a "?" when the value may be missing. `most`: bytes of body;
    `token`: only for desks with one; `status` and `also`: how it answers when all is well; `refuses`: statuses of
    refusals beside those that every door has (400, 401, 403, 404, 408, 413, 415, 429, 503).
    """

    method: str
    path: str
    says: str
    work: Callable[[Ask], Any] | None = None
    serve: Callable[[House, Request], Awaitable[Response]] | None = None
    asks: Any = None
    answers: Any = None
    most: int = SMALL
    token: bool = True
    status: int = 200
    also: tuple[int, ...] = ()
    refuses: tuple[int, ...] = ()
    query: tuple[tuple[str, str], ...] = ()
    headers: tuple[tuple[str, str], ...] = ()

    async def __call__(self, house: House, request: Request) -> Response:
        """The answer; Refusal when there is none."""
        if self.serve is not None:
            return await self.serve(house, request)
        key = house.device(request) if self.token else None
        ask = Ask(house, request, key, await body_of(request, self.most) if self.asks else b"", self.asks)
        return await house.workers.run(self._worked, ask)

    def _worked(self, ask: Ask) -> Response:
        assert self.work is not None
        said = self.work(ask)
        return said if isinstance(said, Response) else answer(ask.request, said, self.status)


def whole_number(text: str | None) -> int:
    """A figure from a query or a header; Refusal 400 for anything else."""
    if text is None or not (text.isascii() and text.isdigit()) or len(text) > 18:
        raise Refusal(400, "bad_request", "a whole number is missing")
    return int(text)
