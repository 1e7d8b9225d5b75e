"""`kill -9` in the midst of typing: what was said to be kept is there, and the clerk goes on where they were."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pytestqt.qtbot import QtBot

from desktop.application import Office
from desktop.catalogue import catalogue
from desktop.devices.sane import SaneScanner
from desktop.letters.model import Registration
from desktop.office.clock import ManualClock
from desktop.store.desk import Desk
from desktop.store.erasure import forget_letters
from desktop.store.keys import DeskKeys
from desktop.store.unit_of_work import UnitOfWork
from tests.helpers.desk import MORNING, make_desk, make_office, person, session
from tests.helpers.house import ROOT
from tests.helpers.letters import register
from tests.helpers.sheets import csv_file, many
from ui.cases.new_screen import NewCase
from ui.cases.presenter import CasesPresenter
from ui.imports.register_page import RegisterPage
from ui.imports.register_presenter import FORM as OLD_REGISTER
from ui.imports.register_presenter import RegisterPresenter
from ui.letters.letter_desk import LetterDesk
from ui.letters.letter_presenter import LetterPresenter
from ui.letters.letter_work import LetterWork
from ui.letters.registration import RegistrationScreen
from ui.letters.registration_presenter import FORM as REGISTRATION
from ui.letters.registration_presenter import RegistrationPresenter
from ui.notices import Notices
from ui.work import Worker

KEY = bytes(range(32))
_TIMES = 3


@contextmanager
def opened(folder: Path) -> Iterator[tuple[Office, Worker]]:
    """The desk after the kill."""
    desk = Desk(folder, DeskKeys(KEY), ManualClock(MORNING), catalogue)
    worker, office = Worker(desk.writer, _fail), make_office(desk)
    try:
        yield office, worker
    finally:
        office.end_reading()
        worker.close()
        desk.close()


def _fail(error: Exception) -> None:
    raise error


def type_and_kill(folder: Path, form: str, about: str = "") -> list[str]:
    """What the clerk was told to be kept, the last of it at the moment of the kill."""
    command = [sys.executable, "-m", "tests.ui.typing.child", form, str(folder), KEY.hex(), about]
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    with subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        told = [line.strip() for line, _ in zip(child.stdout, range(_TIMES), strict=False)]
        os.kill(child.pid, signal.SIGKILL)
    assert len(told) == _TIMES
    return told


def test_a_registration_goes_on_where_it_was_and_is_forgotten_once_registered(qtbot: QtBot, tmp_path: Path) -> None:
    make_desk(tmp_path, keys=DeskKeys(KEY)).close()
    told = type_and_kill(tmp_path, "registration")
    with opened(tmp_path) as (office, worker):
        screen = RegistrationScreen(RegistrationPresenter(office, session(office)), worker, Notices(), SaneScanner)
        qtbot.addWidget(screen)
        with qtbot.waitSignal(screen.typing.back):
            screen.show()
        assert screen.form.subject.value.startswith(told[-1])
        assert len(told[-1]) > len(told[0]) > 0
        screen.form.from_party.setText("จังหวัดเชียงใหม่")
        with qtbot.waitSignal(screen.registered):
            screen.register()
            screen.typing.saver.due.emit()  # a pause in typing ends while the letter gets its number
        office.desk.writer.run(lambda: None)
        assert office.journal(person(office)).kept(REGISTRATION, Registration) is None


def test_a_case_that_was_being_typed_stands_in_its_form_again(qtbot: QtBot, tmp_path: Path) -> None:
    make_desk(tmp_path, keys=DeskKeys(KEY)).close()
    told = type_and_kill(tmp_path, "new_case")
    with opened(tmp_path) as (office, worker):
        screen = NewCase(CasesPresenter(office, person(office)), worker, Notices(), lambda: "th")
        qtbot.addWidget(screen)
        with qtbot.waitSignal(screen.back):
            screen.show()
        assert screen.form.typed().text.startswith(told[-1])
        assert len(told[-1]) > len(told[0]) > 0


def test_words_under_a_letter_stand_there_again_until_they_are_signed(qtbot: QtBot, tmp_path: Path) -> None:
    desk = make_desk(tmp_path, keys=DeskKeys(KEY))
    letter_id = register(make_office(desk), 0, with_pages=False).id
    desk.close()
    told = type_and_kill(tmp_path, "endorsement", letter_id.hex())
    with opened(tmp_path) as (office, worker):
        letters = LetterDesk(LetterPresenter(office, session(office)), worker, Notices())
        work = LetterWork(letters, lambda: "th")
        letters.setParent(work)
        work.endorse_box.endorse.connect(letters.endorse)
        qtbot.addWidget(work)
        qtbot.waitUntil(lambda: bool(letters.unsigned.text(letter_id)))
        work.show()
        letters.open(letter_id)
        work.endorse()
        qtbot.waitUntil(lambda: work.endorse_box.text.value.startswith(told[-1]))
        with qtbot.waitSignal(letters.unsigned.kept):
            work.endorse_box.save()
        assert office.journal(person(office)).notes_under_letters() == {}


def test_the_reading_of_an_old_register_goes_on_with_all_that_was_put_right(qtbot: QtBot, tmp_path: Path) -> None:
    make_desk(tmp_path / "desk", keys=DeskKeys(KEY)).close()
    sheet = csv_file(tmp_path / "รับ.csv", "utf-8", list(many(5)))
    told = type_and_kill(tmp_path / "desk", "old_register", str(sheet))
    with opened(tmp_path / "desk") as (office, worker):
        presenter = RegisterPresenter(office, person(office))
        page = RegisterPage(presenter, worker, Notices())
        qtbot.addWidget(page)
        page.show()
        qtbot.waitUntil(lambda: presenter.plan is not None)
        assert presenter.plan
        assert len(presenter.plan.put_right) >= int(told[-1]) > int(told[0]) > 0
        presenter.keep(None)
        assert office.journal(person(office)).kept(OLD_REGISTER, object) is None


def test_what_is_typed_belongs_to_its_person_and_leaves_with_its_letter(tmp_path: Path) -> None:
    desk = make_desk(tmp_path)
    office = make_office(desk)
    mine, theirs = (office.journal(person(office, login)) for login in ("kanda", "wichai"))
    first, second = (register(office, place, with_pages=False).id for place in range(2))
    mine.keep_note_under(first, "เห็นควรอนุมัติ")
    mine.keep_note_under(second, "ทราบ")
    theirs.keep_note_under(first, "ไม่เห็นควร")
    assert mine.notes_under_letters() == {first: "เห็นควรอนุมัติ", second: "ทราบ"}
    desk.write(lambda unit: forget_letters(unit.connection, [("letter", first), ("letter", second)]))
    assert mine.notes_under_letters() == {first: "เห็นควรอนุมัติ", second: "ทราบ"}

    def leave(unit: UnitOfWork) -> None:
        unit.connection.exec_driver_sql("DELETE FROM letter WHERE id = ?", (first,))
        forget_letters(unit.connection, [("letter", first), ("letter", second)])

    desk.write(leave)
    assert mine.notes_under_letters() == {second: "ทราบ"}
    assert theirs.notes_under_letters() == {}
    mine.keep("form", {"an": "older program"})
    assert mine.kept("form", Registration) is None
    desk.close()
