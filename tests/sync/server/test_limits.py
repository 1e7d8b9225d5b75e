"""Nobody may ask too often, and what is counted for it never grows."""

import socket
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from typing import BinaryIO

import pytest
import requests

from sync.server.centre import Centre
from sync.server.database import make_engine
from sync.server.limits import Bodies, Limits, Meter, Rate, place_of
from sync.server.refusal import Refusal
from sync.server.running import Beside, beside
from sync.wire.codec import decode, encode
from sync.wire.messages import Problem
from tests.sync.server.town import REGISTRY, MiniDesk, Town

SLOW = Rate(a_second=2, at_once=10)
PROXY = "127.0.0.1"


class Now:
    """A moment that moves when told to."""

    def __init__(self) -> None:
        self.at = 1000.0

    def __call__(self) -> float:
        return self.at


@pytest.fixture
def now() -> Now:
    return Now()


@pytest.fixture
def narrow(centre_database: str, tmp_path: Path, now: Now) -> Iterator[Beside]:
    """A centre with little patience, behind a proxy."""
    limits = Limits(SLOW, Rate(2, 40), frozenset({PROXY}), clock=now)
    with beside(Centre(make_engine(centre_database, 4), tmp_path), limits=limits) as running:
        yield running


def asked(desk: MiniDesk, times: int) -> list[int]:
    return [desk.send("GET", "/v1/wait?head=0").status_code for _ in range(times)]


def test_a_desk_that_asks_too_often_is_told_when_to_come_again(narrow: Beside, now: Now) -> None:
    town = Town(narrow)
    desk, other = town.desk(REGISTRY), town.desk(REGISTRY)
    assert asked(desk, 12) == [200] * 10 + [429] * 2
    refused = desk.send("POST", "/v1/sync", data=encode(desk.request()))
    assert decode(refused.content, Problem).code == "slow_down"
    assert refused.headers["Retry-After"] == "1"
    assert asked(other, 3) == [200] * 3
    now.at += 1
    assert asked(desk, 3) == [200, 200, 429]
    now.at += 3600
    assert asked(desk, 12) == [200] * 10 + [429] * 2


def test_strangers_are_counted_by_where_they_come_from(narrow: Beside) -> None:
    def knock(place: str) -> int:
        headers = {"X-Forwarded-For": f"10.9.9.9, {place}"}
        return requests.get(narrow.url + "/v1/health", headers=headers, timeout=180).status_code

    assert [knock("203.0.113.1") for _ in range(42)] == [200] * 40 + [429] * 2
    assert knock("203.0.113.2") == 200
    assert [knock(f"2001:db8:1:2::{host:x}") for host in range(41)][-1] == 429
    assert knock("2001:db8:1:3::1") == 200


def test_a_bad_token_counts_for_the_place_not_for_the_desk(narrow: Beside) -> None:
    desk = Town(narrow).desk(REGISTRY)
    bad = {"Authorization": f"Bearer {desk.token[:-8]}AAAAAAA=", "X-Forwarded-For": "203.0.113.9"}
    assert [desk.send("GET", "/v1/wait?head=0", headers=bad).status_code for _ in range(41)] == [401] * 40 + [429]
    assert asked(desk, 1) == [200]


def knock(url: str, token: str, times: int) -> list[int]:
    """Statuses of so many requests on one line, sent fifty at a time before their answers are read."""
    host, port = url.removeprefix("http://").split(":")
    one = f"GET /v1/wait HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {token}\r\n\r\n".encode()
    statuses: list[int] = []
    with socket.create_connection((host, int(port)), 60) as line, line.makefile("rb") as coming:
        while len(statuses) < times:
            line.sendall(one * 50)
            statuses += (_answer(coming) for _ in range(50))
    return statuses


def _answer(coming: BinaryIO) -> int:
    """The status of the next answer; its body is read past."""
    status = int(coming.readline().split()[1])
    size = 0
    while (head := coming.readline()) != b"\r\n":
        name, _, value = head.partition(b":")
        size = int(value) if name.lower() == b"content-length" else size
    coming.read(size)
    return status


def test_ten_thousand_small_requests_are_mostly_turned_away_and_others_are_served(server: Beside) -> None:
    town = Town(server)
    rude, calm = town.desk(REGISTRY), town.registry()
    began = time.monotonic()
    with ThreadPoolExecutor(8) as pool:
        told = [pool.submit(knock, server.url, rude.token, 1250) for _ in range(8)]
        calm.register()
        calm.sync()
        statuses = [status for one in told for status in one.result()]
    took = time.monotonic() - began
    rate = Limits().device
    assert len(statuses) == 10_000
    assert set(statuses) == {400, 429}
    assert statuses.count(400) <= rate.at_once + rate.a_second * took + 1
    print(f"10,000 small requests: {10_000 / took:.0f} a second, {statuses.count(429)} turned away")


def test_strangers_without_end_do_not_wash_out_who_floods() -> None:
    with closing(Meter()) as meter:
        rate = Rate(1, 5)
        for _ in range(5):
            assert meter.wait(b"flood", rate, 10.0) == 0
        for stranger in range(50_000):
            meter.wait(stranger.to_bytes(4), rate, 10.0)
        assert meter.wait(b"flood", rate, 10.0) == pytest.approx(1)


def test_a_meter_lets_through_exactly_its_rate() -> None:
    with closing(Meter()) as meter:
        rate = Rate(10, 20)
        passed = sum(meter.wait(b"k", rate, 5 + step / 1000) == 0 for step in range(10_000))
        assert passed == 20 + 99


@pytest.mark.parametrize(
    ("peer", "forwarded", "place"),
    [
        ("198.51.100.7", "", "198.51.100.7"),
        ("198.51.100.7", "1.2.3.4", "198.51.100.7"),
        (PROXY, "1.2.3.4, 5.6.7.8", "5.6.7.8"),
        (PROXY, "nonsense", PROXY),
        (PROXY, "", PROXY),
        ("::ffff:198.51.100.7", "", "198.51.100.7"),
        ("2001:db8:1:2:3:4:5:6", "", "2001:db8:1:2::/64"),
        ("", "", ""),
    ],
)
def test_a_place_is_a_network_and_only_a_known_proxy_may_name_it(peer: str, forwarded: str, place: str) -> None:
    assert place_of(peer, forwarded, frozenset({PROXY})) == place


def test_all_bodies_together_are_bounded_and_given_back() -> None:
    bodies = Bodies(400)
    first, second, *others = [bodies.open() for _ in range(5)]
    for one in (first, *others):
        one.add(100)
    with pytest.raises(Refusal) as refused:
        second.add(1)
    assert (refused.value.status, refused.value.headers["Retry-After"]) == (503, "5")
    first.close()
    second.add(60)
    for one in (second, *others):
        one.close()
    assert bodies.held == 0
