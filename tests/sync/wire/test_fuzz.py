"""Whatever bytes come, a decoder says a message or Malformed: recordings with bits, bytes and whole values changed."""

import tracemalloc
from typing import Any

import msgspec
import pytest
import zstandard
from hypothesis import given
from hypothesis import strategies as st

from sync.wire import messages
from sync.wire.codec import Malformed, decode
from sync.wire.messages import JSON_TYPE, MEDIA_TYPE
from tests.sync.wire.captures import RELEASES
from tests.sync.wire.meaning import ANSWERED, ASKED, name_of
from tests.sync.wire.test_golden import TODAY

KINDS = sorted({*ASKED.values(), *ANSWERED.values(), "Problem"})
ODD: list[Any] = [None, True, -1, 1 << 63, (1 << 64) - 1, -(1 << 63), 0.0, float("nan"), float("inf"), "", "\0", b""]
ODD += ["'; DROP TABLE letter; --", "office_id", "เ" * 300, b"\xff" * 40, [], {}, [[]] * 20, {"": None}, {1: 2}]
LIMIT = 1 << 20


def recorded() -> dict[str, list[bytes]]:
    """Bodies of each message, unpacked from their frames."""
    found: dict[str, list[bytes]] = {name: [] for name in KINDS}
    for one in (exchange for release in RELEASES for exchange in release.exchanges()):
        if one.asked and one.door in ASKED and one.headers.get("Content-Type") == MEDIA_TYPE:
            found[ASKED[one.door]].append(plain(one.asked))
        name = name_of(one, one.status)
        if name and one.answered and one.type != JSON_TYPE:
            found[name].append(plain(one.answered))
    found["Health"].append(msgspec.msgpack.encode(messages.Health("ok", 1, "2026-11-21T08:39:23.154929Z")))
    return found


def plain(data: bytes) -> bytes:
    return zstandard.decompress(data) if data[:4] == b"\x28\xb5\x2f\xfd" else data


BODIES = recorded()


def understood_or_malformed(data: bytes, name: str, media_type: str = MEDIA_TYPE) -> Any:
    try:
        return decode(data, getattr(TODAY, name), media_type, LIMIT)
    except Malformed:
        return None


@st.composite
def bent(draw: st.DrawFn, whole: bytes) -> bytes:
    """The bytes with a few changed, cut out, doubled or put in."""
    data = bytearray(whole)
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, max(len(data) - 1, 0)))
        match draw(st.sampled_from(("flip", "cut", "put", "double", "end"))):
            case "flip" if data:
                data[at] ^= draw(st.integers(1, 255))
            case "cut":
                del data[at : at + draw(st.integers(1, 20))]
            case "put":
                data[at:at] = draw(st.binary(min_size=1, max_size=20))
            case "double":
                data[at:at] = data[at : at + 40]
            case _:
                del data[at:]
    return bytes(data)


@st.composite
def altered(draw: st.DrawFn, value: Any) -> Any:
    """The value with one part of it, somewhere inside, replaced by something odd, left out, or joined by a stranger."""
    if isinstance(value, dict) and value and draw(st.integers(0, 3)):
        key = draw(st.sampled_from(sorted(value, key=str)))
        return {**value, key: draw(altered(value[key]))}
    if isinstance(value, list) and value and draw(st.integers(0, 3)):
        place = draw(st.integers(0, len(value) - 1))
        return [*value[:place], draw(altered(value[place])), *value[place + 1 :]]
    if isinstance(value, dict) and value and draw(st.booleans()):
        gone = draw(st.sampled_from(sorted(value, key=str)))
        return {key: held for key, held in value.items() if key != gone} | {"stranger": draw(st.sampled_from(ODD))}
    if isinstance(value, list) and draw(st.booleans()):
        return [*value, *value, draw(st.sampled_from(ODD))][: draw(st.integers(0, 2 * len(value) + 1))]
    return draw(st.sampled_from(ODD))


@pytest.mark.parametrize("name", KINDS)
def test_bent_bytes_are_a_message_or_malformed(name: str) -> None:
    @given(st.sampled_from(BODIES[name]).flatmap(bent), st.booleans())
    def check(data: bytes, framed: bool) -> None:
        understood_or_malformed(zstandard.compress(data) if framed else data, name)
        understood_or_malformed(b"\x28\xb5\x2f\xfd" + data, name)

    check()


@pytest.mark.parametrize("name", KINDS)
def test_odd_values_are_a_message_or_malformed_in_either_encoding(name: str) -> None:
    @given(st.sampled_from(BODIES[name]).map(msgspec.msgpack.decode).flatmap(altered))
    def check(value: Any) -> None:
        understood_or_malformed(msgspec.msgpack.encode(value), name)
        understood_or_malformed(msgspec.json.encode(value), name, JSON_TYPE)

    check()


@given(st.sampled_from(KINDS), st.binary(max_size=400), st.sampled_from((MEDIA_TYPE, JSON_TYPE)))
def test_noise_is_a_message_or_malformed(name: str, noise: bytes, media_type: str) -> None:
    understood_or_malformed(noise, name, media_type)


@pytest.mark.parametrize("name", KINDS)
def test_what_newer_programs_add_is_skipped_and_what_is_known_survives(name: str) -> None:
    """Fields from the future, at any depth, change nothing of what is understood; nor does a second trip."""
    for body in BODIES[name]:
        known = decode(body, getattr(TODAY, name))
        newer = _with_strangers(msgspec.msgpack.decode(body))
        assert decode(msgspec.msgpack.encode(newer), getattr(TODAY, name)) == known
        again = decode(msgspec.msgpack.encode(known), getattr(TODAY, name))
        assert again == known


def _with_strangers(value: Any) -> Any:
    """Every map of the message with a field that nobody knows; maps of free keys stay as they are."""
    if isinstance(value, dict):
        held = {
            key: part if key in ("cursors", "digests", "data") else _with_strangers(part) for key, part in value.items()
        }
        return {**held, "from_the_future": {"deep": [1, None, b"x"]}}
    if isinstance(value, list):
        return [_with_strangers(part) for part in value]
    return value


def test_lengths_that_lie_cost_nothing() -> None:
    """A header that promises billions is refused before memory is spent on the promise."""
    tracemalloc.start()
    for head in (b"\xdd\xff\xff\xff\xff", b"\xdf\xff\xff\xff\xff", b"\xdb\xff\xff\xff\xff", b"\xc6\xff\xff\xff\xff"):
        for name in KINDS:
            for body in BODIES[name]:
                understood_or_malformed(head + body, name)
                understood_or_malformed(body[:20] + head, name)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 8 << 20
