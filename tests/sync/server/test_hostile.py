"""Hostile and broken peers: each is refused in clear words, costs little, is in the log, and has changed no row."""

import random
import socket
import struct
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from datetime import timedelta
from pathlib import Path

import msgspec
import psutil
import pytest
import requests
import zstandard

from desktop.office.clock import SystemClock, utc_text
from sync.server.centre import Centre
from sync.server.database import make_engine
from sync.server.devices import DeviceKey
from sync.server.running import Beside
from sync.wire.codec import MAX_DECODED, MAX_REQUEST, decode, encode
from sync.wire.messages import (
    MEDIA_TYPE,
    MOST_ACTS,
    BlobOffer,
    Chain,
    SyncRequest,
    SyncResponse,
    TokenRequest,
    token_claim,
)
from tests.helpers.serving import serving
from tests.sync.server.town import CLOCK, MiniDesk, Refused, Town
from tests.sync.server.unchanged import fingerprint, nothing_changes, refused, sent

MISSHAPEN = {
    (400, "bad_request"),
    (400, "bad_chain"),
    (401, "signature_bad"),
    (409, "expected_mseq"),
    (409, "device_forked"),
}


@pytest.fixture
def desk(own: Beside) -> MiniDesk:
    desk = Town(own).registry()
    desk.register()
    desk.sync()
    return desk


def test_a_batch_beyond_the_bound(own: Beside, desk: MiniDesk, caplog: pytest.LogCaptureFixture) -> None:
    for _ in range(MOST_ACTS + 1):
        desk.act("letters.endorse", b"\x80")
    request = msgspec.structs.replace(desk.request(), mutations=tuple(desk.outbox))
    with nothing_changes(own, caplog):
        assert sent(desk, request) == (413, "too_large")


def test_an_act_beyond_the_bound(own: Beside, desk: MiniDesk, caplog: pytest.LogCaptureFixture) -> None:
    desk.act("letters.endorse", b"\xc6" + (2 << 20).to_bytes(4) + "นายเอกสมมติ".encode() * 70_000)
    with nothing_changes(own, caplog):
        assert sent(desk, desk.request())[0] in (400, 413)


def test_an_act_that_was_altered_on_its_way(own: Beside, desk: MiniDesk, caplog: pytest.LogCaptureFixture) -> None:
    act = desk.act("letters.endorse", b"\x80")
    for change in ({"body": b"\x81"}, {"type": "letters.route"}, {"user_id": bytes(16)}, {"at": utc_text(CLOCK.now())},
                   {"v": 2}, {"mut_id": bytes(16)}, {"hash": bytes(32)}, {"prev_hash": bytes(32)}, {"mseq": 1 << 62},
                   {"mseq": -1}, {"type": "'; DROP TABLE letter; --"}, {"at": "yesterday"}):  # fmt: skip
        desk.outbox[-1] = msgspec.structs.replace(act, **change)
        if desk.outbox[-1] == act:
            continue
        with nothing_changes(own, caplog):
            status, code = sent(desk, desk.request())
            assert (status, code) in MISSHAPEN, change


def test_somebody_elses_key(own: Beside, desk: MiniDesk, caplog: pytest.LogCaptureFixture) -> None:
    at = utc_text(CLOCK.now())
    other = Town(own).registry()
    forged = TokenRequest(desk.id, at, other.private_key.sign(token_claim(desk.id, at)))
    moved = TokenRequest(desk.id, at, desk.private_key.sign(token_claim(other.id, at)))
    short = TokenRequest(desk.id, at, b"x" * 63)
    with nothing_changes(own, caplog):
        for claim in (forged, moved, short):
            assert refused(desk.send("POST", "/v1/token", data=encode(claim))) == (401, "signature_bad")


