"""The register books by hand: a register, a year, a number, a day; the files that are lent; what is empty says so."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.letters.model import Direction, Kind, Registration
from desktop.letters.rules import CENTRAL, INCOMING_SERIES
from desktop.office.clock import ManualClock
from desktop.office.ids import Id
from tests.helpers.desk import make_desk, make_office, person, session, unit_id
from tests.helpers.keyboard import press, write
from tests.helpers.screens import nameless
from tests.ui.letters.conftest import SIZE, Registry, registry_of
from ui.letters.book_presenter import BookPresenter
from ui.letters.books_screen import LENT, BooksScreen

ENG = unit_id("ENG").hex()
SERIES = (INCOMING_SERIES, f"letters.incoming/{ENG}", "letters.order")
CAME = Registration("จังหวัดเชียงใหม่", "นายกเทศมนตรี", "ขอเชิญประชุม", "-", date(2026, 11, 2))


@pytest.fixture
def registers(qtbot: QtBot, tmp_path: Path, clock: ManualClock) -> Iterator[Registry]:
    desk = make_desk(tmp_path / "many", clock=clock, registers=SERIES)
    yield from registry_of(make_office(desk), qtbot, tmp_path, clock)
    desk.close()


def shown(registry: Registry) -> tuple[BooksScreen, list[Id]]:
    """The screen, and what it was asked to open."""
    presenter = BookPresenter(registry.office, session(registry.office))
    screen = BooksScreen(presenter, registry.worker, registry.notices, lambda: registry.language)
    registry.heard.heard.connect(screen.changed)
    screen.resize(*SIZE)
    registry.qtbot.addWidget(screen)
    opened: list[Id] = []
    screen.opened.connect(opened.append)
    screen.show()
    registry.until(lambda: screen._shelf is not None)
    screen.setFocus()
    return screen, opened


def came(registry: Registry, count: int) -> list[Id]:
    act = registry.office.letters(person(registry.office))
    return [act.register(replace(CAME, subject=f"เรื่องที่ {place}")).id for place in range(count)]


def numbers(screen: BooksScreen) -> list[int]:
    rows = [screen.lines.row(place) for place in range(screen.lines.rowCount())]
    return [row.number for row in rows if row is not None]


def test_a_register_is_read_by_number_and_a_line_opens_its_letter(registers: Registry) -> None:
    letters = came(registers, 5)
    screen, opened = shown(registers)
    assert numbers(screen) == [4828, 4827, 4826, 4825, 4824]
    press("/")
    write("๔๘๒๕/๒๕๖๙")
    press("Return")
    registers.until(lambda: screen.table.currentIndex().row() == 3)
    registers.until(lambda: QApplication.focusWidget() is screen.table)
    press("Return")
    assert opened == [letters[1]]


def test_one_day_of_the_register(registers: Registry) -> None:
    came(registers, 2)
    registers.clock.advance(timedelta(days=1))
    came(registers, 1)
    screen, _ = shown(registers)
    press("D")
    write("11/11/69")
    registers.until(lambda: numbers(screen) == [4825, 4824])
    screen.day.selectAll()
    write("10/11/69")
    registers.until(lambda: screen._empty.isVisible())
    assert screen._empty._title.words == "ไม่มีหนังสือของวันนี้ในทะเบียน"
    screen.day.selectAll()
    press("Backspace")
    registers.until(lambda: len(numbers(screen)) == 3)


def test_every_register_can_be_chosen_and_an_empty_one_says_so(registers: Registry) -> None:
    act = registers.office.letters(person(registers.office))
    act.register(replace(CAME, kind=Kind.ORDER, direction=Direction.INTERNAL))
    screen, _ = shown(registers)
    names = [screen.register.itemText(place) for place in range(screen.register.count())]
    assert names == ["ทะเบียนรับ (กลาง)", "ทะเบียนรับ กองช่าง", "ทะเบียนคำสั่ง"]
    assert screen._empty.isVisible()
    press("R")
    press("Down Down")
    registers.until(lambda: numbers(screen) == [1])
    assert screen.presenter.leaf.register == "order"
    registers.language = "en"
    screen.retranslate()
    assert screen.register.itemText(1).endswith("Engineering Division")
    assert screen.presenter.leaf.register == "order"


def test_what_is_registered_elsewhere_comes_by_itself(registers: Registry) -> None:
    screen, _ = shown(registers)
    came(registers, 1)
    registers.until(lambda: numbers(screen) == [4824])
    assert screen.presenter.leaf.register == CENTRAL


def test_a_file_that_is_lent_is_listed_and_taken_back(registers: Registry) -> None:
    letter = came(registers, 1)[0]
    registers.office.keeping(person(registers.office)).lend(letter, "นายวิชัย", due=date(2026, 11, 12))
    registers.clock.advance(timedelta(days=3))
    screen, opened = shown(registers)
    press("B")
    assert screen.view.value == LENT
    row = screen.lent.row(0)
    assert row is not None
    badges = [badge.words for place in range(5) for badge in screen.lent.badges(0, place)]
    assert badges == ["เลยกำหนดคืน"]
    press("Return")
    assert opened == [letter]
    press("F8")
    registers.until(lambda: not screen.lent.rows())
    assert screen._none_lent.isVisible()
    assert registers.office.loan_queries.out() == ()


def test_words_in_the_place_of_a_number_are_told(registers: Registry) -> None:
    screen, _ = shown(registers)
    press("/")
    write("เลขที่หนึ่ง")
    press("Return")
    assert registers.notices.heard[-1].text == "พิมพ์เฉพาะตัวเลขของทะเบียน"
    assert screen.table.currentIndex().row() == -1


def test_every_control_has_a_name(registers: Registry) -> None:
    came(registers, 1)
    screen, _ = shown(registers)
    assert nameless(screen) == []
