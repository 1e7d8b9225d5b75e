"""A keeper as a process of its own, that a test may kill: folder, key of its store, port and code."""

import sys
from pathlib import Path
from threading import Event

from desktop.application import Office
from desktop.catalogue import catalogue
from desktop.office.clock import SystemClock
from desktop.queue.settings import Own
from desktop.store.desk import Desk
from desktop.store.keys import DeskKeys
from tests.helpers.desk import make_desk, make_office


def main(folder: str, key: str, port: str, code: str) -> None:
    keys = DeskKeys(bytes.fromhex(key))
    path = Path(folder)
    known = (path / "desk.db").exists()
    desk = Desk(path, keys, SystemClock(), catalogue) if known else make_desk(path, clock=SystemClock(), keys=keys)
    office: Office = make_office(desk)
    office.queue.settle(Own("keeper", code=code, place="1", port=int(port)))
    print(office.queue.port, flush=True)
    Event().wait()


if __name__ == "__main__":
    main(*sys.argv[1:])
