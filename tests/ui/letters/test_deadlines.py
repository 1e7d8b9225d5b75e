"""Why a letter is due, what asking for a day would mean, and the letters that nobody moves: by keyboard."""

from datetime import date, timedelta

import pytest

from desktop.letters.model import Registered, Registration, Urgency
from tests.helpers.desk import OFFICE_ID, person, unit_id
from tests.helpers.keyboard import press, write
from tests.helpers.screens import nameless
from tests.ui.letters.conftest import Registry
from ui.kit.language import Language
from ui.letters.screens import LetterScreens

FLOOD = (OFFICE_ID, b"\x07" * 16, "2026-11-12", "น้ำท่วม", "Flood", "closure")


def _register(registry: Registry, urgency: Urgency = Urgency.URGENT, due: date | None = None) -> Registered:
    wanted = Registration("สถ.", "นายกเทศมนตรี", "ซักซ้อมแนวทาง", urgency=urgency, due_date=due)
    return registry.office.letters(person(registry.office)).register(wanted)


def _open(registry: Registry) -> LetterScreens:
    screens = registry.screens()
    registry.shown(screens, 4824)
    press("Return")
    return screens


def _until_fallen(registry: Registry, screens: LetterScreens, count: int) -> None:
    registry.until(lambda: screens.fallen.model.rowCount() == count)


def test_w_unfolds_how_the_day_was_counted(registry: Registry) -> None:
    _register(registry)
    screens = _open(registry)
    line = screens.page.due
    registry.until(lambda: bool(line.said.words))
    assert line.said.words == "ตามชั้นความเร็ว ครบ 3 วันทำการ: จันทร์ 16 พ.ย. 2569 · เหลือ 3 วันทำการ"
    assert not line.is_unfolded
    assert line.isHidden(), "there is little room, and the day stands beside the number"
    press("W")
    assert line.is_unfolded
    assert line.isVisible()
    assert "ไม่นับ: เสาร์ 14 พ.ย. 2569 (วันเสาร์)" in line.why.words.splitlines()
    press("W")
    assert not line.is_unfolded


def test_a_closure_that_is_announced_moves_the_open_letter(registry: Registry) -> None:
    _register(registry)
    screens = _open(registry)
    registry.office.desk.settle("INSERT INTO holiday VALUES (?, ?, 1, ?, ?, ?, ?, NULL, NULL)", FLOOD)
    screens.desk.read()
    registry.until(lambda: "อังคาร 17 พ.ย. 2569" in screens.page.due.said.words)
    assert "ไม่นับ: พฤหัสบดี 12 พ.ย. 2569 (น้ำท่วม)" in screens.page.due.why.words.splitlines()


def test_a_letter_without_a_deadline_says_nothing_of_one(registry: Registry) -> None:
    _register(registry, Urgency.NORMAL)
    screens = _open(registry)
    assert screens.page.due.isHidden()
    press("W")
    assert screens.page.due.isHidden()


def test_a_day_asked_for_is_weighed_before_it_is_sent(registry: Registry) -> None:
    _register(registry, Urgency.NORMAL)
    screens = _open(registry)
    press("R")
    panel = screens.page.work.route_panel
    assert panel.what_if.words == "พิมพ์ +3 ในช่องวันที่ = อีก 3 วันทำการ"
    panel.due.setFocus()
    write("+3")
    assert panel.due.day() == date(2026, 11, 16)
    assert panel.what_if.words == "จันทร์ 16 พ.ย. 2569 = อีก 3 วันทำการ"
    panel.due.clear()
    write("15/11/69")
    assert panel.what_if.words.splitlines()[1] == (
        "อาทิตย์ 15 พ.ย. 2569 ไม่ใช่วันทำการ (วันอาทิตย์) วันทำการก่อนหน้าคือ ศุกร์ 13 พ.ย. 2569"
    )
    assert not screens.desk.letter or not screens.desk.letter.routes, "nothing is saved by asking"


def test_l_shows_what_nobody_moved_and_r_sends_it_on(registry: Registry) -> None:
    urgent, _ = _register(registry), _register(registry, Urgency.NORMAL)
    registry.clock.advance(timedelta(days=8))
    screens = registry.screens()
    registry.until(lambda: screens.inbox.fallen_button.words == "ตกหล่น 1")
    press("L")
    assert screens.currentWidget() is screens.fallen
    _until_fallen(registry, screens, 1)
    row = screens.fallen.table.current()
    assert row is not None
    assert row.id == urgent.id
    assert "ครบกำหนด: จันทร์ 16 พ.ย. 2569" in screens.fallen.why.words.splitlines()
    press("R")
    registry.until(lambda: screens.currentWidget() is screens.page and screens.page.work.is_writing)
    write("ช่าง")
    press("Return F8")
    registry.until(lambda: bool(screens.desk.letter and screens.desk.letter.routes))
    registry.until(lambda: not screens.page.work.is_writing)
    press("Esc")
    assert screens.currentWidget() is screens.fallen
    _until_fallen(registry, screens, 0)
    press("Esc")
    assert screens.currentWidget() is screens.inbox
    registry.until(lambda: screens.inbox.fallen_button.words == "ตกหล่น")


def test_enter_opens_a_fallen_letter_and_j_goes_to_the_next_fallen_one(registry: Registry) -> None:
    for _ in range(3):
        _register(registry)
    registry.clock.advance(timedelta(days=8))
    screens = registry.screens()
    press("L")
    _until_fallen(registry, screens, 3)
    first = screens.fallen.table.current()
    press("Return")
    registry.until(lambda: screens.desk.letter is not None and first is not None and screens.desk.letter.id == first.id)
    press("J")
    registry.until(lambda: screens.desk.letter is not None and first is not None and screens.desk.letter.id != first.id)
    assert screens.desk.letter is not None
    assert screens.desk.letter.id in {row.id for row in screens.fallen.model.rows()}


def test_the_holder_and_the_next_step_are_said(registry: Registry) -> None:
    letter = _register(registry)
    registry.office.letters(person(registry.office)).route(letter.id, [unit_id("ENG")])
    registry.clock.advance(timedelta(days=8))
    screens = registry.screens()
    press("L")
    _until_fallen(registry, screens, 1)
    model = screens.fallen.model
    shown = [model.data(model.index(0, place)) for place in range(model.columnCount())]
    assert shown[-3:] == ["3 วันทำการ", "ช่าง", "ทวงให้รับเรื่อง"]


def test_every_control_has_a_name_and_english_is_spoken(registry: Registry, language: Language) -> None:
    _register(registry)
    registry.clock.advance(timedelta(days=8))
    screens = registry.screens()
    press("L")
    _until_fallen(registry, screens, 1)
    assert nameless(screens) == []
    registry.language = "en"
    language.speak("en")
    registry.until(lambda: screens.fallen.title.text() == "Fallen letters")
    assert screens.fallen.why.words.splitlines()[0].startswith("Rule: An urgent letter must move, 3 working days")


@pytest.mark.parametrize("urgency", [Urgency.MOST_URGENT])
def test_an_empty_view_says_what_would_be_there(registry: Registry, urgency: Urgency) -> None:
    _register(registry, urgency)
    screens = registry.screens()
    press("L")
    registry.until(lambda: screens.fallen._found is not None)
    assert screens.fallen._nothing.isVisible()
