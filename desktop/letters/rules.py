"""What the correspondence room decides without looking at a store."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

from desktop.letters.model import Basket, Event, Letter, Registration
from desktop.letters.tags import PROVISIONAL as PROVISIONAL
from desktop.letters.tags import is_provisional, tag_of
from desktop.office.ids import Id
from desktop.office.secrecy import Secrecy
from desktop.office.series import INCOMING

CENTRAL = "central"
INCOMING_SERIES = INCOMING
DUE_SOON = timedelta(days=3)
MASKED = {Secrecy.SECRET: "เรื่องลับ", Secrecy.VERY_SECRET: "เรื่องลับมาก"}
"""What stands as the subject where only the envelope may be registered."""


def problems(registration: Registration, today: date) -> dict[str, str]:
    """Field -> code of what stops a registration; empty when it may be registered."""
    found: dict[str, str] = {}
    for field in ("from_party", "to_party", "subject"):
        if not getattr(registration, field).strip():
            found[field] = "letters.field_missing"
    if registration.letter_date and registration.letter_date > today:
        found["letter_date"] = "letters.date_in_future"
    if registration.due_date and registration.due_date < today:
        found["due_date"] = "letters.due_in_past"
    return found


def envelope(registration: Registration) -> Registration:
    """What stands on the outer envelope of a secret paper, and nothing of what is inside."""
    return replace(registration, subject=MASKED[registration.secrecy], remarks=None, stamp=None)


def default_basket(role: str) -> Basket:
    """The basket a person's day begins with."""
    return Basket.NEW if role in {"registrar", "clerk"} else Basket.MINE


def is_due(due: date | None, today: date) -> bool:
    return due is not None and due <= today + DUE_SOON


def padded(number: int) -> str:
    """A registration number as registers and stamps show it: five figures, or the tag that stands for it."""
    return tag_of(number) if is_provisional(number) else f"{number:05d}"


def new_units(open_units: Iterable[Id], wanted: Iterable[Id]) -> list[Id]:
    """The wanted units that do not already hold the letter, in the order asked for."""
    held = set(open_units)
    return [unit for unit in dict.fromkeys(wanted) if unit not in held]


def history(letter: Letter) -> tuple[Event, ...]:
    """Everything that was done with a letter, oldest first; derived, so that it can't disagree with the rows."""
    events = [Event(letter.received_at, "registered", letter.registered_by_name, padded(letter.number))]
    events += [Event(note.at, "endorsed", note.actor_name, note.text) for note in letter.endorsements]
    for route in letter.routes:
        events.append(Event(route.sent_at, "routed", route.sent_by_name, route.unit_name))
        if route.received_at:
            events.append(Event(route.received_at, route.state, route.received_by_name or "", route.unit_name))
    events += [Event(one.at, f"amended.{one.field}", one.actor_name, one.after or "") for one in letter.amendments]
    for twin in letter.twins:
        events.append(Event(twin.linked_at, "linked", twin.linked_by_name, f"{padded(twin.number)}/{twin.year_be}"))
    events += [Event(one.at, f"secrecy_{one.after}", one.actor_name, one.reason) for one in letter.classifications]
    return tuple(sorted(events, key=lambda event: event.at))
