"""What an answer means for the sheets of a run, and what is to be printed after it."""

from collections.abc import Mapping
from dataclasses import replace

from desktop.devices.printing import JobReport, JobState
from desktop.office.ids import Id
from desktop.sheets.model import Answer, Doubt, Job, Outcome, Run, Sheet, Wanted

_GONE_WRONG = {
    JobState.FAILED: Doubt.FAILED,
    JobState.CANCELLED: Doubt.CANCELLED,
    JobState.FORGOTTEN: Doubt.FORGOTTEN,
}
UNMARKED = frozenset({"letter", "envelope"})
"""Kinds that go out of the house without a mark of ours: a torn sheet is printed again just as it was."""
ONCE = frozenset({"stamp", "secret"})
"""Kinds of which no file is kept and nothing follows by itself: onto a paper that somebody laid in, or of a secret."""
_SURE = frozenset({JobState.DONE, JobState.HANDED_OVER})


def outcomes(run: Run, sheet: Sheet, answer: Answer) -> Mapping[Id, Outcome]:
    """What becomes of which sheets. Paper comes out in its order: after one that did not, none did."""
    if answer is Answer.PARTLY:
        return {sheet.id: Outcome.SPOILED}
    if answer is Answer.NOT_OUT:
        return {other.id: Outcome.NOT_OUT for other in run.unknown if other.place >= sheet.place}
    return {sheet.id: Outcome.OUT}


def split(run: Run, sheet: Sheet, came: int, rest_id: Id) -> tuple[Run, Sheet, Sheet]:
    """The run with a pile parted behind the sheets of it that came out; both parts."""
    first = replace(sheet, wanted=replace(sheet.wanted, of=sheet.wanted.page + came - 1))
    place = max(other.place for other in run.sheets) + 1
    rest = replace(sheet, id=rest_id, place=place, wanted=replace(sheet.wanted, page=sheet.wanted.page + came))
    sheets = (first if other.id == sheet.id else other for other in run.sheets)
    return replace(run, sheets=(*sheets, rest)), first, rest


def pages(job: Job) -> list[int]:
    """Which pages (from 0) of its whole file a job prints, in their order."""
    return [page for one in job.wanted for page in range(one.page - 1, one.page - 1 + one.sheets)]


def page_of(run: Run, sheet: Sheet) -> int:
    """Where a sheet lies among the pages of its run as they were sent (from 0)."""
    return sum(other.wanted.sheets for other in run.sheets[: run.sheets.index(sheet)])


def told(run: Run, outcomes: Mapping[Id, Outcome]) -> Run:
    """The run as it is with these outcomes."""
    sheets = (replace(sheet, outcome=outcomes.get(sheet.id, sheet.outcome)) for sheet in run.sheets)
    return replace(run, sheets=tuple(sheets))


def doubt_of(run: Run, report: JobReport) -> Doubt:
    """Why the spooler's word is none; `Doubt.NONE` while the job is on its way, and when it is well done."""
    if report.state is JobState.DONE:
        counted = report.sheets
        return Doubt.COUNT if counted is not None and counted > run.job.sheets else Doubt.NONE
    if report.state in _GONE_WRONG:
        return _GONE_WRONG[report.state]
    return Doubt.HELD_UP if report.held_up else Doubt.NONE


def is_out(run: Run, report: JobReport) -> bool:
    """Whether the spooler's word settles the run."""
    return report.state in _SURE and doubt_of(run, report) is Doubt.NONE


def left(run: Run) -> tuple[tuple[Wanted, bool], ...]:
    """The sheets of a settled run that must be printed again, and whether with the mark: those that came out in part.

    What did not come out is printed as it was: nobody has a second sheet of it in hand.
    """
    missing = {Outcome.NOT_OUT: False, Outcome.SPOILED: True}
    return tuple((sheet.wanted, missing[sheet.outcome]) for sheet in run.sheets if sheet.outcome in missing)


def again(run: Run, time: int) -> tuple[Wanted, ...]:
    """The same sheets, those to be marked with `time`; the stock they will lie on is another."""
    return tuple(replace(wanted, serial=None, time=time if marked else wanted.time) for wanted, marked in left(run))
