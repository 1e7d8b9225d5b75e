"""The scanning desk, and its letters in the registration."""

from collections.abc import Iterator
from threading import Event

from desktop.capture.photos import PhotoOnScreen
from desktop.devices.scanner import ScanSettings
from tests.helpers.phone_photos import phone_photo
from tests.helpers.stacks import Feeder
from tests.ui.walk.furniture import Furniture
from tests.ui.walk.letter_scenes import letters
from tests.ui.walk.scene import scene
from tests.ui.walk.stage import Stage
from ui.capture.corner_editor import CornerEditor
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
def photo_corners(stage: Stage, furniture: Furniture) -> Iterator[None]:
    """A photographed sheet, its corners as they were found, and what comes of them."""
    stage.show(CornerEditor(PhotoOnScreen(phone_photo(3).jpeg(), "photo.jpg"), stage.worker), (980, 640))
    stage.rest()
    yield
    stage.leave()


@scene
def photo_corners_crossed(stage: Stage, furniture: Furniture) -> Iterator[None]:
    editor = CornerEditor(PhotoOnScreen(phone_photo(3).jpeg(), "photo.jpg"), stage.worker)
    stage.show(editor, (980, 640))
    one, two, three, four = editor.field.corners
    editor.field.put((two, one, three, four))
    stage.until(lambda: not editor.use_button.isEnabled())
    stage.rest()
    yield
    stage.leave()


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
