"""The windows that are raced: ours, and a bare QMainWindow; each in a process of its own.

`python -m tests.bench.windows bare|sign-in|inbox FOLDER` prints `painted <seconds since the start> <RSS in MB>`.
"""

import sys
import time
from pathlib import Path
from typing import Any

LARGE = 100_000
LOGIN = "kanda"


def since_start() -> float:
    """Seconds since the kernel made this process: the interpreter's own start counts too."""
    fields = Path("/proc/self/stat").read_text("ascii").rpartition(")")[2].split()
    began = int(fields[19]) / 100
    return time.clock_gettime(time.CLOCK_BOOTTIME) - began


def memory_mb() -> float:
    lines = Path("/proc/self/status").read_text("ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS")) / 1024


def tell_and_end(app: Any, *, settle_ms: int) -> None:
    """Says when the picture stood; the memory is read when things have settled."""
    from PySide6.QtCore import QTimer

    moment = since_start()

    def end() -> None:
        print(f"painted {moment:.4f} {memory_mb():.1f}", flush=True)
        app.quit()

    QTimer.singleShot(settle_ms, end)


def bare() -> None:
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QApplication, QMainWindow

    app = QApplication([])

    class Window(QMainWindow):
        def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
            super().paintEvent(event)
            if not getattr(self, "told", False):
                self.told = True
                tell_and_end(app, settle_ms=0)

    window = Window()
    window.resize(1366, 768)
    window.show()
    app.exec()


def sign_in() -> None:
    """Our first window, as main.py shows it."""
    from ui.program import Program

    program = Program(no_line, Path(sys.argv[2]) / "nobody")
    program.entrance.painted.connect(lambda: tell_and_end(program.app, settle_ms=0))
    program.entrance.show()
    program.app.exec()


def inbox() -> None:
    """The main window with the inbox of a desk that is open and somebody signed in, up to the first painted letters."""
    from PySide6.QtCore import QEvent, QObject
    from PySide6.QtWidgets import QApplication

    from desktop.application import Office
    from desktop.opening import open_desk
    from desktop.store.keys import DeskKeys
    from tests.bench.stores import secret_of
    from tests.helpers.desk import session
    from ui.heard_changes import HeardChanges
    from ui.house import House
    from ui.kit.language import Language
    from ui.kit.theme import Theme, apply
    from ui.notices import Notices
    from ui.rooms import ask_above, rooms_of
    from ui.settings import SettingsFile
    from ui.shell.header import Desk as DeskSign
    from ui.shell.main_window import MainWindow
    from ui.work import Worker

    folder = Path(sys.argv[2])
    app = QApplication([])
    theme = Theme(app)
    apply(app, "light")
    language = Language(app, "th")
    notices = Notices(lambda: language.code)
    desk = open_desk(folder, DeskKeys(secret_of(folder)))
    office = Office(desk, no_centre)
    signed = session(office, LOGIN)

    def failed(error: Exception) -> None:
        notices.failed(error)

    worker, heard = Worker(desk.writer, failed), HeardChanges(desk.changes)
    house = House(office, signed, worker, notices, heard, language, SettingsFile(folder))
    sign = DeskSign(signed.office.name_th, signed.person.name_th, signed.person.unit.name_th)
    window = MainWindow(sign, rooms_of(house), notices, theme, language)
    ask_above(house, window)

    class Watch(QObject):
        """Waits for the first painting of the table with rows in it."""

        def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
            if event.type() == QEvent.Type.Paint and table.model().rowCount():
                table.viewport().removeEventFilter(self)
                tell_and_end(app, settle_ms=1500)
            return False

    window.start("inbox")
    table = window.presenter.current.widget.inbox.table  # type: ignore[union-attr]
    watch = Watch()
    table.viewport().installEventFilter(watch)
    window.resize(1366, 768)
    window.show()
    app.exec()
    worker.close()
    heard.stop()
    desk.close()


def no_line(desk: object, url: str) -> Any:
    raise AssertionError("no post in a race")


def no_centre(login: str, password: str) -> bytes:
    raise AssertionError("nobody signs in during a race")


if __name__ == "__main__":
    {"bare": bare, "sign-in": sign_in, "inbox": inbox}[sys.argv[1]]()
