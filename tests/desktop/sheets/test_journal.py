"""The print journal: a row before a sheet, one question before the next, and what each answer leads to."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from desktop.devices.printer import JobReport, JobState, Media
from desktop.office.errors import OfficeError
from desktop.paper import pages
from desktop.sheets.model import Answer, Counts, Doubt, Job, Outcome, Role, Wanted
from tests.helpers.print_desk import PrintDesk, ScriptedPrinter, print_desk

UNDER_WAY = JobReport(JobState.PRINTING)
FAILED = JobReport(JobState.FAILED)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[PrintDesk]:
    with print_desk(tmp_path / "desk") as desk:
        yield desk


def script(desk: PrintDesk) -> ScriptedPrinter:
    assert isinstance(desk.printer, ScriptedPrinter)
    return desk.printer


def asked(desk: PrintDesk) -> str:
    with pytest.raises(OfficeError) as failure:
        desk.send(desk.receipt())
    return failure.value.code


def test_a_sheet_is_a_row_before_it_is_sent(desk: PrintDesk) -> None:
    seen: list[list[tuple[str, int, Outcome]]] = []
    script(desk).before_taking = lambda: seen.append(desk.journal())
    run = desk.send(desk.receipt())
    assert seen == [[("original", 0, Outcome.SENT), ("copy", 0, Outcome.SENT)]]
    assert run.number == 1
    assert script(desk).given[0][0] == run.title
    assert pages.page_count(script(desk).given[0][1]) == 2


def test_what_the_spooler_has_done_is_settled_and_nothing_is_asked(desk: PrintDesk) -> None:
    desk.send(desk.receipt())
    assert desk.sending.question() is None
    desk.send(desk.receipt())
    assert desk.journal()[:2] == [("original", 0, Outcome.OUT), ("copy", 0, Outcome.OUT)]


def test_a_job_under_way_holds_nobody_up_until_it_takes_too_long(desk: PrintDesk) -> None:
    script(desk).report_now = UNDER_WAY
    desk.send(desk.receipt())
    desk.send(desk.receipt())
    assert desk.sending.question() is None
    desk.clock.advance(timedelta(minutes=2))
    question = desk.sending.question()
    assert question is not None
    assert question.doubt is Doubt.HELD_UP
    assert asked(desk) == "sheets.asked"


def test_a_printer_that_dies_silently_is_noticed_though_the_clock_was_set_back(desk: PrintDesk) -> None:
    script(desk).report_now = UNDER_WAY
    desk.send(desk.receipt())
    desk.clock.advance(-timedelta(days=1))
    assert desk.sending.question() is None
    desk.clock.advance(timedelta(minutes=2))
    question = desk.sending.question()
    assert question is not None
    assert question.doubt is Doubt.HELD_UP


@pytest.mark.parametrize(
    ("report", "doubt"),
    [
        (FAILED, Doubt.FAILED),
        (JobReport(JobState.CANCELLED), Doubt.CANCELLED),
        (JobReport(JobState.FORGOTTEN), Doubt.FORGOTTEN),
        (JobReport(JobState.PRINTING, held_up=True), Doubt.HELD_UP),
        (JobReport(JobState.DONE, sheets=4), Doubt.COUNT),
    ],
)
def test_the_next_printing_waits_while_nobody_knows_what_came_out(
    desk: PrintDesk, report: JobReport, doubt: Doubt
) -> None:
    run = desk.send(desk.receipt())
    script(desk).report_now = report
    assert asked(desk) == "sheets.asked"
    assert len(script(desk).given) == 1
    question = desk.sending.question()
    assert question is not None
    assert (question.id, question.doubt) == (run.id, doubt)


def test_paper_laid_in_withdraws_the_question(desk: PrintDesk) -> None:
    desk.send(desk.receipt())
    script(desk).report_now = JobReport(JobState.PRINTING, held_up=True)
    assert desk.sending.question() is not None
    script(desk).report_now = JobReport(JobState.DONE, 2)
    assert desk.sending.question() is None
    assert {outcome for _, _, outcome in desk.journal()} == {Outcome.OUT}


def test_not_out_is_printed_again_without_a_mark(desk: PrintDesk) -> None:
    receipt = desk.receipt()
    desk.send(receipt)
    script(desk).report_now = FAILED
    question = desk.sending.question()
    assert question is not None
    told, following = desk.sending.answer(question, question.unknown[0], Answer.NOT_OUT)
    assert not told.unknown
    assert following is not None
    assert desk.journal() == [
        ("original", 0, Outcome.NOT_OUT), ("copy", 0, Outcome.NOT_OUT),
        ("original", 0, Outcome.SENT), ("copy", 0, Outcome.SENT),
    ]  # fmt: skip
    assert desk.office.cashier_queries.receipt(receipt.id).reprints == 0  # type: ignore[union-attr]
    assert script(desk).given[1][1] == script(desk).given[0][1], "the very same sheets"


def test_a_half_sheet_is_spoiled_and_its_next_printing_bears_the_mark(desk: PrintDesk) -> None:
    receipt = desk.receipt()
    desk.send(receipt)
    script(desk).report_now = FAILED
    question = desk.sending.question()
    assert question is not None
    told, following = desk.sending.answer(question, question.unknown[0], Answer.PARTLY)
    assert following is None, "of the copy nobody has said anything yet"
    told, following = desk.sending.answer(told, told.unknown[0], Answer.NOT_OUT)
    assert following is not None
    assert desk.journal() == [
        ("original", 0, Outcome.SPOILED), ("copy", 0, Outcome.NOT_OUT),
        ("original", 1, Outcome.SENT), ("copy", 0, Outcome.SENT),
    ]  # fmt: skip
    printed = script(desk).given[1][1]
    assert "พิมพ์ซ้ำครั้งที่ ๑" in pages.page_text(printed, 0)
    assert "พิมพ์ซ้ำ" not in pages.page_text(printed, 1)
    assert desk.office.cashier_queries.receipt(receipt.id).reprints == 1  # type: ignore[union-attr]


def test_out_is_done_and_the_next_printing_goes(desk: PrintDesk) -> None:
    desk.send(desk.receipt())
    script(desk).report_now = FAILED
    for _ in range(2):
        question = desk.sending.question()
        assert question is not None
        desk.sending.answer(question, question.unknown[0], Answer.OUT)
    assert desk.sending.question() is None
    script(desk).report_now = UNDER_WAY
    desk.send(desk.receipt())
    assert len(script(desk).given) == 2


def test_a_sheet_that_came_twice_is_a_row_of_its_own_and_counts_as_spoiled(desk: PrintDesk) -> None:
    receipt = desk.receipt()
    desk.send(receipt)
    script(desk).report_now = JobReport(JobState.DONE, 4)
    for answer in (Answer.TWICE, Answer.OUT):
        question = desk.sending.question()
        assert question is not None
        desk.sending.answer(question, question.unknown[0], answer)
    assert [outcome for _, _, outcome in desk.journal()] == [Outcome.OUT, Outcome.OUT, Outcome.EXTRA]
    day = desk.clock.now() - timedelta(hours=1), desk.clock.now() + timedelta(hours=1)
    assert desk.office.sheets.queries.counts("receipt", *day) == {receipt.id: Counts(sheets=3, reprints=0, spoiled=1)}


def test_a_printer_that_lied_is_found_out_by_a_person(desk: PrintDesk) -> None:
    run = desk.send(desk.receipt())
    assert desk.sending.question() is None
    asked_again = desk.sending.ask_again(desk.sending.queries.run(run.id) or run)
    assert [sheet.outcome for sheet in asked_again.sheets] == [Outcome.SENT, Outcome.SENT]
    question = desk.sending.question()
    assert question is not None
    assert question.doubt is Doubt.PERSON
    _, following = desk.sending.answer(question, question.unknown[0], Answer.NOT_OUT)
    assert following is not None
    assert [outcome for _, _, outcome in desk.journal()][:2] == [Outcome.NOT_OUT, Outcome.NOT_OUT]


def test_a_job_that_is_to_be_printed_again_is_taken_back_first(desk: PrintDesk) -> None:
    run = desk.send(desk.receipt())
    script(desk).report_now = JobReport(JobState.PRINTING, held_up=True)
    question = desk.sending.question()
    assert question is not None
    desk.sending.answer(question, question.unknown[0], Answer.NOT_OUT)
    assert script(desk).cancelled == [run.number]


def test_an_answer_that_the_printer_overtook_is_asked_again(desk: PrintDesk) -> None:
    desk.send(desk.receipt())
    script(desk).report_now = JobReport(JobState.PRINTING, held_up=True)
    question = desk.sending.question()
    assert question is not None
    script(desk).report_now = JobReport(JobState.DONE, 2)
    with pytest.raises(OfficeError) as failure:
        desk.sending.answer(question, question.unknown[0], Answer.NOT_OUT)
    assert failure.value.code == "sheets.came_out"
    assert len(script(desk).given) == 1
    assert desk.sending.question() is not None, "nothing is settled behind the clerk's back"


def test_an_answer_is_taken_once(desk: PrintDesk) -> None:
    desk.send(desk.receipt())
    script(desk).report_now = FAILED
    question = desk.sending.question()
    assert question is not None
    desk.sending.answer(question, question.unknown[0], Answer.NOT_OUT)
    with pytest.raises(OfficeError) as failure:
        desk.sending.answer(question, question.unknown[0], Answer.PARTLY)
    assert failure.value.code == "sheets.answered"
    assert len(script(desk).given) == 2


def test_what_a_spooler_refuses_never_left_and_asks_nobody(desk: PrintDesk) -> None:
    def refuse() -> None:
        raise OfficeError("printer.refused", queue="laser", reason="closed")

    script(desk).before_taking = refuse
    with pytest.raises(OfficeError):
        desk.send(desk.receipt())
    assert {outcome for _, _, outcome in desk.journal()} == {Outcome.NOT_OUT}
    assert desk.sending.question() is None


def test_a_spooler_that_goes_away_in_the_middle_leaves_a_question(desk: PrintDesk) -> None:
    def go_away() -> None:
        raise OfficeError("printer.unsure", queue="laser")

    script(desk).before_taking = go_away
    with pytest.raises(OfficeError):
        desk.send(desk.receipt())
    question = desk.sending.question()
    assert question is not None
    assert question.doubt is Doubt.UNHEARD


def test_a_paper_that_cannot_be_drawn_leaves_no_question(desk: PrintDesk) -> None:
    job = Job("receipt", "70/C1 999999", "laser", "a5", Media.A5, (Wanted(Role.ORIGINAL),), bytes(16))
    with pytest.raises(OfficeError):
        desk.sending.send(job)
    assert desk.sending.question() is None


def test_sheets_are_found_by_day_by_name_and_by_the_number_of_their_stock(desk: PrintDesk) -> None:
    ways = desk.office.sheets.ways
    ways.choose("receipt", "stock")
    ways.lay_in("receipt", 4512)
    first, second = desk.receipt(), desk.receipt()
    desk.send(first)
    desk.send(second)
    queries = desk.office.sheets.queries
    assert [line.sheet.wanted.serial for line in queries.named("000452")] == [4514, 4515]
    assert [line.run.job.document for line in queries.named("004513")] == [first.id, first.id]
    assert queries.named("%") == ()
    assert len(queries.of_document(first.id)) == 1


def test_stock_is_counted_on_and_a_sheet_that_did_not_come_out_is_still_in_the_tray(desk: PrintDesk) -> None:
    ways = desk.office.sheets.ways
    ways.choose("receipt", "stock")
    assert ways.next_serial("receipt") is None
    ways.lay_in("receipt", 100)
    desk.send(desk.receipt())
    script(desk).report_now = FAILED
    question = desk.sending.question()
    assert question is not None
    told, _ = desk.sending.answer(question, question.unknown[0], Answer.PARTLY)
    _, following = desk.sending.answer(told, told.unknown[0], Answer.NOT_OUT)
    assert following is not None
    assert [sheet.wanted.serial for sheet in following.sheets] == [101, 102], "100 is spoiled, 101 still lies there"
    desk.clock.advance(timedelta(minutes=1))
    ways.lay_in("receipt", 9000)
    assert ways.next_serial("receipt") == 9000
