"""A letter's way by keyboard: the next holder said before sending, stages, templates, circulars, asking, returning."""

from datetime import date

from PySide6.QtWidgets import QApplication

from desktop.application import Office
from desktop.letters.model import Basket, Letter
from desktop.letters.route_model import Outcome, Part, Purpose, RouteState
from desktop.office.ids import Id
from tests.helpers.desk import OFFICE_ID, person, staff_id, unit_id
from tests.helpers.keyboard import press, write
from tests.helpers.letters import fill, register
from tests.helpers.screens import nameless
from tests.ui.letters.conftest import Registry
from ui.letters.screens import LetterScreens
from ui.letters.way import Deed

ENG, FIN = unit_id("ENG"), unit_id("FIN")


def chain(office: Office) -> None:
    """ผอ.กองช่าง below ปลัด, who is kanda here, below a vacant นายก."""
    rows = (
        (b"M" * 16, "MAYOR", "นายกเทศมนตรี", 7, unit_id("CLK"), None, None),
        (b"P" * 16, "PALAD", "ปลัดเทศบาล", 5, unit_id("CLK"), b"M" * 16, staff_id("kanda")),
        (b"E" * 16, "ENGHEAD", "ผู้อำนวยการกองช่าง", 3, ENG, b"P" * 16, staff_id("wichai")),
    )
    for id_, code, name, *rest in rows:
        values = (OFFICE_ID, id_, 1, code, name, code, *rest, None)
        office.desk.settle(f"INSERT INTO chain_post VALUES ({', '.join('?' * len(values))})", values)


def held(registry: Registry, letter_id: Id) -> Letter:
    letter = registry.office.letter_queries.letter(letter_id)
    assert letter is not None
    return letter


def opened(registry: Registry, letter_id: Id, login: str = "kanda") -> LetterScreens:
    screens = registry.screens(login)
    screens.open_letter(letter_id)
    registry.until(lambda: screens.desk.ready)
    return screens


def sent(registry: Registry, *parts: Part) -> Id:
    letter = register(registry.office, 0, with_pages=False)
    registry.office.routes(person(registry.office)).send(letter.id, (parts,))
    return letter.id


def test_who_gets_it_next_is_said_before_it_is_sent(registry: Registry) -> None:
    chain(registry.office)
    letter_id = register(registry.office, 0, with_pages=False).id
    screens = opened(registry, letter_id)
    press("R")
    panel = screens.page.work.route_panel
    write("นายก")
    press("Return")
    assert panel.next.words == "ผู้รับถัดไป: นายกเทศมนตรี (ว่าง)"
    write("ช่าง")
    press("Return")
    panel.order.choose("in_order")
    panel.order.chosen.emit("in_order")
    assert panel.next.words.startswith("ผู้รับถัดไป: นายกเทศมนตรี (ว่าง) → ")
    press("F8")
    registry.until(lambda: bool(held(registry, letter_id).routes))
    letter = held(registry, letter_id)
    assert [route.post_name for route in letter.routes] == ["นายกเทศมนตรี"]
    assert len(letter.steps) == 1


def test_a_template_fills_the_panel_and_is_kept_from_it(registry: Registry) -> None:
    first, second = (register(registry.office, place, with_pages=False).id for place in range(2))
    screens = opened(registry, first)
    panel = screens.page.work.route_panel
    press("R")
    panel.units.tick([FIN, ENG])
    panel.order.choose("in_order")
    panel.note.setText("เบิกจ่าย")
    panel.keep_button.click()
    registry.until(lambda: bool(screens.desk.presenter.way.around.templates))
    screens.page.work.back()
    screens.open_letter(second)
    registry.until(lambda: screens.desk.ready)
    press("R")
    named = screens.desk.presenter.way.around.templates[0].id.hex()
    panel.template.choose(named)
    panel.template.chosen.emit(named)
    assert panel.wish.units == (FIN, ENG)
    assert panel.wish.in_order
    press("F8")
    registry.until(lambda: bool(held(registry, second).routes))
    assert [route.unit_id for route in held(registry, second).routes] == [FIN]


