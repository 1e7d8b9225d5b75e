"""Peers that speak in crumbs, do not listen or hold many lines: others are served, and memory is bounded."""

import logging
import os
import select
import socket
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import replace

import psutil
import pytest
import requests

from desktop.letters.mutations import FilePart
from sync.server.centre import Centre
from sync.server.database import make_engine
from sync.server.limits import Bodies, Crowd
from sync.server.refusal import Refusal
from sync.server.running import Beside, beside
from sync.wire.codec import decode, encode
from sync.wire.messages import MEDIA_TYPE, Problem
from tests.helpers.direct import UNHURRIED
from tests.sync.server.town import IDS, REGISTRY, MiniDesk, Town
from tests.sync.server.unchanged import fingerprint, refusals

HURRIED = replace(UNHURRIED, header_seconds=3.0, body_seconds=3.0, answer_seconds=3.0, device_open=8, address_open=32)
"""Three seconds where a real centre waits a minute: long for who is honest, on a busy machine too."""
MOST = 60.0
"""Seconds after which a test gives up; none of them comes near."""
FILE = b"%PDF" + bytes(48 << 20)


@pytest.fixture(scope="module")
def centre(centre_url: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Beside]:
    with beside(Centre(make_engine(centre_url, 8), tmp_path_factory.mktemp("blobs")), limits=HURRIED) as running:
        yield running


@pytest.fixture(scope="module")
def town(centre: Beside) -> Town:
    return Town(centre)


@pytest.fixture
def desk(town: Town) -> MiniDesk:
    return town.desk(REGISTRY)


@pytest.fixture
def calm(town: Town) -> Iterator[Callable[[], None]]:
    """Another desk, which works on whatever the slow ones do."""
    other = town.desk(REGISTRY, counter="C9")

    def works() -> None:
        for letter in [other.register()]:
            other.endorse(letter)
        other.sync()
        assert {result.status for result in other.results.values()} <= {"applied", "flagged"}

    works()
    yield works
    works()


def line(url: str, room: int | None = None) -> socket.socket:
    """A plain connection; `room`: bytes that the kernel takes in for it."""
    host, port = url.removeprefix("http://").split(":")
    one = socket.socket()
    if room:
        one.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, room)
    one.settimeout(MOST)
    one.connect((host, int(port)))
    return one


def head(desk: MiniDesk, method: str, path: str, *more: str) -> bytes:
    lines = [f"{method} {path} HTTP/1.1", "Host: x", f"Authorization: Bearer {desk.token}", *more]
    return ("\r\n".join(lines) + "\r\n\r\n").encode()


def trickle(slow: list[socket.socket], crumb: bytes = b"a") -> dict[socket.socket, bytes]:
    """A byte on every line now and again, until the other end has answered or ended all of them; what each was told."""
    told: dict[socket.socket, bytes] = {}
    for _ in range(round(MOST / 0.05)):
        waiting = [one for one in slow if one not in told]
        if not waiting:
            return told
        for one in select.select(waiting, [], [], 0.05)[0]:
            told[one] = _heard(one)
        for one in waiting:
            if one not in told:
                _say(one, crumb)
    raise AssertionError(f"{len(slow) - len(told)} of {len(slow)} lines were never ended")


def _heard(one: socket.socket) -> bytes:
    try:
        return one.recv(1 << 16)
    except ConnectionError:
        return b""


def _say(one: socket.socket, crumb: bytes) -> None:
    try:
        one.sendall(crumb)
    except ConnectionError:
        return  # it was ended, and the next look will tell


def test_headers_in_crumbs_are_cut_off(centre: Beside, calm: Callable[[], None]) -> None:
    """A byte now and then does not keep a line alive: the whole header must be there in time."""
    with ExitStack() as stack:
        slow = [stack.enter_context(line(centre.url)) for _ in range(200)]
        for place, one in enumerate(slow):
            one.sendall(b"POST /v1/sync HTTP/1.1\r\nHost: x\r\nX-Slow: " if place % 2 else b"G")
        calm()
        told = trickle(slow)
    assert not any(b" 200 " in answer for answer in told.values())


def test_lines_that_say_nothing_are_cut_off(centre: Beside, calm: Callable[[], None]) -> None:
    with ExitStack() as stack:
        silent = [stack.enter_context(line(centre.url)) for _ in range(100)]
        calm()
        assert [one.recv(100) for one in silent] == [b""] * 100


def test_bodies_in_crumbs_are_refused(
    centre: Beside, town: Town, calm: Callable[[], None], caplog: pytest.LogCaptureFixture
) -> None:
    """With a token and without, 408 in time; nothing of it is written, and each is in the log and counted."""
    desks = [town.desk(REGISTRY, counter=f"S{place}") for place in range(6)]
    before, counted = fingerprint(centre.centre.engine), refusals(centre, "too_slow")
    wanted = (f"Content-Type: {MEDIA_TYPE}", "Content-Length: 60000")
    with caplog.at_level(logging.INFO, "sync"), ExitStack() as stack:
        slow = []
        for place in range(40):
            path = ("/v1/sync", "/v1/blobs", "/v1/signin", "/v1/token")[place % 4]
            slow.append(stack.enter_context(line(centre.url)))
            slow[-1].sendall(head(desks[place % 6], "POST", path, *wanted))
        told = trickle(slow)
    for answer in told.values():
        assert answer.startswith(b"HTTP/1.1 408 ")
        assert b"too_slow" in answer
    assert refusals(centre, "too_slow") == counted + 40
    assert caplog.text.count("code=too_slow") == 40
    assert fingerprint(centre.centre.engine) == before


