"""A keeper as a process of its own, that a test may kill: folder, key of its store, port and code.

With `dies` it is gone as soon as its store has lent numbers, before anybody is told.
"""

import os
import signal
import sys
from pathlib import Path
from threading import Event

from desktop.application import Office
from desktop.catalogue import catalogue
from desktop.office.clock import SystemClock
from desktop.queue.lending import Lending
from desktop.queue.settings import Own
from desktop.registers.loan_model import Loan, LoanAsk
from desktop.store.desk import Desk
from desktop.store.keys import DeskKeys
from tests.helpers.desk import make_desk, make_office

_lend = Lending.lend


def _lend_and_die(self: Lending, ask: LoanAsk) -> Loan | None:
    _lend(self, ask)
    os.kill(os.getpid(), signal.SIGKILL)
    return None


def main(folder: str, key: str, port: str, code: str, *dies: str) -> None:
    keys = DeskKeys(bytes.fromhex(key))
    path = Path(folder)
    known = (path / "desk.db").exists()
    desk = Desk(path, keys, SystemClock(), catalogue) if known else make_desk(path, clock=SystemClock(), keys=keys)
    if dies:
        Lending.lend = _lend_and_die  # type: ignore[method-assign]
    office: Office = make_office(desk)
    office.queue.settle(Own("keeper", code=code, place="1", port=int(port)))
    print(office.queue.port, flush=True)
    Event().wait()


if __name__ == "__main__":
    main(*sys.argv[1:])
