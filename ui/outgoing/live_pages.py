"""The paper of a draft while it is written: drawn again soon after each change, one drawing at a time."""

from collections.abc import Callable

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.outgoing.model import Content
from ui.kit.language import Speaks
from ui.kit.page_source import Pages
from ui.kit.page_view import PageView
from ui.pdf_pages import pdf_pages
from ui.work import Worker

AFTER_MS = 250


class LivePages(Speaks, QWidget):
    """`draw` gives a content's PDF, on another thread; `drawn` tells that the picture is that of the last change."""

    drawn = Signal()

    def __init__(
        self,
        draw: Callable[[Content], bytes],
        worker: Worker,
        failed: Callable[[Exception], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._draw, self._worker, self._failed = draw, worker, failed
        self._wanted: Content | None = None
        self._drawing = False
        self.view = PageView(thumbs=False)
        self._soon = QTimer(self, interval=AFTER_MS, singleShot=True)
        self._soon.timeout.connect(self._next)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view)
        self.setFocusProxy(self.view)
        self.retranslate()

    def retranslate(self) -> None:
        self.view.empty.say(self.tr("เลือกร่างจากรายการ"), self.tr("หน้ากระดาษจริงจะแสดงที่นี่"))

    def show_content(self, content: Content) -> None:
        """Another draft: from its first page."""
        self.view.show_pages(None)
        self._wanted = content
        self._next()

    def show_pdf(self, read: Callable[[], bytes]) -> None:
        """A paper that is done: `read` gives its PDF on another thread."""
        self._wanted = None
        self.view.show_pages(None)
        self._worker.run(lambda: self._opened(read()), owner=self, on_done=self.view.show_pages, lane="render")

    def show_nothing(self) -> None:
        self._wanted = None
        self.view.show_pages(None)

    def change(self, content: Content) -> None:
        """The same draft, changed."""
        self._wanted = content
        self._soon.start()

    def _next(self) -> None:
        content = self._wanted
        if content is None or self._drawing:
            return
        self._drawing = True
        self._worker.run(
            lambda: self._opened(self._draw(content)),
            owner=self,
            on_done=lambda pages: self._arrived(content, pages),
            on_failed=self._fell,
            lane="render",
        )

    def _opened(self, pdf: bytes) -> Pages:
        from desktop.paper.pages import page_sizes_mm

        return pdf_pages(pdf, page_sizes_mm(pdf), self._worker, self)

    def _arrived(self, content: Content, pages: Pages) -> None:
        self._drawing = False
        if self._wanted is None:
            return
        self.view.renew_pages(pages)
        if content is self._wanted:
            self.drawn.emit()
        else:
            self._next()

    def _fell(self, error: Exception) -> None:
        """Told as every failure; the next change tries again."""
        self._drawing = False
        self._failed(error)
