"""A centre in a process of its own that kills itself at a named place, or serves until it is told to stop.

`python -m tests.convergence.centre_process DATABASE BLOBS PORT PLACE COUNT`: prints `ready` once it can be reached, and
dies with SIGKILL the COUNT-th time that PLACE is passed.
"""

import sys

from sync.server import blobs, centre, feed, identity, leases, post_office
from sync.server.centre import Centre
from sync.server.cli import run
from tests.convergence.mines import Places, arm

PLACES: Places = {
    "token: claimed, not committed": (identity.Identity, "_claim", "after"),
    "token: committed, not told": (identity.Identity, "token", "after"),
    "acts: chain checked": (post_office, "split", "after"),
    "acts: performed, not in the feed": (feed, "publish", "before"),
    "acts: in the feed, no receipts": (feed, "publish", "after"),
    "acts: written, not committed": (post_office, "_slice", "after"),
    "acts: committed, not told": (centre, "accept_all", "after"),
    "books: granted, not committed": (leases, "grant", "after"),
    "books: committed, not told": (Centre, "_grant", "after"),
    "feed: before reading": (Centre, "_read", "before"),
    "feed: read, not told": (Centre, "_read", "after"),
    "file: offered, not told": (blobs.Blobs, "offer", "after"),
    "file: piece checked": (blobs, "_write_at", "before"),
    "file: piece durable, not told": (blobs, "_write_at", "after"),
    "file: whole, not renamed": (blobs, "_finish", "before"),
    "file: renamed, not noted": (blobs, "_finish", "after"),
    "file: noted, not told": (blobs.Blobs, "append", "after"),
}
"""Name -> where it is, and whether death comes before or after it."""


def main() -> None:
    database, folder, port, place, count = sys.argv[1:]
    if place in PLACES:
        arm(PLACES, place, int(count))
    options = ["--database", database, "--blobs", folder, "--listen", f"127.0.0.1:{port}", "--threads", "4"]
    run(["serve", *options], lambda line: print("ready", flush=True))


if __name__ == "__main__":
    main()
