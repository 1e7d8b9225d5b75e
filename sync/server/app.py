"""The centre as an ASGI application: paths, methods and headers; what they mean is in `centre`."""

import base64
import binascii
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

from sqlalchemy.exc import SQLAlchemyError
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import Route

from desktop.office.clock import utc_text
from sync.server.blobs import MAX_CHUNK
from sync.server.centre import Centre
from sync.server.devices import DeviceKey
from sync.server.heads import Heads
from sync.server.http import Watch, answer, body_of, read, refused
from sync.server.ranges import FilePart, part_of
from sync.server.refusal import Refusal
from sync.server.workers import Workers
from sync.wire.codec import encode
from sync.wire.messages import (
    JSON_TYPE,
    PROTO,
    BlobOffer,
    BlobState,
    EnrolRequest,
    Head,
    Health,
    SignInRequest,
    SyncRequest,
    TokenRequest,
)

_SMALL = 64 << 10
_PIECE = 256 << 10


def build(centre: Centre, workers: Workers, heads: Heads) -> Starlette:
    """The application around an assembled centre; whoever made the parts also closes them."""
    doors = _Doors(centre, workers, heads)
    routes = [
        Route("/v1/health", doors.health, methods=["GET"]),
        Route("/v1/enrol", doors.enrol, methods=["POST"]),
        Route("/v1/token", doors.token, methods=["POST"]),
        Route("/v1/signin", doors.sign_in, methods=["POST"]),
        Route("/v1/sync", doors.sync, methods=["POST"]),
        Route("/v1/wait", doors.wait, methods=["GET"]),
        Route("/v1/blobs", doors.offer_blob, methods=["POST"]),
        Route("/v1/blobs/{sha256}", doors.blob_state, methods=["HEAD"]),
        Route("/v1/blobs/{sha256}", doors.append_blob, methods=["PATCH"]),
        Route("/v1/blobs/{sha256}", doors.read_blob, methods=["GET"]),
    ]
    return Starlette(routes=routes, middleware=[Middleware(Watch)], exception_handlers=_handlers())


def _handlers() -> dict[Any, Callable[[Request, Exception], Awaitable[Response]]]:
    return dict.fromkeys((Refusal, HTTPException, SQLAlchemyError), refused)


class _Doors:
    """One method per path. Blocking work runs in threads; nothing is kept between requests."""

    def __init__(self, centre: Centre, workers: Workers, heads: Heads) -> None:
        self._centre = centre
        self._workers = workers
        self._heads = heads

    async def health(self, request: Request) -> Response:
        try:
            well = await self._workers.run(self._centre.is_well)
        except SQLAlchemyError:
            well = False
        said = Health("ok" if well else "unavailable", PROTO, utc_text(self._centre.clock.now()))
        return Response(encode(said, JSON_TYPE), 200 if well else 503, media_type=JSON_TYPE)

    async def enrol(self, request: Request) -> Response:
        body = await body_of(request, _SMALL)
        return await self._answer(request, lambda: self._centre.identity.enrol(read(request, body, EnrolRequest)))

    async def token(self, request: Request) -> Response:
        body = await body_of(request, _SMALL)
        return await self._answer(request, lambda: self._centre.identity.token(read(request, body, TokenRequest)))

    async def sign_in(self, request: Request) -> Response:
        key = self._device(request)
        body = await body_of(request, _SMALL)
        return await self._answer(
            request, lambda: self._centre.sign_in.sign_in(key, read(request, body, SignInRequest))
        )

    async def sync(self, request: Request) -> Response:
        key = self._device(request)
        body = await body_of(request)

        def work() -> tuple[Response, int]:
            said = self._centre.sync(key, read(request, body, SyncRequest))
            return answer(request, said), said.head

        response, head = await self._workers.run(work)
        self._heads.tell(key.office_id, head)
        return response

    async def wait(self, request: Request) -> Response:
        key = self._device(request)
        known = _figure(request.query_params.get("head"))
        head = await self._workers.run(self._centre.head, key)
        if head == known:
            if self._heads.crowded:
                raise Refusal(503, "busy", headers={"Retry-After": "30"})
            head = await self._heads.wait(key.office_id, known)
        return answer(request, Head(head))

    async def offer_blob(self, request: Request) -> Response:
        key = self._device(request)
        offer = read(request, await body_of(request, _SMALL), BlobOffer)
        state, opened = await self._workers.run(self._centre.blobs.offer, key, offer)
        return answer(request, state, 201 if opened else 200, _upload_headers(state))

    async def blob_state(self, request: Request) -> Response:
        state = await self._workers.run(self._centre.blobs.state, self._device(request), _sha256(request))
        return Response(status_code=200, headers=_upload_headers(state))

    async def append_blob(self, request: Request) -> Response:
        key = self._device(request)
        offset = _figure(request.headers.get("upload-offset"))
        checksum = _checksum(request.headers.get("upload-checksum", ""))
        chunk = await body_of(request, MAX_CHUNK)
        append = self._centre.blobs.append
        state = await self._workers.run(append, key, _sha256(request), offset, chunk, checksum)
        return Response(status_code=204, headers=_upload_headers(state))

    async def read_blob(self, request: Request) -> Response:
        wanted = request.headers.get("range")
        path = await self._workers.run(self._centre.blobs.readable, self._device(request), _sha256(request))
        part = part_of(path, wanted)
        return StreamingResponse(self._content(part), part.status, part.headers, "application/octet-stream")

    async def _content(self, part: FilePart) -> AsyncIterator[bytes]:
        with part.path.open("rb") as file:
            file.seek(part.first)
            left = part.size
            while left > 0 and (piece := await self._workers.run(file.read, min(left, _PIECE))):
                left -= len(piece)
                yield piece

    async def _answer(self, request: Request, work: Callable[[], object]) -> Response:
        return answer(request, await self._workers.run(work))

    def _device(self, request: Request) -> DeviceKey:
        scheme, _, token = request.headers.get("authorization", "").partition(" ")
        if scheme.lower() != "bearer" or not token:
            raise Refusal(401, "token_missing")
        return self._centre.tokens.read(token.strip(), self._centre.clock.now())


def _sha256(request: Request) -> str:
    name: str = request.path_params["sha256"]
    return name


def _upload_headers(state: BlobState) -> dict[str, str]:
    headers = {"Upload-Offset": str(state.offset), "Upload-Length": str(state.size), "Cache-Control": "no-store"}
    return headers | {"Upload-State": "stored" if state.stored else "partial"}


def _figure(text: str | None) -> int:
    if text is None or not (text.isascii() and text.isdigit()) or len(text) > 18:
        raise Refusal(400, "bad_request", "a whole number is missing")
    return int(text)


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
