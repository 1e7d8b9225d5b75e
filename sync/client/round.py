"""One round of the post: send what waits, take what the centre answers, until both sides have nothing more."""

import logging
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import partial

from desktop.letters import holding, numbering
from desktop.office.clock import from_utc_text
from desktop.office.errors import OfficeError
from desktop.registers import turning
from desktop.store import filling, outbox
from desktop.store.desk import Desk
from sync.client import answer as answers
from sync.client import books, recovery
from sync.client import request as requests
from sync.client.centre import Centre
from sync.client.exchange import Said, exchange, heard
from sync.client.snapshot import SnapshotRoad, Spoilt
from sync.wire.messages import MAX_MUTATIONS, LeaseWish, SyncRequest, SyncResponse

log = logging.getLogger(__name__)

QUIET_SECONDS = 600.0
"""After the centre had no numbers to give it is not asked for those again for so long."""


@dataclass(frozen=True)
class Happened:
    """What a round did. `head`: how far the centre's feed was; `proven`: all of it is here and equal.

    `rows` of `rows_of` are in of the snapshot that is being taken (0 of 0: none is).
    `clock_off`: by how much this desk's clock is ahead of the centre's; `notices`: what the centre could not give.
    """

    sent: int = 0
    settled: int = 0
    entries: int = 0
    leases: int = 0
    head: int = 0
    proven: bool = False
    clock_off: timedelta = timedelta(0)
    notices: tuple[str, ...] = ()
    rows: int = 0
    rows_of: int = 0