def test_a_claim_to_a_token_that_was_heard_before(
    own: Beside, desk: MiniDesk, caplog: pytest.LogCaptureFixture
) -> None:
    at = utc_text(CLOCK.now())
    desk.fetch_token(at)
    with nothing_changes(own, caplog), pytest.raises(Refused) as said:
        desk.fetch_token(at)
    assert (said.value.status, said.value.problem.code) == (401, "token_replayed")


def test_a_token_that_was_altered_or_is_old(own: Beside, desk: MiniDesk, caplog: pytest.LogCaptureFixture) -> None:
    key = DeviceKey(Town(own).office_id, desk.id)
    old, _ = own.centre.tokens.make(key, SystemClock().now() - timedelta(minutes=16))
    good = desk.token
    with nothing_changes(own, caplog):
        for token, code in (
            (old, "token_expired"),
            ("", "token_missing"),
            ("x" * 5000, "token_bad"),
            (good[:-2], "token_bad"),
            ("A" + good[1:] if good[0] != "A" else "B" + good[1:], "token_bad"),
        ):
            desk.token = token
            assert sent(desk, desk.request()) == (401, code)


def test_a_desk_that_speaks_for_another_or_of_another_office(
    own: Beside, desk: MiniDesk, caplog: pytest.LogCaptureFixture
) -> None:
    """The token says who speaks; nothing in a body can say otherwise."""
    other = Town(own).registry()
    sha256 = other.send_blob(b"%PDF of another office")
    with nothing_changes(own, caplog):
        spoken = msgspec.structs.replace(desk.request(), device_id=other.id)
        assert sent(desk, spoken) == (403, "device_mismatch")
        assert desk.send("HEAD", f"/v1/blobs/{sha256}").status_code == 404
        assert refused(desk.send("GET", f"/v1/blobs/{sha256}")) == (404, "not_found")
        foreign, _ = own.centre.tokens.make(DeviceKey(1 << 40, desk.id), SystemClock().now())
        desk.token = foreign
        assert sent(desk, desk.request()) == (403, "device_unknown")


@pytest.mark.parametrize(
    "name", ["../../etc/passwd", "..%2f..%2fetc%2fpasswd", "a" * 63 + "/", "%00" * 8, "A" * 64, "." * 64]
)
def test_names_of_files_that_are_paths(
    own: Beside, desk: MiniDesk, caplog: pytest.LogCaptureFixture, name: str
) -> None:
    root = own.centre.blobs.folder
    before = sorted(root.rglob("*"))
    with nothing_changes(own, caplog):
        assert refused(desk.send("POST", "/v1/blobs", data=encode(BlobOffer(name, 10))))[0] == 400
        assert refused(desk.send("GET", f"/v1/blobs/{name}"))[0] in (400, 404)
    assert sorted(root.rglob("*")) == before


def bombs() -> dict[str, bytes]:
    """Small requests that mean to become large ones."""
    zeros = zstandard.compress(bytes(1 << 30))
    packed = zstandard.ZstdCompressor(level=1)
    lie = bytearray(packed.compress(bytes(70_000)))
    place = bytes(lie).index((70_000).to_bytes(4, "little"))
    lie[place : place + 4] = (100).to_bytes(4, "little")
    window = zstandard.ZstdCompressor(
        compression_params=zstandard.ZstdCompressionParameters(window_log=27, enable_ldm=True, write_content_size=True)
    )
    return {
        "a gibibyte of nothing": zeros,
        "a bomb in a bomb": zstandard.compress(zeros),
        "a size that is a lie": bytes(lie),
        "a size that is a large lie": b"\x28\xb5\x2f\xfd\xa0" + struct.pack("<I", MAX_DECODED) + zeros[9:],
        "no size": zstandard.ZstdCompressor(write_content_size=False).compress(bytes(1 << 28)),
        "a huge window": window.compress(random.Random(3).randbytes(2 << 20) * 2),
        "a frame that is skipped": b"\x50\x2a\x4d\x18\xff\xff\xff\x7f" + bytes(100),
        "nested msgpack": b"\x91" * 3_000_000,
        "nested maps": b"\x81\xa1a" * 1_000_000,
        "a map of billions": b"\xdf\xff\xff\xff\xff" + b"\xa1a\x01" * 1000,
        "a list of billions": b"\xdd\xff\xff\xff\xff",
        "a text of billions": b"\x81\xa5proto\xdb\xff\xff\xff\xff",
        "millions of cursors": encode_cursors(1_000_000),
        "millions of unknown fields": b"\xdf" + (1_000_000).to_bytes(4) + b"\xa1a\x01" * 1_000_000,
    }


