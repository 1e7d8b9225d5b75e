"""Looking for words in a document: the words, which of how many, and the way from one to the next."""

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.kit.buttons import IconButton
from ui.kit.inputs import LineEdit
from ui.kit.language import Speaks
from ui.kit.page_search import PageSearch
from ui.kit.panels import Glyph
from ui.kit.thai_label import label
from ui.kit.tokens import XS, S

_AFTER_MS = 200


class KeyLine(LineEdit):
    """A line in which Enter and Escape mean itself, whatever they mean around it. `entered`: +1, or -1 with Shift."""

    entered = Signal(int)
    left = Signal()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _is_ours(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not _is_ours(event):
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            self.entered.emit(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)


def _is_ours(event: QKeyEvent) -> bool:
    bare = not event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
    return bare and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape)


class FindBar(Speaks, QWidget):
    """`wanted` brings the words when they have been typed; `closed` when nothing is looked for any more."""

    wanted = Signal(str)
    closed = Signal()

    def __init__(self, search: PageSearch, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._search = search
        self.box = KeyLine()
        self._says = label(ink="soft")
        self._before, self._after = IconButton("chevron-up"), IconButton("chevron-down")
        self._close = IconButton("close")
        self._soon = QTimer(self, interval=_AFTER_MS, singleShot=True)
        self._soon.timeout.connect(self._look)
        self.box.textEdited.connect(lambda _: self._soon.start())
        self.box.entered.connect(self._step)
        self.box.left.connect(self.closed)
        self._before.clicked.connect(lambda: self._step(-1))
        self._after.clicked.connect(lambda: self._step(1))
        self._close.clicked.connect(self.closed)
        search.changed.connect(self._say)
        line = QHBoxLayout(self)
        line.setContentsMargins(S, XS, S, XS)
        line.setSpacing(XS)
        line.addWidget(Glyph("search"))
        line.addSpacing(XS)
        line.addWidget(self.box, 1)
        line.addSpacing(S)
        for widget in (self._says, self._before, self._after, self._close):
            line.addWidget(widget)
        self.setFocusProxy(self.box)
        self.retranslate()

    def retranslate(self) -> None:
        self.box.setAccessibleName(self.tr("ค้นในเอกสารนี้"))
        self.box.setPlaceholderText(self.tr("ค้นในเอกสารนี้"))
        self._before.say(self.tr("ที่พบก่อนหน้า  Shift+Enter"))
        self._after.say(self.tr("ที่พบถัดไป  Enter"))
        self._close.say(self.tr("เลิกค้น  Esc"))
        self._say()

    def begin(self) -> None:
        """The keyboard goes to the words; those of before may be typed over."""
        self.box.selectAll()
        self.box.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _look(self) -> None:
        self._soon.stop()
        self.wanted.emit(self.box.value)

    def _step(self, by: int) -> None:
        if self.box.value != self._search.words:
            self._look()
        else:
            self._search.step(by)

    def _say(self) -> None:
        search = self._search
        if not search.words:
            words = ""
        elif search.total:
            words = self.tr("{number} จาก {total}").format(number=search.number, total=search.total)
        else:
            words = self.tr("ไม่พบ") if search.is_over else ""
        if search.words and not search.is_over:
            looked = self.tr("ค้นถึงหน้า {page}/{count}").format(page=search.looked_at, count=search.page_count)
            words = f"{words} · {looked}" if words else looked
        self._says.setText(words)
        for button in (self._before, self._after):
            button.setEnabled(search.total > 0)
