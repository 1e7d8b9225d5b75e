"""What a person does with the queue: at the reception, at a counter, with its set-up."""

from datetime import date

from desktop.office.errors import OfficeError
from desktop.office.ids import Id
from desktop.queue.desk import QueueDesk
from desktop.queue.model import (
    Act,
    Again,
    Arrange,
    CallCode,
    CallNext,
    Finish,
    Hand,
    Lane,
    Send,
    Setup,
    State,
    Take,
    Ticket,
)
from desktop.queue.rules import DayReport, report
from desktop.queue.settings import Own
from desktop.store.desk import Desk


class QueueActions:
    """What returns is durable at the keeper. OfficeError `queue.*` where it is refused or the keeper is away."""

    def __init__(self, queue: QueueDesk, desk: Desk, by: str) -> None:
        self._queue, self._desk, self._by = queue, desk, by

    def take(self, letter: str, lane: Lane = Lane.NORMAL) -> tuple[Ticket, int]:
        """A new ticket, and how many wait before it for the same service."""
        reply = self._queue.do(Take(letter, lane), self._by)
        assert reply.ticket is not None
        waiting = reply.standing.waiting((letter,)) if reply.standing else ()
        return reply.ticket, sum(one.id != reply.ticket.id for one in waiting)

    def call_next(self, place: str, done: Id | None = None) -> Ticket:
        """OfficeError `queue.nobody_waits`, `queue.counter_changed`."""
        return self._ticket(CallNext(place, done))

    def call(self, place: str, code: str, done: Id | None = None) -> Ticket:
        """One out of its order. OfficeError `queue.unknown_number`, `queue.called_elsewhere`, `queue.already_done`."""
        return self._ticket(CallCode(place, code, done))

    def again(self, ticket: Ticket) -> Ticket:
        return self._ticket(Again(ticket.id, ticket.place))

    def finish(self, ticket: Ticket, state: State = State.DONE) -> Ticket:
        """Done, not come, or held."""
        return self._ticket(Finish(ticket.id, ticket.place, state))

    def send(self, ticket: Ticket, to_service: str, to_place: str = "") -> Ticket:
        return self._ticket(Send(ticket.id, ticket.place, to_service, to_place))

    def call_by_hand(self, place: str, typed: str) -> Hand:
        """From paper, while the keeper can't be reached."""
        return self._queue.hands.call(typed, place, self._by)

    def finish_by_hand(self, place: str, state: State = State.DONE) -> None:
        self._queue.hands.finish(place, state)
        self._queue.join()

    def arrange(self, setup: Setup) -> None:
        """OfficeError `queue.letter_wrong`, `queue.twice`, `queue.name_missing`."""
        self._queue.do(Arrange(setup), self._by)

    def settle(self, own: Own) -> None:
        self._queue.settle(own)

    def report(self, day: date) -> DayReport:
        return report(day.isoformat(), self._queue.day(day.isoformat()))

    def _ticket(self, act: Act) -> Ticket:
        ticket = self._queue.do(act, self._by).ticket
        if ticket is None:
            raise OfficeError("queue.keeper_away")
        return ticket
