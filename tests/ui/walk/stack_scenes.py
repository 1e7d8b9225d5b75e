"""The scanning desk, and its letters in the registration."""

from collections.abc import Iterator
from threading import Event

from desktop.devices.scanner import ScanSettings
from tests.helpers.stacks import Feeder
from tests.ui.walk.furniture import Furniture
from tests.ui.walk.letter_scenes import letters
from tests.ui.walk.scene import scene
from tests.ui.walk.stage import Stage
from ui.letters.screens import LetterScreens
from ui.letters.stack_screen import StackScreen


def _desk(stage: Stage, sheets: str) -> tuple[LetterScreens, StackScreen]:
    """The desk with a stack of these sheets, cut at its blank pages where it has some."""
    screens = letters(stage)
    stack = screens.stack
    if sheets:
        came = stack.presenter.scan(Feeder(sheets), "feeder", ScanSettings(), Event(), lambda _: None)
        assert came.batch_id is not None
        stack.open(came.batch_id)
        stage.rest()
    screens.show_stack()
    stage.rest()
    return screens, stack


def _clear(stage: Stage, stack: StackScreen) -> None:
    """Nothing of it waits for the scenes that follow."""
    while stack.presenter.batch is not None:
        stack.put_away()
        stage.rest()
    stage.notices.put_away()


@scene
def stack_empty(stage: Stage, furniture: Furniture) -> Iterator[None]:
    _, stack = _desk(stage, "")
    _clear(stage, stack)
    yield


@scene
def stack_of_letters(stage: Stage, furniture: Furniture) -> Iterator[None]:
    _, stack = _desk(stage, "wwbwwwbwwwww")
    for place in (1, 8):
        stack.grid.setCurrentIndex(stack.grid.model().index(place, 0))
        stage.rest()
    stack.cut()
    stage.rest()
    yield
    _clear(stage, stack)


@scene
def stack_choices_of_the_scanner(stage: Stage, furniture: Furniture) -> Iterator[None]:
    _, stack = _desk(stage, "ww")
    stack.ask_scan()
    stack.intake.panel.show_devices(Feeder("").devices())
    yield
    stack.intake.panel.closed.emit()
    _clear(stage, stack)


@scene
def stack_being_registered(stage: Stage, furniture: Furniture) -> Iterator[None]:
    screens, stack = _desk(stage, "wwbwbw")
    stack.cut_where_parted()
    stage.rest()
    stack.register_button.click()
    stage.until(lambda: bool(screens.registration.presenter.documents))
    stage.rest()
    yield
    screens.feed.back_button.click()
    stage.rest()
    _clear(stage, stack)
