"""Doors to what is read at the centre only and kept at no desk."""

from starlette.responses import Response

from desktop.office.ids import Id
from sync.server.doors.door import Ask, Door
from sync.server.http import answer
from sync.server.refusal import Refusal
from sync.wire.messages import OnlineRows

NOT_KEPT = {"Cache-Control": "no-store"}


def _roots(ask: Ask) -> Response:
    said = ask.centre.online.roots(ask.key, _id(ask.text("user")), ask.path("entity"))
    return answer(ask.request, said, headers=NOT_KEPT)


def _one(ask: Ask) -> Response:
    said = ask.centre.online.one(ask.key, _id(ask.text("user")), ask.path("entity"), _id(ask.path("row_id")))
    return answer(ask.request, said, headers=NOT_KEPT)


def _id(text: str) -> Id:
    """32 hex digits; Refusal 400."""
    try:
        found = bytes.fromhex(text)
    except ValueError as error:
        raise Refusal(400, "bad_request", "an id has 32 hex digits") from error
    if len(found) != 16:
        raise Refusal(400, "bad_request", "an id has 32 hex digits")
    return found


_ALL = "/v1/online/{entity}"
DOORS = (
    Door(
        *("GET", _ALL, "The newest rows that this desk may read here and never keep."),
        work=_roots, answers=OnlineRows, query=(("user", "text"),),
    ),
    Door(
        *("GET", _ALL + "/{row_id}", "One such row with all that hangs on it; the look is written down."),
        work=_one, answers=OnlineRows, query=(("user", "text"),),
    ),
)  # fmt: skip
