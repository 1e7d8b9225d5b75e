"""One desk of the tour: the real program in a process of its own, worked by keys that come as JSON lines on stdin.

Each line is `{"do": verb, ...}`; each answer is one JSON line on stdout, `{"ok": true, ...}` or `{"error": ...}`.
There is no verb for a mouse.
"""

import json
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QTextEdit,
    QWidget,
)

import main
from desktop.application import Office
from desktop.office.key_code import make_code
from desktop.paper.intake_stamp import stamp_pdf
from desktop.queue.settings import Own
from tests.acceptance.keys import PATIENCE, pump
from tests.helpers.answers import watched
from tests.helpers.file_dialogs import naming
from ui.letters.letter_presenter import LetterPresenter
from ui.program import Program


class Commands(QObject):
    """Reads stdin on a thread of its own and hands each line to the GUI thread."""

    came = Signal(dict)

    def start(self) -> None:
        threading.Thread(target=self._read, daemon=True, name="commands").start()

    def _read(self) -> None:
        for line in sys.stdin:
            self.came.emit(json.loads(line))
        self.came.emit({"do": "quit"})


class Driver(QObject):
    def __init__(self, program: Program) -> None:
        super().__init__()
        self._program = program
        QApplication.setDoubleClickInterval(0)  # keys come faster than a person's
        self._commands = Commands()
        self._commands.came.connect(self.obey)
        self._verbs: dict[str, Callable[..., Any]] = {
            "press": self.press,
            "type": self.type,
            "focus": self.focus,
            "sees": self.sees,
            "until": self.until,
            "shot": self.shot,
            "size": self.size,
            "look": self.look,
            "facts": self.facts,
            "until_fact": self.until_fact,
            "blob": self.blob,
            "stamped": self.stamped,
            "receipt": self.receipt,
            "settle": self.settle,
            "paste_file": self.paste_file,
            "press_and_name": self.press_and_name,
            "keep_queue": self.keep_queue,
            "quit": self.quit,
        }

    def start(self) -> None:
        self._commands.start()

    def obey(self, command: dict[str, Any]) -> None:
        verb = command.pop("do")
        try:
            answer = {"ok": True, "value": self._verbs[verb](**command)}
        except Exception as error:
            answer = {"error": f"{verb} {command}: {type(error).__name__}: {error}"}
        print(json.dumps(answer, ensure_ascii=False), flush=True)

    @property
    def window(self) -> QWidget:
        shown = [w for w in QApplication.topLevelWidgets() if w.isVisible() and w.isWindow()]
        modal = QApplication.activeModalWidget()
        return modal or QApplication.activeWindow() or max(shown, key=lambda w: w.width() * w.height())

    def _hold_focus(self) -> None:
        """A virtual screen has no window manager: the window is given the keyboard by hand."""
        window = self.window
        if QGuiApplication.platformName() == "xcb" and not window.isActiveWindow():
            subprocess.run(["xdotool", "windowfocus", str(int(window.winId()))], check=True)
            pump(window.isActiveWindow)

    def press(self, *, keys: str) -> None:
        """Presses key sequences, separated by blanks, on whatever has the keyboard."""
        for name in keys.split():
            self._hold_focus()
            combination = QKeySequence(name)[0]  # type: ignore[index]
            target = QApplication.focusWidget() or self.window
            QTest.keyClick(target, combination.key(), combination.keyboardModifiers())

    def type(self, *, text: str) -> None:
        """Types any text, Thai too, letter by letter."""
        self._hold_focus()
        for letter in text:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                target = QApplication.focusWidget() or self.window
                QApplication.sendEvent(
                    target, QKeyEvent(kind, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, letter)
                )

    def focus(self, *, name: str, clear: bool = False) -> None:
        """Brings the keyboard to the control with that accessible name or object name, as its shortcut or Tab would."""
        pump(lambda: self._named(name) is not None)
        widget = self._named(name)
        assert widget is not None
        self._hold_focus()
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        if clear and isinstance(widget, QLineEdit | QPlainTextEdit | QTextEdit):
            widget.selectAll()

    def _named(self, name: str) -> QWidget | None:
        for widget in self.window.findChildren(QWidget):
            if name in (widget.accessibleName(), widget.objectName()) and widget.isVisible() and widget.isEnabled():
                return widget
        return None

    def sees(self) -> str:
        """All words on the window."""
        words = []
        for widget in [self.window, *self.window.findChildren(QWidget)]:
            if not widget.isVisible():
                continue
            if isinstance(widget, QLabel | QAbstractButton | QLineEdit):
                words.append(widget.text())
            if isinstance(widget, QTabBar):
                words += [widget.tabText(tab) for tab in range(widget.count())]
            words.append(widget.accessibleName())
        return "\n".join(word.replace("\u200b", "") for word in words if word)

    def until(self, *, text: str, seconds: float = PATIENCE) -> None:
        """Waits until the words stand on the window."""
        pump(lambda: text in self.sees(), seconds, lambda: f"{text!r} never came; there stands:\n{self.sees()[:1500]}")

    def shot(self, *, path: str, of: str = "") -> str:
        """A picture of the window as it is; `of`: the kind of another window of the program."""
        QApplication.processEvents()
        others = (one for one in QApplication.topLevelWidgets() if one.isVisible() and type(one).__name__ == of)
        image = next(others, self.window).grab()
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        if not image.save(path):
            raise OSError(f"could not write {path}")
        return path

    def size(self, *, width: int, height: int) -> None:
        self.window.resize(width, height)
        QApplication.processEvents()

    def look(self, *, theme: str | None = None, language: str | None = None) -> None:
        if theme:
            self._program.theme.wear(theme)  # type: ignore[arg-type]
        if language:
            self._program.language.speak(language)  # type: ignore[arg-type]
        QApplication.processEvents()

    def paste_file(self, *, path: str) -> None:
        """Puts a file on the clipboard and pastes it, as from a file manager."""
        from PySide6.QtCore import QMimeData, QUrl

        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(path)])
        QGuiApplication.clipboard().setMimeData(data)
        self.press(keys="Ctrl+V")

    @property
    def office(self) -> Office:
        opened = self._program.opened
        assert opened is not None
        return opened.office

    def facts(self, *, sql: str) -> list[list[Any]]:
        """What stands in the desk's store (read only)."""
        rows = self.office.desk.reader.rows(sql)
        return [[value.hex() if isinstance(value, bytes) else value for value in row] for row in rows]

    def until_fact(self, *, sql: str, more_than: int) -> None:
        """Waits until the one number that the question gives has grown."""
        pump(lambda: self.facts(sql=sql)[0][0] > more_than, why=lambda: f"{sql} never passed {more_than}")

    def blob(self, *, sha256: str) -> str:
        return self.office.desk.blobs.get(sha256).hex()

    def stamped(self, *, letter: str) -> str:
        """The derived copy with the intake stamp, as the letter's page gives it."""
        day = self._program.day
        assert day is not None
        assert day.house is not None
        presenter = LetterPresenter(self.office, day.house.session)
        found = presenter.load(bytes.fromhex(letter)).letter
        assert found is not None
        stamp, place = presenter.stamp_of(found), found.stamp
        assert stamp is not None
        assert place is not None
        return stamp_pdf(
            presenter.stored(found.files[0]).opened().read(), stamp, place.page, place.x_mm, place.y_mm
        ).hex()

    def receipt(self, *, receipt: str) -> str:
        """The receipt's paper, as it went to the printer."""
        found = self.office.cashier_queries.receipt(bytes.fromhex(receipt))
        assert found is not None
        return self.office.receipt_pdf(found).hex()

    def press_and_name(self, *, keys: str, path: str) -> None:
        """Presses keys that open the program's dialog for files, and types the path in it."""
        with naming(Path(path)):
            self.press(keys=keys)

    def keep_queue(self) -> None:
        """Makes this desk the queue's main computer and its second counter, at a port that nobody else has."""
        self.office.queue.settle(Own("keeper", code=make_code(), place="2", port=0))

    def settle(self) -> None:
        """Lets pictures of pages and lists arrive."""
        end = time.monotonic() + 0.4
        pump(lambda: time.monotonic() > end)

    def quit(self) -> None:
        self._program.app.quit()


def drive() -> int:
    options = main.options()
    program = Program(main.line, options.data, centre=options.centre, language=options.language, theme=options.theme)
    driver = Driver(program)
    with watched():
        driver.start()
        return program.run()


if __name__ == "__main__":
    sys.exit(drive())
