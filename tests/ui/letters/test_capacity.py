"""Signing for another by keys: the capacity has a key, and one whose order has ended is refused and gone."""

from datetime import date, timedelta

from PySide6.QtWidgets import QApplication

from desktop.letters.authority import Capacity
from desktop.letters.endorsing_actions import Order
from desktop.office.ids import Id
from tests.helpers.desk import person, staff_id
from tests.helpers.keyboard import press
from tests.helpers.letters import register
from tests.ui.letters.conftest import Registry
from ui.letters.screens import LetterScreens

TODAY = date(2026, 11, 11)
AS_MAYOR = "ผู้อำนวยการกองช่าง รักษาราชการแทน นายกเทศมนตรี"


def opened(registry: Registry) -> tuple[LetterScreens, Id]:
    """wichai, who acts for the mayor today, with a letter on the whole room."""
    acts = Order("๓๑๐/๒๕๖๙", TODAY, Capacity.ACTING, "นายกเทศมนตรี", TODAY, TODAY, to_id=staff_id("wichai"))
    registry.office.endorsing(person(registry.office)).delegate(acts)
    letter_id = register(registry.office, 0, with_pages=False).id
    screens = registry.screens("wichai")
    screens.open_letter(letter_id)
    registry.until(lambda: screens.desk.ready)
    press("1")
    registry.until(lambda: screens.page.work.is_writing)
    return screens, letter_id


def test_the_capacity_is_reached_by_its_key_and_signed_in(registry: Registry) -> None:
    screens, letter_id = opened(registry)
    press("F7")
    assert QApplication.focusWidget() is screens.page.work.endorse_box.standing.combo
    press("End F9")
    registry.until(lambda: bool(registry.office.letter_queries.letter(letter_id).endorsements))  # type: ignore[union-attr]
    letter = registry.office.letter_queries.letter(letter_id)
    assert letter is not None
    assert letter.endorsements[0].acted_as == AS_MAYOR


def test_an_order_that_ends_meanwhile_is_refused_and_the_words_stay(registry: Registry) -> None:
    screens, letter_id = opened(registry)
    box = screens.page.work.endorse_box
    press("F7 End")
    assert box.standing.combo.currentText() == AS_MAYOR
    registry.clock.advance(timedelta(days=1))
    press("F9")
    registry.until(lambda: not box.standing.isVisible())
    assert registry.notices.heard[-1].text == "คำสั่งให้ทำการแทนใช้ไม่ได้แล้ว (๓๑๐/๒๕๖๙)"
    assert box.text.value == "ทราบ"
    letter = registry.office.letter_queries.letter(letter_id)
    assert letter is not None
    assert letter.endorsements == ()
