"""A copy of the store once a day and the sweeping of the store, in the background and behind everything else."""

import logging
import os
import sys
import threading
from collections.abc import Callable
from datetime import timedelta

from desktop.office.errors import OfficeError
from desktop.store import backup
from desktop.store.copies import CopyKeeper
from desktop.store.desk import Desk

log = logging.getLogger(__name__)

EVERY = timedelta(hours=20)
"""Office computers are off at night: a copy is made on each working day, whenever the program runs."""
FIRST_LOOK, LOOK_SECONDS = 300.0, 900.0
_BACKGROUND = 10


class Nightly:
    """Looks from time to time whether a copy is due, and then does `chore`; `stop` waits for what is under way."""

    def __init__(
        self, desk: Desk, first_look: float = FIRST_LOOK, chore: Callable[[Desk], object] | None = None
    ) -> None:
        self._desk = desk
        self._chore = chore
        self._copies = CopyKeeper(desk)
        self._ended = threading.Event()
        self._first_look = first_look
        self._thread = threading.Thread(target=self._run, name="backup", daemon=True)
        self.trouble = ""
        """The code of what kept the last copy from being made, or ""."""

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        self._ended.set()
        if self._thread.ident is not None:
            self._thread.join()

    def look(self) -> bool:
        """Makes a copy if one is due; whether it did."""
        held = backup.all_saved(self._desk.folder)
        if not self._desk.enrolled or (held and self._desk.clock.now() - held[0].made_at < EVERY):
            self._prove()
            return False
        try:
            made = self._copies.make(always=False)
        except OfficeError as error:
            log.info("no copy of the store: %s", error.code)
            self.trouble = error.code
            return False
        self.trouble = ""
        return made

    def _prove(self) -> None:
        """Looks at times whether the newest copy is still whole; what is found is kept for a person to read."""
        if self._desk.enrolled:
            self._copies.prove_again(self._desk.clock.now())

    def _do_chore(self) -> None:
        try:
            if self._chore is not None:
                self._chore(self._desk)
        except OfficeError as error:
            log.info("not swept: %s", error.code)  # the next look tries again

    def _run(self) -> None:
        if sys.platform == "linux":
            os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), _BACKGROUND)
        wait = self._first_look
        while not self._ended.wait(wait):
            self.look()
            self._do_chore()
            wait = LOOK_SECONDS
