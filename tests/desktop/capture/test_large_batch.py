"""A large stack is taken in and made a document in the memory of a few pages, in a process that is measured."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.helpers.house import ROOT

_MOST_MORE = 48
"""MiB by which 120 pages of 1 MB may take more than 10, as pictures and as pages of a PDF."""

_WORK = """
import resource, sys
from pathlib import Path
from desktop.capture.batch import NewPage
from desktop.capture.batches import Batches
from desktop.capture.building import Builder
from desktop.capture.edits import Delete
from desktop.capture.model import Source
from tests.helpers.desk import make_desk, make_office, person
from tests.helpers.sheets_of_paper import file_of, noisy

desk = make_desk(Path(sys.argv[1]))
batches = Batches(desk, person(make_office(desk)))
page = file_of(noisy(1), quality=95)
page += bytes(max(0, (1 << 20) - len(page)))


def numbered(place):
    return page[:2] + b"\\xff\\xfe\\x00\\x06" + place.to_bytes(4) + page[2:]  # a comment: no two files alike


def made(count):
    batch_id = batches.begin(Source.SCAN, "x")
    for place in range(count):
        batches.take(batch_id, NewPage(numbered(place), "image/jpeg", 210.0, 297.0))
    (part,) = batches.batch(batch_id).parts
    return Builder(desk).build(batches.batch(batch_id), part, "x")


def taken_apart(built):
    batch_id = batches.begin(Source.FILE, "y")
    frames = range(built.page_count)
    batches.take(batch_id, *(NewPage(built.kept, "application/pdf", 210.0, 297.0, frame) for frame in frames))
    batch = batches.edit(batch_id, Delete((0,)))
    (part,) = batch.parts
    return Builder(desk).build(batch, part, "y")


def high_water():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


taken_apart(made(10))
before = high_water()
large = made(120)
of_pictures = high_water() - before
apart = taken_apart(large)
print(large.kept.size >> 20, apart.kept.size >> 20, of_pictures, high_water() - before)
desk.close()
"""


@pytest.mark.long
def test_120_pages_take_the_memory_of_ten(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", _WORK, str(tmp_path)], capture_output=True, text=True, cwd=ROOT, check=False
    )
    assert done.returncode == 0, done.stderr
    print(done.stdout)
    of_pictures, of_pages, more, more_for_pages = map(int, done.stdout.split())
    assert of_pictures >= 120
    assert of_pages >= 119
    assert more < _MOST_MORE
    assert more_for_pages < _MOST_MORE
