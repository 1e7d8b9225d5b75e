"""What an exchange says beneath its bytes: which message each door asks and answers, and what of it must stay so."""

from types import ModuleType
from typing import Any

import msgspec

from sync.wire.codec import decode
from sync.wire.messages import MEDIA_TYPE
from tests.sync.wire.captures import Exchange

ASKED = {
    "/v1/enrol": "EnrolRequest",
    "/v1/token": "TokenRequest",
    "/v1/signin": "SignInRequest",
    "/v1/sync": "SyncRequest",
    "/v1/blobs": "BlobOffer",
    "/v1/deposit": "Deposit",
}
ANSWERED = {
    "/v1/enrol": "Enrolled",
    "/v1/token": "Token",
    "/v1/signin": "SignedIn",
    "/v1/sync": "SyncResponse",
    "/v1/blobs": "BlobState",
    "/v1/wait": "Head",
    "/v1/health": "Health",
    "/v1/feed": "FeedPage",
    "/v1/snapshot/{audience}/{secrecy}": "SnapshotOffer",
    "/v1/snapshot/{audience}/{secrecy}/{upto}/{sha256}": "Pack",
    "/v1/desks": "Desks",
    "/v1/online/{entity}": "OnlineRows",
    "/v1/online/{entity}/{row_id}": "OnlineRows",
    "/v1/devices/me/mutations": "History",
    "/v1/deposit": "Deposited",
}


def name_of(exchange: Exchange, status: int) -> str | None:
    """What an answer of this exchange is called, or None where it has no message."""
    if status >= 400 and exchange.door != "/v1/health":
        return "Problem"
    return None if status == 206 else ANSWERED.get(exchange.door)


def read(exchange: Exchange, status: int, data: bytes, media_type: str, words: ModuleType) -> Any:
    """The answer's message in these words, or None where it has none."""
    name = name_of(exchange, status)
    kind = MEDIA_TYPE if name == "Pack" else media_type
    return decode(data, getattr(words, name), kind) if name else None


def is_within(small: Any, large: Any) -> bool:
    """Whether everything said in `small` is said in `large`, which may say more."""
    if isinstance(small, dict):
        return all(key in large and is_within(value, large[key]) for key, value in small.items())
    if isinstance(small, list | tuple):
        return len(small) <= len(large) and all(map(is_within, small, large))
    return bool(small == large)


def gist(message: Any) -> dict[str, Any]:
    """What a later centre must say as well, without what differs from one day to the next."""
    find = _GISTS.get(type(message).__name__)
    return find(message) if find else {}


def _sync(said: Any) -> dict[str, Any]:
    results = [(one.mseq, one.status, one.code, one.outcome) for one in said.results]
    books = [(one.series, one.year_be, one.book_no, one.lo) for one in said.leases]
    found = {"results": results, "buckets": dict.fromkeys(said.buckets), "columns": _columns(said.rows)}
    found |= {"more": said.more, "epoch": said.feed_epoch, "notices": said.notices, "books": books}
    return found | {"signers": getattr(said, "signers", None)}


def _columns(parts: Any) -> dict[str, dict[str, None]]:
    return {part.entity: dict.fromkeys(part.columns) for part in parts}


def _offer(said: Any) -> dict[str, Any]:
    return {"bucket": said.bucket, "ready": said.ready, "kinds": {pack.entity: pack.rows for pack in said.packs}}


def _history(said: Any) -> dict[str, Any]:
    signed = [(one.mseq, one.signature) for one in said.signatures]
    return {"acts": [msgspec.structs.astuple(act) for act in said.acts], "last": said.last_mseq, "signed": signed}


_GISTS: dict[str, Any] = {
    "Problem": lambda said: {"code": said.code},
    "SyncResponse": _sync,
    "Enrolled": lambda said: {"office": said.office_id, "counter": said.counter, "registers": said.registers},
    "SignedIn": lambda said: {"who": said.staff_id},
    "BlobState": msgspec.structs.asdict,
    "Health": lambda said: {"status": said.status, "proto": said.proto},
    "FeedPage": lambda said: {"bucket": said.bucket, "columns": _columns(said.rows)},
    "SnapshotOffer": _offer,
    "Pack": lambda said: {"bucket": said.bucket, "columns": _columns([said.rows])},
    "Desks": lambda said: {"desks": [(one.name, one.counter, one.active) for one in said.desks]},
    "OnlineRows": lambda said: {
        "columns": _columns(said.rows),
        "rows": {part.entity: len(part.rows) for part in said.rows},
    },
    "History": _history,
    "Deposited": lambda said: {"kept": said.kept, "refused": [(one.mseq, one.why) for one in said.refused]},
}
