"""The centre as the desk speaks with it: the messages of protocol 1, and the token that every one of them needs."""

import hashlib
import random
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any, TypeVar

from desktop.office.clock import Clock, from_utc_text, utc_text
from desktop.office.errors import OfficeError
from desktop.office.ids import Id
from sync.client.coming import Coming, coming
from sync.client.signature import sign
from sync.client.transport import Answer, Ask, Transport
from sync.client.watchword import Watch
from sync.wire.codec import Malformed, decode, encode
from sync.wire.messages import (
    MEDIA_TYPE,
    BlobOffer,
    BlobState,
    Desks,
    Head,
    OnlineRows,
    SignedIn,
    SignInRequest,
    SnapshotOffer,
    SyncRequest,
    SyncResponse,
    Token,
    TokenRequest,
    WireMutation,
    token_claim,
)
from sync.wire.recovery import Deposit, Deposited, History, deposit_claim

T = TypeVar("T")

WAIT_SECONDS = 25.0
"""The centre answers a waiting desk after this long, with or without news."""
PACKING_SECONDS = 300.0
"""A snapshot that nobody has asked for yet is made while the desk waits."""
_SPARE = timedelta(seconds=60)
_TOKEN_PROBLEMS = frozenset({"token_missing", "token_bad", "token_expired", "token_superseded"})


class Centre:
    """Speaks for one enrolled desk, on any thread. `seed` is the desk's Ed25519 seed.

    OfficeError of every call: those of `Transport`, and `post.clock_wrong` when the centre does not believe our clock.
    """

    def __init__(
        self,
        transport: Transport,
        device_id: Id,
        seed: bytes,
        clock: Clock,
        rng: random.Random,
        watch: Watch | None = None,
    ) -> None:
        self._transport = transport
        self._device_id = device_id
        self._seed = seed
        self._clock = clock
        self._rng = rng
        self._watch = watch
        self._lock = threading.Lock()
        self._token = ""
        self._ends: datetime | None = None

    def sync(self, request: SyncRequest) -> SyncResponse:
        return self._told(_message("POST", "/v1/sync", request), SyncResponse)

    def snapshot(self, bucket: str, upto: int = 0, after: int = 0) -> SnapshotOffer:
        """The packs of a bucket, of the moment `upto` if the centre still has those, else of one beyond `after`.

        Making them may take a while.
        """
        path = f"/v1/snapshot/{bucket}?upto={upto}&after={after}"
        return self._told(Ask("GET", path, read_seconds=PACKING_SECONDS), SnapshotOffer)

    def pack(self, bucket: str, upto: int, sha256: str) -> bytes:
        """The bytes of a pack; that they are what the address says is for the caller to verify."""
        return self._authorised(Ask("GET", f"/v1/snapshot/{bucket}/{upto}/{sha256}")).body

    def wait(self, head: int) -> int:
        """The office's head as soon as it is not `head`, or `head` again after a while."""
        ask = Ask("GET", f"/v1/wait?head={head}", read_seconds=WAIT_SECONDS + 5)
        return self._told(ask, Head).head

    def desks(self) -> Desks:
        """How every desk of the office is; OfficeError `desks.not_supervisor` beside those of the line."""
        try:
            return self._told(Ask("GET", "/v1/desks"), Desks)
        except OfficeError as error:
            if error.subject.get("problem") != "not_supervisor":
                raise
            raise OfficeError("desks.not_supervisor") from error

    def probe(self, size: int) -> int:
        """Asks for so many bytes that mean nothing; how many came."""
        return len(self._authorised(Ask("GET", f"/v1/probe?bytes={size}")).body)

    def sign_in(self, login: str, password: str) -> Id:
        """The staff id.

        OfficeError `accounts.wrong_password`, `accounts.too_often`, `accounts.not_at_this_desk` beside the line's.
        """
        try:
            return self._told(_message("POST", "/v1/signin", SignInRequest(login, password)), SignedIn).staff_id
        except OfficeError as error:
            code = _SIGN_IN.get(str(error.subject.get("problem", "")))
            if code is None:
                raise
            raise OfficeError(code, **_seconds(error)) from error

    def offer_blob(self, sha256: str, size: int) -> BlobState:
        return self._told(_message("POST", "/v1/blobs", BlobOffer(sha256, size)), BlobState)

    def blob_state(self, sha256: str) -> BlobState:
        """How much of an offered file is there."""
        return _upload_state(sha256, self._authorised(Ask("HEAD", f"/v1/blobs/{sha256}")))

    def append_blob(self, sha256: str, offset: int, chunk: bytes, attempt: int = 0) -> BlobState:
        """Adds a chunk at `offset`, in the `attempt` that its offer began; the centre checks that it came whole."""
        headers = {"Upload-Offset": str(offset), "Upload-Checksum": "sha256 " + hashlib.sha256(chunk).hexdigest()}
        headers["Content-Type"] = "application/offset+octet-stream"
        headers |= {"Upload-Attempt": str(attempt)} if attempt else {}
        return _upload_state(sha256, self._authorised(Ask("PATCH", f"/v1/blobs/{sha256}", chunk, headers)))

    @contextmanager
    def read_blob(self, sha256: str, start: int = 0) -> Iterator[Coming]:
        """The pieces of a file as they come, from byte `start` on or before; what they are the caller must verify.

        OfficeError `post.refused` with the problem `range_wrong` when another part of the file comes.
        """
        wanted = {"Range": f"bytes={start}-"} if start else {}
        with self._transport.stream(self._signed(Ask("GET", f"/v1/blobs/{sha256}", headers=wanted))) as answer:
            yield coming(*answer, start)

    def read_online(self, entity: str, user_id: Id, row_id: Id | None = None) -> OnlineRows:
        """Rows that this desk may read and never keep: one with all that hangs on it, or the newest of a kind."""
        path = f"/v1/online/{entity}" + (f"/{row_id.hex()}" if row_id else "")
        return self._told(Ask("GET", f"{path}?user={user_id.hex()}"), OnlineRows)

    def history(self, after: int, of: Id) -> History:
        """A page of the acts of this device, or of one (`of`) that it was, after a place."""
        return self._told(Ask("GET", f"/v1/devices/me/mutations?after={after}&device={of.hex()}"), History)

    def deposit(self, acts: tuple[WireMutation, ...]) -> Deposited:
        """Leaves acts for a person, at a centre that has withdrawn this device."""
        signature = sign(self._seed, deposit_claim(self._device_id, acts))
        message = Deposit(self._device_id, acts, signature)
        return _decoded(self._transport.exchange(_message("POST", "/v1/deposit", message)), Deposited)

    def _told(self, ask: Ask, type_: type[T]) -> T:
        return _decoded(self._authorised(ask), type_)

    def _authorised(self, ask: Ask) -> Answer:
        signed = self._signed(ask)
        try:
            return self._transport.exchange(signed)
        except OfficeError as error:
            if error.subject.get("problem") not in _TOKEN_PROBLEMS:
                raise
        with self._lock:
            if signed.headers["Authorization"] == f"Bearer {self._token}":  # else another thread has a newer one
                self._ends = None
        return self._transport.exchange(self._signed(ask))

    def _signed(self, ask: Ask) -> Ask:
        with self._lock:
            if self._ends is None or self._clock.now() >= self._ends - _SPARE:
                self._renew()
            return replace(ask, headers={**ask.headers, "Authorization": f"Bearer {self._token}"})

    def _renew(self) -> None:
        """A new token; the claimed moment is varied by up to a second, because the centre takes each only once."""
        at = utc_text(self._clock.now() - timedelta(microseconds=self._rng.randrange(1_000_000)))
        word = self._watch.say() if self._watch else None
        signature = sign(self._seed, token_claim(self._device_id, at, word))
        request = TokenRequest(self._device_id, at, signature, word)
        try:
            answer = self._transport.exchange(_message("POST", "/v1/token", request))
        except OfficeError as error:
            if error.subject.get("problem") == "clock_off":
                raise OfficeError("post.clock_wrong", **_minutes(error, self._clock)) from error
            raise
        told = _decoded(answer, Token)
        if self._watch and word:
            self._watch.heard(word)
        self._token, self._ends = told.token, _moment(told.expires_at)


