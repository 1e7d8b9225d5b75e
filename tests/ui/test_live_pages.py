"""A paper beside what is typed: what is drawn is that of the paper in question, and of its last change."""

from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest
from pytestqt.qtbot import QtBot

from desktop.application import Office
from desktop.office.errors import OfficeError
from tests.desktop.paper.papers import a_paper
from tests.helpers.desk import make_desk, make_office
from ui.live_pages import LivePages
from ui.work import Worker


class Drawing:
    """A PDF of so many pages that is not done before it is let go."""

    def __init__(self, pages: int) -> None:
        self.pages, self.begun, self.go = pages, Event(), Event()

    def __call__(self) -> bytes:
        self.begun.set()
        assert self.go.wait(60)
        return a_paper(pages=self.pages)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    desk = make_desk(tmp_path / "desk")
    yield make_office(desk)
    desk.close()


@pytest.fixture
def told() -> list[Exception]:
    return []


@pytest.fixture
def live(office: Office, told: list[Exception], qtbot: QtBot) -> Iterator[LivePages]:
    worker = Worker(office.desk.writer, told.append)
    live = LivePages(lambda: ("ยังไม่มี", "เลือกก่อน"), worker, told.append)
    qtbot.addWidget(live)
    yield live
    worker.close()


def shown(live: LivePages) -> int:
    pages = live.view.canvas._pages
    return 0 if pages is None else pages.count


def test_what_was_still_drawn_of_another_paper_is_never_shown(live: LivePages, qtbot: QtBot) -> None:
    first, second = Drawing(1), Drawing(2)
    live.show_pdf(first)
    assert first.begun.wait(60)
    live.show_pdf(second)
    first.go.set()
    qtbot.waitUntil(second.begun.is_set)
    assert shown(live) == 0
    second.go.set()
    qtbot.waitUntil(lambda: shown(live) == 2)


def test_a_change_of_the_same_paper_stands_until_the_next_is_drawn(live: LivePages, qtbot: QtBot) -> None:
    first, second = Drawing(1), Drawing(2)
    live.show_pdf(first)
    first.go.set()
    qtbot.waitUntil(lambda: shown(live) == 1)
    with qtbot.waitSignal(live.drawn):
        live.change(second)
        second.go.set()
    assert shown(live) == 2


def test_a_paper_that_can_not_be_drawn_does_not_stop_the_next(
    live: LivePages, told: list[Exception], qtbot: QtBot
) -> None:
    begun, go, second = Event(), Event(), Drawing(2)

    def torn() -> bytes:
        begun.set()
        assert go.wait(60)
        raise OfficeError("desk.not_ready")

    live.show_pdf(torn)
    assert begun.wait(60)
    second.go.set()
    live.show_pdf(second)
    go.set()
    qtbot.waitUntil(lambda: shown(live) == 2)
    assert len(told) == 1


def test_nothing_wanted_is_nothing_shown(live: LivePages, qtbot: QtBot) -> None:
    first = Drawing(1)
    live.show_pdf(first)
    assert first.begun.wait(60)
    live.show_nothing()
    first.go.set()
    qtbot.waitUntil(lambda: not live._drawing)
    assert shown(live) == 0
