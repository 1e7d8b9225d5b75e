"""A desk in a process of its own that fills itself from a snapshot, and kills itself at a named place.

`python -m tests.convergence.filling_desk FOLDER URL SECRET PLACE COUNT`: a round, the files, and the search index;
dies with SIGKILL the COUNT-th time that PLACE is passed.
"""

import os
import random
import sys
from pathlib import Path

from desktop.opening import open_desk
from desktop.store import desk, filling, indexing, merging
from desktop.store.arriving import Arriving
from desktop.store.keys import DeskKeys
from sync.client import blobs as files
from sync.client import snapshot
from sync.client.centre import Centre
from sync.client.round import Round
from sync.client.transport import Transport
from sync.client.watchword import Watch
from tests.convergence.mines import Places, arm

PLACES: Places = {
    "snapshot: offered": (Centre, "snapshot", "after"),
    "pack: before asking": (Centre, "pack", "before"),
    "pack: come, not read": (Centre, "pack", "after"),
    "pack: read, not written": (snapshot, "_opened", "after"),
    "fill: begun, not committed": (filling.Filling, "begin", "after"),
    "fill: pack before its rows": (filling.Filling, "take", "before"),
    "fill: pack written, not committed": (filling.Filling, "take", "after"),
    "fill: pack committed": (desk.Desk, "_write", "after"),
    "fill: end before its rows": (filling.Filling, "finish", "before"),
    "fill: ended, not committed": (filling.Filling, "finish", "after"),
    "fill: before the sweep": (filling, "sweep", "before"),
    "fill: swept": (filling, "sweep", "after"),
    "search: before a slice": (indexing.Indexing, "work_off", "before"),
    "search: slice written, not committed": (indexing.Indexing, "work_off", "after"),
    "search: merging, not committed": (merging.Merging, "step", "after"),
    "file: asked for": (Centre, "read_blob", "after"),
    "file: come, not renamed": (os, "replace", "before"),
    "file: come, not proven whole": (Arriving, "take", "after"),
    "file: kept, not noted": (Arriving, "finish", "after"),
    "file: noted": (files.BlobErrand, "_fetch", "after"),
}
"""Name -> where it is, and whether death comes before or after it."""


def main() -> None:
    folder, url, secret, place, count = sys.argv[1:]
    indexing.AT_ONCE = 0  # few letters are worked off as many are
    indexing.MERGE_FROM = 10
    opened = open_desk(Path(folder), DeskKeys(bytes.fromhex(secret)))
    transport = Transport(url, opened.clock)
    rng = random.SystemRandom()
    centre = Centre(transport, opened.identity.device_id, opened.seed, opened.clock, rng, Watch(opened))
    if place in PLACES:
        arm(PLACES, place, int(count))
    Round(opened, centre).run()
    for _ in range(100):
        opened.writer.run(lambda: None)  # slices of the index stand in the same queue
    files.BlobErrand(opened, centre).run()
    transport.close()
    opened.close()


if __name__ == "__main__":
    main()
