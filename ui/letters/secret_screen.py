"""ลับมาก: letters that are read at the centre and kept at no desk. What is on the screen goes when the reader does."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QHideEvent, QKeyEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.accounts.model import Session
from desktop.letters.model import Letter
from desktop.letters.rules import padded
from desktop.office.errors import OfficeError
from ui.kit.buttons import QuietButton, SecondaryButton
from ui.kit.chips import Chip
from ui.kit.columns import Column
from ui.kit.key_help import HintBar
from ui.kit.keys import Keys
from ui.kit.language import Speaks
from ui.kit.panels import EmptyState
from ui.kit.rows import RowsModel
from ui.kit.table import TableView
from ui.kit.thai_label import ThaiLabel, label
from ui.kit.tokens import L, M, S
from ui.letters import words
from ui.letters.letter_presenter import LetterPresenter
from ui.letters.secret_letter import SecretLetter
from ui.letters.words import translate
from ui.work import Worker

if TYPE_CHECKING:
    from desktop.application import Office

IDLE_MS = 5 * 60_000
"""After so long without a key or the mouse what was read is put away."""
_TOUCH = QEvent.Type
_SIGNS_OF_LIFE = frozenset({_TOUCH.KeyPress, _TOUCH.MouseMove, _TOUCH.MouseButtonPress, _TOUCH.Wheel})


class SecretScreen(Speaks, QWidget):
    """`closed` when the reader goes back; `told` whenever the centre answered, with letters or with a refusal.

    Asks anew whenever it is shown, and forgets everything when it is hidden, when nobody touches it for five minutes,
    and when another program comes to the front.
    """

    closed = Signal()
    told = Signal()

    def __init__(
        self,
        office: "Office",
        session: Session,
        worker: Worker,
        failed: Callable[[Exception], object],
        language: Callable[[], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._office, self._session, self._worker = office, session, worker
        self._tell_failure, self._language = failed, language
        self._reading = office.secrets(session.person)
        self._asked = 0
        self._state: OfficeError | None = None
        self._asking = self._timed_out = False
        self.letter: SecretLetter | None = None
        self.rows = RowsModel(_columns(), key=lambda letter: letter.id)
        self.table: TableView[Letter] = TableView()
        self.table.show_model(self.rows)
        self.table.installEventFilter(self)
        self.nothing = EmptyState("lock")
        self.mark, self.promise = Chip(), label(ink="danger", strong=True)
        self.limits = ThaiLabel(ink="soft")
        self.back_button = QuietButton(key="Esc", icon_name="inbox")
        self.again_button = SecondaryButton(key="F5", icon_name="refresh")
        self.idle = QTimer(self, interval=IDLE_MS, singleShot=True)
        self.keys = Keys(self)
        self._pages = QStackedWidget()
        self._lay_out()
        self._connect()
        self.retranslate()

    def retranslate(self) -> None:
        self.table.setAccessibleName(self.tr("หนังสือลับมาก"))
        self.back_button.say(self.tr("กลับ"))
        self.again_button.say(self.tr("ขออ่านใหม่"))
        self.mark.show_badge(words.secrecy_mark())
        self.promise.setText(self.tr("อ่านจากศูนย์กลาง ไม่เก็บไว้ในเครื่อง"))
        self.limits.say(self.tr("ศูนย์กลางจดชื่อและเวลาทุกครั้งที่เปิดอ่าน พิมพ์ คัดลอก หรือบันทึกจากหน้านี้ไม่ได้"))
        self._say_nothing()

    def refresh(self) -> None:
        """Asks the centre for the list; what was open is put away."""
        self.forget()
        self._timed_out, self._asking = False, True
        self._asked += 1
        asked = self._asked
        self._say_nothing()
        self._worker.run(
            self._reading.letters,
            owner=self,
            on_done=lambda letters: self._listed(letters) if asked == self._asked else None,
            on_failed=lambda error: self._failed(error) if asked == self._asked else None,
        )

    def forget(self) -> None:
        """Takes everything that was read off the screen and out of memory; answers under way are not shown."""
        self._asked += 1
        self._asking = False
        self._state = None
        self.rows.show_rows(())
        self._drop_letter()
        self._pages.setCurrentWidget(self.nothing)

    def put_away(self) -> None:
        """As `forget`, and says why there is nothing any more."""
        if self.isVisible() and not self._timed_out:
            self.forget()
            self._timed_out = True
            self._say_nothing()
            self.again_button.setFocus()

    def back(self) -> None:
        """From a letter to the list, from the list to the inbox."""
        if self.letter is None:
            self.closed.emit()
            return
        self._asked += 1
        self._drop_letter()
        self._pages.setCurrentWidget(self.table)
        self.table.setFocus()

    def open(self, letter: Letter | None) -> None:
        """Asks the centre for one letter; it writes down that this person looked at it."""
        if letter is None:
            return
        self._asked += 1
        asked, wanted = self._asked, letter.id
        self._worker.run(
            lambda: self._reading.letter(wanted),
            owner=self,
            on_done=lambda found: self._show(found) if asked == self._asked else None,
            on_failed=lambda error: self._failed(error) if asked == self._asked else None,
        )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Every touch keeps the reading open; the list is not copied to the clipboard."""
        if event.type() in _SIGNS_OF_LIFE:
            self.idle.start()
        if watched is self.table and isinstance(event, QKeyEvent):
            return event.type() == QEvent.Type.KeyPress and event.matches(QKeySequence.StandardKey.Copy)
        return False

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._app.installEventFilter(self)
        self.idle.start()
        self.refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._app.removeEventFilter(self)
        self.idle.stop()
        self.forget()

    @property
    def _app(self) -> QApplication:
        return cast(QApplication, QApplication.instance())

    def _listed(self, letters: Sequence[Letter]) -> None:
        self._asking = False
        self.rows.show_rows(letters)
        self._say_nothing()
        if letters:
            self._pages.setCurrentWidget(self.table)
            self.table.choose(0)
        (self.table if letters else self.again_button).setFocus()
        self.told.emit()

    def _show(self, letter: Letter) -> None:
        self._drop_letter()
        presenter = LetterPresenter(self._office, self._session)
        at, reader = self._office.clock.now(), self._session.person.name_th
        self.letter = SecretLetter(
            letter, self._reading, presenter, self._worker, reader, at, self._tell_failure, self._language
        )
        self._pages.addWidget(self.letter)
        self._pages.setCurrentWidget(self.letter)
        self.letter.setFocus()
        self.told.emit()

    def _drop_letter(self) -> None:
        letter, self.letter = self.letter, None
        if letter is not None:
            self._pages.removeWidget(letter)
            letter.deleteLater()

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, OfficeError):
            self._tell_failure(error)
            error = OfficeError("post.no_line")
        self.forget()
        self._state = error
        self._say_nothing()
        self.again_button.setFocus()
        self.told.emit()

    def _say_nothing(self) -> None:
        if self._state is not None and self._state.code == "post.no_line":
            said = (self.tr("ออฟไลน์ อ่านเรื่องลับมากไม่ได้"), self.tr("เรื่องลับมากไม่เก็บไว้ในเครื่อง ต่อกับส่วนกลางแล้วกด F5"))
        elif self._state is not None:
            said = self._state.describe(self._language())
        elif self._timed_out:
            said = (self.tr("ปิดเรื่องที่อ่านไว้แล้ว"), self.tr("ไม่มีการใช้งานระยะหนึ่ง หรือเปิดโปรแกรมอื่นอยู่ กด F5 เพื่อขออ่านใหม่"))
        elif self._asking:
            said = (self.tr("กำลังถามศูนย์กลาง"), self.tr("รายการจะขึ้นเองเมื่อศูนย์กลางตอบ"))
        else:
            said = (self.tr("ไม่มีหนังสือลับมาก"), self.tr("เมื่อมีหนังสือชั้นลับมากในทะเบียนที่ท่านอ่านได้ จะอยู่ที่นี่"))
        self.nothing.say(*said)

    def _connect(self) -> None:
        self.table.opened.connect(self.open)
        self.back_button.clicked.connect(self.back)
        self.again_button.clicked.connect(self.refresh)
        self.idle.timeout.connect(self.put_away)
        self._app.applicationStateChanged.connect(self._came_or_went)

        def group() -> str:
            return self.tr("หนังสือลับมาก")

        self.keys.name("J / K", lambda: self.tr("เลื่อน"), group=group, hint=True)
        self.keys.name("Return", lambda: self.tr("เปิดอ่าน"), group=group, hint=True)
        self.keys.name("PgDown", lambda: self.tr("หน้าถัดไป"), group=group, hint=True)

    def _came_or_went(self, state: Qt.ApplicationState) -> None:
        if state is not Qt.ApplicationState.ApplicationActive and QGuiApplication.modalWindow() is None:
            self.put_away()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(M)
        head.addWidget(self.mark, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self.promise)
        head.addWidget(self.limits, 1)
        self._pages.addWidget(self.nothing)
        self._pages.addWidget(self.table)
        foot = QHBoxLayout()
        foot.setSpacing(L)
        foot.addWidget(self.back_button)
        foot.addWidget(HintBar(self.keys), 1)
        foot.addWidget(self.again_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(L + S, L, L + S, M)
        column.setSpacing(M)
        column.addLayout(head)
        column.addWidget(self._pages, 1)
        column.addLayout(foot)
        self.setFocusProxy(self._pages)


def _columns() -> tuple[Column[Letter], ...]:
    def number(letter: Letter) -> str:
        return f"{padded(letter.number)}/{letter.year_be}"

    def received(letter: Letter) -> str:
        return words.moment(letter.received_at)

    return (
        Column(lambda: translate("Letters", "เลขรับ"), number, 120, strong=True),
        Column(lambda: translate("Letters", "ที่"), lambda letter: letter.book_number, 160, yields=2),
        Column(lambda: translate("Letters", "เรื่อง"), lambda letter: letter.subject, 240, stretch=True),
        Column(lambda: translate("Letters", "จาก"), lambda letter: letter.from_party, 220, soft=True, yields=1),
        Column(lambda: translate("Letters", "วันที่รับ"), received, 176, soft=True),
    )
