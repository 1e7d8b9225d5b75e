"""An old register on its way in: how its sheet shall be read, what is wrong with it, what was put right; no widgets."""

import threading
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from desktop.accounts.model import Person
from desktop.application import Office
from desktop.interchange.model import (
    LETTER_COLUMNS,
    Book,
    Column,
    DryRun,
    Outcome,
    PastImport,
    Plan,
    Problem,
    Reading,
    Sheet,
)
from desktop.office.dates import local_date
from desktop.office.errors import OfficeError

Progress = Callable[[int, int], None]
FORM = "old-register"
"""Where the journal keeps how a sheet shall be read."""


@dataclass(frozen=True)
class Begun:
    """A plan as it is kept between two starts: the file itself stays where it is."""

    path: str
    sha256: str
    encoding: Reading | None
    sheet: str
    columns: dict[int, Column]
    book: Book
    name: str
    year_be: int | None
    left_out: tuple[int, ...]
    put_right: dict[int, dict[Column, str]]
    own: bool


class RegisterPresenter:
    """`plan` changes by the clerk's hand; `tried` is of the plan as it is now, or None.

    Long work runs one after the other: what was stopped may still be writing its last part.
    """

    form = FORM
    columns: tuple[Column, ...] = LETTER_COLUMNS

    def __init__(self, office: Office, who: Person) -> None:
        self._office, self._who = office, who
        self.plan: Plan | None = None
        self.tried: DryRun | None = None
        self._one_at_a_time = threading.Lock()

    @property
    def today(self) -> date:
        return local_date(self._office.clock.now())

    def look_at(self, path: Path, encoding: Reading | None = None, sheet: str | None = None) -> Sheet:
        """Reads the beginning of a file; any thread. Errors as `sheets.look_at`."""
        from desktop.interchange.sheets import look_at

        return look_at(path, encoding, sheet)

    def begin(self, sheet: Sheet) -> None:
        """A file was chosen, or is looked at in another way: the same file keeps the name that was typed."""
        same = self.plan is not None and self.plan.sheet.sha256 == sheet.sha256
        name = self.plan.name if self.plan and same else sheet.path.stem
        self.plan = self._planned(Plan(sheet, dict(sheet.columns), sheet.book, name))
        self.tried = None

    def keep(self, plan: Plan | None) -> None:
        """A plan as it is now, none once it is entered; belongs on the writer's lane."""
        journal = self._office.journal(self._who)
        if plan is None:
            return journal.finish(self.form)
        sheet = plan.sheet
        lines = {line: dict(words) for line, words in plan.put_right.items()}
        how = (sheet.encoding, sheet.sheet, dict(plan.columns), plan.book, plan.name, plan.year_be)
        left = tuple(sorted(plan.left_out))
        journal.keep(self.form, Begun(str(sheet.path), sheet.sha256, *how, left, lines, plan.unit is not None))

    def begun_before(self) -> Plan | None:
        """What was begun when this desk went out, if its file still stands there unchanged; any thread."""
        kept = self._office.journal(self._who).kept(self.form, Begun)
        if kept is None:
            return None
        try:
            sheet = self.look_at(Path(kept.path), kept.encoding, kept.sheet)
        except OfficeError:
            return None
        unit = self._who.unit.id if kept.own else None
        how = (kept.columns, kept.book, kept.name, kept.year_be, frozenset(kept.left_out), kept.put_right, unit)
        return self._planned(Plan(sheet, *how)) if sheet.sha256 == kept.sha256 else None

    def call_it(self, name: str, book: Book, year: int | None, own: bool) -> None:
        """What the register is; `own`: of this person's unit alone."""
        if self.plan is not None:
            unit = self._who.unit.id if own else None
            self._turn(replace(self.plan, name=name, book=book, year_be=year, unit=unit))

    def map(self, place: int, column: Column | None) -> None:
        """What a column of the sheet holds; another column that held it holds nothing any more."""
        if self.plan is None:
            return
        columns = {at: held for at, held in self.plan.columns.items() if at != place and held is not column}
        if column is not None:
            columns[place] = column
        self._turn(replace(self.plan, columns=dict(sorted(columns.items()))))

    def put_right(self, problem: Problem, words: str) -> None:
        """What shall stand in the line instead."""
        if self.plan is not None:
            line = {**self.plan.put_right.get(problem.line, {}), problem.column: words}
            self.plan = replace(self.plan, put_right={**self.plan.put_right, problem.line: line})
            self._settled(problem)

    def leave_out(self, problem: Problem) -> None:
        if self.plan is not None:
            self.plan = replace(self.plan, left_out=self.plan.left_out | {problem.line})
            self._settled(problem)

    @property
    def missing(self) -> tuple[Column, ...]:
        """Columns without which no line can come in."""
        held = set(self.plan.columns.values()) if self.plan else set()
        wanted = [Column.NUMBER, Column.SUBJECT]
        if self.plan and self.plan.book is Book.INCOMING:
            wanted.append(Column.FROM_PARTY)
        return tuple(one for one in wanted if one not in held)

    @property
    def may_try(self) -> bool:
        return self.plan is not None and not self.missing and bool(self.plan.name.strip())

    @property
    def may_run(self) -> bool:
        return self.tried is not None and self.tried.ready > 0

    def unfinished(self) -> PastImport | None:
        """Reads the store; any thread."""
        return self._office.register_imports.unfinished(self.plan) if self.plan else None

    def try_out(self, progress: Progress, cancel: threading.Event) -> DryRun:
        """Reads the whole file; any thread, may take a minute."""
        assert self.plan is not None
        with self._one_at_a_time:
            return self._office.register_imports.try_out(self.plan, self.today, progress, cancel)

    def run(self, progress: Progress, cancel: threading.Event) -> Outcome:
        """Enters every line that can come in; any thread but the writer's."""
        assert self.plan is not None
        assert self.tried is not None
        act = self._office.past_letters(self._who)
        with self._one_at_a_time:
            return self._office.register_imports.run(self.plan, self.tried, self.today, act, progress, cancel)

    def imports(self) -> tuple[PastImport, ...]:
        return self._office.register_imports.imports()

    def withdraw(self, one: PastImport, reason: str, progress: Progress, cancel: threading.Event) -> int:
        with self._one_at_a_time:
            return self._office.past_letters(self._who).withdraw(one.id, reason, progress, cancel)

    def _planned(self, plan: Plan) -> Plan:
        """The plan with what the presenter knows besides."""
        return plan

    def _turn(self, plan: Plan) -> None:
        if plan != self.plan:
            self.plan, self.tried = plan, None

    def _settled(self, problem: Problem) -> None:
        """The list shortens at once; what the line brings now is known when the file is tried again."""
        if self.tried is not None:
            rest = tuple(one for one in self.tried.problems if one != problem)
            self.tried = replace(self.tried, problems=rest)
