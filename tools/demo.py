"""`make run`: the program on the demo municipality, with a live centre beside it.

A PostgreSQL of our own, the centre, and two desks: the registry's with its counter, in the middle of a working day, and
the engineers', not enrolled yet. All of it stays in `output/demo`, so that the next start goes on where this one ended;
delete the folder to begin anew.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from desktop.office.errors import OfficeError
from desktop.opening import is_new, unlock_with_keyring, unlock_with_passphrase, wants_passphrase
from sync.server.running import free_port
from tools.demo_centre import ENGINEERING_DESK, REGISTRY_DESK, DemoCentre
from tools.demo_desk import furnish
from tools.demo_municipality import PASSWORD
from tools.demo_postgres import PostgresCluster
from tools.demo_story import StoryClock

HOUSE = Path(__file__).resolve().parent.parent
FOLDER = HOUSE / "output" / "demo"
DESKS = (("desk-1", REGISTRY_DESK), ("desk-2", ENGINEERING_DESK))


def main() -> int:
    with ExitStack() as running:
        data = _data_folder()
        postgres = running.enter_context(PostgresCluster(data / "postgres"))
        database = postgres.url()
        demo = DemoCentre(database, data / "blobs")
        running.callback(demo.close)
        if demo.fill():
            print("The demo municipality is ready.")
        _furnish_first(demo)
        address = running.enter_context(centre(database, data))
        desks = [_open(name, demo.code(plan), address) for name, plan in DESKS]
        print(f"Sign in as kanda, piyada (desk 1) or wichai (desk 2); everybody's password is {PASSWORD}")
        if wants_passphrase(FOLDER / DESKS[0][0]):
            print("There is no system keyring here: the passphrase of desk 1 is the same.")
        for desk in desks:
            desk.wait()
    return 0


def _furnish_first(demo: DemoCentre) -> None:
    """The first desk stands in the middle of its working day; without a keyring its passphrase is the password."""
    folder, plan, clock = FOLDER / DESKS[0][0], DESKS[0][1], StoryClock()
    if not is_new(folder):
        return
    print("A working day at the counter is being told; it takes some seconds.", flush=True)
    folder.mkdir(parents=True, exist_ok=True)
    try:
        desk = unlock_with_keyring(folder, clock)
    except OfficeError as error:
        if error.code not in ("keys.no_keyring", "keys.passphrase_wanted"):
            raise
        desk = unlock_with_passphrase(folder, PASSWORD, clock)
    try:
        furnish(desk, clock, demo, plan)
    finally:
        desk.close()


def _data_folder() -> Path:
    """Where the centre keeps its data: for root outside closed folders, as its PostgreSQL runs as somebody else."""
    if os.name == "posix" and os.geteuid() == 0:
        folder = Path("/var/tmp") / f"thesaban-demo-{FOLDER.parent.parent.stat().st_ino}"
        if not FOLDER.exists():
            shutil.rmtree(folder, ignore_errors=True)  # the desks were deleted: begin anew
        folder.mkdir(mode=0o755, exist_ok=True)
        return folder
    FOLDER.mkdir(parents=True, exist_ok=True)
    return FOLDER


@contextmanager
def centre(database: str, data: Path) -> Iterator[str]:
    """The centre as a process of its own; its address on the loopback."""
    place = f"127.0.0.1:{_port(data)}"
    command = [sys.executable, "-m", "sync.server", "--listen", place, "--blobs", str(data / "blobs")]
    environment = os.environ | {"THESABAN_DATABASE": database, "PYTHONUNBUFFERED": "1"}
    with (data / "centre.log").open("ab") as log:
        process = subprocess.Popen(command, env=environment, cwd=HOUSE, stdout=subprocess.PIPE, stderr=log)
    try:
        assert process.stdout
        if b"listening" not in process.stdout.readline():
            raise RuntimeError(f"the centre did not start; see {data / 'centre.log'}")
        yield f"http://{place}"
    finally:
        process.terminate()
        process.wait(30)


def _port(data: Path) -> int:
    """The same port at every start, so that desks find their centre again."""
    kept = data / "port"
    if not kept.exists():
        kept.write_text(str(free_port()), "ascii")
    return int(kept.read_text("ascii"))


def _open(name: str, code: str, address: str) -> "subprocess.Popen[bytes]":
    """Starts a desk; a new one finds its one-time code in the enrolment page."""
    folder = FOLDER / name
    folder.mkdir(parents=True, exist_ok=True)
    command = [sys.executable, "main.py", "--data", str(folder), "--centre", address, "--code", code]
    return subprocess.Popen(command, cwd=HOUSE)


if __name__ == "__main__":
    sys.exit(main())
