"""The inbox by keyboard: moving, opening, endorsing, sending, taking back, searching; the list follows the store."""

import pytest
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from desktop.letters.model import Basket, RouteState
from tests.helpers.desk import arrived, unit_id
from tests.helpers.keyboard import press, write
from tests.helpers.letters import fill, register
from tests.helpers.screens import nameless
from tests.ui.letters.conftest import Registry
from ui.kit.language import Language
from ui.letters.screens import LetterScreens


def numbers(screens: LetterScreens) -> list[str]:
    model = screens.inbox.model
    return [model.data(model.index(row, 0)) for row in range(model.rowCount())]


def cells(screens: LetterScreens, row: int) -> dict[str, str]:
    model = screens.inbox.model
    titles = [column.title() for column in model.columns]
    return {title: model.data(model.index(row, place)) for place, title in enumerate(titles)}


def test_the_list_shows_what_the_store_holds(registry: Registry) -> None:
    fill(registry.office, 3, routed=1, pages=False)
    screens = registry.screens()
    screens.inbox.show_basket(Basket.ALL)
    registry.until(lambda: len(numbers(screens)) == 3)
    assert numbers(screens) == ["04826", "04825", "04824"]
    assert cells(screens, 2) == {
        "เลขรับ": "04824",
        "ความเร็ว": "ด่วน",
        "ที่": "ชม ๐๐๒๓.๓/ว ๒๙๐๑",
        "เรื่อง": "ซักซ้อมแนวทางการจัดทำงบประมาณรายจ่ายประจำปีงบประมาณ พ.ศ. ๒๕๗๐ เพิ่มเติม",
        "จาก": "สำนักงานส่งเสริมการปกครองท้องถิ่นจังหวัดเชียงใหม่",
        "หน่วยงาน": "ยุทธ คลัง",
        "วันที่รับ": "09.14 น.",
        "ครบกำหนด": "13 พ.ย.",
        "": "บันทึกในเครื่องแล้ว",
    }
    arrived(registry.office.desk)
    screens.inbox.refresh()
    registry.until(lambda: cells(screens, 2)[""] == "ถึงส่วนกลางแล้ว")


def test_baskets_show_their_counts_and_follow_the_store(registry: Registry) -> None:
    fill(registry.office, 3, routed=1, pages=False)
    screens = registry.screens()
    part = screens.inbox.baskets._parts
    assert part["new"].text() == "รอส่งต่อ 2"
    assert part["all"].text() == "ทั้งหมด 3"
    register(registry.office, 5, with_pages=False)
    registry.until(lambda: part["new"].text() == "รอส่งต่อ 3")
    press("B")
    assert screens.inbox.presenter.basket == Basket.MINE


def test_moving_with_j_and_k_shows_the_letter_beside_the_list(registry: Registry) -> None:
    fill(registry.office, 3, routed=0, pages=False)
    screens = registry.screens()
    registry.shown(screens, 4826)
    press("J J")
    registry.shown(screens, 4824)
    press("K")
    letter = registry.shown(screens, 4825)
    assert screens.inbox.preview.head.subject.words == letter.subject


def test_what_sorts_the_list_bears_the_key_that_sorts_it(registry: Registry) -> None:
    """O, which stood there once, opens the original."""
    fill(registry.office, 3, routed=0, pages=False)
    screens = registry.screens()
    registry.shown(screens, 4826)
    button = screens.inbox.order_button
    assert button.isHidden()
    press(button.key)
    registry.until(button.isVisible)
    sorted_so = button.words
    press(button.key)
    registry.until(lambda: button.words != sorted_so)


def test_a_new_letter_comes_in_above_and_the_cursor_stays_on_its_letter(registry: Registry) -> None:
    fill(registry.office, 5, routed=0, pages=False)
    screens = registry.screens()
    press("J J")
    kept = registry.shown(screens, 4826)
    QAbstractItemModelTester(screens.inbox.model, QAbstractItemModelTester.FailureReportingMode.Warning, screens)
    register(registry.office, 6, with_pages=False)
    registry.until(lambda: len(numbers(screens)) == 6)
    row = screens.inbox.table.current()
    assert row is not None
    assert row.id == kept.id
    assert screens.inbox.table.currentIndex().row() == 3
    assert screens.desk.letter == kept


def test_a_letter_that_leaves_the_basket_leaves_the_cursor_in_its_place(registry: Registry) -> None:
    done = fill(registry.office, 4, routed=0, pages=False)
    screens = registry.screens()
    press("J")
    registry.shown(screens, 4826)
    act = registry.office.letters(screens._session.person)
    act.route(done[2].id, [unit_id("ENG")])
    registry.until(lambda: numbers(screens) == ["04827", "04825", "04824"])
    registry.shown(screens, 4825)
    act.route(done[3].id, [unit_id("ENG")])
    registry.until(lambda: numbers(screens) == ["04825", "04824"])
    assert screens.inbox.table.currentIndex().row() == 0
    assert screens.desk.letter is not None
    assert screens.desk.letter.number == 4825


