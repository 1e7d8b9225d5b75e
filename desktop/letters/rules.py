"""What the correspondence room decides without looking at a store."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from desktop.letters.model import (
    SIGNED_SCAN,
    STAMPED_PAPER,
    Amendment,
    Basket,
    Direction,
    Event,
    FileEvent,
    Kind,
    Letter,
    LetterFile,
    Loan,
    Registration,
    Route,
)
from desktop.letters.paper_lines import line_of
from desktop.letters.tags import PROVISIONAL as PROVISIONAL
from desktop.letters.tags import is_provisional, tag_of
from desktop.office.dates import local_date
from desktop.office.ids import Id
from desktop.office.secrecy import Secrecy
from desktop.office.series import CENTRAL as CENTRAL
from desktop.office.series import INCOMING, series_of
from desktop.office.series import SECRET as SECRET

INCOMING_SERIES = INCOMING
DUE_SOON = timedelta(days=3)
_SIGNED = (STAMPED_PAPER, SIGNED_SCAN)
MASKED = {Secrecy.SECRET: "เรื่องลับ", Secrecy.VERY_SECRET: "เรื่องลับมาก"}
"""What stands as the subject where only the envelope may be registered."""


def registers_for(kind: Kind, direction: Direction, secrecy: Secrecy, unit: Id) -> tuple[str, ...]:
    """The registers in which such a letter of a unit may stand, the fittest first.

    What comes in is the central registry's if it is at this desk; what goes out is the unit's own if it has a register
    for it. A circular takes an ordinary number where the office keeps no series for circulars (ข้อ 32), a secret letter
    stands in a series apart where the office keeps one.
    """
    own = unit.hex()
    if kind in _OF_THE_OFFICE and direction is not Direction.INCOMING:
        found = [kind.value]
    elif direction is Direction.INCOMING:
        found = [CENTRAL, f"incoming/{own}"]
    else:
        book = "circular" if kind is Kind.CIRCULAR else "memo" if kind is Kind.INTERNAL else "outgoing"
        found = [f"{book}/{own}", f"{book}/central"]
        if kind is Kind.CIRCULAR:
            found += [f"outgoing/{own}", "outgoing/central"]
    if secrecy is not Secrecy.NORMAL:
        way = "incoming" if direction is Direction.INCOMING else "outgoing"
        found.insert(0, f"{SECRET}{way}/central")
    return tuple(found)


_OF_THE_OFFICE = {Kind.ORDER, Kind.ANNOUNCEMENT, Kind.EVIDENCE}
"""One series each for the whole office."""


KINDS_OF = {
    Direction.INCOMING: tuple(Kind),
    Direction.OUTGOING: (Kind.EXTERNAL, Kind.SEALED, Kind.CIRCULAR, Kind.INTERNAL),
    Direction.INTERNAL: (Kind.INTERNAL, Kind.CIRCULAR, Kind.ORDER, Kind.ANNOUNCEMENT, Kind.EVIDENCE),
}
"""The kinds that go each way, the most usual first; what the office orders and announces stays its own."""


def fitting(held: Iterable[str], wanted: Iterable[str], *, cleared: bool = True) -> tuple[str, ...]:
    """Those of the wanted registers whose series a desk may number in; the secret ones only for who is cleared."""
    allowed = set(held)
    return tuple(one for one in wanted if series_of(one) in allowed and (cleared or not one.startswith(SECRET)))


def register_at(held: Iterable[str], wanted: Iterable[str]) -> str | None:
    """The fittest of the wanted registers in which a desk may number; None where it has none of them."""
    return next(iter(fitting(held, wanted)), None)


def number_is_ours(register: str) -> bool:
    """Whether a number of that register becomes part of the paper's own number, which somebody must write on it."""
    return register != CENTRAL and not register.removeprefix(SECRET).startswith("incoming/")


def own_book_number(kind: Kind, prefix: str, number: int, year_be: int) -> str:
    """The book number of a paper of this office: `ชม 52301/ว 31`, or `12/2569` where there is no letter code."""
    if kind in _OF_THE_OFFICE or not prefix.strip():
        return f"{number}/{year_be}"
    return f"{prefix.strip()}/{'ว ' if kind is Kind.CIRCULAR else ''}{number}"


def problems(registration: Registration, today: date) -> dict[str, str]:
    """Field -> code of what stops a registration; empty when it may be registered."""
    found: dict[str, str] = {}
    for field in ("from_party", "to_party", "subject"):
        if not getattr(registration, field).strip():
            found[field] = "letters.field_missing"
    if registration.letter_date and registration.letter_date > today:
        found["letter_date"] = "letters.date_in_future"
    if registration.urgent_deadline and local_date(registration.urgent_deadline) < today:
        found["urgent_deadline"] = "letters.due_in_past"
    if any(not one.title.strip() or one.amount < 1 for one in registration.enclosures):
        found["enclosures"] = "letters.enclosure_empty"
    if registration.due_date and registration.due_date < today:
        found["due_date"] = "letters.due_in_past"
    return found


