"""Doors for reading at full speed: one bucket's feed in bulk, its snapshot, and the packs of that."""

from starlette.requests import Request
from starlette.responses import Response

from sync.server import bulk
from sync.server.doors.door import Ask, Door, House, whole_number
from sync.server.doors.files import PartAnswer
from sync.server.ranges import part_of
from sync.server.rooms import CATALOGUE
from sync.wire.feed import FeedPage
from sync.wire.messages import PAGE_ROWS
from sync.wire.packs import SnapshotOffer

_MOST = 5_000


def _feed(ask: Ask) -> FeedPage:
    limit = min(max(ask.figure("limit", PAGE_ROWS), 1), _MOST)
    return bulk.feed(ask.centre.engine, CATALOGUE, ask.key, ask.text("bucket"), ask.figure("since", 0), limit)


def _offer(ask: Ask) -> SnapshotOffer:
    return ask.centre.packs.offer(ask.key, _bucket(ask.request), ask.figure("upto", 0), ask.figure("after", 0))


async def _pack(house: House, request: Request) -> Response:
    key = house.device(request)
    upto, sha256 = whole_number(request.path_params["upto"]), request.path_params["sha256"]
    path = await house.workers.run(house.centre.packs.pack, key, _bucket(request), upto, sha256)
    part = part_of(path, request.headers.get("range"))
    house.measures.moved("out", part.size)
    return PartAnswer(house.workers, part)


def _bucket(request: Request) -> str:
    return f"{request.path_params['audience']}/{request.path_params['secrecy']}"


_SNAPSHOT = "/v1/snapshot/{audience}/{secrecy}"
DOORS = (
    Door(
        *("GET", "/v1/feed", "What changed in one bucket after `since`: whole transactions, about `limit` entries."),
        work=_feed, answers=FeedPage, query=(("bucket", "text"), ("since", "figure"), ("limit", "figure")),
    ),
    Door(
        *("GET", _SNAPSHOT, "The packs of a bucket at one moment: at `upto`, if those are kept, else beyond `after`."),
        work=_offer, answers=SnapshotOffer, query=(("upto", "figure"), ("after", "figure")),
    ),
    Door(
        *("GET", _SNAPSHOT + "/{upto}/{sha256}", "A pack, or one range of it."),
        serve=_pack, answers=bytes, also=(206,), headers=(("Range", "range?"),), refuses=(416,),
    ),
)  # fmt: skip
