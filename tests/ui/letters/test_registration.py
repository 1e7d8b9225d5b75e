"""Registering by keyboard alone: Thai typed, files pasted and dropped, the stamp moved, mistakes told in place."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.capture.model import CapturedDocument, Source
from desktop.letters.model import Channel, Letter, StampPlace, Urgency
from desktop.paper.intake_stamp import WIDTH_MM
from desktop.paper.ops import Rect
from tests.desktop.paper.papers import a_paper
from tests.helpers.captured import from_bytes
from tests.helpers.keyboard import press, write
from tests.helpers.letters import document, register
from tests.helpers.screens import nameless
from tests.ui.letters.conftest import Registry
from ui.letters.registration import RegistrationScreen
from ui.letters.screens import LetterScreens


def open_form(registry: Registry) -> tuple[LetterScreens, RegistrationScreen]:
    """The form, opened by F9, with the number it would give."""
    screens = registry.screens()
    press("F9")
    form = screens.registration
    assert screens.currentWidget() is form
    registry.until(lambda: bool(form.number.text()) or not form.presenter.here)
    return screens, form


def registered(registry: Registry, form: RegistrationScreen) -> Letter:
    """Presses F9 and reads back what was registered."""
    before = form.done.registered
    press("F9")
    registry.until(lambda: form.done.registered is not before)
    assert form.done.registered is not None
    letter = registry.office.letter_queries.letter(form.done.registered.id)
    assert letter is not None
    return letter


def told(form: RegistrationScreen, field: str) -> str:
    """The problem that stands at a field."""
    return form.form.fields[field].error


def a_file(folder: Path, name: str = "หนังสือ.pdf", data: bytes | None = None) -> Path:
    path = folder / name
    path.write_bytes(document(2).data if data is None else data)
    return path


def files(*paths: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def test_a_letter_is_registered_without_a_mouse(registry: Registry, tmp_path: Path) -> None:
    _, form = open_form(registry)
    assert form.number.text() == "เลขรับถัดไป 04824"
    assert QApplication.focusWidget() is form.form.book_number
    write("ชม ๐๑๑๘/ว ๔๔๐๕")
    press("Return")
    write("30 ต.ค. 69")
    press("Return")
    write("อำเภอเมืองเชียงใหม่")
    press("Return Tab")
    write("การเตรียมความพร้อมป้องกันไฟป่า หมอกควัน และฝุ่นละออง")
    press("Tab Right Right F7 Tab Tab Tab")
    write("16/11/69")
    press("Return")
    write("ส่งทางไปรษณีย์")
    QGuiApplication.clipboard().setMimeData(files(a_file(tmp_path)))
    press("Ctrl+V")
    registry.until(lambda: bool(form.presenter.documents))
    letter = registered(registry, form)
    assert (letter.number, letter.book_number, letter.from_party) == (4824, "ชม ๐๑๑๘/ว ๔๔๐๕", "อำเภอเมืองเชียงใหม่")
    assert letter.to_party == "นายกเทศมนตรีเมืองแม่เหียะ"
    assert letter.subject == "การเตรียมความพร้อมป้องกันไฟป่า หมอกควัน และฝุ่นละออง"
    assert (str(letter.letter_date), str(letter.due_date)) == ("2026-10-30", "2026-11-16")
    assert (letter.urgency, letter.channel, letter.remarks) == (Urgency.VERY_URGENT, Channel.PAPER, "ส่งทางไปรษณีย์")
    assert (letter.files[0].sha256, letter.files[0].source) == (document(2).sha256, "paste")
    assert letter.stamp == StampPlace(0, 148.0, 12.0)


def test_after_registering_the_form_is_empty_and_the_next_letter_can_begin(registry: Registry) -> None:
    _, form = open_form(registry)
    form.form.from_party.setText("จังหวัดเชียงใหม่")
    form.form.subject.setPlainText("ขอเชิญประชุม")
    assert registered(registry, form).files == ()
    assert form.done.said.text() == "ลงทะเบียนแล้ว เลขรับ 04824"
    assert not form.done.print_button.isEnabled()
    assert form.form.typed() == form.presenter.blank()
    assert QApplication.focusWidget() is form.form.book_number
    registry.until(lambda: form.number.text() == "เลขรับถัดไป 04825")


def test_mistakes_are_told_at_their_fields_and_go_when_mended(registry: Registry) -> None:
    _, form = open_form(registry)
    form.form.letter_date.setFocus()
    write("31 ก.พ. 69")
    press("F9")
    fields = form.form.fields
    assert fields["letter_date"].error == "ไม่ใช่วันที่ พ.ศ."
    assert fields["from_party"].error == fields["subject"].error == "ต้องกรอก"
    assert QApplication.focusWidget() is form.form.letter_date
    form.form.letter_date.selectAll()
    write("1/12/69")
    assert told(form, "letter_date") == ""
    press("F9")
    assert told(form, "letter_date") == "ลงวันที่หลังวันนี้ไม่ได้"
    assert form.done.registered is None


def test_a_day_of_the_other_calendar_is_told_and_what_was_typed_stays(registry: Registry) -> None:
    _, form = open_form(registry)
    form.form.letter_date.setFocus()
    write("9/11/2026")
    press("F9")
    assert form.form.fields["letter_date"].error == "ปีเป็น ค.ศ. ใช้ พ.ศ. (บวก 543)"
    assert form.form.letter_date.text() == "9/11/2026"
    assert form.done.registered is None
    form.form.letter_date.selectAll()
    write("9/11/2569")
    assert told(form, "letter_date") == ""
    assert form.form.letter_date.day() == date(2026, 11, 9)


def test_nothing_typed_is_lost_when_registering_fails(registry: Registry, tmp_path: Path) -> None:
    _, form = open_form(registry)
    form.capture.bring([a_file(tmp_path)], Source.FILE)
    registry.until(lambda: bool(form.presenter.documents))
    form.form.from_party.setText("จังหวัดเชียงใหม่")
    form.form.subject.setPlainText("ขอเชิญประชุม")
    typed = form.form.typed()
    registry.office.desk.settle("INSERT INTO trusted_time VALUES (1, '2025-12-01T00:00:00.000000Z', NULL, 0)", ())
    press("F9")
    registry.until(lambda: bool(registry.notices.heard))
    assert registry.notices.heard[-1].level == "danger"
    assert form.form.typed() == typed
    assert form.presenter.documents
    assert form.form.isEnabled()


def test_without_a_number_the_letter_gets_a_tag_that_nobody_takes_for_one(registry: Registry) -> None:
    screens, form = open_form(registry)
    registry.office.desk.settle("UPDATE lease SET next = hi + 1", ())
    form.look_at_number()
    registry.until(lambda: form.number.text() == "เครื่องนี้ไม่มีเลขรับ จะได้เลขชั่วคราว")
    form.form.from_party.setText("จังหวัดเชียงใหม่")
    form.form.subject.setPlainText("ขอเชิญประชุม")
    press("F9")
    registry.until(lambda: form.done.registered is not None)
    assert form.done.said.text() == "ลงทะเบียนแล้ว เลขชั่วคราว ชค-C1-1"
    assert form.done.registered is not None
    screens.open_letter(form.done.registered.id)
    registry.until(lambda: screens.desk.ready)
    assert screens.page.head.number.property("ink") == "soft"


def test_what_was_typed_waits_while_the_clerk_looks_at_the_inbox(registry: Registry) -> None:
    screens, form = open_form(registry)
    write("ชม ๑")
    press("Esc")
    assert screens.currentWidget() is screens.inbox
    press("N")
    assert screens.currentWidget() is form
    assert form.form.book_number.value == "ชม ๑"


def test_text_is_pasted_as_text(registry: Registry) -> None:
    _, form = open_form(registry)
    QGuiApplication.clipboard().setText("มท ๐๘๐๘.๒/ว ๔๕๑๒")
    press("Ctrl+V")
    assert form.form.book_number.value == "มท ๐๘๐๘.๒/ว ๔๕๑๒"
    assert not form.capture.is_busy


def test_files_are_dropped_anywhere_on_the_screen(registry: Registry, tmp_path: Path) -> None:
    _, form = open_form(registry)
    data = files(a_file(tmp_path), a_file(tmp_path, "แนบ.pdf", document(0).data))
    drop = QDropEvent(
        QPointF(QPoint(50, 50)),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    form.dropEvent(drop)
    registry.until(lambda: len(form.presenter.documents) == 2)
    assert [one.name for one in form.presenter.documents] == ["หนังสือ.pdf", "แนบ.pdf"]
    assert form.capture.documents.choice.count() == 2
    assert form.stamp.place == StampPlace(0, 148.0, 12.0)


def test_the_stamp_moves_by_keys_and_stays_on_the_paper(registry: Registry, tmp_path: Path) -> None:
    _, form = open_form(registry)
    form.capture.bring([a_file(tmp_path)], Source.FILE)
    registry.until(lambda: form.stamp.place is not None)
    for _ in range(3):
        press("Ctrl+Alt+Left Ctrl+Alt+Down")
    assert form.stamp.place == StampPlace(0, 145.0, 15.0)
    form.stamp.move(500.0, 0.0)
    assert form.stamp.place is not None
    assert form.stamp.place.x_mm <= 160.0
    form.form.from_party.setText("จังหวัด")
    form.form.subject.setPlainText("เรื่อง")
    place = form.stamp.place
    assert registered(registry, form).stamp == place


@pytest.mark.qt_log_ignore("does not support (raise|grabbing)", extend=True)
def test_senders_seen_before_are_offered_while_typing(registry: Registry) -> None:
    register(registry.office, 0, with_pages=False)
    _, form = open_form(registry)
    form.form.from_party.setFocus()
    write("สำนักงาน")
    popup = form.form.from_party.completer().popup()
    assert popup is not None
    registry.until(popup.isVisible)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Return):
        QTest.keyClick(popup, key)
    assert form.form.from_party.value == "สำนักงานส่งเสริมการปกครองท้องถิ่นจังหวัดเชียงใหม่"


def test_the_letter_just_registered_is_sent_on_with_one_key(registry: Registry) -> None:
    screens, form = open_form(registry)
    form.form.from_party.setText("จังหวัดเชียงใหม่")
    form.form.subject.setPlainText("ขอเชิญประชุม")
    letter = registered(registry, form)
    press("Ctrl+R")
    registry.shown(screens, letter.number)
    registry.until(lambda: screens.page.work.is_writing)
    write("คลัง")
    press("Return F8")
    registry.until(lambda: bool(registry.shown(screens, letter.number).routes))


def test_a_desk_without_the_register_says_where_to_go(branch: Registry) -> None:
    _, form = open_form(branch)
    assert form._nowhere.isVisible()
    assert form._nowhere._title.words == "เครื่องนี้ไม่ได้ถือทะเบียนหนังสือ"
    assert not form.register_button.isEnabled()
    assert not form.form.isVisible()


def test_every_control_of_the_form_has_a_name(registry: Registry, tmp_path: Path) -> None:
    _, form = open_form(registry)
    form.capture.bring([a_file(tmp_path)], Source.FILE)
    registry.until(lambda: bool(form.presenter.documents))
    assert nameless(form) == []


def captured(*black: tuple[float, float, float, float]) -> CapturedDocument:
    """A page that is black there (left, top, width, height in mm)."""
    return from_bytes(a_paper(*(Rect(*box, fill="#000000") for box in black)), "page.pdf")


def test_the_stamp_seeks_free_space_and_stays_where_the_clerk_puts_it(registry: Registry) -> None:
    _, form = open_form(registry)
    form._brought([captured((150, 5, 55, 20))])
    registry.until(lambda: form.stamp.place not in (None, StampPlace(0, 148.0, 12.0)))
    found = form.stamp.place
    assert found is not None
    assert found.x_mm + WIDTH_MM <= 150 or found.y_mm >= 25
    assert form.covers.isHidden()
    press("Ctrl+Alt+Left")
    assert form.stamp.place == StampPlace(0, found.x_mm - 1, found.y_mm)
    form.form.from_party.setText("จังหวัดเชียงใหม่")
    form.form.subject.setPlainText("ขอเชิญประชุม")
    assert registered(registry, form).stamp == StampPlace(0, found.x_mm - 1, found.y_mm)


def test_a_page_without_room_says_so_until_the_stamp_is_moved_or_the_page_is_gone(registry: Registry) -> None:
    _, form = open_form(registry)
    form._brought([captured((0, 0, 210, 297))])
    registry.until(lambda: not form.covers.isHidden())
    form._removed(0)
    assert form.covers.isHidden()
    form._brought([captured((0, 0, 210, 297))])
    registry.until(lambda: not form.covers.isHidden())
    press("Ctrl+Alt+Down")
    assert form.covers.isHidden()
