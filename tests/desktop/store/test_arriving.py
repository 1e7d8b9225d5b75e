"""A file comes in parts, over lines and processes that end: no byte is asked for twice, and nothing false is kept."""

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.office.errors import OfficeError
from desktop.store import arriving
from desktop.store.arriving import Arriving
from desktop.store.blobs import CHUNK, TAG, Blobs

KEY = bytes(range(32))
BYTES = os.urandom(2 * CHUNK + 4567)
SHA = hashlib.sha256(BYTES).hexdigest()


@pytest.fixture
def blobs(tmp_path: Path) -> Blobs:
    return Blobs(tmp_path / "blobs", KEY)


def cut(data: bytes, step: int = 70_000) -> Iterator[bytes]:
    """The bytes in pieces, and then the line fails."""
    for at in range(0, len(data), step):
        yield data[at : at + step]
    raise OfficeError("post.no_line")


def left(blobs: Blobs) -> list[str]:
    return sorted(path.name for path in blobs.folder.rglob("*") if path.is_file())


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.integers(0, len(BYTES)), max_size=4).map(sorted))
@pytest.mark.parametrize("size", [len(BYTES), 2 * CHUNK, CHUNK, 1])
def test_whatever_came_is_taken_up_at_its_very_byte(tmp_path: Path, size: int, cuts: list[int]) -> None:
    """Each part by a new process; at the end the file is what it would be in one."""
    blobs, data = Blobs(tmp_path / os.urandom(4).hex(), KEY), BYTES[:size]
    sha256 = hashlib.sha256(data).hexdigest()
    begin = 0
    for end in (min(place, size) for place in cuts):
        coming = Arriving(blobs, sha256)
        assert coming.offset == begin
        with pytest.raises(OfficeError):
            coming.take(cut(data[begin:end]))
        begin = end
    coming = Arriving(blobs, sha256)
    coming.take([data[begin:]])
    assert coming.finish().size == size
    assert blobs.get(sha256) == data
    assert left(blobs) == [sha256]


def test_a_process_that_was_killed_loses_less_than_a_chunk(blobs: Blobs) -> None:
    """The tail is written when a line ends; who is killed before has the whole chunks."""
    with pytest.raises(OfficeError):
        Arriving(blobs, SHA).take(cut(BYTES[: 2 * CHUNK + 99]))
    part, tail = blobs.aside(SHA)
    tail.unlink()
    with part.open("ab") as file:
        file.write(b"half a chunk")
    again = Arriving(blobs, SHA)
    assert again.offset == 2 * CHUNK
    again.take([BYTES[2 * CHUNK :]])
    again.finish()
    assert blobs.get(SHA) == BYTES


def test_nothing_of_it_is_on_the_disk_in_plain(blobs: Blobs) -> None:
    with pytest.raises(OfficeError):
        Arriving(blobs, SHA).take(cut(BYTES[: CHUNK + 5000]))
    for path in blobs.aside(SHA):
        kept = path.read_bytes()
        assert not any(BYTES[at : at + 16] in kept for at in range(0, CHUNK + 4900, 997))


def test_what_is_not_what_its_address_says_is_not_kept(blobs: Blobs) -> None:
    coming = Arriving(blobs, "0" * 64)
    coming.take([b"something"])
    with pytest.raises(OfficeError, match=r"blob\.damaged"):
        coming.finish()
    assert left(blobs) == []
    assert coming.offset == 0


@pytest.mark.parametrize("place", [2, 20, 12 + CHUNK, 12 + CHUNK + TAG + 30])
def test_a_part_that_was_altered_on_the_disk_is_not_believed(blobs: Blobs, place: int) -> None:
    with pytest.raises(OfficeError):
        Arriving(blobs, SHA).take(cut(BYTES[: 2 * CHUNK + 99]))
    part, _ = blobs.aside(SHA)
    bent = bytearray(part.read_bytes())
    bent[place] ^= 1
    part.write_bytes(bent)
    again = Arriving(blobs, SHA)
    assert again.offset == 0
    again.take([BYTES])
    again.finish()
    assert blobs.get(SHA) == BYTES


def test_a_tail_of_another_place_is_not_believed(blobs: Blobs) -> None:
    with pytest.raises(OfficeError):
        Arriving(blobs, SHA).take(cut(BYTES[: CHUNK + 99]))
    _, tail = blobs.aside(SHA)
    old = tail.read_bytes()
    with pytest.raises(OfficeError):
        Arriving(blobs, SHA).take(cut(BYTES[CHUNK + 99 : 2 * CHUNK + 50]))
    tail.write_bytes(old)
    assert Arriving(blobs, SHA).offset == 2 * CHUNK


def test_what_is_erased_while_it_comes_is_not_kept(blobs: Blobs) -> None:
    coming = Arriving(blobs, SHA)
    coming.take([BYTES])
    blobs.erase(SHA)
    with pytest.raises(OfficeError, match=r"blob\.damaged"):
        coming.finish()
    assert left(blobs) == []


def test_a_file_without_room_is_not_begun(blobs: Blobs, monkeypatch: pytest.MonkeyPatch) -> None:
    coming = Arriving(blobs, SHA)
    coming.need_room(len(BYTES))
    monkeypatch.setattr(arriving, "SPARE", 1 << 60)
    with pytest.raises(OfficeError, match=r"store\.disk_full"):
        coming.need_room(len(BYTES))
