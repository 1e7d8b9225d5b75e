"""From the first window to an office that is open and known to its centre; every obstacle is said, nothing is lost."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from desktop.office.dates import BANGKOK, english_date, thai_date, thai_time
from desktop.office.errors import OfficeError
from ui import opening
from ui.entrance import EntranceWindow, TroublePage, WaitingPage
from ui.line import MakeLine
from ui.notices import Notices
from ui.opening import Opened

if TYPE_CHECKING:
    from concurrent.futures import ThreadPoolExecutor

    from desktop.application import Desk, Nightly
    from desktop.office.clock import Clock
    from ui.enrolment import EnrolmentPage
    from ui.office_arrival import OfficeArrival
    from ui.passphrase_prompt import PassphrasePrompt
    from ui.recovery import RecoveryPage
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
        code: str,
        notices: Notices,
        language: Callable[[], str],
        clock: "Clock | None" = None,
    ) -> None:
        super().__init__(entrance)
        self._entrance, self._folder, self._make_line = entrance, folder, make_line
        self._centre, self._code = centre, code
        self._notices, self._language = notices, language
        self._clock = clock
        self._desk: Desk | None = None
        self._found: Opened | None = None
        self._arrival: OfficeArrival | None = None
        self._prompt: PassphrasePrompt | None = None
        self._nightly: Nightly | None = None
        self._passphrase: str | None = None
        self._worker: Worker | None = None
        self._lane: ThreadPoolExecutor | None = None
        self._wait_for_store()

    def start(self, passphrase: str | None = None) -> None:
        """Opens the store in the background."""
        if passphrase is None:
            self._wait_for_store()
        if self._desk is not None:
            return self._desk_open(self._desk)
        folder, clock, self._passphrase = self._folder, self._clock, passphrase
        self._do(lambda: opening.open_desk(folder, passphrase, clock), self._desk_open, self._in_the_way)

    def end(self) -> None:
        """Ends the background work and closes the desk."""
        if self._arrival is not None:
            self._arrival.stop()
        if self._nightly is not None:
            self._nightly.stop()
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
        code, words = getattr(error, "code", ""), _told(error, self._notices, self._language)
        if code in opening.ASKS_PASSPHRASE:
            return self._ask_passphrase()
        if self._prompt is not None and self._prompt.refused(code, words):
            return
        self._close_prompt()
        if code in opening.MAY_BE_PUT_BACK:
            return self._look_for_copy(words, code)
        self._show_trouble(words, code)

    def _show_trouble(self, words: Callable[[], tuple[str, str]], code: str) -> None:
        final = code in _NO_RETRY
        page = TroublePage(words, lambda: self.tr("ปิดโปรแกรม") if final else self.tr("ลองใหม่"), code)
        page.acted.connect(self._entrance.close if final else self.start)
        self._entrance.show_page(page)

    def _look_for_copy(self, words: Callable[[], tuple[str, str]], code: str) -> None:
        """A damaged store: the newest copy that opens is offered, if there is one."""
        folder, passphrase = self._folder, self._passphrase

        def offer() -> tuple[str, str]:
            return OfficeError("backup.offered", when=_moment(made[0], self._language())).describe(self._language())

        def looked(made_at: datetime | None) -> None:
            if made_at is None:
                return self._show_trouble(words, code)
            made.append(made_at)
            page = TroublePage(offer, lambda: self.tr("ใช้สำเนาสำรอง"), code)
            page.acted.connect(self._put_back)
            self._entrance.show_page(page)

        made: list[datetime] = []
        self._do(lambda: opening.newest_copy(folder, passphrase), looked, lambda error: self._show_trouble(words, code))

    def _put_back(self) -> None:
        folder, passphrase = self._folder, self._passphrase
        self._wait(lambda: self.tr("กำลังนำสำเนาสำรองกลับมา"), lambda: self.tr("แฟ้มที่ชำรุดเก็บไว้ ไม่ถูกลบ"))
        self._do(
            lambda: opening.put_back(folder, passphrase),
            lambda _: self.start(passphrase),
            lambda error: self._show_trouble(_told(error, self._notices, self._language), getattr(error, "code", "")),
        )

    def _ask_passphrase(self) -> None:
        from ui.passphrase_prompt import PassphrasePrompt

        self._prompt = PassphrasePrompt(opening.is_new(self._folder), self._entrance)
        self._prompt.given.connect(self.start)

    def _close_prompt(self) -> None:
        if self._prompt is not None:
            self._prompt.close()
            self._prompt = None

    def _desk_open(self, desk: "Desk") -> None:
        self._close_prompt()
        self._desk = desk
        self._do(lambda: opening.connect(desk, self._make_line, self._centre), self._connected, self._in_the_way)

    def _connected(self, found: Opened) -> None:
        self._found = found
        self._nightly = self._nightly or opening.keep_copies(found.office.desk)
        if found.line is None:
            self._ask_code(found.office.desk)
        elif found.office.desk.trouble:
            self._ask_new_code(found, found.office.desk.trouble)
        else:
            self._await_office(found)

    def _ask_new_code(self, found: Opened, trouble: str) -> None:
        """This desk may not go on as it was: with a new code it does, without one it reads and prints."""
        from ui.recovery import RecoveryPage

        page = RecoveryPage(lambda: OfficeError(trouble).describe(self._language())[0])
        page.asked.connect(lambda code: self._succeed(page, found, code))
        page.passed.connect(lambda: self._await_office(found))
        self._entrance.show_page(page)

    def _succeed(self, page: "RecoveryPage", found: Opened, code: str) -> None:
        def refused(error: Exception) -> None:
            page.show_failure(*_told(error, self._notices, self._language)())

        self._do(lambda: opening.succeed(found, code), self._await_office, refused)

    def _ask_code(self, desk: "Desk") -> None:
        from ui.enrolment import EnrolmentPage

        page = EnrolmentPage(self._centre or "", self._code)
        page.asked.connect(lambda address, code, name: self._enrol(page, desk, address, code, name))
        self._entrance.show_page(page)

    def _enrol(self, page: "EnrolmentPage", desk: "Desk", address: str, code: str, name: str) -> None:
        def refused(error: Exception) -> None:
            page.show_failure(*_told(error, self._notices, self._language)())

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
        from ui.office_arrival import OfficeArrival

        self._wait(
            lambda: self.tr("กำลังรับข้อมูลของสำนักงาน"),
            lambda: self.tr("รับครั้งแรกครั้งเดียว ถ้ายังต่อส่วนกลางไม่ได้ โปรแกรมจะลองใหม่เอง"),
        )
        self._arrival = OfficeArrival(found, self)
        self._arrival.arrived.connect(lambda: self.opened.emit(found))
        self._arrival.start()


def _moment(at: datetime, language: str) -> str:
    """Day and time of a copy, as people say it."""
    if language == "en":
        return f"{english_date(at)} {at.astimezone(BANGKOK):%H:%M}"
    return f"{thai_date(at, 'short', 'arabic')} {thai_time(at, 'arabic')}"


def _told(error: Exception, notices: Notices, language: Callable[[], str]) -> Callable[[], tuple[str, str]]:
    """Words for an obstacle, asked for again when the language changes; a fault of ours is logged once."""
    if isinstance(error, OfficeError):
        return lambda: error.describe(language())
    notice = notices.failed(error)
    return lambda: (notice.text, notice.advice)
