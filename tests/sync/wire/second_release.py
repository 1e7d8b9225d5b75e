"""The messages as release 0.2.0 (schema 2) had them, word for word: what desks out there speak. Never changed."""

import hashlib
from typing import Annotated, Any

import msgspec
from msgspec import Meta

PROTO = 1
MEDIA_TYPE = "application/vnd.thesaban.post+msgpack"
JSON_TYPE = "application/json"
MAX_MUTATIONS = 500
PAGE_ROWS = 2000


class DeskLine(msgspec.Struct, frozen=True):
    device_id: bytes
    name: str
    counter: str
    active: bool
    heard_at: str | None = None
    outbox: int = 0
    oldest: str | None = None
    blobs: int = 0
    attention: int = 0
    disk_free: int | None = None
    clock_off_ms: int = 0
    version: str = ""


class Desks(msgspec.Struct, frozen=True):
    desks: tuple[DeskLine, ...]
    server_time: str


class EntityRows(msgspec.Struct, frozen=True):
    entity: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]


class Entry(msgspec.Struct, frozen=True, array_like=True):
    bucket: str
    entity: str
    row_id: bytes
    oseq: int
    op: str
    ver: int


class Digest(msgspec.Struct, frozen=True, array_like=True):
    n_rows: int
    digest: int


class Removal(msgspec.Struct, frozen=True, array_like=True):
    entity: str
    row_id: bytes
    ver: int


class FeedPage(msgspec.Struct, frozen=True):
    bucket: str
    feed_epoch: bytes
    rows: tuple[EntityRows, ...]
    removed: tuple[Removal, ...]
    last: int
    head: int
    total: Digest | None = None


class Head(msgspec.Struct, frozen=True):
    head: int


class BlobOffer(msgspec.Struct, frozen=True):
    sha256: str
    size: int


class BlobState(msgspec.Struct, frozen=True):
    sha256: str
    size: int
    offset: int
    stored: bool
    attempt: int = 0


class EnrolRequest(msgspec.Struct, frozen=True):
    code: str
    public_key: bytes
    device_name: str
    former: bytes | None = None


class Enrolled(msgspec.Struct, frozen=True):
    device_id: bytes
    office_id: int
    feed_epoch: bytes
    counter: str
    registers: tuple[str, ...] = ()


class Watchword(msgspec.Struct, frozen=True):
    held: bytes
    tried: tuple[bytes, ...]
    next: bytes


class TokenRequest(msgspec.Struct, frozen=True):
    device_id: bytes
    at: str
    signature: bytes
    watchword: Watchword | None = None


class Token(msgspec.Struct, frozen=True):
    token: str
    expires_at: str


class SignInRequest(msgspec.Struct, frozen=True):
    login: str
    password: str


class SignedIn(msgspec.Struct, frozen=True):
    staff_id: bytes


def token_claim(device_id: bytes, at: str, watchword: Watchword | None = None) -> bytes:
    claim = b"thesaban-token/1\n" + device_id + b"\n" + at.encode("ascii")
    if watchword is None:
        return claim
    return claim + b"\n" + hashlib.sha256(msgspec.msgpack.encode(watchword)).digest()


class LeaseWish(msgspec.Struct, frozen=True):
    series: str
    year_be: int
    numbers: int = 0


class Holding(msgspec.Struct, frozen=True):
    lease_id: bytes
    series: str
    year_be: int
    book_no: int
    epoch: int
    lo: int
    hi: int
    next: int
    valid_to: str | None = None
    former: bool = False


class Lease(msgspec.Struct, frozen=True):
    lease_id: bytes
    series: str
    year_be: int
    book_no: int
    epoch: int
    lo: int
    hi: int
    valid_to: str | None = None


class PackRef(msgspec.Struct, frozen=True, array_like=True):
    sha256: str
    size: int
    rows: int
    entity: str
    first: bytes
    last: bytes


class SnapshotOffer(msgspec.Struct, frozen=True):
    bucket: str
    feed_epoch: bytes
    ready: bool
    upto: int = 0
    total: Digest = Digest(0, 0)
    packs: tuple[PackRef, ...] = ()
    again_after: int = 1


class Pack(msgspec.Struct, frozen=True):
    bucket: str
    upto: int
    rows: EntityRows


class WireMutation(msgspec.Struct, frozen=True):
    mseq: int
    mut_id: bytes
    type: str
    v: int
    user_id: bytes
    at: str
    body: bytes
    prev_hash: bytes
    hash: bytes


class Chain(msgspec.Struct, frozen=True):
    last_mseq: int
    last_hash: bytes


class Stats(msgspec.Struct, frozen=True):
    outbox: int = 0
    oldest: str | None = None
    disk_free: int | None = None
    clock: str | None = None
    blobs: int = 0
    attention: int = 0
    version: str = ""


class SyncRequest(msgspec.Struct, frozen=True):
    proto: int
    schema: int
    device_id: bytes
    feed_epoch: bytes
    chain: Chain
    cursors: Annotated[dict[str, int], Meta(max_length=10_000)]
    mutations: Annotated[tuple[WireMutation, ...], Meta(max_length=10 * MAX_MUTATIONS)] = ()
    need_leases: Annotated[tuple[LeaseWish, ...], Meta(max_length=1_000)] = ()
    stats: Stats = Stats()
    signature: bytes = b""
    packs: bool = False
    held: Annotated[tuple[Holding, ...], Meta(max_length=5_000)] | None = None


def acts_claim(device_id: bytes, mseq: int, hash_: bytes) -> bytes:
    return b"thesaban-acts/1\n" + device_id + b"\n" + str(mseq).encode("ascii") + b"\n" + hash_


class Result(msgspec.Struct, frozen=True):
    mseq: int
    status: str
    eff_oseq: int = 0
    code: str | None = None
    data: dict[str, Any] | None = None
    outcome: str | None = None


class SyncResponse(msgspec.Struct, frozen=True):
    results: tuple[Result, ...]
    buckets: tuple[str, ...]
    entries: tuple[Entry, ...]
    rows: tuple[EntityRows, ...]
    upto: int
    head: int
    more: bool
    digests: dict[str, Digest]
    leases: tuple[Lease, ...]
    durable_through: int
    server_time: str
    feed_epoch: bytes
    notices: tuple[str, ...] = ()
    signers: tuple[bytes, ...] | None = None
    far: tuple[str, ...] = ()


class OnlineRows(msgspec.Struct, frozen=True):
    rows: tuple[EntityRows, ...] = ()


class Problem(msgspec.Struct, frozen=True):
    code: str
    detail: str = ""
    data: dict[str, Any] | None = None


class Health(msgspec.Struct, frozen=True):
    status: str
    proto: int
    server_time: str
    database: str = "ok"
    migrations: str = "ok"
    disk: str = "ok"


class SignedPlace(msgspec.Struct, frozen=True):
    mseq: int
    signature: bytes


class History(msgspec.Struct, frozen=True):
    acts: tuple[WireMutation, ...]
    last_mseq: int
    more: bool
    signatures: tuple[SignedPlace, ...] = ()


class Deposit(msgspec.Struct, frozen=True):
    device_id: bytes
    mutations: tuple[WireMutation, ...]
    signature: bytes


class NotKept(msgspec.Struct, frozen=True):
    mseq: int
    why: str


class Deposited(msgspec.Struct, frozen=True):
    kept: tuple[int, ...]
    refused: tuple[NotKept, ...]


def deposit_claim(device_id: bytes, mutations: tuple[WireMutation, ...]) -> bytes:
    return b"thesaban-deposit/1\n" + device_id + b"".join(act.hash for act in mutations)
