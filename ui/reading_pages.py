"""Pages of registered letters are read while somebody works here: begun late, told quietly, ended with the person."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from desktop.accounts.model import Person
from desktop.application import Office
from ui.work import Worker

if TYPE_CHECKING:
    from desktop.letters.page_texts import PageTexts

BEGIN_AFTER_MS = 20_000
"""By then the rooms stand and the post had its first turn."""


class ReadingPages(QObject):
    """`told` brings how many pages are still to be read, which `left` keeps."""

    told = Signal(int)
    _heard = Signal(int)

    def __init__(self, office: Office, person: Person, worker: Worker, parent: QObject) -> None:
        super().__init__(parent)
        self.left = 0
        self._office, self._person, self._worker = office, person, worker
        self._texts: PageTexts | None = None
        self._stopped = False
        self._later = QTimer(self, interval=BEGIN_AFTER_MS, singleShot=True)
        self._later.timeout.connect(self.begin_now)
        self._heard.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def begin(self) -> None:
        """In a while."""
        self._later.start()

    def begin_now(self) -> None:
        office, person = self._office, self._person
        self._later.stop()
        self._worker.run(lambda: office.page_texts(person, self._heard.emit), owner=self, on_done=self._begun)

    def stop(self) -> None:
        """The person leaves; returns at once."""
        self._stopped = True
        self._later.stop()
        if self._texts is not None:
            self._texts.stop()

    def _begun(self, texts: "PageTexts") -> None:
        if not self._stopped:
            self._texts = texts
            texts.start()

    def _tell(self, left: int) -> None:
        if left != self.left:
            self.left = left
            self.told.emit(left)
