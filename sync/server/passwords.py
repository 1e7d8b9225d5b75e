"""People's passwords: Argon2id, a bounded number of tries, and an answer that takes as long for a wrong name."""

import secrets
import threading

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from sqlalchemy import Connection, Engine, func, select, text

from desktop.accounts.tables import staff
from desktop.office.clock import Clock, utc_text
from desktop.office.ids import Id
from sync.server import devices
from sync.server.database import transact
from sync.server.devices import DeviceKey
from sync.server.refusal import Refusal
from sync.server.tables import staff_password
from sync.wire.messages import SignedIn, SignInRequest

TRIES_A_MINUTE = 10
_AT_ONCE = 4
"""Verifications at the same time: each takes 64 MiB."""

_COUNT_TRY = text("""
INSERT INTO signin_attempt AS tried (office_id, login, minute, count) VALUES (:office_id, :login, :minute, 1)
ON CONFLICT (office_id, login, minute) DO UPDATE SET count = tried.count + 1 RETURNING count
""")
_FORGET_TRIES = text("DELETE FROM signin_attempt WHERE office_id = :office_id AND minute < :minute")
_PUT = text("""
INSERT INTO staff_password (office_id, staff_id, hash) VALUES (:office_id, :staff_id, :hash)
ON CONFLICT (office_id, staff_id) DO UPDATE SET hash = excluded.hash
""")


class SignIn:
    """Lets people in whose login and password the centre knows, at a desk that the centre knows."""

    def __init__(self, engine: Engine, clock: Clock) -> None:
        self._engine = engine
        self._clock = clock
        self._hasher = PasswordHasher()
        self._nobody = self._hasher.hash(secrets.token_hex())
        self._slots = threading.Semaphore(_AT_ONCE)

    def sign_in(self, key: DeviceKey, request: SignInRequest) -> SignedIn:
        """Refusal 403 for a wrong login or password, or a desk of other people; 429 after ten tries in a minute."""
        login = plain(request.login)
        tries, signers = transact(self._engine, lambda connection: self._count_try(connection, key, login))
        if tries > TRIES_A_MINUTE:
            wait = 60 - self._clock.now().second
            raise Refusal(429, "slow_down", "too many tries", {"Retry-After": str(wait)}, seconds=wait)
        found = transact(self._engine, lambda connection: _known(connection, key.office_id, login))
        staff_id, kept = found or (None, self._nobody)
        if not self._matches(kept, request.password) or staff_id is None:
            raise Refusal(403, "signin_refused")
        if signers is not None and staff_id not in signers:
            raise Refusal(403, "signin_not_here", "this desk is other people's")
        return SignedIn(staff_id)

    def _count_try(self, connection: Connection, key: DeviceKey, login: str) -> tuple[int, tuple[Id, ...] | None]:
        signers = devices.find(connection, key).scope.signers
        minute = utc_text(self._clock.now())[:16]
        connection.execute(_FORGET_TRIES, {"office_id": key.office_id, "minute": minute})
        values = {"office_id": key.office_id, "login": login, "minute": minute}
        tries: int = connection.scalar(_COUNT_TRY, values)
        return tries, signers

    def _matches(self, kept: str, password: str) -> bool:
        with self._slots:
            try:
                return self._hasher.verify(kept, password)
            except (VerificationError, InvalidHashError):
                return False


def plain(login: str) -> str:
    """A login as it is compared: small letters, no spaces around, bounded."""
    return login.strip().lower().replace("\0", "")[:100]


def set_password(connection: Connection, office_id: int, login: str, password: str) -> bool:
    """Keeps the Argon2id hash of a person's password; False when there is no such person."""
    query = select(staff.c.id).where(staff.c.office_id == office_id, func.lower(staff.c.login) == plain(login))
    staff_id = connection.scalar(query)
    if staff_id is None:
        return False
    hashed = PasswordHasher().hash(password)
    connection.execute(_PUT, {"office_id": office_id, "staff_id": staff_id, "hash": hashed})
    return True


def _known(connection: Connection, office_id: int, login: str) -> tuple[Id, str] | None:
    same = (staff_password.c.office_id == staff.c.office_id) & (staff_password.c.staff_id == staff.c.id)
    query = (
        select(staff.c.id, staff_password.c.hash)
        .join(staff_password, same)
        .where(staff.c.office_id == office_id, func.lower(staff.c.login) == login, staff.c.active == 1)
    )
    row = connection.execute(query).first()
    return (row.id, row.hash) if row else None
