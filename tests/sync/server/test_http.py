"""The door: hostile bytes get a clear answer and change nothing; every answer can be found again in the log."""

import json
import logging
import random
import socket
import threading
from concurrent.futures import ThreadPoolExecutor

import msgspec
import pytest
import requests
import zstandard

from desktop.office.clock import from_utc_text
from sync.server.devices import DeviceKey
from sync.server.running import Beside
from sync.wire.codec import MAX_DECODED, MAX_REQUEST, decode, encode
from sync.wire.messages import JSON_TYPE, MEDIA_TYPE, Head, Health, LeaseWish, Problem, SyncResponse
from tests.sync.server.town import CLOCK, LETTERS, REGISTRY, MiniDesk, Town, this_year

PATHS = ("/v1/enrol", "/v1/token", "/v1/signin", "/v1/sync", "/v1/blobs")
SEED = random.Random(11)
GARBAGE = {
    "nothing": b"",
    "html": b"<html>please log in to the hotel</html>",
    "noise": SEED.randbytes(5000),
    "list": msgspec.msgpack.encode([1, 2, 3]),
    "wrong fields": msgspec.msgpack.encode({"proto": "one", "code": 5, "device_id": None}),
    "deep": b"\x91" * 50_000,
    "huge length": b"\xdf\xff\xff\xff\xff",
    "torn frame": zstandard.compress(b"x" * 5000)[:-7],
    "unknown size": zstandard.ZstdCompressor(write_content_size=False).compress(b"x" * 5000),
    "two frames": zstandard.compress(b"x" * 50) * 2,
    "lying frame": b"\x28\xb5\x2f\xfd" + SEED.randbytes(60),
}


@pytest.fixture(scope="module")
def stranger(server: Beside) -> MiniDesk:
    """A desk that means no good; it needs no office of its own."""
    return Town(server).registry()


def row_count(server: Beside) -> int:
    with server.centre.engine.connect() as connection:
        return int(connection.exec_driver_sql("SELECT sum(head) FROM office_head").scalar() or 0)


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("kind", GARBAGE)
def test_garbage_is_refused_with_a_problem_and_changes_nothing(
    server: Beside, stranger: MiniDesk, path: str, kind: str
) -> None:
    before = row_count(server)
    for media_type in (MEDIA_TYPE, JSON_TYPE):
        response = stranger.send("POST", path, data=GARBAGE[kind], headers={"Content-Type": media_type})
        assert response.status_code == 400
        assert response.headers["Content-Type"] == media_type
        assert decode(response.content, Problem, media_type).code == "bad_request"
    assert row_count(server) == before


def test_a_bomb_is_refused_before_it_is_unpacked(town: Town) -> None:
    bomb = zstandard.compress(bytes(1 << 30))
    assert len(bomb) < MAX_REQUEST < MAX_DECODED < 1 << 30
    response = town.registry().send("POST", "/v1/sync", data=bomb)
    assert (response.status_code, decode(response.content, Problem).code) == (413, "too_large")


def test_a_body_beyond_the_bound_is_refused_while_it_comes(town: Town) -> None:
    desk = town.registry()
    response = desk.send("POST", "/v1/sync", data=bytes(MAX_REQUEST + 1))
    assert (response.status_code, decode(response.content, Problem).code) == (413, "too_large")


@pytest.mark.parametrize("media_type", ["", "text/html", "application/x-www-form-urlencoded", "multipart/form-data"])
def test_another_media_type_is_refused(stranger: MiniDesk, media_type: str) -> None:
    response = stranger.send("POST", "/v1/sync", data=b"x", headers={"Content-Type": media_type})
    assert (response.status_code, decode(response.content, Problem).code) == (415, "media_unknown")


@pytest.mark.parametrize(
    ("method", "path", "status", "code"),
    [
        ("GET", "/", 404, "not_found"),
        ("GET", "/v1/../../etc/passwd", 404, "not_found"),
        ("GET", "/v1/sync", 405, "method_not_allowed"),
        ("DELETE", "/v1/health", 405, "method_not_allowed"),
        ("GET", "/v1/wait", 400, "bad_request"),
        ("GET", "/v1/wait?head=ten", 400, "bad_request"),
        ("GET", "/v1/wait?head=" + "9" * 40, 400, "bad_request"),
        ("GET", "/v1/wait?head=%D9%A1", 400, "bad_request"),
    ],
)
def test_what_is_not_there_is_a_problem_too(stranger: MiniDesk, method: str, path: str, status: int, code: str) -> None:
    response = stranger.send(method, path)
    assert (response.status_code, decode(response.content, Problem).code) == (status, code)


def test_the_mirror_in_json_says_the_same(town: Town) -> None:
    registry, reader = town.registry(), town.desk(REGISTRY)
    registry.register("ขอเชิญประชุม")
    registry.sync()
    packed = reader.post("/v1/sync", reader.request(), SyncResponse)
    headers = {"Content-Type": JSON_TYPE, "Accept": JSON_TYPE}
    body = encode(reader.request(), JSON_TYPE)
    mirror = json.loads(reader.send("POST", "/v1/sync", data=body, headers=headers).content)
    plain = json.loads(encode(packed, JSON_TYPE))
    del mirror["server_time"], plain["server_time"]
    assert mirror == plain
    assert "ขอเชิญประชุม" in json.dumps(mirror, ensure_ascii=False)


