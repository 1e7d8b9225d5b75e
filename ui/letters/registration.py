"""Registering a letter: its pages at the left, the form at the right, the stamp live on the first page."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QHideEvent, QKeyEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import QWidget

from desktop.capture.model import CapturedDocument, Source
from desktop.devices.scanner import ScanSource
from desktop.letters.model import Direction, LetterRow, Registered, Registration
from desktop.office.changes import Changes
from desktop.office.ids import Id
from ui.capture.mime import has_pages, holds_letters
from ui.capture.pane import CapturePane
from ui.kit.buttons import PrimaryButton, QuietButton
from ui.kit.keys import Keys
from ui.kit.language import Speaks
from ui.kit.panels import EmptyState, scrolling
from ui.kit.thai_label import label
from ui.letters import kind_words
from ui.letters.done_bar import DoneBar
from ui.letters.form_answers import FormAnswers
from ui.letters.kept_typing import KeptTyping
from ui.letters.live_stamp import CoversNote, LiveStamp
from ui.letters.read_fields import ReadFields
from ui.letters.registration_form import RegistrationForm
from ui.letters.registration_parts import bind_keys, lay_out, side_of
from ui.letters.registration_presenter import NextNumber, RegistrationPresenter
from ui.letters.twin_band import TwinBand
from ui.notices import Notices
from ui.work import Worker

if TYPE_CHECKING:
    from desktop.interchange.arrival import Arrival
    from desktop.letters.alike_queries import Alike

CLOCK_MS = 15_000
LOOK_AFTER_MS = 300


class RegistrationScreen(Speaks, QWidget):
    """`closed` when the clerk goes back to the inbox; `registered` when a letter is durable.

    `letter_asked` brings the id of a letter that seems to be the one on the screen; what was typed waits here.
    """

    closed = Signal()
    registered = Signal(object)
    letter_asked = Signal(object)
    compare_asked = Signal(object)

    def __init__(
        self,
        presenter: RegistrationPresenter,
        worker: Worker,
        notices: Notices,
        scanner: Callable[[], ScanSource],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.presenter, self._worker, self._notices = presenter, worker, notices
        self._next: NextNumber | None = None
        self._saving = False
        self.capture = CapturePane(
            worker, notices, scanner, presenter.now, lambda: presenter.intake, presenter.page_reading
        )
        self.form = RegistrationForm(lambda: presenter.today, entering=presenter)
        self.twins = TwinBand(lambda: presenter.today)
        self.stamp = LiveStamp(presenter, self.capture.view, worker)
        self.covers = CoversNote(self.stamp)
        self.done = DoneBar()
        self.number = label(ink="soft")
        self.register_button = PrimaryButton(key="F9", icon_name="stamp")
        self.back_button = QuietButton(key="Esc", icon_name="inbox")
        self._nowhere = EmptyState("lock")
        self.typing = KeptTyping(self.form, presenter, worker, notices, self._is_untouched, self)
        self._answers = FormAnswers(self.form, presenter, worker, self)
        self.reading = ReadFields(self.form, self.capture, presenter, worker, self)
        self.keys = Keys(self)
        self._tick = QTimer(self, interval=CLOCK_MS)
        self._tick.timeout.connect(self.look_at_number)
        self._look = QTimer(self, interval=LOOK_AFTER_MS, singleShot=True)
        self._look.timeout.connect(self._look_alike)
        self.setAcceptDrops(True)
        self._lay_out()
        self._connect()
        bind_keys(self.keys, self.capture, self.stamp)
        self.setFocusProxy(self.form)
        self.form.show_registration(presenter.blank())
        self.retranslate()

    def retranslate(self) -> None:
        self._allow()
        self._say_act()
        self.back_button.say(self.tr("กลับ"))
        self._nowhere.say(
            self.tr("เครื่องนี้ไม่ได้ถือทะเบียนหนังสือ"),
            self.tr("ลงทะเบียนได้ที่เครื่องของสารบรรณกลาง เครื่องนี้อ่าน เกษียณ และส่งต่อหนังสือได้ตามปกติ"),
        )
        self._say_number()

    def changed(self, changes: Changes) -> None:
        """A number was taken at this desk, or a book of numbers came."""
        if self.isVisible():
            self.look_at_number()

    def look_at_number(self) -> None:
        """Reads which number comes next, in the background."""
        register = self._register
        if register is None:
            self._next = None
            self._say_number()
            self._allow()
            return
        self._worker.run(lambda: self.presenter.next_number(register), owner=self, on_done=self._numbered)

    def take_arrival(self, arrival_id: Id) -> None:
        """Fills the form with a draft out of a file, unless another letter is being written here."""
        if self._is_begun:
            return self._refuse_arrival()
        if self.presenter.arrival != arrival_id:
            self._put_draft_back()
            self._worker.run(lambda: self.presenter.open_arrival(arrival_id), owner=self, on_done=self._arrived)

    def _refuse_arrival(self) -> None:
        words = self.tr("ยังมีหนังสือที่ลงทะเบียนค้างอยู่")
        self._notices.say("attention", words, self.tr("ลงทะเบียนหรือล้างฉบับนี้ก่อน แล้วเปิดร่างอีกครั้ง"))

    def _put_draft_back(self) -> None:
        """A draft that is left unregistered waits on where it came from, with what was typed into it."""
        arrival_id, typed = self.presenter.arrival, self.form.typed()
        self.typing.rest()
        if arrival_id is not None:
            self._worker.run(
                lambda: self.presenter.put_back(arrival_id, typed),
                owner=self,
                on_done=lambda _: self._draft_is_back(arrival_id),
                lane="write",
            )

    def _draft_is_back(self, arrival_id: Id) -> None:
        if self.presenter.arrival == arrival_id:
            self.presenter.clear()
            self._show_documents()
            self.form.show_registration(self.presenter.blank())
            self.typing.look()

    def _back(self) -> None:
        self._put_draft_back()
        self.closed.emit()

    @property
    def _is_begun(self) -> bool:
        """Whether something stands here that is not the untouched draft of a file."""
        typed = self.form.typed()
        return self._saving or (self.presenter.arrival is None and bool(self.presenter.documents or typed.subject))

    def _is_untouched(self) -> bool:
        return not self._is_begun and self.presenter.arrival is None

    def _arrived(self, found: "tuple[Arrival, tuple[CapturedDocument, ...]]") -> None:
        if self._is_begun:
            return self._refuse_arrival()
        self.form.show_registration(self.presenter.begin_with(*found))
        self._show_documents()
        self.form.setFocus(Qt.FocusReason.OtherFocusReason)

    def register(self) -> None:
        """Checks, registers on the writer's lane, and clears the form only when the letter is durable."""
        if self._saving or self.capture.is_busy or not self.presenter.here:
            return
        typed = self.form.typed()
        problems = self.presenter.problems(typed, self.form.unread() | self.reading.unseen())
        self.form.show_problems(problems)
        if not problems:
            self._set_saving(True)
            alike, done = partial(self.presenter.alike, typed), partial(self._compared, typed)
            self._worker.run(alike, owner=self, on_done=done, on_failed=self._not_registered, lane="render")

    def _compared(self, typed: Registration, found: "Sequence[Alike]") -> None:
        """A paper that seems to be here already is shown once before it gets a second number."""
        if self.twins.allows(found):
            documents = self.presenter.documents
            remarks = " · ".join(filter(None, (typed.remarks, self.twins.remark))) or None
            self._save(replace(typed, remarks=remarks, stamp=self.stamp.place if documents else None), documents)
            return
        self._set_saving(False)
        self.twins.show_found(found)
        self.twins.setFocus(Qt.FocusReason.OtherFocusReason)

    def same(self, row: LetterRow) -> None:
        """No second number: the letter that is here came by another channel too."""
        if self._saving or self.capture.is_busy:
            return
        typed, documents = self.form.typed(), self.presenter.documents
        self._set_saving(True)
        act, failed = partial(self.presenter.came_again, row.id, typed, documents), self._not_registered
        self._worker.run(act, owner=self, on_done=lambda _: self._noted(row), on_failed=failed, lane="write")

    def _noted(self, row: LetterRow) -> None:
        number = f"{kind_words.figures(row.register, row.number)}/{row.year_be}"
        self._begin_next()
        said = self.tr("บันทึกที่เลขรับ {number} แล้วว่ามาถึงอีกช่องทาง ไม่ใช้เลขใหม่")
        self._notices.say("ready", said.format(number=number))

    def _look_alike(self) -> None:
        """Looks while the clerk types, so that nobody fills in a whole form for nothing."""
        alike = partial(self.presenter.alike, self.form.typed())
        self._worker.run(alike, owner=self, on_done=self.twins.show_found, lane="render")

    def _save(self, wanted: Registration, documents: Sequence[CapturedDocument]) -> None:
        self._set_saving(True)
        self._worker.run(
            lambda: self.presenter.register(wanted, documents),
            owner=self,
            on_done=lambda registered: self._registered(registered, with_pages=bool(documents)),
            on_failed=self._not_registered,
            lane="write",
        )

    def _registered(self, registered: Registered, *, with_pages: bool) -> None:
        self._begin_next()
        self.done.show_registered(registered, with_pages=with_pages)
        self.registered.emit(registered)

    def _begin_next(self) -> None:
        """The next letter: an empty form of the same kind."""
        self.presenter.clear()
        self.presenter.is_kept = False
        self.typing.saver.stop()
        self._show_documents()
        self._look.stop()
        self.twins.forget()
        typed = self.form.typed()
        self.form.show_registration(self.presenter.blank(typed.direction, typed.kind))
        self._set_saving(False)
        self.form.setFocus(Qt.FocusReason.OtherFocusReason)
        self.look_at_number()
        self.typing.look()

    def _not_registered(self, error: Exception) -> None:
        """Everything typed and captured stays."""
        self._set_saving(False)
        self._notices.failed(error)
        self.register_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _set_saving(self, saving: bool) -> None:
        self._saving = saving
        self.typing.hold(saving)
        self.form.setEnabled(not saving)
        self.twins.setEnabled(not saving)
        self._allow()

    def _allow(self) -> None:
        busy = self._saving or self.capture.is_busy
        self.register_button.setEnabled(self._register is not None and not busy)

    @property
    def _register(self) -> str | None:
        """The register in which this paper would get its number."""
        return self.form.kinds.chosen_register if self.form.kinds is not None else None

    def _kinds_changed(self) -> None:
        self.presenter.incoming = self.form.typed().direction is Direction.INCOMING
        if self.presenter.documents:
            self._show_documents(self.capture.place)
        self._say_act()
        self.look_at_number()
        self._look.start()

    def _say_act(self) -> None:
        incoming = self.form.kinds is None or self.form.kinds.way is Direction.INCOMING
        self.register_button.say(self.tr("ลงทะเบียนรับ") if incoming else self.tr("ลงทะเบียน"))

    def _numbered(self, found: NextNumber) -> None:
        if found.register != self._register:  # another was chosen meanwhile, whose answer came first or is on its way
            return
        self._next = found
        self.stamp.show_number(found)
        self._say_number()
        self._allow()

    def _say_number(self) -> None:
        if (found := self._next) is None:
            return self.number.setText("")
        name = kind_words.number_name(found.register)
        pattern = self.tr("{name}ถัดไป {number}")
        if found.number is None:
            pattern = self.tr("เครื่องนี้ไม่มี{name} จะได้เลขชั่วคราว")
        self.number.setText(pattern.format(name=name, number=found.figures))

    def _show_documents(self, place: int = 0) -> None:
        self.stamp.rest()
        self.capture.show_documents(self.presenter.documents, place)
        self.reading.look()
        self._look.start()

    def _brought(self, documents: Sequence[CapturedDocument]) -> None:
        self.presenter.add(documents)
        self._show_documents(len(self.presenter.documents) - len(documents))

    def _removed(self, place: int) -> None:
        self.presenter.drop(place)
        self._show_documents(max(0, place - 1))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.look_at_number()
        self._tick.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._tick.stop()
        self.typing.rest()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files that hold letters are not pages of this one: the window takes them."""
        if self.presenter.here and has_pages(event.mimeData()) and not holds_letters(event.mimeData()):
            event.acceptProposedAction()
        else:
            event.ignore()

    def dropEvent(self, event: QDropEvent) -> None:
        self.capture.take(event.mimeData(), Source.FILE)
        event.acceptProposedAction()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Pasting a file while the keyboard is in a field brings the file; text is pasted as text."""
        if watched is self._area and event.type() == QEvent.Type.Resize:
            self.form.fit(self._area.viewport().height())
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            pasting = event.matches(QKeySequence.StandardKey.Paste)
            if pasting and has_pages(QGuiApplication.clipboard().mimeData()):
                self.capture.paste()
                return True
        return super().eventFilter(watched, event)

    def _connect(self) -> None:
        self.capture.brought.connect(self._brought)
        self.capture.removed.connect(self._removed)
        self.capture.shown.connect(self.stamp.show_on)
        self.capture.busy.connect(lambda _: self._allow())
        self.capture.choosing.connect(self.back_button.setDisabled)
        self.form.kinds_changed.connect(self._kinds_changed)
        self.form.edited.connect(self._look.start)
        self.reading.read.connect(self._look.start)
        self.twins.open_asked.connect(self.letter_asked)
        self.twins.compare_asked.connect(self.compare_asked)
        self.twins.again.connect(self.register)
        self.twins.same.connect(self.same)
        self.register_button.clicked.connect(self.register)
        self.back_button.clicked.connect(self._back)
        for field in self.form.fields.values():
            field.editor.installEventFilter(self)
            field.editor.setAcceptDrops(False)

    def _lay_out(self) -> None:
        self._area = scrolling(self.form)
        self._area.installEventFilter(self)
        side = side_of(self.reading.line, self._area, self._nowhere)
        self._area.setVisible(self.presenter.here)
        self._nowhere.setVisible(not self.presenter.here)
        foot = (self.back_button, self.done, None, self.number, self.register_button)
        lay_out(self, (self.capture, self.covers, self.twins), side, foot)
