"""Signed letters on paper: each sheet a row of the journal, asked about above the room, and printed again unmarked."""

from desktop.devices.printer import JobReport, JobState
from desktop.office.secrecy import Secrecy
from desktop.outgoing.model import Level
from desktop.paper.pages import page_text
from desktop.sheets.model import Answer, Doubt, Outcome
from tests.desktop.paper.papers import a_paper
from tests.helpers.desk import person
from tests.helpers.keyboard import press
from tests.helpers.outgoing import approved
from tests.helpers.print_desk import ScriptedPrinter
from tests.ui.outgoing.conftest import Writing
from ui.outgoing.papers import Papers
from ui.sheets.frame_question import FrameQuestion


def outcomes(writing: Writing, kind: str) -> list[tuple[int, Outcome]]:
    lines = writing.office.sheets.queries.named("หนังสือ", kind)
    return [(line.sheet.wanted.time, line.sheet.outcome) for line in reversed(lines)]


def test_a_letter_that_was_torn_is_asked_about_and_comes_out_as_it_was(writing: Writing) -> None:
    printer = ScriptedPrinter()
    printer.reports[1] = JobReport(JobState.PRINTING, held_up=True)
    writing.prints_on(printer, "laser")
    draft = approved(writing.office)
    writing.office.outgoing.signing(person(writing.office, "somchai")).sign(draft.id, draft.current.id, Level.WET)
    question = FrameQuestion(writing.prints.printing, writing.worker)
    writing.qtbot.addWidget(question)
    screens = writing.screens()
    editor = writing.opened(screens, draft.id)
    writing.until(lambda: editor.presenter.wish().name == "print" and not editor._busy)
    press("F9")
    writing.until(lambda: question.isVisible())
    assert "ส่งรายชื่อผู้เข้าร่วมพิธี" in question._which.words
    assert "ไม่มีคำว่าพิมพ์ซ้ำ" in question._then.words
    question.answer(Answer.PARTLY)
    writing.until(lambda: len(printer.given) == 2)
    assert page_text(printer.given[0][1], 0) == page_text(printer.given[1][1], 0)
    writing.until(lambda: outcomes(writing, "letter")[-2:] == [(0, Outcome.SPOILED), (0, Outcome.OUT)])


def test_of_a_secret_letter_neither_name_nor_page_is_kept(writing: Writing) -> None:
    printer = ScriptedPrinter()
    printer.report_now = JobReport(JobState.FAILED)
    writing.prints_on(printer, "laser")
    papers = Papers(writing.notices, writing.prints.printing)
    papers.print(a_paper, "หนังสือภายนอก", b"D" * 16, Secrecy.SECRET)
    writing.until(lambda: writing.prints.printing.question is not None)
    rows = writing.office.desk.reader.rows("SELECT kind, label, file, doubt FROM print_run")
    assert rows == [("secret", "หนังสือภายนอก", None, Doubt.FAILED.value)]
    papers.print(a_paper, "หนังสือภายนอก", b"E" * 16, Secrecy.SECRET)
    writing.until(lambda: any("ยังไม่ได้พิมพ์" in notice.text for notice in writing.notices.heard))
    assert len(printer.given) == 1
