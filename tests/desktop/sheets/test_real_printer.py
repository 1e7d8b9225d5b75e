"""The journal against a printer of the network behind a real CUPS: what it says is what lies in the tray."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PIL import Image

from desktop.devices.printer import JobState, Media, PrintJob
from desktop.paper import pages
from desktop.sheets.model import Answer, Doubt, Outcome, Run, Wanted
from tests.helpers.cups import Cups
from tests.helpers.ipp_printer import Habit, IppPrinter, ipp_printer
from tests.helpers.print_desk import PrintDesk, print_desk
from tests.helpers.printed import alike, until
from tests.helpers.rasters import grey

_CAME_OUT = frozenset({Outcome.OUT, Outcome.SPOILED, Outcome.EXTRA})


@pytest.fixture
def paper() -> Iterator[IppPrinter]:
    with ipp_printer() as printer:
        yield printer


@pytest.fixture
def desk(tmp_path: Path, cups: Cups, paper: IppPrinter) -> Iterator[PrintDesk]:
    with print_desk(tmp_path / "desk", cups.printer) as desk:
        yield desk


def settled(desk: PrintDesk) -> bool:
    return all(not desk.sending.look(run).unknown for run in desk.sending.queries.open_runs())


def in_question(desk: PrintDesk) -> bool:
    return desk.sending.question() is not None


def question(desk: PrintDesk) -> Run:
    until(lambda: in_question(desk))
    found = desk.sending.question()
    assert found is not None
    return found


def answer(desk: PrintDesk, *answers: Answer) -> None:
    for one in answers:
        run = desk.sending.queries.open_runs()[0]
        desk.sending.answer(run, run.unknown[0], one)


def lies_in_the_tray_as_the_journal_says(desk: PrintDesk, paper: IppPrinter) -> None:
    """Each sheet that the journal says came out lies there, whole or torn, with its mark, and nothing else does."""
    lines = desk.sending.queries.named("70/C1")
    runs = {line.run.id: line.run for line in reversed(lines)}.values()
    said = [(run, sheet) for run in runs for sheet in run.sheets if sheet.outcome in _CAME_OUT]
    assert len(said) == len(paper.tray)
    left = list(paper.tray)
    for run, sheet in said:
        whole = sheet.outcome is not Outcome.SPOILED
        meant = picture(desk, run, sheet.wanted)
        found = next((one for one in left if one.whole is whole and alike(one.picture, meant, whole)), None)
        assert found is not None, (run.job.label, sheet)
        left.remove(found)


def picture(desk: PrintDesk, run: Run, wanted: Wanted) -> Image.Image:
    return grey(desk.office.receipt_sheets.pdf(replace(run.job, wanted=(wanted,))))


def jams(desk: PrintDesk, paper: IppPrinter) -> None:
    desk.send(desk.receipt(), "counter")
    assert question(desk).doubt is Doubt.HELD_UP
    answer(desk, Answer.PARTLY, Answer.NOT_OUT)
    paper.clear_jam()
    until(lambda: settled(desk))


def lies(desk: PrintDesk, paper: IppPrinter) -> None:
    lied = desk.send(desk.receipt(), "counter")
    until(lambda: settled(desk))
    assert not in_question(desk), "nobody but a person can know"
    desk.sending.ask_again(lied)
    answer(desk, Answer.NOT_OUT)
    until(lambda: settled(desk))


def prints_twice(desk: PrintDesk, paper: IppPrinter) -> None:
    desk.send(desk.receipt(), "counter")
    assert question(desk).doubt is Doubt.COUNT
    answer(desk, Answer.TWICE, Answer.TWICE)


def is_empty(desk: PrintDesk, paper: IppPrinter) -> None:
    desk.send(desk.receipt(), "counter")
    assert question(desk).doubt is Doubt.HELD_UP
    paper.fill()
    until(lambda: not in_question(desk) and settled(desk))


def dies(desk: PrintDesk, paper: IppPrinter) -> None:
    desk.send(desk.receipt(), "counter")
    until(lambda: any(not one.whole for one in paper.tray[-1:]))
    desk.clock.advance(timedelta(minutes=2))
    assert question(desk).doubt is Doubt.HELD_UP
    answer(desk, Answer.PARTLY, Answer.NOT_OUT)
    paper.switch_on()
    until(lambda: settled(desk))


MISHAPS = {
    Habit.JAMS: jams, Habit.LIES: lies, Habit.TWICE: prints_twice, Habit.EMPTY: is_empty, Habit.DIES: dies,
}  # fmt: skip


@pytest.mark.long
def test_what_the_journal_says_lies_in_the_tray_after_a_day_of_every_mishap(
    desk: PrintDesk, cups: Cups, paper: IppPrinter
) -> None:
    cups.add_printer("counter", paper.uri)
    desk.send(desk.receipt(), "counter")
    until(lambda: settled(desk))
    assert not in_question(desk)
    for habit, mishap in MISHAPS.items():
        paper.habit = habit
        mishap(desk, paper)
    assert sum(not one.whole for one in paper.tray) == 2
    lies_in_the_tray_as_the_journal_says(desk, paper)
    marked = [sheet.wanted.time for line in desk.sending.queries.named("000452") for sheet in (line.sheet,)]
    assert sorted(marked) == [0, 0, 0, 1], "only the torn sheet was printed again with the mark"


def test_a_roll_reaches_the_printer_dot_for_dot(desk: PrintDesk, cups: Cups, paper: IppPrinter) -> None:
    cups.add_printer("roll", paper.uri, raw=True)
    desk.office.sheets.ways.choose("receipt", "roll")
    receipt = desk.receipt()
    job = desk.office.receipt_sheets.job(receipt, "roll")
    assert job.media is Media.ROLL_80
    desk.sending.send(job)
    until(lambda: len(paper.tray) == 2)
    assert {one.picture.width for one in paper.tray} == {576}
    pdf = desk.office.receipt_sheets.pdf(job)
    assert paper.tray[0].picture.height == int(pages.page_size_mm(pdf)[1] * 8 + 0.999)


def test_a_job_is_found_by_its_title_and_taken_back(cups: Cups) -> None:
    cups.add_queue("found")
    cups.run("cupsdisable", "found")
    job = cups.printer.submit(b"%PDF-1.4 nothing", "found", "receipt abc", Media.A5)
    assert cups.printer.find("found", "receipt abc") == job
    assert cups.printer.find("found", "receipt xyz") is None
    assert cups.printer.report(job).held_up
    cups.printer.cancel(job)
    assert cups.finish(job) is JobState.CANCELLED
    cups.printer.cancel(PrintJob("found", job.number + 1000))