def test_health_is_for_everybody(server: Beside) -> None:
    response = requests.get(server.url + "/v1/health", timeout=180)
    health = decode(response.content, Health, JSON_TYPE)
    assert (response.status_code, health.status, health.proto) == (200, "ok", 1)
    assert abs((from_utc_text(health.server_time) - CLOCK.now()).total_seconds()) < 60


def test_every_answer_bears_the_id_that_the_log_has(town: Town, caplog: pytest.LogCaptureFixture) -> None:
    desk = town.registry()
    with caplog.at_level(logging.INFO, "sync.server.requests"):
        response = desk.send("POST", "/v1/sync", data=encode(desk.request()))
        _settled(caplog, response.headers["X-Request-Id"])
    assert f"id={response.headers['X-Request-Id']} method=POST path=/v1/sync status=200" in caplog.text


def _settled(caplog: pytest.LogCaptureFixture, request_id: str) -> None:
    """The line is written after the answer is sent."""
    for _ in range(1_000_000):
        if request_id in caplog.text:
            return


def test_logs_hold_nothing_that_people_typed(town: Town, caplog: pytest.LogCaptureFixture) -> None:
    desk = town.registry()
    with caplog.at_level(logging.DEBUG, "sync"):
        desk.register("นายเอกสมมติ ขอสำเนาโฉนด")
        desk.register("เสีย\0หาย นายเอกสมมติ")
        desk.sync()
        desk.send("POST", "/v1/signin", data=encode({"login": "นายเอกสมมติ", "password": "ลับสุดยอด"}))
        desk.send("GET", "/v1/blobs/นายเอกสมมติ?name=นายเอกสมมติ")
    assert "act fell" in caplog.text
    for word in ("นายเอกสมมติ", "โฉนด", "ลับสุดยอด", "\\u0e19", "%E0%B8"):
        assert word not in caplog.text


def test_a_waiting_desk_is_told_of_a_write_at_once(town: Town) -> None:
    registry, waiting = town.registry(), town.desk(REGISTRY)
    head = waiting.sync().head
    with ThreadPoolExecutor(1) as pool:
        news = pool.submit(waiting.send, "GET", f"/v1/wait?head={head}")
        registry.register()
        registry.sync()
        answer = decode(news.result(60).content, Head)
    assert answer.head > head


def test_a_waiting_desk_hears_of_writes_of_other_processes(town: Town) -> None:
    registry, waiting = town.registry(), town.desk(REGISTRY)
    head = waiting.sync().head
    registry.register()
    request = registry.request()
    with ThreadPoolExecutor(1) as pool:
        news = pool.submit(waiting.send, "GET", f"/v1/wait?head={head}")
        town.server.centre.sync(DeviceKey(town.office_id, registry.id), request)
        assert decode(news.result(60).content, Head).head > head


def test_who_is_behind_is_answered_at_once(town: Town) -> None:
    desk = town.registry()
    head = desk.sync().head
    assert decode(desk.send("GET", f"/v1/wait?head={head - 1}").content, Head).head == head
    assert decode(desk.send("GET", f"/v1/wait?head={head + 5}").content, Head).head == head


def test_a_desk_is_not_called_for_what_it_may_not_see(town: Town) -> None:
    registry, division = town.registry(), town.desk(f"unit:{town.eng.hex()}/normal")
    head = division.sync().head
    with ThreadPoolExecutor(1) as pool:
        news = pool.submit(division.send, "GET", f"/v1/wait?head={head}")
        letter = registry.register()
        between = registry.sync().head
        assert not news.done()
        registry.route(letter, town.eng)
        routed = registry.sync().head
        assert head < between < decode(news.result(60).content, Head).head <= routed


def test_a_thousand_small_requests_leave_the_centre_well(town: Town) -> None:
    desk = town.registry()
    lost = threading.Event()

    def knock(place: int) -> int:
        with requests.Session() as session:
            for _ in range(125):
                if session.get(town.server.url + f"/v1/nothing/{place}", timeout=180).status_code != 404:
                    lost.set()
        return place

    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(knock, range(8))) == list(range(8))
    assert not lost.is_set()
    desk.sync()


def test_a_desk_that_hangs_up_in_the_middle_harms_nobody(town: Town) -> None:
    desk = town.registry()
    host, port = town.server.url.removeprefix("http://").split(":")
    head = f"POST /v1/sync HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {desk.token}\r\nContent-Length: 90000\r\n\r\n"
    for _ in range(20):
        with socket.create_connection((host, int(port)), 60) as line:
            line.sendall(head.encode() + bytes(1000))
    desk.sync()


def test_cursors_that_can_not_be_are_taken_for_what_they_may_mean(town: Town) -> None:
    desk = town.registry()
    desk.register()
    desk.sync()
    for cursor in (-5, 1 << 62, (1 << 63) - 1):
        desk.cursors = {REGISTRY: cursor, "unit:someone/secret": 0, "\0": 3}
        answer = desk.post("/v1/sync", desk.request(), SyncResponse)
        assert answer.buckets == tuple(sorted(answer.buckets))
        assert "unit:someone/secret" not in answer.digests


def test_wishes_without_end_are_refused(town: Town) -> None:
    desk = town.registry()
    wishes = [LeaseWish(f"{LETTERS}{place}", this_year()) for place in range(21)]
    response = desk.send("POST", "/v1/sync", data=encode(desk.request(wishes)))
    assert response.status_code == 400
