"""Turning the pages of a scan of 500 pages and 1 GB, kept encrypted; beside PDFium drawing the same pages, bare.

Both draw the same pages at the same resolution in the same run, each in a process of its own. The limit of a turn is
100 ms, from the key to the painted page, which may be a sketch of it; when it is sharp is told beside.
"""

import os
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from subprocess import run
from tempfile import TemporaryDirectory

from desktop.store.blobs import CHUNK, Blobs
from tests.bench.row import Row, slower

PAGES = 500
PAGE_BYTES = 2_150_000
LIMIT_MS = 100.0
KEY = bytes(32)
_KINDS = 8
"""Different pictures; each page has its own copy of one."""
_DOTS = (2480, 3508)


def measure() -> list[Row]:
    with TemporaryDirectory() as folder:
        plain = Path(folder) / "scan.pdf"
        with plain.open("wb") as file:
            for piece in big_scan():
                file.write(piece)
        ref = Blobs(Path(folder) / "blobs", KEY).put_chunks(_chunks(plain))
        ours = _told("window", folder, ref.sha256)
        bare = _told("bare", str(plain), str(round(ours["dpi"])))
    against = f"PDFium bare, the same pages at {ours['dpi']:.0f} dpi, load {os.getloadavg()[0]:.1f}"
    limit = "the limit of 100 ms"
    rows = [slower(f"page turn, {way} (p95)", ours[way], bare["p95"], "ms", against, None) for way in WAYS]
    rows.append(
        slower("page turn, to any page until it is sharp (p95)", ours["sharp"], bare["p95"], "ms", against, None)
    )
    rows += [slower(f"page turn, {way}, to the limit", ours[way], LIMIT_MS, "ms", limit, 1.0) for way in WAYS]
    size = ref.size / 2**20
    return [*rows, slower("memory grown by 500 pages", ours["grown"], size, "MB", "the document itself", 0.25)]


WAYS = ("reading on", "key held down", "to any page")


def _told(*asked: str) -> dict[str, float]:
    told = run([sys.executable, "-m", "tests.bench.viewer_window", *asked], capture_output=True, text=True, check=False)
    if told.returncode:
        raise RuntimeError(told.stderr)
    lines = (line.rsplit(maxsplit=1) for line in told.stdout.splitlines())
    return {name: float(figure) for name, figure in lines}


def big_scan() -> Iterator[bytes]:
    """A PDF of `PAGES` grey pages of A4 at 300 dpi, each about `PAGE_BYTES`, written as it comes."""
    pictures = [_picture(kind) for kind in range(_KINDS)]
    offsets, at = [], 0
    for piece in _objects(pictures):
        if piece.startswith(b"%PDF"):
            yield piece
            at = len(piece)
            continue
        offsets.append(at)
        at += len(piece)
        yield piece
    yield b"xref\n0 %d\n0000000000 65535 f \n" % (len(offsets) + 1)
    yield b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    yield b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(offsets) + 1, at)


def _objects(pictures: list[bytes]) -> Iterator[bytes]:
    kids = b" ".join(b"%d 0 R" % (3 + 3 * page) for page in range(PAGES))
    yield b"%PDF-1.5\n%\xe2\xe3\xcf\xd3\n"
    yield b"1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
    yield b"2 0 obj<</Type/Pages/Count %d/Kids[%b]>>endobj\n" % (PAGES, kids)
    content = b"q 595 0 0 842 0 0 cm /Im Do Q"
    for page in range(PAGES):
        number, picture = 3 + 3 * page, pictures[page % _KINDS]
        yield (
            b"%d 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents %d 0 R"
            b"/Resources<</XObject<</Im %d 0 R>>>>>>endobj\n" % (number, number + 1, number + 2)
        )
        yield b"%d 0 obj<</Length %d>>stream\n%b\nendstream endobj\n" % (number + 1, len(content), content)
        yield (
            b"%d 0 obj<</Type/XObject/Subtype/Image/Width %d/Height %d/ColorSpace/DeviceGray/BitsPerComponent 8"
            b"/Filter/DCTDecode/Length %d>>stream\n%b\nendstream endobj\n" % (number + 2, *_DOTS, len(picture), picture)
        )


def _picture(kind: int) -> bytes:
    """Grain of a scanner over lines of writing, packed to about the wanted size."""
    import numpy as np
    from PIL import Image

    chance = np.random.default_rng(kind)
    paper = chance.normal(225, 14, (_DOTS[1], _DOTS[0]))
    for line in range(30):
        top = 300 + 100 * line
        paper[top : top + 40, 300:2180] -= chance.integers(0, 2, (1, 188)).repeat(10, 1) * 160
    image, packed = Image.fromarray(paper.clip(0, 255).astype("uint8")), b""
    for quality in (60, 70, 75, 80, 85, 88, 90, 92, 95):
        out = BytesIO()
        image.save(out, "JPEG", quality=quality)
        packed = out.getvalue()
        if len(packed) >= PAGE_BYTES * 0.95:
            break
    return packed


def _chunks(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while piece := file.read(CHUNK):
            yield piece
