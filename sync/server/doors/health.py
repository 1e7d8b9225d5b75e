"""Whether the centre can work."""

from sqlalchemy.exc import SQLAlchemyError
from starlette.responses import Response

from desktop.office.clock import utc_text
from sync.server.doors.door import Ask, Door
from sync.wire.codec import encode
from sync.wire.messages import JSON_TYPE, PROTO, Health


def _health(ask: Ask) -> Response:
    try:
        well = ask.centre.is_well()
    except SQLAlchemyError:
        well = False
    said = Health("ok" if well else "unavailable", PROTO, utc_text(ask.centre.clock.now()))
    return Response(encode(said, JSON_TYPE), 200 if well else 503, media_type=JSON_TYPE)


DOORS = (
    Door("GET", "/v1/health", "Whether the centre can work.", work=_health, answers=Health, token=False, also=(503,)),
)
