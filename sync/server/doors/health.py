"""Whether the centre can work."""

from starlette.responses import Response

from desktop.office.clock import utc_text
from sync.server.doors.door import Ask, Door
from sync.server.wellness import OK, look
from sync.wire.codec import encode
from sync.wire.messages import JSON_TYPE, PROTO, Health


def _health(ask: Ask) -> Response:
    found = look(ask.centre.engine, ask.centre.blobs.folder)
    well = set(found.values()) == {OK}
    said = Health(OK if well else "unavailable", PROTO, utc_text(ask.centre.clock.now()), **found)
    return Response(encode(said, JSON_TYPE), 200 if well else 503, media_type=JSON_TYPE)


DOORS = (
    Door(
        *("GET", "/v1/health", "Whether the centre can work: 503 when its database, its tables or its disk can't."),
        work=_health, answers=Health, token=False, also=(503,),
    ),
)  # fmt: skip
