"""The messages that are open, above the room: the newest on top, at most three, the rest when those are read."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.kit.banner import Banner, ProgressPanel
from ui.kit.panels import clear
from ui.notices import Notice, Notices

if TYPE_CHECKING:
    from ui.work import LongTask

_MOST = 3


class BannerArea(QWidget):
    """Shows what `notices` has open, and the long tasks that are running."""

    def __init__(self, notices: Notices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._notices = notices
        self._open: list[Notice] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._tasks, self._banners = QVBoxLayout(), QVBoxLayout()
        for part in (self._tasks, self._banners):
            part.setSpacing(0)
            column.addLayout(part)
        notices.said.connect(self._said)
        notices.withdrawn.connect(self._withdrawn)
        for notice in notices.window_ready():
            self._said(notice)

    def show_task(self, task: "LongTask") -> None:
        """Shows progress and a way to stop, until the task ends."""
        panel = ProgressPanel(task.title)
        self._tasks.addWidget(panel)
        task.progressed.connect(panel.show_progress)
        panel.cancelled.connect(task.stop)
        task.ended.connect(panel.hide)
        task.ended.connect(panel.deleteLater)

    def _said(self, notice: Notice) -> None:
        self._open.insert(0, notice)
        self._show()
        banner = self._banners.itemAt(0)
        widget = banner.widget() if banner else None
        if isinstance(widget, Banner):
            widget.announce()

    def _withdrawn(self, notice: Notice) -> None:
        self._open.remove(notice)
        self._show()

    def _show(self) -> None:
        clear(self._banners)
        for notice in self._open[:_MOST]:
            act = notice.action
            banner = Banner(
                notice.level,
                notice.text,
                notice.advice,
                action=act.words if act else "",
                run=act.run if act else None,
            )
            banner.closed.connect(lambda notice=notice: self._notices.close(notice))
            self._banners.addWidget(banner)
