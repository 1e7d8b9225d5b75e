"""Somebody is dismissed, or a desk becomes other people's, while they work: they are told and signed out at once."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.cashier.fees import catalogue
from desktop.cashier.model import Charge, Payment
from desktop.letters.rules import INCOMING_SERIES
from desktop.office.clock import SystemClock
from tests.helpers.keyring_bus import KeyringBus
from tests.helpers.screens import type_text
from tests.helpers.town import REGISTRY, Town, centre_beside
from tests.ui.test_first_day import begin, enter, finish, shown, visible
from ui.enrolment import EnrolmentPage
from ui.program import Program
from ui.shell.main_window import MainWindow
from ui.shell.sign_in import SignInWindow


@pytest.fixture
def town(centre_database: str, tmp_path: Path) -> Iterator[Town]:
    with centre_beside(centre_database, tmp_path / "centre", SystemClock()) as beside:
        yield Town(beside, tmp_path, passwords=True)


@pytest.fixture
def program(qtbot: QtBot, keyring_bus: KeyringBus, town: Town, tmp_path: Path) -> Iterator[Program]:
    """Piyada works at a desk whose post is green."""
    running = begin(tmp_path / "desk", town.url)
    page = shown(qtbot, EnrolmentPage)
    type_text(page.code, town.code("C1", (INCOMING_SERIES,), REGISTRY))
    QTest.keyClick(page.code, Qt.Key.Key_Return)
    window = enter(qtbot, "piyada")
    qtbot.waitUntil(lambda: window.strip.state.kind == "green")
    yield running
    finish(running)


def told(program: Program) -> list[str]:
    return [notice.text for notice in program.notices.heard]


def dismissed(town: Town) -> None:
    town.scopes.dismiss(town.office_id, "piyada")


def other_peoples(town: Town) -> None:
    town.scopes.set_standing(town.office_id, town.scopes.standings(town.office_id)[0].name, people=("kanda",))


@pytest.mark.parametrize(("decide", "words"), [(dismissed, "ถูกยกเลิกสิทธิ์"), (other_peoples, "ไม่ได้ให้ท่านใช้แล้ว")])
def test_who_may_not_be_here_any_more_is_told_and_signed_out_and_their_work_is_kept(
    qtbot: QtBot, program: Program, town: Town, decide: Callable[[Town], None], words: str
) -> None:
    assert program.opened is not None
    office = program.opened.office
    office.cashier(office.account_queries.person("piyada")).issue(Payment("นายบุญมี", (Charge(catalogue()[0], 1),)))
    decide(town)
    page = shown(qtbot, SignInWindow)
    qtbot.waitUntil(lambda: any(words in text for text in told(program)))
    assert visible(MainWindow) == []
    assert "piyada" not in page._people._buttons
    kept = "SELECT count(*) FROM receipt WHERE office_id = :o"
    qtbot.waitUntil(lambda: town.count(kept, o=town.office_id) == 1)


def test_who_moves_to_another_unit_is_told_and_may_finish_first(qtbot: QtBot, program: Program, town: Town) -> None:
    town.scopes.move_person(town.office_id, "piyada", "ENG")
    qtbot.waitUntil(lambda: any("หน่วยงานหรือหน้าที่" in text for text in told(program)))
    assert visible(SignInWindow) == []
    assert len(visible(MainWindow)) == 1
