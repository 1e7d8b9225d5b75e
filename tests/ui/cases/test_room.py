"""A complaint by the keyboard alone, a step with it, and a draft that is not lost."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from desktop.cases.model import Case
from desktop.paper.pages import page_text
from tests.desktop.cases.conftest import opened
from tests.desktop.cases.test_photos import photo
from tests.helpers.screens import type_text
from tests.ui.cases.conftest import Room
from ui.cases.screens import CaseScreens
from ui.kit.buttons import SecondaryButton


def press(screens: CaseScreens, key: Qt.Key) -> None:
    """To whatever has the keyboard."""
    from PySide6.QtTest import QTest

    QTest.keyClick(QApplication.focusWidget() or screens, key)


def a_complaint(room: Room, screens: CaseScreens) -> Case:
    room.qtbot.waitUntil(lambda: screens.list.isVisible())
    press(screens, Qt.Key.Key_F9)
    form = screens.new.form
    room.qtbot.waitUntil(lambda: form.table.hasFocus())
    press(screens, Qt.Key.Key_1)
    assert form.text.editor.hasFocus()
    type_text(form.text.editor, "ไฟดับ 3 ดวง")
    press(screens, Qt.Key.Key_Tab)
    type_text(form.place.editor, "ซอย 3")
    press(screens, Qt.Key.Key_F9)
    room.qtbot.waitUntil(lambda: screens.page.opened is not None)
    assert screens.page.opened is not None
    return screens.page.opened.case


def test_a_complaint_is_taken_in_without_the_mouse(room: Room) -> None:
    screens = room.screens()
    case = a_complaint(room, screens)
    assert (case.line.category, case.line.text, case.line.place.text) == ("streetlight", "ไฟดับ 3 ดวง", "ซอย 3")
    assert screens.currentWidget() is screens.page
    assert screens.page.number.text() == "OSS-69-C1-00017"
    assert "ภายใน 24 ชั่วโมง: 15 ม.ค. 2569 10.20 น." in screens.page.due.words


def test_what_is_missing_is_marked_and_nothing_is_numbered(room: Room) -> None:
    screens = room.screens()
    screens.list.new_button.click()
    screens.new.save()
    assert screens.new.form.text.error
    assert screens.new.form.place.error
    assert room.office.waiting() == 0


def test_a_step_is_taken_by_its_digit_and_asks_for_what_it_needs(room: Room) -> None:
    case = opened(room.office, "kanda")
    screens = room.screens("wichai")
    screens.open_case(case.id)
    page = screens.page
    room.qtbot.waitUntil(lambda: page.opened is not None)
    assert page.opened is not None
    place = next(n for n, step in enumerate(page.opened.steps, 1) if step.code == "ask")
    asks = next(one for one in page.findChildren(SecondaryButton) if one.words == "ขอข้อมูลเพิ่มจากผู้แจ้ง")
    assert asks.key == str(place), "the button bears the digit that takes the step"
    page.table.setFocus()
    press(screens, Qt.Key(Qt.Key.Key_0 + place))
    assert page.form.isVisible()
    page.form.save_button.click()
    room.qtbot.waitUntil(lambda: bool(page.form._fields["text"].error))
    type_text(page.form._fields["text"].editor, "เสาไฟต้นไหน")
    page.form.save_button.click()
    room.qtbot.waitUntil(lambda: page.opened is not None and page.opened.case.standing.state == "waiting_info")
    assert "ยังไม่กำหนด" in page.due.words
    assert not page.form.isVisible()


def test_a_step_takes_the_keyboard_from_nobody(room: Room) -> None:
    """While it is done the page has it; done, too; and where it failed, the form."""
    case = opened(room.office, "kanda")
    screens = room.screens("wichai")
    screens.open_case(case.id)
    page = screens.page
    room.qtbot.waitUntil(lambda: page.opened is not None)
    assert page.opened is not None
    place = next(n for n, step in enumerate(page.opened.steps, 1) if step.code == "ask")
    page.table.setFocus()
    press(screens, Qt.Key(Qt.Key.Key_0 + place))
    text = page.form._fields["text"].editor
    assert text.hasFocus()
    press(screens, Qt.Key.Key_F9)
    assert page.table.hasFocus()
    room.qtbot.waitUntil(page.form.isEnabled)
    assert page.form._fields["text"].error
    assert text.hasFocus()
    type_text(text, "เสาไฟต้นไหน")
    press(screens, Qt.Key.Key_F9)
    room.qtbot.waitUntil(lambda: page.opened is not None and page.opened.case.standing.state == "waiting_info")
    assert page.table.hasFocus()


def test_a_digit_never_takes_a_step_with_the_case_that_was_looked_at_before(room: Room) -> None:
    """The next case is still being read when the key comes; afterwards what is read anew leaves alone what is typed."""
    first, second = (opened(room.office, "kanda") for _ in range(2))
    screens = room.screens("wichai")
    page = screens.page
    screens.open_case(first.id)
    room.qtbot.waitUntil(lambda: page.opened is not None)
    screens.open_case(second.id)
    page.table.setFocus()
    press(screens, Qt.Key.Key_1)
    assert page.opened is None
    assert not page.form.isVisible()
    room.qtbot.waitUntil(lambda: page.opened is not None)
    assert page.opened is not None
    assert page.opened.case.id == second.id
    late = page.opened
    press(screens, Qt.Key.Key_1)
    page._opened(second.id, late)
    assert page.form.isVisible()


def test_a_photo_says_where_and_what_is_near_is_offered(room: Room, tmp_path: Path) -> None:
    first = opened(room.office, "kanda")
    screens = room.screens()
    new = screens.new
    screens.list.new_button.click()
    new.form.choose_category(1)
    file = tmp_path / "ไฟดับ.jpg"
    file.write_bytes(photo())
    new.pictures.add((file,))
    room.qtbot.waitUntil(lambda: new.same.isVisible())
    assert new.same.chosen is None
    assert "OSS-69-C1-00017" in new.same.box.itemText(1)
    new.same.box.setFocus()
    press(screens, Qt.Key.Key_Down)
    type_text(new.form.text.editor, "ไฟดับ")
    type_text(new.form.place.editor, "ซอย 3")
    new.save()
    room.qtbot.waitUntil(lambda: screens.page.opened is not None)
    assert screens.page.opened is not None
    assert screens.page.opened.case.standing.linked == (first.id,)
    assert len(screens.page.opened.case.files) == 1


def test_a_draft_stands_again_in_the_form_and_is_forgotten_once_taken_in(room: Room) -> None:
    first = room.screens()
    first.list.new_button.click()
    with room.qtbot.waitSignal(first.new.kept):
        type_text(first.new.form.text.editor, "ไฟดับหน้าวัด")
        first.new.rest()
    second = room.screens()
    room.qtbot.waitUntil(lambda: second.new.form.typed().text == "ไฟดับหน้าวัด")
    assert second.currentWidget() is second.new, "it goes on where it was"
    press(second, Qt.Key.Key_1)
    assert second.new.form.typed().text == "ไฟดับหน้าวัด1", "the cursor stands behind the last word"
    second.new.form.choose_category(1)
    type_text(second.new.form.place.editor, "วัด")
    second.new.save()
    room.qtbot.waitUntil(lambda: second.page.opened is not None)
    assert second.new.form.typed().is_empty
    assert not room.office.desk.reader.rows("SELECT 1 FROM note WHERE name LIKE 'typing/%'")


def test_the_list_finds_while_somebody_types(room: Room) -> None:
    opened(room.office, "kanda")
    opened(room.office, "kanda", text="น้ำท่วม", category="flood")
    screens = room.screens()
    room.qtbot.waitUntil(lambda: screens.list.rows.rowCount() == 2)
    type_text(screens.list.search, "น้ำ")
    room.qtbot.waitUntil(lambda: screens.list.rows.rowCount() == 1)
    screens.list.search.clear()
    screens.list.overdue.setChecked(True)
    room.qtbot.waitUntil(lambda: screens.list.rows.rowCount() == 0)


def test_a_slip_is_a_row_before_it_is_sent_and_bears_the_mark_when_it_is_printed_again(room: Room) -> None:
    screens = room.screens()
    case = a_complaint(room, screens)
    queries, given = room.office.sheets.queries, room.printer.given
    seen: list[int] = []
    room.printer.before_taking = lambda: seen.append(len(queries.of_document(case.id)))
    opened = screens.page.opened
    assert opened is not None
    for code in ("slip", "slip", "crew_sheet"):
        with room.qtbot.waitSignal(room.printing.told, check_params_cb=lambda paper, outcome, _: outcome == "printed"):
            screens.print(opened, code)
    assert seen == [1, 2, 3]
    runs = queries.of_document(case.id)
    assert [(run.job.kind, run.job.label, run.sheets[0].wanted.time) for run in reversed(runs)] == [
        ("case", "ใบรับเรื่อง OSS-69-C1-00017", 0),
        ("case", "ใบรับเรื่อง OSS-69-C1-00017", 1),
        ("crew", "ใบสั่งงาน OSS-69-C1-00017", 0),
    ]
    assert "พิมพ์ซ้ำครั้งที่ ๑" in page_text(given[1][1], 0)
    said = [notice.text for notice in room.notices.heard]
    assert "ส่งใบรับเรื่อง OSS-69-C1-00017 ให้เครื่องพิมพ์แล้ว" in said


def test_a_room_that_was_opened_before_its_list_was_read_gives_the_list_the_keyboard(room: Room) -> None:
    """An arrow moves in the list then, and never to another room."""
    opened(room.office, "kanda")
    screens = room.screens()
    room.qtbot.waitUntil(lambda: screens.list.rows.rowCount() == 1)
    room.qtbot.waitUntil(screens.list.table.hasFocus)


def test_a_list_that_was_read_behind_another_window_has_the_keyboard_when_its_own_is_in_front_again(room: Room) -> None:
    screens, other = room.screens(), QLineEdit()
    room.qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    room.qtbot.waitActive(other)
    opened(room.office, "kanda")
    room.qtbot.waitUntil(lambda: screens.list.rows.rowCount() == 1)
    assert not screens.list.table.hasFocus()
    screens.activateWindow()
    room.qtbot.waitUntil(screens.list.table.hasFocus)
