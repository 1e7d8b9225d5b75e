"""A desk of an earlier release, as far as the centre and its colleagues can tell: its words, its acts, what it knew.

It speaks in the frozen structs of its release, its acts are those of the recording with other values in them, and
of what it is told it keeps what the recording shows that it knew.
"""

import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cache
from typing import Any

import msgspec
import requests
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from desktop.office.clock import Clock, utc_text
from desktop.office.ids import Id, IdMaker
from desktop.office.proof import DIGEST_MODULUS, GENESIS, link, row_hash
from sync.wire.codec import decode, encode
from sync.wire.messages import MEDIA_TYPE
from tests.sync.wire.captures import Release


@cache
def recorded_acts(release: Release) -> dict[str, dict[str, Any]]:
    """The body of one act of each kind that desks of the release sent."""
    found: dict[str, dict[str, Any]] = {}
    for exchange in release.exchanges():
        if exchange.door == "/v1/sync" and exchange.status == 200 and exchange.type == MEDIA_TYPE:
            for act in decode(exchange.asked, release.words.SyncRequest).mutations:
                body = msgspec.msgpack.decode(act.body)
                found.setdefault(act.type, body)
    return found


@cache
def known_columns(release: Release) -> dict[str, frozenset[str]]:
    """The entities, and of each the columns, that desks of the release were told."""
    found: dict[str, frozenset[str]] = {}
    for exchange in release.exchanges():
        if exchange.door == "/v1/sync" and exchange.status == 200 and exchange.type == MEDIA_TYPE:
            for part in decode(exchange.answered, release.words.SyncResponse).rows:
                found[part.entity] = frozenset(part.columns)
    return found


class Told(AssertionError):
    """The centre answered with a problem, which the desk's own words could read."""

    def __init__(self, status: int, problem: Any) -> None:
        super().__init__(f"{status} {problem}")
        self.status = status
        self.problem = problem


