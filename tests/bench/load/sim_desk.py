"""A desk as the centre sees it: its key, its chain, its cursors and what it must hold; without a store or a screen.

It keeps the version of every row of every bucket, so that at the end its digests can be held against the centre's.
"""

import asyncio
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

import aiohttp
import msgspec

from desktop.office.clock import utc_text
from desktop.office.dates import fiscal_year_be, local_date, year_be
from desktop.office.proof import DIGEST_MODULUS, GENESIS, row_hash
from desktop.store import versions
from sync.client.signature import public_key, sign
from sync.wire.codec import decode, encode
from sync.wire.messages import (
    MEDIA_TYPE,
    PROTO,
    Chain,
    Digest,
    Enrolled,
    EnrolRequest,
    Head,
    Lease,
    LeaseWish,
    SyncRequest,
    SyncResponse,
    Token,
    TokenRequest,
    WireMutation,
    acts_claim,
    token_claim,
)
from tests.bench.load.work import CLOCK, IDS, Deed, chained

RECEIPTS = "receipts"
SCHEMA = int(versions.HEAD)


class Refused(Exception):
    """The centre said no for now; `after` seconds it may be asked again."""

    def __init__(self, status: int, after: float) -> None:
        super().__init__(f"HTTP {status}")
        self.status = status
        self.after = after


@dataclass
class Tally:
    """What all the desks together saw. `took` holds the seconds of each sync that carried acts."""

    syncs: int = 0
    acts: int = 0
    refused: int = 0
    broken: int = 0
    took: list[float] = field(default_factory=list)


