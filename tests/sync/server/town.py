"""A small town at a real centre, and desks that speak the protocol by hand: no store, no retries, all checked."""

import base64
import hashlib
import itertools
import random
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, TypeVar

import msgspec
import requests
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from desktop.accounts.mutations import DefineStaff, DefineUnit
from desktop.letters import mutations as letters
from desktop.office.clock import SystemClock, utc_text
from desktop.office.dates import local_date, year_be
from desktop.office.ids import Id, IdMaker
from desktop.office.numbers import Taken
from desktop.office.proof import DIGEST_MODULUS, GENESIS, link, row_hash
from sync.server.admin import Admin
from sync.server.devices import DeviceKey
from sync.server.running import Beside
from sync.wire.codec import MAX_ANSWER, decode, encode
from sync.wire.messages import (
    MEDIA_TYPE,
    PROTO,
    Chain,
    Digest,
    Enrolled,
    EnrolRequest,
    Lease,
    LeaseWish,
    Problem,
    Result,
    SyncRequest,
    SyncResponse,
    Token,
    TokenRequest,
    WireMutation,
    acts_claim,
    token_claim,
)

T = TypeVar("T")
RowKey = tuple[str, Id]
LETTERS = "letters.incoming/central"
REGISTRY = "registry/normal"

CLOCK = SystemClock()
IDS = IdMaker(CLOCK)
_offices = itertools.count(random.SystemRandom().randrange(1, 1 << 29))


class Refused(AssertionError):
    """The centre answered with a problem."""

    def __init__(self, status: int, problem: Problem, headers: Any) -> None:
        super().__init__(f"{status} {problem}")
        self.status = status
        self.problem = problem
        self.headers = headers


def this_year() -> int:
    return year_be(local_date(CLOCK.now()))


def _session() -> requests.Session:
    """Each request has a connection of its own: one that rests is ended by the centre, and a desk without retries would
    fall over that."""
    session = requests.Session()
    session.headers["Connection"] = "close"
    return session


