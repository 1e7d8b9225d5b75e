"""The demo municipality running for the tour: database, centre, printer, scanner, card reader, keyring, two desks."""

import json
import os
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from desktop.opening import open_desk
from desktop.store.keys import DeskKeys
from tests.acceptance.town import CentreProcess, DeskProcess
from tests.helpers.cards import Readers, private_readers
from tests.helpers.cups import Cups, private_cups
from tests.helpers.keyring_bus import private_keyring
from tools.demo_centre import COUNTER_DESK, DemoCentre
from tools.demo_desk import furnish
from tools.demo_postgres import PostgresCluster
from tools.demo_story import StoryClock

QUEUE = "counter"


@dataclass
class Town:
    """Everything that runs."""

    centre: CentreProcess
    demo: DemoCentre
    cups: Cups
    readers: Readers
    registry: DeskProcess
    engineering: DeskProcess
    work: Path


@contextmanager
def town() -> Iterator[Town]:
    with ExitStack() as running:
        work = Path(running.enter_context(tempfile.TemporaryDirectory(prefix="tour-")))
        database = running.enter_context(PostgresCluster(durable=False)).new_database()
        demo = DemoCentre(database, work / "blobs")
        running.callback(demo.close)
        demo.fill()
        _counter_next_door(demo, work / "counter-2")
        centre = CentreProcess(database, work / "blobs", work / "centre.log")
        running.callback(centre.close)
        centre.start()
        cups = running.enter_context(private_cups())
        cups.add_queue(QUEUE, media="A5")
        readers = running.enter_context(private_readers())
        keyring = running.enter_context(private_keyring(work / "keyring"))
        environment = {
            **os.environ,
            **keyring.environment,
            **_devices(work, cups),
            **readers.environment,
            "LC_ALL": "C.UTF-8",
        }
        desks = [
            DeskProcess(name, work / name, centre.url, environment, work / f"{name}.log")
            for name in ("desk-1", "desk-2")
        ]
        for desk in desks:
            running.callback(desk.close)
            desk.folder.mkdir()
            (desk.folder / "settings.json").write_text(json.dumps({"printer": QUEUE, "nearby": "off"}), "utf-8")
        yield Town(centre, demo, cups, readers, desks[0], desks[1], work)


def _counter_next_door(demo: DemoCentre, folder: Path) -> None:
    """Another counter has had its morning: everybody's bills, requests, certificates and slips come from there."""
    clock = StoryClock()
    folder.mkdir()
    with closing(open_desk(folder, DeskKeys(os.urandom(32)), clock)) as desk:
        furnish(desk, clock, demo, COUNTER_DESK, keeps_queue=False)


def _devices(work: Path, cups: Cups) -> dict[str, str]:
    """A scanner (SANE's test backend) and a printer (a queue that prints into a file)."""
    folder = work / "sane.d"
    folder.mkdir()
    (folder / "dll.conf").write_text("test\n")
    lines = ("number_of_devices 1", "mode Gray", "depth 8", 'test-picture "Grid"', "geometry_max 320.0", "")
    (folder / "test.conf").write_text("\n".join(lines))
    return {"SANE_CONFIG_DIR": str(folder), "CUPS_SERVER": cups.server}
