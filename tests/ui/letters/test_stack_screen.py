"""The scanning desk by keyboard: a stack comes, is put in order and cut, and becomes letters one after the other."""

from collections.abc import Iterator
from functools import partial
from threading import Event

import pytest

from desktop.capture.batches import Batches
from desktop.devices.scanner import ScannedPage, ScannerDevice, ScanSettings
from desktop.paper.pages import page_count
from tests.helpers.keyboard import press
from tests.helpers.screens import nameless
from tests.helpers.stacks import Feeder, page
from tests.ui.letters.conftest import Registry
from ui.letters.screens import LetterScreens
from ui.letters.stack_presenter import SEPARATORS
from ui.letters.stack_screen import StackScreen


def desk_of(registry: Registry, sheets: str) -> tuple[LetterScreens, StackScreen]:
    """The desk after these sheets were scanned there by F2."""
    registry.scanner = Feeder(sheets)
    screens = registry.screens()
    press("F2")
    stack = screens.stack
    assert screens.currentWidget() is stack
    stack.scan()
    registry.until(lambda: stack.intake.panel.chosen is not None)
    press("F2")
    registry.until(lambda: len(stack.presenter.cells) == len(sheets.rstrip("j")) and not stack.intake.is_busy)
    stack.grid.setFocus()
    return screens, stack


def lies(stack: StackScreen) -> list[list[int]]:
    """The pages of each letter."""
    found: list[list[int]] = []
    for cell in stack.presenter.cells:
        if cell.place == 0:
            found.append([])
        found[-1].append(cell.leaf.page)
    return found


def go(stack: StackScreen, place: int) -> None:
    stack.grid.setCurrentIndex(stack.grid.model().index(place, 0))


def test_a_stack_is_scanned_cut_and_put_in_order_by_keys(registry: Registry) -> None:
    _, stack = desk_of(registry, "wwww")
    assert stack.about.text() == "4 หน้า · 1 ฉบับ"
    go(stack, 2)
    press("S")
    registry.until(lambda: lies(stack) == [[0, 1], [2, 3]])
    assert stack.about.text() == "4 หน้า · 2 ฉบับ"
    press("Ctrl+Right")
    registry.until(lambda: lies(stack) == [[0, 1, 3], [2]])
    press("Ctrl+Z")
    registry.until(lambda: lies(stack) == [[0, 1], [2, 3]])
    assert stack.grid.current_page() == 2
    press("R")
    registry.until(lambda: stack.presenter.cells[2].leaf.turn == 90)
    press("Del")
    registry.until(lambda: lies(stack) == [[0, 1], [3]])
    press("Ctrl+Z Ctrl+Z Ctrl+Y")
    registry.until(lambda: lies(stack) == [[0, 1], [2, 3]] and stack.presenter.cells[2].leaf.turn == 90)
    assert nameless(stack) == []


def test_several_pages_are_turned_and_taken_out_together(registry: Registry) -> None:
    _, stack = desk_of(registry, "wwww")
    go(stack, 1)
    press("Shift+Right")
    assert stack.grid.chosen_pages() == (1, 2)
    press("Shift+R")
    registry.until(lambda: [cell.leaf.turn for cell in stack.presenter.cells] == [0, 270, 270, 0])
    assert stack.grid.chosen_pages() == (1, 2)
    press("Del")
    registry.until(lambda: lies(stack) == [[0, 3]])


def test_blank_pages_are_marked_offered_as_cuts_and_cut_at(registry: Registry) -> None:
    _, stack = desk_of(registry, "wbwbw")
    registry.until(lambda: stack.presenter.blank == {1, 3})
    assert stack.presenter.suggested == {2, 4}
    assert stack.about.text() == "5 หน้า · 1 ฉบับ · หน้าว่าง 2"
    press("B")
    registry.until(lambda: lies(stack) == [[0], [2], [4]])
    assert stack.presenter.suggested == frozenset()


def test_without_blank_pages_there_is_nothing_to_cut_at(registry: Registry) -> None:
    _, stack = desk_of(registry, "ww")
    registry.until(lambda: not stack.presenter.unseen())
    stack.cut_where_parted()
    assert registry.notices.heard[-1].text == "ไม่พบใบคั่นหรือหน้าว่างในกองนี้"