@dataclass
class MiniDesk:
    """What a desk must do at least: its chain, its rows by bucket, its cursors. Every full sync checks the digests."""

    url: str
    enrolled: Enrolled
    private_key: Ed25519PrivateKey
    http: requests.Session = field(default_factory=_session)
    token: str = ""
    user_id: Id = bytes(16)
    mseq: int = 0
    hash: bytes = GENESIS
    acked: Chain = field(default_factory=lambda: Chain(0, GENESIS))
    outbox: list[WireMutation] = field(default_factory=list)
    cursors: dict[str, int] = field(default_factory=dict)
    members: dict[str, dict[RowKey, int]] = field(default_factory=dict)
    rows: dict[RowKey, dict[str, Any]] = field(default_factory=dict)
    results: dict[int, Result] = field(default_factory=dict)
    number: int = 0
    schema: int = 2

    @property
    def id(self) -> Id:
        return self.enrolled.device_id

    def fetch_token(self, at: str | None = None) -> Token:
        at = at or utc_text(CLOCK.now())
        claim = TokenRequest(self.id, at, self.private_key.sign(token_claim(self.id, at)))
        return self.post("/v1/token", claim, Token)

    def post(self, path: str, message: Any, answer: type[T]) -> T:
        return said(self.send("POST", path, data=encode(message)), answer)

    def send(self, method: str, path: str, **rest: Any) -> requests.Response:
        headers = {"Content-Type": MEDIA_TYPE, "Authorization": f"Bearer {self.token}"} | rest.pop("headers", {})
        return self.http.request(method, self.url + path, headers=headers, timeout=180, **rest)

    @property
    def key(self) -> DeviceKey:
        return DeviceKey(self.enrolled.office_id, self.id)

    def act(
        self, name: str, body: Any, version: int = 1, at: str | None = None, mut_id: Id | None = None
    ) -> WireMutation:
        """Appends an act to the outbox; `body` is a struct, or raw bytes."""
        raw = body if isinstance(body, bytes) else msgspec.msgpack.encode(body)
        mseq, mut_id, at = self.mseq + 1, mut_id or IDS.new(), at or utc_text(CLOCK.now())
        hash_ = link(self.hash, mseq, mut_id, name, version, self.user_id, at, raw)
        act = WireMutation(mseq, mut_id, name, version, self.user_id, at, raw, self.hash, hash_)
        self.outbox.append(act)
        self.mseq, self.hash = mseq, hash_
        return act

    def register(self, subject: str = "ขอความอนุเคราะห์", *, files: Iterable[letters.FilePart] = (), n: int = 0) -> Id:
        """Registers a letter under the desk's lease (number `n`, else the next one)."""
        letter_id = IDS.new()
        self.number += 1
        taken = self.taken(LETTERS, n or self.number)
        body = letters.Register(
            letter_id,
            taken,
            register="central",
            received_at=utc_text(CLOCK.now()),
            channel="paper",
            from_party="อำเภอสมมติ",
            book_number="ที่ นม 0018/123",
            book_number_key="นม0018/123",
            to_party="นายกเทศมนตรี",
            subject=subject,
            urgency="normal",
            secrecy="normal",
            files=tuple(files),
        )
        self.act("letters.register", body)
        return letter_id

    leases: dict[str, Lease] = field(default_factory=dict)

    def taken(self, series: str, n: int) -> Taken:
        lease = self.leases.get(series)
        if lease is None:
            return Taken(series, this_year(), n, bytes(16), 1)
        return Taken(series, lease.year_be, n, lease.lease_id, lease.epoch, lease.book_no)

    def lease_letters(self) -> Lease:
        answer = self.sync([LeaseWish(LETTERS, this_year())])
        self.leases[LETTERS] = answer.leases[0]
        self.number = answer.leases[0].lo - 1
        return answer.leases[0]

    def route(self, letter_id: Id, *units: Id) -> list[Id]:
        parts = tuple(letters.RoutePart(IDS.new(), unit, "action") for unit in units)
        self.act("letters.route", letters.Route(letter_id, parts))
        return [part.id for part in parts]

    def endorse(self, letter_id: Id, text: str = "เพื่อโปรดทราบ") -> Id:
        note = IDS.new()
        self.act("letters.endorse", letters.Endorse(note, letter_id, "กานดา", "registrar", "note", text))
        return note

    def request(self, wishes: Iterable[LeaseWish] = ()) -> SyncRequest:
        acts = tuple(self.outbox[:500])
        return SyncRequest(
            PROTO,
            self.schema,
            self.id,
            self.enrolled.feed_epoch,
            self.acked,
            dict(self.cursors),
            acts,
            tuple(wishes),
            signature=self.sign(acts[-1]) if acts and self.schema > 1 else b"",
        )

    def sign(self, last: WireMutation) -> bytes:
        return self.private_key.sign(acts_claim(self.id, last.mseq, last.hash))

    def exchange(self, wishes: Iterable[LeaseWish] = ()) -> SyncResponse:
        """One request and its answer, taken in."""
        answer = self.post("/v1/sync", self.request(wishes), SyncResponse)
        self.take_in(answer)
        return answer

    def sync(self, wishes: Iterable[LeaseWish] = ()) -> SyncResponse:
        """Asks until there is no more, then holds what it has against the digests."""
        answer = self.exchange(wishes)
        first = answer
        while answer.more or self.outbox:
            answer = self.exchange()
        self.prove(answer.digests)
        return first

    def take_in(self, answer: SyncResponse) -> None:
        for result in answer.results:
            self.results[result.mseq] = result
        if answer.results:
            last = self.outbox[len(answer.results) - 1]
            self.acked = Chain(last.mseq, last.hash)
            del self.outbox[: len(answer.results)]
        allowed = set(answer.buckets)
        for group in answer.rows:
            for row in group.rows:
                values = dict(zip(group.columns, row, strict=True))
                self.rows[(group.entity, values["id"])] = values
        for entry in answer.entries:
            assert entry.bucket in allowed, "an entry of a bucket that this desk may not see"
            held = self.members.setdefault(entry.bucket, {})
            key = (entry.entity, entry.row_id)
            if entry.op == "P":
                held[key] = entry.ver
                assert self.rows[key]["ver"] == entry.ver, "the row came at another version than its entry"
            else:
                held.pop(key, None)
        seen = {key for held in self.members.values() for key in held}
        stray = {(group.entity, row[0]) for group in answer.rows for row in group.rows} - seen
        assert not stray, f"rows without an entry: {stray}"
        for key in set(self.rows) - seen:
            del self.rows[key]
        for bucket in answer.buckets:
            self.cursors[bucket] = max(self.cursors.get(bucket, 0), answer.upto)

    def prove(self, digests: dict[str, Digest]) -> None:
        """S10 as a desk can check it."""
        for bucket, (n_rows, digest) in {name: (d.n_rows, d.digest) for name, d in digests.items()}.items():
            held = self.members.get(bucket, {})
            mine = sum(row_hash(entity, row_id, ver) for (entity, row_id), ver in held.items()) % DIGEST_MODULUS
            assert (len(held), mine) == (n_rows, digest), f"{bucket} differs from the centre"

    def letters(self) -> set[str]:
        return {row["subject"] for (entity, _), row in self.rows.items() if entity == "letter"}

    def has(self, entity: str, row_id: Id) -> bool:
        return (entity, row_id) in self.rows

    def send_blob(self, content: bytes, chunk: int = 1 << 20) -> str:
        name = hashlib.sha256(content).hexdigest()
        said(self.send("POST", "/v1/blobs", data=encode({"sha256": name, "size": len(content)})), dict)
        for offset in range(0, len(content), chunk):
            assert self.patch(name, offset, content[offset : offset + chunk]).status_code == 204
        return name

    def patch(
        self, name: str, offset: int, part: bytes, checksum: bytes | None = None, headers: dict[str, str] | None = None
    ) -> requests.Response:
        digest = base64.b64encode(checksum or hashlib.sha256(part).digest()).decode()
        headers = {"Upload-Offset": str(offset), "Upload-Checksum": f"sha256 {digest}", **(headers or {})}
        return self.send("PATCH", f"/v1/blobs/{name}", data=part, headers=headers)


