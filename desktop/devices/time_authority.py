"""A time stamping authority (RFC 3161) over HTTP: a question goes out, an answer comes back; what it says is judged
where it is used."""

from collections.abc import Callable
from time import monotonic
from typing import TYPE_CHECKING

from desktop.office.errors import OfficeError

if TYPE_CHECKING:
    from requests import Response

QUERY, REPLY = "application/timestamp-query", "application/timestamp-reply"
CONNECT_SECONDS, SILENT_SECONDS, WHOLE_SECONDS = 3.0, 4.0, 8.0
"""Somebody stands before the paper that was just signed: without an answer by then it is stamped later."""
MOST_BYTES = 64 << 10
"""A stamp with the certificates of its authority has a tenth of that."""
_PIECE = 4 << 10


def ask(url: str, question: bytes, now: Callable[[], float] = monotonic) -> bytes:
    """The answer. OfficeError `stamping.no_answer` (no line, too slow, not now), `stamping.bad_answer` (no authority
    answers so: another kind of page, or far too much)."""
    import requests
    from requests.utils import get_environ_proxies

    ends = now() + WHOLE_SECONDS
    try:
        with requests.Session() as session:
            session.trust_env = False  # a .netrc must not put its own words into our questions
            session.proxies.update(get_environ_proxies(url))
            headers = {"Content-Type": QUERY, "Accept": REPLY, "Accept-Encoding": "identity"}
            timeout = (CONNECT_SECONDS, SILENT_SECONDS)
            with session.post(
                url, data=question, headers=headers, timeout=timeout, allow_redirects=False, stream=True
            ) as response:
                return _answer(response, lambda: now() > ends)
    except (requests.RequestException, OSError) as error:
        raise OfficeError("stamping.no_answer") from error


def _answer(response: "Response", late: Callable[[], bool]) -> bytes:
    if response.status_code >= 500:
        raise OfficeError("stamping.no_answer")
    kind = response.headers.get("Content-Type", "").split(";")[0].strip().lower()
    if response.status_code != 200 or kind != REPLY:
        raise OfficeError("stamping.bad_answer")
    body = bytearray()
    for piece in response.iter_content(_PIECE):
        body += piece
        if len(body) > MOST_BYTES:
            raise OfficeError("stamping.bad_answer")
        if late():  # an authority that drips is one that is not there
            raise OfficeError("stamping.no_answer")
    return bytes(body)
