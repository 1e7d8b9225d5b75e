"""What an answer means for the sheets of a run, and what is to be printed after it."""

from collections.abc import Mapping
from dataclasses import replace

from desktop.devices.printing import JobReport, JobState
from desktop.office.ids import Id
from desktop.sheets.model import Answer, Doubt, Outcome, Run, Sheet, Wanted

_GONE_WRONG = {
    JobState.FAILED: Doubt.FAILED,
    JobState.CANCELLED: Doubt.CANCELLED,
    JobState.FORGOTTEN: Doubt.FORGOTTEN,
}
_SURE = frozenset({JobState.DONE, JobState.HANDED_OVER})


def outcomes(run: Run, sheet: Sheet, answer: Answer) -> Mapping[Id, Outcome]:
    """What becomes of which sheets. Paper comes out in its order: after one that did not, none did."""
    if answer is Answer.PARTLY:
        return {sheet.id: Outcome.SPOILED}
    if answer is Answer.NOT_OUT:
        return {other.id: Outcome.NOT_OUT for other in run.unknown if other.place >= sheet.place}
    return {sheet.id: Outcome.OUT}


def told(run: Run, outcomes: Mapping[Id, Outcome]) -> Run:
    """The run as it is with these outcomes."""
    sheets = (replace(sheet, outcome=outcomes.get(sheet.id, sheet.outcome)) for sheet in run.sheets)
    return replace(run, sheets=tuple(sheets))


def doubt_of(run: Run, report: JobReport) -> Doubt:
    """Why the spooler's word is none; `Doubt.NONE` while the job is on its way, and when it is well done."""
    if report.state is JobState.DONE:
        counted = report.sheets
        return Doubt.COUNT if counted is not None and counted > len(run.job.wanted) else Doubt.NONE
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
