"""The one search of the frame: offered while it is typed over the room that is open, opened when one is chosen."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.helpers.citizens import BUNMI
from tests.helpers.desk import make_desk, make_office, person
from tests.helpers.letters import register
from tests.ui.counter.counting import Hands
from tests.ui.walk.stage import Stage


@pytest.fixture
def stage(qapp: QApplication, tmp_path: Path) -> Iterator[Stage]:
    """Piyada's window at the citizens' room, the keyboard on the one search."""
    office = make_office(make_desk(tmp_path / "desk", bills_left=5))
    stage = Stage(qapp, office, tmp_path)
    stage.sits("piyada")
    house = stage.rooms["citizens"].parent()
    stage.house.typed.connect(house.seeking)  # type: ignore[union-attr]
    stage.house.searched.connect(house.sought)  # type: ignore[union-attr]
    stage.go("citizens")
    stage.until(lambda: QApplication.focusWidget() is not None)
    Hands().press(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    yield stage
    stage.close()
    office.desk.close()


def room(stage: Stage) -> str:
    current = stage.house.presenter.current
    assert current is not None
    return current.key


def test_somebody_found_by_ctrl_k_is_opened_by_down_and_enter(stage: Stage) -> None:
    citizen = stage.office.people(person(stage.office, "piyada")).record(BUNMI)
    hands, offers = Hands(), stage.house.offers
    hands.type("บุญมี")
    stage.until(lambda: offers.isVisible() and offers.rows.rowCount())
    hands.press(Qt.Key.Key_Down)
    hands.press(Qt.Key.Key_Return)
    screen = stage.rooms["citizens"].widget
    stage.until(lambda: screen.page.page is not None)  # type: ignore[attr-defined]
    assert screen.page.page.id == citizen  # type: ignore[attr-defined]
    assert not offers.isVisible()


def test_typing_leaves_the_room_open_until_a_letter_is_chosen(stage: Stage) -> None:
    letter = register(stage.office, 0, with_pages=False)
    found = stage.office.letter_queries.letter(letter.id)
    assert found is not None
    hands, offers = Hands(), stage.house.offers
    hands.type(found.subject[:12])
    stage.until(lambda: offers.isVisible() and offers.rows.rowCount())
    assert room(stage) == "citizens"
    assert stage.house.header.search.hasFocus()
    hands.press(Qt.Key.Key_Down)
    hands.press(Qt.Key.Key_Return)
    assert room(stage) == "inbox"
    stage.until(lambda: stage.rooms["inbox"].widget.page.isVisible())  # type: ignore[attr-defined]


def test_what_is_nowhere_is_said_and_enter_goes_to_the_letters(stage: Stage) -> None:
    hands, offers = Hands(), stage.house.offers
    hands.type("ไม่มีคำนี้ที่ไหน")
    stage.until(offers.isVisible)
    assert "ไม่พบ" in offers._head.text()
    assert room(stage) == "citizens"
    hands.press(Qt.Key.Key_Return)
    assert (room(stage), offers.isVisible()) == ("inbox", False)


def test_escape_empties_the_line_and_puts_the_offers_away(stage: Stage) -> None:
    hands, offers = Hands(), stage.house.offers
    hands.type("ไม่มีคำนี้")
    stage.until(offers.isVisible)
    hands.press(Qt.Key.Key_Escape)
    assert not offers.isVisible()
    assert stage.house.header.search.hasFocus()
