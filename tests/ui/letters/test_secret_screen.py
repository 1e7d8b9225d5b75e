"""Reading ลับมาก at the centre, with a real centre: what is seen, what is refused, and that nothing of it stays."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop.accounts.model import Session
from desktop.application import Office
from desktop.devices.sane import SaneScanner
from desktop.letters.model import Registration, Secrecy
from sync.client.line import Line
from tests.helpers.keyboard import press
from tests.helpers.letters import document
from tests.helpers.printing import Prints
from tests.helpers.proxy import Fault
from tests.helpers.screens import nameless, settle
from tests.helpers.town import Town, TownDesk, centre_beside
from ui.letters.screens import LetterScreens
from ui.letters.secret_screen import SecretScreen
from ui.notices import Notices
from ui.work import Worker

SUBJECT = "รายชื่อสายข่าวในพื้นที่ชายแดน"


@pytest.fixture
def town(centre_database: str, tmp_path: Path) -> Iterator[Town]:
    with centre_beside(centre_database, tmp_path / "centre") as beside:
        built = Town(beside, tmp_path)
        yield built
        built.close()


@dataclass
class Reader:
    """Kanda at a desk, in the letters room."""

    qtbot: QtBot
    town: Town
    desk: TownDesk
    screens: LetterScreens

    def until(self, true: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(true)

    def enter(self) -> SecretScreen:
        """By the key, as a clerk does."""
        self.until(self.screens.inbox.secret_door.isVisible)
        press("Ctrl+L")
        self.until(lambda: self.screens.currentWidget() is self.screens.secrets)
        return self.screens.secrets

    def open_first(self) -> SecretScreen:
        secrets = self.enter()
        self.until(lambda: len(secrets.rows.rows()) == 1 and secrets.table.hasFocus())
        press("Return")
        self.until(lambda: secrets.letter is not None and secrets.letter.pages.canvas.isVisible())
        return secrets


MakeReader = Callable[[TownDesk], Reader]


def said(secrets: SecretScreen) -> str:
    return secrets.nothing._title.words


def shown_words(secrets: SecretScreen) -> str:
    settle()
    return " ".join(one.text() for one in secrets.findChildren(QLabel))


def registered(town: Town) -> bytes:
    """A letter with a page that was made ลับมาก at another desk."""
    counter = town.desk()
    done = counter.letters().register(Registration("กอ.รมน.", "นายก", SUBJECT), [document(1)])
    counter.round.run()
    counter.errand.run()
    counter.letters().classify(done.id, Secrecy.VERY_SECRET, "ลับมาก")
    counter.round.run()
    return done.id


@pytest.fixture
def make_reader(qtbot: QtBot, town: Town, tmp_path: Path) -> Iterator[MakeReader]:
    ends: list[Callable[[], None]] = []

    def make(desk: TownDesk) -> Reader:
        line = Line(desk.desk, desk.proxy.url)
        office = Office(desk.desk, line.ask_centre, line.online)
        profile = office.account_queries.office()
        assert profile is not None
        notices = Notices()
        worker = Worker(desk.desk.writer, lambda error: told(notices, error))
        session = Session(desk.person("kanda"), profile, "C1", ())
        screens = LetterScreens(
            office,
            session,
            worker,
            notices,
            Prints(office, session.person, worker, notices, tmp_path).printing,
            lambda: SaneScanner(("false",)),
            lambda: "th",
        )
        qtbot.addWidget(screens)
        screens.resize(1150, 660)
        screens.show()
        screens.activateWindow()
        screens.setFocus()
        ends.extend((line.stop, worker.close))
        return Reader(qtbot, town, desk, screens)

    yield make
    for end in ends:
        end()


def told(notices: Notices, error: Exception) -> None:
    notices.failed(error)


@pytest.mark.shot
def test_a_letter_is_read_at_the_centre_and_nothing_of_it_stays(town: Town, make_reader: MakeReader) -> None:
    letter = registered(town)
    reader = make_reader(town.secrets_desk())
    secrets = reader.open_first()
    assert secrets.promise.text() == "อ่านจากศูนย์กลาง ไม่เก็บไว้ในเครื่อง"
    assert SUBJECT in shown_words(secrets)
    assert nameless(reader.screens) == []
    looks = "SELECT count(*) FROM secret_view WHERE office_id = :o AND row_id = :r"
    assert town.count(looks, o=town.office_id, r=letter) == 1
    assert not reader.desk.desk.reader.rows("SELECT 1 FROM letter UNION SELECT 1 FROM blob")
    press("Escape")
    reader.until(lambda: secrets.letter is None)
    press("Escape")
    reader.until(lambda: reader.screens.currentWidget() is reader.screens.inbox)
    assert secrets.rows.rows() == ()
    assert SUBJECT not in shown_words(secrets)


def test_what_is_read_is_neither_copied_nor_printed(town: Town, make_reader: MakeReader) -> None:
    registered(town)
    reader = make_reader(town.secrets_desk())
    secrets = reader.enter()
    reader.until(lambda: len(secrets.rows.rows()) == 1 and secrets.table.hasFocus())
    press("Ctrl+C")
    assert QGuiApplication.clipboard().text() == ""
    press("Return")
    reader.until(lambda: secrets.letter is not None)
    assert secrets.letter is not None
    documents = secrets.letter.sections.documents
    assert not any(
        one.isVisibleTo(secrets) for one in (documents.print_button, documents.copy_button, documents.original_button)
    )
    flags = {one.textInteractionFlags() for one in secrets.letter.findChildren(QLabel)}
    assert flags == {Qt.TextInteractionFlag.NoTextInteraction}


def test_reading_ends_when_nobody_touches_it_or_leaves(town: Town, make_reader: MakeReader) -> None:
    registered(town)
    reader = make_reader(town.secrets_desk())
    secrets = reader.open_first()
    secrets.idle.timeout.emit()
    assert said(secrets) == "ปิดเรื่องที่อ่านไว้แล้ว"
    assert SUBJECT not in shown_words(secrets)
    assert secrets.letter is None
    press("F5")
    reader.until(lambda: len(secrets.rows.rows()) == 1)
    QGuiApplication.instance().applicationStateChanged.emit(Qt.ApplicationState.ApplicationInactive)  # type: ignore[union-attr]
    assert secrets.rows.rows() == ()
    press("F5")
    reader.until(lambda: len(secrets.rows.rows()) == 1)
    reader.screens.hide()
    assert secrets.rows.rows() == ()


def test_without_a_line_it_says_so_and_asks_again(town: Town, make_reader: MakeReader) -> None:
    registered(town)
    desk = town.secrets_desk()
    reader = make_reader(desk)
    desk.proxy.set(Fault(refuse=True))
    secrets = reader.enter()
    reader.until(lambda: said(secrets) == "ออฟไลน์ อ่านเรื่องลับมากไม่ได้")
    desk.proxy.heal()
    press("F5")
    reader.until(lambda: len(secrets.rows.rows()) == 1)


def test_an_empty_list_and_a_desk_that_may_not_are_told_apart(town: Town, make_reader: MakeReader) -> None:
    reader = make_reader(town.secrets_desk())
    secrets = reader.enter()
    reader.until(lambda: said(secrets) == "ไม่มีหนังสือลับมาก")
    counter = town.desk("C7")
    reader = make_reader(counter)
    secrets = reader.enter()
    reader.until(lambda: said(secrets) == "เครื่องนี้อ่านเรื่องลับมากไม่ได้")


def test_who_is_not_cleared_has_no_door(town: Town, make_reader: MakeReader) -> None:
    reader = make_reader(town.desk())
    reader.until(lambda: reader.screens.inbox._listing is not None)
    press("Ctrl+L")
    settle()
    assert not reader.screens.inbox.secret_door.isVisible()
    assert reader.screens.currentWidget() is reader.screens.inbox
