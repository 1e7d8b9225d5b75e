"""Every way in which a line fails is told as what it is, and nothing is followed, believed or waited for too long."""

import base64
import hashlib
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from desktop.office.clock import ManualClock, SystemClock
from desktop.office.errors import OfficeError
from sync.client.sockets import REST_SECONDS
from sync.client.transport import STALL_SECONDS, WHOLE_SECONDS, Answer, Ask, Transport
from sync.wire.codec import encode
from sync.wire.messages import MEDIA_TYPE, Problem
from tests.helpers.proxy import Fault, proxy_to
from tests.helpers.town import Town
from tests.sync.client.strangers import http, stranger

ASK = Ask("GET", "/v1/wait?head=0", read_seconds=60)
OURS = f"Content-Type: {MEDIA_TYPE}"


@contextmanager
def transport_to(url: str) -> Iterator[Transport]:
    transport = Transport(url, SystemClock())
    yield transport
    transport.close()


def failure_at(url: str, ask: Ask = ASK, limit: int = 1 << 20) -> OfficeError:
    with transport_to(url) as transport, pytest.raises(OfficeError) as told:
        transport.exchange(ask, limit)
    return told.value


def test_nobody_listens() -> None:
    assert failure_at("http://127.0.0.1:9").code == "post.no_line"


@pytest.mark.parametrize("address", ["", "ไม่ใช่ที่อยู่", "ftp://127.0.0.1/", "http://"])
def test_an_address_that_is_none(address: str) -> None:
    assert failure_at(address).code == "post.not_the_centre"


@pytest.mark.parametrize("fault", [Fault(refuse=True), Fault(blackhole=True), Fault(cut_after=0)])
def test_a_broken_line(town: Town, fault: Fault) -> None:
    with proxy_to(town.url) as proxy:
        proxy.set(fault)
        assert failure_at(proxy.url, replace(ASK, read_seconds=0.5)).code == "post.no_line"


def test_a_connection_is_used_again_at_once_but_not_after_a_rest(town: Town) -> None:
    """The centre may be about to end it, and what crosses the end is lost."""
    clock = ManualClock(datetime(2026, 11, 11, tzinfo=UTC))
    with proxy_to(town.url) as proxy:
        transport = Transport(proxy.url, clock)
        opened = []
        for rested in (0.0, REST_SECONDS - 1, REST_SECONDS, 0.0):
            clock.advance(timedelta(seconds=rested))
            with pytest.raises(OfficeError, match="token_missing"):
                transport.exchange(ASK)
            opened.append(proxy.connections)
        transport.close()
    assert opened == [1, 1, 2, 2]


