"""Writing without a mouse: kept at every pause, seen as it will be printed, reviewed, signed with its number."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtWidgets import QApplication

from desktop.letters.model import Urgency
from desktop.outgoing.model import State, Template
from desktop.outgoing.rules import sample
from desktop.paper.pages import page_text
from tests.helpers.desk import person
from tests.helpers.keyboard import press, write
from tests.helpers.outgoing import LETTER, approved, found
from tests.helpers.screens import nameless
from tests.ui.outgoing.conftest import Writing
from ui.kit.autosaver import LONGEST_MS, PAUSE_MS, Autosaver
from ui.outgoing.editor import Editor
from ui.outgoing.screens import OutgoingScreens


@pytest.fixture
def screens(writing: Writing) -> OutgoingScreens:
    return writing.screens()


def fresh(writing: Writing, screens: OutgoingScreens) -> Editor:
    """A new draft by F9."""
    press("F9")
    writing.until(lambda: screens.presenter.draft is not None)
    assert screens.currentWidget() is screens.editor
    return screens.editor


def test_a_letter_is_written_reviewed_and_signed_by_keys(writing: Writing, screens: OutgoingScreens) -> None:
    editor = fresh(writing, screens)
    assert QApplication.focusWidget() is editor.form.subject
    write("ส่งรายชื่อ")
    press("Tab")
    write("ผู้ว่าราชการจังหวัดเชียงใหม่")
    editor.form.body.setFocus()
    write("จึงเรียนมาเพื่อโปรดทราบ")
    editor.form.signer.choose(person(writing.office, "somchai").id.hex())
    editor.form.signer.chosen.emit(editor.form.signer.value)
    assert editor.form.signer_lines.value == "นายกเทศมนตรีเมืองแม่เหียะ"
    editor.deeds.reviewer.choose(person(writing.office).id.hex())
    press("F9")
    draft = screens.presenter.draft
    assert draft is not None
    writing.until(lambda: found(writing.office, draft.id).state is State.REVIEW and not editor._busy)
    writing.until(lambda: editor.presenter.wish().name == "approve")
    press("F9")
    writing.until(lambda: editor.presenter.wish().name == "sign" and not editor._busy)
    press("F9")
    writing.until(lambda: editor.presenter.wish().name == "print" and not editor._busy)
    signed = found(writing.office, draft.id)
    assert signed.letter_id is not None
    letter = writing.office.letter_queries.letter(signed.letter_id)
    assert letter is not None
    assert (letter.number, letter.subject, letter.to_party) == (1, "ส่งรายชื่อ", "ผู้ว่าราชการจังหวัดเชียงใหม่")
    assert "ชม ๕๒๓๐๑/๑" in page_text(writing.office.desk.blobs.get(letter.files[0].sha256))
    assert not editor.form.isEnabled()
    assert any("00001/2569" in notice.text for notice in writing.notices.window_ready())


def test_what_stops_a_review_is_said_at_its_field(writing: Writing, screens: OutgoingScreens) -> None:
    editor = fresh(writing, screens)
    press("F9")
    assert editor.form.fields["subject"].error
    assert QApplication.focusWidget() is editor.form.subject
    write("ก")
    assert not editor.form.fields["subject"].error


def test_every_pause_is_on_the_disk_before_two_seconds_are_over(writing: Writing, screens: OutgoingScreens) -> None:
    assert PAUSE_MS <= LONGEST_MS < 1500
    editor = fresh(writing, screens)
    with writing.qtbot.waitSignal(editor.kept):
        write("ร่างที่ยังไม่ได้บันทึก")
    draft = screens.presenter.draft
    assert draft is not None
    newest = found(writing.office, draft.id).newest
    assert newest is not None
    assert newest.content.subject == "ร่างที่ยังไม่ได้บันทึก"


def test_who_never_pauses_is_kept_all_the_same(writing: Writing) -> None:
    saver = Autosaver()
    saver.typed()
    assert saver.waits
    longest = saver.longest.remainingTime()
    saver.pause.stop()
    for _ in range(3):
        saver.typed()
    assert saver.longest.remainingTime() <= longest
    with writing.qtbot.waitSignal(saver.due):
        saver.pause.stop()
    assert not saver.waits


def test_what_was_not_left_goes_on_where_it_stopped(writing: Writing) -> None:
    act = writing.office.outgoing.drafts(person(writing.office))
    draft_id = act.start(Template.EXTERNAL, content=LETTER)
    base = found(writing.office, draft_id).current
    act.autosave(draft_id, base.id, replace(LETTER, subject="ก่อนไฟดับ"))
    screens = writing.screens()
    editor = writing.opened(screens, draft_id)
    assert editor.form.subject.value == "ก่อนไฟดับ"
    assert screens.presenter.base_id == base.id
    press("Esc")
    writing.until(lambda: screens.currentWidget() is screens.drafts)
    draft = found(writing.office, draft_id)
    assert (draft.current.content.subject, draft.newest) == ("ก่อนไฟดับ", None)


def test_the_form_gives_back_what_it_was_given(writing: Writing, screens: OutgoingScreens) -> None:
    for content in (
        LETTER,
        sample(Template.ORDER, "กองช่าง", "1"),
        replace(LETTER, circular=True, references=(), salutation="นมัสการ", closing="ขอนมัสการด้วยความเคารพ"),
    ):
        screens.editor.form.show_content(content)
        assert screens.editor.form.typed() == content
    timed = replace(LETTER, urgency=Urgency.URGENT, urgent_deadline=datetime(2026, 11, 20, 3, 30, tzinfo=UTC))
    screens.editor.form.show_content(timed)
    assert screens.editor.form.urgent_deadline.value == "20 พ.ย. 2569 10.30"
    assert screens.editor.form.typed() == timed


def test_a_version_is_compared_and_brought_back(writing: Writing, screens: OutgoingScreens) -> None:
    act = writing.office.outgoing.drafts(person(writing.office))
    draft_id = act.start(Template.EXTERNAL, content=LETTER)
    first = found(writing.office, draft_id).current
    act.save(draft_id, first.id, replace(LETTER, subject="ผิด"))
    editor = writing.opened(screens, draft_id)
    press("F6")
    panel = editor.versions
    assert panel.isVisible()
    place = panel.versions.place_of((False, first.id))
    assert place is not None
    panel.table.choose(place)
    assert [(one.field, one.before, one.after) for _, one in panel.changes.rows()] == [
        ("subject", "ผิด", LETTER.subject)
    ]
    press("Ctrl+R")
    assert editor.form.subject.value == LETTER.subject
    press("Esc")
    writing.until(lambda: found(writing.office, draft_id).current.content.subject == LETTER.subject)


def test_the_paper_follows_the_typing(writing: Writing, screens: OutgoingScreens) -> None:
    editor = fresh(writing, screens)
    writing.until(lambda: editor.pages.view.canvas._pages is not None)
    with writing.qtbot.waitSignal(editor.pages.drawn):
        write("เรื่องที่เห็นบนกระดาษ")
    assert editor.form.typed().subject in page_text(screens.presenter.draw(editor.form.typed()))


def test_only_who_was_asked_approves_and_anybody_sees_who_that_is(writing: Writing) -> None:
    office = writing.office
    act = office.outgoing.drafts(person(office))
    draft_id = act.start(Template.EXTERNAL, content=LETTER)
    act.ask(draft_id, found(office, draft_id).current.id, LETTER, person(office, "wichai"))
    screens = writing.screens("kanda")
    editor = writing.opened(screens, draft_id)
    assert not editor.deeds.primary.isEnabled()
    assert "นายวิชัย โยธาเทียม" in editor.deeds.last.text()
    reviewer = writing.screens("wichai")
    editor = writing.opened(reviewer, draft_id)
    assert editor.deeds.primary.isEnabled()
    editor.deeds.remark.setText("แก้ย่อหน้าแรก")
    editor.deeds.back_button.click()
    writing.until(lambda: found(office, draft_id).state is State.RETURNED)
    assert found(office, draft_id).remarks[-1].text == "แก้ย่อหน้าแรก"


def test_a_failure_keeps_what_was_typed(writing: Writing, screens: OutgoingScreens) -> None:
    """Another person took the draft meanwhile: told, and nothing of the form is lost."""
    draft = approved(writing.office)
    editor = writing.opened(screens, draft.id)
    writing.office.outgoing.signing(person(writing.office)).sign(
        draft.id, draft.current.id, editor.presenter.levels()[0]
    )
    editor.deeds.asked.emit("sign")
    writing.until(lambda: not editor._busy)
    assert editor.form.subject.value == LETTER.subject
    assert len(writing.office.desk.reader.rows("SELECT id FROM letter")) == 1


def test_every_control_has_a_name(writing: Writing, screens: OutgoingScreens) -> None:
    assert nameless(screens) == []
    fresh(writing, screens)
    assert nameless(screens) == []
    press("F6")
    assert nameless(screens) == []
