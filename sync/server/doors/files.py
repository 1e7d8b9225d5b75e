"""Doors for files: offered, sent in checked chunks, read in whole or in part."""

import base64
import binascii
from collections.abc import AsyncGenerator
from contextlib import aclosing

from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.types import Receive, Scope, Send

from sync.server.blobs import MAX_CHUNK
from sync.server.doors.door import Ask, Door, House, whole_number
from sync.server.http import answer, body_of
from sync.server.ranges import FilePart, part_of
from sync.server.refusal import Refusal
from sync.server.workers import Workers
from sync.wire.messages import BlobOffer, BlobState

_PIECE = 256 << 10


def _offer(ask: Ask) -> Response:
    state, opened = ask.centre.blobs.offer(ask.key, ask.message)
    return answer(ask.request, state, 201 if opened else 200, _headers(state))


def _state(ask: Ask) -> Response:
    return Response(headers=_headers(ask.centre.blobs.state(ask.key, ask.path("sha256"))))


async def _append(house: House, request: Request) -> Response:
    key = house.device(request)
    offset = whole_number(request.headers.get("upload-offset"))
    checksum = _checksum(request.headers.get("upload-checksum", ""))
    attempt = whole_number(request.headers.get("upload-attempt", "0"))
    chunk = await body_of(request, MAX_CHUNK)
    house.measures.moved("in", len(chunk))
    sha256 = request.path_params["sha256"]
    state = await house.workers.run(house.centre.blobs.append, key, sha256, offset, chunk, checksum, attempt)
    return Response(status_code=204, headers=_headers(state))


async def _read(house: House, request: Request) -> Response:
    key = house.device(request)
    path = await house.workers.run(house.centre.blobs.readable, key, request.path_params["sha256"])
    part = part_of(path, request.headers.get("range"))
    house.measures.moved("out", part.size)
    return PartAnswer(house.workers, part)


class PartAnswer(StreamingResponse):
    """The bytes of a part of a file, piece by piece; the file is let go with the peer, whatever became of it."""

    def __init__(self, workers: Workers, part: FilePart) -> None:
        self._content = _content(workers, part)
        super().__init__(self._content, part.status, part.headers, "application/octet-stream")

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async with aclosing(self._content):
            await super().__call__(scope, receive, send)


async def _content(workers: Workers, part: FilePart) -> AsyncGenerator[bytes, None]:
    with part.path.open("rb") as file:
        file.seek(part.first)
        left = part.size
        while left > 0 and (piece := await workers.run(file.read, min(left, _PIECE))):
            left -= len(piece)
            yield piece


def _headers(state: BlobState) -> dict[str, str]:
    headers = {"Upload-Offset": str(state.offset), "Upload-Length": str(state.size), "Cache-Control": "no-store"}
    return headers | {"Upload-State": "stored" if state.stored else "partial"}


def _checksum(header: str) -> bytes:
    """The digest of `sha256 <base64>` (or hex, which is as good)."""
    kind, _, text = header.strip().partition(" ")
    try:
        digest = bytes.fromhex(text) if len(text) == 64 else base64.b64decode(text.encode("ascii"), validate=True)
    except (UnicodeEncodeError, ValueError, binascii.Error) as error:
        raise Refusal(400, "bad_request", "Upload-Checksum: sha256 <base64>") from error
    if kind.lower() != "sha256" or len(digest) != 32:
        raise Refusal(400, "bad_request", "Upload-Checksum: sha256 <base64>")
    return digest


_FILE = "/v1/blobs/{sha256}"
DOORS = (
    Door(
        *("POST", "/v1/blobs", "Offers a file; 201 when it is new."),
        work=_offer, asks=BlobOffer, answers=BlobState, also=(201,), refuses=(422, 507),
    ),
    Door("HEAD", _FILE, "How much of a file is here.", work=_state),
    Door(
        *("PATCH", _FILE, "The next chunk of a file."),
        serve=_append, asks=bytes, status=204, most=MAX_CHUNK,
        headers=(("Upload-Offset", "figure"), ("Upload-Checksum", "checksum"), ("Upload-Attempt", "figure?")),
        refuses=(409, 422, 460, 507),
    ),
    Door(
        *("GET", _FILE, "A file, or one range of it."),
        serve=_read, answers=bytes, also=(206,), headers=(("Range", "range?"),), refuses=(416,),
    ),
)  # fmt: skip