def test_a_circular_is_read_acknowledged_counted_and_reminded(registry: Registry) -> None:
    circular = [Part(unit, Purpose.COPY, wants_ack=True) for unit in (ENG, FIN)]
    letter_id = sent(registry, *circular)
    engineers = opened(registry, letter_id, "wichai")
    registry.until(lambda: any(route.read_at for route in held(registry, letter_id).routes))
    press("Y")
    registry.until(lambda: any(route.acknowledged_at for route in held(registry, letter_id).routes))
    engineers.hide()
    screens = opened(registry, letter_id)
    sections = screens.page.work.sections
    tab = sections.tabs.indexOf(sections.circular)
    registry.until(lambda: sections.tabs.tabText(tab) == "เวียน 1/2")
    assert sections.tabs.isTabVisible(tab)
    assert [row.unit_name for row in sections.circular.model.rows()] == ["กองคลัง", "กองช่าง"]
    press("M")
    write("ขอให้ตอบวันนี้")
    press("F9")
    registry.until(lambda: [one.reminders for one in sections.circular.model.rows()] == [1, 0])
    assert not nameless(screens)


def test_what_came_to_the_wrong_place_goes_back_with_its_reason(registry: Registry) -> None:
    letter_id = sent(registry, Part(ENG))
    screens = opened(registry, letter_id, "wichai")
    press("U F9")
    panel = screens.page.work.word_panel
    assert panel.word_field.error == "ต้องใส่เหตุผล"
    write("ไม่ใช่งานช่าง")
    press("Return")
    registry.until(lambda: held(registry, letter_id).routes[0].outcome is Outcome.RETURNED)
    shown = screens.page.work.sections.routes._shown
    registry.until(lambda: "ไม่ใช่งานช่าง" in str(screens.page.work.sections.routes._shown))
    assert shown is not None


def test_what_was_received_is_asked_for_and_the_answer_is_a_key_away(registry: Registry) -> None:
    letter_id = sent(registry, Part(ENG))
    office = registry.office
    office.letters(person(office, "wichai")).receive(held(registry, letter_id).routes[0].id)
    screens = opened(registry, letter_id)
    press("Shift+Q")
    write("ขอแก้เอกสาร")
    press("F9")
    registry.until(lambda: held(registry, letter_id).routes[0].asked_at is not None)
    screens.hide()
    opened(registry, letter_id, "wichai")
    press("Q F9")
    registry.until(lambda: held(registry, letter_id).routes[0].outcome is Outcome.GIVEN_BACK)


def test_sending_on_ends_ones_own_holding_and_the_baskets_follow(registry: Registry) -> None:
    letter_id = sent(registry, Part(ENG))
    screens = opened(registry, letter_id, "wichai")
    counts = screens.inbox.presenter.counts
    assert (counts()[Basket.RECEIVE], counts()[Basket.ENDORSE]) == (1, 0)
    press("T")
    registry.until(lambda: counts()[Basket.ENDORSE] == 1)
    registry.until(lambda: screens.desk.presenter.way.held is not None)
    press("R")
    write("คลัง")
    press("Return F8")
    registry.until(lambda: len(held(registry, letter_id).routes) == 2)
    assert counts()[Basket.ENDORSE] == 0
    assert counts()[Basket.SENT] == 1
    registry.until(lambda: screens.desk._sent is not None)
    press("Ctrl+Z")
    registry.until(lambda: held(registry, letter_id).routes[1].state is RouteState.RECALLED)
    assert counts()[Basket.ENDORSE] == 1


