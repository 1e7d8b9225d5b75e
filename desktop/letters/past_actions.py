"""Old registers entered and withdrawn by a clerk, part by part; each part is durable when it was told."""

import threading
from collections.abc import Callable, Sequence

from desktop.accounts.model import Person
from desktop.letters.past import ENTER_PAST, ENTERED, WITHDRAW_PAST, EnterPast, PastPart, WithdrawPast
from desktop.office.errors import OfficeError
from desktop.office.ids import Id
from desktop.store.desk import Desk
from desktop.store.unit_of_work import UnitOfWork

_PARTS = f"SELECT id FROM letter_import WHERE import_id = ? AND state = '{ENTERED}' ORDER BY part DESC"


class PastActions:
    def __init__(self, desk: Desk, who: Person) -> None:
        self._desk = desk
        self._who = who

    def new_ids(self, count: int) -> list[Id]:
        return [self._desk.ids.new() for _ in range(count)]

    def enter(
        self,
        import_id: Id,
        part: int,
        total: int,
        register: str,
        file: tuple[str, str],
        letters: Sequence[PastPart],
    ) -> None:
        """One part of an import, in one transaction. `file`: its name and its SHA-256."""

        def act(unit: UnitOfWork) -> None:
            who = self._who
            body = EnterPast(
                unit.new_id(), import_id, part, total, register, *file, who.name_th, tuple(letters)
            )  # fmt: skip
            unit.perform(ENTER_PAST, body, who.id)

        self._desk.write(act)

    def withdraw(
        self, import_id: Id, reason: str, progress: Callable[[int, int], None], cancel: threading.Event
    ) -> int:
        """Takes an import back, its last part first; how many parts. What was stopped half way may be gone on with.

        OfficeError `letters.reason_missing`.
        """
        if not reason.strip():
            raise OfficeError("letters.reason_missing")
        parts = [part_id for (part_id,) in self._desk.reader.rows(_PARTS, (import_id,))]
        for done, part_id in enumerate(parts, start=1):
            if cancel.is_set():
                return done - 1
            self._withdraw(part_id, reason.strip())
            progress(done, len(parts))
        return len(parts)

    def _withdraw(self, part_id: Id, reason: str) -> None:
        body = WithdrawPast(part_id, reason, self._who.name_th)
        self._desk.write(lambda unit: unit.perform(WITHDRAW_PAST, body, self._who.id))
