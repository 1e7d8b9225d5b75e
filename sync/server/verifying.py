"""A counter's day, proven at the centre: its chain whole, its slips without gaps, every number of theirs explained."""

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Connection, text

from desktop.cashier.rules import SERIES, number_words
from desktop.cashier.shift_again import EARLIER
from desktop.cashier.shift_model import Slip
from desktop.cashier.shift_queries import ShiftQueries
from desktop.office.clock import from_utc_text, utc_text
from desktop.office.dates import BANGKOK, utc_of_local
from desktop.office.proof import link
from desktop.registers.model import Fate
from sync.server.proving import account_of, first_contradiction

_SHIFTS = text("""
SELECT s.id FROM shift s JOIN shift_close c ON c.office_id = s.office_id AND c.shift_id = s.id
WHERE s.office_id = :office AND s.counter = :counter AND c.closed_at >= :since AND c.closed_at < :until
ORDER BY c.closed_at, s.id
""")
_SPANS = text(
    "SELECT device_id, after_mseq, up_to_mseq FROM shift_span WHERE office_id = :office AND shift_id = :shift"
)
_BESIDE = text("""
SELECT count(*) FILTER (WHERE up_to_mseq = :after) AS before,
       count(*) FILTER (WHERE after_mseq < :up_to AND up_to_mseq > :after) AS over,
       count(*) FILTER (WHERE up_to_mseq <= :after) AS earlier
FROM shift_span WHERE office_id = :office AND device_id = :device
""")
_LENT = text(
    "SELECT id, book_id, lender, borrower FROM number_loan WHERE office_id = :office AND series = :series"
    " AND year_be = :year"
)
_ACTS = text("""
SELECT mseq, mut_id, type, v, user_id, at, body, prev_hash, hash FROM mutation
WHERE office_id = :office AND device_id = :device AND mseq > :after AND mseq <= :up_to ORDER BY mseq
""")
_VOIDS = text(
    """
SELECT r.fiscal_year_be, r.counter, r.number, n.fiscal_year_be, n.counter, n.number,
       v.voided_at, v.voided_by_name, v.approved_by_name, v.reason, {again}
FROM receipt_void v JOIN receipt r ON r.office_id = v.office_id AND r.id = v.receipt_id
LEFT JOIN receipt n ON n.office_id = r.office_id AND n.replaces_id = r.id
WHERE v.office_id = :office AND (v.receipt_id = ANY(:receipts) OR EXISTS (
 SELECT 1 FROM shift_span s WHERE s.office_id = v.office_id AND s.shift_id = ANY(:shifts)
 AND s.device_id = v.device_id AND v.mseq > s.after_mseq AND v.mseq <= s.up_to_mseq))
ORDER BY v.voided_at, v.id, n.number
""".replace("{again}", EARLIER)
)
"""Of the receipts on these slips whenever it was, and of whatever was cancelled in these shifts."""


@dataclass(frozen=True)
class DayProof:
    """In words: `numbers`, what became of each of the counter's books; `voids`, who cancelled what and why.

    `wrong` is empty where all is proven.
    """

    slips: tuple[Slip, ...]
    numbers: tuple[str, ...]
    voids: tuple[str, ...]
    wrong: tuple[str, ...]


