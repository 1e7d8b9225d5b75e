"""หนังสือตกหล่น: open letters that nobody has moved for longer than their urgency allows."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any

from desktop.accounts.model import Role
from desktop.days.model import Deadline, Rule
from desktop.days.rules import Calendar, days_left, deadline, overdue_since, rule_of
from desktop.letters.model import RouteState, Urgency
from desktop.office.clock import from_utc_text, utc_text
from desktop.office.dates import local_date, utc_of_local
from desktop.office.ids import Id
from desktop.store.reader import Reader

MOST = 500
"""Rows that are shown; whoever has more fallen letters than that begins with the worst."""
COUNTED = 10_000
"""Beyond this the figure says "more than"."""


class NextStep(StrEnum):
    """What would bring the letter on."""

    ROUTE = "route"
    ASK_RECEIPT = "ask_receipt"
    ASK_PROGRESS = "ask_progress"


@dataclass(frozen=True)
class FallenLetter:
    """`late` working days after it should have moved; `holder`: the unit that had it last, or none: the registry."""

    id: Id
    number: int
    year_be: int
    urgency: Urgency
    subject: str
    from_party: str
    acted_at: datetime
    should_move: Deadline
    late: int
    holder: str = ""
    holder_state: RouteState | None = None
    since: datetime | None = None

    @property
    def next_step(self) -> NextStep:
        if self.holder_state is None:
            return NextStep.ROUTE
        return NextStep.ASK_RECEIPT if self.holder_state is RouteState.SENT else NextStep.ASK_PROGRESS


_OPEN = """
l.status <> 'closed' AND l.cancelled_at IS NULL AND l.direction <> 'outgoing'
AND (l.direction = 'incoming' OR l.status = 'routed') AND l.urgency = :urgency AND l.acted_at < :before
"""
"""What is ours to bring on: whatever came in, and what was sent on inside the house."""
_OFFICE = f"FROM letter l INDEXED BY ix_letter_fallen WHERE {_OPEN}"
_OF_UNIT = f"""
FROM letter l WHERE l.id IN (
    SELECT letter_id FROM routing WHERE unit_id = :unit AND state IN ('sent', 'received') AND purpose = 'action'
) AND l.office_id = (SELECT office_id FROM device) AND {_OPEN}
"""
_SHOWN = "SELECT l.id, l.number, l.year_be, l.subject, l.from_party, l.acted_at"
_HOLDER = """
SELECT coalesce(u.short_th, ''), r.state, coalesce(r.received_at, r.sent_at)
FROM routing r LEFT JOIN unit u ON u.office_id = r.office_id AND u.id = r.unit_id
WHERE r.letter_id = ? AND r.state <> 'recalled' ORDER BY r.purpose = 'copy', r.sent_at DESC LIMIT 1
"""


def supervises(role: Role) -> bool:
    """Whether what has fallen anywhere in the office is this person's concern."""
    return role in (Role.REGISTRAR, Role.EXECUTIVE)


def _source(unit: Id | None) -> str:
    return _OF_UNIT if unit else _OFFICE


class FallenQueries:
    """`rules` say after how many working days a letter of an urgency has fallen; without one it never does."""

    def __init__(self, reader: Reader, rules: Callable[[], Iterable[Rule]]) -> None:
        self._reader = reader
        self._rules = rules

    def count(self, calendar: Calendar, today: date, unit: Id | None = None) -> int:
        """How many letters have fallen, in the whole office or at one unit; at most `COUNTED` + 1."""
        found = 0
        for urgency, _, before in self._edges(calendar, today):
            query = f"SELECT count(*) FROM (SELECT l.id {_source(unit)} LIMIT :most)"
            values = {"urgency": urgency.value, "before": before, "most": COUNTED + 1 - found, "unit": unit}
            found += int(self._reader.rows(query, values)[0][0])
        return found

    def letters(self, calendar: Calendar, today: date, unit: Id | None = None) -> tuple[FallenLetter, ...]:
        """The `MOST` that have waited longest beyond their time, the worst first; of the whole office or one unit."""
        query = f"{_SHOWN} {_source(unit)} ORDER BY l.acted_at LIMIT :most"
        found = [
            self._fallen(urgency, rule, row, calendar, today)
            for urgency, rule, before in self._edges(calendar, today)
            for row in self._reader.rows(
                query, {"urgency": urgency.value, "before": before, "most": MOST, "unit": unit}
            )
        ]
        worst = sorted(found, key=lambda one: (-one.late, one.acted_at))[:MOST]
        return tuple(self._held(one) for one in worst)

    def _edges(self, calendar: Calendar, today: date) -> Iterator[tuple[Urgency, Rule, str]]:
        """For each urgency its rule, and the moment before which the last act is too long ago."""
        for urgency in Urgency:
            rule = rule_of(self._rules(), f"fallen.{urgency.value}", today)
            if rule is not None:
                edge = overdue_since(rule, calendar, today) + timedelta(days=1)
                yield urgency, rule, utc_text(utc_of_local(edge))

    def _fallen(
        self, urgency: Urgency, rule: Rule, row: tuple[Any, ...], calendar: Calendar, today: date
    ) -> FallenLetter:
        id_, number, year, subject, sender, acted = row
        acted_at = from_utc_text(acted)
        due = deadline(rule, local_date(acted_at), calendar)
        late = -days_left(calendar, today, due.due or today)
        return FallenLetter(id_, number, year, urgency, subject, sender, acted_at, due, late)

    def _held(self, one: FallenLetter) -> FallenLetter:
        found = self._reader.one(_HOLDER, (one.id,))
        if found is None:
            return one
        unit, state, since = found
        return FallenLetter(
            *(one.id, one.number, one.year_be, one.urgency, one.subject, one.from_party, one.acted_at),
            *(one.should_move, one.late, unit, RouteState(state), from_utc_text(since)),
        )