def test_v_follows_and_z_puts_away_until_a_day(registry: Registry) -> None:
    fill(registry.office, 2, routed=0, pages=False)
    screens = registry.screens()
    letter = registry.shown(screens, 4825)
    press("V")
    registry.until(lambda: screens.inbox.presenter.counts()[Basket.FOLLOWED] == 1)
    press("Z")
    panel = screens.inbox.preview.work.word_panel
    registry.until(lambda: panel.isVisible())
    registry.until(panel.button.isEnabled)
    assert panel.day.day() == date(2026, 11, 12)
    press("F9")
    registry.until(lambda: screens.inbox.presenter.counts()[Basket.SNOOZED] == 1)
    registry.until(lambda: screens.inbox.model.rowCount() == 1)
    assert QApplication.focusWidget() is screens.inbox.table
    screens.inbox.show_basket(Basket.SNOOZED)
    registry.until(lambda: screens.inbox.model.rowCount() == 1)
    registry.until(lambda: screens.desk.letter is not None and screens.desk.letter.id == letter.id)
    registry.until(lambda: screens.desk.ready and screens.desk.presenter.way.around.watch.snoozed_until is not None)
    press("Z")
    registry.until(lambda: panel.other.isVisible() and panel.other.isEnabled())
    press("F7")
    registry.until(lambda: screens.inbox.presenter.counts()[Basket.SNOOZED] == 0)


def test_a_head_moves_the_letters_of_who_is_absent_and_a_clerk_may_not(registry: Registry) -> None:
    office = registry.office
    office.desk.settle("UPDATE staff SET unit_id = ? WHERE login = 'piyada'", (ENG,))
    letter_id = sent(registry, Part(ENG, person_id=staff_id("piyada")))
    screens = registry.screens("wichai")
    press("Ctrl+Shift+M")
    reassign = screens.reassign
    registry.until(lambda: reassign.absent.count() == 2)
    reassign.absent.choose(staff_id("piyada").hex())
    reassign.absent.chosen.emit(reassign.absent.value)
    registry.until(lambda: len(reassign.boxes) == 1)
    reassign.to.choose(staff_id("wichai").hex())
    reassign.reason.setText("ลาป่วย")
    assert not nameless(reassign)
    press("F9")
    registry.until(lambda: held(registry, letter_id).routes[0].holder_id == staff_id("wichai"))
    screens.hide()
    clerk = registry.screens()
    press("Ctrl+Shift+M")
    assert clerk.currentWidget() is clerk.inbox


def test_a_sending_that_nobody_received_is_taken_back_by_its_own_key_also_days_later(registry: Registry) -> None:
    letter_id = sent(registry, Part(ENG), Part(FIN))
    screens = opened(registry, letter_id)
    press("Shift+R")
    panel = screens.page.work.word_panel
    registry.until(lambda: panel.isVisible() and len(panel.boxes) == 2)
    assert not nameless(panel)
    press("F9")
    assert panel._none.isVisible()
    to_money = next(one.id for one in held(registry, letter_id).routes if one.unit_id == FIN)
    registry.until(panel.boxes[to_money].isVisible)
    panel.boxes[to_money].setFocus()
    press("Space F9")
    registry.until(lambda: not panel.isVisible())
    states = {one.unit_id: one.state for one in held(registry, letter_id).routes}
    assert states == {ENG: RouteState.SENT, FIN: RouteState.RECALLED}


def test_every_deed_has_words_and_a_button(registry: Registry) -> None:
    register(registry.office, 0, with_pages=False)
    screens = registry.screens()
    registry.shown(screens, 4824)
    bar, watch = screens.page.work.way_bar, screens.page.work.watch_buttons
    assert set(bar.buttons) | set(watch.buttons) == set(Deed)
    bar.show_letter()
    assert [deed for deed, button in bar.buttons.items() if not button.isHidden()] == []
    screens.go(screens.page)
    press("V")
    registry.until(lambda: watch.buttons[Deed.FOLLOW].accessibleName() == "เลิกติดตาม")
    assert watch.buttons[Deed.FOLLOW].isChecked()
