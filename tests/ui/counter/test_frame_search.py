"""The one search of the frame reaches what the counter serves: offered while it is typed, opened by Enter."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.helpers.citizens import BUNMI
from tests.helpers.desk import make_desk, make_office, person
from tests.ui.counter.counting import Hands
from tests.ui.walk.stage import Stage


def test_somebody_found_by_ctrl_k_is_opened_by_down_and_enter(qapp: QApplication, tmp_path: Path) -> None:
    office = make_office(make_desk(tmp_path / "desk", bills_left=5))
    citizen = office.people(person(office, "piyada")).record(BUNMI)
    stage, hands = Stage(qapp, office, tmp_path), Hands()
    stage.sits("piyada")
    window = stage.house
    window.typed.connect(stage.rooms["citizens"].parent().seeking)  # type: ignore[union-attr]
    stage.until(lambda: QApplication.focusWidget() is not None)
    hands.press(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    hands.type("บุญมี")
    stage.until(window.offers.isVisible)
    hands.press(Qt.Key.Key_Down)
    hands.press(Qt.Key.Key_Return)
    screen = stage.rooms["citizens"].widget
    stage.until(lambda: screen.page.page is not None)  # type: ignore[attr-defined]
    assert screen.page.page.id == citizen  # type: ignore[attr-defined]
    assert not window.offers.isVisible()
    stage.close()
    office.desk.close()
