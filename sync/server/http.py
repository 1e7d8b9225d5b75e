"""Requests in and answers out: bounded bodies, the two encodings, problems."""

import asyncio
import base64
import hashlib
import logging
from typing import Any, TypeVar

from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response

from sync.server.database import passing
from sync.server.logs import FACTS, Facts
from sync.server.refusal import Refusal
from sync.wire.codec import MAX_REQUEST, Malformed, TooLarge, decode, encode
from sync.wire.messages import JSON_TYPE, MEDIA_TYPE, Problem

log = logging.getLogger(__name__)
T = TypeVar("T")

_CODES = {404: "not_found", 405: "method_not_allowed"}


async def body_of(request: Request, limit: int = MAX_REQUEST) -> bytes:
    """The whole body; Refusal 413 as soon as it is longer than `limit`, 408 when it comes too slowly, 503 when all
    bodies together are too much."""
    parts: list[bytes] = []
    size = 0
    try:
        async with asyncio.timeout(request.state.limits.body_seconds):
            async for part in request.stream():
                size += len(part)
                if size > limit:
                    raise Refusal(413, "too_large", f"a body may have {limit} bytes")
                request.state.load.add(len(part))
                parts.append(part)
    except TimeoutError as error:
        raise Refusal(408, "too_slow") from error
    except ClientDisconnect as error:
        raise Refusal(400, "cut_off") from error
    return b"".join(parts)


def read(request: Request, body: bytes, type_: type[T]) -> T:
    """The message in a body of either encoding."""
    media_type = request.headers.get("content-type", "").split(";")[0].strip().lower()
    if media_type not in (MEDIA_TYPE, JSON_TYPE):
        raise Refusal(415, "media_unknown", f"{MEDIA_TYPE} or {JSON_TYPE}")
    try:
        return decode(body, type_, media_type)
    except TooLarge as error:
        raise Refusal(413, "too_large", str(error)) from error
    except Malformed as error:
        raise Refusal(400, "bad_request", "the body is no such message") from error


def answer(request: Request, message: Any, status: int = 200, headers: dict[str, str] | None = None) -> Response:
    """The message in the encoding that was asked for (`Accept`, else that of the request)."""
    wanted = request.headers.get("accept", "") + ";" + request.headers.get("content-type", "")
    media_type = JSON_TYPE if JSON_TYPE in wanted and MEDIA_TYPE not in wanted else MEDIA_TYPE
    body = encode(message, media_type)
    digest = base64.b64encode(hashlib.sha256(body).digest()).decode("ascii")
    return Response(body, status, {"Content-Digest": f"sha-256=:{digest}:", **(headers or {})}, media_type)


async def refused(request: Request, error: Exception) -> Response:
    """The answer to what a handler raised: every failure has a code, none shows its insides."""
    if isinstance(error, Refusal):
        request.state.refusal = error.problem.code
        return answer(request, error.problem, error.status, error.headers)
    if isinstance(error, HTTPException):
        problem = Problem(_CODES.get(error.status_code, "refused"))
        return answer(request, problem, error.status_code, dict(error.headers or {}))
    if isinstance(error, PoolTimeout) or (isinstance(error, DBAPIError) and passing(error)):
        request.state.refusal = "busy"
        cause = error if isinstance(error, PoolTimeout) else error.orig
        state = getattr(cause, "sqlstate", None)
        facts = Facts("database busy or away", id=request.state.id, error=type(cause).__name__, sqlstate=state)
        log.warning(FACTS, facts)
        return answer(request, Problem("busy"), 503, {"Retry-After": "2"})
    raise error
