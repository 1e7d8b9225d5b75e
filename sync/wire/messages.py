"""The messages of protocol 1, as msgspec structs. Fields may be added with a default; none is renamed or removed.

The write-read loop is here. Messages of one topic have a file of their own (`identity`, `feed`, `packs`, `leases`,
`files`) and can be had from here too, so that whoever speaks the protocol imports from one place.
"""

from typing import Annotated, Any

import msgspec
from msgspec import Meta

from desktop.office.proof import DIGEST_MODULUS, GENESIS, link, row_hash
from sync.wire.desks import DeskLine, Desks
from sync.wire.feed import Digest, EntityRows, Entry, FeedPage, Head, Removal
from sync.wire.files import BlobOffer, BlobState
from sync.wire.identity import (
    Enrolled,
    EnrolRequest,
    SignedIn,
    SignInRequest,
    Token,
    TokenRequest,
    Watchword,
    token_claim,
)
from sync.wire.leases import Holding, Lease, LeaseWish
from sync.wire.packs import Pack, PackRef, SnapshotOffer

__all__ = [
    "DIGEST_MODULUS",
    "GENESIS",
    "BlobOffer",
    "BlobState",
    "DeskLine",
    "Desks",
    "Digest",
    "EnrolRequest",
    "Enrolled",
    "EntityRows",
    "Entry",
    "FeedPage",
    "Head",
    "Holding",
    "Lease",
    "LeaseWish",
    "Pack",
    "PackRef",
    "Removal",
    "SignInRequest",
    "SignedIn",
    "SnapshotOffer",
    "Token",
    "TokenRequest",
    "Watchword",
    "link",
    "row_hash",
    "token_claim",
]

PROTO = 1
MEDIA_TYPE = "application/vnd.thesaban.post+msgpack"
JSON_TYPE = "application/json"
MAX_MUTATIONS = 500
"""Acts in one request that every centre takes."""
MOST_ACTS = 1000
"""Acts in one request that this one takes: so many are performed together, and keep the office's other desks waiting
for some tenths of a second."""
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


class Stats(msgspec.Struct, frozen=True):
    """What a desk reports of itself: unsent mutations, the oldest of them (UTC text), free disk bytes, its clock.

    `blobs`: files that the centre lacks; `attention`: what waits there for a person; `version` of the program.
    """

    outbox: int = 0
    oldest: str | None = None
    disk_free: int | None = None
    clock: str | None = None
    blobs: int = 0
    attention: int = 0
    version: str = ""


class SyncRequest(msgspec.Struct, frozen=True):
    """`cursors`: bucket -> oseq up to which this desk has it; a bucket it never had is absent.

    `signature` over `acts_claim` of the last act, by the device's key; from schema 2 on wherever there are acts.
    `packs`: this desk takes snapshots; buckets that it is far behind in may be left to those.
    `held`: every lease of the desk, told once in each feed epoch; None when the centre knows them.
    What is longer than allowed is refused before memory is spent on it.
    """

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
    """What a desk signs under its acts: its name and the end of their chain, which covers all of them."""
    return b"thesaban-acts/1\n" + device_id + b"\n" + str(mseq).encode("ascii") + b"\n" + hash_


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


class SyncResponse(msgspec.Struct, frozen=True):
    """Everything up to feed position `upto`, consistent; `more`: ask again at once; digests come with the last page.

    `signers`: the staff who may sign in at this desk; None: whoever the office has.
    `far`: buckets of which this answer tells nothing, because their snapshot is the shorter road.
    `most_acts`: so many the next request may have.
    """

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
    most_acts: int = MAX_MUTATIONS


class OnlineRows(msgspec.Struct, frozen=True):
    """Rows that a desk shows and never writes down."""

    rows: tuple[EntityRows, ...] = ()


class Problem(msgspec.Struct, frozen=True):
    """The body of every refusal: `code` such as device_forked, device_unknown, expected_mseq, upgrade_required."""

    code: str
    detail: str = ""
    data: dict[str, Any] | None = None


class Health(msgspec.Struct, frozen=True):
    """`status`: ok or unavailable; `database`, `migrations` and `disk` say which part is not ok, in one word."""

    status: str
    proto: int
    server_time: str
    database: str = "ok"
    migrations: str = "ok"
    disk: str = "ok"
