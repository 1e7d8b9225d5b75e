"""Messages survive both encodings; hostile bytes are refused within bounds, whatever they are."""

import json

import msgspec
import pytest
import zstandard
from hypothesis import given
from hypothesis import strategies as st

from sync.wire.codec import Malformed, TooLarge, decode, encode
from sync.wire.messages import (
    GENESIS,
    JSON_TYPE,
    MEDIA_TYPE,
    Chain,
    Digest,
    EntityRows,
    Entry,
    Problem,
    Result,
    SyncRequest,
    SyncResponse,
    WireMutation,
)

BYTES16 = st.binary(min_size=16, max_size=16)
FIGURES = st.integers(0, (1 << 63) - 1)
ACTS = st.builds(
    WireMutation,
    mseq=FIGURES,
    mut_id=BYTES16,
    type=st.text(max_size=30),
    v=st.integers(0, 99),
    user_id=BYTES16,
    at=st.text(max_size=30),
    body=st.binary(max_size=3000),
    prev_hash=st.just(GENESIS),
    hash=st.binary(min_size=32, max_size=32),
)
REQUESTS = st.builds(
    SyncRequest,
    proto=st.just(1),
    schema=st.just(1),
    device_id=BYTES16,
    feed_epoch=BYTES16,
    chain=st.builds(Chain, FIGURES, st.just(GENESIS)),
    cursors=st.dictionaries(st.text(max_size=20), FIGURES, max_size=5),
    mutations=st.lists(ACTS, max_size=5).map(tuple),
)


@given(REQUESTS, st.sampled_from((MEDIA_TYPE, JSON_TYPE)))
def test_a_request_survives_either_encoding(request: SyncRequest, media_type: str) -> None:
    assert decode(encode(request, media_type), SyncRequest, media_type) == request


@given(st.binary(max_size=300), st.sampled_from((MEDIA_TYPE, JSON_TYPE)))
def test_noise_is_refused_and_nothing_else_happens(noise: bytes, media_type: str) -> None:
    for data in (noise, b"\x28\xb5\x2f\xfd" + noise):
        try:
            decode(data, SyncRequest, media_type)
        except Malformed:
            continue
        raise AssertionError("noise was understood")


@given(REQUESTS, st.data())
def test_a_torn_message_is_refused(request: SyncRequest, data: st.DataObject) -> None:
    whole = encode(request)
    cut = data.draw(st.integers(0, len(whole) - 1))
    with pytest.raises(Malformed):
        decode(whole[:cut], SyncRequest)


def answer(rows: int) -> SyncResponse:
    columns = ("id", "ver", "subject")
    made = tuple((place.to_bytes(16), 1, "เรื่อง ขอความอนุเคราะห์") for place in range(rows))
    entries = tuple(Entry("registry/normal", "letter", row[0], place, "P", 1) for place, row in enumerate(made, 1))
    return SyncResponse(
        results=(Result(1, "rejected", 0, "letters.gone", {"n": 1}),),
        buckets=("registry/normal",),
        entries=entries,
        rows=(EntityRows("letter", columns, made),),
        upto=rows,
        head=rows,
        more=False,
        digests={"registry/normal": Digest(rows, (1 << 64) - 1)},
        leases=(),
        durable_through=rows,
        server_time="2026-11-11T02:14:00.000000Z",
        feed_epoch=bytes(16),
    )


def test_an_answer_survives_and_long_ones_are_compressed() -> None:
    short, long = encode(answer(1)), encode(answer(500))
    assert decode(short, SyncResponse) == answer(1)
    assert decode(long, SyncResponse) == answer(500)
    assert short[:4] != long[:4] == b"\x28\xb5\x2f\xfd"
    assert len(long) < len(msgspec.msgpack.encode(answer(500))) / 4


def test_the_mirror_is_plain_json() -> None:
    mirror = json.loads(encode(answer(1), JSON_TYPE))
    assert mirror["rows"][0]["columns"] == ["id", "ver", "subject"]
    assert mirror["digests"]["registry/normal"] == [1, (1 << 64) - 1]


def test_a_frame_that_grows_beyond_the_bound_is_refused_by_its_header() -> None:
    bomb = zstandard.compress(bytes(64 << 20))
    with pytest.raises(TooLarge):
        decode(bomb, Problem, limit=1 << 20)


def test_a_frame_that_lies_about_its_size_is_refused() -> None:
    frame = bytearray(zstandard.ZstdCompressor(level=1).compress(bytes(70_000)))
    size = zstandard.frame_content_size(bytes(frame))
    place = bytes(frame).index((size).to_bytes(4, "little"))
    frame[place : place + 4] = (70_001).to_bytes(4, "little")
    with pytest.raises(Malformed):
        decode(bytes(frame), Problem)


def test_a_message_from_a_newer_program_is_understood_without_what_is_new() -> None:
    newer = msgspec.msgpack.encode({"code": "busy", "detail": "", "data": None, "colour": "blue"})
    assert decode(newer, Problem) == Problem("busy")


def test_a_message_from_an_older_program_is_understood_with_defaults() -> None:
    assert decode(msgspec.msgpack.encode({"mseq": 1, "status": "applied"}), Result) == Result(1, "applied")


def test_json_that_is_too_long_is_refused_unread() -> None:
    with pytest.raises(TooLarge):
        decode(b" " * 101, Problem, JSON_TYPE, limit=100)
