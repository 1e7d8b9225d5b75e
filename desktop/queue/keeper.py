"""The desk that keeps the queue: every request is one transaction of its store, so a ticket is at one counter only.

What it answers is durable before it is answered. A request that is said again (its `op` is the same) is answered as it
was and does nothing more.
"""

from datetime import date, timedelta
from threading import Condition

from desktop.office.clock import from_utc_text
from desktop.office.dates import local_date
from desktop.office.errors import OfficeError
from desktop.office.ids import Id
from desktop.queue import ledger, settings
from desktop.queue.exchange import Exchange
from desktop.queue.ledger import AGAIN, CALL, Ledger
from desktop.queue.model import (
    Again,
    Arrange,
    CallCode,
    CallNext,
    Finish,
    Hand,
    Join,
    Lane,
    Look,
    Offer,
    Place,
    Reply,
    Request,
    Send,
    Setup,
    Standing,
    State,
    Take,
    Tell,
    Ticket,
    Want,
)
from desktop.queue.rules import (
    MOST_TYPED,
    first_after,
    is_sound,
    next_ticket,
    priority_in_a_row,
    read_code,
    scanned_day,
)
from desktop.store import notes, trusted_time
from desktop.store.desk import Desk
from desktop.store.unit_of_work import UnitOfWork

_ENDS = (State.DONE, State.NO_SHOW, State.HELD)
_YESTERDAY = timedelta(days=1)
LONGEST_LOOK = 25.0
"""Seconds that a question may wait for news."""


