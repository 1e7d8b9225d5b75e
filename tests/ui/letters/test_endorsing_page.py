"""Endorsing on the letter's page: by keys alone, on the page as by pen, in a capacity, with a moment to think again."""

from datetime import timedelta
from functools import partial

import pytest
from PySide6.QtCore import QPointF

from desktop.letters.authority import Capacity
from desktop.letters.endorsing_wishes import Order
from desktop.letters.holding import MOMENT
from desktop.letters.model import Letter
from desktop.letters.reading_guard import SECONDS_A_PAGE
from desktop.office.dates import local_date
from desktop.paper.pages import page_text
from tests.helpers.desk import person, staff_id
from tests.helpers.file_dialogs import naming
from tests.helpers.keyboard import press, write
from tests.helpers.letters import register
from tests.helpers.screens import nameless
from tests.ui.letters.conftest import Registry
from tests.ui.letters.test_letter_page import open_page, wait_for_pages
from ui.letters.letter_desk import HELD_MS
from ui.letters.screens import LetterScreens

MAYOR = "นายกเทศมนตรี"


def endorsed(registry: Registry, screens: LetterScreens, count: int = 1) -> Letter:
    registry.until(lambda: len(registry.shown(screens, 4824).endorsements) == count)
    registry.until(lambda: not screens.desk._acting)
    return registry.shown(screens, 4824)


def acts(registry: Registry) -> list[str]:
    return [type_ for (type_,) in registry.office.desk.reader.rows("SELECT type FROM outbox ORDER BY mseq")]


def layers(screens: LetterScreens) -> int:
    return len(screens.page.pages.view.canvas._paper._layers)


def opened(registry: Registry, login: str = "kanda") -> LetterScreens:
    register(registry.office, 2)
    screens, _ = open_page(registry, login=login)
    wait_for_pages(registry, screens)
    return screens


def test_ctrl_enter_opens_the_panel_a_number_writes_and_ctrl_enter_signs(registry: Registry) -> None:
    screens = opened(registry)
    press("Ctrl+Return Ctrl+2")
    box = screens.page.work.endorse_box
    assert box.text.value == "เรียน ปลัดเทศบาล\n- เพื่อโปรดพิจารณา"
    registry.until(lambda: layers(screens) == 2)
    press("Ctrl+Return")
    letter = endorsed(registry, screens)
    note = letter.endorsements[0]
    assert note.held
    assert note.place is not None
    assert (note.place.file_id, note.place.page, len(note.place.digest)) == (letter.files[0].id, 0, 64)
    registry.until(lambda: len(screens.page.pages._note_layers) == 1)
    assert registry.notices.heard[-1].text == "เกษียณหนังสือ เลขรับ 04824 แล้ว"


def test_the_note_goes_where_it_is_moved_and_is_burnt_into_the_copy(
    registry: Registry, tmp_path_factory: pytest.TempPathFactory
) -> None:
    screens = opened(registry)
    press("Ctrl+Return Ctrl+1")
    registry.until(lambda: layers(screens) == 2)
    layer = screens.page.pages.view.canvas._paper._layers[1]
    before = QPointF(layer.pos())
    press("F6 Shift+Up Right")
    assert (layer.x(), layer.y()) == (before.x() + 1, before.y() - 10)
    press("F9")
    letter = endorsed(registry, screens)
    place = letter.endorsements[0].place
    assert place is not None
    assert (place.x_mm, place.y_mm) == pytest.approx((before.x() + 1, before.y() - 10))
    copy = tmp_path_factory.mktemp("copy") / "copy.pdf"
    with naming(copy):
        screens.page.work.sections.documents.copy_button.click()
    registry.until(lambda: registry.notices.heard[-1].text == "บันทึกไฟล์แล้ว")
    text = page_text(copy.read_bytes())
    assert "เพื่อโปรดทราบ" in text
    assert "(นางสาวกานดา สาธิตวงศ์)" in text
    assert "๐๔๘๒๔" in text


def test_without_a_place_it_stands_in_the_list_alone(registry: Registry) -> None:
    screens = opened(registry)
    press("Ctrl+Return Ctrl+1")
    screens.page.work.endorse_box.on_page.click()
    press("F9")
    assert endorsed(registry, screens).endorsements[0].place is None


def test_ctrl_z_within_the_moment_leaves_no_trace(registry: Registry) -> None:
    screens = opened(registry)
    before = acts(registry)
    press("Ctrl+Return Ctrl+1 F9")
    endorsed(registry, screens)
    press("Ctrl+Z")
    registry.until(lambda: not registry.shown(screens, 4824).endorsements)
    registry.until(lambda: not screens.page.pages._note_layers)
    assert acts(registry) == before


