"""A document beside a form: its pages, a strip of thumbnails, zoom, turning, and layers in mm."""

from collections.abc import Iterable

from PySide6.QtCore import QPointF, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from ui.kit.buttons import IconButton
from ui.kit.keys import Keys
from ui.kit.language import Speaks
from ui.kit.page_canvas import PageCanvas
from ui.kit.page_layers import Layer, outline_layer
from ui.kit.page_source import Outline, Pages
from ui.kit.page_thumbs import PageThumbs
from ui.kit.panels import EmptyState, rule
from ui.kit.thai_label import label
from ui.kit.tokens import XS, S

THUMBS_FROM = 640
"""A narrower view is given to the page alone: its words are what is read."""


class PageView(Speaks, QFrame):
    """Shows `Pages`; `paged` tells the page in view (from 0). `empty` is said while there is none."""

    paged = Signal(int)

    def __init__(self, *, thumbs: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.canvas = PageCanvas()
        self.empty = EmptyState("page")
        self._count = 0
        self._outlines: list[Layer] = []
        self._with_thumbs = thumbs
        self._thumbs = PageThumbs()
        self._tools = _Tools(self.canvas)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.empty)
        self._stack.addWidget(self._document())
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.addWidget(self._stack)
        self.canvas.paged.connect(self._paged)
        self._thumbs.picked.connect(self.canvas.go)
        self._keys()
        self.retranslate()

    def show_pages(self, pages: Pages | None) -> None:
        """Opens a document at its first page, without layers; None shows the empty state."""
        self._outlines.clear()
        self._count = pages.count if pages else 0
        self._offer_thumbs()
        self._thumbs.show_pages(pages)
        self.canvas.show_pages(pages)
        self._stack.setCurrentIndex(1 if self._count else 0)
        button = self.empty.button
        wanted = self.canvas if self._count else None if button.isHidden() else button
        self.setFocusProxy(wanted)  # type: ignore[arg-type]  # to a hidden button Tab would go no further

    def renew_pages(self, pages: Pages) -> None:
        """The document shown, with something changed in it: nothing jumps and nothing goes blank."""
        if not self._count:
            return self.show_pages(pages)
        self._count = pages.count
        self.canvas.renew(pages)
        self._tools.show_page(self.canvas.page, self._count)

    def add_layer(self, layer: Layer, x: float | None = None, y: float | None = None) -> None:
        """Lays `layer` over its page, with its top left at x, y mm."""
        self.canvas.add_layer(layer, None if x is None or y is None else QPointF(x, y))

    def drop_layers(self, *layers: Layer) -> None:
        """Takes the named layers away, or all."""
        self.canvas.drop_layers(*layers)

    def show_outlines(self, outlines: Iterable[Outline]) -> None:
        """Frames these places, instead of those framed before."""
        if self._outlines:
            self.canvas.drop_layers(*self._outlines)
        self._outlines = [outline_layer(outline) for outline in outlines]
        for layer in self._outlines:
            self.canvas.add_layer(layer)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._offer_thumbs()

    def _offer_thumbs(self) -> None:
        self._thumbs.setVisible(self._with_thumbs and self._count > 1 and self.width() >= THUMBS_FROM)

    def retranslate(self) -> None:
        self.canvas.setAccessibleName(self.tr("หน้าเอกสาร"))
        self._thumbs.setAccessibleName(self.tr("ภาพย่อของทุกหน้า"))
        self._tools.retranslate()

    def _document(self) -> QWidget:
        holder = QWidget()
        pages = QHBoxLayout()
        pages.setContentsMargins(0, 0, 0, 0)
        pages.setSpacing(0)
        pages.addWidget(self._thumbs)
        pages.addWidget(self.canvas, 1)
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._tools)
        column.addWidget(rule())
        column.addLayout(pages, 1)
        return holder

    def _paged(self, page: int) -> None:
        self._thumbs.show_page(page)
        self._tools.show_page(page, self._count)
        self.paged.emit(page)

    def _keys(self) -> None:
        keys = Keys(self)
        for sequence, words in (
            ("PgDown", lambda: self.tr("หน้าถัดไป")),
            ("PgUp", lambda: self.tr("หน้าก่อน")),
            ("+", lambda: self.tr("ขยาย")),
            ("-", lambda: self.tr("ย่อ")),
            ("0", lambda: self.tr("พอดีทั้งหน้า")),
        ):
            keys.name(sequence, words, group=lambda: self.tr("หน้าเอกสาร"))


class _Tools(Speaks, QWidget):
    """Page and zoom at a glance, each with its button."""

    def __init__(self, canvas: PageCanvas) -> None:
        super().__init__()
        self._before, self._after = IconButton("page-prev"), IconButton("page-next")
        self._out, self._in = IconButton("zoom-out"), IconButton("zoom-in")
        self._width, self._whole, self._turn = IconButton("fit-width"), IconButton("fit-page"), IconButton("rotate")
        self._page, self._zoom = label(ink="soft"), label(ink="soft")
        self._place = (0, 0)
        self._zoom.setMinimumWidth(48)
        for button, act in (
            (self._before, lambda: canvas.go(canvas.page - 1)),
            (self._after, lambda: canvas.go(canvas.page + 1)),
            (self._out, lambda: canvas.zoom_by(-1)),
            (self._in, lambda: canvas.zoom_by(1)),
            (self._width, lambda: canvas.fit("width")),
            (self._whole, lambda: canvas.fit("page")),
            (self._turn, canvas.turn),
        ):
            button.clicked.connect(lambda _=False, act=act: act())
        canvas.zoomed.connect(lambda percent: self._zoom.setText(f"{percent} %"))
        line = QHBoxLayout(self)
        line.setContentsMargins(S, XS, S, XS)
        line.setSpacing(2)
        left: tuple[QLabel | IconButton, ...] = (self._before, self._page, self._after)
        right = (self._out, self._zoom, self._in, self._width, self._whole, self._turn)
        for widget in left:
            line.addWidget(widget)
        line.addStretch(1)
        for widget in right:
            line.addWidget(widget)

    def show_page(self, page: int, count: int) -> None:
        self._place = (page, count)
        self._page.setText(self.tr("หน้า {page} / {count}").format(page=page + 1, count=count))
        self._before.setEnabled(page > 0)
        self._after.setEnabled(page < count - 1)

    def retranslate(self) -> None:
        for button, name in (
            (self._before, self.tr("หน้าก่อน")),
            (self._after, self.tr("หน้าถัดไป")),
            (self._out, self.tr("ย่อ")),
            (self._in, self.tr("ขยาย")),
            (self._width, self.tr("พอดีความกว้าง")),
            (self._whole, self.tr("พอดีทั้งหน้า")),
            (self._turn, self.tr("หมุนภาพที่ดู")),
        ):
            button.say(name)
        self.show_page(*self._place)
