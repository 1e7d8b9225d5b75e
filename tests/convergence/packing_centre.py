"""A centre with small packs in a process of its own, which kills itself at a named place of making or giving them.

`python -m tests.convergence.packing_centre DATABASE BLOBS PORT PLACE COUNT`, as `centre_process`.
"""

import sys

from sync.server import blobs, packing, packs, shelf
from sync.server.cli import run
from tests.convergence.mines import Places, arm

MANY, PACK_ROWS = 60, 20
PLACES: Places = {
    "packs: snapshot read, nothing written": (packing.Packing, "write", "before"),
    "packs: one durable, others not": (packing.Packing, "_keep", "after"),
    "packs: all durable, not offered": (packing.Packing, "write", "after"),
    "packs: manifest durable, old ones not cleared": (shelf, "write_durably", "after"),
    "packs: on the shelf, not told": (shelf, "put", "after"),
    "packs: offered, not told": (packs.Packs, "offer", "after"),
    "packs: one found, not sent": (packs.Packs, "pack", "after"),
    "file: found, not sent": (blobs.Blobs, "readable", "after"),
}
"""Name -> where it is, and whether death comes before or after it."""


def main() -> None:
    database, folder, port, place, count = sys.argv[1:]
    packs.MANY, packing.PACK_ROWS = MANY, PACK_ROWS
    if place in PLACES:
        arm(PLACES, place, int(count))
    options = ["--database", database, "--blobs", folder, "--listen", f"127.0.0.1:{port}", "--threads", "4"]
    run(["serve", *options], lambda line: print("ready", flush=True))


if __name__ == "__main__":
    main()
