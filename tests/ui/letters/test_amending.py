"""Putting a letter right on its page, by keyboard: only what changed is written, and the history tells it."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.letters.rules import history
from tests.helpers import tray as trays
from tests.helpers.desk import person
from tests.helpers.keyboard import press
from tests.helpers.letters import register
from tests.helpers.screens import type_text
from tests.ui.letters.conftest import Registry
from ui.letters.screens import LetterScreens


def opened(registry: Registry, letter_id: bytes) -> LetterScreens:
    screens = registry.screens()
    screens.open_letter(letter_id)
    button = screens.page.work.amend_button
    registry.until(lambda: screens.desk.ready and button.isVisible() and button.isEnabled())
    screens.activateWindow()
    registry.until(lambda: QApplication.focusWidget() is not None)
    return screens


def test_a_opens_the_form_f9_saves_it_and_the_history_tells(registry: Registry) -> None:
    letter = register(registry.office, with_pages=False)
    screens = opened(registry, letter.id)
    panel = screens.page.work.amend_panel
    press("A")
    registry.until(panel.isVisible)
    assert not panel.button.isEnabled()
    panel.form.remarks.setFocus()
    type_text(panel.form.remarks, "โทรแจ้งแล้ว")
    assert panel.button.isEnabled()
    QTest.keyClick(panel.form.remarks, Qt.Key.Key_F9)
    registry.until(lambda: not screens.page.work.is_writing)
    found = registry.office.letter_queries.letter(letter.id)
    assert found
    assert found.remarks == "โทรแจ้งแล้ว"
    assert [(event.kind, event.text) for event in history(found)][1:] == [("amended.remarks", "โทรแจ้งแล้ว")]
    registry.until(lambda: screens.desk.letter == found)


def test_what_must_not_be_empty_is_told_at_its_field(registry: Registry) -> None:
    letter = register(registry.office, with_pages=False)
    screens = opened(registry, letter.id)
    screens.page.work.amend()
    panel = screens.page.work.amend_panel
    registry.until(panel.isVisible)
    panel.form.from_party.setText(" ")
    panel.ask()
    assert panel.form.fields["from_party"].error == "ต้องกรอก"
    assert screens.page.work.is_writing


def test_a_letter_past_its_day_can_be_put_right_elsewhere(registry: Registry) -> None:
    """Only what is changed is judged: the due date that has passed stays as it is."""
    letter = register(registry.office, with_pages=False)
    registry.office.desk.settle("UPDATE letter SET due_date = '2020-01-01'", ())
    screens = opened(registry, letter.id)
    screens.page.work.amend()
    panel = screens.page.work.amend_panel
    registry.until(panel.isVisible)
    panel.form.remarks.setText("แก้ภายหลัง")
    panel.ask()
    registry.until(lambda: not screens.page.work.is_writing)


def test_from_the_tray_the_form_has_the_clerks_own_words_and_settles_the_item(registry: Registry) -> None:
    letter_id = trays.amended_twice(registry.office)
    who = person(registry.office)
    (item,) = registry.office.tray_queries.tray(who).open
    screens = registry.screens()
    screens.amend_letter(letter_id, {"remarks": "ของฉัน"}, item.id)
    panel = screens.page.work.amend_panel
    registry.until(panel.isVisible)
    assert panel.form.remarks.value == "ของฉัน"
    assert panel.form.subject.value.startswith("ด่วน: ")
    panel.ask()
    registry.until(lambda: not registry.office.tray_queries.tray(who).open)
    (settled,) = registry.office.tray_queries.tray(who).settled
    assert settled.settlement
    assert settled.settlement.how == "edited"
