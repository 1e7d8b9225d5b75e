"""The way to ลับมาก letters, for those who may read them: nobody else sees it."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from ui.kit.buttons import SecondaryButton
from ui.kit.language import Speaks
from ui.work import Worker


class SecretDoor(Speaks, SecondaryButton):
    """`may_read` is asked off the GUI thread, whenever people changed; the key works only while the door is there."""

    def __init__(self, may_read: Callable[[], bool], worker: Worker, parent: QWidget | None = None) -> None:
        super().__init__(key="Ctrl+L", icon_name="lock", parent=parent)
        self._may_read, self._worker = may_read, worker
        self._show(may=False)
        self.retranslate()
        self.look()

    def retranslate(self) -> None:
        self.say(self.tr("อ่านลับมาก"))
        self.setToolTip(self.tr("อ่านจากศูนย์กลาง ไม่เก็บไว้ในเครื่อง"))

    def look(self) -> None:
        self._worker.run(self._may_read, owner=self, on_done=lambda may: self._show(may=may), view="door")

    def _show(self, *, may: bool) -> None:
        self.setVisible(may)
        self.setEnabled(may)
