"""Labels that break Thai lines between words, on machines with and without Thai breaking in Qt."""

from functools import cache
from weakref import WeakSet

from PySide6.QtCore import QSize, Qt, QTextBoundaryFinder
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget
from shiboken6 import isValid

from ui.kit.resources import resource

ZWSP = "\u200b"
_shown: "WeakSet[ThaiLabel]" = WeakSet()
_words_read = False


def plain(text: str) -> str:
    """The text without the invisible break marks: what may be copied, searched or saved."""
    return text.replace(ZWSP, "")


def soft(text: str) -> str:
    """The text with a break mark between Thai words, once the word list is read and where Qt needs it."""
    if not _words_read or not text:
        return text
    from nlpo3 import segment

    return ZWSP.join(segment(plain(text), "thai"))


def read_words() -> None:
    """Reads the word list (a quarter of a second): call it off the GUI thread, then `break_again`."""
    global _words_read
    if qt_breaks_thai() or _words_read:
        return
    from nlpo3 import load_dict

    load_dict(str(resource("thai", "words_th.txt")), "thai")
    _words_read = True


def break_again() -> None:
    """Breaks the labels that were on the screen before the word list was read."""
    for label in tuple(_shown):
        if isValid(label):
            label.say(label.words)


@cache
def qt_breaks_thai() -> bool:
    """Qt finds Thai words by itself where libthai is installed."""
    finder = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Line, "องค์การบริหาร")
    return 0 < finder.toNextBoundary() < len("องค์การบริหาร")


class ThaiLabel(QLabel):
    """A wrapping label; `words` is its text as it was said.

    `ink` is soft, faint, accent, danger, attention or ready; `size` small, head, title or sum.
    """

    def __init__(
        self, words: str = "", *, ink: str = "", size: str = "", strong: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.words = ""
        self.setWordWrap(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        for name, value in (("ink", ink), ("scale", size), ("strong", strong)):
            self.setProperty(name, value)
        _shown.add(self)
        self.say(words)

    def say(self, words: str) -> None:
        self.words = plain(words)
        self.setText(soft(self.words))
        self.setAccessibleName(self.words)
        self._make_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        """Layouts forget that a narrower label is taller; no line may be lost to that."""
        self.ensurePolished()
        if self.wordWrap() and self.testAttribute(Qt.WidgetAttribute.WA_Resized):
            self.setMinimumHeight(0)
            self.setMinimumHeight(max(0, self.heightForWidth(self.width())))


class OneLine(QLabel):
    """A label that gives way: cut with an ellipsis where there is no room, whole in its tip."""

    def __init__(self, words: str = "", *, ink: str = "", size: str = "", strong: bool = False) -> None:
        super().__init__(words)
        for name, value in (("ink", ink), ("scale", size), ("strong", strong)):
            self.setProperty(name, value)

    def minimumSizeHint(self) -> QSize:
        return QSize(min(48, self.sizeHint().width()), super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        room = self.contentsRect()
        cut = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        self.setToolTip(self.text() if cut != self.text() else "")
        QPainter(self).drawText(room, Qt.AlignmentFlag.AlignVCenter, cut)


def label(words: str = "", *, ink: str = "", size: str = "", strong: bool = False) -> QLabel:
    """A label of one line in a colour and size of the scale."""
    one = QLabel(words)
    for name, value in (("ink", ink), ("scale", size), ("strong", strong)):
        one.setProperty(name, value)
    return one


def dress(widget: QWidget, **properties: object) -> None:
    """Sets properties the style sheet looks at, and redraws the widget by them."""
    for name, value in properties.items():
        widget.setProperty(name, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)