@dataclass
class PastDesk:
    """`hears` may bend an answer on its way, as a centre to come might."""

    release: Release
    url: str
    clock: Clock
    user_id: Id
    hears: Callable[[bytes], bytes] = lambda data: data
    key: Ed25519PrivateKey = field(default_factory=Ed25519PrivateKey.generate)
    rows: dict[tuple[str, Id], dict[str, Any]] = field(default_factory=dict)
    members: dict[str, dict[tuple[str, Id], int]] = field(default_factory=dict)
    cursors: dict[str, int] = field(default_factory=dict)
    results: dict[int, Any] = field(default_factory=dict)
    leases: dict[str, Any] = field(default_factory=dict)
    outbox: list[Any] = field(default_factory=list)
    numbered: int = 0
    proto: int = 1
    schema: int = 0
    strange: set[str] = field(default_factory=set)
    """Entities that it was told of and does not know."""

    def __post_init__(self) -> None:
        self.words = self.release.words
        self.schema = self.release.schema
        self.ids = IdMaker(self.clock)
        self._mseq, self._hash = 0, GENESIS
        self._acked = self.words.Chain(0, GENESIS)
        self._token, self._word = "", b""

    def enrol(self, code: str, name: str) -> None:
        public = self.key.public_key().public_bytes_raw()
        self.enrolled = self._post("/v1/enrol", self.words.EnrolRequest(code, public, name), self.words.Enrolled)
        self.fetch_token()

    def fetch_token(self) -> None:
        """A first-release desk knows nothing of watchwords."""
        words, device, at = self.words, self.enrolled.device_id, utc_text(self.clock.now())
        if self.release.schema == 1:
            request = words.TokenRequest(device, at, self.key.sign(words.token_claim(device, at)))
        else:
            said = words.Watchword(self._word, (), next_word := os.urandom(16))
            said = msgspec.structs.replace(said, tried=(next_word,))
            signature = self.key.sign(words.token_claim(device, at, said))
            request, self._word = words.TokenRequest(device, at, signature, said), next_word
        self._token = self._post("/v1/token", request, words.Token).token

    def act(self, kind: str, /, **changed: Any) -> dict[str, Any]:
        """Does what the release did, with other values, or what nobody has heard of; returns the body."""
        body = recorded_acts(self.release).get(kind, {}) | changed
        raw = msgspec.msgpack.encode(body)
        mseq, mut_id, at = self._mseq + 1, self.ids.new(), utc_text(self.clock.now())
        hash_ = link(self._hash, mseq, mut_id, kind, 1, self.user_id, at, raw)
        self.outbox.append(self.words.WireMutation(mseq, mut_id, kind, 1, self.user_id, at, raw, self._hash, hash_))
        self._mseq, self._hash = mseq, hash_
        return body

    def next_number(self, series: str) -> dict[str, Any]:
        """The next number of its lease, as its acts name it."""
        lease = self.leases[series]
        self.numbered += 1
        taken = {"series": series, "year_be": lease.year_be, "n": lease.lo + self.numbered - 1}
        return taken | {"lease_id": lease.lease_id, "epoch": lease.epoch, "book_no": lease.book_no}

    def request(self, wishes: Iterable[tuple[str, int]] = ()) -> Any:
        wanted = tuple(self.words.LeaseWish(*wish) for wish in wishes)
        asked = self.words.SyncRequest(
            *(self.proto, self.schema, self.enrolled.device_id, self.enrolled.feed_epoch),
            *(self._acked, dict(self.cursors), tuple(self.outbox), wanted),
        )
        if self.release.schema == 1:
            return asked
        last = self.outbox[-1] if self.outbox else None
        claim = self.words.acts_claim(self.enrolled.device_id, last.mseq, last.hash) if last else b""
        stats = self.words.Stats(outbox=len(self.outbox), version="0.2.0")
        return msgspec.structs.replace(asked, signature=self.key.sign(claim) if last else b"", packs=True, stats=stats)

    def sync(self, wishes: Iterable[tuple[str, int]] = ()) -> Any:
        """One round to its end, proven by the digests; the last answer."""
        while True:
            answer = self._post("/v1/sync", self.request(wishes), self.words.SyncResponse)
            self._take_in(answer)
            wishes = ()
            if not (answer.more or self.outbox):
                self._prove(answer.digests)
                return answer

    def letters(self) -> dict[Id, dict[str, Any]]:
        return {row_id: row for (entity, row_id), row in self.rows.items() if entity == "letter"}

    def texts(self) -> set[str]:
        """What was endorsed, as far as this desk may see it."""
        return {row["text"] for (entity, _), row in self.rows.items() if entity == "endorsement"}

    def _post(self, path: str, message: Any, answer: Any) -> Any:
        headers = {"Content-Type": MEDIA_TYPE, "Authorization": f"Bearer {self._token}"}
        response = requests.post(self.url + path, data=encode(message), headers=headers, timeout=180)
        if response.status_code >= 400:
            raise Told(response.status_code, decode(response.content, self.words.Problem))
        return decode(self.hears(response.content), answer)

    def _take_in(self, answer: Any) -> None:
        self.results |= {result.mseq: result for result in answer.results}
        if answer.results:
            last = self.outbox[len(answer.results) - 1]
            self._acked = self.words.Chain(last.mseq, last.hash)
            del self.outbox[: len(answer.results)]
        self.leases |= {lease.series: lease for lease in reversed(answer.leases)}
        for part in answer.rows:
            self._keep(part)
        for entry in (one for one in answer.entries if one.op in ("P", "R")):
            held = self.members.setdefault(entry.bucket, {})
            held.pop((entry.entity, entry.row_id), None)
            if entry.op == "P":
                held[(entry.entity, entry.row_id)] = entry.ver
        seen = {key for bucket in answer.buckets for key in self.members.get(bucket, {})}
        self.rows = {key: row for key, row in self.rows.items() if key in seen}
        self.cursors |= {bucket: max(self.cursors.get(bucket, 0), answer.upto) for bucket in answer.buckets}

    def _keep(self, part: Any) -> None:
        known = known_columns(self.release).get(part.entity)
        if known is None:
            self.strange.add(part.entity)
            return
        for row in part.rows:
            values = dict(zip(part.columns, row, strict=True))
            self.rows[(part.entity, values["id"])] = {name: values[name] for name in known}

    def _prove(self, digests: dict[str, Any]) -> None:
        for bucket, said in digests.items():
            held = self.members.get(bucket, {})
            mine = sum(row_hash(entity, row_id, ver) for (entity, row_id), ver in held.items()) % DIGEST_MODULUS
            assert (len(held), mine) == (said.n_rows, said.digest), f"{bucket} differs from the centre"