def test_after_the_moment_it_is_an_act(registry: Registry) -> None:
    screens = opened(registry)
    press("Ctrl+Return Ctrl+1 F9")
    endorsed(registry, screens)
    assert 0 <= HELD_MS - MOMENT.total_seconds() * 1000 <= 1000
    registry.clock.advance(MOMENT + timedelta(seconds=1))
    screens.desk._moment_over.timeout.emit()
    registry.until(lambda: acts(registry)[-1] == "letters.endorse")
    registry.until(lambda: not registry.shown(screens, 4824).endorsements[0].held)


def test_the_end_of_the_moment_leaves_standing_what_was_said_since(registry: Registry) -> None:
    screens = opened(registry)
    press("Ctrl+Return Ctrl+1 F9")
    endorsed(registry, screens)
    press("R")
    registry.until(lambda: screens.page.work.route_panel.units.search.hasFocus())
    write("ช่าง")
    press("Return F8")
    registry.until(lambda: "เรียกคืนได้" in registry.notices.heard[-1].advice)
    screens.desk._moment_over.timeout.emit()
    assert screens.desk._said is registry.notices.heard[-1]


def test_the_patience_of_what_was_said_before_does_not_end_what_is_said_now(registry: Registry) -> None:
    screens = opened(registry)
    press("R")
    registry.until(lambda: screens.page.work.route_panel.units.search.hasFocus())
    write("ช่าง")
    press("Return F8")
    registry.until(lambda: "เรียกคืนได้" in registry.notices.heard[-1].advice)
    assert screens.desk._said_long_enough.isActive()
    press("Ctrl+Return Ctrl+1 F9")
    endorsed(registry, screens)
    registry.until(lambda: screens.desk._said is registry.notices.heard[-1])
    assert not screens.desk._said_long_enough.isActive()


def test_what_else_is_done_with_the_letter_comes_behind_the_endorsement(registry: Registry) -> None:
    screens = opened(registry)
    press("Ctrl+Return Ctrl+1 F9")
    endorsed(registry, screens)
    press("R")
    write("ช่าง")
    press("Return F8")
    registry.until(lambda: acts(registry)[-2:] == ["letters.endorse", "letters.route"])


def test_who_acts_for_the_mayor_chooses_it_and_the_block_says_so(registry: Registry) -> None:
    today = local_date(registry.clock.now())
    order = Order("๓๑๐/๒๕๖๙", today, Capacity.ACTING, MAYOR, today, today, to_id=staff_id("wichai"))
    registry.office.endorsing(person(registry.office)).delegate(order)
    screens = routed(registry)
    press("Ctrl+Return Ctrl+1")
    choice = screens.page.work.endorse_box.standing
    assert choice.isVisible()
    choice.combo.setFocus()
    press("Down")
    assert choice.value is not None
    press("F9")
    note = endorsed(registry, screens).endorsements[0]
    assert note.block == ("(นายวิชัย โยธาเทียม)", "ผู้อำนวยการกองช่าง รักษาราชการแทน", MAYOR)
    assert nameless(screens) == []


def routed(registry: Registry) -> LetterScreens:
    """A letter on the desk of the head of engineering."""
    done = register(registry.office, 2)
    screens = registry.screens("wichai")
    screens.open_letter(done.id)
    registry.shown(screens, 4824)
    wait_for_pages(registry, screens)
    return screens


def test_one_puts_ones_own_right_by_a_further_one(registry: Registry) -> None:
    screens = opened(registry)
    press("Ctrl+Return Ctrl+1 F9")
    first = endorsed(registry, screens).endorsements[0]
    press("Ctrl+Return Ctrl+2")
    box = screens.page.work.endorse_box
    assert box.corrects.isVisible()
    box.corrects.click()
    press("F9")
    letter = endorsed(registry, screens, 2)
    assert letter.endorsements[1].corrects_id == first.id
    shown = screens.page.work.sections.endorsements._shown
    assert shown is not None
    assert shown[0][1].badge is not None
    assert shown[0][1].badge.words == "มีการแก้ไข"


def test_what_was_read_before_is_noted(registry: Registry) -> None:
    screens = opened(registry)
    canvas, guard = screens.page.pages.view.canvas, screens.desk.guard
    registry.until(lambda: canvas.is_drawn)
    letter = registry.shown(screens, 4824)

    def read(pages: int) -> bool:
        return guard.reading(letter.id, letter.files).pages >= pages

    registry.until(partial(read, 1))
    for page in range(2, letter.files[0].pages + 1):
        press("PgDown")
        registry.until(partial(read, page))
    press("Ctrl+Return Ctrl+1 F9")
    reading = endorsed(registry, screens).endorsements[0].reading
    assert reading is not None
    assert (reading.is_read, reading.pages) == (True, letter.files[0].pages)
    assert reading.seconds >= SECONDS_A_PAGE
