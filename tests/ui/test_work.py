"""Work leaves the GUI thread and its result comes back to it, to owners that still live."""

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest
from PySide6.QtCore import QObject, QThread
from pytestqt.qtbot import QtBot

from tests.helpers.screens import settle
from ui.work import Worker


@pytest.fixture
def failures() -> list[Exception]:
    return []


@pytest.fixture
def work(qtbot: QtBot, failures: list[Exception]) -> Iterator[Worker]:
    writer = ThreadPoolExecutor(1, "write")
    worker = Worker(writer, failures.append)
    yield worker
    worker.close()
    writer.shutdown()
    settle()


@pytest.fixture
def owner(qtbot: QtBot) -> Iterator[QObject]:
    owner = QObject()
    yield owner
    settle()


def test_a_result_comes_back_on_the_gui_thread(work: Worker, owner: QObject, qtbot: QtBot) -> None:
    seen: list[tuple[str, bool]] = []

    def done(name: str) -> None:
        seen.append((name.split("_")[0], owner.thread() is QThread.currentThread()))

    for lane in ("write", "read", "render"):
        work.run(lambda: threading.current_thread().name, owner=owner, on_done=done, lane=lane)
    qtbot.waitUntil(lambda: len(seen) == 3)
    assert sorted(seen) == [("read", True), ("render", True), ("write", True)]


def test_writes_keep_their_order(work: Worker, owner: QObject, qtbot: QtBot) -> None:
    order: list[int] = []
    for number in range(50):
        work.run(lambda number=number: number, owner=owner, on_done=order.append, lane="write")  # type: ignore[misc]
    qtbot.waitUntil(lambda: len(order) == 50)
    assert order == list(range(50))


@pytest.mark.parametrize(("view", "heard"), [("rows", ["after"]), ("", ["after", "before"])])
def test_what_was_asked_earlier_never_replaces_what_was_asked_later(
    work: Worker, owner: QObject, qtbot: QtBot, view: str, heard: list[str]
) -> None:
    shown: list[str] = []
    go_on = Event()

    def before_the_change() -> str:
        assert go_on.wait(60)
        return "before"

    work.run(before_the_change, owner=owner, on_done=shown.append, view=view)
    work.run(lambda: "after", owner=owner, on_done=shown.append, view=view)
    qtbot.waitUntil(lambda: shown == ["after"])
    go_on.set()
    work._pools["read"].shutdown(wait=True)
    settle()
    assert shown == heard


def test_a_failure_goes_to_whom_it_concerns(
    work: Worker, owner: QObject, failures: list[Exception], qtbot: QtBot
) -> None:
    mine: list[Exception] = []

    def fail() -> None:
        raise ValueError("ล้มเหลว")

    work.run(fail, owner=owner)
    work.run(fail, owner=owner, on_failed=mine.append)
    qtbot.waitUntil(lambda: len(mine) == len(failures) == 1)
    assert str(failures[0]) == str(mine[0]) == "ล้มเหลว"


def test_nothing_is_delivered_to_an_owner_that_is_gone(work: Worker, qtbot: QtBot) -> None:
    gate, told = Event(), []
    gone, stays = QObject(), QObject()
    work.run(gate.wait, owner=gone, on_done=lambda _: told.append("gone"))
    gone.deleteLater()
    settle()
    gate.set()
    work.run(int, owner=stays, on_done=lambda _: told.append("stays"))
    qtbot.waitUntil(lambda: "stays" in told)
    settle()
    assert told == ["stays"]


def test_what_waits_can_be_taken_back(work: Worker, owner: QObject, qtbot: QtBot) -> None:
    gate, told = Event(), []
    work.run(gate.wait, owner=owner, lane="render")
    waiting = work.run(int, owner=owner, on_done=lambda _: told.append("no"), lane="render")
    assert waiting.cancel()
    gate.set()
    work.run(int, owner=owner, on_done=lambda _: told.append("yes"), lane="render")
    qtbot.waitUntil(lambda: told == ["yes"])


def test_a_long_task_tells_how_far_it_is(work: Worker, owner: QObject, qtbot: QtBot) -> None:
    seen: list[tuple[int, int]] = []
    ends: list[str] = []
    gate = Event()

    def count(progress: Callable[[int, int], None], cancel: Event) -> str:
        gate.wait()
        for page in range(1, 501):
            progress(page, 500)
        return "ครบ"

    task = work.long("นำเข้า 500 หน้า", count, owner=owner, on_done=ends.append)
    task.progressed.connect(lambda done, total: seen.append((done, total)))
    with qtbot.waitSignal(task.ended):
        gate.set()
    assert (ends, seen[-1]) == (["ครบ"], (500, 500))
    assert len(seen) < 100


def test_a_stopped_task_delivers_nothing(work: Worker, owner: QObject, qtbot: QtBot) -> None:
    started, ended = Event(), Event()
    told: list[object] = []

    def until_stopped(progress: Callable[[int, int], None], cancel: Event) -> str:
        started.set()
        cancel.wait()
        progress(1, 1)
        ended.set()
        raise RuntimeError("stopped")

    task = work.long("สแกน", until_stopped, owner=owner, on_done=told.append, on_failed=told.append)
    qtbot.waitUntil(started.is_set)
    with qtbot.waitSignal(task.ended):
        task.stop()
    qtbot.waitUntil(ended.is_set)
    settle()
    assert told == []


def test_steps_of_a_task_whose_screen_is_gone_touch_nothing(work: Worker, qtbot: QtBot) -> None:
    """The work goes on telling how far it is while the task dies with its screen: once that tore the heap."""
    for _ in range(20):
        owner, told, stepping, over = QObject(), list[int](), Event(), Event()

        def count(
            progress: Callable[[int, int], None], cancel: Event, stepping: Event = stepping, over: Event = over
        ) -> None:
            for _ in range(1_000_000):
                progress(1, 1)
                stepping.set()
                if cancel.is_set():
                    break
            over.set()

        task = work.long("นำเข้า", count, owner=owner)
        task.progressed.connect(lambda done, _, told=told: told.append(done))
        stepping.wait()
        owner.deleteLater()
        settle()
        before = len(told)
        task.cancel.set()
        qtbot.waitUntil(over.is_set)
        settle()
        assert len(told) == before


def test_a_long_task_that_fails_ends_too(work: Worker, owner: QObject, failures: list[Exception], qtbot: QtBot) -> None:
    gate = Event()

    def fail(progress: Callable[[int, int], None], cancel: Event) -> None:
        gate.wait()
        raise OSError("ดิสก์เต็ม")

    task = work.long("บันทึก", fail, owner=owner)
    with qtbot.waitSignal(task.ended):
        gate.set()
    qtbot.waitUntil(lambda: len(failures) == 1)


def test_closing_leaves_no_thread_and_tells_nobody(qtbot: QtBot) -> None:
    before = set(threading.enumerate())
    writer = ThreadPoolExecutor(1, "write")
    work, owner = Worker(writer, lambda _: None), QObject()
    told: list[object] = []
    for lane in ("write", "read", "render"):
        work.run(int, owner=owner, on_done=told.append, lane=lane)
    work.close()
    writer.shutdown()
    settle()
    assert set(threading.enumerate()) == before
    assert told == []