def test_a_jam_is_told_and_what_came_stays(registry: Registry) -> None:
    _, stack = desk_of(registry, "wwj")
    registry.until(lambda: any(notice.level == "danger" for notice in registry.notices.heard))
    assert lies(stack) == [[0, 1]]
    registry.scanner = Feeder("w")
    press("F2")
    registry.until(lambda: lies(stack) == [[0, 1, 2]])


class Slow:
    """A feeder that gives its second sheet only when it is let."""

    def __init__(self) -> None:
        self.go_on = Event()

    def devices(self) -> list[ScannerDevice]:
        return Feeder("").devices()

    def scan(self, device_id: str, settings: ScanSettings, cancel: Event) -> Iterator[ScannedPage]:
        yield page("w", 0)
        self.go_on.wait(60)
        if not cancel.is_set():
            yield page("w", 1)


def test_pages_are_seen_as_they_come_and_a_scan_can_be_stopped(registry: Registry) -> None:
    slow = Slow()
    registry.scanner = slow
    screens = registry.screens()
    screens.show_stack()
    stack = screens.stack
    stack.scan()
    registry.until(lambda: stack.intake.panel.chosen is not None)
    stack.scan()
    registry.until(lambda: lies(stack) == [[0]])
    assert stack.intake.is_busy
    assert not stack.register_button.isEnabled()
    assert stack.intake._progress is not None
    stack.intake._progress.cancelled.emit()
    slow.go_on.set()
    registry.until(lambda: not stack.intake.is_busy)
    assert lies(stack) == [[0]]
    assert stack.register_button.isEnabled()


def test_a_stack_waits_until_the_next_start(registry: Registry) -> None:
    _, stack = desk_of(registry, "www")
    go(stack, 1)
    press("S")
    registry.until(lambda: lies(stack) == [[0], [1, 2]])
    later = registry.screens()
    later.show_stack()
    registry.until(lambda: lies(later.stack) == [[0], [1, 2]])


def test_a_stack_that_was_put_away_can_be_taken_back(registry: Registry) -> None:
    _, stack = desk_of(registry, "ww")
    press("Ctrl+Del")
    registry.until(lambda: stack.presenter.batch is None)
    registry.until(lambda: registry.notices.heard[-1].text == "เก็บกองนี้แล้ว หน้าทั้งหมดยังอยู่")
    act = registry.notices.heard[-1].action
    assert act is not None
    act.run()
    registry.until(lambda: lies(stack) == [[0, 1]])


def test_a_stack_that_was_put_away_is_still_in_the_list(registry: Registry) -> None:
    _, stack = desk_of(registry, "ww")
    press("Ctrl+Del")
    registry.until(lambda: stack.presenter.batch is None and stack.choice.isVisible())
    registry.until(lambda: stack.choice.itemText(1).startswith("เก็บไว้ 11 พ.ย."))
    assert stack.choice.count() == 2
    stack.choice.setCurrentIndex(1)
    stack.choice.activated.emit(1)
    registry.until(lambda: lies(stack) == [[0, 1]])
    registry.until(lambda: stack.choice.isHidden())


def test_a_stack_is_left_to_the_unit_and_taken_back(registry: Registry) -> None:
    _, stack = desk_of(registry, "ww")
    other = Batches(registry.office.desk, registry.office.account_queries.person("somchai"))
    press("Ctrl+U")
    registry.until(lambda: stack.leave_button.text().startswith("เอาคืนจากหน่วยงาน"))
    assert [row.pages for row in other.waiting()] == [2]
    registry.until(lambda: bool(registry.notices.heard))
    act = registry.notices.heard[-1].action
    assert act is not None
    act.run()
    registry.until(lambda: stack.leave_button.text().startswith("ฝากหน่วยงาน"))
    assert other.waiting() == ()


def test_slips_are_marked_cut_at_and_taken_out(registry: Registry) -> None:
    _, stack = desk_of(registry, "swwsbw")
    registry.until(lambda: not stack.presenter.unseen())
    assert stack.about.text() == "6 หน้า · 1 ฉบับ · ใบคั่น 2 · หน้าว่าง 1"
    assert stack.cut_button.text().startswith("แยกที่ใบคั่น")
    press("B")
    registry.until(lambda: lies(stack) == [[1, 2], [5]])