def said(response: requests.Response, answer: type[T]) -> T:
    """The message of a good answer; `Refused` with the problem of a bad one."""
    assert response.headers["X-Request-Id"]
    if response.status_code >= 400:
        raise Refused(response.status_code, decode(response.content, Problem), response.headers)
    return decode(response.content, answer, limit=MAX_ANSWER)


def enrol(url: str, code: str, key: Ed25519PrivateKey | None = None, name: str = "desk") -> MiniDesk:
    key = key or Ed25519PrivateKey.generate()
    public = key.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
    body = encode(EnrolRequest(code, public, name))
    response = requests.post(url + "/v1/enrol", data=body, headers={"Content-Type": MEDIA_TYPE}, timeout=180)
    desk = MiniDesk(url, said(response, Enrolled), key)
    desk.token = desk.fetch_token().token
    return desk


class Town:
    """An office of its own at a shared centre, with two units and one clerk."""

    def __init__(self, server: Beside) -> None:
        self.server = server
        self.office_id = next(_offices)
        self.admin = Admin(server.centre.engine)
        self.admin.create_office(
            self.office_id, name_th="เทศบาลสมมติ", name_en="Sommut", address_th="1 หมู่ 1", province_th="สมมติ"
        )
        self.eng, self.fin = self._unit("ENG"), self._unit("FIN")
        self.clerk = IDS.new()
        person = DefineStaff(self.clerk, "kanda", "กานดา", "Kanda", "ธุรการ", "Clerk", self.eng, "registrar")
        self.admin.define_staff(self.office_id, person)

    def _unit(self, code: str) -> Id:
        unit = IDS.new()
        self.admin.define_unit(self.office_id, DefineUnit(unit, code, code, code, code))
        return unit

    def desk(self, *audiences: str, counter: str = "C1", registers: Iterable[str] = (LETTERS,)) -> MiniDesk:
        """An enrolled desk that acts for the clerk; `audiences` such as `registry/normal` or `unit:ENG/normal`."""
        code = self.admin.device_code(self.office_id, "desk", counter, tuple(registers), audiences)
        desk = enrol(self.server.url, code)
        desk.user_id = self.clerk
        return desk

    def registry(self) -> MiniDesk:
        """A desk of the central registry that holds the lease of its letters."""
        desk = self.desk(REGISTRY)
        desk.lease_letters()
        return desk
