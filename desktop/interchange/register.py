"""An old register brought in from a file: looked at, tried without writing, entered, gone on with after a fall."""

import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import Any, TypeAlias

from desktop.interchange.model import (
    MOST_PROBLEMS,
    Column,
    DryRun,
    Line,
    Outcome,
    PastImport,
    PastLetter,
    Plan,
    Problem,
)
from desktop.interchange.reading import RegisterReader
from desktop.interchange.sheets import lines_of
from desktop.letters.book_numbers import NONE, key_of
from desktop.letters.past import ENTERED, PastPart
from desktop.letters.past_actions import PastActions
from desktop.office.clock import from_utc_text, utc_text
from desktop.office.errors import OfficeError
from desktop.office.thai import normalise
from desktop.store.reader import Reader

PART = 200
"""Letters of one act: a transaction of a tenth of a second, so that other work at the desk goes on between."""
_ASKED = 400
Progress = Callable[[int, int], None]
Lines: TypeAlias = Iterator[tuple[int, Line]]

_THERE = """
SELECT l.year_be, l.number, l.subject, l.book_number_key FROM letter l
WHERE l.register = ? AND l.year_be = ? AND l.number IN ({})
"""
"""One seek a number: joined to a list of pairs it went through the whole register for each."""
_PAPERS = """
SELECT book_number_key, letter_date FROM letter
WHERE register <> ? AND register NOT LIKE 'withdrawn/%' AND letter_date IS NOT NULL AND book_number_key NOT IN ('', '-')
LIMIT 400000
"""
_IMPORTS = f"""
SELECT import_id, register, min(file_name), min(file_sha256), sum(count), max(total), min(entered_by_name),
       min(entered_at), sum(count) - coalesce(sum(count) FILTER (WHERE state = '{ENTERED}'), 0), max(reason)
FROM letter_import GROUP BY import_id, register ORDER BY min(entered_at) DESC LIMIT 200
"""
_PARTS = "SELECT coalesce(max(part) + 1, 0), coalesce(sum(count), 0) FROM letter_import WHERE import_id = ?"


@dataclass(frozen=True)
class Found:
    """One line that may come in: `there` when the same letter is in already, or what it collides with."""

    letter: PastLetter
    there: bool
    problem: Problem | None


class RegisterImports:
    """The imports of one desk."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    def imports(self) -> tuple[PastImport, ...]:
        """What was imported, newest first."""
        return tuple(_import(*row) for row in self._reader.rows(_IMPORTS))

    def unfinished(self, plan: Plan) -> PastImport | None:
        """The import that this file began and something ended."""
        same = (one for one in self.imports() if (one.file_sha256, one.register) == (plan.sheet.sha256, plan.register))
        return next((one for one in same if one.is_unfinished), None)

    def try_out(self, plan: Plan, today: date, progress: Progress, cancel: threading.Event) -> DryRun:
        """Reads the whole file and writes nothing. OfficeError `interchange.cancelled`, and those of `sheets`."""
        tally = _Tally()
        papers = {hash(row) for row in self._reader.rows(_PAPERS, (plan.register,))}
        with lines_of(plan.sheet) as lines:
            for done, found in enumerate(self._checked(plan, today, lines), start=1):
                if done % PART == 0:
                    progress(done, done)
                    _stop_if(cancel)
                tally.count(found, papers)
        return tally.told()

    def run(
        self, plan: Plan, tried: DryRun, today: date, act: PastActions, progress: Progress, cancel: threading.Event
    ) -> Outcome:
        """Enters every line that can come in, part by part; goes on where an earlier run of this file ended.

        Stopped by `cancel` it keeps what was entered: the same file goes on with it, `withdraw` takes it back.
        """
        begun = self.unfinished(plan)
        import_id = begun.id if begun else act.new_ids(1)[0]
        part, before = self._reader.one(_PARTS, (import_id,)) or (0, 0)
        tally = _Tally()
        entered = 0
        with lines_of(plan.sheet) as lines:
            ready = self._ready(plan, today, lines, tally)
            while not cancel.is_set() and (batch := list(islice(ready, PART))):
                letters = _parts(batch, plan, act)
                file = (plan.sheet.path.name, plan.sheet.sha256)
                act.enter(import_id, part, before + tried.ready, plan.register, file, letters)
                part, entered = part + 1, entered + len(batch)
                progress(entered, max(tried.ready, entered))
        return Outcome(import_id, entered, tally.there, tally.left_out, tally.wrong, cancel.is_set())

    def _ready(self, plan: Plan, today: date, lines: Lines, tally: "_Tally") -> Iterator[PastLetter]:
        for found in self._checked(plan, today, lines):
            tally.count(found, frozenset())
            if isinstance(found, Found) and found.problem is None and not found.there:
                yield found.letter

    def _checked(self, plan: Plan, today: date, lines: Lines) -> Iterator[Found | Problem | None]:
        """Every line, in order: as it was read, and compared with this file's other lines and with what is here."""
        seen: dict[int, int] = {}
        read = RegisterReader(plan, today).read(lines)
        while some := list(islice(read, _ASKED)):
            held = self._held(plan.register, [one for _, one in some if isinstance(one, PastLetter)])
            for _, one in some:
                yield _compared(one, seen, held) if isinstance(one, PastLetter) else one

    def _held(self, register: str, letters: Sequence[PastLetter]) -> dict[tuple[int, int], tuple[str, str]]:
        found: dict[tuple[int, int], tuple[str, str]] = {}
        for year in {one.year_be for one in letters}:
            numbers = [one.number for one in letters if one.year_be == year]
            sql = _THERE.format(", ".join("?" * len(numbers)))
            rows = self._reader.rows(sql, (register, year, *numbers))
            found |= {(of, n): (subject, key) for of, n, subject, key in rows}
        return found


