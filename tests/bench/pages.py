"""A stack of pages to the PDF that people read: its bytes a page beside what came and beside OCRmyPDF, and its memory.

OCRmyPDF runs here without reading, as PDF/A; it is one of the things that `requirements-dev.txt` brings.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

from tests.bench.row import Row, rate, slower

PAGES = 500
_A_FEW = 10

_WORK = """
import resource, sys, time
from pathlib import Path
from desktop.capture.batch import NewPage
from desktop.capture.batches import Batches
from desktop.capture.building import Builder
from desktop.capture.model import Source
from desktop.capture.page_pictures import PagePictures
from tests.helpers.desk import make_desk, make_office, person
from tests.helpers.sheets_of_paper import file_of, noisy, sheet

folder, kind, count = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
desk = make_desk(folder / kind)
batches = Batches(desk, person(make_office(desk)))
if kind == "grey":
    page = file_of(noisy(1), quality=95)
    media_type = "image/jpeg"
else:
    page = file_of(sheet(1, 300, "1"), "PNG")
    media_type = "image/png"


def numbered(place):
    if kind != "grey":
        return page + place.to_bytes(4)
    return page[:2] + b"\\xff\\xfe\\x00\\x06" + place.to_bytes(4) + page[2:]


def high_water():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def made(count):
    batch_id = batches.begin(Source.SCAN, "x")
    for place in range(count):
        batches.take(batch_id, NewPage(numbered(place), media_type, 210.0, 297.0))
    batch = batches.batch(batch_id)
    (part,) = batch.parts
    begun = time.perf_counter()
    document = Builder(desk).build(batch, part, "x")
    return batch, document, time.perf_counter() - begun


made(5)
before = high_water()
batch, document, took = made(count)
if count <= 20:
    (folder / f"{kind}-pages").mkdir()
    for place in range(count):
        (folder / f"{kind}-pages" / f"{place:03}").write_bytes(numbered(place))
grown = high_water() - before
pictures, begun = PagePictures(desk), time.perf_counter()
for place in range(0, count, max(1, count // 20)):
    pictures.page_picture(batch, place, 100)
turn = (time.perf_counter() - begun) / len(range(0, count, max(1, count // 20)))
kept = document.kept
print(len(page), kept.size / count, took, grown, turn, kept.size / (1 << 20))
desk.close()
"""


def measure() -> list[Row]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        rows = []
        for kind in ("grey", "lines"):
            came, kept, *_ = _run(folder, kind, _A_FEW)
            rows.append(slower(f"bytes a page of {kind}", kept, came, "bytes", "the page as it came", 1.05))
            rows.append(_beside_ocrmypdf(folder, kind, kept))
        came, _, took, grown, turn, size = _run(folder / "large", "grey", PAGES)
        rows.append(rate(f"pages built, of {PAGES}", PAGES / took, PAGES / took, "a second", "itself", None))
        rows.append(slower(f"memory for {PAGES} pages", grown, size, "MiB", "the PDF's own size", 0.1))
        rows.append(slower("a page's picture at 100 dpi", turn * 1000, 100.0, "ms", "the aim of 100 ms", 1.0))
    return rows


def _run(folder: Path, kind: str, count: int) -> list[float]:
    folder.mkdir(exist_ok=True)
    done = subprocess.run(
        [sys.executable, "-c", _WORK, str(folder), kind, str(count)], capture_output=True, text=True, check=True
    )
    return [float(value) for value in done.stdout.split()]


def _beside_ocrmypdf(folder: Path, kind: str, kept: float) -> Row:
    """Both are given the pages as they came: ours made its PDF of them, theirs is given one that img2pdf made."""
    source, target = folder / f"{kind}-came.pdf", folder / f"{kind}-theirs.pdf"
    _python("-m", "img2pdf", "--output", str(source), *map(str, sorted((folder / f"{kind}-pages").iterdir())))
    options = ["--output-type", "pdfa", "--ocr-engine", "none", "--jobs", "1"]
    _python("-m", "ocrmypdf", *options, str(source), str(target))
    theirs = target.stat().st_size / _A_FEW
    return slower(f"bytes a page of {kind}, beside", kept, theirs, "bytes", "OCRmyPDF's PDF/A of the same", 1.05)


def _python(*words: str) -> None:
    done = subprocess.run([sys.executable, *words], capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(done.stderr)
