"""Scans on the disk: the same bytes for ever, or told to be damaged; unreadable without the key; whole or not there."""

import hashlib
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.office.errors import OfficeError
from desktop.store.blobs import CHUNK, Blobs

KEY = bytes(range(32))
REPOSITORY = Path(__file__).parents[3]


@pytest.fixture
def blobs(tmp_path: Path) -> Blobs:
    return Blobs(tmp_path / "blobs", KEY)


@pytest.mark.parametrize("size", [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK, 3 * CHUNK + 7])
def test_every_size_comes_back(blobs: Blobs, size: int) -> None:
    data = os.urandom(size)
    ref = blobs.put(data)
    assert (ref.sha256, ref.size) == (hashlib.sha256(data).hexdigest(), size)
    assert blobs.has(ref.sha256)
    assert blobs.get(ref.sha256) == data


@pytest.mark.parametrize("start", [0, CHUNK, 2 * CHUNK, 3 * CHUNK, 4 * CHUNK])
def test_reading_begins_at_any_chunk(blobs: Blobs, start: int) -> None:
    data = os.urandom(3 * CHUNK + 99)
    ref = blobs.put(data)
    assert b"".join(blobs.chunks(ref.sha256, start)) == data[start:]


def test_the_same_content_is_kept_once(blobs: Blobs, tmp_path: Path) -> None:
    first, second = blobs.put(b"one circular"), blobs.put(b"one circular")
    assert first == second
    assert len([path for path in tmp_path.rglob("*") if path.is_file()]) == 1


def test_the_disk_shows_nothing_of_the_content(blobs: Blobs, tmp_path: Path) -> None:
    data = "นางสาวสมศรี มีทรัพย์ ".encode() * 50_000
    ref = blobs.put(data)
    assert data[:30] not in blobs.path(ref.sha256).read_bytes()
    with pytest.raises(OfficeError, match=r"blob\.damaged"):
        Blobs(tmp_path / "blobs", b"x" * 32).get(ref.sha256)


SIZE = 2 * CHUNK + 500
HEAD, STEP = 12, CHUNK + 16
EDGES = (0, 3, 4, HEAD - 1, HEAD, HEAD + STEP - 1, HEAD + STEP, HEAD + 2 * STEP, HEAD + 2 * STEP + 515)
WAYS = ("flip", "cut", "lengthen", "repeat the end", "exchange chunks")


@given(place=st.sampled_from(EDGES) | st.integers(0, EDGES[-1]), way=st.sampled_from(WAYS))
def test_no_altered_file_is_ever_taken_for_the_scan(
    tmp_path_factory: pytest.TempPathFactory, place: int, way: str
) -> None:
    blobs = Blobs(tmp_path_factory.mktemp("blobs"), KEY)
    ref = blobs.put(os.urandom(SIZE))
    path = blobs.path(ref.sha256)
    path.write_bytes(altered(path.read_bytes(), place, way))
    told = ""
    try:
        blobs.get(ref.sha256)
    except OfficeError as error:
        told = error.code
    assert told == "blob.damaged"


def altered(sealed: bytes, place: int, way: str) -> bytes:
    first, second, rest = sealed[HEAD : HEAD + STEP], sealed[HEAD + STEP : HEAD + 2 * STEP], sealed[HEAD + 2 * STEP :]
    match way:
        case "flip":
            return sealed[:place] + bytes([sealed[place] ^ 0x80]) + sealed[place + 1 :]
        case "cut":
            return sealed[:place]
        case "lengthen":
            return sealed + sealed[place:]
        case "repeat the end":
            return sealed + rest
    return sealed[:HEAD] + second + first + rest


def test_a_chunk_of_another_file_fits_nowhere(blobs: Blobs) -> None:
    first, second = blobs.put(os.urandom(2 * CHUNK)), blobs.put(os.urandom(2 * CHUNK))
    one, other = blobs.path(first.sha256), blobs.path(second.sha256)
    mixed = one.read_bytes()[: 12 + CHUNK + 16] + other.read_bytes()[12 + CHUNK + 16 :]
    one.write_bytes(mixed)
    with pytest.raises(OfficeError, match=r"blob\.damaged"):
        blobs.get(first.sha256)


def test_a_file_that_is_not_there(blobs: Blobs) -> None:
    with pytest.raises(OfficeError, match=r"blob\.missing"):
        blobs.get("0" * 64)


def test_a_stream_that_breaks_off_leaves_nothing(blobs: Blobs, tmp_path: Path) -> None:
    def stream() -> Iterator[bytes]:
        yield b"x" * CHUNK
        raise ConnectionError

    with pytest.raises(OfficeError):
        blobs.put_chunks(stream())
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


_FULL = """
import resource, signal, sys
from pathlib import Path
from desktop.office.errors import OfficeError
from desktop.store.blobs import Blobs
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (2_000_000, 2_000_000))
blobs = Blobs(Path(sys.argv[1]), bytes(range(32)))
try:
    blobs.put(b"x" * 3_000_000)
except OfficeError as error:
    print(error.code)
print(blobs.get(blobs.put(b"small").sha256).decode())
"""


def test_a_disk_that_is_full_keeps_all_or_nothing(tmp_path: Path) -> None:
    """The limit on file sizes acts as a disk that fills up while a scan is written."""
    command = [sys.executable, "-c", _FULL, str(tmp_path / "blobs")]
    told = subprocess.run(command, check=True, capture_output=True, text=True, cwd=REPOSITORY).stdout
    assert told == "store.disk_full\nsmall\n"
    assert len([path for path in tmp_path.rglob("*") if path.is_file()]) == 1