def test_slips_are_printed_from_the_empty_desk(registry: Registry) -> None:
    screens = registry.screens()
    screens.show_stack()
    registry.until(lambda: screens.stack.slips_button.isEnabled())
    assert "ใบคั่น" in screens.stack.empty._how.words
    press("Ctrl+P")
    registry.until(lambda: any(notice.level == "danger" for notice in registry.notices.heard))  # there is no printer
    assert page_count(screens.stack.presenter.separators()) == 2 * SEPARATORS


def register_shown(registry: Registry, screens: LetterScreens, subject: str) -> int:
    """Registers the letter that stands in the form; how many pages it has."""
    form = screens.registration
    registry.until(lambda: bool(form.presenter.documents) and form.register_button.isEnabled())
    (document,) = form.presenter.documents
    form.form.from_party.setText("อำเภอเมืองเชียงใหม่")
    form.form.subject.setPlainText(subject)
    before = form.done.registered
    form.register()
    registry.until(lambda: form.done.registered is not before)
    assert form.done.registered is not None
    letter = registry.office.letter_queries.letter(form.done.registered.id)
    assert letter is not None
    assert letter.files[0].pages == document.page_count
    return letter.files[0].pages


def is_said(screens: LetterScreens, words: str) -> bool:
    return says(screens) == words


def says(screens: LetterScreens) -> str:
    return screens.feed._says.text()


def test_the_letters_of_a_stack_are_registered_one_after_the_other(registry: Registry) -> None:
    screens, stack = desk_of(registry, "wbwwbw")
    registry.until(lambda: stack.presenter.blank == {1, 4})
    press("B")
    registry.until(lambda: lies(stack) == [[0], [2, 3], [5]])
    press("F9")
    assert screens.currentWidget() is screens.registration
    pages = []
    for number in (1, 2, 3):
        registry.until(partial(is_said, screens, f"ฉบับที่ {number} จาก 3"))
        registry.until(lambda: bool(screens.registration.presenter.documents))
        pages.append(register_shown(registry, screens, f"เรื่องที่ {number}"))
    assert pages == [1, 2, 1]
    registry.until(lambda: screens.currentWidget() is stack)
    assert registry.notices.heard[-1].text == "ลงทะเบียนครบทั้งกองแล้ว"
    assert stack.presenter.waiting() == ()
    assert screens.feed.isHidden()


def test_one_that_is_skipped_stays_in_the_stack(registry: Registry) -> None:
    screens, stack = desk_of(registry, "ww")
    stack.edit(stack.presenter.cut_every(1))
    registry.until(lambda: lies(stack) == [[0], [1]])
    press("F9")
    registry.until(lambda: bool(screens.registration.presenter.documents))
    press("Ctrl+J")
    registry.until(lambda: [one.pages for one in screens.registration.presenter.documents] == [(1,)])
    assert says(screens) == "ฉบับที่ 2 จาก 2"
    register_shown(registry, screens, "เรื่องที่สอง")
    registry.until(lambda: screens.currentWidget() is stack)
    registry.until(lambda: lies(stack) == [[0]])


def test_going_back_to_the_desk_takes_nothing_along(registry: Registry) -> None:
    screens, stack = desk_of(registry, "ww")
    press("F9")
    registry.until(lambda: bool(screens.registration.presenter.documents))
    press("F8")
    registry.until(lambda: screens.currentWidget() is stack)
    assert screens.registration.presenter.documents == ()
    registry.until(lambda: lies(stack) == [[0, 1]])


def test_a_letter_that_is_being_written_is_not_written_over(registry: Registry) -> None:
    screens, stack = desk_of(registry, "w")
    screens.registration.form.subject.setPlainText("กำลังพิมพ์อยู่")
    press("F9")
    registry.until(lambda: registry.notices.heard[-1].text == "ยังมีหนังสือที่ลงทะเบียนค้างอยู่")
    assert screens.registration.presenter.documents == ()
    assert lies(stack) == [[0]]


@pytest.mark.parametrize("width", [1150, 1700])
def test_nothing_runs_over_the_edge(registry: Registry, width: int) -> None:
    screens, stack = desk_of(registry, "wwwww")
    screens.resize(width, 660)
    assert stack.register_button.geometry().right() < width
    assert stack.grid.width() > 400
