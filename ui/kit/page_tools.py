"""The bar over a page: which page, how large, its words; each thing at a glance with its button."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIntValidator, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.kit.buttons import IconButton
from ui.kit.find_bar import KeyLine
from ui.kit.keys import Keys
from ui.kit.language import Speaks
from ui.kit.page_canvas import PageCanvas
from ui.kit.thai_label import OneLine, label
from ui.kit.tokens import TARGET, XS, S

_ALL_FROM = 600
"""A narrower bar leaves out what its keys can do as well."""


class PageTools(Speaks, QWidget):
    """`find_asked`, `copy_asked`; a `small` one, beside a list, has no more than turning and zoom."""

    find_asked = Signal()
    copy_asked = Signal()

    def __init__(self, canvas: PageCanvas, *, small: bool) -> None:
        super().__init__()
        self._canvas, self._small = canvas, small
        self._count, self._with_words = 0, False
        self._before, self._after = IconButton("page-prev"), IconButton("page-next")
        self._out, self._in = IconButton("zoom-out"), IconButton("zoom-in")
        self._width, self._whole, self._turn = IconButton("fit-width"), IconButton("fit-page"), IconButton("rotate")
        self._real = IconButton("real-size")
        self._find, self._copy = IconButton("search", key="" if small else "Ctrl+F"), IconButton("copy")
        self.number = KeyLine()
        self._page, self._of, self._zoom = label(ink="soft"), label(ink="soft"), label(ink="soft")
        self._says = OneLine(ink="soft")
        self._make_number()
        self._zoom.setMinimumWidth(48)
        self._connect()
        self._lay_out()
        self.retranslate()

    def retranslate(self) -> None:
        for button, name in (
            (self._before, self.tr("หน้าก่อน")),
            (self._after, self.tr("หน้าถัดไป")),
            (self._out, self.tr("ย่อ")),
            (self._in, self.tr("ขยาย")),
            (self._width, self.tr("พอดีความกว้าง")),
            (self._whole, self.tr("พอดีทั้งหน้า")),
            (self._real, self.tr("ขนาดจริง 100 %")),
            (self._turn, self.tr("หมุนภาพที่ดู")),
            (self._find, self.tr("ค้นในเอกสาร")),
            (self._copy, self.tr("คัดลอกข้อความของหน้านี้")),
        ):
            button.say(name)
        self._page.setText(self.tr("หน้า"))
        self.number.setAccessibleName(self.tr("ไปที่หน้า"))
        self.show_page(self._canvas.page, self._count)

    def show_page(self, page: int, count: int) -> None:
        self._count = count
        self._says.setText("")
        self.number.setText(str(page + 1))
        self._of.setText(f"/ {count}")
        self._before.setEnabled(page > 0)
        self._after.setEnabled(page < count - 1)

    def offer_words(self, *, can_find: bool, can_copy: bool) -> None:
        """Whether the words of the document are known."""
        self._find.setVisible(can_find and not self._small)
        self._with_words = can_copy and not self._small
        self._fit()

    def say(self, words: str) -> None:
        """A word about what was just done, until the page is turned."""
        self._says.setText(words)

    def ask_page(self) -> None:
        """The keyboard goes to the number of the page."""
        self.number.selectAll()
        self.number.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        roomy = self.width() >= _ALL_FROM
        self._copy.setVisible(roomy and self._with_words)
        self._real.setVisible(roomy and not self._small)

    def _make_number(self) -> None:
        self.number.setFixedSize(40 if self._small else 52, TARGET)
        self.number.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.number.setValidator(QIntValidator(1, 99_999, self))
        self.number.entered.connect(lambda _: self._go())
        self.number.left.connect(self._leave)
        if not self._small:
            Keys(self).add(
                "Ctrl+G",
                lambda: self.tr("ไปที่หน้า"),
                self.ask_page,
                group=lambda: self.tr("หน้าเอกสาร"),
                everywhere=True,
            )

    def _go(self) -> None:
        self._canvas.go(int(self.number.value or self._canvas.page + 1) - 1)
        self._leave()

    def _leave(self) -> None:
        self.show_page(self._canvas.page, self._count)
        self._canvas.setFocus(Qt.FocusReason.OtherFocusReason)

    def _connect(self) -> None:
        canvas = self._canvas
        for button, act in (
            (self._before, lambda: canvas.go(canvas.page - 1)),
            (self._after, lambda: canvas.go(canvas.page + 1)),
            (self._out, lambda: canvas.zoom_by(-1)),
            (self._in, lambda: canvas.zoom_by(1)),
            (self._width, lambda: canvas.fit("width")),
            (self._whole, lambda: canvas.fit("page")),
            (self._real, canvas.zoom_real),
            (self._turn, canvas.turn),
            (self._find, self.find_asked.emit),
            (self._copy, self.copy_asked.emit),
        ):
            button.clicked.connect(lambda _=False, act=act: act())
        canvas.zoomed.connect(lambda percent: self._zoom.setText(f"{percent} %"))

    def _lay_out(self) -> None:
        line = QHBoxLayout(self)
        line.setContentsMargins(S, XS, S, XS)
        line.setSpacing(2)
        for left in (self._before, self._page, self.number, self._of, self._after, self._find, self._copy):
            line.addWidget(left)
        self._page.setHidden(self._small)
        line.addWidget(self._says, 1)
        zoom = (self._out, self._zoom, self._in, self._width, self._whole, self._real, self._turn)
        for right in zoom:
            line.addWidget(right)
