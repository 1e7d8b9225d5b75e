"""A second person approves at this desk what the first may not do alone: with their PIN, line or no line.

The PIN opens a key of theirs that lies here sealed; the key signs what is approved, so nobody at this desk can say
afterwards that they had.
"""

import os
from datetime import timedelta
from typing import TYPE_CHECKING

from desktop.accounts import rules
from desktop.accounts.approval_mutations import SET_APPROVER_KEY, SetApproverKey
from desktop.accounts.model import APPROVERS, Approval, Approver, Person, PinState
from desktop.accounts.queries import AccountQueries
from desktop.office.clock import from_utc_text, utc_text
from desktop.office.errors import OfficeError
from desktop.office.ids import Id
from desktop.office.signing import Signer
from desktop.store import trusted_time
from desktop.store.desk import Desk

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    from desktop.store.unit_of_work import UnitOfWork

_PINS = "SELECT staff_id, set_at, wrong, wrong_at FROM approver_pin"
_SEALED = "SELECT key_id, salt, sealed FROM approver_pin WHERE staff_id = ?"
_SET = "INSERT OR REPLACE INTO approver_pin VALUES (?, ?, ?, ?, ?, 0, NULL)"
_WRONG = "UPDATE approver_pin SET wrong = wrong + 1, wrong_at = ? WHERE staff_id = ?"
_RIGHT = "UPDATE approver_pin SET wrong = 0, wrong_at = NULL WHERE staff_id = ?"


class Approvals:
    """Needs nobody signed in: the first person is named in each verb."""

    def __init__(self, desk: Desk, queries: AccountQueries) -> None:
        self._desk = desk
        self._queries = queries

    def people(self, asker: Person) -> tuple[Approver, ...]:
        """Who may approve what `asker` does: those with a PIN at this desk first."""
        now = self._desk.now()
        pins = {
            bytes(staff_id): rules.pin_state(from_utc_text(set_at), wrong, self._waited(bytes(staff_id), wrong_at), now)
            for staff_id, set_at, wrong, wrong_at in self._desk.reader.rows(_PINS)
        }
        found = (
            Approver(person, pins.get(person.id, PinState.NONE))
            for person in self._queries.people()
            if person.role in APPROVERS and person.id != asker.id
        )
        return tuple(sorted(found, key=lambda one: (not one.is_ready, one.person.login)))

    def set_pin(self, person: Person, pin: str) -> None:
        """Gives a person, who has just shown their password, a PIN at this desk; an older one ends.

        OfficeError `accounts.may_not_approve`, `accounts.pin_weak`.
        """
        if person.role not in APPROVERS:
            raise OfficeError("accounts.may_not_approve", login=person.login)
        if not rules.is_good_pin(pin):
            raise OfficeError("accounts.pin_weak", digits=rules.PIN_DIGITS)
        signer, salt = Signer(os.urandom(32)), os.urandom(16)
        sealed = _cipher(pin, salt).encrypt(_ONCE, signer.seed, person.id)

        def act(unit: "UnitOfWork") -> None:
            body = SetApproverKey(unit.new_id(), person.id, signer.public_key)
            unit.perform(SET_APPROVER_KEY, body, person.id)
            unit.connection.exec_driver_sql(_SET, (person.id, body.id, salt, sealed, unit.at))

        self._desk.write(act)

    def approve(self, approver_id: Id, pin: str, asker: Person, claim: bytes) -> Approval:
        """The second person's signature over a claim. A wrong PIN is counted before it is told, and survives a restart.

        OfficeError `accounts.approver_self`, `accounts.may_not_approve`, `accounts.no_pin`, `accounts.pin_old`,
        `accounts.pin_wrong` (`left`), `accounts.pin_locked` (`minutes`).
        """
        approver = self._ready(approver_id, asker)
        key_id, salt, sealed = self._desk.reader.rows(_SEALED, (approver_id,))[0]
        self._desk.settle(_WRONG, (utc_text(self._desk.now()), approver_id))
        self._desk.stopwatch.note(approver_id)
        seed = _opened(pin, salt, sealed, approver_id)
        if seed is None:
            left = rules.MOST_WRONG - self._wrong(approver_id)
            if left > 0:
                raise OfficeError("accounts.pin_wrong", left=left)
            raise OfficeError("accounts.pin_locked", minutes=_minutes(rules.LOCKED))
        self._desk.settle(_RIGHT, (approver_id,))
        return Approval(approver.person, bytes(key_id), Signer(seed).sign(claim))

    def _ready(self, approver_id: Id, asker: Person) -> Approver:
        if approver_id == asker.id:
            raise OfficeError("accounts.approver_self")
        approver = next((one for one in self.people(asker) if one.person.id == approver_id), None)
        if approver is None:
            raise OfficeError("accounts.may_not_approve", login="")
        if approver.pin is PinState.LOCKED:
            raise OfficeError("accounts.pin_locked", minutes=_minutes(rules.LOCKED))
        if not approver.is_ready:
            raise OfficeError("accounts.no_pin" if approver.pin is PinState.NONE else "accounts.pin_old")
        return approver

    def _waited(self, approver_id: Id, wrong_at: str | None) -> timedelta:
        """Since a wrong PIN: in this run of the program, or from one word of the centre to another.

        The desk's clock has no say, so that setting it neither ends a lock nor makes one longer than the program runs.
        """
        run = self._desk.stopwatch.since(approver_id)
        heard = trusted_time.trusted(self._desk.clock.now(), self._desk.reader.one(trusted_time.READ)).heard
        return max(run, heard - from_utc_text(wrong_at)) if heard and wrong_at else run

    def _wrong(self, approver_id: Id) -> int:
        row = self._desk.reader.one("SELECT wrong FROM approver_pin WHERE staff_id = ?", (approver_id,))
        return int(row[0]) if row else 0


_ONCE = bytes(12)
"""Every key is sealed once, under a salt of its own."""


def _cipher(pin: str, salt: bytes) -> "AESGCM":
    """Argon2id, 64 MiB: a thief of the whole store needs a tenth of a second for each PIN."""
    from argon2.low_level import Type, hash_secret_raw
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    return AESGCM(hash_secret_raw(pin.encode("utf-8"), salt, 3, 65536, 2, 32, Type.ID))


def _opened(pin: str, salt: bytes, sealed: bytes, staff_id: Id) -> bytes | None:
    """None for a PIN that does not fit."""
    from cryptography.exceptions import InvalidTag

    try:
        return _cipher(pin, salt).decrypt(_ONCE, sealed, staff_id)
    except InvalidTag:
        return None


def _minutes(span: timedelta) -> int:
    return int(span.total_seconds() // 60)
