"""The tray by keyboard alone: what was done, why it is here, and a key for each way out."""

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desktop.catalogue import catalogue
from desktop.registers.loan_model import Loan, LoanAsk
from desktop.tray.deeds import facts_of
from desktop.tray.model import Item, Standing
from tests.helpers import tray as trays
from tests.helpers.desk import MORNING, person, unit_id
from tests.helpers.screens import nameless, type_text
from tests.ui.tray.conftest import Seat
from ui.kit.language import Language
from ui.kit.thai_label import ThaiLabel
from ui.tray import words
from ui.tray.item_view import Section
from ui.tray.room import TrayRoom
from ui.tray.screen import TrayScreen


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(focused(), key, modifiers)


def focused() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def shown(screen: TrayScreen) -> str:
    return " ".join(label.words for label in screen.item.findChildren(ThaiLabel) if label.isVisibleTo(screen))


def only(seat: Seat) -> Item:
    (item,) = seat.tray().open
    return item


def test_every_act_that_a_desk_can_do_has_words() -> None:
    acts = {name for (name, _), act in catalogue().mutations.items() if not act.centre_only}
    assert acts <= set(words.DEEDS), sorted(acts - set(words.DEEDS))


def test_a_loan_of_numbers_is_told_with_both_counters(language: Language) -> None:
    ask = LoanAsk(b"a" * 16, "receipts", 2569, 10, b"b" * 16, "C1", b"p" * 16, "ปิยะดา", "")
    body = msgspec.to_builtins(Loan(b"l" * 16, ask, b"k" * 16, 10, 2, 491, 500, None, b"c" * 16, "C2", ""))
    facts = facts_of("numbers.lend", body)
    assert words.DEEDS["numbers.lend"](facts, "th") == ("ให้ยืมเลขใบเสร็จ 491 ถึง 500", "C2 → C1")


def test_what_is_odd_besides_is_told_with_its_own_words(language: Language) -> None:
    codes = {"also": ["cashier.voided_twice", "certificates.not_yours", "of_another_release"]}
    told = {"other": "ปิยะดา", "by": "มานพ", "amount": "180.00"}
    item = Item(b"i" * 16, Standing.OPEN, "number_not_leased", MORNING, {"n": 7, "year_be": 2570} | told | codes, ())
    assert words.particulars(item, "th") == (
        "เลข 7 ของปี 2570",
        "ใบเสร็จถูกยกเลิกสองครั้งจากสองเครื่อง โดย ปิยะดา และ มานพ",
    ), "an older centre does not say of which certificate"


def test_an_empty_tray_says_what_would_be_here(seat: Seat) -> None:
    screen = seat.screen()
    assert screen._list.currentWidget() is screen._nothing
    seat.until(lambda: not screen._side.isVisible())
    assert nameless(screen) == []


def test_a_late_routing_says_where_the_letter_is_since_when_and_by_whom(seat: Seat) -> None:
    trays.routed_late(seat.office)
    screen = seat.screen()
    there = "กองช่างรับเรื่องแล้วเมื่อ 11 พ.ย. 2569 09.14 น. โดย นายวิชัย โยธาเทียม"
    seat.until(lambda: there in shown(screen))
    said = shown(screen)
    assert "ส่งหนังสือถึง กองช่าง" in said
    assert "โปรดดำเนินการ" in said
    assert not any(word in said for word in ("sync", "409", "conflict"))


def test_closing_asks_why_and_can_be_taken_back(seat: Seat) -> None:
    trays.numbered_twice(seat.office)
    screen = seat.screen()
    press(Qt.Key.Key_D)
    press(Qt.Key.Key_F9)
    assert screen.note._field.error == "ต้องกรอก"
    type_text(focused(), "ตรวจกับต้นขั้วแล้ว")
    press(Qt.Key.Key_Return)
    seat.until(lambda: not seat.tray().open)
    (settled,) = seat.tray().settled
    assert settled.settlement
    assert settled.settlement.reason == "ตรวจกับต้นขั้วแล้ว"
    seat.until(lambda: "ปิดรายการแล้ว" in [notice.text for notice in seat.notices.heard])
    seat.until(lambda: screen.rows.rowCount() == 0)
    screen.undo()
    seat.until(lambda: screen.rows.rowCount() == 1)
    assert only(seat).id == settled.id


def test_escape_leaves_the_question_and_nothing_happened(seat: Seat) -> None:
    trays.numbered_twice(seat.office)
    screen = seat.screen()
    press(Qt.Key.Key_S)
    assert screen.note.isVisible()
    press(Qt.Key.Key_Escape)
    assert not screen.note.isVisible()
    assert screen.ways.isVisible()
    assert focused() is screen.table
    assert only(seat).question is None


