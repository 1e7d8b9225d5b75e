"""Which desk speaks: enrolment by a one-time code, and the signed claim to a token."""

import hashlib
import secrets
from datetime import datetime, timedelta
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from sqlalchemy import Connection, Engine, Row, select, text

from desktop.office.clock import Clock, from_utc_text, utc_text
from desktop.office.ids import IdMaker
from sync.server import devices, vouching
from sync.server.database import setting, transact
from sync.server.devices import ACTIVE, DeviceKey
from sync.server.recount import suspend_all, withdraw
from sync.server.refusal import Refusal
from sync.server.tables import device, enrolment_code
from sync.server.tokens import Tokens
from sync.wire.messages import Enrolled, EnrolRequest, Token, TokenRequest, Watchword, token_claim

SKEW = timedelta(minutes=5)
CODE_LIFE = timedelta(days=3)
_ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
_CODE_LENGTH = 20
MAX_TRIED = 64

_SEE_CLAIM = text("""
INSERT INTO token_seen (office_id, device_id, at) VALUES (:office_id, :device_id, :at) ON CONFLICT DO NOTHING
""")
_FORGET_CLAIMS = text("DELETE FROM token_seen WHERE office_id = :office_id AND device_id = :device_id AND at < :before")


def make_code() -> str:
    """A new enrolment code as people read it: five groups of four from 32 signs (100 bits)."""
    signs = "".join(secrets.choice(_ALPHABET) for _ in range(_CODE_LENGTH))
    return "-".join(signs[place : place + 4] for place in range(0, _CODE_LENGTH, 4))


def code_hash(code: str) -> bytes:
    """What is kept of a code; dashes, spaces and small letters don't matter."""
    return hashlib.sha256("".join(code.split()).replace("-", "").upper().encode()).digest()


class Identity:
    """The doors through which a desk comes in."""

    def __init__(self, engine: Engine, clock: Clock, ids: IdMaker, tokens: Tokens) -> None:
        self._engine = engine
        self._clock = clock
        self._ids = ids
        self._tokens = tokens

    def enrol(self, request: EnrolRequest) -> Enrolled:
        """Makes a device of whoever shows a good code; the same code and key again give the same device."""
        name = request.device_name.strip()
        if len(request.public_key) != 32 or not 1 <= len(name) <= 100 or "\0" in name:
            raise Refusal(400, "bad_request", "a key of 32 bytes and a name of 1 to 100 signs are needed")
        return transact(self._engine, lambda connection: self._enrol(connection, request, name))

    def _enrol(self, connection: Connection, request: EnrolRequest, name: str) -> Enrolled:
        query = select(enrolment_code).where(enrolment_code.c.hash == code_hash(request.code)).with_for_update()
        code = connection.execute(query).first()
        now = utc_text(self._clock.now())
        if code is None or (code.device_id is None and code.expires <= now):
            raise Refusal(403, "code_unknown")
        device_id = code.device_id
        if device_id is None:
            device_id = self._ids.new()
            standing = {"counter": code.counter, "registers": code.registers, "audiences": code.audiences}
            standing |= {"kind": code.kind, "people": code.people}
            standing |= self._line(connection, code, request, now)
            key = DeviceKey(code.office_id, device_id)
            devices.enter(connection, key, name=name, public_key=request.public_key, at=now, **standing)
            used = enrolment_code.update().where(enrolment_code.c.hash == code.hash)
            connection.execute(used.values(device_id=device_id))
        elif self._key_of(connection, DeviceKey(code.office_id, device_id)) != request.public_key:
            raise Refusal(403, "code_unknown")
        epoch = setting(connection, "feed_epoch")
        return Enrolled(device_id, code.office_id, epoch, code.counter, tuple(code.registers))

    def _line(self, connection: Connection, code: Row[Any], request: EnrolRequest, now: str) -> dict[str, Any]:
        """Whom the new device follows, if anybody: that one ends here. Who was a device tells its books before all.

        An empty computer has none to tell: those of the one before it go into suspense, and nobody waits for its word.
        """
        if code.succeeds is None:
            return {"announced": b"" if request.former else setting(connection, "feed_epoch")}
        before = devices.find(connection, DeviceKey(code.office_id, code.succeeds), lock=True, withdrawn=True)
        withdraw(connection, before.key, now)
        if request.former:
            return {"former": before.line}
        suspend_all(connection, before.key, now, self._ids)
        return {"former": before.line, "announced": setting(connection, "feed_epoch")}

    def _key_of(self, connection: Connection, key: DeviceKey) -> bytes | None:
        query = select(device.c.public_key).where(
            device.c.office_id == key.office_id, device.c.device_id == key.device_id, device.c.state == ACTIVE
        )
        found: bytes | None = connection.scalar(query)
        return found

    def token(self, request: TokenRequest) -> Token:
        """A token for a desk that signed its id and the present moment, once for each signature."""
        now = self._clock.now()
        try:
            skew = abs(from_utc_text(request.at) - now)
        except (ValueError, OverflowError) as error:
            raise Refusal(400, "bad_request", "no moment") from error
        if skew > SKEW:
            raise Refusal(401, "clock_off", "the desk's clock is wrong", server_time=utc_text(now))
        key = transact(self._engine, lambda connection: self._claim(connection, request, now))
        vouching.see_to(self._engine, key, self._clock)
        token, ends = self._tokens.make(key, now)
        return Token(token, utc_text(ends))

    def _claim(self, connection: Connection, request: TokenRequest, now: datetime) -> DeviceKey:
        query = select(device.c.office_id, device.c.public_key, device.c.state, device.c.watchword)
        query = query.where(device.c.device_id == request.device_id, device.c.public_key != b"")
        found = connection.execute(query.with_for_update()).first()
        if found is None:
            raise Refusal(403, "device_unknown")
        _check_signature(found.public_key, request)
        if found.state != ACTIVE:
            raise Refusal(403, "device_revoked")
        claim = {"office_id": found.office_id, "device_id": request.device_id}
        connection.execute(_FORGET_CLAIMS, {**claim, "before": utc_text(now - 2 * SKEW)})
        if connection.execute(_SEE_CLAIM, {**claim, "at": request.at}).rowcount == 0:
            raise Refusal(401, "token_replayed", server_time=utc_text(now))
        said = request.watchword or Watchword(b"", (), b"")
        _check_watchword(found.watchword, said)
        key = DeviceKey(found.office_id, request.device_id, said.next)
        devices.remember_watchword(connection, key)
        return key


def _check_signature(public_key: bytes, request: TokenRequest) -> None:
    try:
        claim = token_claim(request.device_id, request.at, request.watchword)
        Ed25519PublicKey.from_public_bytes(public_key).verify(request.signature, claim)
    except (InvalidSignature, ValueError) as error:
        raise Refusal(401, "signature_bad") from error


def _check_watchword(known: bytes, said: Watchword) -> None:
    """Refuses a second desk of one identity: what the centre heard last must be a word that this desk has said.

    A desk writes each word down before it says it, and forgets those before only when one was answered. So the desk
    that spoke last always knows the last word, whatever crashed or was lost; a copy of an earlier disk never does.
    """
    ours = {said.held, said.next, *said.tried}
    if any(len(word) not in (0, 16) for word in ours) or len(said.tried) > MAX_TRIED:
        raise Refusal(400, "bad_request", "a watchword has 16 bytes")
    if known and known not in ours:
        raise Refusal(409, "device_forked", "two disks speak as one device")
