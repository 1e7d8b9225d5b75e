"""A paper beside what is typed: drawn again soon after each change, one drawing at a time."""

from collections.abc import Callable

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.kit.language import Speaks
from ui.kit.page_source import Pages
from ui.kit.page_view import PageView
from ui.pdf_pages import pdf_pages
from ui.work import Worker

AFTER_MS = 250
Draw = Callable[[], bytes]
"""Gives a PDF, on another thread."""


class LivePages(Speaks, QWidget):
    """`nothing`: title and advice where no paper is; `drawn`: the picture is that of the last change."""

    drawn = Signal()

    def __init__(
        self,
        nothing: Callable[[], tuple[str, str]],
        worker: Worker,
        failed: Callable[[Exception], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._nothing, self._worker, self._failed = nothing, worker, failed
        self._wanted: Draw | None = None
        self._paper = 0
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
        self.view.empty.say(*self._nothing())

    def show_pdf(self, draw: Draw) -> None:
        """Another paper: from its first page. What is still drawn of the one before is not shown any more."""
        self._turn_to(draw)
        self._next()

    def change(self, draw: Draw) -> None:
        """The same paper, changed."""
        self._wanted = draw
        self._soon.start()

    def show_nothing(self) -> None:
        self._turn_to(None)

    def _turn_to(self, draw: Draw | None) -> None:
        self._paper += 1
        self._wanted = draw
        self._soon.stop()
        self.view.show_pages(None)

    def _next(self) -> None:
        draw, paper = self._wanted, self._paper
        if draw is None or self._drawing:
            return
        self._drawing = True
        self._worker.run(
            lambda: self._opened(draw()),
            owner=self,
            on_done=lambda pages: self._arrived(draw, paper, pages),
            on_failed=lambda error: self._fell(paper, error),
            lane="render",
        )

    def _opened(self, pdf: bytes) -> Pages:
        from desktop.paper.pages import page_sizes_mm

        return pdf_pages(pdf, page_sizes_mm(pdf), self._worker, self)

    def _arrived(self, draw: Draw, paper: int, pages: Pages) -> None:
        self._drawing = False
        if paper == self._paper:
            self.view.renew_pages(pages)
        if draw is self._wanted:
            self.drawn.emit()
        else:
            self._next()

    def _fell(self, paper: int, error: Exception) -> None:
        """Told as every failure; the next change tries again, and a paper that was asked for meanwhile is drawn."""
        self._drawing = False
        self._failed(error)
        if paper != self._paper:
            self._next()
