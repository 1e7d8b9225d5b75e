"""The copies of one desk's store, kept and proven: what is known of them outlives the program."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from threading import Event
from typing import Any

from desktop.office.clock import from_utc_text, utc_text
from desktop.office.copies import Copies, late_days
from desktop.office.errors import OfficeError
from desktop.store import backup, notes
from desktop.store.backup import Saved
from desktop.store.desk import Desk

PROVE_AGAIN = timedelta(days=7)
"""A copy that was whole when it was made is opened and read through again so often: disks forget."""
_BEGAN = "SELECT enrolled_at FROM device"


class CopyKeeper:
    """Every call may block and may come from any thread."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def known(self) -> Copies:
        """Everything at once."""
        held = backup.all_saved(self._desk.folder)
        noted = self._noted()
        about = Copies(
            self._desk.folder / backup.FOLDER,
            count=len(held),
            all_bytes=sum(one.bytes for one in held),
            proved_at=from_utc_text(noted["proved_at"]) if noted.get("proved_at") else None,
            flaw=noted.get("flaw", ""),
            failed=noted.get("failed", ""),
            lacking_mb=int(noted.get("lacking_mb", "1")),
            late_days=self.late_days(held),
        )
        return about if not held else _with(about, held[0])

    def late_days(self, held: list[Saved] | None = None) -> int | None:
        """For how many days there was work and no copy of it, when that is too long; None when all is well."""
        began = self._desk.reader.one(_BEGAN)
        if began is None:
            return None
        saved = backup.all_saved(self._desk.folder) if held is None else held
        newest = saved[0] if saved else None
        days = late_days(newest.made_at if newest else None, from_utc_text(began[0]), self._desk.clock.now())
        changed = newest is None or backup.differs(self._desk, newest)
        return days if changed else None

    def make(
        self,
        *,
        always: bool = True,
        told: Callable[[int, int], None] = lambda done, total: None,
        ended: Event | None = None,
    ) -> bool:
        """Makes a copy and proves it; whether there is a new one. Errors as `backup.make`; `backup.Stopped`."""
        try:
            made = backup.make(self._desk, always=always, told=told, ended=ended)
        except OfficeError as error:
            self._note(failed=error.code, lacking_mb=str(error.subject.get("megabytes", 1)))
            raise
        if made is not None:
            self._note(proved_at=utc_text(self._desk.clock.now()), flaw="", failed="")
        return made is not None

    def prove(self) -> None:
        """Opens the newest copy with the desk's key and reads it through; what was found is kept.

        OfficeError `backup.none`.
        """
        held = backup.all_saved(self._desk.folder)
        if not held:
            raise OfficeError("backup.none")
        flaw = ""
        try:
            backup.check(held[0], self._desk.keys.database)
        except OfficeError as error:
            flaw = error.code
        self._note(proved_at=utc_text(self._desk.clock.now()), flaw=flaw)

    def prove_again(self, now: datetime) -> None:
        """Proves the newest copy if that was long ago."""
        said = self._noted().get("proved_at")
        if backup.all_saved(self._desk.folder) and (not said or now - from_utc_text(said) > PROVE_AGAIN):
            self.prove()

    def _noted(self) -> dict[str, str]:
        kept = notes.read(self._desk.reader, notes.COPIES)
        return dict(json.loads(kept)) if kept else {}

    def _note(self, **found: str) -> None:
        said = json.dumps(self._noted() | found).encode()
        self._desk.settle(notes.PUT, (notes.COPIES, said))


def _with(about: Copies, newest: Saved) -> Copies:
    values: dict[str, Any] = {"newest": newest.made_at, "bytes": newest.bytes, "unsent": newest.unsent}
    return replace(about, files=len(newest.files), **values)
