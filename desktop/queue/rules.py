"""Who is next, what a typed number means, how long people waited, and how a number is said aloud."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from desktop.office.keyboard import as_latin
from desktop.office.thai import arabic_digits
from desktop.queue.model import WIDTH, Lane, Place, Setup, State, Ticket

MARK = "THESABAN-Q"
"""Begins what the QR code of a slip says: THESABAN-Q:2026-11-22:A017."""
MOST_TYPED = 12
"""Signs of a number that is typed by hand."""
_CODE = re.compile(r"([A-Z])\s*-?\s*(\d{1,5})")
_SCANNED = re.compile(rf"{MARK}:(\d{{4}}-\d\d-\d\d):([A-Z]\d+)")


def next_ticket(waiting: Iterable[Ticket], place: Place, setup: Setup, priority_run: int) -> Ticket | None:
    """Whom the counter calls next; `priority_run`: how many of the priority lane it called in a row just now.

    Those sent to this counter alone come in their order with the rest; those sent to another are not for it.
    """
    mine = [one for one in waiting if one.place == place.number or (not one.place and one.service in place.letters)]
    mine.sort(key=_order)
    normal = [one for one in mine if one.lane == Lane.NORMAL]
    rested = setup.priority_run and priority_run >= setup.priority_run
    pressing = [one for one in mine if one.lane == Lane.PRIORITY]
    chosen = (normal or pressing) if rested else (pressing or normal)
    return chosen[0] if chosen else None


def _order(ticket: Ticket) -> tuple[str, str, int]:
    return (ticket.taken_at.isoformat() if ticket.taken_at else "", ticket.letter, ticket.number)


def priority_in_a_row(lanes: Sequence[Lane]) -> int:
    """How many of the newest calls, the newest first, were of the priority lane."""
    return next((place for place, lane in enumerate(lanes) if lane != Lane.PRIORITY), len(lanes))


def read_code(typed: str) -> tuple[str, int] | None:
    """Letter and number of `A17`, `a-017`, `A๑๗`, of the same keys on the Thai layout, of a scanned slip."""
    for reading in (typed, as_latin(typed)):
        plain = arabic_digits(reading).strip().upper()
        scanned = _SCANNED.fullmatch(plain)
        found = _CODE.fullmatch(scanned[2] if scanned else plain)
        if found and int(found[2]):
            return found[1], int(found[2])
    return None


def scanned_day(typed: str) -> str | None:
    """The day that a scanned slip bears; None for what is no slip."""
    plain = (_SCANNED.fullmatch(reading.strip().upper()) for reading in (typed, as_latin(typed)))
    return next((found[1] for found in plain if found), None)


def slip_words(ticket: Ticket) -> str:
    """What the QR code of a slip says."""
    return f"{MARK}:{ticket.day}:{ticket.code}"


def first_after(seen: int) -> int:
    """The number after which a new keeper goes on, so that none that the old one gave is given again.

    The others saw `seen`; the old keeper may have given some that nobody saw: the next hundred is left to those.
    """
    return (seen // 100 + 1) * 100 if seen else 0


@dataclass(frozen=True)
class PlaceDay:
    """What one counter did; seconds, None where there was nothing to measure."""

    place: str
    served: int
    no_show: int
    serving_p50: float | None


@dataclass(frozen=True)
class DayReport:
    """One day. Waiting is from taking the ticket to its first call; those who were never called are not in it."""

    day: str
    taken: int
    served: int
    no_show: int
    left: int
    by_hand: int
    waiting_p50: float | None
    waiting_p90: float | None
    serving_p50: float | None
    places: tuple[PlaceDay, ...]


def report(day: str, tickets: Sequence[Ticket]) -> DayReport:
    """The figures of a day's tickets."""
    waits = [_seconds(one.taken_at, one.called_at) for one in tickets if one.taken_at and one.called_at]
    done = [one for one in tickets if one.state == State.DONE]
    places = sorted({one.place for one in tickets if one.place and one.called_at}, key=_natural)
    return DayReport(
        day=day,
        taken=len(tickets),
        served=len(done),
        no_show=_count(tickets, State.NO_SHOW),
        left=len(tickets) - len(done) - _count(tickets, State.NO_SHOW),
        by_hand=sum(one.by_hand for one in tickets),
        waiting_p50=percentile(waits, 50),
        waiting_p90=percentile(waits, 90),
        serving_p50=percentile(_serving(done), 50),
        places=tuple(_place_day(place, [one for one in tickets if one.place == place]) for place in places),
    )


def _place_day(place: str, tickets: Sequence[Ticket]) -> PlaceDay:
    done = [one for one in tickets if one.state == State.DONE]
    return PlaceDay(place, len(done), _count(tickets, State.NO_SHOW), percentile(_serving(done), 50))


def _serving(done: Iterable[Ticket]) -> list[float]:
    return [_seconds(one.last_called_at, one.ended_at) for one in done if one.last_called_at and one.ended_at]


def _count(tickets: Iterable[Ticket], state: State) -> int:
    return sum(one.state == state for one in tickets)


def _seconds(start: datetime | None, end: datetime | None) -> float:
    assert start is not None
    assert end is not None
    return max(0.0, (end - start).total_seconds())


def percentile(values: Sequence[float], percent: int) -> float | None:
    """The value that so many of a hundred do not exceed (nearest rank); None of nothing."""
    if not values:
        return None
    ordered = sorted(values)
    return ordered[max(0, -(-len(ordered) * percent // 100) - 1)]


def _natural(place: str) -> tuple[int, str]:
    return (int(place) if place.isdecimal() else 10**6, place)


def is_sound(setup: Setup) -> str:
    """The code of what is wrong with a set-up, or ""."""
    letters = [one.letter for one in setup.services]
    numbers = [one.number for one in setup.places]
    if not letters or not all(re.fullmatch(r"[A-Z]", letter) for letter in letters):
        return "queue.letter_wrong"
    if len(set(letters)) != len(letters) or len(set(numbers)) != len(numbers):
        return "queue.twice"
    if not all(one.name_th.strip() for one in setup.services) or not all(_is_place(number) for number in numbers):
        return "queue.name_missing"
    strange = {letter for one in setup.places for letter in one.letters} - set(letters)
    return "queue.letter_wrong" if strange else ""


def _is_place(number: str) -> bool:
    return re.fullmatch(r"[0-9]{1,2}", number) is not None


def shown_number(number: int) -> str:
    return f"{number:0{WIDTH}}"