def encode_cursors(count: int) -> bytes:
    known = SyncRequest(1, 1, bytes(16), bytes(16), Chain(0, bytes(32)), {})
    fields = msgspec.to_builtins(known, builtin_types=(bytes,)) | {"cursors": {f"{n:x}": 0 for n in range(count)}}
    return zstandard.compress(msgspec.msgpack.encode(fields))


@pytest.mark.parametrize("kind", bombs())
def test_a_bomb_is_refused(own: Beside, desk: MiniDesk, caplog: pytest.LogCaptureFixture, kind: str) -> None:
    bomb = bombs()[kind]
    assert len(bomb) < MAX_REQUEST
    with nothing_changes(own, caplog):
        status, code = refused(desk.send("POST", "/v1/sync", data=bomb))
        assert (status, code) in {(400, "bad_request"), (413, "too_large"), (403, "device_mismatch")}


def test_deep_json_is_refused(own: Beside, desk: MiniDesk, caplog: pytest.LogCaptureFixture) -> None:
    headers = {"Content-Type": "application/json", "Accept": MEDIA_TYPE}
    with nothing_changes(own, caplog):
        for body in (
            b"[" * 1_000_000,
            b'{"a":' * 500_000,
            b'{"proto": 1e999}',
            b'{"proto": NaN}',
            b'"' + b"\xff" * 100 + b'"',
        ):
            assert refused(desk.send("POST", "/v1/sync", data=body, headers=headers)) == (400, "bad_request")


def test_bombs_from_all_sides_cost_a_bounded_memory(centre_database: str, tmp_path: Path) -> None:
    """A process of its own is bombed from sixteen lines at once; it may grow by what sixteen threads may unpack."""
    with serving(centre_database, tmp_path) as running:
        engine = make_engine(centre_database, 2)
        desk = Town(Beside(running.url, Centre(engine, tmp_path))).registry()
        engine.dispose()
        process = psutil.Process(running.process.pid)
        loads = list(bombs().values())
        full = zstandard.compress(msgspec.msgpack.encode({"proto": 1, "pad": bytes(MAX_DECODED - 100)}))

        def throw(place: int) -> set[int]:
            return {desk_of(desk, load).status_code for load in (*loads[place % len(loads) :], full, full)}

        throw(0)
        before = process.memory_info().rss
        with ThreadPoolExecutor(16) as pool:
            statuses = set().union(*pool.map(throw, range(16)))
        grown = (process.memory_info().rss - before) >> 20
        assert statuses <= {400, 403, 413, 429, 503}
        assert requests.get(running.url + "/v1/health", timeout=180).status_code == 200
        print(f"sixteen lines of bombs: {grown} MiB more than before, {process.memory_info().rss >> 20} in all")
        assert grown < 350


def desk_of(desk: MiniDesk, load: bytes) -> requests.Response:
    """A request on a line of its own."""
    headers = {"Content-Type": MEDIA_TYPE, "Authorization": f"Bearer {desk.token}"}
    return requests.post(desk.url + "/v1/sync", data=load, headers=headers, timeout=180)


def test_a_clock_four_hundred_days_off(own: Beside, desk: MiniDesk, caplog: pytest.LogCaptureFixture) -> None:
    for days in (400, -400):
        with nothing_changes(own, caplog), pytest.raises(Refused) as said:
            desk.fetch_token(utc_text(CLOCK.now() + timedelta(days=days)))
        assert (said.value.status, said.value.problem.code) == (401, "clock_off")
        assert said.value.problem.data
        assert said.value.problem.data["server_time"]


