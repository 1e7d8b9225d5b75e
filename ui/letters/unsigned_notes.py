"""What was written under letters and is not signed yet: one text a letter, kept on the disk while it is typed."""

from PySide6.QtCore import QObject, Signal

from desktop.office.ids import Id
from ui.kit.autosaver import Autosaver
from ui.letters.letter_presenter import LetterPresenter
from ui.work import Worker


class UnsignedNotes(QObject):
    """Shared by the preview and the page; `kept` when what was written last is on the disk."""

    kept = Signal()

    def __init__(self, presenter: LetterPresenter, worker: Worker, parent: QObject) -> None:
        super().__init__(parent)
        self._presenter, self._worker = presenter, worker
        self._texts: dict[Id, str] = {}
        self._unkept: set[Id] = set()
        self.saver = Autosaver(self)
        self.saver.due.connect(self._keep)
        worker.run(presenter.unsigned_notes, owner=self, on_done=self._read)

    def text(self, letter_id: Id) -> str:
        return self._texts.get(letter_id, "")

    def write(self, letter_id: Id, text: str) -> None:
        """What stands in the box now; empty once it is signed or wiped."""
        if text == self.text(letter_id):
            return
        self._texts[letter_id] = text
        self._unkept.add(letter_id)
        self.saver.typed()

    def forget(self, letter_id: Id) -> None:
        """It is signed: nothing of it may stand there again."""
        self.write(letter_id, "")
        if letter_id in self._unkept:
            self.saver.stop()
            self._keep()

    def _keep(self) -> None:
        unkept, self._unkept = {one: self.text(one) for one in self._unkept}, set()
        self._worker.run(
            lambda: self._presenter.keep_unsigned(unkept),
            owner=self,
            on_done=lambda _: self.kept.emit(),
            lane="write",
        )

    def _read(self, before: dict[Id, str]) -> None:
        """What was begun meanwhile counts more."""
        self._texts = before | self._texts