@pytest.fixture(scope="module")
def reader(centre: Beside, town: Town) -> tuple[MiniDesk, str]:
    """A desk that may read a large file."""
    desk = town.desk(REGISTRY, counter="C7")
    name = desk.send_blob(FILE, 4 << 20)
    desk.register(files=[FilePart(IDS.new(), name, "ใหญ่.pdf", "application/pdf", len(FILE), 1, "file")])
    desk.sync()
    return desk, name


def test_an_answer_that_nobody_reads_waits_on_the_disk_and_not_for_ever(
    centre: Beside, reader: tuple[MiniDesk, str], calm: Callable[[], None], caplog: pytest.LogCaptureFixture
) -> None:
    """What is asked for is many times what the centre grows by, and those who do not listen are let go."""
    desk, name = reader
    process = psutil.Process()
    counted, before = refusals(centre, "not_taken"), process.memory_info().rss
    with caplog.at_level(logging.INFO, "sync"), ExitStack() as stack:
        deaf = [stack.enter_context(line(centre.url, 4096)) for _ in range(HURRIED.device_open)]
        for one in deaf:
            one.sendall(head(desk, "GET", f"/v1/blobs/{name}"))
        calm()
        most = before
        while refusals(centre, "not_taken") < counted + len(deaf):
            most = max(most, process.memory_info().rss)
            os.sched_yield()
        got = [_to_the_end(one) for one in deaf]
    assert all(len(answer) < len(FILE) for answer in got)
    assert caplog.text.count("code=not_taken") == len(deaf)
    print(f"{len(deaf)} deaf readers of {len(FILE) >> 20} MiB: {(most - before) >> 20} MiB more than before")
    assert most - before < len(deaf) * len(FILE) // 4


def _to_the_end(one: socket.socket) -> bytes:
    parts = bytearray()
    try:
        while piece := one.recv(1 << 20):
            parts += piece
    except ConnectionError:
        pass
    return bytes(parts)


def test_who_reads_slowly_but_reads_is_served(centre: Beside, reader: tuple[MiniDesk, str]) -> None:
    """The patience is for a piece, not for the whole."""
    desk, name = reader
    with line(centre.url, 64 << 10) as one:
        one.sendall(head(desk, "GET", f"/v1/blobs/{name}", "Connection: close"))
        got = _to_the_end(one)
    assert got.endswith(FILE[-1000:])
    assert len(got) > len(FILE)


def test_one_desk_may_not_hold_many_lines_and_others_may_have_theirs(
    centre: Beside, desk: MiniDesk, calm: Callable[[], None]
) -> None:
    """Eight wait for news; the ninth is told to come later. News let the eight go, and then all is as before."""
    desk.sync()
    here = requests.get(centre.url + "/v1/wait?head=0", headers={"Authorization": f"Bearer {desk.token}"}, timeout=MOST)
    known = decode(here.content, dict)["head"]
    with ExitStack() as stack:
        held = [stack.enter_context(line(centre.url)) for _ in range(HURRIED.device_open)]
        for one in held:
            one.sendall(head(desk, "GET", f"/v1/wait?head={known}"))
        while centre.measures.registry.get_sample_value("thesaban_desks_waiting") != len(held):
            os.sched_yield()
        refused = desk.send("POST", "/v1/sync", data=encode(desk.request()))
        assert (refused.status_code, decode(refused.content, Problem).code) == (429, "slow_down")
        assert refused.headers["Retry-After"] == "1"
        calm()
        assert all(b" 200 " in one.recv(1 << 16) for one in held)
    desk.sync()


def test_the_crowd_remembers_only_who_is_there() -> None:
    crowd = Crowd()
    with crowd.one(b"a", 2), crowd.one(b"a", 2), crowd.one(b"b", 2):
        with pytest.raises(Refusal) as refused, crowd.one(b"a", 2):
            pass
        assert refused.value.status == 429
    with crowd.one(b"a", 1):
        pass
    assert crowd._peers == {}


def test_the_bodies_of_one_peer_leave_room_for_the_others() -> None:
    bodies, crowd = Bodies(400), Crowd()
    with crowd.one(b"a", 9) as one, crowd.one(b"b", 9) as other:
        greedy, calm = bodies.open(), bodies.open()
        greedy.peer, calm.peer = one, other
        greedy.add(100)
        with pytest.raises(Refusal) as refused:
            greedy.add(1)
        assert refused.value.status == 503
        calm.add(100)
        greedy.close()
        greedy.add(60)
        calm.close()
        greedy.close()
    assert bodies.held == 0
