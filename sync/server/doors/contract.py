"""The doors' own description, for machines and for eyes. Everybody may read it: it says nothing of any office."""

from collections.abc import Sequence

from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response

from sync.server import openapi
from sync.server.doors.door import Door, House


def doors_about(doors: Sequence[Door]) -> tuple[Door, ...]:
    """Two doors more, which describe all of them and themselves."""

    async def page(house: House, request: Request) -> Response:
        return JSONResponse(openapi.contract((*doors, *own)))

    async def eyes(house: House, request: Request) -> Response:
        return HTMLResponse(openapi.readable((*doors, *own)))

    machines, people = "This description, for machines.", "This description, for eyes."
    own = (
        Door("GET", "/v1/openapi.json", machines, serve=page, answers=openapi.JSON, token=False),
        Door("GET", "/v1/openapi", people, serve=eyes, answers=openapi.HTML, token=False),
    )
    return own