def test_a_number_writes_a_phrase_and_enter_endorses(registry: Registry) -> None:
    fill(registry.office, 2, routed=0, pages=False)
    screens = registry.screens()
    registry.shown(screens, 4825)
    press("2")
    box = screens.inbox.preview.work.endorse_box
    assert box.text.value == "เรียน ปลัดเทศบาล\n- เพื่อโปรดพิจารณา"
    assert not screens.inbox.register_button.isEnabled()
    press("Return")
    registry.until(lambda: len(registry.shown(screens, 4825).endorsements) == 1)
    letter = registry.shown(screens, 4825)
    assert letter.endorsements[0].text == "เรียน ปลัดเทศบาล\n- เพื่อโปรดพิจารณา"
    assert letter.endorsements[0].action == "propose"
    assert not box.text.value
    assert QApplication.focusWidget() is screens.inbox.table


def test_another_number_takes_another_phrase_and_escape_endorses_nothing(registry: Registry) -> None:
    fill(registry.office, 1, routed=0, pages=False)
    screens = registry.screens()
    registry.shown(screens, 4824)
    press("1 Ctrl+3")
    assert screens.inbox.preview.work.endorse_box.text.value == "- เห็นควรแจ้งกองที่เกี่ยวข้องดำเนินการ"
    press("Esc")
    assert not screens.inbox.preview.work.is_writing
    assert QApplication.focusWidget() is screens.inbox.table
    screens.desk.read()
    assert not registry.shown(screens, 4824).endorsements


def test_a_quick_clerk_endorses_the_letter_under_the_cursor(registry: Registry) -> None:
    fill(registry.office, 3, routed=0, pages=False)
    screens = registry.screens()
    registry.shown(screens, 4826)
    press("J J 1")
    box = screens.inbox.preview.work.endorse_box
    registry.until(box.button.hasFocus)
    press("Return")
    registry.until(lambda: bool(registry.shown(screens, 4824).endorsements))
    press("K")
    assert not registry.shown(screens, 4825).endorsements


def test_what_is_being_written_stays_with_its_letter_when_the_list_changes(registry: Registry) -> None:
    done = fill(registry.office, 3, routed=0, pages=False)
    screens = registry.screens()
    registry.shown(screens, 4826)
    press("E")
    write("ร่างของฉบับ ๔๘๒๖")
    registry.office.letters(screens._session.person).route(done[2].id, [unit_id("ENG")])
    registry.until(lambda: numbers(screens) == ["04825", "04824"])
    press("F9")
    assert not registry.shown(screens, 4825).endorsements
    written = registry.office.letter_queries.letter(done[2].id)
    assert written is not None
    assert [note.text for note in written.endorsements] == ["ร่างของฉบับ ๔๘๒๖"]


def test_a_draft_is_kept_for_its_own_letter(registry: Registry) -> None:
    fill(registry.office, 2, routed=0, pages=False)
    screens = registry.screens()
    registry.shown(screens, 4825)
    box = screens.inbox.preview.work.endorse_box
    press("E")
    write("ร่าง")
    press("Esc J")
    registry.shown(screens, 4824)
    press("E")
    assert box.text.value == ""
    press("Esc K")
    registry.shown(screens, 4825)
    press("E")
    assert box.text.value == "ร่าง"


def test_sending_by_typing_the_unit_and_taking_it_back(registry: Registry) -> None:
    fill(registry.office, 2, routed=0, pages=False)
    screens = registry.screens()
    sent = registry.shown(screens, 4825)
    press("R")
    write("ช่าง")
    press("Return F8")
    registry.until(lambda: numbers(screens) == ["04824"] and bool(registry.notices.heard))
    letter = registry.office.letter_queries.letter(sent.id)
    assert letter is not None
    assert [(route.unit_name, route.state) for route in letter.routes] == [("กองช่าง", RouteState.SENT)]
    assert registry.notices.heard[-1].text == "ส่งหนังสือ เลขรับ 04825 แล้ว"
    press("Ctrl+Z")
    registry.until(lambda: numbers(screens) == ["04825", "04824"])
    letter = registry.office.letter_queries.letter(sent.id)
    assert letter is not None
    assert letter.routes[0].state == RouteState.RECALLED
    registry.until(lambda: registry.notices.heard[-1].text == "เรียกหนังสือ เลขรับ 04825 คืนแล้ว")


