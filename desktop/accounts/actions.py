"""Signing in: by the centre when there is a line, by the cached verifier of this desk when there is none."""

from collections.abc import Callable
from typing import Protocol

from desktop.accounts.model import Person, Session
from desktop.accounts.queries import AccountQueries
from desktop.accounts.rules import UNLOCK_DAYS, still_good
from desktop.office.clock import from_utc_text, utc_text
from desktop.office.errors import OfficeError
from desktop.office.ids import Id
from desktop.store.desk import Desk


class AskCentre(Protocol):
    def __call__(self, login: str, password: str) -> Id:
        """The staff id of who signs in. OfficeError `accounts.wrong_password`, `accounts.too_often`, `post.no_line`."""
        ...


_KNOWN = "SELECT hash, confirmed_at FROM verifier WHERE staff_id = ?"
_REMEMBER = "INSERT OR REPLACE INTO verifier (staff_id, hash, confirmed_at) VALUES (?, ?, ?)"
_FORGET = "DELETE FROM verifier WHERE staff_id = ?"


class AccountActions:
    """`ask_centre` is the post's end of signing in."""

    def __init__(self, desk: Desk, queries: AccountQueries, ask_centre: Callable[[str, str], Id]) -> None:
        self._desk = desk
        self._queries = queries
        self._ask_centre = ask_centre

    def sign_in(self, login: str, password: str) -> Session:
        """Who sits at the desk from now on.

        The centre is asked first; without a line the verifier that it confirmed within the last seven days decides.
        OfficeError `accounts.wrong_password`, `accounts.too_often`, `accounts.first_time_needs_line`,
        `accounts.too_long_offline`.
        """
        return self._session(self.confirm(login, password))

    def confirm(self, login: str, password: str) -> Person:
        """Who this is, by their own password: somebody who answers for what another does. Errors as `sign_in`."""
        person = self._queries.person(login)
        try:
            if self._ask_centre(person.login, password) != person.id:
                raise OfficeError("accounts.wrong_password")
            self._remember(person, password)
        except OfficeError as error:
            if error.code == "accounts.wrong_password":
                self._desk.settle(_FORGET, (person.id,))
            if error.code != "post.no_line":
                raise
            self._unlock(person, password)
        return person

    def _remember(self, person: Person, password: str) -> None:
        from argon2 import PasswordHasher

        confirmed = utc_text(self._desk.clock.now())
        self._desk.settle(_REMEMBER, (person.id, PasswordHasher().hash(password), confirmed))

    def _unlock(self, person: Person, password: str) -> None:
        from argon2 import PasswordHasher
        from argon2.exceptions import VerifyMismatchError

        known = self._desk.reader.one(_KNOWN, (person.id,))
        if known is None:
            raise OfficeError("accounts.first_time_needs_line")
        if not still_good(from_utc_text(known[1]), self._desk.clock.now()):
            raise OfficeError("accounts.too_long_offline", days=UNLOCK_DAYS)
        try:
            PasswordHasher().verify(known[0], password)
        except VerifyMismatchError as error:
            raise OfficeError("accounts.wrong_password") from error

    def _session(self, person: Person) -> Session:
        office = self._queries.office()
        if office is None:
            raise OfficeError("desk.not_ready")
        identity = self._desk.identity
        return Session(person, office, identity.counter, identity.registers)
