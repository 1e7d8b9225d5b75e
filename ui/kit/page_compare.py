"""Two documents side by side, page for page: whether they are the same is for a person to see."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from ui.kit.inputs import CheckBox
from ui.kit.keys import Keys
from ui.kit.language import Speaks
from ui.kit.page_canvas import PageCanvas
from ui.kit.page_source import Pages
from ui.kit.page_view import PageView
from ui.kit.thai_label import OneLine
from ui.kit.tokens import XS, M, S


@dataclass(frozen=True)
class Side:
    """A document with the words that stand over it: where it is from, its number."""

    title: str
    pages: Pages | None


class PageCompare(Speaks, QWidget):
    """Two views in which turning, zooming and scrolling one moves the other, unless that is switched off.

    `paged` tells the pages in view, left and right.
    """

    paged = Signal(int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.left, self.right = PageView(thumbs=False), PageView(thumbs=False)
        self.together = CheckBox()
        self.together.setChecked(True)
        self._titles = OneLine(strong=True), OneLine(strong=True)
        self._following = False
        for view, other in ((self.left, self.right), (self.right, self.left)):
            self._link(view.canvas, other.canvas)
        Keys(self).add("Ctrl+Tab", lambda: self.tr("ไปอีกฉบับ"), self.change_side, group=lambda: self.tr("เทียบสองฉบับ"))
        self._lay_out()
        self.setFocusProxy(self.left)
        self.retranslate()

    def retranslate(self) -> None:
        self.together.setText(self.tr("เลื่อนไปด้วยกัน"))
        self.left.canvas.setAccessibleName(self.tr("ฉบับซ้าย"))
        self.right.canvas.setAccessibleName(self.tr("ฉบับขวา"))
        for view in (self.left, self.right):
            view.empty.say(self.tr("ไม่มีหน้าให้ดู"), self.tr("หนังสือฉบับนี้ไม่มีไฟล์ หรือไฟล์ยังไม่มาถึงเครื่องนี้"))

    def show_sides(self, left: Side, right: Side) -> None:
        """Both at their first page."""
        for view, title, side in ((self.left, self._titles[0], left), (self.right, self._titles[1], right)):
            title.setText(side.title)
            view.show_pages(side.pages)

    def clear(self) -> None:
        """Lets both documents go."""
        self.show_sides(Side("", None), Side("", None))

    def change_side(self) -> None:
        """The keyboard goes to the other document."""
        other = self.left if self.right.canvas.hasFocus() else self.right
        other.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _link(self, canvas: PageCanvas, other: PageCanvas) -> None:
        canvas.paged.connect(lambda page: self._follow(lambda: other.go(page)))
        canvas.paged.connect(lambda _: self.paged.emit(self.left.canvas.page, self.right.canvas.page))
        canvas.zoomed.connect(lambda _: self._follow(lambda: other.zoom_as(canvas)))
        for bar, its in (
            (canvas.verticalScrollBar(), other.verticalScrollBar()),
            (canvas.horizontalScrollBar(), other.horizontalScrollBar()),
        ):
            bar.valueChanged.connect(lambda value, its=its: self._follow(lambda: its.setValue(value)))

    def _follow(self, act: Callable[[], object]) -> None:
        if self._following or not self.together.isChecked():
            return
        self._following = True
        act()
        self._following = False

    def _lay_out(self) -> None:
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setHandleWidth(M)
        split.setChildrenCollapsible(False)
        for view, title in ((self.left, self._titles[0]), (self.right, self._titles[1])):
            side = QWidget()
            column = QVBoxLayout(side)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(XS)
            column.addWidget(title)
            column.addWidget(view, 1)
            split.addWidget(side)
        split.setSizes([1, 1])
        foot = QHBoxLayout()
        foot.addWidget(self.together)
        foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S)
        column.addWidget(split, 1)
        column.addLayout(foot)