class Centre:
    """The questions of a desk answered by the centre's rows. Ids are one of a kind: they need no office."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def rows(self, sql: str, values: Any = ()) -> list[tuple[Any, ...]]:
        named = dict(values) if isinstance(values, dict) else {f"v{place}": one for place, one in enumerate(values)}
        if not isinstance(values, dict):
            for name in named:
                sql = sql.replace("?", f":{name}", 1)
        return [tuple(row) for row in self._connection.execute(text(sql), named)]

    def one(self, sql: str, values: Any = ()) -> tuple[Any, ...] | None:
        found = self.rows(sql, values)
        return found[0] if found else None


def verify_day(connection: Connection, office: int, counter: str, day: date) -> DayProof:
    """Recomputed from the acts and rows of the counter; nothing that was summed before is believed."""
    bounds = {"since": utc_text(utc_of_local(day)), "until": utc_text(utc_of_local(day + timedelta(days=1)))}
    asked = {"office": office, "counter": counter} | bounds
    shifts = [bytes(row.id) for row in connection.execute(_SHIFTS, asked)]
    slips = tuple(ShiftQueries(Centre(connection)).slip(shift) for shift in shifts)
    wrong = [words for shift in shifts for words in _of_spans(connection, office, shift)]
    wrong += [f"slip of {one.shift.counter} is not what was closed" for one in slips if not one.is_as_closed]
    numbers: list[str] = []
    for year in sorted({one.fiscal_year_be for slip in slips for one in slip.receipts}):
        contradiction = first_contradiction(connection, office, SERIES, year)
        wrong += [contradiction] if contradiction else []
        numbers += _numbers(connection, office, counter, year, slips)
        wrong += _unexplained(connection, office, year, slips)
    return DayProof(slips, tuple(numbers), tuple(_voids(connection, office, shifts, slips)), tuple(wrong))


def _of_spans(connection: Connection, office: int, shift: bytes) -> Iterator[str]:
    for span in connection.execute(_SPANS, {"office": office, "shift": shift}).all():
        place = {"office": office, "device": span.device_id, "after": span.after_mseq, "up_to": span.up_to_mseq}
        beside = connection.execute(_BESIDE, place).one()
        if beside.over != 1:
            yield f"acts after {span.after_mseq} are on {beside.over} slips"
        if beside.earlier and not beside.before:
            yield f"acts before {span.after_mseq} are on no slip"
        yield from _of_chain(connection, place)


def _of_chain(connection: Connection, place: dict[str, Any]) -> Iterator[str]:
    """The acts of a span follow each other, and each bears the hash of the one before."""
    last, before = place["after"], None
    for act in connection.execute(_ACTS, place):
        if act.mseq != last + 1:
            yield f"act {last + 1} is missing"
        parts = (act.mseq, act.mut_id, act.type, act.v, act.user_id, act.at, act.body)
        if link(act.prev_hash, *parts) != act.hash or (before is not None and act.prev_hash != before):
            yield f"act {act.mseq} breaks the chain"
        last, before = act.mseq, act.hash


def _numbers(connection: Connection, office: int, counter: str, year: int, slips: Sequence[Slip]) -> Iterator[str]:
    """The runs of every book from which the counter took a number that day; of what was lent from it, who has it."""
    used = {one.number for slip in slips for one in slip.receipts if one.fiscal_year_be == year}
    lent = connection.execute(_LENT, {"office": office, "series": SERIES, "year": year}).all()
    books = account_of(connection, office, SERIES, year).books
    own = {one.book.id for one in books if not used.isdisjoint(range(one.book.lo, one.book.hi + 1))}
    said = {one.id: f", borrowed from {one.lender}" for one in lent if one.id in own}
    said |= {one.id: f", lent to {one.borrower}" for one in lent if one.book_id in own}
    for one in books:
        for run in one.runs if one.book.id in own | said.keys() else ():
            why = f" ({run.reason})" if run.reason else ""
            yield f"{year} {run.lo}-{run.hi} {run.fate.value}{why}{said.get(one.book.id, '')}"


def _voids(connection: Connection, office: int, shifts: Sequence[bytes], slips: Sequence[Slip]) -> Iterator[str]:
    """`69/C2 000452 by A, approved by B, replaced by 69/C2 000453: why`."""
    receipts = [one.id for slip in slips for one in slip.receipts]
    asked = {"office": office, "receipts": receipts, "shifts": list(shifts)}
    for *old, new_year, new_counter, new, at, by, second, reason, again in connection.execute(_VOIDS, asked):
        approved = f"approved by {second}" if second else "approved by nobody"
        instead = f"replaced by {number_words(new_year, new_counter, new)}" if new else "replaced by none"
        when = f"{from_utc_text(at).astimezone(BANGKOK):%Y-%m-%d %H:%M}"
        twice = " again, its money is to come back" if again else ""
        yield f"{number_words(*old)} on {when} by {by}{twice}, {approved}, {instead}: {reason}"


def _unexplained(connection: Connection, office: int, year: int, slips: Sequence[Slip]) -> Iterator[str]:
    """Between the first and the last number of a slip's book none is missing, unless the register says what it is."""
    fates = {
        n: run.fate for run in account_of(connection, office, SERIES, year).runs for n in range(run.lo, run.hi + 1)
    }
    for slip in slips:
        runs = [run for run in slip.runs if run.fiscal_year_be == year]
        for before, after in itertools.pairwise(runs):
            if before.book_no == after.book_no:
                gap = range(before.hi + 1, after.lo)
                bad = [n for n in gap if fates.get(n, Fate.UNKNOWN) in (Fate.UNKNOWN, Fate.UNUSED)]
                yield from (f"number {n} of {year} is between two receipts of a slip and on none" for n in bad)
