"""Letters as the forms list them, read from the desk's store: registers by number, and letters under way."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from desktop.accounts.queries import AccountQueries
from desktop.archive.model import Asked, DispatchLine, Gap, RegisterLine
from desktop.archive.words import gap_words, is_incoming, sending_words, urgency_words
from desktop.letters.rules import MASKED, PROVISIONAL, padded
from desktop.office.clock import from_utc_text, utc_text
from desktop.office.dates import local_date, thai_date, utc_of_local, year_be
from desktop.office.ids import Id
from desktop.office.secrecy import Secrecy, rank
from desktop.office.series import SECRET, series_of
from desktop.registers.model import Fate, Run
from desktop.registers.queries import RegisterQueries
from desktop.store.reader import Reader

_REGISTERS = """
SELECT DISTINCT register FROM letter UNION SELECT DISTINCT register FROM letter_registration ORDER BY 1
"""
_KEPT_SECRET = "SELECT 1 FROM device WHERE char(10) || registers LIKE '%' || char(10) || 'letters.secret.%'"
_COLUMNS = """
l.id, {number}, {year}, l.book_number, l.letter_date, l.from_party, l.to_party, l.subject, {at}, l.remarks, l.urgency,
l.secrecy, l.cancelled_at
"""
_IN_RANGE = "{table}.register = :register AND {table}.year_be BETWEEN :from_year AND :to_year"
_LINES = f"""
SELECT {_COLUMNS.format(number="l.number", year="l.year_be", at="l.received_at")} FROM letter l
WHERE {_IN_RANGE.format(table="l")} AND l.received_at >= :start AND l.received_at < :end
UNION ALL
SELECT {_COLUMNS.format(number="g.number", year="g.year_be", at="g.registered_at")} FROM letter_registration g
JOIN letter l ON l.office_id = g.office_id AND l.id = g.letter_id
WHERE {_IN_RANGE.format(table="g")} AND g.registered_at >= :start AND g.registered_at < :end
ORDER BY 3, 2
"""
_ROUTES = f"""
SELECT r.letter_id, coalesce(u.short_th, ''), coalesce(u.name_th, ''), r.received_at, r.sent_at,
       (SELECT name_th FROM staff s WHERE s.office_id = r.office_id AND s.id = r.received_by)
FROM routing r JOIN letter l ON l.office_id = r.office_id AND l.id = r.letter_id
LEFT JOIN unit u ON u.office_id = r.office_id AND u.id = r.unit_id
WHERE r.state <> 'recalled' AND {_IN_RANGE.format(table="l")} AND l.received_at >= :start AND l.received_at < :end
ORDER BY r.sent_at, r.id
"""
_WHY = f"""
SELECT c.letter_id, c.reason FROM letter_cancellation c
JOIN letter l ON l.office_id = c.office_id AND l.id = c.letter_id
WHERE c.act = 'cancelled' AND {_IN_RANGE.format(table="l")} ORDER BY c.at, c.id
"""
_DISPATCHES = """
SELECT l.id, l.number, l.book_number, l.subject, l.from_party, l.to_party, l.secrecy, l.cancelled_at, p.to_party,
       p.sending, p.reference, p.received_at, p.received_by_name
