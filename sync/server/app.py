"""The centre as an ASGI application: the doors of all topics (`doors`) behind one address."""

from collections.abc import Awaitable, Callable
from typing import Any

from sqlalchemy.exc import SQLAlchemyError
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from sync.server.doors import desks, feeding, files, health, identity, online, recovery, sync
from sync.server.doors.contract import doors_about
from sync.server.doors.door import Door, House
from sync.server.http import refused
from sync.server.refusal import Refusal
from sync.server.watch import Gate, Watch

ALL: tuple[Door, ...] = (
    *health.DOORS,
    *identity.DOORS,
    *sync.DOORS,
    *feeding.DOORS,
    *files.DOORS,
    *online.DOORS,
    *recovery.DOORS,
    *desks.DOORS,
)
ALL += doors_about(ALL)


def build(house: House) -> Starlette:
    """The application around assembled parts; whoever made them also closes them."""
    paths: dict[str, dict[str, Door]] = {}
    for door in ALL:
        paths.setdefault(door.path, {})[door.method] = door
    routes = [Route(path, _entrance(house, path, doors), methods=list(doors)) for path, doors in paths.items()]
    return Starlette(
        routes=routes,
        middleware=[Middleware(Watch, house=house), Middleware(Gate, house=house)],
        exception_handlers=_handlers(),
    )


def _entrance(house: House, path: str, doors: dict[str, Door]) -> Callable[[Request], Awaitable[Response]]:
    """One path; HEAD goes through GET's door unless it has its own."""

    async def enter(request: Request) -> Response:
        request.state.door = path
        return await doors.get(request.method, doors.get("GET", next(iter(doors.values()))))(house, request)

    return enter


def _handlers() -> dict[Any, Callable[[Request, Exception], Awaitable[Response]]]:
    return dict.fromkeys((Refusal, HTTPException, SQLAlchemyError), refused)
