"""Two entries of one person, a number that was missing, houses and ties: each by keys, each kept in the register."""

from dataclasses import replace

from PySide6.QtCore import Qt

from desktop.office.ids import Id
from desktop.people.model import Address, Tie
from tests.helpers.citizens import BUNMI, numbered
from tests.helpers.desk import person
from tests.ui.counter.conftest import Booth
from tests.ui.counter.counting import Hands
from tests.ui.counter.test_screen import READ, shows
from ui.counter.screen import CitizenScreen

CTRL = Qt.KeyboardModifier.ControlModifier


def record(booth: Booth, **changed: str) -> Id:
    return booth.office.people(person(booth.office)).record(replace(BUNMI, **changed))  # type: ignore[arg-type]


def opened(booth: Booth, citizen: Id) -> tuple[CitizenScreen, Hands]:
    screen = booth.screen()
    screen.serving.open_person(citizen)
    booth.bot.waitUntil(screen.page.isVisible)
    return screen, Hands()


def joined(booth: Booth, plain: Id, known: Id) -> tuple[CitizenScreen, Hands]:
    """From the page of the entry without a number, by its keys."""
    screen, hands = opened(booth, plain)
    hands.press(Qt.Key.Key_J, CTRL)
    booth.bot.waitUntil(screen.right.join.keep.isEnabled)
    hands.press(Qt.Key.Key_F9)
    booth.bot.waitUntil(lambda: screen.page.page is not None and screen.page.page.id == known)
    return screen, hands


def test_two_entries_become_one_and_are_taken_apart_again(booth: Booth) -> None:
    """The one with a number stands for both, whichever was looked at."""
    plain, known = record(booth), record(booth, number=numbered(1))
    screen, hands = joined(booth, plain, known)
    citizen = booth.office.people_queries.citizen(plain)
    assert citizen is not None
    assert (citizen.id, set(citizen.ids)) == (known, {plain, known})
    booth.bot.waitUntil(screen.page.isVisible)
    hands.press(Qt.Key.Key_J, CTRL)
    booth.bot.waitUntil(screen.right.join.part.isVisible)
    hands.press(Qt.Key.Key_R, CTRL)
    booth.bot.waitUntil(screen.page.isVisible)
    alone = booth.office.people_queries.citizen(plain)
    assert alone is not None
    assert alone.ids == (plain,)


def test_a_number_is_given_to_who_had_none_and_the_card_finds_them(booth: Booth) -> None:
    citizen = record(booth)
    screen, hands = opened(booth, citizen)
    hands.press(Qt.Key.Key_I, CTRL)
    hands.type("1234567890122")
    hands.press(Qt.Key.Key_Return)
    assert screen.right.number._number.error
    screen.right.number.number.selectAll()
    hands.type(numbered(1))
    hands.press(Qt.Key.Key_Return)
    booth.bot.waitUntil(screen.page.isVisible)
    assert screen.page.who.number.words.endswith(numbered(1)[12])
    screen.next_citizen()
    booth.reader.tell(READ)
    shows(booth, screen, "นายบุญมี ใจคำ")
    assert screen.page.page is not None
    assert screen.page.page.id == citizen


def test_a_house_is_tied_and_the_tie_ends(booth: Booth) -> None:
    citizen = record(booth)
    screen, hands = opened(booth, citizen)
    hands.press(Qt.Key.Key_H, CTRL)
    form = screen.ties.form
    assert form.lines["house_no"].value == "91/1", "their own house is offered first"
    hands.press(Qt.Key.Key_F9)
    booth.bot.waitUntil(lambda: form.isEnabled() and form.rows.rowCount() == 1)
    [tied] = booth.office.people_queries.houses_of([citizen])
    assert (tied.tie, tied.where, tied.until) == (Tie.PAYER, "91/1 หมู่ 2", None)
    hands.press(Qt.Key.Key_R, CTRL)
    booth.bot.waitUntil(lambda: booth.office.people_queries.houses_of([citizen])[0].until == "2026-11-11")
    booth.bot.waitUntil(lambda: form.isEnabled() and not form.end.isEnabled())
    hands.press(Qt.Key.Key_Escape)
    assert screen.page.isVisible()


def test_a_house_has_a_page_of_its_own_and_is_put_right(booth: Booth) -> None:
    people = booth.office.people(person(booth.office))
    house = people.record_house(Address("77/7", "3"))
    people.tie(record(booth), house, Tie.OWNER)
    screen, hands = booth.screen(), Hands()
    screen.finder.box.setFocus()
    hands.type("77/7")
    hands.press(Qt.Key.Key_Return)
    booth.bot.waitUntil(lambda: screen.page.isVisible() and screen.page.who.name.words == "77/7 หมู่ 3")
    assert "เจ้าบ้าน นายบุญมี ใจคำ" in screen.page.who.houses.words
    hands.press(Qt.Key.Key_H, CTRL)
    screen.ties.form.lines["code"].setFocus()
    hands.type("50010012345")
    hands.press(Qt.Key.Key_F9)
    booth.bot.waitUntil(lambda: (found := booth.office.people_queries.house(house)) is not None and found.code != "")
    found = booth.office.people_queries.house(house)
    assert found is not None
    assert (found.code, found.address.house_no) == ("50010012345", "77/7")


def test_where_nobody_else_is_found_that_is_said(booth: Booth) -> None:
    screen, hands = opened(booth, record(booth))
    hands.press(Qt.Key.Key_J, CTRL)
    join = screen.right.join
    booth.bot.waitUntil(join.nobody.isVisible)
    assert not join.keep.isEnabled()
    record(booth, number=numbered(1))
    join.search.clear()
    hands.type(BUNMI.given)
    booth.bot.waitUntil(join.table.isVisible)
    assert join.keep.isEnabled()
