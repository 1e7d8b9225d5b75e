"""A scan of 500 pages and 1 GB on its whole way: out of the copier's folder, paged through, registered, at the centre.

Desk and centre run in one process, whose memory is measured, and so is the largest of the workers that read the file.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

from tests.bench.row import Row, rate, slower
from tests.bench.viewer import big_scan

_WORK = """
import resource, sys, time
from pathlib import Path
from desktop.capture.arriving import watched_folder
from desktop.capture.intake import Intake
from desktop.capture.page_pictures import PagePictures
from desktop.letters.model import Registration
from tests.bench.viewer import PAGES
from tests.helpers.letters import document
from tests.helpers.town import Town, centre_beside
from tools.demo_postgres import PostgresCluster

folder = Path(sys.argv[1])


def high_water(whose):
    return resource.getrusage(whose).ru_maxrss / 1024


def taken(name):
    '''Laid into the copier's folder, and watched until it is a batch; seconds, without those that it must lie still.'''
    (folder / name).rename(scans / name)
    begun, watching = time.perf_counter(), watch.look()
    while name not in watching.taken:
        assert not watching.troubles, watching.troubles
        time.sleep(0.1)
        watching = watch.look()
    return time.perf_counter() - begun - 1.0


def registered():
    (row,) = intake.batches.waiting()
    begun = time.perf_counter()
    (made,) = intake.documents(row.id)
    beside = lambda unit, letter_id: intake.batches.registered(unit, row.id, made.pages, letter_id)
    desk.letters("kanda").register(Registration("อำเภอ", "นายก", "เรื่อง"), [made], beside)
    return row.id, made, time.perf_counter() - begun


def sent():
    begun = time.perf_counter()
    desk.round.run()
    desk.errand.run()
    return time.perf_counter() - begun


with PostgresCluster(durable=False) as cluster, centre_beside(cluster.new_database(), folder / "centre") as running:
    town = Town(running, folder)
    desk, scans = town.desk(), folder / "scans"
    scans.mkdir()
    intake = Intake(desk.desk, desk.person("kanda"))
    watch = watched_folder(desk.desk, desk.person("kanda"), scans)
    (folder / "small.pdf").write_bytes(document(2).data)
    taken("small.pdf")
    registered()
    sent()
    before = high_water(resource.RUSAGE_SELF)
    took = taken("large.pdf")
    (row,) = intake.batches.waiting()
    batch, pictures, turns = intake.batches.batch(row.id), PagePictures(desk.desk), []
    for page in range(0, PAGES, PAGES // 100):
        begun = time.perf_counter()
        pictures.page_picture(batch, page, 100)
        turns.append(time.perf_counter() - begun)
    _, made, registering = registered()
    sending = sent()
    assert made.page_count == PAGES
    assert any(path.stat().st_size == made.kept.size for path in (folder / "centre").rglob(made.sha256))
    grown = high_water(resource.RUSAGE_SELF) - before
    turn = sorted(turns)[int(len(turns) * 0.95)]
    print(made.kept.size / (1 << 20), took, turn, registering, sending, grown, high_water(resource.RUSAGE_CHILDREN))
    town.close()
"""


def measure() -> list[Row]:
    with tempfile.TemporaryDirectory() as folder:
        with (Path(folder) / "large.pdf").open("wb") as file:
            file.writelines(big_scan())
        done = subprocess.run(
            [sys.executable, "-c", _WORK, str(Path(folder))], capture_output=True, text=True, check=False
        )
    if done.returncode:
        raise RuntimeError(done.stderr)
    size, took, turn, registering, sending, grown, worker = map(float, done.stdout.split())
    itself = "the file itself"
    return [
        rate("MB taken in from the folder", size / took, size / took, "a second", itself, None),
        slower("a page's picture (p95)", turn * 1000, 100.0, "ms", "the limit of 100 ms", 1.0),
        rate("MB registered", size / registering, size / registering, "a second", itself, None),
        rate("MB sent to the centre", size / sending, size / sending, "a second", itself, None),
        slower("memory of desk and centre", grown, size, "MiB", itself, 0.5),
        slower("memory of what reads the file", worker, size, "MiB", itself, 0.5),
    ]
