"""Letters that come in files, on the screen: dropped, looked at, registered, put away, taken apart."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget

from desktop.interchange import archives, documents, letter_xml, mail, opening
from tests.helpers.keyboard import press
from tests.helpers.mails import archive, attachment, pdf, text_part
from tests.helpers.mails import mail as made
from tests.helpers.screens import nameless, settle
from tests.ui.imports.conftest import Imports
from ui.imports.dropping import Dropping
from ui.imports.screen import AWAY
from ui.imports.words import NOTES
from ui.kit.language import Language


def message() -> bytes:
    sheet = attachment('attachment; filename="ตาราง.xlsx"', b"no page", "application/vnd.ms-excel")
    return made([text_part(), attachment('attachment; filename="หนังสือ.pdf"', pdf(2)), sheet])


def drop(widget: QWidget, *paths: Path) -> bool:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    place, copy = QPointF(widget.rect().center()), Qt.DropAction.CopyAction
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(place.toPoint(), copy, mime, buttons, keys)
    QApplication.sendEvent(widget, enter)
    if not enter.isAccepted():
        return False
    QApplication.sendEvent(widget, QDropEvent(place, copy, mime, buttons, keys))
    return True


@pytest.mark.shot
def test_an_email_is_dropped_looked_at_and_registered(imports: Imports) -> None:
    screen = imports.screen()
    assert drop(screen, imports.file("นำส่ง.eml", message()))
    imports.until(lambda: screen.drafts.rows.rowCount() == 1 and not screen.is_busy)
    assert screen.drafts.subject.words == "ขอเชิญประชุมชี้แจงงบประมาณ"
    assert screen.drafts.documents.count() == 3
    registration = imports.registration()
    asked: list[bytes] = []
    screen.register_asked.connect(asked.append)
    screen.drafts.register_button.click()
    registration.take_arrival(asked[0])
    imports.until(lambda: registration.form.typed().subject == "ขอเชิญประชุมชี้แจงงบประมาณ")
    assert [one.name for one in registration.presenter.documents][:2] == ["หนังสือ.pdf", "ตาราง.xlsx.pdf"]
    with imports.qtbot.waitSignal(registration.registered):
        registration.register_button.click()
    imports.until(lambda: screen.drafts.rows.rowCount() == 0)
    assert imports.office.desk.reader.rows("SELECT number, subject FROM letter") == [(4824, "ขอเชิญประชุมชี้แจงงบประมาณ")]
    assert registration.presenter.arrival is None


def test_files_are_pasted_with_the_keyboard(imports: Imports) -> None:
    screen = imports.screen()
    screen.paste()
    assert imports.told() == ["ไม่มีแฟ้มให้วาง"]
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(imports.file("a.eml", message())))])
    QApplication.clipboard().setMimeData(mime)
    screen.activateWindow()
    screen.setFocus()
    imports.until(lambda: QApplication.focusWidget() is not None)
    press("Ctrl+V")
    imports.until(lambda: screen.drafts.rows.rowCount() == 1)


def test_a_draft_that_is_left_waits_on_with_what_was_typed(imports: Imports) -> None:
    screen, registration = imports.screen(), imports.registration()
    screen.bring([imports.file("a.eml", message())])
    imports.until(lambda: screen.drafts.rows.rowCount() == 1)
    draft = screen.drafts.table.current()
    assert draft
    registration.take_arrival(draft.id)
    imports.until(lambda: registration.presenter.arrival is not None)
    registration.form.remarks.setText("ถามผู้ส่งก่อน")
    registration.back_button.click()
    imports.until(lambda: registration.presenter.arrival is None)
    assert registration.form.typed().subject == ""
    registration.take_arrival(draft.id)
    imports.until(lambda: registration.form.remarks.value == "ถามผู้ส่งก่อน")


def test_a_letter_being_written_is_not_overwritten_by_a_draft(imports: Imports) -> None:
    screen, registration = imports.screen(), imports.registration()
    screen.bring([imports.file("a.eml", message())])
    imports.until(lambda: screen.drafts.rows.rowCount() == 1)
    registration.form.subject.setPlainText("กำลังพิมพ์อยู่")
    draft = screen.drafts.table.current()
    assert draft
    registration.take_arrival(draft.id)
    assert registration.form.typed().subject == "กำลังพิมพ์อยู่"
    assert "ยังมีหนังสือที่ลงทะเบียนค้างอยู่" in imports.told()


def test_the_same_paper_is_told_before_it_is_registered(imports: Imports) -> None:
    first = imports.registration()
    screen = imports.screen()
    screen.bring([imports.file("a.eml", message())])
    imports.until(lambda: screen.drafts.rows.rowCount() == 1)
    draft = screen.drafts.table.current()
    assert draft
    imports.office.letters(first.presenter._session.person).register(draft.arrived.registration, ())
    screen.drafts.refresh()
    imports.until(lambda: screen.drafts.seems.isVisible())
    assert "4824/2569" in screen.drafts.seems.words


def test_what_is_no_letter_is_put_away_and_taken_back(imports: Imports) -> None:
    screen = imports.screen()
    screen.bring([imports.file("a.zip", archive({"1.pdf": pdf(1), "2.pdf": pdf(2)}))])
    imports.until(lambda: screen.drafts.rows.rowCount() == 1)
    screen.drafts.split_button.click()
    imports.until(lambda: screen.drafts.rows.rowCount() == 2)
    screen.drafts.away_button.click()
    imports.until(lambda: screen.drafts.rows.rowCount() == 1)
    press("Ctrl+2")
    assert screen.view.value == AWAY
    imports.until(lambda: screen.away.rows.rowCount() == 2)
    screen.away.register_button.click()
    imports.until(lambda: screen.drafts.rows.rowCount() == 2)


@pytest.mark.shot
def test_what_a_clerk_should_know_is_said(imports: Imports, language: Language) -> None:
    whole = message()
    screen = imports.screen()
    paths = [imports.file("ขาด.eml", whole[: len(whole) * 2 // 3]), imports.file("ว่าง.eml", b"")]
    screen.bring([*paths, imports.file("พัง.zip", b"PK\x03\x04")])
    imports.until(lambda: screen.drafts.rows.rowCount() == 1 and not screen.is_busy)
    assert "อีเมลขาดตอนท้าย" in screen.drafts.notes.words
    assert [one.split(" ")[0] for one in imports.told()] == ["แฟ้ม", "เปิดแฟ้ม"]
    language.speak("en")
    settle()
    assert screen.drafts.bring_button.words == "Take files in"
    assert nameless(screen) == []


def test_files_that_hold_letters_fall_through_to_the_window(imports: Imports) -> None:
    registration = imports.registration()
    fell: list[Path] = []
    Dropping(registration, lambda paths: fell.extend(paths))
    path = imports.file("a.eml", message())
    assert drop(registration, path)
    assert fell == [path]
    assert not registration.capture.is_busy


def test_every_note_that_can_be_written_has_words() -> None:
    said: set[str] = set()
    for module in (archives, documents, letter_xml, mail, opening):
        source = Path(module.__file__ or "").read_text("utf-8")
        said |= set(re.findall(r'Note\(\s*"([a-z_.]+)"', source))
    assert said
    assert said <= set(NOTES)
    for code in ("torn", "encrypted", "empty"):
        assert f"piece.document.{code}" in NOTES
    assert all(words() for words in NOTES.values())


def test_a_file_that_reaches_outside_is_refused_in_words_and_stays_where_it_was(imports: Imports) -> None:
    """XML whose entities name other files and machines: nothing of it is read, nothing is kept, the good one comes."""
    trap = (
        '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY y SYSTEM "http://127.0.0.1:9/">]>'
        "<GovernmentDocument><Subject>&x;&y;</Subject></GovernmentDocument>"
    )
    path = imports.file("กับดัก.xml", trap.encode())
    screen = imports.screen()
    screen.bring([path, imports.file("a.eml", message())])
    imports.until(lambda: screen.drafts.rows.rowCount() == 1 and not screen.is_busy)
    (said,) = imports.told()
    assert "กับดัก.xml" in said
    assert path.read_bytes() == trap.encode()
    assert imports.office.desk.reader.rows("SELECT count(*) FROM arrival") == [(1,)]
