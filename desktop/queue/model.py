"""Tickets of a queue and what is asked of whoever keeps them. The same structs go over the office's own network."""

from datetime import datetime
from enum import StrEnum
from typing import TypeAlias

import msgspec

from desktop.office.ids import Id
from desktop.registers.loan_model import Loan, LoanAsk

WIDTH = 3
"""Digits of a ticket's number as it is printed and spoken: A017."""


class State(StrEnum):
    WAITING = "waiting"
    CALLED = "called"
    HELD = "held"
    NO_SHOW = "no_show"
    DONE = "done"


class Lane(StrEnum):
    NORMAL = "normal"
    PRIORITY = "priority"
    """Elderly people, people with disabilities, monks, pregnant women."""


class Service(msgspec.Struct, frozen=True):
    """What people come for. `letter` begins its numbers; a service that is not `open` gives no tickets."""

    letter: str
    name_th: str
    name_en: str
    open: bool = True

    def name(self, language: str) -> str:
        return (self.name_en if language == "en" else self.name_th) or self.name_th


class Place(msgspec.Struct, frozen=True):
    """A counter: its number as people read it above the glass, and the letters of the services it calls."""

    number: str
    letters: tuple[str, ...]


class Setup(msgspec.Struct, frozen=True):
    """The office's services and counters.

    `priority_run`: after so many of the priority lane one of the others is called, so that nobody waits for ever;
    0 calls the priority lane first always.
    """

    services: tuple[Service, ...] = ()
    places: tuple[Place, ...] = ()
    priority_run: int = 2

    def service(self, letter: str) -> Service | None:
        return next((one for one in self.services if one.letter == letter), None)

    def place(self, number: str) -> Place | None:
        return next((one for one in self.places if one.number == number), None)


class Ticket(msgspec.Struct, frozen=True):
    """A ticket as it stands. `letter` and `number` never change; `service` does when it is sent on.

    `day`: the local day, ISO. `place`: the counter that called it, or that it waits for alone ("" for any). `taken_at`
    is None where a number was written by hand; `called_at` is its first call, `last_called_at` its latest; `calls`
    counts them. All moments are aware UTC.
    """

    id: Id
    day: str
    letter: str
    number: int
    service: str
    lane: Lane
    state: State
    place: str = ""
    taken_at: datetime | None = None
    called_at: datetime | None = None
    last_called_at: datetime | None = None
    ended_at: datetime | None = None
    calls: int = 0
    by_hand: bool = False
    typed: str = ""
    """What was written by hand, where it is no number of a service."""

    @property
    def code(self) -> str:
        return self.typed or f"{self.letter}{self.number:0{WIDTH}}"


class Call(msgspec.Struct, frozen=True):
    """A call as the board shows it and the voice says it; `seq` only grows, `again` for a repeated one."""

    seq: int
    code: str
    place: str
    at: datetime
    again: bool = False


class Standing(msgspec.Struct, frozen=True):
    """How the queue stands: `tickets` that wait, are called or are held; the latest `calls`, the newest first.

    `version` grows with everything that happens; `highest` number given today by letter; `now` is the keeper's moment.
    """

    version: int
    day: str
    now: datetime
    setup: Setup
    tickets: tuple[Ticket, ...] = ()
    calls: tuple[Call, ...] = ()
    highest: dict[str, int] = {}

    def waiting(self, letters: tuple[str, ...] | None = None) -> tuple[Ticket, ...]:
        """Those that wait, in the order in which they came."""
        found = (one for one in self.tickets if one.state == State.WAITING)
        return tuple(one for one in found if letters is None or one.service in letters)

    def at(self, place: str) -> Ticket | None:
        """Whom a counter serves now."""
        return next((one for one in self.tickets if one.state == State.CALLED and one.place == place), None)

    def held(self, place: str) -> tuple[Ticket, ...]:
        return tuple(one for one in self.tickets if one.state == State.HELD and one.place == place)


class Take(msgspec.Struct, frozen=True, tag=True):
    """A new ticket."""

    letter: str
    lane: Lane = Lane.NORMAL


class CallNext(msgspec.Struct, frozen=True, tag=True):
    """Whoever is next for a counter; `done`, the ticket that the counter has been serving, is finished with it."""

    place: str
    done: Id | None = None


class CallCode(msgspec.Struct, frozen=True, tag=True):
    """One ticket out of its order, by what stands on it."""

    place: str
    code: str
    done: Id | None = None


class Again(msgspec.Struct, frozen=True, tag=True):
    """The same ticket once more."""

    ticket: Id
    place: str


class Finish(msgspec.Struct, frozen=True, tag=True):
    """Done, not come, or held for a while: the counter is free."""

    ticket: Id
    place: str
    state: State


class Send(msgspec.Struct, frozen=True, tag=True):
    """To another service, or to another counter alone; it keeps its time of waiting."""

    ticket: Id
    place: str
    to_service: str
    to_place: str = ""


class Hand(msgspec.Struct, frozen=True):
    """A number that a counter called from paper while the keeper could not be reached."""

    id: Id
    typed: str
    place: str
    called_at: datetime
    ended_at: datetime | None
    state: State
    by: str


class Join(msgspec.Struct, frozen=True, tag=True):
    """What was called from paper comes into the queue's own record."""

    hands: tuple[Hand, ...]


class Arrange(msgspec.Struct, frozen=True, tag=True):
    """Other services, counters or rules, from now on."""

    setup: Setup


class Look(msgspec.Struct, frozen=True, tag=True):
    """How it stands, as soon as it is newer than `since`, at the latest after `patience` seconds.

    `seen`: the highest numbers that the asking desk saw on `seen_day`, for a keeper whose store was put back.
    """

    since: int = -1
    patience: float = 0.0
    seen_day: str = ""
    seen: dict[str, int] = {}
    wanted: int | None = None
    """Which of the wishes for numbers it has heard (`Reply.wanted`); None: it does not lend."""


class Tell(msgspec.Struct, frozen=True, tag=True):
    """What happened on one day (ISO)."""

    day: str


class Want(msgspec.Struct, frozen=True, tag=True):
    """Numbers of another desk's book of receipts; the answer waits for a lender, `patience` seconds at most."""

    ask: LoanAsk
    patience: float = 0.0


class Offer(msgspec.Struct, frozen=True, tag=True):
    """A desk could meet a wish and asks to be the one that does (no `loan` yet), or gives what it has lent."""

    ask: Id
    desk: Id
    loan: Loan | None = None


Act: TypeAlias = Take | CallNext | CallCode | Again | Finish | Send | Join | Arrange
Question: TypeAlias = Look | Tell


class Request(msgspec.Struct, frozen=True):
    """`op` is the same when a request is said again, so that nothing is done twice; `by`: whose hand it was."""

    op: Id
    by: str
    wants: Take | CallNext | CallCode | Again | Finish | Send | Join | Arrange | Look | Tell | Want | Offer


class Reply(msgspec.Struct, frozen=True):
    """`error`: the code of an OfficeError with its `subject`, or "". `ticket`: the one the request was about.

    `asked`: the wishes for numbers that nobody has taken up; `wanted` grows with each. `loan`: the one wished for.
    """

    standing: Standing | None = None
    ticket: Ticket | None = None
    day: tuple[Ticket, ...] = ()
    error: str = ""
    subject: dict[str, str] = {}
    asked: tuple[LoanAsk, ...] = ()
    wanted: int = 0
    loan: Loan | None = None
