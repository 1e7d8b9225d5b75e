"""The queue of pages: what is looked at comes first, nothing is read twice, and what is given up is forgotten."""

import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from queue import SimpleQueue
from threading import Event

import pytest

from desktop.office.errors import OfficeError
from desktop.paper.pages import Parts
from desktop.reading.model import Box, Line, PageReading, Quality, Word
from desktop.reading.queue import Progress, ReadingQueue, Wanted
from desktop.reading.reader import PageReader
from desktop.reading.version import ENGINE
from desktop.store.desk import Desk
from desktop.store.erasure import erase_files
from tests.helpers.desk import make_desk

_DIES = (sys.executable, "-c", "import os; os.abort()")


def _said(page: int) -> PageReading:
    word = Word(f"หน้า{page}", Box(20, 30, 15, 4), 0.9, ((20, 35),))
    return PageReading(210.0, 297.0, (Line((word,)),), Quality(), ENGINE)


class SlowReader(PageReader):
    """Reads page by page, each when it is let."""

    def __init__(self) -> None:
        super().__init__(_DIES)
        self.begun: SimpleQueue[int] = SimpleQueue()
        self.go_on: SimpleQueue[bool] = SimpleQueue()
        self.read: list[int] = []

    def page(self, sha256: str, pdf: Parts, page: int) -> PageReading:
        with pdf.opened() as file:
            assert file.read()
        self.begun.put(page)
        if not self.go_on.get():
            raise OfficeError("reading.failed", words="stopped")
        self.read.append(page)
        return _said(page)

    def stop(self) -> None:
        self.go_on.put(False)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = make_desk(tmp_path)
    yield made
    made.close()


@pytest.fixture
def slow() -> SlowReader:
    return SlowReader()


@pytest.fixture
def queue(desk: Desk, slow: SlowReader) -> Iterator[ReadingQueue]:
    made = ReadingQueue(desk, lambda: slow, workers=1)
    yield made
    made.end()


def _file(desk: Desk, content: bytes = b"a scan") -> str:
    return desk.blobs.put(content).sha256


def _told(queue: ReadingQueue) -> SimpleQueue[tuple[int, object]]:
    heard: SimpleQueue[tuple[int, object]] = SimpleQueue()
    queue.listen(lambda wanted, told: heard.put((wanted.page, told)))
    return heard


def test_pages_come_in_their_order_but_the_one_looked_at_first(
    desk: Desk, queue: ReadingQueue, slow: SlowReader
) -> None:
    sha256, heard = _file(desk), _told(queue)
    queue.want(Wanted(sha256, page) for page in range(6))
    assert slow.begun.get() == 0
    queue.look_at(sha256, 3)
    for _ in range(6):
        slow.go_on.put(True)
    assert [heard.get()[0] for _ in range(6)] == [0, 3, 4, 5, 1, 2]
    assert queue.progress(sha256) == Progress(6, 0, 6)
    assert queue.reading(sha256, 4) == _said(4)


def test_nothing_is_read_twice(desk: Desk, queue: ReadingQueue, slow: SlowReader) -> None:
    sha256, heard = _file(desk), _told(queue)
    slow.go_on.put(True)
    queue.want([Wanted(sha256, 0)])
    heard.get()
    queue.want([Wanted(sha256, 0)])
    later = ReadingQueue(desk, lambda: PageReader(_DIES), workers=1)
    later.want([Wanted(sha256, 0)])
    assert queue.progress(sha256) == later.progress(sha256) == Progress(1, 0, 1)
    assert later.reading(sha256, 0) == _said(0)
    assert slow.read == [0]
    later.end()


def test_a_file_that_is_given_up_is_forgotten(desk: Desk, queue: ReadingQueue, slow: SlowReader) -> None:
    first, second, heard = _file(desk), _file(desk, b"another"), _told(queue)
    queue.want([*(Wanted(first, page) for page in range(50)), Wanted(second, 7)])
    assert slow.begun.get() == 0
    queue.cancel(first)
    assert queue.progress(first) == Progress(0, 0, 0)
    assert slow.begun.get() == 7
    slow.go_on.put(True)
    assert heard.get() == (7, _said(7))
    assert slow.read == [7]


