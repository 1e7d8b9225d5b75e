"""The letters of a stack brought into the registration one after the other, and which of how many this is."""

from collections.abc import Callable
from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.capture.model import Progress
from desktop.office.errors import OfficeError
from desktop.office.ids import Id
from ui.capture.bringing import Brought
from ui.kit.buttons import QuietButton
from ui.kit.counted import counted
from ui.kit.language import Speaks
from ui.kit.panels import Glyph
from ui.kit.thai_label import OneLine
from ui.kit.tokens import S
from ui.letters.registration import RegistrationScreen
from ui.letters.stack_presenter import StackPresenter
from ui.notices import Notices
from ui.work import Worker

if TYPE_CHECKING:
    from desktop.capture.batch import Batch


class StackFeed(Speaks, QWidget):
    """Stands over the pages of the registration while a stack is being registered; `over` when it is whole or left.

    `left_early`: the clerk wants the stack itself again.
    """

    over = Signal()
    left_early = Signal()

    def __init__(
        self, presenter: StackPresenter, registration: RegistrationScreen, worker: Worker, notices: Notices
    ) -> None:
        super().__init__()
        self._presenter, self._registration = presenter, registration
        self._worker, self._notices = worker, notices
        self._batch_id: Id | None = None
        self._done = self._left = self._skipped = 0
        self._clearing = False
        self._says = OneLine(strong=True)
        self.skip_button = QuietButton(key="Ctrl+J", icon_name="page-next")
        self.back_button = QuietButton(key="F8", icon_name="scan")
        self.skip_button.clicked.connect(self.skip)
        self.back_button.clicked.connect(self._leave)
        registration.capture.emptied.connect(self._put_down)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(S)
        line.addWidget(Glyph("scan", "accent"))
        line.addWidget(self._says, 1)
        line.addWidget(self.skip_button)
        line.addWidget(self.back_button)
        registration.capture.stand_over(self)
        self.hide()
        self.retranslate()

    def retranslate(self) -> None:
        self.skip_button.say(self.tr("ข้ามฉบับนี้"))
        self.back_button.say(self.tr("โต๊ะสแกน"))
        self._say()

    @property
    def number(self) -> tuple[int, int]:
        """Which letter of how many this is, from 1; those that were skipped count as done."""
        return self._done + self._skipped + 1, self._done + self._left

    def begin(self, batch_id: Id) -> None:
        """Brings the first letter of a stack, unless another one is being written."""
        presenter = self._registration.presenter
        if presenter.documents or presenter.arrival is not None or self._registration.form.typed().subject:
            words = self.tr("ยังมีหนังสือที่ลงทะเบียนค้างอยู่")
            self._notices.say("attention", words, self.tr("ลงทะเบียนหรือล้างฉบับนี้ก่อน แล้วกลับไปที่โต๊ะสแกน"))
            return
        self._batch_id, self._done, self._skipped = batch_id, 0, 0
        self._next()

    def skip(self) -> None:
        """This one stays in the stack; the next is brought."""
        if self._batch_id is not None and not self._registration.capture.is_busy:
            self._clear()
            self._skipped += 1
            self._next()

    def _put_down(self) -> None:
        """The form is empty again: its letter is registered, or was another one's second coming."""
        if self._batch_id is not None and not self._clearing:
            self._done += 1
            self._next()

    def _clear(self) -> None:
        """The form for the next paper; what stood in it was about this one."""
        registration = self._registration
        self._clearing = True
        registration.presenter.clear()
        registration.form.show_registration(registration.presenter.blank())
        registration.capture.show_documents(())
        self._clearing = False

    def _next(self) -> None:
        batch_id = self._batch_id
        assert batch_id is not None
        self._worker.run(lambda: self._presenter.load(batch_id), owner=self, on_done=self._read)

    def _read(self, batch: "Batch") -> None:
        """A stack that was put away meanwhile is over."""
        self._left = len(batch.parts) if batch.row.standing == "waiting" else 0
        if self._skipped >= self._left:
            return self._end()
        self.show()
        self._say()
        self._registration.capture.bring_by(_built(self._presenter, batch, self._skipped))

    def _end(self) -> None:
        self._batch_id = None
        self.hide()
        if self._left:
            self._notices.say("info", counted(self.tr("เหลือ {count} ฉบับในกอง"), self._left).format(count=self._left))
        else:
            self._notices.say("ready", self.tr("ลงทะเบียนครบทั้งกองแล้ว"))
        self.over.emit()

    def _leave(self) -> None:
        """What is not registered stays in the stack."""
        if not self._registration.capture.is_busy:
            self._batch_id = None
            self._clear()
            self.hide()
            self.left_early.emit()

    def _say(self) -> None:
        number, total = self.number
        self._says.setText(self.tr("ฉบับที่ {number} จาก {total}").format(number=number, total=total))


def _built(presenter: StackPresenter, batch: "Batch", number: int) -> Callable[[Progress, Event], Brought]:
    def act(progress: Progress, cancel: Event) -> Brought:
        try:
            return Brought((presenter.build(batch, number, progress, cancel),))
        except OfficeError as error:
            return Brought((), (error,))

    return act
