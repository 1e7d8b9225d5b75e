"""The write-read loop, and waiting for news."""

from starlette.requests import Request
from starlette.responses import Response

from sync.server.doors.door import Door, House, whole_number
from sync.server.http import answer, body_of, read
from sync.server.refusal import Refusal
from sync.wire.codec import MAX_REQUEST
from sync.wire.messages import Head, SyncRequest, SyncResponse


async def _sync(house: House, request: Request) -> Response:
    key = house.device(request)
    body = await body_of(request)

    def work() -> tuple[Response, int]:
        said = house.centre.sync(key, read(request, body, SyncRequest))
        return answer(request, said), said.head

    response, head = await house.workers.run(work)
    house.heads.tell(key.office_id, head)
    return response


async def _wait(house: House, request: Request) -> Response:
    key = house.device(request)
    known = whole_number(request.query_params.get("head"))
    head = await house.workers.run(house.centre.head, key)
    if head == known:
        if house.heads.crowded:
            raise Refusal(503, "busy", headers={"Retry-After": "30"})
        head = await house.heads.wait(key.office_id, known)
    return answer(request, Head(head))


DOORS = (
    Door(
        *("POST", "/v1/sync", "What the desk did goes in, the numbers it needs and what it has not seen come back."),
        serve=_sync, asks=SyncRequest, answers=SyncResponse, most=MAX_REQUEST,
    ),
    Door(
        *("GET", "/v1/wait", "Answers when the office's head is not `head`, at the latest after 25 seconds."),
        serve=_wait, answers=Head, query=(("head", "figure"),),
    ),
)  # fmt: skip
