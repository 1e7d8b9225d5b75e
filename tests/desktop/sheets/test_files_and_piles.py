"""Papers that are only files, and piles of them, in the journal: marked, kept for a day, parted, or not kept."""

from datetime import timedelta

import pytest

from desktop.devices.printer import JobReport, JobState
from desktop.office.errors import OfficeError
from desktop.paper import pages
from desktop.sheets.model import Answer, Filed, Outcome, Role, Run
from tests.desktop.paper.papers import a_paper
from tests.desktop.sheets.test_journal import FAILED, desk, script
from tests.helpers.print_desk import PrintDesk

__all__ = ["desk"]


def test_a_paper_that_is_only_a_file_is_marked_by_the_journal_and_kept_for_a_day(desk: PrintDesk) -> None:
    file = a_paper(pages=3)
    run = desk.sending.send_file(Filed("register", "สมุดส่ง 87", file, document=b"L" * 16), "laser")
    script(desk).report_now = FAILED
    question = desk.sending.question()
    assert question is not None
    assert desk.sending.pdf(question) == file
    for answer in (Answer.OUT, Answer.PARTLY, Answer.NOT_OUT):
        now = desk.sending.queries.run(run.id)
        assert now is not None
        _, following = desk.sending.answer(now, now.unknown[0], answer)
    assert following is not None
    assert [one.page for one in following.job.wanted] == [2, 3]
    printed = script(desk).given[1][1]
    assert pages.page_count(printed) == 2
    assert "พิมพ์ซ้ำครั้งที่ ๑" in pages.page_text(printed, 0)
    assert "พิมพ์ซ้ำ" not in pages.page_text(printed, 1)
    assert desk.sending.queries.times("register", b"L" * 16) == 1
    script(desk).report_now = JobReport(JobState.DONE)
    assert desk.sending.question() is None
    desk.clock.advance(timedelta(days=1, minutes=1))
    desk.send(desk.receipt())
    assert desk.sending.queries.file(run.id) is None
    with pytest.raises(OfficeError) as failure:
        desk.sending.ask_again(run)
    assert failure.value.code == "sheets.no_picture"


def test_a_torn_letter_is_printed_again_as_it_was_and_a_stamp_only_noted(desk: PrintDesk) -> None:
    def torn(kind: str) -> Run | None:
        desk.sending.send_file(Filed(kind, "ตรารับ หรือหนังสือ", a_paper(), document=b"L" * 16), "laser")
        script(desk).report_now = FAILED
        question = desk.sending.question()
        assert question is not None
        following = desk.sending.answer(question, question.unknown[0], Answer.PARTLY)[1]
        script(desk).report_now = JobReport(JobState.DONE)
        assert desk.sending.question() is None
        return following

    following = torn("letter")
    assert following is not None
    assert [one.time for one in following.job.wanted] == [0]
    assert "พิมพ์ซ้ำ" not in pages.page_text(script(desk).given[1][1], 0)
    for kind in ("stamp", "secret"):
        assert torn(kind) is None
    kept = desk.office.desk.reader.rows("SELECT kind FROM print_run WHERE file IS NOT NULL")
    assert {kind for (kind,) in kept} == {"letter"}


def test_a_pile_of_one_sheet_is_a_sheet(desk: PrintDesk) -> None:
    """Of one sheet nobody can say how many lie there whole."""
    assert [one.wanted.role for one in pile(desk, 1).sheets] == [Role.PAGE]


def test_a_lie_about_a_filed_paper_is_put_right_while_its_file_is_kept(desk: PrintDesk) -> None:
    run = desk.sending.send_file(Filed("bill", "ใบแจ้ง 1", a_paper(), document=b"B" * 16, numbered=True), "")
    assert desk.sending.question() is None
    desk.sending.ask_again(desk.sending.queries.run(run.id) or run)
    question = desk.sending.question()
    assert question is not None
    _, following = desk.sending.answer(question, question.unknown[0], Answer.NOT_OUT)
    assert following is not None
    assert script(desk).given[0][1] == script(desk).given[1][1]


