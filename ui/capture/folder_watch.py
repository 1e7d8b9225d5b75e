"""The copier's folder, looked at every second in the background; what came in is told and waits where pages come in."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from ui.kit.counted import counted
from ui.notices import Notices
from ui.work import Worker

if TYPE_CHECKING:
    from desktop.capture.folder import Look, WatchedFolder

LOOK_EVERY_MS = 1_000


class FolderWatch(QObject):
    """`folder` is asked each time and names the folder, empty for none; `watched` makes its watch off the GUI thread.

    `came` tells that files came in.
    """

    came = Signal()

    def __init__(
        self,
        folder: Callable[[], str],
        watched: "Callable[[str], WatchedFolder]",
        worker: Worker,
        notices: Notices,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._folder, self._watched, self._worker, self._notices = folder, watched, worker, notices
        self._watch: tuple[str, WatchedFolder] | None = None
        self._is_looking = False
        self._timer = QTimer(self, interval=LOOK_EVERY_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """One look, unless the last one still goes on."""
        folder = self._folder()
        if folder and not self._is_looking:
            self._is_looking = True
            self._worker.run(lambda: self._look(folder), owner=self, on_done=self._looked, on_failed=self._failed)

    def _look(self, folder: str) -> "Look":
        if self._watch is None or self._watch[0] != folder:
            self._watch = (folder, self._watched(folder))
        return self._watch[1].look()

    def _looked(self, look: "Look") -> None:
        self._is_looking = False
        for trouble in look.troubles:
            self._notices.failed(trouble)
        if look.taken:
            words = counted(self.tr("ไฟล์จากเครื่องถ่ายเอกสารเข้ามา {count} ไฟล์"), len(look.taken)).format(
                count=len(look.taken)
            )
            self._notices.say(
                "info", words, self.tr("รออยู่ที่หน้าลงทะเบียนรับ: {names}").format(names=", ".join(look.taken[:3]))
            )
            self.came.emit()

    def _failed(self, error: Exception) -> None:
        self._is_looking = False
        self._notices.failed(error)
