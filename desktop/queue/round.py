"""What runs at a desk that has a part in the queue: the keeper with its door, or the lines to it; and who listens."""

import logging
from collections.abc import Callable, Iterable
from threading import Event, Thread

import msgspec

from desktop.office.errors import OfficeError
from desktop.queue import settings
from desktop.queue.desk import News
from desktop.queue.door import Door
from desktop.queue.hands import Hands
from desktop.queue.keeper import Keeper
from desktop.queue.lan import key_of
from desktop.queue.lending import Lending
from desktop.queue.model import Join, Look, Offer, Reply, Request, Standing, Want
from desktop.queue.peer import Peer
from desktop.queue.settings import Own, Seen
from desktop.registers.loan_model import Loan, LoanAsk
from desktop.store import notes
from desktop.store.desk import Desk

log = logging.getLogger(__name__)
_LOOK_S = 20.0
_TRY_AGAIN_S = 1.0
_PATIENT_S = 3.0


class Round:
    """From the beginning of a desk's part to its end. OfficeError `queue.port_taken`, `queue.code_wrong`."""

    def __init__(self, desk: Desk, own: Own, tell: Callable[[News], None], hands: Hands) -> None:
        self._desk, self._own, self._tell, self._hands = desk, own, tell, hands
        self._keeper = Keeper(desk) if own.part == "keeper" else None
        self._door = Door(self._keeper.answer, key_of(own.code), own.port) if self._keeper else None
        self._asking = None if self._keeper else Peer(own.address, own.code)
        self._looking = None if self._keeper else Peer(own.address, own.code)  # it waits for news while others ask
        self._seen = settings.seen(desk.reader)
        self._lending, self._wanted = Lending(desk), 0
        self._over = Event()
        self._thread = Thread(target=self._watch, name="queue-watch", daemon=True)
        self._thread.start()

    @property
    def port(self) -> int | None:
        return self._door.port if self._door is not None else None

    def ask(self, request: Request) -> Reply:
        """OfficeError `queue.keeper_away`, `queue.code_refused`; what is refused is in the reply."""
        if self._keeper is not None:
            return self._keeper.answer(request)
        assert self._asking is not None
        try:
            return self._asking.ask(request)
        except OfficeError as error:
            self._tell(News(trouble=error.code))
            raise

    def borrow(self, ask: LoanAsk, patience: float) -> Loan:
        """What another desk lends, on a line of its own: a citizen is called meanwhile.

        OfficeError `numbers.nobody_lends`, `queue.keeper_away`, `queue.code_refused`.
        """
        request = Request(self._desk.ids.new(), ask.by, Want(ask, patience))
        if self._keeper is not None:
            reply = self._keeper.answer(request)
        else:
            line = Peer(self._own.address, self._own.code)
            try:
                reply = line.ask(request, patience)
            finally:
                line.close()
        if reply.loan is None:
            raise OfficeError(reply.error or "numbers.nobody_lends", **reply.subject)
        return reply.loan

    def close(self) -> None:
        self._over.set()
        for line in (self._asking, self._looking):
            if line is not None:
                line.close()
        if self._keeper is not None:
            self._keeper.end()
        if self._door is not None:
            self._door.close()
        self._thread.join(_PATIENT_S)  # it may be knocking at a machine that is off; it touches nothing any more

    def _watch(self) -> None:
        since = -1
        while not self._over.is_set():
            try:
                reply = self._look(since)
                if self._over.is_set() or reply.standing is None:
                    continue
                since = reply.standing.version
                self._remember(reply.standing)
                self._tell(News(reply.standing))
                self.join()
                self._lend(reply.asked)
                self._wanted = reply.wanted
            except OfficeError as error:
                since = -1
                if not self._over.is_set():
                    self._tell(News(trouble=error.code))
                    self._over.wait(_TRY_AGAIN_S)

    def _look(self, since: int) -> Reply:
        patience = _LOOK_S if since >= 0 else 0.0
        look = Look(since, patience, self._seen.day, self._seen.highest, self._wanted)
        request = Request(self._desk.ids.new(), "", look)
        if self._keeper is not None:
            return self._keeper.answer(request)
        assert self._looking is not None
        return self._looking.ask(request, patience)

    def join(self) -> None:
        """What was called from paper is told as soon as the keeper can be reached; said twice it counts once."""
        ready = self._hands.ready()
        if ready:
            reply = self.ask(Request(self._desk.ids.new(), "", Join(ready)))
            if not reply.error:
                self._hands.joined(ready)

    def _lend(self, asked: Iterable[LoanAsk]) -> None:
        """Meets other desks' wishes for numbers, if this one has enough: it says so first, for one lender is enough."""
        me = self._desk.identity.device_id
        for ask in asked:
            if self._lending.could(ask) and not self.ask(self._offer(Offer(ask.id, me))).error:
                try:
                    loan = self._lending.lend(ask)
                except OfficeError as error:
                    log.warning("a wish for numbers is not met code=%s desk=%s", error.code, ask.device_id.hex())
                    continue
                if loan is not None:
                    self.ask(self._offer(Offer(ask.id, me, loan)))

    def _offer(self, offer: Offer) -> Request:
        return Request(self._desk.ids.new(), "", offer)

    def _remember(self, standing: Standing) -> None:
        """In case this desk has to keep the queue one day."""
        before = self._seen.highest if self._seen.day == standing.day else {}
        highest = {letter: max(number, before.get(letter, 0)) for letter, number in standing.highest.items()}
        seen = Seen(standing.day, before | highest)
        if self._keeper is None and seen != self._seen:
            self._seen = seen
            self._desk.settle(notes.PUT, (settings.SEEN, msgspec.json.encode(seen)))
