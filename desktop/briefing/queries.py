"""What happened since a person read last: worked out from the desk's news, each change once."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Any

from desktop.accounts.model import Person
from desktop.briefing.model import Briefing, Line, Matter, Part
from desktop.briefing.rules import moved_days, numbers_used
from desktop.days.model import Holiday, HolidayKind, Rule, Said
from desktop.days.queries import DayQueries
from desktop.letters.fallen import supervises
from desktop.office.clock import from_utc_text
from desktop.office.dates import local_date
from desktop.office.secrecy import Secrecy
from desktop.store.reader import Reader

MOST = 2_000
"""Rows of one kind that a briefing tells; whoever was away longer finds the rest in the letters themselves."""

_L = "l.id, l.number, l.year_be, l.subject, l.secrecy"
_NAME = "coalesce((SELECT name_th FROM staff s WHERE s.office_id = l.office_id AND s.id = {}), '')"
_MINE = """
(l.registered_by = :me
 OR EXISTS (SELECT 1 FROM routing m WHERE m.letter_id = l.id
            AND (m.sent_by = :me OR (m.unit_id = :unit AND m.state <> 'recalled')))
 OR EXISTS (SELECT 1 FROM endorsement m WHERE m.letter_id = l.id AND m.actor_id = :me))
"""


def _news(entity: str, columns: str, condition: str) -> str:
    """Rows of one entity that are news to the person, with their letters."""
    return f"""
    SELECT n.place, {_L}, {columns} FROM news n
    JOIN "{entity}" x ON x.office_id = (SELECT office_id FROM device) AND x.id = n.row_id
    JOIN letter l ON l.office_id = x.office_id AND l.id = x.letter_id
    WHERE n.entity = '{entity}' AND n.place > :read AND n.place <= :upto AND {condition}
    ORDER BY n.place LIMIT {MOST}
    """


_ROUTED = _news(
    "routing",
    f"x.state, x.purpose, x.unit_id = :unit, x.sent_by = :me, {_NAME.format('x.sent_by')}, x.sent_at,"
    f" coalesce(x.received_by = :me, 0), {_NAME.format('x.received_by')}, x.received_at,"
    " coalesce((SELECT name_th FROM unit u WHERE u.office_id = x.office_id AND u.id = x.unit_id), '')",
    f"(x.unit_id = :unit OR {_MINE})",
)
_ENDORSED = _news("endorsement", "x.actor_name, x.at, x.text", f"x.actor_id <> :me AND {_MINE}")
_AMENDED = _news("letter_amendment", "x.actor_name, x.at, x.field, x.before, x.after", f"x.actor_id <> :me AND {_MINE}")
_LINES = _news(
    "letter_line_amendment", "x.actor_name, x.at, x.field, x.before, x.after", f"x.actor_id <> :me AND {_MINE}"
)
_CLASSIFIED = _news("classification", "x.actor_name, x.at, x.after", f"x.actor_id <> :me AND {_MINE}")
_CANCELLED = _news("letter_cancellation", "x.actor_name, x.at, x.act, x.reason", f"x.actor_id <> :me AND {_MINE}")
_MOVED = _news(
    "letter_custody",
    "x.actor_name, x.at, x.act, x.holder",
    f"x.actor_id <> :me AND ((x.act = 'handed' AND x.unit_id = :unit) OR (x.act = 'missing' AND {_MINE}))",
)
_NUMBERED = f"""
SELECT n.place, l.register, l.year_be, l.number FROM news n
JOIN letter l ON l.office_id = (SELECT office_id FROM device) AND l.id = n.row_id
WHERE n.entity = 'letter' AND n.place > :read AND n.place <= :upto AND l.registered_by <> :me
AND l.register NOT LIKE 'past/%' AND l.register NOT LIKE 'withdrawn/%'
ORDER BY l.register, l.year_be, l.number LIMIT {MOST}
"""
_HOLIDAYS = """
SELECT n.place, h.day, h.name_th, h.name_en, h.kind, h.withdrawn_at FROM news n
JOIN holiday h ON h.office_id = (SELECT office_id FROM device) AND h.id = n.row_id
WHERE n.entity = 'holiday' AND n.place > :read AND n.place <= :upto ORDER BY n.place
"""
_URGENT = f"""
SELECT {_L}, l.urgency, l.received_at FROM letter l
WHERE l.urgency = :urgency AND l.status <> 'closed' AND l.cancelled_at IS NULL AND l.direction <> 'outgoing'
AND l.acted_at > :recent AND {_MINE} ORDER BY l.acted_at DESC LIMIT {MOST}
"""
_ANSWERED = """
SELECT n.place, x.state, x.answered_by_name, x.answered_at, x.answer FROM news n
JOIN review x ON x.office_id = (SELECT office_id FROM device) AND x.id = n.row_id
WHERE n.entity = 'review' AND n.place > :read AND n.place <= :upto AND x.asked_by = :me
AND x.state IN ('settled', 'returned') AND x.answered_by <> :me ORDER BY n.place
"""
_SETTLED = """
SELECT o.mseq, a.code, a.resolved_at, coalesce((SELECT name_th FROM staff s WHERE s.id = a.resolved_by), '')
FROM attention a JOIN outbox o ON o.mseq = a.mseq
WHERE a.resolved_at > :since AND a.resolved_by <> :me AND o.user_id = :me ORDER BY o.mseq
"""
"""What this person did and the centre questioned, settled by somebody else."""
_UPTO = "SELECT coalesce(max(place), 0) FROM news"
_READ = "SELECT place, at FROM briefed WHERE staff_id = ?"
"""Up to which place of the news a person has read, and when that was."""


class BriefingQueries:
    """`rules` are those by which days are counted."""

    def __init__(self, reader: Reader, days: DayQueries, rules: Callable[[], Iterable[Rule]]) -> None:
        self._reader = reader
        self._days = days
        self._rules = rules

    def briefing(self, person: Person) -> Briefing:
        """In reading order, each change once; nothing for who has not begun to read at this desk."""
        return self.since(person, self._reader.one(_READ, (person.id,)))

    def since(self, person: Person, read: tuple[Any, ...] | None) -> Briefing:
        """As `briefing`, from another place on."""
        upto = int(self._reader.rows(_UPTO)[0][0])
        if read is None:
            return Briefing(None, upto, ())
        values = {"me": person.id, "unit": person.unit.id, "read": read[0], "upto": upto, "since": read[1]}
        lines = [*self._routes(values), *self._notes(values), *self._deadlines(values), *self._answers(values)]
        if supervises(person.role):
            lines += numbers_used(self._reader.rows(_NUMBERED, values))
        order = list(Part)
        return Briefing(
            from_utc_text(read[1]), upto, tuple(sorted(lines, key=lambda line: (order.index(line.part), line.key)))
        )

    def _routes(self, values: dict[str, Any]) -> Iterator[Line]:
        for (
            place,
            *letter,
            state,
            purpose,
            to_me,
            mine,
            sender,
            sent,
            taken_by_me,
            taker,
            taken,
            unit,
        ) in self._reader.rows(_ROUTED, values):
            matter = _matter(letter)
            if state == "sent" and not mine:
                kind = ("copied" if purpose == "copy" else "arrived") if to_me else "sent_on"
                part = Part.ARRIVED if to_me else Part.DONE
                yield Line((place, 0), part, kind, sender, from_utc_text(sent), matter, "" if to_me else unit)
            elif state != "sent" and not taken_by_me and taken:
                yield Line((place, 0), Part.DONE, f"route_{state}", taker, from_utc_text(taken), matter, unit)

    def _notes(self, values: dict[str, Any]) -> Iterator[Line]:
        rows = self._reader.rows
        for place, *letter, who, at, text in rows(_ENDORSED, values):
            yield Line((place, 0), Part.DONE, "endorsed", who, from_utc_text(at), _matter(letter), text)
        for place, *letter, who, at, field, before, after in rows(_AMENDED, values):
            moved = field == "due_date"
            days = (_day(before), _day(after)) if moved else (None, None)
            part = Part.MOVED if moved else Part.DONE
            text = "" if moved else after or ""
            yield Line((place, 0), part, f"amended.{field}", who, from_utc_text(at), _matter(letter), text, *days)
        for place, *letter, who, at, field, before, after in rows(_LINES, values):
            kind = f"amended.{field.partition('.')[0]}"
            yield Line((place, 0), Part.DONE, kind, who, from_utc_text(at), _matter(letter), after or before or "")
        for place, *letter, who, at, after in rows(_CLASSIFIED, values):
            yield Line((place, 0), Part.DONE, f"secrecy_{after}", who, from_utc_text(at), _matter(letter))
        for place, *letter, who, at, act, reason in rows(_CANCELLED, values):
            yield Line((place, 0), Part.DONE, act, who, from_utc_text(at), _matter(letter), reason)
        for place, *letter, who, at, act, holder in rows(_MOVED, values):
            part = Part.ARRIVED if act == "handed" else Part.DONE
            yield Line((place, 0), part, f"paper_{act}", who, from_utc_text(at), _matter(letter), holder)

    def _deadlines(self, values: dict[str, Any]) -> Iterator[Line]:
        """Which urgent letters are due on another day because of what was announced meanwhile."""
        told = [
            (place, Holiday(date.fromisoformat(day), Said(th, en), HolidayKind(kind)), withdrawn is not None)
            for place, day, th, en, kind, withdrawn in self._reader.rows(_HOLIDAYS, values)
        ]
        if not told:
            return
        recent = min(one.day for _, one, _ in told).replace(day=1)
        for urgency in ("most_urgent", "very_urgent", "urgent"):
            wanted = values | {"urgency": urgency, "recent": _months_before(recent).isoformat()}
            letters = [
                (_matter(letter), local_date(from_utc_text(received)))
                for *letter, _, received in self._reader.rows(_URGENT, wanted)
            ]
            yield from moved_days(letters, f"letter.{urgency}", self._rules(), self._days.calendar(), told)

    def _answers(self, values: dict[str, Any]) -> Iterator[Line]:
        for place, state, who, at, words in self._reader.rows(_ANSWERED, values):
            yield Line((place, 0), Part.SETTLED, f"review_{state}", who, from_utc_text(at), text=words or "")
        for mseq, code, at, who in self._reader.rows(_SETTLED, values):
            yield Line((mseq, -1), Part.SETTLED, "settled", who, from_utc_text(at), text=code)


def _matter(row: Iterable[Any]) -> Matter:
    id_, number, year, subject, secrecy = row
    return Matter(id_, number, year, subject, Secrecy(secrecy))


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _months_before(day: date) -> date:
    """So far back a letter's days may still be counted: no rule of urgency is as long."""
    return day.replace(year=day.year - 1)