class Round:
    """Rounds of one desk; one at a time. OfficeError as `Centre`, as the store, and what the centre holds against us:

    `post.desk_copied` (two disks speak as one), `post.centre_restored` (it lacks acts that are no longer here either),
    `post.desk_unknown`, `post.desk_revoked`, `post.desk_restored`, `post.upgrade_required`: nothing is lost, a person
    must help.
    """

    def __init__(self, desk: Desk, centre: Centre) -> None:
        self._desk = desk
        self._centre = centre
        self._unmet: dict[LeaseWish, float] = {}
        self._pace: books.Pace | None = None
        self._doubted: set[str] = set()
        self._told_differing = False
        self._road = SnapshotRoad(desk, centre)
        self._takes_packs = True
        self._most = MAX_MUTATIONS

    def run(self, told: Callable[[Happened], None] = lambda step: None) -> Happened:
        """Everything there is to send and to fetch; `told` hears of each step."""
        recovery.must_be_itself(self._desk)
        whole = Happened()
        holding.release(self._desk)
        turning.turn_years(self._desk)
        numbering.number_waiting(self._desk)
        fed_again: set[int] = set()
        ahead: Future[Said] | None = None
        while True:
            said = self._ask(ahead, fed_again)
            ahead = None
            if said is None:
                continue
            step, ahead = self._take_and_follow(said)
            whole = _add(whole, step)
            told(whole)
            if ahead is not None or self._goes_on(said.request, said.answer, step):
                continue
            if said.answer.far:
                self._fill(said.answer, partial(_tell, told, whole))
            elif not self._mends(step) and not numbering.number_waiting(self._desk):
                self._tidy(said.answer, step)
                return whole

    def _fill(self, answer: SyncResponse, told: Callable[[int, int], None]) -> None:
        """Takes the snapshots of buckets that are far behind; pages go on from there, or do it all if packs fail."""
        try:
            for bucket in answer.far:
                self._road.take(bucket, answer.buckets, told)
        except Spoilt:
            log.warning("packs are of no use, pages must do")
            self._takes_packs = False

    def _ask(self, ahead: Future[Said] | None, fed_again: set[int]) -> Said | None:
        """The next answer; None when acts must be sent again first, to a centre that was restored."""
        try:
            if ahead is not None:
                return ahead.result()
            packs = self._takes_packs
            request = requests.build(self._desk, self._wishes(), packs=packs, most=self._most)
            return exchange(self._desk, self._centre, request)
        except OfficeError as error:
            first = recovery.feeds_again(self._desk, error)
            if first is not None and first not in fed_again:
                fed_again.add(first)
                return None
            raise recovery.told(self._desk, error, self._centre) from error

    def _take_and_follow(self, said: Said) -> tuple[Happened, Future[Said] | None]:
        """Takes an answer in; where more acts wait they are on their way meanwhile, and what came of them comes too.

        Nothing rests on it: the centre keeps no account of what a desk has written down, so what is cut off in between
        is sent again and answered as before.
        """
        behind = requests.follow(self._desk, said.request, said.answer)
        if behind is None:
            return self._take(said), None
        taking = self._desk.writer.submit(partial(self._take, said))
        try:
            ahead = heard(self._desk, self._centre, behind)
        finally:
            step = taking.result()
        return step, ahead

    def _take(self, said: Said) -> Happened:
        request, answer = said.request, said.answer
        there = _moment(answer.server_time)
        self._most = requests.most_acts(answer)
        taken = answers.take(self._desk, request, answer)
        for wish in request.need_leases:
            if not taken.leases and not _postponed(request, answer):
                self._unmet[wish] = self._desk.clock.monotonic() + QUIET_SECONDS
        for notice in answer.notices:
            log.info("the centre notes: %s", notice)
        proven = taken.proven and not answer.more and not answer.far
        turning.hear(self._desk, there)
        off = said.began + (said.ended - said.began) / 2 - there
        return Happened(
            len(request.mutations), taken.settled, taken.entries, taken.leases, answer.head, proven, off, answer.notices
        )

    def _goes_on(self, request: SyncRequest, answer: SyncResponse, step: Happened) -> bool:
        if answer.more:
            moved = answer.feed_epoch != request.feed_epoch or step.entries or step.settled
            if not moved and all(request.cursors.get(bucket, 0) >= answer.upto for bucket in answer.buckets):
                raise OfficeError("post.not_the_centre")
            return True
        if step.leases and self._wishes():
            return True
        return step.settled > 0 and (bool(outbox.pending(self._desk.reader, 1)) or self._still_wishes(request))

    def _still_wishes(self, request: SyncRequest) -> bool:
        """Whether there is something to ask for that a request sent ahead has not asked for."""
        return not request.need_leases and bool(self._wishes())

    def _mends(self, step: Happened) -> bool:
        """Whether to go on because buckets that differ from the centre's are to be read from the start, each once.

        What differs even then goes before a person.
        """
        if step.proven:
            if self._doubted or filling.wants_sweep(self._desk.reader):
                filling.sweep(self._desk)
                self._doubted.clear()
            return False
        differing = answers.unproven(self._desk.reader)
        fresh = differing - self._doubted
        self._doubted |= differing
        if fresh:
            answers.doubt(self._desk, fresh)
        elif not self._told_differing:
            self._told_differing = True
            odd = {"buckets": len(differing)}
            self._desk.write(lambda unit: unit.tell_attention("post.not_proven", odd), pulled=True)
        return bool(fresh)

    def _tidy(self, answer: SyncResponse, step: Happened) -> None:
        """After a whole round: forgets what is old and safe elsewhere, and troubles that are over."""
        recovery.forgiven(self._desk)
        if step.proven and outbox.has_old(self._desk.reader, self._desk.clock.now()):
            self._desk.write(lambda unit: outbox.prune(unit, answer.durable_through), pulled=True)

    def _wishes(self) -> tuple[LeaseWish, ...]:
        now = self._desk.clock.monotonic()
        here = self._desk.clock.now()
        self._pace = self._pace or books.Pace(self._desk.reader, self._desk.identity.device_id)
        wished = books.wishes(self._desk.reader, self._desk.identity, here, self._pace.at(here))
        return tuple(wish for wish in wished if self._unmet.get(wish, now) <= now)


def _tell(told: Callable[[Happened], None], whole: Happened, rows: int, rows_of: int) -> None:
    told(replace(whole, rows=rows, rows_of=rows_of))


def _postponed(request: SyncRequest, answer: SyncResponse) -> bool:
    """Whether numbers only wait for desks to tell theirs to a restored centre: they are asked for again soon."""
    withheld = any(notice.startswith("lease_withheld ") for notice in answer.notices)
    return withheld or answer.feed_epoch != request.feed_epoch


def _add(whole: Happened, step: Happened) -> Happened:
    return replace(
        step,
        sent=whole.sent + step.sent,
        settled=whole.settled + step.settled,
        entries=whole.entries + step.entries,
        leases=whole.leases + step.leases,
    )


def _moment(text: str) -> datetime:
    try:
        return from_utc_text(text)
    except ValueError as error:
        raise OfficeError("post.not_the_centre") from error
