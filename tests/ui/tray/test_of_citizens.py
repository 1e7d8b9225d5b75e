"""A citizen's telephone was changed at two places: the clerk chooses with a key, and may take the choice back."""

from dataclasses import replace

from PySide6.QtCore import Qt

from desktop.office.clock import utc_text
from desktop.office.ids import Id
from tests.helpers import tray as trays
from tests.helpers.citizens import BUNMI
from tests.helpers.desk import person, staff_id
from tests.ui.tray.conftest import Seat
from tests.ui.tray.test_tray import press


def changed_twice(seat: Seat) -> Id:
    office = seat.office
    people = office.people(person(office))
    citizen = people.record(BUNMI)
    seen = office.people_queries.citizen(citizen)
    assert seen is not None
    people.amend(seen, replace(BUNMI, phone="053222222"))
    trays.said(office, "flagged", "people.amended_twice", person_id=citizen.hex(), fields=["phone"])
    office.desk.settle("DELETE FROM person_change", ())
    office.desk.settle("UPDATE person SET phone = '053111111' WHERE id = ?", (citizen,))
    line = (office.desk.ids.new(), citizen, staff_id("wichai"), utc_text(office.clock.now()))
    row = "SELECT office_id, ?, 1, ?, 'phone', '0812345678', '053111111', ?, 'นายวิชัย โยธาเทียม', ? FROM device"
    office.desk.settle(f"INSERT INTO person_change {row}", line)
    return citizen


def phone(seat: Seat, citizen: Id) -> str:
    found = seat.office.people_queries.citizen(citizen)
    assert found is not None
    return found.entry.phone


def test_the_side_of_a_citizens_field_is_chosen_by_a_key_and_taken_back(seat: Seat) -> None:
    citizen = changed_twice(seat)
    screen = seat.screen()
    [(mine, theirs)] = screen.item.sides.cards
    assert (mine.value.words, theirs.value.words) == ("053222222", "053111111")
    press(Qt.Key.Key_1)
    press(Qt.Key.Key_F9)
    seat.until(lambda: not seat.tray().open)
    assert phone(seat, citizen) == "053222222"
    seat.until(lambda: bool(seat.notices.heard))
    screen.undo()
    seat.until(lambda: bool(seat.tray().open))
    assert phone(seat, citizen) == "053111111"


def test_what_stands_may_stay(seat: Seat) -> None:
    citizen = changed_twice(seat)
    seat.screen()
    waiting = seat.office.waiting()
    press(Qt.Key.Key_F9)
    seat.until(lambda: not seat.tray().open)
    assert (phone(seat, citizen), seat.office.waiting()) == ("053111111", waiting)
    assert seat.tray().settled[0].sides[0].theirs == "053111111"
