"""One question to a network scanner and its answer, both bounded: a scanner is a stranger in the office's network."""

from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from time import monotonic
from urllib.parse import urljoin, urlsplit, urlunsplit

import requests
from urllib3.exceptions import HTTPError

from desktop.office.errors import OfficeError

_CONNECT_S = 4.0
_CHUNK = 1 << 16
ROOT = "eSCL"
"""Where scanners answer who do not tell another place."""


class Trouble(Exception):
    """A code of the scanner port, and what was seen."""

    def __init__(self, code: str, words: str = "") -> None:
        super().__init__(code, words)
        self.code, self.words = code, words


@dataclass(frozen=True)
class Reply:
    status: int
    headers: Mapping[str, str]
    """Their names in any case."""
    body: bytes


def base_of(typed: str) -> str:
    """Where a scanner answers, from what a person types: a name, a number, with or without a port or a whole address.

    OfficeError `scanner.bad_address`.
    """
    whole = typed.strip() if "://" in typed else f"http://{typed.strip()}"
    try:
        parts = urlsplit(whole)
        port = f":{parts.port}" if parts.port else ""
    except ValueError as error:
        raise OfficeError("scanner.bad_address", address=typed) from error
    name = parts.hostname or ""
    if parts.scheme not in ("http", "https") or not name or parts.username or any(one.isspace() for one in name):
        raise OfficeError("scanner.bad_address", address=typed)
    host = f"[{name}]" if ":" in name else name
    return f"{parts.scheme}://{host}{port}/{parts.path.strip('/') or ROOT}"


def ask(method: str, url: str, *, most: int, seconds: float, body: bytes | None = None) -> Reply:
    """The answer, of at most `most` bytes and within `seconds`.

    It never follows to another host, nor goes through a proxy. Trouble `scanner.offline` when nobody answers,
    `scanner.io` when the answer is cut, `scanner.unbelievable` when it is longer.
    """
    begun = monotonic()
    headers = {"Accept-Encoding": "identity", "Connection": "close", "Content-Type": "text/xml"}
    with requests.Session() as session:
        session.trust_env = False
        try:
            response = session.request(
                method, url, data=body, headers=headers, timeout=(_CONNECT_S, seconds), stream=True,
                allow_redirects=False,
            )  # fmt: skip
        except requests.RequestException as error:
            raise Trouble("scanner.offline", type(error).__name__) from error
        with closing(response):
            return Reply(response.status_code, response.headers, _read(response, most, begun + seconds))


def _read(response: requests.Response, most: int, deadline: float) -> bytes:
    """The bytes as they travel: what says it is packed is not unpacked here."""
    body = bytearray()
    try:
        for piece in response.raw.stream(_CHUNK, decode_content=False):
            body += piece
            if len(body) > most:
                raise Trouble("scanner.unbelievable", f"more than {most} bytes")
            if monotonic() > deadline:
                raise Trouble("scanner.io", "too slow")
    except (HTTPError, OSError) as error:
        raise Trouble("scanner.io", type(error).__name__) from error
    return bytes(body)


def beside(base: str, location: str) -> str:
    """A place the scanner tells of, on the host it was reached at: it may know itself by a name that leads nowhere."""
    reached, place = urlsplit(base), urlsplit(urljoin(f"{base}/", location))
    return urlunsplit((reached.scheme, reached.netloc, place.path, "", ""))
