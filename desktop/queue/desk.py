"""The queue at one desk: kept here, or asked of the desk that keeps it; told to whoever shows it."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from threading import Lock
from typing import TYPE_CHECKING

import msgspec

from desktop.accounts.model import Person
from desktop.office.errors import OfficeError
from desktop.queue import settings
from desktop.queue.model import Act, Reply, Request, Standing, Tell, Ticket
from desktop.queue.settings import Own
from desktop.registers.loan_model import USUAL
from desktop.store import notes
from desktop.store.desk import Desk

if TYPE_CHECKING:
    from desktop.queue.actions import QueueActions
    from desktop.queue.announcer import Announcer, Loudspeaker, VoiceState
    from desktop.queue.hands import Hands
    from desktop.queue.round import Round
    from desktop.registers.loan_model import Loan

LENDER_S = 6.0
"""How long a clerk waits for another desk's numbers."""


@dataclass(frozen=True)
class News:
    """`standing`: the newest that this desk knows, or None; `trouble`: why there is none newer (a code), or ""."""

    standing: Standing | None = None
    trouble: str = ""


Told = Callable[[News], None]


class QueueDesk:
    """Made with the office; nothing is opened before `begin`. Listeners are called on a thread of the queue's own."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.news = News()
        self._listeners: list[Told] = []
        self._lock, self._telling = Lock(), Lock()
        self._round: Round | None = None
        self._announcer: Announcer | None = None
        self._leave: Callable[[], None] | None = None
        self.own = Own()

    @cached_property
    def speaker(self) -> "Loudspeaker":
        """What calls are said with at this desk."""
        from desktop.queue.announcer import Loudspeaker

        return Loudspeaker(self._desk.folder)

    def voice(self) -> "VoiceState":
        """How calls would be heard at this desk; not on the GUI thread."""
        from desktop.queue.saying import needed

        standing = self.news.standing
        return self.speaker.state(needed(tuple(one.letter for one in standing.setup.services) if standing else ()))

    @cached_property
    def hands(self) -> "Hands":
        """What was called from paper."""
        from desktop.queue.hands import Hands

        return Hands(self._desk)

    def begin(self) -> None:
        """Keeps the queue or listens to its keeper, as this desk is set; a second call does nothing.

        OfficeError `queue.port_taken`.
        """
        with self._lock:
            if self._round is None:
                self.own = settings.own(self._desk.reader)
                if self.own.part != "none":
                    from desktop.queue.round import Round

                    self._round = Round(self._desk, self.own, self._tell, self.hands)
                    self._speak()

    def end(self) -> None:
        """Returns when every thread and line of it has ended."""
        with self._lock:
            ended, self._round = self._round, None
            announcer, self._announcer = self._announcer, None
        if self._leave is not None:
            self._leave()
            self._leave = None
        if ended is not None:
            ended.close()
        if announcer is not None:
            announcer.close()

    def settle(self, own: Own) -> None:
        """This desk's part from now on. A desk that becomes the keeper goes on after the numbers that it saw.

        OfficeError `queue.code_wrong`, `queue.address_wrong`, `queue.port_taken`.
        """
        from desktop.queue.lan import host_and_port, key_of

        if own.part != "none":
            key_of(own.code)
        if own.part == "guest":
            host_and_port(own.address, settings.PORT)
        before = settings.own(self._desk.reader)
        self.end()
        if own.part == "keeper" != before.part:
            self._take_over()
        self._desk.settle(notes.PUT, (settings.OWN, msgspec.json.encode(own)))
        self._tell(News())
        self.begin()

    @property
    def port(self) -> int | None:
        """Where this desk can be asked, if it keeps the queue."""
        return self._round.port if self._round is not None else None

    def listen(self, told: Told) -> Callable[[], None]:
        """Tells what is known now, on this thread, and then all news; the returned call stops it."""
        self._listeners.append(told)
        told(self.news)
        return lambda: self._listeners.remove(told)

    def acts(self, who: Person) -> "QueueActions":
        from desktop.queue.actions import QueueActions

        return QueueActions(self, self._desk, who.login)

    def do(self, act: Act, by: str) -> Reply:
        """OfficeError of what is refused, `queue.keeper_away`, `queue.not_set`."""
        reply = self._ask(Request(self._desk.ids.new(), by, act))
        if reply.standing is not None:
            self._tell(News(reply.standing))
        return reply

    def borrow(self, who: Person, numbers: int = USUAL, patience: float = LENDER_S) -> "Loan":
        """Numbers of receipts from another desk's book, ready to be used here; `patience`: seconds for a lender.

        OfficeError `numbers.nobody_lends`, `numbers.loan_unproven`, `queue.keeper_away`, `queue.not_set`.
        """
        from desktop.queue.lending import Lending

        asked, lending = self._round, Lending(self._desk)
        if asked is None:
            raise OfficeError("queue.not_set")
        loan = asked.borrow(lending.ask(who, numbers), patience)
        lending.take(loan)
        return loan

    def join(self) -> None:
        """Tells the keeper what was called from paper, if it can be reached; else that is done when it can."""
        asked = self._round
        if asked is not None and not self.news.trouble:
            with suppress(OfficeError):
                asked.join()

    def day(self, day: str) -> tuple[Ticket, ...]:
        """The tickets of a day (ISO). OfficeError as `do`."""
        return self._ask(Request(self._desk.ids.new(), "", Tell(day))).day

    def _speak(self) -> None:
        from desktop.queue.announcer import Announcer

        if self.own.speaks:
            self._announcer = Announcer(self.speaker, self._desk.clock)
            self._leave = self.listen(self._announcer.hear)

    def _ask(self, request: Request) -> Reply:
        asked = self._round
        if asked is None:
            raise OfficeError("queue.not_set")
        reply = asked.ask(request)
        if reply.error:
            raise OfficeError(reply.error, **reply.subject)
        return reply

    def _tell(self, news: News) -> None:
        """An older word that comes late does not replace a newer one."""
        with self._telling:
            known = self.news.standing
            if news.trouble:
                news = News(known, news.trouble)
            elif news.standing is not None and known is not None and news.standing.version < known.version:
                news = News(known)
            self.news = news
        for told in tuple(self._listeners):
            told(news)

    def _take_over(self) -> None:
        from desktop.queue.keeper import take_over

        seen = settings.seen(self._desk.reader)
        self._desk.write(lambda unit: take_over(unit, seen.day, seen.highest))