def test_what_a_unit_has_received_cannot_be_taken_back(registry: Registry) -> None:
    fill(registry.office, 1, routed=0, pages=False)
    screens = registry.screens()
    sent = registry.shown(screens, 4824)
    press("R")
    write("คลัง")
    press("Return F8")
    registry.until(lambda: not numbers(screens) and bool(registry.notices.heard))
    letter = registry.office.letter_queries.letter(sent.id)
    assert letter is not None
    registry.office.letters(screens._session.person).receive(letter.routes[0].id)
    press("Ctrl+Z")
    registry.until(lambda: registry.notices.heard[-1].level == "danger")
    assert registry.notices.heard[-1].text == "การส่งนี้รับหรือเรียกคืนไปแล้ว"


def test_sending_without_a_unit_is_told_at_the_field(registry: Registry) -> None:
    fill(registry.office, 1, routed=0, pages=False)
    screens = registry.screens()
    registry.shown(screens, 4824)
    press("R F8")
    panel = screens.inbox.preview.work.route_panel
    assert panel.units_field.error == "เลือกอย่างน้อยหนึ่งหน่วยงาน"
    write("ศึกษา")
    press("Return")
    assert not panel.units_field.error
    assert panel.units.ticked == (unit_id("EDU"),)


def test_searching_in_thai_and_leaving_the_search(registry: Registry) -> None:
    fill(registry.office, 8, routed=0, pages=False)
    screens = registry.screens()
    press("/")
    write("ไข้เลือดออก")
    registry.until(lambda: numbers(screens) == ["04830"])
    registry.shown(screens, 4830)
    press("Esc")
    registry.until(lambda: len(numbers(screens)) == 8)
    press("Esc")
    assert QApplication.focusWidget() is screens.inbox.table
    press("/")
    write("ไม่มีทางพบ")
    registry.until(lambda: not numbers(screens))
    assert screens.inbox._nothing._title.words == "ไม่พบหนังสือที่ตรงกับคำค้น"


def test_an_empty_basket_says_what_would_be_here(registry: Registry) -> None:
    screens = registry.screens("wichai")
    assert screens.inbox._nothing._title.words == "ไม่มีหนังสือส่งถึงหน่วยงานของท่าน"
    assert screens.desk.letter is None


def test_a_unit_takes_over_what_was_sent_to_it(registry: Registry) -> None:
    done = register(registry.office, 5, with_pages=False)
    clerk = registry.screens()
    registry.office.letters(clerk._session.person).route(done.id, [unit_id("ENG")])
    head = registry.screens("wichai")
    registry.shown(head, 4824)
    assert head.inbox.preview.work.receive_button.isVisible()
    head.inbox.table.setFocus()
    press("T")
    registry.until(lambda: registry.shown(head, 4824).routes[0].state == RouteState.RECEIVED)
    registry.until(lambda: not head.inbox.preview.work.receive_button.isVisible())


def test_a_long_list_is_read_page_by_page(registry: Registry) -> None:
    fill(registry.office, 230, routed=0, pages=False)
    screens = registry.screens()
    assert screens.inbox.model.rowCount() == 230
    press("Ctrl+End")
    registry.shown(screens, 4824)
    assert screens.inbox.table.currentIndex().row() == 229
    press("Ctrl+Home")
    registry.shown(screens, 5053)


def test_every_control_has_a_name_in_both_languages(registry: Registry, language: Language) -> None:
    fill(registry.office, 2, routed=1, pages=False)
    screens = registry.screens()
    registry.shown(screens, 4825)
    assert nameless(screens) == []
    press("R")
    assert nameless(screens) == []
    language.speak("en")
    assert nameless(screens) == []


@pytest.mark.shot
def test_the_inbox_as_a_picture(registry: Registry) -> None:
    fill(registry.office, 9, routed=3)
    screens = registry.screens()
    registry.shown(screens, 4832)
    registry.until(lambda: screens.inbox.preview.pages.view.canvas._paper.isVisible())


def test_where_a_question_stands_above_the_words_of_a_letter_come_before_its_page(registry: Registry) -> None:
    register(registry.office, 1)
    screens = registry.screens()
    preview = screens.inbox.preview
    registry.until(preview.head.isVisible)
    assert preview.pages.isVisible()
    whole = preview.size()
    preview.setMinimumHeight(1)
    preview.resize(whole.width(), 420)
    assert not preview.pages.isVisible()
    assert preview.head.isVisible()
    preview.resize(whole)
    assert preview.pages.isVisible()


def test_while_the_first_letter_is_read_nothing_is_said_of_it(registry: Registry) -> None:
    """That it is gone least of all."""
    screens = registry.screens()
    assert screens.inbox.preview._panel.isHidden()
    register(registry.office, 1)
    registry.until(lambda: screens.inbox.table.current() is not None)
    assert screens.page._gone.isHidden()
    press("Return")
    registry.until(lambda: screens.page.desk.letter is not None)
    assert screens.page._gone.isHidden()