def test_an_answer_cut_anywhere_is_no_answer(town: Town, caplog: pytest.LogCaptureFixture) -> None:
    with proxy_to(town.url) as proxy, transport_to(proxy.url) as transport:
        with pytest.raises(OfficeError, match="token_missing"):
            transport.exchange(ASK)
        for place in (5, 40, proxy.reply_bytes // 2, proxy.reply_bytes - 1):
            proxy.set(Fault(cut_after=place))
            with pytest.raises(OfficeError, match=r"post\.(no_line|not_the_centre)"):
                transport.exchange(ASK)


@pytest.mark.parametrize(
    "reply",
    [
        http("200 OK", b"<html>Please sign in</html>", "Content-Type: text/html"),
        http("302 Found", b"", "Location: http://127.0.0.1:9/login"),
        http("404 Not Found", b"<html>nothing here</html>", "Content-Type: text/html"),
        http("200 OK", b"no message", OURS, "Content-Encoding: gzip"),
        http("403 Forbidden", b"\xc1\xc1\xc1", OURS),
        http("200 OK", b"x" * 5000, OURS),
        http("200 OK", b"\x81\xa4head\x07", OURS, "Content-Digest: sha-256=:AAAA:"),
        http("204 No Content"),
        b"SSH-2.0-OpenSSH_9.2\r\n",
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" * 20,
    ],
    ids=["portal", "redirect", "404", "gzip", "problem", "too large", "digest", "bare", "ssh", "noise"],
)
def test_somebody_else_answers(reply: bytes) -> None:
    with stranger(reply) as url:
        assert failure_at(url, limit=4000).code == "post.not_the_centre"


@pytest.mark.parametrize("status", ["500 Internal Server Error", "502 Bad Gateway", "504 Gateway Timeout"])
def test_a_centre_that_is_down_is_no_line(status: str) -> None:
    with stranger(http(status, b"<html>oops</html>", "Content-Type: text/html")) as url:
        assert failure_at(url).code == "post.no_line"


def test_a_busy_centre_says_when_to_come_again() -> None:
    with stranger(http("503 Service Unavailable", b"", "Retry-After: 7")) as url:
        assert failure_at(url).subject == {"again_after": 7}


def test_a_refusal_carries_its_code_and_data() -> None:
    body = encode(Problem("expected_mseq", "", {"expected": 4}))
    with stranger(http("409 Conflict", body, OURS)) as url:
        error = failure_at(url)
    assert error.code == "post.refused"
    assert error.subject == {"problem": "expected_mseq", "status": 409, "data": {"expected": 4}}


def test_a_right_digest_is_believed() -> None:
    body = b"\x81\xa4head\x07"
    digest = base64.b64encode(hashlib.sha256(body).digest()).decode()
    with stranger(http("200 OK", body, OURS, f"Content-Digest: sha-256=:{digest}:")) as url, transport_to(url) as line:
        answer = line.exchange(ASK)
    assert isinstance(answer, Answer)
    assert answer.body == body


def test_a_centre_that_drips_is_no_line() -> None:
    class Hurrying(ManualClock):
        def monotonic(self) -> float:
            self._monotonic += WHOLE_SECONDS * 0.7
            return self._monotonic

    head = http("200 OK", b"", OURS).replace(b"Content-Length: 0", b"Content-Length: 100000")
    with stranger(head, *[b"x" * 30_000] * 4) as url:
        transport = Transport(url, Hurrying(datetime(2026, 11, 11, tzinfo=UTC)))
        with pytest.raises(OfficeError, match=r"post\.no_line"):
            transport.exchange(Ask("GET", "/"))
        transport.close()


def test_a_stream_that_brings_next_to_nothing_in_a_minute_ends() -> None:
    class Hurrying(ManualClock):
        def monotonic(self) -> float:
            self._monotonic += STALL_SECONDS * 0.4
            return self._monotonic

    head = http("200 OK", b"", OURS).replace(b"Content-Length: 0", b"Content-Length: 100000")
    with stranger(head, *[b"x" * 10] * 6) as url:
        transport = Transport(url, Hurrying(datetime(2026, 11, 11, tzinfo=UTC)))
        with transport.stream(Ask("GET", "/")) as (_, pieces), pytest.raises(OfficeError, match=r"post\.no_line"):
            list(pieces)
        transport.close()


def test_a_waiting_call_can_be_ended_from_outside(town: Town) -> None:
    with proxy_to(town.url) as proxy:
        proxy.set(Fault(blackhole=True))
        transport = Transport(proxy.url, SystemClock())
        told: list[str] = []

        def call() -> None:
            try:
                transport.exchange(replace(ASK, read_seconds=3600))
            except OfficeError as error:
                told.append(error.code)

        thread = threading.Thread(target=call)
        thread.start()
        assert proxy.wait_for_request()
        transport.abort()
        thread.join(60)
        transport.close()
    assert told == ["post.no_line"]


def test_a_closed_transport_speaks_no_more(town: Town) -> None:
    transport = Transport(town.url, SystemClock())
    transport.close()
    with pytest.raises(OfficeError, match=r"post\.no_line"):
        transport.exchange(ASK)
