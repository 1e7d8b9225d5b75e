"""A clerk who never stops typing into one form: says on its output what is kept, until it is killed."""

import os
import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget

from desktop.application import Office
from desktop.catalogue import catalogue
from desktop.devices.sane import SaneScanner
from desktop.interchange.model import Column, Problem
from desktop.office.clock import SystemClock
from desktop.store.desk import Desk
from desktop.store.keys import DeskKeys
from tests.helpers.desk import make_office, person, session
from tests.helpers.screens import type_text
from ui.cases.new_screen import NewCase
from ui.cases.presenter import CasesPresenter
from ui.imports.register_page import RegisterPage
from ui.imports.register_presenter import RegisterPresenter
from ui.letters.letter_desk import LetterDesk
from ui.letters.letter_presenter import LetterPresenter
from ui.letters.letter_work import LetterWork
from ui.letters.registration import RegistrationScreen
from ui.letters.registration_presenter import RegistrationPresenter
from ui.notices import Notices
from ui.work import Worker

EVERY_MS = 30
Typist = Callable[[], None]


def registration(office: Office, worker: Worker, _: str) -> tuple[QWidget, Typist]:
    screen = RegistrationScreen(RegistrationPresenter(office, session(office)), worker, Notices(), SaneScanner)
    asked: list[str] = []
    screen.typing.saver.due.connect(lambda: asked.append(screen.form.subject.value))
    screen.typing.kept.connect(lambda: print(asked.pop(0), flush=True))
    return screen, lambda: type_text(screen.form.subject, "ก")


def endorsement(office: Office, worker: Worker, letter: str) -> tuple[QWidget, Typist]:
    desk = LetterDesk(LetterPresenter(office, session(office)), worker, Notices())
    work = LetterWork(desk, lambda: "th")
    desk.setParent(work)
    desk.shown.connect(lambda: work.endorse())
    desk.open(bytes.fromhex(letter))
    text = work.endorse_box.text
    asked: list[str] = []
    desk.unsigned.saver.due.connect(lambda: asked.append(text.value))
    desk.unsigned.kept.connect(lambda: print(asked.pop(0), flush=True))
    return work, lambda: type_text(text, "ก") if work.is_writing else None


def old_register(office: Office, worker: Worker, sheet: str) -> tuple[QWidget, Typist]:
    """Line after line is put right."""
    presenter = RegisterPresenter(office, person(office))
    page = RegisterPage(presenter, worker, Notices())
    page.look_at(Path(sheet))
    asked: list[int] = []
    page.saver.due.connect(lambda: asked.append(_lines(presenter)))
    page.kept.connect(lambda: print(asked.pop(0), flush=True))

    def put_right() -> None:
        if presenter.plan is not None:
            page._put_right(Problem(_lines(presenter) + 2, Column.SUBJECT, "subject_missing", ""), "เรื่องที่ถูก")

    return page, put_right


def _lines(presenter: RegisterPresenter) -> int:
    return len(presenter.plan.put_right) if presenter.plan else 0


def new_case(office: Office, worker: Worker, _: str) -> tuple[QWidget, Typist]:
    screen = NewCase(CasesPresenter(office, person(office)), worker, Notices(), lambda: "th")
    text = screen.form.text.editor
    asked: list[str] = []
    screen.saver.due.connect(lambda: asked.append(screen.form.typed().text))
    screen.kept.connect(lambda: print(asked.pop(0), flush=True))
    return screen, lambda: type_text(text, "ก")


FORMS = {"new_case": new_case, "registration": registration, "endorsement": endorsement, "old_register": old_register}


def main(form: str, folder: str, key: str, about: str) -> None:
    app = QApplication([])
    desk = Desk(Path(folder), DeskKeys(bytes.fromhex(key)), SystemClock(), catalogue)
    worker = Worker(desk.writer, lambda error: os.abort())
    widget, typist = FORMS[form](make_office(desk), worker, about)
    widget.show()
    typing = QTimer(widget, interval=EVERY_MS)
    typing.timeout.connect(typist)
    typing.start()
    app.exec()


if __name__ == "__main__":
    main(*sys.argv[1:])
