"""The room of the queue: not set up yet, reception, counter, what else a counter does, the day, settings, the board."""

from collections.abc import Iterator

from desktop.office.key_code import make_code
from desktop.queue.model import Lane
from desktop.queue.settings import Own
from tests.helpers.desk import person
from tests.ui.walk.furniture import Furniture
from tests.ui.walk.scene import scene
from tests.ui.walk.stage import Stage
from ui.queue.board import BoardWindow
from ui.queue.screen import QueueScreen


def _screen(stage: Stage, page: str, **own: object) -> QueueScreen:
    stage.sits("piyada")
    stage.office.queue.settle(Own("keeper", code=make_code(), place="2", port=0, **own))  # type: ignore[arg-type]
    screen = stage.go("queue")
    assert isinstance(screen, QueueScreen)
    link = screen.reception._link
    stage.until(lambda: link.standing is not None)
    if not stage.office.queue.day("2026-11-11"):
        _a_morning(stage)
    stage.until(lambda: link.standing is not None and link.standing.tickets)
    screen.turn(page)
    return screen


def _a_morning(stage: Stage) -> None:
    acts = stage.office.queue.acts(person(stage.office, "piyada"))
    for letter, lane in (("A", Lane.NORMAL), ("B", Lane.NORMAL), ("A", Lane.PRIORITY), ("D", Lane.NORMAL)) * 2:
        acts.take(letter, lane)
    done = acts.call_next("1")
    acts.finish(acts.call_next("2"))
    acts.call_next("1", done.id)
    acts.call_next("2")


def _gone(stage: Stage) -> None:
    stage.office.queue.settle(Own())


@scene
def queue_not_set_up(stage: Stage, furniture: Furniture) -> Iterator[None]:
    stage.sits("piyada")
    screen = stage.go("queue")
    screen.turn("reception")
    yield


@scene
def queue_reception(stage: Stage, furniture: Furniture) -> Iterator[None]:
    _screen(stage, "reception")
    yield
    _gone(stage)


@scene
def queue_counter(stage: Stage, furniture: Furniture) -> Iterator[None]:
    screen = _screen(stage, "counter")
    screen.counter.bar.more.show()
    yield
    screen.counter.bar.more.hide()
    _gone(stage)


@scene
def queue_from_paper(stage: Stage, furniture: Furniture) -> Iterator[None]:
    """The keeper can't be reached: nobody listens at this address."""
    screen = _screen(stage, "counter")
    stage.office.queue.settle(Own("guest", "127.0.0.1:9", make_code(), "2"))
    stage.until(lambda: screen.counter.bar.typed.isVisible())
    yield
    _gone(stage)


@scene
def queue_day(stage: Stage, furniture: Furniture) -> Iterator[None]:
    _screen(stage, "report")
    yield
    _gone(stage)


@scene
def queue_setup(stage: Stage, furniture: Furniture) -> Iterator[None]:
    _screen(stage, "setup")
    yield
    _gone(stage)


@scene
def queue_board(stage: Stage, furniture: Furniture) -> Iterator[None]:
    screen = _screen(stage, "counter")
    board = BoardWindow(screen.reception._link, "เทศบาลเมืองแม่เหียะ (สาธิต)", screen)
    board.resize(1366, 768)
    board.show()
    yield
    board.close()
    _gone(stage)


@scene
def queue_bar_beside_a_citizen(stage: Stage, furniture: Furniture) -> Iterator[None]:
    """The counter's bar where the citizen is served."""
    _screen(stage, "counter")
    stage.go("citizens")
    yield
    _gone(stage)