_SIGN_IN = {
    "signin_refused": "accounts.wrong_password",
    "signin_not_here": "accounts.not_at_this_desk",
    "slow_down": "accounts.too_often",
}


def _message(method: str, path: str, message: Any) -> Ask:
    return Ask(method, path, encode(message), {"Content-Type": MEDIA_TYPE})


def _decoded(answer: Answer, type_: type[T]) -> T:
    try:
        return decode(answer.body, type_)
    except Malformed as error:
        raise OfficeError("post.not_the_centre") from error


def _moment(text: str) -> datetime:
    try:
        return from_utc_text(text)
    except ValueError as error:
        raise OfficeError("post.not_the_centre") from error


def _upload_state(sha256: str, answer: Answer) -> BlobState:
    try:
        offset, size = int(answer.headers["Upload-Offset"]), int(answer.headers["Upload-Length"])
    except (KeyError, ValueError) as error:
        raise OfficeError("post.not_the_centre") from error
    return BlobState(sha256, size, offset, answer.headers.get("Upload-State") == "stored")


def _seconds(error: OfficeError) -> dict[str, int]:
    wait = error.subject.get("again_after", 60)
    return {"seconds": int(wait)}


def _minutes(error: OfficeError, clock: Clock) -> dict[str, int]:
    """By how much the desk's clock is off, when the centre said what time it is."""
    try:
        server = from_utc_text(str(error.subject.get("data", {}).get("server_time", "")))
    except ValueError:
        return {"minutes": 5}
    return {"minutes": round(abs((clock.now() - server).total_seconds()) / 60)}