def _import(*row: Any) -> PastImport:
    values: tuple[Any, ...] = (*row[:7], from_utc_text(row[7]), *row[8:])
    return PastImport(*values)


def _compared(one: PastLetter, seen: dict[int, int], held: dict[tuple[int, int], tuple[str, str]]) -> Found:
    place = one.year_be << 20 | one.number
    first = seen.setdefault(place, one.line)
    if first != one.line:
        return Found(one, False, Problem(one.line, Column.NUMBER, "row.number_twice", str(first)))
    there = held.get((one.year_be, one.number))
    if there is None:
        return Found(one, False, None)
    subject, book_number_key = there
    same = normalise(subject) == normalise(one.subject)
    if same or book_number_key == key_of(one.book_number) != NONE:
        return Found(one, True, None)
    return Found(one, False, Problem(one.line, Column.NUMBER, "row.number_taken", subject[:200]))


def _parts(batch: Sequence[PastLetter], plan: Plan, act: PastActions) -> list[PastPart]:
    return [
        PastPart(
            letter_id, one.number, one.year_be, utc_text(one.received_at), one.from_party, one.to_party, one.subject,
            one.book_number, key_of(one.book_number),
            one.letter_date.isoformat() if one.letter_date else None, one.remarks, one.urgency,
            kind=plan.book.kind.value, direction=plan.book.direction.value,
        )
        for one, letter_id in zip(batch, act.new_ids(len(batch)), strict=True)
    ]  # fmt: skip


def _stop_if(cancel: threading.Event) -> None:
    if cancel.is_set():
        raise OfficeError("interchange.cancelled")


class _Tally:
    """What was met so far."""

    def __init__(self) -> None:
        self.lines = self.ready = self.there = self.left_out = self.wrong = self.seems = 0
        self._problems: list[Problem] = []
        self._years: dict[int, tuple[int, int, int]] = {}
        self._sample: list[PastLetter] = []

    def count(self, found: Found | Problem | None, papers: "frozenset[int] | set[int]") -> None:
        self.lines += 1
        if found is None:
            self.left_out += 1
        elif isinstance(found, Problem):
            self._wrong(found)
        elif found.problem is not None:
            self._wrong(found.problem)
        elif found.there:
            self.there += 1
        else:
            self._ready(found.letter, papers)

    def told(self) -> DryRun:
        counts = (self.lines, self.ready, self.there, self.left_out, self.wrong, self.seems)
        return DryRun(*counts, tuple(self._problems), dict(sorted(self._years.items())), tuple(self._sample))

    def _wrong(self, problem: Problem) -> None:
        self.wrong += 1
        if len(self._problems) < MOST_PROBLEMS:
            self._problems.append(problem)

    def _ready(self, one: PastLetter, papers: "frozenset[int] | set[int]") -> None:
        self.ready += 1
        lo, hi, count = self._years.get(one.year_be, (one.number, one.number, 0))
        self._years[one.year_be] = (min(lo, one.number), max(hi, one.number), count + 1)
        if one.letter_date and hash((key_of(one.book_number), one.letter_date.isoformat())) in papers:
            self.seems += 1
        if len(self._sample) < 20:
            self._sample.append(one)