def test_sides_are_chosen_field_by_field_and_saved_with_f9(seat: Seat) -> None:
    letter_id = trays.amended_twice(seat.office)
    screen = seat.screen()
    subject, remarks = screen.item.sides.cards
    assert [card.stands for card in (*subject, *remarks)] == [False, True, False, True]
    press(Qt.Key.Key_1)
    assert [card.stands for card in subject] == [True, False]
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_1)
    press(Qt.Key.Key_2)
    assert [card.stands for card in remarks] == [False, True]
    press(Qt.Key.Key_F9)
    seat.until(lambda: not seat.tray().open)
    letter = seat.office.letter_queries.letter(letter_id)
    assert letter
    assert letter.subject.endswith("(ฉบับแก้ไข)")
    (settled,) = seat.tray().settled
    assert len(settled.sides) == 2


def test_a_refused_act_is_done_again_with_one_key(seat: Seat) -> None:
    letter = trays.recalled_by_nobody(seat.office)
    seat.screen()
    seat.office.desk.settle("DELETE FROM routing", ())
    press(Qt.Key.Key_F9)
    seat.until(lambda: not seat.tray().open)
    found = seat.office.letter_queries.letter(letter.id)
    assert found
    assert [route.unit_id for route in found.routes] == [unit_id("HLT")]


def test_the_same_paper_twice_is_linked_with_one_key(seat: Seat) -> None:
    again = trays.registered_twice(seat.office)
    seat.screen()
    press(Qt.Key.Key_F9)
    seat.until(lambda: not seat.tray().open)
    letter = seat.office.letter_queries.letter(again.id)
    assert letter
    assert len(letter.twins) == 1


def test_e_opens_the_paper_itself(seat: Seat) -> None:
    trays.amended_twice(seat.office)
    screen = seat.screen()
    with seat.qtbot.waitSignal(screen.edit_asked) as asked:
        press(Qt.Key.Key_E)
    assert asked.args == [only(seat)]


def test_a_supervisor_answers_and_the_item_ends_where_it_began(seat: Seat) -> None:
    trays.numbered_twice(seat.office)
    seat.office.tray(person(seat.office)).hand_up(only(seat).id, "เลขซ้ำ ทำอย่างไร")
    screen = seat.screen("somchai")
    seat.until(lambda: "เลขซ้ำ ทำอย่างไร" in shown(screen))
    press(Qt.Key.Key_R)
    type_text(focused(), "ยกเลิกใบหลัง")
    press(Qt.Key.Key_Return)
    seat.until(lambda: len(seat.tray().open) == 1)
    mine = seat.screen()
    seat.until(lambda: "ยกเลิกใบหลัง" in shown(mine))


def test_views_show_what_waits_for_the_supervisor_and_what_is_settled(seat: Seat) -> None:
    trays.fill(seat.office, 3)
    act = seat.office.tray(person(seat.office))
    first, second, _ = seat.tray().open
    act.hand_up(first.id, "")
    act.close(second.id, "รับทราบ")
    screen = seat.screen()
    assert screen.rows.rowCount() == 1
    for view, chosen in ((Standing.HANDED_UP, first), (Standing.SETTLED, second)):
        screen.views.chosen.emit(view.value)
        seat.until(lambda: screen.table.current() is not None)
        current = screen.table.current()
        assert current
        assert current.id == chosen.id
    seat.until(lambda: "รับทราบ" in shown(screen))
    assert screen.item.findChildren(Section)


@pytest.mark.parametrize("code", ["th", "en"])
def test_every_kind_of_item_has_whole_words_in_both_languages(seat: Seat, code: str) -> None:
    trays.fill(seat.office, len(trays.EVERY))
    seat.language.speak(code)  # type: ignore[arg-type]
    screen = seat.screen()
    for place in range(screen.rows.rowCount()):
        screen.table.choose(place)
        said = shown(screen)
        assert "{" not in said
        assert screen.item.title.words
    assert nameless(screen) == []


def test_the_count_stands_in_the_navigation_before_anybody_looks(seat: Seat) -> None:
    room = TrayRoom(seat.house(), lambda item: None)
    trays.fill(seat.office, 2)
    seat.until(lambda: room.count == 2)
    seat.office.tray(person(seat.office)).close(seat.tray().open[0].id, "รับทราบ")
    seat.until(lambda: room.count == 1)
    assert not room.is_built