def lines(own: Beside, count: int) -> ExitStack:
    """Connections that say something and then nothing."""
    stack = ExitStack()
    host, port = own.url.removeprefix("http://").split(":")
    for place in range(count):
        line = stack.enter_context(socket.create_connection((host, int(port)), 60))
        line.sendall(b"POST /v1/sync HTTP/1.1\r\nHost: x\r\n" if place % 2 else b"G")
    return stack


def test_many_lines_that_say_nothing_hold_nobody_up(own: Beside, desk: MiniDesk) -> None:
    with lines(own, 400):
        desk.register()
        desk.sync()


def test_a_header_that_never_ends_is_cut(own: Beside, desk: MiniDesk, caplog: pytest.LogCaptureFixture) -> None:
    host, port = own.url.removeprefix("http://").split(":")
    before = fingerprint(own.centre.engine)
    with socket.create_connection((host, int(port)), 60) as line:
        line.sendall(b"GET /v1/health HTTP/1.1\r\nHost: x\r\nX-Long: ")
        try:
            for _ in range(64):
                line.sendall(b"a" * 65_536)
            told = line.recv(1000)
        except ConnectionError:
            told = b""
    assert not told or told.startswith((b"HTTP/1.1 431", b"HTTP/1.1 400"))
    assert fingerprint(own.centre.engine) == before
    desk.sync()


def test_a_line_half_closed_in_the_middle_of_a_body(
    own: Beside, desk: MiniDesk, caplog: pytest.LogCaptureFixture
) -> None:
    host, port = own.url.removeprefix("http://").split(":")
    body = encode(desk.request())
    head = f"POST /v1/sync HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {desk.token}\r\nContent-Type: {MEDIA_TYPE}\r\n"
    with nothing_changes(own, caplog):
        for _ in range(10):
            with socket.create_connection((host, int(port)), 60) as line:
                line.sendall(f"{head}Content-Length: {len(body) + 1}\r\n\r\n".encode() + body)
                line.shutdown(socket.SHUT_WR)
                told = b"".join(iter(lambda: line.recv(1 << 16), b""))
                assert not told or b" 400 " in told.splitlines()[0]
        desk.send("GET", "/v1/health")


@pytest.mark.parametrize("schema", [0, 1, 99, 1 << 40])
def test_acts_of_a_schema_from_the_future_are_always_accepted_and_kept(
    desk: MiniDesk, own: Beside, schema: int
) -> None:
    """What a newer desk did is kept whole for a newer centre; fields that nobody knows do no harm."""
    body = msgspec.msgpack.encode({"letter_id": bytes(16), "colour": "blue"})
    act = desk.act("letters.paint", body, version=7)
    known = desk.act("letters.endorse", b"\x80", version=99)
    fields = msgspec.to_builtins(desk.request(), builtin_types=(bytes,))
    fields |= {"schema": schema, "mood": {"hue": [1, 2]}}
    fields["mutations"] = [{**one, "weight": 3} for one in fields["mutations"]]
    answer = decode(desk.send("POST", "/v1/sync", data=msgspec.msgpack.encode(fields)).content, SyncResponse)
    assert [(one.status, one.code) for one in answer.results] == [("rejected", "unknown_type")] * 2
    with own.centre.engine.connect() as connection:
        kept = connection.exec_driver_sql(
            "SELECT type, v, body FROM mutation WHERE mut_id IN (%s, %s) ORDER BY mseq", (act.mut_id, known.mut_id)
        ).all()
    assert [tuple(row) for row in kept] == [("letters.paint", 7, body), ("letters.endorse", 99, b"\x80")]
    desk.take_in(answer)
    desk.register()
    desk.sync()
    assert desk.results[desk.mseq].status == "applied"
