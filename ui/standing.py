"""Whether the person who is signed in may still be here: the centre tells the desk, and it the person."""

from functools import partial

from PySide6.QtCore import QObject, Signal

from desktop.accounts.model import Person
from desktop.application import Office
from desktop.office.changes import Changes
from desktop.office.errors import OfficeError
from ui.heard_changes import HeardChanges
from ui.work import Worker


class Standing(QObject):
    """`ended` brings the OfficeError that says why they must go, `altered` the one that says what is new for them."""

    ended = Signal(object)
    altered = Signal(object)

    def __init__(self, office: Office, person: Person, worker: Worker, heard: HeardChanges, parent: QObject) -> None:
        super().__init__(parent)
        self._queries, self._person, self._worker = office.account_queries, person, worker
        self._over = False
        heard.heard.connect(self._changed)

    def _changed(self, changes: Changes) -> None:
        who = self._person.id
        shut_out = ("verifier", who) in changes.rows
        if shut_out or ("staff", who) in changes.rows:
            look = partial(self._queries.person_by_id, who)
            self._worker.run(look, owner=self, on_done=lambda now: self._found(now, shut_out=shut_out))

    def _found(self, now: Person | None, *, shut_out: bool) -> None:
        if now is None:
            self._end("accounts.dismissed")
        elif shut_out:
            self._end("accounts.withdrawn_here")
        elif (now.unit, now.role) != (self._person.unit, self._person.role):
            self._person = now
            self.altered.emit(OfficeError("accounts.standing_changed"))

    def _end(self, code: str) -> None:
        if not self._over:
            self._over = True
            self.ended.emit(OfficeError(code))