FROM dispatch p JOIN letter l ON l.office_id = p.office_id AND l.id = p.letter_id
WHERE l.register = :register AND p.sent_at >= :start AND p.sent_at < :end ORDER BY p.sent_at, p.id
"""
_ENTERED = f"""
SELECT DISTINCT p.letter_id FROM dispatch p JOIN letter l ON l.office_id = p.office_id AND l.id = p.letter_id
WHERE {_IN_RANGE.format(table="l")}
"""
_ELSEWHERE = """
SELECT number, received_at FROM letter WHERE register = :register AND year_be = :year AND number BETWEEN :lo AND :hi
UNION ALL
SELECT number, registered_at FROM letter_registration
WHERE register = :register AND year_be = :year AND number BETWEEN :lo AND :hi
"""


class RegisterReading:
    """What the forms print; reads only what this desk holds, and of secret letters nothing but their number.

    Only who keeps the registers of secret letters gets those with their words (`Asked.cleared`).
    """

    def __init__(self, reader: Reader, registers: RegisterQueries) -> None:
        self._reader = reader
        self._registers = registers

    def registers(self, cleared: Secrecy = Secrecy.NORMAL) -> tuple[str, ...]:
        """Every register of which this desk holds a letter; those of secret ones for who is `cleared`."""
        found = (register for (register,) in self._reader.rows(_REGISTERS))
        return tuple(register for register in found if cleared is not Secrecy.NORMAL or not register.startswith(SECRET))

    def cleared(self, person_id: Id) -> Secrecy:
        """How secret the words may be that are printed for a person: ปกติ at a desk that keeps no secret register."""
        held = self._reader.one(_KEPT_SECRET)
        if held is None:
            return Secrecy.NORMAL
        known = AccountQueries(self._reader).clearance(person_id)
        return Secrecy(known) if rank(known) < rank(Secrecy.TOP_SECRET) else Secrecy.VERY_SECRET

    def lines(self, asked: Asked) -> list[RegisterLine | Gap]:
        """The register from one day to another in the order of its numbers, every number accounted for.

        Letters that still bear a tag stand at the end.
        """
        values = _range(asked)
        routes, whys = self._routes(values), dict(self._reader.rows(_WHY, values))
        found = [_line(row, routes.get(row[0], ()), whys, asked) for row in self._reader.rows(_LINES, values)]
        numbered = [line for line in found if line.number < PROVISIONAL]
        whole: list[RegisterLine | Gap] = []
        for year in sorted({line.year_be for line in numbered}):
            of_year = [line for line in numbered if line.year_be == year]
            from_start = asked.first <= date(year - 543, 1, 1)
            whole += with_gaps(
                of_year, self._fates(asked.register, year), self._others(asked, year, of_year), from_start
            )
        return [*whole, *(line for line in found if line.number >= PROVISIONAL)]

    def under_way(self, asked: Asked) -> list[DispatchLine]:
        """Letters that left in these days: to the units of the house, or as the dispatch book has them.

        Letters that went out on paper without being entered there stand at the end, to be signed for.
        """
        values = _range(asked)
        lines = [one for one in self.lines(asked) if isinstance(one, RegisterLine)]
        if is_incoming(asked.register):
            routes = self._routes(values)
            return [one for line in lines for one in _on_route(line, routes.get(line.letter_id, ()))]
        whys = dict(self._reader.rows(_WHY, values))
        entered = [_entered(row, whys, asked) for row in self._reader.rows(_DISPATCHES, values)]
        known = {letter_id for (letter_id,) in self._reader.rows(_ENTERED, values)}
        return [*entered, *(_by_hand(line) for line in lines if line.letter_id not in known)]

    def _routes(self, values: Mapping[str, Any]) -> dict[Id, list[tuple[Any, ...]]]:
        found: dict[Id, list[tuple[Any, ...]]] = {}
        for letter_id, *route in self._reader.rows(_ROUTES, values):
            found.setdefault(letter_id, []).append(tuple(route))
        return found

    def _fates(self, register: str, year: int) -> tuple[Run, ...]:
        """What became of the numbers; nothing at a desk that does not keep their books and would only guess."""
        series = series_of(register)
        return self._registers.account_of(series, year).runs if self._registers.keeps(series) else ()

    def _others(self, asked: Asked, year: int, lines: Sequence[RegisterLine]) -> dict[int, date]:
        """Numbers between those printed that were registered on days that are not printed."""
        held = {line.number for line in lines}
        values = {"register": asked.register, "year": year, "lo": min(held), "hi": max(held)}
        found = self._reader.rows(_ELSEWHERE, values)
        return {number: local_date(from_utc_text(at)) for number, at in found if number not in held}


def with_gaps(
    lines: Sequence[RegisterLine], fates: Iterable[Run], others: Mapping[int, date], from_start: bool
) -> Iterator[RegisterLine | Gap]:
    """The lines with a `Gap` wherever a number is passed over; `from_start`: the first number due is 1."""
    due = 1 if from_start else lines[0].number
    known = {n: (run.fate, run.reason) for run in fates for n in range(run.lo, run.hi + 1)}
    for line in lines:
        if line.number > due:
            yield from _gaps(range(due, line.number), known, others)
        yield line
        due = max(due, line.number + 1)


def _gaps(numbers: range, known: Mapping[int, tuple[Fate, str]], others: Mapping[int, date]) -> Iterator[Gap]:
    """Neighbours of one fate are told together."""
    start, words = numbers[0], ""
    for n in numbers:
        said = f"ลงทะเบียนวันที่ {thai_date(others[n], 'long', 'arabic')}" if n in others else gap_words(known.get(n))
        if n > start and said != words:
            yield Gap(start, n - 1, words)
            start = n
        words = said
    yield Gap(start, numbers[-1], words)


def _range(asked: Asked) -> dict[str, Any]:
    return {
        "register": asked.register,
        "from_year": year_be(asked.first),
        "to_year": year_be(asked.last),
        "start": utc_text(utc_of_local(asked.first)),
        "end": utc_text(utc_of_local(asked.last + timedelta(days=1))),
    }


def _line(row: Sequence[Any], routes: Iterable[Sequence[Any]], whys: Mapping[Id, str], asked: Asked) -> RegisterLine:
    id_, number, year, book, day, sender, to, subject, at, remarks, urgency, secrecy, cancelled = row
    why = whys.get(id_, "") if cancelled else None
    secret = not asked.shows(secrecy)
    if secret:
        book, day, sender, to, subject, remarks = "-", None, "-", "-", MASKED.get(Secrecy(secrecy), "เรื่องลับ"), ""
    noted = " · ".join(words for words in (urgency_words(urgency), remarks or "") if words)
    return RegisterLine(
        id_, number, year, book, date.fromisoformat(day) if day else None, sender, to, subject, from_utc_text(at),
        "" if secret else action_words(routes), noted, why,
    )  # fmt: skip


def action_words(routes: Iterable[Sequence[Any]]) -> str:
    """Column 7: to whom the letter went, and who took it over and when."""
    return ", ".join(_route_words(*route) for route in routes)


def _route_words(short: str, name: str, received_at: str | None, sent_at: str, receiver: str | None) -> str:
    unit = short or name
    if not received_at:
        return f"ส่ง {unit}"
    return f"{unit} รับ {thai_date(from_utc_text(received_at), 'short', 'arabic')} {receiver or ''}".strip()


def _on_route(line: RegisterLine, routes: Iterable[Sequence[Any]]) -> Iterator[DispatchLine]:
    """A letter as it goes to the units of the house."""
    for _, name, received_at, _, receiver in routes:
        at = from_utc_text(received_at) if received_at else None
        yield replace(_by_hand(line), taken_by_unit=name, receiver=receiver or "", received_at=at)


def _by_hand(line: RegisterLine) -> DispatchLine:
    """A letter that nobody is known to have taken: there is room to sign."""
    words = (line.book_number, line.subject, line.from_party, line.to_party, line.to_party)
    return DispatchLine(line.number, *words, remarks=line.remarks, why=line.why)


def _entered(row: Sequence[Any], whys: Mapping[Id, str], asked: Asked) -> DispatchLine:
    """A line of the dispatch book as it was entered there."""
    id_, number, book, subject, sender, to, secrecy, cancelled, taken_by, *way = row
    sending, reference, received_at, receiver = way
    if not asked.shows(secrecy):
        book, subject, sender, to = "-", MASKED.get(Secrecy(secrecy), "เรื่องลับ"), "-", "-"
    at = from_utc_text(received_at) if received_at else None
    how = " ".join(words for words in (sending_words(sending), reference) if words)
    why = whys.get(id_, "") if cancelled else None
    return DispatchLine(number, book, subject, sender, to, taken_by, receiver or "", at, how, why)


def number_words(number: int) -> str:
    """A number as forms print it: plain, or the tag that stands for it."""
    return padded(number) if number >= PROVISIONAL else str(number)
