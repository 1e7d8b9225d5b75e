"""A document beside a form: its pages, a strip of thumbnails, zoom, turning, and layers in mm."""

from collections.abc import Iterable

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ui.kit.find_bar import FindBar
from ui.kit.keys import Keys
from ui.kit.language import Speaks
from ui.kit.page_canvas import PageCanvas
from ui.kit.page_layers import Layer, outline_layer
from ui.kit.page_search import PageSearch
from ui.kit.page_source import Outline, Pages
from ui.kit.page_thumbs import PageThumbs
from ui.kit.page_tools import PageTools
from ui.kit.panels import EmptyState, rule
from ui.kit.speak import announce

THUMBS_FROM = 640
"""A narrower view is given to the page alone: its words are what is read."""


class PageView(Speaks, QFrame):
    """Shows `Pages`; `paged` tells the page in view (from 0). `empty` is said while there is none.

    One without `thumbs` is a small one beside a list: its words are not searched there. `copied` when the text of the
    page went to the clipboard, with what was copied.
    """

    paged = Signal(int)
    copied = Signal(str)

    def __init__(self, *, thumbs: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.canvas = PageCanvas()
        self.empty = EmptyState("page")
        self._pages: Pages | None = None
        self._count = 0
        self._outlines: list[Layer] = []
        self._with_thumbs = thumbs
        self._thumbs = PageThumbs()
        self.tools = PageTools(self.canvas, small=not thumbs)
        self.search = PageSearch(self)
        self.find_bar = FindBar(self.search)
        self.find_bar.hide()
        self._stack = QStackedWidget()
        self._stack.addWidget(self.empty)
        self._stack.addWidget(self._document())
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.addWidget(self._stack)
        self._connect()
        self._keys()
        self.retranslate()

    def show_pages(self, pages: Pages | None) -> None:
        """Opens a document at its first page, without layers; None shows the empty state."""
        self._outlines.clear()
        self._pages, self._count = pages, pages.count if pages else 0
        self._end_search()
        self._offer_words()
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
        self._pages, self._count = pages, pages.count
        self._offer_words()
        self.canvas.renew(pages)
        self.tools.show_page(self.canvas.page, self._count)
        self.search.look_for(self.search.words, pages, self.canvas.page)

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

    def ask_words(self) -> None:
        """Opens the search in this document; what was looked for before may be typed over."""
        self.find_bar.show()
        self.find_bar.begin()

    def look_for(self, words: str) -> None:
        """Marks the words wherever they stand, and goes to the first from the page in view on."""
        self.search.look_for(words, self._pages, self.canvas.page)

    def copy_text(self) -> None:
        """The text of the page in view goes to the clipboard."""
        if self._pages is not None and self._pages.text is not None:
            self._pages.text(self.canvas.page, self._copied)

    def _copied(self, text: str) -> None:
        if text.strip():
            QGuiApplication.clipboard().setText(text)
            said = self.tr("คัดลอกข้อความของหน้านี้แล้ว")
        else:
            said = self.tr("หน้านี้ยังไม่มีข้อความให้คัดลอก")
        self.tools.say(said)
        announce(self, said)
        self.copied.emit(text)

    def _close_find(self) -> None:
        self._end_search()
        self.canvas.setFocus(Qt.FocusReason.OtherFocusReason)

    def _end_search(self) -> None:
        self.search.look_for("", None, 0)
        self.find_bar.hide()

    def _show_hits(self) -> None:
        self.canvas.show_hits(*self.search.on_page(self.canvas.page))

    def _went(self, page: int) -> None:
        if page != self.canvas.page:
            self.canvas.go(page)

    def _offer_words(self) -> None:
        pages = self._pages
        self.tools.offer_words(
            can_find=pages is not None and pages.find is not None,
            can_copy=pages is not None and pages.text is not None,
        )

    def _connect(self) -> None:
        self.canvas.paged.connect(self._paged)
        self.canvas.find_next.connect(self.search.step)
        self.canvas.copy_asked.connect(self.copy_text)
        self._thumbs.picked.connect(self.canvas.go)
        self.tools.find_asked.connect(self.ask_words)
        self.tools.copy_asked.connect(self.copy_text)
        self.find_bar.wanted.connect(self.look_for)
        self.find_bar.closed.connect(self._close_find)
        self.search.went.connect(self._went)
        self.search.changed.connect(self._show_hits)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._offer_thumbs()

    def _offer_thumbs(self) -> None:
        self._thumbs.setVisible(self._with_thumbs and self._count > 1 and self.width() >= THUMBS_FROM)

    def retranslate(self) -> None:
        self.canvas.setAccessibleName(self.tr("หน้าเอกสาร"))
        self._thumbs.setAccessibleName(self.tr("ภาพย่อของทุกหน้า"))
        self.tools.retranslate()

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
        column.addWidget(self.tools)
        column.addWidget(self.find_bar)
        column.addWidget(rule())
        column.addLayout(pages, 1)
        return holder

    def _paged(self, page: int) -> None:
        self._thumbs.show_page(page)
        self.tools.show_page(page, self._count)
        self._show_hits()
        self.paged.emit(page)

    def _keys(self) -> None:
        keys = Keys(self)
        for sequence, words in (
            ("PgDown", lambda: self.tr("หน้าถัดไป")),
            ("PgUp", lambda: self.tr("หน้าก่อน")),
            ("Home / End", lambda: self.tr("หน้าแรก หน้าสุดท้าย")),
            ("+", lambda: self.tr("ขยาย")),
            ("-", lambda: self.tr("ย่อ")),
            ("0", lambda: self.tr("พอดีทั้งหน้า หรือพอดีความกว้าง")),
            ("Ctrl+0", lambda: self.tr("ขนาดจริง 100 %")),
            ("Ctrl+Left / Ctrl+Right", lambda: self.tr("หมุนภาพที่ดู")),
            ("Ctrl+C", lambda: self.tr("คัดลอกข้อความของหน้านี้")),
        ):
            keys.name(sequence, words, group=lambda: self.tr("หน้าเอกสาร"))
        if self._with_thumbs:
            keys.name("Return / Shift+Return", lambda: self.tr("ที่พบถัดไป ก่อนหน้า"), group=lambda: self.tr("หน้าเอกสาร"))
