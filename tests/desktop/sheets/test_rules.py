"""What an answer means for the sheets of a run, and what is printed after it."""

from datetime import UTC, datetime
from itertools import product

import pytest

from desktop.devices.printer import JobReport, JobState, Media
from desktop.sheets import rules
from desktop.sheets.model import Answer, Doubt, Job, Outcome, Role, Run, Sheet, Wanted


def a_run(*outcomes: Outcome, time: int = 0) -> Run:
    wanted = tuple(
        Wanted(Role.PAGE, place + 1, len(outcomes), time, serial=70 + place) for place in range(len(outcomes))
    )
    sheets = tuple(
        Sheet(bytes([place]) * 16, place, one, outcome)
        for place, (one, outcome) in enumerate(zip(wanted, outcomes, strict=True))
    )
    job = Job("receipt", "70/C1 000451", "laser", "a5", Media.A5, wanted)
    return Run(bytes(16), job, datetime(2026, 11, 22, tzinfo=UTC), "นางสาวปิยะดา", 7, Doubt.FAILED, sheets)


THREE = a_run(Outcome.SENT, Outcome.SENT, Outcome.SENT)


def test_after_a_sheet_that_did_not_come_out_none_did() -> None:
    second = THREE.sheets[1]
    assert rules.outcomes(THREE, second, Answer.NOT_OUT) == {
        THREE.sheets[1].id: Outcome.NOT_OUT,
        THREE.sheets[2].id: Outcome.NOT_OUT,
    }
    for answer, outcome in ((Answer.OUT, Outcome.OUT), (Answer.PARTLY, Outcome.SPOILED), (Answer.TWICE, Outcome.OUT)):
        assert rules.outcomes(THREE, second, answer) == {second.id: outcome}


@pytest.mark.parametrize("answers", list(product(Answer, repeat=3)))
def test_whatever_is_answered_each_sheet_is_told_of_once_and_what_is_missing_is_printed(
    answers: tuple[Answer, ...],
) -> None:
    run = THREE
    for answer in answers:
        if run.unknown:
            run = rules.told(run, rules.outcomes(run, run.unknown[0], answer))
    assert not run.unknown
    missing = [sheet for sheet in run.sheets if sheet.outcome in (Outcome.NOT_OUT, Outcome.SPOILED)]
    again = rules.again(run, 4)
    assert [one.page for one in again] == [sheet.wanted.page for sheet in missing]
    for one, sheet in zip(again, missing, strict=True):
        assert one.time == (4 if sheet.outcome is Outcome.SPOILED else 0)
        assert one.serial is None


def test_what_did_not_come_out_keeps_the_mark_it_had() -> None:
    run = a_run(Outcome.NOT_OUT, Outcome.SPOILED, time=1)
    assert [one.time for one in rules.again(run, 2)] == [1, 2]


@pytest.mark.parametrize(
    ("report", "doubt", "out"),
    [
        (JobReport(JobState.WAITING), Doubt.NONE, False),
        (JobReport(JobState.PRINTING), Doubt.NONE, False),
        (JobReport(JobState.PRINTING, held_up=True), Doubt.HELD_UP, False),
        (JobReport(JobState.DONE, sheets=3), Doubt.NONE, True),
        (JobReport(JobState.DONE, sheets=None), Doubt.NONE, True),
        (JobReport(JobState.DONE, sheets=6), Doubt.COUNT, False),
        (JobReport(JobState.FAILED), Doubt.FAILED, False),
        (JobReport(JobState.CANCELLED), Doubt.CANCELLED, False),
        (JobReport(JobState.FORGOTTEN), Doubt.FORGOTTEN, False),
        (JobReport(JobState.HANDED_OVER), Doubt.NONE, True),
    ],
)
def test_the_spoolers_word_is_taken_only_where_it_can_be_so(report: JobReport, doubt: Doubt, out: bool) -> None:
    assert rules.doubt_of(THREE, report) is doubt
    assert rules.is_out(THREE, report) is out