class SimDesk:
    """`series` tells its kind of work: the letter register, receipts, or none (it endorses)."""

    def __init__(self, url: str, code: str, seed: bytes, line: aiohttp.ClientSession, tally: Tally) -> None:
        self.url, self._code, self._seed, self._line, self._tally = url, code, seed, line, tally
        self.series: str | None = None
        self.held: dict[str, dict[tuple[str, bytes], int]] = {}
        self.digests: dict[str, Digest] = {}
        self.pending: list[WireMutation] = []
        self.letters: list[bytes] = []
        self.unrouted: list[bytes] = []
        self.results: dict[str, int] = {}
        self.head = 0
        self._cursors: dict[str, int] = {}
        self._books: dict[bytes, tuple[Lease, int]] = {}
        self._known = Chain(0, GENESIS)
        self._end = Chain(0, GENESIS)
        self._token = ""

    async def enrol(self) -> None:
        asked = EnrolRequest(self._code, public_key(self._seed), "load")
        self.me = decode(await self._post("/v1/enrol", encode(asked)), Enrolled)
        self.series = self.me.registers[0] if self.me.registers else RECEIPTS if self.me.counter else None
        await self.renew()

    async def renew(self) -> None:
        """A new token, as after fifteen minutes or a long outage."""
        at = utc_text(CLOCK.now())
        asked = TokenRequest(self.me.device_id, at, sign(self._seed, token_claim(self.me.device_id, at)))
        self._token = decode(await self._post("/v1/token", encode(asked)), Token).token

    def do(self, deed: Callable[["SimDesk"], Deed]) -> None:
        """Does one act, online or not."""
        act = chained(deed(self), self._end, IDS.new(), utc_text(CLOCK.now()))
        self._end = Chain(act.mseq, act.hash)
        self.pending.append(act)

    def take_number(self) -> tuple[Lease, int]:
        """The next number of its oldest book."""
        for lease_id, (book, following) in self._books.items():
            if following <= book.hi:
                self._books[lease_id] = (book, following + 1)
                return book, following
        raise LookupError("no numbers left")

    async def sync(self) -> None:
        """Sends what waits and reads to the head."""
        while True:
            part = tuple(self.pending[:500])
            began = time.perf_counter()
            answer = decode(await self._post("/v1/sync", encode(self._request(part))), SyncResponse)
            self._tally.syncs += 1
            if part:
                self._tally.took.append(time.perf_counter() - began)
            self._take(part, answer)
            if not answer.more and not self.pending and (self._books or not self._wishes()):
                return

    async def wait(self) -> None:
        """Until the office has news."""
        headers = {"Authorization": f"Bearer {self._token}"}
        async with self._line.get(f"{self.url}/v1/wait?head={self.head}", headers=headers) as answer:
            body = await answer.read()
            if answer.status != 200:
                raise Refused(answer.status, float(answer.headers.get("Retry-After", 1)))
            decode(body, Head)

    def proven(self) -> bool:
        """Whether its own sums equal what the centre said last."""
        return {bucket: _digest(rows) for bucket, rows in self.held.items() if bucket in self.digests} == {
            bucket: (said.n_rows, said.digest) for bucket, said in self.digests.items() if bucket in self.held
        }

    def _request(self, part: tuple[WireMutation, ...]) -> SyncRequest:
        wishes = self._wishes()
        me, chain = self.me, self._known
        signed = sign(self._seed, acts_claim(me.device_id, part[-1].mseq, part[-1].hash)) if part else b""
        asked = SyncRequest(PROTO, SCHEMA, me.device_id, me.feed_epoch, chain, self._cursors, part, wishes)
        return msgspec.structs.replace(asked, signature=signed)

    def _wishes(self) -> tuple[LeaseWish, ...]:
        today = local_date(CLOCK.now())
        if self.series is None or sum(book.hi - following + 1 for book, following in self._books.values()) > 60:
            return ()
        year = fiscal_year_be(today) if self.series == RECEIPTS else year_be(today)
        return (LeaseWish(self.series, year),)

    def _take(self, part: tuple[WireMutation, ...], answer: SyncResponse) -> None:
        for said in answer.results:
            self.results[said.status] = self.results.get(said.status, 0) + 1
        self._tally.acts += len(answer.results)
        if part:
            self._known = Chain(part[-1].mseq, part[-1].hash)
            self.pending = self.pending[len(part) :]
        for book in answer.leases:
            _, following = self._books.get(book.lease_id, (book, book.lo))
            self._books[book.lease_id] = (book, following)
        for entry in answer.entries:
            rows = self.held.setdefault(entry.bucket, {})
            if entry.op == "P":
                rows[(entry.entity, entry.row_id)] = entry.ver
                if entry.entity == "letter":
                    self.letters.append(entry.row_id)
            else:
                rows.pop((entry.entity, entry.row_id), None)
        for bucket in answer.buckets:
            self.held.setdefault(bucket, {})
            self._cursors[bucket] = max(self._cursors.get(bucket, 0), answer.upto)
        self.head, self.digests = answer.head, answer.digests

    async def _post(self, path: str, body: bytes) -> bytes:
        headers = {"Content-Type": MEDIA_TYPE, "Accept": MEDIA_TYPE, "Authorization": f"Bearer {self._token}"}
        async with self._line.post(self.url + path, data=body, headers=headers) as answer:
            said = await answer.read()
            if answer.status in (429, 503):
                self._tally.refused += 1
                raise Refused(answer.status, float(answer.headers.get("Retry-After", 1)))
            if answer.status == 401 and path == "/v1/sync":
                await self.renew()
                return await self._post(path, body)
            if answer.status != 200:
                raise RuntimeError(f"{path}: HTTP {answer.status} {said[:200]!r}")
            return said

    async def persist(self, act: Callable[[], Awaitable[object]], patience: float = 60.0) -> None:
        """Tries until it is done, as a desk does: it obeys Retry-After and comes back after a broken line."""
        ends = time.monotonic() + patience
        while True:
            try:
                await act()
            except Refused as refused:
                pause = refused.after
            except (TimeoutError, aiohttp.ClientError, OSError):
                self._tally.broken += 1
                pause = 0.5
            else:
                return
            if time.monotonic() > ends:
                raise TimeoutError("the centre did not come back")
            await asyncio.sleep(pause)


def _digest(rows: dict[tuple[str, bytes], int]) -> tuple[int, int]:
    total = sum(row_hash(entity, row_id, ver) for (entity, row_id), ver in rows.items())
    return len(rows), total % DIGEST_MODULUS
