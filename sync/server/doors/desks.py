"""How the desks of an office are, and a measure of the line to one of them."""

import os

from starlette.responses import Response

from sync.server.doors.door import Ask, Door
from sync.server.refusal import Refusal
from sync.wire.messages import Desks

MAX_PROBE = 1 << 20


def _desks(ask: Ask) -> Desks:
    return ask.centre.reports.desks(ask.key)


def _probe(ask: Ask) -> Response:
    """So many bytes that nothing on the way can make smaller."""
    size = ask.figure("bytes", 0)
    if size > MAX_PROBE:
        raise Refusal(413, "too_large", f"at most {MAX_PROBE} bytes")
    ask.centre.device(ask.key)
    return Response(os.urandom(size), media_type="application/octet-stream", headers={"Cache-Control": "no-store"})


DOORS = (
    Door(
        *("GET", "/v1/desks", "Every desk of the office as it was last heard; for desks of those who supervise."),
        work=_desks, answers=Desks,
    ),
    Door(
        *("GET", "/v1/probe", "So many bytes, by which a desk measures its line."),
        work=_probe, answers=bytes, refuses=(413,), query=(("bytes", "figure?"),),
    ),
)  # fmt: skip