def test_a_page_that_fails_is_told_and_may_be_wanted_again(desk: Desk, slow: SlowReader) -> None:
    sha256 = _file(desk)
    queue = ReadingQueue(desk, lambda: PageReader(_DIES), workers=1)
    heard = _told(queue)
    for _ in range(2):
        queue.want([Wanted(sha256, 0), Wanted("0" * 64, 0)])
        errors = [heard.get()[1], heard.get()[1]]
        assert sorted(error.code for error in errors if isinstance(error, OfficeError)) == [
            "blob.missing",
            "reading.failed",
        ]
    assert queue.progress(sha256) == Progress(0, 1, 1)
    assert queue.reading(sha256, 0) is None
    queue.end()


def test_the_end_stops_a_page_that_is_being_read(desk: Desk, slow: SlowReader) -> None:
    queue, told = ReadingQueue(desk, lambda: slow, workers=1), Event()
    queue.listen(lambda wanted, reading: told.set())
    queue.want([Wanted(_file(desk), 0)])
    slow.begun.get()
    queue.end()
    assert not told.is_set()
    queue.want([Wanted(_file(desk), 1)])
    assert slow.begun.empty()


def test_whoever_waits_for_a_page_gets_it_before_all_others(
    desk: Desk, queue: ReadingQueue, slow: SlowReader, monkeypatch: pytest.MonkeyPatch
) -> None:
    sha256, look_at, looked = _file(desk), queue.look_at, Event()

    def heard(sha256: str, page: int) -> None:
        look_at(sha256, page)
        looked.set()

    monkeypatch.setattr(queue, "look_at", heard)
    queue.want(Wanted(sha256, page) for page in range(9))
    with ThreadPoolExecutor(1) as waits:
        assert slow.begun.get() == 0
        waiting = waits.submit(queue.read, Wanted(sha256, 7), Event())
        assert looked.wait(60)
        slow.go_on.put(True)
        assert slow.begun.get() == 7
        slow.go_on.put(True)
        assert waiting.result() == _said(7)
    assert queue.read(Wanted(sha256, 0), Event()) == _said(0)  # it was read already


def test_whoever_waits_hears_why_a_page_was_not_read(desk: Desk) -> None:
    queue = ReadingQueue(desk, lambda: PageReader(_DIES), workers=1)
    with pytest.raises(OfficeError) as told:
        queue.read(Wanted("0" * 64, 0), Event())
    assert told.value.code == "blob.missing"
    queue.end()


@pytest.mark.parametrize("how", ["whoever waits", "the file", "the queue"])
def test_a_page_is_waited_for_no_longer_than_anybody_wants_it(
    desk: Desk, queue: ReadingQueue, slow: SlowReader, how: str
) -> None:
    sha256, cancel = _file(desk), Event()
    give_up = {"whoever waits": cancel.set, "the file": lambda: queue.cancel(sha256), "the queue": queue.end}[how]
    with ThreadPoolExecutor(1) as waits:
        waiting = waits.submit(queue.read, Wanted(sha256, 0), cancel)
        assert slow.begun.get() == 0
        give_up()
        assert waiting.result() is None


def test_a_queue_that_was_never_asked_has_no_thread(desk: Desk) -> None:
    queue = ReadingQueue(desk)
    assert queue.progress("00") == Progress(0, 0, 0)
    assert queue.reading("00", 0) is None
    queue.end()


def test_what_another_program_wrote_is_read_again(desk: Desk, queue: ReadingQueue) -> None:
    desk.settle("INSERT INTO page_reading VALUES ('aa', 0, 'older', 'then', x'00')", ())
    assert queue.reading("aa", 0) is None


def test_a_reading_goes_with_its_file(desk: Desk, queue: ReadingQueue, slow: SlowReader) -> None:
    """A letter that a desk may not see any more leaves nothing of its words behind."""
    sha256, heard = _file(desk), _told(queue)
    slow.go_on.put(True)
    queue.want([Wanted(sha256, 0)])
    heard.get()
    desk.settle("INSERT INTO blob_erasure VALUES (?)", (sha256,))
    assert erase_files(desk) == 1
    assert queue.reading(sha256, 0) is None
