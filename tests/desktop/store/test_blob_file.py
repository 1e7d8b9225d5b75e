"""A kept file read here and there gives what was put."""

import io
import os
import random
from pathlib import Path

import pytest

from desktop.office.errors import OfficeError
from desktop.store import blob_file
from desktop.store.blobs import CHUNK, Blobs


@pytest.fixture
def blobs(tmp_path: Path) -> Blobs:
    return Blobs(tmp_path, bytes(32))


@pytest.mark.parametrize("size", [0, 1, CHUNK - 1, CHUNK, 7 * CHUNK + 5])
def test_reading_to_and_fro(blobs: Blobs, size: int) -> None:
    data = os.urandom(size)
    there, dice = io.BytesIO(data), random.Random(size)
    with blob_file.opened(blobs, blobs.put(data).sha256) as file:
        for _ in range(60):
            at, length = dice.randrange(size + 10), dice.choice((1, 100, 70_000, CHUNK + 1))
            there.seek(at)
            file.seek(at)
            assert file.read(length) == there.read(length)
        assert file.seek(0, io.SEEK_END) == size
        file.seek(0)
        assert file.read() == data


def test_a_file_that_is_not_there_or_not_whole(blobs: Blobs) -> None:
    with pytest.raises(OfficeError, match="blob.missing"):
        blob_file.opened(blobs, "0" * 64)
    ref = blobs.put(bytes(100))
    sealed = bytearray(blobs.path(ref.sha256).read_bytes())
    sealed[-1] ^= 1
    blobs.path(ref.sha256).write_bytes(sealed)
    with blob_file.opened(blobs, ref.sha256) as file, pytest.raises(OfficeError, match="blob.damaged"):
        file.read()
