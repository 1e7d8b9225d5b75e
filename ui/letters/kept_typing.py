"""Keeps what is typed into the registration while it is typed, and brings it back after the desk went out."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from desktop.letters.model import Registration
from ui.kit.autosaver import Autosaver
from ui.letters.registration_form import RegistrationForm
from ui.letters.registration_presenter import RegistrationPresenter
from ui.notices import Notices
from ui.work import Worker


class KeptTyping(QObject):
    """`kept` when what was typed last is on the disk; `back` when something from before stands in the form again."""

    kept = Signal()
    back = Signal()

    def __init__(
        self,
        form: RegistrationForm,
        presenter: RegistrationPresenter,
        worker: Worker,
        notices: Notices,
        untouched: Callable[[], bool],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._form, self._presenter, self._worker, self._untouched = form, presenter, worker, untouched
        self._notices = notices
        self._held = False
        self.saver = Autosaver(self)
        self.saver.due.connect(self._keep)
        form.edited.connect(self.saver.typed)
        form.kinds_changed.connect(self.saver.typed)
        self.look()

    def look(self) -> None:
        """Whether something waits in the journal that the empty form may go on with."""
        self._worker.run(self._presenter.typed_before, owner=self, on_done=self._go_on)

    def rest(self) -> None:
        """What is typed is kept at once: the clerk goes elsewhere."""
        if self.saver.waits:
            self.saver.stop()
            self._keep()

    def hold(self, held: bool) -> None:
        """While a letter is registered nothing is kept of it: written after its number it would come back as new."""
        self._held = held
        if held:
            self.saver.stop()
        else:
            self.saver.typed()

    def _keep(self) -> None:
        if self._held:
            return
        typed = self._form.typed()
        self._worker.run(
            lambda: self._presenter.keep_typed(typed), owner=self, on_done=lambda _: self.kept.emit(), lane="write"
        )

    def _go_on(self, typed: Registration | None) -> None:
        """Nothing that was begun meanwhile is written over."""
        if typed is not None and self._untouched():
            self._presenter.is_kept = True
            self._form.show_registration(typed)
            words = self.tr("นำข้อความที่พิมพ์ค้างไว้กลับมาแล้ว")
            self._notices.say("info", words, self.tr("ตรวจแล้วลงทะเบียนต่อได้ หน้าที่สแกนไว้ต้องนำเข้าใหม่"))
            self.back.emit()
