"""The write-read loop, and waiting for news."""

import logging
from collections import Counter

from starlette.requests import Request
from starlette.responses import Response

from sync.server.devices import DeviceKey
from sync.server.doors.door import Door, House, whole_number
from sync.server.http import answer, body_of, read
from sync.server.logs import FACTS, Facts
from sync.server.refusal import Refusal
from sync.wire.codec import MAX_REQUEST
from sync.wire.messages import Head, SyncRequest, SyncResponse

audit = logging.getLogger("sync.server.audit")


async def _sync(house: House, request: Request) -> Response:
    key = house.device(request)
    body = await body_of(request)

    def work() -> tuple[Response, SyncResponse]:
        said = house.centre.sync(key, read(request, body, SyncRequest))
        return answer(request, said), said

    response, said = await house.workers.run(work)
    house.heads.tell(key.office_id, said.head)
    house.measures.sync(said.results, len(said.entries), len(said.leases))
    audit.info(FACTS, _audited(request.state.id, key, said))
    return response


def _audited(request_id: str, key: DeviceKey, said: SyncResponse) -> Facts:
    """The line that every sync leaves: which desk, how much of what, never what it was."""
    outcomes = Counter(result.status for result in said.results)
    rows = sum(len(part.rows) for part in said.rows)
    facts = {"id": request_id, "office": key.office_id, "desk": key.device_id.hex(), "acts": len(said.results)}
    facts |= dict(sorted(outcomes.items()))
    facts |= {"entries": len(said.entries), "rows": rows, "leases": len(said.leases), "upto": said.upto}
    return Facts("sync", **facts)


async def _wait(house: House, request: Request) -> Response:
    key = house.device(request)
    known = whole_number(request.query_params.get("head"))
    desk = await house.workers.run(house.centre.device, key)
    if house.heads.crowded:
        raise Refusal(503, "busy", headers={"Retry-After": "30"})
    with house.measures.waiting():
        head = await house.heads.wait(key.office_id, desk.buckets, known, desk.head)
    return answer(request, Head(head))


DOORS = (
    Door(
        *("POST", "/v1/sync", "What the desk did goes in, the numbers it needs and what it has not seen come back."),
        serve=_sync, asks=SyncRequest, answers=SyncResponse, most=MAX_REQUEST, refuses=(409, 426),
    ),
    Door(
        *("GET", "/v1/wait", "Answers when a bucket of the desk changed after `head`, at the latest after 25 seconds."),
        serve=_wait, answers=Head, query=(("head", "figure"),),
    ),
)  # fmt: skip