def test_a_numbered_paper_counts_its_printings_and_its_copies_apart(desk: PrintDesk) -> None:
    def times(role: Role, *, numbered: bool = True) -> list[int]:
        paper = Filed("certificate", "หนังสือรับรอง 3/2569", a_paper(), document=b"C" * 16, role=role, numbered=numbered)
        return [sheet.wanted.time for sheet in desk.sending.send_file(paper, "laser").sheets]

    script(desk).report_now = FAILED
    assert times(Role.ORIGINAL) == [0]
    question = desk.sending.question()
    assert question is not None
    desk.sending.answer(question, question.unknown[0], Answer.NOT_OUT)
    script(desk).report_now = JobReport(JobState.DONE)
    assert times(Role.COPY, numbered=False) == [0]
    assert times(Role.ORIGINAL) == [1], "the first came out after all"
    assert "พิมพ์ซ้ำครั้งที่ ๑" in pages.page_text(script(desk).given[-1][1], 0)
    assert times(Role.ORIGINAL) == [2]
    assert times(Role.COPY) == [1]


def pile(desk: PrintDesk, count: int = 30) -> Run:
    return desk.sending.send_file(Filed("waste", "ใบแจ้งค่าขยะ พ.ย. 2569", a_paper(pages=count), role=Role.PILE), "laser")


def test_a_pile_is_one_row_with_its_sheets_counted_and_one_question(desk: PrintDesk) -> None:
    run = pile(desk)
    assert [(one.wanted.role, one.wanted.sheets) for one in run.sheets] == [(Role.PILE, 30)]
    script(desk).report_now = JobReport(JobState.DONE, sheets=30)
    assert desk.sending.question() is None
    assert desk.journal() == [("pile", 0, Outcome.OUT)]
    day = desk.clock.now() - timedelta(hours=1), desk.clock.now() + timedelta(hours=1)
    (line,) = desk.office.sheets.queries.between(*day, kind="waste")
    assert line.sheet.wanted.sheets == 30
    assert desk.office.sheets.queries.between(*day, kind="receipt") == ()


def test_a_pile_goes_on_behind_the_last_sheet_that_came_out(desk: PrintDesk) -> None:
    pile(desk)
    script(desk).report_now = FAILED
    question = desk.sending.question()
    assert question is not None
    told, following = desk.sending.answer(question, question.unknown[0], Answer.PARTLY, 12)
    assert following is not None
    assert [(one.wanted.page, one.wanted.of, one.outcome) for one in told.sheets] == [
        (1, 12, Outcome.OUT), (13, 30, Outcome.NOT_OUT),
    ]  # fmt: skip
    assert pages.page_count(script(desk).given[1][1]) == 18
    question = desk.sending.question()
    assert question is not None
    assert pages.page_text(desk.sending.pdf(question), 0) == pages.page_text(script(desk).given[0][1], 12)
    _, last = desk.sending.answer(question, question.unknown[0], Answer.PARTLY, 17)
    assert last is not None
    assert [(one.page, one.of) for one in last.job.wanted] == [(30, 30)]
    script(desk).report_now = JobReport(JobState.DONE)
    assert desk.sending.question() is None


def test_the_file_of_a_pile_lies_outside_the_store_until_a_day_after_its_last_run(desk: PrintDesk) -> None:
    run = pile(desk)
    named = desk.sending.queries.file(run.id)
    assert named is not None
    assert len(named) == 64
    script(desk).report_now = FAILED
    question = desk.sending.question()
    assert question is not None
    _, following = desk.sending.answer(question, question.unknown[0], Answer.PARTLY, 10)
    script(desk).report_now = JobReport(JobState.HANDED_OVER)
    desk.clock.advance(timedelta(days=1, minutes=1))
    assert following is not None
    desk.send(desk.receipt())
    assert desk.sending.queries.file(run.id) is None
    assert desk.office.desk.blobs.has(named.decode()), "its second run names it still"
    desk.clock.advance(timedelta(days=1, minutes=1))
    desk.send(desk.receipt())
    desk.sending.send_file(Filed("bill", "x", a_paper()), "laser")
    assert not desk.office.desk.blobs.has(named.decode())
