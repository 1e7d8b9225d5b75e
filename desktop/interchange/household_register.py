"""The houses of a town out of a file: looked at, tried, entered part by part; twice makes nothing twice."""

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import islice

from desktop.interchange.households import HouseLine, HouseReader, WhoIs
from desktop.interchange.model import MOST_PROBLEMS, Column, DryRun, HousePlan, Outcome, Problem
from desktop.interchange.sheets import has_open_end, lines_of
from desktop.office.errors import OfficeError
from desktop.office.ids import Id
from desktop.people.model import Address
from desktop.people.queries import PeopleQueries
from desktop.people.rules import house_id
from desktop.store.reader import Reader
from desktop.waste.actions import WasteActions
from desktop.waste.queries import WasteQueries
from desktop.waste.rules import account_id

PART = 100
"""Accounts of one act: some transactions a second, so that other work at the desk goes on between."""
_ASKED = 400
Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class Found:
    """One line that may come in; `there`: the house has its account already."""

    one: HouseLine
    there: bool
    problem: Problem | None = None


class HouseholdImports:
    """The lists of houses of one desk."""

    def __init__(self, reader: Reader) -> None:
        self._waste = WasteQueries(reader)
        self._people = PeopleQueries(reader)

    def try_out(self, plan: HousePlan, today: date, progress: Progress, cancel: threading.Event) -> DryRun:
        """Reads the whole file and writes nothing. OfficeError `interchange.cancelled`, and those of `sheets`."""
        tally = _Tally()
        for done, found in enumerate(self._checked(plan, today), start=1):
            if done % _ASKED == 0:
                progress(done, done)
                if cancel.is_set():
                    raise OfficeError("interchange.cancelled")
            tally.count(found)
        return tally.told()

    def run(
        self,
        plan: HousePlan,
        tried: DryRun,
        today: date,
        act: WasteActions,
        progress: Progress,
        cancel: threading.Event,
    ) -> Outcome:
        """Enters every house that can come in; stopped it keeps what was entered, and the same file goes on with it."""
        tally, entered, import_id = _Tally(), 0, act.new_import()
        ready = self._ready(plan, today, tally)
        while not cancel.is_set() and (batch := list(islice(ready, PART))):
            act.enter([found.one.account for found in batch], plan.sheet.path.name[:200], import_id)
            entered += len(batch)
            progress(entered, max(tried.ready, entered))
        return Outcome(import_id, entered, tally.there, tally.left_out, tally.wrong, cancel.is_set())

    def _ready(self, plan: HousePlan, today: date, tally: "_Tally") -> Iterator[Found]:
        for found in self._checked(plan, today):
            tally.count(found)
            if isinstance(found, Found) and found.problem is None and not found.there:
                yield found

    def _checked(self, plan: HousePlan, today: date) -> Iterator[Found | Problem | None]:
        """Every line, in order: as it was read, and compared with this file's other lines and with what is here."""
        seen: dict[Id, int] = {}
        with lines_of(plan.sheet) as lines:
            read = HouseReader(plan, today, self._who_is(), has_open_end(plan.sheet)).read(lines)
            while some := list(islice(read, _ASKED)):
                ids = {one.line: _account_of(one) for one in some if isinstance(one, HouseLine)}
                known = self._waste.known(tuple(ids.values())) if ids else frozenset()
                for one in some:
                    yield _compared(one, ids[one.line], seen, known) if isinstance(one, HouseLine) else one

    def _who_is(self) -> WhoIs:
        """Asked for many thousands: whether this desk can tell at all is asked once."""
        if self._people.key() is None:
            return lambda number: None

        def who(number: str) -> Id | None:
            plain = "".join(sign for sign in number if sign.isdigit())
            citizen = self._people.by_number(plain)
            return citizen.id if citizen else None

        return who


def _account_of(one: HouseLine) -> Id:
    return account_id(house_id(Address(**vars(one.account.place))))


def _compared(one: HouseLine, account: Id, seen: dict[Id, int], known: frozenset[Id]) -> Found:
    first = seen.setdefault(account, one.line)
    if first != one.line:
        return Found(one, False, Problem(one.line, Column.HOUSE_NO, "row.house_twice", str(first)))
    return Found(one, account in known)


@dataclass
class _Tally:
    """What was met so far."""

    lines: int = 0
    ready: int = 0
    there: int = 0
    left_out: int = 0
    wrong: int = 0
    problems: list[Problem] = field(default_factory=list)

    def count(self, found: Found | Problem | None) -> None:
        self.lines += 1
        problem = found if isinstance(found, Problem) else found.problem if found else None
        if problem is not None:
            self.wrong += 1
            self.problems += [problem] if len(self.problems) < MOST_PROBLEMS else []
        elif not isinstance(found, Found):
            self.left_out += 1
        elif found.there:
            self.there += 1
        else:
            self.ready += 1

    def told(self) -> DryRun:
        counts = (self.lines, self.ready, self.there, self.left_out, self.wrong, 0)
        return DryRun(*counts, tuple(self.problems), {}, ())
