"""What runs at a desk that has a part in the queue: the keeper with its door, or the lines to it; and who listens."""

from collections.abc import Callable
from threading import Event, Thread

import msgspec

from desktop.office.errors import OfficeError
from desktop.queue import settings
from desktop.queue.desk import News
from desktop.queue.door import Door
from desktop.queue.hands import Hands
from desktop.queue.keeper import Keeper
from desktop.queue.lan import key_of
from desktop.queue.model import Join, Look, Reply, Request, Standing
from desktop.queue.peer import Peer
from desktop.queue.settings import Own, Seen
from desktop.store import notes
from desktop.store.desk import Desk

_LOOK_S = 20.0
_TRY_AGAIN_S = 1.0
_PATIENT_S = 3.0


class Round:
    """From the beginning of a desk's part to its end. OfficeError `queue.port_taken`, `queue.code_wrong`."""

    def __init__(self, desk: Desk, own: Own, tell: Callable[[News], None], hands: Hands) -> None:
        self._desk, self._tell, self._hands = desk, tell, hands
        self._keeper = Keeper(desk) if own.part == "keeper" else None
        self._door = Door(self._keeper.answer, key_of(own.code), own.port) if self._keeper else None
        self._asking = None if self._keeper else Peer(own.address, own.code)
        self._looking = None if self._keeper else Peer(own.address, own.code)  # it waits for news while others ask
        self._seen = settings.seen(desk.reader)
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
            except OfficeError as error:
                since = -1
                if not self._over.is_set():
                    self._tell(News(trouble=error.code))
                    self._over.wait(_TRY_AGAIN_S)

    def _look(self, since: int) -> Reply:
        patience = _LOOK_S if since >= 0 else 0.0
        request = Request(self._desk.ids.new(), "", Look(since, patience, self._seen.day, self._seen.highest))
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

    def _remember(self, standing: Standing) -> None:
        """In case this desk has to keep the queue one day."""
        before = self._seen.highest if self._seen.day == standing.day else {}
        highest = {letter: max(number, before.get(letter, 0)) for letter, number in standing.highest.items()}
        seen = Seen(standing.day, before | highest)
        if self._keeper is None and seen != self._seen:
            self._seen = seen
            self._desk.settle(notes.PUT, (settings.SEEN, msgspec.json.encode(seen)))
