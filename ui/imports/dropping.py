"""Files dropped anywhere on the window that no screen takes for itself: e-mails, archives, letter XML."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from ui.capture.mime import files_in


class Dropping(QObject):
    """Hands the files of a drop on `window` to `bring`."""

    def __init__(self, window: QWidget, bring: Callable[[Sequence[Path]], None]) -> None:
        super().__init__(window)
        self._bring = bring
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDropEvent) and files_in(event.mimeData()):
            kind = event.type()
            if kind == QEvent.Type.Drop:
                self._bring(files_in(event.mimeData()))
            if isinstance(event, QDragEnterEvent) or kind == QEvent.Type.Drop:
                event.acceptProposedAction()
                return True
        return super().eventFilter(watched, event)
