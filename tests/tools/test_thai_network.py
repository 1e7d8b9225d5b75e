"""Tesseract's network file is opened and written so that it reads as before and can learn more letters."""

import struct
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from desktop.paper.ops import Face
from desktop.paper.thai_text import font_file
from desktop.reading.models import SYSTEM
from tools.thai_model.network import Network, opened

_NETWORK = 17
"""The place of the network in a model of Tesseract."""
_WORDS = "ขอเชิญประชุมคณะกรรมการ"


def _parts(model: bytes) -> dict[int, bytes]:
    (count,) = struct.unpack_from("<i", model)
    starts = struct.unpack_from(f"<{count}q", model, 4)
    ends = [*sorted(start for start in starts if start >= 0), len(model)]
    return {
        place: model[start : ends[ends.index(start) + 1]] if start != ends[-2] else model[start:]
        for place, start in enumerate(starts)
        if start >= 0
    }


def _joined(parts: dict[int, bytes]) -> bytes:
    count, starts, body = max(parts) + 1, [-1] * (max(parts) + 1), b""
    for place, part in sorted(parts.items()):
        starts[place] = 4 + 8 * count + len(body)
        body += part
    return struct.pack(f"<i{count}q", count, *starts) + body


def _shipped() -> bytes:
    return next(path for place in SYSTEM if (path := Path(place) / "tha.traineddata").is_file()).read_bytes()


def _read(folder: Path, model: bytes) -> str:
    import tesserocr

    (folder / "tha.traineddata").write_bytes(model)
    page = Image.new("L", (900, 120), 255)
    font = ImageFont.truetype(font_file(Face.REGULAR), 67)
    ImageDraw.Draw(page).text((40, 20), _WORDS, font=font, fill=0)
    with tesserocr.PyTessBaseAPI(path=str(folder), lang="tha", psm=7) as api:
        api.SetImage(page)
        return str(api.GetUTF8Text()).strip()


def test_a_network_with_fractions_reads_as_the_one_with_whole_numbers(tmp_path: Path) -> None:
    model = _shipped()
    parts = _parts(model)
    assert _joined(parts) == model
    fresh = _joined({**parts, _NETWORK: opened(parts[_NETWORK]).file})
    assert _read(tmp_path, fresh) == _read(tmp_path, model) == _WORDS.replace("ำ", "ํา")


def test_letters_are_added_behind_those_that_it_knows() -> None:
    network: Network = opened(_parts(_shipped())[_NETWORK])
    grown = network.with_letters([4, 7])
    before, after = network.matrices, grown.matrices
    assert len(before) == len(after) == 18
    assert all(np.array_equal(one, other) for one, other in zip(before[:-1], after[:-1], strict=True))
    assert np.array_equal(after[-1][:-2], before[-1])
    assert np.allclose(after[-1][-1], (before[-1][7] + before[-1].mean(0)) / 2)
    assert len(grown.file) == len(network.file) + 2 * 8 * before[-1].shape[1]
