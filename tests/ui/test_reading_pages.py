"""Pages of registered letters are read while somebody works: told as they become fewer, and ended with the person."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from desktop.application import Office
from desktop.letters.found import Filters, Search
from tests.helpers.desk import make_desk, make_office, person, unit_id
from tests.helpers.letters import document, register
from ui.reading_pages import ReadingPages
from ui.work import Worker

PAGES = 4


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    """A letter with pages was registered here, and nobody has read them."""
    desk = make_desk(tmp_path)
    made = make_office(desk)
    register(made, 2)
    assert document(2).page_count == PAGES
    yield made
    made.end_reading()
    desk.close()


@pytest.fixture
def reading(qtbot: QtBot, office: Office) -> Iterator[ReadingPages]:
    worker = Worker(office.desk.writer, lambda error: None)
    owner = QObject()
    made = ReadingPages(office, person(office), worker, owner)
    yield made
    made.stop()
    worker.close()
    owner.deleteLater()


def noted(office: Office) -> int:
    return len(office.desk.reader.rows("SELECT 1 FROM letter_page_text"))


def test_it_tells_how_many_are_left_until_all_are_found(qtbot: QtBot, office: Office, reading: ReadingPages) -> None:
    told: list[int] = []
    reading.told.connect(told.append)
    reading.begin_now()
    qtbot.waitUntil(lambda: noted(office) == PAGES)
    qtbot.waitUntil(lambda: told[-1:] == [0])
    assert told[0] == PAGES
    assert told == sorted(told, reverse=True)
    words = office.desk.reader.rows("SELECT text FROM letter_page_text WHERE page = 0")[0][0].split()[0]
    assert office.letter_search.count(Search(words, Filters(), unit_id("CLK"))) >= 1


def test_it_begins_in_a_while_and_not_for_somebody_who_left(
    qtbot: QtBot, office: Office, reading: ReadingPages
) -> None:
    reading.begin()
    assert reading._later.isActive()
    reading.stop()
    assert not reading._later.isActive()
    reading._begun(office.page_texts(person(office)))  # it was being made when the person left
    assert reading._texts is None