class Keeper:
    """Any thread."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._news = Condition()
        self._exchange = Exchange(self._news)
        self._ended = False

    def answer(self, request: Request) -> Reply:
        """Never raises an OfficeError: what is refused is in the reply."""
        try:
            if isinstance(request.wants, Look):
                standing, wanted = self._look(request.wants), self._exchange.wanted
                return Reply(standing, asked=self._exchange.asked(), wanted=wanted)
            if isinstance(request.wants, Tell):
                return Reply(day=self.day(request.wants.day))
            if isinstance(request.wants, Want):
                return self._exchange.want(request.wants)
            if isinstance(request.wants, Offer):
                return self._exchange.offer(request.wants)
            return self._act(request)
        except OfficeError as error:
            return Reply(error=error.code, subject={name: str(value) for name, value in error.subject.items()})

    def day(self, day: str) -> tuple[Ticket, ...]:
        """The tickets of a day."""
        return ledger.tickets_of(self._desk.reader.rows(ledger.DAY, (day,)))

    def standing(self) -> Standing:
        """One read after the other: what is newer than its `version` comes with the next."""
        reader, now = self._desk.reader, self._desk.now()
        today = local_date(now)
        row = reader.one(ledger.VERSION)
        yesterday = (today - _YESTERDAY).isoformat()
        return Standing(
            version=int(row[0]) if row else 0,
            day=today.isoformat(),
            now=now,
            setup=settings.setup(reader),
            tickets=ledger.tickets_of(reader.rows(ledger.STANDING, (today.isoformat(), yesterday))),
            calls=ledger.calls_of(reader.rows(ledger.CALLS, (today.isoformat(),))),
            highest=dict(reader.rows(ledger.HIGHEST, (today.isoformat(),))),
        )

    def end(self) -> None:
        """Whoever waits for news waits no more."""
        self._exchange.end()
        with self._news:
            self._ended = True
            self._news.notify_all()

    def _look(self, wants: Look) -> Standing:
        standing = self.standing()
        beyond = {letter: high for letter, high in wants.seen.items() if high > standing.highest.get(letter, 0)}
        if beyond and wants.seen_day == standing.day:
            self._desk.write(lambda unit: take_over(unit, standing.day, beyond))
        if standing.version > wants.since or wants.patience <= 0:
            return standing
        with self._news:
            self._news.wait_for(lambda: self._ended or self._newer(wants), min(wants.patience, LONGEST_LOOK))
        return self.standing()

    def _newer(self, wants: Look) -> bool:
        if wants.wanted not in (None, self._exchange.wanted):
            return True
        row = self._desk.reader.one(ledger.VERSION)
        return row is not None and int(row[0]) > wants.since

    def _act(self, request: Request) -> Reply:
        ticket = self._desk.write(lambda unit: _Turn(unit, request).take())
        with self._news:
            self._news.notify_all()
        return Reply(self.standing(), ticket)


class _Turn:
    """One request inside its transaction."""

    def __init__(self, unit: UnitOfWork, request: Request) -> None:
        self._unit, self._request = unit, request
        self._day: date = local_date(unit.now)
        self._book = Ledger(unit, self._day.isoformat(), request.op, request.by)
        self._setup: Setup = settings.setup_inside(unit)

    def take(self) -> Ticket | None:
        known, ticket_id = self._book.answered(self._request.op)
        if known:
            return self._book.ticket(ticket_id) if ticket_id is not None else None
        trusted_time.advance(self._unit.connection, self._unit.time)
        ticket = self._do()
        self._unit.changed("queue_ticket", ticket.id if ticket else self._request.op)
        return ticket

    def _do(self) -> Ticket | None:
        wants = self._request.wants
        if isinstance(wants, Take):
            return self._new(wants)
        if isinstance(wants, CallNext):
            return self._call_next(wants)
        if isinstance(wants, CallCode):
            return self._call_code(wants)
        if isinstance(wants, Again):
            return self._again(wants)
        if isinstance(wants, Finish):
            return self._finish(wants)
        if isinstance(wants, Send):
            return self._send(wants)
        if isinstance(wants, Join):
            self._join(wants)
        if isinstance(wants, Arrange):
            self._arrange(wants)
        return None

    def _new(self, wants: Take) -> Ticket:
        service = self._setup.service(wants.letter)
        if service is None or not service.open:
            raise OfficeError("queue.no_service", letter=wants.letter)
        highest = max(self._book.highest(wants.letter), self._floor(wants.letter))
        ticket = Ticket(
            self._unit.new_id(), self._book.day, wants.letter, highest + 1, wants.letter, wants.lane, State.WAITING,
            taken_at=self._book.now,
        )  # fmt: skip
        self._book.add(ticket)
        self._book.note("take", ticket.id, detail=wants.lane.value)
        return ticket

    def _floor(self, letter: str) -> int:
        """What another keeper gave today, or this one before its store was put back, is never given again."""
        known = settings.floor(self._unit, self._book.day, letter)
        restored = notes.held(self._unit.connection, notes.RESTORED)
        if restored is None or local_date(from_utc_text(restored.decode())) != self._day:
            return known
        latest = self._book.latest_taken(letter)
        lost = latest is None or latest < restored.decode()
        return max(known, first_after(max(self._book.highest(letter), 1))) if lost else known

    def _call_next(self, wants: CallNext) -> Ticket:
        place = self._place(wants.place)
        run = priority_in_a_row(self._book.latest_lanes(wants.place))
        ticket = next_ticket(self._book.waiting(), place, self._setup, run)
        if ticket is None:
            raise OfficeError("queue.nobody_waits")
        return self._call(ticket, wants.place, wants.done)

    def _call_code(self, wants: CallCode) -> Ticket:
        self._place(wants.place)
        day, read = scanned_day(wants.code), read_code(wants.code)
        ticket = self._book.numbered(*read) if read else None
        if ticket is None or day not in (None, self._book.day):
            raise OfficeError("queue.unknown_number", number=wants.code[:MOST_TYPED])
        if ticket.state == State.CALLED:
            code = "queue.already_here" if ticket.place == wants.place else "queue.called_elsewhere"
            raise OfficeError(code, number=ticket.code, place=ticket.place)
        if ticket.state == State.DONE:
            raise OfficeError("queue.already_done", number=ticket.code)
        return self._call(ticket, wants.place, wants.done)

    def _call(self, ticket: Ticket, place: str, done: Id | None) -> Ticket:
        """The counter's one before is done, if it is the one that the counter knows of."""
        before = self._book.at(place)
        if any(one.id != done for one in before):
            raise OfficeError("queue.counter_changed", place=place)
        first = ticket.called_at or self._book.now
        called = self._book.put(
            ticket, state=State.CALLED, place=place, called_at=first, last_called_at=self._book.now,
            calls=ticket.calls + 1, ended_at=None,
        )  # fmt: skip
        self._book.note(CALL, ticket.id, place)
        for one in before:
            self._end(one, State.DONE)
        return called

    def _again(self, wants: Again) -> Ticket:
        ticket = self._mine(wants.ticket, wants.place)
        called = self._book.put(ticket, last_called_at=self._book.now, calls=ticket.calls + 1)
        self._book.note(AGAIN, ticket.id, wants.place)
        return called

    def _finish(self, wants: Finish) -> Ticket:
        if wants.state not in _ENDS:
            raise OfficeError("queue.not_here")
        return self._end(self._mine(wants.ticket, wants.place), wants.state)

    def _end(self, ticket: Ticket, state: State) -> Ticket:
        ended = self._book.put(ticket, state=state, ended_at=self._book.now)
        self._book.note(state.value, ticket.id, ticket.place)
        return ended

    def _send(self, wants: Send) -> Ticket:
        ticket = self._mine(wants.ticket, wants.place)
        if self._setup.service(wants.to_service) is None:
            raise OfficeError("queue.no_service", letter=wants.to_service)
        if wants.to_place:
            self._place(wants.to_place)
        sent = self._book.put(ticket, state=State.WAITING, service=wants.to_service, place=wants.to_place)
        self._book.note("send", ticket.id, wants.place, f"{wants.to_service} {wants.to_place}".strip())
        return sent

    def _join(self, wants: Join) -> None:
        for hand in wants.hands:
            known, _ = self._book.answered(hand.id)
            if not known:
                self._join_one(hand)
        self._book.note("join", detail=str(len(wants.hands)))

    def _join_one(self, hand: Hand) -> None:
        """A number of the queue takes on what happened to it; any other becomes a ticket of its own, marked by hand."""
        day = local_date(hand.called_at).isoformat()
        book = Ledger(self._unit, day, hand.id, hand.by)
        read = read_code(hand.typed)
        ticket = book.numbered(*read) if read else book.typed(hand.typed)
        detail = ""
        if ticket is None:
            ticket = self._written(hand, day)
            book.add(ticket)
        elif ticket.state in (State.WAITING, State.HELD, State.NO_SHOW):
            first = ticket.called_at or hand.called_at
            book.put(
                ticket, state=hand.state, place=hand.place, called_at=first, last_called_at=hand.called_at,
                ended_at=hand.ended_at, calls=ticket.calls + 1, by_hand=True,
            )  # fmt: skip
        else:
            detail = f"twice: {ticket.place}"
            book.put(ticket, by_hand=True)
        book.note("hand", ticket.id, hand.place, detail)

    def _written(self, hand: Hand, day: str) -> Ticket:
        """A letter and number that the queue never gave stand as they were typed: the number may yet be given."""
        return Ticket(
            self._unit.new_id(), day, "", 0, "", Lane.NORMAL, hand.state, place=hand.place,
            called_at=hand.called_at, last_called_at=hand.called_at, ended_at=hand.ended_at, calls=1, by_hand=True,
            typed=hand.typed[:MOST_TYPED],
        )  # fmt: skip

    def _arrange(self, wants: Arrange) -> None:
        wrong = is_sound(wants.setup)
        if wrong:
            raise OfficeError(wrong)
        settings.keep_setup(self._unit, wants.setup)
        self._book.note("arrange")

    def _place(self, number: str) -> Place:
        place = self._setup.place(number)
        if place is None:
            raise OfficeError("queue.no_place", place=number)
        return place

    def _mine(self, ticket_id: Id, place: str) -> Ticket:
        """A ticket that is called to this counter; OfficeError `queue.not_here` when it is not any more."""
        ticket = self._book.ticket(ticket_id)
        if ticket is None or ticket.state != State.CALLED or ticket.place != place:
            raise OfficeError("queue.not_here")
        return ticket


def take_over(unit: UnitOfWork, day: str, seen: dict[str, int]) -> None:
    """Numbers go on after those that others saw on a day and this desk did not give, or gave and lost."""
    known = {letter: settings.floor(unit, day, letter) for letter in seen}
    beyond = {letter: first_after(number) for letter, number in seen.items() if number > known[letter]}
    if beyond:
        settings.keep_floor(unit, day, known | beyond)