def envelope(registration: Registration) -> Registration:
    """What stands on the outer envelope of a secret paper, and nothing of what is inside."""
    masked = replace(registration, subject=MASKED[registration.secrecy], remarks=None, stamp=None)
    return replace(masked, enclosures=(), citations=())


def default_basket(role: str) -> Basket:
    """The basket a person's day begins with."""
    return Basket.NEW if role in {"registrar", "clerk"} else Basket.MINE


def is_overdue(loan: Loan, today: date) -> bool:
    return loan.returned_at is None and loan.due_date is not None and loan.due_date < today


def is_due(due: date | None, today: date) -> bool:
    return due is not None and due <= today + DUE_SOON


def padded(number: int) -> str:
    """A registration number as registers and stamps show it: five figures, or the tag that stands for it."""
    return tag_of(number) if is_provisional(number) else f"{number:05d}"


def new_units(open_units: Iterable[Id], wanted: Iterable[Id]) -> list[Id]:
    """The wanted units that do not already hold the letter, in the order asked for."""
    held = set(open_units)
    return [unit for unit in dict.fromkeys(wanted) if unit not in held]


def _of_route(route: Route) -> list[Event]:
    """Reception or recall; what left with words says so by an event of its own."""
    found: list[Event] = []
    if route.received_at and route.outcome is None:
        found.append(Event(route.received_at, route.state, route.received_by_name or "", route.unit_name))
    if route.acknowledged_at:
        found.append(Event(route.acknowledged_at, "acknowledged", route.acknowledged_by_name, route.unit_name))
    elif route.done_at:
        found.append(Event(route.done_at, "done", route.holder_name, route.unit_name))
    return found


def _of_amendment(one: Amendment) -> Event:
    """A line that was taken back says which, and why."""
    line = line_of(one.field)
    if line is None:
        return Event(one.at, f"amended.{one.field}", one.actor_name, one.after or "")
    if one.after is None:
        return Event(one.at, f"taken_back.{line.kind}", one.actor_name, f"{one.before or ''}\n{one.reason}")
    return Event(one.at, f"{'amended' if one.before else 'added'}.{line.kind}", one.actor_name, one.after)


def _of_file(one: FileEvent) -> Event:
    if one.reason is None:
        return Event(one.at, "file_added", one.actor_name, one.name)
    return Event(one.at, "file_withdrawn", one.actor_name, f"{one.name}: {one.reason}")


def history(letter: Letter) -> tuple[Event, ...]:
    """Everything that was done with a letter, oldest first; derived, so that it can't disagree with the rows."""
    events = [Event(letter.received_at, "registered", letter.registered_by_name, padded(letter.number))]
    events += [Event(note.at, "endorsed", note.actor_name, note.text) for note in letter.endorsements]
    for route in letter.routes:
        events.append(Event(route.sent_at, "routed", route.sent_by_name, route.unit_name))
        events += _of_route(route)
    events += [
        Event(one.at, f"route.{one.kind}", one.actor_name, " · ".join(filter(None, (one.unit_name, one.text))))
        for one in letter.route_events
    ]
    events += [_of_amendment(one) for one in letter.amendments]
    events += [_of_file(one) for one in letter.file_events]
    for twin in letter.twins:
        events.append(Event(twin.linked_at, "linked", twin.linked_by_name, f"{padded(twin.number)}/{twin.year_be}"))
    events += [Event(one.at, f"secrecy_{one.after}", one.actor_name, one.reason) for one in letter.classifications]
    events += [
        Event(one.at, "registered_again", one.who, f"{one.unit_name} {padded(one.number)}") for one in letter.further
    ]
    events += [Event(one.at, "came_again", one.noted_by, one.channel) for one in letter.came_again]
    for one in letter.cancellations:
        events.append(Event(one.at, "cancelled" if one.cancelled else "reinstated", one.actor_name, one.reason))
    for loan in letter.loans:
        events.append(Event(loan.lent_at, "lent", loan.lent_by_name, loan.borrower_name))
        if loan.returned_at:
            events.append(Event(loan.returned_at, "given_back", loan.returned_to_name or "", loan.borrower_name))
    return tuple(sorted(events, key=lambda event: event.at))


def as_read(files: Sequence[LetterFile]) -> tuple[LetterFile, ...]:
    """Files (in the order they came) as they are read: the last scan of the signed paper is the letter, before all, or
    the paper whose digital signature has its time."""
    newest = sorted((one for one in files if one.source in _SIGNED), key=lambda one: _SIGNED.index(one.source))
    return (*reversed(newest), *(one for one in files if one.source not in _SIGNED))
