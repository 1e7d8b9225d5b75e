"""From the first window to an office that is open and known to its centre; every obstacle is said, nothing is lost."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from desktop.office.errors import OfficeError
from ui import opening
from ui.entrance import EntranceWindow, TroublePage, WaitingPage
from ui.line import MakeLine
from ui.notices import Notices
from ui.opening import Opened

if TYPE_CHECKING:
    from concurrent.futures import ThreadPoolExecutor

    from desktop.application import Desk
    from ui.enrolment import EnrolmentPage
    from ui.heard_changes import HeardChanges
    from ui.shell.passphrase import PassphraseDialog
    from ui.work import Worker

T = TypeVar("T")
_NO_RETRY = frozenset({"store.newer", "store.damaged"})
"""What no second try mends."""


class WayIn(QObject):
    """`opened` brings an `Opened` that has its people; `enrolled` the centre's address that let this desk in."""

    opened = Signal(object)
    enrolled = Signal(str)

    def __init__(
        self,
        entrance: EntranceWindow,
        folder: Path,
        make_line: MakeLine,
        centre: str | None,
        notices: Notices,
        language: Callable[[], str],
    ) -> None:
        super().__init__(entrance)
        self._entrance, self._folder, self._make_line = entrance, folder, make_line
        self._centre, self._notices, self._language = centre, notices, language
        self._desk: Desk | None = None
        self._found: Opened | None = None
        self._heard: HeardChanges | None = None
        self._dialog: PassphraseDialog | None = None
        self._worker: Worker | None = None
        self._lane: ThreadPoolExecutor | None = None
        self._wait_for_store()

    def start(self, passphrase: str | None = None) -> None:
        """Opens the store in the background."""
        if passphrase is None:
            self._wait_for_store()
        if self._desk is not None:
            return self._desk_open(self._desk)
        folder = self._folder
        failed = self._in_the_way if passphrase is None else self._wrong_passphrase
        self._do(lambda: opening.open_desk(folder, passphrase), self._desk_open, failed)

    def end(self) -> None:
        """Ends the background work and closes the desk."""
        if self._heard is not None:
            self._heard.stop()
        if self._found is not None and self._found.line is not None:
            self._found.line.stop()
        if self._worker is not None and self._lane is not None:
            self._worker.close()
            self._lane.shutdown(wait=True)
        if self._desk is not None:
            self._desk.close()
            self._desk = None

    def _do(self, act: Callable[[], T], done: Callable[[T], None], failed: Callable[[Exception], None]) -> None:
        if self._worker is None:
            from concurrent.futures import ThreadPoolExecutor

            from ui.work import Worker

            self._lane = ThreadPoolExecutor(1, "open")
            self._worker = Worker(self._lane, self._in_the_way, self)
        self._worker.run(act, owner=self, on_done=done, on_failed=failed, lane="write")

    def _wait_for_store(self) -> None:
        self._wait(lambda: self.tr("กำลังเปิดข้อมูลของเครื่องนี้"), lambda: self.tr("ข้อมูลในเครื่องเข้ารหัสไว้ทั้งหมด"))

    def _wait(self, title: Callable[[], str], words: Callable[[], str]) -> None:
        self._entrance.show_page(WaitingPage(title, words))

    def _in_the_way(self, error: Exception) -> None:
        code = getattr(error, "code", "")
        if code in opening.ASKS_PASSPHRASE:
            return self._ask_passphrase()
        page = TroublePage(self._told(error), self._way_on(code), code)
        page.acted.connect(self._entrance.close if code in _NO_RETRY else self.start)
        self._entrance.show_page(page)

    def _told(self, error: Exception) -> Callable[[], tuple[str, str]]:
        """Words for an obstacle, asked for again when the language changes; a fault of ours is logged once."""
        if isinstance(error, OfficeError):
            return lambda: error.describe(self._language())
        notice = self._notices.failed(error)
        return lambda: (notice.text, notice.advice)

    def _way_on(self, code: str) -> Callable[[], str]:
        return lambda: self.tr("ปิดโปรแกรม") if code in _NO_RETRY else self.tr("ลองใหม่")

    def _ask_passphrase(self) -> None:
        from ui.shell.passphrase import PassphraseDialog

        self._dialog = PassphraseDialog(new=opening.is_new(self._folder), parent=self._entrance)
        self._dialog.given.connect(self.start)
        self._dialog.rejected.connect(self._entrance.close)
        self._dialog.open()

    def _wrong_passphrase(self, error: Exception) -> None:
        code = getattr(error, "code", "")
        if self._dialog is not None and code in {"store.wrong_key", "keys.passphrase_short"}:
            self._dialog.show_failure(*self._told(error)())
            return
        self._close_dialog()
        self._in_the_way(error)

    def _close_dialog(self) -> None:
        if self._dialog is not None:
            self._dialog.rejected.disconnect(self._entrance.close)
            self._dialog.accept()
            self._dialog.deleteLater()
            self._dialog = None
            self._entrance.activateWindow()

    def _desk_open(self, desk: "Desk") -> None:
        self._close_dialog()
        self._desk = desk
        self._do(lambda: opening.connect(desk, self._make_line, self._centre), self._connected, self._in_the_way)

    def _connected(self, found: Opened) -> None:
        self._found = found
        if found.line is None:
            self._ask_code(found.office.desk)
        else:
            self._await_office(found)

    def _ask_code(self, desk: "Desk") -> None:
        from ui.enrolment import EnrolmentPage

        page = EnrolmentPage(self._centre or "")
        page.asked.connect(lambda address, code, name: self._enrol(page, desk, address, code, name))
        self._entrance.show_page(page)

    def _enrol(self, page: "EnrolmentPage", desk: "Desk", address: str, code: str, name: str) -> None:
        def refused(error: Exception) -> None:
            page.show_failure(*self._told(error)())

        def let_in(found: Opened) -> None:
            self._found, self._centre = found, address
            self.enrolled.emit(address)
            self._await_office(found)

        self._do(lambda: opening.enrol(desk, self._make_line, address, code, name), let_in, refused)

    def _await_office(self, found: Opened) -> None:
        """Goes on as soon as the centre has told who works here; that comes with the first post."""
        if found.office_name is not None:
            self.opened.emit(found)
            return
        from ui.heard_changes import HeardChanges

        self._wait(
            lambda: self.tr("กำลังรับข้อมูลของสำนักงาน"),
            lambda: self.tr("รับครั้งแรกครั้งเดียว ถ้ายังต่อส่วนกลางไม่ได้ โปรแกรมจะลองใหม่เอง"),
        )
        self._heard = HeardChanges(found.office.desk.changes, self)
        self._heard.heard.connect(lambda _: self._look_for_office(found))
        assert found.line is not None
        found.line.start()
        self._look_for_office(found)

    def _look_for_office(self, found: Opened) -> None:
        if self._heard is not None and found.office_name is not None:
            self._heard.stop()
            self._heard = None
            self.opened.emit(found)
