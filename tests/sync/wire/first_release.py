"""The messages as the first release had them, word for word: what desks out there still speak. Never changed."""

from typing import Any

import msgspec

PROTO = 1
MEDIA_TYPE = "application/vnd.thesaban.post+msgpack"
JSON_TYPE = "application/json"
MAX_MUTATIONS = 500
PAGE_ROWS = 2000


class WireMutation(msgspec.Struct, frozen=True):
    """One act of one desk. `body` is the exact msgpack that was hashed; `at` the device's time, UTC text."""

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
    """The last mutation that the desk knows to be acknowledged (0 and GENESIS before the first)."""

    last_mseq: int
    last_hash: bytes


class LeaseWish(msgspec.Struct, frozen=True):
    series: str
    year_be: int


class Lease(msgspec.Struct, frozen=True):
    """Numbers `lo`..`hi` of a series and year for one device only. `valid_to`: UTC text, exclusive, or None."""

    lease_id: bytes
    series: str
    year_be: int
    book_no: int
    epoch: int
    lo: int
    hi: int
    valid_to: str | None = None


class Stats(msgspec.Struct, frozen=True):
    """What a desk reports of itself: unsent mutations, the oldest of them (UTC text), free disk bytes, its clock."""

    outbox: int = 0
    oldest: str | None = None
    disk_free: int | None = None
    clock: str | None = None
    blobs: int = 0


class SyncRequest(msgspec.Struct, frozen=True):
    """`cursors`: bucket -> oseq up to which this desk has it; a bucket it never had is absent."""

    proto: int
    schema: int
    device_id: bytes
    feed_epoch: bytes
    chain: Chain
    cursors: dict[str, int]
    mutations: tuple[WireMutation, ...] = ()
    need_leases: tuple[LeaseWish, ...] = ()
    stats: Stats = Stats()


class Result(msgspec.Struct, frozen=True):
    """`status`: applied | duplicate | flagged | rejected | blocked | retry_later.

    `eff_oseq` is the feed position at which the effect can be seen; `outcome` repeats the first status on a duplicate.
    """

    mseq: int
    status: str
    eff_oseq: int = 0
    code: str | None = None
    data: dict[str, Any] | None = None
    outcome: str | None = None


class EntityRows(msgspec.Struct, frozen=True):
    """Rows of one entity, columns named once; `id` and `ver` are always among the columns, `office_id` never."""

    entity: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]


class Entry(msgspec.Struct, frozen=True, array_like=True):
    """One feed entry: the row is in the bucket at version `ver` (`op` "P"), or no longer in it ("R")."""

    bucket: str
    entity: str
    row_id: bytes
    oseq: int
    op: str
    ver: int


class Digest(msgspec.Struct, frozen=True, array_like=True):
    """How many rows a bucket holds and the sum of their `row_hash` modulo 2**64."""

    n_rows: int
    digest: int


class SyncResponse(msgspec.Struct, frozen=True):
    """Everything up to feed position `upto`, consistent; `more`: ask again at once; digests come with the last page."""

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


class Problem(msgspec.Struct, frozen=True):
    """The body of every refusal: `code` such as device_forked, device_unknown, expected_mseq, upgrade_required."""

    code: str
    detail: str = ""
    data: dict[str, Any] | None = None


class EnrolRequest(msgspec.Struct, frozen=True):
    """`public_key`: 32 raw bytes of Ed25519."""

    code: str
    public_key: bytes
    device_name: str


class Enrolled(msgspec.Struct, frozen=True):
    """`counter`: the short code of this desk on receipts (C1); `registers`: the series it may number letters in."""

    device_id: bytes
    office_id: int
    feed_epoch: bytes
    counter: str
    registers: tuple[str, ...] = ()


class TokenRequest(msgspec.Struct, frozen=True):
    """`signature` over `token_claim(device_id, at)`."""

    device_id: bytes
    at: str
    signature: bytes


class Token(msgspec.Struct, frozen=True):
    token: str
    expires_at: str


class SignInRequest(msgspec.Struct, frozen=True):
    login: str
    password: str


class SignedIn(msgspec.Struct, frozen=True):
    staff_id: bytes


class Head(msgspec.Struct, frozen=True):
    """How far the office's feed is: a hint that it pays to ask; losing one loses nothing."""

    head: int


class BlobOffer(msgspec.Struct, frozen=True):
    """A file that a desk wants to send: SHA-256 as 64 lower-case hex digits, size in bytes."""

    sha256: str
    size: int


class BlobState(msgspec.Struct, frozen=True):
    """How much of a file the centre has; `stored`: all of it, and its SHA-256 was verified."""

    sha256: str
    size: int
    offset: int
    stored: bool


class Health(msgspec.Struct, frozen=True):
    """`status`: ok or unavailable."""

    status: str
    proto: int
    server_time: str


def token_claim(device_id: bytes, at: str) -> bytes:
    return b"thesaban-token/1\n" + device_id + b"\n" + at.encode("ascii")
