"""A clerk who never stops typing: says on its output what is kept, until it is killed."""

import os
import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from desktop.catalogue import catalogue
from desktop.office.clock import SystemClock
from desktop.store.desk import Desk
from desktop.store.keys import DeskKeys
from tests.helpers.desk import make_office, session
from tests.helpers.screens import type_text
from ui.letters import words as letter_words
from ui.notices import Notices
from ui.outgoing.editor import Editor
from ui.outgoing.editor_presenter import EditorPresenter
from ui.outgoing.papers import Papers
from ui.outgoing.says import Says
from ui.settings import SettingsFile
from ui.sheets.printing import SheetPrinting
from ui.work import Worker

EVERY_MS = 30


def main(folder: str, key: str, draft: str) -> None:
    app = QApplication([])
    desk = Desk(Path(folder), DeskKeys(bytes.fromhex(key)), SystemClock(), catalogue)
    office = make_office(desk)
    notices = Notices()
    worker = Worker(desk.writer, lambda error: os.abort())
    says = Says(letter_words.moment, letter_words.urgency, letter_words.secrecy)
    settings = SettingsFile(Path(folder))
    presenter = EditorPresenter(office, session(office), settings)
    papers = Papers(notices, SheetPrinting(office, session(office).person, lambda: os.abort(), worker, settings))
    editor = Editor(presenter, worker, notices, papers, says)
    asked: list[str] = []
    editor.saver.due.connect(lambda: asked.append(editor.form.subject.value))
    editor.kept.connect(lambda: print(asked.pop(0), flush=True))
    editor.show()
    editor.open(bytes.fromhex(draft))
    typing = QTimer(editor, interval=EVERY_MS)
    typing.timeout.connect(lambda: type_text(editor.form.subject, "ก") if presenter.draft else None)
    typing.start()
    app.exec()


if __name__ == "__main__":
    main(*sys.argv[1:])
